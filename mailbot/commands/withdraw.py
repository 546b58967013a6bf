"""`mailbot withdraw`: an organiser takes an entry back for who wrote it, or undoes that."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from mailbot.commands.making import single
from mailbot.commands.show import spelled
from mailbot.errors import MailbotError, NotFound
from mailbot.terminal import WrongUse, nearest

if TYPE_CHECKING:
    from mailbot.cli import Session

withdraw_app, _withdraw = single("withdraw")
APPS = {"withdraw": withdraw_app}


@_withdraw
def withdraw(
    ctx: typer.Context,
    reference: Annotated[str, typer.Argument(metavar="REFERENCE", help="as in `mailbot submissions`")],
    why: Annotated[str, typer.Option(metavar="WORDS", help="the reason, for the audit trail")] = "",
    undo: Annotated[bool, typer.Option("--undo", help="the entry counts again")] = False,
) -> None:
    """Take an entry back, as its author asked you by telephone or in person. It stays on record, and a letter tells its author.

    Candidates do it themselves by mail: they are asked back first, and nobody else can do it in their name.
    """
    from mailbot.commands import surroundings
    from mailbot.deeds import Deeds

    session: Session = ctx.obj
    if not why.strip():
        raise WrongUse("no reason is given", mend="add --why 'a few words': the audit trail keeps it")
    with surroundings.app(session) as app:
        entry = app.store.submission(spelled(reference))
        if entry is None:
            known = [s.reference for its in app.calls() for s in app.store.submissions(its.slug)]
            raise NotFound(f"no submission {reference}", mend=nearest(spelled(reference), known))
        its = surroundings.call(app, entry.call)
        with app.store.unit(lock=f"{its.slug}/{entry.address.casefold()}") as unit:
            done = Deeds(app.letters).by_team(unit, its, entry, app.key, datetime.now(UTC), "operator", why.strip(), undo=undo)
        if not done:
            state, mend = ("is not withdrawn", "leave out --undo") if undo else ("is withdrawn already", "--undo takes it back")
            raise MailbotError(f"{entry.reference} {state}", mend=mend)
    session.terminal.record(reference=entry.reference, withdrawn=not undo, why=why.strip())
    session.terminal.changed(f"{entry.reference} {'counts again' if undo else 'is withdrawn'}.")
