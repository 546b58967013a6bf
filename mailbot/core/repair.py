"""Small damage at the top of a mail that makes parsers lose its whole header, mended and told.

A byte order mark, an mbox line or an empty line before the first field, a line without a colon among the fields: the standard
parsers then find no sender and no subject (mail_reality 72). Nothing is lost: a line that is no field becomes the value of one.
"""

import re

BOM = "bom"
MBOX_LINE = "mbox-line"
BLANK_FIRST_LINE = "blank-first-line"
BROKEN = "broken-structure"

_MBOX_LINE = re.compile(rb">?From [^\n]*\n")
_BLANK_LINES = re.compile(rb"(?:[ \t]*\n)+")
_FIELD = re.compile(rb"([!-9;-~]+)[ \t]*:")
_WELL_KNOWN = re.compile(
    rb"^(?:from|to|cc|subject|date|message-id|mime-version|content-[a-z-]+|received|references|in-reply-to|return-path|reply-to|sender)"
    rb"[ \t]*:", re.IGNORECASE | re.MULTILINE)  # fmt: skip
_NO_FIELD = re.compile(rb"^(?![!-9;-~]+:|[ \t]|\Z)[^\n]*(?:\n|\Z)", re.MULTILINE)


def start(mail: bytes) -> tuple[bytes, list[str]]:
    """The mail from its first field on, and what was taken away before it. mail: with line feeds."""
    notes = []
    if mail.startswith(b"\xef\xbb\xbf"):
        mail, notes = mail[3:], [BOM]
    for pattern, note in ((_MBOX_LINE, MBOX_LINE), (_BLANK_LINES, BLANK_FIRST_LINE), (_MBOX_LINE, MBOX_LINE)):
        found = pattern.match(mail)
        if found and (pattern is _MBOX_LINE or _FIELD.match(mail, found.end())):
            mail = mail[found.end() :]
            notes.append(note)
    return mail, notes


def fields(header: bytes) -> tuple[bytes, bytes, list[str]]:
    """A header of fields only, what stood in it but belongs to the body, and what was mended.

    A line that is no field is in the wrong place if a well-known field still follows, else it is where the body begins.
    """
    header, mended = _without_blanks_before_colons(header)
    if _NO_FIELD.search(header) is None:
        return header, b"", [BROKEN] if mended else []
    out: list[bytes] = []
    at = 0
    last_known = max((found.start() for found in _WELL_KNOWN.finditer(header)), default=-1)
    for line in _NO_FIELD.finditer(header):
        if line.start() > last_known:
            return b"".join(out) + header[at : line.start()], header[line.start() :], [BROKEN]
        out += [header[at : line.start()], b"X-Unreadable-Line: ", line.group()]
        at = line.end()
    return b"".join(out) + header[at:], b"", [BROKEN]


def _without_blanks_before_colons(header: bytes) -> tuple[bytes, bool]:
    """`Subject : x` was once allowed (RFC 5322 4.5.8), and hides a second From from parsers that no longer take it."""
    if b" :" not in header and b"\t:" not in header:
        return header, False
    mended = re.sub(rb"(?m)^([!-9;-~]+)[ \t]+:", rb"\1:", header)
    return mended, mended != header
