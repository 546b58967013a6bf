"""Days: on which of them a digest is due, by the calendar of the call."""

from datetime import date, datetime, timedelta

from mailbot.core.call import Call, Contact
from mailbot.core.choosing import Every, Weekday
from mailbot.core.deadline import instant
from mailbot.core.digest.shapes import Occasion
from mailbot.core.unasked import local_now

_WEEKDAYS = tuple(Weekday)
_WEEK = 7


def due(call: Call, contact: Contact, last_day: date | None, now: datetime) -> date | None:
    """The day whose digest this contact is to get now, or None. now: aware, UTC.

    last_day: the last day that is settled for this contact, whether there was something to tell or not; None before the first.
    A day on which the machine was off is made up for on the next one, after the hour of the call; of several such days only
    the last one is.
    """
    every = contact.every or call.digest.every
    local = local_now(call, now)
    if not contact.digests or every is Every.never or local.time() < call.digest.hour:
        return None
    today = local.date()
    back = 0 if last_day is None else min(_WEEK, (today - last_day).days - 1)  # below 0 where it is settled, or in the future
    days = (today - timedelta(days=n) for n in range(back + 1))
    return next((day for day in days if every is Every.daily or _is_due(call, day)), None)


def occasion(call: Call, day: date) -> Occasion:
    """What day it is for the call: the eve is the day before the deadline's, the morning after is that of the day behind it."""
    apart = (day - last_day_of(call)).days
    return {-1: Occasion.eve, 1: Occasion.after}.get(apart, Occasion.usual)


def last_day_of(call: Call) -> date:
    """The day on which the deadline is, by the clocks that `local_now` goes by. Midnight ends the day before it."""
    return local_now(call, instant(call) - timedelta(microseconds=1)).date()


def _is_due(call: Call, day: date) -> bool:
    """Of a weekly digest."""
    return _WEEKDAYS[day.weekday()] is call.digest.weekday or occasion(call, day) is not Occasion.usual
