"""Received and Message: the raw bytes of one mail, and what stands in them."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from email.parser import BytesFeedParser
from enum import StrEnum
from pathlib import Path

from mailparser import MailParser
from mailparser.utils import decode_base64_payload

from mailbot.core import clean, header, mime, scan
from mailbot.core.header import message_ids
from mailbot.core.look import Look, Looks
from mailbot.core.mime import MAX_LINES, MAX_TEXT
from mailbot.core.page import Shown

__all__ = [
    "MAX_LINES",
    "MAX_TEXT",
    "Attachment",
    "Defect",
    "Key",
    "Message",
    "Received",
    "Unreadable",
    "fingerprint",
    "message_ids",
    "parse",
]

MAX_ATTACHMENTS = 50
_MAX_MAILBOXES = 10
_PIECE = 1 << 16  # octets


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

    raw: its exact bytes; a Path names a temporary file for a large mail, deleted when the source is asked for the next.
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
    text_cut = "text-cut"
    other_sender = "other-sender"  # a Sender field that names somebody else than From (RFC 5322 3.6.2): noted, never believed


@dataclass(frozen=True, slots=True)
class Attachment:
    """name: as the sender wrote it, for display only, never a path. type: lower case, of a fixed form. size: decoded octets.
    disposition: `attachment`, `inline` or ''. A message inside the mail is an attachment whose content is its bytes.
    charset: of a text, as declared, or else that of the mail's own text; '' where none is said."""

    name: str
    type: str
    size: int
    sha256: str = ""
    content: bytes = b""
    disposition: str = ""
    charset: str = ""


@dataclass(frozen=True, slots=True)
class Message:
    """What stands in one mail, decoded, bounded, and with control characters neutralised.

    headers: every field in order of appearance, names in lower case, values unfolded and decoded.
    raw_headers: the same with the values as on the wire (unfolded); for strict patterns such as Message-ID.
    text: the body a person would read; html: the HTML body if there is one, undecoded of markup, never shown as it is.
    looks: by the number of a line of text, what of it is coloured, bold, struck through or in a table (`look.Look`).
    text_from_html: text was made from the HTML body: there was no usable plain one, or the HTML alone tells how words look.
    parts: the content types of all parts, outermost first, in lower case; a nested message counts as one.
    mailboxes: how mail-parser reads the first From, (name, address) each: a second opinion for `sender`.
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
    mailboxes: tuple[tuple[str, str], ...] = ()
    looks: Looks = field(default_factory=dict)

    def first(self, name: str) -> str:
        """The first field of that name, or ''."""
        return next(iter(self.all(name)), "")

    def all(self, name: str) -> tuple[str, ...]:
        """Every field of that name, top first."""
        name = name.lower()
        return tuple([value for n, value in self.headers if n == name])

    def first_raw(self, name: str) -> str:
        """The first field of that name as on the wire, or ''."""
        name = name.lower()
        return next((value for n, value in self.raw_headers if n == name), "")


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A mail that was not parsed, and why: a named reason such as `too-large`, `too-many-headers`, `nested-too-deep`."""

    reason: str
    detail: str = ""


def parse(raw: bytes, *, plain: bool = False) -> Message | Unreadable:
    """What stands in a mail; of any bytes, in bounded time and memory, without raising.

    Limits are checked on the bytes first (`scan`), small damage is mended and noted (`repair`), the tree is made ready (`mime`)
    and read by mail-parser. plain: HTML is read in a simpler way, for a mail that has cost a worker its life.
    """
    try:
        looked = scan.look(raw)
        tree = _tree(looked.mail)
        raw_fields = header.raw_fields(tree)
        parts = tuple(part.declared_type for part in tree.walk())
        params = mime.parameters(tree)
        prepared = mime.prepare(tree, plain=plain)
        if len(prepared.files) > MAX_ATTACHMENTS:
            return Unreadable("too-many-attachments", f"{len(prepared.files)} attachments, at most {MAX_ATTACHMENTS}")
        mail = _Mail(prepared.tree)
    except scan.TooMuch as limit:
        return Unreadable(limit.reason, limit.detail)
    except RecursionError:
        return Unreadable("nested-too-deep")
    message = _Fields(raw_fields)
    text = clean.text("\n".join(text.removesuffix("\n") for text in mail.text_plain))
    return Message(
        headers=tuple((name, header.decoded(value)) for name, value in raw_fields),
        raw_headers=raw_fields,
        subject=header.decoded(message.first("subject")),
        message_id=next(iter(message_ids(message.first("message-id"))), None),
        in_reply_to=message_ids(message.first("in-reply-to")),
        references=message_ids(message.first("references")),
        dated_at=message.first("date"),
        text=text,
        html=prepared.html,
        text_from_html=prepared.text_from_html,
        attachments=tuple(_attachments(mail, prepared)),
        parts=parts,
        content_type=parts[0],
        content_type_params=params,
        defects=tuple(dict.fromkeys(_defects(message, prepared, looked.mended))),
        mailboxes=tuple((clean.line(name), clean.line(address)) for name, address in mail.from_[:_MAX_MAILBOXES]),
        looks=_looks(text, prepared.looks),
    )


