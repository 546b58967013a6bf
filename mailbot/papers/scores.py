"""Scores: a sheet in which a reviewer reads and scores, and what stands in it when it comes back.

What comes back has been in other people's programs: every mistake in it is named at once, and nothing of it is taken while
there is one.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from difflib import get_close_matches
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

from lxml import etree

from mailbot.core import clean
from mailbot.core.call import Call
from mailbot.core.choosing import Criterion
from mailbot.core.decisions import Score
from mailbot.core.documents import archives, sheet_size
from mailbot.core.documents.document import NotRead, State
from mailbot.core.entries import Entry
from mailbot.core.phrases.columns import words
from mailbot.core.rows import Column, Kind
from mailbot.errors import Problem, Problems
from mailbot.papers import book
from mailbot.papers.sheet import width

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_BOUNDS = sheet_size.Bounds(cells=60_000, text=40_000_000, xml=50 * 1024 * 1024)
_LONGEST_COMMENT = 10_000  # characters
_MOST_TOLD = 200  # mistakes
_NUMBER, _REFERENCE, _COMMENT, _CRITERION = "number", "reference", "comment", "criterion_"
_WIDTHS = {_NUMBER: 6, _REFERENCE: 17, _COMMENT: 50, "name": 24, "address": 30}


def written(call: Call, entries: Sequence[Entry], given: Mapping[str, Score]) -> bytes:
    """The sheet of one reviewer, an entry a row in this order: number, answers, a column a criterion, comment, reference.

    Without names, addresses and what answers no question where the call is blind; without the answers it hides. given: what
    this reviewer said before, by reference.
    """
    its, columns = words(call.language), list(_columns(call))
    rows: Iterator[book.Line] = ((_row(entry, given.get(entry.reference), columns), {}) for entry in entries)
    numbers = {column.key: int(column.key[1:]) for column in columns if column.kind is Kind.long and column.key[0] == "q"}
    widths = [
        width([len(entry.answers.get(numbers[column.key], "")) for entry in entries])
        if column.key in numbers
        else _WIDTHS.get(column.key, 18)
        for column in columns
    ]

    def scales(page: "Worksheet", first: int, last: int) -> None:
        for place, column in enumerate(columns):
            if column.key.startswith(_CRITERION):
                page.data_validation(first, place, last, place, _scale(_criterion(call, column.key)))

    frozen = 1 if call.selection.blind else 2
    sheet = book.Sheet(its.reading, columns, widths, rows, len(entries), frozen, its.cut, scales)
    out = BytesIO()
    book.write(out, call.title, sheet)
    return out.getvalue()


def read(content: bytes, file: str, call: Call, numbers: Mapping[str, int], reviewer: str, at: datetime) -> tuple[Score, ...]:
    """The scores in a sheet that comes back, in the order of its rows; rows in which nothing was written are left out.

    file: its name, for the complaints. numbers: reference to number, of every entry of the call. at: aware, UTC. Raises
    Problems with every mistake, by row and column.
    """
    try:
        rows, formulas = _opened(content)
    except NotRead as error:
        raise Problems([Problem(file, None, *_unread(error))]) from error
    its = _Reading(file, call, numbers, rows, formulas)
    found = its.scores(reviewer, at)
    if its.problems:
        many = len(its.problems) - _MOST_TOLD
        more = [Problem(file, None, f"and {many} more", "mend these first")] if many > 0 else []
        raise Problems([*its.problems[:_MOST_TOLD], *more])
    return found


# writing


def _columns(call: Call) -> Iterator[Column]:
    its, policy = words(call.language), call.selection
    yield Column(_NUMBER, its.number, Kind.number)
    if not policy.blind:
        yield Column("name", its.name, Kind.short)
        yield Column("address", its.address, Kind.short)
    for number, question in enumerate(call.questions, 1):
        if question.id not in policy.hidden:
            yield Column(f"q{number}", f"{number}. {clean.line(question.text)}", Kind.long)
    if not policy.blind:
        yield Column("unplaced", its.rest, Kind.long)
    for criterion in policy.criteria:
        scale = its.scale.format(lowest=criterion.lowest, highest=criterion.highest)
        yield Column(_CRITERION + criterion.id, f"{criterion.id}: {clean.line(criterion.text)} ({scale})", Kind.number)
    yield Column(_COMMENT, its.comment, Kind.long)
    yield Column(_REFERENCE, its.reference, Kind.short)


def _row(entry: Entry, given: Score | None, columns: Sequence[Column]) -> list[str]:
    known = {
        _NUMBER: str(entry.number),
        "name": entry.name,
        "address": entry.address,
        "unplaced": entry.unplaced,
        _REFERENCE: entry.reference,
        **{f"q{number}": text for number, text in entry.answers.items()},
    }
    if given is not None:
        known |= {_CRITERION + name: str(value) for name, value in given.values.items()} | {_COMMENT: given.comment}
    return [known.get(column.key, "") for column in columns]


def _criterion(call: Call, key: str) -> Criterion:
    return next(one for one in call.selection.criteria if _CRITERION + one.id == key)


def _scale(criterion: Criterion) -> dict[str, object]:
    """What the spreadsheet itself says to who writes something else."""
    low, high = criterion.lowest, criterion.highest
    return {
        "validate": "integer",
        "criteria": "between",
        "minimum": low,
        "maximum": high,
        "error_title": criterion.id[:32],
        "error_message": f"{low} – {high}",
    }


# reading


def _opened(content: bytes) -> tuple[list[list[Any]], frozenset[tuple[int, int]]]:
    """The cells of the first sheet, and where it has formulas. Raises NotRead."""
    from python_calamine import CalamineError, CalamineWorkbook

    archive = archives.opened(content)
    sheet_size.check(archive, _BOUNDS)
    part = _first_sheet(archive)
    try:
        formulas = sheet_size.formulas(part)
        rows = CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_index(0).to_python(skip_empty_area=False)
    except (CalamineError, etree.XMLSyntaxError, IndexError, ValueError, OSError) as error:
        raise NotRead(State.broken, "xml-broken") from error
    return [list(row) for row in rows], formulas


def _first_sheet(archive: ZipFile) -> bytes:
    """The part that the workbook names first; the order of parts and their names say nothing."""
    book_xml = archives.member(archive, "xl/workbook.xml", _BOUNDS.xml)
    related = archives.member(archive, "xl/_rels/workbook.xml.rels", _BOUNDS.xml)
    try:
        sheet = etree.fromstring(book_xml, _parser()).find("{*}sheets/{*}sheet")
        ids = [value for name, value in sheet.items() if str(name).endswith("}id")] if sheet is not None else []
        targets = {str(one.get("Id")): str(one.get("Target")) for one in etree.fromstring(related, _parser())}
        target = targets[str(ids[0])]
    except (etree.XMLSyntaxError, LookupError) as error:
        raise NotRead(State.broken, "no-xlsx") from error
    return archives.member(archive, target.lstrip("/") if target.startswith("/") else f"xl/{target}", _BOUNDS.xml)


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True)


def _unread(error: NotRead) -> tuple[str, str]:
    if error.state is State.too_large:
        return "this is more than a sheet of scores holds", "delete the columns with answers and send it again"
    if error.state is State.locked:
        return "this is encrypted", "save it without a password"
    return "this is no workbook that can be read", "save it as .xlsx, without a password"


@dataclass(frozen=True, slots=True)
class _Title:
    """A column of the sheet that came back. place: from 0."""

    key: str
    place: int
    shown: str


class _Reading:
    """One sheet, and the mistakes found in it, in the order of its rows."""

    def __init__(
        self,
        file: str,
        call: Call,
        numbers: Mapping[str, int],
        rows: Sequence[Sequence[Any]],
        formulas: frozenset[tuple[int, int]],
    ) -> None:
        self.problems: list[Problem] = []
        self._file, self._call, self._rows, self._formulas = file, call, rows, formulas
        self._references = {number: reference for reference, number in numbers.items()}
        self._titles = self._read_titles()

    def scores(self, reviewer: str, at: datetime) -> tuple[Score, ...]:
        if _NUMBER not in self._titles:
            return ()
        found, seen = [], dict[int, int]()
        for row, cells in enumerate(self._rows[1:], 2):
            values, comment = self._said(row, cells)
            if not values and not comment:
                continue
            number = self._number(row, cells)
            if number is None:
                continue
            if number in seen:
                self._wrong(row, _NUMBER, f"number {number} stands in row {seen[number]} already", "score each entry once")
            seen.setdefault(number, row)
            found.append(Score(self._references[number], reviewer, values, comment, at))
        return tuple(found)

    def _read_titles(self) -> dict[str, _Title]:
        """The columns by what they are; complains of those that nobody knows, that are there twice and that are missing."""
        known = {_folded(column.title): column.key for column in _columns(self._call)}
        known |= {_folded(key.removeprefix(_CRITERION)): key for key in known.values() if key.startswith(_CRITERION)}
        whole = _everything(self._call)
        found: dict[str, _Title] = {}
        for place, cell in enumerate(self._rows[0] if self._rows else ()):
            shown = _folded(str(cell))
            key = known.get(shown) or known.get(shown.partition(":")[0].strip())
            if key in found:
                self._complain(1, f"column {book.letters(place)}: `{_short(cell)}` is there twice", "keep one of them")
            elif key is not None:
                found[key] = _Title(key, place, _short(cell))
            elif shown and shown not in whole:
                near = get_close_matches(shown, [name for name in known if known[name].startswith(_CRITERION)], n=1)
                mend = (
                    f"did you mean `{near[0].partition(':')[0]}`?"
                    if near
                    else "delete the column, or leave its title as it was"
                )
                self._complain(1, f"column {book.letters(place)}: `{_short(cell)}` is not known", mend)
        for column in _columns(self._call):
            if column.key not in found and (column.key == _NUMBER or column.key.startswith(_CRITERION)):
                self._complain(1, f"there is no column `{column.title.partition(':')[0]}`", "put it back with its title")
        return found

    def _number(self, row: int, cells: Sequence[Any]) -> int | None:
        cell = self._cell(row, cells, _NUMBER)
        if cell is None:
            return None
        number = _whole(cell)
        if number not in self._references:
            what = f"`{_short(cell)}` is no entry of this call" if _short(cell) else "there is no number beside these scores"
            self._wrong(row, _NUMBER, what, "write the number as it was in the sheet")
            return None
        if _REFERENCE in self._titles:
            reference = clean.line(str(self._cell(row, cells, _REFERENCE) or "")).upper()
            if reference and reference != self._references[number]:
                what = f"number {number} is {self._references[number]}, and {_short(reference)} stands here"
                self._wrong(row, _REFERENCE, what, "sort whole rows, or send the sheet of this call")
                return None
        return number

    def _said(self, row: int, cells: Sequence[Any]) -> tuple[dict[str, int], str]:
        values: dict[str, int] = {}
        for criterion in self._call.selection.criteria:
            cell = self._cell(row, cells, key := _CRITERION + criterion.id)
            if cell is None or not str(cell).strip():
                continue
            value, scale = _whole(cell), f"a whole number from {criterion.lowest} to {criterion.highest}"
            if value is None or not criterion.lowest <= value <= criterion.highest:
                what = "is not a whole number" if value is None else "is beyond the scale"
                self._wrong(row, key, f"`{_short(cell)}` {what}", f"write {scale}, or nothing")
                continue
            values[criterion.id] = value
        comment = clean.text(str(self._cell(row, cells, _COMMENT) or "")).strip()
        if len(comment) > _LONGEST_COMMENT:
            self._wrong(row, _COMMENT, f"{len(comment):,} characters", f"write at most {_LONGEST_COMMENT:,}")
        return values, comment

    def _cell(self, row: int, cells: Sequence[Any], key: str) -> Any:
        """None where there is nothing that counts; complains of a formula."""
        title = self._titles.get(key)
        if title is None or title.place >= len(cells):
            return None
        if (row, title.place + 1) in self._formulas:
            self._wrong(row, key, "a formula", "write what it gives in its place")
            return None
        return cells[title.place]

    def _wrong(self, row: int, key: str, what: str, mend: str) -> None:
        title = self._titles[key]
        self._complain(row, f"column {book.letters(title.place)} ({key.removeprefix(_CRITERION)}): {what}", mend)

    def _complain(self, row: int, what: str, mend: str) -> None:
        self.problems.append(Problem(self._file, row, what, mend))


def _everything(call: Call) -> frozenset[str]:
    """Titles that our sheets have, also those that this call hides now."""
    its = words(call.language)
    titles = [its.name, its.address, its.rest, *(f"{n}. {clean.line(q.text)}" for n, q in enumerate(call.questions, 1))]
    return frozenset(map(_folded, titles))


def _folded(title: str) -> str:
    return clean.line(title).casefold()


def _whole(cell: object) -> int | None:
    """A whole number, also one that is written as text."""
    if isinstance(cell, bool):
        return None
    if isinstance(cell, int | float):
        return int(cell) if cell == cell // 1 else None
    text = str(cell).strip()
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else None


def _short(cell: object) -> str:
    """As it stands, for a complaint."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    text = clean.line(str(cell))
    return text if len(text) <= 40 else f"{text[:39]}…"
