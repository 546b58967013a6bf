"""One message from source to record: archive, count the attempt, read, decide, record, mark done.

A crash anywhere repeats from the last thing that was durable, harmlessly: raw lies under its hash, the ledger knows the place,
and the record is one transaction with the letter in it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

import structlog

from mailbot.archive import Archive
from mailbot.core.announced import Version, asked_as
from mailbot.core.call import Call
from mailbot.core.documents import unread
from mailbot.core.facts import Facts
from mailbot.core.late import LATE, late_policy, why_late
from mailbot.core.letter import Letter, Letters
from mailbot.core.life import Standing, barred
from mailbot.core.manners import Limits, Manners, Sent, manners
from mailbot.core.message import Received
from mailbot.core.naming import references
from mailbot.core.proof.signed import Signature
from mailbot.core.reading import Authentication, Outcome, Own, Reading
from mailbot.core.submission import AFTER_WITHDRAWAL, Became, Change, Deed, History, decide
from mailbot.deeds import Asked, Deeds, on_behalf
from mailbot.drafts import LOCK, Drafts
from mailbot.errors import ArchiveError, StoreError, UnsafeToSend, WorkerError
from mailbot.organising import Organising
from mailbot.placing import Placing
from mailbot.reader import InProcess, Reader, ReadingFailed, place
from mailbot.signatures import Signing, Unsigned
from mailbot.sources import Source
from mailbot.store import AuditEntry, Mail, Store, Unit
from mailbot.store.trouble import of_the_database

log = structlog.get_logger(__name__)

ATTEMPTS = 3
"""How often reading a mail may be begun before it is kept for a person (the habit of Mailman's switchboard)."""

Clock = Callable[[], datetime]


@dataclass(slots=True)
class Round:
    """What one round did: how many mails ended as what, letters written, and mails that wait for another try.

    divided: how often a mail answered a further call; for each it ends once more."""

    became: dict[Became, int] = field(default_factory=dict)
    letters: int = 0
    postponed: int = 0
    divided: int = 0

    @property
    def taken(self) -> int:
        return sum(self.became.values())


class Intake:
    """The path of a mail. One instance serves all mailbox threads; it holds nothing that the store does not know better.

    own, calls, standings: asked anew for each mail, so that an edited call file counts from the next mail on. standings: where
    each call is in its life, by slug; one that is not there is open. versions: those that a call has had, oldest first.
    drafts: what becomes of announcements and of answers about them; without it nothing. organising: what becomes of organisers'
    commands; placing: of answers to invitations; without them nothing.
    reader: where mails are read. signatures: what those of a mail are worth. letter_waits: called when a letter was committed,
    to wake the outbox. step: told the name of each step just reached; the kill test and the simulation stop the world there.
    """

    def __init__(
        self,
        store: Store,
        archive: Archive,
        letters: Letters,
        own: Callable[[], Own],
        calls: Callable[[], Sequence[Call]],
        *,
        reader: Reader | None = None,
        limits: Limits | None = None,
        letter_waits: Callable[[], None] = lambda: None,
        standings: Callable[[], Mapping[str, Standing]] = dict,
        versions: Callable[[str], Sequence[Version]] = lambda _: (),
        drafts: Drafts | None = None,
        signatures: Signing | None = None,
        organising: Organising | None = None,
        placing: Placing | None = None,
        step: Callable[[str], None] = lambda _: None,
    ) -> None:
        self._store, self._archive, self._letters, self._own, self._calls = store, archive, letters, own, calls
        self._reader, self._signatures = reader or InProcess(), signatures or Unsigned()
        self._limits = limits or Limits()
        self._letter_waits, self._step = letter_waits, step
        self._standings, self._versions, self._drafts = standings, versions, drafts
        self._deeds, self._organising = Deeds(letters, placing), organising
        self._excused: set[int] = set()

    def round(self, source: Source, clock: Clock) -> Round:
        """Finish what an earlier round left, then take everything new. A SourceError, StoreError or ArchiveError ends the
        round; what was taken until then is safe, and the next round begins where this one stood."""
        done = Round()
        first_round = self._store.first_round(source.name, clock())
        for mail in self._store.unfinished(source.name):
            self._finish(source, mail, clock, first_round, done, again=True)
        for mail in self._store.undone(source.name):
            self._mark_done(source, mail)
        for received in source.fetch(self._store):
            self._step("fetched")
            mail = self._keep(received, clock())
            if mail.became is None:
                self._finish(source, mail, clock, first_round, done)
        if done.divided:
            for mail in self._store.unfinished(source.name):
                if mail.for_call is not None:
                    self._finish(source, mail, clock, first_round, done)
        return done

    def _keep(self, received: Received, now: datetime) -> Mail:
        stored = self._archive.put(received.raw)
        self._step("archived")
        mail = self._store.arrived(received.key, stored.sha256, stored.size, received.received_at, now, received.problem)
        self._step("in ledger")
        return mail

    def _finish(
        self, source: Source, mail: Mail, clock: Clock, first_round: datetime, done: Round, *, again: bool = False
    ) -> None:
        became = self._take(mail, clock, first_round, done, again=again)
        if became is None:
            done.postponed += 1
            return
        done.became[became] = done.became.get(became, 0) + 1
        self._step("recorded")
        if not mail.done:
            self._mark_done(source, mail)
        self._step("marked done")

    def _mark_done(self, source: Source, mail: Mail) -> None:
        source.done(mail.key)
        self._store.mark_done(mail.id)

    def _take(self, mail: Mail, clock: Clock, first_round: datetime, done: Round, *, again: bool) -> Became | None:
        """Read and record one archived mail; None when it is to be tried again in a later round."""
        attempts = mail.attempts
        if again and mail.id not in self._excused:
            attempts = self._store.begin_attempt(mail.id)
        self._excused.discard(mail.id)
        if mail.problem is not None:
            return self._quarantine(mail, mail.problem, clock())
        if attempts > ATTEMPTS:
            return self._quarantine(mail, f"gave-up-after-{ATTEMPTS}-attempts", clock())
        try:
            raw = self._archive.get(mail.sha256)
            self._step("reading")
            reading = self._read(mail, raw, self._signatures.of(mail.sha256, raw, mail.received_at, clock()))
            return self._record(mail, reading, clock(), first_round, done)
        except (StoreError, ArchiveError, WorkerError) as error:
            if error.permanent:
                return self._failed(mail, attempts, error, clock())
            self._excused.add(mail.id)  # the world is broken, not the mail: this try does not count against it
            raise
        except Exception as error:  # noqa: BLE001 - whatever a mail does to us must not stop the ones behind it
            return self._failed(mail, attempts, error, clock())

    def _read(self, mail: Mail, raw: bytes, signed: Sequence[Signature]) -> Reading:
        """What the mail says to the call that this row is about; to a call that takes none in it waits for a person."""
        calls, own = self._calls(), self._own()
        reading = self._reader.read(raw, mail.received_at, calls, own, mailbox=mail.key.mailbox, signed=signed)
        if reading.found_by not in _SURE and not reading.also and (named := self._named(reading, calls)):
            again = self._reader.read(raw, mail.received_at, [named], own, mailbox=mail.key.mailbox, signed=signed)
            reading = replace(again, found_by="by-reference") if again.call is not None else reading
        if (asked := self._asked_as(reading, calls)) is not None:
            again = self._reader.read(raw, mail.received_at, asked, own, mailbox=mail.key.mailbox, signed=signed)
            reading = again if again.call == reading.call else reading
        if mail.for_call is not None:
            reading = _said_to(mail.for_call, reading)
        standing = self._standing(reading.call)
        reason = barred(standing.state if standing is not None else None)
        if reason is None or reading.outcome is not Outcome.submission:
            return reading
        return replace(reading, outcome=Outcome.quarantine, reason=reason, ack=False)

    def _named(self, reading: Reading, calls: Sequence[Call]) -> Call | None:
        """The call of the submissions whose references stand in the mail, where they are all of one."""
        known = [self._store.submission(reference) for reference in references(reading.subject, reading.text)]
        slugs = {submission.call for submission in known if submission is not None}
        return next((call for call in calls if {call.slug} == slugs), None)

    def _asked_as(self, reading: Reading, calls: Sequence[Call]) -> list[Call] | None:
        """The calls, that of the mail with the questions that its writer had in hand; None where those are today's."""
        call = self._call(reading.call)
        known = self._versions(call.slug) if call is not None else ()
        if call is None or len(known) <= 1:
            return None
        at = (self._store.written_at(reading.thread) if reading.thread else None) or reading.received_at
        asked = asked_as(known, call, reading.text, at)
        return None if asked is call else [asked if one.slug == call.slug else one for one in calls]

    def _standing(self, slug: str | None) -> Standing | None:
        return self._standings().get(slug) if slug is not None else None

    def _failed(self, mail: Mail, attempts: int, error: Exception, now: datetime) -> Became | None:
        # The error's words may hold the candidate's; its type and place tell enough.
        known = (error.error, error.at) if isinstance(error, ReadingFailed) else (type(error).__name__, place(error))
        log.error("reading-failed", mail=mail.id, attempt=attempts, error=known[0], at=known[1])
        if attempts < ATTEMPTS:
            return None
        return self._quarantine(mail, f"reading-failed-{ATTEMPTS}-times", now)

    def _quarantine(self, mail: Mail, reason: str, now: datetime) -> Became:
        self._store.quarantine(mail.id, reason, now)
        log.warning("quarantined", mail=mail.id, reason=reason)
        return Became.quarantined

    def _record(self, mail: Mail, reading: Reading, now: datetime, first_round: datetime, done: Round) -> Became:
        if reading.drafting is not None and self._drafts is not None:
            return self._record_draft(self._drafts, mail, reading, now, first_round, done)
        became = self._record_commands(mail, reading, now, first_round, done)
        if became is not None:
            return became
        with self._store.unit(lock=_lock(reading)) as unit:
            history, call = self._history(unit, reading, now), self._call(reading.call)
            change = decide(history, reading)
            about = on_behalf(reading) if change.deed is Deed.on_behalf else reading
            reference = _reference(unit, history, change, about)
            manner = self._manners(unit, reading, change, now, first_round)
            if change.deed is Deed.ask_withdrawal and not manner.acknowledge and _is_sure(reading):
                change = Change(Became.quarantined, "withdrawal-for-a-person")  # nobody would ask back
                reference = None
            letters: list[Letter] = []
            if call is not None:
                asked = Asked(mail.id, call, reading, history, change, reference, now, self._standing(call.slug))
                letters, manner = self._write(unit, asked, manner)
            self._step("deciding")
            audit, due_at = _audit(mail, reading, change, manner, reference, now), now + manner.wait
            unit.record(mail.id, reading, change, reference, letters, audit, now, due_at=due_at, about=about)
            further = [one.call for one in reading.also if one.call is not None and mail.for_call is None]
            for slug in further:
                unit.also_for(mail.id, slug, now)
            self._step("inside the transaction")
        self._step("committed")
        done.divided += len(further)
        if letters:
            done.letters += len(letters)
            self._letter_waits()
        log.info("recorded", mail=mail.id, became=change.became.value, reason=change.reason, letter=manner.reason)
        return change.became

    def _record_draft(
        self, drafts: Drafts, mail: Mail, reading: Reading, now: datetime, first_round: datetime, done: Round
    ) -> Became:
        with self._store.unit(lock=LOCK) as unit:
            taken = drafts.take(unit, mail, reading, first_round, now)
            self._step("deciding")
            unit.record(mail.id, reading, taken.change, None, taken.letters, taken.audit, now)
            self._step("inside the transaction")
        self._step("committed")
        done.letters += len(taken.letters)
        if taken.letters:
            self._letter_waits()
        log.info("recorded", mail=mail.id, became=taken.change.became.value, reason=taken.change.reason)
        drafts.done(taken, now)
        return taken.change.became

    def _record_commands(
        self, mail: Mail, reading: Reading, now: datetime, first_round: datetime, done: Round
    ) -> Became | None:
        """A mail of an organiser about the call; None where it is none, and nothing was recorded."""
        organising, call = self._organising, self._call(reading.call)
        too_old = reading.received_at < first_round.replace(microsecond=0)
        if organising is None or call is None or too_old or not organising.may_be_meant(reading, call):
            return None
        with self._store.unit(lock=_lock(reading)) as unit:
            taken = organising.take(unit, mail, reading, call, now)
            if taken is None:
                return None
            self._step("deciding")
            unit.record(mail.id, reading, taken.change, None, taken.letters, taken.audit, now)
            self._step("inside the transaction")
        self._step("committed")
        done.letters += len(taken.letters)
        if taken.letters:
            self._letter_waits()
        log.info("recorded", mail=mail.id, became=taken.change.became.value, reason=taken.change.reason)
        organising.done(taken, now)
        return taken.change.became

    def _history(self, unit: Unit, reading: Reading, now: datetime) -> History:
        """All that has to be known to decide on a mail; with what its call says of late ones."""
        history, call = unit.history(reading.call, reading), self._call(reading.call)
        if call is None:
            return history
        late = why_late(late_policy(reading.received_at, call, self._versions(call.slug)))
        return replace(unit.asked(history, call, reading, now), late=late)

    def _manners(self, unit: Unit, reading: Reading, change: Change, now: datetime, first_round: datetime) -> Manners:
        call = self._call(reading.call)
        if not reading.ack:
            return manners(reading, change, call, Sent(), first_round, self._limits)  # a storm costs no counting
        sent = unit.sent(reading.call or "", reading.sender, now, reading.fingerprint, reading.thread)
        return manners(reading, change, call, sent, first_round, self._limits)

    def _write(self, unit: Unit, one: Asked, manner: Manners) -> tuple[list[Letter], Manners]:
        """What the mail asks for is done, and the letters that follow are written."""
        try:
            may_answer = manner.acknowledge or one.change.deed in _COMPLETED
            letters = self._deeds.do(unit, one, self._own().key, may_answer=may_answer) if _asks(one.change) else []
            if _asks(one.change) and _is_answered_otherwise(one.change) and not letters and manner.acknowledge:
                manner = Manners(False, "no-letter-written")
            if one.reference is None or not may_answer or _is_answered_otherwise(one.change):
                return letters, manner
            before = unit.entry(one.reference) if one.change.deed is Deed.confirm else one.history.submission
            facts = Facts.gather(
                one.call,
                one.reading,
                replace(one.change, became=Became.new) if one.change.reason in LATE else one.change,
                one.reference,
                before,
                one.now,
                one.where,
                late_policy=late_policy(one.reading.received_at, one.call, self._versions(one.call.slug)),
                after_withdrawal=one.change.reason == AFTER_WITHDRAWAL,
            )
            letter = self._letters.acknowledgement(facts, one.now)
        except Exception as error:  # a template or a call that is wrong loses a letter, never an entry
            if of_the_database(error):
                raise
            why = error.what if isinstance(error, UnsafeToSend) else type(error).__name__
            log.error("letter-refused", about=one.reference, why=why, at=place(error))
            return [], Manners(False, "unsafe-to-send")
        if letter is None:
            return letters, Manners(False, "no-safe-recipient")
        return [*letters, letter], manner

    def _call(self, slug: str | None) -> Call | None:
        return next((call for call in self._calls() if call.slug == slug), None)


_TOLD = frozenset({"signed-by-own-domain", "own-signature-failed", "signature-not-checked"})
"""What signatures say of a sender that the audit trail notes."""


_SURE = frozenset({"by-address", "by-thread", "only-call"})
"""Signs that the words of a mail do not outweigh."""


_COMPLETED = frozenset({Deed.withdraw, Deed.restore, Deed.confirm})
"""Deeds of a token that came back from its owner: their letters go whatever went before, for a token is good once."""


def _is_sure(reading: Reading) -> bool:
    return reading.sender.authentication is Authentication.aligned


def _asks(change: Change) -> bool:
    return change.deed is not None or change.token is not None


def _is_answered_otherwise(change: Change) -> bool:
    """By the letter of the deed. Who confirms answers that somebody has sent on gets an acknowledgement like others."""
    return _asks(change) and change.deed is not Deed.confirm


def _said_to(slug: str, reading: Reading) -> Reading:
    """The part of a mail that is for one of the calls it answered. Call files change: where nothing is for it now, a person
    looks."""
    found = next((one for one in (reading, *reading.also) if one.call == slug), None)
    return found or replace(reading, outcome=Outcome.quarantine, reason="call-unclear", call=None, ack=False)


def _reference(unit: Unit, history: History, change: Change, reading: Reading) -> str | None:
    """Of the entry that the mail belongs to; a new one where it begins an entry."""
    if change.became in (Became.quarantined, Became.not_a_submission) or reading.call is None:
        return None
    entry = history.submission
    if change.deed is Deed.on_behalf:
        entry = unit.submission_of(reading.call, reading.sender.address or "")
    if entry is not None:
        return entry.reference
    return unit.new_reference() if change.became in (Became.new, Became.kept_apart) else None


def _lock(reading: Reading) -> str:
    return f"{reading.call or ''}/{(reading.sender.address or '').casefold()}"


def _audit(
    mail: Mail, reading: Reading, change: Change, manner: Manners, reference: str | None, now: datetime
) -> list[AuditEntry]:
    about = reference or f"mail {mail.id}"
    entries = [AuditEntry(now, "mailbot", change.became.value, about, change.reason)]
    signed = {reading.sender.signed} & _TOLD
    notes = (*change.notes, *signed, *unread(reading.documents))
    entries += [AuditEntry(now, "mailbot", "note", about, note) for note in notes]
    if change.became in (Became.new, Became.revision, Became.kept_apart, Became.request):
        entries.append(AuditEntry(now, "mailbot", "letter" if manner.acknowledge else "no-letter", about, manner.reason))
    return entries
