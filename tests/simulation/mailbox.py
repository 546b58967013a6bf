"""A mailbox in memory, with what people and servers do to one, behind the `Source` protocol."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from mailbot.core.message import Key, Received
from mailbot.errors import SourceError
from mailbot.sources import Ledger
from tests.simulation.faults import Faults


@dataclass(slots=True)
class Held:
    """One mail as the server has it: uid, bytes, INTERNALDATE."""

    uid: int
    raw: bytes
    received_at: datetime


class MemoryMailbox:
    """UIDs rise and are not dense; UIDVALIDITY may change; a mail may go away before it is fetched."""

    def __init__(self, name: str, faults: Faults) -> None:
        self.name = name
        self._faults = faults
        self.uidvalidity = 7
        self._next = 1
        self.mails: list[Held] = []
        self.told_done: list[Key] = []

    def deliver(self, raw: bytes, received_at: datetime, gap: int = 0) -> None:
        self._next += gap
        self.mails.append(Held(self._next, raw, received_at))
        self._next += 1

    def change_uidvalidity(self) -> None:
        """What a restored or rebuilt mailbox does: the same mails under other names."""
        self.uidvalidity += 1
        for uid, mail in enumerate(self.mails, 1):
            mail.uid = uid
        self._next = len(self.mails) + 1

    def remove_one_seen(self) -> None:
        """A person files a mail that we are done with; the others keep their UIDs."""
        for mail in self.mails:
            if Key(self.name, self.uidvalidity, str(mail.uid)) in self.told_done:
                self.mails.remove(mail)
                return

    def fetch(self, ledger: Ledger) -> Iterator[Received]:
        self._connection("search")
        after = ledger.cursor(self.name, self.uidvalidity)
        uids = [mail.uid for mail in self.mails if mail.uid > after]
        wanted = set(ledger.unknown(self.name, self.uidvalidity, [str(u) for u in uids]))
        for mail in [m for m in self.mails if str(m.uid) in wanted]:
            self._connection("fetch")
            key = Key(self.name, self.uidvalidity, str(mail.uid))
            yield Received(key, mail.raw, mail.received_at)
        if uids:
            ledger.advance(self.name, self.uidvalidity, max(uids))

    def done(self, key: Key) -> None:
        self._connection("done")
        self.told_done.append(key)

    def wait(self, seconds: float) -> bool:
        return False

    def wake(self) -> None:
        """Nothing sleeps in a simulation."""

    def close(self) -> None:
        """There is no connection to let go of."""

    def _connection(self, step: str) -> None:
        if self._faults.fails(step):
            raise SourceError(self.name, f"simulated loss at {step}")
