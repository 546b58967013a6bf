"""Looking: what the commands and pages show. Nothing here writes."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import func
from sqlmodel import col, select

from mailbot.core.call import Call
from mailbot.core.entries import Entry
from mailbot.core.submission import Became, Submission
from mailbot.store import AuditEntry, Mail, entries, rows
from mailbot.store.connection import Part
from mailbot.store.tables import AuditRow, LetterRow, MailRow, SubmissionRow


class Looking(Part):
    """The part of the Store that answers questions; see the Protocol."""

    def submissions(self, call: str) -> list[Submission]:
        """In the order of their first mail."""
        with self._database.reading() as session:
            return rows.submissions_of(session, call)

    def entries(self, call: Call, numbers: Mapping[str, int]) -> list[Entry]:
        with self._database.reading() as session:
            return entries.of_call(session, call, numbers)

    def how_many(self, call: str) -> int:
        some = select(func.count()).select_from(SubmissionRow).where(SubmissionRow.call == call)
        with self._database.reading() as session:
            return session.exec(some).one()

    def submission(self, reference: str) -> Submission | None:
        with self._database.reading() as session:
            row = session.exec(select(SubmissionRow).where(SubmissionRow.reference == reference)).first()
            return rows.submissions(session, [row])[0] if row is not None else None

    def mails(self, *, became: Became | None = None, call: str | None = None, limit: int = 1000) -> list[Mail]:
        some = select(MailRow).order_by(col(MailRow.id).desc()).limit(limit)
        if became is not None:
            some = some.where(MailRow.became == became.value)
        if call is not None:
            some = some.where(MailRow.call == call)
        with self._database.reading() as session:
            return [rows.mail(row) for row in session.exec(some)]

    def written_at(self, message_ids: Sequence[str]) -> datetime | None:
        some = select(func.max(LetterRow.created_at)).where(col(LetterRow.message_id).in_(message_ids))
        with self._database.reading() as session:
            return session.exec(some).one()

    def audit(self, about: str | None = None) -> list[AuditEntry]:
        """In the order they were written."""
        some = select(AuditRow).order_by(col(AuditRow.id))
        if about is not None:
            some = some.where(AuditRow.about == about)
        with self._database.reading() as session:
            return [rows.audit_entry(row) for row in session.exec(some)]
