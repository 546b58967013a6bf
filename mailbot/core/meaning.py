"""Meaning: how much the words of a passage have to do with each question, also across languages.

A feature is a concept that calls ask about (`phrases.concepts`) or the beginning of a rarer word, which is the same in many
languages. A feature counts as much as it tells the questions of one call apart. An embedding would stand behind `Likeness`.
"""

import math
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Protocol

from mailbot.core.known import words
from mailbot.core.phrases.concepts import CONCEPTS

_STEM = 5  # letters by which words are the same; `rehab…`
_LONGEST_BEGINNING = max(len(beginning) for beginnings in CONCEPTS.values() for beginning in beginnings)
_MOST_WORDS = 400  # of a passage that are looked at
_NOT_DECOMPOSED = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss"})
_SHORT_WHOLE = 3  # a beginning this short is the whole word

_ALSO = {"=experience": ("=work", "=years")}
"""Who is asked for his experience tells of his work and how long he has done it; half as telling as the word itself."""

_CONCEPT_OF = {beginning: name for name, beginnings in CONCEPTS.items() for beginning in beginnings}


class Likeness(Protocol):
    """Whatever can say how near a passage is to each question: 0 for nothing in common, about 3 for much."""

    def of(self, text: str) -> Sequence[float]: ...


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


def _features(text: str) -> Iterator[str]:
    for word in words(text[: _MOST_WORDS * 12])[:_MOST_WORDS]:
        feature = _feature(word)
        if feature:
            yield feature


@lru_cache(maxsize=20_000)
def _feature(word: str) -> str:
    """The concept of a casefolded word, else its first letters, else ''."""
    bare = plain_letters(word)
    for length in range(min(len(bare), _LONGEST_BEGINNING), 1, -1):
        concept = _CONCEPT_OF.get(bare[:length])
        if concept and (length > _SHORT_WHOLE or length == len(bare)):
            return f"={concept}"
    return bare[:_STEM] if len(bare) >= _STEM else ""


def plain_letters(word: str) -> str:
    """Without accents: `réinsertion` is `reinsertion`."""
    if word.isascii():
        return word
    decomposed = unicodedata.normalize("NFKD", word.translate(_NOT_DECOMPOSED))
    return "".join(c for c in decomposed if not unicodedata.combining(c))
