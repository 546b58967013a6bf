"""Key records: the public keys of signers, asked of the DNS. Whatever it answers, late or not at all, is a value.

What was answered is asked again only when its time to live is over. A domain whose name servers keep silent costs its time once
a minute, and so does everybody when the DNS as a whole is silent: a flood of signed mails must not wait for it one by one.
"""

import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from time import monotonic
from typing import TYPE_CHECKING

from mailbot.core.authentication import organisational
from mailbot.core.proof.signed import KeyRecord

if TYPE_CHECKING:
    from dns.resolver import LRUCache, Resolver

SECONDS = 5.0
"""What all the questions about one mail may take together."""

_PAUSE = 60.0  # seconds until who kept silent is asked again
_IN_A_ROW = 3  # domains that keep silent one after the other: it is not they
_KEPT = 1000  # answers, and domains that kept silent

Lookup = Callable[[Sequence[str], datetime], Mapping[str, KeyRecord]]
"""Names of records and the instant of asking (aware, UTC) to a record for each, by its name."""


def nothing_asked(names: Sequence[str], _now: datetime) -> Mapping[str, KeyRecord]:
    """The Lookup of somebody who is offline."""
    return {name: KeyRecord(name, None, "key-not-asked-for") for name in names}


class Dns:
    """Asks the name servers of this machine, or those given as (address, port). seconds: for all names together.

    One serves all threads. clock: seconds that only go on.
    """

    def __init__(
        self, servers: Sequence[tuple[str, int]] = (), seconds: float = SECONDS, clock: Callable[[], float] = monotonic
    ) -> None:
        self._servers, self._seconds, self._clock = servers, seconds, clock
        self._resolver: Resolver | None = None
        self._cache: LRUCache | None = None
        self._silences = _Silences(clock)

    def __call__(self, names: Sequence[str], now: datetime) -> Mapping[str, KeyRecord]:
        until = self._clock() + self._seconds
        return {name: self._one(name, now, until - self._clock()) for name in names}

    def _one(self, name: str, now: datetime, seconds: float) -> KeyRecord:
        from dns.exception import DNSException
        from dns.resolver import NXDOMAIN, NoAnswer

        domain = organisational(name)
        if seconds <= 0 or self._silences.now(domain):
            return KeyRecord(name, None, "dns-did-not-answer", now)
        try:
            answer = self._ready().resolve(f"{name}.", "TXT", lifetime=seconds, search=False)
            records = [b"".join(one.strings) for one in answer]
        except (NXDOMAIN, NoAnswer):
            self._silences.ended(domain)
            return KeyRecord(name, None, "key-gone", now)
        except (DNSException, OSError, ValueError):
            self._silences.began(domain)
            self._resolver = None  # it may know the name servers of a network that this machine has left
            return KeyRecord(name, None, "dns-did-not-answer", now)
        self._silences.ended(domain)
        # Some domains answer every name with a record of another kind.
        with suppress(StopIteration):
            return KeyRecord(name, next(record for record in records if b"p=" in record), "", now)
        return KeyRecord(name, None, "key-gone", now)

    def _ready(self) -> "Resolver":
        from dns.resolver import LRUCache, Resolver

        resolver = self._resolver
        if resolver is None:
            resolver = Resolver(configure=not self._servers)
            resolver.cache = self._cache = self._cache or LRUCache(_KEPT)
            if self._servers:
                resolver.nameservers = [address for address, _ in self._servers]
                resolver.nameserver_ports = dict(self._servers)
            self._resolver = resolver
        return resolver


class _Silences:
    """Whom there is no use in asking for a while."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock, self._lock = clock, threading.Lock()
        self._until: dict[str, float] = {}
        self._in_a_row: list[str] = []
        self._everybody = 0.0

    def now(self, domain: str) -> bool:
        with self._lock:
            return self._clock() < max(self._everybody, self._until.get(domain, 0.0))

    def began(self, domain: str) -> None:
        with self._lock:
            until = self._clock() + _PAUSE
            self._until.pop(domain, None)
            self._until[domain] = until
            if len(self._until) > _KEPT:
                del self._until[next(iter(self._until))]
            self._in_a_row = [*(other for other in self._in_a_row if other != domain), domain]
            if len(self._in_a_row) >= _IN_A_ROW:
                self._everybody, self._in_a_row = until, []

    def ended(self, domain: str) -> None:
        with self._lock:
            self._until.pop(domain, None)
            self._in_a_row = []
