"""One person's mailbox on the Dovecot of the tests: put mail in, look at what is there, do what a person would do."""

import smtplib
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from imapclient import IMAPClient

from tests.servers.dovecot import Dovecot
from tests.servers.postfix import DOMAIN


@dataclass(frozen=True, slots=True)
class Mailbox:
    """A Dovecot user with an empty INBOX and the folders Processed and Trash."""

    dovecot: Dovecot
    user: str
    password: str

    @property
    def address(self) -> str:
        return f"{self.user}@{DOMAIN}"

    @contextmanager
    def client(self, folder: str | None = "INBOX") -> Iterator[IMAPClient]:
        """A person's own connection, folder selected."""
        with IMAPClient("localhost", self.dovecot.imap, ssl=False, timeout=30) as client:
            client.normalise_times = False
            client.login(self.user, self.password)
            if folder is not None:
                client.select_folder(folder)
            yield client

    def deliver(self, raw: bytes, sender: str = "someone@example.org") -> None:
        """By LMTP, as the mail server next door does it: trace headers are added, INTERNALDATE is now, IDLE wakes."""
        with smtplib.LMTP("127.0.0.1", self.dovecot.lmtp, timeout=60) as connection:
            connection.sendmail(sender, [self.address], raw)

    def append(self, raw: bytes, when: datetime | None = None, folder: str = "INBOX", flags: Sequence[bytes] = ()) -> int:
        """By IMAP: exactly these bytes, with that INTERNALDATE (aware, whole seconds). The new UID."""
        with self.client(None) as client:
            answer: bytes = client.append(folder, raw, flags, when)
            return int(answer.split(b"[APPENDUID ")[1].split()[1].rstrip(b"]"))

    def read(self, folder: str = "INBOX") -> list[bytes]:
        """The raw mails of a folder in the order of their UIDs; reads without leaving a trace."""
        return [data[b"BODY[]"] for data in self._fetch(folder, b"BODY.PEEK[]")]

    def dates(self, folder: str = "INBOX") -> list[datetime]:
        """Their INTERNALDATEs, aware."""
        return [data[b"INTERNALDATE"] for data in self._fetch(folder, b"INTERNALDATE")]

    def flags(self, folder: str = "INBOX") -> list[set[bytes]]:
        """Their flags, without the \\Recent that nobody can keep."""
        return [set(data[b"FLAGS"]) - {b"\\Recent"} for data in self._fetch(folder, b"FLAGS")]

    def wait_for(self, count: int, folder: str = "INBOX", seconds: float = 60) -> list[bytes]:
        """The raw mails once there are that many; after `seconds` those that are there, for the assertion to complain of."""
        end = time.monotonic() + seconds
        while len(mails := self.read(folder)) < count and time.monotonic() < end:
            time.sleep(0.02)
        return mails

    def _fetch(self, folder: str, item: bytes) -> list[dict[bytes, Any]]:
        with self.client(None) as client:
            client.select_folder(folder, readonly=True)
            found: dict[int, dict[bytes, Any]] = {}
            uids = client.search()
            for start in range(0, len(uids), 1000):
                found |= client.fetch(uids[start : start + 1000], [item])
            return [found[uid] for uid in sorted(found)]
