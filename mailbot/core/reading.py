"""Reading: the shapes of all that one message says, and `read`, which fills them by the steps of `core.steps`."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from mailbot.core.documents.document import Document
from mailbot.core.known import Wording
from mailbot.core.message import Attachment
from mailbot.core.trace import Trace

if TYPE_CHECKING:
    from mailbot.core.call import Call
    from mailbot.core.drafting.plan import Announced, Answered
    from mailbot.core.proof.signed import Signature


class Kind(StrEnum):
    """Who or what wrote (glossary). Only a human is ever answered."""

    human = "human"
    auto_reply = "auto_reply"
    bounce = "bounce"
    mdn = "mdn"
    list = "list"
    calendar = "calendar"
    challenge = "challenge"
    arf = "arf"
    newsletter = "newsletter"
    our_own_loop = "our_own_loop"


class Outcome(StrEnum):
    """What became of a mail when read alone."""

    submission = "submission"
    stored = "stored"
    quarantine = "quarantine"
    refused = "refused"


class Authentication(StrEnum):
    """How sure the From domain is: aligned (DMARC pass, or DKIM pass with an aligned d=), neutral, fail."""

    aligned = "aligned"
    neutral = "neutral"
    fail = "fail"


class Timeliness(StrEnum):
    """On time, within the call's grace, or late. Nothing is ever rejected for being late."""

    on_time = "on_time"
    grace = "grace"
    late = "late"


class How(StrEnum):
    """The cue that laid words under a question."""

    inline = "inline"
    numbered = "numbered"
    restated = "restated"
    table = "table"
    order = "order"
    meaning = "meaning"


class Intent(StrEnum):
    answer = "answer"
    correction = "correction"
    withdrawal = "withdrawal"
    decline = "decline"
    question = "question"
    forward = "forward"
    recommendation = "recommendation"
    none = "none"


@dataclass(frozen=True, slots=True)
class Sender:
    """address: the one From address, domain as A-label and lower case, local part as written; None when it is not clear.
    problem: None, or the named reason (`sender-unclear`, `two-senders`, …). sent_from_there: as in `authentication.Checked`.
    signed: the named reason of what its signatures say of it, '' where there are none (`proof.signed.summary`)."""

    address: str | None
    name: str
    authentication: Authentication
    problem: str | None = None
    sent_from_there: bool | None = None
    signed: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """question: its number in the call from 1; question_id: its stable id. confidence: 0 to 1.
    source: 'body' or the attachment's name."""

    question: int
    question_id: str
    text: str
    confidence: float
    how: How
    source: str = "body"


class Way(StrEnum):
    """How a mail brings what somebody else wrote: printed in its text, attached as a mail, or sent again (RFC 5322 3.6.6)."""

    inline = "inline"
    attached = "attached"
    resent = "resent"


