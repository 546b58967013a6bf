"""Places: who has one, who is next, what applying does, and what a yes or a no does to a place."""

from dataclasses import replace

import pytest

from mailbot.core.answering import Outcome, accept, give_back
from mailbot.core.applying import apply, in_effect, waiting_order
from mailbot.core.choosing import WaitingRule
from mailbot.core.decisions import Decision, Offer, OfferState
from mailbot.core.places import Cancel, Expire, OfferNext, Stand, Step, due, free, left, reopened, stands, taken
from tests.core.choices import at, decided, entry, offered, table

WAITING = (decided("C", "reserve", rank=1), decided("D", "reserve", rank=2))


def told(step: Step) -> str:
    if isinstance(step, OfferNext):
        return f"offer {step.place} to {step.reference}"
    return f"{type(step).__name__.lower()} {step.offer.place} of {step.offer.reference}"


def steps(places: int | None, *rows: Decision | Offer, now: float = 50, withdrawn: str = "", unapproved: str = "") -> list[str]:
    return [told(step) for step in due(table(places, *rows, withdrawn=withdrawn, unapproved=unapproved), at(now))]


@pytest.mark.parametrize("state", ["declined", "expired", "cancelled"])
def test_a_place_that_was_given_back_goes_to_the_first_who_waits(state: str) -> None:
    assert steps(1, decided("A", "invite"), offered("A", 1, state), *WAITING) == ["offer 1 to C"]


def test_an_offer_ends_after_its_last_moment_and_its_place_goes_on_in_the_same_round() -> None:
    rows = (decided("A", "invite"), offered("A", 1, ends=50), *WAITING)
    assert steps(1, *rows, now=50) == []
    assert steps(1, *rows, now=50.001) == ["expire 1 of A", "offer 1 to C"]


def test_the_clock_runs_for_nobody_who_was_not_asked_or_has_accepted() -> None:
    rows = (offered("A", 1, "prepared", ends=2), offered("B", 2, "accepted", ends=2))
    assert steps(2, decided("A", "invite"), decided("B", "invite"), *rows, *WAITING) == []


def test_an_offer_is_cancelled_with_its_entry_and_by_another_decision_and_once_only() -> None:
    rows = (decided("A", "invite"), offered("A", 1, ends=2), decided("B", "decline"), offered("B", 2, "accepted"))
    assert steps(2, *rows, withdrawn="A") == ["cancel 1 of A", "cancel 2 of B"]
    why = [step.why for step in due(table(2, *rows, withdrawn="A"), at(50)) if isinstance(step, Cancel)]
    assert why == ["entry-withdrawn", "decided-decline"]


def test_nobody_is_offered_a_second_place_by_itself() -> None:
    refused = (decided("A", "reserve", rank=1), offered("A", 1, "declined", hour=2))
    lapsed = (decided("B", "reserve", rank=2), offered("B", 1, "expired", hour=3))
    assert steps(2, *refused, *lapsed) == []
    assert steps(2, *refused, decided("B", "reserve", hour=4, rank=3), lapsed[1], *WAITING[1:]) == [
        "offer 1 to D",
        "offer 2 to B",
    ]


def test_who_is_withdrawn_decided_otherwise_or_not_told_yet_is_passed_over() -> None:
    rows = (
        *WAITING,
        decided("E", "decline", "reserve", rank=3),
        decided("F", "reserve", rank=4),
        decided("G", "reserve", None),
    )
    assert steps(9, *rows, withdrawn="C", unapproved="D") == ["offer 1 to F"]


def test_a_changed_entry_keeps_its_rank_and_is_named() -> None:
    changed = table(1, *WAITING, versions={"C": 2, "D": 1})
    assert [told(step) for step in due(changed, at(50))] == ["offer 1 to C"]
    assert reopened(changed) == ("C",)


def test_without_a_number_of_places_only_what_was_given_back_goes_on() -> None:
    assert steps(None, *WAITING) == []
    assert steps(None, decided("A", "invite"), offered("A", 1, "declined"), *WAITING) == ["offer 1 to C"]
    assert free(table(None, offered("A", 2)), 3) == (1, 3, 4)
    assert left(table(None)) is None


def test_fewer_places_than_are_taken_take_none_away_and_give_none_on() -> None:
    rows = [offered(name, place, "accepted") for place, name in enumerate("ABEF", 1)]
    lowered = table(3, *rows[1:], offered("G", 9, "prepared"), *WAITING)
    assert due(lowered, at(50)) == ()
    assert (free(lowered, 5), left(lowered)) == ((), 0)
    assert taken(lowered) == {OfferState.prepared: 1, OfferState.open: 0, OfferState.accepted: 3}


