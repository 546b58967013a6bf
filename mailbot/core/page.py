"""A page that is written from top to bottom: words, tags and the line breaks they mean, to plain lines and their looks."""

import re
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import NamedTuple

from mailbot.core import clean, css
from mailbot.core.hiding import Sheet
from mailbot.core.look import Cell, Look, Looks

_RULE = "_" * 32  # as Outlook writes a horizontal rule into its plain text, where people and programs look for it
_DEEPEST = 10  # levels shown; 280 kB of nested quotes must not become 400 MB of `> `
_BLANKS = re.compile(r"[ \t\n\r\f]+")
_MOST_BLANK_LINES = 2  # in a row
_FEW_DARK = 0.05  # part of the letters; a mail with fewer black ones is written in another colour

_SPACED = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "p", "pre"})
_BLOCKS = _SPACED | {
    *("address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "div", "dl", "dt"),
    *("fieldset", "figcaption", "figure", "footer", "form", "header", "legend", "li", "main", "nav", "ol", "section"),
    *("summary", "table", "tbody", "tfoot", "thead", "tr", "ul"),
}
_NO_MARGIN = re.compile(r"margin(?:-top|-bottom)?\s*:\s*0")


_VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "o:p", "param", "source", "wbr"})
_CLOSED_BY_THE_NEXT = frozenset({"dd", "dt", "li", "option", "p", "td", "th", "tr"})

_MOST_LINES = 20_000  # what is longer is not read as a mail (mime.MAX_LINES)
_MOST_RUNS = 10_000  # whose looks are kept; beyond, words are only words
_NOTHING_DECLARED = css.Style()
_PLAIN = Look(0, 0)


class Shown(NamedTuple):
    """The lines of a page, joined by newlines, and how they look."""

    text: str
    looks: Looks


class _Element(NamedTuple):
    """One that is open. cell: of a table in which its words stand."""

    tag: str
    style: css.Style
    cell: Cell | None


class _Run(NamedTuple):
    """Characters of one line, from and to, that look alike."""

    start: int
    end: int
    style: css.Style
    cell: Cell | None


class _Line(NamedTuple):
    text: str
    runs: tuple[_Run, ...]


