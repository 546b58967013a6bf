"""Choosing people: numbers of entries, scores, decisions, places that are offered, letters that organisers edit and answer."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    _entries()
    _decisions()
    _offers()
    _briefings()
    op.add_column("letter", sa.Column("edited_at", INSTANT))


def _entries() -> None:
    op.create_table(
        "entry_number",
        sa.Column("submission_id", sa.Integer(), nullable=False),
        sa.Column("call", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["submission_id"], ["submission.id"], name="fk_entry_number_submission_id"),
        sa.PrimaryKeyConstraint("submission_id", name="pk_entry_number"),
        sa.UniqueConstraint("call", "number", name="uq_entry_number_call_number"),
    )
    op.create_table(
        "score",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("submission_id", sa.Integer(), nullable=False),
        sa.Column("reviewer", sa.Text(), nullable=False),
        sa.Column("given", sa.JSON(), nullable=False),
        sa.Column("comment", sa.Text(), nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(["submission_id"], ["submission.id"], name="fk_score_submission_id"),
        sa.PrimaryKeyConstraint("id", name="pk_score"),
        sa.UniqueConstraint("submission_id", "reviewer", name="uq_score_submission_id_reviewer"),
    )


def _decisions() -> None:
    op.create_table(
        "decision",
        sa.Column("submission_id", sa.Integer(), nullable=False),
        sa.Column("choice", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("told", sa.Text()),
        sa.Column("rank", sa.Integer()),
        sa.Column("applied_at", INSTANT),
        sa.ForeignKeyConstraint(["submission_id"], ["submission.id"], name="fk_decision_submission_id"),
        sa.PrimaryKeyConstraint("submission_id", name="pk_decision"),
    )


def _offers() -> None:
    op.create_table(
        "offer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("call", sa.Text(), nullable=False),
        sa.Column("submission_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("places", sa.Integer()),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("made_at", INSTANT, nullable=False),
        sa.Column("ends_at", INSTANT, nullable=False),
        sa.Column("answered_at", INSTANT),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("letter", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["submission_id"], ["submission.id"], name="fk_offer_submission_id"),
        sa.PrimaryKeyConstraint("id", name="pk_offer"),
        sa.CheckConstraint("place >= 1 AND (places IS NULL OR place <= places)", name=op.f("ck_offer_place")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_offer_call", "offer", ["call"])
    op.create_index("ix_offer_submission_id", "offer", ["submission_id"])
    _unique_where("uq_offer_place", "offer", ["call", "place"], "state IN ('prepared', 'open', 'accepted')")
    _unique_where("uq_offer_person", "offer", ["submission_id"], "state IN ('prepared', 'open', 'accepted')")


def _briefings() -> None:
    op.create_table(
        "briefing",
        sa.Column("letter", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("call", sa.Text(), nullable=False),
        sa.Column("address_key", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("plan", sa.Text(), nullable=False),
        sa.Column("day", sa.Text()),
        sa.Column("made_at", INSTANT, nullable=False),
        sa.Column("ends_at", INSTANT, nullable=False),
        sa.Column("used_at", INSTANT),
        sa.Column("used_by", sa.Integer()),
        sa.ForeignKeyConstraint(["used_by"], ["mail.id"], name="fk_briefing_used_by"),
        sa.PrimaryKeyConstraint("letter", name="pk_briefing"),
        sa.UniqueConstraint("digest", name="uq_briefing_digest"),
    )
    op.create_index("ix_briefing_call", "briefing", ["call"])
    _unique_where("uq_briefing_day", "briefing", ["call", "address_key", "day"], "kind = 'digest'")


def _unique_where(name: str, table: str, columns: list[str], where: str) -> None:
    op.create_index(name, table, columns, unique=True, sqlite_where=sa.text(where), postgresql_where=sa.text(where))
