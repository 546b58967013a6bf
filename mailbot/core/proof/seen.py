"""Seen: all that the bytes of one mail tell of its way and its sender, in one look."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from mailbot.core import clean
from mailbot.core.authentication import weighed
from mailbot.core.message import Unreadable, parse
from mailbot.core.proof.hops import Hop, hops, instant
from mailbot.core.proof.sealed import Seal, seals
from mailbot.core.proof.signed import KeyRecord, Signature, verified
from mailbot.core.reading import Authentication, Own
from mailbot.core.sender import sender

_LONGEST = 2000
_MOST = 50  # fields of one kind


@dataclass(frozen=True, slots=True)
class Result:
    """One Authentication-Results field (RFC 8601). why: the named reason why it is believed or not."""

    text: str
    server: str | None
    believed: bool
    why: str


@dataclass(frozen=True, slots=True)
class Seen:
    """from_: as written, on one line. dated, dated_at: what `Date:` claims, and its instant, UTC; nothing rests on it.
    level: how sure From's domain is by what is believed today. unreadable: the named reason why there is nothing more."""

    unreadable: str = ""
    from_: str = ""
    dated: str = ""
    dated_at: datetime | None = None
    message_id: str | None = None
    level: Authentication | None = None
    results: tuple[Result, ...] = ()
    hops: tuple[Hop, ...] = ()
    signatures: tuple[Signature, ...] = ()
    seals: tuple[Seal, ...] = ()

    @property
    def border(self) -> Hop | None:
        """The line by which our border took the mail from another machine."""
        return next((hop for hop in self.hops if hop.border), None)


def seen(
    raw: bytes, received_at: datetime, own: Own, keys: Mapping[str, KeyRecord], taken_with: Sequence[Signature] = ()
) -> Seen:
    """Takes time: do it where it can be killed. received_at: aware, UTC.

    keys: the key records that `signed.asked` names, as far as they are known. taken_with: what its signatures were worth when
    the mail was taken, by which it was read.
    """
    message = parse(raw) if raw.strip() else Unreadable("empty")
    if isinstance(message, Unreadable):
        return Seen(unreadable=message.reason)
    who = sender(message, own, taken_with)
    results = list(weighed(message, own))[:_MOST]
    return Seen(
        from_=clean.line(message.first("from"))[:_LONGEST],
        dated=clean.line(message.dated_at)[:_LONGEST],
        dated_at=instant(message.dated_at[:_LONGEST]),
        message_id=message.message_id,
        level=who.authentication,
        results=tuple(Result(clean.line(one.value)[:_LONGEST], one.server, one.field is not None, one.why) for one in results),
        hops=hops(message.raw_headers, own),
        signatures=verified(raw, keys, received_at),
        seals=seals(message.raw_headers),
    )
