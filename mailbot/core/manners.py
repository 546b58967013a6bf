"""May this mail be acknowledged, and when? The call's policy, what came before the first round, limits against loops, floods.

An address has a budget, and one that nobody vouches for a small one: a thousand mails in somebody's name bring that person no
more than it. What was sent because of such mails costs those who are sure nothing. Where many write at once letters are not
dropped but wait, at most a day.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from unicodedata import normalize

from mailbot.core.call import Call
from mailbot.core.reading import Authentication, How, Reading
from mailbot.core.submission import TOLD, Became, Change

_HOUR = timedelta(hours=1)
_LONGEST = 24
"""Hours that a letter waits at most: the outbox gives up two days after it was written (`outbox.PATIENCE`)."""


@dataclass(frozen=True, slots=True)
class Sent:
    """Acknowledgements that exist already, recorded or sent: to this address for this call ever, in 24 hours and in 7 days; to
    its domain and in all those that were due within the last hour or are due later. same_content: to this address for this
    call, that answered a mail with the same words. letter_was_for_another: the mail answers a letter of ours that went to
    another address, as a system does that takes a new one for each answer. on_request_ever, on_request_day: letters to this
    address for this call that answered a request, recorded or sent, ever and in 24 hours.

    For an aligned mail only letters that answered aligned ones are counted, for any other mail all.
    """

    to_address_ever: int = 0
    to_address_day: int = 0
    to_address_week: int = 0
    to_domain_hour: int = 0
    in_all_hour: int = 0
    same_content: int = 0
    letter_was_for_another: bool = False
    on_request_ever: int = 0
    on_request_day: int = 0


@dataclass(frozen=True, slots=True)
class Limits:
    """How many acknowledgements at most. The first one to an address and call is not counted against day and week.

    further_per_day, further_per_week: to one address for one call, after the first. ever: to one address for one call.
    unconfirmed_further_per_week, unconfirmed_ever: the same where the sender is not aligned. domain_per_hour, all_per_hour,
    unconfirmed_all_per_hour: over all calls; what is over them waits. requests_per_day, requests_ever: letters to one address
    for one call that answer what it asked for, such as to withdraw.
    """

    further_per_day: int = 1
    further_per_week: int = 3
    ever: int = 20
    unconfirmed_further_per_week: int = 1
    unconfirmed_ever: int = 3
    domain_per_hour: int = 300
    all_per_hour: int = 1000
    unconfirmed_all_per_hour: int = 200
    requests_per_day: int = 6
    requests_ever: int = 20


@dataclass(frozen=True, slots=True)
class Manners:
    """acknowledge: whether the letter goes out. reason: named, also when it does. wait: how long it waits before it is due."""

    acknowledge: bool
    reason: str
    wait: timedelta = timedelta()


def counted_as(address: str) -> str:
    """Whose budget an address draws on: without its plus tag, in lower case. Dots stay, which most servers tell apart."""
    local, _, domain = normalize("NFC", address).casefold().rpartition("@")
    if local.startswith('"'):
        local = local.strip('"').replace("\\", "")
    return f"{local.partition('+')[0] or local}@{domain}"


def manners(reading: Reading, change: Change, call: Call | None, sent: Sent, first_round: datetime, limits: Limits) -> Manners:
    """Decide on the acknowledgement of one mail (RFC 3834 2; first rule that speaks wins).

    first_round: the instant of the first round ever on this mailbox; older mail is answered only if the call says so.
    """
    if not reading.ack or call is None or reading.sender.address is None:
        return Manners(False, "reading-forbids")
    taken_in = change.became in (Became.new, Became.revision)
    if not taken_in and change.reason not in TOLD and change.deed is None:
        return Manners(False, f"became-{change.became}")
    if not call.acknowledgement.send:
        return Manners(False, "call-sends-none")
    # Servers keep whole seconds: what came in the second of the first round may have come after it.
    if reading.received_at < (call.acknowledgement.ack_from or first_round.replace(microsecond=0)):
        return Manners(False, "before-ack-from")
    sure = reading.sender.authentication is Authentication.aligned
    if change.deed is not None:
        return _to_a_request(sent, limits, sure)
    if (change.became is not Became.new or sent.letter_was_for_another) and _says_nothing_new(reading):
        return Manners(False, "thread-without-answer")
    if sent.same_content:
        return Manners(False, "same-content-again")
    over = _over_address(sent, limits, sure)
    return Manners(False, over) if over else _in_turn(sent, limits, sure)


def _says_nothing_new(reading: Reading) -> bool:
    """An answer to a letter of ours without an answer to a question: thanks, or an automatic reply that shows no sign of it,
    which would be acknowledged as often as it comes. A document in it is an answer, a picture is a logo."""
    if not reading.thread:
        return False
    sure = any(answer.how is not How.order for answer in reading.answers)
    return not sure and all(attachment.type.startswith("image/") for attachment in reading.attachments)


def _over_address(sent: Sent, limits: Limits, sure: bool) -> str | None:
    ever, week = (limits.ever, limits.further_per_week) if sure else (limits.unconfirmed_ever, _unconfirmed_week(limits))
    if sent.to_address_ever >= ever:
        return "limit-address-ever"
    if sent.to_address_ever:
        if _further(sent.to_address_day, sent.to_address_ever) >= limits.further_per_day:
            return "limit-address-day"
        if _further(sent.to_address_week, sent.to_address_ever) >= week:
            return "limit-address-week"
    return None


def _to_a_request(sent: Sent, limits: Limits, sure: bool) -> Manners:
    """Letters that answer what somebody asked have a budget of their own, since the acknowledgements before use up theirs."""
    ever, day = (limits.requests_ever, limits.requests_per_day) if sure else (limits.unconfirmed_ever, 1)
    if sent.on_request_ever >= ever:
        return Manners(False, "limit-address-ever")
    if sent.on_request_day >= day:
        return Manners(False, "limit-address-day")
    return _in_turn(sent, limits, sure)


def _unconfirmed_week(limits: Limits) -> int:
    return min(limits.further_per_week, limits.unconfirmed_further_per_week)


def _further(within: int, ever: int) -> int:
    """Those within the span but for the first one ever, which is in it when all are."""
    return within - (1 if within == ever else 0)


def _in_turn(sent: Sent, limits: Limits, sure: bool) -> Manners:
    """When the letter is due: an hour later for each full hour's worth that is before it.

    Beyond a day, which no call fills with honest mail, who is not sure gets none.
    """
    wait, named = max(
        (_hours(sent.to_domain_hour, limits.domain_per_hour), "domain"),
        (_hours(sent.in_all_hour, limits.all_per_hour if sure else limits.unconfirmed_all_per_hour), "all"),
    )
    if wait > _LONGEST and not sure:
        return Manners(False, f"limit-{named}-day")
    if wait:
        return Manners(True, f"postponed-{named}-hour", min(wait, _LONGEST) * _HOUR)
    return Manners(True, "acknowledged")


def _hours(before: int, an_hour: int) -> int:
    return before // an_hour if an_hour else _LONGEST + 1
