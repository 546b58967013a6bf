"""`mailbot questions`: what candidates asked the organisers, and which of it waits for an answer."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from mailbot.commands.making import single
from mailbot.errors import NotFound
from mailbot.terminal import Column

if TYPE_CHECKING:
    from mailbot.app import App
    from mailbot.cli import Session
    from mailbot.core.call import Call
    from mailbot.store import Mail, Question

questions_app, _questions = single("questions")
APPS = {"questions": questions_app}

_COLUMNS = (
    Column("mail", right=True),
    Column("from", flex=True),
    Column("entry"),
    Column("asked", flex=True),
    Column("answered", flex=True),
)


@_questions
def questions(
    ctx: typer.Context,
    call: Annotated[str, typer.Argument(metavar="CALL", help="its slug, as in `mailbot calls`")],
    answered: Annotated[int | None, typer.Option(metavar="MAIL", help="say that this one is answered")] = None,
) -> None:
    """What candidates asked. Each went on to the contacts of the call; it is answered when one of them replies to all.

    Who answers the candidate alone, or by telephone, says so with --answered.
    """
    from mailbot.commands import surroundings
    from mailbot.commands.reasons import reason
    from mailbot.commands.words import some

    session: Session = ctx.obj
    with surroundings.app(session) as app:
        its = surroundings.call(app, call)
        if answered is not None:
            _answer(app, its, answered)
        found = app.store.questions(its.slug)
        for one in found:
            session.terminal.record(**_object(one))
        for mail in _told(app, its):
            session.terminal.record(mail=mail.id, address=mail.sender, told=mail.reason)
            session.terminal.block(
                f"Mail {mail.id} from {mail.sender}: {reason(mail.reason or '')}; read it with "
                f"`mailbot quarantine show {mail.id}`."
            )
        waiting = sum(one.answered_at is None for one in found)
        if found:
            session.terminal.table(_COLUMNS, [_row(one, its) for one in found])
        session.terminal.changed(f"{some(waiting, 'question')} to {its.slug} to answer.")


def _answer(app: "App", its: "Call", mail_id: int) -> None:
    known = {one.mail_id: one for one in app.store.questions(its.slug)}
    if mail_id not in known:
        raise NotFound(f"mail {mail_id} asks nothing of {its.slug}", mend=f"`mailbot questions {its.slug}` lists those that do")
    app.store.answer_question(mail_id, datetime.now(UTC), "operator")


def _told(app: "App", its: "Call") -> list["Mail"]:
    """Mails that decline, or recommend somebody: nobody has to answer them, somebody should read them."""
    from mailbot.core.history import Became

    asked = app.store.mails(became=Became.request, call=its.slug, limit=100_000)
    return [mail for mail in reversed(asked) if mail.reason in ("declined", "recommendation")]


def _object(one: "Question") -> dict[str, object]:
    return {
        "mail": one.mail_id,
        "address": one.address,
        "reference": one.reference,
        "asked_at": one.asked_at.isoformat(),
        "answered_at": one.answered_at.isoformat() if one.answered_at else None,
        "answered_by": one.answered_by,
    }


def _row(one: "Question", its: "Call") -> list[str]:
    from mailbot.commands.words import instant

    done = f"{instant(one.answered_at, its)}, by {one.answered_by}" if one.answered_at else "waits"
    return [str(one.mail_id), one.address, one.reference or "none", instant(one.asked_at, its), done]
