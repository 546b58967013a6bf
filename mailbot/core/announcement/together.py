"""Which zone belongs to which hour, which hour to which day, and what goes from an hour of one day to one of another."""

import re
from dataclasses import replace
from typing import Any

from mailbot.core.announcement.days import filled_up, shared_year
from mailbot.core.announcement.found import Part, Text, When
from mailbot.core.announcement.vocabulary import Said

_GLUE = re.compile(r"[,(:aifot|/-]{0,4}\.?[,(:aifot|-]{0,3}")
_OF = re.compile(r"[,ofit]{0,4}")
_TO = re.compile(r"[,)]{0,2}(?:-|t|&t)[aifo]{0,3}")
_TOGETHER = re.compile(r"[,)]{0,2}[-t&][aifotP]{0,5}")
_LOOSE = 60  # characters between a day and its hour when other words stand between: `on 4 April in Ghent, from 9.30`


def joined(parts: list[Part], read: Text) -> list[When]:
    """Zones with their hours, hours with their days, the two ends of what goes from an hour of one day to one of another."""
    parts = _across(_shared(_with_hours(_with_zones(parts, read), read), read), read)
    return [part.when for part in parts]


def _gap(read: Text, before: Part, after: Part) -> str:
    return read.letters[before.last : after.first]


def _merged(before: Part, after: Part, **fields: Any) -> Part:
    """One part with the fields of the first, but for those given."""
    start, end = min(before.when.start, after.when.start), max(before.when.end, after.when.end)
    return Part(
        replace(before.when, start=start, end=end, **fields), min(before.first, after.first), max(before.last, after.last)
    )


def _with_zones(parts: list[Part], read: Text) -> list[Part]:
    merged: list[Part] = []
    for part in parts:
        before = merged[-1] if merged else None
        if before and part.when.zone and _GLUE.fullmatch(_gap(read, before, part)):
            merged[-1] = _merged(before, part, zone=before.when.zone or part.when.zone)
        elif before and part.when.every and len(_gap(read, before, part)) <= 4:
            merged[-1] = _merged(before, part, every=True)
        elif not part.when.every:
            merged.append(part)
    return merged


def _with_hours(parts: list[Part], read: Text) -> list[Part]:
    merged: list[Part] = []
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


def _takes(day: Part, hour: Part) -> bool:
    """Whether the day has no hour yet, or only a part of the day that the hour makes exact."""
    begins = day.when.begins
    return bool(day.when.days) and (
        begins is None or (begins.minutes is None and begins.said not in _ENDS and hour.when.begins != begins)
    )


def _timed(day: Part, hour: Part) -> Part:
    timed = hour.when
    return _merged(
        day, hour, begins=timed.begins, ends=timed.ends, zone=timed.zone or day.when.zone, every=day.when.every or timed.every
    )


def _is_near(read: Text, before: Part, after: Part) -> bool:
    between = read.shown[before.when.end : after.when.start]
    return len(between) <= _LOOSE and not re.search(r"[;\t\n]|[.!?]\s+[A-ZÀ-Þ]", between)


def _shared(parts: list[Part], read: Text) -> list[Part]:
    """A year or a zone printed once for two mentions that stand together."""
    shared = list(parts)
    for at in range(len(shared) - 2, -1, -1):
        part, following = shared[at].when, shared[at + 1].when
        if not (part.days and following.days and _TOGETHER.fullmatch(_gap(read, shared[at], shared[at + 1]))):
            continue
        days = part.days
        if not days[-1].year and following.days[0].year:
            days = tuple(filled_up(day, None, following.days[0].year) for day in days)
            days = tuple(shared_year([*days, following.days[0]])[:-1])
        zone = part.zone or (following.zone if part.begins and following.begins else None)
        shared[at] = replace(shared[at], when=replace(part, days=days, zone=zone))
    return shared


def _across(parts: list[Part], read: Text) -> list[Part]:
    merged: list[Part] = []
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
