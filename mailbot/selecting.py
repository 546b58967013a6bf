"""Selecting: organisers' decisions are applied, the letters about them prepared, and nothing sent before it is approved.

What is to be done says `core.applying`; here it is done inside one transaction, in which nobody else decides about the call.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from mailbot.core import applying
from mailbot.core.applying import Applying
from mailbot.core.decisions import Choice, Decision, Offer, OfferState
from mailbot.core.desk import Desk
from mailbot.core.letter import Letter, LetterKind, LetterState
from mailbot.core.places import WITHDRAWN
from mailbot.inviting import Inviting
from mailbot.offering import DECIDES, cancel, ended, invitation, invite, kept, number_of, some, until
from mailbot.store.choice import ChoosingUnit, LetterHead

_FRESH = 0.75
"""Of the time to answer at least this much must be left when an invitation is approved; else it is written anew."""


@dataclass(frozen=True, slots=True)
class Applied:
    """What applying did. letters: those that wait for approval now. silent: references of people to whom no letter can go."""

    applying: Applying
    letters: tuple[Letter, ...] = ()
    silent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Approved:
    """letters: how many are due now. too_old: ids of edited invitations whose day is too near; they stay held."""

    letters: int
    too_old: tuple[int, ...] = ()


class Selecting:
    """Applies, approves, drops; all in the transaction of who calls."""

    def __init__(self, inviting: Inviting) -> None:
        self._inviting = inviting

    def plan(self, its: Desk, decisions: Sequence[Decision]) -> Applying:
        """What applying these would do."""
        return applying.apply(its.table, decisions, its.order(self._inviting.key))

    def apply(self, unit: ChoosingUnit, its: Desk, references: Collection[str], now: datetime, who: str) -> Applied:
        """Apply the decisions about these entries and prepare the letters; nothing of it when there are too many for the
        places. its: as gathered in this transaction, with the decisions in it."""
        plan = self.plan(its, [one for one in its.decisions if one.reference in references])
        if plan.too_many or not plan.happens:
            return Applied(plan)
        moved = {*plan.declines, *plan.holds, *(reference for reference, _ in (*plan.invitations, *plan.reserves))}
        _drop_earlier(unit, moved, now, who)
        told = {step.offer.reference for step in plan.cancels if step.offer.state is not OfferState.prepared}
        letters: list[Letter] = []
        for step in plan.cancels:
            letters += cancel(unit, its, self._inviting, step, now, who, its.table.decided[step.offer.reference].why)
        for reference, place in plan.invitations:
            letters += invite(unit, its, self._inviting, reference, place, now, who, waited=False)
            unit.apply(reference, None, now)
        for reference, rank in plan.reserves:
            letters += self._put_on_list(unit, its, reference, rank, now)
        for reference in (*plan.holds, *plan.declines, *plan.kept):
            unit.apply(reference, None, now)
        for reference in (*plan.holds, *plan.declines):
            letters += self._tell(unit, its, reference, now) if reference not in told else []
        unit.write(letters, now, hold=True)
        return Applied(plan, tuple(letters), tuple(sorted(moved - {letter.about for letter in letters})))

    def approve(self, unit: ChoosingUnit, its: Desk, heads: Sequence[LetterHead], now: datetime, who: str) -> Approved:
        """Let these held letters go; the clocks of the places begin with that."""
        offers, done, too_old = {offer.letter: offer for offer in its.offers}, 0, list[int]()
        for head in heads:
            if head.about in its.table.withdrawn and head.kind is not LetterKind.cancelled:  # their calendars are told still
                unit.turn_letter(head.message_id, LetterState.cancelled, now, who, WITHDRAWN)
                continue
            offer = offers.get(head.message_id)
            if offer is not None and offer.state is OfferState.prepared and not self._open(unit, its, head, offer, now, who):
                too_old.append(head.id)
                continue
            done += unit.turn_letter(head.message_id, LetterState.waiting, now, who, "approved")
        return Approved(done, tuple(too_old))

    def drop(self, unit: ChoosingUnit, its: Desk, heads: Sequence[LetterHead], now: datetime, who: str) -> int:
        """Never send these letters, held or approved; a place that one of them offered is free again: nobody has seen it. Their
        decisions are pending again.

        One that takes a place back stays: the place is gone already, and whoever counts on it has to hear that.
        """
        offers, done = {offer.letter: offer for offer in its.offers}, 0
        for head in (head for head in heads if head.kind is not LetterKind.cancelled):
            if unit.turn_letter(head.message_id, LetterState.cancelled, now, who, "dropped"):
                done += 1
                unit.untell(head.about, now, who, "letter dropped")  # whoever was never told is to be decided about again
                offer = offers.get(head.message_id)
                if offer is not None:
                    before = [OfferState.prepared, OfferState.open]
                    unit.turn(offer.id, before, OfferState.cancelled, now, who, "letter dropped")
        return done

    def _put_on_list(self, unit: ChoosingUnit, its: Desk, reference: str, rank: int, now: datetime) -> list[Letter]:
        unit.apply(reference, rank, now)
        entry, language = its.submission[reference], unit.language_about(reference)
        return kept(unit, self._inviting.waitlist(its.call, entry, rank, its.rule, language, now))

    def _tell(self, unit: ChoosingUnit, its: Desk, reference: str, now: datetime) -> list[Letter]:
        decision, entry, language = its.table.decided[reference], its.submission[reference], unit.language_about(reference)
        if decision.choice is Choice.hold:
            return some(self._inviting.hold(its.call, entry, language, now))
        return some(self._inviting.decline(its.call, entry, decision.why, language, now))

    def _open(self, unit: ChoosingUnit, its: Desk, head: LetterHead, offer: Offer, now: datetime, who: str) -> bool:
        """Begin the clock of a place. An invitation that has waited for long is written anew with a later day; one that a
        person has edited is not, and False comes back when its day is too near."""
        if offer.ends_at - now < (until(its.call, now) - now) * _FRESH:
            if not unit.is_as_written(head.id):
                return False
            offer = replace(ended(its, offer, OfferState.open, now), ends_at=until(its.call, now))
            made = invitation(unit, its, self._inviting, offer, now, number=number_of(its, offer), waited=False)
            if made is None or not unit.replace_letter(head.id, made.letter.raw, now, who, "a later day to answer by"):
                return False
        return unit.turn(offer.id, [OfferState.prepared], OfferState.open, now, who, "approved", offer.ends_at)


def _drop_earlier(unit: ChoosingUnit, moved: Collection[str], now: datetime, who: str) -> None:
    """Letters about an earlier decision that nobody has approved are overtaken by the new one."""
    for head in unit.letters([LetterState.held], sorted(DECIDES)):
        if head.about in moved:
            unit.turn_letter(head.message_id, LetterState.cancelled, now, who, "decided anew")
