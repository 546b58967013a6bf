"""Applying: what becomes of the places when decisions are applied, told before it happens and refused where it can't.

Nothing is done by halves: one invitation more than there are places, and none of it happens. What was applied before gives
nothing when it is applied again.
"""

import hashlib
import hmac
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mailbot.core.choosing import WaitingRule
from mailbot.core.decisions import Choice, Decision, Offer, OfferState
from mailbot.core.entries import Entry
from mailbot.core.places import Cancel, Table, cancelled_by, free


@dataclass(frozen=True, slots=True)
class Applying:
    """What will happen, to be done in one transaction and in this order: cancels first, since they free places.

    cancels: offers that are taken back, accepted ones as well; organisers are to see those before. invitations: reference and
    place. kept: invited, and a place is theirs already. reserves: reference and rank. withdrawn: nothing becomes of these,
    their entries are withdrawn. reopened: their entries changed after the decision; applied all the same, and to be told.
    at_once: who of the waiting list is offered a free place next, by itself, when the letters are approved: reference in order.

    too_many: all who were to be invited where that is more than `left`, the places that are free; then all else is empty.
    """

    cancels: tuple[Cancel, ...] = ()
    invitations: tuple[tuple[str, int], ...] = ()
    kept: tuple[str, ...] = ()
    reserves: tuple[tuple[str, int], ...] = ()
    holds: tuple[str, ...] = ()
    declines: tuple[str, ...] = ()
    withdrawn: tuple[str, ...] = ()
    reopened: tuple[str, ...] = ()
    at_once: tuple[str, ...] = ()
    too_many: tuple[str, ...] = ()
    left: int | None = None

    @property
    def happens(self) -> bool:
        """Whether anything is to be recorded or told at all."""
        return any((self.cancels, self.invitations, self.kept, self.reserves, self.holds, self.declines))

    @property
    def taken_from(self) -> tuple[Offer, ...]:
        """The accepted offers that are taken back: these people count on their places."""
        return tuple(step.offer for step in self.cancels if step.offer.state is OfferState.accepted)


def apply(table: Table, decisions: Sequence[Decision], order: Sequence[str]) -> Applying:
    """What applying these does. decisions: of any entries, pending or not. order: `waiting_order` of all entries.

    Reserves stand in this order behind those who wait already. Who waits already keeps the rank, and who has a place already
    keeps that. To invite, or put on the waiting list, somebody who let a place go by takes a decision made anew, after
    that had happened.
    """
    where = {reference: n for n, reference in enumerate(order)}
    in_order = sorted(decisions, key=lambda one: (where.get(one.reference, len(where)), one.reference))
    there = [one for one in in_order if one.reference not in table.withdrawn and _does_something(table, one)]
    of = {choice: [one.reference for one in there if one.choice is choice] for choice in Choice}
    cancels = _cancels(table, there)
    invited = [reference for reference in of[Choice.invite] if reference not in table.held]
    after = _without(table, {step.offer.id for step in cancels})
    places = free(after, len(invited))
    left = None if after.places is None else max(0, after.places - len(after.held))
    if len(places) < len(invited):
        return Applying(too_many=tuple(invited), left=left)
    moved = {one.reference for one in there}
    line = [reference for reference in table.line if reference not in moved] + of[Choice.reserve]
    return Applying(
        cancels=cancels,
        invitations=tuple(zip(invited, places, strict=True)),
        kept=tuple(reference for reference in of[Choice.invite] if reference in table.held),
        reserves=tuple((reference, table.last_rank + n) for n, reference in enumerate(of[Choice.reserve], 1)),
        holds=tuple(of[Choice.hold]),
        declines=tuple(of[Choice.decline]),
        withdrawn=tuple(one.reference for one in in_order if one.reference in table.withdrawn and one.pending),
        reopened=tuple(one.reference for one in there if table.versions.get(one.reference, 0) > one.version),
        at_once=tuple(line[: left - len(invited)]) if left is not None else (),
        left=left,
    )


def _does_something(table: Table, decision: Decision) -> bool:
    """Whether applying it changes anything; what is decided again counts where the last offer came to nothing."""
    if decision.pending:
        return True
    if decision.choice is Choice.invite:
        return decision.reference not in table.held and _is_anew(table, decision)
    return decision.choice is Choice.reserve and decision.reference not in table.waiting and _is_anew(table, decision)


def _is_anew(table: Table, decision: Decision) -> bool:
    """Whether it was decided after it was applied, and after the last offer was made or came to nothing: what was said once
    more while an offer ran is not said of what became of it."""
    offer, since = table.latest.get(decision.reference), [decision.applied_at]
    if offer is not None:
        since += [offer.made_at, offer.answered_at, offer.ends_at if offer.state is OfferState.expired else None]
    return all(decision.at > instant for instant in since if instant is not None)


def _cancels(table: Table, decisions: Sequence[Decision]) -> tuple[Cancel, ...]:
    against = ((table.held.get(one.reference), one.choice) for one in decisions if one.choice is not Choice.invite)
    found = [Cancel(offer, cancelled_by(choice)) for offer, choice in against if offer is not None]
    return tuple(sorted(found, key=lambda step: (step.offer.place, step.offer.id)))


def _without(table: Table, cancelled: set[int]) -> Table:
    return Table(table.places, (), [offer for offer in table.offers if offer.id not in cancelled])


def waiting_order(
    entries: Sequence[Entry], totals: Mapping[str, float | None], rule: WaitingRule, key: bytes
) -> tuple[str, ...]:
    """References of all entries in the order in which they come on the waiting list by the rule of the call.

    totals: by reference, the higher the better; None or missing: not judged. key: a secret of this machine, so that nobody can
    work out a lot before it is drawn; the same key gives the same lots for ever. The letter says of each rule, and it is true:

    - score: as the reviewers judged, the highest first; of equals the one whose first answer came first; then those who were
      not judged, in the order in which they came.
    - arrival: in the order in which the first answers came.
    - lot: drawn by lot, once.

    And of all: whoever is put on the list later stands behind those who wait already. Who says yes after the offer ended, and
    finds no place, stands at its end. What is answered later, or changed, does not move anybody.
    """

    def place(entry: Entry) -> tuple[float, bytes, str, str]:
        total = totals.get(entry.reference) if rule is WaitingRule.score else None
        lot = _lot(entry.reference, key) if rule is WaitingRule.lot else b""
        return (-total if total is not None else float("inf")), lot, entry.first_at.isoformat(), entry.reference

    return tuple(entry.reference for entry in sorted(entries, key=place))


def _lot(reference: str, key: bytes) -> bytes:
    return hmac.digest(key, b"waiting list\0" + reference.encode(), hashlib.sha256)


def in_effect(rule: WaitingRule, totals: Mapping[str, float | None]) -> WaitingRule:
    """The rule that letters name: without a single score the order is that of arrival."""
    scored = any(total is not None for total in totals.values())
    return WaitingRule.arrival if rule is WaitingRule.score and not scored else rule
