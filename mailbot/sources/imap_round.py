"""One round over an IMAP folder: which mails are new, in what pieces they are fetched, and how far the cursor may move."""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from mailbot.core.message import Key, Received
from mailbot.errors import SourceError
from mailbot.sources import Ledger, Limits
from mailbot.sources.imap_session import Described, Folder, Session
from mailbot.sources.patience import Patience
from mailbot.sources.temporary import temporary_file, write

_LEDGER_CHUNK = 500
"""UIDs asked about in one query of the ledger and described in one FETCH."""

# Exchange hands out this text, well-formed and with OK, in place of a mail that it cannot convert.
_SUBSTITUTE = re.compile(rb"\r?\n\r?\nThe server couldn(?:'|\x92|\xe2\x80\x99|=92|=E2=80=99)t retrieve the following message")
_SUBSTITUTE_WORDS = b"t retrieve the following message"
_HEAD = 16 << 10


class Round:
    """Iterating hands out what the ledger does not know. session: gives an open one on the folder, or says why it cannot."""

    def __init__(
        self,
        name: str,
        folder: Folder,
        session: Callable[[], Session],
        ledger: Ledger,
        limits: Limits,
        patience: Patience,
        temporary: Path | None,
    ) -> None:
        self._name, self._folder, self._session, self._ledger = name, folder, session, ledger
        self._limits, self._patience, self._temporary = limits, patience, temporary
        self._validity = folder.uidvalidity
        self._cursor = ledger.cursor(name, self._validity)
        self._gone: set[int] = set()
        self._doubtful: list[int] = []
        self._may_advance = True

    def __iter__(self) -> Iterator[Received]:
        self._refuse_reused_uids()
        for uids, end in self._windows():
            for start in range(0, len(uids), _LEDGER_CHUNK):
                chunk = uids[start : start + _LEDGER_CHUNK]
                yield from self._new_ones(chunk)
                self._settle(chunk)
            if self._may_advance and end is not None:
                self._advance(end)
        for uid in sorted(self._doubtful, key=lambda uid: (self._failures(uid), uid)):
            yield from self._doubtful_one(uid)

    def _refuse_reused_uids(self) -> None:
        """A mailbox restored from a backup with its old UIDVALIDITY gives new mails the UIDs of mails we know."""
        if self._folder.uidnext is not None and self._folder.uidnext <= self._cursor:
            raise SourceError(
                self._name,
                f"UIDs have gone back to {self._folder.uidnext}, {self._cursor} was seen already: was it restored?",
                mend="give the mailbox another name in the settings; it is then read anew, and what is known is recognised",
                permanent=True,
            )

    def _windows(self) -> Iterator[tuple[list[int], int | None]]:
        """UIDs above the cursor in ascending lists, each with the UID up to which it is complete (None: to the end).

        One list as a rule. A mailbox of many mails met for the first time is walked in windows, since the answer is a single
        line; UIDs are not dense, so windows grow where they find nothing."""
        low, width = self._cursor + 1, self._limits.window
        while self._folder.exists > self._limits.window and low + width < (self._folder.uidnext or 0):
            uids = self._session().search(low, low + width - 1)
            yield uids, low + width - 1
            low += width
            width = self._limits.window if uids else width * 2
        yield self._session().search(low), None

    def _new_ones(self, chunk: list[int]) -> Iterator[Received]:
        unknown = self._unknown(chunk)
        self._doubtful += [uid for uid in unknown if self._failures(uid)]
        if not (fresh := [uid for uid in unknown if not self._failures(uid)]):
            return
        described = self._describe(fresh)
        for batch in _batches(described, self._limits):
            if described[batch[0]].size > self._limits.slice_bytes:
                yield from self._in_slices(batch[0], described[batch[0]])
            else:
                yield from self._at_once(batch, described)

    def _describe(self, uids: list[int]) -> dict[int, Described]:
        with self._blaming(uids) as session:
            described = session.describe(uids)
        for uid in uids:
            if uid not in described and not self._is_gone(uid):
                described[uid] = Described(size=0, received_at=None)
        return {uid: described[uid] for uid in uids if uid in described}

    def _at_once(self, batch: list[int], described: dict[int, Described]) -> Iterator[Received]:
        with self._blaming(batch) as session:
            bodies = session.bodies(batch)
        for uid in batch:
            raw = bodies.pop(uid, None)
            if raw is None or (not raw and described[uid].size):
                with self._blaming([uid]) as session:
                    raw = session.bodies([uid]).get(uid)
            if raw:
                problem = "server-substitute" if _is_substitute(raw) else None
                yield self._received(uid, raw, described[uid], problem)
            elif not self._is_gone(uid):
                is_empty = raw is not None and not described[uid].size
                yield self._received(uid, b"", described[uid], None if is_empty else "server-gave-no-body")

    def _in_slices(self, uid: int, described: Described) -> Iterator[Received]:
        """RFC822.SIZE need not be true: only a slice that is shorter than asked for, beyond that size, or empty is the last."""
        with temporary_file(self._temporary) as (path, file):
            size, first, length = 0, b"", self._limits.slice_bytes
            while size <= self._limits.mail_bytes:
                with self._blaming([uid]) as session:
                    piece = session.slice(uid, size, length)
                first = first or piece
                write(file, piece)
                size += len(piece)
                if not piece or (len(piece) < length and size >= described.size):
                    break
            if size < described.size and size <= self._limits.mail_bytes and self._is_gone(uid):
                return
            if size > self._limits.mail_bytes:
                yield self._received(uid, first, described, "too-large")
            elif size > length:
                yield self._received(uid, path, described, None)
            else:
                yield self._received(uid, first, described, None if first else "server-gave-no-body")

    def _doubtful_one(self, uid: int) -> Iterator[Received]:
        """A mail whose fetching ended in an error before: alone, in slices, and in the end without its bytes."""
        is_over = self._patience.is_over(self._validity, str(uid))
        try:
            described = self._describe([uid])
        except SourceError:
            if not is_over:
                raise
            described = {uid: Described(size=0, received_at=None)}
        for one in described.values():
            if is_over:
                yield self._received(uid, b"", one, "server-fails-on-body")
            else:
                yield from self._in_slices(uid, one)
        self._patience.worked(self._validity, str(uid))

    def _received(self, uid: int, raw: bytes | Path, described: Described, problem: str | None) -> Received:
        key = Key(self._name, self._validity, str(uid))
        if described.received_at is None:
            # Without the server's date nothing can be judged in time or late: a person has to look.
            return Received(key, raw, datetime.now(UTC), problem or "server-gave-no-date")
        return Received(key, raw, described.received_at, problem)

    @contextmanager
    def _blaming(self, uids: Sequence[int]) -> Iterator[Session]:
        """A session for fetching these mails; an error counts against each, for one of them may be its cause."""
        session = self._session()
        try:
            yield session
        except SourceError:
            for uid in uids:
                self._patience.failed(self._validity, str(uid))
            raise

    def _failures(self, uid: int) -> int:
        return self._patience.failures(self._validity, str(uid))

    def _is_gone(self, uid: int) -> bool:
        """No answer to a FETCH may mean that a person has filed the mail meanwhile, or that the server failed."""
        if self._session().has(uid):
            return False
        self._gone.add(uid)
        return True

    def _unknown(self, uids: Sequence[int]) -> list[int]:
        return [int(uid) for uid in self._ledger.unknown(self._name, self._validity, [str(uid) for uid in uids])]

    def _settle(self, chunk: list[int]) -> None:
        """Move the cursor behind the chunk, but never past a mail that is still there and not in the ledger."""
        if not self._may_advance:
            return
        missing = self._unknown([uid for uid in chunk if uid not in self._gone])
        self._may_advance = not missing
        self._advance(missing[0] - 1 if missing else chunk[-1])

    def _advance(self, uid: int) -> None:
        if uid > self._cursor:
            self._cursor = uid
            self._ledger.advance(self._name, self._validity, uid)


def _is_substitute(raw: bytes) -> bool:
    """The plain words first: each mail is asked, and the pattern costs more than fetching it."""
    return raw.find(_SUBSTITUTE_WORDS, 0, _HEAD) >= 0 and _SUBSTITUTE.search(raw, 0, _HEAD) is not None


def _batches(described: dict[int, Described], limits: Limits) -> Iterator[list[int]]:
    """In order, each of bounded number and size; a large mail by itself."""
    batch: list[int] = []
    octets = 0
    for uid, mail in described.items():
        is_full = len(batch) == limits.batch_mails or octets + mail.size > limits.batch_bytes
        if batch and (is_full or mail.size > limits.slice_bytes):
            yield batch
            batch, octets = [], 0
        batch.append(uid)
        octets += mail.size
        if mail.size > limits.slice_bytes:
            yield batch
            batch, octets = [], 0
    if batch:
        yield batch
