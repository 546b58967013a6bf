"""Sheet: all entries of a call as an .xlsx, one row a person, with the counts and a legend behind them."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import chain
from typing import IO, TYPE_CHECKING, Any

from mailbot.core import clean
from mailbot.core.call import Call
from mailbot.core.entries import Entry
from mailbot.core.phrases.columns import Words
from mailbot.core.rows import Beside, Column, Counts, Kind, Mark, Table, counts
from mailbot.papers import book

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

NOTHING = Beside()

_WIDTHS = {
    "number": 6,
    "name": 24,
    "state": 16,
    "missing": 10,
    "unsure": 10,
    "address": 30,
    "first_at": 18,
    "changed_at": 18,
    "version": 8,
    "choice": 13,
    "offer": 12,
    "total": 9,
    "reference": 17,
}
_NARROW, _WIDE, _LINES = 24, 70, 8  # characters of an answer's column; lines in which most answers fit
_LOOKED_AT = 500  # entries by which widths are chosen
_MOST_VALUES = 200  # of a group; the rest are added up


def write(file: IO[bytes], call: Call, entries: Sequence[Entry], beside: Beside = NOTHING) -> None:
    """Write the workbook to a file that is open for octets. entries: in the order of the rows."""
    table = Table(call, beside)
    rows = ((row.values, row.marks) for row in map(table.row, entries))
    its = table.words
    sheet = book.Sheet(its.entries, table.columns, _widths(table.columns, entries), rows, len(entries), 2, its.cut)
    told = counts(call, entries, beside)
    book.write(file, call.title, sheet, lambda made: _counted(made, call, told, its))


def sheet(call: Call, entries: Sequence[Entry], beside: Beside = NOTHING) -> bytes:
    """The same as octets, for a letter."""
    file = BytesIO()
    write(file, call, entries, beside)
    return file.getvalue()


def fitting(call: Call, entries: Sequence[Entry], beside: Beside, at_most: int) -> bytes:
    """The same where it has at most so many octets, else b''. That it has more is found out without making all of it."""
    file = _Bounded(at_most)
    try:
        write(file, call, entries, beside)
    except _TooLarge:
        return b""
    return file.getvalue()


class _TooLarge(Exception):
    pass


class _Bounded(BytesIO):
    """A file that refuses to grow beyond its bound."""

    def __init__(self, at_most: int) -> None:
        super().__init__()
        self._at_most = at_most

    def write(self, octets: Any, /) -> int:
        if self.tell() + len(octets) > self._at_most:
            raise _TooLarge
        return super().write(octets)


def _widths(columns: Sequence[Column], entries: Sequence[Entry]) -> list[float]:
    """Answers take a width in which most of them stand in some lines; everything else has its own."""
    some = entries[:: max(len(entries) // _LOOKED_AT, 1)]
    return [_WIDTHS.get(c.key, 18) if c.kind is not Kind.long else width(_said(c, some)) for c in columns]


def _said(column: Column, entries: Sequence[Entry]) -> list[int]:
    """Lengths of what stands in a column of answers."""
    if column.key == "unplaced":
        return [len(entry.unplaced) for entry in entries if entry.unplaced]
    number = int(column.key.removeprefix("q"))
    return [len(entry.answers[number]) for entry in entries if number in entry.answers]


def width(lengths: Sequence[int]) -> int:
    usual = sorted(lengths)[len(lengths) * 9 // 10] if lengths else 0
    return max(_NARROW, min(usual // _LINES, _WIDE))


# counts and legend


class _Page:
    """A small sheet that is written line by line."""

    def __init__(self, made: "Workbook", name: str, widths: Sequence[float]) -> None:
        self._sheet: Worksheet = made.add_worksheet(name)
        self._row, self._widths = 0, widths
        bold = {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1}
        self._bold, self._above_numbers = made.add_format(bold), made.add_format({**bold, "align": "right"})
        self._text = made.add_format({"text_wrap": True, "valign": "top"})
        for place, width in enumerate(widths):
            self._sheet.set_column(place, place, width)

    def heading(self, *values: str, numbers: bool = True) -> None:
        """numbers: stand below all but the first."""
        self._row += bool(self._row)
        self.line(*values, look=self._bold)
        for place, value in enumerate(values[1:] if numbers else (), 1):
            self._sheet.write_string(self._row - 1, place, value, self._above_numbers)

    def line(self, *values: str | int, look: "Format | None" = None) -> None:
        self._sheet.set_row(self._row, 1.1 * book.height([*map(str, values)], self._widths[: len(values)]))
        for place, value in enumerate(values):
            if isinstance(value, int):
                self._sheet.write_number(self._row, place, value, look or self._text)
            else:
                self._sheet.write_string(self._row, place, clean.text(value)[: book.MOST_CHARACTERS // 2], look or self._text)
        self._row += 1


def _counted(made: "Workbook", call: Call, told: Counts, its: Words) -> None:
    page = _Page(made, its.counts, (60, 14, 12, 12))
    page.heading(its.state, its.people)
    page.line(its.all, told.people)
    page.line(its.counting, told.counting)
    for mark in Mark:
        page.line(getattr(its, mark), told.marked[mark])
    page.heading(its.question, its.answered, its.missing, its.guessed)
    for number, question in enumerate(call.questions, 1):
        said = told.answered[number], told.missing[number], told.unsure[number]
        page.line(f"{number}. {clean.line(question.text)}", *said)
    for group in call.groups:
        if group.id in told.groups:
            page.heading(group.name, its.people)
            for value, people in _values(told.groups[group.id], its):
                page.line(value, people)
    page.heading(its.day, its.new, its.late)
    for day in sorted(told.days):
        page.line(day.isoformat(), told.days[day], told.late_days[day])
    _legend(made, call, its)


def _values(tally: "dict[str, int]", its: Words) -> Iterator[tuple[str, int]]:
    """The most frequent first; who said nothing last."""
    ordered = sorted(((value, n) for value, n in tally.items() if value), key=lambda one: (-one[1], one[0]))
    yield from ordered[:_MOST_VALUES]
    rest = sum(people for _, people in ordered[_MOST_VALUES:])
    yield from chain([(its.others, rest)] if rest else [], [(its.none, tally[""])] if tally.get("") else [])


def _legend(made: "Workbook", call: Call, its: Words) -> None:
    page = _Page(made, its.legend, (28, 90))
    page.heading(its.legend, clean.line(call.title), numbers=False)
    page.line(its.number, its.explained["number"])
    for mark in Mark:
        page.line(getattr(its, mark), its.explained[mark], look=book.filled(made, mark))
    page.line("=", its.explained["text"])
    page.line(its.first, its.zone.format(zone=call.zone))
