"""Take mails from a source as the service does: bytes first, then the ledger, then done."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from mailbot.core.message import Key, Received
from mailbot.errors import SourceError
from mailbot.sources import Source
from tests.sources.memory_ledger import MemoryLedger


@dataclass(frozen=True, slots=True)
class Taken:
    """A Received whose bytes have been read, and whether they lay in a file."""

    key: Key
    raw: bytes
    received_at: datetime
    problem: str | None
    file: Path | None


def taken(received: Received) -> Taken:
    file = received.raw if isinstance(received.raw, Path) else None
    raw = received.raw.read_bytes() if isinstance(received.raw, Path) else received.raw
    return Taken(received.key, raw, received.received_at, received.problem, file)


def taking(source: Source, ledger: MemoryLedger, *, done: bool = False) -> Iterator[Taken]:
    """One round, mail by mail."""
    for received in source.fetch(ledger):
        mail = taken(received)
        ledger.note(mail.key)
        if done:
            source.done(mail.key)
        yield mail


def take(source: Source, ledger: MemoryLedger, *, done: bool = False) -> list[Taken]:
    """One whole round."""
    return list(taking(source, ledger, done=done))


def take_until_error(source: Source, ledger: MemoryLedger) -> tuple[list[Taken], SourceError | None]:
    """What a round brings before it ends, and the error that ends it."""
    mails: list[Taken] = []
    try:
        mails.extend(taking(source, ledger))
    except SourceError as error:
        return mails, error
    return mails, None


def mail(number: int, size: int = 0) -> bytes:
    """A mail that differs from those of other numbers, of at least `size` octets, in lines as RFC 5322 has them."""
    head = f"From: someone@example.org\r\nTo: call@example.test\r\nSubject: number {number}\r\n\r\nMail number {number}.\r\n"
    line = b"0123456789abcdef" * 4 + b"\r\n"
    return head.encode() + line * -(-max(0, size - len(head)) // len(line))
