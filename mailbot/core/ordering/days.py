"""Days and hours behind `extend to`: `20 March 2027, 17:00`, `20.3.`, `le 20 mars à 17h`. Day before month, as in Europe."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, time, timedelta
from functools import cache
from typing import NamedTuple

from babel import Locale

from mailbot.core.ordering.tokens import Token
from mailbot.core.phrases.dating import DATING, MORE_MONTHS, MORE_WEEKDAYS
from mailbot.core.phrases.listed import also_bare
from mailbot.core.phrases.moments import MOMENTS

LANGUAGES = ("en", "de", "fr", "es", "it", "nl", "pl", "pt", "sv", "cs", "el")
_DIGITS = re.compile(r"\d+")
_FURTHEST = timedelta(days=3 * 366)  # nobody extends a call further; a slip of the finger does
_OTHERWISE = frozenset({"se", "om", "termine", "endet", "ends", "finishes"})  # they stand in phrases of dates, and condition
_NEXT_LEAP = 9  # years within which there is a 29 February


class Moment(NamedTuple):
    """end: the number of tokens that were read."""

    day: date
    at: time | None
    end: int


def moment(said: Sequence[Token], today: date) -> Moment | None:
    """The day, and perhaps the hour, that these tokens begin with. None also for one that is past or years away."""
    at = _skip(said, 0)
    weekday = _weekdays().get(_word(said, at))
    at = at if weekday is None else _skip(said, at + 1, ",")
    read = _day(said, at)
    if read is None:
        return None
    day = _resolved(*read[0], today)
    if day is None or not today <= day <= today + _FURTHEST or (weekday is not None and day.weekday() != weekday):
        return None
    hour = _hour(said, _past_stop(said, _skip(said, read[1], ",", "-")))
    return Moment(day, *hour) if hour is not None else Moment(day, None, read[1])


def is_month(word: str) -> bool:
    return word.casefold() in _months()


def _word(said: Sequence[Token], at: int) -> str:
    return said[at].text.casefold() if at < len(said) and not said[at].mark and not said[at].digits else ""


def _skip(said: Sequence[Token], at: int, *marks: str) -> int:
    """Past the small words of dates."""
    while at < len(said) and (_is_small(said[at]) or (said[at].mark and said[at].mark in marks)):
        at += 1
    return at


def _past_stop(said: Sequence[Token], at: int) -> int:
    """`kl. 12`"""
    return at + (at < len(said) and said[at].mark == "." and _word(said, at - 1) in _announcing())


def _is_small(token: Token) -> bool:
    pieces = token.text.casefold().split()
    return not token.mark and not token.digits and all(piece in _small() for piece in pieces)


def _day(said: Sequence[Token], at: int) -> tuple[tuple[int, int, int | None], int] | None:
    """Day, month and year, and where they end."""
    if at >= len(said):
        return None
    if said[at].digits == "date":
        return _in_digits(said[at].text), at + 1
    first = _small_number(said[at])
    if first is not None:
        behind = at + 1 + (at + 1 < len(said) and said[at + 1].mark == ".")
        behind = _skip(said, behind)
        month = _months().get(_word(said, behind))
        behind += 1
    else:
        month = _months().get(_word(said, at))
        behind = at + 1 + (at + 1 < len(said) and said[at + 1].mark == ".")
        behind = _skip(said, behind)
        first = _small_number(said[behind]) if behind < len(said) else None
        behind += 1
    if month is None or first is None:
        return None
    year_at = behind + (behind < len(said) and said[behind].mark in {".", ","})
    year_at = _skip(said, year_at)
    year = said[year_at].number if year_at < len(said) else None
    if year is not None and 1900 <= year < 2200:
        return (first, month, year), _behind_year(said, year_at + 1)
    return (first, month, None), behind


def _behind_year(said: Sequence[Token], at: int) -> int:
    """Polish: `2027 r.`, `2027 roku`."""
    if _word(said, at) not in {"r", "roku"}:
        return at
    return at + 1 + (at + 1 < len(said) and said[at + 1].mark == ".")


def _small_number(token: Token) -> int | None:
    if token.digits not in {"number", "ordinal"}:
        return None
    number = int(_DIGITS.findall(token.text)[0][:4])
    return number if 1 <= number <= 31 else None


def _in_digits(text: str) -> tuple[int, int, int | None]:
    numbers = [int(digits) for digits in _DIGITS.findall(text)]
    if numbers[0] > 31:
        return numbers[2], numbers[1], numbers[0]
    year = (numbers[2] + (2000 if numbers[2] < 100 else 0)) if len(numbers) > 2 else None
    return numbers[0], numbers[1], year


def _resolved(day: int, month: int, year: int | None, today: date) -> date | None:
    """Without a year the next such day, today included."""
    for each in (year,) if year is not None else range(today.year, today.year + _NEXT_LEAP):
        try:
            found = date(each, month, day)
        except ValueError:
            continue
        if year is not None or found >= today:
            return found
    return None


def _hour(said: Sequence[Token], at: int) -> tuple[time, int] | None:
    """The hour and where it ends. A bare number is one beside a word of the clock."""
    at += _word(said, at) == "om"  # Dutch; in Swedish and Portuguese an `if`
    if at >= len(said):
        return None
    token, text = said[at], said[at].text.casefold()
    if text in _noon():
        return time(12), at + 1
    announced = at > 0 and _word(said, at - 1 - (at > 1 and said[at - 1].mark == ".")).rpartition(" ")[2] in _announcing()
    followed = _word(said, at + 1) in _clock_words()
    bare = token.digits == "number" and (announced or followed)
    dotted = token.digits == "date" and text.count(".") == 1 and "/" not in text
    if token.digits != "clock" and not bare and not dotted:
        return None
    numbers = [int(digits) for digits in _DIGITS.findall(text)]
    hour, minute = numbers[0], numbers[1] if len(numbers) > 1 else 0
    half = re.search(r"([ap])\.?m", text)
    if half is not None:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half[1] == "p" else 0)
    return (time(hour, minute), at + 1 + followed) if hour < 24 and minute < 60 else None


@cache
def _small() -> frozenset[str]:
    return frozenset(word for code in LANGUAGES for word in _connecting(code)) - _OTHERWISE | {"am", "auf", "den", "dem"}


def _connecting(code: str) -> Iterator[str]:
    words = DATING[code]
    for phrases in (words.to, words.at, words.soft_at, words.of):
        for phrase in phrases:
            yield from re.findall(r"[^\W\d_]+", phrase)


@cache
def _announcing() -> frozenset[str]:
    return frozenset(
        word for code in LANGUAGES for phrase in (*DATING[code].at, *DATING[code].soft_at) for word in phrase.split()
    )


@cache
def _noon() -> frozenset[str]:
    return frozenset(phrase for code in LANGUAGES for phrase in MOMENTS[code].noon if phrase.isalpha())


@cache
def _clock_words() -> frozenset[str]:
    return frozenset(word for code in LANGUAGES for word in (*DATING[code].clock, *DATING[code].hours))


@cache
def _months() -> dict[str, int]:
    return dict(_names("months"))


@cache
def _weekdays() -> dict[str, int]:
    """0 is Monday."""
    return dict(_names("days"))


def _names(what: str) -> Iterator[tuple[str, int]]:
    """Each way of writing each name, first the short ones, so that a whole name is never another language's short one."""
    more = MORE_MONTHS if what == "months" else MORE_WEEKDAYS
    for width in ("abbreviated", "wide"):
        for code in LANGUAGES:
            for context in getattr(Locale.parse(code), what).values():
                for number, name in context.get(width, {}).items():
                    yield from ((form, number) for form in also_bare([name.casefold().rstrip(".")]))
    for code in LANGUAGES:
        for number, names in more.get(code, {}).items():
            yield from ((form, number) for form in also_bare(names))
