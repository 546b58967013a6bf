"""The language of an announcement, and which of its lines say the same in a second one."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from mailbot.core.announcement.page import Kind, PageLine
from mailbot.core.language import language

_TELLING = 60  # characters of a block that tell its language by themselves
_LOOKED_AT = 60  # blocks; what is behind them is in the same
_NO_WORDS = re.compile(r"\S{1,200}@\S{1,200}|https?://\S{1,500}|\d+")
_LONG = 140  # characters of a block in a language that is much like the first one
_ALIKE = (
    frozenset({"es", "pt", "it", "ca", "gl", "fr", "ro"}),
    frozenset({"sv", "da", "no", "nb"}),
    frozenset({"cs", "sk", "pl", "sl", "hr"}),
)
_FALLBACK = "en"
_SECOND = 0.25  # part of the letters that a second language has at least
_NONE = ""


def of(lines: list[PageLine]) -> tuple[str, str, list[PageLine]]:
    """(language of the text, of two the one that comes first; the other one or ''; the lines, those in the other marked)."""
    blocks = [list(block) for _, block in groupby(lines, lambda line: line.block)]
    said = [_language(block) for block in blocks[:_LOOKED_AT]]
    letters: Counter[str] = Counter()
    for block, its in zip(blocks, said, strict=False):
        letters[its] += sum(len(line.text) for line in block)
    del letters[_NONE]
    if not letters:
        own = [line.text for line in lines if line.kind is not Kind.chrome] or [line.text for line in lines]
        return language(" ".join(own[:40]), _FALLBACK), "", lines
    many = {its for its in letters if letters[its] >= _SECOND * sum(letters.values())}
    first = next(its for its in said if its in many)
    enough = [
        its for its in letters if its in many and (its == first or not _may_be(its, first, zip(blocks, said, strict=False)))
    ]
    if len(enough) == 1:
        return first, "", lines
    second = next(its for its in said if its in enough and its != first)
    return first, second, list(_marked(blocks, first, {first, second}))


def _may_be(one: str, first: str, blocks: Iterable[tuple[list[PageLine], str]]) -> bool:
    """Whether blocks seem to be in a language only because it is much like the first one, and they are short."""
    if not any(one in family and first in family for family in _ALIKE):
        return False
    return all(sum(len(line.text) for line in block) < _LONG for block, its in blocks if its == one)


def _language(block: list[PageLine]) -> str:
    """Of a block that is long enough to tell, and no part of the site."""
    text = _NO_WORDS.sub(" ", " ".join(line.text for line in block))
    if block[0].kind is Kind.chrome or len(text) < _TELLING:
        return _NONE
    return language(text, _NONE)


def _marked(blocks: list[list[PageLine]], first: str, both: set[str]) -> Iterator[PageLine]:
    """A short block is in the language of those around it, unless its own words say otherwise."""
    now = first
    for number, block in enumerate(blocks):
        if number < 4 * _LOOKED_AT:
            its = _language(block) or language(_NO_WORDS.sub(" ", " ".join(line.text for line in block)), _NONE)
            now = its if its in both else now
        foreign = now != first
        yield from (replace(line, foreign=True) for line in block) if foreign else block
