"""Call, Question, Deadline: one call for participants, as its file in rules/ states it."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum
from itertools import pairwise
from typing import Annotated, Any, Self, TypeVar

from pydantic import Field, StringConstraints, ValidationError, model_validator

from mailbot.core import choosing_conflicts
from mailbot.core.choosing import DigestPolicy, Every, Group, Selection
from mailbot.core.complaints import complaints, in_order
from mailbot.core.fields import Address, Aware, Count, Day, FormUrl, Hour, Instant, Language, Length, Line, Prose, Slug, Zone
from mailbot.core.policies import APART, Late, Part, Reminders
from mailbot.core.when import parse_aware, parse_day, parse_instant, parse_span, wrong, zone_info
from mailbot.core.yaml_text import Document, Found, Loc, name, read_yaml, shown
from mailbot.errors import Problem, Problems


class Channel(StrEnum):
    """How candidates answer: by mail, in a form, or either."""

    mail = "mail"
    form = "form"
    both = "both"


class Question(Part):
    """One question of the call. `id` stays when the text is reworded, so that answers already given keep their place."""

    id: Slug = Field(description="a short name in a-z, 0-9 and hyphens that stays when the text changes", examples=["work"])
    text: Annotated[Prose, StringConstraints(min_length=1)] = Field(
        description="the question as announced, word for word", examples=["What line of work are you in?"]
    )
    required: bool = Field(True, description="whether an answer without it is incomplete", examples=[False])
    max_words: Count | None = Field(None, description="how many words an answer may have, a number", examples=[200])


class Meeting(Part):
    """start, end: local wall time in the call's zone; a date without hours stands for the whole day."""

    start: Instant = Field(description="when it begins, a day with or without an hour", examples=["2021-03-10 13:00"])
    end: Instant | None = Field(None, description="when it ends, a day with or without an hour", examples=["2021-03-10 16:00"])
    place: Line | None = Field(None, description="where it is", examples=["online"])

    @model_validator(mode="before")
    @classmethod
    def _from_one_line(cls, data: Any) -> Any:
        return parse_span(data) if isinstance(data, str) else data

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        if self.end is not None and begin(self.end) < begin(self.start):
            raise wrong("the meeting ends before it begins", "for one past midnight write 2021-03-10 22:00 to 2021-03-11 01:00")
        return self


class Deadline(Part):
    """day (`date` in the file), in the call's zone; without `time` the whole day counts (until 23:59:59).
    grace: how long after it is still 'within grace'."""

    day: Day = Field(alias="date", description="the last day, year-month-day", examples=["2021-02-17"])
    time: Hour | None = Field(
        None, description="the last moment of that day that counts, hours and minutes", examples=["17:00"]
    )
    grace: Length = Field(
        timedelta(hours=24), description="how long after it an answer is marked 'within grace'", examples=["24h"]
    )

    @model_validator(mode="before")
    @classmethod
    def _from_one_line(cls, data: Any) -> Any:
        if not isinstance(data, str):
            return data
        at = parse_instant(data)
        return {"date": at.date(), "time": at.time()} if isinstance(at, datetime) else {"date": at}


class Outage(Part):
    """A time in which mail could not come as it should, declared by whoever runs the mailbox.

    begin, end (`from` and `to` in the file): aware, UTC, both within it. A mail that came late in it stays late, and everybody
    is told why."""

    begin: Aware = Field(alias="from", description="when it began, a day with an hour", examples=["2021-02-17 20:00"])
    end: Aware = Field(
        alias="to", description="until when mail came late because of it, a day with an hour", examples=["2021-02-18 09:00"]
    )
    why: Line = Field(description="what had happened, one line", examples=["our mail server could not be reached"])

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        if self.end < self.begin:
            raise wrong("the outage ends before it begins", "`from` is when it began, `to` when all was well again")
        return self


class Contact(Part):
    """A named person of the call. digests: whether digests are mailed to them; every: how often, None: as the call says."""

    name: Line = Field(description="the name as candidates see it", examples=["Rik Scheele"])
    address: Address = Field(
        description="their e-mail address, name@domain in plain ASCII", examples=["rik.scheele@example.org"]
    )
    digests: bool = Field(True, description="whether digests are mailed to them", examples=[False])
    every: Every | None = Field(None, description="how often digests come to them: daily or weekly", examples=["weekly"])


