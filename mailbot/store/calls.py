"""Calls as the store keeps them: the good versions of their files, the states they have had, and what was done to them."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import func
from sqlmodel import Session, col, select

from mailbot.core.life import Standing, State
from mailbot.store import AuditEntry, KeptCall, rows
from mailbot.store.connection import Part
from mailbot.store.statements import insert_rows
from mailbot.store.tables import AuditRow, CallStateRow, CallVersionRow


class Calls(Part):
    """The part of the Store that knows of calls; see the Protocol."""

    def keep_call(self, slug: str, text: str, now: datetime, told: Sequence[AuditEntry] = ()) -> bool:
        newest = select(CallVersionRow).where(CallVersionRow.slug == slug).order_by(col(CallVersionRow.version).desc()).limit(1)
        with self._database.writing(lock=f"call file {slug}") as session:
            last = session.exec(newest).first()
            if last is not None and last.text == text:
                return False
            version = last.version + 1 if last is not None else 1
            session.add(CallVersionRow(slug=slug, version=version, text=text, kept_at=now))
            _write(session, told)
            return True

    def kept_calls(self) -> dict[str, str]:
        newest = select(func.max(CallVersionRow.id)).group_by(col(CallVersionRow.slug))
        with self._database.reading() as session:
            found = session.exec(select(CallVersionRow).where(col(CallVersionRow.id).in_(newest)))
            return {row.slug: row.text for row in found}

    def call_versions(self, slug: str) -> list[KeptCall]:
        some = select(CallVersionRow).where(CallVersionRow.slug == slug).order_by(col(CallVersionRow.version))
        with self._database.reading() as session:
            return [KeptCall(row.version, row.text, row.kept_at) for row in session.exec(some)]

    def standings(self) -> dict[str, Standing]:
        newest = select(func.max(CallStateRow.id)).group_by(col(CallStateRow.slug))
        with self._database.reading() as session:
            found = session.exec(select(CallStateRow).where(col(CallStateRow.id).in_(newest)))
            return {row.slug: _standing(row) for row in found}

    def change_state(self, slug: str, before: State | None, state: State, now: datetime, who: str, why: str) -> bool:
        with self._database.writing(lock=f"call state {slug}") as session:
            return turn_state(session, slug, before, state, now, who, why)

    def tell(self, entry: AuditEntry, among: Collection[str]) -> bool:
        newest = (
            select(AuditRow)
            .where(AuditRow.about == entry.about, col(AuditRow.what).in_(sorted(among)))
            .order_by(col(AuditRow.id).desc())
            .limit(1)
        )
        with self._database.reading() as session:
            last = session.exec(newest).first()
            if last is not None and (last.what, last.why) == (entry.what, entry.why):
                return False
        with self._database.writing(lock=f"call audit {entry.about}") as session:
            last = session.exec(newest).first()
            if last is not None and (last.what, last.why) == (entry.what, entry.why):
                return False
            _write(session, [entry])
            return True


def turn_state(session: Session, slug: str, before: State | None, state: State, now: datetime, who: str, why: str) -> bool:
    """See `Store.change_state`; within a transaction that is open."""
    newest = select(CallStateRow).where(CallStateRow.slug == slug).order_by(col(CallStateRow.number).desc()).limit(1)
    last = session.exec(newest).first()
    if (State(last.state) if last is not None else None) is not before:
        return False
    number = last.number + 1 if last is not None else 1
    session.add(CallStateRow(slug=slug, number=number, state=state.value, at=now, who=who, why=why))
    _write(session, [AuditEntry(now, who, f"state-{state.value}", slug, why)])
    return True


def state_of(session: Session, slug: str) -> State | None:
    """Where a call stands; None where nobody said anything of it."""
    newest = select(CallStateRow.state).where(CallStateRow.slug == slug).order_by(col(CallStateRow.number).desc()).limit(1)
    last = session.exec(newest).first()
    return State(last) if last is not None else None


def _standing(row: CallStateRow) -> Standing:
    return Standing(State(row.state), row.at, row.who, row.why)


def _write(session: Session, entries: Sequence[AuditEntry]) -> None:
    insert_rows(session, AuditRow, [rows.audit_values(entry) for entry in entries])
