"""winmail.dat, into which Exchange packs a mail where Outlook is told to (MS-OXTNEF): its body and its files.

The library reads the properties; the objects around them are told apart here. Its own way through these copies all that follows
for each, goes into mails within mails before anybody has looked at them, and believes a count of four billion.
"""

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING, Any

from mailbot.core import clean, markup
from mailbot.core.documents.document import Content, NotRead, State
from mailbot.core.documents.mail import decoded, inside
from mailbot.core.mime import MAX_TEXT

if TYPE_CHECKING:
    from tnefparse.mapi import TNEFMAPI_Attribute

_START = 6  # octets of signature and key
_HEAD = struct.Struct("<BHHI")  # level, name, type, length (MS-OXTNEF 2.1.3.1); a sum of two octets stands behind the data
_MAX_OBJECTS = 5000
_MAX_PROPERTIES = 2000
_MAX_PIECES = 20_000  # of the values of all properties of one object
_CODEPAGE, _BODY, _PROPERTIES = 0x9007, 0x800C, 0x9003
_A_FILE, _TITLE, _DATA, _FILE_PROPERTIES = 0x9002, 0x8010, 0x800F, 0x9005
_A_MESSAGE = bytes.fromhex("0703020000000000c000000000000046")  # before a mail that is attached whole


class _Octets(bytes):
    """Octets that end where they end: the library stops where it is handed an error, and not where it is handed nothing."""

    _left = _MAX_PIECES

    def __getitem__(self, key: Any) -> Any:
        self._left -= 1
        if self._left < 0 or (isinstance(key, slice) and key.start >= len(self) and key.stop > key.start):
            raise IndexError(key)
        return super().__getitem__(key)


@dataclass(slots=True)
class _File:
    name: str = ""
    content: bytes = b""


@dataclass(slots=True)
class _Packed:
    """What was found so far."""

    codepage: str = "cp1252"
    body: str = ""
    html: str = ""
    files: list[_File] = field(default_factory=list)


def read(content: bytes) -> Content:
    """Files above all, and the body once more; raises NotRead for what no program packs."""
    packed = _Packed()
    for name, data in _objects(content):
        if name == _CODEPAGE and len(data) >= 4:
            packed.codepage = _codepage(int.from_bytes(data[:4], "little"))
        elif name == _BODY:
            packed.body = decoded(data, packed.codepage)
        elif name == _PROPERTIES:
            _of_the_mail(_properties(data, packed.codepage), packed)
        elif name == _A_FILE:
            packed.files.append(_File())
        elif packed.files:
            _of_a_file(name, data, packed.files[-1], packed.codepage)
    if len(packed.body) > MAX_TEXT or len(packed.html) > MAX_TEXT:
        raise NotRead(State.too_large, "text-too-long")
    found = inside((file.name, file.content.removeprefix(_A_MESSAGE)) for file in packed.files)
    html = packed.html or (f"<pre>{escape(packed.body)}</pre>" if packed.body else "")
    return Content(*markup.shown(clean.text(html)), inside=found)


def _objects(content: bytes) -> Iterator[tuple[int, bytes]]:
    """(name, data) of each in order; one that is cut short is the last."""
    at = _START
    for _ in range(_MAX_OBJECTS):
        if at + _HEAD.size > len(content):
            return
        _level, name, _type, length = _HEAD.unpack_from(content, at)
        at += _HEAD.size
        yield name, content[at : at + length]
        at += length + 2
    raise NotRead(State.too_large, "too-many-parts")


def _properties(data: bytes, codepage: str) -> "Sequence[TNEFMAPI_Attribute]":
    from tnefparse.mapi import decode_mapi

    if len(data) < 4 or int.from_bytes(data[:4], "little") > _MAX_PROPERTIES:
        raise NotRead(State.broken, "archive-broken")
    found: Sequence[TNEFMAPI_Attribute] = decode_mapi(_Octets(data), codepage)
    return found


def _of_the_mail(properties: "Sequence[TNEFMAPI_Attribute]", packed: _Packed) -> None:
    from tnefparse import properties as names

    codepage = next((_codepage(p.data) for p in properties if p.name == names.MAPI_INTERNET_CODEPAGE), packed.codepage)
    for found in properties:
        if found.name in (names.MAPI_BODY, names.MAPI_UNCOMPRESSED_BODY):
            packed.body = decoded(found.data, codepage)
        elif found.name == names.MAPI_BODY_HTML:
            packed.html = decoded(found.data, codepage)


def _of_a_file(name: int, data: bytes, file: _File, codepage: str) -> None:
    from tnefparse import properties as names

    if name == _TITLE:
        file.name = file.name or decoded(data, codepage)
    elif name == _DATA:
        file.content = data
    elif name == _FILE_PROPERTIES:
        found = {p.name: p.data for p in _properties(data, codepage)}
        long = found.get(names.MAPI_ATTACH_LONG_FILENAME) or found.get(names.MAPI_ATTACH_FILENAME)
        file.name = decoded(long or "", codepage) or file.name or decoded(found.get(names.MAPI_DISPLAY_NAME, ""), codepage)
        packed = found.get(names.MAPI_ATTACH_DATA_OBJ, b"")
        file.content = packed if isinstance(packed, bytes) and packed else file.content


def _codepage(number: object) -> str:
    """The name of a code page by which Python decodes."""
    from tnefparse.codepage import Codepage

    return (Codepage(number).best_guess() if isinstance(number, int) and number >= 0 else None) or "cp1252"
