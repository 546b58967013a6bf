"""Document: what a file that came with a mail says, or the named reason why nobody could read it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from mailbot.core.look import Looks
from mailbot.core.message import Attachment

_THE_MAIL = frozenset({"body", "subject"})  # sources of answers that are no files


class State(StrEnum):
    """What became of a file.

    read: its text stands in the document. needs_a_person: a machine sees no words in it. locked: encrypted.
    too_large: beyond what is opened. broken: not what it says it is. not_a_document: a logo, a key, a calendar entry; nobody
    need look at it.
    """

    read = "read"
    needs_a_person = "needs-a-person"
    locked = "locked"
    too_large = "too-large"
    broken = "broken"
    not_a_document = "not-a-document"


@dataclass(frozen=True, slots=True)
class Document:
    """name: the attachment's, for display only. type: what its octets are (`docx`, `pdf`, `photo`), whatever its name says.
    reason: a named one for every state but read; with read, what a person should know of it all the same, or ''.
    text: its lines as a person would see them, joined by newlines and neutralised; '' unless read. looks: as of a mail's body.
    """

    name: str
    type: str
    state: State
    reason: str = ""
    text: str = ""
    looks: Looks = field(default_factory=dict)

    @property
    def source(self) -> str:
        """What an answer in it is said to come from: the name, unless that is how the mail itself is called."""
        return f"{self.name} (attached)" if self.name.casefold() in _THE_MAIL else self.name

    @property
    def needs_a_look(self) -> bool:
        """Whether words of the sender may stand in it that nobody has read."""
        return bool(self.reason) and self.state is not State.not_a_document


def unread(documents: Iterable[Document]) -> tuple[str, ...]:
    """A named reason for each file in which words may stand that nobody has read: `attachment-photo`."""
    return tuple(f"attachment-{document.reason}" for document in documents if document.needs_a_look)


@dataclass(frozen=True, slots=True)
class Content:
    """What a reader of one family found. inside: files within the file. remark: as the reason of a document that was read.
    author: the address of who wrote it, where it is a mail that says so clearly."""

    text: str
    looks: Looks = field(default_factory=dict)
    remark: str = ""
    inside: tuple[Attachment, ...] = ()
    author: str = ""


class NotRead(Exception):
    """A reader gives up on a file. state, reason: as in Document."""

    def __init__(self, state: State, reason: str) -> None:
        super().__init__(reason)
        self.state = state
        self.reason = reason
