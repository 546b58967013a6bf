"""Rows: entries as people read them in a sheet, one row a person, and the counts beside them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, tzinfo
from enum import StrEnum

from mailbot.core import clean
from mailbot.core.call import Call
from mailbot.core.decisions import Choice, OfferState
from mailbot.core.entries import Entry
from mailbot.core.phrases.columns import Words, words
from mailbot.core.reading import Timeliness
from mailbot.core.when import zone_info


class Kind(StrEnum):
    """What a column holds: our own whole or broken numbers, a few words, or long text."""

    number = "number"
    short = "short"
    long = "long"


class Mark(StrEnum):
    """What is marked by a word and a colour; the names are those of `Words`."""

    late = "late"
    grace = "grace"
    incomplete = "incomplete"
    unsure = "unsure"
    withdrawn = "withdrawn"
    apart = "apart"
    uncounted = "uncounted"


@dataclass(frozen=True, slots=True)
class Column:
    """key: lasting, for programs. title: in the call's language; of a question its number and whole text."""

    key: str
    title: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Beside:
    """What is known of entries beside their answers, each by reference. groups: by the group's id, then by reference."""

    choices: Mapping[str, Choice] = field(default_factory=dict)
    offers: Mapping[str, OfferState] = field(default_factory=dict)
    totals: Mapping[str, float] = field(default_factory=dict)
    groups: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Row:
    """values: one a column, '' for nothing. marks: number of a column, from 0, to what its cell is marked as."""

    values: Sequence[str]
    marks: Mapping[int, Mark]


class Table:
    """The rows of a call: one a person, in the order of the entries."""

    def __init__(self, call: Call, beside: Beside) -> None:
        self.words: Words = words(call.language)
        self._call, self._beside, self._zone = call, beside, zone_info(call.zone)
        self._groups = [beside.groups[group.id] for group in call.groups if group.id in beside.groups]
        self.columns = tuple(self._columns())
        self._place = {column.key: n for n, column in enumerate(self.columns)}
        self._first_answer, self._numbers = self._place["q1"], range(1, len(call.questions) + 1)

    def _columns(self) -> Iterator[Column]:
        its, beside = self.words, self._beside
        yield Column("number", its.number, Kind.number)
        yield Column("name", its.name, Kind.short)
        yield Column("state", its.state, Kind.short)
        yield Column("missing", its.missing, Kind.short)
        yield Column("unsure", its.guessed, Kind.short)
        yield Column("address", its.address, Kind.short)
        yield Column("first_at", its.first, Kind.short)
        yield Column("changed_at", its.last, Kind.short)
        yield Column("version", its.version, Kind.number)
        for key, title, known, kind in (
            ("choice", its.choice, beside.choices, Kind.short),
            ("offer", its.offer, beside.offers, Kind.short),
            ("total", its.total, beside.totals, Kind.number),
        ):
            if known:
                yield Column(key, title, kind)
        for group in self._call.groups:
            if group.id in beside.groups:
                yield Column(f"group_{group.id}", group.name, Kind.short)
        for number, question in enumerate(self._call.questions, 1):
            yield Column(f"q{number}", f"{number}. {clean.line(question.text)}", Kind.long)
        yield Column("unplaced", its.rest, Kind.long)
        yield Column("reference", its.reference, Kind.short)

    def row(self, entry: Entry) -> Row:
        its, reference, answers = marks(entry), entry.reference, entry.answers
        first = last = moment(entry.first_at, self._zone)
        if entry.changed_at != entry.first_at:
            last = moment(entry.changed_at, self._zone)
        values = [
            str(entry.number),
            entry.name,
            ", ".join([getattr(self.words, mark) for mark in its]) if its else self.words.on_time,
            ", ".join(map(str, entry.missing)) if entry.missing else "",
            ", ".join(map(str, sorted(entry.unsure))) if entry.unsure else "",
            entry.address,
            first,
            last,
            str(entry.version or ""),
            *self._decided(reference),
            *[group.get(reference, "") for group in self._groups],
            *[answers.get(number, "") for number in self._numbers],
            entry.unplaced,
            reference,
        ]
        return Row(values, self._marked(entry, its) if its else _UNMARKED)

    def _decided(self, reference: str) -> Iterator[str]:
        beside, its = self._beside, self.words
        if beside.choices:
            yield its.choices[beside.choices[reference]] if reference in beside.choices else ""
        if beside.offers:
            yield its.offers[beside.offers[reference]] if reference in beside.offers else ""
        if beside.totals:
            yield f"{beside.totals[reference]:g}" if reference in beside.totals else ""

    def _marked(self, entry: Entry, its: Sequence[Mark]) -> dict[int, Mark]:
        found = {self._place["state"]: its[0]}
        found |= {self._first_answer + number - 1: Mark.unsure for number in entry.unsure}
        found |= {self._first_answer + number - 1: Mark.incomplete for number in entry.missing}
        if Mark.withdrawn in its:
            found |= {self._place["number"]: Mark.withdrawn, self._place["name"]: Mark.withdrawn}
        return found


_UNMARKED: Mapping[int, Mark] = {}


def marks(entry: Entry) -> list[Mark]:
    """What an entry is marked as, the weightiest first; nothing for one that is whole and on time."""
    found = []
    if entry.withdrawn:
        found.append(Mark.withdrawn)
    elif not entry.version:
        found.append(Mark.uncounted)
    if entry.timeliness is not Timeliness.on_time:
        found.append(Mark.late if entry.timeliness is Timeliness.late else Mark.grace)
    if entry.missing:
        found.append(Mark.incomplete)
    if entry.unsure:
        found.append(Mark.unsure)
    if entry.apart:
        found.append(Mark.apart)
    return found


def moment(at: datetime, zone: tzinfo) -> str:
    """`2021-02-17 22:14:05` by the clocks of that zone; as text it sorts in time."""
    return at.astimezone(zone).isoformat(" ", "seconds")[:19]


@dataclass(slots=True)
class Counts:
    """How entries divide, told while their rows go by. answered, missing, unsure: by the number of a question, of entries that
    count. days: new entries by day in the call's zone, and how many of them came late."""

    people: int = 0
    counting: int = 0
    marked: Counter[Mark] = field(default_factory=Counter)
    answered: Counter[int] = field(default_factory=Counter)
    missing: Counter[int] = field(default_factory=Counter)
    unsure: Counter[int] = field(default_factory=Counter)
    days: Counter[date] = field(default_factory=Counter)
    late_days: Counter[date] = field(default_factory=Counter)
    groups: dict[str, Counter[str]] = field(default_factory=dict)


def counts(call: Call, entries: Iterable[Entry], beside: Beside) -> Counts:
    """The second sheet in numbers."""
    zone, told = zone_info(call.zone), Counts(groups={g.id: Counter() for g in call.groups if g.id in beside.groups})
    for entry in entries:
        told.people += 1
        for mark in marks(entry):
            told.marked[mark] += 1
        day = entry.first_at.astimezone(zone).date()
        told.days[day] += 1
        if entry.timeliness is Timeliness.late:
            told.late_days[day] += 1
        if entry.counts:
            told.counting += 1
            for questions, tally in (
                (entry.answers, told.answered),
                (entry.missing, told.missing),
                (entry.unsure, told.unsure),
            ):
                for question in questions:
                    tally[question] += 1
            for group, values in told.groups.items():
                values[beside.groups[group].get(entry.reference, "")] += 1
    return told
