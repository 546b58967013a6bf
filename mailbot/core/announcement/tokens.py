"""A text to tokens of one letter each, so that the grammar of dates is a handful of patterns over letters.

    d number from 1 to 31     n other small number     Y year       4 four digits    x anything else
    I a whole date in digits  J day and month          k an hour    c perhaps an hour (`10.30`)
    z a zone                  p `am` or `pm` by itself  m month in Roman numerals
    Marks stand for themselves; dashes are all `-`, tabs and line breaks `;`

The letters of words are those of `vocabulary`.
"""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from mailbot.core.announcement.vocabulary import Meaning, Month, Phrases, Vocabulary, fold
from mailbot.core.phrases.dating import DOTTED_DAYS
from mailbot.core.phrases.listed import listed
from mailbot.core.phrases.zones import ABBREVIATIONS

_END = r"(?![-./]?\d)"
_LEXEMES = re.compile(
    rf"""
    (?P<offset>\b(?:UTC|GMT)\s?[+\-−–]\s?\d{{1,2}}(?::?[0-5]\d)?(?!\d))
  | (?P<iso>(?:19|20|21)\d\d(?:-\d{{1,2}}-\d{{1,2}}|/\d{{1,2}}/\d{{1,2}}|\.\s?\d{{1,2}}\.\s?\d{{1,2}}\.?)(?!\d)(?:T(?=\d\d:))?)
  | (?P<full>\d{{1,2}}(?:\.\s?\d{{1,2}}\.\s?|/\d{{1,2}}/|-\d{{1,2}}-)(?:(?:19|20|21)\d\d|\d\d){_END})
  | (?P<half>\d{{1,2}}\.\s?\d{{1,2}}\.(?!\d))
  | (?P<meridiem>\d{{1,2}}(?:[:.h][0-5]\d)?\s?[apAPπμ]\.?\s?[mMμ]\b\.?)
  | (?P<hour>\d{{1,2}}\s?[hH]\s?[0-5]\d(?!\d)|\d{{1,2}}[:.][0-5]\d\s?[hH]\b|\d{{1,2}}\s?[hH]\b(?!\.?\s?\d))
  | (?P<clock>\d{{1,2}}:[0-5]\d(?::[0-5]\d)?(?![\d:]))
  | (?P<dotted>\d{{1,2}}\.[0-5]\d(?![.,:]?\d))
  | (?P<junk>\d+(?:[.,:]\d+)+|\d{{5,}})
  | (?P<number>\d+(?:(?:st|nd|rd|th|er|ère|re|ste|º|°|ª|:e|:a|e|η|ης|-?го|-?ви)\b)?[º°ª]?)
  | (?P<half_day>\b[apAP]\.?[mM]\b\.?)
  | (?P<word>[^\W\d_]+)
  | (?P<mark>[^\w\s'’])
  | (?P<gap>[\t\n])
    """,
    re.VERBOSE,
)
_ROMAN = {
    numeral: Month(number, short=False) for number, numeral in enumerate(listed("I|II|III|IV|V|VI|VII|VIII|IX|X|XI|XII"), 1)
}
_DIGITS = re.compile(r"\d+")
_MARKS = {"–": "-", "—": "-", "−": "-", "‐": "-", "‑": "-", "~": "-"}


class Day(NamedTuple):
    """A day as printed. year, month: None when they stand elsewhere. weekday: 0 is Monday. other_order: perhaps month first.
    month_first: surely so, as there is no month 14."""

    day: int
    month: int | None = None
    year: int | None = None
    weekday: int | None = None
    other_order: bool = False
    month_first: bool = False


class Clock(NamedTuple):
    """minutes since midnight, up to 24 * 60. half: am or pm is said."""

    minutes: int
    half: bool = False


class Token(NamedTuple):
    """start, end: in the text."""

    letter: str
    value: Any
    start: int
    end: int


class Tokens(NamedTuple):
    """letters: of all tokens, in one string."""

    tokens: Sequence[Token]
    letters: str


def tokens(text: str, words: Vocabulary) -> Tokens:
    """For days, hours and zones."""
    found = _phrases([_token(lexeme, words.language) for lexeme in _LEXEMES.finditer(text)], text, words.dating)
    return Tokens(found, "".join([token.letter for token in found]))


def lengths(text: str, words: Vocabulary) -> Tokens:
    """For lengths of time."""
    raw = [_token(lexeme, words.language) for lexeme in _LEXEMES.finditer(text)]
    found = _phrases([token._replace(letter="w") if token.letter in "zpm" else token for token in raw], text, words.lengths)
    return Tokens(found, "".join(token.letter for token in found))


