"""What is known of an entry, and what a mail changes: the shapes between history, decision and record."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from mailbot.core.reading import Answer, Authentication, Intent, Timeliness
from mailbot.core.tokens import Token

TAKEN_OVER, DISCARDED = "taken-over", "discarded"
"""What a person decided about a change kept apart."""


class Became(StrEnum):
    """What became of a mail once the history was known; each mail ends as exactly one of these.

    request: it asked for something, and the reason says what came of that."""

    new = "new"
    revision = "revision"
    kept_apart = "kept-apart"
    duplicate = "duplicate"
    request = "request"
    not_a_submission = "not-a-submission"
    quarantined = "quarantined"


class Deed(StrEnum):
    """What a change does beyond adding; the letter that follows is another than the acknowledgement.

    ask_withdrawal: a token goes to the address on file. withdraw, restore, confirm: a token came back. pass_on: a question goes
    to the contacts of the call. note_answer: one of them has answered it. thank: nothing but that.
    on_behalf: the mail brings what somebody else wrote; it becomes a version of that person's entry, which does not count.
    accept, give_back: a place that was offered, or had been accepted before. ask_again: the invitation goes out once more,
    since its answer is neither yes nor no.
    """

    ask_withdrawal = "ask_withdrawal"
    withdraw = "withdraw"
    restore = "restore"
    confirm = "confirm"
    pass_on = "pass_on"  # noqa: S105 - no password
    note_answer = "note_answer"
    thank = "thank"
    on_behalf = "on_behalf"
    accept = "accept"
    give_back = "give_back"
    ask_again = "ask_again"


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """An entry that was taken back. at: aware UTC. who: 'submitter', 'operator' or an organiser's address."""

    at: datetime
    who: str
    why: str


@dataclass(frozen=True, slots=True)
class Revision:
    """One accepted or kept-apart version of a submission, append-only.

    version: from 1, in the order recorded; a change kept apart that a person takes over gets the number after the last.
    counts: whether it is part of the current view; False when kept apart for a person. mail_id: the ledger row it came from.
    why: named reason. signature: what stood below the words.
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
    signature: str = ""


@dataclass(frozen=True, slots=True)
class Submission:
    """One submitter's entry to one call. reference: random, what people quote; never a counter. address, name: as in Sender, of
    the latest version that speaks for the submitter. withdrawn: None while the entry stands."""

    reference: str
    call: str
    address: str
    name: str
    revisions: tuple[Revision, ...]
    withdrawn: Withdrawn | None = None

    @property
    def counts(self) -> bool:
        """Whether it is an entry of the call: not withdrawn, and with a version that counts."""
        return self.withdrawn is None and any(revision.counts for revision in self.revisions)


@dataclass(frozen=True, slots=True)
class History:
    """All that has to be known of the past to decide on one mail.

    submission: of this address and call. twin: the ledger id of an earlier mail of this call that is the same mail:
    same bytes; or same Message-ID and same fingerprint, and it is `as_sure` as this one (what nobody vouched for must not
    swallow the same words when somebody does). same_id_other_content: an earlier one has this Message-ID and other content.
    tokens: those that the mail brings, by their words or by answering their letter. withdrawal_asked_at: when the last token
    for withdrawing the entry went out that is still good. questions_today: of this sender that were
    passed on within 24 hours. question: ledger id of the mail whose question the letter was about that this one answers.
    from_contact: a contact of the call has written it. late: the named reason why this mail does not count, for it came late
    and the call says so. on_behalf_today: mails of this sender within 24 hours that brought answers of others.
    said_before: a version said all this word for word, and a later one that counts says otherwise.
    """

    submission: Submission | None = None
    twin: int | None = None
    same_id_other_content: bool = False
    tokens: tuple[Token, ...] = ()
    withdrawal_asked_at: datetime | None = None
    questions_today: int = 0
    question: int | None = None
    from_contact: bool = False
    late: str | None = None
    on_behalf_today: int = 0
    said_before: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """What to record for one mail. reason: named, for people and for counting. counts: see Revision.

    address, name: how the submission's address is spelled and its submitter is called from now on; None: as before.
    deed: what is to be done beside; token: with which it is done.
    """

    became: Became
    reason: str
    counts: bool = False
    notes: tuple[str, ...] = ()
    address: str | None = None
    name: str | None = None
    deed: Deed | None = None
    token: Token | None = None
