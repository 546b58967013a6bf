"""The few file operations that durability rests on, apart, so that a test can cut the power between any two of them."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Protocol


class Disk(Protocol):
    """Errors are the system's own OSErrors."""

    def make_folder(self, folder: Path) -> None:
        """Create it and its parents. Its name is durable when this returns, also when it was there already: an earlier run
        may have died between creating and flushing it."""

    def write(self, path: Path, chunks: Iterable[bytes]) -> None:
        """Create or replace a file and flush its content. Its name may still be lost."""

    def rename(self, old: Path, new: Path) -> None:
        """Atomic within a file system; durable only after `flush_folder`."""

    def flush_folder(self, folder: Path) -> None:
        """Make the names in a folder durable."""

    def read(self, path: Path) -> bytes: ...
    def size(self, path: Path) -> int | None:
        """Octets, or None when there is no such file."""

    def remove(self, path: Path) -> None:
        """Gone when it returns; no error when it was not there."""

    def names(self, folder: Path) -> list[str]: ...


class RealDisk:
    """The machine's own file system, by POSIX calls."""

    def make_folder(self, folder: Path) -> None:
        if not folder.parent.is_dir():
            self.make_folder(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)
        self.flush_folder(folder.parent)

    def write(self, path: Path, chunks: Iterable[bytes]) -> None:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            for chunk in chunks:
                file.write(chunk)
            file.flush()
            os.fsync(file.fileno())

    def rename(self, old: Path, new: Path) -> None:
        old.replace(new)

    def flush_folder(self, folder: Path) -> None:
        fd = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(fd)
        finally:
            os.close(fd)

    def read(self, path: Path) -> bytes:
        return path.read_bytes()

    def size(self, path: Path) -> int | None:
        try:
            return path.stat().st_size
        except FileNotFoundError:
            return None

    def remove(self, path: Path) -> None:
        path.unlink(missing_ok=True)

    def names(self, folder: Path) -> list[str]:
        try:
            return sorted(path.name for path in folder.iterdir())
        except FileNotFoundError:
            return []
