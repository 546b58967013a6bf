"""The world outside in a process of its own: an SMTP server that notes each letter it accepted and is never killed."""

import asyncio
import socket
from email import message_from_bytes
from pathlib import Path

from aiosmtpd.smtp import SMTP, Envelope, Session


class _Notes:
    def __init__(self, notes: Path) -> None:
        self._notes = notes

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 - aiosmtpd's name
        message = message_from_bytes(envelope.original_content or b"")
        with self._notes.open("a") as file:
            file.write(f"{message['Message-ID']} {envelope.rcpt_tos[0]}\n")
        return "250 noted"


def serve(listening: socket.socket, notes: Path) -> None:
    """Serve on a socket that is listening already, until killed."""

    async def forever() -> None:
        loop = asyncio.get_running_loop()
        server = await loop.create_server(lambda: SMTP(_Notes(notes), loop=loop), sock=listening)
        await server.serve_forever()

    asyncio.run(forever())
