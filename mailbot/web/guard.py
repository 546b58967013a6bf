"""Guard: what stands around every page. Headers, how much may be sent, how often somebody may ask, and from where."""

import asyncio
import base64
import hmac
from collections import OrderedDict
from collections.abc import Collection, Mapping
from datetime import datetime
from ipaddress import IPv6Address, ip_address
from urllib.parse import parse_qsl, urlsplit

from starlette.requests import Request

HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex, nofollow",
}
"""Of every answer."""

_LARGEST_FORM = 8 * 1024  # octets; a reason of 500 characters takes 6,000 at most
_FIELDS = 10
_PATIENCE = 10.0  # seconds for the whole form
_BURST, _PER_SECOND = 120.0, 2.0  # requests of one network; a person makes five
_REMEMBERED = 10_000  # networks; a flood from many is not slowed down here, and costs no memory
_FORWARDED = 2000  # characters


class TooMuch(Exception):
    """More was sent than a form of ours holds, or it came too slowly."""


class Pace:
    """How often each network may ask: a bucket of tokens, filled again by the clock that is handed in."""

    def __init__(self) -> None:
        self._left: OrderedDict[str, tuple[float, datetime]] = OrderedDict()

    def allows(self, who: str, now: datetime) -> bool:
        """Take one. now: aware."""
        left, since = self._left.pop(who, (_BURST, now))
        left = min(_BURST, left + max(0.0, (now - since).total_seconds()) * _PER_SECOND)
        allowed = left >= 1
        self._left[who] = (left - 1 if allowed else left, now)
        while len(self._left) > _REMEMBERED:
            self._left.popitem(last=False)
        return allowed


def network(request: Request, proxies: Collection[str]) -> str:
    """Who asks: the address, of IPv6 the /64 that one house has. proxies: whose X-Forwarded-For is believed."""
    peer = _address(request.client.host if request.client is not None else "")
    if peer in proxies:
        named = ",".join(request.headers.getlist("x-forwarded-for"))[-_FORWARDED:].split(",")
        hops = [_address(hop.strip()) for hop in reversed(named)]
        peer = next((hop for hop in hops if hop not in proxies), peer)
    try:
        known = ip_address(peer)
    except ValueError:
        return "unknown"
    return str(IPv6Address(int(known) >> 64 << 64)) if isinstance(known, IPv6Address) else str(known)


def proof(key: bytes, code: str) -> str:
    """What the form sends back: only who was shown the page can know it."""
    made = hmac.digest(key, f"mailbot page 1\0place\0{code}".encode(), "sha256")
    return base64.b32encode(made[:16]).decode().rstrip("=").lower()


def is_ours(request: Request, address: str, key: bytes, code: str, sent: str) -> bool:
    """Whether this form was sent from our own page. address: the public one. sent: the hidden field.

    Browsers that are told to give no referrer name `null` as origin, also to ourselves; Sec-Fetch-Site tells those apart.
    """
    site, origin = request.headers.get("sec-fetch-site"), request.headers.get("origin")
    parts = urlsplit(address)
    if site not in (None, "same-origin") or origin not in (None, "null", f"{parts.scheme}://{parts.netloc}"):
        return False
    return hmac.compare_digest(proof(key, code).encode(), sent.encode("utf-8", "replace"))


async def form(request: Request) -> dict[str, str]:
    """The fields of a small form, the first of each name; none of another type of content. Raises TooMuch."""
    try:
        async with asyncio.timeout(_PATIENCE):
            body = await _body(request)
    except TimeoutError:
        raise TooMuch from None
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/x-www-form-urlencoded":
        return {}
    try:
        fields = parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=_FIELDS)
    except ValueError:
        raise TooMuch from None
    return dict(reversed(fields))


async def _body(request: Request) -> bytes:
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > _LARGEST_FORM:
            raise TooMuch
    return body


def wished(request: Request) -> list[str]:
    """The languages that a browser asks for, the dearest first, without their countries."""
    weighed: list[tuple[float, str]] = []
    for part in request.headers.get("accept-language", "")[:500].split(",")[:30]:
        name, _, weight = part.strip().partition(";q=")
        try:
            weighed.append((-float(weight or 1), name.strip().split("-")[0].lower()))
        except ValueError:
            continue
    return [name for _, name in sorted(weighed, key=lambda one: one[0])]


def _address(text: str) -> str:
    """An address in one spelling; of IPv4 within IPv6 the former."""
    try:
        found = ip_address(text)
    except ValueError:
        return text
    within = found.ipv4_mapped if isinstance(found, IPv6Address) else None
    return str(within or found)
