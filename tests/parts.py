"""The parts of a mailbot put together for tests: real store, archive, letters and reading; a mailbox and a relay in memory."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from mailbot.archive import FolderArchive
from mailbot.core.call import AcknowledgementPolicy, Call, Contact, Deadline, Question
from mailbot.core.letter import Letters
from mailbot.core.reading import Own
from mailbot.intake import Intake, Round
from mailbot.reader import Reader
from mailbot.resources import letter_templates
from mailbot.signatures import Signing, Unsigned
from mailbot.store.opening import open_store
from mailbot.store.sql import SqlStore
from tests.simulation.disk import MemoryDisk
from tests.simulation.faults import Faults
from tests.simulation.mailbox import MemoryMailbox

ADDRESS = "call@calls.example.net"
OWN = Own(
    frozenset({ADDRESS}), "calls.example.net", b"a key for tests, thirty-two octets", authserv_ids=frozenset({"mx.example.net"})
)
NOW = datetime(2021, 2, 1, 10, tzinfo=UTC)
CALL = Call(
    slug="a-call",
    title="A call",
    zone="Europe/Brussels",
    questions=(
        Question(id="work", text="What line of work are you in?"),
        Question(id="time", text="What role does time play?"),
    ),
    deadline=Deadline(day=date(2021, 2, 17)),
    contacts=(Contact(name="Ann Contact", address="ann@example.org"),),
    addresses=(ADDRESS,),
    acknowledgement=AcknowledgementPolicy(ack_from=datetime(2020, 1, 1, tzinfo=UTC)),
)


@dataclass(slots=True)
class Clock:
    """A clock that moves when it is told to."""

    now: datetime = NOW

    def __call__(self) -> datetime:
        return self.now

    def advance(self, **span: float) -> None:
        self.now += timedelta(**span)


class Parts:
    """One mailbot at rest on a memory disk; `round` is one round on its mailbox."""

    def __init__(
        self,
        calls: Sequence[Call] = (CALL,),
        step: Callable[[str], None] = lambda _: None,
        reader: Reader | None = None,
        signatures: Callable[[SqlStore], Signing] = lambda _: Unsigned(),
    ) -> None:
        self.clock, self.calls, self.disk = Clock(), list(calls), MemoryDisk()
        calm = Faults(random.Random(0))
        calm.calm()
        self.mailbox = MemoryMailbox("default", calm)
        self.store: SqlStore = open_store("sqlite://", now=NOW)
        self.letters = Letters(letter_templates(), OWN, ADDRESS, "Calls", "")
        self.archive = FolderArchive(Path("/data/archive"), self.disk)
        self.intake = Intake(
            self.store,
            self.archive,
            self.letters,
            lambda: OWN,
            lambda: self.calls,
            reader=reader,
            step=step,
            signatures=signatures(self.store),
        )

    def deliver(self, raw: bytes, when: datetime = NOW) -> None:
        self.mailbox.deliver(raw, when)

    def round(self) -> Round:
        return self.intake.round(self.mailbox, self.clock)


def reply(
    sender: str = "jana@example.org",
    body: str = "1. I work in probation.\r\n\r\n2. A large one, every day.\r\n",
    message_id: str = "<1@example.org>",
    subject: str = "Re: call",
    dmarc: str = "pass",
    extra: str = "",
) -> bytes:
    """A plain answer to CALL as the server next door hands it over."""
    return (
        f"Return-Path: <{sender}>\r\nDelivered-To: {ADDRESS}\r\n"
        f"Authentication-Results: mx.example.net; dmarc={dmarc} header.from={sender.rpartition('@')[2]}\r\n"
        f"From: {sender}\r\nTo: {ADDRESS}\r\nSubject: {subject}\r\nMessage-ID: {message_id}\r\n"
        f"Date: Mon, 1 Feb 2021 11:00:00 +0100\r\n{extra}MIME-Version: 1.0\r\n"
        f"Content-Type: text/plain; charset=utf-8\r\n\r\n{body}"
    ).encode()
