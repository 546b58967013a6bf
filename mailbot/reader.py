"""Reader: one mail read, here or in a worker that can be killed, so that no mail holds up the next.

Reading is pure, but a mail may be made to keep a library busy for hours, eat all memory, or crash it. In the worker it can
do so for a while. It is then read once more, plainly, in a fresh worker; if that ends no better it is kept for a person.
"""

import contextlib
import ctypes
import logging
import multiprocessing
import os
import resource
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError
from dataclasses import dataclass
from datetime import datetime
from multiprocessing import resource_tracker
from multiprocessing.context import SpawnContext, SpawnProcess
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar, cast

from mailbot.core.call import Call
from mailbot.core.proof.signed import Signature
from mailbot.core.reading import Own, Reading, read, unread
from mailbot.errors import WorkerError

if TYPE_CHECKING:
    from pebble import ProcessFuture, ProcessPool

SECONDS = 8.0
"""Of processor time: what reading one mail may take. The slowest of honest ones takes a fifth, and four times that on a small
computer; one that waits behind others for its processor loses nothing."""
PLAIN_SECONDS = 5.0
_WAITS = 4.0  # seconds by the clock for each of these, after which the worker is thought to hang
_MEMORY = 1536 * 1024 * 1024  # octets of address space; a mail of 25 MB needs half
_FILES = 64  # open at once: the pipes, and modules that are imported while it reads
_MAX_TASKS = 500  # mails of one worker: what a library leaks goes with it
_START_SECONDS = 60.0
_END_SECONDS = 3.0
_GRACE = 10.0  # seconds on top of a limit, after which the pool itself is thought to hang
_PR_SET_PDEATHSIG = 1
_MEND = "let mailbot start processes and give them 2 GB of address space (limits of the unit, the container, the shell)"
_DEAF_TO = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)  # sent to the whole group or unit: the parent decides

_T = TypeVar("_T")
Work = Callable[..., Reading]
"""What the worker does with a mail: `core.reading.read`, or for a test something worse."""


class Reader(Protocol):
    """Reads mails, one at a time or from several threads; never raises for what a mail is."""

    def read(
        self,
        raw: bytes,
        received_at: datetime,
        calls: Sequence[Call],
        own: Own,
        *,
        mailbox: str | None = None,
        signed: Sequence[Signature] = (),
    ) -> Reading:
        """See `core.reading.read`. Raises WorkerError when reading itself is broken, whatever the mail."""

    def do(self, work: Callable[..., _T], *arguments: object) -> "_T | str":
        """Other pure work on hostile octets: what it gives, which is no text, or the named reason why it gives nothing."""

    def warm(self) -> None:
        """Get ready before the first mail comes. Raises WorkerError where that cannot be."""

    def close(self) -> None:
        """Stop at once; a mail that is being read is not read to its end."""


class InProcess:
    """Reads right here: for tests, and for the simulation, where nothing may depend on another process."""

    def read(
        self,
        raw: bytes,
        received_at: datetime,
        calls: Sequence[Call],
        own: Own,
        *,
        mailbox: str | None = None,
        signed: Sequence[Signature] = (),
    ) -> Reading:
        return read(raw, received_at, calls, own, mailbox=mailbox, signed=signed)

    def do(self, work: Callable[..., _T], *arguments: object) -> "_T | str":
        return work(*arguments)

    def warm(self) -> None:
        pass

    def close(self) -> None:
        pass


class ReadingFailed(Exception):
    """Our own code raised on a mail. error: its type; at: module and line, since the traceback stays in the worker."""

    def __init__(self, error: str, at: str) -> None:
        super().__init__(error, at)
        self.error, self.at = error, at


