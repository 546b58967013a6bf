"""Entries by the names that people use: small numbers, given once, and references."""

from collections.abc import Collection, Mapping

from sqlalchemy import BindParameter, bindparam, func, insert, select
from sqlmodel import Session

from mailbot.errors import NotFound
from mailbot.store.choice_tables import EntryNumberRow
from mailbot.store.statements import core
from mailbot.store.tables import SubmissionRow

_AT_ONCE = 500
"""Values in one IN (...): well below what either database allows."""

_ENTRY, _NUMBER = core(SubmissionRow), core(EntryNumberRow)
_call: BindParameter[str] = bindparam("call")
_ALL = (
    select(_ENTRY.c.reference, _NUMBER.c.number)
    .outerjoin(_NUMBER, _NUMBER.c.submission_id == _ENTRY.c.id)
    .where(_ENTRY.c.call == _call)
    .order_by(_NUMBER.c.number)
)
_last = select(func.coalesce(func.max(_NUMBER.c.number), 0)).where(_NUMBER.c.call == _call).scalar_subquery()
_WITHOUT = (
    select(_ENTRY.c.id, _ENTRY.c.call, _last + func.row_number().over(order_by=_ENTRY.c.id))
    .outerjoin(_NUMBER, _NUMBER.c.submission_id == _ENTRY.c.id)
    .where(_ENTRY.c.call == _call, _NUMBER.c.submission_id.is_(None))
)
_GIVE = insert(_NUMBER).from_select(["submission_id", "call", "number"], _WITHOUT)
_references: BindParameter[str] = bindparam("references", expanding=True)
_IDS = select(_ENTRY.c.reference, _ENTRY.c.id, _ENTRY.c.call).where(_ENTRY.c.reference.in_(_references))


def known_numbers(session: Session, call: str) -> dict[str, int] | None:
    """Reference to number, by number; None where an entry has none yet."""
    rows = session.connection().execute(_ALL, {"call": call}).all()
    # NULL comes first on SQLite, last on PostgreSQL.
    return None if rows and (rows[0].number is None or rows[-1].number is None) else {row[0]: row[1] for row in rows}


def give_numbers(session: Session, call: str) -> dict[str, int]:
    """See `Choices.numbers`; in a transaction in which nobody else gives any of this call."""
    found = known_numbers(session, call)
    if found is None:
        session.connection().execute(_GIVE, {"call": call})
        found = known_numbers(session, call)
    return found or {}


def entries(session: Session, references: Collection[str]) -> Mapping[str, tuple[int, str]]:
    """Reference to row id and call. NotFound when one of them is not there."""
    every = list(dict.fromkeys(references))
    found: dict[str, tuple[int, str]] = {}
    for n in range(0, len(every), _AT_ONCE):
        rows = session.connection().execute(_IDS, {"references": every[n : n + _AT_ONCE]})
        found.update({reference: (row_id, call) for reference, row_id, call in rows})
    for reference in every:
        if reference not in found:
            raise _no_such_entry(reference)
    return found


def entries_of(session: Session, call: str, references: Collection[str]) -> dict[str, int]:
    """Reference to row id. NotFound when one of them is no entry of this call."""
    found = entries(session, references)
    for reference, (_, its) in found.items():
        if its != call:
            raise _no_such_entry(reference)
    return {reference: row_id for reference, (row_id, _) in found.items()}


def _no_such_entry(reference: str) -> NotFound:
    return NotFound(f"there is no entry {reference[:40]!r}", mend="`mailbot list` shows the references")
