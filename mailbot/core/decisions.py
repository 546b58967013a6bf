"""What organisers decide about entries, and what becomes of a place that is offered: shapes between history and record."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Choice(StrEnum):
    """invite: a place is offered. reserve: on the waiting list. hold: told that it is not decided yet. decline: told that there
    is no place."""

    invite = "invite"
    reserve = "reserve"
    hold = "hold"
    decline = "decline"


@dataclass(frozen=True, slots=True)
class Score:
    """One reading of one entry by one reviewer. values: id of a criterion to its score. at: aware, UTC."""

    reference: str
    reviewer: str
    values: Mapping[str, int]
    comment: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Decision:
    """What is decided about one entry; pending until it is applied, then its person is told.

    version: of the entry when it was decided; a later one that counts re-opens the decision. why: a reason for the person, or
    ''. told: the choice that was applied last, None before the first time. rank: on the waiting list from 1, given when it is
    applied. applied_at: of `told`; all instants aware, UTC.
    """

    reference: str
    choice: Choice
    version: int
    at: datetime
    who: str
    why: str = ""
    told: Choice | None = None
    rank: int | None = None
    applied_at: datetime | None = None

    @property
    def pending(self) -> bool:
        return self.told is not self.choice


class OfferState(StrEnum):
    """prepared: its letter waits for an organiser's approval. open: the person has been asked. The other ones have given the
    place back. cancelled: by organisers, or with the entry."""

    prepared = "prepared"
    open = "open"
    accepted = "accepted"
    declined = "declined"
    expired = "expired"
    cancelled = "cancelled"


HOLDING = frozenset({OfferState.prepared, OfferState.open, OfferState.accepted})
"""The states in which an offer keeps its place from everybody else; the database refuses two of one place."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A place kept for one person. place: number from 1, at most the call's places. ends_at: until when it can be accepted.
    answered_at: when it was accepted or given back. sequence: of the calendar file (RFC 5545 3.8.7.4). letter: Message-ID of
    the invitation. why: a reason that the person or an organiser gave, or ''. Instants aware, UTC."""

    id: int
    call: str
    reference: str
    place: int
    state: OfferState
    made_at: datetime
    ends_at: datetime
    answered_at: datetime | None = None
    sequence: int = 0
    letter: str = ""
    why: str = ""
