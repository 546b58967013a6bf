"""Whether the places are limited, and how many there are where it is said."""

import re
from collections.abc import Sequence
from functools import cache

from mailbot.core.announcement.page import Block
from mailbot.core.announcement.phrasebook import Phrasebook
from mailbot.core.announcement.sentences import sentences
from mailbot.core.announcement.taken import Taken
from mailbot.core.phrases import announcing
from mailbot.core.phrases.counts import COUNTS
from mailbot.core.phrases.labels import MONTHS

_LIMITED = Phrasebook(announcing.PLACES_LIMITED)
_PLACES = Phrasebook(announcing.PLACE_WORDS)
_SEATS = Phrasebook(announcing.SEATS)
_PEOPLE = Phrasebook(announcing.PEOPLE)
_MOST = Phrasebook(announcing.AT_MOST)
_FIGURE = r"(?<![\d.,:/])\d{1,4}(?![\d.,:/]*\d)"
_DAY = re.compile(rf"\.?\s(?:de\s)?(?:{'|'.join(map(re.escape, MONTHS))}|abril|mayo|junio|julio|may|june|july)", re.IGNORECASE)
_ADDRESS = re.compile(r"\S+@\S+|https?://\S+|www\.\S+", re.IGNORECASE)
_NEAR = 40  # characters between a number and what it counts


def places(blocks: Sequence[Block], language: str) -> Taken[int | None] | None:
    """None where nothing limits them; a limit without a number, or with several, has no value."""
    found: Taken[int | None] | None = None
    for block in blocks:
        for sentence in (one for one in sentences(block.text) if not one.is_question):
            text = _ADDRESS.sub(lambda its: " " * len(its[0]), sentence.text)  # `chairs@soil2026.example.org` counts no chairs
            taken = Taken(_number(text, language), block.line_at(sentence.start), sentence.text)
            is_limit = found is None and (_LIMITED.first(text, language) is not None or _is_counted(text, language))
            # `32 seats`, of which `two seats` are for observers: the most counts.
            if is_limit or (taken.value or 0) > ((found.value if found else 0) or 0):
                found = taken
    return found


def _is_counted(text: str, language: str) -> bool:
    """`five slots`, `at most 18 people`: a number of seats, or of people that it says there cannot be more of."""
    for book, is_enough in ((_SEATS, True), (_PEOPLE, bool(_MOST.first(text, language)))):
        for word in book.every(text, language) if is_enough else ():
            left = text[max(0, word.start() - _NEAR) : word.start()]
            right = text[word.end() : word.end() + _NEAR]
            before = list(_numbers().finditer(left))
            if before and len(left[before[-1].end() :].split()) <= 1:
                return True
            behind = _numbers().search(right)
            if book is _SEATS and behind and len(right[: behind.start()].split()) <= 2 and not _DAY.match(right, behind.end()):
                return True
    return False


def _number(text: str, language: str) -> int | None:
    """The number right before a word for places: `32 seats`, `elf Plätze`; behind the words that limit: `limité à vingt`."""
    for word in _PLACES.every(text, language):
        before = list(_numbers().finditer(text[max(0, word.start() - _NEAR) : word.start()]))
        if before and len(text[max(0, word.start() - _NEAR) : word.start()][before[-1].end() :].split()) <= 1:
            return _value(before[-1].group())
    for limit in _LIMITED.every(text, language):
        behind = _numbers().search(text, limit.end(), limit.end() + _NEAR)
        if behind and len(text[limit.end() : behind.start()].split()) <= 1 and not _DAY.match(text, behind.end()):
            return _value(behind.group())
    return None


@cache
def _numbers() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in sorted(COUNTS, key=len, reverse=True))
    return re.compile(rf"{_FIGURE}|(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)


def _value(number: str) -> int:
    return int(number) if number.isdecimal() else COUNTS[" ".join(number.lower().split())]
