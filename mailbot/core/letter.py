"""A kind of letter, a language and facts to the exact bytes of a mail."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class LetterKind(StrEnum):
    acknowledgement = "acknowledgement"
    notice = "notice"


@dataclass(frozen=True, slots=True)
class Letter:
    """A finished mail, the same bytes at every attempt.

    recipient: exactly one address, already validated. envelope_sender: '' for the null path. raw: CRLF lines, headers and body.
    message_id: with angle brackets, keyed and deterministic. call: slug. about: reference of the submission, or ''.
    """

    kind: LetterKind
    recipient: str
    envelope_sender: str
    message_id: str
    raw: bytes
    call: str
    language: str
    about: str = ""


class LetterState(StrEnum):
    """waiting: due at `due_at`. sending: claimed. uncertain: the connection was lost after DATA, same bytes go again.
    held: waits for a person to approve. failed: refused for good, the organiser is told. cancelled: by a person."""

    held = "held"
    waiting = "waiting"
    sending = "sending"
    uncertain = "uncertain"
    sent = "sent"
    failed = "failed"
    cancelled = "cancelled"


@dataclass(frozen=True, slots=True)
class OutboxRow:
    """One letter and where it stands. due_at, created_at, sent_at: aware UTC. attempts: how often it was tried."""

    id: int
    letter: Letter
    state: LetterState
    attempts: int
    created_at: datetime
    due_at: datetime
    sent_at: datetime | None
    last_code: int | None
    last_text: str
