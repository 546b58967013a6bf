"""Open the files of a mail: find the family of each, let its reader read it, bound what all together say."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from importlib import import_module

from mailbot.core.address import addresses_in
from mailbot.core.documents.document import Content, Document, NotRead, State
from mailbot.core.documents.family import NOT_DOCUMENTS, Family, family_of, refuse
from mailbot.core.message import Attachment, Message
from mailbot.core.mime import MAX_LINES, MAX_TEXT

_READERS: Mapping[Family, str] = {
    Family.docx: "word.read",
    Family.odt: "odt.read",
    Family.rtf: "rich_text.read",
    Family.pdf: "pdf.read",
    Family.txt: "text.plain",
    Family.html: "text.html",
    Family.eml: "mail.eml",
    Family.msg: "mail.msg",
    Family.tnef: "winmail.read",
    Family.sheet: "sheet.read",
}
"""Module and function; a module is imported when the first file of its family comes, since its libraries are heavy."""
_LONGEST_FIELD = 2000
_MAX_OPENED = 20  # files of one mail, those inside others with them
_MAX_OCTETS = 64_000_000  # of all these: a mail of 25 MB and what is inside it once more
_MAX_LOGO = 200_000  # octets of a picture that stands in the mail; a photo of a page has more


def documents_of(message: Message, *, plain: bool = False) -> tuple[Document, ...]:
    """What each file of the mail says, in their order, files inside files behind them; of any bytes, without raising.

    All texts together are no longer than that of a mail may be; what is beyond says that nobody has read it. plain:
    none is opened, and each that may be a document says so.
    """
    if plain:
        return tuple(_unopened(file) for file in message.attachments)
    return tuple(_Desk(_parties(message)).read(message.attachments))


def open_document(attachment: Attachment) -> Document:
    """What one file says, without what is inside it."""
    return next(_Desk().read((attachment,)))


def _parties(message: Message) -> frozenset[str]:
    """Who wrote and who was written to: what one of them wrote in an attached mail is the sender's or ours."""
    fields = (value for name, value in message.raw_headers if name in ("from", "to"))
    return frozenset(found.casefold() for value in fields for found in addresses_in(value[:_LONGEST_FIELD]))


class _Desk:
    """What has been read so far of one mail. known: who may have written an attached mail, lower case; empty for anybody."""

    def __init__(self, known: frozenset[str] = frozenset()) -> None:
        self._characters, self._lines, self._files, self._octets = MAX_TEXT, MAX_LINES, _MAX_OPENED, _MAX_OCTETS
        self._known = known

    def read(self, files: tuple[Attachment, ...]) -> Iterator[Document]:
        for file in files:
            yield from self._open(file)

    def _open(self, file: Attachment) -> Iterator[Document]:
        kind: Family | str = "unknown"
        try:
            kind = family_of(file)
            if kind == "photo" and _is_logo(file):
                kind = "logo"
            if not isinstance(kind, Family):
                raise refuse(kind)
            content = self._read(_reader(kind, file), file)
            if content.author and self._known and content.author.casefold() not in self._known:
                raise NotRead(State.needs_a_person, "mail-of-somebody-else")
        except NotRead as why:
            yield Document(file.name, str(kind), why.state, why.reason)
            return
        yield Document(file.name, str(kind), State.read, content.remark, content.text, content.looks)
        yield from self.read(content.inside)

    def _read(self, reader: Callable[[bytes], Content], file: Attachment) -> Content:
        """Let it read, within what is left for this mail. Whatever a library raises, the file is broken."""
        self._files -= 1
        self._octets -= len(file.content)
        if self._files < 0 or self._octets < 0:
            raise NotRead(State.too_large, "too-many-files")
        if self._characters < 0 or self._lines < 0:
            raise NotRead(State.too_large, "text-too-long")  # without the work: twenty of them would take a minute
        try:
            content = reader(file.content)
        except (NotRead, MemoryError, KeyboardInterrupt, SystemExit):
            raise
        except BaseException as error:  # what a dozen parsers raise; a panic in Rust is no Exception
            raise NotRead(State.broken, "unreadable") from error
        self._characters -= len(content.text)
        self._lines -= content.text.count("\n") + 1
        if self._characters < 0 or self._lines < 0:
            raise NotRead(State.too_large, "text-too-long")
        return content


def _reader(family: Family, file: Attachment) -> Callable[[bytes], Content]:
    module, _, function = _READERS[family].partition(".")
    found: Callable[..., Content] = getattr(import_module(f"mailbot.core.documents.{module}"), function)
    return partial(found, declared=file.charset) if family in {Family.txt, Family.html} else found


def _unopened(file: Attachment) -> Document:
    if file.type in NOT_DOCUMENTS or (file.type.startswith("image/") and _is_logo(file)):
        return Document(file.name, file.type, State.not_a_document, NOT_DOCUMENTS.get(file.type, "logo"))
    return Document(file.name, file.type, State.needs_a_person, "unread")


def _is_logo(file: Attachment) -> bool:
    """A small picture in the body belongs to a signature; one that was attached may be a filled-in page."""
    return file.size <= (_MAX_LOGO if file.disposition != "attachment" else _MAX_LOGO // 20)
