"""Mails that could not be fetched: they wait behind all others, and after some rounds come with a problem and no bytes.

This is the only thing a source remembers by itself, and it may forget it: a restart only means more tries.
"""

from collections import Counter

ROUNDS = 5
"""Rounds in which a mail may fail. The engine backs off after each, so that a short outage costs no mail."""


class Patience:
    """Counts failures of mails by their place."""

    def __init__(self) -> None:
        self._failures: Counter[tuple[int, str]] = Counter()

    def failed(self, uidvalidity: int, uid: str) -> None:
        self._failures[uidvalidity, uid] += 1

    def worked(self, uidvalidity: int, uid: str) -> None:
        self._failures.pop((uidvalidity, uid), None)

    def failures(self, uidvalidity: int, uid: str) -> int:
        return self._failures[uidvalidity, uid]

    def is_over(self, uidvalidity: int, uid: str) -> bool:
        return self.failures(uidvalidity, uid) >= ROUNDS
