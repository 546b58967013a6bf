"""imaplib's connection with bounds: on each wait, on each answer as a whole, on each line and each literal.

imaplib and IMAPClient wait without end for a server that drips bytes, believe any length it announces, and in IDLE neither see
the end of a connection nor an answer that is already there or arrives in pieces. Reading through a buffer of our own mends all
of that in one place.
"""

import imaplib
import socket
import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from imapclient import IMAPClient, SocketTimeout

_LINE = 8 << 20
"""A SEARCH answer of 700,000 UIDs; imaplib's own bound of 1 MB ends at 100,000."""

_LITERAL = 16 << 20
"""Bodies are asked for in slices of one megabyte; more only comes from a server that announced a wrong size."""

_ANSWER = 64 << 20
"""Octets one command may bring altogether."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """timeout: seconds a server may be silent. patience: seconds one command may take altogether, however lively it is."""

    timeout: float = 30.0
    patience: float = 300.0


class Wire(imaplib.IMAP4):
    """One connection, by TLS from the first byte when `context` is given. imaplib lets read and readline be overridden."""

    def __init__(self, host: str, port: int, context: ssl.SSLContext | None, bounds: Bounds) -> None:
        self._context = context
        self._bounds = bounds
        self._buffer = bytearray()
        self._filled_from: socket.socket | None = None
        self.has_ended = False
        self.begin(bounds.patience)
        super().__init__(host, port)

    def begin(self, patience: float) -> None:
        """A new command: its time and its octets count from here."""
        self._deadline = time.monotonic() + patience
        self._octets_left = _ANSWER

    def has_answer(self) -> bool:
        """Whether an answer is here already, so that waiting for the network would miss it."""
        pending = self.sock.pending() if isinstance(self.sock, ssl.SSLSocket) else 0
        return b"\n" in self._buffer or pending > 0

    def read(self, size: int) -> bytes:
        if size > _LITERAL:
            raise self.abort(f"a literal of {size} octets")
        self._know_socket()
        while len(self._buffer) < size:
            self._fill()
        return self._cut(size)

    def readline(self) -> bytes:
        self._know_socket()
        seen = 0
        while (end := self._buffer.find(b"\n", seen)) < 0:
            seen = len(self._buffer)
            if seen > _LINE:
                raise self.abort(f"a line of more than {_LINE} octets")
            self._fill()
        return self._cut(end + 1)

    def _create_socket(self, timeout: float | None = None) -> socket.socket:  # noqa: ARG002 (imaplib's)
        plain = socket.create_connection((self.host, self.port), self._bounds.timeout)
        # IMAPClient sends a command and its line end apart; without this the second waits 40 ms for an answer to the first.
        plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if self._context is None:
            return plain
        try:
            return self._context.wrap_socket(plain, server_hostname=self.host)
        except BaseException:
            plain.close()
            raise

    def _know_socket(self) -> None:
        """STARTTLS exchanges the socket. Whatever still lies here in plain text then was put there by somebody else."""
        if self.sock is not self._filled_from:
            if self._buffer:
                raise ssl.SSLError("plain text behind the start of TLS")
            self._filled_from = self.sock

    def _cut(self, size: int) -> bytes:
        piece = bytes(memoryview(self._buffer)[:size])
        del self._buffer[:size]
        return piece

    def _fill(self) -> None:
        left = self._deadline - time.monotonic()
        if left <= 0:
            raise TimeoutError("the answer took too long as a whole")
        if self.sock.gettimeout() != 0:  # 0: IMAPClient.idle_check looks without waiting
            self.sock.settimeout(min(self._bounds.timeout, left))
        piece = self.sock.recv(65536)
        self._octets_left -= len(piece)
        if not piece:
            self.has_ended = True
            raise self.abort("socket error: EOF")
        if self._octets_left < 0:
            raise self.abort(f"an answer of more than {_ANSWER} octets")
        self._buffer += piece


class Client(IMAPClient):  # type: ignore[misc]  # IMAPClient has no types
    """IMAPClient over a `Wire`, with aware times, and without the formatting of every mail for a log that nobody writes."""

    def __init__(self, host: str, port: int, context: ssl.SSLContext | None, bounds: Bounds) -> None:
        self._make_wire: Callable[[], Wire] = lambda: Wire(host, port, context, bounds)
        super().__init__(host, port, ssl=context is not None, timeout=SocketTimeout(bounds.timeout, bounds.timeout))
        self.normalise_times = False
        # IMAPClient sets 5: most of the time of a fetch then goes into %r of the mail, which a log at DEBUG would even keep.
        self._imap.debug = 0

    @property
    def wire(self) -> Wire:
        wire: Wire = self._imap
        return wire

    def _create_IMAP4(self) -> Wire:  # noqa: N802 (IMAPClient's name)
        return self._make_wire()

    def _poll_socket(self, sock: socket.socket, timeout: float | None = None) -> Any:
        return [True] if self.wire.has_answer() else super()._poll_socket(sock, timeout)
