"""The reader: whatever a mail does to the worker that reads it, the next mail is read."""

import os
import signal
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from mailbot.core.documents import unread
from mailbot.core.reading import Outcome, Reading, read
from mailbot.errors import WorkerError
from mailbot.reader import InProcess, Killable, Reader, ReadingFailed
from tests.misbehaviour import misbehave
from tests.parts import CALL, NOW, OWN, Parts, reply

ROOT = Path(__file__).parent.parent
HTML = "Content-Type: text/html\r\n"


@pytest.fixture
def reader() -> Iterator[Killable]:
    made = Killable(seconds=2, plain_seconds=2, work=misbehave)
    yield made
    made.close()


def bad(deed: str, body: str = "1. Mentor.\r\n2. Much.\r\n", **more: str) -> bytes:
    return reply(body=f"{body}\r\nmisbehave {deed}\r\n", **more)


def taken(reader: Reader, raw: bytes) -> Reading:
    return reader.read(raw, NOW, [CALL], OWN, mailbox="default")


def until(true: Callable[[], bool], seconds: float = 20) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end
        time.sleep(0.02)


def runs(pid: int) -> bool:
    """Whether a process of this number runs, and is not only waiting for its parent to ask how it ended."""
    try:
        return "Z" not in Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False


def test_the_worker_reads_as_this_process_does(reader: Killable) -> None:
    assert taken(reader, reply()) == taken(InProcess(), reply())


@pytest.mark.parametrize("deed", ["loop", "c-loop", "eat", "crash", "exit"])
def test_a_mail_that_ends_the_worker_is_read_plainly_and_the_next_one_as_ever(reader: Killable, deed: str) -> None:
    reading = taken(reader, bad(deed))
    assert reading.outcome is Outcome.submission
    assert [answer.text for answer in reading.answers][:1] == ["Mentor."]
    assert taken(reader, reply()) == read(reply(), NOW, [CALL], OWN, mailbox="default")


@pytest.mark.parametrize(
    ("deed", "reason"), [("loop", "reading-took-too-long"), ("eat", "reading-killed"), ("crash", "reading-killed")]
)
def test_a_mail_that_ends_two_workers_is_kept_for_a_person_with_a_reason(reader: Killable, deed: str, reason: str) -> None:
    reading = taken(reader, bad(f"{deed} always"))
    assert (reading.outcome, reading.reason, reading.ack) == (Outcome.quarantine, reason, False)
    assert taken(reader, reply()).outcome is Outcome.submission


def test_a_mail_that_waits_is_not_taken_for_one_that_keeps_the_processor_busy(reader: Killable) -> None:
    assert taken(reader, bad("wait")) == read(bad("wait"), NOW, [CALL], OWN, mailbox="default")


def test_what_our_own_code_raises_is_told_by_type_and_place_and_not_by_its_words(reader: Killable) -> None:
    with pytest.raises(ReadingFailed) as raised:
        taken(reader, bad("stumble"))
    assert raised.value.error == "KeyError"
    assert raised.value.at.startswith("tests.misbehaviour:")
    assert "candidate" not in str(raised.value)


def test_a_plain_reading_opens_no_document_and_says_so() -> None:
    file = 'Content-Disposition: attachment; filename="a.txt"\r\n\r\n2. Much.'
    body = f"--x\r\n{HTML}\r\n<b>1. Mentor.</b>\r\n--x\r\n{file}\r\n--x--\r\n"
    raw = reply(body=body).replace(b"text/plain; charset=utf-8", b"multipart/mixed; boundary=x")
    assert unread(read(raw, NOW, [CALL], OWN).documents) == ()
    plainly = read(raw, NOW, [CALL], OWN, plain=True)
    assert (plainly.text, unread(plainly.documents)) == ("1. Mentor.", ("attachment-unread",))


def test_the_intake_goes_on_behind_mails_that_kill(reader: Killable) -> None:
    parts = Parts(reader=reader)
    for number, deed in enumerate(("crash always", "eat always", "stumble")):
        parts.deliver(bad(deed, message_id=f"<{number}@example.org>"))
    parts.deliver(reply(message_id="<9@example.org>"))
    for _ in range(3):
        parts.round()
    reasons = [mail.reason for mail in sorted(parts.store.mails(), key=lambda mail: mail.id)]
    assert reasons == ["reading-killed", "reading-killed", "reading-failed-3-times", "answers-found"]


def test_a_worker_that_cannot_be_started_is_an_error_with_a_mend_and_counts_against_no_mail() -> None:
    starved = Killable(memory=1024)
    with pytest.raises(WorkerError) as raised:
        starved.warm()
    assert raised.value.mend
    parts = Parts(reader=starved)
    parts.deliver(reply())
    for _ in range(4):
        with pytest.raises(WorkerError):
            parts.round()
    assert [mail.became for mail in parts.store.mails()] == [None]


def test_what_ends_a_whole_group_of_processes_is_not_heard_by_the_worker(reader: Killable) -> None:
    assert taken(reader, bad("beg always")).outcome is Outcome.submission


def test_a_worker_killed_between_two_mails_is_replaced(
    reader: Killable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NOTES_OF_TEST", str(tmp_path / "notes"))
    taken(reader, bad("note"))
    pid = int((tmp_path / "notes").read_text().split()[0])
    os.kill(pid, signal.SIGKILL)
    until(lambda: not runs(pid))
    assert taken(reader, reply()).outcome is Outcome.submission


def test_the_worker_holds_nothing_of_its_parent_but_its_pipes(
    reader: Killable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NOTES_OF_TEST", str(tmp_path / "notes"))
    with (tmp_path / "lock").open("w") as lock:
        os.set_inheritable(lock.fileno(), False)
        taken(reader, bad("note"))
    held = (tmp_path / "notes").read_text().split("\n")[1:]
    assert not any(name.startswith("socket:") or "lock" in name for name in held), held


def test_closing_ends_a_reading_that_would_not_end() -> None:
    reader, raised = Killable(seconds=600, work=misbehave), []
    reader.warm()

    def wait() -> None:
        try:
            taken(reader, bad("c-loop"))
        except WorkerError as error:
            raised.append(error)

    thread = threading.Thread(target=wait)
    thread.start()
    until(lambda: reader.is_busy)
    reader.close()
    thread.join(5)
    assert raised
    with pytest.raises(WorkerError):
        taken(reader, reply())


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_the_worker_dies_with_its_parent_even_in_the_middle_of_a_mail(tmp_path: Path, number: int) -> None:
    program = """
        from mailbot.reader import Killable
        from tests.misbehaviour import misbehave
        from tests.parts import CALL, NOW, OWN
        from tests.test_reader import bad

        if __name__ == "__main__":
            reader = Killable(seconds=600, work=misbehave)
            reader.read(bad("note-and-loop"), NOW, [CALL], OWN)
    """
    (tmp_path / "parent.py").write_text(textwrap.dedent(program))
    notes = tmp_path / "notes"
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "NOTES_OF_TEST": str(notes)}
    parent = subprocess.Popen([sys.executable, str(tmp_path / "parent.py")], env=environment)
    try:
        until(lambda: notes.exists() and notes.read_text() != "", 60)
        worker = int(notes.read_text().split()[0])
        os.kill(parent.pid, number)
        until(lambda: not runs(worker))
    finally:
        parent.kill()
        parent.wait()
