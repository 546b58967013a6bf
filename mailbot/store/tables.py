"""The tables, as SQLModel classes. They never leave this package: core values go in and come out (rows.py).

What must hold whatever the code does stands here as constraints: one ledger row for each place of a mail, one submission for
each address and call, one revision for each mail, one acknowledgement for each mail, one letter for each Message-ID.
"""

from datetime import datetime
from typing import ClassVar

from sqlalchemy import JSON, BigInteger, Index, LargeBinary, MetaData, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from mailbot.store.columns import Instant, Words

MESSAGE_ID = 500
"""Characters of a Message-ID that are kept and compared; an honest one has at most 250."""


class Table(SQLModel):
    """What all tables share: constraints have names on both databases, so that a migration can speak of them."""

    metadata: ClassVar[MetaData] = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
        }
    )


class MailRow(Table, table=True):
    """The ledger: a mail at a place, and what became of it.

    for_call: a mail that answers several calls has a row for each further one, which names it here; its uid ends in its name.
    """

    __tablename__ = "mail"
    __table_args__ = (UniqueConstraint("mailbox", "uidvalidity", "uid"), {"sqlite_autoincrement": True})

    id: int = Field(default=None, primary_key=True)
    mailbox: str = Field(sa_type=Words)
    uidvalidity: int = Field(sa_type=BigInteger)
    uid: str = Field(sa_type=Words)
    sha256: str = Field(sa_type=Words, index=True)
    size: int = Field(sa_type=BigInteger)
    received_at: datetime = Field(sa_type=Instant)
    arrived_at: datetime = Field(sa_type=Instant)
    attempts: int
    problem: str | None = Field(default=None, sa_type=Words)
    recorded_at: datetime | None = Field(default=None, sa_type=Instant)
    became: str | None = Field(default=None, sa_type=Words, index=True)
    reason: str | None = Field(default=None, sa_type=Words)
    notes: list[str] = Field(default_factory=list, sa_type=JSON)
    kind: str | None = Field(default=None, sa_type=Words)
    call: str | None = Field(default=None, sa_type=Words)
    message_id: str | None = Field(default=None, sa_type=Words(MESSAGE_ID), index=True)
    fingerprint: str | None = Field(default=None, sa_type=Words)
    sender: str | None = Field(default=None, sa_type=Words)
    reference: str | None = Field(default=None, sa_type=Words)
    returned: str | None = Field(default=None, sa_type=Words(MESSAGE_ID), index=True)
    released: bool = False
    done: bool = Field(default=False, index=True)
    for_call: str | None = Field(default=None, sa_type=Words)


class SignedRow(Table, table=True):
    """What verifying the signatures of a mail gave, by its hash, as JSON. checked_at: when the keys were asked for."""

    __tablename__ = "signed"

    sha256: str = Field(sa_type=Words, primary_key=True)
    checked_at: datetime = Field(sa_type=Instant)
    signatures: str = Field(sa_type=Words)


class CursorRow(Table, table=True):
    """Up to which UID a mailbox was taken, for each UIDVALIDITY it ever had."""

    __tablename__ = "cursor"

    mailbox: str = Field(sa_type=Words, primary_key=True)
    uidvalidity: int = Field(sa_type=BigInteger, primary_key=True)
    uid: int = Field(sa_type=BigInteger)


class MailboxRow(Table, table=True):
    """When a mailbox was first looked at: older mail is recorded and not acknowledged."""

    __tablename__ = "mailbox"

    mailbox: str = Field(sa_type=Words, primary_key=True)
    first_round_at: datetime = Field(sa_type=Instant)


class SubmissionRow(Table, table=True):
    """One submitter's entry to one call. address: as first written, or as the first aligned mail spells it.

    address_key: casefolded, to find it again.
    """

    __tablename__ = "submission"
    __table_args__ = (UniqueConstraint("call", "address_key"),)

    id: int = Field(default=None, primary_key=True)
    reference: str = Field(sa_type=Words, unique=True)
    call: str = Field(sa_type=Words)
    address: str = Field(sa_type=Words)
    address_key: str = Field(sa_type=Words)
    name: str = Field(sa_type=Words)
    created_at: datetime = Field(sa_type=Instant)