def _token(lexeme: re.Match[str], language: str) -> Token:
    kind, shown = lexeme.lastgroup, lexeme[0]
    start, end = lexeme.span()
    if kind == "word":
        if shown in ABBREVIATIONS:
            return Token("z", shown, start, end)
        return Token("m", _ROMAN[shown], start, end) if shown in _ROMAN else Token("w", None, start, end)
    if kind == "mark":
        return Token(_MARKS.get(shown, shown), None, start, end)
    if kind in ("gap", "junk"):
        return Token(";" if kind == "gap" else "x", None, start, end)
    if kind == "offset":
        return Token("z", re.sub(r"[−–]", "-", "".join(shown.split())), start, end)
    letter, value = _number(kind or "", shown, language)
    return Token(letter, value, start, end)


def _number(kind: str, shown: str, language: str) -> tuple[str, Any]:
    numbers = [int(digits) for digits in _DIGITS.findall(shown)]
    match kind:
        case "number":
            number = numbers[0]
            if len(shown) >= 4 and shown[:4].isdecimal():
                return ("Y" if 1970 <= number < 2200 else "4"), number
            return ("d" if 1 <= number <= 31 else "n" if number < 100 else "x"), number
        case "iso":
            return _whole(Day(numbers[2], numbers[1], numbers[0]))
        case "full":
            return _whole(_in_order(numbers, shown, language))
        case "half":
            half = Day(numbers[0], numbers[1])
            if exists(half) and language in DOTTED_DAYS:
                return "J", half
            return _hour("c", numbers) if len(shown.split(".")[1].strip()) == 2 else ("x", None)
        case "meridiem":
            # `am` is a German preposition: `Platz 10 am See`.
            plain = language == "en" or "." in shown or not re.search(r"\s", shown)
            return _meridiem(numbers, shown) if plain else ("d" if 1 <= numbers[0] <= 31 else "x", numbers[0])
        case "half_day":
            # By itself it is a verb in English, a preposition in German.
            return ("p", shown[0] in "pP") if language == "en" or "." in shown else ("w", None)
        case _:
            return _hour("c" if kind == "dotted" else "k", numbers)


def _in_order(numbers: list[int], shown: str, language: str) -> Day:
    """Day first, as all of Europe writes, unless there is no such month; English with slashes leaves a doubt."""
    first, second, year = numbers
    year += 2000 if year < 100 else 0
    if second > 12 >= first and "." not in shown:
        return Day(second, first, year, month_first=True)
    return Day(first, second, year, other_order=language == "en" and "/" in shown and first <= 12 and first != second)


def _whole(day: Day) -> tuple[str, Any]:
    return ("I", day) if exists(day) else ("x", None)


def _hour(letter: str, numbers: list[int]) -> tuple[str, Any]:
    minutes = numbers[0] * 60 + (numbers[1] if len(numbers) > 1 else 0)
    return (letter, Clock(minutes)) if minutes <= 24 * 60 else ("x", None)


def _meridiem(numbers: list[int], shown: str) -> tuple[str, Any]:
    hour, minute = numbers[0], numbers[1] if len(numbers) > 1 else 0
    if hour > 24:
        return "x", None
    later = any(c in shown for c in "pP") or shown.count("μ") > 1
    if hour <= 12:
        hour = hour % 12 + 12 * later
    return "k", Clock(hour * 60 + minute, half=True)


def exists(day: Day) -> bool:
    """Whether there is such a day, 29 February without a year too."""
    try:
        date(day.year or 2024, 1 if day.month is None else day.month, day.day)
    except ValueError:
        return False
    return True


def _phrases(raw: list[Token], text: str, phrases: Phrases) -> list[Token]:
    """Words replaced by the longest phrase that begins with each. Looks ahead as far as a phrase is long: a few words."""
    folded = [fold(text[token.start : token.end]) if token.letter in "wxm-/." else token.letter for token in raw]
    found: list[Token] = []
    at = 0
    while at < len(raw):
        token = raw[at]
        if token.letter in "wm":
            for rest, meaning in phrases.get(folded[at], ()):
                if not rest or tuple(folded[at + 1 : at + 1 + len(rest)]) == rest:
                    last = raw[at + len(rest)]
                    letter = _capital(meaning, text[token.start : last.end])
                    token = Token(letter, meaning.value, token.start, last.end)
                    at += len(rest)
                    break
        found.append(_settled(token, found) if token.letter in "wJ" else token)
        at += 1
    return found


def _settled(token: Token, before: list[Token]) -> Token:
    """A word that is no phrase means nothing here. `kl. 18.10.` at the end of a sentence is an hour, not a day of October."""
    if token.letter == "w":
        return token._replace(letter="x")
    if token.letter == "J" and "".join(each.letter for each in before[-2:]).endswith(("a", "a.")):
        letter, value = _hour("c", [token.value.day, token.value.month])
        return token._replace(letter=letter, value=value)
    return token


def _capital(meaning: Meaning, shown: str) -> str:
    """`may` and `march` without a capital are verbs."""
    if isinstance(meaning.value, Month) and shown in {"may", "march"}:
        return "x"
    return meaning.letter
