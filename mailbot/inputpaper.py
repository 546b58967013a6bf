"""The input paper: the check written for a person, and the paper made of what that person released."""

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from typing import Protocol

from mailbot.core.call import Call
from mailbot.core.entries import entry
from mailbot.core.paper.checking import judged
from mailbot.core.paper.markdown import markdown
from mailbot.core.paper.redact import Redactor
from mailbot.core.paper.shapes import Paper
from mailbot.core.submission import Submission
from mailbot.core.when import zone_info
from mailbot.disk import Disk, RealDisk
from mailbot.errors import MailbotError, Problems, one_line
from mailbot.papers import check_sheet
from mailbot.papers.word import word
from mailbot.store import AuditEntry

VERB = "input-paper"
"""In the audit trail."""


class Telling(Protocol):
    def tell(self, entry: AuditEntry) -> None: ...


class Entries(Protocol):
    """What is asked of the store: see mailbot.store.Store."""

    def submissions(self, call: str) -> list[Submission]: ...
    def numbers(self, call: str) -> dict[str, int]: ...
    def choosing(self, call: str) -> AbstractContextManager[Telling]: ...


def write_check(store: Entries, call: Call, path: Path, key: bytes, *, late: bool = False, disk: Disk | None = None) -> int:
    """Write the check of a call's answers to an .xlsx; how many answers it has.

    key: that of the machine, see App.key. late: whether answers that came too late are in it. A file that is there already is
    never replaced: somebody may have ticked in it. Raises MailbotError where there is nothing to check, or nowhere to write.
    """
    _check_target(path, (".xlsx",))
    passages = _redactor(store, call).passages(key, late=late)
    if not passages:
        raise MailbotError(f"{call.slug} has no answer that counts", mend="`mailbot submissions` lists what came")
    questions = {number: question.text for number, question in enumerate(call.questions, 1)}
    _save(path, check_sheet.write(passages, questions, call.title), disk or RealDisk())
    return len(passages)


def write_paper(
    store: Entries, call: Call, check: Path, path: Path, key: bytes, now: datetime, who: str, *, disk: Disk | None = None
) -> Paper:
    """Make the paper of the rows that are ticked in a check, as .docx or .md; it is in the audit trail before it is there.

    Raises Problems with all that is wrong in the check, MailbotError where nothing can be read or written.
    """
    disk = disk or RealDisk()
    _check_target(path, (".docx", ".md"))
    shown = one_line(check)
    rows, problems = check_sheet.read(_content(check, disk), shown)
    redactor = _redactor(store, call)
    passages = redactor.passages(key, late=True)
    released, found = judged(rows, passages, call, redactor, shown)
    if problems or found:
        raise Problems(sorted([*problems, *found], key=lambda problem: problem.line or 0))
    paper = _paper(call, released, now)
    content = word(paper) if path.suffix.casefold() == ".docx" else markdown(paper).encode()
    temporary = _aside(path, content, disk)
    with store.choosing(call.slug) as unit:
        unit.tell(AuditEntry(now, who, VERB, call.slug, f"{paper.answers} answers, each released by a person"))
    _rename(temporary, path, disk)
    return paper


def _redactor(store: Entries, call: Call) -> Redactor:
    submissions, numbers = store.submissions(call.slug), store.numbers(call.slug)
    entries = [entry(one, numbers[one.reference], call) for one in submissions if one.reference in numbers]
    return Redactor(entries, call, _signatures(submissions))


def _signatures(submissions: Sequence[Submission]) -> Mapping[str, Sequence[str]]:
    return {one.reference: [version.signature for version in one.revisions if version.signature] for one in submissions}


def _paper(call: Call, released: Mapping[int, Sequence[str]], now: datetime) -> Paper:
    sections = [(question.text, tuple(released.get(number, ()))) for number, question in enumerate(call.questions, 1)]
    return Paper(call.title, call.language, now.astimezone(zone_info(call.zone)).date(), sections)


def _check_target(path: Path, suffixes: Sequence[str]) -> None:
    if path.suffix.casefold() not in suffixes:
        raise MailbotError(f"{one_line(path)} does not end in {' or '.join(suffixes)}", mend="name such a file")
    if path.exists():
        raise MailbotError(f"{one_line(path)} is there already, and somebody may have worked in it", mend="name another file")


def _content(path: Path, disk: Disk) -> bytes:
    try:
        if (disk.size(path) or 0) > check_sheet.MOST_BYTES:
            raise MailbotError(f"{one_line(path)} is too large for a check", mend="write the check anew")
        return disk.read(path)
    except OSError as error:
        raise MailbotError(f"{one_line(path)}: {error.strerror}", mend="name the check that was looked over") from error


def _save(path: Path, content: bytes, disk: Disk) -> None:
    _rename(_aside(path, content, disk), path, disk)


def _aside(path: Path, content: bytes, disk: Disk) -> Path:
    """Written and flushed beside its place, for nobody else to read."""
    temporary = path.with_name(f".{path.name}.part")
    try:
        disk.write(temporary, [content])
    except OSError as error:
        raise MailbotError(f"{one_line(path)}: {error.strerror}", mend="name a folder that can be written to") from error
    return temporary


def _rename(temporary: Path, path: Path, disk: Disk) -> None:
    try:
        disk.rename(temporary, path)
        disk.flush_folder(path.parent)
    except OSError as error:
        raise MailbotError(f"{one_line(path)}: {error.strerror}", mend="name a folder that can be written to") from error
