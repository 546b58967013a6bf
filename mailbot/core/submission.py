"""History and reading to a change: new, revision, duplicate, kept apart, not a submission, for a person.

A mail can only ever add. It becomes the current version only from the same address, authenticated as aligned and no weaker
than the first, for the same call, and not later than a version that was in time. Everything else is kept and shown to a person.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from mailbot.core.reading import Answer, Authentication, Intent, Timeliness


class Became(StrEnum):
    """What became of a mail once the history was known; each mail ends as exactly one of these."""

    new = "new"
    revision = "revision"
    kept_apart = "kept-apart"
    duplicate = "duplicate"
    not_a_submission = "not-a-submission"
    quarantined = "quarantined"


@dataclass(frozen=True, slots=True)
class Revision:
    """One accepted or kept-apart version of a submission, append-only.

    version: from 1, in the order recorded. counts: whether it is part of the current view; False when kept apart for a person.
    mail_id: the ledger row it came from. why: named reason.
    """

    version: int
    mail_id: int
    message_id: str | None
    received_at: datetime
    timeliness: Timeliness
    authentication: Authentication
    intent: Intent
    counts: bool
    why: str
    answers: tuple[Answer, ...]
    unplaced: str


@dataclass(frozen=True, slots=True)
class Submission:
    """One submitter's entry to one call. reference: random, what people quote; never a counter. address: as in Sender."""

    reference: str
    call: str
    address: str
    name: str
    revisions: tuple[Revision, ...]


@dataclass(frozen=True, slots=True)
class History:
    """All that has to be known of the past to decide on one mail.

    submission: of this address and call. twin: the ledger id of an earlier mail of this call that is the same mail
    (same bytes, or same Message-ID and same fingerprint); same_id_other_content: an earlier mail with this Message-ID, but other content.
    """

    submission: Submission | None = None
    twin: int | None = None
    same_id_other_content: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """What to record for one mail. reason: named, for people and for counting. counts: see Revision."""

    became: Became
    reason: str
    counts: bool = False
    notes: tuple[str, ...] = ()