def _tree(mail: bytes) -> mime.Part:
    """The parsed mail. It is fed in pieces: given whole, the parser first makes a copy with four octets a character."""
    parser = BytesFeedParser(mime.Part)
    for at in range(0, len(mail), _PIECE):
        parser.feed(mail[at : at + _PIECE])
    return parser.close()


def fingerprint(message: Message) -> str:
    """Hash of From, Subject, words and attachments: the same mail by two ways has one, whatever was written on the way.

    The words are taken without their line breaks and blanks, which relays and lists change.
    """
    said = [
        message.first_raw("from").casefold(),
        message.subject,
        message.text.split(),
        sorted(attachment.sha256 for attachment in message.attachments),
    ]
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()


class _Mail(MailParser):  # type: ignore[misc]  # mail-parser has no types
    """Bodies, attachments and From by mail-parser, without the dictionary of all of them that it makes twice for its JSON."""

    def _make_mail(self, complete: bool = True) -> dict[str, object]:  # noqa: ARG002 - the library passes it
        return {}


class _Fields:
    """Fields by name."""

    def __init__(self, fields: header.Fields) -> None:
        self._values: dict[str, list[str]] = {}
        for name, value in fields:
            self._values.setdefault(name, []).append(value)

    def all(self, name: str) -> list[str]:
        return self._values.get(name, [])

    def first(self, name: str) -> str:
        return next(iter(self.all(name)), "")


def _attachments(mail: MailParser, prepared: mime.Prepared) -> Iterator[Attachment]:
    """One for each file; each has a name and an encoding by now, so mail-parser finds as many as were prepared."""
    for found, file in zip(mail.attachments, prepared.files, strict=True):
        content = decode_base64_payload(found["payload"])
        digest = hashlib.sha256(content).hexdigest()
        name = clean.line(found["filename"])
        yield Attachment(name, file.type, len(content), digest, content, file.disposition, clean.line(file.charset))


def _looks(text: str, bodies: Sequence[Shown]) -> Looks:
    """The looks of bodies by the lines of the whole text; a body that does not stand in it word for word has none."""
    looks: dict[int, tuple[Look, ...]] = {}
    at = line = 0
    for body in bodies:
        start = f"\n{text}\n".find(f"\n{body.text}\n", at)
        if start < 0:
            continue
        line += text.count("\n", at, start)
        looks |= {line + number: found for number, found in body.looks.items()}
        at = start + len(body.text)
        line += body.text.count("\n")
    return looks


def _defects(message: _Fields, prepared: mime.Prepared, mended: tuple[str, ...]) -> Iterator[Defect]:
    yield from map(Defect, mended)
    for name in ("from", "subject", "message-id", "content-type"):
        if len(message.all(name)) > 1:
            yield Defect(f"duplicate-{name}")
    if not message_ids(message.first("message-id")):
        yield Defect.no_message_id
    if prepared.charset_untrue:
        yield Defect.unknown_charset
    if prepared.cut:
        yield Defect.text_cut
    if prepared.broken:
        yield Defect.broken_structure
    sender = [word.strip('<>"') for word in message.first("sender")[:1000].split() if "@" in word]
    if sender and sender[-1].casefold() not in message.first("from").casefold():
        yield Defect.other_sender
