"""Orders: what an organiser's mail tells the service to do."""

from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum

MOST_NUMBERS = 2_000
"""Numbers and references that one mail may name."""
HIGHEST = 1_000_000


class Verb(StrEnum):
    """invite, reserve, hold, decline: decisions, as `Choice` has them. undo: a pending decision is taken back. drop: taken out
    of a batch. send: the batch goes. cancel: what was shown does not happen."""

    invite = "invite"
    reserve = "reserve"
    hold = "hold"
    decline = "decline"
    undo = "undo"
    drop = "drop"
    show = "show"
    remind = "remind"
    extend = "extend"
    close = "close"
    ok = "ok"
    send = "send"
    cancel = "cancel"
    help = "help"


DECIDING = frozenset({Verb.invite, Verb.reserve, Verb.hold, Verb.decline, Verb.undo, Verb.drop})
"""No two of these can be done to the same entry by one mail."""
ALONE = frozenset({Verb.close, Verb.ok, Verb.send, Verb.cancel, Verb.help})
"""These name no entry."""


class Which(StrEnum):
    """Entries that are named by what they are. rest: all about which nothing is decided, by this mail or before."""

    rest = "rest"
    all = "all"
    incomplete = "incomplete"
    shortlist = "shortlist"
    waiting = "waiting"


@dataclass(frozen=True, slots=True)
class Order:
    """One command.

    numbers: of entries, ranges resolved, each once, in the order written. references: as printed. top: how many of the best.
    day: not before the day of reading; at: local wall time of the call, None for the end of the day. reason: one line, or ''.
    said: the sentence as it was written, one line, bounded; no part of what the order is.
    """

    verb: Verb
    numbers: tuple[int, ...] = ()
    references: tuple[str, ...] = ()
    which: Which | None = None
    top: int | None = None
    day: date | None = None
    at: time | None = None
    reason: str = ""
    said: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Orders:
    """orders: in the order written. unclear: pieces, each one bounded line, that may be meant as a command or a condition and
    are no plain one, and conflicts such as `3: invite / decline`. ok: the mail is a yes and nothing else."""

    orders: tuple[Order, ...] = ()
    unclear: tuple[str, ...] = ()
    ok: bool = False
