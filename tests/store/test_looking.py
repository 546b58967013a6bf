"""What commands and pages show, on every database."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text

from mailbot.core.submission import Became
from mailbot.errors import StoreError
from mailbot.store.sql import SqlStore
from tests.store.samples import ANSWERS, CALL, NOW, READING, arrive, reading_of, take


def test_submissions_are_listed_in_the_order_of_their_first_mail(store: SqlStore) -> None:
    for n, address in enumerate(["c@example.org", "a@example.org", "b@example.org"]):
        take(store, reading_of(address, n))
    take(store, reading_of("a@example.org", 9), Became.revision)
    listed = store.submissions(CALL)
    assert [submission.address for submission in listed] == ["c@example.org", "a@example.org", "b@example.org"]
    assert [len(submission.revisions) for submission in listed] == [1, 2, 1]
    assert all(revision.answers == ANSWERS for submission in listed for revision in submission.revisions)
    assert store.submissions("another-call") == []


def test_more_submissions_than_one_statement_takes_are_all_listed(sqlite_store: SqlStore) -> None:
    for n in range(520):
        take(sqlite_store, reading_of(f"{n}@example.org", n))
    listed = sqlite_store.submissions(CALL)
    assert len(listed) == 520
    assert all(submission.revisions[0].answers == ANSWERS for submission in listed)


def test_mails_are_listed_newest_first_by_outcome_and_call(store: SqlStore) -> None:
    first, second = take(store), take(store, reading_of("b@example.org", 2))
    other = arrive(store)
    store.quarantine(other.id, "too-large", NOW)
    assert [mail.id for mail in store.mails()] == [other.id, second.id, first.id]
    assert [mail.id for mail in store.mails(limit=1)] == [other.id]
    assert [mail.id for mail in store.mails(call=CALL)] == [second.id, first.id]
    assert [mail.id for mail in store.mails(became=Became.quarantined)] == [other.id]
    assert store.mails(became=Became.quarantined, call=CALL) == []


def test_the_audit_is_in_order_and_can_be_asked_for_one_thing(store: SqlStore) -> None:
    mail = take(store)
    take(store, replace(READING, sha256="b"), Became.revision, now=NOW + timedelta(days=1))
    assert [entry.what for entry in store.audit(mail.reference)] == ["new", "revision"]
    assert len(store.audit()) == 2
    assert store.audit("nothing") == []


@pytest.mark.parametrize("change", ["UPDATE audit SET why = 'another'", "DELETE FROM audit"])
def test_the_database_itself_refuses_to_change_an_audit_entry(store: SqlStore, change: str) -> None:
    take(store)
    before = store.audit()
    with pytest.raises(StoreError, match="only ever added"), store.database.writing() as session:
        session.connection().execute(text(change))
    assert store.audit() == before
