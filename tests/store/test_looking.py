"""What commands and pages show, on every database."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text

from mailbot.core.reading import Authentication, Timeliness
from mailbot.core.submission import Became
from mailbot.errors import StoreError
from mailbot.store import CallCount
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


def test_a_call_is_counted_by_the_first_version_that_counts(store: SqlStore) -> None:
    def mail(address: str, n: int, timeliness: Timeliness, became: Became, *unanswered: int) -> None:
        take(store, replace(reading_of(address, n), timeliness=timeliness, unanswered=unanswered), became)

    mail("on.time@example.org", 1, Timeliness.on_time, Became.new)
    mail("on.time@example.org", 2, Timeliness.late, Became.revision, 1, 2)
    mail("grace@example.org", 3, Timeliness.grace, Became.new, 2, 3)
    mail("late@example.org", 4, Timeliness.late, Became.new, 1)
    mail("late@example.org", 5, Timeliness.late, Became.kept_apart)
    mail("two.halves@example.org", 6, Timeliness.on_time, Became.new, 1)
    mail("two.halves@example.org", 7, Timeliness.on_time, Became.revision, 2, 3)
    mail("kept@example.org", 8, Timeliness.on_time, Became.quarantined)
    assert store.count(CALL) == CallCount(entries=4, on_time=2, grace=1, late=1, complete=2, quarantined=1)
    assert store.count("another-call") == CallCount(0, 0, 0, 0, 0, 0)


def test_a_forged_mail_in_time_does_not_count_for_who_wrote_late(store: SqlStore) -> None:
    real = replace(reading_of("jana@example.org", 2), timeliness=Timeliness.late, unanswered=(1,))
    forger = replace(real.sender, authentication=Authentication.neutral)
    take(store, replace(reading_of("jana@example.org", 1), sender=forger, unanswered=()))
    take(store, real, Became.revision)
    assert store.count(CALL) == CallCount(entries=1, on_time=0, grace=0, late=1, complete=0, quarantined=0)


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


def test_the_last_good_version_of_each_call_file_is_kept(store: SqlStore) -> None:
    for slug, words in [("b-call", "one"), ("a-call", "one"), ("b-call", "two"), ("b-call", "two"), ("a-call", "three")]:
        store.keep_call(slug, words, NOW)
    assert store.kept_calls() == {"b-call": "two", "a-call": "three"}
    store.keep_call("b-call", "one", NOW)
    assert store.kept_calls()["b-call"] == "one"
