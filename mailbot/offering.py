"""Offering: one place is kept for one person, or taken back, together with the letter that says so."""

from dataclasses import replace
from datetime import datetime

import structlog

from mailbot.core.call import Call
from mailbot.core.decisions import HOLDING, Offer, OfferState
from mailbot.core.desk import Desk, desk
from mailbot.core.letter import Letter, LetterKind, LetterState
from mailbot.core.meetings import begins_at, coming
from mailbot.core.places import Cancel
from mailbot.core.wire import mailable
from mailbot.errors import MailbotError
from mailbot.inviting import Inviting, WithToken
from mailbot.store.choice import ChoosingUnit

log = structlog.get_logger(__name__)

DECIDES = frozenset({LetterKind.invitation, LetterKind.waitlist, LetterKind.hold, LetterKind.decline, LetterKind.cancelled})
"""Letters that carry a decision: they wait for an organiser."""
_TAKEN_BACK = {OfferState.prepared: "invitation", OfferState.open: "invitation", OfferState.accepted: "place"}


def gather(unit: ChoosingUnit, call: Call) -> Desk:
    """All that is known of a call where people are chosen; the only read."""
    held = {head.about for head in unit.letters([LetterState.held], sorted(DECIDES))}
    known = unit.submissions()
    silent = {one.reference for one in known if mailable(one.address)[0] is None}  # nothing can be offered to them by mail
    return desk(call, known, unit.numbers(), unit.scores(), unit.decisions(), unit.offers(), held | silent)


def invite(
    unit: ChoosingUnit, its: Desk, inviting: Inviting, reference: str, place: int, now: datetime, who: str, *, waited: bool
) -> list[Letter]:
    """Keep the place, and the invitation to it. waited: from the waiting list it goes by itself, and the clock runs at once.
    Raises MailbotError when somebody else was quicker."""
    call, state = its.call, OfferState.open if waited else OfferState.prepared
    ends_at = until(call, now)
    offer = Offer(0, call.slug, reference, place, state, now, ends_at, sequence=sequence(its, reference, now))
    number = 1 + sum(one.reference == reference for one in its.offers)
    made = invitation(unit, its, inviting, offer, now, number=number, waited=waited)
    if made is None:
        return []
    if unit.offer(reference, place, call.places, made.letter.message_id, ends_at, now, state=state, who=who) is None:
        raise MailbotError(f"place {place} of {call.slug} was taken by somebody else just now", mend="do the same again")
    return kept(unit, made)


def until(call: Call, now: datetime) -> datetime:
    """Until when a place that is offered now is kept: as long as the call says, and not into the meeting."""
    begins = [begin for _, meeting in coming(call, now) if (begin := begins_at(meeting, call)) > now]
    return min([now + call.selection.answer_within, *begins])


def invitation(
    unit: ChoosingUnit, its: Desk, inviting: Inviting, offer: Offer, now: datetime, *, number: int, waited: bool
) -> WithToken | None:
    """The letter to an offer; None where none can be written to this person, which is no reason to stop at it."""
    entry, language = its.submission[offer.reference], unit.language_about(offer.reference)
    try:
        return inviting.invitation(its.call, entry, offer, language, now, number=number, waited=waited)
    except MailbotError as error:
        log.error("letter-refused", about=offer.reference, why=error.what)
        return None


def cancel(
    unit: ChoosingUnit, its: Desk, inviting: Inviting, step: Cancel, now: datetime, who: str, why: str = ""
) -> list[Letter]:
    """Take an offer back. Whoever had been asked is told; an invitation that nobody has seen is only dropped. why: for the
    person."""
    offer = step.offer
    if not unit.turn(offer.id, HOLDING, OfferState.cancelled, now, who, step.why):
        return []
    unit.turn_letter(offer.letter, LetterState.cancelled, now, who, step.why)
    if offer.state is OfferState.prepared:
        return []
    entry, language = its.submission[offer.reference], unit.language_about(offer.reference)
    over = ended(its, offer, OfferState.cancelled, now)
    return some(inviting.cancelled(its.call, entry, over, _TAKEN_BACK[offer.state], why, language, now))


def some(letter: Letter | None) -> list[Letter]:
    return [letter] if letter is not None else []


def kept(unit: ChoosingUnit, made: WithToken | None) -> list[Letter]:
    """The letter, its token known from now on."""
    if made is None:
        return []
    unit.keep_token(made.token)
    return [made.letter]


def number_of(its: Desk, offer: Offer) -> int:
    """Which of this person's offers it is, from 1."""
    return sum(one.reference == offer.reference and one.id <= offer.id for one in its.offers)


def ended(its: Desk, offer: Offer, state: OfferState, now: datetime) -> Offer:
    """The offer as the letters about it say it is."""
    return replace(offer, state=state, sequence=sequence(its, offer.reference, now))


def sequence(its: Desk, reference: str, now: datetime) -> int:
    """Of the calendar files in a letter written now: it grows with each of them (RFC 5545 3.8.7.4), so it is the age in seconds
    of this person's first offer."""
    first = min((offer.made_at for offer in its.offers if offer.reference == reference), default=now)
    return max(0, int((now - first).total_seconds()))
