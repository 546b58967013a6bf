"""What reviewers gave: one reading of one entry each, the last one stands."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, insert, select, update
from sqlmodel import Session

from mailbot.core.decisions import Score
from mailbot.store import AuditEntry, rows
from mailbot.store.choice_tables import ScoreRow
from mailbot.store.connection import Part, hold
from mailbot.store.numbers import entries
from mailbot.store.statements import core, insert_rows
from mailbot.store.tables import AuditRow, SubmissionRow

_SCORE, _ENTRY = core(ScoreRow), core(SubmissionRow)
_OF_CALL = (
    select(_ENTRY.c.reference, _SCORE.c.reviewer, _SCORE.c.given, _SCORE.c.comment, _SCORE.c.at)
    .join(_ENTRY, _ENTRY.c.id == _SCORE.c.submission_id)
    .where(_ENTRY.c.call == bindparam("call"))
    .order_by(_SCORE.c.submission_id, _SCORE.c.id)
)
_AGAIN = update(_SCORE).where(_SCORE.c.submission_id == bindparam("this"), _SCORE.c.reviewer == bindparam("by"))
_AGAIN = _AGAIN.values(given=bindparam("new_given"), comment=bindparam("new_comment"), at=bindparam("new_at"))


class Scores(Part):
    """The part of the Store that keeps readings; see the Protocol."""

    def scores(self, call: str) -> list[Score]:
        with self._database.reading() as session:
            return of_call(session, call)

    def keep_scores(self, scores: Sequence[Score], now: datetime, who: str) -> int:
        with self._database.writing() as session:
            return keep(session, scores, now, who)


def of_call(session: Session, call: str) -> list[Score]:
    return [Score(*row) for row in session.connection().execute(_OF_CALL, {"call": call})]


def keep(session: Session, scores: Sequence[Score], now: datetime, who: str) -> int:
    """See `Choices.keep_scores`."""
    ids = entries(session, [score.reference for score in scores])
    known: dict[tuple[str, str], Score] = {}
    for call in sorted({call for _, call in ids.values()}):
        hold(session, f"choice/{call}")
        known |= {(score.reference, score.reviewer): score for score in of_call(session, call)}
    last = {(score.reference, rows.address_key(score.reviewer)): score for score in scores}
    news = {key: score for key, score in last.items() if key not in known or _said(known[key]) != _said(score)}
    fresh = [(ids[key[0]][0], key[1], score) for key, score in news.items() if key not in known]
    again = [(ids[key[0]][0], key[1], score) for key, score in news.items() if key in known]
    connection = session.connection()
    if fresh:
        values = [_values(score) | {"submission_id": entry, "reviewer": reviewer} for entry, reviewer, score in fresh]
        connection.execute(insert(_SCORE), values)
    if again:
        named = [{f"new_{name}": value for name, value in _values(score).items()} for _, _, score in again]
        connection.execute(_AGAIN, [new | {"this": one[0], "by": one[1]} for new, one in zip(named, again, strict=True)])
    insert_rows(session, AuditRow, [rows.audit_values(_audit(score, now, who)) for score in news.values()])
    return len(news)


def _said(score: Score) -> tuple[dict[str, int], str]:
    return dict(score.values), score.comment


def _values(score: Score) -> dict[str, object]:
    return {"given": dict(score.values), "comment": score.comment, "at": score.at}


def _audit(score: Score, now: datetime, who: str) -> AuditEntry:
    given = ", ".join(f"{criterion} {value}" for criterion, value in score.values.items())
    return AuditEntry(now, who, "scored", score.reference, f"{score.reviewer}: {given}")
