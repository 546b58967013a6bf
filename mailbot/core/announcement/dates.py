"""Days, hours, zones and lengths of time in a text, with the place where each stands. What is no date is left alone.

The grammar is regular: each token is a letter (`tokens`), and the patterns are over letters. Lists are bounded, so that reading
is linear in the text, whatever the text is.
"""

import re
from datetime import timedelta

from mailbot.core.announcement.days import DATE, days
from mailbot.core.announcement.found import Hour, Part, Text, When
from mailbot.core.announcement.hours import HOURS, hours
from mailbot.core.announcement.together import joined
from mailbot.core.announcement.tokens import Day, lengths, tokens
from mailbot.core.announcement.vocabulary import Anchor, Said, Vocabulary, vocabulary

__all__ = ["Anchor", "Day", "Hour", "Said", "When", "dates"]

_ZONE = re.compile(r"z|[Ha]o{0,2}g|g-?T")
_PART = re.compile(r"P")
_EVERY = re.compile(r"e")
_LENGTH = re.compile(r"(?P<amount>[dnA])[ow]?(?P<unit>D)[^.;dnIJYA]{0,4}?(?P<way>[FB])[^.;dnIJY]{0,3}?(?P<anchor>X)")
_LASTING = re.compile(r"l[^.;]{0,3}?(?P<amount>[dnA])[ow]?(?P<unit>L)")


def dates(text: str, language: str) -> list[When]:
    """All mentions in the text of a page in that language (two small letters), in order."""
    words = vocabulary(language)
    read = Text(text, words.language, *tokens(text, words))
    letters, parts = read.letters, list[Part]()
    for pattern, make in ((_ZONE, _zone), (DATE, days), (HOURS, hours), (_PART, _part), (_EVERY, _every)):
        made = [part for found in pattern.finditer(letters) if (part := make(read, letters, found)) is not None]
        letters = _without(letters, made)
        parts += made
    return _with_lengths(joined(sorted(parts, key=lambda part: part.first), read), text, words)


def _without(letters: str, taken: list[Part]) -> str:
    """What is read is no longer there for the next pattern."""
    masked = list(letters)
    for part in taken:
        masked[part.first : part.last] = "#" * (part.last - part.first)
    return "".join(masked)


def _zone(read: Text, _: str, found: re.Match[str]) -> Part:
    zone = next(token.value for token in read.tokens[found.start() : found.end()] if token.letter in "zg")
    return read.part(*found.span(), zone="AoE" if zone == "AOE" else zone)


def _part(read: Text, _: str, found: re.Match[str]) -> Part:
    return read.part(*found.span(), begins=Hour(said=read.tokens[found.start()].value))


def _every(read: Text, _: str, found: re.Match[str]) -> Part:
    return read.part(*found.span(), every=True)


def _with_lengths(found: list[When], text: str, words: Vocabulary) -> list[When]:
    folded = text.casefold()
    if not any(word in folded for word in words.counted):
        return found
    read = Text(text, words.language, *lengths(text, words))
    counted = [_counted(read, length) for length in _LENGTH.finditer(read.letters)]
    lasting = [_lasts(read, length) for length in _LASTING.finditer(read.letters)]
    return sorted([*found, *(c for c in counted if c), *lasting], key=lambda when: when.start)


def _amount(read: Text, length: re.Match[str]) -> tuple[int, int]:
    return read.tokens[length.start("amount")].value, read.tokens[length.start("unit")].value


def _counted(read: Text, length: re.Match[str]) -> When | None:
    anchor = read.tokens[length.start("anchor")].value
    if (length["way"] == "F") != (anchor is Anchor.publication):
        return None
    amount, unit = _amount(read, length)
    days = timedelta(days=amount * unit if length["way"] == "F" else -amount * unit)
    return read.part(*length.span(), relative=(days, anchor)).when


def _lasts(read: Text, length: re.Match[str]) -> When:
    amount, unit = _amount(read, length)
    return read.part(*length.span(), lasts=timedelta(minutes=amount * unit)).when
