"""`mailbot call`: one call with all that is known of it, and what a person does with a call."""

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from mailbot.commands import call_draft, call_life, call_new, call_whole
from mailbot.commands.call_words import Slug, call_app, word
from mailbot.errors import MailbotError
from mailbot.terminal import WrongUse

if TYPE_CHECKING:
    from mailbot.cli import Session
    from mailbot.commands.standing import Stands
    from mailbot.core.call import Call
    from mailbot.store import AuditEntry
    from mailbot.terminal import Terminal

APPS = {"call": call_app}
WORDS = (call_life, call_new, call_whole)
"""The modules that give `mailbot call` its other words."""
_SHOWN = 12  # entries of the history that a page shows


@call_app.callback()
def call(
    ctx: typer.Context,
    schema: Annotated[bool, typer.Option("--schema", help="print the JSON Schema of call files, for editors")] = False,
) -> None:
    if schema:
        from mailbot.core.call import call_schema

        ctx.obj.terminal.out.write(json.dumps(call_schema(), indent=2) + "\n")
    elif ctx.invoked_subcommand is None:
        raise WrongUse("no call is named", mend="mailbot call SLUG; `mailbot calls` lists them")


@word("show", "ran-mental-health-2021")
def show(
    ctx: typer.Context, slug: Slug, history: Annotated[bool, typer.Option("--history", help="all of its history")] = False
) -> None:
    """One call: state, deadline in its zone and in UTC, questions with counts, addresses, contacts, history."""
    from mailbot.commands import surroundings
    from mailbot.core.deadline import instant

    session: Session = ctx.obj
    try:
        its = surroundings.call_without_database(session, slug)
    except MailbotError:
        if call_draft.shown(session, slug):
            return
        raise
    one, told = _known(session, its)
    session.terminal.record(
        **its.model_dump(mode="json"),
        state=one.state.value if one is not None else None,
        deadline_at=instant(its).isoformat(),
        stands=one.numbers if one is not None else None,
        asked=_asked(one) if one is not None else None,
        history=[{"at": a.at.isoformat(), "who": a.who, "what": a.what, "why": a.why} for a in told],
    )
    if not session.terminal.json:
        _page(session.terminal, its, one, datetime.now(UTC))
        _history(session.terminal, its, told if history else told[-_SHOWN:], len(told))


def _known(session: "Session", its: "Call") -> "tuple[Stands | None, list[AuditEntry]]":
    """What the database knows; nothing where nothing was read yet, or it cannot be asked."""
    from mailbot.callview import has_database
    from mailbot.commands import surroundings
    from mailbot.commands.standing import stands

    settings = surroundings.settings_if_any(session)
    if settings is None or not has_database(settings):
        return None, []
    try:
        with surroundings.app(session) as app:
            return stands(app, its), app.store.audit(its.slug)
    except MailbotError as error:
        session.terminal.error(error)
        return None, []


def _asked(one: "Stands") -> list[dict[str, object]]:
    return [
        {
            "question": asked.number,
            "id": asked.question.id,
            "required": asked.question.required,
            "asked_since": asked.since.isoformat() if asked.since is not None else None,
            "answered": asked.answered,
            "lacking": asked.lacking,
        }
        for asked in one.tally.questions
    ]


def _page(terminal: "Terminal", its: "Call", one: "Stands | None", now: datetime) -> None:
    from mailbot.commands.standing import earlier_deadlines, how_long, in_state, said
    from mailbot.commands.words import instant as moment
    from mailbot.commands.words import meeting, span
    from mailbot.core.deadline import instant

    deadline = instant(its)
    terminal.say(its.title, style="bold")
    facts = {
        "slug": its.slug,
        "state": in_state(one.standing, its) if one is not None else "",
        "stands": said(one),
        "answers to": ", ".join(its.addresses),
        "form": f"{its.form} ({its.channel})" if its.form else "",
        "deadline": f"{moment(deadline, its)}, that is {moment(deadline)}; {how_long(its, now)}",
        "before": "; ".join(earlier_deadlines(its, one.versions)) if one is not None else "",
        "grace": f"{span(its.deadline.grace.total_seconds())}, until {moment(deadline + its.deadline.grace, its)}",
        "meetings": "; ".join(meeting(m, its) for m in its.meetings),
        "places": str(its.places or "not said"),
        "contacts": ", ".join(f"{c.name} ({c.address})" for c in its.contacts),
    }
    for name, value in facts.items():
        if value:
            terminal.block(value, label=f"{name:<11}")
    terminal.say()
    _questions(terminal, its, one)


def _questions(terminal: "Terminal", its: "Call", one: "Stands | None") -> None:
    from mailbot.commands.standing import about_question

    for number, question in enumerate(its.questions, 1):
        limits = ("" if question.required else " (may be left out)") + (
            f" (at most {question.max_words} words)" if question.max_words else ""
        )
        terminal.block(f"{number}. {question.text}{limits}")
        if one is not None:
            counted = about_question(one.tally.questions[number - 1], its, len(one.tally.entries))
            terminal.block(counted, "     ", style="dim")
    if one is not None and one.tally.dropped:
        terminal.block(f"No longer asked, answers are kept: {', '.join(one.tally.dropped)}", style="dim")


def _history(terminal: "Terminal", its: "Call", told: "list[AuditEntry]", every: int) -> None:
    from mailbot.commands.standing import WHY
    from mailbot.commands.words import instant

    if not told:
        return
    terminal.rule("History")
    if len(told) < every:
        terminal.block(f"the last {len(told)} of {every}; --history shows all", style="dim")
    for entry in told:
        what = entry.what.removeprefix("state-").replace("-", " ")
        terminal.block(f"{instant(entry.at, its)}  {entry.who}: {what}, {WHY.get(entry.why, entry.why)}")
