"""The tables of choosing people. What must hold whatever the code does stands here: a place is kept by one offer, a person
holds one place, no place is above those that there were, a digest for a day exists once."""

from datetime import datetime

from sqlalchemy import JSON, CheckConstraint, Index, UniqueConstraint, text
from sqlmodel import Field

from mailbot.store.columns import Instant, Words
from mailbot.store.tables import MESSAGE_ID, Table

_KEEPS_ITS_PLACE = text("state IN ('prepared', 'open', 'accepted')")
_IS_A_DIGEST = text("kind = 'digest'")


class EntryNumberRow(Table, table=True):
    """The number by which organisers call an entry, from 1 within its call."""

    __tablename__ = "entry_number"
    __table_args__ = (UniqueConstraint("call", "number"),)

    submission_id: int = Field(primary_key=True, foreign_key="submission.id", sa_column_kwargs={"autoincrement": False})
    call: str = Field(sa_type=Words)
    number: int


class ScoreRow(Table, table=True):
    """One reviewer's reading of one entry. reviewer: casefolded. given: id of a criterion to its score."""

    __tablename__ = "score"
    __table_args__ = (UniqueConstraint("submission_id", "reviewer"),)

    id: int = Field(default=None, primary_key=True)
    submission_id: int = Field(foreign_key="submission.id")
    reviewer: str = Field(sa_type=Words)
    given: dict[str, int] = Field(sa_type=JSON)
    comment: str = Field(sa_type=Words)
    at: datetime = Field(sa_type=Instant)


class DecisionRow(Table, table=True):
    """What is decided about one entry, and what was told of it."""

    __tablename__ = "decision"

    submission_id: int = Field(primary_key=True, foreign_key="submission.id", sa_column_kwargs={"autoincrement": False})
    choice: str = Field(sa_type=Words)
    version: int
    at: datetime = Field(sa_type=Instant)
    who: str = Field(sa_type=Words)
    why: str = Field(sa_type=Words)
    told: str | None = Field(default=None, sa_type=Words)
    rank: int | None = None
    applied_at: datetime | None = Field(default=None, sa_type=Instant)


class OfferRow(Table, table=True):
    """A place kept for one person. places: those of the call when it was made, None without bound. letter: Message-ID."""

    __tablename__ = "offer"
    __table_args__ = (
        Index(
            "uq_offer_place",
            "call",
            "place",
            unique=True,
            sqlite_where=_KEEPS_ITS_PLACE,
            postgresql_where=_KEEPS_ITS_PLACE,
        ),
        Index(
            "uq_offer_person",
            "submission_id",
            unique=True,
            sqlite_where=_KEEPS_ITS_PLACE,
            postgresql_where=_KEEPS_ITS_PLACE,
        ),
        CheckConstraint("place >= 1 AND (places IS NULL OR place <= places)", name="place"),
        {"sqlite_autoincrement": True},
    )

    id: int = Field(default=None, primary_key=True)
    call: str = Field(sa_type=Words, index=True)
    submission_id: int = Field(foreign_key="submission.id", index=True)
    place: int
    places: int | None = None
    state: str = Field(sa_type=Words)
    made_at: datetime = Field(sa_type=Instant)
    ends_at: datetime = Field(sa_type=Instant)
    answered_at: datetime | None = Field(default=None, sa_type=Instant)
    sequence: int
    letter: str = Field(sa_type=Words(MESSAGE_ID))
    why: str = Field(sa_type=Words)


class BriefingRow(Table, table=True):
    """A letter that organisers answer with commands. letter: Message-ID. digest: of its code. address_key: casefolded. plan: as
    JSON. day: as in ISO 8601. used_by: the mail that said "ok"."""

    __tablename__ = "briefing"
    __table_args__ = (
        Index(
            "uq_briefing_day",
            "call",
            "address_key",
            "day",
            unique=True,
            sqlite_where=_IS_A_DIGEST,
            postgresql_where=_IS_A_DIGEST,
        ),
    )

    letter: str = Field(sa_type=Words(MESSAGE_ID), primary_key=True)
    digest: str = Field(sa_type=Words, unique=True)
    call: str = Field(sa_type=Words, index=True)
    address_key: str = Field(sa_type=Words)
    kind: str = Field(sa_type=Words)
    plan: str = Field(sa_type=Words)
    day: str | None = Field(default=None, sa_type=Words)
    made_at: datetime = Field(sa_type=Instant)
    ends_at: datetime = Field(sa_type=Instant)
    used_at: datetime | None = Field(default=None, sa_type=Instant)
    used_by: int | None = Field(default=None, foreign_key="mail.id")
