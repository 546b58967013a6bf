"""The outbox on every database."""

from datetime import timedelta

import pytest

from mailbot.core.letter import LetterKind, LetterState, OutboxRow
from mailbot.errors import NotFound, StoreError
from mailbot.store.sql import SqlStore
from tests.store.samples import NOW, letter_to, reading_of, take

LATER = NOW + timedelta(minutes=5)


def write(store: SqlStore, n: int = 1, minutes: int = 0, *, hold: bool = False) -> int:
    """A letter, due `minutes` after NOW; its number."""
    address = f"p{n}@example.org"
    letter = letter_to(address, f"<ack.{n}@mailbot.example>")
    take(store, reading_of(address, n), letters=[letter], now=NOW + timedelta(minutes=minutes), hold=hold)
    return max(row.id for row in store.letters())


def claimed(store: SqlStore) -> OutboxRow:
    row = store.claim(NOW)
    assert row is not None
    return row


def test_the_letter_that_is_due_longest_is_claimed_first(store: SqlStore) -> None:
    second, first = write(store, 1, minutes=-1), write(store, 2, minutes=-2)
    write(store, 3, minutes=1)
    assert [row.id if (row := store.claim(NOW)) else None for _ in range(3)] == [first, second, None]


def test_a_claimed_letter_is_being_sent_and_its_attempt_counted(store: SqlStore) -> None:
    letter_id = write(store)
    row = claimed(store)
    assert (row.id, row.state, row.attempts) == (letter_id, LetterState.sending, 1)
    assert store.letter(letter_id) == row
    assert store.claim(NOW) is None


def test_a_sent_letter_keeps_the_relays_words(store: SqlStore) -> None:
    letter_id = write(store)
    claimed(store)
    store.note_attempt(letter_id, LetterState.sent, LATER, code=250, text="2.0.0 queued as 4F\x00")
    row = store.letter(letter_id)
    assert (row.state, row.sent_at, row.last_code, row.last_text) == (LetterState.sent, LATER, 250, "2.0.0 queued as 4F")
    assert store.next_due() is None


def test_a_refused_letter_waits_until_it_is_due_again(store: SqlStore) -> None:
    letter_id = write(store)
    claimed(store)
    store.note_attempt(letter_id, LetterState.waiting, NOW, due_at=LATER, code=451, text="try later")
    assert store.next_due() == LATER
    assert store.claim(LATER - timedelta(seconds=1)) is None
    row = store.claim(LATER)
    assert row is not None
    assert (row.attempts, row.last_code, row.sent_at) == (2, 451, None)


def test_an_uncertain_letter_goes_again(store: SqlStore) -> None:
    letter_id = write(store)
    claimed(store)
    store.note_attempt(letter_id, LetterState.uncertain, NOW, due_at=NOW, text="lost after DATA")
    assert claimed(store).id == letter_id


def test_a_failed_letter_brings_about_one_notice(store: SqlStore) -> None:
    letter_id = write(store)
    claimed(store)
    notice = letter_to("organiser@example.org", "<notice.1@mailbot.example>", LetterKind.notice)
    store.note_attempt(letter_id, LetterState.failed, NOW, code=550, text="no such user", notices=[notice, notice])
    assert [(row.letter.kind, row.state) for row in store.letters()] == [
        (LetterKind.acknowledgement, LetterState.failed),
        (LetterKind.notice, LetterState.waiting),
    ]


@pytest.mark.parametrize("state", [LetterState.waiting, LetterState.sent, LetterState.cancelled])
def test_an_attempt_at_a_letter_nobody_is_sending_is_refused(store: SqlStore, state: LetterState) -> None:
    letter_id = write(store)
    if state is LetterState.sent:
        claimed(store)
        store.note_attempt(letter_id, LetterState.sent, NOW)
    elif state is LetterState.cancelled:
        store.change_letter(letter_id, state, NOW, "operator", "")
    with pytest.raises(StoreError, match="not being sent"):
        store.note_attempt(letter_id, LetterState.failed, NOW)
    assert store.letter(letter_id).state is state


