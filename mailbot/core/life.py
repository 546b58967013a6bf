"""The life of a call: draft, open, closed, decided, archived; which steps lead where, and which time takes by itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from mailbot.core.call import Call
from mailbot.core.deadline import instant

BY_ITSELF = "mailbot"
"""Who makes the steps that nobody has to ask for."""
FOUND, OVER, EXTENDED, FILE_MOVED = "call-file-found", "deadline-and-grace-over", "deadline-extended", "file-moved-to-closed"


class State(StrEnum):
    """draft: written, not announced. open: takes answers. closed: answers still come in and are marked. decided: the places
    are given. archived: over; what still comes waits for a person."""

    draft = "draft"
    open = "open"
    closed = "closed"
    decided = "decided"
    archived = "archived"


NEXT: Mapping[State, frozenset[State]] = {
    State.draft: frozenset({State.open, State.archived}),
    State.open: frozenset({State.closed, State.archived}),
    State.closed: frozenset({State.open, State.decided, State.archived}),
    State.decided: frozenset({State.closed, State.archived}),
    State.archived: frozenset({State.closed}),
}
"""From each state where a person may take the call. Back from decided and archived it goes by way of closed."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a call stands: since when (aware, UTC), who brought it there, and why."""

    state: State
    since: datetime
    who: str
    why: str

    @property
    def closed_by_a_person(self) -> bool:
        """Whether somebody ended it, and not its deadline: then a mail may come in time and too late all the same."""
        return self.state in {State.closed, State.decided} and not (self.who == BY_ITSELF and self.why == OVER)


def by_itself(standing: Standing | None, call: Call, now: datetime) -> tuple[State, str] | None:
    """The step that is due without anybody asking, with its named reason; None when there is none.

    A call file nobody said anything of is open. An open call closes when its deadline and its grace are over, and one closed in
    that way opens again when the deadline is moved. What a person closed stays closed.
    """
    over = now > instant(call) + call.deadline.grace
    if standing is None:
        return State.open, FOUND
    if standing.state is State.open and over:
        return State.closed, OVER
    if standing.state is State.closed and not standing.closed_by_a_person and not over:
        return State.open, EXTENDED
    return None


def barred(state: State | None) -> str | None:
    """The named reason why mail to a call in this state waits for a person; None where it is taken in."""
    return {State.draft: "call-not-open-yet", State.archived: "call-archived"}.get(state) if state is not None else None
