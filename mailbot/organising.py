"""Organising: what the contacts of a call ask by answering our letters, within the transaction of their mail.

A command is believed when its mail is sure to come from a contact of the call, and answers a letter of ours that went to that
very address. It is shown first and happens after an `ok` to what was shown, once; what is only looked at is answered at once.
Whatever has changed meanwhile is shown again.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Protocol

import structlog

from mailbot.briefs import Briefs, Reader, moved_to
from mailbot.core import plans, tokens
from mailbot.core.applying import Applying
from mailbot.core.briefings import Briefing, BriefingKind
from mailbot.core.call import Call, Contact
from mailbot.core.decisions import Decision
from mailbot.core.desk import Desk
from mailbot.core.keyed import follows_commands
from mailbot.core.letter import Letter, LetterKind, LetterState
from mailbot.core.life import Standing, State, barred
from mailbot.core.ordering.shapes import Orders, Verb
from mailbot.core.plans import Plan, Planned, Snag
from mailbot.core.reading import Authentication, Kind, Reading
from mailbot.core.submission import Became, Change
from mailbot.core.unasked import local_now
from mailbot.core.wire import mailable
from mailbot.errors import MailbotError, Problems
from mailbot.mailing import ASKED
from mailbot.offering import DECIDES, gather
from mailbot.selecting import Applied, Selecting
from mailbot.store import AuditEntry, Mail, Unit
from mailbot.store.choice import ChoosingUnit, LetterHead

log = structlog.get_logger(__name__)

_SHOWN_AT_ONCE = 5
_MOST_LETTERS = 60  # to one contact of a call within a day: two programs must not talk for ever
_STOOD = "stood"
_LETTERS_AT_ONCE = 1000  # by one ok: all of them are written in one transaction, and mails wait meanwhile
_AGREED = frozenset({Verb.ok, Verb.send})
_CHANGES = frozenset({Verb.invite, Verb.reserve, Verb.hold, Verb.decline, Verb.undo, Verb.remind, Verb.extend, Verb.close})
_COMMANDS = _CHANGES | {Verb.show, Verb.drop, Verb.help}


class Files(Protocol):
    """Where call files are; see `callfiles.CallFiles.move_deadline`."""

    def move_deadline(self, slug: str, day: date, at: time | None) -> Call: ...


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of an organiser's mail. moved: its call file was changed, and is to be read again."""

    change: Change
    letters: tuple[Letter, ...] = ()
    audit: tuple[AuditEntry, ...] = ()
    moved: bool = False


@dataclass(frozen=True, slots=True)
class _One:
    """One mail, and all that is needed to follow it. is_over: the call takes no answers any more.
    stays_closed: a person closed it, and a later deadline does not open it."""

    unit: Unit
    choosing: ChoosingUnit
    mail: Mail
    reading: Reading
    call: Call
    who: str
    now: datetime
    is_over: bool
    stays_closed: bool = False

    @property
    def reader(self) -> Reader:
        return Reader(self.choosing, self.call, self.who, self.reading, self.mail.id, self.now)