class Killable:
    """Reads in one worker process with limits of time and memory, which is replaced when it dies.

    seconds, plain_seconds: limits of the first try and of the plain one, of processor time; by the clock a few times that.
    memory: octets of address space. work: see `Work`.
    """

    def __init__(
        self, *, seconds: float = SECONDS, plain_seconds: float = PLAIN_SECONDS, memory: int = _MEMORY, work: Work = read
    ) -> None:
        self._seconds, self._plain_seconds, self._memory, self._work = seconds, plain_seconds, memory, work
        self._turn = threading.Lock()
        self._pool: ProcessPool | None = None
        self._task: ProcessFuture[_Said] | None = None
        self._closed = False

    def warm(self) -> None:
        """Start the worker. Call it from a thread that stays: the system takes the end of that one for the parent's."""
        with self._turn:
            self._ready()

    def read(
        self,
        raw: bytes,
        received_at: datetime,
        calls: Sequence[Call],
        own: Own,
        *,
        mailbox: str | None = None,
        signed: Sequence[Signature] = (),
    ) -> Reading:
        with self._turn:
            reason = ""
            for plain, seconds in ((False, self._seconds), (True, self._plain_seconds)):
                task = _Task(self._work, raw, received_at, tuple(calls), own, mailbox, tuple(signed), plain, seconds)
                result = self._ask(self._ready(), _work, (task,), _WAITS * seconds)
                if isinstance(result, Reading):
                    return result
                if isinstance(result, _Fell):
                    raise ReadingFailed(result.error, result.at)
                reason = str(result)
                _warn("reading-ended", reason=reason, plain=plain)
            return unread(raw, received_at, reason)

    def do(self, work: Callable[..., _T], *arguments: object) -> "_T | str":
        """Other pure work on hostile octets, such as drafting: what it gives, or the named reason why it gives nothing.

        work: a function of a module, as the worker finds it by name; what it gives is no text.
        """
        with self._turn:
            answer = self._ask(self._ready(), _do, (work, arguments, self._seconds), _WAITS * self._seconds)
        if isinstance(answer, _Done):
            return cast(_T, answer.value)
        if isinstance(answer, _Fell):
            raise ReadingFailed(answer.error, answer.at)
        return str(answer)

    @property
    def is_busy(self) -> bool:
        """Whether the worker has something to do."""
        return self._task is not None

    def close(self) -> None:
        """Kill the worker; from any thread. Whoever waits for a reading gets WorkerError."""
        self._closed = True
        self._let_go().join(_END_SECONDS)  # else its semaphores are complained of when this process ends

    def _ready(self) -> "ProcessPool":
        """A pool whose worker answers. A worker that dies before it has seen a mail is no mail's fault."""
        if self._closed:
            raise WorkerError("mailbot is stopping, no mail is read any more")
        if self._pool is not None and self._pool.active:
            return self._pool
        self._let_go()
        self._pool = pool = _pool(self._memory)
        answer = self._ask(pool, _prepare, (), _START_SECONDS)
        if answer != _READY:
            self._let_go()
            raise WorkerError("the process that reads mail cannot be started", mend=_MEND)
        return pool

    def _ask(self, pool: "ProcessPool", what: "Callable[..., _Said]", arguments: tuple[object, ...], seconds: float) -> "_Said":
        """What the worker says, or the named reason why it says nothing."""
        try:
            with _deaf():
                self._task = pool.schedule(what, args=arguments, timeout=seconds)
            return self._task.result(timeout=seconds + _GRACE)
        except CancelledError:
            raise WorkerError("mailbot is stopping, no mail is read any more") from None
        except TimeoutError:
            if self._task is not None and not self._task.done():  # the worker cannot even be killed, or its pool hangs
                self._let_go()
            return "reading-took-too-long"
        except (
            RuntimeError,
            OSError,
            EOFError,
            ImportError,
            MemoryError,
            SystemError,  # what importing ends with where there is next to no memory
        ) as error:  # with pebble's: killed, crashed, not even started
            if self._closed:
                raise WorkerError("mailbot is stopping, no mail is read any more") from None
            exitcode = getattr(error, "exitcode", None)
            _warn("worker-died", error=type(error).__name__, exitcode=exitcode)
            return "reading-took-too-long" if exitcode == -signal.SIGPROF else "reading-killed"
        finally:
            self._task = None

    def _let_go(self) -> threading.Thread:
        """Leave the pool and kill its worker, in a thread: a pool that hangs must not hold up the next one."""
        pool, self._pool = self._pool, None
        task = self._task
        if task is not None:
            task.cancel()  # type: ignore[no-untyped-call]
        if pool is not None:
            pool.stop()  # type: ignore[no-untyped-call]
        ending = threading.Thread(target=pool.join if pool else None, name="reader that ends", daemon=True)
        ending.start()
        return ending


