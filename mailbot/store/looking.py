"""Looking: what the commands and pages show. Nothing here writes."""

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import func
from sqlmodel import Session, col, select

from mailbot.core.reading import Timeliness
from mailbot.core.submission import Became, Submission, decisive, standing
from mailbot.store import AuditEntry, CallCount, Mail, rows
from mailbot.store.connection import Part
from mailbot.store.tables import AuditRow, MailRow, RevisionRow, SubmissionRow


class Looking(Part):
    """The part of the Store that answers questions; see the Protocol."""

    def submissions(self, call: str) -> list[Submission]:
        """In the order of their first mail."""
        with self._database.reading() as session:
            found = session.exec(select(SubmissionRow).where(SubmissionRow.call == call).order_by(col(SubmissionRow.id)))
            return rows.submissions(session, found.all())

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

    def count(self, call: str) -> CallCount:
        with self._database.reading() as session:
            counting = _counting(session, call)
            quarantined = session.exec(
                select(func.count()).where(MailRow.call == call, MailRow.became == Became.quarantined.value)
            ).one()
        judged = [decisive(versions).timeliness for versions in counting]
        return CallCount(
            entries=len(counting),
            on_time=judged.count(Timeliness.on_time),
            grace=judged.count(Timeliness.grace),
            late=judged.count(Timeliness.late),
            complete=sum(_leave_nothing_open(versions) for versions in counting),
            quarantined=quarantined,
        )

    def audit(self, about: str | None = None) -> list[AuditEntry]:
        """In the order they were written."""
        some = select(AuditRow).order_by(col(AuditRow.id))
        if about is not None:
            some = some.where(AuditRow.about == about)
        with self._database.reading() as session:
            return [rows.audit_entry(row) for row in session.exec(some)]


def _counting(session: Session, call: str) -> list[list[RevisionRow]]:
    """The versions that speak for the submitter, of each submission that has one that counts."""
    by_submission: dict[int, list[RevisionRow]] = defaultdict(list)
    for revision in session.exec(
        select(RevisionRow)
        .join(SubmissionRow, col(RevisionRow.submission_id) == col(SubmissionRow.id))
        .where(SubmissionRow.call == call, col(RevisionRow.counts).is_(True))
        .order_by(col(RevisionRow.submission_id), col(RevisionRow.version))
    ):
        by_submission[revision.submission_id].append(revision)
    return [standing(versions) for versions in by_submission.values()]


def _leave_nothing_open(versions: Iterable[RevisionRow]) -> bool:
    """A question is open when every mail left it open."""
    return not set.intersection(*(set(version.unanswered) for version in versions))
