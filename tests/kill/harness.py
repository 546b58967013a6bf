"""Kill the real service again and again, and look at what is left: `python -m tests.kill.harness FOLDER [SEED]`.

Each life of the service is a fork of this process, which has imported everything and holds no threads. SIGKILL comes when it
reaches the planned step for the nth time, or from this process at a random moment. The last life is left alone. Prints one
JSON object.
"""

import asyncio
import json
import logging
import os
import random
import signal
import socket
import sys
import time
from collections import Counter
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import structlog

from mailbot.archive import FolderArchive
from mailbot.core.call import AcknowledgementPolicy, Call, Contact, Deadline, Question
from mailbot.core.letter import Letter, Letters
from mailbot.core.manners import Limits
from mailbot.core.reading import Own
from mailbot.intake import Intake
from mailbot.outbox import Outbox
from mailbot.relay import Delivery, SmtpRelay
from mailbot.resources import letter_templates
from mailbot.sources.maildir import MaildirSource
from mailbot.store.opening import open_store
from tests.kill.sink import serve

MAILS = 300
READING = ("fetched", "archived", "in ledger", "reading", "inside the transaction", "committed", "recorded")
SENDING = ("before smtp", "after 250")
STEPS = (*READING, *SENDING)
ADDRESS = "call@calls.example.net"
OWN = Own(
    frozenset({ADDRESS}), "calls.example.net", b"kill test key, thirty-two octets", authserv_ids=frozenset({"mx.example.net"})
)
CALL = Call(
    slug="a-call",
    title="A call",
    zone="Europe/Brussels",
    questions=(
        Question(id="work", text="What line of work are you in?"),
        Question(id="time", text="What role does time play?"),
    ),
    deadline=Deadline(day=date(2030, 1, 1)),
    contacts=(Contact(name="Ann Contact", address="ann@example.org"),),
    addresses=(ADDRESS,),
    acknowledgement=AcknowledgementPolicy(ack_from=datetime(2020, 1, 1, tzinfo=UTC)),
)


class _Watched:
    """The relay, told apart before and after the letter is with the server."""

    def __init__(self, relay: SmtpRelay, step: Callable[[str], None]) -> None:
        self._relay, self._step = relay, step

    async def send(self, letter: Letter) -> Delivery:
        self._step("before smtp")
        delivery = await self._relay.send(letter)
        self._step("after 250")
        return delivery

    async def close(self) -> None:
        await self._relay.close()


def live(folder: Path, port: int, step: Callable[[str], None]) -> None:
    """One life: rounds of the mailbox and the outbox in turn, a few mails at a time, until nothing is left to do."""
    store = open_store(f"sqlite:///{folder / 'mailbot.db'}", now=_now())
    archive = FolderArchive(folder / "archive")
    letters = Letters(letter_templates(), OWN, from_address=ADDRESS, from_name="Calls", envelope_sender="")
    source = MaildirSource("default", folder / "maildir", after="move", move_to="Done")
    outbox = Outbox(store, _Watched(SmtpRelay("127.0.0.1", port, tls="none"), step), per_minute=0)
    sent = 0

    def step_and_send(name: str) -> None:
        # The outbox has its turn between two mails, as its thread would.
        nonlocal sent
        step(name)
        if name == "marked done":
            sent += 1
            if sent % 3 == 0:
                asyncio.run(_drain(outbox))

    store.recover(_now())
    many = Limits(domain_per_hour=1000, all_per_hour=1000)
    intake = Intake(store, archive, letters, lambda: OWN, lambda: [CALL], limits=many, step=step_and_send)
    intake.round(source, _now)
    asyncio.run(_drain(outbox))
    store.close()


async def _drain(outbox: Outbox) -> None:
    await outbox.drain(_now)
    await outbox.close()


def _now() -> datetime:
    return datetime.now(UTC)


def killed_at(name: str, nth: int) -> Callable[[str], None]:
    """A step function that kills this very process when `name` comes for the nth time."""
    seen = Counter[str]()

    def step(reached: str) -> None:
        seen[reached] += 1
        if reached == name and seen[reached] >= nth:
            os.kill(os.getpid(), signal.SIGKILL)

    return step


