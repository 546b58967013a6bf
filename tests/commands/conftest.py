"""A folder in which something has happened: the demo, played once a session and copied for each test that looks at it."""

import json
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from mailbot import cli


@dataclass(frozen=True)
class Said:
    """How a command ended, and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def objects(self) -> list[dict[str, Any]]:
        """Standard output as JSON Lines; fails when anything else stands there."""
        return [json.loads(line) for line in self.out.splitlines()]


Mailbot = Callable[..., Said]


@pytest.fixture
def mailbot(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Mailbot:
    """Run a command line in this process, in an empty folder, with no settings but those it finds there."""
    for name in ("MAILBOT_SETTINGS", "COLUMNS", "CREDENTIALS_DIRECTORY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    programs = tmp_path_factory.mktemp("bin")
    (programs / "mailbot").touch(mode=0o755)  # installed, as for most people
    monkeypatch.setenv("PATH", str(programs), prepend=os.pathsep)

    def run(*argv: str) -> Said:
        capsys.readouterr()
        code = cli.run(argv)
        out, err = capsys.readouterr()
        return Said(code, out, err)

    return run


@pytest.fixture(scope="session")
def played(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo's folder, left as it ended. Only to be copied."""
    folder = tmp_path_factory.mktemp("played")
    from mailbot.demo.play import play

    play(folder, lambda _done, _doing: None)
    return folder


_SETTINGS = """\
mail.address = "demo@calls.example.org"
mail.operator = "operator@example.org"
mail.authserv_ids = ["mx.calls.example.org"]
mailbox.kind = "maildir"
mailbox.path = "mailbox"
relay.host = "127.0.0.1"
relay.port = 9
relay.tls = "none"
"""


@pytest.fixture
def work(played: Path, tmp_path: Path, mailbot: Mailbot) -> Path:
    """The demo's outcome as an operator's folder: settings, rules/, data/, a Maildir. The working folder of the test."""
    for name in ("rules", "data", "mailbox"):
        shutil.copytree(played / name, tmp_path / name)
    (tmp_path / "mailbot.toml").write_text(_SETTINGS, encoding="utf-8")
    return tmp_path
