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
_CELLS = frozenset({"td", "th"})
_BOLD = frozenset({"b", "strong"})
_VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"})
_BLANKS = re.compile(r"\s+")
_LONGEST_HEADING = 150
_LONG_CELL = 60  # characters: sentences, no data
_DEEPEST = 200  # open elements
MOST_LINES = 3000


FIELD = "field"
"""Label of an item that names a field of a form."""


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
        self._links: list[tuple[int, Link]] = []  # with the number of the cell it stands in
        self._link: tuple[str, int] | None = None
        self._open: list[_Open] = []
        self._is_of_site = False  # the form that is open searches the site, or stands in its frame
        self._forms: list[str] = []  # where those that are open are sent
        self._lists: list[int | None] = []
        self._item: str | None = None  # label of the item that begins
        self._level = 0
        self._cells = 0
        self._is_ended = False  # a paragraph in a cell: what follows tells whether it is a cell of a row
        self._block = 0
        self._in_text: list[bool] = []  # of each line, whether it stands in main or article

    @property
    def is_full(self) -> bool:
        """Whether there are more lines than anybody reads."""
        return len(self._found) > MOST_LINES

    def start(self, tag: str, attributes: Mapping[str, str | None]) -> None:
        """A tag begins. tag: lower case."""
        if tag == "br":
            self._end_line()
        elif tag in ("td", "th"):
            self._next_cell()
        elif tag in _BLOCKS and not (self._is_in_cell(tag) and not self._is_ended and not self._cell_has_words):
            self._end_block()
        if tag == "a" and (target := attributes.get("href")):
            self._link = (target.strip(), len(self._words))
        elif tag in ("ol", "ul"):
            self._lists.append(1 if tag == "ol" else None)
        elif tag == "li":
            self._begin_item()
        elif tag == "form":
            self._forms.append((attributes.get("action") or "").strip())
            self._is_of_site = (attributes.get("role") or "").casefold() == "search" or any(
                opened.chrome or opened.tag == "header" for opened in self._open
            )
        elif tag in ("label", "textarea") and self._forms and not self.form and not self._is_of_site:
            self.form = self._forms[-1]
        if tag not in _VOID and len(self._open) < _DEEPEST:
            self._open.append(_Open(tag, self._is_chrome(tag, attributes)))

    def end(self, tag: str) -> None:
        """A tag ends; an end without a beginning ends nothing."""
        if tag == "a" and self._link:
            self._close_link()
        if tag in _BLOCKS and self._is_in_cell(tag):
            self._is_ended = bool(self._words)
        elif tag in _BLOCKS:
            self._end_block()
        if tag in ("ol", "ul") and self._lists:
            self._lists.pop()
        if tag == "li":
            self._item = None
        if tag == "form" and self._forms:
            self._forms.pop()
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
        if self._is_ended and not words.isspace():
            self._end_block()
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

    def _is_in_cell(self, tag: str) -> bool:
        """Whether a paragraph is all that stands in a cell so far, so that it may be one of a row."""
        return tag in ("p", "div") and any(opened.tag in _CELLS for opened in self._open[-3:])

    @property
    def _cell_has_words(self) -> bool:
        return bool(self._words) and self._words[-1] != "\t"

    def _next_cell(self) -> None:
        self._is_ended = False
        if self._words:
            self._words.append("\t")
            self._cells += 1

    def _close_link(self) -> None:
        target, begin = self._link or ("", 0)
        shown = " ".join("".join(self._words[begin:]).split())
        self._links.append((self._cells, Link(shown, target)))
        self._link = None

    def _end_block(self) -> None:
        self._end_line()
        self._block += 1

    def _end_line(self) -> None:
        text, links, cells = "".join(self._words).strip(" "), self._links, self._cells
        is_bold = self._bold > 2 and not self._plain
        self._words, self._bold, self._plain, self._cells, self._links, self._is_ended = [], 0, 0, 0, [], False
        if self._link:
            self._link = (self._link[0], 0)
        columns = text.split("\t")
        if sum(len(column) > _LONG_CELL for column in columns) > 1:  # a table that only lays out the page
            for number, column in enumerate(columns):
                self._block += 1
                self._add(column.strip(), tuple(link for cell, link in links if cell == number), is_bold=False, has_cells=False)
        elif text.strip() or links:
            self._add(text, tuple(link for _, link in links), is_bold=is_bold, has_cells=cells > 0)

    def _add(self, text: str, links: tuple[Link, ...], *, is_bold: bool, has_cells: bool) -> None:
        if not text.strip() and not links:
            return
        chrome = bool(self._open) and self._open[-1].chrome
        self._in_text.append(any(opened.tag in _TEXT for opened in self._open))
        line = self._line(text, is_bold=is_bold, has_cells=has_cells)
        line = replace(line, number=len(self._found) + 1, links=links, block=self._block)
        self._found.append(replace(line, kind=Kind.chrome, level=0) if chrome else line)

    def _line(self, text: str, *, is_bold: bool, has_cells: bool) -> PageLine:
        heading = next((_HEADINGS[opened.tag] for opened in reversed(self._open) if opened.tag in _HEADINGS), 0)
        if heading:
            return PageLine(0, text, Kind.heading, heading)
        if has_cells:
            return PageLine(0, text, Kind.cell)
        if self._forms and any(opened.tag == "label" for opened in self._open):
            return PageLine(0, text, Kind.item, 1, 0, FIELD)
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
