"""What a database can do to us, in words a person can act on: SQLAlchemy's and the drivers' errors become StoreErrors."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DataError, DBAPIError, IntegrityError, ProgrammingError, SQLAlchemyError, StatementError

from mailbot.errors import StoreError

BUG = "this is a bug in mailbot, please report it"

_PASSES = (
    # part of the driver's words (SQLite's first, then PostgreSQL's), what happened, mend
    ("is locked", "another program held it locked for too long", "end the program that has it open"),
    ("is full", "no room left to write", "free space on its disk"),
    ("disk i/o error", "its disk cannot be read or written", "look at the disk, its cable, network or quota"),
    ("readonly", "it may not be written", "let the user that runs mailbot write the file and its folder"),
    ("unable to open", "it cannot be opened", "check that its folder exists and may be read and written"),
    ("lock timeout", "another transaction held a lock for too long", "look for a hung mailbot or psql"),
    ("no space left", "no room left to write", "free space on the database server's disk"),
    ("could not extend", "no room left to write", "free space on the database server's disk"),
)
_STAYS = (
    ("malformed", "the file is damaged", "stop mailbot and restore the newest backup"),
    ("not a database", "the file is not an SQLite database", "check the path in the settings, or restore the newest backup"),
    ("authentication failed", "the server refused user or password", "correct the database url in the settings"),
    ("does not exist", "the server has no such database or role", "create it, or correct the database url in the settings"),
)
_OTHERWISE = "check that the database runs and can be reached; the next round tries again"


def of_the_database(error: Exception) -> bool:
    """Whether a transaction failed, and not what was done inside it. Who goes on all the same commits a part."""
    return isinstance(error, SQLAlchemyError | sqlite3.Error | StoreError)


@contextmanager
def plain_errors(where: str) -> Iterator[None]:
    """Turn what the database raises inside into a StoreError; every other exception passes unchanged.

    where: the database as a person knows it. The driver's error is not chained: PostgreSQL's DETAIL line quotes the row,
    and with it addresses and words, which must not reach a log.
    """
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error) as error:
        raise _plain(f"database {where}", error) from None


def _plain(where: str, error: Exception) -> StoreError:
    if isinstance(error, DataError) or (isinstance(error, StatementError) and not isinstance(error, DBAPIError)):
        # Their words quote the value.
        return StoreError(f"{where}: refused a value of the wrong form", mend=BUG, permanent=True)
    said = str(getattr(error, "orig", None) or error).partition("\n")[0][:300]
    if isinstance(error, IntegrityError | ProgrammingError):
        return StoreError(f"{where}: refused a row ({said})", mend=BUG, permanent=True)
    for part, what, mend in _STAYS:
        if part in said.lower():
            return StoreError(f"{where}: {what}", mend=mend, permanent=True)
    for part, what, mend in _PASSES:
        if part in said.lower():
            return StoreError(f"{where}: {what}", mend=f"{mend}; the next round tries again")
    return StoreError(f"{where}: {said}", mend=_OTHERWISE)
