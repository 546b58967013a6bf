"""Slips of the keyboard in the words of orders: `invte`, `delcine`, `einlden`.

One letter left out, two turned around, one doubled or its neighbour hit; never the first letter and never the ending, which
in most languages tells the past from the order: `zaprosił` is no slip for `zaprosić`. What would do for two words is neither.
"""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet

_SHORTEST = 6  # letters of a word that is known with a slip in it
_ENDING = 2
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_WORDS = frozenset({"chose", "invii", "invio", "renova", "incitare", "ample", "monte", "mostar", "strich", "colloque", "metre"})
"""Words of their own that are one slip away from the word of an order."""


def slips(words: Mapping[str, Hashable], english: AbstractSet[str]) -> Mapping[str, str]:
    """What may be typed instead of one of these words. words: each with what it stands for; nothing may be two of these.
    english: those of them that only change by what is added at their end, and so may be wrong there."""
    found: dict[str, str] = {}
    twice: set[str] = set()
    told = {f"{word}{ending}" for word in english if len(word) >= _SHORTEST - 1 for ending in ("s", "d", "ed", "ing")}
    for word in (word for word in words if len(word) >= _SHORTEST):
        typed = {*_typed(word), *(_at_the_end(word) if word in english else ())} - words.keys() - told - _WORDS
        twice.update(form for form in typed if words[found.setdefault(form, word)] != words[word])
    near: dict[str, set[Hashable]] = {}
    for word, meant in words.items():
        for pattern in _patterns(word):
            near.setdefault(pattern, set()).add(meant)
    return {
        form: word
        for form, word in found.items()
        if form not in twice and all(near.get(pattern, {words[word]}) == {words[word]} for pattern in _patterns(form))
    }


def _patterns(word: str) -> Iterator[str]:
    """The word with any letter in one place: two words that share one are a single wrong letter apart."""
    return (f"{word[:at]}?{word[at + 1 :]}" for at in range(len(word)))


def _typed(word: str) -> Iterator[str]:
    for at in range(1, len(word) - 1):
        before, letter, after = word[:at], word[at], word[at + 1 :]
        yield before + after
        yield before + letter + letter + after
        if at + 1 < len(word) - 1:
            yield before + after[0] + letter + after[1:]
        if at < len(word) - _ENDING:
            yield from (before + beside + after for beside in _BESIDE.get(letter, ()))


def _at_the_end(word: str) -> Iterator[str]:
    """`invit`, `inviet`, `invitr`"""
    yield word[:-1]
    yield word[:-2] + word[-1] + word[-2]
    yield from (word[:-1] + beside for beside in _BESIDE.get(word[-1], ()))


def _beside(rows: Iterable[str]) -> Mapping[str, str]:
    """The keys to the left and right of each."""
    return {row[n]: row[max(0, n - 1) : n] + row[n + 1 : n + 2] for row in rows for n in range(len(row))}


_BESIDE = _beside(_ROWS)
