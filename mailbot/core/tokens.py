"""Tokens: what a letter asks its reader to send back, so that nobody else can do what it is for.

128 bits, for one purpose, bound to call, address and entry, good once and for fourteen days. Whoever has the letter has its
token; it completes something only together with a mail that is sure to come from the address it was sent to (mail_reality 56).
That of an offered place is good until its end and as often as it comes: who said yes may give the place back.
The same mail gives the same token, so that a letter that is written again after a crash is the same letter.
"""

import base64
import hashlib
import hmac
import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from unicodedata import normalize

from mailbot.errors import UnsafeToSend

LIFE = timedelta(days=14)
"""How long a token can be used, and a withdrawal undone."""
_SHORTEST_KEY = 16
_LOOKED_AT = 200_000  # characters
_AT_MOST = 20  # tokens of one mail; an honest one quotes two letters
_TOKEN = re.compile(r"(?<![a-z0-9-])mbt-[a-z2-7]{26}(?![a-z0-9])")


class Purpose(StrEnum):
    """withdraw an entry, restore one that was withdrawn, confirm answers that somebody else sent on, answer to the offer of a
    place."""

    withdraw = "withdraw"
    restore = "restore"
    confirm = "confirm"
    offer = "offer"
    command = "command"

    @property
    def lasts(self) -> bool:
        """Whether its tokens are good more than once."""
        return self is Purpose.offer


@dataclass(frozen=True, slots=True)
class Token:
    """What the store knows of a token, found again by its digest or by the letter it was sent in.

    call: slug. address: as `owner` folds it. reference: of the entry. letter: Message-ID. made_at, ends_at, used_at: aware UTC.
    mail_id: ledger row of the mail that brought it about; with `confirm` that is the mail whose answers wait.
    """

    digest: str
    purpose: Purpose
    call: str
    address: str
    reference: str
    letter: str
    mail_id: int
    made_at: datetime
    ends_at: datetime
    used_at: datetime | None = None


def make(key: bytes, purpose: Purpose, call: str, address: str, occasion: str) -> str:
    """The token for this purpose, call and address. occasion: what brings it about, such as the hash of a mail.

    Raises UnsafeToSend without a key of at least 128 bits: a token that anyone can make is none.
    """
    if len(key) < _SHORTEST_KEY:
        raise UnsafeToSend("the key of our tokens is missing or too short", mend=f"at least {_SHORTEST_KEY} octets")
    said = "\0".join(("mailbot token 1", purpose, call, owner(address), occasion)).encode()
    return "mbt-" + base64.b32encode(hmac.digest(key, said, "sha256")[:16]).decode().rstrip("=").lower()


def found(text: str) -> tuple[str, ...]:
    """What looks like a token, each once, the first ones. Some programs write all in capitals."""
    return tuple(dict.fromkeys(_TOKEN.findall(text[:_LOOKED_AT].lower())))[:_AT_MOST]


def digest(token: str) -> str:
    """What is kept of it: who reads the database can complete nothing."""
    return hashlib.sha256(f"mailbot token\0{token}".encode()).hexdigest()


def owner(address: str) -> str:
    """The address as a token is bound to it: in the case that servers do not tell apart."""
    return normalize("NFC", address).casefold()