class Organising:
    """See the module. own, standings: asked anew for each mail. files: where deadlines are moved. moved: called once that is
    committed. step: told the name of each step just reached, see `Intake`."""

    def __init__(
        self,
        briefs: Briefs,
        selecting: Selecting,
        files: Files,
        *,
        standings: Callable[[], Mapping[str, Standing]] = dict,
        moved: Callable[[datetime], object] = lambda _: None,
        step: Callable[[str], None] = lambda _: None,
    ) -> None:
        self._briefs, self._selecting, self._files = briefs, selecting, files
        self._standings, self._moved, self._step = standings, moved, step

    def may_be_meant(self, reading: Reading, call: Call) -> bool:
        """Whether a mail is worth asking what it answers: a person wrote it from the address of a contact, or to a letter that
        only contacts get, or with a code that may be of one."""
        return reading.kind is Kind.human and (
            _contact(reading, call) is not None
            or any(map(follows_commands, reading.thread))
            or bool(tokens.found(reading.text))
        )

    def take(self, unit: Unit, mail: Mail, reading: Reading, call: Call, now: datetime) -> Taken | None:
        """Decide, and do within the transaction all but recording the mail itself. None where the mail is none of an organiser
        about the call: then it takes the way of all others.

        Raises UnsafeToSend when a letter cannot be written.
        """
        contact = _contact(reading, call)
        briefing = unit.briefing(reading.thread, ()) or unit.briefing((), tokens.found(reading.text))  # a quote says less
        if contact is None:  # a digest was sent on, and somebody answers it: no candidate wrote that
            is_of_ours = briefing is not None or any(map(follows_commands, reading.thread))
            return _for_a_person(mail, now, "command-of-no-contact") if is_of_ours and not reading.answers else None
        address = tokens.owner(contact.address)
        from mailbot.core.orders import parse  # its patterns take longer than all that most commands need

        orders = parse(reading.reply, local_now(call, now).date())
        if briefing is None:
            told = any(order.verb in _COMMANDS for order in orders.orders) and not reading.answers and not reading.thread
            return _for_a_person(mail, now, "command-answers-no-letter") if told else None
        if unit.history(call.slug, reading).twin is not None:
            return _duplicate(mail, now)
        trouble = _trouble(briefing, call, address, reading)
        if trouble is not None:
            return _for_a_person(mail, now, trouble)
        state = self._standings().get(call.slug)
        shut = barred(state.state) if state is not None else None
        if shut is not None:
            return _for_a_person(mail, now, shut)
        is_over = state is not None and state.state is not State.open
        stays = state is not None and state.closed_by_a_person
        one = _One(unit, unit.choosing(call.slug), mail, reading, call, contact.address, now, is_over, stays)
        if one.choosing.briefed(address, now - timedelta(days=1)) >= _MOST_LETTERS:
            return _for_a_person(mail, now, "command-too-many-mails")
        return self._follow(one, briefing, orders)

    def done(self, taken: Taken, now: datetime) -> None:
        """The transaction is committed."""
        if taken.moved:
            self._moved(now)

    def _follow(self, one: _One, briefing: Briefing, orders: Orders) -> Taken:
        verbs = {order.verb for order in orders.orders}
        if orders.unclear or not verbs or Verb.help in verbs:
            if verbs & _CHANGES and Verb.help not in verbs:
                return self._preview(one, orders)  # what is plain, and beside it what is not
            return self._unclear(one, orders)
        if verbs <= _AGREED:
            return self._agreed(one, briefing)
        if verbs == {Verb.cancel}:
            return self._cancelled(one, briefing)
        if verbs == {Verb.drop} and briefing.kind is BriefingKind.batch:
            return self._dropped(one, briefing, orders)
        if verbs == {Verb.show}:
            return self._shown(one, orders)
        return self._preview(one, orders) if verbs <= _CHANGES else self._unclear(one, orders)

    def _preview(self, one: _One, orders: Orders) -> Taken:
        """What commands would do, for an ok."""
        its = gather(one.choosing, one.call)
        found = plans.planned(orders.orders, its.field(one.now, is_over=one.is_over))
        return self._show_plan(one, its, found, orders.unclear)

    def _show_plan(
        self, one: _One, its: Desk, found: Planned, unclear: Sequence[str] = (), *, anew: Sequence[int] = ()
    ) -> Taken:
        """anew: numbers of entries that changed since it was shown before."""
        if found.plan.extend is not None and one.stays_closed:
            found = Planned(replace(found.plan, extend=None), (*found.snags, (Snag.over, Verb.extend.value)))
        decisions = _decisions(found.plan, one.who, one.now)
        applying = self._selecting.plan(_with(its, decisions), decisions)
        count = len(applying.invitations) + len(applying.reserves) + len(applying.holds) + len(applying.declines)
        too_long = count > _LETTERS_AT_ONCE
        if too_long:
            found = replace(found, snags=(*found.snags, (Snag.too_many_letters, str(count))))
        can = found.plan.anything and not applying.too_many and not too_long
        text = plans.to_text(found.plan, {_STOOD: _stood(its, found.plan)}) if can else ""
        found = replace(found, snags=(*found.snags, *_unreached(its, found.plan)))
        letters = self._briefs.preview(one.reader, its, found, applying, unclear, anew, plan=text)
        return _followed(one, "command-shown" if can else "command-not-possible", letters)

    def _agreed(self, one: _One, briefing: Briefing) -> Taken:
        if briefing.kind not in (BriefingKind.preview, BriefingKind.batch) or not briefing.plan:
            return self._unclear(one, Orders(unclear=(one.reading.reply.strip(),)))  # nothing waits for an ok
        if briefing.used_at is not None:
            return self._used(one)
        return self._sent(one, briefing) if briefing.kind is BriefingKind.batch else self._carried_out(one, briefing)

    def _carried_out(self, one: _One, briefing: Briefing) -> Taken:
        plan, its = plans.from_text(briefing.plan), gather(one.choosing, one.call)
        changed = sorted({*plans.changed_since(plan, its.entries), *_moved_since(its, plan, json.loads(briefing.plan)[_STOOD])})
        decisions = _decisions(plan, one.who, one.now)
        closed = plan.extend is not None and one.stays_closed
        if changed or closed or self._selecting.plan(_with(its, decisions), decisions).too_many:
            return self._show_plan(one, its, plans.renewed(plan, its.entries), anew=changed)
        try:
            self._move(one, plan)
        except (MailbotError, Problems) as error:
            log.error("call-file-not-changed", call=one.call.slug, why=type(error).__name__)
            return _for_a_person(one.mail, one.now, "call-file-not-changed")
        if not one.choosing.use_briefing(briefing.letter, one.mail.id, one.now):
            return self._used(one)
        self._beside(one, plan)
        for reference in plan.undo:
            one.choosing.undecide(reference, one.now, one.who, "undo")
        one.choosing.decide(decisions)
        references = {decision.reference for decision in decisions}
        applied = self._selecting.apply(one.choosing, _with(its, decisions), references, one.now, one.who)
        letters = self._batch(one, applied) if applied.letters else self._told(one, its, plan)
        return replace(_followed(one, "command-done", letters), moved=plan.extend is not None)

    def _batch(self, one: _One, applied: Applied, dropped: Sequence[int] = ()) -> list[Letter]:
        """All letters about decisions that wait, whoever decided; what was prepared just now shows what they are like."""
        heads = one.choosing.letters([LetterState.held], sorted(DECIDES))
        raws = {letter.message_id: letter.raw for letter in applied.letters}
        return self._briefs.batch(one.reader, gather(one.choosing, one.call), heads, raws, dropped=dropped)

    def _told(self, one: _One, its: Desk, plan: Plan) -> list[Letter]:
        numbers = {entry.reference: entry.number for entry in its.entries}
        return self._briefs.done(
            one.reader,
            "done",
            closed=plan.close,
            extended=moved_to(one.call, plan.extend),
            reminded=sum(bool(entry.missing) for entry in its.entries if entry.counts) if plan.remind else 0,
            undone=[numbers[reference] for reference in plan.undo if reference in numbers],
        )

    def _move(self, one: _One, plan: Plan) -> None:
        """The call file is changed before anything is committed: the same ok, read again after a crash, finds it as it is to
        be; and where it cannot be changed, nothing of the plan is done."""
        if plan.extend is not None:
            self._files.move_deadline(one.call.slug, *plan.extend)
            self._step("file written")

    def _beside(self, one: _One, plan: Plan) -> None:
        """All else of a plan that is no decision."""
        if plan.remind:
            one.choosing.tell(AuditEntry(one.now, one.who, ASKED, one.call.slug, f"mail {one.mail.id}"))
        if plan.close:
            one.unit.change_state(one.call.slug, State.open, State.closed, one.now, one.who, f"mail {one.mail.id}")

    def _sent(self, one: _One, briefing: Briefing) -> Taken:
        heads = _held(one, briefing)
        if not heads or not one.choosing.use_briefing(briefing.letter, one.mail.id, one.now):
            return self._used(one)
        approved = self._selecting.approve(one.choosing, gather(one.choosing, one.call), heads, one.now, one.who)
        snags = [("too-old", str(number)) for number in approved.too_old]
        return _followed(one, "letters-approved", self._briefs.done(one.reader, "done", sent=approved.letters, snags=snags))

    def _dropped(self, one: _One, briefing: Briefing, orders: Orders) -> Taken:
        its = gather(one.choosing, one.call)
        wanted = _wanted(its, orders)
        held = _held(one, briefing)
        heads = [head for head in held if head.about in wanted and head.kind is not LetterKind.cancelled]
        if not heads:  # a place that was taken back is gone already: that letter can't be taken out
            return self._unclear(one, Orders(unclear=tuple(order.said for order in orders.orders)))
        self._selecting.drop(one.choosing, its, heads, one.now, one.who)
        one.choosing.use_briefing(briefing.letter, one.mail.id, one.now)  # what it showed is not what waits any more
        dropped = sorted(wanted[head.about] for head in heads)
        left = [head for head in held if head not in heads]
        letters = (
            self._batch(one, Applied(Applying()), dropped) if left else self._briefs.done(one.reader, "done", dropped=dropped)
        )
        return _followed(one, "letters-dropped", letters)

    def _cancelled(self, one: _One, briefing: Briefing) -> Taken:
        if briefing.kind is not BriefingKind.preview or not briefing.plan:
            return self._unclear(one, Orders(unclear=(one.reading.reply.strip(),)))
        if not one.choosing.use_briefing(briefing.letter, one.mail.id, one.now):
            return self._used(one)
        return _followed(one, "command-cancelled", self._briefs.done(one.reader, "cancelled"))

    def _shown(self, one: _One, orders: Orders) -> Taken:
        its = gather(one.choosing, one.call)
        wanted = _wanted(its, orders)
        found = [entry for entry in its.entries if entry.reference in wanted]
        named = {number for order in orders.orders for number in order.numbers}
        missing = sorted(named - {entry.number for entry in its.entries})
        snags = [(Snag.no_such_entry.value, str(number)) for number in missing]
        if not found:
            return _followed(one, "command-unclear", self._briefs.unclear(one.reader, "unclear", snags=snags))
        return _followed(one, "entry-shown", self._briefs.shown(one.reader, its, found[:_SHOWN_AT_ONCE], snags))

    def _unclear(self, one: _One, orders: Orders) -> Taken:
        occasion = "help" if any(order.verb is Verb.help for order in orders.orders) else "unclear"
        return _followed(one, "command-unclear", self._briefs.unclear(one.reader, occasion, orders.unclear))

    def _used(self, one: _One) -> Taken:
        return _followed(one, "command-done-before", self._briefs.unclear(one.reader, "used"))