class RevisionRow(Table, table=True):
    """One version of a submission, its words never changed. unanswered: numbers of the call's questions this mail left open.
    signature: what stood below the words; None in versions of before mailbot kept it."""

    __tablename__ = "revision"
    __table_args__ = (UniqueConstraint("submission_id", "version"),)

    id: int = Field(default=None, primary_key=True)
    submission_id: int = Field(foreign_key="submission.id")
    version: int
    mail_id: int = Field(foreign_key="mail.id", unique=True)
    message_id: str | None = Field(sa_type=Words(MESSAGE_ID))
    received_at: datetime = Field(sa_type=Instant)
    timeliness: str = Field(sa_type=Words)
    authentication: str = Field(sa_type=Words)
    intent: str = Field(sa_type=Words)
    counts: bool
    why: str = Field(sa_type=Words)
    unplaced: str = Field(sa_type=Words)
    unanswered: list[int] = Field(sa_type=JSON)
    signature: str | None = Field(default=None, sa_type=Words)


class AnswerRow(Table, table=True):
    """Words of one revision laid under one question; rows in the order of the reading."""

    __tablename__ = "answer"

    id: int = Field(default=None, primary_key=True)
    revision_id: int = Field(foreign_key="revision.id", index=True)
    question: int
    question_id: str = Field(sa_type=Words)
    text: str = Field(sa_type=Words)
    confidence: float
    how: str = Field(sa_type=Words)
    source: str = Field(sa_type=Words)


class LetterRow(Table, table=True):
    """The outbox. mail_id: the mail it answers, if it answers one. recipient_key: whose budget it draws on
    (`core.manners.counted_as`); recipient_domain: lower case. edited_at: by a person, while it was held."""

    __tablename__ = "letter"
    __table_args__ = (
        Index(
            "uq_letter_acknowledgement",
            "mail_id",
            unique=True,
            sqlite_where=text("kind = 'acknowledgement'"),
            postgresql_where=text("kind = 'acknowledgement'"),
        ),
        UniqueConstraint("mail_id", "kind", "recipient"),
        Index(None, "state", "due_at"),
        Index(None, "recipient_key", "call"),
        {"sqlite_autoincrement": True},
    )

    id: int = Field(default=None, primary_key=True)
    mail_id: int | None = Field(foreign_key="mail.id")
    kind: str = Field(sa_type=Words)
    recipient: str = Field(sa_type=Words)
    recipient_key: str = Field(sa_type=Words)
    recipient_domain: str = Field(sa_type=Words)
    envelope_sender: str = Field(sa_type=Words)
    message_id: str = Field(sa_type=Words, unique=True)
    raw: bytes = Field(sa_type=LargeBinary)
    call: str = Field(sa_type=Words)
    language: str = Field(sa_type=Words)
    about: str = Field(sa_type=Words)
    state: str = Field(sa_type=Words)
    attempts: int = 0
    created_at: datetime = Field(sa_type=Instant, index=True)
    due_at: datetime = Field(sa_type=Instant)
    sent_at: datetime | None = Field(default=None, sa_type=Instant)
    last_code: int | None = None
    last_text: str = Field(default="", sa_type=Words)
    edited_at: datetime | None = Field(default=None, sa_type=Instant)


class AttemptRow(Table, table=True):
    """One try to send a letter: begun when it was claimed; state: what the letter became, empty while it runs."""

    __tablename__ = "attempt"
    __table_args__ = (UniqueConstraint("letter_id", "number"),)

    id: int = Field(default=None, primary_key=True)
    letter_id: int = Field(foreign_key="letter.id")
    number: int
    began_at: datetime = Field(sa_type=Instant)
    ended_at: datetime | None = Field(default=None, sa_type=Instant)
    state: str = Field(default="", sa_type=Words)
    code: int | None = None
    text: str = Field(default="", sa_type=Words)


