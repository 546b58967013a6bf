"""A relay that keeps what it is given: SMTP on loopback, in this process, for the demo."""

from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Self

from aiosmtpd.controller import Controller


@dataclass(frozen=True, slots=True)
class Taken:
    """One letter as the relay got it. sender: '' for the null path."""

    sender: str
    recipients: tuple[str, ...]
    raw: bytes


@dataclass
class Sink:
    """Listens on a free port of 127.0.0.1 while it is entered.

    Without slots: aiosmtpd looks at every member of its handler, and up to Python 3.11.2 (Debian 12) `__weakref__` of a
    dataclass with slots raises TypeError when looked at.
    """

    taken: list[Taken] = field(default_factory=list)
    port: int = 0
    _controller: Controller | None = None

    def __enter__(self) -> Self:
        self._controller = Controller(self, hostname="127.0.0.1", port=_free_port(), server_hostname="demo.mailbot.invalid")
        self._controller.start()
        self.port = self._controller.port
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._controller is not None:
            self._controller.stop()

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802 - aiosmtpd's name
        self.taken.append(Taken(envelope.mail_from or "", tuple(envelope.rcpt_tos), bytes(envelope.content)))
        return "250 2.0.0 Ok: kept by the demo"


def _free_port() -> int:
    """aiosmtpd tests its port by connecting to the number it was given, so 0 does not do."""
    import socket

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
