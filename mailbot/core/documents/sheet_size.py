"""How much a spreadsheet will say, counted before its reader is let at it: words that are kept once may stand in every cell,
and between two cells in far corners there are a billion empty ones."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import NamedTuple
from zipfile import ZipFile

from lxml import etree

from mailbot.core.documents import archives
from mailbot.core.documents.document import NotRead, State
from mailbot.core.mime import MAX_TEXT

MAX_CELLS = 25_000
_ELEMENTS = 6  # of a cell, with what is in it
_PLACE = re.compile(r"([A-Za-z]{1,3})([0-9]{1,7})")


class _Cell(NamedTuple):
    """row, column: from 1. length: of its words, in characters, as often as they are said."""

    row: int
    column: int
    length: int


@dataclass(frozen=True, slots=True)
class Bounds:
    """cells: between the first and the last of a sheet that have something in them. text: characters. xml: octets of a part."""

    cells: int = MAX_CELLS
    text: int = MAX_TEXT
    xml: int = archives.MAX_XML


def check(archive: ZipFile, most: Bounds = Bounds()) -> None:
    """Raise NotRead for more than is read. Of sheets in binary form (xlsb) only the octets are counted."""
    parts = []
    for info in archive.infolist():
        if info.file_size > most.xml and info.filename.endswith((".xml", ".bin")):
            raise NotRead(State.too_large, "text-too-long")
        if info.filename.endswith(".xml"):
            parts.append(archives.member(archive, info.filename, most.xml))
    archives.check_xml(*parts, most=_ELEMENTS * most.cells)
    try:
        shared = [length for part in parts for length in _shared(part)]
        for part in parts:
            _check_cells(_cells(part, shared), most)
    except (etree.XMLSyntaxError, ValueError, IndexError) as error:
        raise NotRead(State.broken, "xml-broken") from error


def _check_cells(cells: Iterator[_Cell], most: Bounds) -> None:
    said = 0
    first = last = next(cells, _Cell(1, 1, 0))
    for cell in (first, *cells):
        said += cell.length
        first, last = _Cell(*map(min, first, cell)), _Cell(*map(max, last, cell))
    if said > most.text or (last.row - first.row + 1) * (last.column - first.column + 1) > most.cells:
        raise NotRead(State.too_large, "text-too-long")


def _shared(part: bytes) -> Iterator[int]:
    """The lengths of the words that cells refer to by their number."""
    for event, item in _elements(part, "si"):
        if event == "end":
            yield _length(item)


def _cells(part: bytes, shared: Sequence[int]) -> Iterator[_Cell]:
    """Those with something in it."""
    row = column = 0
    for event, element in _elements(part, "row", "c", "table-row", "table-cell"):
        name = etree.QName(element).localname
        if name == "row" and event == "start":
            row, column = int(element.get("r") or row + 1), 0
        elif name == "c" and event == "end":
            row, column = _place(element.get("r"), row, column + 1)
            length = shared[int(element.findtext("{*}v", "0"))] if element.get("t") == "s" else _length(element)
            if length:
                yield _Cell(row, column, length)
        elif name == "table-cell" and event == "end":
            yield _Cell(1, 1, _length(element) * _times(element, "columns") * _times(element.getparent(), "rows"))


def _length(element: etree._Element) -> int:
    return sum(map(len, element.itertext()))


def formulas(part: bytes) -> frozenset[tuple[int, int]]:
    """Row and column, from 1, of the cells of an xlsx that hold a formula. part: of a sheet that was checked."""
    found, row, column = set(), 0, 0
    for event, element in _elements(part, "row", "c"):
        if etree.QName(element).localname == "row":
            if event == "start":
                row, column = int(element.get("r") or row + 1), 0
        elif event == "end":
            row, column = _place(element.get("r"), row, column + 1)
            if element.find("{*}f") is not None:
                found.add((row, column))
    return frozenset(found)


def _place(reference: str | None, row: int, column: int) -> tuple[int, int]:
    """The row and column of `B12`; without a reference, those that come next."""
    if reference is None:
        return row, column
    found = _PLACE.fullmatch(reference)
    if found is None:
        raise ValueError(reference)
    column = 0
    for letter in found[1].upper():
        column = 26 * column + ord(letter) - ord("A") + 1
    return int(found[2]), column


def _times(element: etree._Element | None, what: str) -> int:
    """How often OpenDocument says that it is repeated."""
    attributes = element.items() if element is not None else ()
    return next((int(value) for name, value in attributes if str(name).endswith(f"number-{what}-repeated")), 1)


def _elements(part: bytes, *names: str) -> Iterator[tuple[str, etree._Element]]:
    """Elements of these names, whatever their namespace; at `end` what is in them stands in the tree."""
    tags = [f"{{*}}{name}" for name in names]
    for event, element in etree.iterparse(
        BytesIO(part), events=("start", "end"), tag=tags, resolve_entities=False, no_network=True
    ):
        yield event, element
        if event == "end":
            element.clear(keep_tail=False)
