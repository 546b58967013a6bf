"""Vocables: phrases of whole words found in what people write, whatever the case and the accents."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

LONGEST = 2_000
"""Characters of an answer that are looked at."""

_WORD = re.compile(r"\w+")
_MARKS, _PRINT = re.compile("[\u0300-\u036f]+"), re.compile("[\u00ab\u00bb\u2010-\u2027\u2030-\u205e]")
_BLANK = {n: " " for n in range(128) if not chr(n).isalnum()}
_NOT_DECOMPOSED = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ı": "i"})


@lru_cache(maxsize=8)  # several ask for the words of one answer in turn
def words(text: str) -> Sequence[str]:
    """In small letters without accents, as far as they are looked at: `Česká` and `ceska` are one word, `d'Ivoire` are two."""
    plain = text[:LONGEST].casefold()
    if not plain.isascii():
        plain = _unaccented(plain)
    if plain.isascii():
        return plain.translate(_BLANK).split()  # several times as fast as a pattern
    composed = unicodedata.normalize("NFC", text[:LONGEST].casefold()).replace("_", " ")  # an accent of its own ends the word
    return [word if word.isascii() else _bare(word) for word in _WORD.findall(composed)]


def _unaccented(plain: str) -> str:
    """Without accents, and marks of print as blanks; letters that are none of ours stay."""
    apart = unicodedata.normalize("NFD", plain)
    bare = apart.encode("ascii", "ignore")
    if len(bare) == len(plain):  # each letter was one of ours with accents: nothing else was left out
        return bare.decode()
    return _PRINT.sub(" ", _MARKS.sub("", unicodedata.normalize("NFKD", plain)))


def fold(text: str) -> str:
    """The text as its words are compared, with all that stands between them."""
    plain = text[:LONGEST].casefold()
    return plain if plain.isascii() else _without_accents(plain)


@lru_cache(maxsize=4096)
def _bare(word: str) -> str:
    return _without_accents(word)


def _without_accents(plain: str) -> str:
    apart = unicodedata.normalize("NFKD", plain.translate(_NOT_DECOMPOSED))
    return "".join(c for c in apart if not unicodedata.combining(c))


class Vocables:
    """What phrases of whole words mean. Of phrases that overlap the one that begins first counts, and of those the longest: in
    `Northern Ireland` there is no `Ireland`."""

    def __init__(self, meanings: Iterable[tuple[str, str]]) -> None:
        """Phrases with what they mean; of one with two meanings the first stands."""
        first: dict[str, dict[tuple[str, ...], str]] = defaultdict(dict)
        for phrase, meaning in meanings:
            if parts := tuple(words(phrase)):
                first[parts[0]].setdefault(parts, meaning)
        self._first: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]] = {
            word: tuple(sorted(phrases.items(), key=lambda one: (-len(one[0]), one))) for word, phrases in first.items()
        }
        self._alone = {word for word, phrases in self._first.items() if all(len(phrase) == 1 for phrase, _ in phrases)}

    def found(self, spoken: Sequence[str]) -> Iterator[str]:
        """The meaning of each phrase in these `words`; in their order where one could be part of another."""
        first = self._first
        begun = {word for word in spoken if word in first}
        if begun <= self._alone:
            yield from (first[word][0][1] for word in begun)
            return
        free = 0  # from where on no phrase has taken the words
        for at in [at for at, word in enumerate(spoken) if word in begun]:
            for phrase, meaning in first[spoken[at]] if at >= free else ():
                if tuple(spoken[at : at + len(phrase)]) == phrase:
                    yield meaning
                    free = at + len(phrase)
                    break