def _wanted(its: Desk, orders: Orders) -> dict[str, int]:
    """References of the entries that are named, each with its number."""
    numbers = {number for order in orders.orders for number in order.numbers}
    references = {reference for order in orders.orders for reference in order.references}
    return {one.reference: one.number for one in its.entries if one.number in numbers or one.reference in references}


def _contact(reading: Reading, call: Call) -> Contact | None:
    address = tokens.owner(reading.sender.address or "")
    return next((one for one in call.contacts if tokens.owner(one.address) == address), None)


def _trouble(briefing: Briefing, call: Call, address: str, reading: Reading) -> str | None:
    """Why commands are not believed; None where they are."""
    if reading.sender.authentication is not Authentication.aligned:
        return "organiser-not-authenticated"
    if briefing.call != call.slug or briefing.address != address:
        return "command-answers-another-letter"
    return "command-letter-ended" if reading.received_at > briefing.ends_at else None


def _for_a_person(mail: Mail, now: datetime, reason: str) -> Taken:
    entry = AuditEntry(now, "mailbot", Became.quarantined.value, f"mail {mail.id}", reason)
    return Taken(Change(Became.quarantined, reason), audit=(entry,))


def _duplicate(mail: Mail, now: datetime) -> Taken:
    entry = AuditEntry(now, "mailbot", Became.duplicate.value, f"mail {mail.id}", "same-mail-again")
    return Taken(Change(Became.duplicate, "same-mail-again"), audit=(entry,))


