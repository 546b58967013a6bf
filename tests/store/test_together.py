"""Several threads, and several stores, on one database."""

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Barrier, Event
from time import monotonic
from typing import TypeVar

import pytest

from mailbot.core.letter import LetterState
from mailbot.core.message import Key
from mailbot.core.submission import Became, Change
from mailbot.errors import StoreError
from mailbot.store.connection import Turn
from mailbot.store.opening import open_store
from mailbot.store.sql import SqlStore
from tests.store.samples import CALL, NOW, READING, arrive, letter_to, reading_of, take, the_submission

T = TypeVar("T")


def at_once(*tasks: Callable[[], T]) -> list[T]:
    """Run each in a thread of its own, all begun together; what they give, in their order."""
    start = Barrier(len(tasks))

    def run(task: Callable[[], T]) -> T:
        start.wait(10)
        return task()

    with ThreadPoolExecutor(len(tasks)) as threads:
        return [future.result(60) for future in [threads.submit(run, task) for task in tasks]]


def record_as_the_history_says(store: SqlStore, n: int) -> Became:
    mail = arrive(store, sha256=f"{n:064}")
    reading = replace(READING, sha256=mail.sha256, message_id=f"<{n}@example.org>", fingerprint=str(n))
    with store.unit(lock=f"{CALL}/jana.novak@example.org") as unit:
        known = unit.history(CALL, reading).submission
        became = Became.revision if known is not None else Became.new
        reference = known.reference if known is not None else unit.new_reference()
        letter = letter_to("jana.novak@example.org", f"<ack.{n}@mailbot.example>")
        assert unit.record(mail.id, reading, Change(became, "", counts=True), reference, [letter], [], NOW)
    return became


def test_mails_of_one_person_recorded_at_once_are_one_new_submission_and_revisions(store: SqlStore) -> None:
    became = at_once(*[lambda n=n: record_as_the_history_says(store, n) for n in range(6)])
    assert Counter(became) == {Became.new: 1, Became.revision: 5}
    assert [revision.version for revision in the_submission(store).revisions] == [1, 2, 3, 4, 5, 6]
    assert len(store.letters()) == 6


def test_two_stores_on_one_database_agree_as_two_threads_do(shared_url: str) -> None:
    first, second = (open_store(shared_url, now=NOW) for _ in range(2))
    tasks = [lambda n=n, store=store: record_as_the_history_says(store, n) for n, store in enumerate([first, second] * 3)]
    assert Counter(at_once(*tasks)) == {Became.new: 1, Became.revision: 5}
    first.close()
    second.close()


def test_one_mail_recorded_twice_at_once_is_recorded_once(store: SqlStore) -> None:
    mail = arrive(store)

    def record(lock: str) -> bool:
        with store.unit(lock=lock) as unit:
            reference = unit.new_reference()
            return unit.record(mail.id, READING, Change(Became.new, "", counts=True), reference, [], [], NOW)

    assert sorted(at_once(*[lambda n=n: record(f"lock {n}") for n in range(4)])) == [False, False, False, True]
    assert len(the_submission(store).revisions) == 1


def test_a_letter_is_never_claimed_by_two(store: SqlStore) -> None:
    for n in range(20):
        address = f"{n}@example.org"
        take(store, reading_of(address, n), letters=[letter_to(address, f"<{n}@mailbot.example>")])

    def claim_all() -> list[int]:
        mine = []
        while (row := store.claim(NOW)) is not None:
            mine.append(row.id)
            store.note_attempt(row.id, LetterState.sent, NOW, code=250)
        return mine

    claimed = [letter_id for mine in at_once(*[claim_all] * 4) for letter_id in mine]
    assert sorted(claimed) == [row.id for row in store.letters()]
    assert {row.attempts for row in store.letters()} == {1}


def test_a_mail_that_arrives_twice_at_once_has_one_row(store: SqlStore) -> None:
    mails = at_once(*[lambda: store.arrived(Key("calls", 7, "1"), "a", 1, NOW, NOW)] * 4)
    assert len(set(mails)) == 1


def test_what_is_noted_once_is_noted_once_by_many_at_once(store: SqlStore) -> None:
    assert set(at_once(*[lambda: store.first_round("calls", NOW)] * 4)) == {NOW}
    at_once(*[lambda n=n: store.advance("calls", 7, n) for n in (3, 9, 1, 5)])
    at_once(*[lambda: store.keep_call("a-call", "text", NOW)] * 4)
    assert (store.cursor("calls", 7), store.kept_calls()) == (9, {"a-call": "text"})


def test_reading_does_not_wait_for_an_open_unit(shared_url: str) -> None:
    store = open_store(shared_url, now=NOW, patience=0.2)
    mail = arrive(store)
    with store.unit() as unit:
        unit.record(mail.id, READING, Change(Became.new, "", counts=True), "R", [], [], NOW)
        assert [unfinished.id for unfinished in store.unfinished()] == [mail.id]
    assert store.unfinished() == []
    store.close()


@pytest.mark.parametrize("url", ["sqlite", "memory"])
def test_a_thread_that_holds_a_unit_for_too_long_is_a_store_error_for_the_others(
    request: pytest.FixtureRequest, url: str
) -> None:
    store = open_store("sqlite://" if url == "memory" else request.getfixturevalue("sqlite_url"), now=NOW, patience=0.1)
    with store.unit(), ThreadPoolExecutor(1) as other, pytest.raises(StoreError, match="another thread"):
        other.submit(arrive, store).result(10)
    arrive(store)
    store.close()


def test_a_unit_inside_a_unit_is_a_store_error_and_not_a_standstill(sqlite_url: str) -> None:
    store = open_store(sqlite_url, now=NOW, patience=0.1)
    with pytest.raises(StoreError), store.unit(), store.unit():
        pass
    arrive(store)
    store.close()


def test_threads_take_turns_in_the_order_they_came() -> None:
    turn = Turn()
    order: list[int] = []
    arrived = [Event() for _ in range(5)]

    def wait(n: int) -> None:
        arrived[n].set()
        with turn.taken(10, "here"):
            order.append(n)

    with ThreadPoolExecutor(5) as threads, turn.taken(10, "here"):
        for n in range(5):
            threads.submit(wait, n)
            arrived[n].wait(10)
            end = monotonic() + 10
            while len(turn._queue) < n + 2 and monotonic() < end:
                pass
    assert order == list(range(5))
