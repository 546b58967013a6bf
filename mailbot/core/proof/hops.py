"""Hops: the Received chain (RFC 5321 4.4), each line's parts and time, and which of them our own servers wrote."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from mailbot.core import clean
from mailbot.core.border import taken_in_by
from mailbot.core.header import Fields
from mailbot.core.reading import Own

_MOST = 100
_LONGEST = 2000  # characters of a line that are kept
_YEARS = range(1970, 2200)
_CLAUSES = frozenset({"from", "by", "via", "with", "id", "for"})


@dataclass(frozen=True, slots=True)
class Hop:
    """One Received line. text: as it stands, on one line. from_, by, protocol: what it says of the machines.

    at: its time, aware, UTC; None where it has none, or one in a zone that nobody can tell (RFC 5322 4.3).
    ours: written by a server of ours; what stands below may be anybody's invention. border: the line by which our border took
    the mail from another machine.
    """

    text: str
    from_: str
    by: str
    protocol: str
    at: datetime | None
    ours: bool
    border: bool


def hops(fields: Fields, own: Own) -> tuple[Hop, ...]:
    """The chain from the top, which is the last hop; at most 100 lines of it.

    Where no line is from another machine nobody can say which are ours, and none is.
    """
    border = taken_in_by(fields, below_received=own.below_received)
    lines = [value for name, value in fields if name == "received"][:_MOST]
    return tuple(_hop(line[:_LONGEST], number, border) for number, line in enumerate(lines))


def instant(text: str) -> datetime | None:
    """The instant that a date of RFC 5322 names, aware, UTC; None where it is none, or of an unknown zone."""
    try:
        found = parsedate_to_datetime(text.strip())
        if found.tzinfo is None and "-0000" not in text:
            return None
        at = found.replace(tzinfo=found.tzinfo or UTC).astimezone(UTC)
    except (ValueError, TypeError, IndexError, OverflowError, AttributeError):
        return None
    return at if at.year in _YEARS else None


def host_by(line: str) -> str:
    """The name, in lower case, of the machine that wrote a Received line; '' where it gives none."""
    said, _, date = line[:_LONGEST].rpartition(";")
    return next(iter(_parts((said or date).split()).get("by", "").lower().split()), "")


def _hop(line: str, number: int, border: int | None) -> Hop:
    said, _, date = line.rpartition(";")
    parts = _parts((said or line).split())
    return Hop(
        text=clean.line(line),
        from_=parts.get("from", ""),
        by=parts.get("by", ""),
        protocol=parts.get("with", ""),
        at=instant(date),
        ours=border is not None and number <= border,
        border=number == border,
    )


def _parts(words: Sequence[str]) -> dict[str, str]:
    """`from`, `by`, `with` and the others, each with what follows it and the comments behind; the first of each counts."""
    found: dict[str, list[str]] = {}
    into: list[str] = []
    depth = 0
    for word in words:
        if depth == 0 and (clause := word.lower()) in _CLAUSES and clause not in found:
            into = found[clause] = []
        else:
            into.append(word)
        depth = max(0, depth + word.count("(") - word.count(")"))
    return {clause: clean.line(" ".join(said)) for clause, said in found.items()}
