"""`mailbot export CALL --to FILE`: the entries of a call in one file, for people or for programs; or the call whole."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mailbot.commands.making import single
from mailbot.errors import MailbotError, one_line
from mailbot.terminal import WrongUse

if TYPE_CHECKING:
    from mailbot.app import App
    from mailbot.cli import Session
    from mailbot.core.call import Call
    from mailbot.exports import Format, Written
    from mailbot.terminal import Terminal

export_app, _export = single("export")
APPS = {"export": export_app}

_FOR_PROGRAMS = "csv is for programs, and has a tab before what a spreadsheet would calculate; for reading take --to FILE.xlsx"


@_export
def export(
    ctx: typer.Context,
    call: Annotated[str, typer.Argument(metavar="CALL", help="its slug, as in `mailbot calls`")],
    to: Annotated[Path, typer.Option(metavar="FILE", help="its end says what it is: .csv, .xlsx, .json or .zip")],
    yes: Annotated[bool, typer.Option("--yes", help="overwrite a file that is there")] = False,
) -> None:
    """The entries of a call in one file, one row or object a person; .zip is the call whole.

    xlsx is for reading: what is late, unsure or incomplete is marked, and no cell can calculate. csv and json are for programs;
    json has every version of every answer (docs/exports.md). zip holds both, every mail as it came, every letter that went
    out, each version of the call file and the audit trail. There are personal data in all of them: only you can read the file.
    """
    from mailbot.commands import surroundings

    session: Session = ctx.obj
    its = _format(to)
    with surroundings.app(session) as app:
        chosen = surroundings.call(app, call)
        if to.is_dir():
            raise MailbotError(f"{one_line(to)} is a folder", mend="name a file in it")
        if to.exists() and not session.terminal.agreed(f"{one_line(to)} is there already. Overwrite it?", yes):
            session.terminal.changed("Nothing was changed.")
            return
        written = _write(session.terminal, app, chosen, to, its)
    _tell(session.terminal, chosen, to, its, written)


def _format(file: Path) -> "Format":
    from mailbot.exports import Format

    try:
        return Format(file.suffix.lower().removeprefix("."))
    except ValueError:
        known = ", ".join(f".{one}" for one in Format)
        raise WrongUse(f"{one_line(file)} does not say what to write", mend=f"end its name with one of {known}") from None


def _write(terminal: "Terminal", app: "App", call: "Call", file: Path, its: "Format") -> "Written":
    from mailbot import __version__
    from mailbot.exports import Exports, Format

    total = app.store.how_many(call.slug)
    if its is Format.zip:
        total += len({mail.sha256 for mail in app.store.mails(call=call.slug, limit=10_000_000)})
    with terminal.progress(f"Writing {one_line(file.name)}", total) as step:
        exports = Exports(app.store, app.archive, f"mailbot {__version__}")
        return exports.write(call, file, its, datetime.now(UTC).replace(microsecond=0), "operator", step)


def _tell(terminal: "Terminal", call: "Call", file: Path, its: "Format", written: "Written") -> None:
    from mailbot.commands.words import some
    from mailbot.exports import Format

    terminal.record(
        call=call.slug,
        file=str(file),
        format=its.value,
        entries=written.entries,
        mails=written.mails,
        letters=written.letters,
        absent=list(written.absent),
    )
    beside = f", {some(written.mails, 'mail')}, {some(written.letters, 'letter')}" if its is Format.zip else ""
    terminal.changed(f"Wrote {one_line(file)}: {some(written.entries, 'entry', 'entries')}{beside} of {call.slug}.")
    if its is Format.csv:
        terminal.note(_FOR_PROGRAMS)
    if written.absent:
        gone = some(len(written.absent), "mail")
        terminal.error(f"warning: {gone} could not be read from the archive; mails.csv says which", code="mail-absent")
