"""Who is to be told that the deadline was moved to a later one: everybody with an entry who heard of an earlier one last.

An edit that is taken back within the hour is told to nobody, nor is one that moves the deadline nearer. What could not be told
for days is no news any more.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from mailbot.core.announced import Version
from mailbot.core.call import Call
from mailbot.core.deadline import instant
from mailbot.core.late import LATE
from mailbot.core.life import Standing
from mailbot.core.unasked import Exchange, is_open, moved_since, spared, takes_letters, told_deadline

SETTLED, NEWS = timedelta(hours=1), timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Extension:
    """A deadline that is later than one before it. deadline: aware, UTC."""

    deadline: datetime


@dataclass(frozen=True, slots=True)
class Extended:
    """One letter. before: the deadline this person heard of last, aware, UTC. occasion: there is at most one letter of it."""

    before: datetime
    why: str
    occasion: str


def extension(call: Call, where: Standing | None, versions: Sequence[Version], now: datetime) -> Extension | None:
    """The later deadline that is to be told now; None when there is nothing to tell. versions: oldest first."""
    deadline = instant(call)
    earlier = [n for n, version in enumerate(versions) if instant(version.call) != deadline]
    if not earlier or earlier[-1] + 1 == len(versions) or not takes_letters(call, where, now):
        return None
    age = now - versions[earlier[-1] + 1].since
    later = any(instant(versions[n].call) < deadline for n in earlier)
    return Extension(deadline) if later and SETTLED <= age <= NEWS else None


def extended(moved: Extension, call: Call, versions: Sequence[Version], known: Exchange) -> Extended | str:
    """The letter that is due to this person, or the named reason why there is none."""
    entry = known.submission
    # What came late and waits for a person may be in time now. Of what others sent in somebody's name nobody is told.
    if not any(version.counts or version.why in LATE for version in entry.revisions):
        return "nothing-counts"
    against = spared(known)
    if against is not None:
        return against
    before = told_deadline(known, call, versions)
    if before >= moved.deadline:
        return "knows-it"
    return Extended(before, "deadline-extended", f"{entry.reference} {moved.deadline.isoformat()}")


def overtaken(
    at: datetime, call: Call, where: Standing | None, versions: Sequence[Version], known: Exchange, now: datetime
) -> str | None:
    """Why a letter written at that instant, and not sent yet, is to go no more. known: without that letter."""
    if moved_since(at, call, versions):
        return "deadline-moved"
    return "missed" if now >= instant(call) or not is_open(where) else spared(known)
