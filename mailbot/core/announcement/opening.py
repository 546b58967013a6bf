"""Open an announcement as its organiser has it: the octets of a text, a page, a mail or a document become a `Page`."""

from collections.abc import Callable, Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import date
from email.utils import parsedate_to_datetime

from mailbot.core import clean
from mailbot.core.announcement import forwarded, html_page, labelled, site, spoken, text_page
from mailbot.core.announcement.page import Page, PageLine, grouped
from mailbot.core.documents.document import NotRead, State
from mailbot.core.documents.family import Family, family_of, refuse
from mailbot.core.documents.opening import open_document
from mailbot.core.message import Attachment, Message, parse

_MOST = 60_000  # characters of a text that are looked at: ten times a long announcement
_MOST_SOURCE = 2_000_000  # of HTML
_DEEPEST = 3
_FEW = 400  # characters of a mail that only says what is attached


def opened(content: bytes, name: str, *, depth: int = 0) -> Page:
    """The announcement in a file: text, HTML, eml, pdf, docx, odt, rtf, msg. name: of the file; mails are known by it.
    depth: how many mails it stands in.

    Raises NotRead, with a named reason, for what no words can be taken from.
    """
    file = Attachment(name, "", len(content), "", content, "attachment", "")
    family = family_of(file)
    if not isinstance(family, Family):
        raise refuse(family)
    if family is Family.eml:
        return _of_mail(file, depth)
    return _OPENERS.get(family, _of_document)(file)


def page_of_text(text: str, *, paged: bool = False, large: AbstractSet[str] = frozenset(), subject: str = "") -> Page:
    """An announcement in plain text. paged, large: it was a PDF, see `text_page`. subject: of the mail it came in."""
    lines = text_page.lines_of(clean.text(text[:_MOST]), paged=paged, large=large)
    lines = forwarded.without_envelope(lines) if subject else lines
    return _made(lines, subject=subject, is_cut=len(text) > _MOST or text.count("\n") > text_page.MOST_LINES)


def page_of_html(source: str, *, subject: str = "") -> Page:
    """An announcement in HTML. subject: of the mail it came in."""
    lines, form = html_page.lines_of(clean.text(source[:_MOST_SOURCE]))
    is_cut = len(source) > _MOST_SOURCE or len(lines) > html_page.MOST_LINES
    return _made(forwarded.without_envelope(lines) if subject else lines, subject=subject, form=form, is_cut=is_cut)


def page_of_mail(message: Message, *, depth: int = 0) -> Page:
    """The announcement that a mail is, or brings as a file if it says little itself. depth: how many mails it stands in."""
    return replace(_said_or_brought(message, depth), sent=_day(message.dated_at))


def _said_or_brought(message: Message, depth: int) -> Page:
    subject = message.subject.strip() or " "
    if len(message.text) < _FEW and depth < _DEEPEST:
        for file in message.attachments:
            try:
                return opened(file.content, file.name, depth=depth + 1)
            except NotRead:
                continue
    return page_of_html(message.html, subject=subject) if message.html else page_of_text(message.text, subject=subject)


def _day(dated_at: str) -> date | None:
    try:
        return parsedate_to_datetime(dated_at).date()
    except (ValueError, TypeError, IndexError, OverflowError):  # what stands there may be anything
        return None


def _made(lines: list[PageLine], *, subject: str, form: str = "", is_cut: bool = False) -> Page:
    kept = list(_bounded(lines))
    language, second, marked = spoken.of(site.marked(labelled.joined(kept)))
    its = Page(tuple(marked), language, subject.strip(), form, grouped(marked), second)
    return replace(its, is_cut=is_cut or len(kept) < len(lines))


def _bounded(lines: Iterable[PageLine]) -> Iterator[PageLine]:
    """As many lines as an announcement may have."""
    length = 0
    for line in lines:
        length += len(line.text)
        if length > _MOST:
            return
        yield line


def _of_html(file: Attachment) -> Page:
    from mailbot.core.documents.text import source_of

    return page_of_html(source_of(file.content))


def _of_word(file: Attachment) -> Page:
    from mailbot.core.documents import word

    try:
        return page_of_html(word.html(file.content))
    except NotRead:
        raise
    except Exception as error:
        raise NotRead(State.broken, "unreadable") from error


def _of_mail(file: Attachment, depth: int) -> Page:
    message = parse(file.content)
    if not isinstance(message, Message):
        raise NotRead(State.broken, "unreadable")
    return page_of_mail(message, depth=depth)


def _of_document(file: Attachment) -> Page:
    document = open_document(file)
    if document.state is not State.read:
        raise NotRead(document.state, document.reason)
    return page_of_text(document.text)


def _of_pdf(file: Attachment) -> Page:
    from mailbot.core.announcement.large_print import large_lines

    document = open_document(file)
    if document.state is not State.read:
        raise NotRead(document.state, document.reason)
    return page_of_text(document.text, paged=True, large=large_lines(file.content))


_OPENERS: dict[Family, Callable[[Attachment], Page]] = {
    Family.html: _of_html,
    Family.docx: _of_word,
    Family.pdf: _of_pdf,
}
