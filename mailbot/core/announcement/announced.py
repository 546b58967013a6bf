"""From the octets of a file to a draft, or the named reason why it cannot be read: one function, so that a worker can do it."""

from dataclasses import dataclass

from mailbot.core.announcement.draft import Draft, draft
from mailbot.core.announcement.opening import opened
from mailbot.core.documents.document import NotRead


@dataclass(frozen=True, slots=True)
class NotDrafted:
    """reason: as of a document: `only-pictures`, `encrypted`, `photo`."""

    reason: str


def announced(content: bytes, name: str) -> Draft | NotDrafted:
    """The draft of the call that a file announces. name: of the file."""
    try:
        page = opened(content, name)
    except NotRead as why:
        return NotDrafted(why.reason)
    if not page.own_blocks:
        return NotDrafted("empty")
    return draft(page)
