"""Dates, times, durations and lists as people write them, in the language of a letter."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from math import inf
from typing import Literal
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_skeleton, format_time, format_timedelta, get_day_names, get_timezone_location
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent

from mailbot.core.when import AOE, zone_info

# CLDR's plain English is American: month before day, and 12 hours. Its plain Portuguese is Brazilian, and our letters are not.
_TERRITORY = {"en": "en_GB", "pt": "pt_PT"}
_Unit = Literal["day", "hour", "minute", "second"]


@dataclass(frozen=True, slots=True)
class Moment:
    """An instant as the readers of a call live it. day: spelled out, with the weekday. time: of 24 hours, `09:05`; hour `9`,
    minute `05`.

    city: of the zone, in the letter's language, or ''. anywhere: the zone is 'anywhere on earth'. offset: `UTC+1`, `UTC-3:30`.
    """

    day: str
    time: str
    hour: str
    minute: str
    city: str
    anywhere: bool
    offset: str


def moment(instant: datetime, zone_name: str, language: str) -> Moment:
    """An aware instant in the zone of that name. The hour has an explicit pattern: some locales would give 12 hours."""
    zone = zone_info(zone_name)
    local, anywhere = instant.astimezone(zone), zone is AOE
    return Moment(
        day=day(local.date(), language),
        time=format_time(local, "HH:mm", locale=_locale(language)),
        hour=str(local.hour),
        minute=f"{local.minute:02}",
        city=_city(zone, language),
        anywhere=anywhere,
        offset=_offset(local),
    )


def day(when: date, language: str) -> str:
    """`Monday, 15 February 2021`."""
    return format_date(when, "full", locale=_locale(language))


def short_day(when: date, language: str) -> str:
    """`15 Feb`, without the year."""
    return format_skeleton("MMMd", when, locale=_locale(language))


def weekdays(language: str) -> tuple[str, ...]:
    """From Monday to Sunday, in two letters or three: `Mo`."""
    names = get_day_names("short", "stand-alone", locale=_locale(language))
    return tuple(names[n].removesuffix(".") for n in range(7))


def number(count: int, language: str) -> str:
    """`12,345`, with the marks of the language."""
    return format_decimal(count, locale=_locale(language))


def share(part: int, whole: int, language: str) -> str:
    """`95%` of the whole, rounded; 0 of nothing. Only all is 100."""
    hundredths = round(100 * part / whole) if whole else 0
    if part < whole:
        hundredths = min(hundredths, 99)
    return format_percent(hundredths / 100, locale=_locale(language))


def duration(length: timedelta, language: str) -> str:
    """The two largest of days, hours and minutes that are not zero, rounded down; below a minute seconds, and one at least."""
    seconds = int(length.total_seconds())
    days, rest = divmod(seconds, 86_400)
    counts: dict[_Unit, int] = {"day": days, "hour": rest // 3600, "minute": rest % 3600 // 60}
    counts = {unit: count for unit, count in counts.items() if count} or {"second": max(1, seconds)}
    return listed([_counted(n, unit, language) for unit, n in counts.items()][:2], language)


def plural(count: int, language: str) -> str:
    """The form in which the language counts so many, by CLDR: `one`, `few`, `many` or `other`, and in some `zero` or `two`."""
    return _locale(language).plural_form(count)


def listed(items: Sequence[str], language: str) -> str:
    """`2, 3 and 5`."""
    return format_list(items, "standard", locale=_locale(language))


def direction(language: str) -> str:
    """`ltr` or `rtl`."""
    return _locale(language).text_direction


def known(language: str) -> bool:
    """Whether CLDR knows how this language writes its dates."""
    return language in _TERRITORY or language in _languages()


def _counted(count: int, unit: _Unit, language: str) -> str:
    """Not `format_unit`, which writes `2 duration-day` where CLDR refers from one unit to the other, as in Dutch."""
    # A threshold that nothing reaches: 8 days are no week.
    return format_timedelta(timedelta(**{f"{unit}s": count}), unit, threshold=inf, locale=_locale(language))


def _languages() -> frozenset[str]:
    from babel.localedata import locale_identifiers

    return frozenset(locale_identifiers())


def _locale(language: str) -> Locale:
    return Locale.parse(_TERRITORY.get(language, language))


def _city(zone: tzinfo, language: str) -> str:
    if not isinstance(zone, ZoneInfo) or "/" not in zone.key or zone.key.startswith("Etc/"):
        return ""  # a zone that is only an offset says all with the offset
    return get_timezone_location(zone, locale=_locale(language), return_city=True)


def _offset(local: datetime) -> str:
    minutes = int((local.utcoffset() or timedelta()).total_seconds() // 60)
    hours, rest = divmod(abs(minutes), 60)
    if not minutes:
        return "UTC"
    return f"UTC{'-' if minutes < 0 else '+'}{hours}" + (f":{rest:02}" if rest else "")
