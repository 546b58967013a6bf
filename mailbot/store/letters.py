"""Letters as rows of the outbox: each is written once, and people change them while they wait."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, select, update
from sqlmodel import Session

from mailbot.core.letter import Letter, LetterKind, LetterState
from mailbot.core.manners import counted_as
from mailbot.errors import NotFound
from mailbot.store import AuditEntry, rows
from mailbot.store.choice import LetterHead
from mailbot.store.statements import core, insert_row, insert_rows, turn
from mailbot.store.tables import AuditRow, LetterRow

_MAY_BECOME = {
    LetterState.waiting: ("approved", (LetterState.held, LetterState.waiting, LetterState.uncertain, LetterState.failed)),
    LetterState.held: ("held", (LetterState.waiting, LetterState.uncertain)),
    LetterState.cancelled: ("cancelled", (LetterState.held, LetterState.waiting, LetterState.uncertain, LetterState.failed)),
}
"""What a person may turn a letter into: the verb of the audit entry, and the states it may be in before."""

_LETTER = core(LetterRow)
_SAME_LETTER = select(_LETTER.c.mail_id).where(_LETTER.c.message_id == bindparam("message_id"))
_HEADS = select(*(_LETTER.c[name] for name in LetterHead.__slots__)).order_by(_LETTER.c.id)
_this = _LETTER.c.id == bindparam("this")
_ABOUT, _EDITED = select(_LETTER.c.about).where(_this), select(_LETTER.c.edited_at).where(_this)
_FROM_STATES = update(_LETTER).where(_this, _LETTER.c.state.in_(bindparam("old", expanding=True)))


def add_letters(
    session: Session,
    letters: Sequence[Letter],
    state: LetterState,
    now: datetime,
    *,
    mail_id: int | None = None,
    due_at: datetime | None = None,
) -> None:
    """Put finished letters into the outbox, due now if nothing else is said.

    One that the same mail (or, like a notice, no mail) has brought about before is left out: a mail released from quarantine
    takes the path again. The same Message-ID from another mail is a contradiction, and the unique constraint says so.
    """
    for letter in letters:
        before = session.connection().execute(_SAME_LETTER, {"message_id": letter.message_id}).first()
        if before is None or before.mail_id != mail_id:
            insert_row(session, LetterRow, _letter(letter, state, now, due_at or now, mail_id))


def turn_letter(session: Session, letter_id: int, old: Sequence[LetterState], new: LetterState, **values: object) -> bool:
    """Change a letter that is in one of its old states; False when it is in another."""
    return turn(session, _FROM_STATES, {"this": letter_id, "old": list(old), "state": new, **values}) == 1


def decide_letter(session: Session, letter_id: int, about: str, state: LetterState, now: datetime, who: str, why: str) -> bool:
    """See `Store.change_letter`. about: what the audit entry speaks of, '' for the letter itself."""
    verb, before = _MAY_BECOME.get(state, ("", ()))
    due: dict[str, object] = {"due_at": now} if state is LetterState.waiting else {}
    if not before or not turn_letter(session, letter_id, before, state, **due):
        return False
    entry = AuditEntry(now, who, f"letter-{verb}", about or f"letter {letter_id}", why)
    insert_rows(session, AuditRow, [rows.audit_values(entry)])
    return True


def replace_letter(session: Session, letter_id: int, raw: bytes, now: datetime, who: str, why: str, *, by_person: bool) -> bool:
    """See `Store.replace_letter`, and with by_person=False `ChoosingUnit.replace_letter`."""
    about = session.connection().execute(_ABOUT, {"this": letter_id}).scalar_one_or_none()
    if about is None:
        raise no_such_letter(letter_id)
    held, edited_at = [LetterState.held], now if by_person else None
    if not turn_letter(session, letter_id, held, LetterState.held, raw=raw, edited_at=edited_at):
        return False
    entry = AuditEntry(now, who, "letter-edited" if by_person else "letter-rewritten", about or f"letter {letter_id}", why)
    insert_rows(session, AuditRow, [rows.audit_values(entry)])
    return True


def edited_at(session: Session, letter_id: int) -> datetime | None:
    """When a person edited it last; None for one that is as it was written."""
    row = session.connection().execute(_EDITED, {"this": letter_id}).first()
    if row is None:
        raise no_such_letter(letter_id)
    at: datetime | None = row.edited_at
    return at


def no_such_letter(letter_id: int) -> NotFound:
    return NotFound(f"there is no letter {letter_id}", mend="`mailbot outbox list` shows the numbers")


def heads(session: Session, call: str, states: Sequence[LetterState], kinds: Sequence[LetterKind] = ()) -> list[LetterHead]:
    """See `Choices.letters_of`."""
    some = _HEADS.where(_LETTER.c.call == call, _LETTER.c.state.in_(states))
    if kinds:
        some = some.where(_LETTER.c.kind.in_(kinds))
    return [
        LetterHead(n, LetterKind(kind), recipient, message_id, language, about, LetterState(state), at)
        for n, kind, recipient, message_id, language, about, state, at in session.connection().execute(some)
    ]


def head(session: Session, call: str, message_id: str) -> tuple[int, str] | None:
    """The number of a letter of this call, and what it is about."""
    some = select(_LETTER.c.id, _LETTER.c.about).where(_LETTER.c.message_id == message_id, _LETTER.c.call == call)
    row = session.connection().execute(some).first()
    return (row.id, row.about) if row is not None else None


def _letter(letter: Letter, state: LetterState, now: datetime, due_at: datetime, mail_id: int | None) -> dict[str, object]:
    return {
        "mail_id": mail_id,
        "kind": letter.kind,
        "recipient": letter.recipient,
        "recipient_key": counted_as(letter.recipient),
        "recipient_domain": rows.domain(letter.recipient),
        "envelope_sender": letter.envelope_sender,
        "message_id": letter.message_id,
        "raw": letter.raw,
        "call": letter.call,
        "language": letter.language,
        "about": letter.about,
        "state": state,
        "attempts": 0,
        "created_at": now,
        "due_at": due_at,
        "sent_at": None,
        "last_code": None,
        "last_text": "",
        "edited_at": None,
    }
