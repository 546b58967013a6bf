"""Book: an .xlsx of rows as long as one likes, in which nothing that somebody wrote can run.

A library makes the workbook with its styles, headers and one prototype row; the rows themselves are put in while the file is
copied, twenty times as fast as cell by cell. What came by mail is written as text in the cell itself (`inlineStr`, ECMA-376
part 1, 18.18.11), which no program takes for a formula, however it begins.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from io import BytesIO
from itertools import islice
from typing import IO, TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from mailbot.core import clean
from mailbot.core.rows import Column, Kind, Mark
from mailbot.papers.aside import Aside

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

MOST_ROWS = 1_048_576
"""Of one sheet, with its header."""
MOST_CHARACTERS = 32_767
"""Of one cell, as a spreadsheet counts them: in UTF-16."""

FILLS = {
    Mark.withdrawn: "#D9D9D9",
    Mark.uncounted: "#D9D9D9",
    Mark.late: "#F8CBAD",
    Mark.grace: "#FFE699",
    Mark.incomplete: "#FFF2CC",
    Mark.unsure: "#DDEBF7",
    Mark.apart: "#E4DFEC",
}
HEADER = "#1F3864"

_MANY = 5000  # rows, from which on time is dearer than room
_LINE, _HIGHEST = 13.5, 405.0  # points of a line, and of the highest row that programs show
_BLOCK = 400  # rows that are escaped at once
_TEMPLATES = 4096  # kept at most
_FIRST_DATE = (1980, 1, 1, 0, 0, 0)

Style = Kind | Mark
Line = tuple[Sequence[str], Mapping[int, Mark]]


@dataclass(frozen=True, slots=True)
class Sheet:
    """rows: `count` of them, asked for once. widths: of the columns, in characters. frozen: columns that stay in sight.

    cut: what stands at the end of a cell that is too long; {shown} and {all} are numbers of characters. finish: adds to the
    sheet before its rows; given the sheet and the number of its first row from 0.
    """

    name: str
    columns: Sequence[Column]
    widths: Sequence[float]
    rows: Iterable[Line]
    count: int
    frozen: int
    cut: str
    finish: "Callable[[Worksheet, int, int], None]" = field(default=lambda _sheet, _first, _last: None)


def write(
    file: IO[bytes],
    title: str,
    sheet: Sheet,
    more: "Callable[[Workbook], None]" = lambda _: None,
    *,
    at_most: int = MOST_ROWS,
) -> None:
    """Write a workbook: this sheet, as many further ones of its kind as its rows need, then those that `more` adds.

    at_most: rows of one sheet with its header. The same values give the same bytes.
    """
    parts = list(_parts(sheet, at_most))
    made = BytesIO()
    with closing(_workbook(made, title)) as book:
        styles = _styles(book)
        for nth, count in enumerate(parts):
            _prototype(book, sheet, count, styles, "" if not nth else f" {nth + 1}")
        more(book)
    rows = iter(sheet.rows)
    level = 1 if sheet.count > _MANY else 6
    with ZipFile(made) as template, ZipFile(file, "w", ZIP_DEFLATED, compresslevel=level) as copy:
        for info in template.infolist():
            number = _number(info.filename)
            if number is None or number > len(parts):
                copy.writestr(_dated(info.filename), template.read(info), ZIP_DEFLATED)
            else:
                _copy_sheet(copy, template, info, sheet, rows, parts[number - 1])


def filled(book: "Workbook", mark: Mark) -> "Format":
    """The look of a marked cell, for legends."""
    return book.add_format({"text_wrap": True, "valign": "top", "bg_color": FILLS[mark]})


def height(values: Sequence[str], widths: Sequence[float]) -> float:
    """Of a row with these texts in columns of these widths, in points. Not every program finds out by itself."""
    return _height(values, list(enumerate(widths)))


def _height(values: Sequence[str], widths: Sequence[tuple[int, float]]) -> float:
    lines = 1 + max([len(values[place]) / width + values[place].count("\n") for place, width in widths], default=0)
    return min(_LINE * int(lines), _HIGHEST)


def _parts(sheet: Sheet, at_most: int) -> Iterator[int]:
    """How many rows stand in each of the sheets; one sheet where there are none."""
    room = at_most - 1
    yield min(sheet.count, room)
    for begin in range(room, sheet.count, room):
        yield min(sheet.count - begin, room)


def _workbook(file: IO[bytes], title: str) -> "Workbook":
    from datetime import datetime

    from xlsxwriter import Workbook

    book = Workbook(file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    long_ago = datetime(*_FIRST_DATE)  # noqa: DTZ001 - written as it stands; the same values give the same bytes
    book.set_properties({"title": clean.line(title), "created": long_ago})
    return book


def _styles(book: "Workbook") -> "dict[Style, Format]":
    usual: dict[str, object] = {"valign": "top", "font_size": 10, "border": 1, "border_color": "#D9D9D9"}
    text = usual | {"text_wrap": True, "num_format": "@"}
    styles: dict[Style, Format] = {Kind.number: book.add_format({**usual, "align": "center"})}
    styles |= {kind: book.add_format(text) for kind in (Kind.short, Kind.long)}
    return styles | {mark: book.add_format({**text, "bg_color": colour}) for mark, colour in FILLS.items()}


def _prototype(book: "Workbook", sheet: Sheet, count: int, styles: "Mapping[Style, Format]", nth: str) -> None:
    """The header, and a row with one cell of each style in place of the rows."""
    page = book.add_worksheet(sheet.name + nth)
    header = book.add_format(
        {"bold": True, "text_wrap": True, "valign": "top", "font_color": "#FFFFFF", "bg_color": HEADER, "border": 1}
    )
    page.set_row(0, height([column.title for column in sheet.columns], sheet.widths))
    for place, (column, width) in enumerate(zip(sheet.columns, sheet.widths, strict=True)):
        page.set_column(place, place, width)
        page.write_string(0, place, _shown(column.title, sheet.cut), header)
    page.freeze_panes(1, sheet.frozen)
    page.autofilter(0, 0, max(count, 1), len(sheet.columns) - 1)
    page.ignore_errors({"number_stored_as_text": f"A1:{letters(len(sheet.columns) - 1)}{count + 1}"})
    page.set_landscape()
    page.set_paper(9)
    page.repeat_rows(0)
    page.repeat_columns(0, max(sheet.frozen - 1, 0))
    sheet.finish(page, 1, max(count, 1))
    for place, style in enumerate(styles):
        page.write_blank(1, place, None, styles[style])


_ORDER: tuple[Style, ...] = (Kind.number, Kind.short, Kind.long, *FILLS)
_SHEET = re.compile(r"xl/worksheets/sheet([0-9]+)\.xml")
_STYLE = re.compile(rb' s="([0-9]+)"')


def _number(name: str) -> int | None:
    found = _SHEET.fullmatch(name)
    return int(found[1]) if found else None


def _dated(name: str) -> ZipInfo:
    info = ZipInfo(name, _FIRST_DATE)
    info.compress_type = ZIP_DEFLATED
    return info


def _copy_sheet(copy: ZipFile, template: ZipFile, info: ZipInfo, sheet: Sheet, rows: Iterator[Line], count: int) -> None:
    """The sheet with our rows in place of its prototype; they are packed in a thread of their own while the next are made."""
    before, _, rest = template.read(info).partition(b'<row r="2"')
    prototype, _, after = rest.partition(b"</row>")
    styles = dict(zip(_ORDER, (int(found) for found in _STYLE.findall(prototype)), strict=True))
    area = f'<dimension ref="A1:{letters(len(sheet.columns) - 1)}{count + 1}"/>'
    before = re.sub(rb"<dimension [^>]*/>", area.encode(), before)  # it was that of the prototype
    with copy.open(info.filename, "w", force_zip64=True) as file, Aside(file.write) as packed:
        packed.put(before)
        for block in _blocks(sheet, islice(rows, count), styles):
            packed.put(block)
        packed.put(after)


def _blocks(sheet: Sheet, rows: Iterator[Line], styles: Mapping[Style, int]) -> Iterator[bytes]:
    """XML of the rows. Texts are checked and escaped many at once, since most of them need neither."""
    templates: dict[tuple[object, ...], bytes] = {}
    width, at = len(sheet.columns), 2
    every = list(enumerate(sheet.widths))
    answers = [(place, size) for place, size in every if sheet.columns[place].kind is Kind.long] or every
    while some := list(islice(rows, _BLOCK)):
        texts = _written([value for values, _ in some for value in values], sheet.cut)
        out = []
        for n, (values, marks) in enumerate(some):
            cells = texts[n * width : (n + 1) * width]
            shape = (*map(bool, cells), *marks.items())
            template = templates.get(shape)
            if template is None:
                if len(templates) >= _TEMPLATES:
                    templates.clear()
                template = templates[shape] = _template(sheet.columns, cells, marks, styles)
            tall = b"%.1f" % _height(values, every if marks else answers)  # words of marks may need lines too
            out.append(template.replace(b"\x00", b"%d" % (at + n)) % (tall, *cells))
        at += len(some)
        yield b"".join(out)


def _template(
    columns: Sequence[Column], cells: Sequence[bytes], marks: Mapping[int, Mark], styles: Mapping[Style, int]
) -> bytes:
    """A row in which NUL stands for its number and %b for its height and each text; an empty cell is only its style."""
    out = ['<row r="\x00" ht="%b">']
    for place, (column, text) in enumerate(zip(columns, cells, strict=True)):
        begin = f'<c r="{letters(place)}\x00" s="{styles[marks.get(place, column.kind)]}"'
        if not text:
            out.append(f"{begin}/>%.0b")
        elif column.kind is Kind.number:
            out.append(f"{begin}><v>%b</v></c>")
        else:
            out.append(f'{begin} t="inlineStr"><is><t xml:space="preserve">%b</t></is></c>')
    return "".join([*out, "</row>"]).encode()


def letters(place: int) -> str:
    """0 to A, 26 to AA."""
    high, low = divmod(place, 26)
    return (letters(high - 1) if high else "") + chr(ord("A") + low)


# texts

_SEPARATOR = "\x1f"
_USUAL = bytes([9, 10, 0x1F, *range(0x20, 0x7F)])
_ABOVE_ASCII = bytes(range(0x80, 0x100))
# What `clean` makes harmless and what XML cannot hold (XML 1.0, 2.2), in UTF-8; each begins with one octet, by which the search
# for all of them is quick.
_ODD_OCTETS = re.compile(rb"\xc2[\x80-\x9f]|\xd8\x9c|\xe2(?:\x80[\x8e\x8f\xa8-\xae]|\x81[\xa6-\xa9])|\xef\xbf[\xb9-\xbf]")
_ODD = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufff9-\ufffb\ufffe\uffff]"
)
_NO_CHARACTERS = re.compile("[\ufffe\uffff]")
# ECMA-376 part 1, 22.9.2.19: `_x0041_` in a text is read as A; its first stroke is written so that it stays what it is.
_ESCAPED = re.compile(rb"_(?=x[0-9A-Fa-f]{4}_)")


def _written(texts: list[str], cut: str) -> list[bytes]:
    """Each text as it stands in XML. Control characters become U+FFFD, what reorders words goes, as everywhere in mailbot."""
    if max(map(len, texts)) > MOST_CHARACTERS // 2:
        texts = [_fitting(text, cut) if len(text) > MOST_CHARACTERS // 2 else text for text in texts]
    try:
        octets = _SEPARATOR.join(texts).encode()
    except UnicodeEncodeError:  # half of a pair of surrogates
        octets = b""
    if not octets or _is_odd(octets) or octets.count(b"\x1f") >= len(texts):
        octets = _SEPARATOR.join(map(_harmless, texts)).encode()
    octets = octets.replace(b"&", b"&amp;").replace(b"<", b"&lt;").replace(b">", b"&gt;")
    if b"_" in octets:  # one octet is found far sooner than two
        octets = _ESCAPED.sub(b"_x005F_", octets)
    return octets.split(b"\x1f")


def _is_odd(octets: bytes) -> bool:
    rest = octets.translate(None, _USUAL)
    return bool(rest.translate(None, _ABOVE_ASCII)) or _ODD_OCTETS.search(rest) is not None


def _harmless(text: str) -> str:
    return _NO_CHARACTERS.sub("\ufffd", clean.text(text)) if _ODD.search(text) else text


def _fitting(text: str, cut: str) -> str:
    """The text, or its begin with a word that there is more."""
    length = _units(text)
    if length <= MOST_CHARACTERS:
        return text
    room = MOST_CHARACTERS - 200
    shown = text[:room]
    if _units(shown) > room:
        shown = text[: room // 2]
    return f"{shown}\n{cut.format(shown=len(shown), all=len(text))}"


def _units(text: str) -> int:
    """Its length in UTF-16."""
    return len(text) + sum(c > "\uffff" for c in text) if not text.isascii() else len(text)


def _shown(text: str, cut: str) -> str:
    """For cells that the library writes: it escapes them by itself."""
    return _fitting(_harmless(text), cut)