class Page:
    """Tell it what begins, what ends and which words stand between; `shown()` gives the lines.

    sheet: the style sheets of the mail. trusting: words in the colour of what is behind them are read all the same.
    """

    def __init__(self, sheet: Sheet | None = None, *, trusting: bool = False) -> None:
        self._sheet = sheet
        self._trusting = trusting
        self.washed_out = False  # whether words were left out for their colour
        self._lines: list[_Line] = []
        self._line: list[str] = []
        self._runs: list[_Run] = []
        self._kept = 0  # runs of all lines
        self._length = 0  # characters of the line so far
        self._open = [_Element("", _NOTHING_DECLARED, None)]
        self._opened: dict[str, int] = {}  # how many of each tag are open
        self._tables: list[Cell] = []  # the last cell of each open table
        self._number_of_tables = 0
        self._gap = 0  # 1: the next words begin a line, 2: after an empty line
        self._quotes = 0
        self._lists: list[int | None] = []  # the next number, None for bullets
        self._marker = ""
        self._cells: list[int] = []  # cells begun in each open row
        self._at_cell_start = False
        self._verbatim = 0

    @property
    def is_full(self) -> bool:
        """Whether there are more lines than anybody reads."""
        return len(self._lines) > _MOST_LINES

    def start(self, tag: str, attributes: Mapping[str, str | None]) -> None:
        """A tag begins. tag: lower case."""
        self._push(tag, attributes)
        if tag == "br":
            self._break()
        elif tag == "hr":
            self._block(1)
            self._put(_RULE)
            self._block(1)
        elif tag in ("td", "th"):
            self._cell()
        elif tag in _SPACED:
            self._block(1 if _is_tight(attributes) else 2)
        elif tag in _BLOCKS:
            self._block(1)
        self._enter(tag, attributes)

    def end(self, tag: str) -> None:
        """A tag ends."""
        self._pop(tag)
        if tag == "blockquote":
            self._quotes = max(0, self._quotes - 1)
        elif tag in ("ol", "ul") and self._lists:
            self._lists.pop()
        elif tag == "tr" and self._cells:
            self._cells.pop()
        elif tag == "table" and self._tables:
            self._tables.pop()
        elif tag == "pre":
            self._verbatim = max(0, self._verbatim - 1)
        if tag in ("td", "th"):
            self._gap = 0
            self._at_cell_start = False
        elif tag in _BLOCKS:
            self._block(1)

    def words(self, words: str) -> None:
        """Text between tags; blanks collapse as a browser does it, a no-break space counts as a letter."""
        style = self._open[-1].style
        if style.tiny or style.invisible:
            return
        if style.is_washed_out and not self._trusting:
            self.washed_out |= any(map(str.isalnum, words))
            return
        if not words.isprintable():
            words = clean.text(words)  # here, so that no look is moved by it later
        if self._verbatim:
            for number, line in enumerate(words.split("\n")):
                if number:
                    self._break()
                self._put(line)
            return
        words = _BLANKS.sub(" ", words)
        if words.startswith(" ") and (self._gap or not self._line or self._line[-1].endswith((" ", "\t"))):
            words = words[1:]
        if words:
            self._put(words)

    def shown(self) -> Shown:
        """Everything so far, no-break spaces as blanks, never more than two empty lines in a row."""
        self._end_line()
        lines: list[_Line] = []
        blank = _MOST_BLANK_LINES  # none at the top
        for line in self._lines:
            text = line.text.replace("\xa0", " ").rstrip()
            blank = 0 if text else blank + 1
            if blank <= _MOST_BLANK_LINES:
                lines.append(_Line(text, line.runs))
        while lines and not lines[-1].text:
            lines.pop()
        return Shown("\n".join(line.text for line in lines), _looks(lines))

    def text(self) -> str:
        """The lines of `shown()`."""
        return self.shown().text

    def _push(self, tag: str, attributes: Mapping[str, str | None]) -> None:
        if tag in _VOID:
            return
        if tag in _CLOSED_BY_THE_NEXT and self._open[-1].tag == tag:
            self._pop(tag)
        above = self._open[-1]
        self._open.append(_Element(tag, css.derived(above.style, tag, attributes, self._hinted(tag, attributes)), above.cell))
        self._opened[tag] = self._opened.get(tag, 0) + 1

    def _hinted(self, tag: str, attributes: Mapping[str, str | None]) -> Mapping[str, str]:
        return self._sheet.declared(tag, attributes) if self._sheet is not None else css.NOTHING

    def _pop(self, tag: str) -> None:
        """Close the last element of that name and what is open inside it; an end without a beginning closes nothing."""
        if not self._opened.get(tag):
            return
        while True:
            closed = self._open.pop().tag
            self._opened[closed] -= 1
            if closed == tag:
                return

    def _enter(self, tag: str, attributes: Mapping[str, str | None]) -> None:
        if tag == "blockquote":
            self._quotes += 1
        elif tag == "ol":
            self._lists.append(_number(attributes.get("start"), 1))
        elif tag == "ul":
            self._lists.append(None)
        elif tag == "li":
            self._item(attributes)
        elif tag == "table":
            self._tables.append(Cell(self._number_of_tables, -1, -1))
            self._number_of_tables += 1
        elif tag == "tr":
            self._cells.append(0)
            if self._tables:
                self._tables[-1] = Cell(self._tables[-1].table, self._tables[-1].row + 1, -1)
        elif tag in ("td", "th"):
            self._next_column(_number(attributes.get("colspan"), 1))
        elif tag == "pre":
            self._verbatim += 1

    def _item(self, attributes: Mapping[str, str | None]) -> None:
        number = self._lists[-1] if self._lists else None
        if number is None:
            self._marker = "- "
            return
        number = _number(attributes.get("value"), number)
        self._marker = f"{number}. "
        self._lists[-1] = number + 1

    def _cell(self) -> None:
        """Cells of one row stand on one line, parted by a tab, as long as their words do."""
        if not self._cells:
            return
        if self._cells[-1] and self._line:
            self._gap = 0
            self._write("\t", _NOTHING_DECLARED, None)
            self._at_cell_start = True
        self._cells[-1] += 1

    def _next_column(self, span: int) -> None:
        if self._tables:
            cell = self._tables[-1]
            cell = Cell(cell.table, max(0, cell.row), cell.column + 1)
            self._tables[-1] = cell._replace(column=cell.column + span - 1)
            self._open[-1] = self._open[-1]._replace(cell=cell)

    def _block(self, gap: int) -> None:
        if not self._at_cell_start:
            self._gap = max(self._gap, gap)

    def _break(self) -> None:
        self._settle()
        self._at_cell_start = False
        self._lines.append(self._taken())

    def _put(self, words: str) -> None:
        self._settle()
        self._at_cell_start = False
        if not self._line:
            self._write(self._opening(), _NOTHING_DECLARED, None)
        self._write(words, self._open[-1].style, self._open[-1].cell)

    def _write(self, words: str, style: css.Style, cell: Cell | None) -> None:
        start, self._length = self._length, self._length + len(words)
        self._line.append(words)
        if words and self._kept < _MOST_RUNS:
            self._kept += 1
            self._runs.append(_Run(start, self._length, style, cell))

    def _settle(self) -> None:
        """Make the line breaks that were asked for."""
        if self._gap:
            self._end_line()
            if self._gap == 2 and self._lines and self._lines[-1].text.strip(" >"):
                self._lines.append(_Line("", ()))
            self._gap = 0

    def _end_line(self) -> None:
        if self._line:
            self._lines.append(self._taken())

    def _taken(self) -> _Line:
        """The line as it is, and begin a new one."""
        line = _Line("".join(self._line) or "> " * min(self._quotes, _DEEPEST), tuple(self._runs))
        self._line, self._runs, self._length = [], [], 0
        return line

    def _opening(self) -> str:
        indent = "  " * min(max(0, len(self._lists) - 1), _DEEPEST) if self._marker else ""
        opening = "> " * min(self._quotes, _DEEPEST) + indent + self._marker
        self._marker = ""
        return opening


