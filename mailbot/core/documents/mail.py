"""Mails inside a mail: attached whole (eml), or saved by Outlook (msg)."""

from collections.abc import Iterable
from io import BytesIO
from itertools import islice

from mailbot.core import address, charset, clean, markup, mime
from mailbot.core.documents.document import Content, NotRead, State
from mailbot.core.message import Attachment, Unreadable, parse

_ANY_TYPE = "application/octet-stream"
_MAX_FILES = 50
_MAX_ENTRIES = 5000  # of a compound file; fifty attachments and hundreds of recipients have fewer


def eml(content: bytes) -> Content:
    """The body of the mail inside, read by the same rules as the mail around it; its files are inside."""
    message = parse(content)
    if isinstance(message, Unreadable):
        raise NotRead(State.too_large if message.reason.startswith("too-") else State.broken, message.reason)
    wrote = address.read(message.first_raw("from"))
    author = "" if isinstance(wrote, address.Unclear) else wrote.address
    return Content(message.text, message.looks, inside=message.attachments, author=author)


def msg(content: bytes) -> Content:
    """A mail in Outlook's own format; without the extra that reads it, a person has to."""
    try:
        import oxmsg
    except ImportError as error:
        raise NotRead(State.needs_a_person, "outlook-message") from error
    _check(content)
    message = oxmsg.Message.load(BytesIO(content))
    files = inside((file.file_name or "", file.file_bytes or b"") for file in message.attachments if file.attached_by_value)
    body = decoded(message.body or "").rstrip()
    html = "" if body else message.html_body or ""
    if max(len(body), len(html)) > mime.MAX_TEXT:
        raise NotRead(State.too_large, "text-too-long")
    return Content(*markup.shown(clean.text(html)), inside=files) if html else Content(clean.text(body), inside=files)


def _check(content: bytes) -> None:
    """Raise NotRead if what the directory promises cannot all stand in the file: parts of it may be named a thousand times."""
    from olefile import OleFileIO  # type: ignore[import-untyped]

    with OleFileIO(BytesIO(content)) as compound:
        entries = [entry for entry in compound.direntries if entry is not None]
    if len(entries) > _MAX_ENTRIES or sum(entry.size for entry in entries) > 2 * len(content):
        raise NotRead(State.broken, "archive-broken")


def decoded(words: bytes | str, codepage: str | None = None) -> str:
    """Text of a property of Outlook's; a library leaves octets where it knows no code page."""
    said = words if isinstance(words, str) else charset.decode(words, codepage or "")[0]
    return said.rstrip("\0")


def inside(found: Iterable[tuple[str, bytes]]) -> tuple[Attachment, ...]:
    """Files within a file, (name, content) each, under names as those of a mail's own are shown."""
    return tuple(
        Attachment(
            mime.short_name(name) or f"part-{number}", _ANY_TYPE, len(content), content=content, disposition="attachment"
        )
        for number, (name, content) in enumerate(islice(found, _MAX_FILES), 1)
    )
