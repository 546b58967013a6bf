"""An SMTP server in this process that misbehaves on command, as Postfix's smtp-sink does, and remembers what it was told."""

import asyncio
import atexit
import shutil
import ssl
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Self

from mailbot.relay import SmtpRelay
from mailbot.replies import Step
from tests.servers.certificates import Certificate, Certificates

CLOSE = b"CLOSE"
"""Close the connection without a word."""
STALL = b"STALL"
"""Say nothing, and keep the connection."""

Script = Mapping[Step, Sequence[bytes]]
"""What is said at a step the first time, the second time … (with CRLF; 421 closes); after that, and elsewhere, yes."""


@cache
def certificates() -> Certificates:
    """One authority for all tests of this run."""
    folder = Path(tempfile.mkdtemp(prefix="mailbot-relay-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Certificates(folder / "tls")


@dataclass
class ScriptedRelay:
    """`async with ScriptedRelay(script) as server`: listens on 127.0.0.1:port. tls: 'starttls', 'implicit' or 'none'.

    commands: all lines it was told, of all connections; letters: (sender, recipient, raw) of those it took.
    """

    script: Script = field(default_factory=dict)
    tls: str = "starttls"
    certificate: Certificate = Certificate.good
    auth: str = "PLAIN LOGIN"
    extensions: tuple[str, ...] = ("SIZE 1000000", "8BITMIME", "DSN")
    commands: list[str] = field(default_factory=list)
    letters: list[tuple[str, str, bytes]] = field(default_factory=list)
    connections: int = 0
    port: int = 0

    async def __aenter__(self) -> Self:
        self._said = {step: list(answers) for step, answers in self.script.items()}
        context = self._context() if self.tls == "implicit" else None
        self._server = await asyncio.start_server(self._talk, "127.0.0.1", 0, ssl=context)
        self._tasks: set[asyncio.Task[None]] = set()
        self.stalled = asyncio.Event()
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *_: object) -> None:
        self._server.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def client(self, **settings: object) -> SmtpRelay:
        """Ours, fit for this server."""
        fit: dict[str, object] = {"tls": self.tls, "timeout": 10.0, "helo": "client.example.org"}
        if self.tls != "none":
            fit["ca_file"] = certificates().ca_file
        return SmtpRelay("localhost" if self.tls != "none" else "127.0.0.1", self.port, **(fit | settings))  # type: ignore[arg-type]

    def hang_up(self) -> None:
        """Close every connection now."""
        for task in self._tasks:
            task.cancel()

    def _context(self) -> ssl.SSLContext:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(certificates().crt(self.certificate), certificates().key(self.certificate))
        return context

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        task = asyncio.ensure_future(_Conversation(self, reader, writer).hold())
        self._tasks.add(task)
        try:
            await asyncio.wait([task])
        finally:
            self._tasks.discard(task)
            writer.close()


class _Over(Exception):
    """This connection ends."""


class _Conversation:
    def __init__(self, server: ScriptedRelay, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._server, self._reader, self._writer = server, reader, writer
        self._sender = self._recipient = ""
        self._secure = server.tls == "implicit"

    async def hold(self) -> None:
        try:
            await self._say(Step.connect, b"220 relay.example.org ESMTP\r\n")
            while line := await self._reader.readline():
                text = line.decode("latin-1").rstrip("\r\n")
                self._server.commands.append(text)
                await self._answer(text.partition(" ")[0].upper(), text)
        except (_Over, OSError, ssl.SSLError):
            return

    async def _say(self, step: Step | None, yes: bytes) -> bool:
        """What the script has for this step, or yes; whether it was yes."""
        planned = self._server._said.get(step) if step is not None else None
        answer = planned.pop(0) if planned else yes
        if answer == STALL:
            self._server.stalled.set()
            await asyncio.Event().wait()
        if answer == CLOSE:
            raise _Over
        self._writer.write(answer)
        await self._writer.drain()
        if answer.startswith(b"421"):
            raise _Over
        return answer == yes or answer.startswith(yes)

    async def _answer(self, verb: str, text: str) -> None:
        match verb:
            case "EHLO":
                await self._say(Step.hello, self._hello())
            case "STARTTLS":
                if await self._say(Step.tls, b"220 go ahead\r\n"):
                    await self._writer.start_tls(self._server._context())
                    self._secure = True
            case "AUTH":
                await self._auth(text)
            case "MAIL":
                self._sender = text.partition("<")[2].partition(">")[0]
                await self._say(Step.sender, b"250 sender ok\r\n")
            case "RCPT":
                self._recipient = text.partition("<")[2].partition(">")[0]
                await self._say(Step.recipient, b"250 recipient ok\r\n")
            case "DATA":
                await self._data()
            case "QUIT":
                await self._say(None, b"221 bye\r\n")
                raise _Over
            case _:
                await self._say(None, b"250 ok\r\n" if verb in ("RSET", "NOOP") else b"500 5.5.2 what?\r\n")

    def _hello(self) -> bytes:
        offers = [*self._server.extensions]
        if self._server.tls == "starttls" and not self._secure:
            offers.append("STARTTLS")
        if self._server.auth:
            offers.append(f"AUTH {self._server.auth}")
        lines = ["relay.example.org", *offers]
        return b"".join(f"250{'-' if n < len(lines) else ' '}{line}\r\n".encode() for n, line in enumerate(lines, 1))

    async def _auth(self, text: str) -> None:
        if text.split()[1] == "LOGIN":
            await self._say(None, b"334 UGFzc3dvcmQ6\r\n")
            self._server.commands.append((await self._reader.readline()).decode().strip())
        await self._say(Step.login, b"235 2.7.0 welcome\r\n")

    async def _data(self) -> None:
        if not await self._say(Step.data, b"354 go ahead\r\n"):
            return
        lines = []
        while (line := await self._reader.readline()) != b".\r\n":
            if not line:
                raise _Over
            lines.append(line.removeprefix(b"."))
        letter = (self._sender, self._recipient, b"".join(lines))
        if await self._say(Step.end, b"250 2.0.0 queued\r\n"):
            self._server.letters.append(letter)