def _looks(lines: list[_Line]) -> Looks:
    styles = {run.style for line in lines for run in line.runs}
    usual, tables = _usual_colour(lines), _tables_with_columns(lines)
    shown = {style: _look(style, usual) for style in styles}
    if not tables and all(look == _PLAIN for look in shown.values()):
        return {}
    found = ((number, tuple(_looks_of(line, shown, tables))) for number, line in enumerate(lines) if line.runs)
    return {number: looks for number, looks in found if looks}


def _looks_of(line: _Line, shown: Mapping[css.Style, Look], tables: frozenset[int]) -> Iterator[Look]:
    """The runs of a line that look like something; they touch, so neighbours of one look become one."""
    runs = [(shown[run.style], run.cell if run.cell and run.cell.table in tables else None, run) for run in line.runs]
    for (look, cell), group in groupby(runs, lambda run: run[:2]):
        touching = list(group)
        start, end = touching[0][2].start, min(touching[-1][2].end, len(line.text))
        if start < end and (cell or look is not _PLAIN):
            yield Look(start, end, look.colour, look.highlight, look.bold, look.italic, look.struck, cell)


def _look(style: css.Style, usual: str) -> Look:
    """What words of a style look like, wherever they stand."""
    colour = "" if css.is_dark(style.colour) else style.colour
    colour = "" if colour == usual else colour or "#000000"
    look = Look(0, 0, colour, style.highlight, style.bold, style.italic, style.struck)
    return _PLAIN if look == _PLAIN else look


def _usual_colour(lines: list[_Line]) -> str:
    """The colour that says nothing: black ('', as far as some of the mail is black), else that of the first words."""
    letters: dict[str, int] = {}
    for run in (run for line in lines for run in line.runs):
        colour = "" if css.is_dark(run.style.colour) else run.style.colour
        letters[colour] = letters.get(colour, 0) + run.end - run.start
    return "" if letters.get("", 0) >= _FEW_DARK * sum(letters.values()) else next(colour for colour in letters if colour)


def _tables_with_columns(lines: list[_Line]) -> frozenset[int]:
    return frozenset(run.cell.table for line in lines for run in line.runs if run.cell and run.cell.column > 0)


def _is_tight(attributes: Mapping[str, str | None]) -> bool:
    """A paragraph without space around it: Outlook makes one of every line, and an empty one of every empty line."""
    return (attributes.get("class") or "").startswith("Mso") or bool(_NO_MARGIN.search(attributes.get("style") or ""))


def _number(value: str | None, otherwise: int) -> int:
    return int(value) if value and value.isascii() and value.isdigit() and len(value) < 6 else otherwise
