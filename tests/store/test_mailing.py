"""What the store knows of an entry and the letters about it, and one transaction for each letter that nobody wrote in for."""

from dataclasses import replace
from datetime import timedelta

from mailbot.core.letter import Letter, LetterKind, LetterState
from mailbot.core.reading import Kind
from mailbot.core.submission import Became, Change
from mailbot.core.unasked import Exchange, Written
from mailbot.store import AuditEntry, Store
from mailbot.store.sql import SqlStore
from tests.store.samples import CALL, NOW, READING, arrive, letter_to, reading_of, take, the_submission

ADDRESS = "Jana.Novak@example.org"
LATER = NOW + timedelta(hours=1)


def about_it(store: Store, message_id: str, kind: LetterKind = LetterKind.acknowledgement, to: str = ADDRESS) -> Letter:
    return replace(letter_to(to, message_id, kind), about=the_submission(store).reference)


def record(store: Store, **fields: object) -> None:
    """A mail that is part of no entry."""
    reading = replace(READING, **fields)  # type: ignore[arg-type]
    mail = arrive(store, sha256=reading.sha256)
    with store.unit(lock="one") as unit:
        unit.record(mail.id, reading, Change(Became.request, reading.reason), None, [], [], NOW)


def the_exchange(store: SqlStore) -> Exchange:
    (exchange,) = store.exchanges(CALL, LATER)
    return exchange


def test_an_entry_comes_with_the_letters_about_it_and_with_what_its_address_wrote(store: SqlStore) -> None:
    take(store, replace(READING, sha256="1" * 64))
    store.write([about_it(store, "<sent@x>"), about_it(store, "<returned@x>"), about_it(store, "<delayed@x>")], NOW)
    store.write([about_it(store, "<contact@x>", LetterKind.question, "ann@example.org"), letter_to(ADDRESS, "<other@x>")], NOW)
    for _ in range(2):
        row = store.claim(NOW)
        assert row is not None
        store.note_attempt(row.id, LetterState.sent, NOW)
    bounce = {"kind": Kind.bounce, "message_id": None}
    record(store, sha256="2" * 64, returned="<returned@x>", reason="letter-failed-5.1.1", **bounce)
    record(store, sha256="3" * 64, returned="<delayed@x>", reason="letter-delayed-4.4.1", **bounce)
    record(store, sha256="9" * 64, returned="<sent@x>", reason="auto-submitted", kind=Kind.auto_reply, message_id=None)
    known = the_exchange(store)
    assert [(letter.message_id, letter.sent, letter.returned) for letter in known.letters] == [
        ("<sent@x>", True, False),
        ("<returned@x>", True, True),
        ("<delayed@x>", False, False),
    ]
    assert known.letters[0] == Written("acknowledgement", NOW, "en", "<sent@x>")
    assert (known.wrote_at, known.left_at, known.stayed_at, known.unread) == (NOW, None, None, False)
    record(store, sha256="4" * 64, message_id="<four>", reason="declined", received_at=NOW + timedelta(minutes=1))
    mail = arrive(store, sha256="5" * 64)
    note = AuditEntry(NOW, "mailbot", "note", the_submission(store).reference, "attachment-photo")
    with store.unit(lock="one") as unit:
        unit.record(mail.id, reading_of("other@example.org", 5), Change(Became.quarantined, "odd"), None, [], [note], NOW)
    known = the_exchange(store)
    assert known.unread
    assert known.left_at is not None
    assert [one.left_at for one in store.exchanges(CALL, NOW + timedelta(days=30))] == [known.left_at]
    assert store.exchanges("another-call", NOW) == []


def test_a_letter_is_written_once_with_its_audit_entry_and_taken_back_while_it_waits(store: SqlStore) -> None:
    take(store)
    known = the_exchange(store)
    letter, told = about_it(store, "<reminder@x>", LetterKind.reminder), AuditEntry(NOW, "mailbot", "reminder", "R", "why")
    for fresh in (True, False):
        now_known = the_exchange(store)
        with store.mailing(known) as unit:
            assert unit.exchange() == now_known
            assert unit.write(letter, told, NOW, NOW) is fresh
    (row,) = store.unasked_waiting()
    with store.mailing(known) as unit:
        assert unit.postpone(row.id, LATER)
    (row,) = store.unasked_waiting()
    assert (row.letter, row.due_at, store.audit("R")) == (letter, LATER, [told])
    taken = AuditEntry(NOW, "mailbot", "reminder-cancelled", "R", "missed")
    for fresh in (True, False):
        with store.mailing(known) as unit:
            assert unit.cancel(row.id, taken) is fresh
    assert store.unasked_waiting() == []
    assert the_exchange(store).letters == ()
    assert store.audit("R") == [told, taken]


def test_what_is_being_sent_is_not_taken_back(store: SqlStore) -> None:
    take(store)
    known = the_exchange(store)
    letter = about_it(store, "<reminder@x>", LetterKind.reminder)
    with store.mailing(known) as unit:
        unit.write(letter, AuditEntry(NOW, "a", "b", "R", "c"), NOW, NOW)
    row = store.claim(NOW)
    assert row is not None
    with store.mailing(known) as unit:
        assert not unit.cancel(row.id, AuditEntry(NOW, "a", "b", "R", "c"))
        assert not unit.postpone(row.id, LATER)


def test_a_mail_that_came_after_the_look_is_noticed_also_one_that_was_not_recorded_then(store: SqlStore) -> None:
    take(store)
    waiting = arrive(store, sha256="7" * 64)
    known = the_exchange(store)
    with store.unit(lock="one") as unit:
        unit.record(waiting.id, replace(READING, sha256="7" * 64), Change(Became.request, "passed-on"), None, [], [], NOW)
    with store.mailing(known) as unit:
        assert unit.exchange() is None
    known = the_exchange(store)
    with store.mailing(known) as unit:
        assert unit.exchange() == known
