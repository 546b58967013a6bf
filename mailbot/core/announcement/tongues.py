"""The languages in which people work, by their English names."""

import re
from collections.abc import Sequence
from functools import cache

from babel import Locale

from mailbot.core.announcement.page import Block, Kind
from mailbot.core.announcement.phrasebook import Phrasebook
from mailbot.core.announcement.sentences import sentences
from mailbot.core.announcement.taken import Taken
from mailbot.core.language import LANGUAGES
from mailbot.core.phrases import announcing
from mailbot.core.phrases.tongues import OTHER_NAMES

_SPOKEN = Phrasebook(announcing.SPOKEN)
_NOT_SPOKEN = Phrasebook(announcing.NOT_SPOKEN)
_SHORT = 80  # characters of what a heading alone explains
_SPOKEN_OFTEN = (
    *LANGUAGES,
    *(
        "bg",
        "sk",
        "sl",
        "hr",
        "et",
        "lv",
        "lt",
        "ga",
        "mt",
        "no",
        "uk",
        "ru",
        "tr",
        "ar",
        "sr",
        "sq",
        "mk",
        "bs",
        "is",
        "ca",
        "eu",
    ),
    *("gl", "zh", "ja", "lb", "cy", "sw"),
)


def language_of_work(blocks: Sequence[Block], language: str) -> Taken[str] | None:
    """`English, Italian`: those that a sentence about the language of the meeting or of the answers names; of several
    sentences those of the one with the plainest words, and others that only interpretation adds."""
    found: list[tuple[list[str], Taken[str]]] = []
    for before, block in zip((None, *blocks), blocks, strict=False):
        text = block.text.replace("\t", ": ")
        if before is not None and before.kind is Kind.heading and len(text) < _SHORT:
            text = f"{before.text}: {text}"
        for sentence in sentences(text):
            if not _SPOKEN.first(sentence.text, language) or _NOT_SPOKEN.first(sentence.text, language):
                continue
            if named := _named(sentence.text, language):
                found.append((named, Taken("", block.number, sentence.text)))
    if not found:
        return None
    every = dict.fromkeys(name for named, _ in found for name in named)
    return Taken(", ".join(sorted(every)), found[0][1].line, found[0][1].quote)


def _named(text: str, language: str) -> list[str]:
    names = _names(language)
    return list(dict.fromkeys(names[word.casefold()] for word in _pattern(language).findall(text)))


@cache
def _names(language: str) -> dict[str, str]:
    """Names of languages, casefolded, in the language of the page and in English, to their English ones."""
    english = Locale("en")
    found: dict[str, str] = {}
    for code in _SPOKEN_OFTEN:
        name = english.languages.get(code)
        if name is None:
            continue
        found[name.casefold()] = name
        own = Locale.parse(language).languages.get(code)
        for said in (*((own,) if own else ()), *OTHER_NAMES.get(language, {}).get(code, ())):
            found[said.casefold()] = name
    return found


@cache
def _pattern(language: str) -> re.Pattern[str]:
    words = "|".join(re.escape(name) for name in sorted(_names(language), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)