def fork(work: Callable[[], None]) -> int:
    """Run `work` in a child; its pid."""
    pid = os.fork()
    if pid == 0:
        try:
            work()
            os._exit(0)
        except BaseException as error:  # noqa: BLE001 - the child must not come back into the parent's code
            print(f"{type(error).__name__}: {error}", file=sys.stderr)
            os._exit(1)
    return pid


def mails(folder: Path) -> list[bytes]:
    """300 different replies, in a Maildir; every tenth is the same mail again under another name."""
    new = folder / "maildir" / "new"
    for sub in ("new", "cur", "tmp", ".Done/cur"):
        (folder / "maildir" / sub).mkdir(parents=True)
    written = []
    for n in range(MAILS):
        raw = _mail(n if n % 10 else max(0, n - 1))
        written.append(raw)
        (new / f"{1_600_000_000 + n}.M{n}P1.example").write_bytes(raw)
    return written


def _mail(n: int) -> bytes:
    sender = f"person{n}@example.org"
    return (
        f"Return-Path: <{sender}>\r\nDelivered-To: {ADDRESS}\r\n"
        f"Authentication-Results: mx.example.net; dmarc=pass header.from=example.org\r\n"
        f"From: {sender}\r\nTo: {ADDRESS}\r\nSubject: Re: call\r\nMessage-ID: <{n}@example.org>\r\n"
        f"Date: Mon, 1 Feb 2021 10:00:00 +0100\r\n\r\n"
        f"1. I am probation officer number {n}.\r\n\r\n2. Time plays a role for {n}.\r\n"
    ).encode()


def main(folder: Path, seed: int = 1) -> dict[str, object]:
    """The whole test: lives and deaths, then what is left."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    rng = random.Random(seed)
    written = mails(folder)
    listening = socket.create_server(("127.0.0.1", 0))
    port = listening.getsockname()[1]
    sink = fork(lambda: serve(listening, folder / "accepted"))
    kills = Counter[str]()
    try:
        plan = [(name, rng.randint(1, 6)) for name in STEPS for _ in range(4)]
        rng.shuffle(plan)
        for name, nth in plan:
            status = os.waitpid(fork(lambda name=name, nth=nth: live(folder, port, killed_at(name, nth))), 0)[1]  # type: ignore[misc]
            if os.WIFSIGNALED(status):
                kills[name] += 1
        for _ in range(6):
            pid = fork(lambda: live(folder, port, lambda _: None))
            time.sleep(rng.random() * 0.2)
            os.kill(pid, signal.SIGKILL)
            kills["any moment"] += os.WIFSIGNALED(os.waitpid(pid, 0)[1])
        last = os.waitpid(fork(lambda: live(folder, port, lambda _: None)), 0)[1]
    finally:
        os.kill(sink, signal.SIGTERM)
        os.waitpid(sink, 0)
    return {"kills": dict(kills), "last_exit": os.waitstatus_to_exitcode(last), **_left(folder, written)}


def _left(folder: Path, written: list[bytes]) -> dict[str, object]:
    store = open_store(f"sqlite:///{folder / 'mailbot.db'}", now=_now())
    rows = store.mails(limit=10_000)
    entries = store.submissions(CALL.slug)
    accepted = Counter((folder / "accepted").read_text().split("\n")[:-1])
    letters = store.letters()
    return {
        "mails": len(written),
        "distinct": len(set(written)),
        "rows": len(rows),
        "unended": sum(row.became is None or not row.done for row in rows),
        "became": dict(Counter(str(row.became) for row in rows)),
        "entries": len(entries),
        "versions": sum(len(entry.revisions) for entry in entries),
        "letters": len(letters),
        "letter_states": dict(Counter(str(row.state) for row in letters)),
        "accepted_ids": len(accepted),
        "sent_again": sum(times - 1 for times in accepted.values()),
        "unknown_ids": len({line.split()[0] for line in accepted} - {row.letter.message_id for row in letters}),
        "left_in_mailbox": len(list((folder / "maildir" / "new").iterdir())),
    }


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]), *(int(a) for a in sys.argv[2:3]))))
