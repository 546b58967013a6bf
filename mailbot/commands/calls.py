"""`mailbot calls`: every call and where it stands."""

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from mailbot.commands import call_draft
from mailbot.commands.making import single
from mailbot.terminal import Column

if TYPE_CHECKING:
    from mailbot.app import App
    from mailbot.cli import Session
    from mailbot.commands.standing import Stands
    from mailbot.core.call import Call

calls_app, _calls = single("calls")
APPS = {"calls": calls_app}

_COLUMNS = (
    Column("call"),
    Column("state"),
    Column("deadline", flex=True),
    Column("entries", right=True),
    Column("on time", right=True),
    Column("grace", right=True),
    Column("late", right=True),
    Column("complete", right=True),
    Column("for a person", right=True),
)

_SPAN = timedelta(days=1)


@_calls
def calls(
    ctx: typer.Context,
    every: Annotated[bool, typer.Option("--all", help="those whose file was moved to closed/ too")] = False,
) -> None:
    """The calls and where each stands."""
    from mailbot.commands import surroundings
    from mailbot.commands.standing import stands
    from mailbot.commands.words import some
    from mailbot.core.storms import said, storms

    session: Session = ctx.obj
    now = datetime.now(UTC)
    with surroundings.app(session) as app:
        listed = [*app.calls(), *(_ended(app) if every else ())]
        known = [stands(app, its) for its in listed]
        drafts = call_draft.waiting(app)
        storm = said(storms(app.store.quiet_mails(now - _SPAN)))
    for one in known:
        session.terminal.record(**_object(one))
    for draft in drafts:
        session.terminal.record(**call_draft.as_object(draft))
    if known or drafts:
        session.terminal.table(_COLUMNS, [*(_row(one, now) for one in known), *map(call_draft.row, drafts)])
    if storm:
        session.terminal.block(f"In the last 24 hours: {storm}.", "")
    counted = f"{some(len(known), 'call')}." if known else "No call yet: write one into rules/."
    session.terminal.changed(f"{counted} {some(len(drafts), 'draft')} by mail." if drafts else counted)


def _ended(app: "App") -> "list[Call]":
    """Calls that are in use no longer, in the last version of their file."""
    from mailbot.callstates import versions

    in_use = {its.slug for its in app.calls()}
    gone = [versions(app.store, slug) for slug in sorted(app.store.kept_calls()) if slug not in in_use]
    return [known[-1].call for known in gone if known]


def _row(one: "Stands", now: datetime) -> list[str]:
    from mailbot.commands.standing import how_long
    from mailbot.commands.words import instant as said
    from mailbot.core.deadline import instant

    its, counted = one.call, one.numbers
    shown = [counted[name] for name in ("entries", "on_time", "grace", "late", "complete")]
    deadline = f"{said(instant(its), its)} ({how_long(its, now)})"
    return [its.slug, one.state, deadline, *map(str, [*shown, one.quarantined + one.apart + one.questions])]


def _object(one: "Stands") -> dict[str, object]:
    from mailbot.core.deadline import instant

    its = one.call
    return {
        "slug": its.slug,
        "title": its.title,
        "state": one.state.value,
        "since": one.standing.since.isoformat() if one.standing is not None else None,
        "deadline": instant(its).isoformat(),
        "grace_until": (instant(its) + its.deadline.grace).isoformat(),
        **one.numbers,
    }