def test_everybody_stands_somewhere() -> None:
    rows: tuple[Decision | Offer, ...] = (
        *(decided(name, "invite") for name in "ABEFG"),
        *(offered("A", 1), offered("B", 2, "accepted"), offered("E", 3, "declined"), offered("F", 4, "cancelled")),
        *(offered("G", 5, "prepared"), offered("K", 6, "expired"), decided("K", "reserve", rank=4)),
        *(*WAITING, decided("H", "hold"), decided("I", "decline"), decided("J", "invite", None)),
    )
    names = dict.fromkeys("ABCDEFGHIJKL", 1)
    assert stands(table(9, *rows, withdrawn="D", versions=names)) == {
        "A": Stand.asked, "B": Stand.accepted, "C": Stand.waiting, "D": Stand.withdrawn, "E": Stand.gave_back,
        "F": Stand.undecided, "G": Stand.prepared, "H": Stand.on_hold, "I": Stand.declined, "J": Stand.undecided,
        "K": Stand.lapsed, "L": Stand.undecided,
    }  # fmt: skip


def test_applying_gives_places_ranks_and_the_rest_and_says_who_is_next() -> None:
    now = table(4, decided("A", "invite"), offered("A", 2), *WAITING)
    choices = [("Z", "invite"), ("Y", "reserve"), ("X", "reserve"), ("W", "hold"), ("V", "decline")]
    plan = apply(now, [decided(name, choice, None) for name, choice in choices], order="XYZ")
    assert plan.invitations == (("Z", 1),)
    assert plan.reserves == (("X", 3), ("Y", 4))
    assert (plan.holds, plan.declines, plan.left) == (("W",), ("V",), 3)
    assert plan.at_once == ("C", "D")


def test_one_invitation_too_many_and_nothing_happens() -> None:
    decisions = [decided("Z", "invite", None), decided("Y", "invite", None), decided("X", "decline", None)]
    plan = apply(table(2, offered("A", 1)), decisions, order=())
    assert (plan.too_many, plan.left, plan.happens) == (("Y", "Z"), 1, False)


def test_what_was_applied_gives_nothing_when_it_is_applied_again() -> None:
    decisions = [decided(name, choice) for name, choice in zip("ABCD", ["invite", "reserve", "hold", "decline"], strict=True)]
    assert not apply(table(1, *decisions, offered("A", 1)), decisions, order=()).happens


@pytest.mark.parametrize("choice", ["reserve", "hold", "decline"])
@pytest.mark.parametrize("state", ["prepared", "open", "accepted"])
def test_another_decision_about_somebody_with_a_place_shows_that_it_is_taken_back(choice: str, state: str) -> None:
    now = table(1, decided("A", "invite"), offered("A", 1, state))
    plan = apply(now, [decided("A", choice, "invite", hour=5), decided("B", "invite", None)], order=())
    assert plan.cancels == (Cancel(now.held["A"], f"decided-{choice}"),)
    assert plan.invitations == (("B", 1),)
    assert [offer.reference for offer in plan.taken_from] == (["A"] if state == "accepted" else [])


def test_somebody_who_let_a_place_go_is_invited_again_only_when_that_is_decided_anew() -> None:
    decision, gone = decided("A", "invite"), offered("A", 1, "expired")
    assert not apply(table(1, decision, gone), [decision], order=()).happens
    meanwhile = replace(decision, at=at(60))
    assert not apply(table(1, meanwhile, gone), [meanwhile], order=()).happens
    anew = replace(decision, at=at(101))
    assert apply(table(1, anew, gone), [anew], order=()).invitations == (("A", 1),)


def test_applying_leaves_out_withdrawn_entries_keeps_a_place_that_is_theirs_and_names_the_changed() -> None:
    decisions = [decided("A", "invite", None), decided("C", "invite", "reserve"), decided("B", "hold", None)]
    now = table(2, *decisions, offered("C", 1), withdrawn="A", versions={"A": 1, "B": 3, "C": 1})
    plan = apply(now, decisions, order=())
    assert (plan.withdrawn, plan.kept, plan.invitations, plan.reopened) == (("A",), ("C",), (), ("B",))


