"""What candidates ask for: tokens, withdrawals and questions, as one transaction keeps them and as people see them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import bindparam, func, update
from sqlmodel import Session, col, select

from mailbot.core.history import TAKEN_OVER, Became
from mailbot.core.late import LATE
from mailbot.core.letter import LetterKind, LetterState
from mailbot.core.requests import ON_BEHALF
from mailbot.core.tokens import Purpose, Token, digest, owner
from mailbot.store import AuditEntry, Question, rows
from mailbot.store.connection import Part
from mailbot.store.ledger import turn_mail
from mailbot.store.statements import core, insert_row, insert_rows, turn
from mailbot.store.tables import (
    AuditRow,
    LetterRow,
    MailRow,
    QuestionRow,
    RevisionRow,
    SubmissionEventRow,
    SubmissionRow,
    TokenRow,
)

_AS_MANY_OF_A_DOMAIN = 4
"""So many senders of a domain may send on as much as one may: addresses of one's own domain cost nothing."""

_TOKEN, _QUESTION, _MAIL, _REVISION = core(TokenRow), core(QuestionRow), core(MailRow), core(RevisionRow)
_USE = update(_TOKEN).where(_TOKEN.c.digest == bindparam("this"), _TOKEN.c.used_at.is_(None))
_ANSWER = update(_QUESTION).where(_QUESTION.c.mail_id == bindparam("this"), _QUESTION.c.answered_at.is_(None))
_KEPT_APART = update(_MAIL).where(_MAIL.c.id == bindparam("mail_id"), _MAIL.c.became == Became.kept_apart)
_OF_MAIL = select(RevisionRow.submission_id).where(RevisionRow.mail_id == bindparam("mail_id"))
_LAST = select(func.max(RevisionRow.version)).where(RevisionRow.submission_id == _OF_MAIL.scalar_subquery())
_STANDS = update(_REVISION).where(_REVISION.c.mail_id == bindparam("this")).values(counts=True, why=TAKEN_OVER)


class Requests(Part):
    """The part of the Store for what candidates ask; see the Protocol."""

    def token_by_code(self, code: str) -> tuple[Token, str] | None:
        some = select(TokenRow, LetterRow.language).join(LetterRow, col(LetterRow.message_id) == col(TokenRow.letter))
        with self._database.reading() as session:
            found = session.exec(some.where(TokenRow.digest == digest(code))).first()
        return (_token(found[0]), found[1]) if found is not None else None

    def questions(self, call: str) -> list[Question]:
        with self._database.reading() as session:
            some = select(QuestionRow).where(QuestionRow.call == call).order_by(col(QuestionRow.mail_id))
            return [_question(row) for row in session.exec(some)]

    def answer_question(self, mail_id: int, now: datetime, who: str) -> bool:
        with self._database.writing() as session:
            return note_answer(session, mail_id, now, who)


def tokens(session: Session, texts: Sequence[str], thread: Sequence[str]) -> tuple[Token, ...]:
    """Those that we made: by their words, or that of the letter (by Message-ID) that is answered, the newest of the thread: a
    yes to a later letter is none to the one before."""
    newest = select(LetterRow.message_id).where(col(LetterRow.message_id).in_(thread)).order_by(col(LetterRow.id).desc())
    answered = session.exec(newest.limit(1)).first() if thread else None
    if not texts and answered is None:
        return ()
    some = select(TokenRow, MailRow.became).join(MailRow, col(MailRow.id) == col(TokenRow.mail_id))
    these = col(TokenRow.digest).in_([digest(text) for text in texts]) | (col(TokenRow.letter) == answered)
    found = session.exec(some.where(these).order_by(col(TokenRow.made_at)))
    return tuple(_still_of_use(_token(row), became) for row, became in found)


def _still_of_use(token: Token, became: str | None) -> Token:
    """A token that confirms what a person has decided about meanwhile is over."""
    waits = token.purpose is not Purpose.confirm or became == Became.kept_apart
    return token if waits or token.used_at is not None else replace(token, ends_at=token.made_at)


def keep_token(session: Session, token: Token) -> None:
    """Nothing when it is there already: the same mail took the path again."""
    if session.get(TokenRow, token.digest) is None:
        values = {"address_key": token.address, "purpose": token.purpose.value, "used_at": None, "used_by": None}
        same = ("digest", "call", "reference", "letter", "mail_id", "made_at", "ends_at")
        insert_rows(session, TokenRow, [values | {name: getattr(token, name) for name in same}])


def use_token(session: Session, token: Token, mail_id: int, now: datetime) -> bool:
    """False when it was used before: a token is good once, whoever is quicker."""
    return turn(session, _USE, {"this": token.digest, "used_at": now, "used_by": mail_id}) == 1


