"""`mailbot run` and `mailbot once`: the service, and one round of everything that is due."""

from functools import partial
from typing import TYPE_CHECKING

import typer

from mailbot.commands.making import single
from mailbot.errors import MailbotError
from mailbot.terminal import Unsuccessful

if TYPE_CHECKING:
    from mailbot.app import App
    from mailbot.cli import Session
    from mailbot.intake import Round
    from mailbot.terminal import Terminal

run_app, _run = single("run")
once_app, _once = single("once")
APPS = {"run": run_app, "once": once_app}


@_run
def run(ctx: typer.Context) -> None:
    """The service: fetch, read, record, acknowledge. Ends within 10 seconds on SIGTERM or Ctrl-C, safely at any moment."""
    from mailbot.commands import surroundings
    from mailbot.commands.words import some
    from mailbot.engine.signals import Signals

    session: Session = ctx.obj
    once_more, signals = True, Signals()
    while once_more:
        with surroundings.working(session) as app:
            from mailbot.engine import embedded

            boxes = ", ".join(app.sources)
            session.terminal.note(
                f"Running: {some(len(app.calls()), 'call')}, mailboxes {boxes}. Ctrl-C stops it, nothing is lost."
            )
            once_more = embedded.run(app, signals, is_stale=partial(surroundings.are_stale, session, app.settings))


@_once
def once(ctx: typer.Context) -> None:
    """One round of everything that is due, then end: for cron or a systemd timer."""
    from mailbot.commands import surroundings
    from mailbot.commands.words import outcomes, some

    session: Session = ctx.obj
    terminal = session.terminal
    with surroundings.working(session) as app:
        from mailbot.engine import embedded

        before = _gone(app)
        results = embedded.once(app, progress=lambda name: terminal.note(f"Looking into mailbox {name} …"))
        sent, gone = app.health.outbox, _gone(app) - before
    failed = False
    for name, result in results.items():
        if isinstance(result, str):
            failed = True
            terminal.error(result, code="mailbox")
            continue
        terminal.record(mailbox=name, **_numbers(result))
        became = outcomes(result.became)
        later = f"; {result.postponed} wait for another try" if result.postponed else ""
        written = f"{some(result.letters, 'letter')} written"
        terminal.changed(f"{name}: {some(result.taken, 'mail')}{f' ({became})' if became else ''}, {written}{later}.")
    _letters(terminal, gone, int(sent.get("waiting") or 0))
    if isinstance(sent.get("trouble"), str) and sent["trouble"]:
        failed = True
        terminal.error(MailbotError(f"relay: {sent['trouble']}", mend="`mailbot check relay` says more; the letters wait"))
    if failed:
        raise Unsuccessful


def _gone(app: "App") -> int:
    from mailbot.core.letter import LetterState

    return len(app.store.letters([LetterState.sent]))


def _letters(terminal: "Terminal", gone: int, waiting: int) -> None:
    """What went out in this round, letters of earlier rounds with it."""
    from mailbot.commands.words import some

    terminal.record(sent=gone, waiting=waiting)
    if gone or waiting:
        still = f"; {waiting} still {'waits' if waiting == 1 else 'wait'}" if waiting else ""
        terminal.changed(f"relay: {some(gone, 'letter')} went out{still}.")


def _numbers(result: "Round") -> dict[str, object]:
    became = {b.value: n for b, n in result.became.items()}
    return {"taken": result.taken, "became": became, "letters": result.letters, "postponed": result.postponed}
