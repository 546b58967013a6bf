"""Key records: the public keys of signers, asked of the DNS. Whatever it answers, late or not at all, is a value."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from time import monotonic

from mailbot.core.proof.signed import KeyRecord

SECONDS = 5.0
"""What all the questions about one mail may take together."""

Lookup = Callable[[Sequence[str], datetime], Mapping[str, KeyRecord]]
"""Names of records and the instant of asking (aware, UTC) to a record for each, by its name."""


def nothing_asked(names: Sequence[str], _now: datetime) -> Mapping[str, KeyRecord]:
    """The Lookup of somebody who is offline."""
    return {name: KeyRecord(name, None, "key-not-asked-for") for name in names}


class Dns:
    """Asks the name servers of this machine, or those given as (address, port). seconds: for all names together."""

    def __init__(self, servers: Sequence[tuple[str, int]] = (), seconds: float = SECONDS) -> None:
        self._servers, self._seconds = servers, seconds

    def __call__(self, names: Sequence[str], now: datetime) -> Mapping[str, KeyRecord]:
        until = monotonic() + self._seconds
        return {name: self._one(name, now, until - monotonic()) for name in names}

    def _one(self, name: str, now: datetime, seconds: float) -> KeyRecord:
        from dns.exception import DNSException
        from dns.resolver import NXDOMAIN, NoAnswer, Resolver

        if seconds <= 0:
            return KeyRecord(name, None, "dns-did-not-answer", now)
        try:
            resolver = Resolver(configure=not self._servers)
            if self._servers:
                resolver.nameservers = [address for address, _ in self._servers]
                resolver.nameserver_ports = dict(self._servers)
            answer = resolver.resolve(f"{name}.", "TXT", lifetime=seconds, search=False)
            records = [b"".join(one.strings) for one in answer]
        except (NXDOMAIN, NoAnswer):
            return KeyRecord(name, None, "key-gone", now)
        except (DNSException, OSError, ValueError):
            return KeyRecord(name, None, "dns-did-not-answer", now)
        # Some domains answer every name with a record of another kind.
        with suppress(StopIteration):
            return KeyRecord(name, next(record for record in records if b"p=" in record), "", now)
        return KeyRecord(name, None, "key-gone", now)
