"""Phrases of an announcement's language looked for in its words: `…` in one stands for words between, `*` for any ending."""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

_EVERYWHERE = "en"  # announcements in other languages have English in them too
_BETWEEN = r"[^?!;:,]{1,100}?"
_LONG_BETWEEN = r"[^?!;:]{1,300}?"

ByLanguage = Mapping[str, tuple[str, ...]]


class Phrasebook:
    """Phrases by language; with those of the page's language the English ones count.

    wanted: what stands between is what is looked for, and may have commas in it; it is the last group of a match.
    native: the English ones do not count elsewhere; `i` is a word of many languages.
    """

    def __init__(self, phrases: ByLanguage, *, wanted: bool = False, native: bool = False) -> None:
        self._phrases = phrases
        self._native = native
        self._between = f"({_LONG_BETWEEN})" if wanted else _BETWEEN
        self._pattern = cache(self._compiled)

    def first(self, text: str, language: str, start: int = 0) -> re.Match[str] | None:
        """The first phrase at or behind a place; a match gives places, its words are in small letters."""
        return self._pattern(language).search(_small(text), start)

    def every(self, text: str, language: str) -> Iterator[re.Match[str]]:
        """All of them, from left to right, none within another."""
        return self._pattern(language).finditer(_small(text))

    def opens(self, text: str, language: str) -> re.Match[str] | None:
        """The phrase that the text begins with."""
        return self._pattern(language).match(_small(text.lstrip("¿¡\"'“„« (")))

    def last(self, text: str, language: str) -> int:
        """How many characters of the text's end, blanks included, are one of the phrases; 0 for none."""
        found = [match for match in self.every(text, language) if not text[match.end() :].strip()]
        return len(text) - found[-1].start() if found else 0

    def of(self, language: str) -> tuple[str, ...]:
        """Those of the language, and the English ones."""
        if self._native and language in self._phrases:
            return self._phrases[language]
        return tuple(dict.fromkeys((*self._phrases.get(language, ()), *self._phrases.get(_EVERYWHERE, ()))))

    def _compiled(self, language: str) -> re.Pattern[str]:
        ordered = sorted(self.of(language), key=len, reverse=True)
        words = "|".join(_one(phrase, self._between) for phrase in ordered if phrase[0].isalnum())
        others = "".join("|" + _one(phrase, self._between) for phrase in ordered if not phrase[0].isalnum())
        return re.compile(rf"(?<!\w)(?:{words}){others}")


@lru_cache(maxsize=64)
def _small(text: str) -> str:
    """In small letters, each at its place: a pattern that need not look for both kinds is three times as fast."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _one(phrase: str, between: str) -> str:
    """As a pattern: whole words, any blanks, either apostrophe."""
    stem = phrase.removesuffix("*")
    end = r"\w*" if stem != phrase else r"(?!\w)" if stem[-1].isalnum() else ""
    words = re.escape(stem).replace(r"\ …\ ", rf"(?:\s+|\s{between}\s)").replace(r"\ ", r"\s+")
    words = words.replace("…", between).replace("\\*", r"\w*").replace("'", "['’]")
    return f"{words}{end}"
