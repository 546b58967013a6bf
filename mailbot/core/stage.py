"""Stage: where an offered place stands for its person, and which answers would change that."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from mailbot.core.answering import Answer, Outcome, accept
from mailbot.core.decisions import Offer, OfferState
from mailbot.core.places import Table


class Stage(StrEnum):
    """soon: the invitation is being sent. open: asked, and there is time. ended: the time is over, and a yes is welcome still.
    over: neither invited nor waiting."""

    soon = "soon"
    open = "open"
    accepted = "accepted"
    ended = "ended"
    waiting = "waiting"
    given_back = "given_back"
    cancelled = "cancelled"
    over = "over"

    @property
    def takes_yes(self) -> bool:
        return self in {Stage.open, Stage.ended}

    @property
    def takes_no(self) -> bool:
        return self in {Stage.open, Stage.accepted, Stage.waiting}


_OF_YES = {
    Outcome.not_asked: Stage.soon,
    Outcome.accepted: Stage.open,
    Outcome.accepted_late: Stage.ended,
    Outcome.waiting_again: Stage.ended,
    Outcome.already: Stage.accepted,
    Outcome.given_back_before: Stage.given_back,
}


@dataclass(frozen=True, slots=True)
class Placed:
    """offer: the newest of this person, or None. late: waits because a yes came after its time."""

    stage: Stage
    offer: Offer | None
    late: bool = False


def placed(table: Table, reference: str, now: datetime) -> Placed:
    """What a yes would do now tells where a place stands, so that page and answer cannot disagree. now: aware, UTC."""
    offer = table.held.get(reference) or table.latest.get(reference)
    if reference in table.waiting:
        return Placed(Stage.waiting, offer, late=offer is not None and offer.state is OfferState.expired)
    if offer is None:
        return Placed(Stage.cancelled if reference in table.withdrawn else Stage.over, None)
    return Placed(_stage(accept(table, offer, now)), offer)


def _stage(yes: Answer) -> Stage:
    if yes.outcome is Outcome.cancelled and yes.offer.state is OfferState.expired:
        return Stage.over
    if yes.outcome is Outcome.accepted and yes.offer.state is not OfferState.open:
        return Stage.ended
    return _OF_YES.get(yes.outcome, Stage.cancelled)
