"""Open the files of a mail: find the family of each, let its reader read it, bound what all together say."""

from collections.abc import Callable, Iterator, Mapping

from mailbot.core.documents import plain, word
from mailbot.core.documents.document import Content, Document, NotRead, State
from mailbot.core.documents.family import Family, family_of, refuse
from mailbot.core.message import Attachment, Message
from mailbot.core.mime import MAX_LINES, MAX_TEXT

_READERS: Mapping[Family, Callable[[bytes], Content]] = {
    Family.docx: word.read,
    Family.html: plain.html,
    Family.txt: plain.text,
}
_MAX_OPENED = 20  # files of one mail, those inside others with them
_MAX_LOGO = 200_000  # octets of a picture that stands in the mail; a photo of a page has more


def documents_of(message: Message) -> tuple[Document, ...]:
    """What each file of the mail says, in their order, files inside files behind them; of any bytes, without raising.

    All texts together are no longer than that of a mail may be; what is beyond says that nobody has read it.
    """
    return tuple(_Desk(message).read(message.attachments))


def open_document(attachment: Attachment) -> Document:
    """What one file says, without what is inside it."""
    return next(_Desk(None).read((attachment,)))


class _Desk:
    """What has been read so far of one mail."""

    def __init__(self, message: Message | None) -> None:
        self._message = message
        self._characters, self._lines, self._files = MAX_TEXT, MAX_LINES, _MAX_OPENED

    def read(self, files: tuple[Attachment, ...]) -> Iterator[Document]:
        for file in files:
            yield from self._open(file)

    def _open(self, file: Attachment) -> Iterator[Document]:
        kind: Family | str = "unknown"
        try:
            kind = family_of(file)
            if kind == "photo" and self._is_logo(file):
                kind = "logo"
            reader = _READERS.get(kind) if isinstance(kind, Family) else None
            if reader is None:
                raise refuse(str(kind))
            content = self._read(reader, file)
        except NotRead as why:
            yield Document(file.name, str(kind), why.state, why.reason)
            return
        yield Document(file.name, str(kind), State.read, content.remark, content.text, content.looks)
        yield from self.read(content.inside)

    def _read(self, reader: Callable[[bytes], Content], file: Attachment) -> Content:
        """Let it read, within what is left for this mail. Whatever a library raises, the file is broken."""
        self._files -= 1
        if self._files < 0:
            raise NotRead(State.too_large, "too-many-files")
        try:
            content = reader(file.content)
        except (NotRead, MemoryError):
            raise
        except Exception as error:  # the list of what a dozen parsers raise would never be complete
            raise NotRead(State.broken, f"{type(error).__name__}") from error
        self._characters -= len(content.text)
        self._lines -= content.text.count("\n") + 1
        if self._characters < 0 or self._lines < 0:
            raise NotRead(State.too_large, "text-too-long")
        return content

    @staticmethod
    def _is_logo(file: Attachment) -> bool:
        """A small picture in the body belongs to a signature; one that was attached may be a filled-in page."""
        return file.size <= (_MAX_LOGO if file.disposition != "attachment" else _MAX_LOGO // 20)
