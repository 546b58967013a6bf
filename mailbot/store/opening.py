"""From a database url to a Store that is ready: folder and file, settings, schema."""

import secrets
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import cast

from sqlalchemy.engine import URL

from mailbot.disk import RealDisk
from mailbot.errors import StoreError
from mailbot.store import schema
from mailbot.store.connection import Database, build_engine, read_url
from mailbot.store.reference import Choose
from mailbot.store.schema import Migrated
from mailbot.store.sql import SqlStore

PATIENCE = 30.0
"""Seconds to wait for a lock that another program or thread holds."""


def open_store(url: str, *, now: datetime, patience: float = PATIENCE, choose: Choose = secrets.choice) -> SqlStore:
    """The store at `url`: sqlite:///path, postgresql://…, or sqlite:// for one that lives in memory as long as it is open.

    A new database is set up. An older SQLite schema is upgraded after a copy of the file beside it; an older PostgreSQL schema
    is not touched: StoreError asks for a pg_dump and `mailbot migrate`. A newer schema is refused with SchemaTooNew.
    """
    database = _connect(url, patience)
    try:
        if database.in_memory:
            _fill(database)
        else:
            _bring_up(database, now)
    except BaseException:
        database.close()
        raise
    return SqlStore(database, choose)


def start_over(store: SqlStore) -> None:
    """Empty a store that lives in memory, as if it were new, for the next of many runs: a millisecond, where a new store would
    compile all its statements again. ValueError for any other store."""
    if not store.database.in_memory:
        raise ValueError("only a store in memory can start over")
    _fill(store.database)


def migrate(url: str, now: datetime) -> Migrated:
    """Bring the database at `url` to this mailbot's schema, or find it there: `mailbot migrate`. Errors as in open_store."""
    database = _connect(url, PATIENCE)
    try:
        return schema.upgrade(database, now)
    finally:
        database.close()


def _connect(text: str, patience: float) -> Database:
    url = read_url(text)
    if url.get_backend_name() == "sqlite" and url.database not in {None, "", ":memory:"}:
        _make_file(url)
    return Database(build_engine(url, patience=patience), patience=patience)


def _make_file(url: URL) -> None:
    """For the owner's eyes only, from the first instant: SQLite would create it by the umask. WAL files take its mode."""
    path = Path(str(url.database))
    try:
        RealDisk().make_folder(path.parent)
        path.touch(mode=0o600)
        RealDisk().flush_folder(path.parent)
    except OSError as error:
        what = f"database {path}: {error.strerror or type(error).__name__}"
        raise StoreError(what, mend="check that its folder may be written, or correct the path in the settings") from error


def _bring_up(database: Database, now: datetime) -> None:
    found = schema.version(database)
    if found is not None and found != schema.NEWEST and not database.sqlite:
        schema.refuse_newer(database, found)
        what = f"database {database.where}: its schema is {found}, this mailbot needs {schema.NEWEST}"
        raise StoreError(what, mend="take a pg_dump, then run `mailbot migrate`", permanent=True)
    if found != schema.NEWEST:
        schema.upgrade(database, now)


def _fill(database: Database) -> None:
    """The steps take a tenth of a second, a copy of what they made a millisecond; a simulation opens thousands."""
    with closing(_empty().engine.raw_connection()) as made, closing(database.engine.raw_connection()) as wanted:
        cast(sqlite3.Connection, made.driver_connection).backup(cast(sqlite3.Connection, wanted.driver_connection))


@cache
def _empty() -> Database:
    database = Database(build_engine(read_url("sqlite://"), patience=PATIENCE), patience=PATIENCE)
    schema.upgrade(database, datetime.min.replace(tzinfo=UTC))
    return database
