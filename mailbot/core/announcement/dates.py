"""Days, hours, zones and lengths of time in a text, with the place where each stands. What is no date is left alone.

The grammar is regular: each token is a letter (`tokens`), and the patterns here are over letters. Lists are bounded, so that
reading is linear in the text, whatever the text is.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import pairwise
from typing import Any, NamedTuple

from mailbot.core.announcement.tokens import Clock, Day, Token, exists, lengths, tokens
from mailbot.core.announcement.vocabulary import Anchor, Month, Said, Vocabulary, vocabulary

__all__ = ["Anchor", "Day", "Hour", "Said", "When", "dates"]

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
_ONE = rf"(?:{_YEAR_FIRST}|{_DAY_FIRST}|{_MONTH_FIRST}){_WEEKDAY_AFTER}"
_DATE = re.compile(rf"{_ONE}(?:,?\.?(?:-|t|&t?)[fo]{{0,2}}{_ONE}){{0,5}}")

# An hour: `5pm`, `17 Uhr`, `12 noon`, `17.30 Uhr`, `1700 hrs`, `6 de la tarde`.
_CLOCK = r"(?:(?:[kcdn]\.?|[4Y](?=[uU]))(?:[uU]\.?)?(?:[oi]{0,2}P|p|N)?|N)"
_HOURS = re.compile(
    rf"(?P<before>(?:[fit]|a\.?){{0,3}})(?P<first>{_CLOCK})(?:,?(?P<to>[-t&a])[aifot]{{0,2}}(?P<last>{_CLOCK}))?"
)
_ZONE = re.compile(r"z|[Ha]o{0,2}g|g-?T")
_PART = re.compile(r"P")
_EVERY = re.compile(r"e")
_LENGTH = re.compile(r"(?P<amount>[dnA])[ow]?(?P<unit>D)[^.;dnIJYA]{0,4}?(?P<way>[FB])[^.;dnIJYA]{0,3}?(?P<anchor>X)")
_LASTING = re.compile(r"l[^.;]{0,3}?(?P<amount>[dnA])[ow]?(?P<unit>L)")

_GLUE = re.compile(r"[,(:aifot|/-]{0,4}\.?[,(:aifot|-]{0,3}")
_OF = re.compile(r"[,ofit]{0,4}")
_TO = re.compile(r"[,)]{0,2}(?:-|t|&t)[aifo]{0,3}")
_TOGETHER = re.compile(r"[,)]{0,2}[-t&][aifotP]{0,5}")
_LOOSE = 60  # characters between a day and its hour when other words stand between: `on 4 April in Ghent, from 9.30`


@dataclass(frozen=True, slots=True)
class Hour:
    """minutes: since midnight, up to 24 * 60; None when it is only said by a word."""

    minutes: int | None = None
    said: Said | None = None

    def __str__(self) -> str:
        return str(self.said) if self.minutes is None else f"{self.minutes // 60:02d}:{self.minutes % 60:02d}"


@dataclass(frozen=True, slots=True)
class When:
    """One mention. start, end: its place in the text.

    days: those named, in order; none when only an hour, a zone or a length of time is. span: all from the first to the last are
    meant. begins, ends: hours of each day, or with `across` of the first and of the last. zone: an abbreviation or offset as
    printed, or the IANA name of the place named. every: it says that the hours are those of each day. relative: so long after
    (or before) publication or meeting. lasts: how long it takes.
    """

    start: int
    end: int
    days: tuple[Day, ...] = ()
    span: bool = False
    begins: Hour | None = None
    ends: Hour | None = None
    across: bool = False
    zone: str | None = None
    every: bool = False
    relative: tuple[timedelta, Anchor] | None = None
    lasts: timedelta | None = None


@dataclass(frozen=True, slots=True)
class _Part:
    """A mention, and the tokens that it takes, from and to."""

    when: When
    first: int
    last: int


class _Text(NamedTuple):
    shown: str
    language: str
    tokens: Sequence[Token]
    letters: str

    def part(self, first: int, last: int, **fields: Any) -> _Part:
        return _Part(When(self.tokens[first].start, self.tokens[last - 1].end, **fields), first, last)


def dates(text: str, language: str) -> list[When]:
    """All mentions in the text of a page in that language (two small letters), in order."""
    words = vocabulary(language)
    read = _Text(text, words.language, *tokens(text, words))
    letters, parts = read.letters, list[_Part]()
    for pattern, make in ((_ZONE, _zone), (_DATE, _days), (_HOURS, _hours), (_PART, _part), (_EVERY, _every)):
        made = [part for found in pattern.finditer(letters) if (part := make(read, letters, found)) is not None]
        letters = _without(letters, made)
        parts += made
    return _with_lengths(_joined(sorted(parts, key=lambda part: part.first), read), text, words)


def _without(letters: str, taken: list[_Part]) -> str:
    """What is read is no longer there for the next pattern."""
    masked = list(letters)
    for part in taken:
        masked[part.first : part.last] = "#" * (part.last - part.first)
    return "".join(masked)


def _zone(read: _Text, _: str, found: re.Match[str]) -> _Part:
    zone = next(token.value for token in read.tokens[found.start() : found.end()] if token.letter in "zg")
    return read.part(*found.span(), zone="AoE" if zone == "AOE" else zone)


def _part(read: _Text, _: str, found: re.Match[str]) -> _Part:
    return read.part(*found.span(), begins=Hour(said=read.tokens[found.start()].value))


def _every(read: _Text, _: str, found: re.Match[str]) -> _Part:
    return read.part(*found.span(), every=True)


# ---- days


def _days(read: _Text, _: str, found: re.Match[str]) -> _Part | None:
    first, last = found.span()
    run = read.tokens[first:last]
    named = _named(run)
    if not all(day.month and exists(day) for day in named) or _is_another_word(read, run, named):
        return None
    named = _shared_year(named)
    between = re.split(r"[dIJ]", re.sub(r"(?<=d)-(?=M-?Y)", "", found[0]))[1:-1]
    spans = [bool(re.search(r"[-t/]", letters)) for letters in between]
    if any(spans) and len(named) > 2:
        named = _filled(named, spans)
    first += len(found[0]) - len(found[0].lstrip("o"))  # a filler in front belongs to the sentence
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
            days = [_filled_up(d, day.month, day.year) for d in days]
            days.append(day._replace(weekday=weekday))
            weekday = None
        elif token.letter in "MVm":
            number = (token.value[0] if token.letter == "V" else token.value).number
            month = None if any(day.month is None for day in days) else number
            days = [_filled_up(day, number, None) for day in days]
        elif token.letter == "Y":
            year = None if days else token.value
            days = [_filled_up(day, None, token.value) for day in days]
    if days and weekday is not None and days[-1].weekday is None:
        days[-1] = days[-1]._replace(weekday=weekday)
    return days


def _before_number(run: Sequence[Token], at: int) -> bool:
    return next((token.letter for token in run[at + 1 :] if token.letter not in "o.,"), "") in "dIJ"


def _filled_up(day: Day, month: int | None, year: int | None) -> Day:
    return day._replace(month=day.month or month, year=day.year or year)


def _shared_year(days: list[Day]) -> list[Day]:
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


def _is_another_word(read: _Text, run: Sequence[Token], days: list[Day]) -> bool:
    """An abbreviated month in small letters, with neither dot nor year nor weekday: `3 set di dati`, `4 pro`."""
    for token in run:
        month = token.value if token.letter == "M" else token.value[0] if token.letter == "V" else None
        if isinstance(month, Month) and month.short:
            dotted = read.shown[token.end : token.end + 1] == "."
            sure = dotted or any(day.year or day.weekday is not None for day in days)
            if not sure and read.shown[token.start].islower():
                return True
    return False


# ---- hours


class _Clock(NamedTuple):
    """sure: it can't be another number. half: am or pm is said. bare: a number alone."""

    hour: Hour
    sure: bool
    half: bool = False
    bare: bool = False


