"""`mailbot select CALL places`: what was offered, and until when; and what somebody said by telephone."""

from typing import TYPE_CHECKING

from mailbot.commands.choosing import WHO, Asked, look, named, one_entry
from mailbot.commands.words import instant, span
from mailbot.core.answering import Outcome
from mailbot.core.decisions import HOLDING, OfferState
from mailbot.errors import MailbotError
from mailbot.terminal import Column, WrongUse

if TYPE_CHECKING:
    from mailbot.core.decisions import Offer
    from mailbot.core.desk import Desk

_COLUMNS = (Column("name", flex=True), Column("place", right=True), Column("stands", flex=True), Column("when", flex=True))
_STATES = {
    OfferState.prepared: "not approved",
    OfferState.open: "invited, no answer",
    OfferState.accepted: "accepted",
    OfferState.declined: "given back",
    OfferState.expired: "no answer in time",
    OfferState.cancelled: "taken back",
}

_DONE = {
    Outcome.accepted: "has the place",
    Outcome.accepted_late: "has a place, though the offer had ended",
    Outcome.waiting_again: "comes too late: nothing is free, so this is the end of the waiting list now",
    Outcome.declined: "has given the invitation back",
    Outcome.given_back: "has given the place back",
    Outcome.left: "has left the waiting list",
}
_NOT_DONE = {
    Outcome.waiting_already: ("waits already", "a free place goes there by itself"),
    Outcome.already: ("has accepted already", "there is nothing to do"),
    Outcome.given_back_before: ("gave the place back before", "decide anew: {again}"),
    Outcome.nothing: ("has no place to accept or give back", "decide first: {again}"),
    Outcome.cancelled: ("had the place taken back", "decide anew: {again}"),
    Outcome.not_asked: ("has an invitation that is not approved", "mailbot outbox approve --call {call}"),
}


def places(asked: Asked) -> None:
    """The places that are kept, in order, and what came of the others."""
    if asked.words:
        raise WrongUse(f"`places {' '.join(asked.words)}` is not known", mend=f"`{asked.again('places')}` lists all of them")
    its, terminal = look(asked.app, asked.call), asked.terminal
    offers = sorted(its.offers, key=lambda one: (one.state not in HOLDING, one.place, one.id))
    for one in offers:
        terminal.record(**_object(its, one))
    kept = [one for one in offers if one.state in HOLDING]
    over = [one for one in offers if one.state not in HOLDING]
    if kept:
        terminal.table(_COLUMNS, [_row(asked, its, one) for one in kept])
    if over:
        terminal.table(_COLUMNS, [_row(asked, its, one) for one in over], title="Given back or ended:")
    total = asked.call.places
    free = f" of {total}" if total is not None else ""
    terminal.changed(f"{len(kept)}{free} places are kept." if offers else f"No place of {asked.call.slug} was offered yet.")


def accept(asked: Asked) -> None:
    """Somebody said yes otherwise than by mail."""
    _said(asked, yes=True)


def give_back(asked: Asked) -> None:
    """Somebody said no otherwise than by mail; the place goes to the next one by itself."""
    if not asked.why.strip():
        raise WrongUse("no reason is given", mend="add --why 'a few words': the audit trail keeps it")
    _said(asked, yes=False)


def _said(asked: Asked, *, yes: bool) -> None:
    from mailbot.placing import Said

    word = "accept" if yes else "give-back"
    if len(asked.words) != 1:
        raise WrongUse(f"{word} is about one entry", mend=f"for example `{asked.again(word, '7')}`")
    its = look(asked.app, asked.call)
    entry = one_entry(asked, its, asked.words[0])
    said = Said(yes, asked.now, WHO, asked.why.strip())
    with asked.app.store.choosing(asked.call.slug) as unit:
        outcome, letters = asked.app.placing.answered(unit, asked.call, entry.reference, said, asked.now)
        if outcome in _NOT_DONE:  # leaving the transaction so undoes what was written with it
            what, mend = _NOT_DONE[outcome]
            again = asked.again("invite", str(entry.number))
            raise MailbotError(f"{named(entry)} {what}", mend=mend.format(again=again, call=asked.call.slug))
        unit.write(letters, asked.now, hold=False)
    asked.terminal.record(number=entry.number, reference=entry.reference, outcome=outcome.value, letters=len(letters))
    letter = "a letter says so" if letters else "no letter can go there"
    asked.terminal.changed(f"{named(entry)} {_DONE[outcome]}; {letter}.")
    if outcome in (Outcome.declined, Outcome.given_back) and its.table.line:
        asked.terminal.changed("The place goes to the next one of the waiting list with the next round.")


def _row(asked: Asked, its: "Desk", offer: "Offer") -> list[str]:
    return [named(its.by_reference[offer.reference]), str(offer.place), _STATES[offer.state], _until(asked, offer)]


def _until(asked: Asked, offer: "Offer") -> str:
    if offer.state is OfferState.prepared:
        return "the clock begins with the approval"
    if offer.state is OfferState.open:
        left = (offer.ends_at - asked.now).total_seconds()
        return f"until {instant(offer.ends_at, asked.call)} ({f'{span(left)} left' if left > 0 else 'over'})"
    at = instant(offer.answered_at, asked.call) if offer.answered_at else ""
    return f"since {at}" if offer.state is OfferState.accepted else f"{at}{f': {offer.why}' if offer.why else ''}"


def _object(its: "Desk", offer: "Offer") -> dict[str, object]:
    entry = its.by_reference[offer.reference]
    return {
        "place": offer.place,
        "number": entry.number,
        "reference": offer.reference,
        "name": entry.name,
        "state": offer.state.value,
        "made_at": offer.made_at.isoformat(),
        "ends_at": offer.ends_at.isoformat(),
        "answered_at": offer.answered_at.isoformat() if offer.answered_at else None,
        "why": offer.why,
    }
