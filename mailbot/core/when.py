"""Days, hours, spans, durations and zones as people write them, and what is wrong with them otherwise."""

import re
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from difflib import get_close_matches
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from pydantic_core import PydanticCustomError

_LONGEST = timedelta(days=366)
AOE = timezone(timedelta(hours=-12), "AoE")
"""Anywhere on Earth: a day is over when it is over everywhere (UTC-12)."""

_DAY = r"([0-9]{4}-[0-9]{2}-[0-9]{2})"
_HOUR = r"([0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9])?)"
_INSTANT = re.compile(rf"{_DAY}(?:(?:\s+|T){_HOUR})?")
_SPAN = re.compile(
    rf"(?P<day>{_DAY})(?:\s+(?P<hour>{_HOUR}))?"
    rf"(?:\s*[-–]\s*(?P<until>{_HOUR})|\s+to\s+(?P<last>{_DAY})(?:\s+(?P<last_hour>{_HOUR}))?)?"
    r"(?:\s*,\s*(?P<place>.+))?"
)
_AMOUNT = re.compile(r"([0-9]{1,5})\s*(weeks?|w|days?|d|hours?|h|minutes?|min|m)(?=[\s0-9]|$)\s*")
_UNITS = {"w": "weeks", "d": "days", "h": "hours", "m": "minutes"}
_PLACES = {
    "Europe/Brussels": "CET CEST MET MEST",
    "Europe/Berlin": "MEZ MESZ",
    "Europe/Helsinki": "EET EEST",
    "Europe/Lisbon": "WET WEST",
    "Europe/London": "GMT BST",
    "Europe/Moscow": "MSK",
    "Europe/Dublin or Asia/Kolkata": "IST",
    "America/New_York": "EST EDT EST5EDT",
    "America/Chicago or Asia/Shanghai": "CST CDT",
    "America/Denver": "MST MDT",
    "America/Los_Angeles": "PST PDT",
    "Asia/Tokyo": "JST",
    "Australia/Sydney": "AEST AEDT",
}
_ABBREVIATIONS = {short: place for place, all_short in _PLACES.items() for short in all_short.split()}


def wrong(what: str, mend: str) -> PydanticCustomError:
    """The error of a value: what is wrong with it, what would be right."""
    return PydanticCustomError("wrong", "{what}", {"what": what, "mend": mend})


def parse_day(value: Any) -> Any:
    """'2021-02-17' to a date between 1970 and 2199; what is no text stays as it is."""
    if not isinstance(value, str):
        return value
    if not re.fullmatch(_DAY, value.strip()):
        raise wrong(f"`{value}` is not a day", "write year-month-day, such as 2021-02-17")
    return _day(value.strip())


def parse_hour(value: Any) -> Any:
    """'17:00' to a time; what is no text stays as it is."""
    if not isinstance(value, str):
        return value
    if not re.fullmatch(_HOUR, value.strip()):
        raise wrong(f"`{value}` is not an hour", "write hours and minutes from 00:00 to 23:59, such as 17:00")
    return _hour(value.strip())


def parse_instant(value: Any) -> Any:
    """'2021-02-17' to a date, '2021-02-17 17:00' to a naive datetime; what is no text stays as it is."""
    if not isinstance(value, str):
        return value
    found = _INSTANT.fullmatch(value.strip())
    if found is None:
        raise wrong(f"`{value}` is neither a day nor a day with an hour", "write 2021-02-17 or 2021-02-17 17:00")
    return _at(found[1], found[2])


def parse_aware(value: Any, zone: tzinfo | None = None) -> Any:
    """A day or a day with an hour to an aware UTC datetime, by the clocks of `zone` unless it says its own offset.

    Without a zone it stays naive. What is no text stays as it is.
    """
    if not isinstance(value, str):
        return value
    if re.search(r"[0-9](?:Z|[+-][0-9]{2}:[0-9]{2})$", value.strip()):
        try:
            return datetime.fromisoformat(value.strip()).astimezone(UTC)
        except (ValueError, OverflowError):
            raise wrong(f"`{value}` is not a point in time", "write 2021-01-20 09:00") from None
    at = parse_instant(value)
    if not isinstance(at, datetime):
        at = datetime.combine(at, time())
    return at if zone is None else at.replace(tzinfo=zone).astimezone(UTC)


def parse_span(value: str) -> dict[str, Any]:
    """When and where a meeting is, in one line, to the fields of Meeting.

    `2021-03-10` · `2021-03-10 to 2021-03-11` · `2021-03-10 13:00` · `2021-03-10 13:00-16:00` ·
    `2021-03-10 13:00 to 2021-03-11 12:00`, each with `, place` behind it.
    """
    found = _SPAN.fullmatch(value.strip())
    if found is None or (found["until"] and not found["hour"]):
        raise wrong(f"`{value}` does not say when the meeting is", "write 2021-03-10 13:00-16:00, or 2021-03-10 to 2021-03-11")
    if found["last"] and bool(found["hour"]) != bool(found["last_hour"]):
        raise wrong(f"`{value}` gives an hour for one of its days only", "write 2021-03-10 13:00 to 2021-03-11 16:00")
    end = None
    if found["until"]:
        end = _at(found["day"], found["until"])
    elif found["last"]:
        end = _at(found["last"], found["last_hour"])
    return {"start": _at(found["day"], found["hour"]), "end": end, "place": found["place"]}


