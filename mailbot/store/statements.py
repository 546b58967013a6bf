"""Statements that are built once and run often: SQLAlchemy takes five times longer to build and flush one than to run it."""

from collections.abc import Iterable, Mapping
from functools import cache

from sqlalchemy import Insert, Update, case, func, insert
from sqlalchemy import Table as CoreTable
from sqlalchemy.sql.elements import ColumnElement
from sqlmodel import Session

from mailbot.store.tables import Table


def core(table: type[Table]) -> CoreTable:
    """The table under a model, for statements that go past the unit of work."""
    return table.metadata.tables[str(table.__tablename__)]


def insert_row(session: Session, table: type[Table], values: Mapping[str, object]) -> int:
    """Add one row with all its values (the defaults of the models do not apply here); its id."""
    key = session.connection().execute(_insert(table), values).inserted_primary_key
    return int(key[0]) if key is not None else 0


def insert_rows(session: Session, table: type[Table], many: Iterable[Mapping[str, object]]) -> None:
    """Add rows in this order."""
    values = list(many)
    if values:
        session.connection().execute(_insert(table), values)


def turn(session: Session, statement: Update, values: Mapping[str, object]) -> int:
    """Run an UPDATE that names the old state; how many rows were in it. 0: someone else was first, or there is none."""
    return session.connection().execute(statement, values).rowcount


def how_many(condition: ColumnElement[bool]) -> ColumnElement[int]:
    """Of the rows of a query, those that are so; 0 for none."""
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)


@cache
def _insert(table: type[Table]) -> Insert:
    return insert(core(table))
