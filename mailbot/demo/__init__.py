"""The demo: both example calls, a mailbox of replies and a relay that keeps what it is given, run by the real engine.

Nothing leaves the loopback interface, and the settings are made here, so it cannot be pointed at a real mailbox.
"""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from mailbot.errors import MailbotError, one_line

Progress = Callable[[int, str], None]
"""Told how many mails have been taken, and what is being done."""


@contextmanager
def folder(keep: Path | None) -> Iterator[Path]:
    """Where the demo's mailbox and data lie: a temporary folder, or one that stays, which must be new or empty."""
    if keep is None:
        with tempfile.TemporaryDirectory(prefix="mailbot-demo-") as temporary:
            yield Path(temporary)
        return
    if keep.exists() and (not keep.is_dir() or any(keep.iterdir())):
        raise MailbotError(f"{one_line(keep)} is not an empty folder", mend="name one that is, or leave out --keep")
    keep.mkdir(parents=True, exist_ok=True)
    yield keep