def _hours(read: _Text, letters: str, found: re.Match[str]) -> _Part | None:
    before = found["before"]
    first = _clock(read, *found.span("first"))
    last = _clock(read, *found.span("last")) if found["last"] else None
    if first is None:
        return None
    together = last is not None and (found["to"] != "&" or "f" in before or letters[found.end() : found.end() + 1] == "f")
    start, end = found.start("first"), found.end() if together else found.end("first")
    if last is not None and together:
        if not (first.sure or last.sure or "a" in before or (not first.bare and not last.bare)):
            return None
        return read.part(start, end, begins=_same_half(first, last), ends=last.hour)
    around = letters[max(0, found.start() - 2) : found.start()], letters[end : end + 1]
    return read.part(start, end, begins=first.hour) if first.sure or _leads_to(first, before, *around) else None


def _leads_to(clock: _Clock, before: str, left: str, right: str) -> bool:
    """Whether what stands around says that a number is an hour: `kl. 13`, `at 17.30`, or a day just before it."""
    behind_a_day = left.endswith(("#", "#,"))
    if not clock.bare:
        return bool(before) or behind_a_day
    by_day = (clock.hour.minutes or 0) >= 7 * 60  # `a las 3 personas` is no hour of the night
    return by_day and ("a" in before or (bool(before) and behind_a_day and right != "x"))


