"""`mailbot quarantine`: what waits for a person, and what a person may do about it.

Two things wait: mails that could not be recorded at all, and changes to an entry that are recorded and do not count.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from mailbot.commands.making import group
from mailbot.core.submission import DISCARDED, TAKEN_OVER, Became
from mailbot.errors import MailbotError, NotFound
from mailbot.terminal import Column

if TYPE_CHECKING:
    from mailbot.cli import Session
    from mailbot.core.call import Call
    from mailbot.store import Mail, Store
    from mailbot.terminal import Terminal

app, _word = group("quarantine", "What waits for a person: mail, and changes kept apart. Without a word it lists them.")
APPS = {"quarantine": app}

_COLUMNS = (
    Column("id", right=True),
    Column("received", flex=True),
    Column("from", flex=True),
    Column("call"),
    Column("why", flex=True),
    Column("size", right=True),
)

_APART = (
    Column("id", right=True),
    Column("received", flex=True),
    Column("from", flex=True),
    Column("call"),
    Column("kept apart because", flex=True),
    Column("look at it with"),
)
EVERY = 1_000_000
"""A list that a person works through names all there is."""

_LOOKED_AT, _RELEASED = "looked at by a person", "released"
_SAID = {
    _RELEASED: "released, to be read again by the next round",
    TAKEN_OVER: "taken over, the current version of its entry from now on",
    DISCARDED: "discarded, kept in the archive until retention ends",
}

Ids = Annotated[list[int], typer.Argument(metavar="ID", help="numbers as in `mailbot quarantine`")]


@app.callback()
def quarantine(ctx: typer.Context) -> None:
    if ctx.invoked_subcommand is None:
        _list(ctx.obj, None)


@_word("list", "")
def list_(ctx: typer.Context, call: Annotated[str | None, typer.Option(metavar="SLUG", help="only this call")] = None) -> None:
    """The mails that wait for a person."""
    _list(ctx.obj, call)


@_word("show", "7")
def show(
    ctx: typer.Context, number: Annotated[int, typer.Argument(metavar="ID", help="its number, as in `mailbot quarantine`")]
) -> None:
    """One mail: why it is kept, and its raw text made harmless."""
    from mailbot.commands import surroundings

    session: Session = ctx.obj
    with surroundings.app(session) as joined:
        mail = _mail(joined.store, number)
        raw = joined.archive.get(mail.sha256)
    text = raw[:65_536].decode("utf-8", "replace")
    session.terminal.record(**_object(mail), raw=text)
    session.terminal.say(f"Mail {mail.id}, {_because(mail)}", style="bold")
    session.terminal.block(text)
    if len(raw) > 65_536:
        session.terminal.block(f"[{len(raw) - 65_536} bytes more]")


@_word("release", "7")
def release(
    ctx: typer.Context,
    numbers: Ids,
    why: Annotated[str, typer.Option(metavar="WORDS", help="kept in the audit trail, for a change")] = _LOOKED_AT,
) -> None:
    """Put mails back on their way: they are read again. A change kept apart becomes the current version of its entry."""
    session: Session = ctx.obj
    _act(session, numbers, "release", why)


@_word("discard", "7 --yes --why spam")
def discard(
    ctx: typer.Context,
    numbers: Ids,
    why: Annotated[str, typer.Option(metavar="WORDS", help="kept in the audit trail")] = _LOOKED_AT,
    yes: Annotated[bool, typer.Option("--yes", help="do it without asking")] = False,
) -> None:
    """Nothing comes of these mails. The entry of a change kept apart stays as it is."""
    from mailbot.commands import surroundings
    from mailbot.commands.words import some

    session: Session = ctx.obj
    with surroundings.app(session) as joined:
        mails = [_waiting(joined.store, number) for number in numbers]
    one = f"mail {numbers[0]} from {mails[0].sender or 'unclear'}" if len(mails) == 1 else some(len(mails), "mail")
    if not session.terminal.agreed(f"discard {one}?", yes):
        session.terminal.note("Nothing was changed.")
        return
    _act(session, numbers, "discard", why)


def _list(session: "Session", call: str | None) -> None:
    from mailbot.commands import surroundings

    terminal = session.terminal
    with surroundings.app(session) as joined:
        slug = surroundings.call(joined, call).slug if call else None
        mails = joined.store.mails(became=Became.quarantined, call=slug, limit=EVERY)
        apart = joined.store.mails(became=Became.kept_apart, call=slug, limit=EVERY)
        known = {its.slug: its for its in joined.calls()}
    for mail in [*mails, *apart]:
        terminal.record(**_object(mail))
    _tables(terminal, mails, apart, known)
    terminal.changed(_sum(len(mails), len(apart)))


def _tables(terminal: "Terminal", mails: "Sequence[Mail]", apart: "Sequence[Mail]", calls: "Mapping[str, Call]") -> None:
    from mailbot.commands.words import apart as why
    from mailbot.commands.words import instant

    def who(m: "Mail") -> list[str]:
        return [str(m.id), instant(m.received_at, calls.get(m.call or "")), m.sender or "unclear", m.call or "none"]

    if mails:
        terminal.table(_COLUMNS, [[*who(m), m.reason or "", str(m.size)] for m in mails])
    if apart:
        rows = [[*who(m), why(m.reason), f"mailbot show {m.reference}" if m.reference else ""] for m in apart]
        terminal.table(_APART, rows, "Changes kept apart: recorded with their entry, and not counted")


def _sum(mails: int, apart: int) -> str:
    from mailbot.commands.words import some

    if not mails and not apart:
        return (
            "No mail waits for a person. What cannot be recorded surely comes here: `mailbot run` or `mailbot once` reads mail."
        )
    changes = f"{some(apart, 'change')} kept apart" if apart else ""
    return f"{', '.join(filter(None, [some(mails, 'mail') if mails else '', changes]))} for a person."


def _object(mail: "Mail") -> dict[str, object]:
    return {
        "id": mail.id,
        "became": mail.became.value if mail.became else None,
        "received_at": mail.received_at.isoformat(),
        "sender": mail.sender,
        "call": mail.call,
        "kind": mail.kind,
        "reason": mail.reason,
        "reference": mail.reference,
        "size": mail.size,
        "sha256": mail.sha256,
        "message_id": mail.message_id,
    }


def _mail(store: "Store", number: int) -> "Mail":
    """The mail of that number. No other number is proposed: a person must not act on a mail that was not meant."""
    known = {mail.id: mail for mail in store.mails(limit=EVERY)}
    if number not in known:
        raise NotFound(f"no mail {number}", mend="`mailbot quarantine` lists those that wait")
    return known[number]


def _waiting(store: "Store", number: int) -> "Mail":
    """The same, refused unless it waits for a person."""
    mail = _mail(store, number)
    if mail.became in (Became.quarantined, Became.kept_apart):
        return mail
    raise MailbotError(
        f"mail {number} is {_stands(mail)}", mend="nothing was changed; `mailbot quarantine` lists those that wait"
    )


def _because(mail: "Mail") -> str:
    from mailbot.commands.words import apart

    if mail.became is Became.quarantined:
        return f"kept because: {mail.reason}"
    return f"kept apart: {apart(mail.reason)}" if mail.became is Became.kept_apart else _stands(mail)


def _stands(mail: "Mail") -> str:
    from mailbot.commands.words import BECAME

    if mail.became is None:
        return "released already" if mail.released else "not read yet"
    if mail.reason == "discarded":
        return "discarded already"
    return f"not in quarantine ({BECAME[mail.became]})"


def _act(session: "Session", numbers: Sequence[int], verb: str, why: str) -> None:
    """Release or discard. All of them are looked at before the first is changed."""
    from mailbot.commands import surroundings
    from mailbot.commands.words import some

    done: Counter[str] = Counter()
    with surroundings.app(session) as joined:
        mails = [_waiting(joined.store, number) for number in numbers]
        for mail in mails:
            what = _decided(joined.store, mail, verb, why)
            session.terminal.record(id=mail.id, done=what)
            done[what] += 1
    for what, times in done.items():
        session.terminal.changed(f"{some(times, 'change' if what == TAKEN_OVER else 'mail')} {_SAID[what]}.")


def _decided(store: "Store", mail: "Mail", verb: str, why: str) -> str:
    """Do it, and say what was done."""
    now = datetime.now(UTC)
    if verb == "discard":
        what, done = DISCARDED, store.discard(mail.id, now, "operator", why)
    elif mail.became is Became.kept_apart:
        what, done = TAKEN_OVER, store.take_over(mail.id, now, "operator", why)
    else:
        what, done = _RELEASED, store.release(mail.id, now, "operator")
    if not done:
        raise MailbotError(f"mail {mail.id} waits no longer", mend="look at `mailbot quarantine`")
    return what