def note_event(
    session: Session, reference: str, what: str, now: datetime, who: str, why: str, mail_id: int | None = None
) -> bool:
    """Turn an entry to withdrawn or back, with its audit entry. False, and nothing is written, where it is so already."""
    entry = session.exec(select(SubmissionRow).where(SubmissionRow.reference == reference)).first()
    if entry is None:
        return False
    if (rows.submissions(session, [entry])[0].withdrawn is not None) == (what == rows.WITHDRAWN):
        return False
    values = {"submission_id": entry.id, "what": what, "at": now, "who": who, "why": why, "mail_id": mail_id}
    insert_row(session, SubmissionEventRow, values)
    insert_rows(session, AuditRow, [rows.audit_values(AuditEntry(now, who, what, reference, why))])
    return True


def ask(session: Session, mail_id: int, call: str, address: str, reference: str | None, now: datetime) -> None:
    if session.get(QuestionRow, mail_id) is None:
        values = {"mail_id": mail_id, "call": call, "address": address, "reference": reference, "asked_at": now}
        insert_rows(session, QuestionRow, [values | {"answered_at": None, "answered_by": None}])


def questions_today(session: Session, call: str, address: str, now: datetime) -> int:
    some = select(QuestionRow.address).where(QuestionRow.call == call, QuestionRow.asked_at > now - timedelta(days=1))
    return sum(1 for asker in session.exec(some) if owner(asker) == owner(address))


def withdrawal_asked_at(session: Session, reference: str, now: datetime) -> datetime | None:
    good = (col(TokenRow.used_at).is_(None), TokenRow.ends_at >= now, TokenRow.purpose == Purpose.withdraw.value)
    went = (LetterRow.message_id == TokenRow.letter, col(LetterRow.state).not_in((LetterState.failed, LetterState.cancelled)))
    return session.exec(select(func.max(TokenRow.made_at)).where(TokenRow.reference == reference, *good, *went)).one()


def questions_lately(session: Session, call: str, now: datetime) -> int:
    lately = (LetterRow.kind == LetterKind.question.value, LetterRow.created_at > now - timedelta(hours=1))
    return session.exec(select(func.count(func.distinct(LetterRow.mail_id))).where(LetterRow.call == call, *lately)).one()


def on_behalf_today(session: Session, call: str, address: str, now: datetime) -> int:
    some = select(MailRow.sender).where(
        MailRow.call == call,
        MailRow.became == Became.kept_apart.value,
        col(MailRow.reason).in_((ON_BEHALF, *LATE)),
        MailRow.arrived_at > now - timedelta(days=1),
    )
    senders = [owner(sender or "") for sender in session.exec(some)]
    own = senders.count(owner(address))
    domain = sum(rows.domain(sender) == rows.domain(owner(address)) for sender in senders)
    return max(own, domain // _AS_MANY_OF_A_DOMAIN)


def confirmations(session: Session, call: str, address: str) -> int:
    """How often this address was asked ever to confirm what others had sent on."""
    some = select(func.count()).where(
        TokenRow.call == call, TokenRow.address_key == owner(address), TokenRow.purpose == Purpose.confirm.value
    )
    return session.exec(some).one()


def language_of(session: Session, letters: Sequence[str]) -> str | None:
    """That of the newest of these letters (Message-IDs)."""
    some = select(LetterRow.language).where(col(LetterRow.message_id).in_(letters))
    return session.exec(some.order_by(col(LetterRow.id).desc()).limit(1)).first()


def language_about(session: Session, reference: str) -> str | None:
    some = select(LetterRow.language).where(LetterRow.about == reference)
    return session.exec(some.order_by(col(LetterRow.id).desc()).limit(1)).first()


def question_of(session: Session, letters: Sequence[str]) -> int | None:
    """The mail whose question the newest of these letters (Message-IDs) passed on."""
    some = select(LetterRow.mail_id).where(col(LetterRow.message_id).in_(letters), LetterRow.kind == LetterKind.question.value)
    return session.exec(some.order_by(col(LetterRow.id).desc()).limit(1)).first()


def note_answer(session: Session, mail_id: int, now: datetime, who: str) -> bool:
    """False when it was answered before, or there is none."""
    return turn(session, _ANSWER, {"this": mail_id, "answered_at": now, "answered_by": who}) == 1


def confirm(session: Session, mail_id: int, now: datetime, who: str, why: str) -> bool:
    """A version kept apart becomes the current one of its entry: somebody who may vouches for it."""
    last = session.exec(_LAST, params={"mail_id": mail_id}).one()
    values: dict[str, object] = {"became": Became.revision.value, "reason": TAKEN_OVER}
    if not last or not turn_mail(session, _KEPT_APART, mail_id, values):
        return False
    turn(session, _STANDS, {"this": mail_id, "version": last + 1})
    about = session.get_one(MailRow, mail_id).reference or f"mail {mail_id}"
    insert_rows(session, AuditRow, [rows.audit_values(AuditEntry(now, who, TAKEN_OVER, about, why))])
    return True


def _token(row: TokenRow) -> Token:
    return Token(
        row.digest,
        Purpose(row.purpose),
        row.call,
        row.address_key,
        row.reference,
        row.letter,
        row.mail_id,
        row.made_at,
        row.ends_at,
        row.used_at,
    )


def _question(row: QuestionRow) -> Question:
    return Question(row.mail_id, row.call, row.address, row.reference, row.asked_at, row.answered_at, row.answered_by)
