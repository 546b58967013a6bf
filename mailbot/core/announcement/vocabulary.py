"""What the words of dates mean in a page of one language: months, weekdays, connecting words, hours with names, zones."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from functools import cache
from typing import Any, NamedTuple
from zoneinfo import available_timezones

from babel import Locale
from babel.core import get_global

from mailbot.core.phrases.dating import DATING, MORE_MONTHS, MORE_WEEKDAYS
from mailbot.core.phrases.lengths import AMOUNTS, SPANS
from mailbot.core.phrases.moments import MOMENTS
from mailbot.core.phrases.numbers import NUMBER_WORDS
from mailbot.core.phrases.zones import PLACES, ZONE_AFTER, ZONE_BEFORE, ZONE_NAMES

PIECE = re.compile(r"[^\W\d_]+|\d+|[^\w\s'’]")
"""A word, a number or a mark, as phrases are compared. An apostrophe only parts."""


class Said(StrEnum):
    """An hour that is said by a word. noon is not among them: everybody means 12:00."""

    midnight = "midnight"
    close = "cob"
    day_end = "end of day"
    morning = "morning"
    afternoon = "afternoon"
    evening = "evening"


class Anchor(StrEnum):
    """What a length of time is counted from."""

    publication = "publication"
    meeting = "meeting"


class Month(NamedTuple):
    """short: an abbreviation, which may be another word as well."""

    number: int
    short: bool


class Meaning(NamedTuple):
    """letter: what the phrase does in a date (`dates`), or in a length of time. value: what it stands for, if anything."""

    letter: str
    value: Any = None


Phrases = dict[str, list[tuple[tuple[str, ...], Meaning]]]
"""Meanings by their first piece, the longest phrase first; the other pieces beside each."""


class Vocabulary(NamedTuple):
    """dating: for days, hours and zones. lengths: for `two weeks after publication` and `duration: two hours`; a text without
    any of `counted` holds none of these. months: the first words of names of months."""

    language: str
    dating: Phrases
    lengths: Phrases
    counted: tuple[str, ...]
    months: frozenset[str]


@cache
def vocabulary(language: str) -> Vocabulary:
    """Of a page in that language. Connecting words are its own, and English ones where they do not clash; names of months are
    those of all languages, as the site around the text may speak another one."""
    dating: Phrases = {}
    own = language if language in DATING else "en"
    for code in dict.fromkeys((own, "en")):
        _add(dating, _connecting(code))
        _add(dating, _moments(code))
        _add(dating, _names(code, short=True))
    for code in DATING:
        _add(dating, _names(code, short=False))
    _add(dating, _zones(own))
    lengths = _lengths(own)
    counted = (word for word, known in lengths.items() if any(meaning.letter in "Xl" for _, meaning in known))
    months = (word for word, known in dating.items() if any(meaning.letter in "MV" for _, meaning in known))
    return Vocabulary(language, dating, lengths, tuple(counted), frozenset(months))


def _lengths(own: str) -> Phrases:
    lengths: Phrases = {}
    for code in dict.fromkeys((own, "en")):
        if code not in SPANS:
            continue
        spans = SPANS[code]
        _add(lengths, _all(spans.publication, "X", Anchor.publication))
        _add(lengths, _all(spans.meeting, "X", Anchor.meeting))
        _add(lengths, _all(spans.weeks, "D", 7))
        _add(lengths, _all(spans.days, "D", 1))
        _add(lengths, _all(spans.hours, "L", 60))
        _add(lengths, _all(spans.minutes, "L", 1))
        _add(lengths, _all(spans.after, "F"))
        _add(lengths, _all(spans.before, "B"))
        _add(lengths, _all(spans.lasting, "l"))
    for number, words in (*AMOUNTS.items(), *((n, w) for n, w in NUMBER_WORDS.items() if n <= 10)):
        _add(lengths, _all(words, "A", number))
    return lengths


def _connecting(code: str) -> Iterator[tuple[str, Meaning]]:
    words = DATING[code]
    for letter, phrases in zip("t&faiUuo", words[:8], strict=True):
        yield from _all(phrases, letter)
    yield from _all(words.first, "d", 1)


def _moments(code: str) -> Iterator[tuple[str, Meaning]]:
    if code not in MOMENTS:
        return
    moments = MOMENTS[code]
    yield from _all(moments.noon, "N", 12 * 60)
    yield from _all(moments.midnight, "N", Said.midnight)
    yield from _all(moments.close, "N", Said.close)
    yield from _all(moments.day_end, "N", Said.day_end)
    yield from _all(moments.morning, "P", Said.morning)
    yield from _all(moments.afternoon, "P", Said.afternoon)
    yield from _all(moments.evening, "P", Said.evening)
    yield from _all(moments.every, "e")


def _names(code: str, *, short: bool) -> Iterator[tuple[str, Meaning]]:
    """Months and weekdays. Names that both have, such as the Spanish `mar`, are letter V: a day of the week before a number."""
    locale = Locale.parse(code)
    months = dict(_forms(locale.months, ("wide",), MORE_MONTHS.get(code, {})))
    days = dict(_forms(locale.days, ("wide",), MORE_WEEKDAYS.get(code, {})))
    shorter = dict(_forms(locale.months, ("abbreviated",), {})) if short else {}
    shorter_days = dict(_forms(locale.days, ("abbreviated", "short"), {})) if short else {}
    for name, number in {**shorter, **months}.items():
        weekday = days.get(name, shorter_days.get(name))
        month = Month(number, name not in months)
        yield name, Meaning("M", month) if weekday is None else Meaning("V", (month, weekday))
    for name, number in {**shorter_days, **days}.items():
        yield name, Meaning("W", number)


def _forms(
    names: Mapping[str, Mapping[str, Mapping[int, str]]], widths: Iterable[str], more: Mapping[int, tuple[str, ...]]
) -> Iterator[tuple[str, int]]:
    """Each way of writing each name, casefolded, with and without its accents. Polish, Czech and Greek decline them."""
    for width in widths:
        for context in ("format", "stand-alone"):
            for number, name in names[context].get(width, {}).items():
                folded = fold(name).strip(".").removeprefix("de ").removeprefix("d’")
                if len(folded) > 1:
                    yield from ((form, number) for form in (folded, _bare(folded)))
    for number, forms in more.items():
        yield from ((form, number) for form in forms)


def _zones(code: str) -> Iterator[tuple[str, Meaning]]:
    for zone, names in ZONE_NAMES.items():
        yield from _all(names, "z", zone)
    yield from _all(ZONE_BEFORE, "H")
    yield from _all(ZONE_AFTER, "T")
    for zone, names in PLACES.items():
        yield from _all(names, "g", zone)
    locale = Locale.parse(code)
    for territory, zones in get_global("territory_zones").items():
        if len(zones) == 1 and territory in locale.territories:
            yield fold(locale.territories[territory]), Meaning("g", zones[0])
    for zone, shown in locale.time_zones.items():
        if "city" in shown:
            yield fold(shown["city"]), Meaning("g", zone)
    for zone in sorted(available_timezones()):
        if "/" in zone and not zone.startswith("Etc/"):
            yield zone.rsplit("/", 1)[1].replace("_", " ").casefold(), Meaning("g", zone)


def fold(word: str) -> str:
    """Casefolded; letters that this takes apart, such as the Greek ΐ, are one again."""
    folded = word.casefold()
    return folded if folded.isascii() else unicodedata.normalize("NFC", folded)


def _all(phrases: Iterable[str], letter: str, value: Any = None) -> Iterator[tuple[str, Meaning]]:
    return ((phrase, Meaning(letter, value)) for phrase in phrases)


def _add(phrases: Phrases, more: Iterable[tuple[str, Meaning]]) -> None:
    """What is there already stays: languages are added in the order of their weight."""
    for phrase, meaning in more:
        first, *rest = PIECE.findall(phrase)
        known = phrases.setdefault(first, [])
        if all(tuple(rest) != other for other, _ in known):
            known.append((tuple(rest), meaning))
            known.sort(key=lambda entry: -len(entry[0]))


def _bare(name: str) -> str:
    """Without accents, as people write on keyboards that have none."""
    return "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
