"""Where a page names a day or an hour, and the words that stand around it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from mailbot.core.announcement.dates import When, dates
from mailbot.core.announcement.page import Block, Kind, Page
from mailbot.core.announcement.sentences import sentences
from mailbot.core.announcement.vocabulary import Vocabulary, fold, vocabulary

MOST_CHARACTERS = 60_000
"""Of the paragraphs with numbers that are read for dates; those of ten announcements together."""

MOST_MENTIONS = 150
_LINE = 200  # characters up to which each block is read
_DIGIT = re.compile(r"\d")
_LIKELY = re.compile(r"\d[.:]\s?\d|\d[/-]\d{1,2}[/-]\d\d|\d\s?[aphuAPHU]")
_WORDS = re.compile(r"[^\W\d_]{3,}")
_REACH = 160  # characters to the left and right whose words count
_FIRST = 12  # characters before a date with which its block begins
_SHORT = 60  # characters of a line that names what follows it
_QUOTE = 60  # characters of its sentence on either side
_NAMES_THE_NEXT = re.compile(r"[^,;.()]*:\s*\Z")  # `1 March. Extended: 15 March`
# Between two dates of which the same is said: `on the 4th and on the 5th`.
_LINKED = re.compile(
    r"[\s,(&)-]*(?:(?:\w{1,4}|vormittag|nachmittag|abend|morning|afternoon|evening|matin|soir|tarde|mañana|noite|manhã|mattina|pomeriggio|ochtend|middag|avond|rano|wieczorem)[\s,(&)-]+){0,4}"
)


@dataclass(frozen=True)
class Mention:
    """left, right: the words of its sentence up to the mentions beside it. label: the cell, short line or heading naming it.
    heading: the one above. All four are folded. A bar in left stands for another date of which the same is said. at: number of
    its block on the page."""

    when: When
    block: Block
    at: int
    left: str
    right: str
    label: str
    heading: str
    language: str

    @property
    def line(self) -> int:
        return self.block.line_at(self.when.start)

    @property
    def quote(self) -> str:
        """Its sentence, or as much of it as fits on a line, as printed."""
        text, (first, last) = self.block.text, self._sentence
        start, end = max(first, self.when.start - _QUOTE), min(last, self.when.end + _QUOTE)
        if start > first:
            start = text.find(" ", start, self.when.start) + 1 or self.when.start
        if end < last:
            end = max(text.rfind(" ", self.when.end, end), self.when.end)
        return " ".join(text[start:end].split())

    @cached_property
    def _sentence(self) -> tuple[int, int]:
        return _bounds(self.block.text, self.when)

    @property
    def in_heading(self) -> bool:
        return self.block.kind is Kind.heading


def mentions(page: Page) -> list[Mention]:
    """All of a page, in order, up to `MOST_CHARACTERS` and `MOST_MENTIONS`."""
    found: list[Mention] = []
    read, heading, above = 0, "", ""
    words = vocabulary(page.language)
    for at, block in enumerate(page.blocks):
        named: list[Mention] = []
        if not block.foreign and _may_name(block.text, words):
            if read > MOST_CHARACTERS or len(found) >= MOST_MENTIONS:
                break
            read += len(block.text)
            named = list(_of(block, at, heading, above, page.language))
        found += named
        names_what_follows = not named and len(block.text) <= _SHORT and block.text[-1:] not in ".!?;"
        above = block.text if names_what_follows else ""
        heading = block.text if block.kind is Kind.heading else heading
    return found[:MOST_MENTIONS]


def _may_name(text: str, words: Vocabulary) -> bool:
    """Whether it is worth reading: not without a month, a number that looks like a day or an hour, or a length of time."""
    if len(text) <= _LINE and not _DIGIT.search(text):
        return True
    if _LIKELY.search(text):
        return True
    folded = fold(text)
    return any(word in folded for word in words.counted) or not words.months.isdisjoint(_WORDS.findall(folded))


def _of(block: Block, at: int, heading: str, above: str, language: str) -> Iterator[Mention]:
    text = block.text[:MOST_CHARACTERS]
    named = dates(text, language)[:MOST_MENTIONS]
    before: Mention | None = None
    for number, when in enumerate(named):
        first, last = _bounds(text, when)
        if number:
            first = max(first, named[number - 1].end)
        if number + 1 < len(named):
            last = min(last, named[number + 1].start)
        left = _plain(text[max(first, when.start - _REACH) : when.start])
        if before is not None and first == before.when.end and _LINKED.fullmatch(left):
            left = f"{before.left}| {left}"
        right = _plain(text[when.end : min(last, when.end + _REACH)])
        if number + 1 < len(named) and last == named[number + 1].start:
            right = _NAMES_THE_NEXT.sub("", right)
        before = Mention(when, block, at, left, right, _plain(_label(block, when, above)), _plain(heading), language)
        yield before


def _bounds(text: str, when: When) -> tuple[int, int]:
    """Where the sentence or cell of a mention begins and ends. Looks only so far around it as words count."""
    begin, end = max(0, when.start - 2 * _REACH), min(len(text), when.end + 2 * _REACH)
    first, last = begin, end
    for sentence in sentences(text[begin:end]):
        start = begin + sentence.start
        if start <= when.start:
            first = start
        elif start >= when.end:
            last = start
            break
    cell = text.find("\t", when.end, last)
    return max(first, text.rfind("\t", first, when.start) + 1), last if cell < 0 else cell


def _label(block: Block, when: When, above: str) -> str:
    """What names a date that stands by itself: the first words in its row, or the short line or heading before it."""
    if "\t" not in block.text:
        return above if when.start <= _FIRST else ""
    cells = [*block.text[: when.start].split("\t")[:-1], *block.text[when.end :].split("\t", 2)[1:2]]
    return next((cell[:_SHORT] for cell in cells if _WORDS.search(cell)), "")


def _plain(text: str) -> str:
    return text.casefold().replace("’", "'").replace("\t", " ; ")
