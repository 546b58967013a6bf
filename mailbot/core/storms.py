"""Storms: machines that write by the hundred, and mails in somebody's name, told in one line in place of one each."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from mailbot.core.authentication import organisational
from mailbot.core.reading import Kind
from mailbot.core.submission import UNSURE_CHANGE, WEAKER_CHANGE

LEAST: Final = 100
"""Mails of one sort in the span that is looked at, from which on they are a storm."""
_NAMED = 2

_MANY: Final = {
    Kind.auto_reply.value: "automatic replies",
    Kind.bounce.value: "bounces",
    Kind.mdn.value: "read receipts",
    Kind.list.value: "mails of mailing lists",
    Kind.calendar.value: "invitations",
    Kind.challenge.value: "mails that ask us to prove who we are",
    Kind.arf.value: "complaints and reports",
    Kind.newsletter.value: "newsletters and notifications",
    Kind.our_own_loop.value: "letters of ours that came back",
    "authentication-failed": "mails in somebody's name that the sender's domain disowns",
    UNSURE_CHANGE: "changes whose sender nobody could confirm",
    WEAKER_CHANGE: "changes whose sender nobody could confirm",
}
"""Sorts of mail, by kind; what looks like a person's by its named reason. Others are no storm, however many come."""


@dataclass(frozen=True, slots=True)
class Counted:
    """Mails that got no letter, of one kind, reason and sender. sender: an address, or ''. first, last: when, aware, UTC."""

    kind: str
    reason: str
    sender: str
    count: int
    first: datetime
    last: datetime


@dataclass(frozen=True, slots=True)
class Storm:
    """what: in words, for more than one. domains: whose senders they have, each with how many, the most frequent first."""

    what: str
    count: int
    domains: tuple[tuple[str, int], ...]
    first: datetime
    last: datetime


def storms(counted: Iterable[Counted], least: int = LEAST) -> tuple[Storm, ...]:
    """The largest first."""
    sorts: dict[str, list[Counted]] = {}
    for one in counted:
        what = _MANY.get(one.kind) or _MANY.get(one.reason)
        if what is not None:
            sorts.setdefault(what, []).append(one)
    found = [_storm(what, mails) for what, mails in sorts.items()]
    return tuple(sorted((one for one in found if one.count >= least), key=lambda one: (-one.count, one.what)))


def said(found: Sequence[Storm]) -> str:
    """`1000 bounces (7 domains, most from relay.example) and 400 automatic replies (away.example); none was answered`."""
    parts = [f"{one.count} {one.what} ({_from(one)})" for one in found]
    return f"{' and '.join([', '.join(parts[:-1]), parts[-1]] if parts[1:] else parts)}; none was answered" if parts else ""


def _storm(what: str, mails: Sequence[Counted]) -> Storm:
    domains: Counter[str] = Counter()
    for one in mails:
        domains[_domain(one.sender)] += one.count
    ordered = tuple(sorted(domains.items(), key=lambda item: (-item[1], item[0])))
    return Storm(what, domains.total(), ordered, min(one.first for one in mails), max(one.last for one in mails))


def _domain(sender: str) -> str:
    """As DMARC compares domains: the machines of one place are one sender."""
    return organisational(sender.rpartition("@")[2].lower()) or "nobody"


def _from(storm: Storm) -> str:
    names = [name for name, _ in storm.domains]
    if len(names) <= _NAMED:
        return " and ".join(names)
    return f"{len(names)} domains, most from {names[0]}"
