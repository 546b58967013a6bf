"""The lines of a mail without those of whoever forwarded it: their words, and the header above the mail itself."""

import re

from mailbot.core.announcement.page import PageLine

_FIELD = re.compile(r"[^\W\d][\w .-]{1,24}\s?:(?:\s+\S|$)")
_AT_LEAST = 3  # fields of a header in the text; `When:`, `Where:` and `Who:` are no header
_ADDRESS = re.compile(r"\S@\S")


def without_envelope(lines: list[PageLine]) -> list[PageLine]:
    """The lines behind the last header of a forwarded mail; all of them where nothing was forwarded."""
    begin = place = 0
    while place < len(lines):
        behind = _end_of_header(lines, place)
        header = lines[place:behind]
        if len(header) >= _AT_LEAST and any(_ADDRESS.search(line.text) for line in header[:2] + header[-1:]):
            begin = behind
        place = max(behind, place + 1)
    return lines[begin:]


def _end_of_header(lines: list[PageLine], place: int) -> int:
    """Behind the last of the fields that begin here; `Call for participants: …` below an empty line is none of them."""
    behind, apart = place, 0
    while behind < len(lines) and _FIELD.match(lines[behind].text):
        gap = lines[behind].number - lines[behind - 1].number if behind > place else 0
        if behind > place + 1 and gap > apart:
            break
        apart = max(apart, gap)
        behind += 1
    return behind
