"""`mailbot outbox`: letters waiting, failed, uncertain, and what a person may do about them."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from mailbot.commands.making import group
from mailbot.core import clean
from mailbot.core.letter import LetterState, OutboxRow
from mailbot.errors import MailbotError, NotFound
from mailbot.terminal import Column, WrongUse

if TYPE_CHECKING:
    from mailbot.app import App
    from mailbot.cli import Session

app, _word = group("outbox", "Letters waiting, failed, uncertain. Without a word it lists what has not been sent.")
APPS = {"outbox": app}

_COLUMNS = (
    Column("id", right=True),
    Column("state"),
    Column("kind"),
    Column("to", flex=True),
    Column("about", flex=True),
    Column("due", flex=True),
    Column("tries", right=True),
    Column("the relay said", flex=True),
)
_OPEN = tuple(state for state in LetterState if state not in (LetterState.sent, LetterState.cancelled))

Ids = Annotated[list[int], typer.Argument(metavar="ID", help="numbers as in `mailbot outbox`")]
Number = Annotated[int, typer.Argument(metavar="ID", help="its number, as in `mailbot outbox`")]
Yes = Annotated[bool, typer.Option("--yes", help="do it without asking")]


@app.callback()
def outbox(ctx: typer.Context) -> None:
    if ctx.invoked_subcommand is None:
        _list(ctx.obj, _OPEN)


@_word("list", "--state failed")
def list_(
    ctx: typer.Context,
    state: Annotated[
        list[LetterState] | None, typer.Option(metavar="STATE", help=f"only letters in this state: {', '.join(LetterState)}")
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="what was sent and cancelled too")] = False,
    held: Annotated[bool, typer.Option("--held", help="only what waits for approval")] = False,
) -> None:
    """The letters that have not been sent."""
    chosen = (*(state or ()), *((LetterState.held,) if held else ()))
    _list(ctx.obj, chosen or (tuple(LetterState) if everything else _OPEN))


@_word("show", "12")
def show(
    ctx: typer.Context,
    number: Number,
    text: Annotated[bool, typer.Option("--text", help="only its words, as `edit` takes them back")] = False,
) -> None:
    """One letter as it goes out."""
    from mailbot.commands import surroundings
    from mailbot.commands.letters import readable
    from mailbot.core.reread import reread

    session: Session = ctx.obj
    with surroundings.app(session) as joined:
        row = _letter(joined, number)
        if text and not session.terminal.json:
            session.terminal.out.write(clean.text(reread(row.letter.raw)[1]) + "\n")
            return
        session.terminal.record(**_object(row), text=readable(row.letter.raw))
        session.terminal.say(f"Letter {row.id}, {row.state.value}, to {row.letter.recipient}", style="bold")
        session.terminal.block(readable(row.letter.raw))


@_word("edit", "12 --text letter.txt")
def edit(
    ctx: typer.Context,
    number: Number,
    text: Annotated[str, typer.Option(metavar="FILE", help="its new words, plain text in UTF-8; - is standard input")] = "",
) -> None:
    """Other words in a letter that waits for approval. Begin with what `show ID --text` writes; its code has to stay."""
    from mailbot.commands import outbox_edit, surroundings

    session: Session = ctx.obj
    if not text:
        raise WrongUse("no text is named", mend=f"mailbot outbox show {number} --text > letter.txt, then --text letter.txt")
    with surroundings.app(session) as joined:
        outbox_edit.edit(joined, session.terminal, _letter(joined, number, (LetterState.held,)), text)


@_word("approve", "12 13")
def approve(
    ctx: typer.Context,
    numbers: Annotated[list[int] | None, typer.Argument(metavar="ID", help="numbers as in `mailbot outbox`")] = None,
    call: Annotated[str, typer.Option(metavar="SLUG", help="all letters about decisions of this call")] = "",
    confirm: Annotated[str, typer.Option(metavar="SLUG", help="with --call: do it without asking")] = "",
) -> None:
    """Let held letters go out. Whoever is invited has the time to answer from then on."""
    from mailbot.commands import outbox_batch, surroundings

    session: Session = ctx.obj
    if bool(call) == bool(numbers):
        raise WrongUse("it is not clear which letters", mend="name their numbers, or --call SLUG for all about its decisions")
    if confirm and not call:
        raise WrongUse("--confirm belongs to --call", mend="leave it out")
    if call:
        with surroundings.app(session) as joined:
            its = surroundings.call(joined, call)
            outbox_batch.approve_call(joined, session.terminal, its, confirm, datetime.now(UTC))
        return
    _change(session, numbers or [], LetterState.waiting, (LetterState.held,), "approved", "approved")


@_word("retry", "12")
def retry(ctx: typer.Context, numbers: Ids) -> None:
    """Try failed or waiting letters again, now."""
    states = (LetterState.failed, LetterState.waiting, LetterState.uncertain)
    _change(ctx.obj, numbers, LetterState.waiting, states, "due now", "retry")


@_word("cancel", "12 --yes")
def cancel(ctx: typer.Context, numbers: Ids, yes: Yes = False) -> None:
    """Never send these letters."""
    from mailbot.commands import surroundings

    session: Session = ctx.obj
    states = (LetterState.held, LetterState.waiting, LetterState.uncertain, LetterState.failed)
    with surroundings.app(session) as joined:
        letters = [_letter(joined, number, states).letter for number in numbers]
    which = ", ".join(f"{n} ({its.kind.value} to {its.recipient})" for n, its in zip(numbers, letters, strict=True))
    if not session.terminal.agreed(f"never send letter{'s' if len(numbers) > 1 else ''} {which}?", yes):
        session.terminal.note("Nothing was changed.")
        return
    _change(session, numbers, LetterState.cancelled, states, "cancelled", "cancelled")


def _list(session: "Session", states: Sequence[LetterState]) -> None:
    from mailbot.commands import surroundings
    from mailbot.commands.words import instant, some

    terminal = session.terminal
    with surroundings.app(session) as joined:
        rows = joined.store.letters(states)
        known = {its.slug: its for its in joined.calls()}
    for row in rows:
        terminal.record(**_object(row))
    cells = [
        [
            str(row.id),
            row.state.value,
            row.letter.kind.value,
            row.letter.recipient,
            row.letter.about or row.letter.call,
            instant(row.due_at, known.get(row.letter.call)),
            str(row.attempts),
            f"{row.last_code or ''} {row.last_text}".strip(),
        ]
        for row in rows
    ]
    if cells:
        used = [n for n in range(len(_COLUMNS)) if any(row[n] not in ("", "0") for row in cells)]
        terminal.table([_COLUMNS[n] for n in used], [[row[n] for n in used] for row in cells])
    terminal.changed(f"{some(len(rows), 'letter')}: {_counts(rows)}." if rows else _none(states))


def _none(states: Sequence[LetterState]) -> str:
    if tuple(states) == tuple(LetterState):
        return "No letter was written yet: reading mail writes them, with `mailbot run` or `mailbot once`."
    if tuple(states) == _OPEN:
        return "No letter waits. `mailbot outbox list --all` shows what was sent."
    return f"No letter is {' or '.join(states)}. `mailbot outbox list --all` shows every letter."


def _counts(rows: Sequence[OutboxRow]) -> str:
    states = [row.state for row in rows]
    return ", ".join(f"{states.count(state)} {state.value}" for state in LetterState if state in states)


def _object(row: OutboxRow) -> dict[str, object]:
    return {
        "id": row.id,
        "state": row.state.value,
        "kind": row.letter.kind.value,
        "to": row.letter.recipient,
        "call": row.letter.call,
        "about": row.letter.about,
        "language": row.letter.language,
        "message_id": row.letter.message_id,
        "attempts": row.attempts,
        "created_at": row.created_at.isoformat(),
        "due_at": row.due_at.isoformat(),
        "sent_at": row.sent_at.isoformat() if row.sent_at else None,
        "last_code": row.last_code,
        "last_text": row.last_text,
    }


def _letter(joined: "App", number: int, allowed: Sequence[LetterState] = tuple(LetterState)) -> OutboxRow:
    """The letter of that number, refused in any other state. No other number is proposed: it may be somebody else's letter."""
    try:
        row = joined.store.letter(number)
    except NotFound:
        raise NotFound(f"no letter {number}", mend="`mailbot outbox list --all` lists every one") from None
    if row.state not in allowed:
        already = " already" if row.state in (LetterState.sent, LetterState.cancelled) else ""
        raise WrongUse(
            f"letter {number} is {row.state.value}{already}",
            mend=f"this is for letters that are {', '.join(s.value for s in allowed)}; nothing was changed",
        )
    return row


