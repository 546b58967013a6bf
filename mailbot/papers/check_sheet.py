"""The check: an .xlsx with each answer beside its redacted copy, for a person to look over, and reading it back."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Final

from mailbot.core import clean
from mailbot.core.documents import archives, sheet_size
from mailbot.core.documents.document import NotRead
from mailbot.core.paper.shapes import Checked, Passage
from mailbot.core.paper.wording import told
from mailbot.errors import Problem, Problems
from mailbot.papers.book import HEADER, height

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

NAME: Final = "check"
MOST_BYTES: Final = 50_000_000
_BOUNDS = sheet_size.Bounds(cells=1_000_000, text=50_000_000, xml=MOST_BYTES)
_MOST_MARKS = 200  # shown in colour; more would only slow a spreadsheet down
_COLUMNS = (
    ("id", 16.0),
    ("question", 24.0),
    ("original", 60.0),
    ("redacted copy", 60.0),
    ("marks found", 38.0),
    ("release?", 10.0),
    ("remark", 24.0),
)
_READ = ("id", "redacted copy", "release?")
_YES = frozenset({"x", "✓", "✔", "yes", "y", "ja", "j", "oui", "true", "1", "ok"})
_NO = frozenset({"", "-", "–", "no", "n", "nein", "non", "false", "0"})
_HELP = (
    "Each row is an answer. Beside the original stands a copy without names, organisations, places, addresses, rare countries.",
    "What was taken out is red in the original.",
    "1. Read the copy. Does something in it still tell who wrote it? Change it there; nothing else is read.",
    "2. What ends in a question mark under `marks found` only looks like a name. Put the words back where they are none.",
    "3. Put an x into `release?` where the copy may leave. Rows without an x stay here.",
    "Names, addresses and countries that are known for sure may not be put back: the paper would be refused, with the row.",
    "This file says who wrote what to whoever recognises a style. Keep it to yourself, and delete it when the paper is made.",
)


def write(passages: Sequence[Passage], questions: Mapping[int, str], title: str) -> bytes:
    """The sheet, one row an answer, text cells only. questions: number to text."""
    from xlsxwriter import Workbook

    made = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with Workbook(made, options) as book:
        book.set_properties({"title": clean.line(title), "author": "mailbot"})
        page = book.add_worksheet(NAME)
        _header(book, page, len(passages))
        formats = _formats(book)
        for row, passage in enumerate(passages, 1):
            _row(page, row, passage, f"{passage.question}. {clean.line(questions[passage.question])}"[:1000], formats)
        _help(book)
    return made.getvalue()


def _formats(book: "Workbook") -> "dict[str, Format]":
    usual: dict[str, object] = {"text_wrap": True, "valign": "top", "font_size": 10, "num_format": "@", "border": 1}
    usual["border_color"] = "#D9D9D9"
    return {
        "text": book.add_format(usual),
        "small": book.add_format({**usual, "font_size": 8, "font_color": "#595959"}),
        "edit": book.add_format({**usual, "bg_color": "#FFFBE6"}),
        "tick": book.add_format({**usual, "bg_color": "#FFFBE6", "align": "center", "bold": True, "font_size": 14}),
        "mark": book.add_format({"font_color": "#C00000", "bold": True, "font_size": 10}),
        "plain": book.add_format({"font_size": 10}),
    }


def _header(book: "Workbook", page: "Worksheet", rows: int) -> None:
    header = book.add_format({"bold": True, "font_color": "#FFFFFF", "bg_color": HEADER, "valign": "vcenter", "border": 1})
    page.set_row(0, 22)
    for column, (name, width) in enumerate(_COLUMNS):
        page.set_column(column, column, width)
        page.write_string(0, column, name, header)
    page.freeze_panes(1, 2)
    page.autofilter(0, 0, max(rows, 1), len(_COLUMNS) - 1)
    page.data_validation(
        1,
        5,
        max(rows, 1),
        5,
        {"validate": "list", "source": ["x"], "error_title": "release?", "error_message": "An x, or nothing."},
    )
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)


def _row(page: "Worksheet", row: int, passage: Passage, question: str, formats: "Mapping[str, Format]") -> None:
    marks = "\n".join((*passage.notes, told(passage.marks, passage.original)))[:16_000]
    values = [passage.id, question, passage.original, passage.copy, marks, "", ""]
    page.set_row(row, height(values, [width for _, width in _COLUMNS]))
    for column, style in enumerate(("small", "text", "text", "edit", "small", "tick", "edit")):
        if values[column]:
            page.write_string(row, column, values[column], formats[style])
        else:
            page.write_blank(row, column, None, formats[style])
    _coloured(page, row, passage, formats)


def _coloured(page: "Worksheet", row: int, passage: Passage, formats: "Mapping[str, Format]") -> None:
    """The original once more with its marks in red, as far as the library takes it."""
    pieces: list[object] = []
    at = 0
    for mark in passage.marks[:_MOST_MARKS]:
        if mark.start > at:
            pieces += [formats["plain"], passage.original[at : mark.start]]
        pieces += [formats["mark"], passage.original[mark.start : mark.end]]
        at = mark.end
    if at < len(passage.original):
        pieces += [formats["plain"], passage.original[at:]]
    if len(pieces) > 2:
        page.write_rich_string(row, 2, *pieces, formats["text"])


def _help(book: "Workbook") -> None:
    page = book.add_worksheet("how")
    page.set_column(0, 0, 110)
    wrapped = book.add_format({"text_wrap": True, "valign": "top", "font_size": 11})
    for row, line in enumerate(_HELP):
        page.set_row(row, height([line], [100]) + 8)
        page.write_string(row, 0, line, wrapped)


def read(content: bytes, file: str) -> tuple[tuple[Checked, ...], list[Problem]]:
    """The rows of a check that a person has been over, and what is wrong with the ticks. file: only for the problems.

    Raises Problems where it is no such sheet. Bounded by octets and cells, before anything is unfolded.
    """
    try:
        table = _table(content)
    except (NotRead, ValueError, OSError, KeyError) as error:
        mend = "save it as .xlsx from the spreadsheet program, or write the check anew"
        raise Problems([Problem(file, None, "this is no .xlsx that can be read", mend)]) from error
    heads = [_text(cell).casefold() for cell in table[0]] if table else []
    missing = [name for name in _READ if name not in heads]
    if missing:
        what = f"the sheet `{NAME}` has no column {', '.join(f'`{name}`' for name in missing)}"
        raise Problems([Problem(file, 1, what, "leave the first row as it was written")])
    places = [heads.index(name) for name in _READ]
    rows: list[Checked] = []
    problems: list[Problem] = []
    for number, cells in enumerate(table[1:], 2):
        name, copy, tick = (_text(cells[place]) if place < len(cells) else "" for place in places)
        said = tick.strip().casefold()
        if said not in _YES | _NO:
            problems.append(Problem(file, number, f"`{tick.strip()[:40]}` in the column `release?`", "write an x, or nothing"))
        if name.strip() or said in _YES - _NO:
            rows.append(Checked(number, name.strip(), copy, said in _YES))
    return tuple(rows), problems


def _table(content: bytes) -> list[list[object]]:
    from python_calamine import CalamineError, CalamineWorkbook

    if len(content) > MOST_BYTES or not content.startswith(b"PK"):
        raise ValueError(len(content))
    sheet_size.check(archives.opened(content), _BOUNDS)
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(content))
        sheet = book.get_sheet_by_name(NAME if NAME in book.sheet_names else book.sheet_names[0])
        return [list(row) for row in sheet.to_python(skip_empty_area=False)]
    except (CalamineError, IndexError) as error:
        raise ValueError("no sheet") from error


def _text(cell: object) -> str:
    if isinstance(cell, bool):
        return str(cell)
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return clean.text(str(cell))
