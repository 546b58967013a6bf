"""What people decide about mail kept for them."""

from datetime import datetime

from sqlalchemy import Update, bindparam, update

from mailbot.core.history import DISCARDED, Became
from mailbot.store import AuditEntry, rows
from mailbot.store.connection import Part
from mailbot.store.ledger import turn_mail
from mailbot.store.requests import confirm
from mailbot.store.statements import core, insert_rows
from mailbot.store.tables import AuditRow, MailRow

_MAIL = core(MailRow)
_IN_QUARANTINE = update(_MAIL).where(_MAIL.c.id == bindparam("mail_id"), _MAIL.c.became == Became.quarantined)
_WAITS = update(_MAIL).where(_MAIL.c.id == bindparam("mail_id"), _MAIL.c.became.in_((Became.quarantined, Became.kept_apart)))
_OUTCOME = ("became", "reason", "recorded_at", "kind", "call", "message_id", "fingerprint", "sender", "reference", "returned")


class People(Part):
    """The part of the Store that people act on; see the Protocol."""

    def release(self, mail_id: int, now: datetime, who: str) -> bool:
        """The source was told already, perhaps, and is not told again: a moved mail has left the place we know."""
        values: dict[str, object] = dict.fromkeys(_OUTCOME) | {"notes": [], "attempts": 0, "released": True}
        return self._decide(_IN_QUARANTINE, mail_id, values, AuditEntry(now, who, "released", f"mail {mail_id}", ""))

    def take_over(self, mail_id: int, now: datetime, who: str, why: str) -> bool:
        with self._database.writing() as session:
            return confirm(session, mail_id, now, who, why)

    def discard(self, mail_id: int, now: datetime, who: str, why: str) -> bool:
        """A change kept apart stays a version that does not count, so that the same mail again is its duplicate."""
        entry = AuditEntry(now, who, DISCARDED, f"mail {mail_id}", why)
        values: dict[str, object] = {"became": Became.not_a_submission.value, "reason": DISCARDED, "recorded_at": now}
        return self._decide(_WAITS, mail_id, values, entry)

    def _decide(self, where: Update, mail_id: int, values: dict[str, object], entry: AuditEntry) -> bool:
        with self._database.writing() as session:
            if not turn_mail(session, where, mail_id, values):
                return False
            insert_rows(session, AuditRow, [rows.audit_values(entry)])
            return True
