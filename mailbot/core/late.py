"""What becomes of late answers: the policy of the call, softened where nobody could know, or others were to blame."""

from collections.abc import Sequence
from datetime import datetime

from mailbot.core.announced import Version, judged
from mailbot.core.call import Call
from mailbot.core.deadline import outage
from mailbot.core.policies import Late
from mailbot.core.reading import Timeliness

LATE_HELD, LATE_REFUSED = "late-held", "late-not-counted"
LATE = frozenset({LATE_HELD, LATE_REFUSED})
"""Why a version does not count that came late, until an organiser takes it over."""


def late_policy(received_at: datetime, call: Call, versions: Sequence[Version]) -> Late:
    """What is done with answers that came at this aware instant; `mark` also where they are not late. versions: oldest first.

    In doubt for the candidate: late is what is so by the deadline that was announced when it came and by today's, and what came
    late in a declared outage is held at most.
    """
    twice = judged(received_at, call, versions)
    if not twice.now is twice.then is Timeliness.late:
        return Late.mark
    return Late.hold if call.late is Late.refuse and outage(received_at, call) is not None else call.late


def why_late(policy: Late) -> str | None:
    """The named reason why answers under this policy do not count; None where they do."""
    return {Late.hold: LATE_HELD, Late.refuse: LATE_REFUSED}.get(policy)
