"""Everything that can go wrong outside: one family, each error with what a reader needs and how to mend it.

Odd mail is data, never an exception; what stands here is a broken world: a refused login, a full disk, a wrong file.
`permanent` says whether trying again without a person can help. Each class also inherits the standard kin, so that a caller
catches at the level it means.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path


class MailbotError(Exception):
    """Something outside is broken. `str()` is one plain line: what, where; `mend` says how to put it right."""

    permanent: bool = False

    def __init__(self, what: str, *, mend: str = "", permanent: bool | None = None) -> None:
        super().__init__(what)
        self.what = what
        self.mend = mend
        if permanent is not None:
            self.permanent = permanent

    def line(self) -> str:
        """What and mend in one line, as shown to the person who can mend it."""
        return f"{self.what}: {self.mend}" if self.mend else self.what


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake in a file a person wrote: where it stands, what is wrong, what would be right."""

    file: str
    line: int | None
    what: str
    mend: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line is not None else self.file
        return f"{place}: {self.what}: {self.mend}" if self.mend else f"{place}: {self.what}"


class Problems(MailbotError, ValueError):
    """All the mistakes of one or more files, collected before anything is refused."""

    permanent = True

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: Sequence[Problem] = tuple(problems)
        super().__init__("\n".join(str(p) for p in self.problems))


class NotFound(MailbotError, LookupError):
    """A name that nothing has; the nearest known one is in `mend`."""

    permanent = True


class SourceError(MailbotError, ConnectionError):
    """A mailbox could not be reached or read; the next round tries again."""

    def __init__(self, mailbox: str, what: str, *, mend: str = "", permanent: bool | None = None) -> None:
        super().__init__(f"mailbox {mailbox}: {what}", mend=mend, permanent=permanent)
        self.mailbox = mailbox


class LoginRefused(SourceError):
    """The server knows us not: user, password or permission are wrong. Asking again quickly locks accounts."""

    permanent = True


class FolderMissing(SourceError):
    """The folder named in the settings is not on the server; `mend` lists those that are."""

    permanent = True


class NotTrusted(SourceError):
    """The server's certificate is expired, for another name, or signed by nobody we trust; or TLS is not offered."""

    permanent = True


class ArchiveError(MailbotError, OSError):
    """Raw mail could not be written or read back: full disk, no permission, missing or altered file."""


class StoreError(MailbotError):
    """The database refused: locked for too long, disk full, damaged."""


class SchemaTooNew(StoreError):
    """The database was written by a newer mailbot. Nothing has been touched."""

    permanent = True


class WorkerError(MailbotError):
    """Reading mail is broken, whatever the mail: no process can be started for it, or mailbot is stopping."""


class FolderInUse(MailbotError, BlockingIOError):
    """Another mailbot holds the lock on the data folder."""

    permanent = True


class UnsafeToSend(MailbotError):
    """A finished letter, or this interpreter, would put something on the wire that was not meant. Nothing was sent."""

    permanent = True


class UnsafeArgument(MailbotError, ValueError):
    """A value with a line break or NUL was about to become part of a protocol command. No byte was sent."""

    permanent = True


def one_line(path: Path | str) -> str:
    """A path as a person may see it, control characters shown and not obeyed."""
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in str(path))