def test_letters_left_by_a_crash_become_uncertain_and_due(store: SqlStore) -> None:
    left, other = write(store, 1), write(store, 2, minutes=1)
    claimed(store)
    assert store.recover(LATER) == 1
    assert store.recover(LATER) == 0
    row = store.letter(left)
    assert (row.state, row.due_at, row.attempts) == (LetterState.uncertain, LATER, 1)
    assert store.letter(other).state is LetterState.waiting


def test_an_attempt_that_could_not_be_noted_in_time_may_be_noted_after_recovery(store: SqlStore) -> None:
    letter_id = write(store)
    claimed(store)
    store.recover(LATER)
    store.note_attempt(letter_id, LetterState.sent, LATER, code=250)
    assert store.letter(letter_id).state is LetterState.sent


def test_the_backlog_is_what_waits_or_is_being_sent_and_when_the_first_is_due(store: SqlStore) -> None:
    assert store.backlog() == (0, None)
    for n, minutes in enumerate((-3, -2, -1, 5)):
        write(store, n, minutes)
    write(store, 9, -9, hold=True)
    assert store.backlog() == (4, NOW - timedelta(minutes=3))
    store.note_attempt(claimed(store).id, LetterState.sent, NOW)
    claimed(store)
    assert store.backlog() == (3, NOW - timedelta(minutes=2))


def test_a_letter_that_answers_no_mail_is_written_once(store: SqlStore) -> None:
    notice = letter_to("operator@example.org", kind=LetterKind.notice)
    store.write([notice], NOW)
    store.write([notice], LATER)
    (row,) = store.letters()
    assert (row.letter, row.state, row.due_at) == (notice, LetterState.waiting, NOW)


def test_letters_are_listed_by_state(store: SqlStore) -> None:
    held, waiting = write(store, 1, hold=True), write(store, 2)
    assert [row.id for row in store.letters()] == [held, waiting]
    assert [row.id for row in store.letters([LetterState.held, LetterState.failed])] == [held]


def test_a_letter_that_does_not_exist_is_not_found(store: SqlStore) -> None:
    with pytest.raises(NotFound, match="no letter 99"):
        store.letter(99)
    with pytest.raises(NotFound, match="no letter 99"):
        store.change_letter(99, LetterState.cancelled, NOW, "operator", "")


def bring_to(store: SqlStore, state: LetterState, n: int) -> int:
    for row in store.letters([LetterState.waiting, LetterState.uncertain]):
        store.change_letter(row.id, LetterState.cancelled, NOW, "operator", "out of the way")
    letter_id = write(store, n, hold=state is LetterState.held)
    if state is LetterState.cancelled:
        store.change_letter(letter_id, state, NOW, "operator", "")
    elif state not in {LetterState.held, LetterState.waiting}:
        assert claimed(store).id == letter_id
        if state is not LetterState.sending:
            store.note_attempt(letter_id, state, NOW, due_at=LATER + timedelta(days=1))
    assert store.letter(letter_id).state is state
    return letter_id


ALLOWED = {
    LetterState.waiting: {LetterState.held, LetterState.waiting, LetterState.uncertain, LetterState.failed},
    LetterState.held: {LetterState.waiting, LetterState.uncertain},
    LetterState.cancelled: {LetterState.held, LetterState.waiting, LetterState.uncertain, LetterState.failed},
}


@pytest.mark.parametrize("state", LetterState)
def test_a_person_changes_a_letter_only_where_its_state_allows(store: SqlStore, state: LetterState) -> None:
    for n, wanted in enumerate(LetterState):
        letter_id = bring_to(store, state, n)
        before, entries = store.letter(letter_id), len(store.audit())
        allowed = state in ALLOWED.get(wanted, set())
        assert store.change_letter(letter_id, wanted, LATER, "operator", "because") is allowed
        row = store.letter(letter_id)
        if allowed:
            assert (row.state, row.due_at) == (wanted, LATER if wanted is LetterState.waiting else before.due_at)
            entry = store.audit("K7MQ-3XRT-9HBW")[-1]
            assert (entry.at, entry.who, entry.why) == (LATER, "operator", "because")
            store.change_letter(letter_id, LetterState.cancelled, LATER, "operator", "out of the way")
        else:
            assert (row, len(store.audit())) == (before, entries)
