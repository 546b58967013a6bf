"""What mail servers tell of a letter of ours: that it failed, waits or arrived (RFC 3464), and of which letter.

Such reports are easily forged (RFC 3464 4.1): only a letter named by its key counts, and then the report is shown at its letter
and changes nothing. The letter is named by its Message-ID, by X-Mailbot-Loop where servers write Message-IDs anew, or by the
address that the report was sent to, where each letter has one of its own.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import chain, islice

from mailbot.core.keyed import mentioned, of_bounce_paths, verify_id
from mailbot.core.message import Message
from mailbot.core.phrases import arrivals
from mailbot.core.reading import Own

_SEARCHED = 200_000  # characters of each part, and of the header
_PARTS = 10
_NAMED = 50  # names of letters that are verified in a part; a report has three
_SUBJECTS = 7  # RFC 3463 3 has no more; `Exim 4.94.2` is none
_REPORTS = frozenset({"message/delivery-status", "message/global-delivery-status"})
_FIELD = re.compile(r"^(action|status|diagnostic-code)[ \t]*:(.{0,1000})$", re.IGNORECASE | re.MULTILINE)
_STATUS = re.compile(r"(?<![\d.])(?P<kind>[245])\.(?P<subject>\d{1,3})\.(?P<detail>\d{1,3})(?![\d.]*\d)")
_OTHER_MAILS = re.compile(r"^(?:references|in-reply-to)[ \t]*:[^\n]*(?:\n[ \t][^\n]*)*", re.IGNORECASE | re.MULTILINE)
_REASON = re.compile(r"letter-(?P<told>failed|delayed|delivered)(?:-(?P<status>[245]\.\d{1,3}\.\d{1,3}))?")


class Told(StrEnum):
    """failed: the servers have given up. delayed: they go on trying. delivered: it arrived, or left what can report."""

    failed = "failed"
    delayed = "delayed"
    delivered = "delivered"


_ACTIONS = {
    "failed": Told.failed,
    "delayed": Told.delayed,
    **dict.fromkeys(("delivered", "relayed", "expanded"), Told.delivered),  # RFC 3464 2.3.3
}
_WORST_FIRST = (Told.failed, Told.delayed, Told.delivered)


@dataclass(frozen=True, slots=True)
class Arrival:
    """status: an enhanced status code (RFC 3463) of which `why` knows the meaning, or ''."""

    told: Told
    status: str = ""

    @property
    def reason(self) -> str:
        """A named reason, such as `letter-failed-5.1.1`; there are few of them, whatever servers write."""
        return f"letter-{self.told}" + (f"-{self.status}" if self.status else "")

    @property
    def lasting(self) -> bool | None:
        """Whether another letter would fail too; None where nobody said so."""
        return self.status.startswith("5") if self.status and self.told is Told.failed else None

    @property
    def why(self) -> str:
        """In plain words; '' where nobody said why."""
        return arrivals.WHY.get(self.status[2:], "") if self.told is not Told.delivered else ""


@dataclass(frozen=True, slots=True)
class Returned:
    """Something that came back of a letter. letter: its number in the outbox. kind: a LetterKind. reference: of the entry it
    is about, or ''. mail_id: of the mail that told, None where the relay itself refused the letter. at: when, aware, UTC.
    arrival: None for an automatic reply."""

    letter: int
    kind: str
    reference: str
    recipient: str
    mail_id: int | None
    at: datetime
    arrival: Arrival | None


def lost(returned: Iterable[Returned]) -> list[Returned]:
    """The letters that did not arrive, each once, in the order in which that became known."""
    return _of_each(one for one in returned if one.arrival is not None and one.arrival.told is Told.failed)


def delayed(returned: Sequence[Returned]) -> list[Returned]:
    """The letters that are on their way, as far as is known."""
    settled = {one.letter for one in returned if one.arrival is not None and one.arrival.told is not Told.delayed}
    return _of_each(
        one for one in returned if one.letter not in settled and one.arrival is not None and one.arrival.told is Told.delayed
    )


def automatic(returned: Iterable[Returned]) -> list[Returned]:
    """The automatic replies, the first to each letter."""
    return _of_each(one for one in returned if one.arrival is None)


def _of_each(returned: Iterable[Returned]) -> list[Returned]:
    firsts: dict[int, Returned] = {}
    for one in returned:
        firsts.setdefault(one.letter, one)
    return list(firsts.values())


def of_reason(reason: str | None) -> Arrival | None:
    """What `Arrival.reason` gave."""
    found = _REASON.fullmatch(reason or "")
    return Arrival(Told(found["told"]), found["status"] or "") if found is not None else None


def of_reply(code: int | None, text: str) -> Arrival:
    """What a relay said when it refused a letter for good, or did not take it for too long. code: of SMTP, such as 550."""
    kind = f"{code // 100}.0.0" if code is not None and 400 <= code < 600 else ""
    return Arrival(Told.failed, _status(text[:1000]) or kind)


def arrival(message: Message) -> Arrival:
    """What a report tells. One without the fields of RFC 3464 is believed to tell of a failure, unless its words say that the
    server goes on trying."""
    reported = [_group(group) for text in _texts(message, reports=True) for group in re.split(r"\n[ \t]*\n", text)]
    told = [one for one in reported if one is not None]
    if told:
        return min(told, key=lambda one: _WORST_FIRST.index(one.told))
    text = message.text[:_SEARCHED]
    words = f"{message.subject}\n{text[:4000]}".casefold()
    goes_on = any(phrase in words for phrase in arrivals.DELAYED)
    return Arrival(Told.delayed if goes_on else Told.failed, _status(text))


def letter_returned(message: Message, calls: Sequence[str], own: Own) -> str | None:
    """Message-ID of the letter that a report is about. calls: slugs of those that a letter may be about.

    A returned letter names earlier letters of its thread too, in other fields; so what the report itself answers comes last.
    """
    header = "\n".join(f"{name}: {value}" for name, value in message.raw_headers)[:_SEARCHED]
    texts = [_OTHER_MAILS.sub("", text) for text in (header, *_texts(message))]
    return _first(
        chain(
            chain.from_iterable(of_bounce_paths(text, calls, own) for text in texts),
            chain.from_iterable(islice(mentioned(text, own), _NAMED) for text in texts),
            _answered(message, own),
        ),
        calls,
        own,
    )


def letter_answered(message: Message, calls: Sequence[str], own: Own) -> str | None:
    """Message-ID of the letter that a program answered; it writes to the envelope sender (RFC 3834 4)."""
    to = "\n".join(chain.from_iterable(message.all(name) for name in ("to", "delivered-to", "x-original-to", "envelope-to")))
    return _first(chain(_answered(message, own), of_bounce_paths(to[:_SEARCHED], calls, own)), calls, own)


def _first(ids: Iterator[str], calls: Sequence[str], own: Own) -> str | None:
    return next((i for i in ids if any(verify_id(i, call, own) for call in calls)), None)


def _answered(message: Message, own: Own) -> Iterator[str]:
    named = mentioned(" ".join([*message.in_reply_to, *reversed(message.references)]), own)
    return islice(named, _NAMED)


def _texts(message: Message, *, reports: bool = False) -> Iterator[str]:
    """The text and what is attached; or only the parts that report."""
    if not reports:
        yield message.text[:_SEARCHED]
    for file in message.attachments[:_PARTS]:
        if not reports or file.type in _REPORTS:
            yield file.content[:_SEARCHED].decode("latin-1").replace("\r\n", "\n")


def _group(text: str) -> Arrival | None:
    """The fields about one recipient (RFC 3464 2.3)."""
    fields = {name.lower(): value.strip() for name, value in _FIELD.findall(text)}
    told = _ACTIONS.get(fields.get("action", "").partition(" ")[0].lower())
    if told is None:
        return None
    status = _status(fields.get("status", ""))
    return Arrival(told, _status(fields.get("diagnostic-code", "")) or status if status[2:] in ("", "0.0") else status)


def _status(text: str) -> str:
    """The first enhanced status code in a text, spelled as `why` knows it: `5.1.99` is `5.1.0`. '' where none stands."""
    for found in _STATUS.finditer(text):
        subject, detail = int(found["subject"]), int(found["detail"])
        if subject <= _SUBJECTS:
            known = f"{subject}.{detail}" if f"{subject}.{detail}" in arrivals.WHY else f"{subject}.0"
            return f"{found['kind']}.{known}"
    return ""
