"""What came back of letters: reports that they did not arrive, automatic replies, the relay's own refusals; and storms of such
mails, counted."""

from datetime import datetime

from sqlalchemy import bindparam, func, select

from mailbot.core.arrival import Returned, of_reason, of_reply
from mailbot.core.letter import LetterState
from mailbot.core.reading import Kind
from mailbot.core.storms import Counted
from mailbot.core.submission import Became
from mailbot.store.connection import Part
from mailbot.store.statements import core
from mailbot.store.tables import AttemptRow, LetterRow, MailRow

_LETTER, _MAIL, _ATTEMPT = core(LetterRow), core(MailRow), core(AttemptRow)
_TOLD = (
    select(_LETTER.c.id, _LETTER.c.kind, _LETTER.c.about, _LETTER.c.recipient)
    .add_columns(_MAIL.c.id, _MAIL.c.received_at, _MAIL.c.kind, _MAIL.c.reason)
    .join(_MAIL, _MAIL.c.returned == _LETTER.c.message_id)
    .where(_MAIL.c.returned.is_not(None), _LETTER.c.call == bindparam("call"))
    .order_by(_MAIL.c.received_at, _MAIL.c.id)
)
_REFUSED = (
    select(_LETTER.c.id, _LETTER.c.kind, _LETTER.c.about, _LETTER.c.recipient)
    .add_columns(func.max(_ATTEMPT.c.ended_at), _LETTER.c.last_code, _LETTER.c.last_text)
    .join(_ATTEMPT, _ATTEMPT.c.letter_id == _LETTER.c.id)
    .where(_LETTER.c.state == LetterState.failed, _LETTER.c.call == bindparam("call"))
    .group_by(_LETTER.c.id)
)
_QUIET = (Became.not_a_submission, Became.quarantined, Became.kept_apart)
"""Most of these got no letter; `core.storms` knows which."""
_BY_SENDER = (
    select(_MAIL.c.kind, _MAIL.c.reason, func.coalesce(_MAIL.c.sender, ""))
    .add_columns(func.count(), func.min(_MAIL.c.arrived_at), func.max(_MAIL.c.arrived_at))
    .where(_MAIL.c.became.in_(_QUIET), _MAIL.c.arrived_at > bindparam("since"), _MAIL.c.kind.is_not(None))
    .group_by(_MAIL.c.kind, _MAIL.c.reason, _MAIL.c.sender)
)


class Returns(Part):
    """The part of the Store that knows how letters fared; see the Protocol."""

    def returned_letters(self, call: str) -> list[Returned]:
        with self._database.reading() as session:
            told = session.connection().execute(_TOLD, {"call": call}).all()
            refused = session.connection().execute(_REFUSED, {"call": call}).all()
        found = [
            Returned(letter, kind, about, recipient, mail, at, of_reason(reason) if by == Kind.bounce else None)
            for letter, kind, about, recipient, mail, at, by, reason in told
        ]
        found += [
            Returned(letter, kind, about, recipient, None, at, of_reply(code, text))
            for letter, kind, about, recipient, at, code, text in refused
        ]
        return sorted(found, key=lambda one: one.at)

    def quiet_mails(self, since: datetime) -> list[Counted]:
        with self._database.reading() as session:
            return [Counted(*row) for row in session.connection().execute(_BY_SENDER, {"since": since})]
