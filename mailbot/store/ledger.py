"""The ledger: which mail came from where, how often it was tried, and whether the source knows that it is recorded."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Update, bindparam, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from mailbot.core.message import Key
from mailbot.core.submission import Became
from mailbot.errors import NotFound, StoreError
from mailbot.store import AuditEntry, Mail, rows
from mailbot.store.columns import clean
from mailbot.store.connection import Database, Part
from mailbot.store.statements import core, insert_rows, turn
from mailbot.store.tables import AuditRow, CursorRow, MailboxRow, MailRow
from mailbot.store.trouble import BUG

_AT_ONCE = 500
_MAIL, _CURSOR, _MAILBOX = core(MailRow), core(CursorRow), core(MailboxRow)

_AT_PLACE = select(MailRow).where(
    MailRow.mailbox == bindparam("mailbox"), MailRow.uidvalidity == bindparam("uidvalidity"), MailRow.uid == bindparam("uid")
)
_OLDEST_FIRST = (col(MailRow.arrived_at), col(MailRow.id))
_UNFINISHED = select(MailRow).where(col(MailRow.became).is_(None)).order_by(*_OLDEST_FIRST)
_UNFINISHED_HERE = _UNFINISHED.where(MailRow.mailbox == bindparam("mailbox"))
_UNDONE = (
    select(MailRow)
    .where(MailRow.mailbox == bindparam("mailbox"), col(MailRow.done).is_(False), col(MailRow.became).is_not(None))
    .order_by(*_OLDEST_FIRST)
)
_ONE = update(_MAIL).where(_MAIL.c.id == bindparam("mail_id"))
_ATTEMPT = _ONE.values(attempts=_MAIL.c.attempts + 1).returning(_MAIL.c.attempts)
_RECORD = _ONE.where(_MAIL.c.became.is_(None))
_DONE = _ONE.where(_MAIL.c.became.is_not(None))


class Ledger(Part):
    """The part of the Store that sources and intake ask; see the Protocols."""

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        insert = sqlite.insert if database.sqlite else postgresql.insert  # both know ON CONFLICT, each in its own words
        self._arrive = insert(_MAIL).on_conflict_do_nothing()
        self._meet = insert(_MAILBOX).on_conflict_do_nothing()
        advance = insert(_CURSOR)
        self._advance = advance.on_conflict_do_update(
            index_elements=["mailbox", "uidvalidity"],
            set_={"uid": advance.excluded.uid},
            where=_CURSOR.c.uid < advance.excluded.uid,
        )

    def cursor(self, mailbox: str, uidvalidity: int) -> int:
        with self._database.reading() as session:
            row = session.get(CursorRow, (mailbox, uidvalidity))
            return row.uid if row is not None else 0

    def advance(self, mailbox: str, uidvalidity: int, uid: int) -> None:
        """Never goes back."""
        with self._database.writing() as session:
            session.connection().execute(self._advance, {"mailbox": mailbox, "uidvalidity": uidvalidity, "uid": uid})

    def unknown(self, mailbox: str, uidvalidity: int, uids: Sequence[str]) -> list[str]:
        known: set[str] = set()
        here = select(MailRow.uid).where(MailRow.mailbox == mailbox, MailRow.uidvalidity == uidvalidity)
        with self._database.reading() as session:
            for n in range(0, len(uids), _AT_ONCE):
                known.update(session.exec(here.where(col(MailRow.uid).in_(uids[n : n + _AT_ONCE]))))
        return [uid for uid in uids if clean(uid) not in known]

    def arrived(
        self, key: Key, sha256: str, size: int, received_at: datetime, now: datetime, problem: str | None = None
    ) -> Mail:
        place = {"mailbox": key.mailbox, "uidvalidity": key.uidvalidity, "uid": key.uid}
        values = {
            "sha256": sha256,
            "size": size,
            "received_at": received_at,
            "arrived_at": now,
            "problem": problem,
            "attempts": 1,
            "notes": [],
            "released": False,
            "done": False,
        }
        with self._database.writing() as session:
            session.connection().execute(self._arrive, place | values)
            return rows.mail(session.exec(_AT_PLACE, params=place).one())

    def begin_attempt(self, mail_id: int) -> int:
        with self._database.writing() as session:
            attempts = session.connection().execute(_ATTEMPT, {"mail_id": mail_id}).scalar_one_or_none()
        if attempts is None:
            raise _no_such_mail(mail_id)
        return int(attempts)

    def quarantine(self, mail_id: int, reason: str, now: datetime) -> None:
        """Does nothing when the mail has an outcome already."""
        values = {"became": Became.quarantined.value, "reason": reason, "recorded_at": now}
        entry = AuditEntry(now, "mailbot", Became.quarantined.value, f"mail {mail_id}", reason)
        with self._database.writing() as session:
            if record_outcome(session, mail_id, values):
                insert_rows(session, AuditRow, [rows.audit_values(entry)])

    def unfinished(self, mailbox: str | None = None) -> list[Mail]:
        return self._mails(_UNFINISHED) if mailbox is None else self._mails(_UNFINISHED_HERE, mailbox=mailbox)

    def undone(self, mailbox: str) -> list[Mail]:
        return self._mails(_UNDONE, mailbox=mailbox)

    def mark_done(self, mail_id: int) -> None:
        """StoreError when the mail is not recorded yet: nothing is marked done before."""
        with self._database.writing() as session:
            if not turn_mail(session, _DONE, mail_id, {"done": True}):
                what = f"database {self._database.where}: mail {mail_id} is to be marked done before it is recorded"
                raise StoreError(what, mend=BUG, permanent=True)

    def mail(self, mail_id: int) -> Mail:
        with self._database.reading() as session:
            row = session.get(MailRow, mail_id)
        if row is None:
            raise _no_such_mail(mail_id)
        return rows.mail(row)

    def first_round(self, mailbox: str, now: datetime) -> datetime:
        with self._database.reading() as session:
            row = session.get(MailboxRow, mailbox)
        if row is not None:
            return row.first_round_at
        with self._database.writing() as session:
            session.connection().execute(self._meet, {"mailbox": mailbox, "first_round_at": now})
            return session.get_one(MailboxRow, mailbox).first_round_at

    def _mails(self, some: SelectOfScalar[MailRow], **values: str) -> list[Mail]:
        with self._database.reading() as session:
            return [rows.mail(row) for row in session.exec(some, params=values)]


def record_outcome(session: Session, mail_id: int, values: dict[str, object]) -> bool:
    """Write what became of a mail; False, and nothing changes, when it has an outcome already."""
    return turn_mail(session, _RECORD, mail_id, values)


def turn_mail(session: Session, statement: Update, mail_id: int, values: dict[str, object]) -> bool:
    """Change a ledger row that is in its old state; False when it is in another. NotFound when there is no such mail."""
    if turn(session, statement, {"mail_id": mail_id, **values}):
        return True
    if session.get(MailRow, mail_id) is None:
        raise _no_such_mail(mail_id)
    return False


def _no_such_mail(mail_id: int) -> NotFound:
    return NotFound(f"there is no mail {mail_id}", mend="`mailbot quarantine list` shows the numbers")
