"""Phrases written as a list that reads like one."""

import re
from collections.abc import Mapping

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
