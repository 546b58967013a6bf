"""`mailbot demo`: see it work, with both example calls and a mailbox of replies."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mailbot.commands.making import single
from mailbot.terminal import Column

if TYPE_CHECKING:
    from mailbot.cli import Session
    from mailbot.core.letter import Letter
    from mailbot.demo.play import Came, Ended
    from mailbot.terminal import Terminal

app, _command = single("demo")
APPS = {"demo": app}

NEXT = "init my-call"
_A_SCREEN = 40  # lines

_COLUMNS = (
    Column("from"),
    Column("became"),
    Column("in time"),
    Column("answers", right=True, named=True),
    Column("letter", named=True),
)


@_command
def demo(
    ctx: typer.Context,
    exit_: Annotated[bool, typer.Option("--exit", help="end by itself")] = False,
    keep: Annotated[
        Path | None, typer.Option(metavar="DIR", help="an empty or new folder that stays, with data and letters")
    ] = None,
) -> None:
    """See it work: two calls, a mailbox of realistic replies, and the letters that go out.

    Runs the real engine in a folder of its own, on this machine only. Needs no settings and sends nothing to anybody.
    """
    session: Session = ctx.obj
    terminal = session.terminal
    from mailbot.commands.words import called
    from mailbot.demo import folder
    from mailbot.demo.play import play
    from mailbot.demo.stage import MAILS
    from mailbot.log import configure

    configure(level="error")
    total = len(list(MAILS.glob("*.eml")))
    with folder(keep) as place, terminal.progress("Reading replies", total) as steps:
        ended = play(place, steps)
    _show(terminal, ended)
    if keep is not None:
        terminal.say(f"Kept in {keep}: mailbox/, data/, letters/ (open them in a mail program).")
    if not exit_:
        terminal.say("The page for organisers comes with a later version; until then the demo ends here.")
    terminal.say("Next, a call of your own:")
    terminal.say(f"  {called()} {NEXT}")


def _show(terminal: "Terminal", ended: "Ended") -> None:
    for one in ended.came:
        terminal.record(**as_object(one))
    terminal.say()
    for slug in sorted(dict.fromkeys(one.mail.call for one in ended.came), key=lambda slug: slug is None):
        came = [one for one in ended.came if one.mail.call == slug]
        title = came[0].call.title if came[0].call else "Belongs to no call"
        terminal.listing(_COLUMNS, [(_row(one), _below(one)) for one in came], title)
        terminal.say()
    _letters(terminal, ended)
    _numbers(terminal, ended)


def as_object(one: "Came") -> dict[str, object]:
    """One mail for scripts."""
    reading, timeliness = one.reading, one.reading.timeliness
    return {
        "file": one.file,
        "sender": one.mail.sender,
        "about": one.about,
        "subject": reading.subject,
        "call": one.mail.call,
        "kind": one.mail.kind,
        "became": one.mail.became.value if one.mail.became else None,
        "reason": one.mail.reason,
        "timeliness": timeliness.value if timeliness else None,
        "answered": [answer.question for answer in reading.answers],
        "questions": len(one.call.questions) if one.call else 0,
        "reference": one.mail.reference,
        "letter": one.letter is not None,
    }


def _row(one: "Came") -> list[str]:
    from mailbot.commands.words import BECAME, TIMELINESS
    from mailbot.core.submission import Became

    reading, mail = one.reading, one.mail
    counts = mail.became in (Became.new, Became.revision, Became.duplicate)
    answered = len({answer.question for answer in reading.answers})
    return [
        reading.sender.name or mail.sender or "unclear",
        BECAME[mail.became] if mail.became else "not yet read",
        TIMELINESS[reading.timeliness] if counts and reading.timeliness else "",
        f"{answered}/{len(one.call.questions)}" if counts and one.call else "",
        one.letter.letter.language if one.letter else "",
    ]


def _below(one: "Came") -> str:
    """What kind of mail it is, and why nothing counts where nothing does."""
    from mailbot.core.submission import Became

    why = ""
    if one.mail.became in (Became.not_a_submission, Became.quarantined, Became.kept_apart, Became.request):
        why = f" → {(one.mail.reason or '').removesuffix('-for-a-person').replace('-', ' ')}"
    return one.about + why


def _letters(terminal: "Terminal", ended: "Ended") -> None:
    from mailbot.commands.letters import readable

    columns = (Column("to", flex=True), Column("letter"), Column("reference"), Column("language"))
    sent = [row.letter for row in ended.letters]
    rows = [(letter.recipient, letter.kind.replace("_", " "), letter.about or "none", letter.language) for letter in sent]
    terminal.table(columns, rows, "Letters that went out")
    if ended.taken:
        terminal.say()
        terminal.say("The first of them, as the relay got it", style="bold")
        terminal.block(readable(ended.taken[0].raw))
        terminal.say()
    _digest(terminal, [letter for letter in sent if letter.kind == "digest"])


def _digest(terminal: "Terminal", digests: "Sequence[Letter]") -> None:
    """The first digest, as far as a screen holds it, who else got one, and what came with it."""
    from mailbot.commands.letters import files, readable
    from mailbot.commands.words import some

    for first in digests[:1]:
        terminal.say("What the contacts of a call hear of it", style="bold")
        terminal.block(_beginning(readable(first.raw)))
        charts = [name for name in files(first.raw) if name.endswith(".png")]
        sheets = [name for name in files(first.raw) if name not in charts]
        others = len({letter.recipient for letter in digests}) - 1
        terminal.say()
        terminal.say(
            "Below that: who is new, who lacks an answer, and how to choose by replying. "
            f"With it come charts ({', '.join(charts)}) and a sheet with every answer ({', '.join(sheets)}). "
            f"{some(others, 'other contact')} got one too."
        )
        terminal.say()


def _beginning(text: str) -> str:
    """The first lines, whole paragraphs of them."""
    lines = text.splitlines()[:_A_SCREEN]
    while lines and lines[-1]:
        lines.pop()
    return "\n".join(lines).rstrip()


def _numbers(terminal: "Terminal", ended: "Ended") -> None:
    from mailbot.commands.words import outcomes, some

    became = Counter(one.mail.became for one in ended.came if one.mail.became)
    terminal.say(f"{some(len(ended.came), 'mail')}: {outcomes(became)}.")
    terminal.say(
        f"{some(len(ended.taken), 'letter')} went out, each marked as a demo; the relay kept them, nobody was written to."
    )
