"""Calls that are drafted by mail: what one transaction asks and keeps of them, and what is shown."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import func
from sqlmodel import Session, col, select

from mailbot.core.drafting.plan import Plan
from mailbot.core.letter import LetterKind
from mailbot.core.reading import Reading
from mailbot.core.submission import Became
from mailbot.store import KeptDraft
from mailbot.store.connection import Part
from mailbot.store.statements import insert_row
from mailbot.store.tables import CallStateRow, CallVersionRow, DraftRow, LetterRow, MailRow

_KINDS = (LetterKind.draft.value, LetterKind.opened.value)


class Drafts(Part):
    """The part of the Store that shows drafts; see the Protocol."""

    def drafts(self) -> list[KeptDraft]:
        with self._database.reading() as session:
            return newest(session)

    def draft(self, slug: str) -> KeptDraft | None:
        with self._database.reading() as session:
            return newest_of(session, slug)


def newest(session: Session) -> list[KeptDraft]:
    """Each draft in its newest version, the oldest draft first."""
    last = select(func.max(DraftRow.id)).group_by(col(DraftRow.slug))
    return [_kept(row) for row in session.exec(select(DraftRow).where(col(DraftRow.id).in_(last)).order_by(col(DraftRow.id)))]


def newest_of(session: Session, slug: str) -> KeptDraft | None:
    row = session.exec(select(DraftRow).where(DraftRow.slug == slug).order_by(col(DraftRow.version).desc()).limit(1)).first()
    return _kept(row) if row is not None else None


def keep(session: Session, plan: Plan, version: int, mail_id: int, now: datetime) -> None:
    values = {"slug": plan.slug, "version": version, "mail_id": mail_id, "plan": plan.dump(), "at": now}
    insert_row(session, DraftRow, values)


def answered(session: Session, letters: Sequence[str]) -> tuple[str, int] | None:
    """Slug and version that the newest of these letters showed."""
    some = select(LetterRow).where(col(LetterRow.message_id).in_(letters), col(LetterRow.kind).in_(_KINDS))
    row = session.exec(some.order_by(col(LetterRow.id).desc()).limit(1)).first()
    return (row.call, int(row.about.rpartition(" ")[2])) if row is not None else None


def used_slugs(session: Session) -> frozenset[str]:
    """The names of all calls that ever were, and of drafts."""
    columns = (CallVersionRow.slug, CallStateRow.slug, DraftRow.slug)
    return frozenset(slug for column in columns for slug in session.exec(select(column).distinct()))


def same_mail(session: Session, mail_id: int, reading: Reading) -> bool:
    """Whether this mail was followed before, under the same bytes or the same Message-ID and content."""
    same_content = (MailRow.message_id == reading.message_id) & (MailRow.fingerprint == reading.fingerprint)
    some = select(MailRow.id).where(
        (MailRow.sha256 == reading.sha256) | same_content,
        MailRow.id != mail_id,
        MailRow.became == Became.not_a_submission.value,
        col(MailRow.reason).startswith("draft-"),
    )
    return session.exec(some.limit(1)).first() is not None


def letters_within_a_day(session: Session, recipient: str, now: datetime) -> int:
    """How many letters about drafts were written to this address in the last 24 hours."""
    some = (
        select(func.count())
        .select_from(LetterRow)
        .where(
            func.lower(LetterRow.recipient) == recipient.lower(),
            col(LetterRow.kind).in_(_KINDS),
            LetterRow.created_at > now - timedelta(days=1),
        )
    )
    return session.exec(some).one()


def _kept(row: DraftRow) -> KeptDraft:
    return KeptDraft(Plan.load(row.plan), row.version, row.mail_id, row.at)
