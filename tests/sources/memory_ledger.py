"""A ledger in a dictionary: what the store remembers of mailboxes, for tests of sources."""

from collections import defaultdict
from collections.abc import Sequence

from mailbot.core.message import Key


class MemoryLedger:
    """`note` is what the store does when a mail is archived and has its row."""

    def __init__(self) -> None:
        self.rows: defaultdict[tuple[str, int], set[str]] = defaultdict(set)
        self.cursors: defaultdict[tuple[str, int], int] = defaultdict(int)

    def note(self, key: Key) -> None:
        self.rows[key.mailbox, key.uidvalidity].add(key.uid)

    def cursor(self, mailbox: str, uidvalidity: int) -> int:
        return self.cursors[mailbox, uidvalidity]

    def advance(self, mailbox: str, uidvalidity: int, uid: int) -> None:
        assert uid > self.cursors[mailbox, uidvalidity], "the cursor only goes forward"
        self.cursors[mailbox, uidvalidity] = uid

    def unknown(self, mailbox: str, uidvalidity: int, uids: Sequence[str]) -> list[str]:
        return [uid for uid in uids if uid not in self.rows[mailbox, uidvalidity]]
