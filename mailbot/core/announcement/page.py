"""Page: an announcement as lines that know what they are, and as blocks, the units in which a person reads it."""

import bisect
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from itertools import groupby

_BROKEN_WORD = re.compile(r"[^\W\d_]-\Z")
_SOFT_HYPHEN = "\u00ad"


class Kind(StrEnum):
    """What a line is. item: of a list. cell: of a table. chrome: of the site around the text, menus and such."""

    heading = "heading"
    item = "item"
    paragraph = "paragraph"
    cell = "cell"
    chrome = "chrome"


@dataclass(frozen=True, slots=True)
class Link:
    """shown: the words that are a link. target: where to, `mailto:` included."""

    shown: str
    target: str


@dataclass(frozen=True, slots=True)
class PageLine:
    """One line. number: 1-based, in the text of the announcement as shown to a person. text: without bullet, number and indent.

    label: that bullet or number, as printed. level: of a heading 1 to 6, of an item how deep its list stands, from 1, else 0.
    block: number of the heading, paragraph, item or row that it belongs to. foreign: said in a second language of the page.
    """

    number: int
    text: str
    kind: Kind = Kind.paragraph
    level: int = 0
    block: int = 0
    label: str = ""
    links: tuple[Link, ...] = ()
    foreign: bool = False


@dataclass(frozen=True)
class Block:
    """A heading, a paragraph, an item of a list or a row of a table, its lines joined. cells are parted by tabs.

    group: number of the list or table it belongs to, 0 for none; blocks of one list stand one after the other.
    """

    lines: tuple[PageLine, ...]
    group: int = 0

    @cached_property
    def text(self) -> str:
        """On one line: broken words are whole again, blanks collapsed, tabs kept."""
        return "".join(self._pieces[0])

    @property
    def kind(self) -> Kind:
        return self.lines[0].kind

    @property
    def level(self) -> int:
        return self.lines[0].level

    @property
    def label(self) -> str:
        return self.lines[0].label

    @property
    def number(self) -> int:
        """Of its first line."""
        return self.lines[0].number

    @property
    def foreign(self) -> bool:
        return self.lines[0].foreign

    @property
    def links(self) -> tuple[Link, ...]:
        return tuple(link for line in self.lines for link in line.links)

    def line_at(self, offset: int) -> int:
        """Number of the line in which a character of `text` stands."""
        return self.lines[max(0, bisect.bisect_right(self._pieces[1], offset) - 1)].number

    @cached_property
    def _pieces(self) -> tuple[list[str], list[int]]:
        """What each line adds to the text, and where it begins."""
        pieces: list[str] = []
        begins: list[int] = []
        length, before = 0, ""
        for line in self.lines:
            words = "\t".join(" ".join(cell.split()) for cell in line.text.split("\t"))
            gap = " " if before and not before.endswith(_SOFT_HYPHEN) and not _is_compound(before, words) else ""
            if _is_broken(before, words):
                pieces[-1], length, gap = pieces[-1][:-1], length - 1, ""
            begins.append(length)
            pieces.append(gap + words.replace(_SOFT_HYPHEN, ""))
            length += len(pieces[-1])
            before = words
        return pieces, begins


@dataclass(frozen=True)
class Page:
    """lines: all that are not empty, in order. language: of the text itself, two small letters; of two languages the first.
    subject: of the mail it came in, '' otherwise; sent: the day that mail claims, None otherwise. form: where a form on the
    page itself is sent, '' if there is none. groups: see `grouped`. second: the language of the lines that are foreign, ''
    if there are none. is_cut: there was more than is looked at."""

    lines: tuple[PageLine, ...]
    language: str
    subject: str = ""
    form: str = ""
    groups: dict[int, int] = field(default_factory=dict)
    second: str = ""
    sent: date | None = None
    is_cut: bool = False

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """All of them, those of the site around the text too."""
        return tuple(self._joined())

    @cached_property
    def own_blocks(self) -> tuple[Block, ...]:
        """Those of the text itself."""
        return tuple(block for block in self.blocks if block.kind is not Kind.chrome)

    def _joined(self) -> Iterator[Block]:
        for number, lines in groupby(self.lines, lambda line: line.block):
            yield Block(tuple(lines), self.groups.get(number, 0))


def grouped(lines: Iterable[PageLine]) -> dict[int, int]:
    """The list or table of each block: items and rows that stand one after the other are of one."""
    groups: dict[int, int] = {}
    group, before = 0, Kind.paragraph
    for line in lines:
        if line.kind in (Kind.item, Kind.cell):
            group += line.kind is not before
            groups[line.block] = group
        before = line.kind
    return groups


def _is_compound(before: str, after: str) -> bool:
    """`Tandem-` and `Werkstatt`: the hyphen stays."""
    return bool(_BROKEN_WORD.search(before)) and after[:1].isupper()


def _is_broken(before: str, after: str) -> bool:
    """Whether a word was broken at the end of the line: `reha-` and `bilitation`, not `long-` and `Term` or `and`."""
    return bool(_BROKEN_WORD.search(before)) and after[:1].islower() and after.split(" ", 1)[0] not in _JOINING


_JOINING = frozenset(
    {"a", "and", "e", "eller", "en", "et", "i", "lub", "nebo", "o", "och", "oder", "of", "or", "ou", "und", "y"}
)
