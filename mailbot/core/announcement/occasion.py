"""Words that say what happens on a day, found in the text around a date: one pass for all occasions and all their phrases."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from mailbot.core.phrases.occasions import OCCASIONS, Occasions
from mailbot.core.phrases.occasions_more import MORE_OCCASIONS

_WORD = re.compile(r"\w+")
_SHORTEST_STEM = 3
_NO_WORDS = Occasions()
_BY_LANGUAGE = {**OCCASIONS, **MORE_OCCASIONS}


class Said(NamedTuple):
    """A phrase in a text: where it begins and ends, and how many words stand before and behind it."""

    start: int
    end: int
    before: int
    behind: int


class _Phrase(NamedTuple):
    """rest: the words behind the first one; a star ends a word of which only the stem counts."""

    occasion: str
    rest: tuple[str, ...]


_Index = Mapping[str, Sequence[_Phrase]]


@lru_cache(maxsize=512)
def said(text: str, language: str) -> Mapping[str, Sequence[Said]]:
    """Every phrase of each occasion, by the occasion's name, in a folded text; in the page's language and in English."""
    return _found(text, _index(language))


@lru_cache(maxsize=512)
def published(text: str) -> Sequence[Said]:
    """Phrases of publication in any language: the site around a text may speak another one."""
    return _found(text, _published()).get("published", ())


def _found(text: str, index: _Index) -> Mapping[str, Sequence[Said]]:
    words = list(_WORD.finditer(text))
    found: dict[str, list[Said]] = {}
    for at, word in enumerate(words):
        for key in _keys(word[0]):
            for occasion, rest in index.get(key, ()):
                last = at + len(rest)
                if last < len(words) and all(_is(wanted, words[at + n][0]) for n, wanted in enumerate(rest, 1)):
                    found.setdefault(occasion, []).append(Said(word.start(), words[last].end(), at, len(words) - last - 1))
    return found


def _keys(word: str) -> Iterable[str]:
    """The word itself, and each stem that it may have in a phrase."""
    yield word
    for length in range(_SHORTEST_STEM, min(len(word), 24) + 1):
        yield word[:length] + "*"


def _is(wanted: str, word: str) -> bool:
    return word.startswith(wanted[:-1]) if wanted.endswith("*") else word == wanted


@cache
def _index(language: str) -> _Index:
    index: dict[str, list[_Phrase]] = {}
    for words in (_BY_LANGUAGE.get(language, _NO_WORDS), _BY_LANGUAGE["en"]):
        for occasion, phrases in words._asdict().items():
            _add(index, occasion, phrases)
    return index


@cache
def _published() -> _Index:
    index: dict[str, list[_Phrase]] = {}
    for words in _BY_LANGUAGE.values():
        _add(index, "published", words.published)
    return index


def _add(index: dict[str, list[_Phrase]], occasion: str, phrases: Iterable[str]) -> None:
    for phrase in phrases:
        first, *rest = re.findall(r"\w+\*?", phrase)
        entry = _Phrase(occasion, tuple(rest))
        if entry not in index.setdefault(first, []):
            index[first].append(entry)
