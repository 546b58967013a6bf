"""Proofs: one submission's mails, how they were judged and what the audit trail says, gathered into one file."""

import hashlib
import json
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Protocol, TypeVar

from mailbot.archive import Archive
from mailbot.core.announced import Version
from mailbot.core.call import Call
from mailbot.core.proof.bundle import bundle
from mailbot.core.proof.case import Audited, Case, Copy
from mailbot.core.proof.seen import Seen, seen
from mailbot.core.proof.signed import KeyRecord, asked
from mailbot.core.reading import Own
from mailbot.core.submission import Submission
from mailbot.keyrecords import Lookup
from mailbot.store import AuditEntry, Mail, Store

_MOST_MAILS = 1_000_000  # of a call: all of them

_T = TypeVar("_T")


class Worker(Protocol):
    """Where hostile octets are looked at: `reader.Killable`."""

    def do(self, work: Callable[..., _T], *arguments: object) -> _T | str:
        """What the work gives, or the named reason why it gives nothing."""


class Proofs:
    """Makes proofs. own: what mailbot knows of itself, and so whom it believes. made_by: name and version of this program."""

    def __init__(self, store: Store, archive: Archive, worker: Worker, lookup: Lookup, own: Own, made_by: str) -> None:
        self._store, self._archive, self._worker, self._lookup = store, archive, worker, lookup
        self._own, self._made_by = own, made_by

    def of(self, submission: Submission, call: Call, versions: Sequence[Version], now: datetime) -> tuple[Case, bytes]:
        """What is told of a submission, and the file that tells it. now: aware, UTC; the instant at which keys are asked for.

        Raises ArchiveError where a mail is gone or altered: a proof without its mail proves nothing.
        """
        mails = self._mails(submission)
        raw = {mail.sha256: self._archive.get(mail.sha256) for mail in mails}
        files = {sha256: f"mail-{number}.eml" for number, sha256 in enumerate(raw, 1)}
        looked = {mail.id: self._seen(mail, raw[mail.sha256], now) for mail in mails}
        copies = [_copy(mail, files[mail.sha256], submission, looked[mail.id]) for mail in mails]
        about = {submission.reference, *(f"mail {mail.id}" for mail in mails)}
        audit = [entry for entry in chained(self._store.audit()) if entry.about in about]
        case = Case(submission, call, versions, copies, audit, self._made_by)
        return case, bundle(case, {files[sha256]: octets for sha256, octets in raw.items()})

    def _mails(self, submission: Submission) -> list[Mail]:
        """Those that became a version, and those that were the same mail again, in the order in which they were taken."""
        known = {revision.mail_id for revision in submission.revisions}
        also = self._store.mails(call=submission.call, limit=_MOST_MAILS)
        known |= {mail.id for mail in also if mail.reference == submission.reference}
        return [self._store.mail(mail_id) for mail_id in sorted(known)]

    def _seen(self, mail: Mail, raw: bytes, now: datetime) -> Seen:
        """Keys that were there when the mail was taken count, whatever has become of them."""
        received_at, names = mail.received_at, self._worker.do(asked, raw)
        kept = self._store.signatures(mail.sha256) or ()
        keys = {one.key.name: one.key for one in kept if one.key is not None and one.key.record is not None}
        missing = [name for name in names if name not in keys] if not isinstance(names, str) else []
        keys |= self._lookup(missing, now) if missing else {}
        found = self._worker.do(seen, raw, received_at, self._own, keys, kept)
        if isinstance(found, str) and any(key.record for key in keys.values()):
            # A text can be made to keep the library busy; its way here is told all the same.
            keys = {name: KeyRecord(name, None, "checking-took-too-long", now) for name in keys}
            found = self._worker.do(seen, raw, received_at, self._own, keys, kept)
        return Seen(unreadable=found) if isinstance(found, str) else found


def chained(trail: Sequence[AuditEntry]) -> list[Audited]:
    """Each entry with its place and the hash of all up to it: SHA-256 over the hash before (hex; nothing before the first) and
    the entry as JSON: a list of instant, who, what, about, why; no blanks, ASCII only."""
    found: list[Audited] = []
    chain = ""
    for place, entry in enumerate(trail, 1):
        said = [entry.at.isoformat(), entry.who, entry.what, entry.about, entry.why]
        chain = hashlib.sha256((chain + json.dumps(said, separators=(",", ":"))).encode("ascii")).hexdigest()
        found.append(Audited(place, chain, entry.at, entry.who, entry.what, entry.about, entry.why))
    return found


def _copy(mail: Mail, file: str, submission: Submission, looked: Seen) -> Copy:
    return Copy(
        file=file,
        sha256=mail.sha256,
        size=mail.size,
        mailbox=mail.key.mailbox,
        uidvalidity=mail.key.uidvalidity,
        uid=mail.key.uid,
        received_at=mail.received_at,
        arrived_at=mail.arrived_at,
        became=mail.became.value if mail.became else "",
        reason=mail.reason or "",
        notes=mail.notes,
        revision=next((one for one in submission.revisions if one.mail_id == mail.id), None),
        seen=looked,
    )