def test_the_order_of_the_waiting_list_is_that_of_its_rule() -> None:
    entries = [entry(1, hour=3), entry(2, hour=2), entry(3, hour=2), entry(4, hour=1), entry(5, hour=9)]
    totals = {"R1": 3.0, "R5": 4.5, "R3": 3.0, "R2": 3.0, "R4": None}

    def order(rule: WaitingRule, key: bytes = b"secret") -> str:
        found = {waiting_order(some, totals, rule, key) for some in (entries, entries[::-1])}
        return " ".join(found.pop()) if len(found) == 1 else "it depends"

    assert order(WaitingRule.score) == "R5 R2 R3 R1 R4"
    assert order(WaitingRule.arrival) == "R4 R2 R3 R1 R5"
    lots = {order(WaitingRule.lot, key.encode()) for key in "abcdefgh"}
    assert len(lots) > 4
    assert all(sorted(lot.split()) == ["R1", "R2", "R3", "R4", "R5"] for lot in lots)


def test_letters_name_arrival_where_nobody_was_judged() -> None:
    assert in_effect(WaitingRule.score, {"R1": None}) is WaitingRule.arrival
    assert in_effect(WaitingRule.score, {"R1": None, "R2": 1.0}) is WaitingRule.score
    assert in_effect(WaitingRule.lot, {}) is WaitingRule.lot


ANSWERS: list[tuple[str, str, int, tuple[Decision | Offer, ...], Outcome, OfferState | None, int | None]] = [
    ("yes", "open", 50, (), Outcome.accepted, OfferState.accepted, 1),
    ("yes", "open", 100, (), Outcome.accepted, OfferState.accepted, 1),
    ("yes", "open", 101, (), Outcome.accepted_late, OfferState.accepted, 1),
    ("yes", "open", 101, WAITING, Outcome.waiting_again, OfferState.expired, None),
    ("yes", "expired", 101, (), Outcome.accepted_late, OfferState.accepted, 1),
    ("yes", "expired", 101, (offered("B", 1), offered("E", 2)), Outcome.waiting_again, None, None),
    ("yes", "expired", 101, (offered("B", 1),), Outcome.accepted_late, OfferState.accepted, 2),
    ("yes", "expired", 101, WAITING, Outcome.waiting_again, None, None),
    ("yes", "expired", 99, WAITING, Outcome.accepted, OfferState.accepted, 1),
    ("yes", "expired", 101, (decided("A", "reserve", hour=60, rank=3),), Outcome.waiting_already, None, None),
    ("yes", "expired", 101, (decided("A", "decline", hour=60),), Outcome.cancelled, None, None),
    ("yes", "accepted", 101, (), Outcome.already, None, 1),
    ("yes", "declined", 50, (), Outcome.given_back_before, None, None),
    ("yes", "cancelled", 50, (), Outcome.cancelled, None, None),
    ("yes", "prepared", 50, (), Outcome.not_asked, None, None),
    ("no", "open", 50, (), Outcome.declined, OfferState.declined, 1),
    ("no", "accepted", 500, (), Outcome.given_back, OfferState.declined, 1),
    ("no", "expired", 101, (), Outcome.nothing, None, None),
    ("no", "expired", 101, (decided("A", "reserve", hour=60, rank=3),), Outcome.left, None, None),
    ("no", "declined", 50, (), Outcome.nothing, None, None),
    ("no", "cancelled", 50, (), Outcome.cancelled, None, None),
    ("no", "prepared", 50, (), Outcome.not_asked, None, None),
]


def test_a_yes_or_a_no_has_its_named_outcome() -> None:
    for word, state, hour, others, outcome, becomes, place in ANSWERS:
        offer = offered("A", 1, state)
        now = table(2, offer, *others)
        answer = accept(now, offer, at(hour)) if word == "yes" else give_back(now, offer)
        assert (answer.outcome, answer.state, answer.place) == (outcome, becomes, place), (word, state, hour)
        assert (answer.rank is not None) == (outcome is Outcome.waiting_again)


def test_an_answer_to_an_old_invitation_is_one_to_the_newest() -> None:
    old, new = offered("A", 1, "expired", hour=1, ends=9), offered("A", 2, hour=20)
    assert accept(table(2, old, new), old, at(50)).offer == new
    assert give_back(table(2, old, new), old).offer == new


def test_expired_is_told_once() -> None:
    late = offered("A", 1, ends=2)
    first = due(table(1, late), at(3))
    assert first == (Expire(late),)
    assert due(table(1, replace(late, state=OfferState.expired)), at(3)) == ()
