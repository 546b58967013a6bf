"""`mailbot submissions` and `mailbot show`: who answered, and one entry with its history and source."""

from typing import TYPE_CHECKING, Annotated

import typer

from mailbot.commands.making import single
from mailbot.errors import NotFound
from mailbot.terminal import Column, nearest

if TYPE_CHECKING:
    from mailbot.app import App
    from mailbot.cli import Session
    from mailbot.core.call import Call
    from mailbot.core.submission import Revision, Submission
    from mailbot.terminal import Terminal

submissions_app, _submissions = single("submissions")
show_app, _show = single("show")
APPS = {"submissions": submissions_app, "show": show_app}

_COLUMNS = (
    Column("reference"),
    Column("address", flex=True),
    Column("name", flex=True),
    Column("first received", flex=True),
    Column("in time"),
    Column("answered", right=True),
    Column("versions", right=True),
)


_READING = "`mailbot run` or `mailbot once`"


@_submissions
def submissions(
    ctx: typer.Context, call: Annotated[str, typer.Argument(metavar="CALL", help="its slug, as in `mailbot calls`")]
) -> None:
    """Who answered a call: reference, address, in time or not, how many questions."""
    from mailbot.commands import surroundings
    from mailbot.commands.words import some

    session: Session = ctx.obj
    terminal = session.terminal
    with surroundings.app(session) as app:
        its = surroundings.call(app, call)
        entries = app.store.submissions(its.slug)
        for entry in entries:
            terminal.record(**_object(entry, its))
        if not entries:
            terminal.changed(f"No submission to {its.slug} yet: replies to {_addresses(its)} become one by {_READING}.")
            return
        terminal.table(_COLUMNS, [_row(entry, its) for entry in entries])
        terminal.changed(f"{some(len(entries), 'submission')} to {its.slug}.")


@_show
def show(
    ctx: typer.Context, reference: Annotated[str, typer.Argument(metavar="REFERENCE", help="as in the acknowledgement")]
) -> None:
    """One submission: its answers, every version, what was done about it, and the mails it came from."""
    from mailbot.commands import surroundings

    session: Session = ctx.obj
    with surroundings.app(session) as app:
        entry = app.store.submission(spelled(reference)) or app.store.submission(reference.strip())
        if entry is None:
            known = [s.reference for its in app.calls() for s in app.store.submissions(its.slug)]
            mend = nearest(spelled(reference), known) if known else f"there is none yet; mail becomes one by {_READING}"
            raise NotFound(f"no submission {reference}", mend=mend)
        _page(session.terminal, app, entry)


def _addresses(call: "Call") -> str:
    return " or ".join(call.addresses)


def spelled(reference: str) -> str:
    """As it was given out, `BVZR-S6G8-SVN3`, however somebody types it: in lower case, without hyphens or with blanks."""
    letters = "".join(c for c in reference.upper() if c.isalnum())
    return "-".join(letters[i : i + 4] for i in range(0, len(letters), 4))


def answered(entry: "Submission") -> set[int]:
    """Numbers of the questions that have an answer which stands."""
    from mailbot.core.submission import current

    return {answer.question for answer in current(entry)}


def _row(entry: "Submission", call: "Call") -> list[str]:
    from mailbot.commands.words import TIMELINESS, instant
    from mailbot.core.submission import decisive

    first = decisive(entry.revisions)
    return [
        entry.reference,
        entry.address,
        entry.name,
        instant(first.received_at, call),
        TIMELINESS[first.timeliness],
        f"{len(answered(entry))}/{len(call.questions)}",
        str(len(entry.revisions)),
    ]


def _object(entry: "Submission", call: "Call") -> dict[str, object]:
    from mailbot.core.submission import decisive

    first = decisive(entry.revisions)
    return {
        "reference": entry.reference,
        "call": entry.call,
        "address": entry.address,
        "name": entry.name,
        "received_at": first.received_at.isoformat(),
        "timeliness": first.timeliness.value,
        "answered": sorted(answered(entry)),
        "unanswered": [n for n in range(1, len(call.questions) + 1) if n not in answered(entry)],
        "versions": len(entry.revisions),
    }


def _page(terminal: "Terminal", app: "App", entry: "Submission") -> None:
    from mailbot.commands import surroundings
    from mailbot.commands.words import instant

    its = surroundings.call(app, entry.call)
    history = app.store.audit(entry.reference)
    if terminal.json:
        versions = [_version(app, revision) for revision in entry.revisions]
        audit = [{"at": a.at.isoformat(), "who": a.who, "what": a.what, "why": a.why} for a in history]
        terminal.record(**_object(entry, its), revisions=versions, audit=audit)
        return
    terminal.say(f"{entry.reference}  {entry.address}", style="bold")
    terminal.block(f"{entry.name or 'no name'}, for {its.title}")
    terminal.say()
    _answers(terminal, entry, its)
    _history(terminal, app, entry, its)
    for a in history:
        terminal.block(f"{instant(a.at, its)}  {a.who}: {a.what}, {a.why}", style="dim")


def _version(app: "App", revision: "Revision") -> dict[str, object]:
    return {
        "version": revision.version,
        "counts": revision.counts,
        "why": revision.why,
        "received_at": revision.received_at.isoformat(),
        "timeliness": revision.timeliness.value,
        "authentication": revision.authentication.value,
        "intent": revision.intent.value,
        "message_id": revision.message_id,
        "source": app.store.mail(revision.mail_id).sha256,
        "answers": [{"question": a.question, "text": a.text, "how": a.how.value, "source": a.source} for a in revision.answers],
        "unplaced": revision.unplaced,
    }


def _answers(terminal: "Terminal", entry: "Submission", call: "Call") -> None:
    """The current view: each question with its newest counting answer."""
    from mailbot.core.submission import current

    standing = {answer.question: answer for answer in current(entry)}
    for number, question in enumerate(call.questions, 1):
        terminal.block(f"{number}. {question.text}", style="bold")
        found = standing.get(number)
        terminal.block(found.text if found else "nothing found", "     ", style="" if found else "dim")


def _history(terminal: "Terminal", app: "App", entry: "Submission", call: "Call") -> None:
    from mailbot.commands.words import TIMELINESS, apart, instant, some

    terminal.say()
    for revision in entry.revisions:
        mail = app.store.mail(revision.mail_id)
        counts = f"counts ({revision.why})" if revision.counts else f"kept apart: {apart(revision.why)}"
        terminal.block(f"Version {revision.version}, {counts}", "", style="bold")
        terminal.block(f"received {instant(revision.received_at, call)}, {TIMELINESS[revision.timeliness]}")
        terminal.block(
            f"sender {revision.authentication.value}, {revision.intent.value}, {some(len(revision.answers), 'answer')}"
        )
        terminal.block(f"source mail {mail.id}, sha256 {mail.sha256}")
        if not revision.counts:
            _apart(terminal, revision, call)
    terminal.say()


def _apart(terminal: "Terminal", revision: "Revision", call: "Call") -> None:
    """What a version says that does not count: nowhere else can a person read it."""
    for answer in revision.answers:
        known = 0 < answer.question <= len(call.questions)
        terminal.block(f"{answer.question}. {call.questions[answer.question - 1].text if known else ''}", "    ", style="dim")
        terminal.block(answer.text, "       ")
    if revision.unplaced:
        terminal.block("Own words that answer none of the questions:", "    ", style="dim")
        terminal.block(revision.unplaced, "       ")
