"""A broken world: full disk, foreign locks, damage, a lost server. A StoreError with a mend each, and nothing half done."""

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import event, text

from mailbot.core.letter import LetterState
from mailbot.core.submission import Became, Change
from mailbot.errors import StoreError
from mailbot.store import AuditEntry, Mail
from mailbot.store.opening import migrate, open_store
from mailbot.store.sql import SqlStore
from tests.store.samples import CALL, NOW, READING, arrive, letter_to, reading_of, take


class PowerCutError(BaseException):
    pass


@contextmanager
def failing(store: SqlStore, at: int, error: BaseException) -> Iterator[list[str]]:
    """The `at`th statement or commit from now on meets `error`; the list tells what was done."""
    done: list[str] = []

    def count(what: str) -> None:
        done.append(what)
        if len(done) == at:
            raise error

    def statement(_connection: object, _cursor: object, words: str, *_: object) -> None:
        count(words)

    def commit(_connection: object) -> None:
        count("COMMIT")

    event.listen(store.engine, "before_cursor_execute", statement)
    event.listen(store.engine, "commit", commit)
    try:
        yield done
    finally:
        event.remove(store.engine, "before_cursor_execute", statement)
        event.remove(store.engine, "commit", commit)


def record(store: SqlStore, mail: Mail, n: int) -> None:
    address = f"p{n}@example.org"
    reading = replace(reading_of(address, n), sha256=mail.sha256)
    with store.unit(lock=address) as unit:
        unit.history(CALL, reading)
        unit.sent(CALL, reading.sender, NOW)
        change, reference = Change(Became.new, "", counts=True), unit.new_reference()
        entry = AuditEntry(NOW, "mailbot", "new", reference, "")
        unit.record(mail.id, reading, change, reference, [letter_to(address, f"<ack.{n}@mailbot.example>")], [entry], NOW)


@pytest.mark.parametrize("error", [sqlite3.OperationalError("disk I/O error"), PowerCutError()], ids=["error", "power cut"])
def test_a_mail_is_recorded_whole_or_not_at_all_wherever_the_database_fails(store: SqlStore, error: BaseException) -> None:
    first = arrive(store)
    with failing(store, 0, error) as done:
        record(store, first, 0)
    assert len(done) > 10
    for at in range(1, len(done) + 1):
        mail = arrive(store, sha256=f"{at:064}")
        before = (store.submissions(CALL), store.letters(), store.audit())
        with pytest.raises((StoreError, PowerCutError)) as raised, failing(store, at, error):
            record(store, mail, at)
        assert isinstance(raised.value, StoreError) or raised.value is error
        assert store.mail(mail.id).became is None
        assert (store.submissions(CALL), store.letters(), store.audit()) == before
        record(store, mail, at)
        assert len(store.letters()) == len(before[1]) + 1


def test_a_claim_that_fails_leaves_the_letter_to_the_next(store: SqlStore) -> None:
    take(store, letters=[letter_to("jana.novak@example.org")])
    (before,) = store.letters()
    for at in range(2, 6):
        with failing(store, at, sqlite3.OperationalError("database is locked")) as done, pytest.raises(StoreError):
            store.claim(NOW)
        assert len(done) == at
        assert store.letters() == [before]
    row = store.claim(NOW)
    assert row is not None
    assert row.attempts == 1


def test_an_attempt_whose_note_fails_is_found_by_recovery(store: SqlStore) -> None:
    take(store, letters=[letter_to("jana.novak@example.org")])
    row = store.claim(NOW)
    assert row is not None
    with failing(store, 2, sqlite3.OperationalError("database or disk is full")), pytest.raises(StoreError, match="no room"):
        store.note_attempt(row.id, LetterState.sent, NOW, code=250)
    assert store.letter(row.id).state is LetterState.sending
    assert store.recover(NOW) == 1


def test_a_full_disk_is_told_and_the_next_write_goes_through_once_there_is_room(sqlite_store: SqlStore) -> None:
    mail = arrive(sqlite_store)
    huge = replace(READING, unplaced="x" * 1_000_000)
    limit = "PRAGMA max_page_count"
    with sqlite_store.database.reading() as session:
        session.connection().execute(text(f"{limit} = 40"))
    with pytest.raises(StoreError) as full, sqlite_store.unit() as unit:
        unit.record(mail.id, huge, Change(Became.new, "", counts=True), "R", [], [], NOW)
    assert (full.value.permanent, "no room left" in full.value.what, "free space" in full.value.mend) == (False, True, True)
    assert sqlite_store.unfinished() == [mail]
    with sqlite_store.database.reading() as session:
        session.connection().execute(text(f"{limit} = 1000000"))
    with sqlite_store.unit() as unit:
        assert unit.record(mail.id, huge, Change(Became.new, "", counts=True), "R", [], [], NOW)
    assert sqlite_store.submissions(CALL)[0].revisions[0].unplaced == huge.unplaced


