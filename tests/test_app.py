"""Settings become parts: the key is made once, the data folder has one master, and what is wrong is said with its mend."""

import email
from datetime import timedelta
from pathlib import Path

import pytest

from mailbot.app import App, key_of
from mailbot.errors import FolderInUse, MailbotError, StoreError
from mailbot.resources import letter_templates
from mailbot.settings import load
from mailbot.settings.model import Settings
from tests.parts import NOW
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


def test_a_folder_without_letters_is_named(tmp_path: Path) -> None:
    with pytest.raises(MailbotError, match="no letters in") as caught:
        letter_templates(tmp_path)
    assert "folders.templates" in caught.value.mend


def test_letters_from_before_each_had_its_folder_are_not_passed_over_in_silence(tmp_path: Path) -> None:
    (tmp_path / "mail").mkdir()
    (tmp_path / "mail" / "acknowledgement.de.txt").write_text("Subject: x\n\nx\n")
    with pytest.raises(MailbotError, match="is not read") as caught:
        letter_templates(tmp_path)
    assert caught.value.mend == "rename it to acknowledgement/de.txt"


def test_a_data_folder_that_cannot_be_made_is_named(tmp_path: Path, settings: Settings) -> None:
    (tmp_path / "file").write_text("")
    folders = settings.folders.model_copy(update={"data": tmp_path / "file" / "data"})
    with pytest.raises(MailbotError, match="data folder") as caught:
        App.open(settings.model_copy(update={"folders": folders}))
    assert "folders.data" in caught.value.mend


def subjects(app: App) -> list[str]:
    """Of the letters to the operator, in order."""
    rows = sorted(app.store.letters(), key=lambda row: row.id)
    assert {row.letter.recipient for row in rows} <= {"operator@example.org"}
    return [str(email.message_from_bytes(row.letter.raw)["Subject"]) for row in rows]


def test_the_operator_hears_once_a_day_of_a_mailbox_that_fails_for_long(settings: Settings) -> None:
    app = App.open(settings)
    told = [len(subjects(app)) for n in range(40) if app.round_failed("default", NOW + timedelta(hours=n), "it is away")]
    assert told == [0] * 4 + [1] * 10 + [2] * 24 + [3] * 2
    assert set(subjects(app)) == {"mailbot needs your attention: mailbox default cannot be read"}
    assert "it is away" in app.store.letters()[0].letter.raw.decode()
    app.close()


@pytest.mark.parametrize("minutes", [1, 14])
def test_passing_trouble_is_told_to_nobody(settings: Settings, minutes: int) -> None:
    app = App.open(settings)
    for n in range(20):
        app.round_failed("default", NOW + timedelta(minutes=minutes * n), "it is away")
        if n % 4 == 3:
            app.health.worked("default", NOW + timedelta(minutes=minutes * n), 0)
    assert subjects(app) == []
    app.close()


def test_a_notice_that_cannot_be_recorded_stops_nothing(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    app = App.open(settings)
    monkeypatch.setattr(app.store, "write", lambda *_: (_ for _ in ()).throw(StoreError("locked")))
    assert [app.round_failed("default", NOW + timedelta(hours=n), "it is away") for n in range(6)] == [1, 2, 3, 4, 5, 6]
    app.close()


def test_the_health_page_tells_how_many_letters_wait(settings: Settings) -> None:
    app = App.open(settings)
    app.note_outbox(NOW, None)
    assert (app.health.outbox["waiting"], app.health.outbox["oldest_due"]) == (0, None)
    app.store.write([app.letters.plain_notice("a@example.org", what="x", mend="", occasion="x", now=NOW)], NOW)
    app.note_outbox(NOW, None)
    assert (app.health.outbox["waiting"], app.health.outbox["oldest_due"]) == (1, NOW.isoformat())
    app.close()
