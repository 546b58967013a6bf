"""Keyed Message-IDs: our letters are recognised by a secret, so nobody can claim to answer one that was never sent.

    <mailbot.ack.4z7h….q2xk…@example.org>
             |   |     `- MAC: HMAC-SHA256 over kind, call and token, 128 bits
             |   `- token: HMAC-SHA256 over kind, call and the hash of the raw mail, 128 bits
             `- kind

Token and MAC say nothing to those who read them: neither call nor sender shows (mail_reality 40). An identifier is no right:
it ties a mail to a letter, and what the mail may change is decided by who sent it.
"""

import base64
import hmac
import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from mailbot.errors import UnsafeToSend

if TYPE_CHECKING:
    from mailbot.core.reading import Own  # `reading` itself asks this module whether an identifier is ours

_SHORT = {
    "acknowledgement": "ack",
    "notice": "notice",
    "draft": "draft",
    "opened": "draft",
    "withdrawal": "withdrawal",
    "withdrawn": "withdrawn",
    "restored": "restored",
    "confirm": "confirm",
    "thanks": "thanks",
    "passed_on": "passed",
    "question": "question",
    "reminder": "reminder",
    "extended": "extended",
    "invitation": "invitation",
    "waitlist": "waitlist",
    "hold": "hold",
    "decline": "decline",
    "accepted": "accepted",
    "given_back": "givenback",
    "expired": "expired",
    "cancelled": "cancelled",
    "digest": "briefing",
    "preview": "briefing",
    "batch": "briefing",
    "shown": "briefing",
    "unclear": "briefing",
    "done": "briefing",
}
_ID = re.compile(
    rf"<mailbot\.(?P<kind>{'|'.join(sorted(set(_SHORT.values())))})\."
    r"(?P<token>[a-z2-7]{26})\.(?P<mac>[a-z2-7]{26})@(?P<domain>[!-;=?-~]{1,253})>"
)
_MENTIONED = re.compile(r"\b(mailbot\.[a-z]{1,16}\.[a-z2-7]{26}\.[a-z2-7]{26})(?![a-z2-7])(?:@([A-Za-z0-9.-]{1,253}))?")
_BOUNCE_MAC = 16  # characters, 80 bits (RFC 2104 5): with all of it a local part would be longer than 64 (RFC 5321 4.5.3.1.1)
_BOUNCE_PATH = re.compile(rf"(?<![a-z2-7])(?P<token>[a-z2-7]{{26}})(?P<mac>[a-z2-7]{{{_BOUNCE_MAC}}})@", re.IGNORECASE)
_SHORTEST_KEY = 16
_VERIFIED = 20  # bounce paths in one text: whoever forges them costs us a hash for each kind and call
LETTER = "*"
"""In the address that bounces go to: where what names the letter is put."""
LONGEST_BOUNCE_PATH = 64 - 26 - _BOUNCE_MAC
"""Characters that may stand beside it in the local part."""


def letter_message_id(kind: str, call: str, mail_sha256: str, own: "Own") -> str:
    """The Message-ID of the letter of this kind that answers this mail; the same input always gives the same.

    kind: a LetterKind. call: slug, or '' for letters about no call. mail_sha256: hash of the raw mail, or whatever else names
    the occasion. Raises UnsafeToSend without a key of at least 128 bits: an identifier that anyone can make is none.
    """
    if len(own.key) < _SHORTEST_KEY:
        raise UnsafeToSend("the key of our Message-IDs is missing or too short", mend=f"at least {_SHORTEST_KEY} octets")
    short = _SHORT[kind]
    token = _hash(own.key, "token", short, call, mail_sha256)
    return f"<mailbot.{short}.{token}.{_hash(own.key, 'mac', short, call, token)}@{own.domain.lower()}>"


def verify_id(message_id: str, call: str, own: "Own") -> bool:
    """Whether we made this identifier for a letter of this call. A forged or altered one, or that of another call: False."""
    found = _ours(message_id, own)
    if found is None or len(own.key) < _SHORTEST_KEY:
        return False
    return hmac.compare_digest(found["mac"], _hash(own.key, "mac", found["kind"], call, found["token"]))


def answers_a_draft(message_id: str, own: "Own") -> bool:
    """Whether we made this identifier for a letter about a call that is drafted by mail, which has no call yet."""
    found = _ours(message_id, own)
    return found is not None and found["kind"] == _SHORT["draft"] and verify_id(message_id, "", own)


def looks_like_ours(message_id: str, own: "Own") -> bool:
    """Whether it has the form of our identifiers. Good for counting loops and forgeries, never for believing anything."""
    return _ours(message_id, own) is not None


def follows_answers(message_id: str) -> bool:
    """Whether one of our own identifiers is of a letter to somebody who has answered before, or whom it asks for a yes."""
    found = _ID.fullmatch(message_id)
    return found is not None and found["kind"] not in {_SHORT["notice"], _SHORT["draft"], _SHORT["digest"]}


def follows_commands(message_id: str) -> bool:
    """Whether one of our own identifiers is of a letter that organisers answer with commands."""
    found = _ID.fullmatch(message_id)
    return found is not None and found["kind"] == _SHORT["digest"]


def local_part(message_id: str) -> str:
    """What stands before the @ of one of our own identifiers: the value of X-Mailbot-Loop, verified by putting it back."""
    return message_id[1:].partition("@")[0]


def mentioned(text: str, own: "Own") -> Iterator[str]:
    """Our identifiers as they stand in a text, whatever is around them; also those of X-Mailbot-Loop. None is verified."""
    ours = own.domain.lower()
    return (f"<{local}@{ours}>" for local, domain in _MENTIONED.findall(text) if domain.lower().rstrip(".") in ("", ours))


def bounce_path(pattern: str, message_id: str) -> str:
    """The envelope sender of one letter: of `calls+*@example.org` the address that nobody else's letter has."""
    found = _ID.fullmatch(message_id)
    return pattern.replace(LETTER, found["token"] + found["mac"][:_BOUNCE_MAC]) if found is not None else pattern


def of_bounce_paths(text: str, calls: Sequence[str], own: "Own") -> Iterator[str]:
    """The letters, verified, of the bounce paths that stand in a text. calls: slugs of those that a letter may be about."""
    for found in islice(_BOUNCE_PATH.finditer(text), _VERIFIED) if len(own.key) >= _SHORTEST_KEY else ():
        token, mac = found["token"].lower(), found["mac"].lower()
        for short, call in ((short, call) for short in sorted(set(_SHORT.values())) for call in calls):
            whole = _hash(own.key, "mac", short, call, token)
            if hmac.compare_digest(whole[:_BOUNCE_MAC], mac):
                yield f"<mailbot.{short}.{token}.{whole}@{own.domain.lower()}>"


def _ours(message_id: str, own: "Own") -> re.Match[str] | None:
    found = _ID.fullmatch(message_id)
    return found if found is not None and found["domain"].lower() == own.domain.lower() else None


def _hash(key: bytes, *parts: str) -> str:
    """128 bits in lower-case base32 (some systems fold case). NUL between the parts: no two lists of them read the same."""
    digest = hmac.digest(key, "\0".join(("mailbot message-id 1", *parts)).encode(), "sha256")
    return base64.b32encode(digest[:16]).decode().rstrip("=").lower()