class AcknowledgementPolicy(Part):
    """send: whether candidates get an acknowledgement at all. ack_from: aware UTC; mail received before it is recorded and not
    acknowledged; None: from the first round on this mailbox.
    show_answers: quote the answers back (to authenticated senders only)."""

    send: bool = Field(True, description="whether candidates get an acknowledgement", examples=[False])
    ack_from: Aware | None = Field(None, description="from when on, a day or a day with an hour", examples=["2021-01-20 09:00"])
    show_answers: bool = Field(True, description="whether it shows the answers as understood", examples=[False])


class Retention(Part):
    """Days after the last meeting (or the deadline) until erasure: raw mail, submissions, automatic mail."""

    raw_days: Count = Field(90, description="days until the mails as they came are erased, a number", examples=[90])
    submission_days: Count = Field(365, description="days until submissions are erased, a number", examples=[365])
    automatic_days: Count = Field(
        14, description="days until out-of-office replies and the like are erased, a number", examples=[14]
    )


class Call(Part):
    """One call. zone: IANA name, or 'AoE' for anywhere on earth. mailbox: the name of a mailbox in the settings.
    addresses: where answers are sent; the first one is written in letters."""

    slug: Slug = Field(
        description="the name of the call and of its file, in a-z, 0-9 and hyphens", examples=["ran-mental-health-2021"]
    )
    title: Line = Field(
        description="the title as announced, one line", examples=["Call for participants: RAN Mental Health Meeting"]
    )
    language: Language = Field("en", description="the language of the call, two small letters of ISO 639-1", examples=["en"])
    zone: Zone = Field(description="the place whose clocks are meant, an IANA zone, or AoE", examples=["Europe/Brussels"])
    published: Day | None = Field(None, description="the day of the announcement, year-month-day", examples=["2023-02-22"])
    meetings: Annotated[tuple[Meeting, ...], Field(max_length=100)] = Field(
        (), description="when and where, one meeting a line", examples=[["2021-03-10 13:00-16:00, online"]]
    )
    background: Prose = Field(
        "", description="what the call is about, any text", examples=["Mental health aspects are often forgotten."]
    )
    audience: Prose = Field("", description="who is looked for, any text", examples=["mental health practitioners"])
    questions: Annotated[tuple[Question, ...], Field(min_length=1, max_length=100)] = Field(
        description="what candidates are asked to answer, in order",
        examples=[[{"id": "work", "text": "What line of work are you in?"}]],
    )
    deadline: Deadline = Field(description="the last day or moment for answers", examples=["2021-02-17", "2021-02-17 17:00"])
    outages: Annotated[tuple[Outage, ...], Field(max_length=50)] = Field(
        (),
        description="when mail could not come as it should",
        examples=[[{"from": "2021-02-17 20:00", "to": "2021-02-18 09:00", "why": "our mail server could not be reached"}]],
    )
    contacts: Annotated[tuple[Contact, ...], Field(min_length=1, max_length=50)] = Field(
        description="the people of the call", examples=[[{"name": "Rik Scheele", "address": "rik.scheele@example.org"}]]
    )
    mailbox: Slug = Field("default", description="the name of a mailbox in mailbot.toml", examples=["default"])
    addresses: Annotated[tuple[Address, ...], Field(min_length=1, max_length=20)] = Field(
        description="where answers are sent, e-mail addresses; letters name the first",
        examples=[["mental-health-2021@calls.example.org"]],
    )
    channel: Channel = Field(Channel.mail, description="how candidates answer: mail, form or both", examples=["mail"])
    form: FormUrl | None = Field(
        None, description="where the form is, beginning with https://", examples=["https://forms.example.org/2023"]
    )
    places: Count | None = Field(None, description="how many can take part, a number", examples=[25])
    language_of_work: Line | None = Field(None, description="the language of the meeting", examples=["English"])
    acknowledgement: AcknowledgementPolicy = Field(
        AcknowledgementPolicy(),
        description="what candidates hear from us when their mail has come",
        examples=[{"show_answers": False}],
    )
    reminders: Reminders = Field(
        Reminders(days_before=()),
        description="when those are reminded who have not answered all that is required",
        examples=[{"days_before": [7, 2]}],
    )
    late: Late = Field(
        Late.mark, description="what is done with answers that come too late: mark, hold or refuse", examples=["mark"]
    )
    digest: DigestPolicy = Field(
        DigestPolicy(), description="when digests come and what they hold", examples=[{"every": "daily", "hour": "08:00"}]
    )
    groups: Annotated[tuple[Group, ...], Field(max_length=20)] = Field(
        (),
        description="by what entries are counted",
        examples=[[{"id": "country", "name": "Country", "question": "work", "countries": True}]],
    )
    selection: Selection = Field(
        Selection(), description="how people are chosen and invited", examples=[{"waiting": "score", "answer_within": "5 days"}]
    )
    retention: Retention = Field(Retention(), description="for how long things are kept", examples=[{"raw_days": 90}])

    def number(self, question_id: str) -> int:
        """The question's number from 1, as candidates see it."""
        return next(n for n, q in enumerate(self.questions, 1) if q.id == question_id)


