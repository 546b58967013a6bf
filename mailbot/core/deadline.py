"""Timeliness: was a mail on time, by when the server took it, in the call's zone?"""

from datetime import datetime, timedelta

from mailbot.core.call import Call
from mailbot.core.reading import Timeliness


def instant(call: Call) -> datetime:
    """The last instant that is on time, aware, UTC; for a day without hour the last microsecond of that day in the call's zone.

    An hour that the clocks repeat counts the second time, one that they skip counts as if they had not: in doubt for the candidate.
    """
    ...  # B


def timeliness(received_at: datetime, call: Call) -> Timeliness:
    """Judge an aware UTC instant against the call's deadline; equal to the deadline is on time.

    received_at is INTERNALDATE (RFC 9051 2.3.3) or LMTP acceptance, never the sender's Date header.
    """
    ...  # B


def lateness(received_at: datetime, call: Call) -> timedelta:
    """How long after the deadline; zero when on time."""
    ...  # B
