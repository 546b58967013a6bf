"""The archive keeps every byte, survives a power cut between any two operations, and says plainly what a disk refuses."""

import hashlib
from pathlib import Path

import pytest

from mailbot.archive import FolderArchive
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
