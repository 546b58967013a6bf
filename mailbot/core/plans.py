"""Plan: what an organiser's commands would do to a call, with every number resolved to an entry, before anything is done.

A plan is made when the commands come and shown to who gave them; it is kept as text, and carried out as it was shown or not at
all. Whatever a command names that is not there is a snag, and told.
"""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from enum import StrEnum

from mailbot.core.decisions import Choice, Decision
from mailbot.core.entries import Entry
from mailbot.core.ordering.shapes import Order, Verb, Which

_CHOICES = {Verb.invite: Choice.invite, Verb.reserve: Choice.reserve, Verb.hold: Choice.hold, Verb.decline: Choice.decline}


class Snag(StrEnum):
    """Why a piece of a command does nothing. Each is told with the numbers or words it is about."""

    no_such_entry = "no-such-entry"
    withdrawn = "entry-withdrawn"
    does_not_count = "entry-does-not-count"
    twice = "two-choices-for-one"
    nobody = "names-nobody"
    nobody_left = "nobody-left"
    no_scores = "no-scores-yet"
    no_places = "call-names-no-places"
    not_pending = "nothing-to-undo"
    no_day = "no-day-named"
    earlier = "deadline-not-later"
    meeting = "deadline-after-the-meeting"
    over = "call-is-over"
    no_mail = "no-mail"
    too_many_letters = "too-many-letters"
    tied = "tied-for-the-last-places"


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is to be decided about one entry. version: of the entry when the plan was made. why: for the person, or ''."""

    reference: str
    number: int
    choice: Choice
    version: int
    why: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """remind: everybody whose entry is incomplete. extend: the new deadline in the call's zone; without an hour to the end of
    the day. undo: references of decisions that nobody was told of."""

    chosen: tuple[Chosen, ...] = ()
    undo: tuple[str, ...] = ()
    remind: bool = False
    extend: tuple[date, time | None] | None = None
    close: bool = False

    @property
    def anything(self) -> bool:
        return bool(self.chosen or self.undo or self.remind or self.extend or self.close)


@dataclass(frozen=True, slots=True)
class Planned:
    """A plan, and what of the commands has no place in it. snags: with the numbers or words that each is about."""

    plan: Plan
    snags: tuple[tuple[Snag, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Field:
    """What commands are resolved against. entries: of the call. ranked: numbers of the entries with their positions by score,
    the best first, empty without scores. proposed, edge: who would fill the free places by score, and those of whom only some
    find room. places: of the call. today: by its clocks. deadline: its day now. meeting: the first day of the first one.
    is_over: takes no answers."""

    entries: Sequence[Entry]
    decisions: Sequence[Decision]
    ranked: Sequence[tuple[int, int]]
    proposed: Sequence[int]
    edge: Sequence[int]
    places: int | None
    today: date
    deadline: tuple[date, time | None]
    meeting: date | None = None
    is_over: bool = False


def planned(orders: Sequence[Order], field: Field) -> Planned:
    """What these commands come to. The same commands against the same entries give the same plan."""
    making = _Making(field)
    for order in orders:
        making.take(order)
    for order in orders:  # only now is it known who is left
        if order.which is Which.rest and order.verb in _CHOICES:
            making.choose(order, making.rest())
    return making.planned()


class _Making:
    def __init__(self, field: Field) -> None:
        self._field = field
        self._by_number = {entry.number: entry for entry in field.entries}
        self._by_reference = {entry.reference: entry for entry in field.entries}
        self._decided = {decision.reference: decision for decision in field.decisions}
        self._chosen: dict[str, Chosen] = {}
        self._undo: list[str] = []
        self._snags: list[tuple[Snag, str]] = []
        self._remind = self._close = False
        self._extend: tuple[date, time | None] | None = None

    def take(self, order: Order) -> None:
        if order.verb in _CHOICES:
            if order.which is not Which.rest or order.numbers or order.references:
                self.choose(order, [*self._named(order), *self._meant(order)])
        elif order.verb is Verb.undo:
            self._take_back(order)
        elif order.verb is Verb.remind:
            self._remind = True
        elif order.verb is Verb.extend:
            self._move(order)
        elif order.verb is Verb.close:
            self._close = not self._field.is_over
            if self._field.is_over:
                self._snags.append((Snag.over, order.said))

    def choose(self, order: Order, entries: Sequence[Entry]) -> None:
        choice = _CHOICES[order.verb]
        for entry in entries:
            earlier = self._chosen.get(entry.reference)
            if earlier is not None and earlier.choice is not choice:
                self._snags.append((Snag.twice, str(entry.number)))
            elif entry.withdrawn:
                self._snags.append((Snag.withdrawn, str(entry.number)))
            elif not entry.counts:
                self._snags.append((Snag.does_not_count, str(entry.number)))
            else:
                self._chosen[entry.reference] = Chosen(entry.reference, entry.number, choice, entry.version, order.reason)

    def rest(self) -> list[Entry]:
        """Everybody who takes part, of whom nothing is decided, in this mail or before."""
        left = [e for e in self._field.entries if e.counts and e.reference not in self._chosen]
        left = [e for e in left if e.reference not in self._decided or e.reference in self._undo]
        if not left:
            self._snags.append((Snag.nobody_left, ""))
        return left

    def planned(self) -> Planned:
        twice = {int(about) for snag, about in self._snags if snag is Snag.twice}
        chosen = tuple(one for one in self._chosen.values() if one.number not in twice)  # neither of the two is meant for sure
        plan = Plan(chosen, tuple(self._undo), self._remind, self._extend, self._close)
        return Planned(plan, tuple(dict.fromkeys(self._snags)))

    def _named(self, order: Order) -> Iterator[Entry]:
        for number in order.numbers:
            if (entry := self._by_number.get(number)) is not None:
                yield entry
            else:
                self._snags.append((Snag.no_such_entry, str(number)))
        for reference in order.references:
            if (entry := self._by_reference.get(reference)) is not None:
                yield entry
            else:
                self._snags.append((Snag.no_such_entry, reference))

    def _meant(self, order: Order) -> list[Entry]:
        """Those whom a word stands for: everybody, the incomplete, the best."""
        counting = [entry for entry in self._field.entries if entry.counts]
        match order.which:
            case Which.all:
                return counting
            case Which.incomplete:
                return [entry for entry in counting if entry.missing]
            case Which.waiting:
                return [e for e in counting if self._told(e) is Choice.reserve]
            case Which.shortlist:
                return self._shortlist(order)
        if order.top is not None:
            return self._best(order.top, order)
        if not order.numbers and not order.references and order.which is None:
            self._snags.append((Snag.nobody, order.said))
        return []

    def _shortlist(self, order: Order) -> list[Entry]:
        """Who would fill the free places. Of those who share the last one nobody is taken before a person says whom."""
        if self._field.places is None:
            self._snags.append((Snag.no_places, order.said))
        elif not self._field.ranked:
            self._snags.append((Snag.no_scores, order.said))
        self._tied(self._field.edge)
        return [self._by_number[number] for number in self._field.proposed]

    def _best(self, count: int, order: Order) -> list[Entry]:
        """So many of the best; equals at the end are told, and not divided by chance."""
        ranked = self._field.ranked
        if not ranked:
            self._snags.append((Snag.no_scores, order.said))
        best = ranked[:count]
        if 0 < count < len(ranked) and ranked[count - 1][1] == ranked[count][1]:
            last = ranked[count][1]
            self._tied([number for number, position in ranked if position == last])
            best = [(number, position) for number, position in best if position != last]
        return [self._by_number[number] for number, _ in best]

    def _tied(self, numbers: Sequence[int]) -> None:
        if numbers:
            self._snags.append((Snag.tied, ", ".join(map(str, numbers))))

    def _told(self, entry: Entry) -> Choice | None:
        decision = self._decided.get(entry.reference)
        return decision.choice if decision is not None else None

    def _take_back(self, order: Order) -> None:
        for entry in self._named(order):
            decision = self._decided.get(entry.reference)
            if decision is not None and decision.pending:
                self._undo.append(entry.reference)
            else:
                self._snags.append((Snag.not_pending, str(entry.number)))

    def _move(self, order: Order) -> None:
        day, hour = order.day, order.at
        if day is None:
            self._snags.append((Snag.no_day, order.said))
        elif (day, hour or time.max) <= (
            self._field.deadline[0],
            self._field.deadline[1] or time.max,
        ) or day < self._field.today:
            self._snags.append((Snag.earlier, order.said))
        elif self._field.meeting is not None and day >= self._field.meeting:
            self._snags.append((Snag.meeting, order.said))
        else:
            self._extend = (day, hour)


def to_text(plan: Plan, extra: Mapping[str, object] | None = None) -> str:
    """As it is kept; the same plan always gives the same text. extra: what belongs to it beside."""
    chosen = [[one.reference, one.number, one.choice.value, one.version, one.why] for one in plan.chosen]
    extend = [plan.extend[0].isoformat(), plan.extend[1].isoformat() if plan.extend[1] else None] if plan.extend else None
    kept = {"chosen": chosen, "undo": list(plan.undo), "remind": plan.remind, "extend": extend, "close": plan.close}
    return json.dumps({**kept, **(extra or {})}, ensure_ascii=False, sort_keys=True)


def from_text(text: str) -> Plan:
    """Raises ValueError when the text is no plan."""
    kept = json.loads(text)
    extend = kept["extend"]
    return Plan(
        tuple(
            Chosen(reference, number, Choice(choice), version, why)
            for reference, number, choice, version, why in kept["chosen"]
        ),
        tuple(kept["undo"]),
        kept["remind"],
        (date.fromisoformat(extend[0]), time.fromisoformat(extend[1]) if extend[1] else None) if extend else None,
        kept["close"],
    )


def renewed(plan: Plan, entries: Collection[Entry]) -> Planned:
    """The plan as it can be shown again: by the versions of now, and without entries that take part no more."""
    now = {entry.reference: entry for entry in entries}
    chosen, snags = [], []
    for one in plan.chosen:
        entry = now.get(one.reference)
        if entry is not None and entry.counts:
            chosen.append(replace(one, version=entry.version))
        else:
            gone = entry is None or entry.withdrawn
            snags.append((Snag.withdrawn if gone else Snag.does_not_count, str(one.number)))
    return Planned(replace(plan, chosen=tuple(chosen)), tuple(snags))


def changed_since(plan: Plan, entries: Collection[Entry]) -> tuple[int, ...]:
    """Numbers of entries that are other than when the plan was shown: a new version, or withdrawn."""
    now = {entry.reference: entry for entry in entries}
    return tuple(
        one.number
        for one in plan.chosen
        if (entry := now.get(one.reference)) is None or not entry.counts or entry.version != one.version
    )
