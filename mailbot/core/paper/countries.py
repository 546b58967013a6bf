"""Countries in answers, and which of them fewer than five entries tell: one person from Malta is no nobody."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from mailbot.core.paper.shapes import FEWEST, Mark, What
from mailbot.core.paper.words import Word, stars, words
from mailbot.core.phrases.countries import AMBIGUOUS, NEVER, NO_COUNTRY, OTHER_NAMES
from mailbot.core.phrases.identifying import GIVEN
from mailbot.core.phrases.peoples import CAPITAL_ONLY, PEOPLES

_LETTERS = ("cs", "de", "el", "en", "es", "fr", "it", "nl", "pl", "pt", "sv")
_ENDINGS = frozenset(
    ["s", "es", "u", "e", "ie", "y", "a", "i", "em", "om", "ou", "ach", "ech", "ich", "ami", "eh", "zech", "ku"]
)
_LONGEST = 6  # words of a name
_WHY = f"country that fewer than {FEWEST} entries tell"


@cache
def _names() -> dict[tuple[str, ...], str]:
    """The words of every name of a country, folded, to its code."""
    from babel import Locale

    found: dict[tuple[str, ...], str] = {}
    for language in _LETTERS:
        for code, name in Locale(language).territories.items():
            if len(code) == 2 and code not in NO_COUNTRY:
                found.setdefault(_keys(name), code)
    for code, others in OTHER_NAMES.items():
        for name in others:
            found[_keys(name)] = code
    return {keys: code for keys, code in found.items() if keys and " ".join(keys) not in NEVER and len("".join(keys)) > 1}


def _keys(name: str) -> tuple[str, ...]:
    return tuple(word.key for word in words(name))


@cache
def _lengths() -> dict[str, tuple[int, ...]]:
    """How many words a name may have that begins with this word, the longest first."""
    found: dict[str, set[int]] = {}
    for keys in _names():
        found.setdefault(keys[0], set()).add(min(len(keys), _LONGEST))
    return {first: tuple(sorted(lengths, reverse=True)) for first, lengths in found.items()}


@cache
def _peoples() -> tuple[dict[str, str], dict[str, str]]:
    """Whole words to codes, and beginnings to codes."""
    exact: dict[str, str] = {}
    begun: dict[str, str] = {}
    for code, forms in PEOPLES.items():
        whole, beginnings = stars(forms)
        exact |= dict.fromkeys(whole, code)
        begun |= dict.fromkeys(beginnings, code)
    return exact, begun


def countries(found: Sequence[Word]) -> dict[int, tuple[str, int]]:
    """Where the words of a text name a country: place of the first word to the code and the number of words."""
    told: dict[int, tuple[str, int]] = {}
    at = 0
    while at < len(found):
        code, length = _name(found, at) or _adjective(found[at])
        if code:
            told[at] = code, length
        at += max(length, 1)
    return told


def _name(found: Sequence[Word], at: int) -> tuple[str, int] | None:
    word = found[at]
    if not word.capital:
        return None
    for length in _lengths().get(word.key, ()):
        keys = tuple(each.key for each in found[at : at + length])
        code = _names().get(keys)
        if code and (len(word.key) > 2 or word.shouted):
            return (code, length) if " ".join(keys) not in _DOUBTFUL else None
    if len(word.key) > 5 and word.key not in GIVEN:
        for cut in (1, 2, 3, 4):
            stem = word.key[:-cut]
            if len(stem) > 3 and word.key[-cut:] in _ENDINGS:
                code = next((c for end in _NOMINATIVES if (c := _names().get((stem + end,)))), None)
                if code and stem not in AMBIGUOUS:
                    return code, 1
    return None


_NOMINATIVES = ("", "a", "o", "y", "e", "ia", "ja")
_DOUBTFUL = AMBIGUOUS - {"turkey", "wales", "holland", "cuba", "ceska", "cesku"}


def _adjective(word: Word) -> tuple[str, int]:
    exact, begun = _peoples()
    if word.key in CAPITAL_ONLY and not word.capital:
        return "", 1
    code = exact.get(word.key, "")
    for length in range(min(len(word.key), 12), 3, -1) if not code else ():
        if code := begun.get(word.key[:length], ""):
            break
    return code, 1


def rare(texts: Iterable[Iterable[str]], fewest: int = FEWEST) -> frozenset[str]:
    """Codes of the countries that some and yet fewer than `fewest` of the entries tell. texts: the answers of each entry."""
    told: Counter[str] = Counter()
    for answers in texts:
        told.update({code for text in answers for code, _ in countries(words(text)).values()})
    return frozenset(code for code, entries in told.items() if entries < fewest)


def country_marks(found: Sequence[Word], told: dict[int, tuple[str, int]], few: frozenset[str]) -> Iterator[Mark]:
    for at, (code, length) in told.items():
        if code in few:
            yield Mark(found[at].start, found[at + length - 1].end, What.country, _WHY, certain=True)
