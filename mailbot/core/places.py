"""Places: who has one, who waits for one, and what is due now so that no place stays empty and none is given twice.

A place is a number from 1. An offer in one of `HOLDING` keeps its place, and nobody has two. What is said here the database
refuses as well; these functions say what is to be done, it says what was possible.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from functools import cached_property
from itertools import count, islice
from operator import attrgetter

from mailbot.core.decisions import HOLDING, Choice, Decision, Offer, OfferState

_ELSEWHERE = frozenset({Choice.hold, Choice.decline})
WITHDRAWN = "entry-withdrawn"
"""Why an offer is cancelled whose entry was withdrawn."""


class Stand(StrEnum):
    """Where one entry stands; everybody stands in exactly one of these.

    prepared: a place is kept, and the invitation waits for an organiser's approval. asked: the invitation is open. waiting: on
    the waiting list. gave_back: said no to a place, or no more. lapsed: let a place go by. on_hold, declined: so told.
    undecided: nothing was applied yet, or the invitation was taken back by organisers.
    """

    undecided = "undecided"
    prepared = "prepared"
    asked = "asked"
    accepted = "accepted"
    waiting = "waiting"
    gave_back = "gave-back"
    lapsed = "lapsed"
    on_hold = "on-hold"
    declined = "declined"
    withdrawn = "withdrawn"


_STANDS = {
    OfferState.prepared: Stand.prepared,
    OfferState.open: Stand.asked,
    OfferState.accepted: Stand.accepted,
    OfferState.declined: Stand.gave_back,
    OfferState.expired: Stand.lapsed,
}


@dataclass(frozen=True)
class Table:
    """All that is known of the places of one call, in any order.

    places: None without a number in the call. decisions: at most one of an entry. offers: all there ever were. withdrawn:
    references. versions: of every entry, withdrawn or not, the version that counts now; 0 where none does. unapproved: whose
    letter about the decision waits for an organiser; nothing is offered to them by itself before it left.
    """

    places: int | None
    decisions: Sequence[Decision] = ()
    offers: Sequence[Offer] = ()
    withdrawn: frozenset[str] = frozenset()
    versions: Mapping[str, int] = field(default_factory=dict)
    unapproved: frozenset[str] = frozenset()

    @cached_property
    def decided(self) -> Mapping[str, Decision]:
        return {decision.reference: decision for decision in self.decisions}

    @cached_property
    def held(self) -> Mapping[str, Offer]:
        """The offer in HOLDING of each person that has one."""
        return {offer.reference: offer for offer in self.offers if offer.state in HOLDING}

    @cached_property
    def latest(self) -> Mapping[str, Offer]:
        """The offer of each person that was made last."""
        return {offer.reference: offer for offer in sorted(self.offers, key=attrgetter("made_at", "id"))}

    @cached_property
    def waiting(self) -> tuple[str, ...]:
        """Who is on the waiting list, by rank: put there, and offered no place since then."""
        listed = [decision for decision in self.decisions if self._is_listed(decision)]
        return tuple(decision.reference for decision in sorted(listed, key=_by_rank))

    @cached_property
    def line(self) -> tuple[str, ...]:
        """Those of the waiting list to whom a free place goes by itself.

        Without those whose letter is not approved, and those about whom something else is decided and not applied yet. Who
        changed an entry keeps the rank: a better answer must not cost a place, and `reopened` tells organisers.
        """
        return tuple(
            reference
            for reference in self.waiting
            if reference not in self.unapproved and self.decided[reference].choice not in _ELSEWHERE
        )

    @cached_property
    def last_rank(self) -> int:
        """The highest rank that was ever given; whoever joins the waiting list stands behind it."""
        return max((decision.rank for decision in self.decisions if decision.rank is not None), default=0)

    def _is_listed(self, decision: Decision) -> bool:
        if decision.told is not Choice.reserve or decision.reference in self.withdrawn:
            return False
        offer = self.latest.get(decision.reference)
        if offer is None:
            return True
        put_there = decision.applied_at
        return decision.reference not in self.held and put_there is not None and offer.made_at < put_there


def _by_rank(decision: Decision) -> tuple[bool, int, str]:
    return decision.rank is None, decision.rank or 0, decision.reference


@dataclass(frozen=True, slots=True)
class Expire:
    """The offer was not answered in time: from open to expired."""

    offer: Offer


@dataclass(frozen=True, slots=True)
class Cancel:
    """The offer is taken back: to cancelled. why: `entry-withdrawn`, or `decided-` with the choice that was applied."""

    offer: Offer
    why: str


@dataclass(frozen=True, slots=True)
class OfferNext:
    """The place is offered to the next of the waiting list."""

    reference: str
    place: int


Step = Expire | Cancel | OfferNext


def due(table: Table, now: datetime) -> tuple[Step, ...]:
    """What is to be done now, in this order: a place is given on after it was given back.

    now: aware, UTC; until when all mail has been taken in, since a yes may have come in time and not be read yet. There are
    never two steps for one person. Once all steps are done nothing more is due. Whoever gave a place back, or let it go by,
    gets no further one by itself. Where the call names no number of places, only those that were given back go on.
    """
    cancels = [Cancel(offer, why) for offer in table.held.values() if (why := _against(table, offer))]
    gone = {step.offer.id for step in cancels}
    ended = (offer for offer in table.held.values() if offer.state is OfferState.open and offer.ends_at < now)
    expired = [Expire(offer) for offer in ended if offer.id not in gone]
    gone |= {step.offer.id for step in expired}
    kept = [offer.place for offer in table.held.values() if offer.id not in gone]
    places = table.places if table.places is not None else max((offer.place for offer in table.offers), default=0)
    offered = zip(table.line, _free(places, kept, len(table.line)), strict=False)
    return (
        *sorted(cancels, key=_by_place),
        *sorted(expired, key=_by_place),
        *(OfferNext(reference, place) for reference, place in offered),
    )


def _against(table: Table, offer: Offer) -> str:
    """Why this offer can't stand, or ''. Of an entry without a decision it stands: nobody said otherwise."""
    if offer.reference in table.withdrawn:
        return WITHDRAWN
    decision = table.decided.get(offer.reference)
    return cancelled_by(decision.told) if decision is not None and decision.told in _ELSEWHERE else ""


