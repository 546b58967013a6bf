"""Arrivals: entries counted over time, as bars for a chart and as a calendar for a table."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

from mailbot.core.digest.days import last_day_of
from mailbot.core.digest.shapes import Arrivals, Bar, Snapshot, Week
from mailbot.core.entries import Entry
from mailbot.core.reading import Timeliness
from mailbot.core.unasked import local_now

_MOST_BARS = 45  # days, then weeks; a bar of a small picture has to be seen
_WEEKS = 8  # rows of the calendar
_DAY, _WEEK = timedelta(days=1), timedelta(days=7)


def arrivals(snapshot: Snapshot, entries: Sequence[Entry]) -> Arrivals:
    """entries: those that count. Days are those of the call."""
    zone = local_now(snapshot.call, snapshot.now).tzinfo
    on_time: Counter[date] = Counter()
    after: Counter[date] = Counter()
    for entry in entries:
        came = on_time if entry.timeliness is Timeliness.on_time else after
        came[entry.first_at.astimezone(zone).date()] += 1
    today, deadline = local_now(snapshot.call, snapshot.now).date(), last_day_of(snapshot.call)
    came = on_time + after
    if not came:
        return Arrivals()
    first, last = min(came), max(today, *came)
    bars, weekly = _bars(on_time, after, first, last, deadline)
    weeks = _calendar(came, first, last)
    week_ago = snapshot.now - _WEEK
    return Arrivals(
        bars=bars,
        weekly=weekly,
        today=_bar_of(today, bars, weekly),
        deadline=_bar_of(deadline, bars, weekly),
        weeks=weeks,
        earlier=came.total() - sum(week.total for week in weeks),
        lately=sum(entry.first_at > week_ago for entry in entries),
        before=sum(week_ago - _WEEK < entry.first_at <= week_ago for entry in entries),
    )


def _bars(
    on_time: Counter[date], after: Counter[date], first: date, last: date, deadline: date
) -> tuple[tuple[Bar, ...], bool]:
    """From the first entry to the deadline, in days or else in weeks; of what is longer still, the part around today."""
    end = max(last, deadline)
    weekly = (end - first).days >= _MOST_BARS
    step = _WEEK if weekly else _DAY
    first = _monday(first) if weekly else first
    if weekly:
        on_time, after = _by_week(on_time), _by_week(after)
    earliest = max(first, _monday(last) - (_MOST_BARS // 2) * _WEEK) if (end - first) // step >= _MOST_BARS else first
    count = min(_MOST_BARS, (end - earliest) // step + 1)
    days = [earliest + n * step for n in range(count)]
    return tuple(Bar(day, on_time[day], after[day]) for day in days), weekly


def _by_week(days: Counter[date]) -> Counter[date]:
    weeks: Counter[date] = Counter()
    for day, count in days.items():
        weeks[_monday(day)] += count
    return weeks


def _bar_of(day: date, bars: Sequence[Bar], weekly: bool) -> int | None:
    length = _WEEK if weekly else _DAY
    return next((n for n, bar in enumerate(bars) if bar.day <= day < bar.day + length), None)


def _calendar(came: Counter[date], first: date, last: date) -> tuple[Week, ...]:
    """The weeks up to the last day, at most so many; before the first entry and after the last day nothing stands."""
    begin = max(_monday(first), _monday(last) - (_WEEKS - 1) * _WEEK)
    mondays = [begin + n * _WEEK for n in range((_monday(last) - begin) // _WEEK + 1)]
    return tuple(Week(monday, tuple(_of_day(came, monday + n * _DAY, first, last) for n in range(7))) for monday in mondays)


def _of_day(came: Counter[date], day: date, first: date, last: date) -> int | None:
    return came[day] if first <= day <= last else None


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
