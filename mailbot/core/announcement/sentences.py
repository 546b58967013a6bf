"""A block to its sentences: a question ends where its mark stands, a dot ends a sentence unless it is that of a short form."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mailbot.core.phrases.short_forms import SHORT_FORMS

_CLOSERS = "\"'”’»“)]"
_END = re.compile(rf"(?:\s?[?!]+|[.…]+)[{re.escape(_CLOSERS)}]*(?:\s?»)?(?=\s|\Z)")
_LAST_WORD = re.compile(r"[^\s(\[“„«\"']*\Z")


@dataclass(frozen=True, slots=True)
class Sentence:
    """text: without blanks around it. start: where it begins in its block's text."""

    text: str
    start: int

    @property
    def is_question(self) -> bool:
        return self.text.rstrip(_CLOSERS + " ").endswith("?")


def sentences(text: str) -> list[Sentence]:
    """Those of a text on one line, in order; together they are all of it."""
    return list(_sentences(text))


def _sentences(text: str) -> Iterator[Sentence]:
    start = 0
    for found in _END.finditer(text):
        if not _ends(text, found):
            continue
        if sentence := _sentence(text, start, found.end()):
            yield sentence
        start = found.end()
    if sentence := _sentence(text, start, len(text)):
        yield sentence


def _sentence(text: str, start: int, end: int) -> Sentence | None:
    said = text[start:end]
    bare = said.strip()
    return Sentence(bare, start + len(said) - len(said.lstrip())) if bare else None


def _ends(text: str, found: re.Match[str]) -> bool:
    mark = found.group().strip()
    after = text[found.end() :].lstrip()
    if mark[0] in "?!":
        return mark[-1] not in ")]" or not after[:1].islower()  # `(specific milestones?) and …` goes on
    if not after:
        return True
    before = _LAST_WORD.search(text[max(0, found.start() - 30) : found.start()])
    word = before.group() if before else ""
    if word.isdecimal() and len(word) <= 2 and (after[:1].islower() or not after[:1].isdigit()):
        return not _may_be_ordinal(word, after)
    is_short = word.casefold() in SHORT_FORMS or (len(word) == 1 and word.isalpha())
    return not is_short and not after[:1].islower()


def _may_be_ordinal(word: str, after: str) -> bool:
    """`am 14. März`, `the 2. Forum`: where nothing tells, the next word is a month or begins small."""
    return int(word) <= 31 and (after[:1].islower() or after[:3].casefold() in _MONTHS)


_MONTHS = frozenset("jan feb mär mar apr mai maj maí jun jul aug sep okt oct nov dez dec".split())  # noqa: SIM905
