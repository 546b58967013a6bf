"""Digests: what came in, told to the contacts of a call on their days. Gather, decide, record, one letter at a time.

A digest for a day exists once, however often the machine restarts: its row is unique in the database, and its Message-ID is
made of call, day and reader. What it told is kept with it, so that the next one goes on where this one ended and nothing falls
between two: by the ledger, not by the clock.
"""

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

import structlog

from mailbot.core import composition, tokens
from mailbot.core.briefings import LIFE, Briefing, BriefingKind
from mailbot.core.call import Call, Contact
from mailbot.core.desk import Desk
from mailbot.core.digest.build import build
from mailbot.core.digest.days import due
from mailbot.core.digest.letter import Frame, digest_parts
from mailbot.core.digest.shapes import Digest, Open, Snapshot, Waiting
from mailbot.core.letter import Letter, LetterKind, Letters
from mailbot.core.life import Standing, State
from mailbot.core.reading import Own
from mailbot.core.rows import Beside
from mailbot.core.tokens import Purpose
from mailbot.core.unasked import local_now
from mailbot.core.wire import Part
from mailbot.errors import MailbotError, StoreError
from mailbot.papers import charts, sheet
from mailbot.reader import place
from mailbot.resources import chart_font
from mailbot.store import APART, FAILED, HELD, OPEN_QUESTION, RETURNED, WITHDRAWAL, AuditEntry, Store

log = structlog.get_logger(__name__)

WHO = "mailbot"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_SHEET_AT_MOST = 7_000_000  # octets: 10 MB as a mail, which most servers take


@dataclass(frozen=True, slots=True)
class Told:
    """What a digest has told. seen: the highest row of the ledger in it, 0 for none. waiting: what waited for people then."""

    at: datetime | None = None
    seen: int = 0
    waiting: Mapping[str, int] | None = None


@dataclass(frozen=True, slots=True)
class Written:
    """A digest for one contact, not yet recorded. sheet: all answers as a spreadsheet; b'' where that is too large for a mail,
    or answers are kept out of mails."""

    digest: Digest
    letter: Letter
    briefing: Briefing
    sheet: bytes


@dataclass(frozen=True)
class _Gathered:
    """All that a call has to tell, for every contact; what takes long is made once."""

    desk: Desk

    @cached_property
    def values(self) -> Mapping[str, Mapping[str, str]]:
        return composition.values(self.desk.entries, self.desk.call)

    @cached_property
    def tally(self) -> Mapping[str, Mapping[str, int]]:
        counting = [entry.reference for entry in self.desk.entries if entry.counts]
        return {group: composition.counted(of[one] for one in counting) for group, of in self.values.items()}

    @cached_property
    def sheet(self) -> bytes:
        """b'' where no mail could carry it, or answers are kept out of mails."""
        call = self.desk.call
        known = beside(self.desk, self.values) if call.digest.answers else None
        return sheet.fitting(call, self.desk.entries, known, _SHEET_AT_MOST) if known is not None else b""


