"""Raw messages under their hash: a folder now (temporary file, fsync, rename), later a bucket that machines share."""

import hashlib
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from mailbot.disk import Disk, RealDisk
from mailbot.errors import ArchiveError

_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Stored:
    """sha256: hex, of the raw bytes. size: octets."""

    sha256: str
    size: int


class Archive(Protocol):
    def put(self, raw: bytes | Path) -> Stored:
        """Durable when it returns. Putting the same bytes twice is once."""

    def get(self, sha256: str) -> bytes:
        """The bytes, checked against their hash."""

    def size(self, sha256: str) -> int | None:
        """Octets, or None when there is nothing under that hash."""


class FolderArchive:
    """Files `ab/<sha256>.eml` below one folder; half-written ones are only ever in `incoming/`.

    Only one mailbot works on a folder at a time (it holds the lock on the data folder): a leftover in `incoming/` is nobody's.
    It is taken away once, before the first mail is written: the threads of several mailboxes put mails at the same time.
    """

    def __init__(self, root: Path, disk: Disk | None = None) -> None:
        self._root = root
        self._incoming = root / "incoming"
        self._disk = disk or RealDisk()
        self._durable: set[Path] = set()
        self._preparing = threading.Lock()
        self._is_prepared = False

    def put(self, raw: bytes | Path) -> Stored:
        try:
            return self._put(raw)
        except ArchiveError:
            raise
        except OSError as error:
            mend = "free some space" if error.errno in (28, 122) else "see that the folder exists and can be written"
            raise ArchiveError(f"archive {self._root}: cannot write: {error.strerror or error}", mend=mend) from error

    def get(self, sha256: str) -> bytes:
        path = self._path(sha256)
        try:
            raw = self._disk.read(path)
        except OSError as error:
            # One file that is gone must not keep the mails behind it waiting; a disk that fails today may work tomorrow.
            what, gone = f"archive: cannot read {path}: {error.strerror or error}", isinstance(error, FileNotFoundError)
            raise ArchiveError(what, mend="restore it from a backup", permanent=gone) from error
        if hashlib.sha256(raw).hexdigest() != sha256:
            raise ArchiveError(f"archive: {path} is not what was stored", mend="restore it from a backup", permanent=True)
        return raw

    def size(self, sha256: str) -> int | None:
        return self._disk.size(self._path(sha256))

    def _put(self, raw: bytes | Path) -> Stored:
        self._prepare()
        digest, size = hashlib.sha256(), 0
        for chunk in _chunks(raw):
            digest.update(chunk)
            size += len(chunk)
        sha256 = digest.hexdigest()
        path = self._path(sha256)
        self._make(path.parent)
        if self._disk.size(path) != size:
            part = self._incoming / f"{sha256}.{threading.get_ident()}.part"
            self._disk.write(part, _chunks(raw))
            self._disk.rename(part, path)
        # Also when the file was there: an earlier run may have died between rename and flush, and its name hang in the cache.
        self._disk.flush_folder(path.parent)
        return Stored(sha256, size)

    def _prepare(self) -> None:
        with self._preparing:
            if self._is_prepared:
                return
            self._make(self._root)
            self._make(self._incoming)
            for name in self._disk.names(self._incoming):
                self._disk.remove(self._incoming / name)
            self._is_prepared = True

    def _make(self, folder: Path) -> None:
        if folder not in self._durable:
            self._disk.make_folder(folder)
            self._durable.add(folder)

    def _path(self, sha256: str) -> Path:
        return self._root / sha256[:2] / f"{sha256}.eml"


def _chunks(raw: bytes | Path) -> Iterator[bytes]:
    if isinstance(raw, bytes):
        yield raw
        return
    with raw.open("rb") as file:
        while chunk := file.read(_CHUNK):
            yield chunk
