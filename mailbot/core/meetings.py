"""The meetings of a call that are still to come, and how a letter spells them."""

from datetime import UTC, date, datetime, time, timedelta

from mailbot.core import plain, wording
from mailbot.core.call import Call, Meeting, begin
from mailbot.core.when import AOE, zone_info

_SPELLED_AT_MOST = 8
_LONGEST_PLACE = 200  # characters


def coming(call: Call, now: datetime) -> tuple[tuple[int, Meeting], ...]:
    """Those that are not over, each with its number in the call, from 1. now: aware."""
    return tuple((n, meeting) for n, meeting in enumerate(call.meetings, 1) if _ends(meeting, call) > now)


def begins_at(meeting: Meeting, call: Call) -> datetime:
    """The instant when it begins, in UTC."""
    return begin(meeting.start).replace(tzinfo=zone_info(call.zone)).astimezone(UTC)


def spelled(call: Call, now: datetime, language: str) -> tuple[str, ...]:
    """A line for each that is to come: `Wednesday 6 May 2026, 10:00–16:00 (Brussels, UTC+2), online`, the next ones of many."""
    lines = [_line(meeting, call, language) for _, meeting in sorted(coming(call, now), key=lambda one: _ends(one[1], call))]
    return (*lines[:_SPELLED_AT_MOST], *(["…"] if len(lines) > _SPELLED_AT_MOST else []))


def midnight_after(day: date) -> datetime:
    """When a whole day is over, as a wall time."""
    return datetime.combine(day + timedelta(days=1), time())


def _ends(meeting: Meeting, call: Call) -> datetime:
    """The instant when it is over, in UTC; one without an end is, with its day."""
    last = meeting.end or meeting.start
    day = last.date() if isinstance(last, datetime) else last
    wall = last if isinstance(last, datetime) and meeting.end is not None else midnight_after(day)
    return wall.replace(tzinfo=zone_info(call.zone)).astimezone(UTC)


def _line(meeting: Meeting, call: Call, language: str) -> str:
    start, end = meeting.start, meeting.end
    days = [wording.day(at.date() if isinstance(at, datetime) else at, language) for at in (start, end or start)]
    first, last = (f", {at:%H:%M}" if isinstance(at, datetime) else "" for at in (start, end))
    if days[0] != days[1]:
        said = f"{days[0]}{first}\N{NO-BREAK SPACE}– {days[1]}{last}"
    else:
        said = f"{days[0]}{first}" + (f"–{last[2:]}" if first and last else "")
    if isinstance(start, datetime):
        zone = zone_info(call.zone)
        at = wording.moment(start.replace(tzinfo=zone), call.zone, language)
        said += f" ({', '.join(one for one in (at.city, 'AoE' if zone is AOE else '', at.offset) if one)})"
    place = plain.shortened(plain.one_line(meeting.place or ""), _LONGEST_PLACE)[0]
    return f"{said}, {place}" if place else said
