"""The deadline of an announcement: which of its days is the last one for candidates, and which moment of that day is meant."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from mailbot.core.announcement.dates import Anchor, Hour, Said, When
from mailbot.core.announcement.mentions import Mention
from mailbot.core.announcement.roles import Role, is_extended, is_former, is_strict, weights
from mailbot.core.announcement.taken import Taken
from mailbot.core.announcement.years import Years

_LAST = time(23, 59, 59)
_OFFICES_CLOSE = 17
_STEM = 6  # letters of a word that make it the same in another form
_NEARLY = 1.5  # a date for which that much less speaks is told as another one


@dataclass(frozen=True)
class Closing:
    """moment: naive, by the clocks of the call. alternatives: others that the words may mean. explicit: an hour is said."""

    moment: Taken[datetime]
    alternatives: tuple[datetime, ...]
    explicit: bool
    mention: Mention


def closing(named: Sequence[Mention], years: Years, title: str) -> Closing | None:
    """The deadline for candidates among the mentions that may be one; of an extended one the last."""
    dated = [(mention, *found) for mention in named if (found := _day_of(mention, years))]
    if not dated:
        return None
    moved = any(is_extended(mention) for mention, *_ in dated)
    stems = _stems(title)
    weighed = [(_weight(mention, stems, moved=moved), mention, day, doubts) for mention, day, doubts in dated]
    weight, mention, day, doubts = max(weighed, key=lambda one: one[0])
    moment, alternatives, explicit, said = _moment(day, mention)
    others = {other: m.line for w, m, other, _ in weighed if other != day and w > weight - _NEARLY}
    if moved and not said:
        said = ("the page says that the deadline was moved",)
    doubts = (*doubts, *said, *(f"line {line} names another day, {other}" for other, line in others.items()))
    taken = Taken(moment, mention.line, mention.quote, doubts)
    return Closing(taken, alternatives, explicit, mention)


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in re.findall(r"\w+", text.casefold()) if len(word) >= _STEM)


def _day_of(mention: Mention, years: Years) -> tuple[date, tuple[str, ...]] | None:
    """Of several days the last: `open from 1 to 15 March`, `extended from 1 March to 15 March`."""
    if mention.when.relative is not None:
        length, anchor = mention.when.relative
        start = years.anchor(Role.meeting if anchor is Anchor.meeting else Role.published)
        return None if start is None else (start + length, (f"counted from the {anchor.value}, {start}",))
    found = years.of(mention, Role.deadline)
    return (found[0][-1], found[1]) if found and found[0] else None


def _weight(mention: Mention, title: frozenset[str], *, moved: bool) -> float:
    """A day that shares a word with the title is rather meant: `speakers: send your proposal` below `Looking for speakers`."""
    weight = weights(mention)[Role.deadline] + bool(title & _stems(mention.label + " " + mention.left))
    if moved:
        weight += 4 * is_extended(mention) - 6 * is_former(mention)
    return weight


def _moment(day: date, mention: Mention) -> tuple[datetime, tuple[datetime, ...], bool, tuple[str, ...]]:
    """The moment, what else it may be, whether an hour is printed, and what to check."""
    hour = _hour(mention.when)
    end, begin = datetime.combine(day, _LAST), datetime.combine(day, time())
    yesterday = end - timedelta(days=1)
    if hour is None:
        if is_strict(mention):
            return end, (yesterday, begin), False, (f"`before` may leave out {day} itself",)
        return end, (), False, ()
    if hour.minutes is not None:
        return _by_clock(hour.minutes, end, begin)
    match hour.said:
        case Said.midnight:
            others = (yesterday, begin, begin + timedelta(days=1))
            return end, others, True, (f"midnight may be the one before or the one after {day}",)
        case Said.close:
            return (
                begin.replace(hour=_OFFICES_CLOSE),
                (end, begin.replace(hour=18)),
                False,
                ("close of business has no fixed hour",),
            )
        case _:
            return end, (), False, ()


def _by_clock(minutes: int, end: datetime, begin: datetime) -> tuple[datetime, tuple[datetime, ...], bool, tuple[str, ...]]:
    if minutes == 24 * 60:
        return end, (begin + timedelta(days=1),), True, ()
    moment = begin + timedelta(minutes=minutes)
    if minutes == 0:
        return moment, (begin - timedelta(seconds=1), end), True, (f"00:00 is when {moment.date()} begins; is its end meant?",)
    return moment, (), True, ()


def _hour(when: When) -> Hour | None:
    """`between 9:00 and 17:00`: the end. A part of the day is no hour."""
    hour = when.ends or when.begins
    return None if hour is None or hour.said in (Said.morning, Said.afternoon, Said.evening) else hour
