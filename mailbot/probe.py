"""Probe: what a look at a mailbox or at the relay shows, for `mailbot check`."""

import ssl
from dataclasses import dataclass
from datetime import UTC, datetime


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing seen: `what` is `seen`. warning: what may go wrong with it and the mend, or ''. certificate_ends: UTC."""

    what: str
    seen: str
    warning: str = ""
    certificate_ends: datetime | None = None


def tls_seen(what: str, before: str, channel: ssl.SSLSocket | ssl.SSLObject) -> Fact:
    """Of a channel whose certificate was found good. before: words to begin with."""
    ends = datetime.fromtimestamp(ssl.cert_time_to_seconds(str((channel.getpeercert() or {})["notAfter"])), UTC)
    return Fact(what, f"{before}{channel.version()}, certificate trusted until {ends:%Y-%m-%d}", certificate_ends=ends)
