"""`mailbot run` and its signals: it stops in time whoever keeps silent, and reads again what was edited."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from mailbot.demo.sink import Sink
from tests.parts import ADDRESS, reply
from tests.test_engine import RULES

ROOT = Path(__file__).parent.parent


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("Maildir/new", "Maildir/cur", "Maildir/tmp", "rules"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "rules" / "a-call.yaml").write_text(RULES.replace("{mailbox}", "default"))
    return tmp_path


def settings(folder: Path, relay: int, mailbox: str = 'kind = "maildir"\npath = "Maildir"\npoll_seconds = 1\n') -> Path:
    file = folder / "mailbot.toml"
    file.write_text(
        f'[mail]\naddress = "{ADDRESS}"\noperator = "operator@example.org"\nauthserv_ids = ["mx.example.net"]\n'
        f'[mailbox]\n{mailbox}[relay]\nhost = "127.0.0.1"\nport = {relay}\ntls = "none"\n'
    )
    return file


@contextmanager
def service(folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    with (folder / "log").open("ab") as log:
        command = [sys.executable, "-m", "mailbot", "run"]
        process = subprocess.Popen(command, cwd=folder, stderr=log, env={**os.environ, "PYTHONPATH": str(ROOT)})
    try:
        wait_until(folder, lambda: "[info] started" in (folder / "log").read_text())
        yield process
    finally:
        process.kill()
        process.wait()


def wait_until(folder: Path, true: Callable[[], bool], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, (folder / "log").read_text()[-3000:]
        time.sleep(0.02)


def count(folder: Path, words: str) -> int:
    return (folder / "log").read_text().count(words)


@contextmanager
def silence(greeting: bytes) -> Iterator[int]:
    """A server that greets and then says nothing more."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(60)
        pid = os.fork()
        if pid == 0:
            held = []
            while True:
                held.append(listening.accept()[0])
                held[-1].sendall(greeting)
        try:
            yield listening.getsockname()[1]
        finally:
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)


@pytest.mark.parametrize("which", ["relay", "mailbox"])
def test_sigterm_is_obeyed_within_ten_seconds_whoever_keeps_silent(folder: Path, which: str) -> None:
    with Sink() as sink, silence(b"220 mx.example.net ESMTP\r\n" if which == "relay" else b"* OK ready\r\n") as port:
        silent_box = f'host = "127.0.0.1"\nport = {port}\ntls = "none"\nuser = "u"\npassword = "p"\n'
        if which == "relay":
            settings(folder, port)
        else:
            settings(folder, sink.port, silent_box)
        (folder / "Maildir" / "new" / "1.example").write_bytes(reply())
        with service(folder) as process:
            if which == "relay":
                wait_until(folder, lambda: count(folder, "recorded") > 0)
            began = time.monotonic()
            process.send_signal(signal.SIGTERM)
            assert process.wait(60) == 0
            assert time.monotonic() - began < 10


STORM = """
import os, signal, sys
from mailbot.engine.signals import STOP, Signals
signals = Signals()
signals.listen()
if os.fork() == 0:
    for number in [signal.SIGHUP] * 20_000 + [signal.SIGTERM]:
        os.kill(os.getppid(), number)
    os._exit(0)
while not signals.wait() & STOP:
    pass
"""


def test_no_storm_of_signals_blocks_the_service_or_hides_the_one_that_stops_it() -> None:
    assert subprocess.run([sys.executable, "-c", STORM], cwd=ROOT, timeout=60, check=False).returncode == 0


BEFORE_ANYBODY_WAITS = """
import signal
from mailbot.engine.signals import Signals
signals = Signals()
signals.listen()
for _ in range(1_000):
    signal.raise_signal(signal.SIGHUP)
signal.raise_signal(signal.SIGTERM)
assert signals.wait() == {signal.SIGHUP, signal.SIGTERM}
signal.raise_signal(signal.SIGINT)
assert signals.wait() == {signal.SIGINT}
"""


def test_signals_that_come_before_anybody_waits_are_told_all_and_once() -> None:
    assert subprocess.run([sys.executable, "-c", BEFORE_ANYBODY_WAITS], cwd=ROOT, timeout=60, check=False).returncode == 0


def test_a_burst_of_sighups_reads_again_and_leaves_the_service_alive(folder: Path) -> None:
    with Sink() as sink:
        settings(folder, sink.port)
        with service(folder) as process:
            (folder / "rules" / "a-call.yaml").write_text("deadline: soon\n")
            for _ in range(50):
                process.send_signal(signal.SIGHUP)
                time.sleep(0.001)
            wait_until(folder, lambda: count(folder, "call-file-broken") > 0)
            (folder / "Maildir" / "new" / "1.example").write_bytes(reply())
            wait_until(folder, lambda: len(sink.taken) == 1)
            process.send_signal(signal.SIGTERM)
            assert process.wait(60) == 0


def test_sighup_takes_new_settings_and_keeps_the_old_ones_when_they_are_wrong(folder: Path) -> None:
    with Sink() as first, Sink() as second:
        file = settings(folder, first.port)
        with service(folder) as process:
            file.write_text(file.read_text().replace("[relay]", "[relai]"))
            process.send_signal(signal.SIGHUP)
            wait_until(folder, lambda: count(folder, "settings-broken") > 0)
            settings(folder, second.port)
            process.send_signal(signal.SIGHUP)
            wait_until(folder, lambda: count(folder, "[info] started") == 2)
            (folder / "Maildir" / "new" / "1.example").write_bytes(reply())
            wait_until(folder, lambda: len(second.taken) == 1)
            process.send_signal(signal.SIGINT)
            assert process.wait(60) == 130
    assert first.taken == []
