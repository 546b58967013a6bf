"""Words of an answer with their places, and how words are compared: without case and accents."""

import re
import unicodedata
from dataclasses import dataclass

from mailbot.core.phrases.identifying import FURTHER_TITLES
from mailbot.core.phrases.names import TITLES

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_APART = str.maketrans("łøđıŁØĐæœ", "lodiLODeo")
_LONGEST = 80  # characters of a word that are compared
_ENDS = frozenset(".!?:;…\n•–—\t")
_ABBREVIATIONS = frozenset(
    [
        "ca",
        "bzw",
        "etc",
        "eg",
        "ie",
        "zb",
        "usw",
        "inkl",
        "incl",
        "vs",
        "resp",
        "approx",
        "no",
        "nr",
        "st",
        "ul",
        "al",
        "os",
        "tel",
        "cell",
        "geb",
        "ur",
        "nar",
    ]
)


def folded(word: str) -> str:
    """Small letters without accents: `Łukasz` is `lukasz`, `Größe` `grosse`."""
    if word.isascii():
        return word.lower()
    apart = unicodedata.normalize("NFKD", word[:_LONGEST].translate(_APART))
    return "".join(c for c in apart if not unicodedata.combining(c)).casefold()


TITLED = frozenset(folded(title) for title in TITLES | FURTHER_TITLES)


@dataclass(frozen=True, slots=True)
class Word:
    """start, end: in the text. key: folded. capital: begins with a capital letter. initial: begins a sentence or a line."""

    start: int
    end: int
    text: str
    key: str
    capital: bool
    initial: bool

    @property
    def shouted(self) -> bool:
        """Two capitals or more and nothing small: an acronym, or loud."""
        return len(self.text) > 1 and self.text.isupper()


def words(text: str) -> list[Word]:
    """All the words of a text; linear in its length."""
    found: list[Word] = []
    for match in _WORD.finditer(text):
        said = match.group()
        before = found[-1] if found else None
        first = said[0].isupper() or said[0].istitle()
        found.append(Word(match.start(), match.end(), said, folded(said), first, _begins(text, before, match.start())))
    return found


def _begins(text: str, before: Word | None, start: int) -> bool:
    if before is None:
        return True
    between = text[before.end : start][:40]
    if "\n" in between or not _ENDS.isdisjoint(between.replace(".", "")):
        return True
    if "." not in between:
        return False
    short = len(before.text) == 1 or before.key in TITLED or before.key in _ABBREVIATIONS
    return not short


def stars(listed: tuple[str, ...]) -> tuple[frozenset[str], tuple[str, ...]]:
    """Folded words, and the beginnings that stand before a star."""
    exact = frozenset(folded(word) for word in listed if not word.endswith("*"))
    return exact, tuple(sorted({folded(word[:-1]) for word in listed if word.endswith("*")}))


def matches(key: str, listed: tuple[frozenset[str], tuple[str, ...]]) -> bool:
    return key in listed[0] or key.startswith(listed[1])
