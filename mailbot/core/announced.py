"""What was announced when a mail came: the versions of a call, and a mail judged by the deadline of then and of today."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from mailbot.core.call import Call
from mailbot.core.deadline import timeliness
from mailbot.core.reading import Timeliness


@dataclass(frozen=True, slots=True)
class Version:
    """A version of a call file. since: when mailbot took it in, aware, UTC."""

    call: Call
    since: datetime


@dataclass(frozen=True, slots=True)
class Judged:
    """now: by the call as it stands. then: by what was announced when the mail came, which is `call`."""

    now: Timeliness
    then: Timeliness
    call: Call

    @property
    def differ(self) -> bool:
        return self.now is not self.then


def announced(versions: Sequence[Version], at: datetime, call: Call) -> Call:
    """The call as it was announced at an instant: in its first version before that was taken in. versions: oldest first.

    call: as it stands, for one of which no version is kept.
    """
    known = [version.call for version in versions if version.since <= at] or [version.call for version in versions[:1]]
    return known[-1] if known else call


def judged(received_at: datetime, call: Call, versions: Sequence[Version]) -> Judged:
    """A mail's timeliness, twice. received_at: see `deadline.timeliness`."""
    then = announced(versions, received_at, call)
    return Judged(timeliness(received_at, call), timeliness(received_at, then), then)


def asked_since(versions: Sequence[Version]) -> dict[str, datetime]:
    """Since when each question of the newest version is asked without a break, by its id."""
    since: dict[str, datetime] = {}
    for version in versions:
        since = {question.id: since.get(question.id, version.since) for question in version.call.questions}
    return since
