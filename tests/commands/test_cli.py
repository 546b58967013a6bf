"""The command line as a whole: overview, help, wrong use, exit codes, streams."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from mailbot.commands import COMMANDS
from tests.commands.conftest import Mailbot

ROOT = Path(__file__).parents[2]


def _process(*argv: str, cwd: Path, stdin: int | None = None) -> "subprocess.Popen[str]":
    env = {k: v for k, v in os.environ.items() if not k.startswith("MAILBOT_")} | {"PYTHONPATH": str(ROOT)}
    return subprocess.Popen(
        [sys.executable, "-m", "mailbot", *argv],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=env,
        cwd=cwd,
        stdin=stdin,
    )


def test_mailbot_alone_says_what_it_is_with_examples_and_every_command(mailbot: Mailbot) -> None:
    said = mailbot()
    assert said.code == 0
    assert said.out.startswith("mailbot runs a call")
    assert "mailbot demo" in said.out
    for entry in COMMANDS:
        assert f"  {entry.name}" in said.out


@pytest.mark.parametrize("entry", COMMANDS, ids=lambda entry: entry.name)
@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_every_command_has_help_with_its_examples(mailbot: Mailbot, entry: object, flag: str) -> None:
    name = entry.name  # type: ignore[attr-defined]
    said = mailbot(name, flag)
    assert (said.code, said.err) == (0, "")
    assert f"Usage: mailbot {name}" in said.out
    for example in entry.examples:  # type: ignore[attr-defined]
        assert example in said.out


@pytest.mark.parametrize("group", ["outbox", "quarantine"])
def test_words_below_a_command_have_help_with_an_example(mailbot: Mailbot, group: str) -> None:
    words = {
        "outbox": ["list", "show", "edit", "approve", "retry", "cancel"],
        "quarantine": ["list", "show", "release", "discard"],
    }[group]
    for word in words:
        said = mailbot(group, word, "--help")
        assert said.code == 0
        assert f"  Example:\n    mailbot {group} {word}" in said.out
        assert re.search(r"<\w+", said.out) is None, "no types of Python"


def test_help_at_forty_columns_stays_within_them(mailbot: Mailbot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    for entry in COMMANDS:
        for argv in ((entry.name, "--help"), ()):
            lines = mailbot(*argv).out.splitlines()
            too_long = [line for line in lines if len(line) > 40 and not line.strip().startswith("mailbot ")]
            assert too_long == []


def test_help_stands_last_too(mailbot: Mailbot) -> None:
    assert mailbot("read", "no-such-file.eml", "--help").out.startswith("Usage: mailbot read")


def test_an_unknown_command_names_the_nearest(mailbot: Mailbot) -> None:
    said = mailbot("quarantin")
    assert (said.code, said.out) == (2, "")
    assert said.err == "mailbot: no command `quarantin`: did you mean `quarantine`?\n"


def test_an_unknown_option_is_wrong_use_in_one_line(mailbot: Mailbot) -> None:
    said = mailbot("read", "--jsn", "x")
    assert said.code == 2
    assert said.err == "mailbot: no such option: --jsn: see mailbot read --help\n"


def test_options_are_not_abbreviated(mailbot: Mailbot) -> None:
    assert mailbot("demo", "--exi").code == 2


def test_a_missing_argument_is_wrong_use(mailbot: Mailbot) -> None:
    assert mailbot("show").code == 2


def test_with_json_a_fatal_error_is_the_last_line_of_standard_error_as_an_object(mailbot: Mailbot) -> None:
    said = mailbot("calls", "--json")
    assert (said.code, said.out) == (1, "")
    last = json.loads(said.err.splitlines()[-1])
    assert set(last) == {"error", "code", "mend"}
    assert "mailbot init" in last["mend"]


@pytest.mark.parametrize("argv", [["calls"], ["run"], ["once"], ["migrate"], ["outbox"], ["quarantine"], ["check"]])
def test_without_settings_one_line_names_the_command_that_writes_them(mailbot: Mailbot, argv: list[str]) -> None:
    said = mailbot(*argv)
    assert said.code == 1
    assert "mailbot init" in said.out + said.err
    assert "Traceback" not in said.err


def test_version(mailbot: Mailbot) -> None:
    assert mailbot("--version").out.startswith("mailbot 0.")


def test_an_unexpected_error_shows_no_words_of_a_mail(mailbot: Mailbot, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("secret words of a candidate")

    monkeypatch.setattr("mailbot.commands.read.mails", broken)
    said = mailbot("read", "x.eml")
    assert said.code == 1
    assert "unexpected error (RuntimeError)" in said.err
    log = Path(said.err.split("the details are in ")[1].split(":")[0])
    try:
        assert "secret words" not in said.err + log.read_text(encoding="utf-8")
        assert "mails" in log.read_text(encoding="utf-8") or "broken" in log.read_text(encoding="utf-8")
        assert log.stat().st_mode & 0o077 == 0
    finally:
        log.unlink()


def test_the_overview_comes_at_once_and_loads_nothing_heavy() -> None:
    heavy = ("pydantic", "sqlmodel", "sqlalchemy", "rich", "typer", "jinja2", "imapclient")
    code = f"import sys; from mailbot.cli import run; run([]); print([m for m in {heavy} if m in sys.modules], file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stderr.strip() == "[]"


def test_help_answers_within_half_a_second() -> None:
    times = []
    for _ in range(10):
        begun = time.perf_counter()
        process = _process("--help", cwd=ROOT)
        process.communicate()
        times.append(time.perf_counter() - begun)
        if times[-1] < 0.5:
            break
    assert min(times) < 0.5


def test_a_reader_that_goes_away_is_no_error_message(tmp_path: Path) -> None:
    process = _process("call", "--schema", cwd=tmp_path)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    assert process.stderr.read() == ""
    process.wait()
    process.stderr.close()


def test_ctrl_c_ends_with_130_and_says_what_is_safe(tmp_path: Path) -> None:
    process = _process("read", "-", cwd=tmp_path, stdin=subprocess.PIPE)
    assert process.stderr is not None
    deadline = time.monotonic() + 20
    while not _sleeps(process.pid) and time.monotonic() < deadline:
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=20)
    assert process.returncode == 130
    assert err.strip() == "mailbot: stopped. Nothing was changed."


def _sleeps(pid: int) -> bool:
    """Whether the process waits in a read of its standard input (its Python has started, and nothing else is left to do)."""
    try:
        return "pipe" in Path(f"/proc/{pid}/wchan").read_text(encoding="ascii")
    except OSError:
        return False


def test_help_as_a_word_is_the_overview(mailbot: Mailbot) -> None:
    assert mailbot("help").out == mailbot().out


def test_a_word_that_is_like_no_command_is_not_taken_for_one(mailbot: Mailbot) -> None:
    said = mailbot("draft")
    assert said.code == 2
    assert "did you mean" not in said.err


def test_a_number_is_asked_for_in_our_words(mailbot: Mailbot) -> None:
    said = mailbot("quarantine", "show", "seven")
    assert said.code == 2
    assert "a number is wanted" in said.err
    assert "nteger" not in said.err


def test_a_letter_of_proof_to_no_address_is_wrong_use_at_once(mailbot: Mailbot) -> None:
    said = mailbot("check", "--send-to", "nonsense")
    assert (said.code, said.err) == (2, "mailbot: --send-to nonsense is no address: write it as anna@example.org\n")


def test_a_command_that_takes_its_time_says_nothing_before_its_options_are_known_to_be_good(mailbot: Mailbot) -> None:
    said = mailbot("run", "--bogus")
    assert "no such option: --bogus" in said.err
    assert "Starting" not in said.out + said.err
