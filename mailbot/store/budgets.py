"""What was written to an address already: the counts by which `core.manners` decides whether one more letter may go."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import Boolean, bindparam, func
from sqlmodel import Session, col, select

from mailbot.core.letter import LetterKind, LetterState
from mailbot.core.manners import counted_as
from mailbot.core.reading import Authentication, Sender
from mailbot.store import Sent, rows
from mailbot.store.statements import how_many
from mailbot.store.tables import LetterRow, MailRow, RevisionRow

ANSWER_REQUESTS = (
    LetterKind.withdrawal,
    LetterKind.withdrawn,
    LetterKind.restored,
    LetterKind.passed_on,
    LetterKind.thanks,
)

_NOT_CANCELLED = [state for state in LetterState if state is not LetterState.cancelled]
_since, _due = col(LetterRow.created_at), col(LetterRow.due_at)
_counted = (
    LetterRow.kind == LetterKind.acknowledgement,
    # In this form the index on state and due_at is of use.
    col(LetterRow.state).in_(_NOT_CANCELLED),
    ~bindparam("aligned", type_=Boolean) | (RevisionRow.authentication == Authentication.aligned),
)
_ANSWERED = col(RevisionRow.mail_id) == col(LetterRow.mail_id)
_SENT_TO_ADDRESS = (
    select(
        func.count(),
        how_many(_since > bindparam("day")),
        how_many(_since > bindparam("week")),
        how_many(col(MailRow.fingerprint) == bindparam("fingerprint")),
    )
    .select_from(LetterRow)
    .outerjoin(RevisionRow, _ANSWERED)
    .outerjoin(MailRow, col(MailRow.id) == col(LetterRow.mail_id))
    .where(*_counted, LetterRow.recipient_key == bindparam("counted_as"), LetterRow.call == bindparam("call"))
)
_ON_REQUEST = (
    select(func.count(), how_many(_since > bindparam("day")))
    .select_from(LetterRow)
    .where(
        col(LetterRow.kind).in_(ANSWER_REQUESTS),
        col(LetterRow.state).in_(_NOT_CANCELLED),
        LetterRow.recipient_key == bindparam("counted_as"),
        LetterRow.call == bindparam("call"),
    )
)
_SENT_THIS_HOUR = (
    select(func.count(), how_many(col(LetterRow.recipient_domain) == bindparam("domain")))
    .select_from(LetterRow)
    .outerjoin(RevisionRow, _ANSWERED)
    .where(
        col(LetterRow.kind).in_((LetterKind.acknowledgement, LetterKind.confirm, *ANSWER_REQUESTS)),
        *_counted[1:],
        _due > bindparam("hour"),
    )
)


def sent(session: Session, call: str, sender: Sender, now: datetime, fingerprint: str = "", thread: Sequence[str] = ()) -> Sent:
    """See `Unit.sent`."""
    address = sender.address or ""
    aligned = sender.authentication is Authentication.aligned
    to_address = {
        "counted_as": counted_as(address),
        "call": call,
        "aligned": aligned,
        "fingerprint": fingerprint,
        "day": now - timedelta(days=1),
        "week": now - timedelta(days=7),
    }
    this_hour = {"domain": rows.domain(address), "hour": now - timedelta(hours=1), "aligned": aligned}
    ever, day, week, same_content = session.exec(_SENT_TO_ADDRESS, params=to_address).one()
    in_all, domain = session.exec(_SENT_THIS_HOUR, params=this_hour).one()
    requests_ever, requests_day = session.exec(_ON_REQUEST, params=to_address).one()
    return Sent(
        to_address_ever=ever,
        to_address_day=day,
        to_address_week=week,
        to_domain_hour=domain,
        in_all_hour=in_all,
        same_content=same_content,
        letter_was_for_another=_went_to_another(session, thread, counted_as(address)),
        on_request_ever=requests_ever,
        on_request_day=requests_day,
    )


def _went_to_another(session: Session, thread: Sequence[str], key: str) -> bool:
    """Whether the newest letter of the thread went to an address that draws on another budget."""
    if not thread:
        return False
    newest = select(LetterRow.recipient_key).where(col(LetterRow.message_id).in_(thread)).order_by(col(LetterRow.id).desc())
    recipient = session.exec(newest.limit(1)).first()
    return recipient is not None and recipient != key