@dataclass(frozen=True, slots=True)
class Forwarded:
    """What somebody else wrote and a colleague sends on. Nothing proves that it is theirs.

    address, name: whom the mail names as the writer; the address in its normal form. by: address of who sent it on, '' where
    that is not clear. words: the writer's own, without quotes and signature. answers, unanswered, unplaced, language: as in
    `Reading`, of these words and of the files that came with them.
    """

    address: str
    name: str
    way: Way
    by: str
    words: str
    answers: tuple[Answer, ...] = ()
    unanswered: tuple[int, ...] = ()
    unplaced: str = ""
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Own:
    """What mailbot knows of itself: needed to recognise its own mail and to know which authentication results to believe.

    addresses: ours, lower case. domain: right side of our Message-IDs. key: secret of the keyed Message-IDs.
    letters: what stands in every letter that we send.
    organisers: addresses, casefolded, of those whose announcements become drafts of calls.
    authserv_ids: whose Authentication-Results count (RFC 8601 5); below_received: also those below the border's own Received
    line. topmost_without_id: Exchange Online's unnamed field counts.
    """

    addresses: frozenset[str] = frozenset()
    domain: str = "localhost"
    key: bytes = b""
    letters: Wording = field(default_factory=Wording)
    organisers: frozenset[str] = frozenset()
    authserv_ids: frozenset[str] = frozenset()
    topmost_without_id: bool = False
    below_received: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything one mail says; the same bytes, instant, calls and Own always give the same Reading.

    ack: whether, as far as this mail alone tells, an acknowledgement may be sent.
    reason: a named reason, the same string in database, digest, audit and metrics.
    call: slug of the call it belongs to, or None. thread: Message-IDs of our letters (verified by key) that it answers.
    fingerprint: hash of From, subject, body and attachments without trace headers: the same mail by two ways has one.
    returned: Message-ID of our letter that this bounce is about or this automatic reply answers, verified by key, or None.
    attachments: without their contents, which the archive has. documents: what became of each, without their texts.
    traces: of the mail's text, then of each document that was laid under the questions: what became of each line.
    kind_reason: the named reason of its kind; that of the outcome may be another.
    found_by: the named reason why it belongs to this call; '' where it belongs to none.
    also: what the mail says to further calls that it answers, one Reading each, of the part that is theirs.
    to_us: its sender wrote to an address of ours or a contact of the call, or says nothing of whom it went to.
    forwarded: what somebody else wrote, where the intent is `forward` and it is clear who; then `answers` are the sender's own.
    drafting: what it says about a call that is drafted by mail: its announcement, or an answer to our letter about the draft.
    """

    sha256: str
    fingerprint: str
    sender: Sender
    kind: Kind
    ack: bool
    outcome: Outcome
    reason: str
    call: str | None
    received_at: datetime
    timeliness: Timeliness | None
    message_id: str | None = None
    references: tuple[str, ...] = ()
    subject: str = ""
    text: str = ""
    language: str | None = None
    attachments: tuple[Attachment, ...] = ()
    reply: str = ""
    quoted: str = ""
    signature: str = ""
    answers: tuple[Answer, ...] = ()
    unanswered: tuple[int, ...] = ()
    unplaced: str = ""
    intent: Intent = Intent.none
    thread: tuple[str, ...] = ()
    returned: str | None = None
    defects: tuple[str, ...] = field(default=())
    documents: tuple[Document, ...] = ()
    traces: tuple[Trace, ...] = ()
    kind_reason: str = ""
    found_by: str = ""
    also: "tuple[Reading, ...]" = ()
    drafting: "Announced | Answered | None" = None
    forwarded: Forwarded | None = None
    to_us: bool = True


def read(
    raw: bytes,
    received_at: datetime,
    calls: "Sequence[Call]",
    own: Own,
    *,
    mailbox: str | None = None,
    plain: bool = False,
    signed: "Sequence[Signature]" = (),
) -> Reading:
    """All that one mail says, for any bytes, without raising; the same arguments always give the same Reading.

    received_at: when the server took it, aware, UTC. calls: those it may be for; with none, only kind, ack and the three
    parts of the text are judged. mailbox: the name of the one it came in; None where mails are looked at outside one.
    plain: no document is opened and HTML is read in a simpler way, for a mail that has cost a worker its life. signed: what
    verifying its DKIM signatures gave when it was taken.
    """
    # The steps are made of the shapes above, and only the process that reads should pay for loading them.
    from mailbot.core import steps

    return steps.read(raw, received_at, calls, own, mailbox, plain=plain, signed=signed)


def unread(raw: bytes, received_at: datetime, reason: str, outcome: Outcome = Outcome.quarantine) -> Reading:
    """What is known of a mail that could not be read, for a named reason."""
    sha256 = hashlib.sha256(raw).hexdigest()
    return Reading(
        sha256=sha256,
        fingerprint=sha256,
        sender=Sender(None, "", Authentication.neutral, "unreadable"),
        kind=Kind.human,
        ack=False,
        outcome=outcome,
        reason=reason,
        call=None,
        received_at=received_at,
        timeliness=None,
    )
