"""Call, Question, Deadline: one call for participants, as its file in rules/ states it."""

from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=1000, pattern=r"^[^\x00-\x1f\x7f]+$")]
Prose = Annotated[str, StringConstraints(strip_whitespace=True, max_length=20_000)]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,62}$")]
Address = Annotated[str, StringConstraints(pattern=r"^[!-?A-~]{1,64}@[A-Za-z0-9.-]{1,253}$")]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class Channel(StrEnum):
    """How candidates answer: by mail, in a form, or either."""

    mail = "mail"
    form = "form"
    both = "both"


class Question(_Part):
    """One question of the call. `id` stays when the text is reworded, so that answers already given keep their place."""

    id: Slug
    text: Prose
    required: bool = True
    max_words: Annotated[int, Field(gt=0)] | None = None


class Meeting(_Part):
    """start, end: local wall time in the call's zone; a date without hours stands for the whole day."""

    start: datetime | date
    end: datetime | date | None = None
    place: str | None = None


class Deadline(_Part):
    """day, in the call's zone; without `time` the whole day counts (until 23:59:59). grace: how long after it is still 'within grace'."""

    day: date
    time: time | None = None
    grace: timedelta = timedelta(hours=24)


class Contact(_Part):
    """A named person of the call. digests: whether digests are mailed to them."""

    name: Line
    address: Address
    digests: bool = True


class AcknowledgementPolicy(_Part):
    """send: whether candidates get an acknowledgement at all. ack_from: mail received before it is recorded and not acknowledged;
    None: from the first round on this mailbox. show_answers: quote the answers back (to authenticated senders only)."""

    send: bool = True
    ack_from: datetime | None = None
    show_answers: bool = True


class Retention(_Part):
    """Days after the last meeting (or the deadline) until erasure: raw mail, submissions, automatic mail."""

    raw_days: Annotated[int, Field(gt=0)] = 90
    submission_days: Annotated[int, Field(gt=0)] = 365
    automatic_days: Annotated[int, Field(gt=0)] = 14


class Call(_Part):
    """One call. zone: IANA name, or 'AoE' for anywhere on earth. mailbox: the name of a mailbox in the settings.
    addresses: where answers are sent; the first one is written in letters."""

    slug: Slug
    title: Line
    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")] = "en"
    zone: str
    published: date | None = None
    meetings: tuple[Meeting, ...] = ()
    background: Prose = ""
    audience: Prose = ""
    questions: Annotated[tuple[Question, ...], Field(min_length=1)]
    deadline: Deadline
    contacts: Annotated[tuple[Contact, ...], Field(min_length=1)]
    mailbox: str = "default"
    addresses: Annotated[tuple[Address, ...], Field(min_length=1)]
    channel: Channel = Channel.mail
    form: str | None = None
    places: Annotated[int, Field(gt=0)] | None = None
    language_of_work: str | None = None
    acknowledgement: AcknowledgementPolicy = AcknowledgementPolicy()
    retention: Retention = Retention()

    def number(self, question_id: str) -> int:
        """The question's number from 1, as candidates see it."""
        return next(n for n, q in enumerate(self.questions, 1) if q.id == question_id)
