"""Mails inside a mail: attached whole (eml), saved by Outlook (msg), or packed by Exchange (winmail.dat)."""

from collections.abc import Iterable, Iterator
from html import escape
from io import BytesIO

from mailbot.core import address, charset, clean, markup
from mailbot.core.documents.document import Content, NotRead, State
from mailbot.core.message import Attachment, Unreadable, parse

_ANY_TYPE = "application/octet-stream"
_MAX_FILES = 50


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
    message = oxmsg.Message.load(BytesIO(content))
    files = ((file.file_name or "", file.file_bytes or b"") for file in message.attachments if file.attached_by_value)
    body = _plain(message.body or "").rstrip()
    if body or not message.html_body:
        return Content(clean.text(body), inside=tuple(_files(files)))
    return Content(*markup.shown(clean.text(message.html_body)), inside=tuple(_files(files)))


def tnef(content: bytes) -> Content:
    """What Outlook packs into winmail.dat where Exchange is told to: files above all, and the body once more."""
    from tnefparse import TNEF

    packed = TNEF(content, do_checksum=False)
    files = tuple(_files((_plain(file.long_filename()), bytes(file.data)) for file in packed.attachments))
    if packed.htmlbody:
        return Content(*markup.shown(clean.text(_plain(packed.htmlbody, packed.codepage))), inside=files)
    if packed.body:
        return Content(*markup.shown(f"<pre>{escape(clean.text(_plain(packed.body, packed.codepage)))}</pre>"), inside=files)
    return Content("", inside=files)


def _plain(words: bytes | str, codepage: str | None = None) -> str:
    """Text of a property; the library leaves octets where it knows no code page."""
    said = words if isinstance(words, str) else charset.decode(words, codepage or "")[0]
    return said.rstrip("\0")


def _files(found: Iterable[tuple[str, bytes]]) -> Iterator[Attachment]:
    for number, (name, content) in enumerate(found):
        if number < _MAX_FILES:
            yield Attachment(
                clean.line(name).rpartition("\\")[2], _ANY_TYPE, len(content), content=content, disposition="attachment"
            )
