"""The check as it came back against the answers as they stand: what may leave, and every mistake at once."""

import re
from collections.abc import Iterator, Mapping, Sequence

from mailbot.core.call import Call
from mailbot.core.paper.redact import Redactor, shown
from mailbot.core.paper.shapes import Checked, Passage
from mailbot.core.paper.wording import placeholders
from mailbot.errors import Problem

_LONGEST = 60  # characters of what is still there that are shown
_AGAIN = "write the check anew, and look at this answer again"
_COLUMN = "the redacted copy"


def judged(
    rows: Sequence[Checked], passages: Sequence[Passage], call: Call, redactor: Redactor, file: str
) -> tuple[Mapping[int, Sequence[str]], list[Problem]]:
    """The copies that are released, by number of the question in the order of `passages`, and what is wrong with the rows.

    A row that is not ticked is never wrong. One that is ticked must be of an answer that stands as it stood, named once, and
    hold no identifier. file: only for the problems; their lines are rows of the sheet.
    """
    by_id = {passage.id: passage for passage in passages}
    questions = {question.id for question in call.questions}
    copies: dict[str, str] = {}
    problems: list[Problem] = []
    for row in rows:
        if not row.released:
            continue
        copy = shown(row.copy)
        found = list(_wrong(row, copy, by_id, copies, questions, redactor))
        problems += [Problem(file, row.row, what, mend) for what, mend in found]
        if not found:
            copies[row.id] = copy
    if not copies and not problems:
        problems.append(
            Problem(file, None, "no answer is released", "put an x into the column `release?` of those that may leave")
        )
    released: dict[int, list[str]] = {}
    for passage in passages:
        if passage.id in copies:
            released.setdefault(passage.question, []).append(copies[passage.id])
    return released, problems


def _wrong(
    row: Checked, copy: str, by_id: Mapping[str, Passage], copies: Mapping[str, str], questions: set[str], redactor: Redactor
) -> Iterator[tuple[str, str]]:
    if row.id in copies:
        yield f"{row.id} is ticked in an earlier row too", "keep one of the two rows"
    elif row.id not in by_id:
        if row.id.rpartition("-")[0] in questions:
            yield "the answer was changed or withdrawn after the check was written", _AGAIN
        else:
            yield f"`{row.id[:_LONGEST]}` is the id of no answer of this call", "leave the column `id` as it was written"
    if not copy:
        yield f"{_COLUMN} is empty", "delete the x, or write what may leave"
    for mark in redactor.certain(_without_placeholders(copy)):
        said = " ".join(copy[mark.start : mark.end].split())[:_LONGEST]
        yield f"{_COLUMN} still holds “{said}” ({mark.why})", "put a word such as [name] in its place"


_BRACKETED = re.compile("|".join(re.escape(word) for word in placeholders()))


def _without_placeholders(copy: str) -> str:
    """The same places with blanks where our own words in brackets stand: somebody may be called Ort."""
    return _BRACKETED.sub(lambda found: " " * len(found.group()), copy)