def _change(
    session: "Session", numbers: Sequence[int], state: LetterState, allowed: Sequence[LetterState], said: str, why: str
) -> None:
    """All of them are looked at before the first is changed. Letters about decisions take their places along."""
    from mailbot.commands import outbox_batch, surroundings
    from mailbot.commands.words import some

    now, numbers = datetime.now(UTC), list(dict.fromkeys(numbers))
    with surroundings.app(session) as joined:
        rows = [_letter(joined, number, allowed) for number in numbers]
        deciding = outbox_batch.batches(joined, rows) if why in ("approved", "cancelled") else []
        for batch in deciding:
            if state is LetterState.cancelled:
                outbox_batch.drop(joined, batch, allowed, now)
            else:
                outbox_batch.approve(joined, batch, now)
        done = frozenset(number for batch in deciding for number in batch.ids)
        for number in numbers:
            if number not in done and not joined.store.change_letter(number, state, now, "operator", why):
                raise MailbotError(f"letter {number} was taken by the service meanwhile", mend="look at `mailbot outbox`")
        now_in = {number: joined.store.letter(number).state for number in numbers}
    for number, its in now_in.items():
        session.terminal.record(id=number, state=its.value)
    dropped = sum(its is LetterState.cancelled and its is not state for its in now_in.values())
    session.terminal.changed(f"{some(len(numbers) - dropped, 'letter')} {said}.")
    if dropped:
        session.terminal.changed(f"{some(dropped, 'letter')} cancelled: the entry is withdrawn.")