def _clock(read: _Text, first: int, last: int) -> _Clock | None:
    run = {token.letter: token for token in read.tokens[first:last]}
    if "N" in run:
        value = run["N"].value
        return _Clock(Hour(value) if isinstance(value, int) else Hour(said=value), sure=True)
    number = read.tokens[first]
    minutes, half = number.value if isinstance(number.value, Clock) else (number.value * 60, False)
    if number.letter in "4Y":
        minutes = number.value // 100 * 60 + number.value % 100
    late = run["P"].value in (Said.afternoon, Said.evening) if "P" in run else "p" in run and run["p"].value
    if late and minutes < 12 * 60:
        minutes += 12 * 60
    bare = number.letter in "dn"
    half = half or "P" in run or "p" in run
    # `2 uur` and `3 heures` are lengths rather than hours of the night.
    sure = half or number.letter == "k" or ("U" in run and (not bare or minutes >= 7 * 60))
    sure = sure or (not bare and "u" in run)
    return _Clock(Hour(minutes), sure, half, bare and "U" not in run) if minutes <= 24 * 60 else None


def _same_half(first: _Clock, last: _Clock) -> Hour:
    """`2 to 4 pm` begins at 14:00, `10 to 1 pm` at 10:00."""
    begins, ends = first.hour.minutes, last.hour.minutes
    if last.half and not first.half and begins is not None and ends is not None and begins + 12 * 60 < ends:
        return Hour(begins + 12 * 60)
    return first.hour


# ---- what belongs together


def _joined(parts: list[_Part], read: _Text) -> list[When]:
    """Zones with their hours, hours with their days, the two ends of what goes from an hour of one day to one of another."""
    parts = _across(_shared(_with_hours(_with_zones(parts, read), read), read), read)
    return [part.when for part in parts]


def _gap(read: _Text, before: _Part, after: _Part) -> str:
    return read.letters[before.last : after.first]


def _merged(before: _Part, after: _Part, **fields: Any) -> _Part:
    """One part with the fields of the first, but for those given."""
    start, end = min(before.when.start, after.when.start), max(before.when.end, after.when.end)
    return _Part(
        replace(before.when, start=start, end=end, **fields), min(before.first, after.first), max(before.last, after.last)
    )


def _with_zones(parts: list[_Part], read: _Text) -> list[_Part]:
    merged: list[_Part] = []
    for part in parts:
        before = merged[-1] if merged else None
        if before and part.when.zone and _GLUE.fullmatch(_gap(read, before, part)):
            merged[-1] = _merged(before, part, zone=before.when.zone or part.when.zone)
        elif before and part.when.every and len(_gap(read, before, part)) <= 4:
            merged[-1] = _merged(before, part, every=True)
        else:
            merged.append(part)
    return merged


