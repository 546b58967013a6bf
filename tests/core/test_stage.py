"""Where an offered place stands for its person, in every state it can be in."""

from datetime import UTC, datetime, timedelta

from mailbot.core.decisions import Choice, Decision, Offer, OfferState
from mailbot.core.places import Table
from mailbot.core.stage import Stage, placed

T0 = datetime(2021, 2, 1, tzinfo=UTC)
ENDS = T0 + timedelta(days=2)


def told(choice: Choice, at: datetime, rank: int | None = None) -> Decision:
    return Decision("A", choice, 1, at, "ann@example.org", told=choice, rank=rank, applied_at=at)


def offer(state: OfferState, place: int = 1, reference: str = "A") -> Offer:
    return Offer(place, "a-call", reference, place, state, T0, ENDS)


def test_every_state_of_an_offer_is_one_stage() -> None:
    later = ENDS + timedelta(seconds=1)
    other = offer(OfferState.accepted, reference="B")
    cases = [
        (Stage.soon, [offer(OfferState.prepared)], [], ENDS),
        (Stage.open, [offer(OfferState.open)], [], ENDS),
        (Stage.ended, [offer(OfferState.open)], [], later),
        (Stage.ended, [offer(OfferState.expired)], [], later),
        (Stage.ended, [offer(OfferState.expired), other], [], later),
        (Stage.ended, [offer(OfferState.expired)], [], ENDS),
        (Stage.accepted, [offer(OfferState.accepted)], [], later),
        (Stage.given_back, [offer(OfferState.declined)], [], T0),
        (Stage.cancelled, [offer(OfferState.cancelled)], [], T0),
        (Stage.over, [offer(OfferState.expired)], [told(Choice.decline, later)], later),
        (Stage.waiting, [offer(OfferState.expired)], [told(Choice.reserve, later, 1)], later),
        (Stage.waiting, [], [told(Choice.reserve, T0, 1)], T0),
        (Stage.over, [], [told(Choice.decline, T0)], T0),
        (Stage.over, [], [], T0),
    ]
    for stage, offers, decisions, now in cases:
        seen = placed(Table(1, decisions, offers), "A", now)
        assert seen.stage is stage, (stage, offers, now)
        assert seen.late is (stage is Stage.waiting and bool(offers))
    gone = placed(Table(1, [], [offer(OfferState.open)], frozenset({"A"})), "A", T0)
    assert gone.stage is Stage.cancelled, "the entry was withdrawn"
