"""RTF, which WordPad, old programs and Word (as .doc) write."""

from html import escape
from itertools import groupby

from mailbot.core import clean, markup
from mailbot.core.documents.document import Content, NotRead, State

_MAX_OCTETS = 5_000_000  # three seconds


def read(content: bytes) -> Content:
    """Its lines; rows of tables, which the library ends with a bar after each cell, become rows again."""
    from striprtf.striprtf import remove_pict_groups, rtf_to_text

    source = content.decode("latin-1")
    if len(source) > _MAX_OCTETS:
        source = remove_pict_groups(source)
    if len(source) > _MAX_OCTETS:
        raise NotRead(State.too_large, "text-too-long")
    lines = clean.text(rtf_to_text(source, errors="replace")).split("\n")
    return Content(*markup.shown("".join(_markup(is_row, list(group)) for is_row, group in groupby(lines, _is_row))))


def _is_row(line: str) -> bool:
    return line.endswith("|") and len(line) > 1


def _markup(is_row: bool, lines: list[str]) -> str:
    if not is_row:
        return f"<pre>{escape(chr(10).join(lines))}</pre>"
    rows = ("".join(f"<td>{escape(cell)}</td>" for cell in line[:-1].split("|")) for line in lines)
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"
