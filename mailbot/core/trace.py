"""Trace: what became of each line of a text, so that a person can follow how it was read.

Lines that stand below one another and became the same are one stretch: a hundred thousand quoted lines cost no more than one.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby

from mailbot.core.line import Label, Line

BODY = "body"


class Role(StrEnum):
    """What became of a line. answer: it belongs to one or more; mixed: it does, and words in it answer none; own: the sender's
    words where no question was asked; repeated: only a question or its number said again. The others as in `line.Label`."""

    answer = "answer"
    mixed = "mixed"
    unplaced = "unplaced"
    greeting = "greeting"
    repeated = "repeated"
    own = "own"
    quoted = "quoted"
    attribution = "attribution"
    header = "header"
    signature = "signature"
    disclaimer = "disclaimer"
    empty = "empty"
    struck = "struck"


@dataclass(frozen=True, slots=True)
class Place:
    """What became of one line. questions: by number, those whose answers it belongs to."""

    role: Role
    questions: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some lines in a row. lines: how many."""

    lines: int
    place: Place


@dataclass(frozen=True, slots=True)
class Trace:
    """source: `body` or the attachment's name. text: its lines joined by newlines; the stretches are all of them, in order."""

    source: str
    text: str
    stretches: tuple[Stretch, ...]


Places = Mapping[int, Place]
"""By the number of the line from 0, what the alignment made of it; of the others their label tells."""

_PLAIN = {label: Place(Role(label.value)) for label in Label}
_UNPLACED = Place(Role.unplaced)


def trace(source: str, lines: Sequence[Line], places: Places, *, aligned: bool) -> Trace:
    """aligned: the lines were laid under questions; own words of which nothing is said were not looked at, and unplaced."""
    own = _UNPLACED if aligned else _PLAIN[Label.own]
    every = (
        places.get(i) or (own if line.label is Label.own else _PLAIN[line.label]) if line.label is not Label.empty else None
        for i, line in enumerate(lines)
    )
    return Trace(source, "\n".join(line.text for line in lines), tuple(_stretches(every)))


def _stretches(every: Iterable[Place | None]) -> Iterator[Stretch]:
    for place, run in groupby(every):
        yield Stretch(sum(1 for _ in run), place or _PLAIN[Label.empty])


def settled(found: Trace, answered: Collection[int]) -> Trace:
    """The same where only these questions are answered from this text; lines of answers that were given up are unplaced."""
    return replace(found, stretches=tuple(replace(s, place=_settled(s.place, answered)) for s in found.stretches))


def _settled(place: Place, answered: Collection[int]) -> Place:
    if not place.questions:
        return place
    left = tuple(n for n in place.questions if n in answered)
    return replace(place, questions=left) if left else _UNPLACED


def places(said: Iterable[tuple[int, Place]]) -> dict[int, Place]:
    """What is said of lines, put together: of one line several things may be, of each sentence or each cell another."""
    found: dict[int, Place] = {}
    for line, place in said:
        found[line] = _both(found[line], place) if line in found else place
    return found


def _both(one: Place, other: Place) -> Place:
    questions = tuple(sorted({*one.questions, *other.questions}))
    roles = {one.role, other.role}
    if not questions:
        return one if roles <= {one.role, Role.greeting, Role.repeated} else other
    return Place(Role.mixed if roles & {Role.mixed, Role.unplaced} else Role.answer, questions)
