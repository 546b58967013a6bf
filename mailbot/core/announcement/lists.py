"""The lists of an announcement, each with the words that lead to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from mailbot.core.announcement.html_page import FIELD
from mailbot.core.announcement.page import Block, Kind
from mailbot.core.announcement.sentences import sentences

ROW = "row"
"""Label of an entry that stands in a table."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One that may be a question: an item, a row, a clause. line: where it begins. leads: it has items of its own."""

    text: str
    line: int
    label: str = ""
    level: int = 1
    leads: bool = False


@dataclass(frozen=True, slots=True)
class Listed:
    """A list or a table. first, behind: places of its blocks in the page's. lead: what stands right above, '' for nothing.
    before: the rest of that paragraph and the one above it. heading: what it stands under."""

    first: int
    behind: int
    entries: tuple[Entry, ...]
    lead: str
    before: str
    heading: str


def lists_of(blocks: Sequence[Block]) -> list[Listed]:
    """All lists and tables among the blocks, in order."""
    found: list[Listed] = []
    place = 0
    for group, members in groupby(blocks, lambda block: (block.group, block.kind)):
        many = list(members)
        if group[0]:
            entries = _entries(many) if group[1] is Kind.item else _rows(many)
            found.append(Listed(place, place + len(many), entries, *_above(blocks, place)))
        place += len(many)
    return found


def _entries(items: Sequence[Block]) -> tuple[Entry, ...]:
    numbered = items[0].label[-1:] in ".)" and bool(items[0].label)
    levels = [item.level + (numbered and not item.label[-1:].isalnum() and len(item.label) == 1) for item in items]
    return tuple(
        Entry(item.text, item.number, item.label, level, following > level)
        for item, level, following in zip(items, levels, [*levels[1:], 0], strict=True)
    )


def _rows(rows: Sequence[Block]) -> tuple[Entry, ...]:
    """Of each row the cell in the column that says most, or asks most; a row with nothing else in it is a field to fill in."""
    cells = [[cell.strip() for cell in row.text.split("\t")] for row in rows]
    columns = range(max(map(len, cells)))
    weights = [sum(len(row[c]) + 200 * ("?" in row[c]) for row in cells if c < len(row)) for c in columns]
    best = weights.index(max(weights))
    return tuple(
        Entry(row[best], block.number, ROW if sum(map(bool, row)) > 1 else FIELD)
        for row, block in zip(cells, rows, strict=True)
        if best < len(row) and row[best]
    )


def _above(blocks: Sequence[Block], place: int) -> tuple[str, str, str]:
    """lead, before and heading of what begins at a place."""
    heading = next((b.text for b in reversed(blocks[max(0, place - 12) : place]) if b.kind is Kind.heading), "")
    if not place or blocks[place - 1].kind not in (Kind.paragraph, Kind.heading):
        return "", "", heading
    said = sentences(blocks[place - 1].text)
    lead = said[-1].text if said else ""
    rest = " ".join(sentence.text for sentence in said[:-1])
    above = blocks[place - 2] if place > 1 else None
    if above and above.kind is Kind.paragraph and (blocks[place - 1].kind is Kind.paragraph or above.text.endswith(":")):
        rest = f"{above.text} {rest}"
    return lead, rest, heading
