"""`mailbot quarantine`: mail kept for a person, and what a person may do about it."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from mailbot.commands.making import group
from mailbot.core.submission import Became
from mailbot.errors import MailbotError, NotFound
from mailbot.terminal import Column, nearest

if TYPE_CHECKING:
    from mailbot.app import App
    from mailbot.cli import Session
    from mailbot.store import Mail

app, _word = group("quarantine", "Mail kept for a person. Without a word it lists them.")
APPS = {"quarantine": app}

_COLUMNS = (
    Column("id", right=True),
    Column("received", flex=True),
    Column("from", flex=True),
    Column("call", flex=True),
    Column("why", flex=True),
    Column("size", right=True),
)

Ids = Annotated[list[int], typer.Argument(metavar="ID", help="numbers as in `mailbot quarantine`")]


@app.callback()
def quarantine(ctx: typer.Context) -> None:
    if ctx.invoked_subcommand is None:
        _list(ctx.obj, None)


@_word("list")
def list_(ctx: typer.Context, call: Annotated[str | None, typer.Option(help="only this call")] = None) -> None:
    """The mails that wait for a person. Example: mailbot quarantine list"""
    _list(ctx.obj, call)


@_word("show")
def show(ctx: typer.Context, number: Annotated[int, typer.Argument(metavar="ID")]) -> None:
    """One mail: why it is kept, and its raw text made harmless. Example: mailbot quarantine show 7"""
    from mailbot.commands import surroundings

    session: Session = ctx.obj
    with surroundings.app(session) as joined:
        mail = _mail(joined, number)
        raw = joined.archive.get(mail.sha256)
    text = raw[:65_536].decode("utf-8", "replace")
    session.terminal.record(**_object(mail), raw=text)
    session.terminal.say(f"Mail {mail.id}, kept because: {mail.reason}", style="bold")
    session.terminal.block(text)
    if len(raw) > 65_536:
        session.terminal.block(f"[{len(raw) - 65_536} bytes more]")


@_word("release")
def release(ctx: typer.Context, numbers: Ids) -> None:
    """Put mails back on their way: they are read again. Example: mailbot quarantine release 7"""
    _act(ctx.obj, numbers, "released, to be read again by the next round", "")


@_word("discard")
def discard(
    ctx: typer.Context,
    numbers: Ids,
    why: Annotated[str, typer.Option(help="kept in the audit trail")] = "looked at by a person",
    yes: Annotated[bool, typer.Option("--yes", help="do it without asking")] = False,
) -> None:
    """Nothing comes of these mails. Example: mailbot quarantine discard 7 --yes --why spam"""
    from mailbot.commands.words import some

    session: Session = ctx.obj
    if not session.terminal.agreed(f"discard {some(len(numbers), 'mail')}?", yes):
        session.terminal.note("Nothing was changed.")
        return
    _act(session, numbers, "discarded, kept in the archive until retention ends", why)


def _list(session: "Session", call: str | None) -> None:
    from mailbot.commands import surroundings
    from mailbot.commands.words import instant, some

    terminal = session.terminal
    with surroundings.app(session) as joined:
        slug = surroundings.call(joined, call).slug if call else None
        mails = joined.store.mails(became=Became.quarantined, call=slug)
    for mail in mails:
        terminal.record(**_object(mail))
    cells = [
        [str(m.id), instant(m.received_at), m.sender or "unclear", m.call or "none", m.reason or "", str(m.size)] for m in mails
    ]
    if cells:
        terminal.table(_COLUMNS, cells)
    terminal.changed(f"{some(len(mails), 'mail')} for a person." if mails else "No mail waits for a person.")


def _object(mail: "Mail") -> dict[str, object]:
    return {
        "id": mail.id,
        "received_at": mail.received_at.isoformat(),
        "sender": mail.sender,
        "call": mail.call,
        "kind": mail.kind,
        "reason": mail.reason,
        "size": mail.size,
        "sha256": mail.sha256,
        "message_id": mail.message_id,
    }


def _mail(joined: "App", number: int) -> "Mail":
    mails = {mail.id: mail for mail in joined.store.mails(became=Became.quarantined)}
    if number not in mails:
        raise NotFound(f"no mail {number} in quarantine", mend=nearest(str(number), [str(known) for known in list(mails)[:10]]))
    return mails[number]


def _act(session: "Session", numbers: Sequence[int], said: str, why: str) -> None:
    """All of them are looked at before the first is changed. An empty `why` releases, any other discards."""
    from mailbot.commands import surroundings
    from mailbot.commands.words import some

    with surroundings.app(session) as joined:
        for number in numbers:
            _mail(joined, number)
        for number in numbers:
            now = datetime.now(UTC)
            store = joined.store
            done = store.discard(number, now, "operator", why) if why else store.release(number, now, "operator")
            if not done:
                raise MailbotError(f"mail {number} is no longer in quarantine", mend="look at `mailbot quarantine`")
            session.terminal.record(id=number, done="discarded" if why else "released")
    session.terminal.changed(f"{some(len(numbers), 'mail')} {said}.")
