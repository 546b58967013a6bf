"""Spreadsheets: a questionnaire with a column for answers."""

from html import escape
from io import BytesIO

from mailbot.core import clean, markup
from mailbot.core.documents import archives
from mailbot.core.documents.document import Content, NotRead, State

_MAX_SHEETS = 20
_MAX_CELLS = 100_000


def read(content: bytes) -> Content:
    """Each sheet a table, in order; numbers as people write them. What is hidden in it is shown: a machine cannot tell."""
    from python_calamine import CalamineWorkbook

    if content.startswith(b"PK"):
        for info in archives.opened(content).infolist():
            if info.file_size > archives.MAX_XML and info.filename.endswith((".xml", ".bin")):
                raise NotRead(State.too_large, "text-too-long")
    workbook = CalamineWorkbook.from_filelike(BytesIO(content))
    tables, left = [], _MAX_CELLS
    for name in workbook.sheet_names[:_MAX_SHEETS]:
        cells = workbook.get_sheet_by_name(name)
        left -= cells.height * cells.width
        if left < 0:
            raise NotRead(State.too_large, "text-too-long")
        rows = ("".join(f"<td>{escape(_written(cell))}</td>" for cell in row) for row in cells.to_python(skip_empty_area=True))
        tables.append("".join(f"<tr>{row}</tr>" for row in rows))
    return Content(*markup.shown("".join(f"<table>{table}</table>" for table in tables)))


def _written(cell: object) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return clean.text(str(cell)).strip()
