"""`mailbot read`: what would mailbot make of these mails? Changes nothing, sends nothing."""

from collections.abc import Sequence
from contextlib import closing
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mailbot.commands.making import single
from mailbot.errors import MailbotError, one_line
from mailbot.mailfiles import Mail, mails, topmost_received
from mailbot.terminal import Terminal, Unsuccessful, WrongUse

if TYPE_CHECKING:
    from mailbot.cli import Session
    from mailbot.core.call import Call
    from mailbot.core.reading import Own, Reading
    from mailbot.reader import Reader


app, _command = single("read")
APPS = {"read": app}


@_command
def read(
    ctx: typer.Context,
    paths: Annotated[list[str], typer.Argument(metavar="PATH", help="mails: files, folders, an mbox, or - for standard input")],
    call: Annotated[list[Path] | None, typer.Option(metavar="FILE", help="a call file (default: all of rules/)")] = None,
    no_call: Annotated[
        bool, typer.Option("--no-call", help="leave out the call: kind, letter, own words, quotes, signature")
    ] = False,
    own_address: Annotated[
        list[str] | None, typer.Option(metavar="A", help="an address of ours (default: those of settings and calls)")
    ] = None,
    received_at: Annotated[
        str | None, typer.Option(metavar="TIME", help="when they were received, such as 2021-02-17T23:59Z")
    ] = None,
    trust: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="a server whose Authentication-Results count (default: the settings)"),
    ] = None,
    whole: Annotated[bool, typer.Option("--whole", help="fold nothing: long quotes, long lines")] = False,
) -> None:
    """What would mailbot make of these mails?

    Shows the facts, then the mail line by line, beside each line the number of the question that it answers, then each question
    with its answer, how it was found and how sure that is. Changes nothing, sends nothing.
    """
    session: Session = ctx.obj
    instant = _instant(received_at) if received_at else None
    calls, own = _surroundings(session, call or [], no_call, own_address or [], trust or [])
    from mailbot.reader import Killable

    failed = False
    with closing(Killable()) as reader:
        reader.warm()
        for path in paths:
            try:
                for mail in mails(path):
                    _show(session.terminal, mail, instant, calls, own, reader, whole=whole)
            except (OSError, MailbotError) as error:
                plain = f"{one_line(path)}: {getattr(error, 'strerror', '') or 'cannot be read'}"
                what = error.what if isinstance(error, MailbotError) else plain
                mend = getattr(error, "mend", "") or "name a mail, a folder or an mbox"
                session.terminal.error(what, code="unreadable", mend=mend)
                failed = True
    if failed:
        raise Unsuccessful


def _instant(text: str) -> datetime:
    try:
        instant = datetime.fromisoformat(text)
    except ValueError:
        raise WrongUse(f"--received-at {text} is no time", mend="write it as 2021-02-17T23:59:00+01:00") from None
    if instant.tzinfo is None:
        raise WrongUse(f"--received-at {text} has no zone", mend="add one, such as +01:00, or Z for UTC")
    return instant.astimezone(UTC)


def _surroundings(
    session: "Session", files: Sequence[Path], no_call: bool, own_addresses: Sequence[str], trust: Sequence[str]
) -> "tuple[list[Call], Own]":
    from mailbot.commands import surroundings

    settings = surroundings.settings_if_any(session)
    calls = [] if no_call else surroundings.calls(session, settings, files)
    return calls, surroundings.own(settings, calls, own_addresses, trust)


def _show(
    terminal: Terminal,
    mail: Mail,
    instant: datetime | None,
    calls: "Sequence[Call]",
    own: "Own",
    reader: "Reader",
    *,
    whole: bool,
) -> None:
    received = instant or topmost_received(mail.raw) or mail.modified or datetime.now(UTC)
    reading = reader.read(mail.raw, received, calls, own)
    if terminal.json:
        terminal.record(**as_object(mail.path, reading))
    else:
        from mailbot.commands.explain import page

        call = next((call for call in calls if call.slug == reading.call), None)
        page(terminal, mail.path, reading, call, own, whole=whole)


# what is shown


def as_object(path: str, reading: "Reading") -> dict[str, object]:
    """The object of `--json`; its keys are promised in the reference."""
    attachments = [{"name": a.name, "type": a.type, "size": a.size} for a in reading.attachments]
    sender = {
        "address": reading.sender.address,
        "name": reading.sender.name,
        "authentication": reading.sender.authentication.value,
    }
    answers = [{k: v for k, v in asdict(a).items() if k != "question_id"} for a in reading.answers]
    return {
        "path": path,
        "sha256": reading.sha256,
        "message_id": reading.message_id,
        "subject": reading.subject,
        "text": reading.text,
        "attachments": attachments,
        "sender": sender,
        "kind": reading.kind.value,
        "ack": reading.ack,
        "outcome": reading.outcome.value,
        "reason": reading.reason,
        "call": reading.call,
        "received_at": reading.received_at.isoformat(),
        "timeliness": reading.timeliness.value if reading.timeliness else None,
        "reply": reading.reply,
        "quoted": reading.quoted,
        "signature": reading.signature,
        "answers": answers,
        "unanswered": list(reading.unanswered),
        "unplaced": reading.unplaced,
        # the promised values know no recommendation: whoever recommends a colleague does not come
        "intent": "decline" if reading.intent == "recommendation" else reading.intent.value,
        "also": [one.call for one in reading.also],
        "documents": [{"name": d.name, "type": d.type, "state": d.state.value, "reason": d.reason} for d in reading.documents],
    }
