"""Days as they are printed, alone, in lists and in ranges, with what stands once for several of them: month, year, weekday."""

import re
from collections.abc import Sequence
from itertools import pairwise

from mailbot.core.announcement.found import Part, Text
from mailbot.core.announcement.tokens import Day, Token, exists
from mailbot.core.announcement.vocabulary import Month

# A day, with its weekday before it: `Friday, the 14th`, `den 14.`
_DAY = r"(?:[WV][.,]{0,2})?o{0,2}d\.?"
_NEXT = r"(?:,?&|,|[-t/]|[.]-)[fo]{0,2}"  # between two days of one month
_MONTH = r"[-/]?o{0,2}[MV]\.?"
_YEAR = r"(?:[-,/]?o{0,2}\.?Y\.?)?"
_WEEKDAY_AFTER = r"(?:,?\(W\.?\)|,W(?![.,]?o{0,2}d))?"
_DAY_FIRST = rf"(?:{_DAY}{_NEXT}){{0,8}}(?:{_DAY}{_MONTH}{_YEAR}|{_DAY}m\.?Y|(?:[WV][.,]{{0,2}})?o{{0,2}}[IJ])"
_NO_HOUR = r"(?!\.?[-t]?[kuU:]|-c)"
_MONTH_FIRST = rf"(?:W[.,]{{0,2}})?o{{0,2}}M\.?o{{0,2}}d\.?{_NO_HOUR}(?:(?:[-t&/]|,&?)d\.?{_NO_HOUR}){{0,8}}(?:,?o?Y)?"
_YEAR_FIRST = rf"Y[.o]{{0,3}}(?:M\.?o?d\.?(?:(?:-|&|t)d\.?{_NO_HOUR}){{0,4}}o?|d\.?M\.?)(?![,o]{{0,2}}Y)"
_NUMBERED = r"[dn]/Y,?[of]{1,2}d\.?o{0,2}M\.?(?![,o]{0,2}Y)"  # `No 3/2026 of 22 January`
_ONE = rf"(?:{_YEAR_FIRST}|{_NUMBERED}|{_DAY_FIRST}|{_MONTH_FIRST}){_WEEKDAY_AFTER}"
DATE = re.compile(rf"{_ONE}(?:,?\.?(?:-|t|&t?)[fo]{{0,2}}{_ONE}){{0,5}}")


def days(read: Text, letters: str, found: re.Match[str]) -> Part | None:
    """The days of one match, None for what is no date after all."""
    first, last = found.span()
    if re.match(r"[dn]/Y", found[0]):
        first += 2
    run = read.tokens[first:last]
    named = _named(run)
    if not all(day.month and exists(day) for day in named) or _is_another_word(read, run, named):
        return None
    named = shared_year(named)
    between = re.split(r"[dIJ]", re.sub(r"(?<=d)-(?=M-?Y)", "", letters[first:last]))[1:-1]
    from_one = letters[max(0, first - 4) : first].rstrip("o").endswith("f")  # `between 4 and 6 April`
    spans = [bool(re.search(r"[-t/]", gap)) or (from_one and len(between) == 1) for gap in between]
    if any(spans) and len(named) > 2:
        named = _filled(named, spans)
    first += len(letters[first:last]) - len(letters[first:last].lstrip("o"))  # a filler in front belongs to the sentence
    return read.part(first, last, days=tuple(named), span=len(named) == 2 and any(spans))


def _named(run: Sequence[Token]) -> list[Day]:
    """The days in order. A month or year that stands behind some of them is that of all which have none yet."""
    days: list[Day] = []
    month, year, weekday = None, None, None
    for at, token in enumerate(run):
        if token.letter == "W" or (token.letter == "V" and at + 1 < len(run) and _before_number(run, at)):
            weekday = token.value if token.letter == "W" else token.value[1]
        elif token.letter in "dIJ":
            day = Day(token.value, month, year) if token.letter == "d" else token.value
            days = [filled_up(d, day.month, day.year) for d in days]
            days.append(day._replace(weekday=weekday))
            weekday = None
        elif token.letter in "MVm":
            number = (token.value[0] if token.letter == "V" else token.value).number
            month = None if any(day.month is None for day in days) else number
            days = [filled_up(day, number, None) for day in days]
        elif token.letter == "Y":
            year = None if days else token.value
            days = [filled_up(day, None, token.value) for day in days]
    if days and weekday is not None and days[-1].weekday is None:
        days[-1] = days[-1]._replace(weekday=weekday)
    return days


def _before_number(run: Sequence[Token], at: int) -> bool:
    return next((token.letter for token in run[at + 1 :] if token.letter not in "o.,"), "") in "dIJ"


def filled_up(day: Day, month: int | None, year: int | None) -> Day:
    return day._replace(month=day.month or month, year=day.year or year)


def shared_year(days: list[Day]) -> list[Day]:
    """`29 December to 2 January 2025` begins in 2024."""
    shared = list(days)
    for at in range(len(shared) - 2, -1, -1):
        day, following = shared[at], shared[at + 1]
        if day.year and day.year == following.year and (day.month or 0, day.day) > (following.month or 0, following.day):
            shared[at] = day._replace(year=day.year - 1)
    return shared


def _filled(days: list[Day], spans: list[bool]) -> list[Day]:
    """`4, 6-8 April` as four days."""
    filled = days[:1]
    for (before, after), span in zip(pairwise(days), spans, strict=False):
        if span and before.month == after.month:
            filled += [after._replace(day=day, weekday=None) for day in range(before.day + 1, after.day)]
        filled.append(after)
    return filled


def _is_another_word(read: Text, run: Sequence[Token], days: list[Day]) -> bool:
    """An abbreviated month in small letters, with neither dot nor year nor weekday: `3 set di dati`, `4 pro`."""
    for token in run:
        month = token.value if token.letter == "M" else token.value[0] if token.letter == "V" else None
        if isinstance(month, Month) and month.short:
            dotted = read.shown[token.end : token.end + 1] == "."
            sure = dotted or any(day.year or day.weekday is not None for day in days)
            if not sure and read.shown[token.start].islower():
                return True
    return False
