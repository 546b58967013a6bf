"""Placing: people say yes or no to a place, places that are given back go on by themselves, and time passes.

What is to be done say `core.answering` and `core.places`; here it is done inside one transaction. Whatever is cut off is done
by the next round, and what was done is not done again.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import structlog

from mailbot.core import answering
from mailbot.core.answering import Answer, Outcome
from mailbot.core.call import Call
from mailbot.core.decisions import Choice, Decision, Offer, OfferState
from mailbot.core.desk import Desk
from mailbot.core.letter import Letter, LetterKind, LetterState
from mailbot.core.life import Standing, barred
from mailbot.core.meetings import begins_at
from mailbot.core.places import Cancel, Expire, OfferNext, Step, due
from mailbot.core.reading import Reading
from mailbot.inviting import Inviting
from mailbot.offering import cancel, ended, gather, invite, kept, number_of, some
from mailbot.store import Store
from mailbot.store.choice import ChoosingUnit

log = structlog.get_logger(__name__)

WHO = "mailbot"
_GIVEN_BACK = {Outcome.declined: "invitation", Outcome.given_back: "place", Outcome.left: "list"}
_STEPS: dict[type[Step], str] = {Expire: "expired", Cancel: "cancelled", OfferNext: "offered"}


@dataclass(frozen=True, slots=True)
class Said:
    """A yes or no to a place. at: when it came; aware, UTC. who: 'submitter', or who says it for them. why: a reason, or ''.
    language: of the letter that answers; None: as before. reading: the mail that said it."""

    yes: bool
    at: datetime
    who: str
    why: str = ""
    language: str | None = None
    reading: Reading | None = None


class Placing:
    """calls: as in Intake. heard_until: up to when all mail was taken in, before which no place goes on: a mailbox that cannot
    be read costs nobody a place. standings, letter_waits, step: see Intake."""

    def __init__(
        self,
        store: Store,
        inviting: Inviting,
        calls: Callable[[], Sequence[Call]],
        *,
        heard_until: Callable[[datetime], datetime] = lambda now: now,
        standings: Callable[[], Mapping[str, Standing]] = dict,
        letter_waits: Callable[[], None] = lambda: None,
        step: Callable[[str], None] = lambda _: None,
    ) -> None:
        self._store, self._inviting, self._calls = store, inviting, calls
        self._heard_until, self._letter_waits, self._step = heard_until, letter_waits, step
        self._standings = standings

    def answered(
        self, unit: ChoosingUnit, call: Call, reference: str, said: Said, now: datetime
    ) -> tuple[Outcome, list[Letter]]:
        """A person says yes or no to a place; the letters that follow, which the caller records."""
        its = gather(unit, call)
        offer = its.table.held.get(reference) or its.table.latest.get(reference)
        if offer is None:
            return self._on_the_list(unit, its, reference, said, now)
        answer = answering.accept(its.table, offer, said.at) if said.yes else answering.give_back(its.table, offer)
        outcome, offer = self._note(unit, its, answer, said, now)
        return outcome, self._confirm(unit, its, offer, outcome, said, now)

    def asked_again(self, unit: ChoosingUnit, call: Call, reference: str, reading: Reading, now: datetime) -> list[Letter]:
        """The invitation once more to who is asked still, and has answered what is neither yes nor no: who hears nothing would
        lose the place and not know why."""
        its = gather(unit, call)
        offer = its.table.held.get(reference)
        if offer is None or offer.state is not OfferState.open or now > offer.ends_at:
            return []
        language = unit.language_about(reference)
        entry, number = its.submission[reference], number_of(its, offer)
        made = self._inviting.invitation(call, entry, offer, language, now, number=number, waited=False, again=reading)
        return kept(unit, made)

    def round(self, now: datetime, stop: Callable[[], bool] = lambda: False) -> Counter[str]:
        """What is due in all calls: offers that ended, withdrawn entries, places that go on. What was done, counted."""
        done: Counter[str] = Counter()
        for call in self._calls():
            if stop():
                break
            where = self._standings().get(call.slug)
            if where is not None and barred(where.state) is not None:
                continue  # a yes to such a call waits for a person: nobody's time may run out meanwhile
            if self._store.offers(call.slug) or any(one.told for one in self._store.decisions(call.slug)):
                self._one_call(call, now, done)
        if done:
            self._letter_waits()
            log.info("placing", **done)
        return done

    def _one_call(self, call: Call, now: datetime, done: Counter[str]) -> None:
        with self._store.choosing(call.slug) as unit:
            its = _settled(unit, call, now)
            steps = due(its.table, min(now, self._heard_until(now)))
            waits = _is_over(call, now) or _takes_back(unit)
            for step in steps:
                if isinstance(step, OfferNext) and waits:
                    continue
                unit.write(self._do(unit, its, step, now), now, hold=False)
                done[_STEPS[type(step)]] += 1
            self._step("inside the transaction")
        self._step("committed")

    def _do(self, unit: ChoosingUnit, its: Desk, step: Step, now: datetime) -> list[Letter]:
        match step:
            case Expire(offer):
                if not unit.turn(offer.id, [OfferState.open], OfferState.expired, now, WHO, "no answer in time"):
                    return []
                entry, language = its.submission[offer.reference], unit.language_about(offer.reference)
                over = ended(its, offer, OfferState.expired, now)
                return kept(unit, self._inviting.expired(its.call, entry, over, language, now, number=number_of(its, offer)))
            case Cancel():
                return cancel(unit, its, self._inviting, step, now, WHO)
            case OfferNext(reference, place):
                return invite(unit, its, self._inviting, reference, place, now, WHO, waited=True)

    def _note(self, unit: ChoosingUnit, its: Desk, answer: Answer, said: Said, now: datetime) -> tuple[Outcome, Offer]:
        """Record an answer; what was possible, and the offer as it is then."""
        offer, outcome = answer.offer, answer.outcome
        if outcome in (Outcome.declined, Outcome.given_back):
            unit.turn(offer.id, [offer.state], OfferState.declined, now, said.who, said.why)
            return outcome, ended(its, offer, OfferState.declined, now)
        if outcome is Outcome.left:
            _leave(unit, its, offer.reference, said, now)
        elif answer.state is OfferState.accepted:
            return self._take(unit, its, answer, said, now)
        elif outcome is Outcome.waiting_again:
            return _wait(unit, its, answer, said, now)
        elif outcome is Outcome.already:
            return outcome, ended(its, offer, OfferState.accepted, now)
        return outcome, offer

    def _take(self, unit: ChoosingUnit, its: Desk, answer: Answer, said: Said, now: datetime) -> tuple[Outcome, Offer]:
        """Accept: the open offer, or after its end a new one of a place that is free. Somebody else may be quicker."""
        offer = answer.offer
        if unit.turn(offer.id, [OfferState.open], OfferState.accepted, now, said.who, said.why):
            return answer.outcome, ended(its, offer, OfferState.accepted, now)
        wanted = offer.reference, answer.place or offer.place, its.call.places, offer.letter, offer.ends_at, now
        taken = unit.offer(*wanted, state=OfferState.accepted, who=said.who, why=said.why)
        if taken is not None:
            return answer.outcome, ended(its, taken, OfferState.accepted, now)
        return _wait(unit, its, Answer(Outcome.waiting_again, offer, rank=its.table.last_rank + 1), said, now)

    def _on_the_list(
        self, unit: ChoosingUnit, its: Desk, reference: str, said: Said, now: datetime
    ) -> tuple[Outcome, list[Letter]]:
        """Of who was offered nothing a no is understood; a yes keeps them where they are."""
        if reference not in its.table.waiting:
            return Outcome.nothing, []
        if said.yes:
            return Outcome.waiting_already, []
        _leave(unit, its, reference, said, now)
        language = said.language or unit.language_about(reference)
        entry = its.submission[reference]
        return Outcome.left, some(self._inviting.given_back(its.call, entry, None, "list", language, now, said.reading))

    def _confirm(
        self, unit: ChoosingUnit, its: Desk, offer: Offer, outcome: Outcome, said: Said, now: datetime
    ) -> list[Letter]:
        """The letter that says what came of an answer. offer: as it is now."""
        call, entry = its.call, its.submission[offer.reference]
        language, number = said.language or unit.language_about(offer.reference), number_of(its, offer)
        match outcome:
            case Outcome.accepted | Outcome.accepted_late | Outcome.already:
                made = self._inviting.accepted(call, entry, offer, language, now, said.reading, number=number)
                return kept(unit, made)
            case Outcome.declined | Outcome.given_back | Outcome.left:
                about = None if outcome is Outcome.left else offer
                what = _GIVEN_BACK[outcome]
                return some(self._inviting.given_back(call, entry, about, what, language, now, said.reading))
            case Outcome.waiting_again:
                rank, rule = its.table.last_rank + 1, its.rule
                made = self._inviting.waitlist(call, entry, rank, rule, language, now, said.reading, late=True)
                return kept(unit, made)
            case Outcome.cancelled:
                return some(self._inviting.cancelled(call, entry, offer, "invitation", "", language, now, said.reading))
            case _:
                return []


def _is_over(call: Call, now: datetime) -> bool:
    """Whether nobody can come any more; a call that names no meeting is never over."""
    return bool(call.meetings) and all(begins_at(meeting, call) <= now for meeting in call.meetings)


def _takes_back(unit: ChoosingUnit) -> bool:
    """Whether somebody who counts on a place is not told yet that it was taken back: until organisers send that letter no place
    goes on by itself, or two people come for one."""
    return bool(unit.letters([LetterState.held], [LetterKind.cancelled]))


def _settled(unit: ChoosingUnit, call: Call, now: datetime) -> Desk:
    """The desk after offers were brought in line with letters that an operator approved or cancelled one by one."""
    its = gather(unit, call)
    prepared = {offer.letter: offer for offer in its.offers if offer.state is OfferState.prepared}
    if not prepared:
        return its
    changed = False
    for head in unit.letters([state for state in LetterState if state is not LetterState.held], [LetterKind.invitation]):
        offer = prepared.get(head.message_id)
        if offer is not None:
            dropped = head.state is LetterState.cancelled
            after, why = (OfferState.cancelled, "letter cancelled") if dropped else (OfferState.open, "letter approved")
            changed |= unit.turn(offer.id, [OfferState.prepared], after, now, WHO, why)
    return gather(unit, call) if changed else its


def _wait(unit: ChoosingUnit, its: Desk, answer: Answer, said: Said, now: datetime) -> tuple[Outcome, Offer]:
    """A yes that came too late puts its person at the end of the waiting list."""
    offer = answer.offer
    if answer.state is OfferState.expired:
        unit.turn(offer.id, [OfferState.open], OfferState.expired, now, WHO, "answered too late")
    version = its.by_reference[offer.reference].version
    unit.decide([Decision(offer.reference, Choice.reserve, version, now, said.who, "answered too late")])
    unit.apply(offer.reference, answer.rank, now, said.who)
    return Outcome.waiting_again, ended(its, offer, OfferState.expired, now)


def _leave(unit: ChoosingUnit, its: Desk, reference: str, said: Said, now: datetime) -> None:
    version = its.by_reference[reference].version
    unit.decide([Decision(reference, Choice.decline, version, now, said.who, said.why or "left the waiting list")])
    unit.apply(reference, None, now, said.who)
