"""`mailbot run` itself killed six times over 60 mails, then left alone: nothing lost, nothing twice, one name a letter."""

import os
import random
import signal
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from mailbot.core.letter import LetterState
from mailbot.core.submission import Became
from mailbot.store.opening import open_store
from tests.kill.harness import fork
from tests.kill.sink import serve
from tests.parts import ADDRESS, NOW, reply
from tests.test_engine import RULES

ROOT = Path(__file__).parent.parent.parent
MAILS, DEATHS, SEED = 60, 6, 4711

pytestmark = [pytest.mark.kill, pytest.mark.timeout(180)]


@pytest.fixture
def sink(tmp_path: Path) -> Iterator[int]:
    """The port of an SMTP server of its own process, which outlives every life of the service and notes what it took."""
    (tmp_path / "accepted").touch()
    listening = socket.create_server(("127.0.0.1", 0))
    pid = fork(lambda: serve(listening, tmp_path / "accepted"))
    yield listening.getsockname()[1]
    listening.close()
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)


@pytest.fixture
def folder(tmp_path: Path, sink: int) -> Path:
    for name in ("Maildir/new", "Maildir/cur", "Maildir/tmp", "rules"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "rules" / "a-call.yaml").write_text(RULES.replace("{mailbox}", "default"))
    (tmp_path / "mailbot.toml").write_text(
        f'[mail]\naddress = "{ADDRESS}"\noperator = "operator@example.org"\nauthserv_ids = ["mx.example.net"]\n'
        f'[mailbox]\nkind = "maildir"\npath = "Maildir"\npoll_seconds = 1\n'
        f'[relay]\nhost = "127.0.0.1"\nport = {sink}\ntls = "none"\nper_minute = 10000\n'
    )
    return tmp_path


@contextmanager
def life(folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """`python -m mailbot run`, however it ends."""
    with (folder / "log").open("ab") as log:
        command = [sys.executable, "-m", "mailbot", "run"]
        process = subprocess.Popen(command, cwd=folder, stderr=log, env={**os.environ, "PYTHONPATH": str(ROOT)})
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def deliver(folder: Path, numbers: range) -> None:
    for n in numbers:
        aside = folder / "Maildir" / "tmp" / f"{n}.example"
        aside.write_bytes(reply(f"p{n}@p{n}.example", f"1. Probation, for {n} years.\r\n", f"<{n}@example.org>"))
        aside.rename(folder / "Maildir" / "new" / aside.name)


def accepted(folder: Path) -> list[tuple[str, str]]:
    """Message-ID and recipient of each letter the world took, doubles too."""
    return [(words[0], words[1]) for line in (folder / "accepted").read_text().splitlines() if (words := line.split())]


def wait_until(folder: Path, letters: int, process: subprocess.Popen[bytes], seconds: float = 60) -> None:
    """Until as many different letters were taken."""
    end = time.monotonic() + seconds
    while len(set(accepted(folder))) < letters:
        assert process.poll() is None, (folder / "log").read_text()[-3000:]
        assert time.monotonic() < end, (folder / "log").read_text()[-3000:]
        time.sleep(0.005)


def test_six_deaths_of_the_running_service_lose_nothing_and_double_no_submission(folder: Path) -> None:
    rng, share = random.Random(SEED), MAILS // DEATHS
    for death in range(DEATHS):
        before = len(set(accepted(folder)))
        deliver(folder, range(death * share, (death + 1) * share))
        with life(folder) as process:
            # Some letters into this life, and a moment more: that is somewhere in the middle of the next mails and letters.
            wait_until(folder, before + rng.randint(1, share - 4), process)
            time.sleep(rng.random() * 0.1)
            process.send_signal(signal.SIGKILL)
            assert process.wait(10) == -signal.SIGKILL
    with life(folder) as process:
        wait_until(folder, MAILS, process)
        process.send_signal(signal.SIGTERM)
        assert process.wait(20) == 0
    _nothing_is_lost_and_nothing_twice(folder)


def _nothing_is_lost_and_nothing_twice(folder: Path) -> None:
    store = open_store(f"sqlite:///{folder / 'data' / 'mailbot.sqlite'}", now=NOW)
    people = {f"p{n}@p{n}.example" for n in range(MAILS)}
    rows, entries, letters = store.mails(limit=10 * MAILS), store.submissions("a-call"), store.letters()
    store.close()
    assert [(row.became, row.done) for row in rows] == [(Became.new, True)] * MAILS
    assert sorted(entry.address for entry in entries) == sorted(people)
    assert {len(entry.revisions) for entry in entries} == {1}
    assert [row.state for row in letters] == [LetterState.sent] * MAILS
    taken = Counter(accepted(folder))
    # One name for each person, however often it was sent, and the one that is recorded.
    assert sorted(taken) == sorted((row.letter.message_id, row.letter.recipient) for row in letters)
    assert {recipient for _, recipient in taken} == people
    assert sum(taken.values()) - MAILS <= DEATHS
