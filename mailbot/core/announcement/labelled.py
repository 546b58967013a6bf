"""Labels that stand on a line of their own: `Q1`, `Question 2:`, and below it what they number."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from mailbot.core.announcement.page import Kind, PageLine
from mailbot.core.phrases.labels import QUESTION_WORDS

_WORDS = "|".join(sorted((re.escape(word) for word in QUESTION_WORDS), key=len, reverse=True))
_LABEL = re.compile(rf"(?:(?:{_WORDS})\s{{0,2}}(?:n[o°º]?\.?\s?)?|[A-Z]\s?[.-]?)\d{{1,2}}\s?[.):–-]?", re.IGNORECASE)
_NUMBER = re.compile(r"\(?\d{1,2}[.):]?")
_LONGEST = 24


def joined(lines: Sequence[PageLine]) -> list[PageLine]:
    """The lines; where one is a label and nothing else, the paragraph below it is an item that has it."""
    return list(_joined(lines))


def _joined(lines: Sequence[PageLine]) -> Iterator[PageLine]:
    label, block = "", 0  # of the line before; block: that which became an item
    for place, line in enumerate(lines):
        after = lines[place + 1] if place + 1 < len(lines) else None
        if _is_label(line) and after and after.kind is Kind.paragraph and after.block != line.block:
            label, block = line.text.strip(), after.block
        elif block and line.block == block and line.kind is Kind.paragraph:
            yield replace(line, kind=Kind.item, level=1, label=label)
            label = ""
        else:
            yield line


def _is_label(line: PageLine) -> bool:
    """A number alone is one only as a heading; elsewhere it may be that of a page."""
    text = line.text.strip()
    if len(text) > _LONGEST or line.kind not in (Kind.heading, Kind.paragraph):
        return False
    return bool(_LABEL.fullmatch(text) or (line.kind is Kind.heading and _NUMBER.fullmatch(text)))
