"""`mailbot check`: can it work? Every line is ok, a warning or failed, with what was seen and how to mend it."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from mailbot.commands.making import single
from mailbot.errors import one_line
from mailbot.terminal import Column, Unsuccessful, WrongUse, nearest

if TYPE_CHECKING:
    from mailbot.check import Check, Finding, World
    from mailbot.cli import Session
    from mailbot.terminal import Terminal

app, _command = single("check")
APPS = {"check": app}

_STYLE = {"ok": "green", "warning": "yellow", "failed": "bold red", "not tried": "dim"}


@_command
def check(
    ctx: typer.Context,
    names: Annotated[list[str] | None, typer.Argument(metavar="NAME", help="only these (default: all)")] = None,
    list_: Annotated[bool, typer.Option("--list", help="name the checks and end")] = False,
    settings: Annotated[bool, typer.Option("--settings", help="show every setting and where it came from")] = False,
    live: Annotated[bool, typer.Option("--live", help="ask the running service instead")] = False,
    send_to: Annotated[str, typer.Option(metavar="ADDRESS", help="also send a letter of proof there")] = "",
) -> None:
    """Can it work? Settings, call files, every mailbox, the relay, database, clock: each is tried, nothing is changed."""
    session: Session = ctx.obj
    if settings:
        _settings(session)
        return
    _refuse_no_address(send_to)
    world = _world(session, send_to)
    checks = _checks(world, live)
    if list_:
        for one in checks:
            session.terminal.record(name=one.name, about=one.about)
        session.terminal.table((Column("check"), Column("asks", flex=True)), [(one.name, one.about) for one in checks])
        return
    _run(session.terminal, checks, world, names or _usual(live))


def _refuse_no_address(text: str) -> None:
    """At once, not after the checks: what can never be a recipient."""
    user, at, host = text.rpartition("@")
    if text and not (user and at and "." in host.strip(".") and text.isprintable() and " " not in text):
        raise WrongUse(f"--send-to {one_line(text)} is no address", mend="write it as anna@example.org")


def _world(session: "Session", send_to: str) -> "World":
    from mailbot.check import World
    from mailbot.commands import surroundings
    from mailbot.log import configure

    configure(level="error")
    return World(lambda: surroundings.settings(session), datetime.now(UTC), session.terminal.note, send_to)


def _checks(world: "World", live: bool) -> "Sequence[Check]":
    if live:
        from mailbot.check import live as module

        return module.checks()
    from mailbot.check import local, remote

    return [*local.checks(), *remote.checks(world)]


def _usual(live: bool) -> Sequence[str]:
    """What is run where nothing is named; nothing: all of it."""
    if not live:
        return ()
    from mailbot.check.live import ALWAYS

    return ALWAYS


def _run(terminal: "Terminal", checks: "Sequence[Check]", world: "World", names: Sequence[str]) -> None:
    from mailbot.check import Finding, State, run, sentence

    known = [one.name for one in checks]
    for name in names:
        if name not in known and name not in {k.split(" ")[0] for k in known}:
            raise WrongUse(f"no check `{name}`", mend=nearest(name, known))
    results = []
    untried: dict[str, list[str]] = {}
    for result in run(checks, world, names):
        results.append(result)
        finding = result.finding
        terminal.record(check=result.name, state=finding.state.value, seen=finding.seen, mend=finding.mend)
        if finding.state is State.not_tried:
            untried.setdefault(finding.seen, []).append(result.name)
        elif not (terminal.quiet and finding.state is State.ok):
            _line(terminal, result.name, finding)
    for why, its in untried.items():
        _line(terminal, ", ".join(its), Finding(State.not_tried, why.removeprefix("not tried, ")))
    failed = any(result.finding.state is State.failed for result in results)
    if not terminal.quiet or failed:
        terminal.say(sentence(results), style="bold")
    if failed:
        raise Unsuccessful


def _line(terminal: "Terminal", name: str, finding: "Finding") -> None:
    from mailbot.core import clean

    words = clean.line(finding.seen + (f": {finding.mend}" if finding.mend else ""))
    terminal.labelled(finding.state.value, name, words, style=_STYLE[finding.state.value])


def _settings(session: "Session") -> None:
    from mailbot.commands import surroundings
    from mailbot.settings import describe

    shown = describe(surroundings.settings(session))
    for one in shown:
        session.terminal.record(name=one.name, value=one.value, origin=one.origin)
    columns = (Column("setting"), Column("value", flex=True), Column("from", flex=True))
    session.terminal.table(columns, [(one.name, one.value, one.origin) for one in shown])
