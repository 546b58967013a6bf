"""Look: how words of a line stood out on the sender's screen, kept beside the text because the words alone do not tell it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from mailbot.core import css


class Cell(NamedTuple):
    """Where in the mail's tables: each from 0. A cell that spans columns counts as all of them; row spans are not counted.

    Only tables with words in two columns or more have cells: the others are frames that clients lay a whole mail into.
    """

    table: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Look:
    """What a run of characters of one line looks like.

    start, end: of the run, in characters of the line, end exclusive.
    colour: `#rrggbb`, '' for the usual one of the text. highlight: colour behind the words, '' for none.
    struck: the sender crossed it out, so it is not said. cell: the cell of a table it stands in, None outside.
    """

    start: int
    end: int
    colour: str = ""
    highlight: str = ""
    bold: bool = False
    italic: bool = False
    struck: bool = False
    cell: Cell | None = None


_PLAIN_INK: tuple[object, ...] = ("", "", False)
_FEWEST_TURNS = 2  # lines that go on in bold, from which on it is no accident

Looks = Mapping[int, tuple[Look, ...]]
"""By the number of the line from 0: the runs that look like something, in their order and without overlap."""


def said(line: str, looks: Iterable[Look]) -> str:
    """The line without what is struck through; its blanks around it become one."""
    kept, at = "", 0
    for look in looks:
        if look.struck:
            kept = _joined(kept, line[at : look.start])
            at = look.end
    return _joined(kept, line[at:]) if at else line


def _joined(before: str, after: str) -> str:
    return before + (after.lstrip(" ") if not before or before.endswith((" ", "\t")) else after)


def is_struck(line: str, looks: Iterable[Look]) -> bool:
    """Whether the line has words and all of them are struck through."""
    rest = said(line, looks)
    return rest != line and not any(c.isalnum() for c in rest)


def turn(line: str, looks: Iterable[Look]) -> int:
    """The character at which a line changes its look for good: `Experience **Ten years.**`; 0 where it does not, or twice."""
    before: tuple[object, ...] | None = None
    turned = 0
    for start, end, ink in _inks(line, looks):
        if any(c.isalpha() for c in line[start:end]) and ink != before:
            if turned:
                return 0
            turned = start if before is not None else 0
            before = ink
    return turned


def _inks(line: str, looks: Iterable[Look]) -> Iterator[tuple[int, int, tuple[object, ...]]]:
    """The line in pieces, from and to, with what ink each is written; what is struck through is none of it."""
    at = 0
    for look in looks:
        yield at, look.start, _PLAIN_INK
        if not look.struck:
            yield look.start, look.end, (look.colour, look.highlight, look.bold)
        at = look.end
    yield at, len(line), _PLAIN_INK


def tells_more(text: str, looks: Looks) -> bool:
    """Whether the looks of a text say what a plain one cannot: a colour, a highlight, something struck through, a table.

    Bold and italic alone do not: headings and names of any mail are bold. Neither does grey, the colour of small print.
    But lines that begin as usual and end in bold are answered questions.
    """
    return _go_on_in_bold(text, looks) or any(
        not css.is_grey(look.colour) or not css.is_grey(look.highlight) or look.struck or look.cell
        for line in looks.values()
        for look in line
    )


def _go_on_in_bold(text: str, looks: Looks) -> bool:
    ending = [number for number, line in looks.items() if line and line[-1].bold and line[-1].start]
    if len(ending) < _FEWEST_TURNS:
        return False
    lines = text.split("\n")
    turns = ((lines[number], looks[number]) for number in ending)
    return sum(line[looks[-1].end :].strip() == "" and turn(line, looks) > 0 for line, looks in turns) >= _FEWEST_TURNS
