"""What candidates ask for: tokens, withdrawals, questions to the organisers."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "token",
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("call", sa.Text(), nullable=False),
        sa.Column("address_key", sa.Text(), nullable=False),
        sa.Column("reference", sa.Text(), nullable=False),
        sa.Column("letter", sa.Text(), nullable=False),
        sa.Column("mail_id", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True)),
        sa.Column("used_by", sa.Integer()),
        sa.ForeignKeyConstraint(["mail_id"], ["mail.id"], name="fk_token_mail_id_mail"),
        sa.ForeignKeyConstraint(["used_by"], ["mail.id"], name="fk_token_used_by_mail"),
        sa.PrimaryKeyConstraint("digest", name="pk_token"),
    )
    op.create_index("ix_token_letter", "token", ["letter"])
    op.create_index("ix_token_reference", "token", ["reference"])
    op.create_table(
        "submission_event",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("submission_id", sa.Integer(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("mail_id", sa.Integer()),
        sa.ForeignKeyConstraint(["submission_id"], ["submission.id"], name="fk_submission_event_submission_id_submission"),
        sa.ForeignKeyConstraint(["mail_id"], ["mail.id"], name="fk_submission_event_mail_id_mail"),
        sa.PrimaryKeyConstraint("id", name="pk_submission_event"),
    )
    op.create_index("ix_submission_event_submission_id", "submission_event", ["submission_id"])
    op.create_table(
        "question",
        sa.Column("mail_id", sa.Integer(), nullable=False),
        sa.Column("call", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("reference", sa.Text()),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True)),
        sa.Column("answered_by", sa.Text()),
        sa.ForeignKeyConstraint(["mail_id"], ["mail.id"], name="fk_question_mail_id_mail"),
        sa.PrimaryKeyConstraint("mail_id", name="pk_question"),
    )
    op.create_index("ix_question_call", "question", ["call"])
