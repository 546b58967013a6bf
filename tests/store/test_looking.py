"""What commands and pages show, on every database."""

import gc
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import event, text

from mailbot.core.arrival import delayed, lost
from mailbot.core.letter import LetterState
from mailbot.core.reading import Kind
from mailbot.core.submission import Became, Change
from mailbot.errors import StoreError
from mailbot.store.sql import SqlStore
from tests.store.samples import ANSWERS, CALL, NOW, READING, arrive, letter_to, reading_of, take


def test_submissions_are_listed_in_the_order_of_their_first_mail(store: SqlStore) -> None:
    for n, address in enumerate(["c@example.org", "a@example.org", "b@example.org"]):
        take(store, reading_of(address, n))
    take(store, reading_of("a@example.org", 9), Became.revision)
    listed = store.submissions(CALL)
    assert (store.how_many(CALL), store.how_many("another-call")) == (3, 0)
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


def test_what_came_back_of_the_letters_of_a_call(store: SqlStore) -> None:
    """A failure after a delay, an automatic reply, the relay's own refusal; and not what came back of another call's letter."""
    ids = [f"<ack.{n}@mailbot.example>" for n in range(3)]
    for n, address in enumerate(["a@example.org", "b@example.org", "c@example.org"]):
        take(store, reading_of(address, n), letters=[replace(letter_to(address, ids[n]), about=f"REF{n}")])
    store.write([replace(letter_to("d@example.org", "<ack.9@mailbot.example>"), call="another-call")], NOW)
    told = [(Kind.bounce, "letter-delayed-4.4.1", ids[0]), (Kind.bounce, "letter-failed-4.4.7", ids[0])]
    told += [(Kind.auto_reply, "auto-submitted", ids[1]), (Kind.bounce, "letter-failed-5.1.1", "<ack.9@mailbot.example>")]
    for n, (kind, reason, letter) in enumerate(told, 10):
        report = replace(reading_of("daemon@example.org", n), kind=kind, returned=letter)
        mail = arrive(store, sha256=report.sha256, at=NOW + timedelta(hours=n))
        with store.unit() as unit:
            unit.record(mail.id, report, Change(Became.not_a_submission, reason), None, [], [], NOW)
    while (row := store.claim(NOW)) is not None:
        state = LetterState.failed if row.letter.recipient == "c@example.org" else LetterState.sent
        store.note_attempt(row.id, state, NOW + timedelta(days=1), code=550, text="5.1.10 null MX")
    found = store.returned_letters(CALL)
    assert [(one.reference, one.arrival.reason if one.arrival else None) for one in found] == [
        ("REF0", "letter-delayed-4.4.1"),
        ("REF0", "letter-failed-4.4.7"),
        ("REF1", None),
        ("REF2", "letter-failed-5.1.10"),
    ]
    assert [one.reference for one in lost(found)] == ["REF0", "REF2"]
    assert delayed(found) == []
    assert store.returned_letters("a-third-call") == []


@pytest.mark.parametrize("change", ["UPDATE audit SET why = 'another'", "DELETE FROM audit"])
def test_the_database_itself_refuses_to_change_an_audit_entry(store: SqlStore, change: str) -> None:
    take(store)
    before = store.audit()
    with pytest.raises(StoreError, match="only ever added"), store.database.writing() as session:
        session.connection().execute(text(change))
    assert store.audit() == before


def test_when_the_last_of_several_letters_was_written_is_known_by_their_ids(store: SqlStore) -> None:
    for n in (1, 2):
        letter = letter_to(f"p{n}@example.org", f"<ack.{n}@mailbot.example>")
        take(store, reading_of(f"p{n}@example.org", n), letters=[letter], now=NOW + timedelta(hours=n))
    assert store.written_at(["<ack.1@mailbot.example>"]) == NOW + timedelta(hours=1)
    both = ["<ack.2@mailbot.example>", "<ack.1@mailbot.example>", "<other@example.org>"]
    assert store.written_at(both) == NOW + timedelta(hours=2)
    assert store.written_at(["<other@example.org>"]) is None
    assert store.written_at([]) is None


def test_a_mail_for_a_further_call_is_a_row_of_its_own_that_its_source_is_not_told_of(store: SqlStore) -> None:
    mail = take(store)
    for _ in range(2):
        with store.unit() as unit:
            unit.also_for(mail.id, "another-call", NOW)
    (further,) = store.unfinished(mail.key.mailbox)
    assert (further.for_call, further.sha256, further.received_at) == ("another-call", mail.sha256, mail.received_at)
    assert (further.done, further.attempts, further.key.uid) == (True, 1, f"{mail.key.uid} for another-call")
    assert store.unknown(mail.key.mailbox, mail.key.uidvalidity, [mail.key.uid]) == []


def test_all_entries_of_a_call_are_read_in_as_many_statements_as_one(store: SqlStore) -> None:
    statements: list[str] = []

    def read() -> tuple[int, int]:
        statements.clear()
        return len(store.submissions(CALL)), sum(said.startswith("SELECT") for said in statements)

    event.listen(store.engine, "before_cursor_execute", lambda *said: statements.append(said[2]))
    take(store, reading_of("p0@example.org"))
    few = read()
    for n in range(1, 12):
        take(store, reading_of(f"p{n}@example.org", n))
    assert (few, read()) == ((1, 4), (12, 4))
    assert gc.isenabled()