def _followed(one: _One, reason: str, letters: Sequence[Letter]) -> Taken:
    about = f"mail {one.mail.id}"
    audit = (
        AuditEntry(one.now, "mailbot", Became.not_a_submission.value, about, reason),
        AuditEntry(one.now, one.who, reason, one.call.slug, about),
    )
    return Taken(Change(Became.not_a_submission, reason), tuple(letters), audit)


def _decisions(plan: Plan, who: str, now: datetime) -> list[Decision]:
    return [Decision(one.reference, one.choice, one.version, now, who, one.why) for one in plan.chosen]


def _unreached(its: Desk, plan: Plan) -> list[tuple[Snag, str]]:
    """People of whom something is to be decided that no mail can tell them."""
    addresses = {one.reference: its.by_reference[one.reference].address for one in plan.chosen if one.reference in its.stands}
    return [(Snag.no_mail, str(one.number)) for one in plan.chosen if mailable(addresses.get(one.reference, ""))[0] is None]


def _stood(its: Desk, plan: Plan) -> dict[str, str]:
    """Where each person of a plan stands, as its preview says it."""
    return {one.reference: its.stands[one.reference].value for one in plan.chosen if one.reference in its.stands}


def _moved_since(its: Desk, plan: Plan, stood: Mapping[str, str]) -> list[int]:
    """Numbers of entries that stand elsewhere than when the plan was shown: somebody else decided, or a place was taken."""
    now = _stood(its, plan)
    return [one.number for one in plan.chosen if now.get(one.reference) != stood.get(one.reference)]


def _with(its: Desk, decisions: Sequence[Decision]) -> Desk:
    """The desk as if these had been decided."""
    new = {one.reference: one for one in decisions}
    before = {one.reference: one for one in its.decisions}
    told = [
        replace(one, told=earlier.told, rank=earlier.rank, applied_at=earlier.applied_at)
        if (earlier := before.get(one.reference)) is not None
        else one
        for one in decisions
    ]
    return replace(its, decisions=[*(one for one in its.decisions if one.reference not in new), *told])


def _held(one: _One, briefing: Briefing) -> list[LetterHead]:
    """The letters of a batch that still wait."""
    named = set(json.loads(briefing.plan)["letters"])
    return [head for head in one.choosing.letters([LetterState.held], sorted(DECIDES)) if head.message_id in named]
