"""Letters that nobody wrote in for: all that was written to and by whom they may go, and one transaction for each."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, func, update
from sqlalchemy import select as columns
from sqlmodel import Session, col, select

from mailbot.core.letter import Letter, LetterKind, LetterState, OutboxRow
from mailbot.core.manners import counted_as
from mailbot.core.reading import Kind
from mailbot.core.unasked import LEFT, STAYED, WROTE_LATELY, Exchange, Written
from mailbot.store import AuditEntry, rows
from mailbot.store.connection import Part
from mailbot.store.letters import add_letters
from mailbot.store.statements import core, insert_rows, turn
from mailbot.store.tables import AuditRow, LetterRow, MailRow, SubmissionRow

UNASKED = (LetterKind.reminder.value, LetterKind.extended.value)
_WAITS = (LetterState.waiting, LetterState.uncertain)
_UNREAD = "attachment-"  # so begin the notes of `documents.unread`
NO_FAILURE = ("letter-delayed", "letter-delivered")
"""What reports of servers are recorded as that is no failure; see `core.arrival`."""

_LETTER = core(LetterRow)
_COLUMNS = ("about", "recipient", "kind", "created_at", "language", "message_id", "state", "sent_at")
_OF_LETTERS = columns(*(_LETTER.c[name] for name in _COLUMNS)).order_by(_LETTER.c.id)  # without their bytes


@dataclass(frozen=True, slots=True)
class _Mails:
    """Of one address: when a person wrote from it lately, wanted to leave, to stay."""

    wrote_at: datetime | None = None
    left_at: datetime | None = None
    stayed_at: datetime | None = None


class SqlMailingUnit:
    """See the Protocol `MailingUnit` of mailbot.mailing. Used inside `SqlStore.mailing()` only."""

    def __init__(self, session: Session, before: Exchange) -> None:
        self._session, self._before = session, before

    def exchange(self) -> Exchange | None:
        before, entry = self._before, self._before.submission
        newer = select(MailRow.sender).where(MailRow.id > before.seen, MailRow.call == entry.call)
        if any(_key(sender) == _key(entry.address) for sender in self._session.exec(newer)):
            return None
        its = col(SubmissionRow.reference) == entry.reference
        to_them = col(LetterRow.recipient_key) == counted_as(entry.address)
        returned = {letter.message_id for letter in before.letters if letter.returned}
        (again,) = _exchanges(self._session, its, to_them, {}, returned, before.seen)
        return replace(again, wrote_at=before.wrote_at, left_at=before.left_at, stayed_at=before.stayed_at)

    def write(self, letter: Letter, audit: AuditEntry, now: datetime, due_at: datetime) -> bool:
        same = select(LetterRow.id).where(LetterRow.message_id == letter.message_id)
        if self._session.exec(same).first() is not None:
            return False
        add_letters(self._session, [letter], LetterState.waiting, now, due_at=due_at)
        insert_rows(self._session, AuditRow, [rows.audit_values(audit)])
        return True

    def cancel(self, letter_id: int, audit: AuditEntry) -> bool:
        waiting = update(_LETTER).where(_LETTER.c.id == letter_id, _LETTER.c.state.in_(_WAITS))
        if turn(self._session, waiting, {"state": LetterState.cancelled}) != 1:
            return False
        insert_rows(self._session, AuditRow, [rows.audit_values(audit)])
        return True

    def postpone(self, letter_id: int, due_at: datetime) -> bool:
        waiting = update(_LETTER).where(_LETTER.c.id == letter_id, _LETTER.c.state.in_(_WAITS))
        return turn(self._session, waiting, {"due_at": due_at}) == 1


class Mailing(Part):
    """The part of the store for letters that nobody wrote in for; see the Protocol `Exchanges` of mailbot.mailing."""

    def exchanges(self, call: str, now: datetime) -> list[Exchange]:
        with self._database.reading() as session:
            seen, mails, returned = _recorded_up_to(session), _mails(session, call, now), _returned(session, call)
            entries, letters = col(SubmissionRow.call) == call, col(LetterRow.call) == call
            return _exchanges(session, entries, letters, mails, returned, seen)

    def unasked_waiting(self) -> list[OutboxRow]:
        some = select(LetterRow).where(col(LetterRow.state).in_(_WAITS), col(LetterRow.kind).in_(UNASKED))
        with self._database.reading() as session:
            return [rows.outbox_row(row) for row in session.exec(some.order_by(col(LetterRow.id)))]

    @contextmanager
    def mailing(self, known: Exchange) -> Iterator[SqlMailingUnit]:
        entry = known.submission
        with self._database.writing(f"{entry.call}/{entry.address.casefold()}") as session:  # intake's lock on this entry
            yield SqlMailingUnit(session, known)


def _recorded_up_to(session: Session) -> int:
    """The last mail before the first that is not recorded yet: what any later one says may not be known."""
    some = select(func.coalesce(func.min(MailRow.id), 0)).where(col(MailRow.became).is_(None))
    unrecorded = session.exec(some).one()
    return unrecorded - 1 if unrecorded else session.exec(select(func.coalesce(func.max(MailRow.id), 0))).one()


def _exchanges(
    session: Session,
    entries: ColumnElement[bool],
    letters: ColumnElement[bool],
    mails: Mapping[str, _Mails],
    returned: Collection[str],
    seen: int,
) -> list[Exchange]:
    """entries, letters: which rows of the two tables. mails: by address. returned: Message-IDs of letters that came back."""
    found = session.exec(select(SubmissionRow).where(entries).order_by(col(SubmissionRow.id))).all()
    by_entry: dict[tuple[str, str], list[Written]] = defaultdict(list)
    for row in session.execute(_OF_LETTERS.where(letters, _LETTER.c.state != LetterState.cancelled)):
        by_entry[row.about, _key(row.recipient)].append(_written(row, returned))
    noted = select(AuditRow.about).join(SubmissionRow, col(SubmissionRow.reference) == col(AuditRow.about))
    unread = set(session.exec(noted.where(entries, AuditRow.what == "note", col(AuditRow.why).startswith(_UNREAD))))
    known: list[Exchange] = []
    for entry in rows.submissions(session, found):
        key = _key(entry.address)
        its, said = tuple(by_entry[entry.reference, key]), mails.get(key, _Mails())
        known.append(Exchange(entry, its, said.wrote_at, said.left_at, said.stayed_at, entry.reference in unread, seen))
    return known


def _written(row: Row[Any], returned: Collection[str]) -> Written:
    failed = row.state == LetterState.failed or row.message_id in returned
    return Written(row.kind, row.created_at, row.language, row.message_id, sent=row.sent_at is not None, returned=failed)


def _returned(session: Session, call: str) -> set[str]:
    """Message-IDs of the call's letters that came back; one that an automatic reply answers did arrive."""
    told = select(MailRow.returned, MailRow.reason).join(LetterRow, col(LetterRow.message_id) == col(MailRow.returned))
    found = session.exec(told.where(LetterRow.call == call, MailRow.kind == Kind.bounce))
    return {str(letter) for letter, reason in found if not str(reason).startswith(NO_FAILURE)}


def _mails(session: Session, call: str, now: datetime) -> dict[str, _Mails]:
    """By address, of those who wrote lately or want to leave or to stay."""
    telling = (col(MailRow.received_at) > now - WROTE_LATELY) | col(MailRow.reason).in_(LEFT | STAYED)
    some = select(MailRow.sender, MailRow.received_at, MailRow.reason)
    said: dict[str, _Mails] = {}
    for sender, at, reason in session.exec(some.where(MailRow.call == call, MailRow.kind == Kind.human, telling)):
        last = said.get(key := _key(sender), _Mails())
        said[key] = _Mails(
            _later(last.wrote_at, at),
            _later(last.left_at, at) if reason in LEFT else last.left_at,
            _later(last.stayed_at, at) if reason in STAYED else last.stayed_at,
        )
    return said


def _later(one: datetime | None, other: datetime) -> datetime:
    return other if one is None else max(one, other)


def _key(address: str | None) -> str:
    return rows.address_key(address or "")
