"""Places that are kept for people. The database refuses two offers of one place, and two places for one person."""

from collections.abc import Callable, Collection
from datetime import datetime
from typing import Any

from sqlalchemy import Executable, bindparam, case, func, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session

from mailbot.core.decisions import HOLDING, Offer, OfferState
from mailbot.errors import StoreError
from mailbot.store import AuditEntry, rows
from mailbot.store.choice_tables import OfferRow
from mailbot.store.numbers import entries_of
from mailbot.store.statements import core, insert_rows
from mailbot.store.tables import AuditRow, SubmissionRow
from mailbot.store.trouble import BUG

_OFFER, _ENTRY = core(OfferRow), core(SubmissionRow)
_OF_CALL = (
    select(_OFFER.c.id, _OFFER.c.call, _ENTRY.c.reference, _OFFER.c.place, _OFFER.c.state, _OFFER.c.made_at, _OFFER.c.ends_at)
    .add_columns(_OFFER.c.answered_at, _OFFER.c.sequence, _OFFER.c.letter, _OFFER.c.why)
    .join(_ENTRY, _ENTRY.c.id == _OFFER.c.submission_id)
    .where(_OFFER.c.call == bindparam("call"))
    .order_by(_OFFER.c.id)
)
_OF_ENTRY = _OF_CALL.where(_ENTRY.c.reference == bindparam("reference"))
_REFERENCE = select(_ENTRY.c.reference).where(_ENTRY.c.id == bindparam("this"))
_STATES = {state.value: state for state in OfferState}

_now, _new = bindparam("now", type_=_OFFER.c.made_at.type), bindparam("new", type_=_OFFER.c.state.type)
_TURN = (
    update(_OFFER)
    .where(_OFFER.c.id == bindparam("this"), _OFFER.c.call == bindparam("of_call"))
    .where(_OFFER.c.state.in_(bindparam("old", expanding=True)))
    .values(
        state=_new,
        answered_at=case((_OFFER.c.state == _new, _OFFER.c.answered_at), else_=_now),
        sequence=_OFFER.c.sequence + case((_OFFER.c.state == OfferState.accepted.value, 1), else_=0),
    )
    .returning(_OFFER.c.submission_id)
)


def _keeping(insert: Callable[..., Any]) -> Executable:
    """An INSERT that finds the place or the person taken and does nothing, in the words of one database."""
    held = select(func.count()).where(_OFFER.c.call == bindparam("call"), _OFFER.c.state.in_(sorted(HOLDING)))
    columns = [column for column in _OFFER.c if column.name != "id"]
    values = select(*(bindparam(column.name, type_=column.type).label(column.name) for column in columns))
    places = bindparam("places", type_=_OFFER.c.places.type)
    room = values.where(or_(places.is_(None), held.scalar_subquery() < places))
    kept = insert(_OFFER).from_select([column.name for column in columns], room)
    statement: Executable = kept.on_conflict_do_nothing().returning(_OFFER.c.id)
    return statement


_KEEP = {"sqlite": _keeping(sqlite.insert), "postgresql": _keeping(postgresql.insert)}


def of_call(session: Session, call: str) -> list[Offer]:
    """All that ever were, in the order they were made."""
    return [_offer(row) for row in session.connection().execute(_OF_CALL, {"call": call})]


def of_entry(session: Session, call: str, reference: str) -> Offer | None:
    """The newest."""
    found = session.connection().execute(_OF_ENTRY, {"call": call, "reference": reference}).all()
    return _offer(found[-1]) if found else None


def keep(session: Session, offer: Offer, places: int | None, who: str) -> Offer | None:
    """See `ChoosingUnit.offer`. The id of `offer` is not looked at."""
    if offer.state not in HOLDING:
        raise StoreError(f"refused an offer that is {offer.state.value} from the beginning", mend=BUG, permanent=True)
    entry = entries_of(session, offer.call, [offer.reference])[offer.reference]
    same = ("call", "place", "made_at", "ends_at", "answered_at", "sequence", "letter", "why")
    values = {name: getattr(offer, name) for name in same}
    values |= {"submission_id": entry, "places": places, "state": offer.state.value}
    statement = _KEEP[session.get_bind().dialect.name]
    if session.connection().execute(statement, values).scalar_one_or_none() is None:
        return None
    _tell(session, offer.reference, offer.state, offer.made_at, who, offer.why or f"place {offer.place}")
    return of_entry(session, offer.call, offer.reference)


def turn_offer(
    session: Session,
    call: str,
    offer_id: int,
    before: Collection[OfferState],
    after: OfferState,
    now: datetime,
    who: str,
    why: str,
    ends_at: datetime | None = None,
) -> bool:
    """See `ChoosingUnit.turn`."""
    old = HOLDING.intersection(before) if after in HOLDING else before
    answered = now if after not in (OfferState.prepared, OfferState.open) else None
    values = {"this": offer_id, "of_call": call, "old": sorted(old), "new": after.value, "now": answered, "why": why}
    if ends_at is not None:
        values["ends_at"] = ends_at
    entry = session.connection().execute(_TURN, values).scalar_one_or_none()
    if entry is None:
        return False
    _tell(session, session.connection().execute(_REFERENCE, {"this": entry}).scalar_one(), after, now, who, why)
    return True


def _tell(session: Session, reference: str, state: OfferState, now: datetime, who: str, why: str) -> None:
    entry = AuditEntry(now, who, f"offer-{state.value}", reference, why)
    insert_rows(session, AuditRow, [rows.audit_values(entry)])


def _offer(row: Any) -> Offer:
    return Offer(
        id=row.id,
        call=row.call,
        reference=row.reference,
        place=row.place,
        state=_STATES[row.state],
        made_at=row.made_at,
        ends_at=row.ends_at,
        answered_at=row.answered_at,
        sequence=row.sequence,
        letter=row.letter,
        why=row.why,
    )
