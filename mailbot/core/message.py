"""Received and Message: the raw bytes of one mail, and what stands in them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Key:
    """A message's place in a mailbox, which names it for ever (RFC 9051 2.3.1.1).

    `uid` is the decimal UID on IMAP and the unique part of the file name in a Maildir (uidvalidity 0 there).
    """

    mailbox: str
    uidvalidity: int
    uid: str


@dataclass(frozen=True, slots=True)
class Received:
    """One mail as a source hands it out. Nothing in it has been understood yet.

    raw: its exact bytes; a Path names a temporary file for a large mail, which the source deletes when it is asked for the next.
    received_at: when the server took it, aware, UTC (INTERNALDATE, RFC 9051 2.3.3; a Maildir file's mtime).
    problem: None, or the named reason why the server could not give the bytes (raw is then what it gave, perhaps nothing).
    """

    key: Key
    raw: bytes | Path
    received_at: datetime
    problem: str | None = None


class Defect(StrEnum):
    """What is odd about a mail's bytes; kept as data beside what could be read."""

    bom = "bom"
    mbox_line = "mbox-line"
    blank_first_line = "blank-first-line"
    duplicate_from = "duplicate-from"
    duplicate_subject = "duplicate-subject"
    duplicate_message_id = "duplicate-message-id"
    duplicate_content_type = "duplicate-content-type"
    no_message_id = "no-message-id"
    unknown_charset = "unknown-charset"
    broken_structure = "broken-structure"


@dataclass(frozen=True, slots=True)
class Attachment:
    """name: as the sender wrote it, for display only, never a path. type: lower case, of a fixed form. size: decoded octets."""

    name: str
    type: str
    size: int
    sha256: str = ""
    content: bytes = b""


@dataclass(frozen=True, slots=True)
class Message:
    """What stands in one mail, decoded, bounded, and with control characters neutralised.

    headers: every field in order of appearance, names in lower case, values unfolded and decoded.
    raw_headers: the same with the values as on the wire (unfolded); for strict patterns such as Message-ID.
    text: the body a person would read; html: the HTML body if there is one, undecoded of markup, never shown as it is.
    text_from_html: text was made from the HTML body because there was no usable plain one.
    parts: the content types of all parts, outermost first, in lower case.
    """

    headers: tuple[tuple[str, str], ...]
    raw_headers: tuple[tuple[str, str], ...]
    subject: str
    message_id: str | None
    in_reply_to: tuple[str, ...]
    references: tuple[str, ...]
    dated_at: str
    text: str
    html: str
    text_from_html: bool
    attachments: tuple[Attachment, ...]
    parts: tuple[str, ...]
    content_type: str
    content_type_params: Mapping[str, str]
    defects: tuple[Defect, ...]

    def first(self, name: str) -> str:
        """The first field of that name, or ''."""
        return next((value for n, value in self.headers if n == name.lower()), "")

    def all(self, name: str) -> tuple[str, ...]:
        """Every field of that name, top first."""
        return tuple(value for n, value in self.headers if n == name.lower())

    def first_raw(self, name: str) -> str:
        """The first field of that name as on the wire, or ''."""
        return next((value for n, value in self.raw_headers if n == name.lower()), "")


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A mail that was not parsed, and why: a named reason such as `too-large`, `too-many-headers`, `nested-too-deep`."""

    reason: str
    detail: str = ""
