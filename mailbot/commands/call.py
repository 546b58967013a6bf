"""`mailbot call`: one call with all that is known of it, and what a person does with a call."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from mailbot.commands.making import group
from mailbot.errors import MailbotError
from mailbot.terminal import WrongUse

if TYPE_CHECKING:
    from mailbot.cli import Session
    from mailbot.commands.standing import Stands
    from mailbot.core.call import Call
    from mailbot.core.life import Standing, State
    from mailbot.store import AuditEntry
    from mailbot.terminal import Terminal


class _SlugOrWord(TyperGroup):
    """`mailbot call SLUG` is `mailbot call show SLUG`."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if args and not args[0].startswith("-") and args[0] not in self.commands:
            args = ["show", *args]
        return super().resolve_command(ctx, args)


call_app, word = group("call", "One call: where it stands, its questions, its history; and its life.", cls=_SlugOrWord)
APPS = {"call": call_app}

_SHOWN = 12  # entries of the history that a page shows
Slug = Annotated[str, typer.Argument(metavar="SLUG", help="as in `mailbot calls`")]
Why = Annotated[str, typer.Option(metavar="WORDS", help="the reason, kept in the audit trail")]
Who = Annotated[str, typer.Option(metavar="NAME", help="who decided, kept in the audit trail")]


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
    its = surroundings.call_without_database(session, slug)
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


@word("open", "ran-mental-health-2021 --why 'announced today'")
def open_(ctx: typer.Context, slug: Slug, why: Why = "", who: Who = "operator") -> None:
    """Take answers from now on; also to open a closed call again."""
    from mailbot.core.life import State

    _turn(ctx.obj, slug, State.open, why, who)


@word("close", "ran-mental-health-2021 --why 'all places are taken'")
def close(ctx: typer.Context, slug: Slug, why: Why = "", who: Who = "operator") -> None:
    """End a call before its deadline does. Mail still comes in, and is told so. Also the way back from decided and archived."""
    from mailbot.core.life import State

    _turn(ctx.obj, slug, State.closed, why, who)


@word("decide", "ran-mental-health-2021 --why 'agreed on 2 March'")
def decide(ctx: typer.Context, slug: Slug, why: Why = "", who: Who = "operator") -> None:
    """The places are given."""
    from mailbot.core.life import State

    _turn(ctx.obj, slug, State.decided, why, who)


@word("archive", "ran-mental-health-2021 --why 'the meeting is over'")
def archive(ctx: typer.Context, slug: Slug, why: Why = "", who: Who = "operator") -> None:
    """It is over: mail that still comes waits for a person."""
    from mailbot.core.life import State

    _turn(ctx.obj, slug, State.archived, why, who)


def _turn(session: "Session", slug: str, state: "State", why: str, who: str) -> None:
    """One step in the life of a call, by a person."""
    from mailbot.commands import surroundings

    why, who = why.strip() or _asked_why(session.terminal), who.strip() or "operator"
    now = datetime.now(UTC)
    with surroundings.app(session) as app:
        its = surroundings.call(app, slug)
        standing = app.shelf.standings[its.slug]
        _refuse_step(its, standing, state, now)
        if not app.store.change_state(its.slug, standing.state, state, now, who, why):
            raise MailbotError(f"{its.slug} was changed by somebody else just now", mend=f"look at `mailbot call {its.slug}`")
    session.terminal.record(slug=its.slug, state=state.value, before=standing.state.value, who=who, why=why)
    session.terminal.changed(f"{its.slug} was {standing.state}, and is {state} now.")


def _refuse_step(its: "Call", standing: "Standing", state: "State", now: datetime) -> None:
    """Raises MailbotError where the call cannot go there from where it stands, or would not stay there."""
    from mailbot.core.life import NEXT, State, by_itself

    if standing.state is state:
        mend = f"since {standing.since:%Y-%m-%d %H:%M} UTC, by {standing.who}"
        raise MailbotError(f"{its.slug} is {state} already", mend=mend)
    if state not in NEXT[standing.state]:
        mend = f"from there it goes to {', '.join(sorted(NEXT[standing.state]))}"
        raise MailbotError(f"{its.slug} is {standing.state} and cannot become {state} at once", mend=mend)
    if state is State.open and by_itself(replace(standing, state=State.open), its, now):
        mend = f"write a later `deadline` into rules/{its.slug}.yaml first"
        raise MailbotError(f"{its.slug} would close again at once: its deadline and grace are over", mend=mend)


def _asked_why(terminal: "Terminal") -> str:
    if terminal.interactive:
        answer = terminal.asked("Why, in a few words?")
        if answer:
            return answer
    raise WrongUse("no reason is given", mend="add --why 'a few words': the audit trail keeps it")