_T = TypeVar("_T", bound=Part)


def begin(at: datetime | date) -> datetime:
    """A whole day as its first moment; for comparing days with hours."""
    return at if isinstance(at, datetime) else datetime.combine(at, time())


def parse_call(text: str, file: str) -> Call:
    """The call that a file of rules/ states; `file` is only for the complaints.

    Raises Problems with every mistake in it, in the order of lines. Text that is no YAML at all is one problem.
    """
    document = read_yaml(text, file)
    found = [*document.found, *_conflicts(document)]
    call = None
    try:
        call = Call.model_validate(_in_its_zone(document.data), by_alias=True, by_name=False)
    except ValidationError as error:
        found += complaints(error, Call, document)
    if call is None or found:
        raise Problems(Problem(file, f.line, f.what, f.mend) for f in in_order(found))
    return call


def call_schema() -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of a call file as it is written, for editors. What only `parse_call` sees it lets pass."""
    schema = Call.model_json_schema(by_alias=True)
    parts = schema["$defs"]
    for part in [schema, *parts.values()]:
        for written in part.get("properties", {}).values():
            _without_null(written)
    for part, line in (("Deadline", "2021-02-17 17:00"), ("Meeting", "2021-03-10 13:00-16:00, online")):
        short = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}", "examples": [line]}
        parts[part] = {"title": part, "anyOf": [short, parts[part]]}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def _without_null(written: dict[str, Any]) -> None:
    """In a file a value is left out together with its name; pydantic would have null there."""
    match written.get("anyOf"):
        case [value, {"type": "null"}]:
            del written["anyOf"], written["default"]
            written.update(value)


def _in_its_zone(data: dict[str, Any]) -> dict[str, Any]:
    """ack_from and outages are written in the call's zone and kept in UTC. What can't be read stays, and is complained of in
    its place."""
    zone: tzinfo = UTC
    try:
        zone = zone_info(str(data.get("zone")))
    except ValueError:
        pass  # the zone has its own complaint
    policy, outages = data.get("acknowledgement"), data.get("outages")
    read: dict[str, Any] = {"acknowledgement": _aware(policy, ("ack_from",), zone)} if policy is not None else {}
    if isinstance(outages, list):
        read["outages"] = [_aware(one, ("from", "to"), zone) for one in outages]
    return {**data, **read}


def _aware(part: Any, fields: tuple[str, ...], zone: tzinfo) -> Any:
    """The part with these instants in UTC, as far as they can be read. `to` a day without an hour is to its end."""
    if not isinstance(part, dict):
        return part
    read = dict(part)
    for field in fields:
        if isinstance(text := part.get(field), str):
            with suppress(ValueError, OverflowError):
                whole_day = field == "to" and not isinstance(parse_instant(text), datetime)
                read[field] = parse_aware(f"{text.strip()} 23:59:59" if whole_day else text, zone)
    return read


def _conflicts(document: Document) -> Iterator[Found]:
    """What only shows when two places are held side by side. Looks at what was written, so that one mistake hides no other."""
    yield from _repeated(document, "questions", "id", "is the id of an earlier question too", "give each question its own")
    yield from _repeated(document, "questions", "text", "asks the same as an earlier question", "ask it once")
    yield from _repeated(document, "addresses", None, "stands here twice", "name it once")
    yield from _repeated(document, "contacts", "address", "is the address of an earlier contact too", "name each contact once")
    yield from _digests_to_itself(document)
    yield from _channel(document)
    yield from _order_of_days(document)
    yield from _reminders(document)
    yield from choosing_conflicts.conflicts(document)


def _items(document: Document, part: str) -> list[Any]:
    items = document.data.get(part)
    return items if isinstance(items, list) else []


def _repeated(document: Document, part: str, key: str | None, what: str, mend: str) -> Iterator[Found]:
    seen: set[str] = set()
    for n, item in enumerate(_items(document, part)):
        value = item.get(key) if key is not None and isinstance(item, dict) else item
        if not isinstance(value, str):
            continue
        if (same := " ".join(value.split()).casefold()) in seen:
            yield _found(document, (part, n, key) if key else (part, n), what, mend, value)
        seen.add(same)


def _digests_to_itself(document: Document) -> Iterator[Found]:
    ours = {a.casefold() for a in _items(document, "addresses") if isinstance(a, str)}
    for n, contact in enumerate(_items(document, "contacts")):
        address = contact.get("address") if isinstance(contact, dict) else None
        if isinstance(address, str) and address.casefold() in ours and contact.get("digests", "true") not in {"false", "no"}:
            mend = "give the contact's own address, or say `digests: false`"
            yield _found(
                document,
                ("contacts", n, "address"),
                "takes answers: digests would come back as mail to the call",
                mend,
                address,
            )


def _channel(document: Document) -> Iterator[Found]:
    channel, form = document.data.get("channel", "mail"), document.data.get("form")
    if channel in {"form", "both"} and "form" not in document.data:
        yield Found(
            ("channel",), document.line(("channel",)), f"`channel` is {channel}, and no form is named", "add `form: https://…`"
        )
    if channel == "mail" and isinstance(form, str):
        yield Found(
            ("form",),
            document.line(("form",)),
            "`form` is named, and `channel` is mail",
            "write `channel: both`, or delete `form`",
        )


def _order_of_days(document: Document) -> Iterator[Found]:
    deadline = _readable(Deadline, document.data.get("deadline"))
    published = _read_day(document.data.get("published"))
    starts = [m.start for m in (_readable(Meeting, item) for item in _items(document, "meetings")) if m is not None]
    if deadline is None:
        return
    line = document.line(("deadline", "date"))
    if published is not None and published > deadline.day:
        what = f"`deadline` {deadline.day} is before the day of publication, {published}"
        yield Found(("deadline",), line, what, "one of the two is wrong; is the year right?")
    ends = datetime.combine(deadline.day, deadline.time or time.max)
    if starts and ends > (first := min(begin(start) for start in starts)):
        what = f"`deadline` {ends:%Y-%m-%d %H:%M} is after the first meeting has begun, {first:%Y-%m-%d %H:%M}"
        yield Found(("deadline",), line, what, "one of the two is wrong; is the year right?")


def _reminders(document: Document) -> Iterator[Found]:
    reminders = _readable(Reminders, document.data.get("reminders"))
    if reminders is None:
        return
    line = document.line(("reminders",))
    days = sorted(reminders.days_before)
    close = next(((near, far) for near, far in pairwise(days) if far - near < APART), None)
    if close is not None:
        what = f"`reminders.days_before` has {close[1]} and {close[0]}, which are less than {APART} days apart"
        yield Found(("reminders", "days_before"), document.line(("reminders", "days_before")), what, "leave one of them out")
    if not reminders.at_most:
        return
    if document.data.get("channel") == Channel.form:
        what = "`reminders` are named, and `channel` is form: what comes in by the form is not seen here"
        yield Found(("reminders",), line, what, "delete `reminders`, or write `channel: both`")
    policy = _readable(AcknowledgementPolicy, document.data.get("acknowledgement"))
    if policy is not None and not policy.send:
        what = "`reminders` are named, and `acknowledgement.send` is false"
        yield Found(("reminders",), line, what, "delete one of the two: who is reminded was acknowledged before")


def _readable(part: type[_T], value: Any) -> _T | None:
    try:
        return None if value is None else part.model_validate(value, by_alias=True, by_name=False)
    except ValidationError:
        return None


def _read_day(value: Any) -> date | None:
    try:
        day = parse_day(value)
    except ValueError:
        return None
    return day if isinstance(day, date) else None


def _found(document: Document, loc: Loc, what: str, mend: str, value: str) -> Found:
    return Found(loc, document.line(loc), f"{name(loc)}: `{shown(value)}` {what}", mend)