class Digests:
    """Writes them. own, calls, standings: as in Intake. team: our name. letter_waits, step: see Intake."""

    def __init__(
        self,
        store: Store,
        letters: Letters,
        own: Callable[[], Own],
        calls: Callable[[], Sequence[Call]],
        team: str,
        *,
        standings: Callable[[], Mapping[str, Standing]] = dict,
        letter_waits: Callable[[], None] = lambda: None,
        step: Callable[[str], None] = lambda _: None,
    ) -> None:
        self._store, self._letters, self._own, self._calls, self._team = store, letters, own, calls, team
        self._standings, self._letter_waits, self._step = standings, letter_waits, step
        self._settled: dict[tuple[str, str], date] = {}

    def round(self, now: datetime, stop: Callable[[], bool] = lambda: False) -> int:
        """Write every digest that is due; how many there were. A StoreError ends the round; what was written stays."""
        written = 0
        for call in self._calls():
            where = self._standings().get(call.slug)
            if where is None or where.state not in (State.draft, State.archived):
                written += self._one_call(call, now, stop)
        if written:
            self._letter_waits()
        return written

    def compose(self, call: Call, contact: Contact, day: date, now: datetime, *, always: bool = False) -> Written | None:
        """The digest of a day for one contact; None when there is nothing to tell, or no mail can go there. always: also when
        nothing happened."""
        return self._compose(call, contact, day, self._gather(call), now, always=always)

    def record(self, written: Written, now: datetime) -> bool:
        """Into the outbox; False when there is one for this contact and day already."""
        call = written.digest.call
        with self._store.choosing(call.slug) as unit:
            if not unit.keep_briefing(written.briefing):
                return False
            unit.write([written.letter], now, hold=False)
            unit.tell(AuditEntry(now, WHO, "digest", call.slug, f"{written.digest.day} to {written.letter.recipient}"))
            self._step("inside the transaction")
        self._step("committed")
        return True

    def _one_call(self, call: Call, now: datetime, stop: Callable[[], bool]) -> int:
        last = self._last_days(call)
        todo = [(contact, due(call, contact, last.get(contact.address.casefold()), now)) for contact in call.contacts]
        its: _Gathered | None = None
        written = 0
        for contact, day in todo:
            if day is None or stop():
                continue
            its = its or self._gather(call)
            written += self._write(call, contact, day, its, now)
        return written

    def _write(self, call: Call, contact: Contact, day: date, its: _Gathered, now: datetime) -> bool:
        try:
            made = self._compose(call, contact, day, its, now)
        except StoreError:
            raise  # it may pass: the day is not settled, and the next round tries again
        except Exception as error:  # noqa: BLE001 - a digest that cannot be written keeps no other from its reader
            why = error.what if isinstance(error, MailbotError) else type(error).__name__
            log.error("letter-refused", about=call.slug, why=why, at=place(error))
            made = None
        done = made is not None and self.record(made, now)
        self._settled[call.slug, contact.address.casefold()] = day  # nothing to tell is settled as well, until a restart
        if done:
            log.info("digest", call=call.slug, day=day.isoformat())
        return done

    def _last_days(self, call: Call) -> dict[str, date]:
        found = {address: day for (slug, address), day in self._settled.items() if slug == call.slug}
        for briefing in self._store.briefings(call.slug, BriefingKind.digest):
            if briefing.day is not None:
                found[briefing.address] = max(briefing.day, found.get(briefing.address, briefing.day))
        return found

    def _gather(self, call: Call) -> _Gathered:
        store, slug = self._store, call.slug
        entries = store.entries(call, store.numbers(slug))  # one may have come in between: it is in the next digest
        return _Gathered(Desk(call, (), entries, store.scores(slug), store.decisions(slug), store.offers(slug)))

    def _compose(
        self, call: Call, contact: Contact, day: date, its: _Gathered, now: datetime, *, always: bool = False
    ) -> Written | None:
        waiting = self._store.waiting_for_people(call.slug, now)
        before = self._told(call, contact)
        digest = build(_snapshot(its.desk, now, before, waiting), its.tally, day, always=always)
        if digest is None:
            return None
        table = its.sheet
        code = tokens.make(self._own().key, Purpose.command, call.slug, contact.address, f"digest {day}")
        name = f"{call.slug}-{day}.xlsx" if table else ""
        ends_at = now + LIFE
        frame = Frame(code, local_now(call, ends_at).date(), name, team=self._team)
        language = self._letters.organising_language(call.language)
        subject, text, html, pictures = digest_parts(digest, language, self._letters.templates, frame)
        parts = [Part(charts.png(one.svg, chart_font()), "image/png", one.name, one.cid) for one in pictures]
        parts += [Part(table, SHEET, name)] if name else []
        letter = self._letters.briefing(
            LetterKind.digest,
            (subject, text, html),
            contact.address,
            call=call,
            occasion=f"digest {day}",
            language=language,
            now=now,
            parts=parts,
        )
        if letter is None:
            return None
        plan = json.dumps({"seen": _seen(its.desk), "waiting": dict(waiting)}, sort_keys=True)
        address = tokens.owner(contact.address)
        briefing = Briefing(
            letter.message_id, tokens.digest(code), call.slug, address, BriefingKind.digest, plan, day, now, ends_at
        )
        return Written(digest, letter, briefing, table)

    def _told(self, call: Call, contact: Contact) -> Told:
        """What the last digest told this contact."""
        address = tokens.owner(contact.address)
        last = next((one for one in self._store.briefings(call.slug, BriefingKind.digest) if one.address == address), None)
        if last is None:
            return Told()
        kept = json.loads(last.plan)
        return Told(last.made_at, kept["seen"], kept["waiting"])


def beside(its: Desk, values: Mapping[str, Mapping[str, str]]) -> Beside:
    """What stands beside the answers in a sheet. values: see `composition.values`."""
    return Beside(
        {one.reference: one.choice for one in its.decisions},
        {reference: offer.state for reference, offer in its.table.latest.items()},
        {reference: total.total for reference, total in its.totals.items() if total.total is not None},
        values,
    )


def _seen(its: Desk) -> int:
    """The highest row of the ledger that is told of."""
    return max((max(entry.first_mail, entry.last_mail) for entry in its.entries), default=0)


def _snapshot(its: Desk, now: datetime, before: Told, waiting: Mapping[str, int]) -> Snapshot:
    withdrawn = [entry.withdrawn_at for entry in its.entries if entry.withdrawn_at is not None]
    return Snapshot(
        call=its.call,
        now=now,
        since=before.at,
        seen=before.seen,
        entries=its.entries,
        decisions=its.decisions,
        offers=its.offers,
        scored=sum(total.readings > 0 for total in its.totals.values()),
        waiting=_waiting(waiting, before.waiting or {}),
        withdrawn=sum(before.at is None or at > before.at for at in withdrawn),
    )


def _waiting(now: Mapping[str, int], before: Mapping[str, int]) -> Waiting:
    """What waits, by kind; new is what is more than at the last digest."""
    kinds: dict[str, Counter[str]] = {}
    quarantined: dict[str, Open] = {}
    for reason, count in now.items():
        new = max(0, count - before.get(reason, 0))
        kind = _KINDS.get(reason, "")
        if kind:
            kinds.setdefault(kind, Counter()).update(count=count, new=new)
        else:
            quarantined[reason] = Open(count, new)
    return Waiting(quarantined=quarantined, **{kind: Open(sums["count"], sums["new"]) for kind, sums in kinds.items()})


_KINDS = {
    APART: "apart",
    OPEN_QUESTION: "questions",
    WITHDRAWAL: "withdrawals",
    HELD: "held",
    FAILED: "unreached",
    RETURNED: "unreached",
}
