"""Settings become parts: the key is made once, the data folder has one master, and what is wrong is said with its mend."""

from pathlib import Path

import pytest

from mailbot.app import App, key_of, letter_templates
from mailbot.errors import FolderInUse, MailbotError
from mailbot.settings import load
from mailbot.settings.model import Settings
from tests.simulation.disk import MemoryDisk, PowerCut

MINIMAL = """
[mail]
address = "calls@example.org"
operator = "operator@example.org"
[mailbox]
kind = "maildir"
path = "Maildir"
[relay]
host = "127.0.0.1"
tls = "none"
"""


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    (tmp_path / "rules").mkdir()
    file = tmp_path / "mailbot.toml"
    file.write_text(MINIMAL)
    return load(file)


def test_two_may_look_and_one_may_work(settings: Settings) -> None:
    first, second = App.open(settings), App.open(settings)
    with first.alone(), pytest.raises(FolderInUse, match="another mailbot works on it") as caught, second.alone():
        pass
    assert caught.value.mend
    with second.alone():
        pass
    first.close()
    second.close()


def test_the_key_is_made_once_and_kept_private(settings: Settings) -> None:
    App.open(settings).close()
    path = settings.folders.data / "secret.key"
    before = path.read_bytes()
    App.open(settings).close()
    assert (path.read_bytes(), path.stat().st_mode & 0o777, len(before)) == (before, 0o600, 64)


@pytest.mark.parametrize("text", ["", "zz" * 32, "ab" * 31])
def test_a_damaged_key_is_never_replaced_in_silence(settings: Settings, text: str) -> None:
    settings.folders.data.mkdir()
    (settings.folders.data / "secret.key").write_text(text)
    with pytest.raises(MailbotError, match="damaged"):
        App.open(settings)


def test_a_power_cut_while_the_key_is_made_leaves_a_whole_key_or_none() -> None:
    for cut in range(8):
        disk = MemoryDisk()
        disk.make_folder(Path("/data"))
        disk.cut_before = disk.operations + cut
        try:
            key_of(Path("/data"), disk)
        except PowerCut:
            disk.lose_power()
        disk.cut_before = None
        assert len(key_of(Path("/data"), disk)) == 32


def test_a_folder_without_letters_is_named(tmp_path: Path, settings: Settings) -> None:
    folders = settings.folders.model_copy(update={"templates": tmp_path})
    with pytest.raises(MailbotError, match="no letters in") as caught:
        letter_templates(settings.model_copy(update={"folders": folders}))
    assert "folders.templates" in caught.value.mend


def test_a_data_folder_that_cannot_be_made_is_named(tmp_path: Path, settings: Settings) -> None:
    (tmp_path / "file").write_text("")
    folders = settings.folders.model_copy(update={"data": tmp_path / "file" / "data"})
    with pytest.raises(MailbotError, match="data folder") as caught:
        App.open(settings.model_copy(update={"folders": folders}))
    assert "folders.data" in caught.value.mend
