"""A call, an entry and the letters about it, for the tests of letters that nobody wrote in for."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from mailbot.core.announced import Version
from mailbot.core.call import Call, Contact, Deadline, Question
from mailbot.core.policies import Reminders
from mailbot.core.reading import Answer, Authentication, How, Intent, Timeliness
from mailbot.core.submission import Revision, Submission
from mailbot.core.unasked import Exchange, Written

CALL = Call(
    slug="soil",
    title="Soil",
    zone="Europe/Brussels",
    questions=(
        Question(id="work", text="What line of work are you in?"),
        Question(id="time", text="What role does time play?"),
        Question(id="more", text="What else?", required=False),
    ),
    deadline=Deadline(day=date(2027, 3, 31)),
    contacts=(Contact(name="Ada Example", address="ada@example.org"),),
    addresses=("soil@calls.example.org",),
    reminders=Reminders(days_before=(7, 2)),
)
TAKEN_IN = datetime(2027, 2, 1, 9, tzinfo=UTC)
WROTE = datetime(2027, 3, 1, 10, tzinfo=UTC)
A_WEEK_BEFORE = datetime(2027, 3, 24, 10, tzinfo=UTC)


def altered(call: Call = CALL, **fields: Any) -> Call:
    return call.model_copy(update=fields)


def until(day: date, hour: time | None = None, call: Call = CALL) -> Call:
    return altered(call, deadline=Deadline(day=day, time=hour))


def versions(*calls: tuple[Call, datetime]) -> tuple[Version, ...]:
    return tuple(Version(call, since) for call, since in calls or ((CALL, TAKEN_IN),))


def revision(answered: Sequence[str] = ("work",), at: datetime = WROTE, **fields: Any) -> Revision:
    numbers = {"work": 1, "time": 2, "more": 3, "cost": 4}
    known: dict[str, Any] = {
        "version": 1,
        "mail_id": 1,
        "message_id": "<1@example.org>",
        "received_at": at,
        "timeliness": Timeliness.on_time,
        "authentication": Authentication.aligned,
        "intent": Intent.answer,
        "counts": True,
        "why": "answers",
        "answers": tuple(Answer(numbers[slug], slug, "Words.", 1.0, How.numbered) for slug in answered),
        "unplaced": "",
    }
    return Revision(**(known | fields))


def written(kind: str = "acknowledgement", at: datetime = WROTE, **fields: Any) -> Written:
    return Written(kind, at, "en", f"<{kind}.{at.isoformat()}>", **fields)


def exchange(*revisions: Revision, letters: Sequence[Written] = (written(),), **fields: Any) -> Exchange:
    entry = Submission("AAAA-BBBB", "soil", "jana@example.net", "Jana", revisions or (revision(),))
    return Exchange(entry, tuple(letters), **fields)


def later(at: datetime, **span: float) -> datetime:
    return at + timedelta(**span)
