"""GHSA-v3q9-hj7j-63hq (aiosmtplib before 5.1.1): control characters in an address become further SMTP commands."""

import asyncio
from dataclasses import replace
from importlib.metadata import version

import pytest

from mailbot.core.wire import mailable
from mailbot.relay import Delivery, Verdict
from tests.core.letters import LETTERS, RECEIVED, acknowledgement, facts
from tests.smtp.relay import ScriptedRelay

HARM = [chr(c) for c in (*range(0x20), 0x7F)] + [">", "<", " ", ",", '"', ">\r\nRCPT TO:<x@y>", "\u2028"]
ADDRESSES = [
    shape.replace("#", harm) for harm in HARM for shape in ("ja#na@example.net", "jana@exam#ple.net", "jana@example.net#")
]


@pytest.mark.parametrize("address", ADDRESSES, ids=ascii)
def test_no_letter_is_written_to_such_a_sender(address: str) -> None:
    assert mailable(address)[0] is None
    assert LETTERS.acknowledgement(facts(address=address), RECEIVED["late"]) is None


def test_no_such_recipient_or_envelope_sender_reaches_the_relay() -> None:
    """As if a letter had been altered after it was written."""

    async def work() -> list[Delivery]:
        async with ScriptedRelay() as server:
            relay = server.client()
            letter = acknowledgement()
            deliveries = [await relay.send(replace(letter, recipient=address)) for address in ADDRESSES]
            deliveries += [await relay.send(replace(letter, envelope_sender=address)) for address in ADDRESSES]
            assert (await relay.send(letter)).verdict is Verdict.accepted
            assert sum(command.startswith("MAIL") for command in server.commands) == 1
            return deliveries

    assert {delivery.verdict for delivery in asyncio.run(work())} == {Verdict.permanent}


def test_the_library_below_is_one_that_refuses_them_too() -> None:
    assert tuple(int(part) for part in version("aiosmtplib").split(".")[:3]) >= (5, 1, 3)
