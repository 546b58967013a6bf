"""The schema's version: which one a database has, and bringing an older one up, after a copy, all or nothing."""

import sqlite3
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, inspect, text

from mailbot.disk import RealDisk
from mailbot.errors import SchemaTooNew, StoreError
from mailbot.store.connection import Database
from mailbot.store.trouble import plain_errors

NEWEST = "0007"
"""The revision this mailbot reads and writes; the last file of migrations/versions (a test compares). Known without loading
Alembic, which takes a second and a half that the start of an up-to-date service can do without."""


@dataclass(frozen=True, slots=True)
class Steps:
    """Where the migration steps are (as Alembic names a place) and where they lead."""

    place: str = "mailbot.store:migrations"
    newest: str = NEWEST


@dataclass(frozen=True, slots=True)
class Migrated:
    """from_version: None for a new database. backup: the copy made before, or None when nothing was changed or the server is
    PostgreSQL, where pg_dump makes it."""

    from_version: str | None
    to_version: str
    backup: Path | None = None

    @property
    def changed(self) -> bool:
        return self.from_version != self.to_version


def version(database: Database) -> str | None:
    """The revision a database has; None for one that was never set up."""
    with database.reading() as session:
        return _version(session.connection())


def upgrade(database: Database, now: datetime, steps: Steps = Steps()) -> Migrated:
    """Bring a database to the newest revision. Repeatable; two that start at once do it once.

    Raises SchemaTooNew, and touches nothing, when a newer mailbot wrote it; StoreError when a step fails: the schema is then
    what it was before, and the copy stays.
    """
    found = version(database)
    refuse_newer(database, found, steps)
    if found == steps.newest:
        return Migrated(found, found)
    with database.writing(lock="schema") as session:
        connection = session.connection()
        found = _version(connection)
        if found == steps.newest:
            return Migrated(found, found)
        backup = _copy(database, found, now) if found is not None and database.sqlite and not database.in_memory else None
        _run(connection, steps)
        return Migrated(found, steps.newest, backup)


def refuse_newer(database: Database, found: str | None, steps: Steps = Steps()) -> None:
    """Revisions are numbers, so that a later one is recognised by a mailbot that does not have its file."""
    if found is None or (found.isdecimal() and int(found) <= int(steps.newest)):
        return
    raise SchemaTooNew(
        f"database {database.where}: its schema is {found}, this mailbot knows up to {steps.newest}",
        mend="install the newer mailbot again, or restore the copy made before its upgrade; nothing has been touched",
    )


def _version(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()
    return found


def _run(connection: Connection, steps: Steps) -> None:
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", steps.place)
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, steps.newest)
    except CommandError as error:
        raise StoreError(f"the schema cannot be upgraded: {error}", mend="reinstall mailbot", permanent=True) from error


def _copy(database: Database, found: str, now: datetime) -> Path:
    """By SQLite's online backup while the write lock is held: whole, with what lies in the WAL; durable when it returns."""
    source = Path(database.where)
    target = source.with_name(f"{source.stem}-schema-{found}-{now:%Y%m%dT%H%M%SZ}{source.suffix}")
    unfinished = target.with_name(target.name + ".part")
    disk = RealDisk()
    disk.write(unfinished, [])
    with plain_errors(f"copy {unfinished}"):
        here, there = sqlite3.connect(source), sqlite3.connect(unfinished)
        try:
            here.backup(there)
            there.execute("PRAGMA journal_mode = DELETE")
        finally:
            here.close()
            there.close()
    disk.rename(unfinished, target)
    disk.flush_folder(target.parent)
    return target
