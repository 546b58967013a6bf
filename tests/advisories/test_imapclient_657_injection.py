"""IMAPClient issue 657: its own way to the wire goes around imaplib's check, so that the hole stays open on any Python.

All commands go through `Session`; each of its methods refuses what could end a line, before a byte is sent.
"""

import inspect
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from imapclient import IMAPClient

from mailbot.errors import MailbotError, UnsafeArgument
from mailbot.settings import Tls
from mailbot.sources.imap_session import Server, Session
from mailbot.sources.imap_wire import Bounds
from tests.servers.scripted import ScriptedImap

UNSAFE = ["a\r\nX9 NOOP", 'a"\nX9 NOOP', "a\rX9 NOOP", "a\0X9 NOOP"]

CALLS: dict[str, list[Callable[[Session, Any], object]]] = {
    "login_password": [lambda s, v: s.login_password(v, "secret"), lambda s, v: s.login_password("someone", v)],
    "login_xoauth2": [lambda s, v: s.login_xoauth2(v, "token"), lambda s, v: s.login_xoauth2("someone", v)],
    "offers": [lambda s, v: s.offers(v)],
    "select": [lambda s, v: s.select(v, write=False), lambda s, v: s.select(v, write=True)],
    "search": [lambda s, v: s.search(v), lambda s, v: s.search(1, v)],
    "has": [lambda s, v: s.has(v)],
    "describe": [lambda s, v: s.describe([v])],
    "bodies": [lambda s, v: s.bodies([v])],
    "slice": [lambda s, v: s.slice(v, 0, 1), lambda s, v: s.slice(1, v, 1), lambda s, v: s.slice(1, 0, v)],
    "flag": [lambda s, v: s.flag(1, v.encode()), lambda s, v: s.flag(v, b"\\Flagged")],
    "move": [lambda s, v: s.move(1, v), lambda s, v: s.move(v, "Processed")],
    "folders": [],
    "idle": [],
    "close": [],
}
"""Each method of Session, with the hostile value in each argument that reaches the server."""


@pytest.fixture
def server() -> Iterator[ScriptedImap]:
    with ScriptedImap([b"x"]) as script:
        yield script


@pytest.fixture
def session(server: ScriptedImap) -> Iterator[Session]:
    opened = Session(Server("post", "localhost", server.port, Tls.none, None, Bounds(timeout=20)))
    yield opened
    opened.close()


@pytest.mark.parametrize("value", UNSAFE)
@pytest.mark.parametrize(("method", "number"), [(method, n) for method, calls in CALLS.items() for n in range(len(calls))])
def test_each_argument_of_each_call_is_refused_before_a_byte_is_sent(
    server: ScriptedImap, session: Session, method: str, number: int, value: str
) -> None:
    if not method.startswith("login"):
        session.login_password("someone", "secret")
        session.select("INBOX", write=True)
    before = server.received
    with pytest.raises((UnsafeArgument, MailbotError)):
        CALLS[method][number](session, value)
    assert server.received == before


def test_no_method_of_a_session_is_missing_here() -> None:
    methods = {name for name, _ in inspect.getmembers(Session, inspect.isfunction) if not name.startswith("_")}
    assert methods == set(CALLS)


def test_the_library_still_has_the_hole_that_the_seam_is_for(server: ScriptedImap) -> None:
    """When this fails, IMAPClient refuses by itself, and `plain` is a second lock and no longer the only one."""
    client = IMAPClient("localhost", server.port, ssl=False, timeout=20)
    client.login("someone", "secret")
    client.select_folder("INBOX")
    done = threading.Thread(target=client.fetch, args=([1], ["FLAGS)\r\nX9 NOOP"]), daemon=True)
    done.start()
    wanted, until = b"\r\nX9 NOOP", time.monotonic() + 60
    while wanted not in server.received and time.monotonic() < until:
        done.join(0.05)  # what was sent is not at once what has been read
    client.shutdown()
    assert wanted in server.received
