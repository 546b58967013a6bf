"""Shapes of a digest: what the store knows (Snapshot), and what one letter says of it (Digest)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from mailbot.core.call import Call
from mailbot.core.decisions import Choice, Decision, Offer, OfferState
from mailbot.core.entries import Entry

Composition = Mapping[str, Mapping[str, int]]
"""Id of a group of the call to each value and how many entries have it; the value '' is that of entries that tell none."""


@dataclass(frozen=True, slots=True)
class Open:
    """Things of one kind that wait for a person. count: all; new: those that came since the last digest. references: of the
    entries they are about, as far as they are about any."""

    count: int = 0
    new: int = 0
    references: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits for a person and does not show in the entries. quarantined: by its named reason. withdrawals: asked and not
    confirmed. questions: of candidates, without an answer. unreached: letters that failed or came back. held: letters that wait
    for approval. apart: versions, which are told with the entries that they are about."""

    quarantined: Mapping[str, Open] = field(default_factory=dict)
    withdrawals: Open = Open()
    questions: Open = Open()
    unreached: Open = Open()
    held: Open = Open()
    apart: Open = Open()


@dataclass(frozen=True, slots=True)
class Snapshot:
    """All that a digest is made of. now: aware, UTC. since: when the last one was made, None before the first.

    seen: up to which row of the ledger the last one told; None where only its time is known. scored: how many entries at least
    one reviewer has read. withdrawn: entries that were withdrawn since.
    """

    call: Call
    now: datetime
    since: datetime | None
    entries: Sequence[Entry]
    decisions: Sequence[Decision] = ()
    offers: Sequence[Offer] = ()
    scored: int = 0
    waiting: Waiting = Waiting()
    withdrawn: int = 0
    seen: int | None = None


class Occasion(StrEnum):
    """Why it comes on this day: as on others, on the eve of the deadline, or on the morning after it."""

    usual = "usual"
    eve = "eve"
    after = "after"


class Need(StrEnum):
    """What waits for a person, the most pressing first."""

    reopened = "reopened"
    withdrawals = "withdrawals"
    questions = "questions"
    unreached = "unreached"
    held = "held"
    quarantined = "quarantined"
    apart = "apart"
    unsure = "unsure"


@dataclass(frozen=True, slots=True)
class Needed:
    """One line of what waits. numbers: of the entries, in order. reasons: named, with how many, the most frequent first."""

    what: Need
    count: int
    numbers: tuple[int, ...] = ()
    reasons: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Counts:
    """entries: those that count, of which the others are. late: past the grace, too. withdrawn: since the last digest."""

    entries: int = 0
    new: int = 0
    changed: int = 0
    incomplete: int = 0
    late: int = 0
    withdrawn: int = 0


@dataclass(frozen=True, slots=True)
class Choosing:
    """How the choice stands. decided: entries by choice. untold: decisions whose people have not been told. free: places that
    nobody holds, None without a number of places. scored: entries that somebody has read, None where nobody is asked to."""

    decided: Mapping[Choice, int]
    untold: int
    offers: Mapping[OfferState, int]
    free: int | None
    scored: int | None


@dataclass(frozen=True, slots=True)
class Bar:
    """Entries of one day or week. day: its first. on_time, after: by the deadline, grace is after it."""

    day: date
    on_time: int
    after: int


@dataclass(frozen=True, slots=True)
class Week:
    """A row of the calendar. days: entries from Monday to Sunday, None for a day that is yet to come or before the first."""

    monday: date
    days: tuple[int | None, ...]

    @property
    def total(self) -> int:
        return sum(day or 0 for day in self.days)


@dataclass(frozen=True, slots=True)
class Arrivals:
    """Entries over time. weekly: a bar is a week and not a day. today, deadline: the bar in which they are, None outside.
    weeks: the same as a calendar, its last weeks; earlier: how many came before them. lately, before: in the last seven days,
    and in the seven before those."""

    bars: tuple[Bar, ...] = ()
    weekly: bool = False
    today: int | None = None
    deadline: int | None = None
    weeks: tuple[Week, ...] = ()
    earlier: int = 0
    lately: int = 0
    before: int = 0


@dataclass(frozen=True, slots=True)
class Asked:
    """One question and how many entries answer it. unsure: of them, laid there by guess."""

    number: int
    text: str
    answered: int
    unsure: int


@dataclass(frozen=True, slots=True)
class Divided:
    """The entries by one group of the call: the most frequent values first, '' (not told) last."""

    name: str
    values: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Digest:
    """What one letter says. day: of the calendar of the call. new, changed, incomplete: the newest of them, as many as a mail
    can hold; `counts` has all. late: of the newest, those not on time."""

    call: Call
    now: datetime
    since: datetime | None
    day: date
    occasion: Occasion
    counts: Counts
    new: tuple[Entry, ...]
    changed: tuple[Entry, ...]
    incomplete: tuple[Entry, ...]
    needs: tuple[Needed, ...]
    choosing: Choosing
    arrivals: Arrivals
    questions: tuple[Asked, ...]
    groups: tuple[Divided, ...]
