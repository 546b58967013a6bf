"""Questions that are clauses of one sentence: `tell us who you are, what you do and why you want to come`."""

import re
from collections.abc import Iterator

from mailbot.core.announcement import leads
from mailbot.core.announcement.phrasebook import Phrasebook
from mailbot.core.announcement.sentences import Sentence
from mailbot.core.phrases import asking
from mailbot.core.phrases.labels import QUESTION_STEMS

_MOST = 4  # places of a sentence that ask, and are tried
_NEAR = 40  # characters between the words that ask and the only thing asked
_NUMBERED = re.compile(r"(?<![\w(])\(?(?P<label>[1-9]|[a-h]|i{1,3}|iv|v)\)\s+")
_AND = Phrasebook(asking.AND_WORDS)
_ABOUT_QUESTIONS = re.compile("|".join(rf"(?<!\w){re.escape(stem)}" for stem in QUESTION_STEMS), re.IGNORECASE)


def clauses_of(sentence: Sentence, language: str) -> Iterator[Sentence]:
    """The half-questions of a sentence that asks the reader to tell something, none in one that does not."""
    tells = [found.end() for found in leads.TELLS.every(sentence.text, language)][:_MOST]
    every = [_numbered(sentence.text, behind) or _starts(sentence.text, behind, language) for behind in tells]
    starts = max(every, key=len, default=[])
    if not starts:
        return
    ends = [end for _, end in starts[1:]] + [len(sentence.text)]
    for (start, _), end in zip(starts, ends, strict=True):
        text = sentence.text[start:end].strip(" ,;")
        if not (len(starts) <= 2 and _ABOUT_QUESTIONS.search(text)):
            yield Sentence(text, sentence.start + start)


def _numbered(text: str, behind: int) -> list[tuple[int, int]]:
    """(where a part begins, where the sign before it begins) of `(1) who you are, (2) why you come`."""
    signs = list(_NUMBERED.finditer(text, behind))
    if len(signs) < 2 or signs[0]["label"] not in "1ai":
        return []
    return [(sign.end(), sign.start()) for sign in signs]


def _starts(text: str, behind: int, language: str) -> list[tuple[int, int]]:
    """The same of clauses, by the words they begin with: behind the words that ask, a comma, a colon, an `and`."""
    found: list[tuple[int, int]] = []
    for word in leads.INTERROGATIVES.every(text, language):
        if word.start() < behind:
            continue
        before = text[behind : word.start()]
        joined = _AND.last(before[-12:], language)
        bare = before[: len(before) - joined] if joined else before
        if joined or bare.rstrip()[-1:] in ",;:" or (not found and len(before) <= _NEAR):
            found.append((word.start(), behind + len(bare.rstrip(" ,;:"))))
    near = bool(found) and len(text[behind : found[0][0]].split()) <= 3
    return found if near or len(found) > 1 else []
