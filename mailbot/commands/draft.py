"""`mailbot draft`: an announcement to a call file, and where it doubts."""

import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mailbot.commands.making import single
from mailbot.errors import MailbotError, Problems, one_line
from mailbot.terminal import Terminal, Unsuccessful

if TYPE_CHECKING:
    from mailbot.cli import Session
    from mailbot.core.announcement.draft import Draft
    from mailbot.reader import Killable

app, _command = single("draft")
APPS = {"draft": app}

_MOST = 30_000_000  # octets of a file
_KINDS = "a text, an HTML page, a mail (.eml), a PDF with text or a Word document"


@_command
def draft(
    ctx: typer.Context,
    files: Annotated[
        list[str], typer.Argument(metavar="FILE", help="announcements: text, HTML, eml, pdf, docx; - for standard input")
    ],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="DIR", help="write each call file there, such as rules")
    ] = None,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="with -o: replace files that are there")] = False,
) -> None:
    """An announcement (text, HTML, eml, pdf, docx) to a call file.

    Above each field stands the line it was taken from, and `please check` where a person should look. What the announcement
    does not say is left out. Without -o the file is shown, and nothing is written.
    """
    session: Session = ctx.obj
    from mailbot.reader import Killable

    failed = False
    with closing(Killable()) as reader:
        reader.warm()
        for file in files:
            try:
                _one(session.terminal, file, reader, output, overwrite=overwrite)
            except (OSError, MailbotError) as error:
                plain = f"{one_line(file)}: {getattr(error, 'strerror', '') or 'cannot be read'}"
                what = error.what if isinstance(error, MailbotError) else plain
                mend = getattr(error, "mend", "") or f"name a file: {_KINDS}"
                session.terminal.error(what, code="unreadable", mend=mend)
                failed = True
    if failed:
        raise Unsuccessful


def _one(terminal: Terminal, file: str, reader: "Killable", output: Path | None, *, overwrite: bool) -> None:
    from mailbot.core.announcement.drafted import drafted, slug_of

    its = _read(file, reader)
    terminal.record(**as_object(file, its))
    text = drafted(its, Path(file).name if file != "-" else "standard input")
    if output is not None:
        _write(terminal, output / f"{slug_of(its)}.yaml", text, overwrite=overwrite)
    elif not terminal.json:
        terminal.out.write(text)
        terminal.out.flush()
    _tell(terminal, one_line(file), text)


def _read(file: str, reader: "Killable") -> "Draft":
    """In the worker: what is hostile there hurts nobody."""
    from mailbot.commands.reasons import reason
    from mailbot.core.announcement.announced import NotDrafted, announced

    content = sys.stdin.buffer.read(_MOST + 1) if file == "-" else _content(Path(file))
    if len(content) > _MOST:
        raise MailbotError(f"{one_line(file)} has more than 30 MB", mend="save the announcement alone, without pictures")
    found = reader.do(announced, content, file)
    if isinstance(found, str):
        raise MailbotError(f"{one_line(file)} could not be read ({reason(found)})", mend="save its text as .txt and try that")
    if isinstance(found, NotDrafted):
        mend = f"mailbot drafts from {_KINDS}; save its text as .txt and try that"
        raise MailbotError(f"{one_line(file)} has no words to draft from ({reason(found.reason)})", mend=mend)
    return found


def _content(file: Path) -> bytes:
    with file.open("rb") as opened:
        return opened.read(_MOST + 1)


def _write(terminal: Terminal, file: Path, text: str, *, overwrite: bool) -> None:
    from mailbot.disk import RealDisk

    if file.exists() and not overwrite:
        mend = "nothing was changed; add --overwrite to replace it, or name another folder"
        raise MailbotError(f"{one_line(file)} is there already", mend=mend)
    disk = RealDisk()
    disk.make_folder(file.parent)
    aside = file.with_name(f".{file.name}.part")
    disk.write(aside, [text.encode()])
    disk.rename(aside, file)
    disk.flush_folder(file.parent)
    terminal.changed(f"Wrote {one_line(file)}")


def _tell(terminal: Terminal, file: str, text: str) -> None:
    """How much is to be checked, and what keeps it from opening as a call; on standard error, so that the file can be piped."""
    from mailbot.core.call import parse_call

    checks = text.count("# please check: ")
    if checks:
        terminal.note(f"{file}: {checks} {'place says' if checks == 1 else 'places say'} `please check`")
    try:
        parse_call(text, file)
    except Problems as problems:
        missing = [problem.what for problem in problems.problems]
        terminal.note(f"{file}: before it opens as a call: {'; '.join(missing)}")


def as_object(path: str, its: "Draft") -> dict[str, object]:
    """The object of `--json`; its keys are promised in the reference."""
    zone, deadline, way = its.times.zone, its.times.deadline, its.channel.way
    where = its.channel.address or its.channel.form
    meetings = [
        {"start": one.value.start.isoformat(), "end": one.value.end.isoformat() if one.value.end else None}
        for one in its.times.meetings
    ]
    return {
        "path": path,
        "title": its.title.value if its.title else None,
        "language": its.language,
        "meeting": meetings or None,
        "timezone": zone.value if zone else None,
        "deadline": deadline.value.isoformat() if deadline else None,
        "deadline_explicit_time": its.times.explicit_time,
        "questions": [question.value.text for question in its.questions],
        "decoy_questions": [other.value for other in its.others],
        "contacts": [{"name": contact.value.name, "email": contact.value.address} for contact in its.contacts],
        "submission": {"channel": str(way.value) if way else None, "address": where.value if where else None},
        "audience": its.audience.value if its.audience else None,
        "places_limited": its.places is not None,
        "language_of_work": its.language_of_work.value if its.language_of_work else None,
        "doubts": [{"field": field, "why": why} for field, why in its.doubts],
    }
