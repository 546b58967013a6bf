"""Settings: what an operator writes is taken as meant, or refused with every mistake at its line."""

import os
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from mailbot import settings as s
from mailbot.errors import MailbotError, Problems

BAD = sorted((Path(__file__).parent / "bad_settings").iterdir())
GOOD = """\
mail.address = "calls@example.org"
mail.operator = "operator@example.org"
mailbox.host = "imap.example.org"
mailbox.password = "from the file"
relay.host = "smtp.example.org"
"""


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder and an environment without settings in it."""
    for name in [n for n in os.environ if n.startswith("MAILBOT_") or n == "CREDENTIALS_DIRECTORY"]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def written(text: str = GOOD) -> Path:
    file = Path("mailbot.toml")
    file.write_text(text)
    file.chmod(0o600)
    return file


def complaints(text: str) -> list[str]:
    with pytest.raises(Problems) as caught:
        s.load(written(text))
    return [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize("case", BAD, ids=lambda case: case.name)
def test_each_wrong_configuration_is_explained_as_its_folder_says(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(case)
    with pytest.raises(Problems) as caught:
        s.load()
    assert f"{caught.value}\n" == (case / "expected.txt").read_text()


def test_no_complaint_repeats_a_secret() -> None:
    found = complaints(GOOD.replace('"from the file"', "[1234567]") + 'store.url = 7654321\nmailbox.pasword = "hush"')
    assert not any(secret in line for secret in ("1234567", "7654321", "hush") for line in found)


def test_the_starter_file_and_the_model_say_the_same() -> None:
    starter = s.starter_toml()
    commented = dict.fromkeys(re.findall(r"^# (\w+\.\w+) = ", starter, re.MULTILINE))
    given = tomllib.loads(starter)
    names = {f"{section}.{key}" for section in given for key in given[section]}
    model = {
        f"{section}.{key}"
        for section, field in s.Settings.model_fields.items()
        if section != "mailboxes"
        for key in (s.Mailbox if section == "mailbox" else field.annotation).model_fields  # type: ignore[union-attr]
    }
    assert len(names) == 6
    assert names | commented.keys() == model
    assert not names & commented.keys()


def test_the_starter_file_with_every_line_taken_in_means_the_defaults() -> None:
    starter = s.starter_toml()
    plain = s.load(written(starter))
    everything = s.load(written(re.sub(r"^# (\w+\.\w+ = )", r"\1", starter, flags=re.MULTILINE)))
    assert everything.model_dump() == plain.model_dump()


def test_every_setting_has_a_sentence() -> None:
    for line in re.findall(r"(?<=\n\n)# \w+\.\w+ = .*", s.starter_toml()):
        pytest.fail(f"no sentence above {line}")


def test_option_goes_over_environment_over_credential_over_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    file = written(GOOD + 'log.level = "error"\n')
    assert s.load(file).login("default")[1].reveal() == "from the file"

    (tmp_path / "mailbox.password").write_text("from systemd\n")
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path))
    assert s.load(file).login("default")[1].reveal() == "from systemd"

    monkeypatch.setenv("MAILBOT_MAILBOX__PASSWORD", "0042")
    monkeypatch.setenv("MAILBOT_LOG__LEVEL", "warning")
    settings = s.load(file)
    assert settings.login("default")[1].reveal() == "0042"
    assert settings.log.level is s.LogLevel.warning

    settings = s.load(file, {"log.level": "debug", "folders.data": None})
    assert settings.log.level is s.LogLevel.debug
    origins = {row.name: row.origin for row in s.describe(settings)}
    assert origins["log.level"] == "option"
    assert origins["mailbox.password"] == "environment MAILBOT_MAILBOX__PASSWORD"
    assert origins["mailbox.host"] == "mailbot.toml:3"
    assert origins["mailbox.port"] == "default"


def test_the_environment_alone_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {
        "MAIL__ADDRESS": "calls@example.org",
        "MAIL__OPERATOR": "operator@example.org",
        "MAIL__AUTHSERV_IDS": "mx.example.org, mx2.example.org",
        "MAILBOXES__SECOND__HOST": "imap.example.org",
        "MAILBOXES__SECOND__PASSWORD": "1234",
        "RELAY__HOST": "localhost",
        "RELAY__TLS": "none",
    }.items():
        monkeypatch.setenv(f"MAILBOT_{name}", value)
    settings = s.load()
    assert list(settings.all_mailboxes) == ["second"]
    assert settings.login("second")[0] == "calls@example.org"
    assert settings.login("second")[1].reveal() == "1234"
    assert settings.relay_login() is None
    assert settings.mail.authserv_ids == ["mx.example.org", "mx2.example.org"]


def test_a_typo_in_the_environment_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAILBOT_MAILBOX__PASWORD", "hush")
    monkeypatch.setenv("MAILBOT_LOGS__LEVEL", "debug")
    assert complaints(GOOD) == [
        "environment MAILBOT_LOGS: unknown key logs: did you mean log?",
        "environment MAILBOT_MAILBOX__PASWORD: unknown key mailbox.pasword: did you mean mailbox.password?",
    ]


def test_without_a_file_the_next_step_is_named() -> None:
    with pytest.raises(MailbotError) as caught:
        s.load()
    told = "no settings in mailbot.toml: go to the folder that holds it, or `mailbot init my-call` writes one to start from"
    assert caught.value.line() == told


def test_paths_are_seen_from_the_folder_of_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "etc").mkdir()
    (tmp_path / "etc" / "own.toml").write_text(GOOD + 'folders.rules = "calls"\nrelay.password_file = "secret"\n')
    monkeypatch.setenv("MAILBOT_SETTINGS", "etc/own.toml")
    settings = s.load(options={"folders.templates": "letters"})
    assert settings.folders.data == tmp_path / "etc" / "data"
    assert settings.folders.rules == tmp_path / "etc" / "calls"
    assert settings.folders.templates == tmp_path / "letters"
    assert settings.relay.password_file == tmp_path / "etc" / "secret"
    assert settings.database().reveal() == f"sqlite:///{tmp_path / 'etc' / 'data' / 'mailbot.sqlite'}"


@pytest.mark.parametrize(
    ("written_as", "envelope"),
    [(one, one) for one in ("bounces@example.org", "calls+*@example.org")] + [("", "calls@example.org"), ("<>", "")],
)
def test_bounces_come_to_us_or_to_somebody_or_not_at_all(written_as: str, envelope: str) -> None:
    assert s.load(written(f'{GOOD}mail.envelope_sender = "{written_as}"\n')).mail.envelope == envelope


@pytest.mark.parametrize("written_as", ["*+*@example.org", "all-that-we-ever-called-for+*@example.org"])
def test_an_address_for_each_letter_needs_room_for_its_name(written_as: str) -> None:
    with pytest.raises(Problems, match="has no room for what names a letter"):
        s.load(written(f'{GOOD}mail.envelope_sender = "{written_as}"\n'))


@pytest.mark.parametrize("spelling", ["file", "command"])
def test_a_secret_is_read_anew_each_time_and_loses_one_line_end(spelling: str, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    value: dict[str, Any] = {"file": kept} if spelling == "file" else {"command": f"cat {kept}"}
    secret = s.Secret("mailbox.password", **value)
    kept.write_text(" first \n")
    assert secret.reveal() == " first "
    kept.write_bytes(b"second\r\n")
    assert secret.reveal() == "second"
    assert secret.shown() == f"set, 6 characters, from {spelling}"


@pytest.mark.parametrize("raw", [b"one\ntwo", b"one\n\n", b"a\x00b", b"a\x85b".decode("latin-1").encode(), b"\xff", b"\n", b""])
def test_a_secret_that_is_not_one_plain_line_is_refused_unseen(raw: bytes, tmp_path: Path) -> None:
    (tmp_path / "kept").write_bytes(raw)
    with pytest.raises(MailbotError) as caught:
        s.Secret("mailbox.password", file=tmp_path / "kept").reveal()
    assert "one" not in caught.value.what.replace("one line", "")
    assert caught.value.mend


@pytest.mark.parametrize(
    ("command", "mend"),
    [
        ("false", "run it by hand as"),
        ("no-such-command-here show me", "install it, or write its whole path"),
        ("/etc/passwd", "sudo chmod +x /etc/passwd"),
        ("unclosed 'quote", "close it"),
        ("printf ''", "let the command print it"),
    ],
)
def test_a_command_that_gives_no_secret_is_named_with_its_mend(command: str, mend: str) -> None:
    with pytest.raises(MailbotError, match=r"relay\.password") as caught:
        s.Secret("relay.password", command=command).reveal()
    assert mend in caught.value.mend


@pytest.fixture
def nobody_special() -> Iterator[None]:
    """Root may read everything; so the test is somebody else for a while."""
    before = os.geteuid()
    if before == 0:
        os.seteuid(65534)
    yield
    os.seteuid(before)


@pytest.mark.usefixtures("nobody_special")
def test_a_secret_file_that_may_not_be_read_is_told_with_the_line_that_mends_it() -> None:
    with pytest.raises(MailbotError) as caught:
        s.Secret("relay.password", file=Path("/etc/shadow")).reveal()
    assert re.search(r"sudo chown \S+ /etc/shadow && sudo chmod 600 /etc/shadow$", caught.value.mend)


def test_a_secret_file_that_is_missing_is_told_with_the_line_that_makes_it(tmp_path: Path) -> None:
    with pytest.raises(MailbotError) as caught:
        s.Secret("relay.password", file=tmp_path / "a b").reveal()
    assert f"install -m 600 /dev/null '{tmp_path}/a b'" in caught.value.mend


def test_a_missing_file_that_a_variable_names_is_told_with_that_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAILBOT_SETTINGS", "gone.toml")
    with pytest.raises(MailbotError) as caught:
        s.load()
    told = "no settings in gone.toml: MAILBOT_SETTINGS names it: name the file that there is, or `unset MAILBOT_SETTINGS`"
    assert caught.value.line() == told


def test_secrets_are_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAILBOT_STORE__URL", "postgresql://mailbot:hush-hush@db.example.org/mailbot")
    settings = s.load(written())
    rows = {row.name: row.value for row in s.describe(settings)}
    assert rows["mailbox.password"] == "set, 13 characters, from value"
    assert rows["relay.password"] == "not set"
    assert rows["store.url"] == "set, 53 characters, from value"
    for text in (repr(settings), str(settings), str(s.describe(settings))):
        assert "hush" not in text
        assert "from the file" not in text


def test_a_secret_file_that_others_can_read_is_warned_of(tmp_path: Path) -> None:
    (tmp_path / "relay.password").write_text("hush\n")
    settings = s.load(written(GOOD + 'relay.password_file = "relay.password"\n'))
    (tmp_path / "relay.password").chmod(0o644)
    assert [w.what for w in s.warnings(settings)] == ["relay.password can be read by every user of this machine"]
    (tmp_path / "relay.password").chmod(0o600)
    assert s.warnings(settings) == []


def test_a_settings_file_that_holds_a_secret_and_others_can_read_is_warned_of() -> None:
    file = written()
    file.chmod(0o644)
    assert "mailbot.toml" in s.warnings(s.load(file))[0].file
    file.chmod(0o600)
    assert s.warnings(s.load(file)) == []


def test_a_relay_that_will_refuse_passwords_soon_is_warned_of() -> None:
    text = GOOD.replace("smtp.example.org", "smtp.office365.com") + 'relay.password = "x"\n'
    assert [w.file for w in s.warnings(s.load(written(text)))] == ["relay.host"]


def test_an_address_of_ipv6_is_kept_as_a_socket_wants_it() -> None:
    from pydantic import TypeAdapter, ValidationError

    from mailbot.settings.value import Host

    host = TypeAdapter(Host)
    assert host.validate_python("[::1]") == host.validate_python("::1") == "::1"
    for wrong in ("[::1", "::1]", "[mail.example.org]", "[]"):
        with pytest.raises(ValidationError):
            host.validate_python(wrong)
