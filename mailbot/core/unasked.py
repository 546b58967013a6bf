"""What passed between us and one person about an entry, and when a letter may go out for which nobody wrote in.

Such a letter disturbs, so in doubt there is none: with a forged mail one may be held back, and none brought about.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from mailbot.core.announced import Version, announced
from mailbot.core.call import Call
from mailbot.core.deadline import instant
from mailbot.core.life import Standing, State
from mailbot.core.reading import Authentication
from mailbot.core.submission import TAKEN_OVER, Submission, standing
from mailbot.core.when import AOE, zone_info

FROM, UNTIL = time(9), time(18)
"""Between these hours, by the clocks of the call, such letters are written and sent."""
LAST_HOURS = timedelta(hours=12)
"""So long before the deadline they end: who reads it then can do nothing any more but be sorry."""
WROTE_LATELY = timedelta(days=2)
REMINDER, EXTENDED = "reminder", "extended"
_NAME_THE_DEADLINE = frozenset({"acknowledgement", REMINDER, EXTENDED})
LEFT = frozenset({
    "declined", "decline-found", "decline-for-a-person", "recommendation", "recommendation-for-a-person", "withdrawn-before",
    "withdrawal-asked", "withdrawal-asked-again", "withdrawal-found", "withdrawal-for-a-person",
})  # fmt: skip
"""Reasons of mails whose writers want to have no more to do with the call, whether or not that was carried out."""
STAYED = frozenset({"withdrawal-refused", "withdrawal-undone"})
"""Reasons of mails that take such a wish back."""


@dataclass(frozen=True, slots=True)
class Written:
    """A letter to the person of an entry, about it; cancelled ones are none. kind: a LetterKind. at: aware, UTC. sent: the
    relay has taken it. returned: refused for good, or a bounce came."""

    kind: str
    at: datetime
    language: str
    message_id: str
    sent: bool = True
    returned: bool = False


@dataclass(frozen=True, slots=True)
class Exchange:
    """An entry, and all that was written about it. letters: the oldest first. wrote_at: when a person wrote last from its
    address, whatever came of that mail; None where that is long ago. left_at, stayed_at: the last mail with a reason of LEFT or
    STAYED. unread: a mail of the entry brought a file that nobody could read. seen: up to which row of the ledger all is taken
    into account."""

    submission: Submission
    letters: tuple[Written, ...] = ()
    wrote_at: datetime | None = None
    left_at: datetime | None = None
    stayed_at: datetime | None = None
    unread: bool = False
    seen: int = 0

    @property
    def language(self) -> str | None:
        """That in which this person was written to last."""
        return self.letters[-1].language if self.letters else None

    @property
    def sure(self) -> bool:
        """Whether any version that speaks for the person is surely theirs."""
        speaking = standing(self.submission.revisions)
        return any(v.authentication is Authentication.aligned or v.why == TAKEN_OVER for v in speaking)


def local_now(call: Call, now: datetime) -> datetime:
    """By the clocks of the call. Nobody lives by those of `anywhere on earth`; there it is UTC."""
    zone = zone_info(call.zone)
    return now.astimezone(UTC if zone is AOE else zone)


def by_day(call: Call, now: datetime) -> bool:
    """Whether it is an hour at which people are written to."""
    return FROM <= local_now(call, now).time() < UNTIL


def day_ends(call: Call, now: datetime) -> datetime:
    """When those hours are over on this day; aware, UTC."""
    local = local_now(call, now)
    return datetime.combine(local.date(), UNTIL, local.tzinfo).astimezone(UTC)


def day_begins(call: Call, now: datetime) -> datetime:
    """When those hours begin next; aware, UTC."""
    local = local_now(call, now)
    day = local.date() if local.time() < FROM else local.date() + timedelta(days=1)
    return datetime.combine(day, FROM, local.tzinfo).astimezone(UTC)


def is_open(where: Standing | None) -> bool:
    """Whether a call takes answers. where: where it stands; None: nobody said anything of it."""
    return where is None or where.state is State.open


def takes_letters(call: Call, where: Standing | None, now: datetime) -> bool:
    """Whether any such letter may go out for this call now."""
    in_time = now + LAST_HOURS <= instant(call)
    return is_open(where) and in_time and call.acknowledgement.send and by_day(call, now)


def spared(known: Exchange) -> str | None:
    """The named reason why this person gets none, be it about what it may; None where none stands against it."""
    entry = known.submission
    if entry.withdrawn is not None:
        return "withdrawn"
    if known.left_at is not None and not _came_back(known, known.left_at):
        return "left"
    if not any(letter.sent for letter in known.letters):
        return "never-heard-from-us"  # nobody hears of us first by a letter that they cannot place
    if next((letter.returned for letter in reversed(known.letters) if letter.sent or letter.returned), False):
        return "last-letter-returned"
    return None


def _came_back(known: Exchange, left_at: datetime) -> bool:
    stayed = known.stayed_at is not None and known.stayed_at > left_at
    return stayed or any(v.counts and v.received_at > left_at for v in known.submission.revisions)


def without(known: Exchange, message_id: str) -> Exchange:
    """As if that letter had not been written."""
    return replace(known, letters=tuple(letter for letter in known.letters if letter.message_id != message_id))


def told_deadline(known: Exchange, call: Call, versions: Sequence[Version]) -> datetime:
    """The deadline of which this person heard last: that of the call when our last letter was written that names it, else when
    they wrote; aware, UTC."""
    told = [letter.at for letter in known.letters if letter.kind in _NAME_THE_DEADLINE and not letter.returned]
    at = told[-1] if told else max(version.received_at for version in known.submission.revisions)
    return instant(announced(versions, at, call))


def moved_since(at: datetime, call: Call, versions: Sequence[Version]) -> bool:
    """Whether the deadline is another than the one that a letter written then names."""
    return instant(announced(versions, at, call)) != instant(call)


def days_between(call: Call, at: datetime, day: date) -> int:
    """Days of the calendar; also after a clock was set back, when the letter seems to be of the future."""
    return abs((local_now(call, at).date() - day).days)
