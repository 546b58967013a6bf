"""`mailbot digest`: what the contacts of a call would be told now, to read, to look at or to send; and the input paper."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mailbot.commands.making import single
from mailbot.errors import MailbotError, one_line
from mailbot.terminal import WrongUse, nearest

if TYPE_CHECKING:
    from mailbot.app import App
    from mailbot.cli import Session
    from mailbot.core.call import Call, Contact
    from mailbot.digests import Written
    from mailbot.terminal import Terminal

digest_app, _digest = single("digest")
APPS = {"digest": digest_app}

_PREVIEWS = (".html", ".eml")


@_digest
def digest(
    ctx: typer.Context,
    call: Annotated[str, typer.Argument(metavar="CALL", help="its slug, as in `mailbot calls`")],
    preview: Annotated[Path | None, typer.Option(metavar="FILE", help="write it to look at, as .html or .eml")] = None,
    sheet: Annotated[Path | None, typer.Option(metavar="FILE", help="write its table of all answers, an .xlsx")] = None,
    send: Annotated[bool, typer.Option("--send", help="write today's digest for the contacts now")] = False,
    for_: Annotated[str, typer.Option("--for", metavar="ADDRESS", help="as this contact would get it")] = "",
    input_paper: Annotated[bool, typer.Option("--input-paper", help="answers without names, checked by a person")] = False,
    to: Annotated[Path | None, typer.Option(metavar="FILE", help="with --input-paper: the file to write")] = None,
    checked: Annotated[Path | None, typer.Option(metavar="FILE", help="with --input-paper: the check, looked over")] = None,
    late: Annotated[bool, typer.Option("--late", help="with --input-paper: answers that came too late as well")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="overwrite a file that is there")] = False,
) -> None:
    """The digest of a call as it would be now: what came in, what waits for a person, how the call stands.

    It comes by itself on the days that the call file names; here it is shown, and nothing is sent without --send.

    --input-paper collects the answers question by question without who gave them. It takes two steps: a check, in which a
    person ticks what may leave (--to check.xlsx), then the paper (--checked check.xlsx --to paper.docx, or .md).
    """
    session: Session = ctx.obj
    of_paper: dict[str, object] = {"--to": to, "--checked": checked, "--late": late}
    of_digest: dict[str, object] = {"--preview": preview, "--sheet": sheet, "--send": send, "--for": for_}
    _refuse(of_digest if input_paper else of_paper, input_paper)
    if input_paper:
        from mailbot.commands.digest_paper import paper

        paper(session, call, checked, to, "operator", late=late)
        return
    _suffix(preview, _PREVIEWS, "--preview digest.html")
    _suffix(sheet, (".xlsx",), "--sheet entries.xlsx")
    if send and (preview or sheet or for_):
        raise WrongUse("--send goes to all contacts, and alone", mend="look at it first, then --send")
    from mailbot.commands import surroundings

    with surroundings.app(session) as app:
        its = surroundings.call(app, call)
        now = datetime.now(UTC)
        if send:
            _send(session.terminal, app, its, now)
            return
        written = _written(app, its, _contact(its, for_), now)
        if preview is None and sheet is None:
            _show(session.terminal, app, its, written)
        for file, content in _files(its, written, preview, sheet):
            _save(session.terminal, its, file, content, yes)


def _refuse(others: dict[str, object], input_paper: bool) -> None:
    wrong = [option for option, value in others.items() if value]
    if wrong:
        what = "do not go together" if input_paper else "belongs to --input-paper"
        raise WrongUse(f"{wrong[0]}{' and --input-paper' if input_paper else ''} {what}", mend="leave one of them out")


def _suffix(file: Path | None, known: Sequence[str], example: str) -> None:
    if file is not None and file.suffix.casefold() not in known:
        raise WrongUse(f"{one_line(file)} does not end in {' or '.join(known)}", mend=example)


def _readers(its: "Call") -> "list[Contact]":
    """Contacts to whom digests are mailed."""
    from mailbot.core.choosing import Every

    return [one for one in its.contacts if one.digests and (one.every or its.digest.every) is not Every.never]


def _contact(its: "Call", address: str) -> "Contact":
    """The one named, else the first that gets digests, else the first."""
    if not address:
        return (*_readers(its), *its.contacts)[0]
    for one in its.contacts:
        if one.address.casefold() == address.casefold():
            return one
    raise WrongUse(f"{address} is no contact of {its.slug}", mend=nearest(address, [one.address for one in its.contacts]))


def _written(app: "App", its: "Call", contact: "Contact", now: datetime) -> "Written":
    from mailbot.core.unasked import local_now

    written = app.digests.compose(its, contact, local_now(its, now).date(), now, always=True)
    if written is None:
        raise MailbotError(f"no mail can go to {contact.address}", mend=f"correct the address in rules/{its.slug}.yaml")
    return written


def _show(terminal: "Terminal", app: "App", its: "Call", written: "Written") -> None:
    from mailbot.core.reread import reread

    subject, text = reread(written.letter.raw)
    last = _last(app, its)
    terminal.record(
        call=its.slug,
        day=written.digest.day.isoformat(),
        subject=subject,
        text=text,
        contacts=[
            {
                "name": one.name,
                "address": one.address,
                "every": (one.every or its.digest.every).value,
                "digests": one.digests,
                "last": last.get(one.address.casefold()),
            }
            for one in its.contacts
        ],
    )
    terminal.say(subject, style="bold")
    terminal.say()
    terminal.block(text)
    terminal.say()
    for one in its.contacts:
        day = last.get(one.address.casefold())
        terminal.block(f"{one.name} <{one.address}>: {_when(its, one)}{f'; the last one was of {day}' if day else ''}.", "")
    terminal.changed("Nothing was sent. As it looks: --preview digest.html. To all of them now: --send.")


def _when(its: "Call", one: "Contact") -> str:
    from mailbot.core.choosing import Every

    every, policy = one.every or its.digest.every, its.digest
    if not one.digests or every is Every.never:
        return "gets no digests"
    day = "every day" if every is Every.daily else f"every {policy.weekday.capitalize()}"
    return f"{day} from {policy.hour:%H:%M} ({its.zone}), if something happened"


def _last(app: "App", its: "Call") -> dict[str, str]:
    """Address to the day of its newest digest."""
    from mailbot.core.briefings import BriefingKind

    found: dict[str, str] = {}
    for one in app.store.briefings(its.slug, BriefingKind.digest):
        if one.day is not None:
            found[one.address] = max(found.get(one.address, ""), one.day.isoformat())
    return found


def _files(its: "Call", written: "Written", preview: Path | None, sheet: Path | None) -> list[tuple[Path, bytes]]:
    from mailbot.core.standalone import standalone

    found = []
    if preview is not None:
        raw = written.letter.raw
        found.append((preview, standalone(raw).encode() if preview.suffix.casefold() == ".html" else raw))
    if sheet is not None:
        if not written.sheet:
            what = f"the digest of {its.slug} has no sheet: it is too large for a mail, or the call keeps answers out of mail"
            raise MailbotError(what, mend=f"`mailbot export {its.slug} --to {one_line(sheet)}` writes it")
        found.append((sheet, written.sheet))
    return found


def _save(terminal: "Terminal", its: "Call", file: Path, content: bytes, yes: bool) -> None:
    from mailbot.commands.saving import may_write, save

    if may_write(terminal, file, yes):
        save(file, content)
        terminal.record(call=its.slug, file=str(file), size=len(content))
        terminal.changed(f"Wrote {one_line(file)}. Nothing was sent.")


def _send(terminal: "Terminal", app: "App", its: "Call", now: datetime) -> None:
    """One letter each; whose digest of today is there already gets none."""
    from mailbot.commands.words import some

    readers = _readers(its)
    if not readers:
        raise MailbotError(f"no contact of {its.slug} gets digests", mend=f"see `digests` and `every` in rules/{its.slug}.yaml")
    done = 0
    for one in readers:
        written = _written(app, its, one, now)
        new = app.digests.record(written, now)
        done += new
        terminal.record(call=its.slug, to=one.address, day=written.digest.day.isoformat(), written=new)
        if not new:
            terminal.changed(f"{one.name} <{one.address}> has the digest of {written.digest.day} already.")
    terminal.changed(f"{some(done, 'digest')} written; the service sends them." if done else "Nothing was written.")
