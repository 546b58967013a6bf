"""Files of plain text and of HTML."""

import codecs
import re

from mailbot.core import charset, clean, markup
from mailbot.core.documents.document import Content
from mailbot.core.markup import without_pictures

_META = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w.:-]{1,40})|<\?xml[^>]{0,100}?encoding=[\"']([\w.:-]{1,40})", re.IGNORECASE
)
_LOOKED_AT = 4096  # octets in which a browser looks for the charset, four times over
_MAX_HTML = 1_000_000  # characters
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def plain(content: bytes, declared: str = "") -> Content:
    """A text file: what Notepad, TextEdit and office programs save, with or without a byte order mark."""
    return Content(clean.text(_decoded(content, declared)))


def html(content: bytes, declared: str = "") -> Content:
    """An HTML file, as a browser without a network shows it."""
    source = source_of(content, declared)
    return Content(*markup.shown(source[:_MAX_HTML]), remark="text-cut" if len(source) > _MAX_HTML else "")


def source_of(content: bytes, declared: str = "") -> str:
    """An HTML file as text, without the pictures that are written into it."""
    found = _META.search(content[:_LOOKED_AT])
    said = (found[1] or found[2]).decode("ascii") if found else ""
    return clean.text(_decoded(without_pictures(content), said or declared))


def _decoded(content: bytes, declared: str) -> str:
    marked = next((name for mark, name in _MARKS if content.startswith(mark)), declared)
    return charset.decode(content, marked)[0].removeprefix("\ufeff")
