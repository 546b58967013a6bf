"""The service with a mail that never ends being read: it stops in time, leaves no process behind, and takes the mail again."""

import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from mailbot.demo.sink import Sink
from tests.parts import reply
from tests.test_reader import bad, runs, until
from tests.test_signals import folder, settings

__all__ = ["folder"]
ROOT = Path(__file__).parent.parent
PROGRAM = """
    import sys
    from pathlib import Path

    from mailbot.app import App
    from mailbot.engine import embedded
    from mailbot.engine.signals import Signals
    from mailbot.log import configure
    from mailbot.reader import Killable
    from mailbot.settings import load
    from tests.misbehaviour import misbehave

    if __name__ == "__main__":
        configure()
        seconds = float(sys.argv[1])
        reader = Killable(seconds=seconds, plain_seconds=seconds, work=misbehave)
        app = App.open(load(Path("mailbot.toml")), reader=reader)
        app.reader.warm()
        embedded.run(app, Signals())
        app.close()
"""


def start(folder: Path, port: int, seconds: float) -> subprocess.Popen[bytes]:
    settings(folder, port)
    (folder / "service.py").write_text(textwrap.dedent(PROGRAM))
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "NOTES_OF_TEST": str(folder / "notes")}
    command = [sys.executable, "service.py", str(seconds)]
    with (folder / "log").open("ab") as log:
        return subprocess.Popen(command, cwd=folder, env=environment, stderr=log, start_new_session=True)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_the_service_stops_within_ten_seconds_while_a_mail_is_read_without_end(folder: Path, number: int) -> None:
    (folder / "Maildir" / "new" / "1.example").write_bytes(bad("note-and-loop"))
    notes = folder / "notes"
    with Sink() as sink:
        process = start(folder, sink.port, 600)
        try:
            until(lambda: process.poll() is not None or (notes.exists() and notes.read_text() != ""), 60)
            began = time.monotonic()
            os.killpg(process.pid, number)  # to everybody, as systemd and a terminal do it
            process.wait(60)
            assert time.monotonic() - began < 10
            until(lambda: not runs(int(notes.read_text().split()[0])))
        finally:
            process.kill()
            process.wait()
    assert "reading-killed" not in (folder / "log").read_text()


def test_a_mail_that_never_ends_holds_up_the_next_one_for_its_time_and_no_longer(folder: Path) -> None:
    (folder / "Maildir" / "new" / "1.example").write_bytes(bad("loop always"))
    (folder / "Maildir" / "new" / "2.example").write_bytes(reply(message_id="<2@example.org>"))
    with Sink() as sink:
        process = start(folder, sink.port, 1)
        try:
            until(lambda: process.poll() is not None or len(sink.taken) == 1, 300)
            assert "reading-took-too-long" in (folder / "log").read_text()
        finally:
            process.kill()
            process.wait()
