"""Plain text to the lines of a page: headings, lists and wrapped paragraphs, by how they are laid out."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from mailbot.core.announcement.marks import Mark, mark
from mailbot.core.announcement.page import Kind, PageLine
from mailbot.core.announcement.sentences import sentences

_LONGEST_HEADING = 150
MOST_LINES = 3000
_LONGEST_LINE = 20_000  # characters; what stands behind them is no announcement
_WIDEST, _NARROWEST = 120, 45  # columns at which people and programs break lines
_FULL = 0.75  # of the width: in a proportional font no two full lines have as many letters
_UNDERLINE = re.compile(r"\s*([=\-~_#*])\1{3,}\s*\Z")
_RULE = re.compile(r"\s*[\W_]{3,}\s*\Z")
_HASHES = re.compile(r"\s{0,3}(#{1,6})\s+(.*?)\s*#*\Z")
_ROW = re.compile(r"\s*\|.*\|\s*\Z")
_ROW_RULE = re.compile(r"[\s|:+=-]+\Z")
_PAGE_NUMBER = re.compile(
    r"\s*[-–—]?\s*(?:(?:page|seite|pagina|página|strona|sida|side|strana|stránka|p\.|s\.)\s*)?\d{1,3}"
    r"(?:\s*(?:/|of|von|van|sur|de|di|z|av|af)\s*\d{1,3})?\s*[-–—]?\s*\Z",
    re.IGNORECASE,
)
_END = tuple(".;,:!…")
_ENDS = (".", "?", "!", ":", ")", "…", ";")
_BOXED = re.compile(r"\A\s*([*#]{1,3})\s+(\S.{0,200}?)\s+\1\s*\Z")  # a line within a frame of signs
_EMPHASIS = re.compile(r"(\*\*|__)(.{1,300}?)\1")


@dataclass(frozen=True, slots=True)
class _Line:
    """number: 1-based. indent: columns before the first character. bare: without indent. blank: an empty line stands above.
    above: so it does, or a line that ends a sentence."""

    number: int
    indent: int
    bare: str
    blank: bool
    above: bool
    mark: Mark | None

    @property
    def words(self) -> str:
        return self.bare[self.mark.length :] if self.mark else self.bare


def lines_of(text: str, *, paged: bool = False, large: AbstractSet[str] = frozenset()) -> list[PageLine]:
    """The lines of a text that are not empty, each with its kind, level and block. paged: from a PDF, where the same words may
    stand on top or at the foot of each page; they are left out, and so are page numbers. large: lines in a larger font."""
    lines = list(_split(text, paged=paged))
    width = _width(lines)
    found: list[PageLine] = []
    lists = _Lists()
    for index, line in enumerate(lines):
        before = lines[index - 1] if index else None
        after = lines[index + 1] if index + 1 < len(lines) else None
        if _is_underline(line, before) and found:
            found[-1] = _as_heading(found[-1])
        elif found and before is not None and line.bare in large and before.bare in large and not line.blank:
            found.append(replace(found[-1], number=line.number, text=line.bare))
        elif found and before is not None and line.bare not in large and _goes_on(before, line, found[-1], width):
            found.append(replace(found[-1], number=line.number, text=line.bare, label=""))
        elif not _RULE.match(line.bare) or line.mark:
            block = found[-1].block + 1 if found else 1
            begun = _begun(line, after, block, lists)
            found.append(replace(begun, kind=Kind.heading, level=1, text=line.bare) if line.bare in large else begun)
    return _with_numbered_headings(found, {line.number: line.indent for line in lines})


def _split(text: str, *, paged: bool) -> Iterator[_Line]:
    raw = text.split("\n")
    furniture = _furniture(raw) if paged else frozenset()
    blank, last = True, ""
    for number, written in enumerate(raw[:MOST_LINES], 1):
        line = _BOXED.sub(r"\2", _EMPHASIS.sub(r"\2", written[:_LONGEST_LINE]))
        bare = line.strip()
        if not bare:
            blank = True
        elif (_PAGE_NUMBER.match(bare) and (paged or not bare.isdecimal())) or _shape(bare) in furniture:
            blank = blank and last.endswith((".", "?", "!", ":"))  # what it parted may be one sentence
        else:
            indent = len(line[: len(line) - len(line.lstrip())].expandtabs(8))
            if blank and paged and last and not last.endswith((".", "?", "!", ":")) and bare[:1].islower() and not mark(bare):
                blank = False
            yield _Line(number, indent, bare, blank, blank or last.endswith(_ENDS), None if _ROW.match(bare) else mark(bare))
            blank, last = False, bare


def _shape(line: str) -> str:
    return re.sub(r"\d+", "#", line.strip())


def _furniture(raw: Sequence[str]) -> frozenset[str]:
    """Headers and footers of pages: short lines that come again and again, apart from their numbers."""
    seen = Counter(_shape(line) for line in raw if 3 < len(line.strip()) < _WIDEST and not mark(line.strip()))
    return frozenset(line for line, count in seen.items() if count >= 2 and not line.endswith(("?", ":")))


def _width(lines: Sequence[_Line]) -> int:
    """Columns at which the text was broken, 0 where each paragraph is one line."""
    lengths = [line.indent + len(line.bare) for line in lines if len(line.bare) >= _NARROWEST]
    if not lengths or sum(length > _WIDEST for length in lengths) * 5 > len(lengths):
        return 0
    return max(length for length in lengths if length <= _WIDEST)


def _goes_on(before: _Line, line: _Line, part: PageLine, width: int) -> bool:
    """Whether a line is the rest of the one above."""
    if line.blank or line.mark or part.kind is Kind.cell or _ROW.match(line.bare) or _RULE.match(line.bare):
        return False
    if part.kind is Kind.heading and _HASHES.match(before.bare):
        return False
    if part.kind is Kind.item and line.indent > before.indent + 1 and before.mark:
        return True
    begins = not line.bare[:1].islower() and before.bare.endswith(_ENDS)
    if begins and part.kind is Kind.item and line.indent <= before.indent:
        return False
    room = width - before.indent - len(before.bare) - 1
    is_full = bool(width) and room < len(line.bare.split(" ", 1)[0])
    is_full = is_full or (not begins and bool(width) and len(before.bare) + before.indent >= _FULL * width)
    if is_full and len(before.bare) >= _NARROWEST * _FULL:
        return not _is_labelled(line.bare) or room < 12
    return (
        line.bare[:1].islower()
        and not before.bare.endswith((".", "!", "?", ":", ";"))
        and "@" not in line.bare.split(" ", 1)[0]
    )


_LABELLED = re.compile(r"[^\W\d][\w /&-]{1,28}:\s")


def _is_labelled(line: str) -> bool:
    """`When: …`: a line of its own, wherever the one above ends."""
    return bool(_LABELLED.match(line))


def _is_underline(line: _Line, before: _Line | None) -> bool:
    return bool(before and not line.blank and not before.mark and _UNDERLINE.match(line.bare) and len(before.bare) < _WIDEST)


def _begun(line: _Line, after: _Line | None, block: int, lists: "_Lists") -> PageLine:
    if found := _HASHES.match(line.bare):
        lists.end()
        return PageLine(line.number, found[2], Kind.heading, len(found[1]), block)
    if _ROW.match(line.bare):
        return PageLine(line.number, _cells(line.bare), Kind.cell, 0, block)
    if "\t" in line.words:
        return PageLine(line.number, line.bare, Kind.cell, 0, block)
    if line.mark:
        return PageLine(line.number, line.words, Kind.item, lists.level(line), block, line.mark.text)
    if not lists.holds(line):
        lists.end()
    kind = Kind.heading if _is_heading(line, after) else Kind.paragraph
    return PageLine(line.number, line.bare, kind, 2 if kind is Kind.heading else 0, block)


def _cells(row: str) -> str:
    return "\t".join(cell.strip() for cell in row.strip().strip("|").split("|"))


def _is_heading(line: _Line, after: _Line | None) -> bool:
    """A short line that stands by itself, or on top of what it names, and does not end as a sentence does."""
    if (
        len(line.bare) > _LONGEST_HEADING
        or not line.above
        or line.bare.endswith(_END)
        or "@" in line.bare
        or "://" in line.bare
    ):
        return False
    if len(sentences(line.bare)) > 1:
        return False
    if not line.bare[:1].isalnum() and line.bare[:1] not in "“\"'«¿¡‘„(":
        return False
    return after is None or after.blank or bool(after.mark) or len(line.bare) < _NARROWEST


def _as_heading(line: PageLine) -> PageLine:
    return replace(line, kind=Kind.heading, level=1) if line.kind in (Kind.paragraph, Kind.heading) else line


class _Lists:
    """The lists that are open, from the outermost."""

    def __init__(self) -> None:
        self._open: list[tuple[int, str]] = []

    def level(self, line: _Line) -> int:
        """How deep the item stands, from 1."""
        style = line.mark.style if line.mark else ""
        while self._open and self._open[-1][0] > line.indent:
            self._open.pop()
        known = [number for number, opened in enumerate(self._open) if opened == (line.indent, style)]
        if known:
            del self._open[known[0] + 1 :]
        else:
            self._open.append((line.indent, style))
        return len(self._open)

    def holds(self, line: _Line) -> bool:
        """Whether a paragraph belongs to an item above it: it is indented as its words are."""
        return bool(self._open) and line.indent > self._open[-1][0] + 1

    def end(self) -> None:
        self._open.clear()


def _with_numbered_headings(lines: list[PageLine], indents: Mapping[int, int]) -> list[PageLine]:
    """`3. What to send` between paragraphs is a heading, and so is the `4.` that goes on from it behind a list of its own."""
    firsts = [index for index, line in enumerate(lines) if not index or lines[index - 1].block != line.block]
    last = 0  # number of the last heading that had one
    before: PageLine | None = None
    for place, index in enumerate(firsts):
        line = lines[index]
        after = lines[firsts[place + 1]] if place + 1 < len(firsts) else None
        value = _value(line)
        if line.kind is Kind.item and value and _may_head(line):
            alone = (before is None or before.kind is not Kind.item) and after is not None and after.kind is not Kind.item
            goes_on = before is not None and 0 < last == value - 1
            if before is not None and _value(before) == last:
                goes_on = goes_on and indents[line.number] < indents[before.number]
            opens = last == 0 and value == 1 and after is not None and after.label.startswith(("1.1", "1.a"))
            if alone or goes_on or opens:
                last = value
                for at in range(index, firsts[place + 1] if after else len(lines)):
                    lines[at] = replace(lines[at], kind=Kind.heading, level=2)
        before = line
    return lines


def _value(line: PageLine) -> int:
    found = re.match(r"\(?(\d{1,2})[.)]?\Z", line.label)
    return int(found[1]) if found else 0


def _may_head(line: PageLine) -> bool:
    return len(line.text) <= 80 and not line.text.endswith((".", ";", ",", ":", "?"))
