"""Dates found in a text, told in one short line, for tables of tests."""

from mailbot.core.announcement.dates import Day, When, dates


def told(language: str, text: str) -> str:
    """`2025-04-04..2025-04-05 10:00-16:00 [CET]`; without a year `04-04`; what may be month first ends in `?`.

    Several finds are parted by `; `, days named one by one by ` + `.
    """
    return "; ".join(_told(when) for when in dates(text, language))


def _told(when: When) -> str:
    if when.relative is not None:
        amount, anchor = when.relative
        return f"{amount.days:+d} days {anchor.value}"
    days = [_day(day) for day in when.days]
    if when.across:
        return f"{days[0]} {when.begins}..{days[-1]} {when.ends}{_zone(when)}"
    hours = "" if when.begins is None else f"{when.begins}" if when.ends is None else f"{when.begins}-{when.ends}"
    told = (".." if when.span else " + ").join(days)
    return " ".join(part for part in (told, hours) if part) + _zone(when)


def _day(day: Day) -> str:
    year = f"{day.year:04d}-" if day.year else ""
    return f"{year}{day.month:02d}-{day.day:02d}" + ("?" if day.other_order else "")


def _zone(when: When) -> str:
    return f" [{when.zone}]" if when.zone else ""
