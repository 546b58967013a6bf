"""`mailbot select CALL`: every entry with its score and where it stands; below, how the places and the choice look."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from mailbot.commands.choosing import STANDS, Asked, decided, look, named, names, numbers, waits
from mailbot.core import composition, places, selection
from mailbot.core.choosing import WaitingRule
from mailbot.core.decisions import HOLDING, Choice, OfferState
from mailbot.core.places import Stand
from mailbot.terminal import Column

if TYPE_CHECKING:
    from mailbot.core.decisions import Decision
    from mailbot.core.desk import Desk
    from mailbot.core.entries import Entry
    from mailbot.core.selection import Shortlist, Told

_RULES = {WaitingRule.score: "by score", WaitingRule.arrival: "by arrival", WaitingRule.lot: "by lot"}
_TAKEN = {OfferState.prepared: "not approved", OfferState.open: "no answer yet", OfferState.accepted: "accepted"}
_NARROW = 60
Values = Mapping[str, Mapping[str, str]]


def table(asked: Asked) -> None:
    """All of it; nothing is changed."""
    its, terminal = look(asked.app, asked.call), asked.terminal
    values = composition.values(its.entries, asked.call)
    pending = [one for one in its.decisions if waits(its, one)]
    changed = frozenset(places.reopened(its.table))
    in_order = _in_order(its)
    for entry in in_order:
        terminal.record(**_object(its, entry, values, changed))
    terminal.record(**_summary(its, values, pending, changed))
    if not its.entries:
        terminal.changed(f"No entry of {asked.call.slug} yet: replies become one by `mailbot run` or `mailbot once`.")
        return
    waiting = frozenset(one.reference for one in pending)
    scored = bool(asked.call.selection.criteria) or bool(its.scores)
    columns = _columns(asked, scored=scored)
    rows = [_row(its, entry, values, changed, waiting, scored=scored) for entry in in_order]
    if terminal.width < _NARROW:  # a card a person, headed by number and name
        columns, rows = columns[1:], [[f"{no} {name}", *rest] for no, name, *rest in rows]
    terminal.table(columns, rows)
    for label, words in _below(its, values, changed, pending):
        terminal.block(f"{label}: {words}", "")
    _next(asked, its, pending)


def _in_order(its: "Desk") -> list["Entry"]:
    """The best first; without a score as they came, and last those that take no part."""
    taking_part = [rank.entry for rank in its.ranking]
    if not its.scores:
        taking_part.sort(key=lambda entry: entry.number)
    return taking_part + [entry for entry in its.entries if not entry.counts]


def _columns(asked: Asked, *, scored: bool) -> list[Column]:
    judged = [Column("score", right=True), Column("read", right=True)] if scored else []
    groups = [Column(", ".join(group.name for group in asked.call.groups), flex=True)] if asked.call.groups else []
    first, last = (
        (Column("no", right=True), Column("name", flex=True)),
        (Column("stands", flex=True), Column("decision", flex=True)),
    )
    return [*first, *judged, *groups, *last]


def _row(
    its: "Desk", entry: "Entry", values: Values, changed: frozenset[str], waiting: frozenset[str], *, scored: bool
) -> list[str]:
    reference = entry.reference
    total = its.totals.get(reference, selection.NONE)
    judged = [score(total.total), str(total.readings)] if scored else []
    groups = [", ".join(of[reference] or "?" for of in values.values())] if values else []
    return [
        str(entry.number),
        entry.name or entry.address,
        *judged,
        *groups,
        _stand(its, entry),
        _decision(its, reference, reference in waiting) + (" (changed since)" if reference in changed else ""),
    ]


def score(total: float | None) -> str:
    """At most two decimals, '' for none."""
    return "" if total is None else f"{round(total, 2):g}"


def _stand(its: "Desk", entry: "Entry") -> str:
    stand = its.stands[entry.reference]
    if stand is Stand.undecided and not entry.counts:
        return "does not count"
    if stand is Stand.waiting:
        return f"waiting list, {its.table.waiting.index(entry.reference) + 1}"
    return STANDS[stand]


def _decision(its: "Desk", reference: str, waiting: bool) -> str:
    """One that was applied shows in where its entry stands; only what is not, and what was taken back, is said."""
    decision = its.table.decided.get(reference)
    if decision is None:
        return ""
    if waiting:
        return f"{decision.choice}, pending"
    return "taken back" if decision.choice is Choice.invite and its.stands[reference] is Stand.undecided else decision.choice


def _below(its: "Desk", values: Values, changed: frozenset[str], pending: Sequence["Decision"]) -> Iterator[tuple[str, str]]:
    table, call = its.table, its.call
    held = [table.held[reference].reference for reference in sorted(table.held, key=lambda r: table.held[r].place)]
    yield "Places", _places(its)
    if held:
        yield "With a place", names(its, held)
    if table.waiting:
        listed = "; ".join(f"{n}. {named(its.by_reference[one])}" for n, one in enumerate(table.waiting, 1))
        yield f"Waiting list, {_RULES[its.rule]}", listed
    if its.scores:
        yield from _proposed(selection.shortlist(its.ranking, table))
    people, who = _looked_at(its, pending)
    for group in call.groups if people else ():
        counted = composition.counted(values[group.id][reference] for reference in people)
        yield f"{group.name} of {who}", ", ".join(f"{count} {value or 'not told'}" for value, count in counted.items())
    for told in _targets(its, values, people) if people else ():
        yield "Target", target(told, {group.id: group.name for group in call.groups})
    if changed:
        yield "Changed after the decision", f"{names(its, sorted(changed))}; look at them, and decide anew or leave it as it is"


def _places(its: "Desk") -> str:
    its_places, taken = its.call.places, places.taken(its.table)
    each = ", ".join(f"{count} {_TAKEN[state]}" for state, count in taken.items() if count)
    held = f"{len(its.table.held)} taken" + (f" ({each})" if each else "")
    return f"{its_places}, {held}, {places.left(its.table)} free" if its_places is not None else f"no number named, {held}"


def _proposed(short: "Shortlist") -> Iterator[tuple[str, str]]:
    """Who would be next by score alone, and where the places end among equals."""
    if short.proposed:
        best = ", ".join(named(rank.entry) for rank in short.proposed)
        yield "Next by score", best
    if short.edge is not None:
        equal = ", ".join(named(rank.entry) for rank in short.edge.ranks)
        edge = short.edge
        yield "Tie at the edge", f"{equal} share position {edge.position}, and there is room for {edge.room} of them"
    if short.unjudged:
        yield "Not scored", f"{short.unjudged} of those not decided"


def _looked_at(its: "Desk", pending: Sequence["Decision"]) -> tuple[frozenset[str], str]:
    """Whose composition is shown: of those with a place, or who are to get one; before any of that, of the best by score."""
    held = frozenset(its.table.held)
    invited = frozenset(one.reference for one in pending if one.choice is Choice.invite)
    losing = frozenset(one.reference for one in pending if one.choice is not Choice.invite)
    if held | invited:
        return (held | invited) - losing, "those with a place" if held >= invited else "those with a place or to be invited"
    return frozenset(rank.entry.reference for rank in selection.shortlist(its.ranking, its.table).proposed), "the best by score"


def _targets(its: "Desk", values: Values, people: frozenset[str]) -> Sequence["Told"]:
    return selection.targets(its.call.selection, its.call.groups, values, people, its.call.language)


def target(told: "Told", group_names: Mapping[str, str]) -> str:
    """`Country, at most 3: 5 Germany (too many)`."""
    name = group_names.get(told.target.of, told.target.of)
    amount = told.target.at_most if told.at_most else told.target.at_least
    share = f", which is {told.limit}" if isinstance(amount, str) else ""
    how = "met" if told.met else "too many" if told.at_most else "too few"
    whom = told.value or "anybody"
    return f"{name}, at {'most' if told.at_most else 'least'} {amount}{share}: {told.seen} {whom} of {told.of} ({how})"


def _next(asked: Asked, its: "Desk", pending: Sequence["Decision"]) -> None:
    """The most important thing stands last."""
    terminal, held = asked.terminal, its.table.unapproved
    if held:
        terminal.block(f"Letters wait for approval about {numbers(its, held & its.by_reference.keys())}: mailbot outbox", "")
    if pending:
        terminal.block(f"Pending: {decided(its, pending)}.", "")
        terminal.changed(f"Nobody is told before: {asked.again('apply')}")
    elif not its.decisions:
        terminal.changed(f"Nothing is decided yet. For example: {asked.again('invite', *_example(its))}")


def _example(its: "Desk") -> list[str]:
    return [str(rank.entry.number) for rank in its.ranking[:2]] or ["3", "7"]


def _object(its: "Desk", entry: "Entry", values: Values, changed: frozenset[str]) -> dict[str, object]:
    total, decision = its.totals.get(entry.reference, selection.NONE), its.table.decided.get(entry.reference)
    offer = its.table.latest.get(entry.reference)
    waiting = its.table.waiting
    return {
        "record": "entry",
        "number": entry.number,
        "reference": entry.reference,
        "name": entry.name,
        "address": entry.address,
        "counts": entry.counts,
        "score": total.total,
        "scores": dict(total.values),
        "readings": total.readings,
        "spread": total.spread,
        "groups": {group: of[entry.reference] for group, of in values.items()},
        "stand": its.stands[entry.reference].value,
        "rank": waiting.index(entry.reference) + 1 if entry.reference in waiting else None,
        "decision": decision.choice.value if decision else None,
        "pending": decision is not None and waits(its, decision),
        "changed_since": entry.reference in changed,
        "place": offer.place if offer is not None and offer.state in HOLDING else None,
    }


def _summary(its: "Desk", values: Values, pending: Sequence["Decision"], changed: frozenset[str]) -> dict[str, object]:
    table, short = its.table, selection.shortlist(its.ranking, its.table)
    number = {entry.reference: entry.number for entry in its.entries}
    held = sorted(table.held, key=lambda reference: table.held[reference].place)
    people, _ = _looked_at(its, pending)
    return {
        "record": "call",
        "call": its.call.slug,
        "places": its.call.places,
        "taken": {state.value: count for state, count in places.taken(table).items()},
        "with_a_place": [number[reference] for reference in held],
        "waiting": [number[reference] for reference in table.waiting],
        "rule": its.rule.value,
        "proposed": [rank.entry.number for rank in short.proposed] if its.scores else [],
        "tied": [rank.entry.number for rank in short.edge.ranks] if short.edge is not None else [],
        "room_for_tied": short.edge.room if short.edge is not None else None,
        "composition": {g: dict(composition.counted(of[r] for r in people)) for g, of in values.items()},
        "targets": [
            {"of": told.target.of, "value": told.value, "at_most": told.at_most, "limit": told.limit, "seen": told.seen}
            | {"met": told.met}
            for told in _targets(its, values, people)
        ],
        "pending": [number[one.reference] for one in pending],
        "changed_since": sorted(number[reference] for reference in changed),
    }
