"""`mailbot calls` and `mailbot call`: where each call stands, one call with its questions, the schema of call files."""

import json
from collections import Counter
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from mailbot.commands.making import single
from mailbot.errors import MailbotError
from mailbot.terminal import Column, WrongUse

if TYPE_CHECKING:
    from mailbot.cli import Session
    from mailbot.core.call import Call
    from mailbot.store import CallCount
    from mailbot.terminal import Terminal

calls_app, _calls = single("calls")
call_app, _call = single("call")
APPS = {"calls": calls_app, "call": call_app}

_COLUMNS = (
    Column("call"),
    Column("deadline", flex=True),
    Column("entries", right=True),
    Column("on time", right=True),
    Column("grace", right=True),
    Column("late", right=True),
    Column("complete", right=True),
    Column("for a person", right=True),
)


@_calls
def calls(ctx: typer.Context) -> None:
    """The calls and where each stands."""
    from mailbot.commands import surroundings
    from mailbot.commands.quarantine import EVERY
    from mailbot.commands.words import some
    from mailbot.core.submission import Became

    session: Session = ctx.obj
    now = datetime.now(UTC)
    with surroundings.app(session) as app:
        apart = Counter(mail.call for mail in app.store.mails(became=Became.kept_apart, limit=EVERY))
        known = [(its, app.store.count(its.slug)) for its in app.calls()]
    for its, count in known:
        session.terminal.record(**_object(its, count, apart[its.slug]))
    if known:
        session.terminal.table(_COLUMNS, [_row(its, count, apart[its.slug], now) for its, count in known])
    session.terminal.changed(f"{some(len(known), 'call')}." if known else "No call yet: write one into rules/.")


@_call
def call(
    ctx: typer.Context,
    slug: Annotated[str | None, typer.Argument(metavar="SLUG", help="as in `mailbot calls`")] = None,
    schema: Annotated[bool, typer.Option("--schema", help="print the JSON Schema of call files, for editors")] = False,
) -> None:
    """One call with its questions, deadline and contacts; or the schema of call files."""
    from mailbot.commands import surroundings

    session: Session = ctx.obj
    if schema:
        from mailbot.core.call import call_schema

        session.terminal.out.write(json.dumps(call_schema(), indent=2) + "\n")
        return
    if slug is None:
        raise WrongUse("no call is named", mend="mailbot call SLUG; `mailbot calls` lists them")
    its = surroundings.call_without_database(session, slug)
    numbers = _numbers(session, slug)
    session.terminal.record(**its.model_dump(mode="json"), stands=numbers)
    _page(session.terminal, its, numbers)


def _numbers(session: "Session", slug: str) -> dict[str, int] | None:
    """How many entries and mails of each sort there are; None where nothing was read yet, or the database cannot be asked."""
    from mailbot.callview import has_database
    from mailbot.commands import surroundings
    from mailbot.commands.quarantine import EVERY
    from mailbot.core.submission import Became

    settings = surroundings.settings_if_any(session)
    if settings is None or not has_database(settings):
        return None
    try:
        with surroundings.app(session) as app:
            apart = app.store.mails(became=Became.kept_apart, call=slug, limit=EVERY)
            return _counted(app.store.count(slug), len(apart))
    except MailbotError as error:
        session.terminal.error(error)
        return None


def _counted(count: "CallCount", apart: int) -> dict[str, int]:
    return {
        "entries": count.entries,
        "on_time": count.on_time,
        "grace": count.grace,
        "late": count.late,
        "complete": count.complete,
        "incomplete": count.entries - count.complete,
        "quarantined": count.quarantined,
        "kept_apart": apart,
    }


def _stands(its: "Call", now: datetime) -> str:
    from mailbot.commands.words import span
    from mailbot.core.deadline import instant

    left = (instant(its) - now).total_seconds()
    if left >= 0:
        return f"in {span(left)}"
    if now <= instant(its) + its.deadline.grace:
        return "over, within grace"
    return f"over for {span(left)}"


def _row(its: "Call", count: "CallCount", apart: int, now: datetime) -> list[str]:
    from mailbot.commands.words import instant as said
    from mailbot.core.deadline import instant

    numbers = (count.entries, count.on_time, count.grace, count.late, count.complete, count.quarantined + apart)
    return [its.slug, f"{said(instant(its), its)} ({_stands(its, now)})", *(str(n) for n in numbers)]


def _object(its: "Call", count: "CallCount", apart: int) -> dict[str, object]:
    from mailbot.core.deadline import instant

    return {
        "slug": its.slug,
        "title": its.title,
        "deadline": instant(its).isoformat(),
        "grace_until": (instant(its) + its.deadline.grace).isoformat(),
        **_counted(count, apart),
    }


def _said(numbers: dict[str, int] | None) -> str:
    """`14 submissions: 12 on time, 1 within grace, 1 late; 13 complete, 1 incomplete; 3 mails in quarantine`."""
    from mailbot.commands.words import some

    if numbers is None:
        return "no mail was read here yet"
    said = some(numbers["entries"], "submission")
    if numbers["entries"]:
        said += f": {numbers['on_time']} on time, {numbers['grace']} within grace, {numbers['late']} late"
        said += f"; {numbers['complete']} complete, {numbers['incomplete']} incomplete"
    said += f"; {some(numbers['quarantined'], 'mail')} in quarantine"
    return said + (f", {some(numbers['kept_apart'], 'change')} kept apart" if numbers["kept_apart"] else "")


def _page(terminal: "Terminal", its: "Call", numbers: dict[str, int] | None) -> None:
    from mailbot.commands.words import instant as said
    from mailbot.commands.words import meeting, span
    from mailbot.core.deadline import instant

    deadline = instant(its)
    terminal.say(its.title, style="bold")
    facts = {
        "slug": its.slug,
        "stands": _said(numbers),
        "answers to": ", ".join(its.addresses),
        "deadline": f"{said(deadline, its)}, that is {said(deadline)}",
        "grace": f"{span(its.deadline.grace.total_seconds())}, until {said(deadline + its.deadline.grace, its)}",
        "meetings": "; ".join(meeting(m, its) for m in its.meetings),
        "places": str(its.places or "not said"),
        "contacts": ", ".join(f"{c.name} ({c.address})" for c in its.contacts),
    }
    for name, value in facts.items():
        if value:
            terminal.block(value, label=f"{name:<11}")
    terminal.say()
    for number, question in enumerate(its.questions, 1):
        limits = ("" if question.required else " (may be left out)") + (
            f" (at most {question.max_words} words)" if question.max_words else ""
        )
        terminal.block(f"{number}. {question.text}{limits}")
