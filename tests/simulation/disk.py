"""A disk in memory that forgets on a power cut what was never flushed, and fails or stops when it is told to."""

from collections.abc import Callable, Iterable
from pathlib import Path


class PowerCut(BaseException):
    """The machine is off. Not an Exception: nothing in the product may catch it."""


class MemoryDisk:
    """Two views of the same names: `now` as a running program sees them, `safe` as they stand after a power cut.

    fault: asked before each operation with its name; it may raise OSError or PowerCut.
    """

    def __init__(self, fault: Callable[[str], None] | None = None) -> None:
        self.now: dict[Path, bytes] = {}
        self.safe: dict[Path, bytes] = {}
        self.folders = {Path("/")}
        self.safe_folders = {Path("/")}
        self._flushed: dict[Path, bytes] = {}
        self._changed: dict[Path, set[Path]] = {}  # by folder, since that was flushed
        self.operations = 0
        self.cut_before: int | None = None
        self.fault = fault

    def lose_power(self) -> None:
        """What was not flushed is gone; a flushed file without a flushed name is gone too."""
        self.folders = {f for f in self.safe_folders if all(p in self.safe_folders for p in f.parents)}
        self.safe_folders = set(self.folders)
        self.safe = {path: data for path, data in self.safe.items() if path.parent in self.folders}
        self.now = dict(self.safe)
        self._flushed = dict(self.safe)
        self._changed = {}
        self.cut_before = None

    def make_folder(self, folder: Path) -> None:
        self._step("make folder")
        if folder.parent not in self.folders:
            self.make_folder(folder.parent)
        self.folders.add(folder)
        self._step("flush parent")
        self.safe_folders |= {f for f in self.folders if f.parent == folder.parent}

    def write(self, path: Path, chunks: Iterable[bytes]) -> None:
        self._step("write")
        if path.parent not in self.folders:
            raise FileNotFoundError(2, "No such file or directory", str(path))
        data = b"".join(chunks)
        self._change(path)
        self.now[path] = data[: len(data) // 2]
        self._step("flush")
        self.now[path] = self._flushed[path] = data

    def rename(self, old: Path, new: Path) -> None:
        self._step("rename")
        self._change(old)
        self._change(new)
        self.now[new] = self.now.pop(old)
        self._flushed[new] = self._flushed.pop(old, b"")

    def flush_folder(self, folder: Path) -> None:
        self._step("flush folder")
        for path in self._changed.pop(folder, set()):
            data = self.now.get(path)
            if data is None:
                self.safe.pop(path, None)
            else:
                self.safe[path] = self._flushed.get(path, data[: len(data) // 2])

    def read(self, path: Path) -> bytes:
        self._step("read")
        try:
            return self.now[path]
        except KeyError:
            raise FileNotFoundError(2, "No such file or directory", str(path)) from None

    def size(self, path: Path) -> int | None:
        return len(self.now[path]) if path in self.now else None

    def remove(self, path: Path) -> None:
        self._step("remove")
        self._change(path)
        self.now.pop(path, None)
        self._flushed.pop(path, None)

    def names(self, folder: Path) -> list[str]:
        return sorted(p.name for p in self.now if p.parent == folder)

    def _change(self, path: Path) -> None:
        self._changed.setdefault(path.parent, set()).add(path)

    def _step(self, name: str) -> None:
        if self.cut_before is not None and self.operations >= self.cut_before:
            self.cut_before = None
            raise PowerCut(name)
        self.operations += 1
        if self.fault:
            self.fault(name)
