"""Where our own servers' part of a header ends: what stands below the Received line of the one that took the mail in from
outside may have been written by the sender, whatever name it bears (RFC 8601 7.1)."""

import re
from collections.abc import Iterator
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from mailbot.core.header import Fields

_LONGEST = 4000  # characters of a Received field that are looked at
_FROM = re.compile(r"\s*from\s(.*?)\sby\s(.*)", re.IGNORECASE | re.DOTALL)
_SAYS_FROM = re.compile(r"\s*from\s", re.IGNORECASE)
_LOCALLY = re.compile(r"\swith\s+LMTPS?A?\b", re.IGNORECASE)  # RFC 2033, RFC 3848: never spoken with strangers
_ADDRESS = re.compile(r"(?:IPv6:)?([0-9A-Fa-f:.]{2,45})")
_PRIVATE = ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16", "fc00::/7", "fe80::/10")
_NETWORKS = tuple(map(ip_network, _PRIVATE))


def written_by_us(fields: Fields, *, below_received: bool) -> Iterator[tuple[str, str]]:
    """The fields that our own servers wrote, from the top.

    The border's own Received line is the topmost that took the mail from another machine; hops within one machine (LMTP, a
    content filter on the loopback) come before it and are passed over. below_received: our border writes its results below
    that line and takes away those that come from outside (RFC 8601 5), so what stands between it and the next one is ours
    too. Then private networks are passed over as well; else they are not, since a container's proxy gives every sender such
    an address.
    """
    outside = False
    for name, value in fields:
        if name == "received":
            if outside:
                return
            outside = _from_outside(value[:_LONGEST], private_is_ours=below_received)
            if outside and not below_received:
                return
        yield name, value


def taken_in_by(fields: Fields, *, below_received: bool) -> int | None:
    """Which Received line, from 0 at the top, is the one by which our border took the mail from another machine."""
    lines = [value[:_LONGEST] for name, value in fields if name == "received"]
    return next((n for n, line in enumerate(lines) if _from_outside(line, private_is_ours=below_received)), None)


def _from_outside(received: str, *, private_is_ours: bool) -> bool:
    """Whether a Received line (RFC 5321 4.4) may have taken the mail from a stranger.

    The address of the client counts, which our server saw; its name (EHLO) is the sender's to choose. One address that is not
    ours is enough. A line without `from` is a hop within one server.
    """
    hop = _FROM.match(received)
    if hop is None:
        return _SAYS_FROM.match(received) is not None
    if _LOCALLY.search(hop[2]):
        return False
    addresses = [address for found in _ADDRESS.findall(hop[1]) if (address := _parsed(found)) is not None]
    return not addresses or not all(_is_ours(address, private_is_ours) for address in addresses)


def _parsed(text: str) -> IPv4Address | IPv6Address | None:
    if "." not in text and ":" not in text:  # the `e` and `d` of any word
        return None
    try:
        return ip_address(text)
    except ValueError:
        return None


def _is_ours(address: IPv4Address | IPv6Address, private_is_ours: bool) -> bool:
    return address.is_loopback or (private_is_ours and any(address in network for network in _NETWORKS))
