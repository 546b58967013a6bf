"""What a mail may make the worker do in place of reading; each stands for a library that gives in to it."""

import os
import signal
import time
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from mailbot.core.call import Call
from mailbot.core.proof.signed import Signature
from mailbot.core.reading import Own, Reading, read


def misbehave(
    raw: bytes,
    received_at: datetime,
    calls: Sequence[Call],
    own: Own,
    *,
    mailbox: str | None = None,
    plain: bool = False,
    signed: Sequence[Signature] = (),
) -> Reading:
    """Do what the body's last line says, once or, with `always`, in the plain try as well; other mails are read."""
    _, _, order = raw.strip().rpartition(b"\n")
    words = order.decode("latin-1").split()
    if words[:1] == ["misbehave"] and ("always" in words or not plain):
        _MISDEEDS[words[1]]()
    return read(raw, received_at, calls, own, mailbox=mailbox, plain=plain, signed=signed)


def _loop() -> None:
    while True:
        pass


def _sleep_in_c() -> None:
    """As a C loop that holds the interpreter's lock: no Python signal handler runs before it ends."""
    sum(range(10**12))


def _eat() -> None:
    for size in (1 << 32, 1 << 34):
        bytearray(size)


def _crash() -> None:
    os.kill(os.getpid(), signal.SIGSEGV)


def _exit() -> None:
    os._exit(0)


def _stumble() -> None:
    raise KeyError("words of a candidate")


def _beg_to_end() -> None:
    """What systemd and a terminal send to everybody in the group."""
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        os.kill(os.getpid(), number)
    time.sleep(0.1)


def _count_files() -> None:
    held = [str(link.readlink()) for link in Path("/proc/self/fd").iterdir() if link.is_symlink()]
    Path(os.environ["NOTES_OF_TEST"]).write_text("\n".join((str(os.getpid()), *held)), encoding="utf-8")


def _wait() -> None:
    """As a machine that is busy with something else, for longer than a test's mail may keep the processor."""
    time.sleep(3)


def _note_and_loop() -> None:
    _count_files()
    _loop()


_MISDEEDS = {
    "loop": _loop,
    "c-loop": _sleep_in_c,
    "eat": _eat,
    "crash": _crash,
    "exit": _exit,
    "stumble": _stumble,
    "beg": _beg_to_end,
    "wait": _wait,
    "note": _count_files,
    "note-and-loop": _note_and_loop,
}
