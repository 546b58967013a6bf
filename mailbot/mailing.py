"""Letters that nobody wrote in for: reminders, and that a deadline was moved. Gather, decide, record, one letter at a time.

A letter is recorded together with its audit entry, and its Message-ID is made of what it is about, so that a round that was
cut off, two services at once or a clock that was set back write no letter twice. What waits in the outbox is looked at again in
each round, and taken back once it came too late or its reader was heard of.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Protocol

import structlog

from mailbot.core import extending, reminding
from mailbot.core.announced import Version
from mailbot.core.call import Call
from mailbot.core.deadline import instant
from mailbot.core.extending import Extended, Extension
from mailbot.core.letter import Letter, LetterKind, Letters, OutboxRow
from mailbot.core.life import Standing
from mailbot.core.manners import Limits
from mailbot.core.reminding import Reminder, Today
from mailbot.core.unasked import Exchange, by_day, day_begins, day_ends, is_open, without
from mailbot.errors import MailbotError
from mailbot.reader import place
from mailbot.store import AuditEntry

log = structlog.get_logger(__name__)

WHO = "mailbot"
SERVED, MISSED = "reminders", "reminders-missed"
"""What was done about a day of reminders, in the audit trail of the call."""
ASKED = "reminders-asked"
"""That an organiser asked for reminders, in the same trail."""
AHEAD = timedelta(hours=1)
"""So far ahead letters are written; those for whom there is no turn within it are decided on anew in a later round."""


class MailingUnit(Protocol):
    """One open transaction around one letter; leaving it by an exception undoes everything."""

    def exchange(self) -> Exchange | None:
        """What is known of the entry as it stands now; None when a mail came meanwhile: then the next round decides."""

    def write(self, letter: Letter, audit: AuditEntry, now: datetime, due_at: datetime) -> bool:
        """Put a letter into the outbox. False, and nothing is written, when one with its Message-ID was there before."""

    def cancel(self, letter_id: int, audit: AuditEntry) -> bool:
        """Take a letter back. False, and nothing changes, when it is being sent or was."""

    def postpone(self, letter_id: int, due_at: datetime) -> bool:
        """Let a letter wait longer. False, and nothing changes, when it is being sent or was."""


class Exchanges(Protocol):
    """What is asked of the store."""

    def exchanges(self, call: str, now: datetime) -> list[Exchange]:
        """All entries of a call with what was written about them, by age."""

    def unasked_waiting(self) -> list[OutboxRow]:
        """Letters that nobody wrote in for and that were not sent yet, the oldest first."""

    def audit(self, about: str | None = None) -> list[AuditEntry]: ...
    def tell(self, entry: AuditEntry, among: Collection[str]) -> bool:
        """See `Store.tell`."""

    def mailing(self, known: Exchange) -> AbstractContextManager[MailingUnit]:
        """A write transaction about this entry; on PostgreSQL it shares the lock under which its mails are recorded."""


@dataclass(slots=True)
class Mailed:
    """What one round did. written, cancelled: by kind of letter and named reason."""

    written: Counter[tuple[str, str]] = field(default_factory=Counter)
    cancelled: Counter[tuple[str, str]] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class _Due:
    """What a call has to tell now."""

    call: Call
    versions: Sequence[Version]
    today: Today | None
    moved: Extension | None


class Mailing:
    """Writes letters that nobody wrote in for. calls, standings, versions: as in Intake. per_minute: most letters that go out
    in a minute; half of it is left to those that answer somebody. step: see Intake."""

    def __init__(
        self,
        store: Exchanges,
        letters: Letters,
        calls: Callable[[], Sequence[Call]],
        *,
        standings: Callable[[], Mapping[str, Standing]] = dict,
        versions: Callable[[str], Sequence[Version]] = lambda _: (),
        limits: Limits | None = None,
        per_minute: int = 30,
        letter_waits: Callable[[], None] = lambda: None,
        step: Callable[[str], None] = lambda _: None,
    ) -> None:
        self._store, self._letters, self._calls = store, letters, calls
        self._standings, self._versions = standings, versions
        self._limits, self._per_minute = limits or Limits(), per_minute
        self._letter_waits, self._step = letter_waits, step
        self._settled: set[str] = set()

    def round(self, now: datetime, stop: Callable[[], bool] = lambda: False) -> Mailed:
        """Take back what is overtaken, then write what is due, until `stop` says so. A StoreError ends the round; what was done
        until then stays."""
        done = self.take_back(now)
        for call in self._calls():
            self._note_missed(call, now)
        due = [one for call in self._calls() if (one := self._due(call, now)) is not None]
        turns = _Turns(now, self._store.unasked_waiting() if due else (), self._limits, self._per_minute)
        for one in due:
            self._note_day(one, now)
            self._mail(one, turns, now, stop, done)
        if done.written:
            self._letter_waits()
        for (kind, why), count in done.written.items():
            log.info("mailing", kind=kind, reason=why, written=count)
        return done

    def take_back(self, now: datetime) -> Mailed:
        """Letters that wait and came too late, or whose readers were heard of, go no more; others wait for the morning."""
        done = Mailed()
        self._take_back(now, done)
        for (kind, why), count in done.cancelled.items():
            log.info("mailing", kind=kind, reason=why, taken_back=count)
        return done

    def _note_day(self, due: _Due, now: datetime) -> None:
        if due.today is not None and due.today.announced:
            self._store.tell(AuditEntry(now, WHO, SERVED, due.call.slug, due.today.day.isoformat()), (SERVED,))

    def _note_missed(self, call: Call, now: datetime) -> None:
        """That a day went by while mailbot was not at work is told to people, since it is not made up for."""
        where, versions = self._standings().get(call.slug), self._versions(call.slug)
        if not call.reminders.days_before or not is_open(where) or now > instant(call):
            return
        noted = {entry.why for entry in self._store.audit(call.slug) if entry.what in (SERVED, MISSED)}
        day = reminding.missed(call, versions, [date.fromisoformat(why) for why in noted], now)
        if day is not None and self._store.tell(AuditEntry(now, WHO, MISSED, call.slug, day.isoformat()), (MISSED,)):
            log.warning("reminders-missed", call=call.slug, day=day.isoformat())

    def _due(self, call: Call, now: datetime) -> _Due | None:
        where, versions = self._standings().get(call.slug), self._versions(call.slug)
        today = reminding.today(call, where, versions, now, self._asked(call))
        moved = extending.extension(call, where, versions, now)
        return _Due(call, versions, today, moved) if today is not None or moved is not None else None

    def _asked(self, call: Call) -> Sequence[datetime]:
        return [entry.at for entry in self._store.audit(call.slug) if entry.what == ASKED]

    def _mail(self, due: _Due, turns: "_Turns", now: datetime, stop: Callable[[], bool], done: Mailed) -> None:
        ends = day_ends(due.call, now)
        for known in self._store.exchanges(due.call.slug, now):
            if stop():
                return
            found = _wanted(due, known, now)
            if found is None or found.occasion in self._settled:
                continue
            at = turns.next(known.submission.address, ends)
            if at is not None and self._write(due, known, turns, at, now):
                done.written[_kind(found), found.why] += 1

    def _write(self, due: _Due, known: Exchange, turns: "_Turns", at: datetime, now: datetime) -> bool:
        with self._store.mailing(known) as unit:
            again = unit.exchange()
            found = _wanted(due, again, now) if again is not None else None
            letter = self._letter(due.call, again, found, now) if again is not None and found is not None else None
            if letter is None or found is None:
                return False
            self._step("deciding")
            audit = AuditEntry(now, WHO, _kind(found), letter.about, found.why)
            written = unit.write(letter, audit, now, at)
            self._step("inside the transaction")
        self._step("committed")
        if written:
            turns.take(letter.recipient, at)
        else:
            self._settled.add(found.occasion)  # written before and taken back by a person, who is not asked again
        return written

    def _letter(self, call: Call, known: Exchange, found: Reminder | Extended, now: datetime) -> Letter | None:
        try:
            return self._letters.written(
                _kind(found),
                _words(found),
                known.submission.address,
                call=call,
                occasion=found.occasion,
                language=known.language,
                now=now,
                about=known.submission.reference,
            )
        except Exception as error:  # noqa: BLE001 - a letter that cannot be written keeps no other from its reader
            why = error.what if isinstance(error, MailbotError) else type(error).__name__
            log.error("letter-refused", about=known.submission.reference, why=why, at=place(error))
            self._settled.add(found.occasion)
            return None

    def _take_back(self, now: datetime, done: Mailed) -> None:
        waiting: dict[str, list[OutboxRow]] = defaultdict(list)
        for row in self._store.unasked_waiting():
            waiting[row.letter.call].append(row)
        calls = {call.slug: call for call in self._calls()}
        for slug, some in waiting.items():
            known = {one.submission.reference: one for one in self._store.exchanges(slug, now)}
            for row in some:
                if (one := known.get(row.letter.about)) is not None:
                    self._weigh(row, one, calls.get(slug), now, done)

    def _weigh(self, row: OutboxRow, known: Exchange, call: Call | None, now: datetime, done: Mailed) -> None:
        why = self._overtaken(row, known, call, now)
        if why is None:
            self._let_it_wait(row, known, call, now)
            return
        with self._store.mailing(known) as unit:
            kind = row.letter.kind
            taken = unit.cancel(row.id, AuditEntry(now, WHO, f"{kind}-cancelled", row.letter.about, why))
            self._step("inside the transaction")
        if taken:
            done.cancelled[kind, why] += 1

    def _let_it_wait(self, row: OutboxRow, known: Exchange, call: Call | None, now: datetime) -> None:
        """What the relay did not take by day goes out in the morning, if it goes out at all."""
        if call is not None and row.due_at <= now and not by_day(call, now):
            with self._store.mailing(known) as unit:
                unit.postpone(row.id, day_begins(call, now))

    def _overtaken(self, row: OutboxRow, known: Exchange, call: Call | None, now: datetime) -> str | None:
        if call is None:
            return "call-not-in-use"
        where, versions = self._standings().get(call.slug), self._versions(call.slug)
        others = without(known, row.letter.message_id)
        if row.letter.kind is LetterKind.extended:
            return extending.overtaken(row.created_at, call, where, versions, others, now)
        today = reminding.today(call, where, versions, now, self._asked(call))
        return reminding.overtaken(row.created_at, today, call, versions, others, now)


def _wanted(due: _Due, known: Exchange, now: datetime) -> Reminder | Extended | None:
    """The one letter that is due to this person. That there is more time is told first, and a reminder keeps its distance."""
    if due.moved is not None:
        moved = extending.extended(due.moved, due.call, due.versions, known)
        if isinstance(moved, Extended):
            return moved
    if due.today is not None:
        reminder = reminding.reminder(due.today, due.call, known, now)
        if isinstance(reminder, Reminder):
            return reminder
    return None


def _kind(found: Reminder | Extended) -> LetterKind:
    return LetterKind.reminder if isinstance(found, Reminder) else LetterKind.extended


def _words(found: Reminder | Extended) -> dict[str, object]:
    """See templates/README.md."""
    if isinstance(found, Extended):
        return {"before": found.before}
    missing = [{"number": number, "text": question.text} for number, question in found.missing]
    counted = {"missing_count": len(missing), "answered_count": found.answered, "added": found.added}
    return {"missing": missing, **counted, "days": found.days}


class _Turns:
    """When each letter is due, so that those that answer somebody find room between them and no domain gets many at once."""

    def __init__(self, now: datetime, waiting: Sequence[OutboxRow], limits: Limits, per_minute: int) -> None:
        self._now, self._until = now, now + AHEAD
        self._gap = max(_share(limits.all_per_hour, 3600), _share(per_minute, 120) if per_minute else timedelta(seconds=1))
        self._domain_gap = _share(limits.domain_per_hour, 3600)
        self._free, self._free_at = now, defaultdict[str, datetime](lambda: now)
        for row in waiting:
            self.take(row.letter.recipient, row.due_at)

    def next(self, address: str, ends: datetime) -> datetime | None:
        """The next turn of a letter to this address; None when there is none before `ends` or in the time ahead."""
        at = max(self._now, self._free, self._free_at[_domain(address)])
        return at if at < min(ends, self._until) else None

    def take(self, address: str, at: datetime) -> None:
        """What was due long ago waits for the relay and is in nobody's way."""
        self._free = max(self._free, at + self._gap)
        self._free_at[_domain(address)] = max(self._free_at[_domain(address)], at + self._domain_gap)


def _share(many: int, seconds: int) -> timedelta:
    """How much time each of so many has; where none is allowed, more than there is."""
    return timedelta(seconds=seconds / many) if many else 2 * AHEAD


def _domain(address: str) -> str:
    return address.rpartition("@")[2].casefold()
