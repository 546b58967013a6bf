"""Header fields: unfolded, decoded (RFC 2047), on one line; and the Message-IDs in them."""

import base64
import binascii
import re
from collections.abc import Iterator
from email.message import Message

from mailbot.core import charset, clean

Fields = tuple[tuple[str, str], ...]
"""(name in lower case, value), in order of appearance."""

_ENCODED_WORD = re.compile(r"=\?([^?\s]{1,60})\?([BbQq])\?([^?]*)\?=")
_Q_OCTET = re.compile(rb"=([0-9A-Fa-f]{2})")
_MESSAGE_ID = re.compile(r"<[!-;=?A-~]{1,250}@[!-;=?A-~]{1,250}>")
_LONGEST_ID = 250


def raw_fields(message: Message) -> Fields:
    """Every field as on the wire but unfolded; octets above 127 as UTF-8, else as windows-1252."""
    return tuple((clean.line(name).lower(), clean.line(_octets_read(str(value)))) for name, value in message.raw_items())


def decoded(value: str) -> str:
    """A value of `raw_fields` with its encoded words decoded, on one line. Words that cannot be decoded stay as they are."""
    return clean.line("".join(_pieces(value))) if "=?" in value else value


def message_ids(value: str) -> tuple[str, ...]:
    """The Message-IDs in a value, in order, none twice; only those that are beyond doubt (RFC 5322 3.6.4).

    Printable ASCII, 250 characters at most, and nothing that reads as an encoded word: a Message-ID that decodes to a line
    break would become a header of its own in an answer (CVE-2024-6923).
    """
    found = (match.group() for match in _MESSAGE_ID.finditer(value))
    return tuple(dict.fromkeys(i for i in found if len(i) <= _LONGEST_ID and "=?" not in i))


def _octets_read(value: str) -> str:
    """The parser keeps octets above 127 as lone surrogates."""
    return value if value.isascii() else charset.decode(value.encode("utf-8", "surrogateescape"))[0]


def _pieces(value: str) -> Iterator[str]:
    """Plain text and decoded words. Blanks between two encoded words are no text (RFC 2047 6.2).

    Words next to each other in one charset and encoding are decoded as one: many clients cut a character in two.
    """
    end = 0
    pending: list[re.Match[str]] = []
    for word in _ENCODED_WORD.finditer(value):
        between = value[end : word.start()]
        if between.strip() or not pending or _way(word) != _way(pending[-1]):
            yield _word_text(pending)
            yield between if between.strip() or not pending else ""
            pending = []
        pending.append(word)
        end = word.end()
    yield _word_text(pending)
    yield value[end:]


def _way(word: re.Match[str]) -> tuple[str, str]:
    return word[1].lower(), word[2].lower()


def _word_text(words: list[re.Match[str]]) -> str:
    if not words:
        return ""
    name = words[0][1].partition("*")[0]  # a language may follow (RFC 2231 5)
    try:
        octets = b"".join(_word_octets(word[2].lower(), word[3]) for word in words)
    except (binascii.Error, ValueError):
        return "".join(word.group() for word in words)
    return charset.decode(octets, name)[0]


def _word_octets(encoding: str, text: str) -> bytes:
    if encoding == "b":
        return base64.b64decode("".join(text.split()).rstrip("=") + "==")
    octets = text.replace("_", " ").encode("utf-8")
    return _Q_OCTET.sub(lambda found: bytes([int(found[1], 16)]), octets)
