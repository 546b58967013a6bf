"""What is decided about entries, pending until it is applied."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, delete, insert, select, update
from sqlmodel import Session

from mailbot.core.decisions import Choice, Decision
from mailbot.store import AuditEntry, rows
from mailbot.store.choice_tables import DecisionRow
from mailbot.store.numbers import entries_of
from mailbot.store.statements import core, insert_rows, turn
from mailbot.store.tables import AuditRow, SubmissionRow

_DECISION, _ENTRY = core(DecisionRow), core(SubmissionRow)
_COLUMNS = ("choice", "version", "at", "who", "why", "told", "rank", "applied_at")
_OF_CALL = (
    select(_ENTRY.c.reference, *(_DECISION.c[name] for name in _COLUMNS))
    .join(_ENTRY, _ENTRY.c.id == _DECISION.c.submission_id)
    .where(_ENTRY.c.call == bindparam("call"))
    .order_by(_DECISION.c.submission_id)
)
_ONE = _OF_CALL.where(_ENTRY.c.reference == bindparam("reference"))
_this = _DECISION.c.submission_id == bindparam("this")
_TURN = update(_DECISION).where(_this)
_AGAIN = _TURN.values({name: bindparam(f"new_{name}") for name in ("choice", "version", "at", "who", "why")})
_TAKE_BACK = delete(_DECISION).where(_this)
_CHOICES = {choice.value: choice for choice in Choice}


def of_call(session: Session, call: str) -> list[Decision]:
    """In the order in which the entries came."""
    return [_decision(*row) for row in session.connection().execute(_OF_CALL, {"call": call})]


def decide(session: Session, call: str, decisions: Sequence[Decision]) -> int:
    """See `ChoosingUnit.decide`; in a transaction in which nobody else decides about this call. The last of two about one entry
    holds."""
    wanted = {decision.reference: decision for decision in decisions}
    ids = entries_of(session, call, wanted)
    known = {decision.reference: decision for decision in of_call(session, call)}
    news = [one for one in wanted.values() if one.reference not in known or _differs(known[one.reference], one)]
    fresh = [_values(one) | _UNTOLD | {"submission_id": ids[one.reference]} for one in news if one.reference not in known]
    again = [
        {f"new_{name}": value for name, value in _values(one).items()} | {"this": ids[one.reference]}
        for one in news
        if one.reference in known
    ]
    if fresh:
        session.connection().execute(insert(_DECISION), fresh)
    if again:
        session.connection().execute(_AGAIN, again)
    told = [AuditEntry(one.at, one.who, f"decided-{one.choice.value}", one.reference, one.why) for one in news]
    insert_rows(session, AuditRow, [rows.audit_values(entry) for entry in told])
    return len(news)


def undecide(session: Session, call: str, reference: str, now: datetime, who: str, why: str) -> bool:
    """See `ChoosingUnit.undecide`."""
    this = {"this": entries_of(session, call, [reference])[reference]}
    known = _of_entry(session, call, reference)
    if known is None or not (known.pending or _anew(known)):
        return False
    if known.told is None:
        session.connection().execute(_TAKE_BACK, this)
    else:
        turn(session, _TURN, this | {"choice": known.told.value, "at": known.applied_at})
    insert_rows(session, AuditRow, [rows.audit_values(AuditEntry(now, who, "undecided", reference, why))])
    return True


def apply(session: Session, call: str, reference: str, rank: int | None, now: datetime, who: str = "") -> bool:
    """See `ChoosingUnit.apply`."""
    this = entries_of(session, call, [reference])[reference]
    known = _of_entry(session, call, reference)
    if known is None:
        return False
    turn(session, _TURN, {"this": this, "told": known.choice.value, "rank": rank, "applied_at": now})
    why = f"rank {rank}" if rank is not None else ""
    entry = AuditEntry(now, who or known.who, f"applied-{known.choice.value}", reference, why)
    insert_rows(session, AuditRow, [rows.audit_values(entry)])
    return True


def untell(session: Session, call: str, reference: str, now: datetime, who: str, why: str) -> bool:
    """See `ChoosingUnit.untell`."""
    known = _of_entry(session, call, reference)
    if known is None or known.told is None:
        return False
    turn(session, _TURN, {"this": entries_of(session, call, [reference])[reference], **_UNTOLD})
    insert_rows(session, AuditRow, [rows.audit_values(AuditEntry(now, who, "not-told", reference, why))])
    return True


_UNTOLD: dict[str, object] = {"told": None, "rank": None, "applied_at": None}


def _of_entry(session: Session, call: str, reference: str) -> Decision | None:
    row = session.connection().execute(_ONE, {"call": call, "reference": reference}).first()
    return _decision(*row) if row is not None else None


def _differs(known: Decision, one: Decision) -> bool:
    """What was applied and is decided once more, the same, is decided anew: who let a place go by is invited again."""
    if (known.choice, known.version, known.why) != (one.choice, one.version, one.why):
        return True
    return known.applied_at is not None and not _anew(known) and one.at > known.applied_at


def _anew(decision: Decision) -> bool:
    return decision.applied_at is not None and decision.at > decision.applied_at


def _values(decision: Decision) -> dict[str, object]:
    own = {"version": decision.version, "at": decision.at, "who": decision.who, "why": decision.why}
    return own | {"choice": decision.choice.value}


def _decision(
    reference: str,
    choice: str,
    version: int,
    at: datetime,
    who: str,
    why: str,
    told: str | None,
    rank: int | None,
    applied_at: datetime | None,
) -> Decision:
    before = _CHOICES[told] if told is not None else None
    return Decision(reference, _CHOICES[choice], version, at, who, why, before, rank, applied_at)
