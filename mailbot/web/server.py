"""Server: the pages on a port, in a thread with an event loop of its own, as long as the service runs."""

import socket
import threading
from collections.abc import Callable
from datetime import datetime

import uvicorn

from mailbot.app import App
from mailbot.errors import MailbotError
from mailbot.settings import address_and_port
from mailbot.web.pages import Pages

_AT_ONCE = 100  # connections; more wait in the queue of the system or are told to come back
_GRACE = 3  # seconds that an answer in hand may take when the service stops


class Server:
    """`run` serves until `stop`, which may come first and from any thread. port: where it listens, once it does."""

    def __init__(self, app: App, clock: Callable[[], datetime]) -> None:
        self._app, self._clock = app, clock
        self._stopped = threading.Event()
        self._server: uvicorn.Server | None = None
        self.port = 0

    def run(self, ready: Callable[[], None] = lambda: None) -> None:
        """ready: called when the port is ours. Raises MailbotError when it is not to be had, Problems when a text is wrong."""
        config = uvicorn.Config(
            Pages(self._app, self._clock).asgi(),
            http="h11",
            ws="none",
            loop="asyncio",
            lifespan="off",
            log_config=None,
            access_log=False,  # a path of ours holds what must not be known
            proxy_headers=False,  # it would believe everybody on this machine
            server_header=False,
            limit_concurrency=_AT_ONCE,
            h11_max_incomplete_event_size=16 * 1024,
            timeout_keep_alive=5,
            timeout_graceful_shutdown=_GRACE,
        )
        with _bound(self._app.settings.web.listen) as port:
            self.port = port.getsockname()[1]
            self._server = uvicorn.Server(config)
            self._server.should_exit = self._stopped.is_set()
            ready()
            self._server.run(sockets=[port])

    def stop(self) -> None:
        """Take no more requests, and end with those in hand. Returns at once."""
        self._stopped.set()
        if self._server is not None:
            self._server.should_exit = True


def _bound(listen: str) -> socket.socket:
    host, number = address_and_port(listen, None)
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, number), family=family)
    except OSError as error:
        what = f"web.listen {listen}: {error.strerror or type(error).__name__}"
        mend = "end what listens there, or name another port; mail is not held up"
        raise MailbotError(what, mend=mend) from None