def cancelled_by(choice: Choice) -> str:
    """The named reason of an offer that is taken back because this was decided."""
    return f"decided-{choice}"


def _by_place(step: Expire | Cancel) -> tuple[int, int]:
    return step.offer.place, step.offer.id


def free(table: Table, wanted: int) -> tuple[int, ...]:
    """The lowest free places, as many as are wanted and there are. After the number of places was lowered below those taken,
    none is free, and nobody loses one."""
    return _free(table.places, [offer.place for offer in table.held.values()], wanted)


def _free(places: int | None, kept: Sequence[int], wanted: int) -> tuple[int, ...]:
    if places is not None:
        wanted = min(wanted, places - len(kept))
    taken = set(kept)
    return tuple(islice((place for place in count(1) if place not in taken), max(0, wanted)))


def left(table: Table) -> int | None:
    """How many places are free; None where the call names no number."""
    return None if table.places is None else max(0, table.places - len(table.held))


def taken(table: Table) -> Mapping[OfferState, int]:
    """How many places are kept, for each of the states that keep one."""
    counted = Counter(offer.state for offer in table.held.values())
    return {state: counted[state] for state in OfferState if state in HOLDING}


def stands(table: Table) -> Mapping[str, Stand]:
    """Where everybody stands, by reference in order."""
    waiting = frozenset(table.waiting)
    return {reference: _stand(table, reference, waiting) for reference in sorted(table.versions)}


def _stand(table: Table, reference: str, waiting: frozenset[str]) -> Stand:
    if reference in table.withdrawn:
        return Stand.withdrawn
    if reference in table.held:
        return _STANDS[table.held[reference].state]
    if reference in waiting:
        return Stand.waiting
    decision, offer = table.decided.get(reference), table.latest.get(reference)
    if decision is None or decision.told is None:
        return Stand.undecided
    if decision.told in _ELSEWHERE:
        return Stand.on_hold if decision.told is Choice.hold else Stand.declined
    return _STANDS.get(offer.state, Stand.undecided) if offer is not None else Stand.undecided


def reopened(table: Table) -> tuple[str, ...]:
    """Whose entry changed after the decision, which a person should look at again. Their places and ranks stay as they are."""
    changed: Iterable[str] = (
        decision.reference
        for decision in table.decisions
        if table.versions.get(decision.reference, 0) > decision.version and decision.reference not in table.withdrawn
    )
    return tuple(sorted(changed))
