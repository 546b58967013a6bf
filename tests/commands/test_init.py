"""`mailbot init`: a folder to start from, nothing overwritten, nothing half-made."""

import os
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from mailbot.commands.init import EXAMPLE
from mailbot.commands.words import called
from mailbot.resources import example_rules_dir
from tests.commands.conftest import Mailbot, Said

ROOT = Path(__file__).parents[2]


def test_it_writes_settings_and_an_example_and_names_the_next_step(mailbot: Mailbot, tmp_path: Path) -> None:
    said = mailbot("init", "my-call")
    assert (said.code, said.err) == (0, "")
    assert sorted(path.name for path in (tmp_path / "my-call").iterdir()) == ["mailbot.toml", "rules"]
    tomllib.loads((tmp_path / "my-call/mailbot.toml").read_text(encoding="utf-8"))
    assert (tmp_path / f"my-call/rules/{EXAMPLE}").is_file()
    assert (tmp_path / "my-call/rules/README.md").read_bytes() == (example_rules_dir() / "README.md").read_bytes()
    assert said.out.splitlines()[-1] == "  cd my-call && mailbot check"


def test_the_next_step_names_the_program_as_it_can_be_found(mailbot: Mailbot, tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(sys, "argv", [".venv/bin/mailbot"])
    assert called() == ".venv/bin/mailbot"
    assert mailbot("init", "my call").out.splitlines()[-1] == f"  cd 'my call' && {tmp_path}/.venv/bin/mailbot check"
    assert mailbot("init").out.splitlines()[-1] == "  .venv/bin/mailbot check"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_named_as_people_know_it(mailbot: Mailbot, tmp_path: Path) -> None:
    (tmp_path / "closed").mkdir(mode=0o500)
    _is_refused(mailbot("init", "closed/my-call"), tmp_path / "closed")


def test_a_file_in_the_way_is_named_as_people_know_it(mailbot: Mailbot, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    _is_refused(mailbot("init", "file/my-call"), tmp_path / "file")


def _is_refused(said: Said, place: Path) -> None:
    assert said.code == 1
    assert said.err.startswith(f"mailbot: {place} cannot be written: ")
    assert said.err.endswith(": name a folder that this user may write to, or give this one to it\n")
    assert "mailbot-init" not in said.err


def test_settings_may_hold_a_password_so_only_the_owner_reads_them(mailbot: Mailbot, tmp_path: Path) -> None:
    mailbot("init", "my-call")
    assert (tmp_path / "my-call/mailbot.toml").stat().st_mode & 0o077 == 0


def test_a_second_time_it_refuses_and_changes_nothing(mailbot: Mailbot, tmp_path: Path) -> None:
    mailbot("init", "my-call")
    settings = tmp_path / "my-call/mailbot.toml"
    settings.write_text("mine", encoding="utf-8")
    said = mailbot("init", "my-call")
    assert said.code == 1
    assert said.err.startswith("mailbot: my-call/mailbot.toml is there already: nothing was changed")
    assert settings.read_text(encoding="utf-8") == "mine"


def test_the_working_folder_can_be_used_and_its_rules_are_kept(mailbot: Mailbot, tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules/own.yaml").write_text("mine", encoding="utf-8")
    said = mailbot("init")
    assert said.code == 0
    assert [path.name for path in (tmp_path / "rules").iterdir()] == ["own.yaml"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["mailbot.toml", "rules"]
    assert said.out.splitlines()[-1] == "  mailbot check"


def test_json_says_what_was_written(mailbot: Mailbot) -> None:
    assert mailbot("init", "x", "--json").objects == [{"settings": "x/mailbot.toml", "rules": "x/rules", "rules_kept": False}]


def test_quiet_says_nothing(mailbot: Mailbot) -> None:
    said = mailbot("init", "x", "-q")
    assert (said.code, said.out, said.err) == (0, "", "")


_KILLED = """
import os, sys
from pathlib import Path
from mailbot import resources, settings  # once, so that each fork is quick
from mailbot.cli import run
from mailbot.disk import RealDisk

real = {name: getattr(RealDisk, name) for name in ("make_folder", "write", "flush_folder", "rename")}
left = 0

def dying(operation):
    def maybe(self, *args):
        global left
        left -= 1
        if left < 0:
            os._exit(9)
        return operation(self, *args)
    return maybe

def forked(place, dies):
    if os.fork() == 0:
        os.chdir(place)
        for name, operation in real.items():
            setattr(RealDisk, name, dying(operation) if dies else operation)
        os._exit(run(["init", *sys.argv[1:]]))
    return os.waitstatus_to_exitcode(os.wait()[1])

for number in range(60):
    place = Path(str(number))
    place.mkdir()
    left = number
    code = forked(place, True)
    (place / "killed" ).write_text(str(code))
    if code == 0:
        break
    if not (place.joinpath(*sys.argv[1:]) / "mailbot.toml").exists():
        (place / "again").write_text(str(forked(place, False)))
"""


@pytest.mark.parametrize("target", [["my-call"], []], ids=["new folder", "this folder"])
def test_killed_before_any_operation_it_leaves_nothing_half_made_and_can_be_repeated(tmp_path: Path, target: list[str]) -> None:
    env = os.environ | {"PYTHONPATH": str(ROOT)}
    subprocess.run([sys.executable, "-c", _KILLED, *target], cwd=tmp_path, env=env, capture_output=True, check=True)
    places = sorted(tmp_path.iterdir(), key=lambda place: int(place.name))
    assert len(places) > 5
    codes = [(place / "killed").read_text() for place in places]
    assert codes == ["9"] * (len(places) - 1) + ["0"]
    for place in places:
        again = place / "again"
        assert not again.exists() or again.read_text() == "0"
        made = place.joinpath(*target)
        assert "mail.address" in (made / "mailbot.toml").read_text(encoding="utf-8")
        assert (made / "rules" / EXAMPLE).stat().st_size > 1000
