"""A Maildir keeps the contract of sources, and survives what lies around in one."""

import os
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from mailbot.errors import FolderMissing
from mailbot.sources.maildir import MaildirSource
from mailbot.sources.patience import ROUNDS
from tests.sources.contract import LONG_AGO, SourceContract
from tests.sources.memory_ledger import MemoryLedger
from tests.sources.taking import mail, take, take_until_error


class MaildirPlace:
    """new/ for what arrives, cur/ for what people have seen, `.Processed` and `.Elsewhere` beside them."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._numbers = count(1)
        for folder in (path, path / ".Processed", path / ".Elsewhere"):
            for part in ("tmp", "new", "cur"):
                (folder / part).mkdir(parents=True)

    def source(self, **settings: Any) -> MaildirSource:
        return MaildirSource("post", self.path, **settings)

    def put(self, *raws: bytes, when: datetime = LONG_AGO) -> None:
        for number, raw in enumerate(raws):
            self.deliver(raw, f"{next(self._numbers):06}.M1P2.host", when + timedelta(seconds=number))

    def deliver(self, raw: bytes, name: str, when: datetime = LONG_AGO) -> Path:
        temporary, new = self.path / "tmp" / "now", self.path / "new" / name
        temporary.write_bytes(raw)
        os.utime(temporary, (when.timestamp(), when.timestamp()))
        return temporary.rename(new)

    def stored(self) -> list[bytes]:
        return [path.read_bytes() for path in self._mails()]

    def state(self) -> object:
        return [(path, path.stat().st_mtime_ns, path.read_bytes()) for path in sorted(self.path.rglob("*")) if path.is_file()]

    def flagged(self) -> list[bytes]:
        return [path.read_bytes() for path in self._mails() if "F" in path.name.partition(":2,")[2]]

    def moved(self) -> list[bytes]:
        return [path.read_bytes() for path in sorted((self.path / ".Processed" / "cur").iterdir())]

    def read(self, index: int) -> None:
        self._flag(index, "S")

    def star(self, index: int) -> None:
        self._flag(index, "F")

    def file_away(self, index: int) -> None:
        path = self._mails()[index]
        path.rename(self.path / ".Elsewhere" / "cur" / path.name)

    def _flag(self, index: int, flag: str) -> None:
        path = self._mails()[index]
        unique, _, flags = path.name.partition(":2,")
        path.rename(self.path / "cur" / f"{unique}:2,{''.join(sorted({*flags, flag}))}")

    def _mails(self) -> list[Path]:
        mails = [*(self.path / "new").iterdir(), *(self.path / "cur").iterdir()]
        return sorted((path for path in mails if path.is_file()), key=lambda path: (path.stat().st_mtime_ns, path.name))


@pytest.fixture
def place(tmp_path: Path) -> MaildirPlace:
    return MaildirPlace(tmp_path / "Maildir")


class TestMaildir(SourceContract):
    pass


def test_a_mail_keeps_its_name_when_a_person_reads_it(place: MaildirPlace) -> None:
    place.put(mail(1))
    [before] = take(place.source(), MemoryLedger())
    place.read(0)
    [after] = take(place.source(), MemoryLedger())
    assert before.key == after.key
    assert before.key.uidvalidity == 0


def test_half_written_hidden_and_irregular_files_are_no_mails(place: MaildirPlace) -> None:
    (place.path / "tmp" / "half").write_bytes(mail(1))
    (place.path / "new" / ".hidden").write_bytes(mail(2))
    (place.path / "new" / "folder").mkdir()
    (place.path / "cur" / "link").symlink_to("/etc/hostname")
    os.mkfifo(place.path / "new" / "pipe")
    place.put(mail(3))
    assert [m.raw for m in take(place.source(), MemoryLedger())] == [mail(3)]


@pytest.mark.parametrize(
    "name",
    [b"line\nbreak", b"caf\xe9", "grüße".encode(), b"tab\there", b"x" * 250, b"escape\x1b[31m", b":2,S", b"two:2,S:2,S"],
)
def test_a_hostile_file_name_becomes_a_harmless_one_that_still_finds_the_file(place: MaildirPlace, name: bytes) -> None:
    Path(os.fsdecode(os.fsencode(place.path) + b"/new/" + name)).write_bytes(mail(1))
    ledger, source = MemoryLedger(), place.source(after="flag")
    [m] = take(source, ledger)
    assert m.raw == mail(1)
    assert m.key.uid.isascii()
    assert m.key.uid.isprintable()
    assert 0 < len(m.key.uid) <= 200
    source.done(m.key)
    assert place.flagged() == [mail(1)]
    assert take(place.source(), ledger) == []


def test_flagging_keeps_what_people_have_set(place: MaildirPlace) -> None:
    place.put(mail(1))
    place.read(0)
    source = place.source(after="flag")
    [m] = take(source, MemoryLedger(), done=True)
    assert [path.name for path in (place.path / "cur").iterdir()] == [m.key.uid + ":2,FS"]


def test_a_missing_folder_names_what_is_there(place: MaildirPlace, tmp_path: Path) -> None:
    with pytest.raises(FolderMissing, match="not a Maildir"):
        take(MaildirSource("post", tmp_path), MemoryLedger())
    place.put(mail(1), mail(2))
    source, ledger = place.source(after="move", move_to="Procesed"), MemoryLedger()
    with pytest.raises(FolderMissing) as raised:
        take(source, ledger, done=True)
    assert "Processed" in raised.value.mend
    # Said once; from then on mail is taken and stays where it is.
    assert [m.raw for m in take(source, ledger, done=True)] == [mail(2)]
    assert place.stored() == [mail(1), mail(2)]


@pytest.mark.parametrize("seconds", [-1_000_000_000, 0, 2**33])
def test_a_mail_of_any_time_has_a_date(place: MaildirPlace, seconds: int) -> None:
    path = place.deliver(mail(1), "1.host")
    os.utime(path, (seconds, seconds))
    [m] = take(place.source(), MemoryLedger())
    assert m.received_at == max(datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds), datetime(1970, 1, 1, tzinfo=UTC))


@pytest.fixture
def without_rights(place: MaildirPlace, monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    """Makes a file unreadable, also for root: opening it gives the error of a bad disk."""
    bad: set[Path] = set()
    open_path = Path.open

    def opening(path: Path, *words: Any, **options: Any) -> Any:
        if path in bad:
            raise OSError(5, "Input/output error")
        return open_path(path, *words, **options)

    monkeypatch.setattr(Path, "open", opening)
    return bad.add


def test_a_file_that_cannot_be_read_stops_no_other_and_comes_in_the_end_with_a_problem(
    place: MaildirPlace, without_rights: Callable[[Path], None]
) -> None:
    without_rights(place.deliver(mail(1), "1.host"))
    place.deliver(mail(2), "2.host", LONG_AGO + timedelta(seconds=1))
    ledger, source = MemoryLedger(), place.source()
    for number in range(ROUNDS):
        mails, error = take_until_error(source, ledger)
        assert [m.raw for m in mails] == ([mail(2)] if number == 1 else [])
        assert "Input/output error" in str(error)
    [bad] = take(source, ledger)
    assert (bad.raw, bad.problem) == (b"", "unreadable-file")
    assert take(source, ledger) == []
