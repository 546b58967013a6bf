"""Where mail comes from: wait for mail, hand out Received, mark done."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from mailbot.core.message import Key, Received


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one round. A mail above `slice_bytes` travels alone, in slices, to a temporary file; one above `mail_bytes`
    comes with the problem `too-large` and its first slice. window: UIDs asked for at once in a mailbox of many mails."""

    batch_mails: int = 50
    batch_bytes: int = 1 << 20
    slice_bytes: int = 1 << 20
    mail_bytes: int = 100 << 20
    window: int = 50_000


class Ledger(Protocol):
    """What the store remembers of a mailbox; a source asks it and never keeps state of its own, in memory or as flags."""

    def cursor(self, mailbox: str, uidvalidity: int) -> int:
        """The highest UID up to which everything has been taken; 0 for a mailbox or a UIDVALIDITY never seen."""

    def advance(self, mailbox: str, uidvalidity: int, uid: int) -> None:
        """Everything up to and including `uid` has been taken."""

    def unknown(self, mailbox: str, uidvalidity: int, uids: Sequence[str]) -> list[str]:
        """Those of `uids` that have no row yet, in the given order."""


class Source(Protocol):
    """One mailbox. All methods but `wake` and `close` are called from one thread; errors are `SourceError`s.

    Contract (tests/sources/contract.py): a mail is handed out until the ledger knows its key; handing out changes nothing in
    the mailbox; asking for the next mail says that the one before is in the ledger; a mail that cannot be fetched comes as a
    Received with `problem` and never stops the ones behind it.
    """

    name: str

    def fetch(self, ledger: Ledger) -> Iterator[Received]:
        """One round: everything that the ledger does not know, oldest first, in batches of bounded size."""

    def done(self, key: Key) -> None:
        """What the settings ask for once a mail is recorded: leave it, flag it or move it. May be repeated."""

    def wait(self, seconds: float) -> bool:
        """Sleep until mail may have come, `wake` was called or the time is over. True is a hint, never a promise."""

    def wake(self) -> None:
        """From any thread: end a running or the next `wait` at once."""

    def close(self) -> None:
        """Let go of the connection. May be repeated; a later `fetch` connects anew."""
