"""The outbox: letters that are due, claimed, tried and settled. Every change of state names the state before."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Update, bindparam, func, update
from sqlmodel import Session, col, select

from mailbot.core.letter import Letter, LetterKind, LetterState, OutboxRow
from mailbot.errors import StoreError
from mailbot.store import rows
from mailbot.store.choice import LetterHead
from mailbot.store.connection import Part
from mailbot.store.letters import add_letters, decide_letter, heads, no_such_letter, replace_letter, turn_letter
from mailbot.store.statements import core, insert_rows, turn
from mailbot.store.tables import AttemptRow, LetterRow
from mailbot.store.trouble import BUG

_DUE = (LetterState.waiting, LetterState.uncertain)
_BEGUN = (LetterState.sending, LetterState.uncertain)
"""uncertain too: a note that failed on a full disk may be made again after `recover`."""

_LETTER, _ATTEMPT = core(LetterRow), core(AttemptRow)

_OLDEST_DUE = (
    select(LetterRow.id)
    .where(col(LetterRow.state).in_(_DUE), col(LetterRow.due_at) <= bindparam("now"))
    .order_by(col(LetterRow.due_at), col(LetterRow.id))
    .limit(1)
)
_CLAIM = (
    update(_LETTER)
    .where(_LETTER.c.id == _OLDEST_DUE.with_for_update(skip_locked=True).scalar_subquery(), _LETTER.c.state.in_(_DUE))
    .values(state=LetterState.sending, attempts=_LETTER.c.attempts + 1)
    .returning(_LETTER.c.id)
)
"""PostgreSQL skips what another claimer is about to take; SQLite has one writer, and SQLAlchemy leaves FOR UPDATE out."""

_RECOVER = update(_LETTER).where(_LETTER.c.state == LetterState.sending).values(state=LetterState.uncertain)
_NEXT_DUE = select(func.min(LetterRow.due_at)).where(col(LetterRow.state).in_(_DUE))
_BACKLOG = select(func.count(), func.min(LetterRow.due_at)).where(col(LetterRow.state).in_((*_DUE, LetterState.sending)))
_BEGUN_ATTEMPTS = update(_ATTEMPT).where(_ATTEMPT.c.ended_at.is_(None))
_BEGUN_ATTEMPTS_OF_ONE = _BEGUN_ATTEMPTS.where(_ATTEMPT.c.letter_id == bindparam("this"))
_NOT_ENDED = {"ended_at": None, "state": "", "code": None, "text": ""}


class Outbox(Part):
    """The part of the Store that sends; see the Protocol."""

    def claim(self, now: datetime) -> OutboxRow | None:
        with self._database.reading() as session:  # costs no write transaction while nothing is due, which is nearly always
            if session.exec(_OLDEST_DUE, params={"now": now}).first() is None:
                return None
        with self._database.writing() as session:
            letter_id = session.connection().execute(_CLAIM, {"now": now}).scalar_one_or_none()
            if letter_id is None:
                return None  # someone else was quicker
            row = session.get_one(LetterRow, letter_id)
            attempt = {"letter_id": row.id, "number": row.attempts, "began_at": now, **_NOT_ENDED}
            insert_rows(session, AttemptRow, [attempt])
            return rows.outbox_row(row)

    def note_attempt(
        self,
        letter_id: int,
        state: LetterState,
        now: datetime,
        *,
        due_at: datetime | None = None,
        code: int | None = None,
        text: str = "",
        notices: Sequence[Letter] = (),
    ) -> None:
        values: dict[str, object] = {"last_code": code, "last_text": text}
        if due_at is not None:
            values["due_at"] = due_at
        if state is LetterState.sent:
            values["sent_at"] = now
        with self._database.writing() as session:
            if not turn_letter(session, letter_id, _BEGUN, state, **values):
                what = f"database {self._database.where}: letter {letter_id} is not being sent"
                raise StoreError(what, mend=BUG, permanent=True)
            _end_attempts(session, _BEGUN_ATTEMPTS_OF_ONE, state, now, code, text, this=letter_id)
            add_letters(session, notices, LetterState.waiting, now)

    def recover(self, now: datetime) -> int:
        with self._database.writing() as session:
            interrupted = turn(session, _RECOVER, {"due_at": now})
            _end_attempts(session, _BEGUN_ATTEMPTS, LetterState.uncertain, now, text="interrupted")
            return interrupted

    def next_due(self) -> datetime | None:
        with self._database.reading() as session:
            return session.exec(_NEXT_DUE).one()

    def backlog(self) -> tuple[int, datetime | None]:
        with self._database.reading() as session:
            return session.exec(_BACKLOG).one()

    def write(self, letters: Sequence[Letter], now: datetime) -> None:
        with self._database.writing() as session:
            add_letters(session, letters, LetterState.waiting, now)

    def letters(self, states: Sequence[LetterState] = ()) -> list[OutboxRow]:
        some = select(LetterRow).order_by(col(LetterRow.id))
        if states:
            some = some.where(col(LetterRow.state).in_(states))
        with self._database.reading() as session:
            return [rows.outbox_row(row) for row in session.exec(some)]

    def letter(self, letter_id: int) -> OutboxRow:
        with self._database.reading() as session:
            return rows.outbox_row(_get(session, letter_id))

    def change_letter(self, letter_id: int, state: LetterState, now: datetime, who: str, why: str) -> bool:
        with self._database.writing() as session:
            return decide_letter(session, letter_id, _get(session, letter_id).about, state, now, who, why)

    def letters_of(self, call: str, states: Sequence[LetterState], kinds: Sequence[LetterKind] = ()) -> list[LetterHead]:
        with self._database.reading() as session:
            return heads(session, call, states, kinds)

    def replace_letter(self, letter_id: int, raw: bytes, now: datetime, who: str, why: str) -> bool:
        with self._database.writing() as session:
            return replace_letter(session, letter_id, raw, now, who, why, by_person=True)


def _end_attempts(
    session: Session, which: Update, state: LetterState, now: datetime, code: int | None = None, text: str = "", **this: int
) -> None:
    """Close what was begun and not ended."""
    turn(session, which, {"state": state, "ended_at": now, "code": code, "text": text, **this})


def _get(session: Session, letter_id: int) -> LetterRow:
    row = session.get(LetterRow, letter_id)
    if row is None:
        raise no_such_letter(letter_id)
    return row
