"""May this mail be acknowledged? The call's policy, what came before the first round, and limits against loops and floods."""

from dataclasses import dataclass
from datetime import datetime

from mailbot.core.call import Call
from mailbot.core.reading import Reading
from mailbot.core.submission import TOLD, Became, Change


@dataclass(frozen=True, slots=True)
class Sent:
    """Acknowledgements that exist already, recorded or sent: to this address for this call ever, in 24 hours and in 7 days;
    to its domain and in all within the last hour."""

    to_address_ever: int = 0
    to_address_day: int = 0
    to_address_week: int = 0
    to_domain_hour: int = 0
    in_all_hour: int = 0


@dataclass(frozen=True, slots=True)
class Limits:
    """How many acknowledgements at most. The first one to an address and call is not counted against day and week.

    further_per_day, further_per_week: to one address for one call, after the first.
    domain_per_hour, all_per_hour: over all calls.
    """

    further_per_day: int = 1
    further_per_week: int = 3
    domain_per_hour: int = 300
    all_per_hour: int = 1000


@dataclass(frozen=True, slots=True)
class Manners:
    """acknowledge: whether the letter goes out. reason: named, also when it does."""

    acknowledge: bool
    reason: str


def manners(reading: Reading, change: Change, call: Call | None, sent: Sent, first_round: datetime, limits: Limits) -> Manners:
    """Decide on the acknowledgement of one mail (RFC 3834 2; first rule that speaks wins).

    first_round: the instant of the first round ever on this mailbox; older mail is answered only if the call says so.
    """
    if not reading.ack or call is None or reading.sender.address is None:
        return Manners(False, "reading-forbids")
    taken_in = change.became in (Became.new, Became.revision)
    if not taken_in and change.reason not in TOLD:
        return Manners(False, f"became-{change.became}")
    if not call.acknowledgement.send:
        return Manners(False, "call-sends-none")
    # Servers keep whole seconds: what came in the second of the first round may have come after it.
    if reading.received_at < (call.acknowledgement.ack_from or first_round.replace(microsecond=0)):
        return Manners(False, "before-ack-from")
    over = _over(sent, limits)
    return Manners(False, over) if over else Manners(True, "acknowledged")


def _over(sent: Sent, limits: Limits) -> str | None:
    if sent.to_address_ever:
        if _further(sent.to_address_day, sent.to_address_ever) >= limits.further_per_day:
            return "limit-address-day"
        if _further(sent.to_address_week, sent.to_address_ever) >= limits.further_per_week:
            return "limit-address-week"
    if sent.to_domain_hour >= limits.domain_per_hour:
        return "limit-domain-hour"
    if sent.in_all_hour >= limits.all_per_hour:
        return "limit-all-hour"
    return None


def _further(within: int, ever: int) -> int:
    """Those within the span but for the first one ever, which is in it when all are."""
    return within - (1 if within == ever else 0)
