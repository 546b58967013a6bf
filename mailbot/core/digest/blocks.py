"""Blocks: the pieces of a digest in order, of which text and HTML are made, so that they say the same."""

import textwrap
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from mailbot.core.plain import WIDTH


@dataclass(frozen=True, slots=True)
class Headline:
    sort: ClassVar[str] = "headline"
    text: str


@dataclass(frozen=True, slots=True)
class Heading:
    """foreign: in the language of the call, as are those of the others that say so."""

    sort: ClassVar[str] = "heading"
    text: str
    foreign: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """muted: said by the way."""

    sort: ClassVar[str] = "paragraph"
    text: str
    muted: bool = False
    foreign: bool = False


@dataclass(frozen=True, slots=True)
class Figures:
    """Numbers that are seen first, each with what it counts."""

    sort: ClassVar[str] = "figures"
    items: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """A list of short statements: what it is about, with its colon, and what is said of it."""

    sort: ClassVar[str] = "facts"
    items: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """note: what is said of it in smaller letters; marked: not to be overlooked."""

    text: str
    note: str = ""
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """number: its values stand to the right. short: never broken."""

    head: str
    number: bool = False
    short: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """caption: what it counts, for those who hear it. dense: many narrow columns; small: with long numbers in them.
    foreign: so is its first column."""

    sort: ClassVar[str] = "table"
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    dense: bool = False
    small: bool = False
    foreign: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart: its numbers stand in the table behind it, so that it is left out of the text. svg: as text. alt: in one line."""

    sort: ClassVar[str] = "picture"
    cid: str
    name: str
    svg: str
    alt: str


@dataclass(frozen=True, slots=True)
class Copy:
    """What is to be written as it stands, line by line."""

    sort: ClassVar[str] = "copy"
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Link:
    sort: ClassVar[str] = "link"
    text: str
    url: str


Block = Headline | Heading | Paragraph | Figures | Facts | Table | Picture | Copy | Link


def to_text(blocks: Sequence[Block]) -> str:
    """The text part: at most 72 columns where words allow it, tables with their columns in line."""
    said = (_TEXT[block.sort](block) for block in blocks if not isinstance(block, Picture))
    return "\n\n".join(said) + "\n"


def _wrap(text: str, first: str = "", others: str = "") -> str:
    return "\n".join(_wrapped(text, WIDTH, first, others))


def _wrapped(text: str, width: int, first: str = "", others: str = "") -> list[str]:
    return textwrap.wrap(text, max(10, width), initial_indent=first, subsequent_indent=others, break_on_hyphens=False) or [
        first
    ]


def _figures(block: Figures) -> str:
    wide = max(len(number) for number, _ in block.items)
    return "\n".join(_wrap(label, f"  {number:>{wide}}  ", " " * (wide + 4)) for number, label in block.items)


def _table(block: Table) -> str:
    """Each column as wide as its widest cell; where that is too much, the widest column that may be broken is."""
    lines = [[column.head for column in block.columns], *([_plainly(cell) for cell in row] for row in block.rows)]
    wide = [max(map(columns_of, column)) for column in zip(*lines, strict=True)]
    gap = 1 if block.dense else 2
    over = sum(wide) + gap * (len(wide) - 1) - WIDTH
    loose = [n for n, column in enumerate(block.columns) if not (column.number or column.short)]
    if over > 0 and loose:
        widest = max(loose, key=lambda n: wide[n])
        wide[widest] = max(16, wide[widest] - over)
    head, *rows = ["\n".join(_lines(line, wide, block.columns, " " * gap)) for line in lines]
    return "\n".join([head, "-" * min(WIDTH, sum(wide) + gap * (len(wide) - 1)), *rows])


def _lines(cells: Sequence[str], wide: Sequence[int], columns: Sequence[Column], gap: str) -> list[str]:
    """One row, over as many lines as its longest cell needs."""
    broken = [_wrapped(cell, width) if len(cell) > width else [cell] for cell, width in zip(cells, wide, strict=True)]
    high = max(map(len, broken))
    padded = [lines + [""] * (high - len(lines)) for lines in broken]
    return [
        gap.join(_put(words, width, column) for words, width, column in zip(row, wide, columns, strict=True)).rstrip()
        for row in zip(*padded, strict=True)
    ]


def _put(words: str, width: int, column: Column) -> str:
    blanks = " " * max(0, width - columns_of(words))
    return blanks + words if column.number else words + blanks


def _plainly(cell: Cell) -> str:
    return f"{cell.text} ({cell.note})" if cell.text and cell.note else cell.text or cell.note


def columns_of(words: str) -> int:
    """How many columns of a terminal they take: East Asian letters two, marks upon letters none."""
    if words.isascii():
        return len(words)
    marks = ("Mn", "Me", "Cf")
    return sum(0 if unicodedata.category(c) in marks else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in words)


_TEXT: dict[str, Callable[..., str]] = {
    Headline.sort: lambda block: _wrap(block.text),
    Heading.sort: lambda block: f"{block.text}\n{'-' * min(WIDTH, columns_of(block.text))}",
    Paragraph.sort: lambda block: _wrap(block.text),
    Figures.sort: _figures,
    Facts.sort: lambda block: "\n".join(_wrap(f"{about} {said}", "- ", "  ") for about, said in block.items),
    Table.sort: _table,
    Copy.sort: lambda block: "\n".join(f"    {line}" for line in block.lines),
    Link.sort: lambda block: f"{_wrap(block.text)}\n{block.url}",
}
