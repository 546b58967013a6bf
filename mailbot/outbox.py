"""The outbox: claim a letter that is due, hand it to the relay, note what came of it, try again later or give up.

A letter is recorded before it is sent and noted after; a crash between the two leaves it `sending`, which `Store.recover` turns
to `uncertain`. So a letter is never lost, and goes twice only where nobody can know: then with the same bytes and Message-ID.
"""

import re
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog

from mailbot.core.letter import Letter, LetterKind, Letters, LetterState, OutboxRow
from mailbot.core.reading import Own
from mailbot.core.selftest import self_test
from mailbot.core.wire import still_sealed
from mailbot.errors import StoreError, UnsafeToSend
from mailbot.relay import Delivery, Relay, Verdict
from mailbot.store import Store

log = structlog.get_logger(__name__)

PATIENCE = timedelta(hours=48)
"""How long a letter is tried while the relay works; a bounce would come after about as long (RFC 5321 4.5.4.1 has 4-5 days)."""
SHORTEST, LONGEST = timedelta(minutes=1), timedelta(hours=4)
"""Between two tries lies as much time as the letter has waited already, within these bounds."""
DOUBTS = 3
"""How often a letter may be lost after DATA: each time may have been a delivery."""
ATTEMPTS = 1000
"""The end of every loop, however it came about."""
PAUSES = (timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=15))
"""How long all letters wait when relay and settings do not fit; asking again quickly locks accounts."""


