"""One open transaction around deciding and recording one mail."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import bindparam, case, func, update
from sqlmodel import Session, col, select

from mailbot.core.call import Call
from mailbot.core.decisions import Offer
from mailbot.core.drafting.plan import Plan
from mailbot.core.letter import Letter, LetterKind, LetterState
from mailbot.core.life import State
from mailbot.core.reading import Intent, Reading, Sender
from mailbot.core.requests import ON_BEHALF
from mailbot.core.submission import Became, Change, History, Submission, as_sure
from mailbot.core.tokens import Token, found, owner
from mailbot.errors import StoreError
from mailbot.store import AuditEntry, KeptDraft, Sent, budgets, drafts, offers, requests, rows
from mailbot.store.budgets import ANSWER_REQUESTS
from mailbot.store.calls import state_of, turn_state
from mailbot.store.choosing import SqlBriefs, SqlChoosingUnit
from mailbot.store.ledger import record_outcome
from mailbot.store.letters import add_letters
from mailbot.store.reference import Choose, draw
from mailbot.store.statements import core, how_many, insert_row, insert_rows, turn
from mailbot.store.tables import AnswerRow, AuditRow, LetterRow, MailRow, RevisionRow, SubmissionRow
from mailbot.store.trouble import BUG

_TAKEN = (Became.new, Became.revision, Became.kept_apart)
"""Mails that are part of a submission: what comes after can be their duplicate."""

_BY_ADDRESS = select(SubmissionRow).where(
    SubmissionRow.call == bindparam("call"), SubmissionRow.address_key == bindparam("address_key")
)
_AT_PLACE = select(MailRow.id).where(
    MailRow.mailbox == bindparam("mailbox"), MailRow.uidvalidity == bindparam("uidvalidity"), MailRow.uid == bindparam("uid")
)
_BY_REFERENCE = select(SubmissionRow).where(SubmissionRow.reference == bindparam("reference"))
_NEWEST_VERSION = select(func.max(RevisionRow.version)).where(RevisionRow.submission_id == bindparam("submission_id"))
_SUBMISSION = core(SubmissionRow)
_CALL_OTHERWISE = update(_SUBMISSION).where(_SUBMISSION.c.id == bindparam("this"))


_same_bytes = col(MailRow.sha256) == bindparam("sha256")
_same_id = col(MailRow.message_id) == bindparam("message_id")
_same_content = col(MailRow.fingerprint) == bindparam("fingerprint")
_as_sure = col(RevisionRow.authentication).in_(bindparam("as_sure", expanding=True))
_letters = select(LetterRow.id).where(col(LetterRow.mail_id) == col(MailRow.id))
# What was asked was done when its letters were written, whoever asked. Answers sent on are as sure as the person named, not as
# who sent them: only who was sure brought them here.
_asked_before = (col(MailRow.became) == Became.request) & (
    _letters.where(col(LetterRow.kind).in_((*ANSWER_REQUESTS, LetterKind.question))).exists()
)
_sent_on_before = (col(MailRow.reason) == ON_BEHALF) | _letters.where(col(LetterRow.kind) == LetterKind.confirm).exists()
_the_same = _same_bytes | (_same_id & _same_content & (_as_sure | _asked_before | _sent_on_before))
# A discarded change still is; and a request that comes twice is one.
_part_of_a_submission = col(MailRow.became).in_((*_TAKEN, Became.request)) | col(RevisionRow.id).is_not(None)
_LIKE_THIS = (
    select(
        func.min(case((_the_same, col(MailRow.id)))),
        how_many(_same_id & ~_same_bytes & ~_same_content),
    )
    .outerjoin(RevisionRow, col(RevisionRow.mail_id) == col(MailRow.id))
    .where(MailRow.call == bindparam("call"), _part_of_a_submission, _same_bytes | _same_id)
)
"""The earliest mail that is the same, and how many have its Message-ID with other content. The mail in hand is not recorded
yet, so it never finds itself."""

_LIKE_THIS_ANYWHERE = (
    select(func.min(col(MailRow.id)))
    .outerjoin(RevisionRow, col(RevisionRow.mail_id) == col(MailRow.id))
    .where(_part_of_a_submission, _the_same)
)
"""For a mail whose call is not known: it may lie in two mailboxes, of which one tells."""


class SqlUnit(SqlBriefs):
    """See the Protocol `Unit`. Used inside `SqlStore.unit()` only; the transaction belongs to it."""

    def __init__(self, session: Session, choose: Choose) -> None:
        self._session = session
        self._choose = choose

    def history(self, call: str | None, reading: Reading) -> History:
        like_this = {
            "call": call,
            "sha256": reading.sha256,
            "message_id": reading.message_id,
            "fingerprint": reading.fingerprint,
            "as_sure": as_sure(reading.sender.authentication),
        }
        if call is None:
            return History(twin=self._session.exec(_LIKE_THIS_ANYWHERE, params=like_this).one())
        twin, other_content = self._session.exec(_LIKE_THIS, params=like_this).one()
        return History(self._submission(call, reading.sender.address), twin, bool(other_content))

    def asked(self, history: History, call: Call, reading: Reading, now: datetime) -> History:
        address, session, entry = reading.sender.address or "", self._session, history.submission
        asks = reading.intent is Intent.question
        return replace(
            history,
            tokens=requests.tokens(session, found(reading.reply if reading.thread else reading.text), reading.thread),
            withdrawal_asked_at=requests.withdrawal_asked_at(session, entry.reference, now) if entry is not None else None,
            questions_today=requests.questions_today(session, call.slug, address, now) if asks else 0,
            question=requests.question_of(session, reading.thread) if reading.thread else None,
            on_behalf_today=requests.on_behalf_today(session, call.slug, address, now) if reading.forwarded else 0,
            said_before=entry is not None and bool(reading.answers) and self._said_before(entry, reading.fingerprint),
            from_contact=owner(address) in {owner(contact.address) for contact in call.contacts},
        )

    def _said_before(self, entry: Submission, fingerprint: str) -> bool:
        mails = {revision.mail_id: revision for revision in entry.revisions if revision.counts}
        same = select(MailRow.id).where(col(MailRow.id).in_(mails), MailRow.fingerprint == fingerprint)
        versions = [mails[mail_id].version for mail_id in self._session.exec(same)]
        return bool(versions) and max(revision.version for revision in mails.values()) > max(versions)

    def submission_of(self, call: str, address: str) -> Submission | None:
        return self._submission(call, address)

    def language_of(self, letters: Sequence[str]) -> str | None:
        return requests.language_of(self._session, letters) if letters else None

    def language_about(self, reference: str) -> str | None:
        return requests.language_about(self._session, reference)

    def write(self, letters: Sequence[Letter], now: datetime) -> None:
        add_letters(self._session, letters, LetterState.waiting, now)

    def confirmations(self, call: str, address: str) -> int:
        return requests.confirmations(self._session, call, address)

    def entry(self, reference: str) -> Submission:
        row = self._by_reference(reference)
        if row is None:
            raise _contradiction(f"something of the entry {reference}, which is not there")
        return rows.submissions(self._session, [row])[0]

    def keep_token(self, token: Token) -> None:
        requests.keep_token(self._session, token)

    def use_token(self, token: Token, mail_id: int, now: datetime) -> bool:
        return requests.use_token(self._session, token, mail_id, now)

    def note_event(self, reference: str, what: str, now: datetime, who: str, why: str, mail_id: int | None = None) -> bool:
        return requests.note_event(self._session, reference, what, now, who, why, mail_id)

    def confirm(self, mail_id: int, now: datetime, who: str, why: str) -> bool:
        return requests.confirm(self._session, mail_id, now, who, why)

    def ask(self, mail_id: int, call: str, address: str, reference: str | None, now: datetime) -> None:
        requests.ask(self._session, mail_id, call, address, reference, now)

    def questions_lately(self, call: str, now: datetime) -> int:
        return requests.questions_lately(self._session, call, now)

    def note_answer(self, mail_id: int, now: datetime, who: str) -> bool:
        return requests.note_answer(self._session, mail_id, now, who)

    def choosing(self, call: str) -> SqlChoosingUnit:
        return SqlChoosingUnit(self._session, call)

    def offer_of(self, call: str, reference: str) -> Offer | None:
        return offers.of_entry(self._session, call, reference)

    def sent(self, call: str, sender: Sender, now: datetime, fingerprint: str = "", thread: Sequence[str] = ()) -> Sent:
        return budgets.sent(self._session, call, sender, now, fingerprint, thread)

    def new_reference(self) -> str:
        while True:
            reference = draw(self._choose)
            if self._by_reference(reference) is None:
                return reference

    def record(
        self,
        mail_id: int,
        reading: Reading,
        change: Change,
        reference: str | None,
        letters: Sequence[Letter],
        audit: Sequence[AuditEntry],
        now: datetime,
        *,
        hold: bool = False,
        due_at: datetime | None = None,
        about: Reading | None = None,
    ) -> bool:
        if not record_outcome(self._session, mail_id, _outcome(reading, change, reference, now)):
            return False
        if change.became in _TAKEN and reference is not None:
            self._add_revision(reference, mail_id, about or reading, change, now)
        state = LetterState.held if hold else LetterState.waiting
        add_letters(self._session, letters, state, now, mail_id=mail_id, due_at=due_at)
        insert_rows(self._session, AuditRow, [rows.audit_values(entry) for entry in audit])
        return True

    def drafts(self) -> list[KeptDraft]:
        return drafts.newest(self._session)

    def draft_answered(self, letters: Sequence[str]) -> tuple[KeptDraft, int] | None:
        found = drafts.answered(self._session, letters)
        its = drafts.newest_of(self._session, found[0]) if found is not None else None
        return (its, found[1]) if its is not None and found is not None else None

    def keep_draft(self, plan: Plan, version: int, mail_id: int, now: datetime) -> None:
        drafts.keep(self._session, plan, version, mail_id, now)

    def slugs(self) -> frozenset[str]:
        return drafts.used_slugs(self._session)

    def state(self, slug: str) -> State | None:
        return state_of(self._session, slug)

    def change_state(self, slug: str, before: State | None, state: State, now: datetime, who: str, why: str) -> bool:
        return turn_state(self._session, slug, before, state, now, who, why)

    def drafted_before(self, mail_id: int, reading: Reading) -> bool:
        return drafts.same_mail(self._session, mail_id, reading)

    def draft_letters_today(self, recipient: str, now: datetime) -> int:
        return drafts.letters_within_a_day(self._session, recipient, now)

    def also_for(self, mail_id: int, call: str, now: datetime) -> None:
        mail = self._session.get_one(MailRow, mail_id)
        uid = f"{mail.uid} for {call}"
        place = {"mailbox": mail.mailbox, "uidvalidity": mail.uidvalidity, "uid": uid}
        if self._session.exec(_AT_PLACE, params=place).first() is None:
            same = {"sha256": mail.sha256, "size": mail.size, "received_at": mail.received_at, "arrived_at": now}
            # Its source knows one mail, and is told of that one when it is recorded.
            state = {"attempts": 1, "notes": [], "released": False, "done": True, "for_call": call}
            insert_row(self._session, MailRow, place | same | state)

    def _submission(self, call: str, address: str | None) -> Submission | None:
        if address is None:
            return None
        by_address = {"call": call, "address_key": rows.address_key(address)}
        row = self._session.exec(_BY_ADDRESS, params=by_address).first()
        return rows.submissions(self._session, [row])[0] if row is not None else None

    def _by_reference(self, reference: str) -> SubmissionRow | None:
        return self._session.exec(_BY_REFERENCE, params={"reference": reference}).first()

    def _add_revision(self, reference: str, mail_id: int, reading: Reading, change: Change, now: datetime) -> None:
        if reading.call is None or reading.sender.address is None or reading.timeliness is None:
            raise _contradiction(f"a mail that became {change.became.value}, without call, address or timeliness")
        if change.became in (Became.new, Became.kept_apart) and self._by_reference(reference) is None:
            submission_id, version = insert_row(self._session, SubmissionRow, _submission(reference, reading, now)), 1
        else:
            submission_id, version = self._next_version(reference, reading.call)
            names = {key: said for key, said in (("address", change.address), ("name", change.name)) if said is not None}
            if names:
                turn(self._session, _CALL_OTHERWISE, {"this": submission_id, **names})
        values = _revision(submission_id, version, mail_id, reading, change)
        revision_id = insert_row(self._session, RevisionRow, values)
        insert_rows(self._session, AnswerRow, _answers(revision_id, reading))

    def _next_version(self, reference: str, call: str) -> tuple[int, int]:
        submission = self._by_reference(reference)
        if submission is None or submission.call != call:
            raise _contradiction("a revision of a submission that is not there, or of another call")
        newest = self._session.exec(_NEWEST_VERSION, params={"submission_id": submission.id}).one()
        return submission.id, (newest or 0) + 1


def _outcome(reading: Reading, change: Change, reference: str | None, now: datetime) -> dict[str, object]:
    return {
        "recorded_at": now,
        "became": change.became.value,
        "reason": change.reason,
        "notes": list(change.notes),
        "kind": reading.kind.value,
        "call": reading.call,
        "message_id": reading.message_id,
        "fingerprint": reading.fingerprint,
        "sender": reading.sender.address,
        "reference": reference,
        "returned": reading.returned,
    }


def _submission(reference: str, reading: Reading, now: datetime) -> dict[str, object]:
    address = reading.sender.address or ""
    return {
        "reference": reference,
        "call": reading.call,
        "address": address,
        "address_key": rows.address_key(address),
        "name": reading.sender.name,
        "created_at": now,
    }


def _revision(submission_id: int, version: int, mail_id: int, reading: Reading, change: Change) -> dict[str, object]:
    return {
        "submission_id": submission_id,
        "version": version,
        "mail_id": mail_id,
        "message_id": reading.message_id,
        "received_at": reading.received_at,
        "timeliness": reading.timeliness,
        "authentication": reading.sender.authentication,
        "intent": reading.intent,
        "counts": change.counts,
        "why": change.reason,
        "unplaced": reading.unplaced,
        "signature": reading.signature,
        "unanswered": list(reading.unanswered),
    }


def _answers(revision_id: int, reading: Reading) -> list[dict[str, object]]:
    return [
        {
            "revision_id": revision_id,
            "question": answer.question,
            "question_id": answer.question_id,
            "text": answer.text,
            "confidence": answer.confidence,
            "how": answer.how,
            "source": answer.source,
        }
        for answer in reading.answers
    ]


def _contradiction(what: str) -> StoreError:
    return StoreError(f"refused to record {what}", mend=BUG, permanent=True)
