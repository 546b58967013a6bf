"""`mailbot submissions`: who answered a call."""

from typing import TYPE_CHECKING, Annotated

import typer

from mailbot.commands.making import single
from mailbot.terminal import Column

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from mailbot.cli import Session
    from mailbot.core.arrival import Returned
    from mailbot.core.call import Call
    from mailbot.core.submission import Submission
    from mailbot.core.tally import Entry

submissions_app, _submissions = single("submissions")
APPS = {"submissions": submissions_app}

_COLUMNS = (
    Column("reference"),
    Column("address", flex=True),
    Column("name", flex=True),
    Column("first received", flex=True),
    Column("in time"),
    Column("answered", right=True),
    Column("versions", right=True),
)


READING = "`mailbot run` or `mailbot once`"


@_submissions
def submissions(
    ctx: typer.Context, call: Annotated[str, typer.Argument(metavar="CALL", help="its slug, as in `mailbot calls`")]
) -> None:
    """Who answered a call: reference, address, in time or not, how many questions."""
    from mailbot.callstates import versions
    from mailbot.commands import alike, fared, surroundings
    from mailbot.commands.words import some
    from mailbot.core.tally import entry

    session: Session = ctx.obj
    terminal = session.terminal
    with surroundings.app(session) as app:
        its = surroundings.call(app, call)
        known = versions(app.store, its.slug)
        listed = app.store.submissions(its.slug)
        entries, pairs = [entry(submission, its, known) for submission in listed], alike.alike(listed)
        returned = app.store.returned_letters(its.slug)
        about = _by_reference(returned)
        for one in entries:
            reference = one.submission.reference
            further = fared.as_object(about.get(reference, [])) | alike.as_object(reference, pairs)
            terminal.record(**entry_object(one, its), **further)
        if not entries:
            terminal.changed(f"No submission to {its.slug} yet: replies to {_addresses(its)} become one by {READING}.")
            return
        terminal.table(_COLUMNS, [_row(one, its, about.get(one.submission.reference, [])) for one in entries])
        for line in (*fared.not_arrived(returned, its), *alike.lines(pairs, listed)):
            terminal.block(line, "")
        uncounted = sum(not one.submission.counts for one in entries)
        but = f", {uncounted} of them {'does' if uncounted == 1 else 'do'} not count" if uncounted else ""
        terminal.changed(f"{some(len(entries), 'submission')} to {its.slug}{but}.")


def _addresses(call: "Call") -> str:
    return " or ".join(call.addresses)


def answered(entry: "Entry", call: "Call") -> list[int]:
    """Numbers of today's questions that have an answer which stands."""
    return [number for number, question in enumerate(call.questions, 1) if question.id in entry.answers]


def _by_reference(returned: "Sequence[Returned]") -> "dict[str, list[Returned]]":
    found: dict[str, list[Returned]] = {}
    for one in returned:
        found.setdefault(one.reference, []).append(one)
    return found


def _row(entry: "Entry", call: "Call", returned: "Sequence[Returned]") -> list[str]:
    from mailbot.commands.fared import NOT_ARRIVED
    from mailbot.commands.words import TIMELINESS, instant
    from mailbot.core.arrival import lost
    from mailbot.core.deadline import outage
    from mailbot.core.submission import decisive

    submission, twice = entry.submission, entry.judged
    return [
        submission.reference,
        submission.address + (f" ({NOT_ARRIVED})" if lost(returned) else ""),
        submission.name,
        instant(decisive(submission.revisions).received_at, call),
        TIMELINESS[twice.now]
        + (f" ({TIMELINESS[twice.then]} as announced)" if twice.differ else "")
        + (", in an outage" if outage(decisive(submission.revisions).received_at, call) else "")
        + _standing(submission),
        f"{len(answered(entry, call))}/{len(call.questions)}",
        str(len(submission.revisions)),
    ]


def _standing(submission: "Submission") -> str:
    if submission.withdrawn is not None:
        return ", withdrawn"
    return "" if submission.counts else ", does not count"


def entry_object(entry: "Entry", call: "Call") -> dict[str, object]:
    from mailbot.core.deadline import instant
    from mailbot.core.submission import decisive

    submission, numbers = entry.submission, answered(entry, call)
    return {
        "reference": submission.reference,
        "call": submission.call,
        "address": submission.address,
        "name": submission.name,
        "received_at": decisive(submission.revisions).received_at.isoformat(),
        "timeliness": entry.judged.now.value,
        "timeliness_as_announced": entry.judged.then.value,
        "deadline_as_announced": instant(entry.judged.call).isoformat(),
        "outage": outage_object(decisive(submission.revisions).received_at, call),
        "answered": numbers,
        "unanswered": [n for n in range(1, len(call.questions) + 1) if n not in numbers],
        "lacking": entry.lacking,
        "counts": submission.counts,
        "versions": len(submission.revisions),
        "withdrawn_at": submission.withdrawn.at.isoformat() if submission.withdrawn is not None else None,
    }


def outage_object(received_at: "datetime", call: "Call") -> dict[str, str] | None:
    """The declared outage in which a mail came late."""
    from mailbot.core.deadline import outage

    found = outage(received_at, call)
    return {"from": found.begin.isoformat(), "to": found.end.isoformat(), "why": found.why} if found else None
