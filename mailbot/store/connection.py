"""The engine, and the two ways to use it: read, or write as the only writer.

SQLite as it has to be set up so that nothing is lost: WAL, synchronous=FULL, foreign keys, a busy timeout, and every write
transaction begun with BEGIN IMMEDIATE: a deferred one that turns into a writer fails at once when another wrote meanwhile.
"""

import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from hashlib import sha256

from sqlalchemy import Connection, Engine, create_engine, event, func, make_url, select
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import QueuePool, StaticPool
from sqlmodel import Session

from mailbot.errors import StoreError
from mailbot.store.trouble import plain_errors


class Database:
    """One database, shared by all threads of the process.

    engine: for those who want to watch or disturb it: `sqlalchemy.event.listen(database.engine, "before_cursor_execute", hook)`
    sees every statement, and an `sqlite3.OperationalError` raised there comes out as the StoreError a broken disk would give;
    the event "commit" is the instant before a transaction becomes durable.
    """

    def __init__(self, engine: Engine, *, patience: float) -> None:
        self.engine = engine
        self.sqlite = engine.dialect.name == "sqlite"
        self.in_memory = isinstance(engine.pool, StaticPool)
        self.where = name(engine.url)
        self._writer = engine.execution_options(mailbot_write=True)
        self._patience = patience
        self._turn = Turn()

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """One consistent view; nothing is written."""
        # In memory there is one connection for all threads: what reads must wait for what writes.
        turn = self._turn.taken(self._patience, self.where) if self.in_memory else nullcontext()
        with plain_errors(self.where), turn, Session(self.engine, expire_on_commit=False) as session:
            yield session

    @contextmanager
    def writing(self, lock: str | None = None) -> Iterator[Session]:
        """A write transaction from its first instant: commits when left normally, undoes everything when left by an exception.

        lock: on PostgreSQL, wait for everyone else who names the same. SQLite has one writer at a time anyway; the threads of
        this process queue for it in order, which SQLite's own waiting (sleep and try again) does not do.
        """
        turn = self._turn.taken(self._patience, self.where) if self.sqlite else nullcontext()
        with plain_errors(self.where), turn, Session(self._writer, expire_on_commit=False) as session, session.begin():
            session.connection()
            if lock is not None:
                hold(session, lock)
            yield session

    def close(self) -> None:
        """Let go of all connections. May be repeated; a database in memory is gone."""
        self.engine.dispose()


def hold(session: Session, lock: str) -> None:
    """On PostgreSQL, wait for everyone else who names the same, and keep it until the transaction ends; more than once is once.
    A transaction that holds the lock of an entry may take that of a choice, never the other way round: two would wait for each
    other."""
    if session.get_bind().dialect.name != "sqlite":
        session.execute(select(func.pg_advisory_xact_lock(_number(lock))))


class Part:
    """One concern of the store; all parts share the database."""

    def __init__(self, database: Database) -> None:
        self._database = database


class Kept(sqlite3.Connection):
    """The connection that a database in memory lives and dies with.

    A pool closes a connection in which something worse than an error was raised (Ctrl-C, a simulated power cut); that only ends
    the transaction here.
    """

    def close(self) -> None:
        self.rollback()

    def end(self) -> None:
        super().close()


class Turn:
    """Threads take turns, first come first served. A plain Lock may be taken again at once by who just let go of it."""

    def __init__(self) -> None:
        self._condition = threading.Condition()
        self._queue: list[object] = []

    @contextmanager
    def taken(self, seconds: float, where: str) -> Iterator[None]:
        """Wait for the turn; StoreError when it does not come in time."""
        ticket = object()
        with self._condition:
            self._queue.append(ticket)
        try:
            with self._condition:
                if not self._condition.wait_for(lambda: self._queue[0] is ticket, seconds):
                    what = f"database {where}: another thread held it locked for {seconds:g} s"
                    raise StoreError(what, mend="the next round tries again")
            yield
        finally:
            with self._condition:
                self._queue.remove(ticket)
                self._condition.notify_all()


def name(url: URL) -> str:
    """A database as a person knows it, without user and password."""
    if url.get_backend_name() == "sqlite":
        return url.database or "in memory"
    port = f":{url.port}" if url.port else ""
    return f"{url.host or 'server on this machine'}{port}/{url.database}"


def read_url(text: str) -> URL:
    """A database url of the settings; PostgreSQL is spoken to with psycopg 3. StoreError when it is not one of ours."""
    mend = "write sqlite:///path/to/file.db or postgresql://user:password@host/name"
    try:
        url = make_url(text)
    except ArgumentError:
        raise StoreError("database url: cannot be understood", mend=mend, permanent=True) from None
    backend = url.get_backend_name()
    if backend == "sqlite":
        return url.set(drivername="sqlite")
    if backend in {"postgresql", "postgres"}:
        return url.set(drivername="postgresql+psycopg")
    raise StoreError(f"database url: {backend} is neither sqlite nor postgresql", mend=mend, permanent=True)


def build_engine(url: URL, *, patience: float) -> Engine:
    """An engine with all settings in place. patience: seconds to wait for a lock."""
    if url.get_backend_name() == "sqlite":
        return _sqlite(url, patience)
    options = f"-c lock_timeout={int(patience * 1000)} -c timezone=UTC"
    keepalives = {"keepalives_idle": 30, "keepalives_interval": 10, "keepalives_count": 3}
    arguments = {"connect_timeout": 10, "options": options, **keepalives}
    try:
        return create_engine(url, pool_pre_ping=True, max_overflow=20, hide_parameters=True, connect_args=arguments)
    except ModuleNotFoundError:
        what = "database url: PostgreSQL needs the package psycopg"
        raise StoreError(what, mend="install mailbot[postgres]", permanent=True) from None


def _sqlite(url: URL, patience: float) -> Engine:
    in_memory = url.database in {None, "", ":memory:"}
    if in_memory:
        kept = sqlite3.connect(":memory:", check_same_thread=False, factory=Kept)
        engine = create_engine(url, hide_parameters=True, poolclass=StaticPool, creator=lambda: kept)
        event.listen(engine, "engine_disposed", lambda _: kept.end())
    else:
        same = {"check_same_thread": False}
        engine = create_engine(url, hide_parameters=True, poolclass=QueuePool, max_overflow=20, connect_args=same)

    @event.listens_for(engine, "connect")
    def set_up(connection: sqlite3.Connection, _record: object) -> None:
        connection.isolation_level = None  # SQLAlchemy says BEGIN, not the driver, which would leave SELECT and DDL outside
        connection.execute(f"PRAGMA busy_timeout = {int(patience * 1000)}")
        if not in_memory:
            _write_ahead(connection, patience)
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        write = connection.get_execution_options().get("mailbot_write", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")

    return engine


def _write_ahead(connection: sqlite3.Connection, patience: float) -> None:
    """Turn to WAL, waiting up to `patience` seconds. SQLite itself does not wait here: who asks for it reads first, and two who
    read and both want to write could wait for each other for ever, so it says "locked" at once to one of them."""
    until = time.monotonic() + patience
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(0.01)
        else:
            return


def _number(lock: str) -> int:
    """PostgreSQL's advisory locks are 64-bit numbers; all nodes must come to the same one."""
    return int.from_bytes(sha256(lock.encode("utf-8", "replace")).digest()[:8], signed=True)
