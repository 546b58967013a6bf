"""`mailbot show`: one submission with its answers as they stand, every version, what was done about it, and its source."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mailbot.commands.making import single
from mailbot.commands.submissions import READING, entry_object, outage_object
from mailbot.errors import NotFound
from mailbot.terminal import WrongUse, nearest

if TYPE_CHECKING:
    from datetime import datetime

    from mailbot.app import App
    from mailbot.cli import Session
    from mailbot.core.announced import Judged, Version
    from mailbot.core.call import Call
    from mailbot.core.submission import Revision, Submission
    from mailbot.core.tally import Entry
    from mailbot.terminal import Terminal

show_app, _show = single("show")
APPS = {"show": show_app}


@_show
def show(
    ctx: typer.Context,
    reference: Annotated[str, typer.Argument(metavar="REFERENCE", help="as in the acknowledgement")],
    proof: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="write one file (zip) that proves when its mails came; - for standard output"),
    ] = None,
    offline: Annotated[
        bool, typer.Option("--offline", help="with --proof: do not ask the DNS for the keys of signatures")
    ] = False,
) -> None:
    """One submission: its answers, every version, what was done about it, and the mails it came from.

    With --proof all that tells when each of its mails came and how it was judged goes into one file: the raw mails, what the
    servers wrote on them, signatures verified again, the deadline as announced then and as it stands, the audit trail.
    """
    from mailbot.commands import surroundings

    session: Session = ctx.obj
    if offline and proof is None:
        raise WrongUse("--offline belongs to --proof", mend="name a file with --proof, or leave it out")
    with surroundings.app(session) as app:
        entry = app.store.submission(spelled(reference)) or app.store.submission(reference.strip())
        if entry is None:
            known = [s.reference for its in app.calls() for s in app.store.submissions(its.slug)]
            mend = nearest(spelled(reference), known) if known else f"there is none yet; mail becomes one by {READING}"
            raise NotFound(f"no submission {reference}", mend=mend)
        if proof is not None:
            from mailbot.commands.proof import write

            write(session.terminal, app, entry, proof, offline=offline)
            return
        _page(session.terminal, app, entry)


def spelled(reference: str) -> str:
    """As it was given out, `BVZR-S6G8-SVN3`, however somebody types it: in lower case, without hyphens or with blanks."""
    letters = "".join(c for c in reference.upper() if c.isalnum())
    return "-".join(letters[i : i + 4] for i in range(0, len(letters), 4))


def _page(terminal: "Terminal", app: "App", submission: "Submission") -> None:
    from mailbot.callstates import versions
    from mailbot.commands import alike, fared, surroundings
    from mailbot.commands.words import instant
    from mailbot.core.tally import entry

    its = surroundings.call(app, submission.call)
    known = versions(app.store, its.slug)
    one = entry(submission, its, known)
    history = app.store.audit(submission.reference)
    returned = [r for r in app.store.returned_letters(its.slug) if r.reference == submission.reference]
    few = app.store.how_many(its.slug) <= alike.MOST
    pairs = alike.alike(app.store.submissions(its.slug)) if few else ()
    if terminal.json:
        further = fared.as_object(returned) | alike.as_object(submission.reference, pairs)
        told = [_version(app, revision, its, known) for revision in submission.revisions]
        audit = [{"at": a.at.isoformat(), "who": a.who, "what": a.what, "why": a.why} for a in history]
        terminal.record(**entry_object(one, its), **further, revisions=told, audit=audit)
        return
    terminal.say(f"{submission.reference}  {submission.address}", style="bold")
    terminal.block(f"{submission.name or 'no name'}, for {its.title}")
    for line in fared.lines(returned, its):
        terminal.block(line, "", style="bold")
    for other, pair in alike.of(submission.reference, pairs):
        terminal.block(f"Perhaps of the same person as {other}: {alike.why(pair)}", "", style="bold")
    if (taken := submission.withdrawn) is not None:
        terminal.block(f"Withdrawn {instant(taken.at, its)} by the {taken.who}: {taken.why}", style="bold")
    terminal.say()
    _answers(terminal, one, its, known)
    _history(terminal, app, submission, its, known)
    for a in history:
        terminal.block(f"{instant(a.at, its)}  {a.who}: {a.what}, {a.why}", style="dim")


def _version(app: "App", revision: "Revision", call: "Call", versions: "Sequence[Version]") -> dict[str, object]:
    from mailbot.core.announced import judged

    twice = judged(revision.received_at, call, versions)
    numbers = {question.id: number for number, question in enumerate(call.questions, 1)}
    return {
        "version": revision.version,
        "counts": revision.counts,
        "why": revision.why,
        "received_at": revision.received_at.isoformat(),
        "timeliness": twice.now.value,
        "timeliness_as_announced": twice.then.value,
        "outage": outage_object(revision.received_at, call),
        "authentication": revision.authentication.value,
        "intent": revision.intent.value,
        "message_id": revision.message_id,
        "source": app.store.mail(revision.mail_id).sha256,
        "answers": [
            {
                "question": numbers.get(a.question_id),
                "id": a.question_id,
                "text": a.text,
                "how": a.how.value,
                "source": a.source,
            }
            for a in revision.answers
        ],
        "unplaced": revision.unplaced,
    }


def _answers(terminal: "Terminal", entry: "Entry", call: "Call", versions: "Sequence[Version]") -> None:
    """The current view: each question of today with the answer that stands; then what was asked before and answered."""
    for number, question in enumerate(call.questions, 1):
        terminal.block(f"{number}. {question.text}", style="bold")
        found = entry.answers.get(question.id)
        terminal.block(found.text if found else "nothing found", "     ", style="" if found else "dim")
    today = {question.id for question in call.questions}
    for slug, answer in entry.answers.items():
        if slug not in today:
            terminal.block(f"No longer asked: {_asked_as(slug, versions)}", style="bold")
            terminal.block(answer.text, "     ")


def _asked_as(slug: str, versions: "Sequence[Version]") -> str:
    """A question as it was asked last."""
    asked = [question.text for version in versions for question in version.call.questions if question.id == slug]
    return asked[-1] if asked else slug


def _history(terminal: "Terminal", app: "App", entry: "Submission", call: "Call", versions: "Sequence[Version]") -> None:
    from mailbot.commands.words import apart, instant, some

    terminal.say()
    for revision in entry.revisions:
        mail = app.store.mail(revision.mail_id)
        counts = f"counts ({revision.why})" if revision.counts else f"kept apart: {apart(revision.why)}"
        terminal.block(f"Version {revision.version}, {counts}", "", style="bold")
        terminal.block(f"received {instant(revision.received_at, call)}, {_timely(revision.received_at, call, versions)}")
        terminal.block(
            f"sender {revision.authentication.value}, {revision.intent.value}, {some(len(revision.answers), 'answer')}"
        )
        terminal.block(f"source mail {mail.id}, sha256 {mail.sha256}")
        if not revision.counts:
            _apart(terminal, revision, call, versions)
    terminal.say()


def _apart(terminal: "Terminal", revision: "Revision", call: "Call", versions: "Sequence[Version]") -> None:
    """What a version says that does not count: nowhere else can a person read it."""
    texts = {question.id: f"{number}. {question.text}" for number, question in enumerate(call.questions, 1)}
    for answer in revision.answers:
        asked = texts.get(answer.question_id) or f"No longer asked: {_asked_as(answer.question_id, versions)}"
        terminal.block(asked, "    ", style="dim")
        terminal.block(answer.text, "       ")
    if revision.unplaced:
        terminal.block("Own words that answer none of the questions:", "    ", style="dim")
        terminal.block(revision.unplaced, "       ")


def _timely(received_at: "datetime", call: "Call", versions: "Sequence[Version]") -> str:
    """`on time`, and where the deadline was moved since then, by which one; and the outage it came in, where it is late."""
    from mailbot.commands.words import instant
    from mailbot.core.announced import judged
    from mailbot.core.deadline import outage

    told = _said_twice(judged(received_at, call, versions))
    found = outage(received_at, call)
    if found is None:
        return told
    return f"{told}; in the outage from {instant(found.begin, call)} to {instant(found.end, call)}: {found.why}"


def _said_twice(twice: "Judged") -> str:
    from mailbot.commands.words import TIMELINESS, instant
    from mailbot.core.deadline import instant as last_instant

    if not twice.differ:
        return TIMELINESS[twice.now]
    announced = instant(last_instant(twice.call), twice.call)
    return f"{TIMELINESS[twice.now]}; {TIMELINESS[twice.then]} by the deadline announced then, {announced}"
