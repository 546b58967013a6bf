"""The outbox: every letter once, again where it must, never for ever, and never in silence."""

import asyncio
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import count

import pytest

from mailbot.core.letter import Letter, LetterKind, LetterState, OutboxRow
from mailbot.errors import StoreError, UnsafeToSend
from mailbot.outbox import DOUBTS, PATIENCE, Drained, Outbox
from mailbot.relay import Delivery, Verdict
from mailbot.replies import Step
from mailbot.store.opening import open_store
from mailbot.store.sql import SqlStore
from tests.core.letters import LETTERS, OWN, acknowledgement
from tests.smtp.relay import ScriptedRelay
from tests.store.samples import NOW, reading_of, take

YES = Delivery(Verdict.accepted, 250, "2.0.0 queued")
LATER = Delivery(Verdict.transient, 451, "4.7.1 greylisted")
NEVER = Delivery(Verdict.permanent, 550, "5.1.1 <p1@example.net>: user unknown")
LOST = Delivery(Verdict.uncertain, None, "no answer in time, at end of data")
STOP = Delivery(Verdict.transient, 535, "the relay refused the login: 535 5.7.8 no", stop=True)


@dataclass(slots=True)
class Clock:
    """A clock that moves when it is told to."""

    now: datetime = NOW

    def __call__(self) -> datetime:
        return self.now

    def advance(self, **span: float) -> None:
        self.now += timedelta(**span)


class Planned:
    """A relay that answers as planned, then says yes; it keeps every letter it was given."""

    def __init__(self, *answers: Delivery, before: Callable[[], object] = lambda: None) -> None:
        self.answers, self.before = list(answers), before
        self.given: list[Letter] = []
        self.closed = 0

    async def send(self, letter: Letter) -> Delivery:
        self.before()
        self.given.append(letter)
        return self.answers.pop(0) if self.answers else YES

    async def close(self) -> None:
        self.closed += 1


@pytest.fixture
def store() -> Iterator[SqlStore]:
    store = open_store("sqlite://", now=NOW)
    yield store
    store.close()


@pytest.fixture
def clock() -> Clock:
    return Clock()


def write(store: SqlStore, clock: Clock, number: int = 1) -> None:
    """So many acknowledgements, due now."""
    n = len(store.letters())
    for i in range(n, n + number):
        address = f"p{i}@example.net"
        take(store, reading_of(address, i), letters=[acknowledgement(address=address, sha256=f"{i:064}")], now=clock.now)


def drain(outbox: Outbox, clock: Clock, stop: Callable[[], bool] = lambda: False) -> Drained:
    return asyncio.run(outbox.drain(clock, stop))


def only(store: SqlStore) -> OutboxRow:
    (row,) = store.letters()
    return row


def outbox_with_notices(store: SqlStore, relay: Planned, tell: Sequence[str] = ("ada@example.org",)) -> Outbox:
    return Outbox(store, relay, per_minute=0, own=OWN, letters=LETTERS, tell=lambda _: tell)


def test_what_is_due_is_sent_and_noted(store: SqlStore, clock: Clock) -> None:
    write(store, clock, 3)
    relay = Planned()
    assert drain(Outbox(store, relay, own=OWN), clock) == Drained(sent=3)
    assert [row.state for row in store.letters()] == [LetterState.sent] * 3
    assert [letter.recipient for letter in relay.given] == [f"p{n}@example.net" for n in range(3)]
    assert drain(Outbox(store, relay, own=OWN), clock) == Drained()


def test_a_letter_that_is_not_due_waits_and_it_is_said_for_how_long(store: SqlStore, clock: Clock) -> None:
    write(store, clock)
    outbox = Outbox(store, Planned(LATER))
    done = drain(outbox, clock)
    assert (done.deferred, done.again_at) == (1, clock.now + timedelta(minutes=1))
    assert drain(outbox, clock) == Drained(again_at=clock.now + timedelta(minutes=1))
    clock.advance(minutes=1)
    assert drain(outbox, clock).sent == 1