@dataclass(slots=True)
class Drained:
    """What one drain did. trouble: why letters are waiting that should not, in words for a person. again_at: when the next
    drain can do something, None when nothing waits."""

    sent: int = 0
    deferred: int = 0
    uncertain: int = 0
    failed: int = 0
    trouble: str | None = None
    again_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What is to be noted of an attempt."""

    row: OutboxRow
    state: LetterState
    at: datetime
    due_at: datetime | None
    code: int | None
    text: str
    notices: Sequence[Letter] = ()


@dataclass(frozen=True, slots=True)
class _Pause:
    """All letters wait. since: a clock that shows less than this was set back, and the pause tells nothing any more."""

    since: datetime
    until: datetime
    why: str


class Outbox:
    """Sends what the store holds. One instance a process; only `drain` sends.

    per_minute: most letters handed over in any 60 seconds, 0 for no limit. own: run the self-test of the letters before the
    first is sent. letters, tell: the addresses to write to when a letter of a call (its slug, or '') failed for good.
    """

    def __init__(
        self,
        store: Store,
        relay: Relay,
        *,
        per_minute: int = 30,
        own: Own | None = None,
        letters: Letters | None = None,
        tell: Callable[[str], Sequence[str]] = lambda _: (),
    ) -> None:
        self._store, self._relay, self._own, self._letters, self._tell = store, relay, own, letters, tell
        self._pace = _Pace(per_minute)
        self._tested = own is None
        self._patient_from: datetime | None = None
        self._stops = 0
        self._paused: _Pause | None = None
        self._unnoted: list[_Outcome] = []

    async def drain(self, now: Callable[[], datetime], stop: Callable[[], bool] = lambda: False) -> Drained:
        """Send until nothing is due, the pace is reached, the relay is in trouble, or `stop` says so.

        Never sleeps: `again_at` says when to come back. A StoreError ends the drain; what was sent and could not be noted is
        noted first by the next one.
        """
        done = Drained()
        self._patient_from = min(self._patient_from or now(), now())
        if not self._may_send(done):
            return done
        self._note_again()
        while not stop() and self._is_open(now(), done):
            row = self._store.claim(now())
            if row is None:
                break
            self._note(await self._attempt(row, now, done))
        done.again_at = done.again_at or self._store.next_due()
        return done

    async def close(self) -> None:
        """Let go of the connection to the relay. A later `drain` connects anew."""
        await self._relay.close()

    def _may_send(self, done: Drained) -> bool:
        if not self._tested and self._own is not None:
            try:
                self_test(self._own)
            except UnsafeToSend as error:
                log.error("self-test-failed", trouble=error.line())
                done.trouble = error.line()
                return False
            self._tested = True
        return True

    def _is_open(self, now: datetime, done: Drained) -> bool:
        """Whether a letter may go now; if not, `done` says why and until when."""
        if self._paused is not None and self._paused.since <= now < self._paused.until:
            done.again_at, done.trouble = self._paused.until, self._paused.why
            return False
        done.again_at = self._pace.next_free(now)
        return done.again_at is None

    async def _attempt(self, row: OutboxRow, now: Callable[[], datetime], done: Drained) -> _Outcome:
        try:
            still_sealed(row.letter.raw, row.letter.recipient, row.letter.message_id)
        except UnsafeToSend as error:
            log.error("letter-unsafe", letter=row.id, trouble=error.line())
            return self._failed(row, now(), None, error.line(), done)
        self._pace.one_more(now())
        try:
            delivery = await self._relay.send(row.letter)
        except Exception as error:  # noqa: BLE001 - the letter goes back and all wait, as for any trouble of ours
            log.error("relay-failed", letter=row.id, error=type(error).__name__)
            delivery = Delivery(Verdict.transient, None, f"unexpected {type(error).__name__}", stop=True)
        at = now()
        if delivery.verdict is Verdict.accepted:
            self._stops = 0
            done.sent += 1
            return _Outcome(row, LetterState.sent, at, None, delivery.code, delivery.text)
        if delivery.stop:
            return self._stopped(row, at, delivery, done)
        if delivery.verdict is Verdict.permanent:
            return self._failed(row, at, delivery.code, delivery.text, done)
        return self._later(row, at, delivery, done)

    def _later(self, row: OutboxRow, at: datetime, delivery: Delivery, done: Drained) -> _Outcome:
        """4xx, a lost connection: again after as long as it has waited, until patience ends."""
        doubts = _doubts(row.last_text) + (delivery.verdict is Verdict.uncertain)
        text = _with_doubts(delivery.text, doubts)
        waited = at - max(row.created_at, self._patient_from or at)
        if doubts >= DOUBTS or waited >= PATIENCE or row.attempts >= ATTEMPTS:
            return self._failed(row, at, delivery.code, text, done)
        if delivery.verdict is Verdict.uncertain:
            done.uncertain += 1
        else:
            done.deferred += 1
        due_at = at + min(max(waited, SHORTEST), LONGEST)
        return _Outcome(row, _waiting(doubts), at, due_at, delivery.code, text)

    def _stopped(self, row: OutboxRow, at: datetime, delivery: Delivery, done: Drained) -> _Outcome:
        """Ours or the relay's trouble: the letter goes back, all wait, and no letter's patience runs out by it."""
        pause = PAUSES[min(self._stops, len(PAUSES) - 1)]
        self._stops += 1
        self._paused = _Pause(at, at + pause, delivery.text)
        self._patient_from = at
        done.deferred += 1
        # What the relay says may name a person; without a code the words are ours.
        why: dict[str, object] = {"reason": delivery.text} if delivery.code is None else {"code": delivery.code}
        log.warning("outbox-paused", seconds=int(pause.total_seconds()), **why)
        doubts = _doubts(row.last_text)
        return _Outcome(row, _waiting(doubts), at, at + pause, delivery.code, _with_doubts(delivery.text, doubts))

    def _failed(self, row: OutboxRow, at: datetime, code: int | None, text: str, done: Drained) -> _Outcome:
        done.failed += 1
        return _Outcome(row, LetterState.failed, at, None, code, text, self._notices(row, at, code))

    def _notices(self, row: OutboxRow, at: datetime, code: int | None) -> list[Letter]:
        """To those who should know. Nothing follows from a notice that fails: that way lies a loop."""
        if self._letters is None or row.letter.kind is LetterKind.notice:
            return []
        letter = row.letter
        why = f"the relay refused it with code {code}" if code is not None else "it may or may not have arrived"
        what = f"The {letter.kind} for {letter.about or 'nobody we know'} could not be delivered: {why}."
        mend = f"Reach the person in another way. `mailbot outbox show {row.id}` gives the address and the relay's own words."
        occasion, subject = f"letter {row.id} failed at try {row.attempts}", "a letter could not be delivered"
        notices = []
        for address in self._tell(letter.call):
            try:
                notice = self._letters.plain_notice(
                    address, what=what, mend=mend, occasion=occasion, now=at, call=letter.call, subject=subject
                )
            except UnsafeToSend as error:
                log.error("notice-not-written", letter=row.id, trouble=error.line())
            else:
                notices.append(notice)
        return notices

    def _note(self, outcome: _Outcome) -> None:
        self._unnoted.append(outcome)
        self._note_again()

    def _note_again(self) -> None:
        """Note what is not noted yet. A letter that somebody else has taken back meanwhile (`recover`) is theirs."""
        while self._unnoted:
            outcome = self._unnoted[0]
            try:
                self._store.note_attempt(
                    outcome.row.id,
                    outcome.state,
                    outcome.at,
                    due_at=outcome.due_at,
                    code=outcome.code,
                    text=outcome.text,
                    notices=outcome.notices,
                )
            except StoreError as error:
                if not error.permanent or self._store.letter(outcome.row.id).state is LetterState.sending:
                    raise
                log.warning("letter-taken-back", letter=outcome.row.id)
            else:
                row = outcome.row
                log.info("letter-tried", letter=row.id, state=outcome.state.value, attempt=row.attempts, code=outcome.code)
            self._unnoted.pop(0)


class _Pace:
    """At most so many letters in any 60 seconds. By the caller's clock: libraries for this read their own.

    After the clock was set back letters seem to have gone in the future; they are forgotten, else none would go until then.
    """

    def __init__(self, per_minute: int) -> None:
        self._per_minute = per_minute
        self._recent: deque[datetime] = deque()

    def next_free(self, now: datetime) -> datetime | None:
        """When the next letter may go; None for now."""
        while self._recent and not timedelta() <= now - self._recent[0] < timedelta(minutes=1):
            self._recent.popleft()
        if not self._per_minute or len(self._recent) < self._per_minute:
            return None
        return self._recent[0] + timedelta(minutes=1)

    def one_more(self, now: datetime) -> None:
        if self._per_minute:
            self._recent.append(now)


_PERHAPS = re.compile(r"\(perhaps delivered, (\d+)x\) ")


def _doubts(text: str) -> int:
    """How often the letter was lost after DATA: kept in the words that people see, so that it survives a restart."""
    found = _PERHAPS.match(text)
    return int(found[1]) if found else 0


def _with_doubts(text: str, doubts: int) -> str:
    return f"(perhaps delivered, {doubts}x) {text}" if doubts else text


def _waiting(doubts: int) -> LetterState:
    return LetterState.uncertain if doubts else LetterState.waiting
