"""Open an announcement as its organiser has it: the octets of a text, a page, a mail or a document become a `Page`."""

from mailbot.core import clean
from mailbot.core.announcement import html_page, site, spoken, text_page
from mailbot.core.announcement.page import Page, PageLine, grouped


def page_of_text(text: str, *, paged: bool = False, subject: str = "") -> Page:
    """An announcement in plain text. paged: it was a PDF, see `text_page`. subject: of the mail it came in."""
    return _made(text_page.lines_of(clean.text(text), paged=paged), subject=subject)


def page_of_html(source: str, *, subject: str = "") -> Page:
    """An announcement in HTML."""
    lines, form = html_page.lines_of(clean.text(source))
    return _made(lines, subject=subject, form=form)


def _made(lines: list[PageLine], *, subject: str, form: str = "") -> Page:
    language, lines = spoken.of(site.marked(lines))
    return Page(tuple(lines), language, subject, form, grouped(lines))
