"""The steps in a call's life that a person makes: `mailbot call open`, `close`, `decide`, `archive`."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import typer

from mailbot.commands import call_draft
from mailbot.commands.call_words import Slug, Who, Why, word
from mailbot.errors import MailbotError
from mailbot.terminal import WrongUse

if TYPE_CHECKING:
    from mailbot.cli import Session
    from mailbot.core.call import Call
    from mailbot.core.life import Standing, State
    from mailbot.terminal import Terminal


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
        if draft := call_draft.one_waiting(app, slug):
            call_draft.turn(app, draft, state, who, why)
            session.terminal.record(slug=slug, state=state.value, before="draft", who=who, why=why)
            session.terminal.changed(f"{slug} was draft, and is {state} now.")
            return
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
