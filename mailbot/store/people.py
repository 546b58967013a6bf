"""What people decide about mail kept for them, and the call files they write."""

from datetime import datetime

from sqlalchemy import bindparam, func, update
from sqlmodel import col, select

from mailbot.core.submission import Became
from mailbot.store import AuditEntry, rows
from mailbot.store.connection import Part
from mailbot.store.ledger import turn_mail
from mailbot.store.statements import core, insert_rows
from mailbot.store.tables import AuditRow, CallVersionRow, MailRow

_MAIL = core(MailRow)
_IN_QUARANTINE = update(_MAIL).where(_MAIL.c.id == bindparam("mail_id"), _MAIL.c.became == Became.quarantined)
_OUTCOME = ("became", "reason", "recorded_at", "kind", "call", "message_id", "fingerprint", "sender", "reference", "returned")


class People(Part):
    """The part of the Store that people act on; see the Protocol."""

    def release(self, mail_id: int, now: datetime, who: str) -> bool:
        """The source was told already, perhaps, and is not told again: a moved mail has left the place we know."""
        values: dict[str, object] = dict.fromkeys(_OUTCOME) | {"notes": [], "attempts": 0, "released": True}
        return self._decide(mail_id, values, AuditEntry(now, who, "released", f"mail {mail_id}", ""))

    def discard(self, mail_id: int, now: datetime, who: str, why: str) -> bool:
        values: dict[str, object] = {"became": Became.not_a_submission.value, "reason": "discarded", "recorded_at": now}
        return self._decide(mail_id, values, AuditEntry(now, who, "discarded", f"mail {mail_id}", why))

    def keep_call(self, slug: str, text: str, now: datetime) -> None:
        newest = select(CallVersionRow).where(CallVersionRow.slug == slug).order_by(col(CallVersionRow.version).desc()).limit(1)
        with self._database.writing(lock=f"call file {slug}") as session:
            last = session.exec(newest).first()
            if last is None or last.text != text:
                version = last.version + 1 if last is not None else 1
                session.add(CallVersionRow(slug=slug, version=version, text=text, kept_at=now))

    def kept_calls(self) -> dict[str, str]:
        newest = select(func.max(CallVersionRow.id)).group_by(col(CallVersionRow.slug))
        with self._database.reading() as session:
            found = session.exec(select(CallVersionRow).where(col(CallVersionRow.id).in_(newest)))
            return {row.slug: row.text for row in found}

    def _decide(self, mail_id: int, values: dict[str, object], entry: AuditEntry) -> bool:
        with self._database.writing() as session:
            if not turn_mail(session, _IN_QUARANTINE, mail_id, values):
                return False
            insert_rows(session, AuditRow, [rows.audit_values(entry)])
            return True
