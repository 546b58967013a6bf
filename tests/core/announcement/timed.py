"""What a page says about time, told in short lines, for tables of tests."""

from dataclasses import replace
from datetime import date, datetime

from mailbot.core.announcement.opening import page_of_text
from mailbot.core.announcement.times import times


def told(language: str, text: str) -> tuple[str, list[str], str]:
    """Deadline, meetings and zone of a text in that language; '' and nothing for what it does not say."""
    found = times(replace(page_of_text(text), language=language))
    meetings = [_span(taken.value.start, taken.value.end) for taken in found.meetings]
    return _at(found.deadline.value) if found.deadline else "", meetings, found.zone.value if found.zone else ""


def _span(start: date, end: date | None) -> str:
    return _at(start) if end is None or end == start else f"{_at(start)}/{_at(end)}"


def _at(at: date) -> str:
    if not isinstance(at, datetime):
        return f"{at}"
    return f"{at:%Y-%m-%d}" if f"{at:%H:%M:%S}" == "23:59:59" else f"{at:%Y-%m-%d %H:%M}"
