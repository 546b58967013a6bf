"""Is it working? What each part last managed, kept in one small file that `mailbot check --live` reads."""

import json
import os
import threading
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

HEARTBEAT = "heartbeat.json"


@dataclass(slots=True)
class Health:
    """Last successes and last troubles by name of mailbox; all instants aware, UTC. Safe to use from several threads.

    Nothing personal stands here: names of mailboxes, named faults, counts.
    """

    folder: Path
    started_at: datetime
    mailboxes: dict[str, dict[str, str | int | None]] = field(default_factory=dict)
    outbox: dict[str, str | int | None] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def worked(self, mailbox: str, now: datetime, taken: int) -> bool:
        """A round on this mailbox was finished. True when that is news: the first one, or the first after trouble."""
        with self._lock:
            row = self.mailboxes.setdefault(mailbox, {})
            news = not row.get("last_success") or bool(row.get("failures"))
            taken += int(row.get("taken") or 0)
            row |= {"last_success": now.isoformat(), "trouble": None, "failures": 0, "taken": taken}
            return news

    def failed(self, mailbox: str, now: datetime, trouble: str) -> int:
        """A round broke off; how often in a row."""
        with self._lock:
            row = self.mailboxes.setdefault(mailbox, {"last_success": None})
            failures = int(row.get("failures") or 0) + 1
            row |= {"last_failure": now.isoformat(), "trouble": trouble, "failures": failures}
            return failures

    def sent(self, now: datetime, waiting: int, oldest_due: datetime | None, trouble: str | None) -> None:
        """The outbox went through what was due."""
        with self._lock:
            oldest = oldest_due.isoformat() if oldest_due else None
            self.outbox = {"last_success": now.isoformat(), "waiting": waiting, "oldest_due": oldest, "trouble": trouble}

    def outbox_failed(self, now: datetime, trouble: str) -> None:
        """The outbox could not go through what was due."""
        with self._lock:
            self.outbox |= {"last_failure": now.isoformat(), "trouble": trouble}

    def write(self, now: datetime) -> None:
        """Put the file in place at once, so that a reader never sees half of it. It is a hint and is not flushed."""
        with self._lock:
            state = {
                "at": now.isoformat(),
                "pid": os.getpid(),
                "started_at": self.started_at.isoformat(),
                "mailboxes": self.mailboxes,
                "outbox": self.outbox,
            }
            aside = self.folder / f"{HEARTBEAT}.part"
            aside.write_text(json.dumps(state, indent=1), encoding="utf-8")
            aside.replace(self.folder / HEARTBEAT)
