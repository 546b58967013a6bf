"""Rows to core values, and what a row takes from them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from unicodedata import normalize

from sqlalchemy import BindParameter, bindparam
from sqlmodel import Session, col, select

from mailbot.core.letter import Letter, LetterKind, LetterState, OutboxRow
from mailbot.core.message import Key
from mailbot.core.reading import Answer, Authentication, How, Intent, Timeliness
from mailbot.core.submission import Became, Revision, Submission, Withdrawn
from mailbot.store import AuditEntry, Mail
from mailbot.store.tables import AnswerRow, AuditRow, LetterRow, MailRow, RevisionRow, SubmissionEventRow, SubmissionRow

WITHDRAWN, RESTORED = "withdrawn", "restored"
"""What can happen to an entry as a whole."""

_AT_ONCE = 500
"""Values in one IN (...): well below what either database allows."""

_ids: BindParameter[int] = bindparam("ids", expanding=True)
_OF_CALL = select(SubmissionRow).where(SubmissionRow.call == bindparam("call")).order_by(col(SubmissionRow.id))
_REVISIONS = select(RevisionRow).where(col(RevisionRow.submission_id).in_(_ids)).order_by(col(RevisionRow.version))
_EVENTS = select(SubmissionEventRow).where(col(SubmissionEventRow.submission_id).in_(_ids)).order_by(col(SubmissionEventRow.id))
_ANSWERS = select(AnswerRow).where(col(AnswerRow.revision_id).in_(_ids)).order_by(col(AnswerRow.id))


def address_key(address: str) -> str:
    """By which an address is found again: local parts are case-sensitive by RFC 5321 2.3.11, not in practice."""
    return normalize("NFC", address).casefold()


def domain(address: str) -> str:
    """Right of the last @, lower case."""
    return address.rpartition("@")[2].lower()


def mail(row: MailRow) -> Mail:
    return Mail(
        id=row.id,
        key=Key(row.mailbox, row.uidvalidity, row.uid),
        sha256=row.sha256,
        size=row.size,
        received_at=row.received_at,
        arrived_at=row.arrived_at,
        attempts=row.attempts,
        problem=row.problem,
        became=Became(row.became) if row.became is not None else None,
        reason=row.reason,
        kind=row.kind,
        call=row.call,
        message_id=row.message_id,
        sender=row.sender,
        reference=row.reference,
        done=row.done,
        released=row.released,
        returned=row.returned,
        notes=tuple(row.notes),
        for_call=row.for_call,
    )


def outbox_row(row: LetterRow) -> OutboxRow:
    return OutboxRow(
        id=row.id,
        letter=_letter(row),
        state=LetterState(row.state),
        attempts=row.attempts,
        created_at=row.created_at,
        due_at=row.due_at,
        sent_at=row.sent_at,
        last_code=row.last_code,
        last_text=row.last_text,
    )


def _letter(row: LetterRow) -> Letter:
    return Letter(
        kind=LetterKind(row.kind),
        recipient=row.recipient,
        envelope_sender=row.envelope_sender,
        message_id=row.message_id,
        raw=row.raw,
        call=row.call,
        language=row.language,
        about=row.about,
    )


def audit_entry(row: AuditRow) -> AuditEntry:
    return AuditEntry(row.at, row.who, row.what, row.about, row.why)


def audit_values(entry: AuditEntry) -> dict[str, object]:
    return {"at": entry.at, "who": entry.who, "what": entry.what, "about": entry.about, "why": entry.why}


def submissions_of(session: Session, call: str) -> list[Submission]:
    """All of a call, in the order of their first mail."""
    return submissions(session, session.exec(_OF_CALL, params={"call": call}).all())


def submissions(session: Session, rows: Sequence[SubmissionRow]) -> list[Submission]:
    """With all their revisions and answers, in four statements however many there are."""
    revisions: dict[int, list[RevisionRow]] = defaultdict(list)
    answers: dict[int, list[AnswerRow]] = defaultdict(list)
    for ids in _batches(row.id for row in rows):
        for revision in session.exec(_REVISIONS, params={"ids": ids}):
            revisions[revision.submission_id].append(revision)
    for ids in _batches(revision.id for some in revisions.values() for revision in some):
        for answer in session.exec(_ANSWERS, params={"ids": ids}):
            answers[answer.revision_id].append(answer)
    taken_back = {n: one for ids in _batches(row.id for row in rows) for n, one in _withdrawn(session, ids).items()}
    return [_submission(row, revisions[row.id], answers, taken_back.get(row.id)) for row in rows]


def _withdrawn(session: Session, ids: list[int]) -> dict[int, Withdrawn]:
    """Which of these entries are withdrawn now: the last of the events decides."""
    last = {event.submission_id: event for event in session.exec(_EVENTS, params={"ids": ids})}
    return {n: Withdrawn(event.at, event.who, event.why) for n, event in last.items() if event.what == WITHDRAWN}


def _submission(
    row: SubmissionRow,
    revisions: Iterable[RevisionRow],
    answers: dict[int, list[AnswerRow]],
    withdrawn: Withdrawn | None,
) -> Submission:
    return Submission(
        reference=row.reference,
        call=row.call,
        address=row.address,
        name=row.name,
        revisions=tuple(_revision(revision, answers[revision.id]) for revision in revisions),
        withdrawn=withdrawn,
    )


def _revision(row: RevisionRow, answers: Iterable[AnswerRow]) -> Revision:
    return Revision(
        version=row.version,
        mail_id=row.mail_id,
        message_id=row.message_id,
        received_at=row.received_at,
        timeliness=Timeliness(row.timeliness),
        authentication=Authentication(row.authentication),
        intent=Intent(row.intent),
        counts=row.counts,
        why=row.why,
        answers=tuple(_answer(answer) for answer in answers),
        unplaced=row.unplaced,
        signature=row.signature or "",
    )


def _answer(row: AnswerRow) -> Answer:
    return Answer(row.question, row.question_id, row.text, row.confidence, How(row.how), row.source)


def _batches(ids: Iterable[int]) -> Iterable[list[int]]:
    every = list(ids)
    return (every[n : n + _AT_ONCE] for n in range(0, len(every), _AT_ONCE))
