"""Phrases written as a list that reads like one."""

import re
import unicodedata
from collections.abc import Iterable, Mapping

Words = Mapping[str, tuple[str, ...]]
"""Phrases by language, two small letters."""

_SHORTEST = 5
_BARE = str.maketrans("łøđıŁØĐæ", "lodiLODe")
_IN_TWO = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "æ": "ae"})
_LANGUAGES = re.compile(r"[a-z]{2}(?:, [a-z]{2})*:")


def listed(text: str) -> tuple[str, ...]:
    """Phrases divided by bars, over several lines; a line that ends in a colon names the language and is no phrase.

    >>> listed("en:  \\n  kind regards | best wishes |\\n  regards")
    ('kind regards', 'best wishes', 'regards')
    """
    lines = (line.strip() for line in text.splitlines())
    phrases = (phrase.strip() for line in lines if not line.endswith(":") for phrase in line.split("|"))
    return tuple(phrase for phrase in phrases if phrase)


def folded(text: str) -> tuple[str, ...]:
    """The same, casefolded as lines are when they are compared: `gruß` is `gruss` then, and a final sigma is a sigma."""
    return tuple(phrase.casefold() for phrase in listed(text))


def typed(text: str) -> tuple[str, ...]:
    """The same, casefolded, and also as people type it who have no keys for the accents."""
    return also_bare(folded(text))


def also_bare(phrases: Iterable[str]) -> tuple[str, ...]:
    """With the same as people type it who have no keys for the accents; short words would become others.

    >>> also_bare(["frage", "spørsmål", "öt"])
    ('frage', 'spørsmål', 'sporsmal', 'spoersmaal', 'öt')
    """
    return tuple(dict.fromkeys(form for phrase in phrases for form in (phrase, *_bare(phrase))))


def _bare(phrase: str) -> tuple[str, ...]:
    if len(phrase) < _SHORTEST:
        return ()
    apart = unicodedata.normalize("NFKD", phrase.translate(_BARE))
    return "".join(c for c in apart if not unicodedata.combining(c)), phrase.translate(_IN_TWO)


def by_language(text: str) -> Mapping[str, tuple[str, ...]]:
    """Phrases in small letters under the languages they are in; those under `da, no:` are in both.

    >>> by_language("en:\\n  by | before\\nde:\\n  bis")
    {'en': ('by', 'before'), 'de': ('bis',)}
    """
    found: dict[str, tuple[str, ...]] = {}
    languages: list[str] = []
    for line in map(str.strip, text.splitlines()):
        if _LANGUAGES.fullmatch(line):
            languages = [language.strip() for language in line[:-1].split(",")]
            continue
        for language in languages:
            found[language] = found.get(language, ()) + listed(f"{line.lower()} |")
    return found
