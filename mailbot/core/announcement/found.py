"""The shapes of what is found in a text about time: an hour, a mention of days and hours, and the tokens that it takes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, NamedTuple

from mailbot.core.announcement.tokens import Day, Token
from mailbot.core.announcement.vocabulary import Anchor, Said


@dataclass(frozen=True, slots=True)
class Hour:
    """minutes: since midnight, up to 24 * 60; None when it is only said by a word."""

    minutes: int | None = None
    said: Said | None = None

    def __str__(self) -> str:
        return str(self.said) if self.minutes is None else f"{self.minutes // 60:02d}:{self.minutes % 60:02d}"


@dataclass(frozen=True, slots=True)
class When:
    """One mention. start, end: its place in the text.

    days: those named, in order; none when only an hour, a zone or a length of time is. span: all from the first to the last are
    meant. begins, ends: hours of each day, or with `across` of the first and of the last. zone: an abbreviation or offset as
    printed, or the IANA name of the place named. every: it says that the hours are those of each day. relative: so long after
    (or before) publication or meeting. lasts: how long it takes.
    """

    start: int
    end: int
    days: tuple[Day, ...] = ()
    span: bool = False
    begins: Hour | None = None
    ends: Hour | None = None
    across: bool = False
    zone: str | None = None
    every: bool = False
    relative: tuple[timedelta, Anchor] | None = None
    lasts: timedelta | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A mention, and the tokens that it takes, from and to."""

    when: When
    first: int
    last: int


class Text(NamedTuple):
    """A text with its tokens, and the letters of these in one string."""

    shown: str
    language: str
    tokens: Sequence[Token]
    letters: str

    def part(self, first: int, last: int, **fields: Any) -> Part:
        return Part(When(self.tokens[first].start, self.tokens[last - 1].end, **fields), first, last)
