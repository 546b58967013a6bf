"""Is the running service working? Its heartbeat in the data folder, judged by the clock."""

import fcntl
import json
import os
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from mailbot.check import Check, Finding, World, failure, ok, results, warning
from mailbot.health import HEARTBEAT

BEAT = timedelta(seconds=60)
"""The service writes its heartbeat every 15 seconds; four missed ones are no accident."""

OLDEST_LETTER = timedelta(hours=1)


ALWAYS = ("service", "polls", "letters")
"""What is looked at where nothing is named: once a minute by whoever watches the service, so no server is asked."""


def checks() -> list[Check]:
    """What `--live` runs in place of everything else."""
    return [
        Check("service", "does the service beat?", _service, ()),
        Check("polls", "was every mailbox looked into lately?", _polls, ("service",)),
        Check("letters", "do letters go out?", _letters, ("service",)),
        Check("results", "what does our mail server say of senders, in the newest mails?", results.look_live, ()),
    ]


def _state(world: World) -> dict[str, Any]:
    file = world.settings.folders.data / HEARTBEAT
    try:
        state: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except ValueError:
        return {"at": None}
    return state


def _age(world: World, text: object) -> timedelta | None:
    try:
        return world.now - datetime.fromisoformat(str(text))
    except ValueError:
        return None


def _service(world: World) -> Iterator[Finding]:
    state = _state(world)
    age = _age(world, state.get("at"))
    if not state:
        yield failure("no service has run in this data folder", "start it with `mailbot run`")
    elif age is None:
        yield failure("the heartbeat cannot be read", "restart the service")
    elif age > BEAT:
        yield failure(
            f"the last heartbeat is {_seconds(age)} old", "the service has stopped or hangs: start it again, see its log"
        )
    elif not _at_work(world):
        yield failure(
            f"process {state.get('pid')} has ended without a word, {_seconds(age)} after its last heartbeat",
            "start the service again, see its log",
        )
    else:
        yield ok(f"process {state.get('pid')}, heartbeat {_seconds(age)} old, running since {state.get('started_at')}")
        if trouble := state.get("pages", {}).get("trouble"):
            yield warning(f"no page is served: {trouble}", "the links in invitations lead nowhere until then; see the log")


def _at_work(world: World) -> bool:
    """Whether somebody holds the lock on the data folder: the system lets go of it in the moment a process dies."""
    try:
        handle = os.open(world.settings.folders.data / "lock", os.O_RDONLY)
    except PermissionError:
        return True  # another user's, who may look at the heartbeat only
    except FileNotFoundError:
        return False
    try:
        fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(handle)
    return False


def _polls(world: World) -> Iterator[Finding]:
    """Three polls missed, and at least three minutes, is a fault: an unreachable mailbox must not look like an empty one."""
    state = _state(world)
    for name, mailbox in world.settings.all_mailboxes.items():
        row = state.get("mailboxes", {}).get(name, {})
        age = _age(world, row.get("last_success"))
        trouble = f": {row['trouble']}" if row.get("trouble") else ""
        if age is None:
            started = _age(world, state.get("started_at"))
            if started is not None and started < timedelta(minutes=3) and not trouble:
                yield warning(f"{name}: the first round is not done yet", "look again in a minute")
            else:
                yield failure(f"{name}: never looked into successfully{trouble}", f"`mailbot check 'mailbox {name}'` says more")
        elif age > max(timedelta(minutes=3), 3 * timedelta(seconds=mailbox.poll_seconds)):
            yield failure(
                f"{name}: last looked into {_seconds(age)} ago{trouble}", f"`mailbot check 'mailbox {name}'` says more"
            )
        else:
            yield ok(f"{name}: looked into {_seconds(age)} ago")


def _letters(world: World) -> Iterator[Finding]:
    outbox = _state(world).get("outbox", {})
    age = _age(world, outbox.get("oldest_due"))
    trouble = f": {outbox['trouble']}" if outbox.get("trouble") else ""
    waiting = outbox.get("waiting") or 0
    if age is not None and age > OLDEST_LETTER:
        yield failure(f"{_wait(waiting)}, the oldest for {_seconds(age)}{trouble}", "`mailbot check relay` says more")
    elif trouble:
        yield warning(f"{_wait(waiting)}{trouble}", "`mailbot check relay` says more")
    else:
        yield ok(_wait(waiting))


def _wait(letters: int) -> str:
    return f"{letters} letter{' waits' if letters == 1 else 's wait'}"


def _seconds(age: timedelta) -> str:
    seconds = int(age.total_seconds())
    return f"{seconds} s" if seconds < 600 else f"{seconds // 60} min" if seconds < 7200 else f"{seconds // 3600} h"
