"""Questions that are clauses of one sentence: `tell us who you are, what you do and why you want to come`."""

import re
from collections.abc import Iterator, Sequence

from mailbot.core.announcement import leads
from mailbot.core.announcement.phrasebook import Phrasebook
from mailbot.core.announcement.sentences import Sentence
from mailbot.core.phrases import asking, voices
from mailbot.core.phrases.labels import QUESTION_STEMS

_MOST = 8  # places of a sentence that ask, and are tried
_NEAR = 40  # characters between the words that ask and the only thing asked
_NUMBERED = re.compile(r"(?<![\w(])\(?(?P<label>[1-9]|[a-h]|i{1,3}|iv|v)\)\s+")
_PREPOSITION = 8  # characters of one, with the blank behind it
_AND = Phrasebook(asking.AND_WORDS)
_TELLING = Phrasebook(voices.TELLING, native=True)
_INFORMS = Phrasebook(voices.INFORMS)
_PREPOSITIONS = Phrasebook(voices.PREPOSITIONS, native=True)
_RELATIVES = Phrasebook(voices.RELATIVES, native=True)
_ABOUT_QUESTIONS = re.compile("|".join(rf"(?<!\w){re.escape(stem)}" for stem in QUESTION_STEMS), re.IGNORECASE)


def clauses_of(sentence: Sentence, language: str) -> Iterator[Sentence]:
    """The half-questions of a sentence that asks the reader to tell something, none in one that does not."""
    text = sentence.text
    if _INFORMS.first(text, language) is not None:
        return
    tells = sorted({found.end() for book in (leads.TELLS, _TELLING) for found in book.every(text, language)})[:_MOST]
    words = list(_begins(text, language))
    every = [_numbered(text, behind) or _starts(text, behind, words, language) for behind in tells]
    starts = _without_lead(text, max(reversed(every), key=len, default=[]), language)
    if not starts:
        return
    ends = [end for _, end in starts[1:]] + [len(text)]
    for (start, _), end in zip(starts, ends, strict=True):
        part = text[start:end].strip(" ,;")
        if not (len(starts) <= 2 and _ABOUT_QUESTIONS.search(part)):
            yield Sentence(part, sentence.start + start)


def _begins(text: str, language: str) -> Iterator[int]:
    """Where words stand with which a clause asks, the preposition before them included: `in which`, `v jaké`."""
    for word in leads.INTERROGATIVES.every(text, language):
        start = word.start()
        before = text[max(0, start - _PREPOSITION) : start]
        yield start - _PREPOSITIONS.last(before, language) if before.endswith(" ") else start


def _without_lead(text: str, starts: list[tuple[int, int]], language: str) -> list[tuple[int, int]]:
    """Without a first clause in which the telling itself stands: `a letter, in which you write, why you come`."""
    if len(starts) > 2 and _TELLING.first(text[: starts[1][1]], language, starts[0][0]) is not None:
        relative = _RELATIVES.opens(text[starts[0][0] :], language)
        return starts[1:] if relative else starts
    return starts


def _numbered(text: str, behind: int) -> list[tuple[int, int]]:
    """(where a part begins, where the sign before it begins) of `(1) who you are, (2) why you come`."""
    signs = list(_NUMBERED.finditer(text, behind))
    if len(signs) < 2 or signs[0]["label"] not in "1ai":
        return []
    return [(sign.end(), sign.start()) for sign in signs]


def _starts(text: str, behind: int, words: Sequence[int], language: str) -> list[tuple[int, int]]:
    """The same of clauses, by the words they begin with: behind the words that ask, a comma, a colon, an `and`."""
    found: list[tuple[int, int]] = []
    for start in words:
        if start < behind:
            continue
        before = text[behind:start]
        joined = _AND.last(before[-12:], language)
        bare = before[: len(before) - joined] if joined else before
        if joined or bare.rstrip()[-1:] in ",;:" or (not found and len(before) <= _NEAR):
            found.append((start, behind + len(bare.rstrip(" ,;:"))))
    near = bool(found) and len(text[behind : found[0][0]].split()) <= 3
    return found if near or len(found) > 1 else []
