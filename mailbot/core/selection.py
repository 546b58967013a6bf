"""Selection: what reviewers' scores come to, who stands before whom, and where the places end; ties are told, never hidden."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from hashlib import sha256
from itertools import groupby
from math import ceil, floor
from statistics import fmean, median

from mailbot.core.choosing import Amount, Combine, Criterion, Group, Selection, Target
from mailbot.core.composition import meant
from mailbot.core.decisions import Choice, Score
from mailbot.core.entries import Entry
from mailbot.core.places import Stand, Table, left, stands

_PERCENT = (0, 100)
_EXACT = 9  # decimals: means that are equal stay so, however they were added up


@dataclass(frozen=True, slots=True)
class Total:
    """What all readings of one entry come to.

    total: on the `scale` of the call; None where nothing that counts was judged. values: id of a criterion, independent ones
    as well, to what its readings come to, on its own scale. readings: by how many reviewers. spread: how far the highest of
    their own totals lies above the lowest; None below two.
    """

    total: float | None
    values: Mapping[str, float]
    readings: int
    spread: float | None = None


NONE = Total(None, {}, 0)
"""Of an entry that nobody has read."""


def scale(criteria: Sequence[Criterion]) -> tuple[int, int]:
    """Lowest and highest possible total: of the one scale that all criteria have, else 0 and 100."""
    scales = {(criterion.lowest, criterion.highest) for criterion in criteria if not criterion.independent}
    return scales.pop() if len(scales) == 1 else _PERCENT


def readings(scores: Sequence[Score], criteria: Sequence[Criterion], combine: Combine) -> Mapping[str, Total]:
    """What the scores come to, by reference, for every entry that was read. Of each reviewer the latest reading stands.

    Each criterion is combined first, from those readings that have it; then the criteria are added up by weight, each as a
    share of its scale. So everybody can work out the total from the columns beside it. A criterion that nobody judged counts
    for nothing, up or down; nor do values outside of the scale.
    """
    read: dict[str, list[Mapping[str, int]]] = defaultdict(list)
    for score in _standing(scores):
        read[score.reference].append(_valid(score.values, criteria))
    return {reference: _total(values, criteria, combine) for reference, values in sorted(read.items())}


def _standing(scores: Sequence[Score]) -> Iterator[Score]:
    latest = {(score.reference, score.reviewer.lower()): score for score in sorted(scores, key=lambda score: score.at)}
    yield from (latest[key] for key in sorted(latest))


def _valid(values: Mapping[str, int], criteria: Sequence[Criterion]) -> Mapping[str, int]:
    return {c.id: values[c.id] for c in criteria if c.id in values and c.lowest <= values[c.id] <= c.highest}


def _total(read: Sequence[Mapping[str, int]], criteria: Sequence[Criterion], combine: Combine) -> Total:
    together = median if combine is Combine.median else fmean
    judged = {c.id: [values[c.id] for values in read if c.id in values] for c in criteria}
    values = {name: round(float(together(found)), _EXACT) for name, found in judged.items() if found}
    own = [total for one in read if (total := _weighed(one, criteria)) is not None]
    spread = round(max(own) - min(own), _EXACT) if len(own) > 1 else None
    return Total(_weighed(values, criteria), values, len(read), spread)


def _weighed(values: Mapping[str, float], criteria: Sequence[Criterion]) -> float | None:
    counting = [c for c in criteria if not c.independent and c.id in values]
    if not counting:
        return None
    share = sum(c.weight * (values[c.id] - c.lowest) / (c.highest - c.lowest) for c in counting)
    low, high = scale(criteria)
    return round(low + (high - low) * share / sum(c.weight for c in counting), _EXACT)


@dataclass(frozen=True, slots=True)
class Rank:
    """position: from 1, shared by equal totals (1, 2, 2, 4); None without a total, and these stand last. tied: it is shared."""

    entry: Entry
    total: Total
    position: int | None
    tied: bool


def ranked(entries: Sequence[Entry], totals: Mapping[str, Total]) -> tuple[Rank, ...]:
    """Every entry that takes part, by total, the highest first; those that share a position in the order in which they came."""
    rows = [(entry, totals.get(entry.reference, NONE)) for entry in entries if entry.counts]
    rows.sort(key=lambda row: (*_downwards(row[1].total), row[0].first_at, row[0].reference))
    found: list[Rank] = []
    for total, group in groupby(rows, key=lambda row: row[1].total):
        equal = list(group)
        position = len(found) + 1 if total is not None else None
        found += [Rank(entry, of, position, position is not None and len(equal) > 1) for entry, of in equal]
    return tuple(found)


def _downwards(total: float | None) -> tuple[bool, float]:
    return total is None, -(total or 0.0)


@dataclass(frozen=True, slots=True)
class Edge:
    """Where the places end among equals: `3 share place 20, there is room for 1`. room: less than they are."""

    position: int
    ranks: tuple[Rank, ...]
    room: int


@dataclass(frozen=True, slots=True)
class Shortlist:
    """Who would fill the places, by score alone. proposed: the best of those about whom nothing is decided, as far as that is
    clear. edge: those of whom only some find room; None where the last place divides nobody. given: who has a place, is asked,
    or is to be invited. room: places for `proposed` and `edge`. unjudged: how many have no total; they are never proposed."""

    given: tuple[Rank, ...]
    proposed: tuple[Rank, ...]
    edge: Edge | None
    room: int | None
    unjudged: int


def shortlist(ranking: Sequence[Rank], table: Table) -> Shortlist:
    """The ranking held against the places. Who is on the waiting list is not proposed: a free place goes there by itself, but
    keeps no room here, since a person may fill it first. Without a number of places everybody judged is proposed."""
    where = stands(table)
    invited = (
        {d.reference for d in table.decisions if d.pending and d.choice is Choice.invite} - table.held.keys() - table.withdrawn
    )
    given = table.held.keys() | invited
    elsewhere = {d.reference for d in table.decisions if d.pending and d.choice is not Choice.invite}
    open_to_all = [
        rank
        for rank in ranking
        if where.get(rank.entry.reference, Stand.undecided) in {Stand.undecided, Stand.on_hold}
        and rank.entry.reference not in given | elsewhere
    ]
    judged = [rank for rank in open_to_all if rank.position is not None]
    free = left(table)
    room = None if free is None else max(0, free - len(invited))
    proposed, edge = _cut(judged, room)
    chosen = tuple(rank for rank in ranking if rank.entry.reference in given)
    return Shortlist(chosen, proposed, edge, room, len(open_to_all) - len(judged))


def _cut(judged: Sequence[Rank], room: int | None) -> tuple[tuple[Rank, ...], Edge | None]:
    if room is None or len(judged) <= room:
        return tuple(judged), None
    last = judged[room - 1].position if room else None
    if last is None or judged[room].position != last:
        return tuple(judged[:room]), None
    above = tuple(rank for rank in judged[:room] if rank.position != last)
    equal = tuple(rank for rank in judged if rank.position == last)
    return above, Edge(last, equal, room - len(above))


@dataclass(frozen=True, slots=True)
class Told:
    """Whether some people look as the call wishes. value: of the target's group. seen: how many of them have it. at_most:
    whether `limit`, in people, is the most or the least. of: how many people; of `unknown` ones the value is not known."""

    target: Target
    value: str
    seen: int
    limit: int
    at_most: bool
    of: int
    unknown: int

    @property
    def met(self) -> bool:
        return self.seen <= self.limit if self.at_most else self.seen >= self.limit


def targets(
    selection: Selection,
    groups: Sequence[Group],
    values: Mapping[str, Mapping[str, str]],
    people: Collection[str],
    language: str,
) -> tuple[Told, ...]:
    """How these people, by reference, stand to the targets of the call. values: `composition.values`. language: of the call.

    A target of any one value gives one `Told` for each value beyond it, or one for the most frequent where none is.
    """
    found: list[Told] = []
    by_id = {group.id: group for group in groups}
    for target in selection.targets:
        group, of = by_id.get(target.of), values.get(target.of, {})
        if group is not None:
            counted = Counter(of.get(reference, "") for reference in people)
            value = meant(target.value, group, language) if target.value is not None else None
            found += _told(target, value, counted)
    return tuple(found)


def _told(target: Target, value: str | None, counted: Counter[str]) -> Iterator[Told]:
    of, unknown = counted.total(), counted[""]
    by_count = sorted((-n, name) for name, n in counted.items() if name)
    for at_most, amount in ((True, target.at_most), (False, target.at_least)):
        if amount is None:
            continue
        limit = people_of(amount, of, up=not at_most)
        names = [value] if value is not None else [name for _, name in (by_count if at_most else by_count[::-1])]
        each = [Told(target, name, counted[name], limit, at_most, of, unknown) for name in names]
        yield from [told for told in each if not told.met] or each[:1]


def people_of(amount: Amount, of: int, *, up: bool) -> int:
    """A number of people as it is, and a share of so many in people: `50%` of 21 are 11 at least, and 10 at most."""
    if isinstance(amount, int):
        return amount
    share = Fraction(int(amount.rstrip("% ")), 100) * of
    return ceil(share) if up else floor(share)


def reading_order(entries: Sequence[Entry], scores: Sequence[Score], reviewer: str) -> tuple[Entry, ...]:
    """What this reviewer is to read still, the next one first: what has the fewest readings, and among equals an order of the
    reviewer's own, the same each time, so that two who begin at once begin with different entries. Not one's own entry."""
    who = reviewer.lower()
    read = Counter(score.reference for score in _standing(scores))
    done = {score.reference for score in scores if score.reviewer.lower() == who}
    to_read = [entry for entry in entries if entry.counts and entry.reference not in done and entry.address.lower() != who]
    return tuple(sorted(to_read, key=lambda entry: (read[entry.reference], _own(who, entry.reference), entry.number)))


def next_to_read(entries: Sequence[Entry], scores: Sequence[Score], reviewer: str) -> Entry | None:
    """The first of `reading_order`; None when this reviewer is done."""
    return next(iter(reading_order(entries, scores, reviewer)), None)


def _own(reviewer: str, reference: str) -> bytes:
    return sha256(f"{reviewer}\0{reference}".encode()).digest()


@dataclass(frozen=True, slots=True)
class Progress:
    """How far reading has come. by_readings: so many readings have so many entries. by_reviewer: how many each has read, of the
    reviewers of the call first, in their order."""

    entries: int
    by_readings: Mapping[int, int]
    by_reviewer: Mapping[str, int]

    @property
    def unread(self) -> int:
        return self.by_readings.get(0, 0)


def progress(entries: Sequence[Entry], scores: Sequence[Score], reviewers: Sequence[str]) -> Progress:
    """Over the entries that take part; addresses of reviewers in small letters."""
    counting = {entry.reference for entry in entries if entry.counts}
    standing = [score for score in _standing(scores) if score.reference in counting]
    read = Counter(score.reference for score in standing)
    by = Counter(score.reviewer.lower() for score in standing)
    known = [reviewer.lower() for reviewer in reviewers]
    return Progress(
        entries=len(counting),
        by_readings=dict(sorted(Counter(read[reference] for reference in counting).items())),
        by_reviewer={who: by[who] for who in dict.fromkeys([*known, *sorted(by)])},
    )
