"""The schema's versions: what models and steps agree on, upgrades after a copy, and refusals that touch nothing."""

import shutil
import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text

from mailbot.core.letter import LetterState
from mailbot.core.submission import Became
from mailbot.errors import SchemaTooNew, StoreError
from mailbot.store import migrations, schema
from mailbot.store.connection import Database, build_engine, read_url
from mailbot.store.opening import migrate, open_store, start_over
from mailbot.store.schema import NEWEST, Migrated, Steps
from mailbot.store.sql import SqlStore
from mailbot.store.tables import Table
from tests.store.postgres import Postgres
from tests.store.samples import ANSWERS, CALL, NOW, letter_to, take, the_submission

WRITTEN_AT_0001 = Path(__file__).parent / "written_at_0001.sql"


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def nothing_yet(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The url of a database in which there is nothing yet; a file and its folder are not even there."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/data/mailbot.db"
        return
    postgres: Postgres = request.getfixturevalue("postgres")
    url = postgres.new()
    yield url.render_as_string(hide_password=False)
    postgres.drop(url)


@pytest.fixture
def next_steps(tmp_path: Path) -> Steps:
    """The steps of a later mailbot: one that adds a column, and one that fails after it has added a table."""
    place = tmp_path / "migrations"
    shutil.copytree(Path(migrations.__file__).parent, place, ignore=shutil.ignore_patterns("__pycache__"))
    add = 'op.add_column("mail", sa.Column("colour", sa.Text()))'
    fail = 'op.create_table("half", sa.Column("id", sa.Integer())); op.execute("SELECT * FROM nothing_like_it")'
    for revision, before, body in [("9001", NEWEST, add), ("9002", "9001", fail)]:
        words = f"import sqlalchemy as sa\nfrom alembic import op\nrevision = {revision!r}\ndown_revision = {before!r}\n"
        (place / "versions" / f"{revision}.py").write_text(f"{words}\n\ndef upgrade() -> None:\n    {body}\n")
    return Steps(str(place), "9001")


def database(url: str) -> Database:
    return Database(build_engine(read_url(url), patience=5), patience=5)


def columns(url: str, table: str) -> set[str]:
    with closing(database(url)) as here, here.reading() as session:
        found = inspect(session.connection())
        return {column["name"] for column in found.get_columns(table)} if found.has_table(table) else set()


def set_version(url: str, revision: str) -> None:
    with closing(database(url)) as here, here.writing() as session:
        session.connection().execute(text("UPDATE alembic_version SET version_num = :v"), {"v": revision})


def test_models_and_migrations_agree(nothing_yet: str) -> None:
    open_store(nothing_yet, now=NOW).close()
    with closing(database(nothing_yet)) as here, here.reading() as session:
        context = MigrationContext.configure(session.connection(), opts={"compare_type": True})
        assert compare_metadata(context, Table.metadata) == []


def test_the_newest_revision_is_the_last_step() -> None:
    config = Config()
    config.set_main_option("script_location", Steps().place)
    steps = ScriptDirectory.from_config(config)
    assert steps.get_heads() == [NEWEST]
    assert all(step.revision.isdecimal() for step in steps.walk_revisions())


def test_a_new_database_is_set_up_and_found_ready_the_next_time(nothing_yet: str) -> None:
    assert migrate(nothing_yet, NOW) == Migrated(None, NEWEST)
    assert migrate(nothing_yet, NOW) == Migrated(NEWEST, NEWEST)
    store = open_store(nothing_yet, now=NOW)
    take(store)
    store.close()


def test_a_new_database_opened_by_several_at_once_is_set_up_once(nothing_yet: str) -> None:
    with ThreadPoolExecutor(4) as threads:
        for store in [future.result(60) for future in [threads.submit(open_store, nothing_yet, now=NOW) for _ in range(4)]]:
            store.cursor("calls", 1)
            store.close()


def test_a_new_file_that_another_is_turning_to_wal_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = sqlite3.connect(tmp_path / "mailbot.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    monkeypatch.setattr("mailbot.store.connection.time.sleep", lambda _: other.close())
    open_store(f"sqlite:///{tmp_path}/mailbot.db", now=NOW).close()


def test_a_new_file_that_another_keeps_locked_is_given_up_in_plain_words(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "mailbot.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="locked for too long"):
            open_store(f"sqlite:///{tmp_path}/mailbot.db", now=NOW, patience=0)


def test_the_file_is_for_its_owners_eyes_only(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path}/data/deeper/mailbot.db", now=NOW)
    take(store)
    modes = {path.name: path.stat().st_mode & 0o777 for path in (tmp_path / "data" / "deeper").iterdir()}
    assert set(modes.values()) == {0o600}
    assert {"mailbot.db", "mailbot.db-wal"} <= set(modes)
    assert (tmp_path / "data").stat().st_mode & 0o777 == 0o700
    store.close()


def test_sqlite_is_set_up_so_that_nothing_is_lost(sqlite_store: SqlStore) -> None:
    wanted = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 10_000}
    with sqlite_store.database.reading() as one, sqlite_store.database.reading() as other:
        for session in (one, other):
            assert {name: session.connection().exec_driver_sql(f"PRAGMA {name}").scalar() for name in wanted} == wanted


def test_an_older_sqlite_schema_is_upgraded_after_a_copy(sqlite_url: str, sqlite_file: Path, next_steps: Steps) -> None:
    store = open_store(sqlite_url, now=NOW)
    mail = take(store)  # lies in the WAL still: the copy must have it
    migrated = schema.upgrade(store.database, NOW, next_steps)
    assert (migrated.from_version, migrated.to_version, migrated.changed) == (NEWEST, "9001", True)
    assert "colour" in columns(sqlite_url, "mail")
    assert migrated.backup == sqlite_file.with_name(f"mailbot-schema-{NEWEST}-20230313T120000Z.db")
    assert migrated.backup.stat().st_mode & 0o777 == 0o600
    store.close()
    copy = open_store(f"sqlite:///{migrated.backup}", now=NOW)
    assert copy.mail(mail.id) == mail
    assert "colour" not in columns(f"sqlite:///{migrated.backup}", "mail")
    copy.close()


def test_a_step_that_fails_leaves_the_schema_as_it_was_and_the_copy(
    sqlite_url: str, sqlite_file: Path, next_steps: Steps
) -> None:
    with closing(database(sqlite_url)) as here:
        with pytest.raises(StoreError):
            schema.upgrade(here, NOW, Steps(next_steps.place, "9002"))
        assert schema.version(here) == NEWEST
    assert "colour" not in columns(sqlite_url, "mail")
    assert columns(sqlite_url, "half") == set()
    assert sorted(path.name for path in sqlite_file.parent.glob("mailbot-schema-*")) == [
        f"mailbot-schema-{NEWEST}-20230313T120000Z.db"
    ]


@pytest.mark.postgres
def test_a_step_that_fails_on_postgresql_leaves_the_schema_as_it_was(postgres_url: str, next_steps: Steps) -> None:
    with closing(database(postgres_url)) as here:
        with pytest.raises(StoreError):
            schema.upgrade(here, NOW, Steps(next_steps.place, "9002"))
        assert schema.version(here) == NEWEST
    assert "colour" not in columns(postgres_url, "mail")


@pytest.mark.postgres
def test_an_older_postgresql_schema_is_upgraded_on_demand_only(nothing_yet_on_postgres: str, next_steps: Steps) -> None:
    url = nothing_yet_on_postgres
    migrate(url, NOW)
    with closing(database(url)) as here:
        assert schema.upgrade(here, NOW, next_steps) == Migrated(NEWEST, "9001")
    set_version(url, "0000")
    with pytest.raises(StoreError, match="its schema is 0000") as refused:
        open_store(url, now=NOW)
    assert (refused.value.permanent, "pg_dump" in refused.value.mend) == (True, True)


@pytest.fixture
def nothing_yet_on_postgres(postgres: Postgres) -> Iterator[str]:
    url = postgres.new()
    yield url.render_as_string(hide_password=False)
    postgres.drop(url)


def test_a_newer_schema_is_refused_and_not_touched(nothing_yet: str) -> None:
    migrate(nothing_yet, NOW)
    set_version(nothing_yet, "9999")
    for attempt in (lambda: open_store(nothing_yet, now=NOW), lambda: migrate(nothing_yet, NOW)):
        with pytest.raises(SchemaTooNew, match=f"9999, this mailbot knows up to {NEWEST}") as refused:
            attempt()
        assert "nothing has been touched" in refused.value.mend
    with closing(database(nothing_yet)) as here:
        assert schema.version(here) == "9999"


def test_a_newer_file_is_the_same_afterwards_byte_for_byte(sqlite_url: str, sqlite_file: Path) -> None:
    set_version(sqlite_url, "9999")
    before = sqlite_file.read_bytes()
    with pytest.raises(SchemaTooNew):
        open_store(sqlite_url, now=NOW)
    assert sqlite_file.read_bytes() == before
    assert [path.name for path in sqlite_file.parent.iterdir()] == [sqlite_file.name]


def test_a_revision_no_mailbot_has_is_refused(sqlite_url: str) -> None:
    set_version(sqlite_url, "0000")
    with pytest.raises(StoreError, match="cannot be upgraded"):
        open_store(sqlite_url, now=NOW)


def test_a_file_written_at_revision_0001_opens_and_reads_the_same(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "mailbot.db")) as connection:
        connection.executescript(WRITTEN_AT_0001.read_text("utf-8"))
    store = open_store(f"sqlite:///{tmp_path}/mailbot.db", now=NOW)
    submission = the_submission(store)
    assert submission.reference == "K7MQ-3XRT-9HBW"
    assert [revision.answers for revision in submission.revisions] == [ANSWERS, ANSWERS]
    assert [mail.became for mail in store.mails()] == [None, Became.quarantined, Became.revision, Became.new]
    assert [row.state for row in store.letters()] == [LetterState.sent, LetterState.waiting]
    assert store.letters()[0].letter == letter_to("Jana.Novak@example.org")
    assert [entry.what for entry in store.audit()] == ["new", "revision", "quarantined", "letter-approved"]
    assert (store.cursor("calls", 7), store.first_round("calls", NOW)) == (4, NOW)
    assert store.kept_calls() == {CALL: "title: Rehabilitation\n"}
    assert store.standings() == {}
    assert {mail.for_call for mail in store.mails()} == {None}
    assert store.numbers(CALL) == {"K7MQ-3XRT-9HBW": 1}
    assert (store.offers(CALL), store.decisions(CALL), store.scores(CALL), store.briefings(CALL)) == ([], [], [], [])
    store.close()


BEFORE_CHOOSING = """
INSERT INTO mail (mailbox, uidvalidity, uid, sha256, size, received_at, arrived_at, attempts, became, notes, released, done)
    VALUES ('calls', 7, '1', 'a', 1, '2023-03-13 12:00:00', '2023-03-13 12:00:00', 1, 'new', '[]', false, true);
INSERT INTO submission (reference, call, address, address_key, name, created_at)
    VALUES ('K7MQ-3XRT-9HBW', 'soil', 'P@example.org', 'p@example.org', 'P', '2023-03-13 12:00:00');
INSERT INTO letter (mail_id, kind, recipient, recipient_key, recipient_domain, envelope_sender, message_id, raw, call, language,
    about, state, attempts, created_at, due_at, last_text) VALUES (1, 'acknowledgement', 'p@example.org', 'p@example.org',
    'example.org', '', '<one@x>', '', 'soil', 'en', 'K7MQ-3XRT-9HBW', 'held', 0, '2023-03-13 12:00:00',
    '2023-03-13 12:00:00', '')
"""


def test_what_was_there_before_people_were_chosen_is_there_after_and_takes_part(nothing_yet: str) -> None:
    if nothing_yet.startswith("sqlite"):
        Path(nothing_yet.removeprefix("sqlite:///")).parent.mkdir()
    with closing(database(nothing_yet)) as here:
        schema.upgrade(here, NOW, Steps(newest="0006"))
        with here.writing() as session:
            for statement in BEFORE_CHOOSING.split(";"):
                session.connection().execute(text(statement))
    assert migrate(nothing_yet, NOW).from_version == "0006"
    with closing(open_store(nothing_yet, now=NOW)) as store:
        assert store.numbers("soil") == {"K7MQ-3XRT-9HBW": 1}
        assert [row.letter.recipient for row in store.letters()] == ["p@example.org"]
        assert store.mails()[0].became is Became.new
        with store.choosing("soil") as unit:
            assert unit.is_as_written(1)
            assert unit.offer("K7MQ-3XRT-9HBW", 1, 1, "<i@x>", NOW, NOW) is not None


def test_a_store_in_memory_starts_over(sqlite_store: SqlStore) -> None:
    store = open_store("sqlite://", now=NOW)
    take(store)
    start_over(store)
    assert (store.mails(), store.audit()) == ([], [])
    take(store)
    store.close()
    store.close()
    with pytest.raises(ValueError, match="memory"):
        start_over(sqlite_store)