class AuditRow(Table, table=True):
    """Who did what, when and why. Only ever added: a trigger refuses UPDATE and DELETE (migrations/versions/0001)."""

    __tablename__ = "audit"

    id: int = Field(default=None, primary_key=True)
    at: datetime = Field(sa_type=Instant)
    who: str = Field(sa_type=Words)
    what: str = Field(sa_type=Words)
    about: str = Field(sa_type=Words, index=True)
    why: str = Field(sa_type=Words)


class CallVersionRow(Table, table=True):
    """The good versions of a call file, from 1."""

    __tablename__ = "call_version"
    __table_args__ = (UniqueConstraint("slug", "version"),)

    id: int = Field(default=None, primary_key=True)
    slug: str = Field(sa_type=Words)
    version: int
    text: str = Field(sa_type=Words)
    kept_at: datetime = Field(sa_type=Instant)


class CallStateRow(Table, table=True):
    """The states a call has had, from 1; the last one is where it stands."""

    __tablename__ = "call_state"
    __table_args__ = (UniqueConstraint("slug", "number"),)

    id: int = Field(default=None, primary_key=True)
    slug: str = Field(sa_type=Words)
    number: int
    state: str = Field(sa_type=Words)
    at: datetime = Field(sa_type=Instant)
    who: str = Field(sa_type=Words)
    why: str = Field(sa_type=Words)


class DraftRow(Table, table=True):
    """The versions of a call that is drafted by mail, from 1; mail_id: the mail that brought the version. plan: as text."""

    __tablename__ = "draft"
    __table_args__ = (UniqueConstraint("slug", "version"),)

    id: int = Field(default=None, primary_key=True)
    slug: str = Field(sa_type=Words)
    version: int
    mail_id: int = Field(foreign_key="mail.id", unique=True)
    plan: str = Field(sa_type=Words)
    at: datetime = Field(sa_type=Instant)


class TokenRow(Table, table=True):
    """What letters asked back, by its hash. address_key: casefolded. letter: Message-ID. used_by: the mail that brought it."""

    __tablename__ = "token"

    digest: str = Field(sa_type=Words, primary_key=True)
    purpose: str = Field(sa_type=Words)
    call: str = Field(sa_type=Words)
    address_key: str = Field(sa_type=Words)
    reference: str = Field(sa_type=Words, index=True)
    letter: str = Field(sa_type=Words, index=True)
    mail_id: int = Field(foreign_key="mail.id")
    made_at: datetime = Field(sa_type=Instant)
    ends_at: datetime = Field(sa_type=Instant)
    used_at: datetime | None = Field(default=None, sa_type=Instant)
    used_by: int | None = Field(default=None, foreign_key="mail.id")


class SubmissionEventRow(Table, table=True):
    """What happened to an entry as a whole, only ever added: `withdrawn`, `restored`. mail_id: the mail that did it, if one
    did."""

    __tablename__ = "submission_event"

    id: int = Field(default=None, primary_key=True)
    submission_id: int = Field(foreign_key="submission.id", index=True)
    what: str = Field(sa_type=Words)
    at: datetime = Field(sa_type=Instant)
    who: str = Field(sa_type=Words)
    why: str = Field(sa_type=Words)
    mail_id: int | None = Field(default=None, foreign_key="mail.id")


class QuestionRow(Table, table=True):
    """A mail that asked the organisers, and whether one of them has answered. reference: of the asker's entry, if there is
    one."""

    __tablename__ = "question"

    mail_id: int = Field(primary_key=True, foreign_key="mail.id", sa_column_kwargs={"autoincrement": False})
    call: str = Field(sa_type=Words, index=True)
    address: str = Field(sa_type=Words)
    reference: str | None = Field(default=None, sa_type=Words)
    asked_at: datetime = Field(sa_type=Instant)
    answered_at: datetime | None = Field(default=None, sa_type=Instant)
    answered_by: str | None = Field(default=None, sa_type=Words)
