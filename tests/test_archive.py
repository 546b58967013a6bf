"""The archive keeps every byte, survives a power cut between any two operations, and says plainly what a disk refuses."""

import hashlib
import threading
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from mailbot.archive import FolderArchive
from mailbot.disk import RealDisk
from mailbot.errors import ArchiveError
from tests.simulation.disk import MemoryDisk, PowerCut

RAW = b"Subject: x\r\n\r\nbody\r\n"
SHA = hashlib.sha256(RAW).hexdigest()


def test_what_was_put_comes_back_from_bytes_and_from_a_file(tmp_path: Path) -> None:
    archive = FolderArchive(tmp_path / "archive")
    large = tmp_path / "large"
    large.write_bytes(b"z" * 3_000_000)
    assert archive.put(RAW).sha256 == SHA
    stored = archive.put(large)
    assert (archive.get(SHA), archive.get(stored.sha256), stored.size) == (RAW, b"z" * 3_000_000, 3_000_000)


def test_putting_the_same_bytes_twice_is_once(tmp_path: Path) -> None:
    archive = FolderArchive(tmp_path)
    assert archive.put(RAW) == archive.put(RAW)
    assert [p.name for p in tmp_path.rglob("*.eml")] == [f"{SHA}.eml"]
    assert list((tmp_path / "incoming").iterdir()) == []


def test_an_altered_file_is_never_handed_out(tmp_path: Path) -> None:
    archive = FolderArchive(tmp_path)
    archive.put(RAW)
    next(tmp_path.rglob("*.eml")).write_bytes(RAW.replace(b"body", b"BODY"))
    with pytest.raises(ArchiveError, match="not what was stored"):
        archive.get(SHA)


def test_a_folder_that_cannot_be_written_is_named_with_its_mend(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(ArchiveError) as caught:
        FolderArchive(tmp_path / "file" / "archive").put(RAW)
    assert caught.value.mend
    assert str(tmp_path / "file") in caught.value.what


def _operations() -> int:
    disk = MemoryDisk()
    FolderArchive(Path("/a"), disk).put(RAW)
    return disk.operations


@pytest.mark.parametrize("cut", range(_operations()))
def test_a_power_cut_before_any_operation_leaves_all_or_nothing_and_a_second_try_works(cut: int) -> None:
    disk = MemoryDisk()
    disk.cut_before = cut
    with pytest.raises(PowerCut):
        FolderArchive(Path("/a"), disk).put(RAW)
    disk.lose_power()
    again = FolderArchive(Path("/a"), disk)
    assert again.size(SHA) in (None, len(RAW))
    again.put(RAW)
    disk.lose_power()
    assert FolderArchive(Path("/a"), disk).get(SHA) == RAW


@pytest.mark.parametrize("cut", range(_operations()))
def test_a_killed_process_followed_by_a_power_cut_after_the_second_try_keeps_the_mail(cut: int) -> None:
    disk = MemoryDisk()
    disk.cut_before = cut
    with pytest.raises(PowerCut):
        FolderArchive(Path("/a"), disk).put(RAW)
    FolderArchive(Path("/a"), disk).put(RAW)  # killed, not cut: what was not flushed is still in the cache
    disk.lose_power()
    assert FolderArchive(Path("/a"), disk).get(SHA) == RAW


def test_what_a_put_returned_survives_a_power_cut() -> None:
    disk = MemoryDisk()
    FolderArchive(Path("/a"), disk).put(RAW)
    disk.lose_power()
    assert FolderArchive(Path("/a"), disk).get(SHA) == RAW


class Interleaved(RealDisk):
    """The first look into `incoming/` waits for what another thread writes, and that thread for what is removed then.

    Where the archive lets neither happen, each stops waiting after a moment.
    """

    def __init__(self) -> None:
        self.looking, self.written, self.removed = threading.Event(), threading.Event(), threading.Event()

    def names(self, folder: Path) -> list[str]:
        self.looking.set()
        self.written.wait(timeout=0.2)
        return super().names(folder)

    def write(self, path: Path, chunks: Iterable[bytes]) -> None:
        super().write(path, chunks)
        self.written.set()
        self.removed.wait(timeout=0.2)

    def remove(self, path: Path) -> None:
        super().remove(path)
        self.removed.set()


def test_what_one_thread_writes_is_never_taken_for_a_leftover_by_another(tmp_path: Path) -> None:
    disk = Interleaved()
    archive = FolderArchive(tmp_path, disk)

    def second() -> str:
        assert disk.looking.wait(timeout=10)
        return archive.put(RAW + b"second").sha256

    with ThreadPoolExecutor() as threads:
        stored = [threads.submit(lambda: archive.put(RAW).sha256), threads.submit(second)]
        assert [archive.get(one.result()) for one in stored] == [RAW, RAW + b"second"]


def test_leftovers_of_an_earlier_run_are_taken_away_before_the_first_mail_and_never_again(tmp_path: Path) -> None:
    incoming = tmp_path / "incoming"
    incoming.mkdir()
    (incoming / "leftover.part").write_bytes(b"half")
    archive = FolderArchive(tmp_path)
    archive.put(RAW)
    assert list(incoming.iterdir()) == []
    (incoming / "in-work.part").write_bytes(b"another thread's")
    archive.put(RAW + b"second")
    assert [path.name for path in incoming.iterdir()] == ["in-work.part"]
