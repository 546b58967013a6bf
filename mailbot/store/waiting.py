"""What waits for a person, counted: mails, questions and letters of a call."""

from datetime import datetime
from typing import Any

from sqlalchemy import BindParameter, Select, bindparam, func, literal, select, union_all

from mailbot.core.letter import LetterState
from mailbot.core.reading import Kind
from mailbot.core.submission import Became
from mailbot.core.tokens import Purpose
from mailbot.store import APART, FAILED, HELD, NO_CALL, OPEN_QUESTION, RETURNED, WITHDRAWAL
from mailbot.store.connection import Part
from mailbot.store.mailing import NO_FAILURE
from mailbot.store.statements import core
from mailbot.store.tables import LetterRow, MailRow, QuestionRow, TokenRow

_MAIL, _LETTER, _QUESTION, _TOKEN = core(MailRow), core(LetterRow), core(QuestionRow), core(TokenRow)
_call: BindParameter[str] = bindparam("of_call")
_kept, _apart = _MAIL.c.became == Became.quarantined, _MAIL.c.became == Became.kept_apart
_lost = (_MAIL.c.became == Became.quarantined) & _MAIL.c.call.is_(None)
_open = (_QUESTION.c.call == _call) & _QUESTION.c.answered_at.is_(None)
_asked = (_TOKEN.c.call == _call) & _TOKEN.c.used_at.is_(None) & (_TOKEN.c.purpose == Purpose.withdraw.value)
_asked &= _TOKEN.c.ends_at > bindparam("now", type_=_TOKEN.c.ends_at.type)
_held, _failed = ((_LETTER.c.call == _call) & (_LETTER.c.state == state) for state in (LetterState.held, LetterState.failed))
_RETURNED = (
    select(func.count(func.distinct(_LETTER.c.id)))
    .join(_MAIL, _MAIL.c.returned == _LETTER.c.message_id)
    .where(_LETTER.c.call == _call, _LETTER.c.state != LetterState.failed, _MAIL.c.kind == Kind.bounce)
    .where(*(~_MAIL.c.reason.startswith(reason) for reason in NO_FAILURE))
)


def _named(reason: str, some: Select[Any]) -> Select[Any]:
    return select(literal(reason), some.scalar_subquery())


_some: list[Any] = [
    select(func.coalesce(_MAIL.c.reason, ""), func.count()).where(_MAIL.c.call == _call, _kept).group_by(_MAIL.c.reason),
    _named(APART, select(func.count()).where(_MAIL.c.call == _call, _apart)),
    _named(NO_CALL, select(func.count()).where(_lost)),
    _named(OPEN_QUESTION, select(func.count()).where(_open)),
    _named(WITHDRAWAL, select(func.count(func.distinct(_TOKEN.c.reference))).where(_asked)),
    _named(HELD, select(func.count()).where(_held)),
    _named(FAILED, select(func.count()).where(_failed)),
    _named(RETURNED, _RETURNED),
]
_WAITING = union_all(*_some)


class Waiting(Part):
    """The part of the Store that counts what waits; see the Protocol `Choices`."""

    def waiting_for_people(self, call: str, now: datetime) -> dict[str, int]:
        with self._database.reading() as session:
            found = session.connection().execute(_WAITING, {"of_call": call, "now": now}).all()
        return {reason: count for reason, count in found if count}
