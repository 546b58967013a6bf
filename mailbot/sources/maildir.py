"""A Maildir on this machine: new/ and cur/, written by the mail server next door or by people's programs, which also rename.

A mail is named by the unique part of its file name, which stays when flags change or the file goes from new/ to cur/.
"""

import hashlib
import os
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import BinaryIO

from mailbot.core.message import Key, Received
from mailbot.errors import FolderMissing, MailbotError, SourceError, one_line
from mailbot.probe import Fact
from mailbot.settings import After
from mailbot.sources import Ledger, Limits
from mailbot.sources.patience import Patience
from mailbot.sources.temporary import temporary_file, write

_LEDGER_CHUNK = 500
_LOOK_EVERY = 0.25
"""Seconds between two looks at the folders' times while waiting; two system calls each."""

_INFO = ":2,"
"""Behind it stand the flags."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LAST_MICROSECOND = (datetime(9999, 12, 31, tzinfo=UTC) - _EPOCH) // timedelta(microseconds=1)


class MaildirSource:
    """One Maildir; see `Source` for the contract. It needs no cursor: all names are compared with the ledger.

    name: the mailbox in keys and errors; it must change when path does.
    after: leave; flag, which sets F (flagged) and so moves to cur/; or move, to the Maildir++ folder `move_to` inside this one.
    temporary: where large mails lie while they are read; None for the system's folder.
    """

    def __init__(
        self,
        name: str,
        path: Path,
        *,
        after: str = After.leave,
        move_to: str = "",
        limits: Limits | None = None,
        temporary: Path | None = None,
    ) -> None:
        self.name = name
        self._path = path
        self._after, self._move_to = After(after), move_to
        self._limits = limits or Limits()
        self._temporary = temporary
        self._patience = Patience()
        self._in_hand: dict[str, Path] = {}
        self._seen_times: tuple[int, ...] = ()
        self._has_complained = False
        self._wake = threading.Event()

    def fetch(self, ledger: Ledger) -> Iterator[Received]:
        """One round. Files that vanish meanwhile were filed by a person; files that cannot be read come last."""
        self._seen_times = self._times()
        files = self._files()
        unknown = [uid for uids in _chunks(list(files)) for uid in ledger.unknown(self.name, 0, uids)]
        self._in_hand = {uid: files[uid] for uid in unknown}
        for uid in sorted(unknown, key=self._turn):
            yield from self._one(uid)

    def done(self, key: Key) -> None:
        """A mail that is gone is done with. What cannot be done is said once, and then the mail is left alone: an error each
        time would keep the next mails from being taken."""
        if self._after is After.leave or (path := self._find(key.uid)) is None:
            return
        try:
            path.rename(self._place_after(path))
        except FileNotFoundError:
            return
        except (OSError, SourceError) as error:
            if not self._has_complained:
                self._has_complained = True
                raise self._error("a recorded mail cannot be flagged or moved", error) from error
        else:
            self._has_complained = False

    def wait(self, seconds: float) -> bool:
        """Look at the times of new/ and cur/ now and then; portable, and as good as being told."""
        left = seconds
        try:
            while not self._wake.is_set() and self._times() == self._seen_times:
                if left <= 0:
                    return False
                self._wake.wait(min(left, _LOOK_EVERY))
                left -= _LOOK_EVERY
            return True
        finally:
            self._wake.clear()

    def wake(self) -> None:
        self._wake.set()

    def close(self) -> None:
        """Nothing is held open between two mails."""

    def probe(self) -> list[Fact]:
        """What `mailbot check` shows; raises what `fetch` and `done` would meet."""
        mails = len(self._files())
        facts = [Fact("folder", f"{one_line(self._path)}, {mails} mail{'s' if mails != 1 else ''}")]
        if self._after is not After.leave:
            target = self._place_after(self._path / "cur" / "probe").parent
            for folder in (self._path / "new", self._path / "cur", target):
                if not os.access(folder, os.W_OK | os.X_OK):
                    raise SourceError(self.name, f"{one_line(folder)} may not be written to", mend="grant the permission")
            facts.append(Fact("after", f"mail goes to {one_line(target)}"))
        return facts

    def _turn(self, uid: str) -> tuple[int, int, str]:
        """Oldest first, but behind all others what failed before."""
        return self._patience.failures(0, uid), _mtime(self._in_hand[uid]) or 0, uid

    def _one(self, uid: str) -> Iterator[Received]:
        path = self._in_hand[uid]
        if self._patience.is_over(0, uid):
            yield Received(Key(self.name, 0, uid), b"", _instant(_mtime(path) or 0), "unreadable-file")
        else:
            try:
                yield from self._read(uid, path)
            except FileNotFoundError:
                # Renamed or filed by a person since we looked; the next round finds it if it is still here.
                return
        self._patience.worked(0, uid)

    def _read(self, uid: str, path: Path) -> Iterator[Received]:
        key, bound = Key(self.name, 0, uid), self._limits.slice_bytes
        with self._blaming(uid):
            file = path.open("rb")
        with file:
            with self._blaming(uid):
                received_at = _instant(os.fstat(file.fileno()).st_mtime_ns)
                first = file.read(bound + 1)
            if len(first) <= bound:
                yield Received(key, first, received_at)
                return
            # A copy, because a person may move the file while it is read.
            with temporary_file(self._temporary) as (copy, into):
                with self._blaming(uid):
                    is_whole = self._copy(first, file, into)
                yield Received(key, copy, received_at) if is_whole else Received(key, first[:bound], received_at, "too-large")

    def _copy(self, first: bytes, file: BinaryIO, into: BinaryIO) -> bool:
        """Everything, unless it is more than we take."""
        size, piece = 0, first
        while piece:
            size += len(piece)
            if size > self._limits.mail_bytes:
                return False
            write(into, piece)
            piece = file.read(self._limits.slice_bytes)
        return True

    @contextmanager
    def _blaming(self, uid: str) -> Iterator[None]:
        """Reading this file; an error counts against it."""
        try:
            yield
        except (MailbotError, FileNotFoundError):
            raise
        except OSError as error:
            self._patience.failed(0, uid)
            raise self._error("a mail cannot be read", error) from error

    def _files(self) -> dict[str, Path]:
        """Every mail by its unique name. new/ first: a file that a mail program moves meanwhile is then seen in cur/."""
        files: dict[str, Path] = {}
        for folder in ("new", "cur"):
            try:
                with os.scandir(self._path / folder) as entries:
                    for entry in entries:
                        if not entry.name.startswith(".") and entry.is_file(follow_symlinks=False):
                            files[_unique(entry.name)] = self._path / folder / entry.name
            except (FileNotFoundError, NotADirectoryError) as error:
                what = f"{one_line(self._path)} is not a Maildir: it has no folder {folder}/"
                raise FolderMissing(self.name, what, mend="name the folder that holds new/, cur/ and tmp/") from error
            except OSError as error:
                raise self._error(f"{folder}/ cannot be listed", error) from error
        return files

    def _find(self, uid: str) -> Path | None:
        """Where a mail is now; quickly where it was last seen, else by looking at all."""
        path = self._in_hand.get(uid)
        return path if path is not None and path.exists() else self._files().get(uid)

    def _place_after(self, path: Path) -> Path:
        """The path a recorded mail is to have."""
        unique, _, flags = path.name.partition(_INFO)
        if self._after is After.flag:
            letters = {flag for flag in flags if flag.isascii() and flag.isalpha()} | {"F"}
            return self._path / "cur" / (unique + _INFO + "".join(sorted(letters)))
        target = self._path / ("." + self._move_to.replace("/", ".")) / "cur"
        if not target.is_dir():
            there = sorted(folder.name[1:] for folder in self._path.glob(".?*") if (folder / "cur").is_dir())
            mend = f"folders there: {one_line(', '.join(there))}" if there else "there are no folders in it at all"
            raise FolderMissing(self.name, f"there is no folder {one_line(self._move_to)} to move mail to", mend=mend)
        return target / path.name

    def _times(self) -> tuple[int, ...]:
        """When anything last came, went or was renamed; () for a Maildir that is not there."""
        try:
            return tuple((self._path / folder).stat().st_mtime_ns for folder in ("new", "cur"))
        except OSError:
            return ()

    def _error(self, what: str, error: Exception) -> SourceError:
        if isinstance(error, SourceError):
            return error
        reason = getattr(error, "strerror", None) or type(error).__name__
        return SourceError(self.name, f"{what}: {reason}", mend=f"look at {one_line(self._path)} and its owner")


def _unique(name: str) -> str:
    """What names a mail for ever: the file name without its flags; its hash if it is none that can be shown and stored."""
    unique = name.partition(_INFO)[0]
    if unique and unique.isascii() and unique.isprintable() and len(unique) <= 200:
        return unique
    return "sha256-" + hashlib.sha256(os.fsencode(unique)).hexdigest()


def _mtime(path: Path) -> int | None:
    """In nanoseconds; None for a file that has gone."""
    try:
        return path.lstat().st_mtime_ns
    except OSError:
        return None


def _instant(nanoseconds: int) -> datetime:
    """Whole microseconds, kept inside the years that a datetime knows."""
    return _EPOCH + timedelta(microseconds=min(max(nanoseconds // 1000, 0), _LAST_MICROSECOND))


def _chunks(uids: Sequence[str]) -> Iterator[Sequence[str]]:
    return (uids[start : start + _LEDGER_CHUNK] for start in range(0, len(uids), _LEDGER_CHUNK))
