"""What must hold of places whatever people do, in whatever order: nobody is lost, no place is given twice, none stays empty."""

from collections import Counter
from dataclasses import replace
from datetime import timedelta
from random import Random

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from mailbot.core.answering import Answer, Outcome, accept, give_back
from mailbot.core.applying import apply
from mailbot.core.decisions import HOLDING, Choice, Decision, Offer, OfferState
from mailbot.core.places import Cancel, Expire, OfferNext, Stand, Step, Table, due, left, stands, taken
from tests.core.choices import BEGAN

PEOPLE = tuple("ABCDEFGH")
MINUTE, DAY, KEPT_FOR = timedelta(minutes=1), timedelta(days=1), timedelta(days=5)
somebody = st.sampled_from(PEOPLE)


class Call(RuleBasedStateMachine):
    """A call as the database would keep it: every step is carried out, and refused where the database would refuse it."""

    @initialize(places=st.none() | st.integers(1, 4), order=st.permutations(PEOPLE), invited=st.integers(1, 5))
    def opens(self, places: int | None, order: list[str], invited: int) -> None:
        self.places, self.now = places, BEGAN
        self.decisions: dict[str, Decision] = {}
        self.offers: dict[int, Offer] = {}
        self.versions = dict.fromkeys(PEOPLE, 1)
        self.withdrawn: frozenset[str] = frozenset()
        self.unapproved: frozenset[str] = frozenset()
        self.let_go: set[str] = set()  # gave a place back, or let it go by, and not put on the list since
        self.wished: set[str] = set()  # decided about since decisions were applied
        for n, who in enumerate(order):
            self.decides(who, Choice.invite if n < min(invited, places or invited) else Choice.reserve)
        self.applies(order)
        self.approves()

    @property
    def table(self) -> Table:
        rows = (list(self.decisions.values()), list(self.offers.values()))
        return Table(self.places, *rows, self.withdrawn, self.versions, self.unapproved)

    def shuffled(self) -> Table:
        some, chance = self.table, Random(len(self.offers))
        decisions, offers, people = list(some.decisions), list(some.offers), list(PEOPLE)
        for rows in (decisions, offers, people):
            chance.shuffle(rows)
        versions = {one: self.versions[one] for one in people}
        return Table(self.places, decisions, offers, self.withdrawn, versions, self.unapproved)

    @rule(some=st.lists(somebody, min_size=1, max_size=3), choice=st.sampled_from(Choice), order=st.permutations(PEOPLE))
    def chooses(self, some: list[str], choice: Choice, order: list[str]) -> None:
        for who in some:
            self.decides(who, choice)
        self.applies(order)

    @rule(who=somebody, choice=st.sampled_from(Choice))
    def decides(self, who: str, choice: Choice) -> None:
        self.wished.add(who)
        before = self.decisions.get(who) or Decision(who, choice, 1, self.now, "organiser")
        self.decisions[who] = replace(before, choice=choice, at=self.now, version=self.versions[who])

    def applies(self, order: list[str]) -> None:
        before = self.table
        plan = apply(before, before.decisions, order)
        assert plan == apply(self.shuffled(), self.shuffled().decisions, order)
        if plan.too_many:
            assert self.places is not None
            assert plan.left is not None
            assert len(plan.too_many) > plan.left
            assert not plan.happens
            return
        for step in plan.cancels:
            self.turn(step.offer, OfferState.cancelled)
        for who, place in plan.invitations:
            self.offer(who, place, OfferState.prepared)
        ranks = dict(plan.reserves)
        for who in (*ranks, *plan.kept, *plan.holds, *plan.declines, *(who for who, _ in plan.invitations)):
            self.told(who, self.decisions[who].choice, ranks.get(who))
        self.unapproved |= {*ranks, *plan.holds, *plan.declines}
        self.let_go -= ranks.keys()
        assert {*ranks, *plan.holds, *plan.declines, *dict(plan.invitations)} <= self.wished
        self.wished &= self.withdrawn
        assert not apply(self.table, self.table.decisions, order).happens
        room = left(self.table)
        if room is not None and not before.unapproved:
            assert plan.at_once == replace(self.table, unapproved=frozenset()).line[:room]

    @rule()
    def approves(self) -> None:
        self.unapproved = frozenset()
        for offer in self.table.held.values():
            if offer.state is OfferState.prepared:
                self.turn(replace(offer, ends_at=self.now + KEPT_FOR), OfferState.open)

    @rule(place=st.integers(0, 5), yes=st.booleans())
    def answers(self, place: int, yes: bool) -> None:
        """Somebody who was asked once, now or long ago."""
        asked = sorted(self.table.latest, key=lambda who: (self.table.latest[who].state is not OfferState.open, who))
        if not asked:
            return
        who = asked[place % len(asked)]
        oldest = min((offer for offer in self.offers.values() if offer.reference == who), key=lambda offer: offer.id)
        before_it, before = self.table, stands(self.table)[who]
        answer = accept(self.table, oldest, self.now) if yes else give_back(self.table, oldest)
        self.note(who, answer)
        after = stands(self.table)[who]
        if answer.outcome is Outcome.accepted_late:
            assert before_it.waiting == ()
        if answer.outcome in {Outcome.accepted, Outcome.accepted_late}:
            assert (yes, after) == (True, Stand.accepted)
        elif answer.outcome in {Outcome.declined, Outcome.given_back}:
            assert (yes, before, self.table.held.get(who)) == (False, before, None)
        elif answer.outcome is Outcome.waiting_again:
            assert self.table.waiting[-1] == who
        elif answer.outcome is not Outcome.left:
            assert after is before

    def note(self, who: str, answer: Answer) -> None:
        offer = answer.offer
        if answer.outcome is Outcome.waiting_again:
            if answer.state is not None:
                self.turn(offer, answer.state)
            self.let_go.discard(who)
            self.told(who, Choice.reserve, answer.rank)
        elif answer.outcome is Outcome.left:
            self.withdrawn |= {who}
        elif answer.state is OfferState.accepted and offer.state is not OfferState.open:
            assert answer.place is not None
            self.offer(who, answer.place, OfferState.accepted)
        elif answer.state is not None:
            self.turn(offer, answer.state)

    @rule(who=somebody)
    def withdraws_or_comes_back(self, who: str) -> None:
        self.withdrawn ^= {who}

    @rule(who=somebody)
    def changes(self, who: str) -> None:
        self.versions[who] += 1

    @rule(places=st.integers(1, 4))
    def gets_other_places(self, places: int) -> None:
        if self.places is not None:
            self.places = places

    @rule(days=st.sampled_from([1, 6]))
    def waits(self, days: int) -> None:
        self.now += days * DAY

    @rule()
    def does_what_is_due(self) -> None:
        before = self.table
        steps = due(before, self.now)
        assert steps == due(self.shuffled(), self.now)
        people = [step.reference if isinstance(step, OfferNext) else step.offer.reference for step in steps]
        assert len(people) == len(set(people))
        for step in steps:
            self.do(step)
        after = self.table
        assert due(after, self.now) == ()
        assert not any(who in self.withdrawn for who in after.held)
        offered = [step.reference for step in steps if isinstance(step, OfferNext)]
        assert list(before.line[: len(offered)]) == offered
        assert not after.line or left(after) in {0, None}
        if self.places is None:
            gone = [step for step in steps if isinstance(step, Expire | Cancel)]
            assert len(offered) >= min(len(gone), len(before.line))

    def do(self, step: Step) -> None:
        if isinstance(step, OfferNext):
            assert step.reference not in self.let_go | self.unapproved
            assert self.decisions[step.reference].choice in {Choice.reserve, Choice.invite}
            self.offer(step.reference, step.place, OfferState.open)
        else:
            self.turn(step.offer, OfferState.expired if isinstance(step, Expire) else OfferState.cancelled)

    def told(self, who: str, choice: Choice, rank: int | None) -> None:
        decision = self.decisions.get(who) or Decision(who, choice, self.versions[who], self.now, "organiser")
        self.decisions[who] = replace(decision, choice=choice, told=choice, rank=rank or decision.rank, applied_at=self.now)

    def turn(self, offer: Offer, state: OfferState) -> None:
        assert self.offers[offer.id].state in HOLDING or state in HOLDING
        self.offers[offer.id] = replace(offer, state=state, answered_at=None if state in HOLDING else self.now)
        if state in {OfferState.declined, OfferState.expired, OfferState.cancelled}:
            self.let_go.add(offer.reference)

    def offer(self, who: str, place: int, state: OfferState) -> None:
        """As the unique indexes and the check of the table would refuse it."""
        held = self.table.held
        assert who not in held
        assert who not in self.withdrawn
        assert place not in {offer.place for offer in held.values()}
        assert place >= 1
        assert self.places is None or (place <= self.places and len(held) < self.places)
        number = len(self.offers) + 1
        self.offers[number] = Offer(number, "a-call", who, place, state, self.now, self.now + KEPT_FOR)

    @invariant()
    def everybody_stands_in_one_place_and_time_goes_on(self) -> None:
        if not hasattr(self, "offers"):
            return
        self.now += MINUTE
        table = self.table
        where = stands(table)
        assert where == stands(self.shuffled())
        assert list(where) == list(PEOPLE)
        counted = Counter(where.values())
        holding = counted[Stand.prepared] + counted[Stand.asked] + counted[Stand.accepted]
        cancelled_soon = len(table.held.keys() & self.withdrawn)
        assert holding + cancelled_soon == sum(taken(table).values()) == sum(o.state in HOLDING for o in self.offers.values())
        assert set(table.waiting) == {who for who, stand in where.items() if stand is Stand.waiting}
        ranks = [self.decisions[who].rank for who in table.waiting]
        assert len(set(ranks)) == len(ranks)


TestPlaces = Call.TestCase
TestPlaces.settings = settings(max_examples=40, stateful_step_count=40, deadline=None)
