"""One process, SQLite, APScheduler as the clock: a thread a mailbox, one for the outbox, and a lock on the data folder.

Nothing that is due lives here: letters, unfinished mails and cursors are rows, and deadlines are computed when they are read.
The scheduler only says when to look; a tick that was missed is made up by the next one.
"""

import asyncio
import signal
import threading
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import chain, repeat
from typing import TYPE_CHECKING

import stamina
import structlog
from apscheduler.schedulers.background import BackgroundScheduler

from mailbot.app import App
from mailbot.engine.signals import STOP, Signals
from mailbot.errors import MailbotError, Problem, SourceError, StoreError
from mailbot.intake import Clock, Round
from mailbot.sources import Source

if TYPE_CHECKING:
    from mailbot.web.server import Server

log = structlog.get_logger(__name__)

PAUSES = (1, 2, 5, 15, 60, 120, 300)
"""Seconds between tries to reach a mailbox that fails, the last one for ever."""

PATIENCE = 4.0
"""Seconds that a stop waits for the work in hand, and again after cutting the connections of mailboxes that keep silent. What
is still at work then is safe to repeat."""


def utc_now() -> datetime:
    """The clock, aware, in UTC: read once per mail or job."""
    return datetime.now(UTC)


class Service:
    """The running service. `start` returns at once, `stop` within two PATIENCEs."""

    def __init__(self, app: App, clock: Clock = utc_now) -> None:
        self._app, self._clock = app, clock
        self._stopping = threading.Event()
        self._letters = app.letter_waits
        self._threads: list[threading.Thread] = []
        self._pages = _pages(app, clock)
        self._scheduler = BackgroundScheduler(
            timezone=UTC, job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
        )

    def start(self) -> None:
        """Bring back what a crash left half-sent, then let everybody look for work."""
        app = self._app
        recovered = app.store.recover(self._clock())
        log.info("started", mailboxes=len(app.sources), calls=len(app.calls()), recovered_letters=recovered)
        _complain(app.shelf.problems)
        _quietly(lambda: app.mailing.take_back(self._clock()))  # before the outbox looks
        self._letters.set()
        for source in app.sources.values():
            self._thread(f"mailbox {source.name}", partial(self._watch, source))
        self._thread("outbox", self._send)
        if self._pages is not None:
            self._thread("pages", partial(self._serve, self._pages))
        self._every(2, self._letters.set)
        self._every(5, self.reload)
        self._every(15, self._beat)
        self._every(60, self._mail)
        self._scheduler.start()

    def stop(self) -> None:
        """Ask everybody to finish the mail or letter in hand, wait for them, and let go of every connection."""
        self._stopping.set()
        self._letters.set()
        if self._pages is not None:
            self._pages.stop()
        for source in self._app.sources.values():
            source.wake()
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)
        if self._still_at_work():
            for source in self._app.sources.values():
                source.close()
            self._app.reader.close()
        left = self._still_at_work()
        self._beat()
        log.info("stopped", unfinished=left)

    def rest(self) -> None:
        """Wait for the last thread. Before another service starts in this process: it would take the letter that a slow relay
        still has in hand for one that a crash left behind, and send it again."""
        for thread in self._threads:
            thread.join()

    def _still_at_work(self) -> list[str]:
        """The names of those who have not ended within PATIENCE."""
        until = time.monotonic() + PATIENCE
        for thread in self._threads:
            thread.join(max(0.0, until - time.monotonic()))
        return [thread.name for thread in self._threads if thread.is_alive()]

    def reload(self) -> None:
        """Read edited call files; a broken one keeps its last good version."""
        try:
            _complain(self._app.reload_calls(self._clock()))
        except Exception as error:  # noqa: BLE001 - the calls in use stay in use, and the next tick tries again
            log.error("reload-failed", trouble=_trouble(error))
            return
        if changed := self._app.shelf.changed:
            log.info("call-files-read", changed=sorted(changed), calls=len(self._app.calls()))

    def _mail(self) -> None:
        _unasked(self._app, self._clock, self._stopping.is_set)

    def _every(self, seconds: int, job: Callable[[], object]) -> None:
        first = datetime.now(UTC) + timedelta(seconds=seconds)
        self._scheduler.add_job(job, "interval", seconds=seconds, next_run_time=first)

    def _thread(self, name: str, work: Callable[[], None]) -> None:
        thread = threading.Thread(target=work, name=name, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _watch(self, source: Source) -> None:
        """One mailbox, round after round. Whatever happens here never reaches the other mailboxes."""
        while not self._stopping.is_set():
            pause = self._round(source)
            if pause is not None:
                self._stopping.wait(pause)
            elif not self._stopping.is_set():
                self._wait(source)
        source.close()

    def _round(self, source: Source) -> float | None:
        """One round; None when it went well, else the seconds to wait before the next."""
        now = self._clock()
        try:
            done = self._app.intake.round(source, self._clock)
        except Exception as error:  # noqa: BLE001 - a thread that dies in silence would look like an empty mailbox
            trouble, hopeless = _trouble(error), isinstance(error, MailbotError) and error.permanent
        else:
            if self._app.health.worked(source.name, now, done.taken):
                self._beat()
            return 1.0 if done.postponed else None
        source.close()
        failures = self._app.round_failed(source.name, now, trouble)
        # What a person has to mend is not tried every second: too many wrong logins lock an account.
        pause = PAUSES[min(failures + 4 * hopeless, len(PAUSES)) - 1]
        log.error("round-failed", mailbox=source.name, trouble=trouble, failures=failures, next_try_seconds=pause)
        return float(pause)

    def _wait(self, source: Source) -> None:
        try:
            source.wait(self._app.poll_seconds(source.name))
        except Exception as error:  # noqa: BLE001 - as above: the next round says what is wrong
            log.warning("wait-failed", mailbox=source.name, trouble=_trouble(error))
            source.close()
            self._stopping.wait(PAUSES[0])

    def _send(self) -> None:
        """The outbox, on a loop of its own: the relay's connection lives there."""
        with asyncio.Runner() as runner:
            while not self._stopping.is_set():
                self._letters.wait()
                self._letters.clear()
                if not self._stopping.is_set():
                    self._look_at_the_outbox(runner)
            runner.run(self._app.outbox.close())

    def _look_at_the_outbox(self, runner: asyncio.Runner) -> None:
        try:
            drained = runner.run(self._app.outbox.drain(self._clock, self._stopping.is_set))
            self._app.note_outbox(self._clock(), drained.trouble)
        except Exception as error:  # noqa: BLE001 - as above: the next tick tries again
            trouble = _trouble(error)
            log.error("outbox-failed", trouble=trouble)
            self._app.health.outbox_failed(self._clock(), trouble)

    def _serve(self, pages: "Server") -> None:
        """The pages. A port that is taken holds up no mail, and is tried again."""
        for pause in chain(PAUSES, repeat(PAUSES[-1])):
            try:
                pages.run(ready=self._served)
            except Exception as error:  # noqa: BLE001 - as above: mail goes on, and the next try comes
                trouble = _trouble(error)
                log.error("pages-failed", trouble=trouble, next_try_seconds=pause)
                self._app.health.served(self._clock(), trouble)
                self._beat()
            if self._stopping.wait(pause):
                return

    def _served(self) -> None:
        log.info("pages-served", listen=self._app.settings.web.listen)
        self._app.health.served(self._clock())

    def _beat(self) -> None:
        try:
            self._app.health.write(self._clock())
        except OSError as error:
            log.error("heartbeat-failed", trouble=error.strerror)


def _pages(app: App, clock: Clock) -> "Server | None":
    """Who serves them, where the settings name an address; the library is loaded then only."""
    if not app.settings.web.address:
        return None
    from mailbot.web.server import Server

    return Server(app, clock)


def _unasked(app: App, clock: Clock, stop: Callable[[], bool] = lambda: False) -> None:
    """All that is due without a mail: places that go on, reminders, digests. What one of them stumbles over keeps no other."""
    for round_of in (app.placing, app.mailing, app.digests):
        _quietly(partial(round_of.round, clock(), stop))


def _quietly(mail: Callable[[], object]) -> None:
    """Letters that nobody wrote in for."""
    try:
        mail()
    except Exception as error:  # noqa: BLE001 - the next round decides anew, by what is recorded
        log.error("mailing-failed", trouble=_trouble(error))


def _complain(problems: Sequence[Problem]) -> None:
    """Where, and not what: a call file holds names and addresses. `mailbot check` shows the whole."""
    for problem in problems:
        log.error(
            "call-file-broken",
            file=problem.file,
            line=problem.line,
            mend="mailbot check shows what is wrong; the last good version stays",
        )


def _trouble(error: Exception) -> str:
    """For logs and the heartbeat. The words of an error nobody thought of may be a candidate's; its type tells enough."""
    return error.line() if isinstance(error, MailbotError) else f"unexpected {type(error).__name__}"


def run(app: App, signals: Signals, clock: Clock = utc_now, *, is_stale: Callable[[], bool] = lambda: False) -> bool:
    """Serve until SIGTERM or Ctrl-C. Call from the main thread.

    On SIGHUP call files are read again, and `is_stale` is asked whether the settings have changed: then True comes back, and
    the caller starts anew with an App of the new ones and the same signals. Raises KeyboardInterrupt after Ctrl-C, when
    everything has come to rest.
    """
    service = Service(app, clock)
    signals.listen()
    service.start()
    try:
        while not (came := signals.wait()) & STOP:
            service.reload()
            if is_stale():
                break
    finally:
        service.stop()
    if signal.SIGINT in came:
        raise KeyboardInterrupt
    if came & STOP:
        return False
    service.rest()
    return True


def once(app: App, clock: Clock = utc_now, progress: Callable[[str], None] = lambda _: None) -> dict[str, Round | str]:
    """One round of everything that is due, then end. A mailbox that fails is named and keeps no other from its turn."""
    app.store.recover(clock())
    results: dict[str, Round | str] = {}
    for source in app.sources.values():
        progress(source.name)
        try:
            began = clock()
            done = _round_with_patience(app, source, clock)
            app.health.worked(source.name, began, done.taken)
            results[source.name] = done
        except Exception as error:  # noqa: BLE001 - one mailbox keeps no other, and no letter, from its turn
            results[source.name] = _trouble(error)
        finally:
            source.close()
    _unasked(app, clock)
    asyncio.run(_drain_once(app, clock))
    return results


def _round_with_patience(app: App, source: Source, clock: Clock) -> Round:
    """There is no next round here: what may pass by itself is tried three times, within seconds."""
    for attempt in stamina.retry_context(on=_may_pass, attempts=3, timeout=30, wait_initial=0.5):
        with attempt:
            return app.intake.round(source, clock)
    raise AssertionError("the last attempt returns or raises")


def _may_pass(error: Exception) -> bool:
    return isinstance(error, SourceError | StoreError) and not error.permanent


async def _drain_once(app: App, clock: Clock) -> None:
    try:
        drained = await app.outbox.drain(clock)
        app.note_outbox(clock(), drained.trouble)
    finally:
        await app.outbox.close()