def _with_hours(parts: list[_Part], read: _Text) -> list[_Part]:
    merged: list[_Part] = []
    at = 0
    while at < len(parts):
        part, following = parts[at], parts[at + 1] if at + 1 < len(parts) else None
        before = merged[-1] if merged else None
        at += 1
        if part.when.begins is None or part.when.days:
            merged.append(part)
        elif before and _takes(before, part) and _GLUE.fullmatch(_gap(read, before, part)):
            merged[-1] = _timed(before, part)
        elif following and following.when.days and _OF.fullmatch(_gap(read, part, following)):
            merged.append(_timed(following, part))
            at += 1
        elif before and _takes(before, part) and part.when.begins.minutes is not None and _is_near(read, before, part):
            merged[-1] = _timed(before, part)
        elif part.when.begins.minutes is not None or part.when.begins.said in _ENDS:
            merged.append(part)
    return merged


_ENDS = frozenset({Said.midnight, Said.close, Said.day_end})


def _takes(day: _Part, hour: _Part) -> bool:
    """Whether the day has no hour yet, or only a part of the day that the hour makes exact."""
    begins = day.when.begins
    return bool(day.when.days) and (
        begins is None or (begins.minutes is None and begins.said not in _ENDS and hour.when.begins != begins)
    )


def _timed(day: _Part, hour: _Part) -> _Part:
    timed = hour.when
    return _merged(
        day, hour, begins=timed.begins, ends=timed.ends, zone=timed.zone or day.when.zone, every=day.when.every or timed.every
    )


def _is_near(read: _Text, before: _Part, after: _Part) -> bool:
    between = read.shown[before.when.end : after.when.start]
    return len(between) <= _LOOSE and not re.search(r"[;\t\n]|[.!?]\s+[A-ZÀ-Þ]", between)


def _shared(parts: list[_Part], read: _Text) -> list[_Part]:
    """A year or a zone printed once for two mentions that stand together."""
    shared = list(parts)
    for at in range(len(shared) - 2, -1, -1):
        part, following = shared[at].when, shared[at + 1].when
        if not (part.days and following.days and _TOGETHER.fullmatch(_gap(read, shared[at], shared[at + 1]))):
            continue
        days = part.days
        if not days[-1].year and following.days[0].year:
            days = tuple(_filled_up(day, None, following.days[0].year) for day in days)
            days = tuple(_shared_year([*days, following.days[0]])[:-1])
        zone = part.zone or (following.zone if part.begins and following.begins else None)
        shared[at] = replace(shared[at], when=replace(part, days=days, zone=zone))
    return shared


def _across(parts: list[_Part], read: _Text) -> list[_Part]:
    merged: list[_Part] = []
    for part in parts:
        before = merged[-1] if merged else None
        if before and _one_moment(before.when) and _one_moment(part.when) and _TO.fullmatch(_gap(read, before, part)):
            fields = {"ends": part.when.begins, "zone": before.when.zone or part.when.zone}
            days = before.when.days + part.when.days
            merged[-1] = _merged(before, part, days=days, across=True, span=True, **fields)
        else:
            merged.append(part)
    return merged


def _one_moment(when: When) -> bool:
    return len(when.days) == 1 and when.begins is not None and when.begins.minutes is not None and when.ends is None


# ---- lengths of time


def _with_lengths(found: list[When], text: str, words: Vocabulary) -> list[When]:
    folded = text.casefold()
    if not any(word in folded for word in words.counted):
        return found
    read = _Text(text, words.language, *lengths(text, words))
    counted = [_counted(read, length) for length in _LENGTH.finditer(read.letters)]
    lasting = [_lasts(read, length) for length in _LASTING.finditer(read.letters)]
    return sorted([*found, *(c for c in counted if c), *lasting], key=lambda when: when.start)


def _amount(read: _Text, length: re.Match[str]) -> tuple[int, int]:
    return read.tokens[length.start("amount")].value, read.tokens[length.start("unit")].value


def _counted(read: _Text, length: re.Match[str]) -> When | None:
    anchor = read.tokens[length.start("anchor")].value
    if (length["way"] == "F") != (anchor is Anchor.publication):
        return None
    amount, unit = _amount(read, length)
    days = timedelta(days=amount * unit if length["way"] == "F" else -amount * unit)
    return read.part(*length.span(), relative=(days, anchor)).when


def _lasts(read: _Text, length: re.Match[str]) -> When:
    amount, unit = _amount(read, length)
    return read.part(*length.span(), lasts=timedelta(minutes=amount * unit)).when