def _warn(event: str, **facts: object) -> None:
    import structlog  # takes half as long as all that the worker needs

    structlog.get_logger(__name__).warning(event, **facts)


# In the worker and on the way to it. Everything here is found by its name in the new process.

_READY = "ready"


@dataclass(frozen=True, slots=True)
class _Task:
    """Arguments of one reading."""

    work: Work
    raw: bytes
    received_at: datetime
    calls: tuple[Call, ...]
    own: Own
    mailbox: str | None
    signed: tuple[Signature, ...]
    plain: bool
    seconds: float


@dataclass(frozen=True, slots=True)
class _Fell:
    """Our own code raised: type and place, no words, which may be a candidate's."""

    error: str
    at: str


@dataclass(frozen=True, slots=True)
class _Done:
    """What other work has given."""

    value: object


_Said = Reading | _Done | _Fell | str


def _prepare() -> _Said:
    """Import the heaviest of it before the first mail."""
    from mailbot.core import steps  # noqa: F401

    return _READY


def _work(task: _Task) -> _Said:
    signal.setitimer(signal.ITIMER_PROF, task.seconds)  # the system kills the process then, also amid a library's C
    try:
        further = {"mailbox": task.mailbox, "plain": task.plain, "signed": task.signed}
        return task.work(task.raw, task.received_at, task.calls, task.own, **further)
    except MemoryError:
        return "reading-killed"
    except Exception as error:  # noqa: BLE001 - told to the parent, which counts the attempt
        return _Fell(type(error).__name__, place(error))
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def _do(work: Callable[..., object], arguments: tuple[object, ...], seconds: float) -> _Said:
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        return _Done(work(*arguments))
    except MemoryError:
        return "reading-killed"
    except Exception as error:  # noqa: BLE001 - told to the parent
        return _Fell(type(error).__name__, place(error))
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def place(error: BaseException) -> str:
    """Module and line where an exception was raised, without its words."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_globals.get('__name__', '?')}:{trace.tb_lineno}" if trace is not None else "?"


class _Worker(SpawnProcess):
    """A process that is deaf to a polite end, since systemd and terminals send that to everybody in the group."""

    def terminate(self) -> None:
        self.kill()


class _Workers(SpawnContext):
    Process = _Worker


def _pool(memory: int) -> "ProcessPool":
    from pebble import ProcessPool

    resource_tracker.ensure_running()  # its start would undo what `_deaf` does
    return ProcessPool(1, max_tasks=_MAX_TASKS, initializer=_confine, initargs=(memory, os.getpid()), context=_Workers())


@contextlib.contextmanager
def _deaf() -> Iterator[None]:
    """What is started within, threads and processes, inherits that these signals are blocked, from its first instruction on."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _DEAF_TO)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _confine(memory: int, parent: int) -> None:
    """The worker's first act: it will die with its parent, even one that is killed, leave no core file, and say nothing."""
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:  # it died before we asked to be told
        os._exit(1)
    for number in _DEAF_TO:
        signal.signal(number, signal.SIG_IGN)
    threading.Thread(target=_die_with, args=(multiprocessing.parent_process(),), daemon=True).start()
    for what, most in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_NOFILE, _FILES), (resource.RLIMIT_CORE, 0)):
        _, hard = resource.getrlimit(what)
        limit = most if hard == resource.RLIM_INFINITY else min(most, hard)
        with contextlib.suppress(ValueError, OSError):  # macOS knows no limit of address space
            resource.setrlimit(what, (limit, limit))
    with contextlib.suppress(OSError):  # where memory runs out for all, this process goes first
        Path("/proc/self/oom_score_adj").write_text("1000", encoding="ascii")
    logging.disable(logging.CRITICAL)  # libraries quote what they read


def _die_with(parent: multiprocessing.process.BaseProcess | None) -> None:
    if parent is not None:
        parent.join()
    os._exit(1)
