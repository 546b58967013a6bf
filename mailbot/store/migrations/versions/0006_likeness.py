"""The signature below each version, by which two addresses of one person are seen; letters found by what came back of them."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.add_column("revision", sa.Column("signature", sa.Text()))
    op.create_index("ix_mail_returned", "mail", ["returned"])
