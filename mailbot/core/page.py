"""A page that is written from top to bottom: words, tags and the line breaks they mean, to plain lines."""

import re
from collections.abc import Mapping

_RULE = "_" * 32  # as Outlook writes a horizontal rule into its plain text, where people and programs look for it
_DEEPEST = 10  # levels shown; 280 kB of nested quotes must not become 400 MB of `> `
_BLANKS = re.compile(r"[ \t\n\r\f]+")
_BLANK_LINES = re.compile(r"\n{4,}")

_SPACED = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "p", "pre"})
_BLOCKS = _SPACED | {
    *("address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "div", "dl", "dt"),
    *("fieldset", "figcaption", "figure", "footer", "form", "header", "legend", "li", "main", "nav", "ol", "section"),
    *("summary", "table", "tbody", "tfoot", "thead", "tr", "ul"),
}
_NO_MARGIN = re.compile(r"margin(?:-top|-bottom)?\s*:\s*0")


class Page:
    """Tell it what begins, what ends and which words stand between; `text()` gives the lines."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._line: list[str] = []
        self._gap = 0  # 1: the next words begin a line, 2: after an empty line
        self._quotes = 0
        self._lists: list[int | None] = []  # the next number, None for bullets
        self._marker = ""
        self._cells: list[int] = []  # cells begun in each open row
        self._at_cell_start = False
        self._verbatim = 0

    def start(self, tag: str, attributes: Mapping[str, str | None]) -> None:
        """A tag begins. tag: lower case."""
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
        if tag == "blockquote":
            self._quotes = max(0, self._quotes - 1)
        elif tag in ("ol", "ul") and self._lists:
            self._lists.pop()
        elif tag == "tr" and self._cells:
            self._cells.pop()
        elif tag == "pre":
            self._verbatim = max(0, self._verbatim - 1)
        if tag in ("td", "th"):
            self._gap = 0
            self._at_cell_start = False
        elif tag in _BLOCKS:
            self._block(1)

    def words(self, words: str) -> None:
        """Text between tags; blanks collapse as a browser does it, a no-break space counts as a letter."""
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

    def text(self) -> str:
        """Everything so far, no-break spaces as blanks, never more than two empty lines in a row."""
        self._end_line()
        lines = (line.replace("\xa0", " ").rstrip() for line in self._lines)
        return _BLANK_LINES.sub("\n\n\n", "\n".join(lines)).strip("\n")

    def _enter(self, tag: str, attributes: Mapping[str, str | None]) -> None:
        if tag == "blockquote":
            self._quotes += 1
        elif tag == "ol":
            self._lists.append(_number(attributes.get("start"), 1))
        elif tag == "ul":
            self._lists.append(None)
        elif tag == "li":
            self._item(attributes)
        elif tag == "tr":
            self._cells.append(0)
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
            self._line.append("\t")
            self._at_cell_start = True
        self._cells[-1] += 1

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
            self._line.append(self._opening())
        self._line.append(words)

    def _settle(self) -> None:
        """Make the line breaks that were asked for."""
        if self._gap:
            self._end_line()
            if self._gap == 2 and self._lines and self._lines[-1].strip(" >"):
                self._lines.append("")
            self._gap = 0

    def _end_line(self) -> None:
        if self._line:
            self._lines.append(self._taken())

    def _taken(self) -> str:
        """The line as it is, and begin a new one."""
        line = "".join(self._line) or "> " * min(self._quotes, _DEEPEST)
        self._line = []
        return line

    def _opening(self) -> str:
        indent = "  " * min(max(0, len(self._lists) - 1), _DEEPEST) if self._marker else ""
        opening = "> " * min(self._quotes, _DEEPEST) + indent + self._marker
        self._marker = ""
        return opening


def _is_tight(attributes: Mapping[str, str | None]) -> bool:
    """A paragraph without space around it: Outlook makes one of every line, and an empty one of every empty line."""
    return (attributes.get("class") or "").startswith("Mso") or bool(_NO_MARGIN.search(attributes.get("style") or ""))


def _number(value: str | None, otherwise: int) -> int:
    return int(value) if value and value.isascii() and value.isdigit() and len(value) < 6 else otherwise
