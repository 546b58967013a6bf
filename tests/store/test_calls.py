"""Calls in the store: versions of their files, states, and what is told once, on every database."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from mailbot.core.life import Standing, State
from mailbot.store import AuditEntry, KeptCall
from mailbot.store.opening import open_store
from mailbot.store.sql import SqlStore
from tests.store.samples import NOW

LATER = NOW + timedelta(hours=1)
BROKEN = AuditEntry(NOW, "call file", "file-broken", "a-call", "a slip in line 3")
WELL = AuditEntry(LATER, "call file", "file-mended", "a-call", "good again")
AMONG = {BROKEN.what, WELL.what}


def test_the_last_good_version_of_each_call_file_is_kept(store: SqlStore) -> None:
    for slug, words in [("b-call", "one"), ("a-call", "one"), ("b-call", "two"), ("b-call", "two"), ("a-call", "three")]:
        store.keep_call(slug, words, NOW)
    assert store.kept_calls() == {"b-call": "two", "a-call": "three"}
    store.keep_call("b-call", "one", NOW)
    assert store.kept_calls()["b-call"] == "one"


def test_all_versions_are_kept_in_order_with_the_time_they_were_taken_in(store: SqlStore) -> None:
    store.keep_call("a-call", "one", NOW)
    store.keep_call("a-call", "two", LATER)
    store.keep_call("b-call", "other", NOW)
    assert store.call_versions("a-call") == [KeptCall(1, "one", NOW), KeptCall(2, "two", LATER)]


def test_what_an_edit_changed_is_told_once_with_the_version(store: SqlStore) -> None:
    told = [AuditEntry(NOW, "call file", "question-added", "a-call", "`work`: What work?")]
    assert store.keep_call("a-call", "one", NOW, told)
    assert not store.keep_call("a-call", "one", LATER, told)
    assert store.audit("a-call") == told


def test_a_call_has_the_last_of_its_states_and_each_is_in_the_audit_trail(store: SqlStore) -> None:
    assert store.standings() == {}
    assert store.change_state("a-call", None, State.draft, NOW, "ada", "not announced yet")
    assert store.change_state("b-call", None, State.open, NOW, "mailbot", "call-file-found")
    assert store.change_state("a-call", State.draft, State.open, LATER, "ben", "announced")
    assert store.standings() == {
        "a-call": Standing(State.open, LATER, "ben", "announced"),
        "b-call": Standing(State.open, NOW, "mailbot", "call-file-found"),
    }
    assert [(e.at, e.who, e.what, e.why) for e in store.audit("a-call")] == [
        (NOW, "ada", "state-draft", "not announced yet"),
        (LATER, "ben", "state-open", "announced"),
    ]


def test_a_step_from_a_state_that_the_call_is_not_in_changes_nothing(store: SqlStore) -> None:
    store.change_state("a-call", None, State.open, NOW, "mailbot", "found")
    assert not store.change_state("a-call", None, State.open, LATER, "mailbot", "found")
    assert not store.change_state("a-call", State.closed, State.decided, LATER, "ada", "agreed")
    assert store.standings()["a-call"].since == NOW
    assert len(store.audit("a-call")) == 1


def test_of_several_that_make_the_same_step_at_once_one_does(shared_url: str) -> None:
    stores = [open_store(shared_url, now=NOW) for _ in range(4)]
    with ThreadPoolExecutor(4) as threads:
        tries = [threads.submit(s.change_state, "a-call", None, State.open, NOW, "mailbot", "found") for s in stores]
        assert sorted(one.result(60) for one in tries) == [False, False, False, True]
    assert len(stores[0].audit("a-call")) == 1
    for store in stores:
        store.close()


@pytest.mark.parametrize("times", [1, 3])
def test_what_lasts_is_told_once_until_it_is_over_and_comes_again(store: SqlStore, times: int) -> None:
    for _ in range(times):
        store.tell(BROKEN, AMONG)
    store.tell(AuditEntry(NOW, "ada", "state-closed", "a-call", "early"), {"state-closed"})
    assert not store.tell(BROKEN, AMONG)
    store.tell(WELL, AMONG)
    assert store.tell(BROKEN, AMONG)
    assert [e.what for e in store.audit("a-call")] == ["file-broken", "state-closed", "file-mended", "file-broken"]
