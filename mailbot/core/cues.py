"""Cues: what one line says about the question that words belong to: a label, or the question itself repeated."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from mailbot.core.known import words
from mailbot.core.phrases.labels import ANSWER_WORDS, MONTHS, QUESTION_LETTERS, QUESTION_WORDS, SPACED_LETTERS

_CAP = 2000  # characters of a line that are compared with a question
_SURE, _LIKELY = 95.0, 88.0


def _any_of(phrases: Sequence[str]) -> str:
    return "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True))


_JOINED = r"(?: ?(?:[-–+&/,]|and|und|et|y|e|en|i) ?(?:[qf] ?)?(?P<to>\d{1,2}))?"
_NAMED = re.compile(
    rf"[ \t*_#(\[]*(?:(?:{_any_of(QUESTION_WORDS)})[ .°]{{0,2}}|[{QUESTION_LETTERS}]|[{SPACED_LETTERS}][ .]{{1,2}})"
    rf"(?P<number>\d{{1,2}}){_JOINED}(?!\d)"
    r"[ \t]*(?:[)\].:/*_–-]+(?!\d)|$)",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    rf"[ \t*_#(\[]*(?P<number>\d{{1,2}}){_JOINED} ?(?P<end>[)\].:/]+|[-–](?=\s))[*_]*(?=\s|$|[^\W\d])",
    re.IGNORECASE,
)
_ALONE = re.compile(r"[ \t*_#(\[]*(?P<number>\d{1,2})[ \t*_]*$")
_LETTER = re.compile(r"[ \t*_]*(?:\((?P<one>[a-h])\)|(?P<other>[a-h])[).])[*_]*(?=\s|$)", re.IGNORECASE)
_ROMAN = re.compile(r"[ \t*_]*\(?(?P<roman>viii|vii|vi|iv|v|iii|ii|i)[).][*_]*(?=\s|$)", re.IGNORECASE | re.ASCII)
_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii")
_ANSWER = re.compile(rf"[ \t*_>]*(?:{_any_of(ANSWER_WORDS)})[ *_]*[:：][*_]*[ \t]*", re.IGNORECASE)
_BULLET = re.compile(r"[ \t]*(?:[-–—*•·○▪]|o(?= ))+[ \t]*")
_WORD = re.compile(r"\w+")
_MONTHS = frozenset((month,) for month in MONTHS)


@dataclass(frozen=True, slots=True)
class Number:
    """A label at the start of a line. numbers: of the questions, more than one in `1-3:`. style: those of one list look alike.

    length: characters the label takes. named: the word `question`, or one like it, stands with the number.
    """

    numbers: tuple[int, ...]
    style: str
    length: int
    named: bool


def number(text: str) -> Number | None:
    """The label a line starts with: `1.`, `(1)`, `1/`, `Q1:`, `Ad 1)`, `1-3:`, `a)`, `ii)`, `2` alone; None if it has none."""
    head = text[:80]
    if found := _NAMED.match(head):
        return Number(_span(found), "named", found.end(), named=True)
    if found := _NUMBER.match(head):
        if words(head[found.end() :])[:1] in _MONTHS:
            return None
        return Number(_span(found), found["end"], found.end(), named=False)
    if found := _ALONE.match(head):
        return Number((int(found["number"]),), "bare", found.end(), named=False)
    if found := _ROMAN.match(head):
        return Number((_ROMANS.index(found["roman"].casefold()) + 1,), "roman", found.end(), named=False)
    if found := _LETTER.match(head):
        return Number((ord((found["one"] or found["other"]).casefold()) - ord("a") + 1,), "letter", found.end(), named=False)
    return None


def _span(found: re.Match[str]) -> tuple[int, ...]:
    first, to = int(found["number"]), int(found["to"] or found["number"])
    between = found.group()[found.end("number") - found.start() : found.start("to") - found.start()] if found["to"] else ""
    if "-" in between or "–" in between:
        return tuple(range(first, to + 1)) if first <= to <= first + 20 else (first,)
    return (first, to) if to != first else (first,)


def without_answer_word(text: str) -> str:
    """The text without a leading `A:` or `Antwort:`."""
    found = _ANSWER.match(text[:60])
    return text[found.end() :] if found else text


@dataclass(frozen=True, slots=True)
class Repeated:
    """A question, or a part of one, that a line repeats. candidates: the questions it may be, best first. score: 0 to 100.

    rest: what follows it on the same line, perhaps the answer.
    """

    candidates: tuple[int, ...]
    score: float
    rest: str = ""


class Questions:
    """The call's questions, prepared for comparing with lines."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._words = [words(text) for text in texts]
        self._sets = [frozenset(said) for said in self._words]
        self._plain = [" ".join(said) for said in self._words]
        self._sentences = [[words(part) for part in re.split(r"(?<=[?.!])\s+", text)] for text in texts]

    def repeated(self, text: str, *, strict: bool) -> Repeated | None:
        """The question that a line repeats whole or in part, also re-wrapped or slightly changed.

        strict: the line stands among the sender's own words, where only a nearly literal repetition counts.
        """
        bare = _bare(text)
        said = words(bare[:_CAP])
        if literal := self._literal(bare, said, least=4 if strict else 2):
            return literal
        if len(said) < (5 if strict else 3):
            return None
        line = " ".join(said)
        scores = [(self._score(line, said, i), i + 1) for i in range(len(self._words))]
        best = max(score for score, _ in scores)
        if best < (_SURE if strict else _LIKELY):
            return None
        near = sorted((-score, n) for score, n in scores if score >= best - 3)
        return Repeated(tuple(n for _, n in near), best)

    def _literal(self, bare: str, said: tuple[str, ...], least: int) -> Repeated | None:
        """A line that is a sentence of a question, or begins with a whole question or its first sentences, word for word."""
        same = tuple(i + 1 for i, sentences in enumerate(self._sentences) if said in sentences)
        if same and len(said) >= least:
            return Repeated(same, 100.0)
        for i, sentences in enumerate(self._sentences):
            taken = 0
            for sentence in sentences:
                if said[taken : taken + len(sentence)] != sentence:
                    break
                taken += len(sentence)
            if taken >= 4 or (taken and taken == len(self._words[i])):
                goes_on = len(said) - taken >= 3 and self._score(" ".join(said[taken:]), said[taken:], i) >= _SURE
                return Repeated((i + 1,), 100.0, "" if goes_on else _after(bare, taken))
        return None

    def _score(self, line: str, said: tuple[str, ...], i: int) -> float:
        whole = self._plain[i]
        if len(line) > 1.15 * len(whole) + 10 or sum(word in self._sets[i] for word in said) < 0.6 * len(said):
            return 0.0
        score = fuzz.partial_ratio(line, whole)
        if len(line) >= 0.6 * len(whole):
            score = max(score, fuzz.token_sort_ratio(line, whole))
        return score


def _bare(text: str) -> str:
    """The line without bullet and label."""
    text = _BULLET.sub("", text, count=1) if _BULLET.match(text) else text
    found = number(text)
    return text[found.length :] if found else text


def _after(text: str, taken: int) -> str:
    """What stands behind the first `taken` words, without the mark that ends the question."""
    ends = [found.end() for _, found in zip(range(taken), _WORD.finditer(text), strict=False)]
    return text[ends[-1] :].lstrip("?!.:;*_)\"' \t–-") if ends else text
