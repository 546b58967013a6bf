"""Letters to organisers that can be answered with commands: found again, and used once."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam, func, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session

from mailbot.core import tokens
from mailbot.core.briefings import Briefing, BriefingKind
from mailbot.store.choice_tables import BriefingRow
from mailbot.store.statements import core, turn

_BRIEFING = core(BriefingRow)
_NEWEST = select(_BRIEFING).order_by(_BRIEFING.c.made_at.desc(), _BRIEFING.c.letter.desc())
_BY_LETTER_OR_CODE = _NEWEST.where(
    or_(
        _BRIEFING.c.letter.in_(bindparam("letters", expanding=True)),
        _BRIEFING.c.digest.in_(bindparam("digests", expanding=True)),
    )
).limit(1)
_USE = update(_BRIEFING).where(_BRIEFING.c.letter == bindparam("this"), _BRIEFING.c.used_at.is_(None))
_INSERT: Mapping[str, Callable[..., Any]] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}
_KEEP = {name: insert(_BRIEFING).on_conflict_do_nothing().returning(_BRIEFING.c.letter) for name, insert in _INSERT.items()}


def found(session: Session, thread: Sequence[str], codes: Sequence[str]) -> Briefing | None:
    """See `Briefs.briefing`."""
    if not thread and not codes:
        return None
    asked = {"letters": list(thread), "digests": [tokens.digest(code) for code in codes]}
    row = session.connection().execute(_BY_LETTER_OR_CODE, asked).first()
    return _briefing(row) if row is not None else None


def of_call(session: Session, call: str, kind: BriefingKind | None) -> list[Briefing]:
    """The newest first."""
    some = _NEWEST.where(_BRIEFING.c.call == call)
    if kind is not None:
        some = some.where(_BRIEFING.c.kind == kind.value)
    return [_briefing(row) for row in session.connection().execute(some)]


def count(session: Session, call: str, address: str, since: datetime) -> int:
    """See `ChoosingUnit.briefed`."""
    some = select(func.count()).where(_BRIEFING.c.call == call, _BRIEFING.c.address_key == tokens.owner(address))
    found: int = session.connection().execute(some.where(_BRIEFING.c.made_at > since)).scalar_one()
    return found


def keep(session: Session, briefing: Briefing) -> bool:
    """See `Briefs.keep_briefing`; who comes second waits for the first."""
    same = ("letter", "digest", "call", "plan", "made_at", "ends_at", "used_at", "used_by")
    values = {name: getattr(briefing, name) for name in same}
    day = briefing.day.isoformat() if briefing.day is not None else None
    values |= {"address_key": tokens.owner(briefing.address), "kind": briefing.kind.value, "day": day}
    statement = _KEEP[session.get_bind().dialect.name]
    return session.connection().execute(statement, values).scalar_one_or_none() is not None


def use(session: Session, letter: str, mail_id: int | None, now: datetime) -> bool:
    """See `Briefs.use_briefing`."""
    return turn(session, _USE, {"this": letter, "used_at": now, "used_by": mail_id}) == 1


def _briefing(row: Any) -> Briefing:
    return Briefing(
        letter=row.letter,
        digest=row.digest,
        call=row.call,
        address=row.address_key,
        kind=BriefingKind(row.kind),
        plan=row.plan,
        day=date.fromisoformat(row.day) if row.day is not None else None,
        made_at=row.made_at,
        ends_at=row.ends_at,
        used_at=row.used_at,
        used_by=row.used_by,
    )
