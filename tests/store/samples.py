"""Readings and letters as the path makes them, and the shortest way to bring one into a store."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import count

from mailbot.core.letter import Letter, LetterKind
from mailbot.core.message import Key
from mailbot.core.reading import (
    Answer,
    Authentication,
    How,
    Intent,
    Kind,
    Outcome,
    Reading,
    Sender,
    Timeliness,
)
from mailbot.core.submission import Became, Change, Submission
from mailbot.store import AuditEntry, Mail, Store

NOW = datetime(2023, 3, 13, 12, tzinfo=UTC)
CALL = "ran-rehabilitation-2023"

_uids = count(1)

ANSWERS = (
    Answer(1, "experience", "Twelve years of work in prisons.", 0.95, How.numbered),
    Answer(3, "motivation", "Comparer nos pratiques – 比較.", 0.6, How.meaning, "answers.docx"),
)

READING = Reading(
    sha256="a" * 64,
    fingerprint="f" * 64,
    sender=Sender("Jana.Novak@example.org", "Jana Novák", Authentication.aligned),
    kind=Kind.human,
    ack=True,
    outcome=Outcome.submission,
    reason="answers-found",
    call=CALL,
    received_at=NOW,
    timeliness=Timeliness.on_time,
    message_id="<one@example.org>",
    answers=ANSWERS,
    unanswered=(2,),
    unplaced="See you soon!",
    intent=Intent.answer,
)


def reading_of(address: str, n: int = 0) -> Reading:
    """One of many: another person, other bytes, another Message-ID."""
    sender = Sender(address, "", Authentication.aligned)
    return replace(READING, sender=sender, sha256=f"{n:064}", fingerprint=f"{n:064x}", message_id=f"<{n}.{address}>")


def letter_to(
    address: str, message_id: str = "<ack.1@mailbot.example>", kind: LetterKind = LetterKind.acknowledgement
) -> Letter:
    return Letter(kind, address, "", message_id, b"Subject: Received\r\n\r\n\xc3\xa9\x00\xff\r\n", CALL, "en", "K7MQ-3XRT-9HBW")


def arrive(store: Store, uid: str | None = None, *, mailbox: str = "calls", at: datetime = NOW, sha256: str = "a" * 64) -> Mail:
    return store.arrived(Key(mailbox, 7, uid or str(next(_uids))), sha256, 1234, at, at)


def take(
    store: Store,
    reading: Reading = READING,
    became: Became = Became.new,
    *,
    letters: Sequence[Letter] = (),
    now: datetime = NOW,
    hold: bool = False,
) -> Mail:
    """A mail arrives and is recorded as `became`."""
    mail = arrive(store, sha256=reading.sha256, at=now)
    with store.unit(lock="one") as unit:
        known = unit.history(reading.call, reading).submission
        reference = unit.new_reference() if became is Became.new else known.reference if known is not None else None
        change = Change(became, "as-the-test-wants", counts=became in {Became.new, Became.revision})
        audit = [AuditEntry(now, "mailbot", became.value, reference or f"mail {mail.id}", change.reason)]
        assert unit.record(mail.id, reading, change, reference, letters, audit, now, hold=hold)
    return store.mail(mail.id)


def the_submission(store: Store) -> Submission:
    (submission,) = store.submissions(CALL)
    return submission
