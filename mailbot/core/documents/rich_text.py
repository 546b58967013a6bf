"""RTF, which WordPad, old programs and Word (as .doc) write."""

import re
from html import escape
from itertools import groupby

from mailbot.core import clean, markup
from mailbot.core.documents.document import Content, NotRead, State
from mailbot.core.mime import MAX_LINES

_MAX_OCTETS = 1_500_000  # a second
_LONGEST_TABLE = 100_000  # of fonts, in octets
_FONT = re.compile(r"(?=\\f\d)")
_NAMED_FONT = re.compile(r"\\fcharset\d{1,3}(?!\d)[^;]{0,400};")
_FEW = 3  # fonts without the semicolon behind their names
_MANY_DIGITS = re.compile(r"\\f\d{6}")
_FIELD = re.compile(r"\\\*\s*\\fldinst\b")


def read(content: bytes) -> Content:
    """Its lines; rows of tables, which the library ends with a bar after each cell, become rows again."""
    from striprtf.striprtf import remove_pict_groups, rtf_to_text

    source = content.decode("latin-1")
    if len(source) > _MAX_OCTETS:
        source = remove_pict_groups(source)
    if len(source) > _MAX_OCTETS:
        raise NotRead(State.too_large, "text-too-long")
    lines = clean.text(rtf_to_text(_tamed(source), errors="replace")).split("\n")
    if len(lines) > MAX_LINES:
        raise NotRead(State.too_large, "text-too-long")
    return Content(*markup.shown("".join(_markup(is_row, list(group)) for is_row, group in groupby(lines, _is_row))))


def _tamed(source: str) -> str:
    """The same words without what the library's patterns need cubic time for: where a link leads to, fonts all on one line."""
    from striprtf.striprtf import font_table_group

    fonts = font_table_group(source)
    endless = fonts.count("\\fcharset") - len(_NAMED_FONT.findall(fonts))
    if len(fonts) > _LONGEST_TABLE or endless > _FEW or _MANY_DIGITS.search(fonts):
        raise NotRead(State.broken, "unreadable")
    source = _FIELD.sub(r"\\*\\datafield", source)
    return source.replace(fonts, _FONT.sub("\n", fonts), 1) if fonts else source


def _is_row(line: str) -> bool:
    return line.endswith("|") and len(line) > 1


def _markup(is_row: bool, lines: list[str]) -> str:
    if not is_row:
        return f"<pre>{escape(chr(10).join(lines))}</pre>"
    rows = ("".join(f"<td>{escape(cell)}</td>" for cell in line[:-1].split("|")) for line in lines)
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"