def parse_duration(value: Any) -> Any:
    """'24h', '2 days', '1 day 12h', '90 min', '0' or ISO 8601 ('PT24H') to a timedelta; what is no text stays as it is."""
    if not isinstance(value, str):
        return value
    text = value.strip().lower()
    if text in {"0", "none", "no"}:
        return timedelta()
    if text.startswith("p"):
        return _iso_duration(value)
    total, at = timedelta(), 0
    while found := _AMOUNT.match(text, at):
        total += timedelta(**{_UNITS[found[2][0]]: int(found[1])})
        if total > _LONGEST:  # asked at each step: a thousand weeks many times over are more than a timedelta holds
            raise wrong(f"`{value[:40]}` is longer than a year", "write 24h, 2 days or 90 min; 0 for none")
        at = found.end()
    if at == 0 or at < len(text):
        raise wrong(f"`{value}` is not a length of time", "write 24h, 2 days or 90 min; 0 for none")
    return total


def _iso_duration(value: str) -> timedelta:
    """The part of ISO 8601 that has one meaning: weeks, days, hours, minutes, seconds; a month has none."""
    pattern = r"P(?:([0-9]{1,3})W|(?:([0-9]{1,4})D)?(?:T(?=[0-9])(?:([0-9]{1,5})H)?(?:([0-9]{1,6})M)?(?:([0-9]{1,8})S)?)?)"
    found = re.fullmatch(pattern, value.strip().upper())
    if found is None or not any(found.groups()):
        raise wrong(f"`{value}` is not a length of time", "write 24h, 2 days or PT24H")
    weeks, days, hours, minutes, seconds = (int(n or 0) for n in found.groups())
    return timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)


def zone_info(name: str) -> tzinfo:
    """The zone of that IANA name, or AoE. Raises a PydanticCustomError (a ValueError) that says which name is meant.

    Abbreviations are refused although tzdata knows some: `EST` has no summer time there, `CET` has, and people mean the clock
    on the wall of some place. So are fixed offsets, whose sign in `Etc/GMT-1` is the other way round than anybody expects.
    """
    if name == "AoE":
        return AOE
    if name.upper() in _ABBREVIATIONS:
        place = _ABBREVIATIONS[name.upper()]
        raise wrong(f"`{name}` is an abbreviation and does not say when summer time begins", f"name a place, such as {place}")
    if name != "UTC" and re.fullmatch(r"(?:Etc/)?(?:UTC|GMT|UT)?\s*[+-]?\s*[0-9][0-9:]*", name, re.IGNORECASE):
        raise wrong(f"`{name}` is a fixed offset and knows no summer time", "name a place (Europe/Brussels), AoE or UTC")
    if re.fullmatch(r"UTC|[A-Z][A-Za-z_]+(?:/[A-Za-z0-9_+-]+){1,2}", name):
        try:
            return ZoneInfo(name)
        except (ValueError, OSError, LookupError):  # ZoneInfo("Europe") is a folder, and says so in an OSError
            pass
    raise wrong(f"`{name}` is no known zone", _nearest_zone(name))


def check_zone(name: str) -> str:
    """The name itself, when `zone_info` knows it."""
    zone_info(name)
    return name


def _nearest_zone(name: str) -> str:
    if re.sub(r"[^a-z]", "", name.lower()) in {"aoe", "anywhereonearth"}:
        return "write AoE"
    known = {zone.casefold(): zone for zone in available_timezones() if "/" in zone}
    wanted = name.strip().replace(" ", "_").casefold()
    city = [zone for folded, zone in known.items() if folded.endswith(f"/{wanted}") and zone.count("/") == 1]
    near = city or [known[folded] for folded in get_close_matches(wanted, known, n=1, cutoff=0.7)]
    return f"did you mean {min(near)}?" if near else "name a place, such as Europe/Brussels, or AoE"


def _at(day: str, hour: str | None) -> datetime | date:
    return _day(day) if hour is None else datetime.combine(_day(day), _hour(hour))


def _day(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise wrong(f"there is no day {text}", "look at a calendar: is the month right, and has it that many days?") from None
    if not 1970 <= day.year < 2200:
        raise wrong(f"the year of {text} can't be meant", "write the year with four digits, such as 2021")
    return day


def _hour(text: str) -> time:
    try:
        return time.fromisoformat(text.zfill(5) if text.count(":") == 1 else text.zfill(8))
    except ValueError:
        raise wrong(f"there is no hour {text}", "for midnight leave the hour out: then the whole day counts") from None
