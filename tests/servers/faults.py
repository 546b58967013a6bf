"""A proxy that stands between a client and a real server and misbehaves on the way back."""

import asyncio
import re
import socket
import struct
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True)
class Faults:
    """What is done to the bytes from server to client; the default is nothing.

    greeting: said in place of the server's, then the connection is closed.
    replace: pairs of pattern and replacement, applied to each piece as it is read; a piece left empty cuts the connection.
    chunk, delay: that many octets at a time, that many seconds before each.
    cut_after: octets after which the connection is closed, with `reset` by RST instead of FIN.
    stall_after: octets after which nothing more comes, with the connection open.
    """

    greeting: bytes | None = None
    replace: Sequence[tuple[bytes, bytes]] = ()
    chunk: int | None = None
    delay: float = 0.0
    cut_after: int | None = None
    reset: bool = False
    stall_after: int | None = None


class FaultProxy:
    """Listens on `port`; each connection takes the faults that are set when it begins, so `heal()` mends the next one.

    `target` is the port behind it, of the next connection; `connections` counts them, `received` are all bytes that clients
    sent, in order of arrival."""

    def __init__(self, target_port: int, faults: Faults | None = None) -> None:
        self.faults = faults or Faults()
        self.connections = 0
        self.received = b""
        self.port = 0
        self.target = target_port
        self._loop = asyncio.new_event_loop()
        self._tasks: set[asyncio.Task[None]] = set()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._listening = threading.Event()

    def __enter__(self) -> Self:
        self._thread.start()
        self._listening.wait()
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()

    def heal(self) -> None:
        """From the next connection on, behave."""
        self.faults = Faults()

    def cut(self) -> None:
        """Close every connection now."""

        def cancel() -> None:
            for task in self._tasks:
                task.cancel()

        self._loop.call_soon_threadsafe(cancel)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        server = self._loop.run_until_complete(asyncio.start_server(self._accept, "127.0.0.1", 0))
        self.port = server.sockets[0].getsockname()[1]
        self._listening.set()
        self._loop.run_forever()
        server.close()
        tasks = asyncio.all_tasks(self._loop)
        for task in tasks:
            task.cancel()
        self._loop.run_until_complete(asyncio.gather(*tasks, return_exceptions=True))
        self._loop.close()

    async def _accept(self, client: asyncio.StreamReader, to_client: asyncio.StreamWriter) -> None:
        self.connections += 1
        faults = self.faults
        if faults.greeting is not None:
            to_client.write(faults.greeting)
            to_client.close()
            return
        try:
            server, to_server = await asyncio.open_connection("127.0.0.1", self.target)
        except OSError:
            to_client.close()
            return
        both = asyncio.gather(self._up(client, to_server), _down(server, to_client, faults))
        task = asyncio.ensure_future(_quietly(both))
        self._tasks.add(task)
        try:
            await task
        finally:
            self._tasks.discard(task)
            both.cancel()
            to_client.close()
            to_server.close()

    async def _up(self, client: asyncio.StreamReader, to_server: asyncio.StreamWriter) -> None:
        while piece := await client.read(65536):
            self.received += piece
            to_server.write(piece)
            await to_server.drain()
        raise ConnectionResetError("the client is gone")


async def _quietly(both: "asyncio.Future[tuple[None, None]]") -> None:
    try:
        await both
    except (OSError, _Cut):
        pass


class _Cut(Exception):
    """The faults ask for the end of the connection."""


async def _down(server: asyncio.StreamReader, to_client: asyncio.StreamWriter, faults: Faults) -> None:
    to_client.get_extra_info("socket").setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    sent = 0
    while piece := await server.read(65536):
        for pattern, replacement in faults.replace:
            piece = re.sub(pattern, replacement, piece)
        if not piece:
            break
        size = faults.chunk or len(piece)
        for start in range(0, len(piece), size):
            await asyncio.sleep(faults.delay)
            sent += await _pass_on(piece[start : start + size], sent, to_client, faults)
    raise _Cut


async def _pass_on(piece: bytes, sent: int, to_client: asyncio.StreamWriter, faults: Faults) -> int:
    """Write a piece as far as the faults let it; `sent` is what went before. The number of octets written."""
    if faults.stall_after is not None and sent + len(piece) > faults.stall_after:
        to_client.write(piece[: max(0, faults.stall_after - sent)])
        await to_client.drain()
        await asyncio.Event().wait()
    if faults.cut_after is not None and sent + len(piece) >= faults.cut_after:
        to_client.write(piece[: faults.cut_after - sent])
        await to_client.drain()
        if faults.reset:
            linger = struct.pack("ii", 1, 0)
            to_client.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
            to_client.transport.abort()
        raise _Cut
    to_client.write(piece)
    await to_client.drain()
    return len(piece)
