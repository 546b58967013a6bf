"""Rows to core values, and what a row takes from them."""

import gc
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain
from typing import Any
from unicodedata import normalize

from sqlalchemy import BindParameter, Select, Table, bindparam, select
from sqlmodel import Session

from mailbot.core.letter import Letter, LetterKind, LetterState, OutboxRow
from mailbot.core.message import Key
from mailbot.core.reading import Answer, Authentication, How, Intent, Timeliness
from mailbot.core.submission import Became, Revision, Submission, Withdrawn
from mailbot.store import AuditEntry, Mail
from mailbot.store.statements import core
from mailbot.store.tables import AnswerRow, AuditRow, LetterRow, MailRow, RevisionRow, SubmissionEventRow, SubmissionRow

WITHDRAWN, RESTORED = "withdrawn", "restored"
"""What can happen to an entry as a whole."""

_AT_ONCE = 500
"""Values in one IN (...): well below what either database allows."""

_HOW, _INTENT = {how.value: how for how in How}, {intent.value: intent for intent in Intent}
_TIMELINESS = {timeliness.value: timeliness for timeliness in Timeliness}
_AUTHENTICATION = {authentication.value: authentication for authentication in Authentication}


def _of(table: Table, *names: str) -> Select[Any]:
    return select(*(table.c[name] for name in names))


_ENTRY, _REVISION, _ANSWER, _EVENT = core(SubmissionRow), core(RevisionRow), core(AnswerRow), core(SubmissionEventRow)
_FETCHED = 5000

_ids: BindParameter[int] = bindparam("ids", expanding=True)
_of_call = select(_ENTRY.c.id).where(_ENTRY.c.call == bindparam("call"))
_OF_CALL = (
    _of(_ENTRY, "id", "reference", "call", "address", "name").where(_ENTRY.c.call == bindparam("call")).order_by(_ENTRY.c.id)
)
_revisions_of_call = select(_REVISION.c.id).where(_REVISION.c.submission_id.in_(_of_call))
_revisions_of_these = select(_REVISION.c.id).where(_REVISION.c.submission_id.in_(_ids))


def _parts(entries: Any, revisions: Any) -> tuple[Select[Any], ...]:
    """What finds answers, revisions and events. entries, revisions: ids, or what selects them."""
    read = ("version", "mail_id", "message_id", "received_at", "timeliness", "authentication", "intent")
    return (
        _of(_ANSWER, "revision_id", "question", "question_id", "text", "confidence", "how", "source")
        .where(_ANSWER.c.revision_id.in_(revisions))
        .order_by(_ANSWER.c.revision_id, _ANSWER.c.id),
        _of(_REVISION, "submission_id", "id", *read, "counts", "why", "unplaced", "signature")
        .where(_REVISION.c.submission_id.in_(entries))
        .order_by(_REVISION.c.submission_id, _REVISION.c.version),
        _of(_EVENT, "submission_id", "what", "at", "who", "why")
        .where(_EVENT.c.submission_id.in_(entries))
        .order_by(_EVENT.c.id),
    )


_ALL, _THESE = _parts(_of_call, _revisions_of_call), _parts(_ids, _revisions_of_these)


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
    with uncollected():
        entries = session.connection().execute(_OF_CALL, {"call": call}).all()
        return _together(session, entries, _ALL, {"call": call})


def submissions(session: Session, rows: Sequence[SubmissionRow]) -> list[Submission]:
    """With all their revisions and answers, in three statements for five hundred of them."""
    return these(session, [(row.id, row.reference, row.call, row.address, row.name) for row in rows])


def these(session: Session, entries: Sequence[tuple[int, str, str, str, str]]) -> list[Submission]:
    """The same, of those with these ids, references, calls, addresses and names."""
    found = list[Submission]()
    for n in range(0, len(entries), _AT_ONCE):
        some = entries[n : n + _AT_ONCE]
        found += _together(session, some, _THESE, {"ids": [entry[0] for entry in some]})
    return found


def _together(
    session: Session, entries: Iterable[Sequence[Any]], parts: Iterable[Select[Any]], which: Mapping[str, object]
) -> list[Submission]:
    """parts: the statements that find the answers, revisions and events of `which` entries. Rows are taken apart by place: a
    call may have a hundred thousand entries, with six answers each."""
    answers, revisions, events = (fetched(session, part, which) for part in parts)
    of_revision: dict[int, list[Answer]] = defaultdict(list)
    for revision, question, question_id, text, confidence, how, source in answers:
        of_revision[revision].append(Answer(question, question_id, text, confidence, _HOW[how], source))
    of_entry: dict[int, list[Revision]] = defaultdict(list)
    for (
        entry,
        revision,
        version,
        mail_id,
        message_id,
        at,
        timeliness,
        sure,
        intent,
        counts,
        why,
        unplaced,
        signature,
    ) in revisions:
        judged = (_TIMELINESS[timeliness], _AUTHENTICATION[sure], _INTENT[intent])
        its = tuple(of_revision.get(revision, ()))
        one = Revision(version, mail_id, message_id, at, *judged, counts, why, its, unplaced, signature or "")
        of_entry[entry].append(one)
    last = {entry: (what, Withdrawn(at, who, why)) for entry, what, at, who, why in events}
    return [
        Submission(reference, call, address, name, tuple(of_entry.get(entry, ())), _withdrawn(last.get(entry)))
        for entry, reference, call, address, name in entries
    ]


def _withdrawn(last: tuple[str, Withdrawn] | None) -> Withdrawn | None:
    """The last of the events decides."""
    return last[1] if last is not None and last[0] == WITHDRAWN else None


def fetched(session: Session, statement: Select[Any], which: Mapping[str, object]) -> Iterator[Sequence[Any]]:
    """Some thousand rows at a time; SQLAlchemy asks for each by itself otherwise."""
    return chain.from_iterable(session.connection().execute(statement, which).partitions(_FETCHED))


@contextmanager
def uncollected() -> Iterator[None]:
    """Without Python's search for cycles: it takes as long again as making a million values does, and there is none in them."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()
