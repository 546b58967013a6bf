"""Signatures: those of a mail verified when it is taken, before it is read, and what came of it kept with the mail.

The keys are asked of the DNS, in bounded time; octets are looked at where they can be killed. Whatever goes wrong there leaves
the sender as unconfirmed as if nothing were signed, and the mail is taken all the same.
"""

from datetime import datetime
from typing import Protocol

import structlog

from mailbot.core.proof.signed import Signature, asked_of_house, header, may_be_signed, unchecked, verified
from mailbot.keyrecords import Lookup
from mailbot.reader import Reader, ReadingFailed
from mailbot.store import Store

log = structlog.get_logger(__name__)


class Signing(Protocol):
    """Who knows what the signatures of a mail are worth."""

    def of(self, sha256: str, raw: bytes, received_at: datetime, now: datetime) -> tuple[Signature, ...]:
        """The verdict on each, none for a mail without; the same for the same octets, whenever it is asked."""


class Unsigned:
    """Nobody looks at signatures."""

    def of(self, _sha256: str, _raw: bytes, _received_at: datetime, _now: datetime) -> tuple[Signature, ...]:
        return ()


class Signatures:
    """Verifies them. reader: where hostile octets are looked at."""

    def __init__(self, store: Store, reader: Reader, lookup: Lookup) -> None:
        self._store, self._reader, self._lookup = store, reader, lookup

    def of(self, sha256: str, raw: bytes, received_at: datetime, now: datetime) -> tuple[Signature, ...]:
        """See `Signing`. Raises StoreError, and WorkerError where no mail can be looked at."""
        if not may_be_signed(raw):
            return ()
        kept = self._store.signatures(sha256)
        if kept is not None:
            return kept
        found = self._found(raw, received_at, now)
        self._store.keep_signatures(sha256, found, now)
        return found

    def _found(self, raw: bytes, received_at: datetime, now: datetime) -> tuple[Signature, ...]:
        try:
            names = self._reader.do(asked_of_house, header(raw))
            if isinstance(names, str):
                return (unchecked("checking-took-too-long"),)
            found = self._reader.do(verified, raw, self._lookup(names, now) if names else {}, received_at, True)
        except ReadingFailed as failed:
            log.error("signatures-not-checked", error=failed.error, at=failed.at)
            return (unchecked("checking-failed"),)
        return (unchecked("checking-took-too-long"),) if isinstance(found, str) else found
