"""Spreadsheets: a questionnaire with a column for answers."""

from html import escape
from io import BytesIO

from mailbot.core import clean, markup
from mailbot.core.documents import archives, sheet_size
from mailbot.core.documents.document import Content, NotRead, State
from mailbot.core.mime import MAX_TEXT

_MAX_SHEETS = 20


def read(content: bytes) -> Content:
    """Each sheet a table, in order; numbers as people write them. What is hidden in it is shown: a machine cannot tell."""
    from python_calamine import CalamineWorkbook

    if content.startswith(b"PK"):
        sheet_size.check(archives.opened(content))
    workbook = CalamineWorkbook.from_filelike(BytesIO(content))
    tables: list[str] = []
    cells_left, characters_left = sheet_size.MAX_CELLS, MAX_TEXT
    for name in workbook.sheet_names[:_MAX_SHEETS]:
        sheet = workbook.get_sheet_by_name(name)
        cells_left -= sheet.height * sheet.width
        if cells_left < 0:
            raise NotRead(State.too_large, "text-too-long")
        rows = [[_written(cell) for cell in row] for row in sheet.to_python(skip_empty_area=True)]
        characters_left -= sum(len(cell) for row in rows for cell in row)
        if characters_left < 0:
            raise NotRead(State.too_large, "text-too-long")
        tables.append("".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in rows))
    return Content(*markup.shown("".join(f"<table>{table}</table>" for table in tables)))


def _written(cell: object) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return clean.text(str(cell)).strip()
