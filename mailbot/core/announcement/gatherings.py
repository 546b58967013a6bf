"""The meetings of an announcement: one per day when hours are known, one per span of days when not."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from mailbot.core.announcement.dates import Hour, When
from mailbot.core.announcement.mentions import Mention
from mailbot.core.announcement.roles import Role, is_limit
from mailbot.core.announcement.taken import Taken
from mailbot.core.announcement.years import Years

_LONGEST = 14  # days on each of which the hours printed are thought to hold
_LONG_AGO = timedelta(days=90)  # before the deadline: that meeting is history
_NEAR = 4  # blocks between a day and hours that stand by themselves


@dataclass(frozen=True, slots=True)
class Gathering:
    """start, end: two dates, or two naive datetimes by the clocks of the call; end None: only its first hour is known."""

    start: date
    end: date | None

    @property
    def is_timed(self) -> bool:
        return isinstance(self.start, datetime)

    @property
    def days(self) -> frozenset[date]:
        first, last = _date(self.start), _date(self.end or self.start)
        return frozenset(first + timedelta(days=n) for n in range(min((last - first).days, 400) + 1))


def gatherings(named: Sequence[Mention], years: Years, deadline: datetime | None) -> list[Taken[Gathering]]:
    """Those that the mentions name, in order of time; a day that is named twice counts once, with its hours."""
    found = [taken for mention in named for taken in _taken(mention, years)]
    if deadline and any(_date(taken.value.start) >= deadline.date() for taken in found):
        # What comes before the deadline is an evening of information, not what one applies for.
        found = [taken for taken in found if _date(taken.value.start) >= deadline.date()]
    if deadline:
        found = [taken for taken in found if deadline.date() - _date(taken.value.start) <= _LONG_AGO]
    kept: list[Taken[Gathering]] = []
    covered: set[date] = set()
    starts: set[date] = set()
    for taken in sorted(found, key=lambda one: not one.value.is_timed):
        again = taken.value.start in starts or (not taken.value.is_timed and taken.value.days & covered)
        if not again:
            kept.append(taken)
            covered |= taken.value.days
            starts.add(taken.value.start)
    return sorted(kept, key=lambda taken: (_date(taken.value.start), str(taken.value.start)))


def with_hours_apart(named: Sequence[Mention]) -> list[Mention]:
    """Hours and lengths that stand by themselves given to the day before them: `Date: 4 April` and below it `Time: 10-12`."""
    joined: list[Mention] = []
    for mention in named:
        at = next((n for n in range(len(joined) - 1, -1, -1) if joined[n].when.days), None)
        day = joined[at] if at is not None else None
        if at is None or day is None or mention.when.days or mention.at - day.at > _NEAR:
            joined.append(mention)
        elif mention.when.lasts is not None:
            joined[at] = _lasting(day, mention.when.lasts)
        elif day.when.begins is None and mention.when.ends is not None and not is_limit(day):
            when = replace(
                day.when, begins=mention.when.begins, ends=mention.when.ends, zone=mention.when.zone or day.when.zone
            )
            joined[at] = replace(day, when=when)
        else:
            joined.append(mention)
    return joined


def _lasting(mention: Mention, length: timedelta) -> Mention:
    begins = mention.when.begins
    if begins is None or begins.minutes is None or mention.when.ends is not None:
        return mention
    ends = begins.minutes + int(length.total_seconds()) // 60
    return replace(mention, when=replace(mention.when, ends=Hour(ends))) if ends <= 24 * 60 else mention


def _taken(mention: Mention, years: Years) -> Iterator[Taken[Gathering]]:
    found = years.of(mention, Role.meeting)
    if found is None or not found[0]:
        return
    days, doubts = found
    for gathering in _gatherings(days, mention.when):
        yield Taken(gathering, mention.line, mention.quote, doubts)


def _gatherings(days: list[date], when: When) -> Iterator[Gathering]:
    begins, ends = when.begins, when.ends
    if when.across and begins and ends:
        yield Gathering(_at(days[0], begins), _at(days[-1], ends))
    elif begins is not None and begins.minutes is not None and _count(days, when) <= _LONGEST:
        for day in _each(days, when):
            yield Gathering(_at(day, begins), _end(day, begins, ends))
    elif begins is not None and (when.every or len(days) == 1):
        yield from (Gathering(day, day) for day in _each(days, when))
    elif when.span:
        yield Gathering(days[0], days[-1])
    else:
        yield from _runs(days)


def _count(days: list[date], when: When) -> int:
    return (days[-1] - days[0]).days + 1 if when.span else len(days)


def _each(days: list[date], when: When) -> list[date]:
    return [days[0] + timedelta(days=n) for n in range(_count(days, when))] if when.span else days


def _runs(days: list[date]) -> Iterator[Gathering]:
    """`16 and 17 June` is one span, `16 and 23 June` are two days."""
    first = last = days[0]
    for day in days[1:]:
        if (day - last).days != 1:
            yield Gathering(first, last)
            first = day
        last = day
    yield Gathering(first, last)


def _end(day: date, begins: Hour, ends: Hour | None) -> datetime | None:
    if ends is None or ends.minutes is None:
        return None
    past_midnight = ends.minutes <= (begins.minutes or 0)
    return _at(day + timedelta(days=past_midnight), ends)


def _at(day: date, hour: Hour) -> datetime:
    return datetime.combine(day, time()) + timedelta(minutes=hour.minutes or 0)


def _date(at: date) -> date:
    return at.date() if isinstance(at, datetime) else at
