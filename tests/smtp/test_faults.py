"""Every step of SMTP times everything that can go wrong there: what it means for this letter, and the next one goes through."""

import asyncio

import pytest

from mailbot.relay import Delivery, Verdict
from mailbot.replies import Step
from tests.core.letters import acknowledgement
from tests.smtp.relay import CLOSE, STALL, ScriptedRelay

LETTER = acknowledgement()

LATER = Verdict.transient
NEVER = Verdict.permanent
WHO_KNOWS = Verdict.uncertain

FAULTS = {
    "4xx": b"451 4.3.0 try again\r\n",
    "5xx": b"554 5.3.0 no\r\n",
    "421": b"421 4.3.2 closing\r\n",
    "close": CLOSE,
    "stall": STALL,
    "garbage": b"\x00\xff hello?\r\n",
    "no code": b"25\r\n",
    "endless line": b"250 " + b"x" * 40_000,
    "endless lines": b"250-x\r\n" * 8_000,
}
# Before a recipient is named, everything is ours or the relay's: the letter waits and so do the others.
EARLY = dict.fromkeys(FAULTS, (LATER, True))
TABLE = {
    Step.connect: EARLY,
    Step.hello: EARLY,
    Step.tls: EARLY,
    Step.login: EARLY,
    Step.sender: EARLY,
    Step.recipient: dict.fromkeys(FAULTS, (LATER, False)) | {"5xx": (NEVER, False)},
    Step.data: dict.fromkeys(FAULTS, (LATER, False)) | {"5xx": (NEVER, False)},
    Step.end: dict.fromkeys(FAULTS, (WHO_KNOWS, False)) | {"4xx": (LATER, False), "5xx": (NEVER, False), "421": (LATER, False)},
}
CELLS = [(step, fault, *expected) for step, row in TABLE.items() for fault, expected in row.items()]


async def two_letters(step: Step, answer: bytes, patience: float) -> tuple[Delivery, Delivery, ScriptedRelay]:
    async with ScriptedRelay({step: [answer]}) as server:
        relay = server.client(user="calls", password="secret", timeout=patience, end_timeout=patience)
        first = await relay.send(LETTER)
        second = await relay.send(LETTER)
        await relay.close()
        return first, second, server


@pytest.mark.parametrize(("step", "fault", "verdict", "stop"), CELLS, ids=[f"{step}-{fault}" for step, fault, *_ in CELLS])
def test_a_fault_has_its_meaning_and_the_next_letter_goes_through(step: Step, fault: str, verdict: Verdict, stop: bool) -> None:
    first, second, server = asyncio.run(two_letters(step, FAULTS[fault], patience=1.0 if fault == "stall" else 10.0))
    assert (first.verdict, first.stop) == (verdict, stop), first.text
    assert second == Delivery(Verdict.accepted, 250, "2.0.0 queued")
    assert server.letters == [("", LETTER.recipient, LETTER.raw)]
    assert first.text.isprintable()
    assert len(first.text) < 400


def test_every_step_is_in_the_table() -> None:
    assert set(TABLE) == set(Step)
    assert all(set(row) == set(FAULTS) for row in TABLE.values())


@pytest.mark.parametrize(
    ("step", "answer", "verdict", "stop"),
    [
        (Step.login, b"535 5.7.8 authentication failed\r\n", LATER, True),
        (Step.login, b"454 4.7.0 try later\r\n", LATER, True),
        (Step.sender, b"550 5.7.30 Basic authentication is not supported for Client Submission\r\n", LATER, True),
        (Step.recipient, b"550 5.7.30 Basic authentication is not supported for Client Submission\r\n", LATER, True),
        (Step.end, b"550 5.7.30 Basic authentication is not supported for Client Submission\r\n", LATER, True),
        (Step.recipient, b"530 5.7.0 Authentication required\r\n", LATER, True),
        (Step.end, b"554 5.2.0 STOREDRV.Submission.Exception:SendAsDeniedException.MapiExceptionSendAsDenied\r\n", LATER, True),
        (Step.end, b"550 5.4.5 Daily user sending limit exceeded\r\n", LATER, True),
        (Step.sender, b"452 4.3.1 Insufficient system storage\r\n", LATER, True),
        (Step.sender, b"553 5.7.1 not owned by user\r\n", LATER, True),
        (Step.sender, b"552 5.3.4 Message size exceeds fixed limit\r\n", NEVER, False),
        (Step.recipient, b"452 4.2.2 Mailbox full\r\n", LATER, False),
        (Step.recipient, b"550 5.1.1 User unknown\r\n", NEVER, False),
        (Step.end, b"554 5.7.1 looks like spam\r\n", NEVER, False),
        (Step.end, b"150 what\r\n", WHO_KNOWS, False),
    ],
)
def test_known_replies_of_known_relays(step: Step, answer: bytes, verdict: Verdict, stop: bool) -> None:
    first, second, _ = asyncio.run(two_letters(step, answer, patience=10.0))
    assert (first.verdict, first.stop) == (verdict, stop), first.text
    assert second.verdict is Verdict.accepted


def test_the_words_of_a_relay_come_as_one_harmless_line() -> None:
    first, _, _ = asyncio.run(
        two_letters(Step.recipient, b"550-5.1.1 \x1b[2Jno\r\n550 5.1.1 \xe2\x80\xaesuch user\xff\r\n", 10.0)
    )
    assert first.verdict is Verdict.permanent
    assert first.text.isprintable()
    assert "such user" in first.text


def test_a_letter_names_one_recipient_so_that_no_good_one_stands_beside_a_bad_one() -> None:
    """One good and one bad recipient cannot meet in one letter: `Letter.recipient` is one address and `send` says RCPT once.
    Where two people are written to, each has a letter, a verdict and a row in the outbox of their own."""
    bad, good = (acknowledgement(address=f"{name}@example.net") for name in ("bad", "good"))

    async def work() -> tuple[Verdict, Verdict, ScriptedRelay]:
        async with ScriptedRelay({Step.recipient: [b"550 5.1.1 User unknown\r\n"]}) as server:
            relay = server.client()
            verdicts = (await relay.send(bad)).verdict, (await relay.send(good)).verdict
            await relay.close()
            return *verdicts, server

    first, second, server = asyncio.run(work())
    assert (first, second) == (NEVER, Verdict.accepted)
    said = [command for command in server.commands if command.startswith(("MAIL", "RCPT"))]
    assert [line.partition(":")[0] for line in said] == ["MAIL FROM", "RCPT TO"] * 2
    assert [line.partition(" NOTIFY")[0] for line in said[1::2]] == ["RCPT TO:<bad@example.net>", "RCPT TO:<good@example.net>"]
    assert [recipient for _, recipient, _ in server.letters] == ["good@example.net"]
