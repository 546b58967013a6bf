"""What the HTML of a letter needs beside its words, and how much of the words fits a small one."""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote

from mailbot.core import plain, wording

_SMALL = 7 * 1024  # octets of text and HTML in UTF-8; 8 KB with headers (RFC 3834 2): below it, questions stand whole. Not
# counted on the wire, where base64 makes a Greek letter a third longer and would cut its questions and nobody else's.
_QUESTION_AT_MOST = (2000, 240, 120)  # characters, tried in this order


@dataclass(frozen=True, slots=True)
class Dress:
    """What the HTML needs beside the words. call_language: of the questions. contact: the address that is a link.
    answer_language: of the words that are quoted, or ''. page: where it can be answered on the web, a link too, or ''."""

    language: str
    call_language: str
    contact: str
    answer_language: str = ""
    page: str = ""


def layout(dress: Dress, title: str, blocks: tuple[plain.Block, ...]) -> dict[str, object]:
    """What templates/mail/layout.html uses."""
    return {
        "title": title,
        "blocks": blocks,
        "language": dress.language,
        "direction": wording.direction(dress.language),
        "call_language": dress.call_language,
        "answer_language": dress.answer_language,
        "contact": dress.contact,
        "link": "mailto:" + quote(dress.contact, safe="@"),
        "page": dress.page,
    }


def fitting(parts: Callable[[int], tuple[str, str, str]]) -> tuple[str, str, str]:
    """Subject, text and HTML with as much of the questions as fits a small letter."""
    longest, *shorter = _QUESTION_AT_MOST
    subject, text, html = parts(longest)
    for characters in shorter:
        if len((text + html).encode()) > _SMALL:
            subject, text, html = parts(characters)
    return subject, text, html