def test_a_database_another_program_has_locked_is_told_after_the_wait(sqlite_file: Path) -> None:
    store = open_store(f"sqlite:///{sqlite_file}", now=NOW, patience=0.2)
    hold = "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute('BEGIN EXCLUSIVE'); print(flush=True); input()"
    other = subprocess.Popen(
        [sys.executable, "-c", hold, sqlite_file], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert other.stdout is not None
    other.stdout.readline()
    with pytest.raises(StoreError, match="another program held it locked"):
        arrive(store)
    assert store.unfinished() == []
    other.communicate("\n", timeout=30)
    arrive(store)
    store.close()


@pytest.mark.postgres
def test_a_lock_another_connection_holds_on_the_server_is_told_after_the_wait(postgres_url: str) -> None:
    holder, waiter = open_store(postgres_url, now=NOW), open_store(postgres_url, now=NOW, patience=0.2)
    with holder.unit(lock="one"):
        with pytest.raises(StoreError, match="held a lock for too long") as refused, waiter.unit(lock="one"):
            pass
        with waiter.unit(lock="another"):
            pass
    assert not refused.value.permanent
    holder.close()
    waiter.close()


@pytest.mark.postgres
def test_a_server_that_cuts_the_connection_is_told_and_the_next_write_goes_through(postgres_url: str) -> None:
    store, other = open_store(postgres_url, now=NOW), open_store(postgres_url, now=NOW)
    mail = arrive(store)
    others = "pid <> pg_backend_pid() AND datname = current_database()"

    def record_on_a_cut_connection() -> None:
        with store.unit() as unit:
            with other.database.reading() as session:
                session.connection().execute(text(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE {others}"))
            unit.record(mail.id, READING, Change(Became.new, "", counts=True), "R", [], [], NOW)

    with pytest.raises(StoreError) as lost:
        record_on_a_cut_connection()
    assert not lost.value.permanent
    assert store.unfinished() == [mail]
    record(store, mail, 1)
    store.close()
    other.close()


@pytest.mark.postgres
def test_a_server_that_is_not_there_is_told_without_the_password() -> None:
    with pytest.raises(StoreError) as refused:
        open_store("postgresql://jana:hush@127.0.0.1:1/calls", now=NOW)
    assert refused.value.what.startswith("database 127.0.0.1:1/calls: ")
    assert "hush" not in refused.value.line()
    assert "jana" not in refused.value.line()
    assert not refused.value.permanent


def test_a_file_that_is_no_database_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "mailbot.db"
    path.write_bytes(b"These are notes, not a database.\n" * 200)
    before = path.read_bytes()
    with pytest.raises(StoreError, match="not an SQLite database") as refused:
        open_store(f"sqlite:///{path}", now=NOW)
    assert (refused.value.permanent, path.read_bytes()) == (True, before)


def test_a_damaged_file_is_told(sqlite_file: Path) -> None:
    with sqlite_file.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * 40_960)
    with pytest.raises(StoreError, match="damaged") as refused:
        migrate(f"sqlite:///{sqlite_file}", NOW)
    assert "backup" in refused.value.mend


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match=r"file/mailbot\.db") as refused:
        open_store(f"sqlite:///{tmp_path}/file/mailbot.db", now=NOW)
    assert "folder" in refused.value.mend


@pytest.mark.parametrize(
    ("url", "word"), [("mysql://host/name", "mysql"), ("notes.db", "understood"), ("oracle://x", "oracle")]
)
def test_a_url_that_is_not_ours_is_refused(url: str, word: str) -> None:
    with pytest.raises(StoreError, match=word) as refused:
        open_store(url, now=NOW)
    assert refused.value.permanent
    assert "sqlite:///" in refused.value.mend


def test_postgresql_without_its_package_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(StoreError, match="psycopg") as refused:
        open_store("postgresql://localhost/calls", now=NOW)
    assert "mailbot[postgres]" in refused.value.mend
