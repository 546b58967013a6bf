"""HTML to the lines of a page: what its tags say of headings, lists, tables, links, and of the site around the text."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple

from mailbot.core import clean, markup
from mailbot.core.announcement.marks import mark
from mailbot.core.announcement.page import Kind, Link, PageLine

_HEADINGS = {f"h{n}": n for n in range(1, 7)} | {"dt": 6, "legend": 6}
_BLOCKS = frozenset(
    {
        *(
            "address",
            "article",
            "aside",
            "blockquote",
            "body",
            "caption",
            "center",
            "dd",
            "details",
            "dialog",
            "div",
            "dl",
            "dt",
        ),
        *("fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "label"),
        *("legend", "li", "main", "nav", "ol", "option", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead"),
        *("tr", "ul"),
    }
)
_CHROME = frozenset({"nav", "footer", "aside", "button", "select"})
_CHROME_NAME = re.compile(
    r"\b(?:cookies?|breadcrumbs?|menu|navbar|navigation|share|social|lang(?:uage)?-?(?:switch|select|picker)\w*|skip)\b"
)
_CHROME_ROLES = frozenset({"navigation", "search", "contentinfo", "banner"})
_TEXT = frozenset({"main", "article"})
_BOLD = frozenset({"b", "strong"})
_VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"})
_BLANKS = re.compile(r"\s+")
_LONGEST_HEADING = 150
_MOST_LINES = 20_000


class _Open(NamedTuple):
    tag: str
    chrome: bool


class HtmlPage:
    """Told what begins, what ends and which words stand between (`markup.tell`); `lines()` gives what a person reads."""

    def __init__(self) -> None:
        self.form = ""
        self._found: list[PageLine] = []
        self._words: list[str] = []
        self._bold = self._plain = 0  # characters
        self._links: list[Link] = []
        self._link: tuple[str, int] | None = None
        self._open: list[_Open] = []
        self._lists: list[int | None] = []
        self._item: str | None = None  # label of the item that begins
        self._level = 0
        self._cells = 0
        self._block = 0
        self._in_text: list[bool] = []  # of each line, whether it stands in main or article

    @property
    def is_full(self) -> bool:
        """Whether there are more lines than anybody reads."""
        return len(self._found) > _MOST_LINES

    def start(self, tag: str, attributes: Mapping[str, str | None]) -> None:
        """A tag begins. tag: lower case."""
        if tag == "br":
            self._end_line()
        elif tag in ("td", "th"):
            self._next_cell()
        elif tag in _BLOCKS:
            self._end_block()
        if tag == "a" and (target := attributes.get("href")):
            self._link = (target.strip(), len(self._words))
        elif tag in ("ol", "ul"):
            self._lists.append(1 if tag == "ol" else None)
        elif tag == "li":
            self._begin_item()
        elif tag == "form" and (attributes.get("action") or "").strip() and not self._is_chrome(tag, attributes):
            self.form = self.form or (attributes.get("action") or "").strip()
        if tag not in _VOID:
            self._open.append(_Open(tag, self._is_chrome(tag, attributes)))

    def end(self, tag: str) -> None:
        """A tag ends; an end without a beginning ends nothing."""
        if tag == "a" and self._link:
            self._close_link()
        if tag in _BLOCKS:
            self._end_block()
        if tag in ("ol", "ul") and self._lists:
            self._lists.pop()
        if tag == "li":
            self._item = None
        for place in range(len(self._open) - 1, max(-1, len(self._open) - 60), -1):
            if self._open[place].tag == tag:
                del self._open[place:]
                return

    def words(self, words: str) -> None:
        """Text between tags."""
        words = _BLANKS.sub(" ", clean.text(words))
        if not self._words or self._words[-1].endswith((" ", "\t")):
            words = words.lstrip(" ")
        if not words:
            return
        self._words.append(words)
        if any(opened.tag in _BOLD for opened in self._open[-6:]):
            self._bold += len(words)
        else:
            self._plain += len(words.strip())

    def lines(self) -> list[PageLine]:
        """All lines so far; where a part of the page is marked as its text, all others are of the site."""
        self._end_block()
        some = any(self._in_text)
        return [
            replace(line, kind=Kind.chrome, level=0) if some and not inside else line
            for line, inside in zip(self._found, self._in_text, strict=True)
        ]

    def _is_chrome(self, tag: str, attributes: Mapping[str, str | None]) -> bool:
        """A header of an article is none of the site."""
        if self._open and self._open[-1].chrome:
            return True
        if tag in _CHROME or (attributes.get("role") or "") in _CHROME_ROLES:
            return True
        if tag == "header" and not any(opened.tag in _TEXT for opened in self._open):
            return False
        name = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
        return tag not in ("body", "html", "main", "article") and bool(_CHROME_NAME.search(name[:200].casefold()))

    def _begin_item(self) -> None:
        number = self._lists[-1] if self._lists else None
        self._item = "•" if number is None else f"{number}."
        self._level = max(1, len(self._lists))
        if self._lists and number is not None:
            self._lists[-1] = number + 1

    def _next_cell(self) -> None:
        if self._words:
            self._words.append("\t")
            self._cells += 1

    def _close_link(self) -> None:
        target, begin = self._link or ("", 0)
        shown = " ".join("".join(self._words[begin:]).split())
        self._links.append(Link(shown, target))
        self._link = None

    def _end_block(self) -> None:
        self._end_line()
        self._block += 1

    def _end_line(self) -> None:
        text = "".join(self._words).strip()
        links, self._links = tuple(self._links), []
        bold, plain, cells = self._bold, self._plain, self._cells
        self._words, self._bold, self._plain, self._cells = [], 0, 0, 0
        if self._link:
            self._link = (self._link[0], 0)
        if not text and not links:
            return
        chrome = bool(self._open) and self._open[-1].chrome
        self._in_text.append(any(opened.tag in _TEXT for opened in self._open))
        line = self._line(text, is_bold=bold > 2 and not plain, has_cells=bool(cells and "\t" in text))
        line = replace(line, number=len(self._found) + 1, links=links, block=self._block)
        self._found.append(replace(line, kind=Kind.chrome, level=0) if chrome else line)

    def _line(self, text: str, *, is_bold: bool, has_cells: bool) -> PageLine:
        heading = next((_HEADINGS[opened.tag] for opened in reversed(self._open) if opened.tag in _HEADINGS), 0)
        if heading:
            return PageLine(0, text, Kind.heading, heading)
        if has_cells:
            return PageLine(0, text, Kind.cell)
        if self._item is not None:
            label, self._item = self._item, ""
            its = mark(text) if not label or label == "•" else None
            if label or its:
                return PageLine(0, text[its.length :] if its else text, Kind.item, self._level, 0, its.text if its else label)
        if found := mark(text):
            self._block += 1
            return PageLine(0, text[found.length :], Kind.item, max(1, self._level), 0, found.text)
        if is_bold and len(text) <= _LONGEST_HEADING and not text.endswith((".", ",", ";", ":")):
            return PageLine(0, text, Kind.heading, 5)
        return PageLine(0, text)


def lines_of(source: str) -> tuple[list[PageLine], str]:
    """The lines of an HTML page that are not empty, numbered from 1, and where a form on it is sent, '' without one."""
    page = HtmlPage()
    markup.tell(source, page)
    return _continued(page.lines()), page.form


def _continued(lines: Iterable[PageLine]) -> list[PageLine]:
    """A line behind a line break in an item is of that item; one in a paragraph stands by itself if it does not go on."""
    found: list[PageLine] = []
    shift = 0
    for line in lines:
        before = found[-1] if found else None
        block = line.block + shift
        if (
            before
            and before.block == block
            and before.kind is Kind.paragraph
            and line.kind is Kind.paragraph
            and not line.text[:1].islower()
        ):
            shift += 1
        found.append(replace(line, block=line.block + shift))
    return found
