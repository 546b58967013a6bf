"""One call, one reply and the facts of its acknowledgement, for the tests of letters."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from functools import cache
from typing import Any

from mailbot.core.call import Call, Contact, Deadline, Meeting, Question
from mailbot.core.deadline import lateness, timeliness
from mailbot.core.facts import Facts
from mailbot.core.letter import Letter, Letters
from mailbot.core.policies import Late
from mailbot.core.reading import Answer, Authentication, How, Kind, Outcome, Own, Reading, Sender
from mailbot.resources import letter_templates

TEMPLATES = letter_templates()
OWN = Own(frozenset({"calls@example.org"}), "example.org", b"a key of thirty-two octets, fixed")

CALL = Call(
    slug="school-meals",
    title="Warm meals for every school: what works in practice",
    language="en",
    zone="Europe/Brussels",
    meetings=(Meeting(start=date(2026, 5, 6)),),
    questions=(
        Question(id="work", text="What is your line of work, and how long have you been doing it?"),
        Question(id="practice", text="Which practice would you like to share? What makes it work, and for whom does it not?"),
        Question(id="costs", text="Who pays for the meals?"),
        Question(
            id="obstacles",
            text="What stands in the way? Please think of the kitchen, of the people who work in it, of the parents, "
            "and of the rules that you have to follow.",
        ),
    ),
    deadline=Deadline(day=date(2026, 3, 31)),
    contacts=(Contact(name="Ada Berg", address="ada.berg@example.org"), Contact(name="Ben Cole", address="ben@example.org")),
    addresses=("calls@example.org",),
)
ANSWERS = {
    "work": "I have been cooking in a primary school for eleven years.",
    "practice": "Two choices every day, and pupils who serve.\n\nIt works for the small ones.\nOlder ones go to the bakery.",
    "obstacles": "An oven from 1987 — & <nobody> who mends it.",
}
RECEIVED = {
    "on_time": datetime(2026, 3, 29, 0, 59, 30, tzinfo=UTC),  # the last minute before the clocks change in Brussels
    "grace": datetime(2026, 4, 1, 9, 12, tzinfo=UTC),
    "late": datetime(2026, 4, 3, 6, 30, tzinfo=UTC),
}


def letters(templates: Mapping[str, str] = TEMPLATES, **more: Any) -> Letters:
    """The letters of calls@example.org."""
    return Letters(templates, OWN, **{"from_address": "calls@example.org", "from_name": "The meals team"} | more)


LETTERS = letters()


def facts(
    *,
    call: Call = CALL,
    language: str | None = "en",
    authentication: str = "aligned",
    received_at: datetime = RECEIVED["on_time"],
    answers: Mapping[str, str] = ANSWERS,
    address: str = "jana@example.net",
    further: bool = False,
    apology: bool = False,
    kept_apart: bool = False,
    includes_earlier: bool = False,
    set_aside: frozenset[str] = frozenset(),
    vouched: bool = True,
    closed: bool = False,
    late_policy: Late = Late.mark,
    after_withdrawal: bool = False,
    unreadable: int = 0,
    own: Mapping[str, str] | None = None,
    **more: Any,
) -> Facts:
    """Those of a mail with these properties. own: the answers in this very mail, else all. `more` goes to the Reading."""
    on = timeliness(received_at, call)
    fields: dict[str, Any] = {
        "sha256": "5e" * 32,
        "fingerprint": "f1",
        "sender": Sender(address, "Jana N.", Authentication(authentication)),
        "kind": Kind.human,
        "ack": True,
        "outcome": Outcome.submission,
        "reason": "answers",
        "call": call.slug,
        "received_at": received_at,
        "timeliness": on,
        "message_id": "<reply@example.net>",
        "references": ("<call@example.org>",),
        "subject": "Re: call",
        "language": language,
        "answers": tuple(answer(call, question, text) for question, text in (answers if own is None else own).items()),
    }
    reading = Reading(**(fields | more))
    return Facts(
        call,
        reading,
        "7KQM-4TZP",
        answers,
        on,
        lateness(received_at, call),
        further=further,
        apology=apology,
        kept_apart=kept_apart,
        includes_earlier=includes_earlier,
        set_aside=set_aside,
        vouched=vouched,
        closed=closed,
        late_policy=late_policy,
        after_withdrawal=after_withdrawal,
        unreadable=unreadable,
    )


def answer(call: Call, question_id: str, text: str) -> Answer:
    """An answer that was numbered."""
    return Answer(call.number(question_id), question_id, text, 1.0, How.numbered)


def acknowledgement(asked: Facts | None = None, **more: Any) -> Letter:
    """A letter that is there."""
    asked = asked or facts(**more)
    letter = LETTERS.acknowledgement(asked, asked.reading.received_at)
    assert letter is not None
    return letter


def opened(letter: Letter) -> EmailMessage:
    """As a client reads it."""
    message = message_from_bytes(letter.raw, policy=policy.default)
    assert isinstance(message, EmailMessage)
    return message


def text_of(letter: Letter) -> str:
    return _part(letter, "plain")


def html_of(letter: Letter) -> str:
    return _part(letter, "html")


@cache
def _part(letter: Letter, kind: str) -> str:
    part = opened(letter).get_body((kind,))
    assert part is not None
    content: str = part.get_content()
    return content.replace("\r\n", "\n")


def headers_of(letter: Letter) -> str:
    """As on the wire."""
    return letter.raw.partition(b"\r\n\r\n")[0].decode("ascii").replace("\r\n", "\n")
