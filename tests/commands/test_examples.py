"""The examples of every help page, run as they stand; numbers and references in them become ones that are there."""

import shlex
import shutil
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from mailbot.commands import COMMANDS
from mailbot.demo.stage import MAILS
from tests.commands.conftest import Mailbot

EXAMPLES = [example for entry in COMMANDS for example in entry.examples if example != "mailbot run"]  # see test_acting
ROOT = Path(__file__).parents[2]
ANNOUNCEMENTS = ROOT / "tests/corpus/calls"


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_example_works_as_it_stands(mailbot: Mailbot, work: Path, example: str) -> None:
    shutil.copy(MAILS / "01-gmail-inline-en.eml", work / "reply.eml")
    shutil.copy(ANNOUNCEMENTS / "fr_reseau_transcription.txt", work / "announcement.txt")
    shutil.copy(ANNOUNCEMENTS / "en_agency_night_crossings.html", work / "page.html")
    words = shlex.split(example)[1:]
    if words[0] in {"show", "withdraw"}:
        words[1] = mailbot("submissions", "ran-mental-health-2021", "--json").objects[0]["reference"]
    if "--proof" in words:
        words.append("--offline")
    if words[:2] == ["quarantine", "release"]:
        words[2] = str(mailbot("quarantine", "--json").objects[0]["id"])
    if words[:2] == ["outbox", "retry"]:
        with sqlite3.connect(work / "data/mailbot.sqlite") as database:
            database.execute("UPDATE letter SET state = 'failed' WHERE id = 12")
        database.close()
    if words[0] == "check":
        (work / "data").chmod(0o700)
    said = mailbot(*words)
    if example == "mailbot check":  # the relay of these settings is nowhere
        assert said.out.splitlines()[-1] == "Not ready: relay."
    else:
        assert (said.code, said.err.count("mailbot: ")) == (0, 0)


def test_the_first_sign_comes_before_anything_heavy_is_loaded(tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "from mailbot.terminal import Terminal\n"
        "def note(self, words):\n"
        "    heavy = {'typer', 'pydantic', 'sqlmodel', 'rich', 'mailbot.app', 'mailbot.core.message'} & set(sys.modules)\n"
        "    print(words, heavy or 'nothing heavy')\n"
        "    sys.exit(0)\n"
        "Terminal.note = note\n"
        "from mailbot.cli import run\n"
        "run(sys.argv[1:])\n"
    )
    for entry in COMMANDS:
        if entry.begin:
            command = [sys.executable, "-c", code, entry.name]
            done = subprocess.run(
                command, capture_output=True, text=True, cwd=tmp_path, env={"PYTHONPATH": str(ROOT)}, check=True
            )
            assert done.stdout == f"{entry.begin} nothing heavy\n"


def test_ctrl_c_in_the_middle_of_the_demo_ends_with_130(tmp_path: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "mailbot", "demo", "--exit"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={"PYTHONPATH": str(ROOT), "TMPDIR": str(tmp_path)},
    )
    assert process.stderr is not None
    process.stderr.readline()  # it has begun
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, err.splitlines()[-1]) == (130, "mailbot: stopped. Nothing was changed.")
    assert "Traceback" not in out + err
    assert list(tmp_path.iterdir()) == []
