"""Shapes: what was found in an answer, the answer beside its redacted copy, the paper."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

FEWEST = 5
"""Of how many entries one has to be for a country, or a number, to be told."""


class What(StrEnum):
    """What a mark covers; the word that stands in its place follows from it."""

    name = "name"
    organisation = "organisation"
    place = "place"
    address = "address"
    phone = "phone number"
    link = "link"
    reference = "reference"
    birth = "date of birth"
    country = "another country"


@dataclass(frozen=True, slots=True)
class Mark:
    """A piece of an answer that is taken out. start, end: characters of the original. why: for the person who checks.

    certain: an identifier beyond doubt; others look like one, and a person may put the words back.
    """

    start: int
    end: int
    what: What
    why: str
    certain: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """One answer for the check. id: of the question, with a hash of entry and original; another original has another id.

    question: its number from 1. notes: what a person should know beside the marks.
    """

    id: str
    question: int
    original: str
    copy: str
    marks: tuple[Mark, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Checked:
    """A row of the check as it came back. copy: as the person left it. row: in the sheet, from 1."""

    row: int
    id: str
    copy: str
    released: bool


@dataclass(frozen=True, slots=True)
class Paper:
    """What leaves. sections: each question of the call with the answers released, in an order that follows nobody."""

    title: str
    language: str
    day: date
    sections: Sequence[tuple[str, Sequence[str]]]

    @property
    def answers(self) -> int:
        return sum(len(answers) for _, answers in self.sections)
