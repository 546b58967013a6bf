"""Is it working? What each part last managed, kept in one small file that `mailbot check --live` reads."""

import json
import os
import threading
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

HEARTBEAT = "heartbeat.json"

_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
MANY, LONG = 5, timedelta(hours=1)
"""So many failures in a row over so long a time are no passing trouble."""


@dataclass(frozen=True, slots=True)
class Failing:
    """A mailbox that fails. times: rounds in a row. since: when the first of them broke off."""

    times: int
    since: datetime

    def for_long(self, now: datetime) -> bool:
        """Whether a person should hear of it."""
        return self.times >= MANY and now - self.since >= LONG


@dataclass(slots=True)
class Health:
    """Last successes and last troubles by name of mailbox; all instants aware, UTC. Safe to use from several threads.

    Nothing personal stands here: names of mailboxes, named faults, counts.
    """

    folder: Path
    started_at: datetime
    mailboxes: dict[str, dict[str, str | int | None]] = field(default_factory=dict)
    outbox: dict[str, str | int | None] = field(default_factory=dict)
    pages: dict[str, str | None] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def worked(self, mailbox: str, now: datetime, taken: int) -> bool:
        """A round on this mailbox was finished. True when that is news: the first one, or the first after trouble."""
        with self._lock:
            row = self.mailboxes.setdefault(mailbox, {})
            news = not row.get("last_success") or bool(row.get("failures"))
            taken += int(row.get("taken") or 0)
            row |= {"last_success": now.isoformat(), "trouble": None, "failures": 0, "failing_since": None, "taken": taken}
            return news

    def failed(self, mailbox: str, now: datetime, trouble: str) -> Failing:
        """A round broke off; how often in a row, and since when."""
        with self._lock:
            row = self.mailboxes.setdefault(mailbox, {"last_success": None})
            failing = Failing(int(row.get("failures") or 0) + 1, datetime.fromisoformat(str(row.get("failing_since") or now)))
            since = failing.since.isoformat()
            row |= {"last_failure": now.isoformat(), "trouble": trouble, "failures": failing.times, "failing_since": since}
            return failing

    def heard_until(self, names: Iterable[str], now: datetime) -> datetime:
        """Up to when all mail of these mailboxes was taken in: when the last round on each was begun. Where one was not looked
        into yet, that is long ago."""
        with self._lock:
            rounds = [self.mailboxes.get(name, {}).get("last_success") for name in names]
        return min([now, *(datetime.fromisoformat(str(at)) if at else _LONG_AGO for at in rounds)])

    def sent(self, now: datetime, waiting: int, oldest_due: datetime | None, trouble: str | None) -> None:
        """The outbox went through what was due."""
        with self._lock:
            oldest = oldest_due.isoformat() if oldest_due else None
            self.outbox = {"last_success": now.isoformat(), "waiting": waiting, "oldest_due": oldest, "trouble": trouble}

    def outbox_failed(self, now: datetime, trouble: str) -> None:
        """The outbox could not go through what was due."""
        with self._lock:
            self.outbox |= {"last_failure": now.isoformat(), "trouble": trouble}

    def served(self, now: datetime, trouble: str | None = None) -> None:
        """The pages can be reached from now on; with trouble, they cannot."""
        with self._lock:
            self.pages = {"since": now.isoformat(), "trouble": trouble}

    def write(self, now: datetime) -> None:
        """Put the file in place at once, so that a reader never sees half of it. It is a hint and is not flushed."""
        with self._lock:
            state = {
                "at": now.isoformat(),
                "pid": os.getpid(),
                "started_at": self.started_at.isoformat(),
                "mailboxes": self.mailboxes,
                "outbox": self.outbox,
                "pages": self.pages,
            }
            aside = self.folder / f"{HEARTBEAT}.part"
            aside.write_text(json.dumps(state, indent=1), encoding="utf-8")
            aside.replace(self.folder / HEARTBEAT)
