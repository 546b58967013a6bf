"""Meaning: how much the words of a passage have to do with each question, also across languages.

A feature is a concept that calls ask about (`phrases.concepts`) or the beginning of a rarer word, which is the same in many
languages. A feature counts as much as it tells the questions of one call apart. An embedding would stand behind `Likeness`.
"""

import math
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Protocol

from mailbot.core.known import words
from mailbot.core.phrases.concepts import COMMON, CONCEPTS

_STEM = 5  # letters by which words are the same; `rehab…`
_LONGEST_BEGINNING = max(len(beginning) for beginnings in CONCEPTS.values() for beginning in beginnings)
_MOST_WORDS = 400  # of a passage that are looked at
_NOT_DECOMPOSED = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss"})
_LATIN = str.maketrans(
    dict(
        zip(
            "абвгдезиклмнопрстуфхыэіїйαβγδεζηικλμνοπρστυφωςђјћќљњ",
            "abvgdeziklmnoprstufhyeiijavgdezhiklmnoprstyfosdjckln",
            strict=False,
        )
    )
    | {"ж": "zh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sht", "ю": "yu", "я": "ya", "ъ": "", "ь": "", "ξ": "x", "χ": "ch"}
    | {"ψ": "ps", "θ": "th"}
)
_SHORT_WHOLE = 3  # a beginning this short is the whole word

_COMMON = frozenset(word[:_STEM] for word in COMMON)
_ALSO = {"=experience": ("=work", "=years"), "=practice": ("=result", "=example")}
"""Who is asked for experience tells of work and years, who is asked for a good practice of what came of it; half as telling."""


class Likeness(Protocol):
    """Whatever can say how near a passage is to each question: 0 for nothing in common, about 3 for much."""

    def of(self, text: str) -> Sequence[float]: ...

    def apart(self, text: str, numbers: Sequence[int]) -> Sequence[float]:
        """For each of these questions, by what it does not share with the others of them."""
        ...


class Shared:
    """Likeness by features that passage and question share."""

    def __init__(self, questions: Sequence[str]) -> None:
        asked = [frozenset(_features(question)) for question in questions]
        spread = Counter(feature for features in asked for feature in features)
        weight = {feature: math.log((len(asked) + 1) / n) for feature, n in spread.items()}
        self._questions = [{feature: weight[feature] for feature in features} for features in asked]
        for features in self._questions:
            for feature in [feature for feature in features if feature in _ALSO]:
                for other in _ALSO[feature]:
                    if other not in spread:
                        features[other] = features[feature] / 2

    def of(self, text: str) -> tuple[float, ...]:
        """For each question. Several words of one concept count little more than one."""
        said = Counter(_features(text))
        often = {feature: 1 + 0.3 * math.log(n) for feature, n in said.items()}
        return tuple(
            sum(weight * often[feature] for feature, weight in features.items() if feature in often)
            for features in self._questions
        )

    def apart(self, text: str, numbers: Sequence[int]) -> tuple[float, ...]:
        """See `Likeness.apart`."""
        said = frozenset(_features(text))
        shared = Counter(feature for n in numbers for feature in self._questions[n - 1])
        return tuple(
            sum(weight for feature, weight in self._questions[n - 1].items() if feature in said and shared[feature] == 1)
            for n in numbers
        )


def _features(text: str) -> Iterator[str]:
    for word in words(text[: _MOST_WORDS * 12])[:_MOST_WORDS]:
        feature = _feature(word)
        if feature:
            yield feature


@cache
def _concept_of() -> dict[str, str]:
    return {plain_letters(beginning): name for name, beginnings in CONCEPTS.items() for beginning in beginnings}


@lru_cache(maxsize=20_000)
def _feature(word: str) -> str:
    """The concept of a casefolded word, else its first letters, else ''."""
    bare = plain_letters(word)
    for length in range(min(len(bare), _LONGEST_BEGINNING), 1, -1):
        concept = _concept_of().get(bare[:length])
        if concept and (length > _SHORT_WHOLE or length == len(bare)):
            return f"={concept}"
    return bare[:_STEM] if len(bare) >= _STEM and bare[:_STEM] not in _COMMON else ""


def plain_letters(word: str) -> str:
    """Without accents, and in Latin letters: `réinsertion` is `reinsertion`, `програмата` is `programata`."""
    if word.isascii():
        return word
    decomposed = unicodedata.normalize("NFKD", word.translate(_NOT_DECOMPOSED))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).translate(_LATIN)
