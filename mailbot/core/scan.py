"""Limits first: a look at the raw bytes before anything is parsed, in linear time.

Without it the standard parsers take minutes or gigabytes on mails of a few hundred kB: ten thousand parts, References, encoded
words, header fields (mail_reality 73, CVE-2024-23184, CVE-2026-26312). The numbers are far above what people send.
"""

import re
from dataclasses import dataclass
from email.parser import BytesHeaderParser
from itertools import islice

from mailbot.core import repair

MIB = 1024 * 1024
MAX_SIZE = 25 * MIB
MAX_LINES = 500_000  # the parser tries each line against each open boundary; 25 MB of base64 have 340,000
MAX_HEADER = 512 * 1024
MAX_FIELDS = 1000
MAX_FIELD = 128 * 1024
MAX_PARAMETERS = 100  # of one Content-* field; an unclosed quote makes each `;` cost the whole field
MAX_ENCODED_WORDS = 2000
MAX_HOPS = 100  # Received fields (RFC 5321 6.3): a loop
MAX_REFERENCES = 100  # the last ones are kept, the mail is not refused
MAX_DEPTH = 20
MAX_PARTS = 200

_FIELD = re.compile(rb"[^ \t\n][^\n]*(?:\n[ \t][^\n]*)*(?:\n|\Z)")
_FIELD_NAME = re.compile(rb"^[!-9;-~]+[ \t]*:", re.MULTILINE)
_PART_HEADER = re.compile(rb"(?:(?:[!-9;-~]*:|[ \t])[^\n]*(?:\n|\Z))*")
_REFERENCES = re.compile(rb"(?:references|in-reply-to):", re.IGNORECASE)
_IDENTIFIER = re.compile(rb"<[^<>\s]{1,250}>")


class TooMuch(Exception):
    """A limit was passed. reason: named, for people and for counting."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Looked:
    """mail: the bytes to parse, with line feeds, long References cut, small damage mended. mended: what it was."""

    mail: bytes
    mended: tuple[str, ...]


def look(raw: bytes) -> Looked:
    """Check every limit and make the mail ready to be parsed; raises TooMuch.

    A lone CR in the header becomes a blank: to a mail server it is no line end, to Python's parser it would begin a new field.
    """
    if len(raw) > MAX_SIZE:
        raise TooMuch("too-large", f"{len(raw)} octets, at most {MAX_SIZE}")
    mail, mended = repair.start(raw.replace(b"\r\n", b"\n"))
    end = _header_end(mail)
    top, body = mail[:end].replace(b"\r", b" "), mail[end:].replace(b"\r", b"\n")
    _check_count(top)
    header, first_words, damage = repair.fields(top)
    fields = [_shortened(found.group()) for found in _FIELD.finditer(header)]
    _check_fields(fields)
    header = b"".join(fields)
    body = b"\n" + first_words + body if first_words else body
    if (lines := body.count(b"\n")) > MAX_LINES:
        raise TooMuch("too-many-lines", f"{lines} lines, at most {MAX_LINES}")
    _check_parts(header, body)
    return Looked(header + body, (*mended, *damage))


def _header_end(mail: bytes) -> int:
    """Where the header ends: after the line feed of its last line."""
    if mail.startswith(b"\n"):
        return 0
    end = mail.find(b"\n\n")
    return len(mail) if end < 0 else end + 1


def _check_count(header: bytes) -> None:
    """Before anything is built of them: half a million fields fit into five megabytes."""
    if header.count(b"\n") >= MAX_FIELDS and sum(1 for _ in islice(_FIELD_NAME.finditer(header), MAX_FIELDS + 1)) > MAX_FIELDS:
        raise TooMuch("too-many-headers", f"more than {MAX_FIELDS} header fields")


def _shortened(field: bytes) -> bytes:
    """References with no more than the last hundred identifiers; other fields as they are."""
    if len(field) < 1000 or not _REFERENCES.match(field):
        return field
    last = _IDENTIFIER.findall(field)[-MAX_REFERENCES:]
    return field.partition(b":")[0] + b": " + b"\n ".join(last) + b"\n"


def _check_fields(fields: list[bytes]) -> None:
    if (size := sum(map(len, fields))) > MAX_HEADER:
        raise TooMuch("header-too-large", f"{size} octets of header, at most {MAX_HEADER}")
    if (longest := max(map(len, fields), default=0)) > MAX_FIELD:
        raise TooMuch("header-too-large", f"a header field of {longest} octets, at most {MAX_FIELD}")
    if (marks := sum(field.count(b"=?") for field in fields)) > MAX_ENCODED_WORDS:
        raise TooMuch("too-many-encoded-words", f"{marks} encoded words, at most {MAX_ENCODED_WORDS}")
    names = [field.partition(b":")[0].strip().lower() for field in fields]
    if (hops := names.count(b"received")) > MAX_HOPS:
        raise TooMuch("too-many-hops", f"{hops} Received fields, at most {MAX_HOPS}")
    for name, field in zip(names, fields, strict=True):
        if name.startswith(b"content-") and field.count(b";") > MAX_PARAMETERS:
            raise TooMuch("too-many-parameters", f"more than {MAX_PARAMETERS} parameters in one field")


def _check_parts(header: bytes, body: bytes) -> None:
    """Follow the boundaries as the parser will; nested messages stay closed there too."""
    open_boundaries = _boundary(header)
    parts, at = 0, 0
    while open_boundaries:
        lines = re.compile(rb"^--(" + b"|".join(map(re.escape, open_boundaries)) + rb")(--)?[ \t]*$", re.MULTILINE)
        delimiter = lines.search(body, at)
        if delimiter is None:
            return
        del open_boundaries[open_boundaries.index(delimiter[1]) + 1 :]
        at = delimiter.end()
        if delimiter[2]:
            open_boundaries.pop()
            continue
        parts += 1
        if parts > MAX_PARTS:
            raise TooMuch("too-many-parts", f"more than {MAX_PARTS} parts")
        open_boundaries += _part_boundary(body, at + 1)
        if len(open_boundaries) > MAX_DEPTH:
            raise TooMuch("nested-too-deep", f"parts nested deeper than {MAX_DEPTH}")


def _part_boundary(body: bytes, at: int) -> list[bytes]:
    """The boundary that the header of a part declares. That header is held to the same limits as the one of the mail."""
    found = _PART_HEADER.match(body, at)
    header = found.group() if found else b""
    if header:
        _check_count(header)
        _check_fields([found.group() for found in _FIELD.finditer(header)])
    return _boundary(header)


def _boundary(header: bytes) -> list[bytes]:
    """The boundary if the header is that of a multipart, read in the parser's own way so that both count the same parts."""
    if b"boundary" not in header.lower():
        return []
    message = BytesHeaderParser().parsebytes(header)
    boundary = message.get_boundary() if message.get_content_maintype() == "multipart" else None
    try:
        return [boundary.encode("ascii", "surrogateescape")] if boundary is not None else []  # an empty one is one
    except UnicodeEncodeError:  # characters that the parser finds in no line, since it reads octets
        return []
