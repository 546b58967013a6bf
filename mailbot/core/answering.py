"""Answering: what becomes of a place when the person to whom it is offered says yes or no, in time or not."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from mailbot.core.decisions import Choice, Offer, OfferState
from mailbot.core.places import Table, free


class Outcome(StrEnum):
    """Of a yes: accepted; accepted_late: after its end, and a place is still free; waiting_again: after its end, at the end of
    the waiting list; waiting_already: the same said twice; already: accepted before; given_back_before: there was a no before.

    Of a no: declined: the offer; given_back: a place that was accepted; left: the waiting list; nothing: there is nothing to
    give back. Of both: cancelled: taken back, by organisers or with the entry. not_asked: the invitation never left.
    """

    accepted = "accepted"
    accepted_late = "accepted-late"
    waiting_again = "waiting-again"
    waiting_already = "waiting-already"
    already = "already-accepted"
    given_back_before = "given-back-before"
    declined = "declined"
    given_back = "given-back"
    left = "left-waiting-list"
    nothing = "nothing-to-give-back"
    cancelled = "cancelled"
    not_asked = "not-asked"


@dataclass(frozen=True, slots=True)
class Answer:
    """What is to be recorded. offer: the one that changes from the state it has: the person's newest, which may be a later one
    than was answered. state: what it becomes; None: it stays. place: where it is accepted; after the end perhaps another than
    was offered. rank: on the waiting list, for waiting_again."""

    outcome: Outcome
    offer: Offer
    state: OfferState | None = None
    place: int | None = None
    rank: int | None = None


def accept(table: Table, offer: Offer, now: datetime) -> Answer:
    """A yes to this offer, or to a later one of the same person. now: aware, UTC; when it came, not when it was read."""
    offer = table.held.get(offer.reference) or table.latest.get(offer.reference, offer)
    if offer.state is OfferState.prepared:
        return Answer(Outcome.not_asked, offer)
    if offer.reference in table.withdrawn or offer.state is OfferState.cancelled:
        return Answer(Outcome.cancelled, offer)
    if offer.state is OfferState.accepted:
        return Answer(Outcome.already, offer, place=offer.place)
    if offer.state is OfferState.declined:
        return Answer(Outcome.given_back_before, offer)
    if offer.state is OfferState.open and now <= offer.ends_at:
        return Answer(Outcome.accepted, offer, OfferState.accepted, offer.place)
    return _too_late(table, offer, now)


def _too_late(table: Table, offer: Offer, now: datetime) -> Answer:
    """A place that is free goes to whoever waits, except where the yes had come in time and was read too late."""
    if offer.reference in table.waiting:
        return Answer(Outcome.waiting_already, offer)
    decision = table.decided.get(offer.reference)
    if decision is not None and decision.told in {Choice.hold, Choice.decline}:
        return Answer(Outcome.cancelled, offer)
    in_time = now <= offer.ends_at
    place = _free_place(table, offer) if in_time or not table.waiting else None
    if place is None:
        expired = OfferState.expired if offer.state is OfferState.open else None
        return Answer(Outcome.waiting_again, offer, expired, rank=table.last_rank + 1)
    return Answer(Outcome.accepted if in_time else Outcome.accepted_late, offer, OfferState.accepted, place)


def _free_place(table: Table, offer: Offer) -> int | None:
    """The place that was offered where it is free still, else the lowest."""
    if offer.state is OfferState.open:
        return offer.place
    places = free(table, 1)
    others = {held.place for held in table.held.values()}
    within = table.places is None or offer.place <= table.places
    return offer.place if places and within and offer.place not in others else next(iter(places), None)


def give_back(table: Table, offer: Offer) -> Answer:
    """A no to this offer, or to a later one of the same person, whenever it comes."""
    offer = table.held.get(offer.reference) or table.latest.get(offer.reference, offer)
    if offer.state is OfferState.prepared:
        return Answer(Outcome.not_asked, offer)
    if offer.state is OfferState.open:
        return Answer(Outcome.declined, offer, OfferState.declined, offer.place)
    if offer.state is OfferState.accepted:
        return Answer(Outcome.given_back, offer, OfferState.declined, offer.place)
    if offer.reference in table.waiting:
        return Answer(Outcome.left, offer)
    return Answer(Outcome.cancelled if offer.state is OfferState.cancelled else Outcome.nothing, offer)