def test_between_tries_lies_as_much_time_as_has_passed_up_to_four_hours(store: SqlStore, clock: Clock) -> None:
    write(store, clock)
    outbox, waits = Outbox(store, Planned(*[LATER] * 99)), []
    while (row := only(store)).state is not LetterState.failed:
        clock.now = row.due_at
        done = drain(outbox, clock)
        if done.again_at:
            waits.append(int((done.again_at - clock.now).total_seconds() // 60))
    assert waits[:9] == [1, 1, 2, 4, 8, 16, 32, 64, 128]
    assert set(waits[9:]) == {240}
    assert only(store).attempts < 25


def test_patience_ends_after_48_hours_and_the_organiser_is_told(store: SqlStore, clock: Clock) -> None:
    write(store, clock)
    outbox = outbox_with_notices(store, Planned(LATER, LATER, LATER))
    drain(outbox, clock)
    clock.now = NOW + PATIENCE - timedelta(seconds=1)
    assert drain(outbox, clock).deferred == 1
    clock.advance(hours=4)
    assert drain(outbox, clock) == Drained(sent=1, failed=1)
    assert [row.letter.kind for row in store.letters([LetterState.sent])] == [LetterKind.notice]


def test_a_refusal_for_good_is_not_tried_again_and_the_organiser_is_told(store: SqlStore, clock: Clock) -> None:
    write(store, clock)
    relay = Planned(NEVER)
    done = drain(outbox_with_notices(store, relay), clock)
    assert (done.failed, done.sent) == (1, 1)
    failed, notice = store.letters()
    assert (failed.state, failed.last_code, failed.attempts) == (LetterState.failed, 550, 1)
    assert (notice.letter.kind, notice.letter.recipient, notice.state) == (
        LetterKind.notice,
        "ada@example.org",
        LetterState.sent,
    )
    text = relay.given[1].raw.decode()
    assert "7KQM-4TZP" in text
    assert "mailbot outbox show 1" in " ".join(text.split())
    assert "p0@example.net" not in text
    assert "user unknown" not in text


def test_a_failed_notice_is_followed_by_nothing(store: SqlStore, clock: Clock) -> None:
    write(store, clock)
    done = drain(outbox_with_notices(store, Planned(*[NEVER] * 9)), clock)
    assert done.failed == 2
    assert [row.state for row in store.letters()] == [LetterState.failed] * 2


def test_an_organiser_without_a_usable_address_stops_nothing(store: SqlStore, clock: Clock) -> None:
    write(store, clock, 2)
    done = drain(outbox_with_notices(store, Planned(NEVER), tell=("nobody", "ada@example.org")), clock)
    assert (done.failed, done.sent) == (1, 2)


def test_one_bad_letter_keeps_no_other_waiting(store: SqlStore, clock: Clock) -> None:
    write(store, clock, 4)
    done = drain(Outbox(store, Planned(LATER, NEVER, LOST)), clock)
    assert (done.deferred, done.failed, done.uncertain, done.sent) == (1, 1, 1, 1)


# lost after DATA


def test_a_letter_lost_after_data_goes_again_with_the_same_bytes_and_shows_as_uncertain(store: SqlStore, clock: Clock) -> None:
    write(store, clock)
    relay = Planned(LOST)
    outbox = Outbox(store, relay)
    assert drain(outbox, clock).uncertain == 1
    assert only(store).state is LetterState.uncertain
    clock.advance(minutes=1)
    assert drain(outbox, clock).sent == 1
    assert relay.given[0].raw == relay.given[1].raw


def test_it_goes_three_times_at_most_also_over_restarts_and_other_troubles(store: SqlStore, clock: Clock) -> None:
    write(store, clock)
    relay = Planned(LOST, LATER, LOST, STOP, LOST, LOST)
    for _ in range(20):
        drain(Outbox(store, relay), clock)
        clock.advance(hours=5)
    assert only(store).state is LetterState.failed
    assert len(relay.given) == 5
    assert only(store).last_text.startswith(f"(perhaps delivered, {DOUBTS}x)")


def test_a_letter_that_a_crash_left_in_the_middle_goes_again(store: SqlStore, clock: Clock) -> None:
    write(store, clock)
    assert store.claim(clock.now)
    assert drain(Outbox(store, Planned()), clock).sent == 0
    assert store.recover(clock.now) == 1
    assert drain(Outbox(store, Planned()), clock).sent == 1


# the relay's trouble, or ours


def test_trouble_with_the_relay_stops_all_letters_and_costs_none(store: SqlStore, clock: Clock) -> None:
    write(store, clock, 3)
    relay = Planned(STOP)
    outbox = Outbox(store, relay)
    done = drain(outbox, clock)
    assert done.trouble == "the relay refused the login: 535 5.7.8 no"
    assert done.again_at == clock.now + timedelta(minutes=1)
    assert len(relay.given) == 1
    clock.advance(seconds=59)
    assert drain(outbox, clock).trouble == done.trouble
    assert len(relay.given) == 1
    clock.advance(seconds=1)
    assert drain(outbox, clock) == Drained(sent=3)


def test_the_pauses_grow_to_a_quarter_of_an_hour_and_begin_anew_after_a_letter_went_out(store: SqlStore, clock: Clock) -> None:
    write(store, clock)
    outbox, pauses = Outbox(store, Planned(STOP, STOP, STOP, STOP, YES, STOP)), []
    for _ in range(5):
        write(store, clock)
        before = clock.now
        clock.now = drain(outbox, clock).again_at or before
        pauses.append((clock.now - before) // timedelta(minutes=1))
    assert pauses == [1, 5, 15, 15, 1]


def test_a_week_of_trouble_fails_no_letter(store: SqlStore, clock: Clock) -> None:
    write(store, clock)
    outbox = Outbox(store, Planned(*[STOP] * 50, LATER))
    for _ in range(52):
        drain(outbox, clock)
        clock.advance(hours=4)
    assert only(store).state is LetterState.sent


def test_nothing_is_sent_while_the_self_test_fails(store: SqlStore, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    write(store, clock)
    relay = Planned()
    outbox = Outbox(store, relay, own=OWN)

    def fails(_: object) -> None:
        raise UnsafeToSend("this Python leaks", mend="update Python")

    with monkeypatch.context() as patched:
        patched.setattr("mailbot.outbox.self_test", fails)
        assert drain(outbox, clock).trouble == "this Python leaks: update Python"
        assert relay.given == []
        assert only(store).attempts == 0
    assert drain(outbox, clock).sent == 1


def test_bytes_that_were_altered_in_the_database_are_not_sent(store: SqlStore, clock: Clock) -> None:
    letter = acknowledgement()
    altered = replace(letter, raw=letter.raw.replace(b"Subject:", b"Bcc: victim@example.com\r\nSubject:", 1))
    take(store, reading_of("p@example.net"), letters=[altered], now=clock.now)
    relay = Planned()
    assert drain(Outbox(store, relay), clock).failed == 1
    assert relay.given == []
    assert "other recipients" in only(store).last_text


# pace and stopping


def test_no_more_letters_go_in_any_minute_than_the_relay_takes(store: SqlStore, clock: Clock) -> None:
    write(store, clock, 70)
    outbox = Outbox(store, Planned(), per_minute=30)
    assert drain(outbox, clock) == Drained(sent=30, again_at=clock.now + timedelta(minutes=1))
    clock.advance(seconds=59)
    assert drain(outbox, clock).sent == 0
    clock.advance(seconds=1)
    assert drain(outbox, clock).sent == 30
    clock.advance(minutes=1)
    assert drain(outbox, clock) == Drained(sent=10)


def test_it_stops_between_two_letters_when_told(store: SqlStore, clock: Clock) -> None:
    write(store, clock, 5)
    calls = count()
    assert drain(Outbox(store, Planned()), clock, lambda: next(calls) >= 2).sent == 2
    assert [row.state for row in store.letters()].count(LetterState.waiting) == 3


def test_closing_lets_go_of_the_relay(store: SqlStore) -> None:
    relay = Planned()
    asyncio.run(Outbox(store, relay).close())
    assert relay.closed == 1


# the database's trouble


def test_what_was_sent_and_could_not_be_noted_is_noted_later_and_not_sent_again(
    store: SqlStore, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(store, clock)
    relay = Planned()
    outbox = Outbox(store, relay)

    def full(*_: object, **__: object) -> None:
        raise StoreError("database: no room left to write")

    with monkeypatch.context() as patched:
        patched.setattr(store, "note_attempt", full)
        with pytest.raises(StoreError):
            drain(outbox, clock)
    assert only(store).state is LetterState.sending
    drain(outbox, clock)
    assert only(store).state is LetterState.sent
    assert len(relay.given) == 1


def test_a_letter_that_was_taken_back_while_on_its_way_stays_with_who_took_it(store: SqlStore, clock: Clock) -> None:
    write(store, clock, 2)

    def cancel_the_first() -> None:
        if store.letter(1).state is LetterState.sending:
            store.recover(clock.now)
            assert store.change_letter(1, LetterState.cancelled, clock.now, "operator", "wrong person")

    relay = Planned(before=cancel_the_first)
    drain(Outbox(store, relay), clock)
    assert [row.state for row in store.letters()] == [LetterState.cancelled, LetterState.sent]
    assert len(relay.given) == 2


def test_letters_go_on_after_the_clock_was_set_back(store: SqlStore, clock: Clock) -> None:
    outbox = Outbox(store, Planned(YES, YES, STOP), per_minute=2)
    real, clock.now = clock.now, clock.now + timedelta(days=3650)
    write(store, clock, 2)
    assert drain(outbox, clock).sent == 2
    clock.now = real
    write(store, clock, 1)
    assert drain(outbox, clock).deferred == 1, "the pace was not held against it, and the relay stopped it"
    clock.now = real - timedelta(days=365)
    write(store, clock, 1)
    assert drain(outbox, clock).sent == 1, "nor is that pause"


@pytest.mark.parametrize("seed", range(20))
def test_whatever_happens_every_letter_comes_to_an_end_and_none_goes_out_twice_without_doubt(
    store: SqlStore, clock: Clock, seed: int
) -> None:
    rng = random.Random(seed)
    write(store, clock, 10)
    relay = Planned(*rng.choices([YES, LATER, NEVER, LOST, STOP], [4, 3, 1, 2, 1], k=60))
    outbox = Outbox(store, relay, per_minute=rng.choice((0, 3)))
    for _ in range(400):
        if store.next_due() is None:
            break
        drain(outbox, clock)
        clock.advance(minutes=rng.choice((1, 7, 60)))
        if rng.random() < 0.1:
            outbox = Outbox(store, relay, per_minute=3)
            store.recover(clock.now)
    assert {row.state for row in store.letters()} <= {LetterState.sent, LetterState.failed}
    assert {letter.message_id for letter in relay.given} == {row.letter.message_id for row in store.letters()}


def test_on_a_real_connection_a_fault_in_the_middle_costs_nothing(store: SqlStore, clock: Clock) -> None:
    write(store, clock, 6)

    async def work() -> None:
        script = {
            Step.recipient: [b"250 ok\r\n", b"451 4.7.1 later\r\n"],
            Step.end: [b"250 2.0.0 queued\r\n", b"421 4.3.2 closing\r\n"],
        }
        async with ScriptedRelay(script) as server:
            outbox = Outbox(store, server.client())
            done = await outbox.drain(clock)
            assert (done.sent, done.deferred) == (4, 2)
            clock.advance(minutes=1)
            assert (await outbox.drain(clock)).sent == 2
            await outbox.close()
            assert sorted(recipient for _, recipient, _ in server.letters) == [f"p{n}@example.net" for n in range(6)]

    asyncio.run(work())
