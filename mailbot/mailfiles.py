"""Mail in files: one mail, a folder, a Maildir, an mbox, or standard input."""

import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from email.parser import BytesHeaderParser
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import NamedTuple

_HEADER = 512 * 1024  # octets looked at for Received; what is longer is no header (mail_reality 73)

_POSTMARK = re.compile(rb"From \S+ +[A-Z][a-z]{2} [A-Z][a-z]{2} +\d")
"""The line before each mail of an mbox, by its date: a paragraph may begin with "From " too."""


class Mail(NamedTuple):
    """path: as shown, `FILE#N` within an mbox. modified: the file's time, None for standard input."""

    path: str
    raw: bytes
    modified: datetime | None


def mails(path: str) -> Iterator[Mail]:
    """The mails under a path, in order: `-` is one on standard input, a folder its files sorted, an mbox its mails."""
    if path == "-":
        yield Mail("-", sys.stdin.buffer.read(), None)
        return
    place = Path(path)
    if place.is_dir():
        for file in _files(place):
            yield from _file(file)
    else:
        yield from _file(place)


def _files(folder: Path) -> list[Path]:
    """A plain folder, or a Maildir (new/ and cur/)."""
    inner = [folder / name for name in ("cur", "new") if (folder / name).is_dir()] or [folder]
    return sorted(file for place in inner for file in place.iterdir() if file.is_file() and not file.name.startswith("."))


def _file(file: Path) -> Iterator[Mail]:
    raw = file.read_bytes()
    modified = datetime.fromtimestamp(file.stat().st_mtime, UTC)
    # A file called .eml is one mail, a postmark before it and the mails that it returns within it included.
    is_mbox = _POSTMARK.match(raw) and file.suffix.lower() != ".eml"
    inside = list(_mbox(raw)) if is_mbox else [raw]
    for number, one in enumerate(inside, 1):
        yield Mail(f"{file}#{number}" if len(inside) > 1 else str(file), one, modified)


def _mbox(raw: bytes) -> Iterator[bytes]:
    """The mails of an mboxrd: a From line after an empty one begins one, `>From ` loses its mark (RFC 4155, appendix A)."""
    lines: list[bytes] = []
    empty = True
    for line in raw.splitlines(keepends=True):
        if empty and _POSTMARK.match(line):
            if lines:
                yield b"".join(lines)
            lines = []
        else:
            lines.append(line[1:] if line.startswith(b">") and line.lstrip(b">").startswith(b"From ") else line)
        empty = not line.strip()
    if lines:
        yield b"".join(lines)


def topmost_received(raw: bytes) -> datetime | None:
    """The instant in the topmost Received header, aware, UTC (RFC 5321 4.4); None where there is none or it is unreadable."""
    fields = BytesHeaderParser().parsebytes(raw[:_HEADER]).get_all("Received") or [""]
    try:
        instant = parsedate_to_datetime(str(fields[0]).rpartition(";")[2].strip())
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return instant.astimezone(UTC) if instant.tzinfo else None
