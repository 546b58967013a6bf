"""`mailbot outbox edit`: other words in a letter that waits for approval."""

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from mailbot.core.letter import LetterState
from mailbot.errors import MailbotError, one_line
from mailbot.terminal import WrongUse

if TYPE_CHECKING:
    from mailbot.app import App
    from mailbot.core.letter import OutboxRow
    from mailbot.terminal import Terminal

_OWN = "own words of a person"


def edit(app: "App", terminal: "Terminal", row: "OutboxRow", file: str) -> None:
    """Put the text of a file into a held letter; its HTML is made of it, all else stays. file: `-` is standard input."""
    from mailbot.core.editing import LONGEST, edited, lost

    letter = row.letter
    calls = [its for its in app.calls() if its.slug == letter.call]
    if not calls:
        raise MailbotError(f"letter {row.id} is about no call of rules/", mend="cancel it and write yourself")
    text = _text(file)
    again = f"take the text as it is now (`mailbot outbox show {row.id} --text`) and change that"
    if not text.strip():
        raise WrongUse("there are no words in it", mend=again)
    if len(text) > LONGEST:
        raise WrongUse(f"{len(text):,} characters are too many", mend=f"at most {LONGEST:,}")
    gone = lost(letter, text)
    if gone:
        raise WrongUse(f"{gone[0]} is not in it, by which an answer is known", mend=again)
    raw = edited(letter, text, calls[0], app.letters.templates)
    if raw == letter.raw:
        terminal.changed(f"Letter {row.id} says that already.")
        return
    if not app.store.replace_letter(row.id, raw, datetime.now(UTC), "operator", _OWN):
        raise MailbotError(f"letter {row.id} is not held any more", mend="look at `mailbot outbox`")
    terminal.record(id=row.id, state=LetterState.held.value, edited=True)
    terminal.changed(f"Letter {row.id} has other words now; it waits for approval: mailbot outbox show {row.id}")


def _text(file: str) -> str:
    try:
        content = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except OSError as error:
        raise MailbotError(f"{one_line(file)}: {error.strerror}", mend="name a file with the text of the letter") from error
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise MailbotError(f"{one_line(file)} is not text in UTF-8", mend="save it as UTF-8") from None
