"""Build: what the store knows to what a digest says, or to none where there is nothing to tell."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from heapq import nlargest

from mailbot.core.decisions import HOLDING, Choice
from mailbot.core.digest.arrivals import arrivals
from mailbot.core.digest.days import occasion
from mailbot.core.digest.shapes import (
    Asked,
    Choosing,
    Composition,
    Counts,
    Digest,
    Divided,
    Need,
    Needed,
    Occasion,
    Open,
    Snapshot,
)
from mailbot.core.entries import Entry
from mailbot.core.reading import Timeliness
from mailbot.core.unasked import local_now

LISTED, INCOMPLETE = 30, 12
"""So many new or changed entries stand in a mail, and so many incomplete ones, which come again in the next mail; the sheet has
all of them."""


def build(
    snapshot: Snapshot, composition: Composition | None = None, day: date | None = None, *, always: bool = False
) -> Digest | None:
    """What there is to tell; None where nothing happened since the last digest, unless the deadline is near or `always`.

    composition: of the entries that count, by the ids of the call's groups. day: that of `days.due`; None: today.
    """
    day = day or local_now(snapshot.call, snapshot.now).date()
    known = [entry for entry in snapshot.entries if not entry.withdrawn]
    new, changed = _since(known, snapshot)
    needs = tuple(_needs(snapshot, known))
    special = occasion(snapshot.call, day)
    if not (always or new or changed or special is not Occasion.usual or _happened(snapshot)):
        return None
    counting = [entry for entry in known if entry.version > 0]
    incomplete = [entry for entry in counting if entry.missing]
    return Digest(
        call=snapshot.call,
        now=snapshot.now,
        since=snapshot.since,
        day=day,
        occasion=special,
        counts=Counts(
            entries=len(counting),
            new=len(new),
            changed=len(changed),
            incomplete=len(incomplete),
            late=sum(entry.timeliness is not Timeliness.on_time for entry in counting),
            withdrawn=snapshot.withdrawn,
        ),
        new=tuple(nlargest(LISTED, new, key=_came)),
        changed=tuple(nlargest(LISTED, changed, key=_changed)),
        incomplete=tuple(nlargest(INCOMPLETE, incomplete, key=_came)),
        needs=needs,
        choosing=_choosing(snapshot, counting),
        arrivals=arrivals(snapshot, counting),
        questions=tuple(_asked(snapshot, counting)),
        groups=tuple(_divided(snapshot, composition or {})),
    )


def _since(entries: Sequence[Entry], snapshot: Snapshot) -> tuple[list[Entry], list[Entry]]:
    """Those that are new and those that were changed; before the first digest all are new."""
    since, seen = snapshot.since, snapshot.seen
    if since is None:
        return list(entries), []
    if seen is not None:
        new = [entry for entry in entries if entry.first_mail > seen]
        return new, [entry for entry in entries if entry.first_mail <= seen < entry.last_mail]
    new = [entry for entry in entries if entry.first_at > since]
    return new, [entry for entry in entries if entry.first_at <= since < entry.changed_at]


def _came(entry: Entry) -> tuple[datetime, int]:
    return entry.first_at, entry.number


def _changed(entry: Entry) -> tuple[datetime, int]:
    return entry.changed_at, entry.number


def _happened(snapshot: Snapshot) -> bool:
    """Whether anything but entries moved since the last digest."""
    waiting, since = snapshot.waiting, snapshot.since
    kinds = (waiting.withdrawals, waiting.questions, waiting.unreached, waiting.held, waiting.apart)
    turned = (offer.answered_at for offer in snapshot.offers)
    answered = any(at is not None and (since is None or at > since) for at in turned)
    return bool(snapshot.withdrawn) or answered or any(thing.new for thing in (*kinds, *waiting.quarantined.values()))


def _needs(snapshot: Snapshot, entries: Sequence[Entry]) -> Iterator[Needed]:
    waiting, numbers = snapshot.waiting, {entry.reference: entry.number for entry in entries}
    decided = {decision.reference: decision.version for decision in snapshot.decisions}
    reopened = [entry.number for entry in entries if entry.version > decided.get(entry.reference, entry.version)]
    for what, these in (
        (Need.reopened, Open(len(reopened))),
        (Need.withdrawals, waiting.withdrawals),
        (Need.questions, waiting.questions),
        (Need.unreached, waiting.unreached),
        (Need.held, waiting.held),
    ):
        if these.count:
            about = reopened if what is Need.reopened else {numbers[r] for r in these.references if r in numbers}
            yield Needed(what, these.count, tuple(sorted(about)))
    if held_back := sum(these.count for these in waiting.quarantined.values()):
        reasons = Counter({reason: these.count for reason, these in waiting.quarantined.items() if these.count})
        yield Needed(Need.quarantined, held_back, reasons=tuple(sorted(reasons.items(), key=lambda item: (-item[1], item[0]))))
    apart = [entry for entry in entries if entry.apart]
    if apart:
        yield Needed(Need.apart, sum(entry.apart for entry in apart), tuple(sorted(entry.number for entry in apart)))
    if unsure := [entry.number for entry in entries if entry.unsure]:
        yield Needed(Need.unsure, len(unsure), tuple(sorted(unsure)))


def _choosing(snapshot: Snapshot, counting: Sequence[Entry]) -> Choosing:
    there = {entry.reference for entry in counting}
    decisions = [decision for decision in snapshot.decisions if decision.reference in there]
    decided: Counter[Choice] = Counter(decision.choice for decision in decisions)
    offers = Counter(offer.state for offer in snapshot.offers)
    taken, places = sum(offers[state] for state in HOLDING), snapshot.call.places
    return Choosing(
        decided=decided,
        untold=sum(decision.pending for decision in decisions),
        offers=offers,
        free=None if places is None else max(0, places - taken),
        scored=snapshot.scored if snapshot.call.selection.criteria else None,
    )


def _asked(snapshot: Snapshot, counting: Sequence[Entry]) -> Iterator[Asked]:
    answered: Counter[int] = Counter()
    unsure: Counter[int] = Counter()
    for entry in counting:
        answered.update(entry.answers.keys())
        unsure.update(entry.unsure)
    for number, question in enumerate(snapshot.call.questions, 1):
        yield Asked(number, question.text, answered[number], unsure[number])


def _divided(snapshot: Snapshot, composition: Composition) -> Iterator[Divided]:
    for group in snapshot.call.groups:
        counts: Mapping[str, int] = composition.get(group.id, {})
        told = sorted((item for item in counts.items() if item[1]), key=lambda item: (not item[0], -item[1], item[0]))
        if told:
            yield Divided(group.name, tuple(told))
