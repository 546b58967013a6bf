"""Timeliness: was a mail on time, by when the server took it, in the call's zone?"""

from datetime import UTC, datetime, time, timedelta

from mailbot.core.call import Call, Outage
from mailbot.core.reading import Timeliness
from mailbot.core.when import zone_info


def instant(call: Call) -> datetime:
    """The last instant that is on time, aware, UTC; for a day without hour the last microsecond of that day in the call's zone.

    An hour that the clocks repeat counts the second time, one that they skip counts as if they had not skipped it:
    in doubt for the candidate.
    """
    zone = zone_info(call.zone)
    last = time.max if call.deadline.time is None else call.deadline.time
    wall = datetime.combine(call.deadline.day, last, zone)
    # PEP 495: of a repeated hour fold=1 is the later reading, of a skipped one fold=0 is.
    return max(wall.replace(fold=fold).astimezone(UTC) for fold in (0, 1))


def timeliness(received_at: datetime, call: Call) -> Timeliness:
    """Judge an aware UTC instant against the call's deadline; equal to the deadline is on time.

    received_at is INTERNALDATE (RFC 9051 2.3.3) or LMTP acceptance, never the sender's Date header.
    Grace is time that passes, not clock faces: 24 hours after the deadline, also when the clocks change in between.
    """
    late_by = lateness(received_at, call)
    if not late_by:
        return Timeliness.on_time
    return Timeliness.grace if late_by <= call.deadline.grace else Timeliness.late


def outage(received_at: datetime, call: Call) -> Outage | None:
    """The declared outage in which a mail came that is not on time. It stays `grace` or `late`: whether that is excused is for
    people to decide, and what happened is told beside it."""
    if timeliness(received_at, call) is Timeliness.on_time:
        return None
    return next((one for one in call.outages if one.begin <= received_at <= one.end), None)


def lateness(received_at: datetime, call: Call) -> timedelta:
    """How long after the deadline; zero when on time."""
    # Keep instant() in UTC: two datetimes of one zone subtract by their clock faces, an hour wrong across a change.
    return max(received_at - instant(call), timedelta())
