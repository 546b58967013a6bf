"""GHSA-vxj7-4xrp-5vr4 (aiosmtplib before 5.1.2): what somebody adds in clear behind the 220 is read as if it had come by TLS.

Two shapes: in the same piece as the 220 it waits in the client's buffer; later it is the first thing the TLS layer reads.
"""

import asyncio

import pytest

from mailbot.relay import Verdict
from mailbot.replies import Step
from tests.core.letters import acknowledgement
from tests.smtp.relay import ScriptedRelay

LETTER = acknowledgement()
INJECTED = [
    b"250-relay.example.org\r\n250-INJECTED\r\n250 AUTH PLAIN\r\n",
    b"250 AUTH XOAUTH2\r\n" * 3,
    b"250 ok\r\n250 ok\r\n250 ok\r\n354 go\r\n250 2.0.0 queued\r\n",
]


@pytest.mark.parametrize("injected", INJECTED)
def test_what_was_added_in_clear_is_never_believed(injected: bytes) -> None:
    async def work() -> None:
        async with ScriptedRelay({Step.tls: [b"220 go ahead\r\n" + injected]}, auth="LOGIN") as server:
            relay = server.client(user="calls", password="secret")
            first = await relay.send(LETTER)
            if first.verdict is Verdict.accepted:  # thrown away before TLS began
                assert server.letters == [("", LETTER.recipient, LETTER.raw)]
                assert any(command.startswith("AUTH LOGIN") for command in server.commands), "the true list of logins was used"
            else:  # the connection was given up: the letter waits
                assert (first.verdict, first.stop) == (Verdict.transient, True)
                assert not server.letters
            assert not any(command.startswith(("AUTH PLAIN", "AUTH XOAUTH2")) for command in server.commands)
            assert (await relay.send(LETTER)).verdict is Verdict.accepted

    asyncio.run(work())


def test_what_comes_before_the_handshake_ends_the_connection() -> None:
    async def work() -> None:
        server_said: list[bytes] = []

        async def in_the_middle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            for answer in (b"220 relay\r\n", b"250-relay\r\n250 STARTTLS\r\n", b"220 go ahead\r\n"):
                writer.write(answer)
                server_said.append(await reader.readline())
            writer.write(INJECTED[0])  # where the client expects the server's part of the handshake
            server_said.append(await reader.read())
            writer.close()

        server = await asyncio.start_server(in_the_middle, "127.0.0.1", 0)
        async with server:
            port = server.sockets[0].getsockname()[1]
            scripted = ScriptedRelay()
            scripted.port = port
            delivery = await scripted.client(user="calls", password="secret", timeout=5.0).send(LETTER)
        assert (delivery.verdict, delivery.stop) == (Verdict.transient, True)
        assert not any(word in b"".join(server_said) for word in (b"AUTH", b"MAIL"))

    asyncio.run(work())
