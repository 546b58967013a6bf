"""pytest fixtures around the servers: one Dovecot and one Postfix a run, one new user a test.

A test that uses any of them is marked `servers` by itself, and left out with one line where they cannot run.
"""

import os
import shutil
import signal
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import count
from pathlib import Path

import pytest

from tests import servers
from tests.servers.certificates import Certificates
from tests.servers.dovecot import Dovecot
from tests.servers.faults import FaultProxy
from tests.servers.mailbox import Mailbox
from tests.servers.office import Office
from tests.servers.postfix import Postfix

_NEEDS_SERVERS = {"dovecot", "postfix", "mailbox", "new_mailbox", "certificates"}
_numbers = count(1)


def pytest_configure() -> None:
    """Terminated is interrupted: the fixtures end their servers and remove their folder."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if isinstance(item, pytest.Function) and _NEEDS_SERVERS & set(item.fixturenames):
            item.add_marker(pytest.mark.servers)


@pytest.fixture(scope="session")
def servers_folder() -> Iterator[Path]:
    """Readable for the servers' own users, which pytest's folders are not."""
    if reason := servers.missing():
        pytest.skip(reason)
    folder = Path(tempfile.mkdtemp(prefix="mailbot-tests-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def certificates(servers_folder: Path) -> Certificates:
    return Certificates(servers_folder / "tls")


@pytest.fixture(scope="session")
def dovecot(servers_folder: Path, certificates: Certificates) -> Iterator[Dovecot]:
    with Dovecot(servers_folder / "dovecot", certificates) as server:
        yield server


@pytest.fixture(scope="session")
def postfix(servers_folder: Path, dovecot: Dovecot) -> Iterator[Postfix]:
    with Postfix(servers_folder / "postfix", dovecot) as server:
        yield server


@pytest.fixture
def new_mailbox(dovecot: Dovecot) -> Callable[..., Mailbox]:
    """`new_mailbox()`, `new_mailbox(quota_kb=16)`: another user nobody had before."""

    def make(*, quota_kb: int | None = None) -> Mailbox:
        user = f"user{next(_numbers)}"
        dovecot.add_user(user, "secret of " + user, quota_kb=quota_kb)
        return Mailbox(dovecot, user, "secret of " + user)

    return make


@pytest.fixture
def mailbox(new_mailbox: Callable[..., Mailbox]) -> Mailbox:
    return new_mailbox()


@pytest.fixture
def fault_proxy() -> Iterator[Callable[..., FaultProxy]]:
    """`fault_proxy(port, Faults(...))`: a proxy in front of that port, gone after the test."""
    with ExitStack() as open_proxies:
        yield lambda port, faults=None: open_proxies.enter_context(FaultProxy(port, faults))


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """LibreOffice without a window; what needs it is left out where it is not installed."""
    if shutil.which("soffice") is None:
        why = "needs soffice: apt-get install libreoffice-calc-nogui"
        pytest.fail(why) if os.environ.get("SERVERS_REQUIRED") else pytest.skip(why)
    return Office(tmp_path_factory.mktemp("office"))
