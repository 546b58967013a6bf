"""`mailbot show REFERENCE --proof FILE`: one file that proves when the mails of a submission came and how they were judged."""

import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from mailbot.errors import MailbotError, one_line
from mailbot.terminal import WrongUse

if TYPE_CHECKING:
    from mailbot.app import App
    from mailbot.core.proof.case import Case
    from mailbot.core.submission import Submission
    from mailbot.terminal import Terminal

_STANDARD_OUTPUT = Path("-")


def write(terminal: "Terminal", app: "App", submission: "Submission", file: Path, *, offline: bool) -> None:
    """Nothing is overwritten, and a file that is there is whole."""
    if file == _STANDARD_OUTPUT and terminal.json:
        raise WrongUse("--json and a proof cannot both go to standard output", mend="name a file for the proof")
    if file != _STANDARD_OUTPUT and file.exists():
        raise MailbotError(f"{one_line(file)} is there already", mend="nothing was changed; name another file")
    case, octets = _made(app, submission, offline=offline)
    if file == _STANDARD_OUTPUT:
        sys.stdout.buffer.write(octets)
        sys.stdout.buffer.flush()
        return
    _place(file, octets)
    _tell(terminal, case, file, len(octets))


def _made(app: "App", submission: "Submission", *, offline: bool) -> "tuple[Case, bytes]":
    from mailbot import __version__
    from mailbot.app import dns_of
    from mailbot.callstates import versions
    from mailbot.commands import surroundings
    from mailbot.keyrecords import nothing_asked
    from mailbot.proofs import Proofs
    from mailbot.reader import Killable

    call = surroundings.call(app, submission.call)
    with closing(Killable()) as worker:
        worker.warm()
        lookup = nothing_asked if offline else dns_of(app.settings)
        proofs = Proofs(app.store, app.archive, worker, lookup, app.own, f"mailbot {__version__}")
        return proofs.of(submission, call, versions(app.store, call.slug), datetime.now(UTC).replace(microsecond=0))


def _place(file: Path, octets: bytes) -> None:
    from mailbot.disk import RealDisk

    disk, aside = RealDisk(), file.with_name(f".{file.name}.part")
    try:
        disk.write(aside, [octets])
        disk.rename(aside, file)
        disk.flush_folder(file.parent)
    except OSError as error:
        what = f"{one_line(file)} cannot be written: {error.strerror or type(error).__name__}"
        raise MailbotError(what, mend="name a file in a folder that is there and may be written to") from error


def _tell(terminal: "Terminal", case: "Case", file: Path, size: int) -> None:
    from mailbot.commands.words import some

    reference, mails = case.submission.reference, len(case.files)
    terminal.record(reference=reference, proof=str(file), size=size, mails=mails, sha256=list(case.files.values()))
    terminal.changed(f"Wrote {one_line(file)}: {some(mails, 'mail')} of {reference}; README.txt in it says what it proves.")
