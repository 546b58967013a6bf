"""Cues: a line that repeats a question, whole, trimmed or slightly changed, and the word `Answer:` before what is new."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from mailbot.core import label
from mailbot.core.known import words
from mailbot.core.label import number
from mailbot.core.phrases.labels import ANSWER_WORDS

_CAP = 2000  # characters of a line that are compared with a question
_SURE, _LIKELY = 95.0, 88.0
_FEWEST_QUOTED = 2  # words of a quoted line that may be a question


def _any_of(phrases: Sequence[str]) -> str:
    return "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True))


_ANSWER = re.compile(rf"[ \t*_>]*(?:{_any_of(ANSWER_WORDS)})[ *_]*[:：][*_]*[ \t]*", re.IGNORECASE)
_ARROW = re.compile(r"[ \t]*(?:>{2,3}|-+>|=+>|→|➔|►)[ \t]*")
_HINT = re.compile(r"[ \t]*[(\[][^()\[\]\n]{1,60}[)\]][ \t]*[:.]?(?=\s|$)")
_BULLET = re.compile(r"[ \t]*(?:[-–—*•·○▪]|o(?= ))+[ \t]*")
_WORD = re.compile(r"\w+")
_OMITTED = re.compile(
    r"[\[(<{][ \t]*(?:\.{2,}|…|snip\w*|cut|etc\.?|gekürzt|coupé|cortado|taglio)[ \t]*[\])>}]|\.{2,}|…", re.IGNORECASE
)


def without_answer_word(text: str) -> str:
    """The text without a leading `A:` or `Antwort:`."""
    found = _ANSWER.match(text[:60]) or _ARROW.match(text[:60])
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
    """The call's questions, prepared for comparing with lines. own_labels: their numbers by the labels they begin with."""

    def __init__(self, texts: Sequence[str]) -> None:
        own = [label.own_label(text) for text in texts]
        self.own_labels = {mark: n for n, mark in enumerate(own, 1)} if len(set(own)) == len(own) and "" not in own else {}
        texts = [label.without_own_label(text) for text in texts]
        self._words = [words(text) for text in texts]
        self._sets = [frozenset(said) for said in self._words]
        self._plain = [" ".join(said) for said in self._words]
        self._sentences = [[words(part) for part in re.split(r"(?<=[?.!])\s+", text)] for text in texts]

    def repeated(self, text: str, *, strict: bool) -> Repeated | None:
        """The question that a line repeats whole or in part, also re-wrapped or slightly changed.

        strict: the line stands among the sender's own words, where only a nearly literal repetition counts.
        """
        bare = _bare(text)
        if shortened := self._shortened(text, bare[:_CAP], least=4 if strict else _FEWEST_QUOTED):
            return shortened
        said = words(bare[:_CAP])
        if literal := self._literal(bare, said, least=4 if strict else _FEWEST_QUOTED):
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

    def _shortened(self, text: str, bare: str, least: int) -> Repeated | None:
        """A line in which somebody marked what he left out: `1. Which place […] your role there?`. Its number tells, too."""
        if not _OMITTED.search(bare):
            return None
        pieces = [said for piece in _OMITTED.split(bare) if (said := words(piece))]
        alike = tuple(i + 1 for i, whole in enumerate(self._words) if _stand_in_order(pieces, whole))
        if not alike or (not pieces and bare.strip()[:1] in ".…"):
            return None  # also `1. .......`, where a form leaves room
        found = number(text)
        numbered = found.numbers if found and len(found.numbers) == 1 and found.numbers[0] in alike else ()
        if numbered and least == _FEWEST_QUOTED:
            return Repeated(numbered, 100.0)
        enough = sum(map(len, pieces)) >= least
        return Repeated(numbered or alike, 100.0) if enough else None

    def goes_on(self, above: str, text: str) -> bool:
        """Whether a question goes on from the end of one line to the whole of the next one, word for word."""
        before, said = words(above[-_CAP:])[-3:], words(text[:_CAP])
        run = " ".join((*before, *said))
        return len(before) > 1 and bool(said) and any(f" {run} " in f" {whole} " for whole in self._plain)

    def continued(self, above: str, text: str) -> int:
        """How many characters of a line end the question that the line above began: of `country? Not by law.`, nine."""
        before, said = words(above[-_CAP:])[-3:], words(text[:_CAP])
        for whole in self._words if len(before) > 1 else ():
            ends = (i for i in range(len(before), len(whole)) if whole[i - len(before) : i] == before)
            rests = (whole[i:] for i in ends)
            if rest := next((rest for rest in rests if said[: len(rest)] == rest), ()):
                return len(text) - len(_after(text, len(rest)))
        return 0

    def _literal(self, bare: str, said: tuple[str, ...], least: int) -> Repeated | None:
        """A line that is a sentence of a question, or begins with a whole question or its first sentences, word for word."""
        same = tuple(i + 1 for i, sentences in enumerate(self._sentences) if said in sentences)
        if same and len(said) >= least:
            return Repeated(same, 100.0)
        if least == _FEWEST_QUOTED:
            ends = tuple(i + 1 for i, whole in enumerate(self._words) if len(whole) >= 3 and said[-len(whole) :] == whole)
            if ends:  # `Please write us a few lines: what does your association do?`
                return Repeated(ends, 100.0)
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


def _stand_in_order(pieces: Sequence[tuple[str, ...]], whole: tuple[str, ...]) -> bool:
    """Whether these runs of words stand in a text, one behind the other."""
    at = 0
    for piece in pieces:
        found = next((i for i in range(at, len(whole) - len(piece) + 1) if whole[i : i + len(piece)] == piece), None)
        if found is None:
            return False
        at = found + len(piece)
    return True


def _bare(text: str) -> str:
    """The line without bullet and label."""
    found = number(text)
    text = text[found.length :] if found else text
    return _BULLET.sub("", text, count=1) if _BULLET.match(text) else text


def _after(text: str, taken: int) -> str:
    """What stands behind the first `taken` words, without the mark that ends the question."""
    ends = [found.end() for _, found in zip(range(taken), _WORD.finditer(text), strict=False)]
    if not ends:
        return text
    rest = text[ends[-1] :].lstrip("?!.:;*_)\"' \t–-»”")
    hint = _HINT.match(text, ends[-1] + len(text[ends[-1] :]) - len(text[ends[-1] :].lstrip("?!.:;*_\"' \t")))
    return text[hint.end() :].lstrip("?!.:;*_)\"' \t–-") if hint else rest  # `(max 100 words)` belongs to the question
