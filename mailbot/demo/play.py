"""Play the demo: the real engine takes one round over the replies, and what came of each is looked up afterwards."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from mailbot.app import App
from mailbot.core.call import Call
from mailbot.core.keyed import letter_message_id
from mailbot.core.letter import LetterKind, LetterState, OutboxRow
from mailbot.core.reading import Reading
from mailbot.demo import Progress
from mailbot.demo.marking import MarkedLetters
from mailbot.demo.sink import Sink, Taken
from mailbot.demo.stage import MAILS, Clock, Played, set_up
from mailbot.engine import embedded
from mailbot.errors import MailbotError
from mailbot.reader import Killable
from mailbot.store import Mail


@dataclass(frozen=True, slots=True)
class Came:
    """What came of one mail. file: its name. about: what its author says of it. letter: the one that answers it, None if there
    is none."""

    file: str
    about: str
    mail: Mail
    reading: Reading
    call: Call | None
    letter: OutboxRow | None


@dataclass(frozen=True, slots=True)
class Ended:
    """came: in the order in which the mails were received. letters: all that were written, in their order. taken: as the
    relay got them."""

    came: Sequence[Came]
    letters: Sequence[OutboxRow]
    taken: Sequence[Taken]


_ANSWERS = (LetterKind.acknowledgement, LetterKind.withdrawal, LetterKind.passed_on, LetterKind.thanks)


def play(folder: Path, progress: Progress) -> Ended:
    """Set up the world under `folder` and let the engine do everything that is due there."""
    with Sink() as sink:
        settings = set_up(folder, sink.port)
        clock = Clock()
        app = App.open(settings, now=clock(), reader=Killable(), writer=MarkedLetters)
        try:
            app.reader.warm()
            for name, source in app.sources.items():
                app.sources[name] = Played(source, clock, progress, lambda: app.digests.round(clock()))
            for trouble in embedded.once(app, clock).values():
                if isinstance(trouble, str):
                    raise MailbotError(f"the demo's mailbox: {trouble}")
            came, letters = look_back(app), app.store.letters()
        finally:
            app.close()
    _keep_letters(folder / "letters", sink.taken)
    return Ended(came, letters, tuple(sink.taken))


def look_back(app: App) -> list[Came]:
    """Each mail of the ledger, read once more for what the ledger does not keep: subject, name, answers."""
    calls, own, about = app.calls(), app.own, _about()
    letters = {row.letter.message_id: row for row in app.store.letters(tuple(LetterState))}
    came = []
    for mail in app.store.mails():
        reading = app.reader.read(app.archive.get(mail.sha256), mail.received_at, calls, own, mailbox=mail.key.mailbox)
        call = next((call for call in calls if call.slug == mail.call), None)
        answers = (letter_message_id(kind, mail.call or "", mail.sha256, own) for kind in _ANSWERS)
        letter = next((letters[answer] for answer in answers if answer in letters), None)
        came.append(Came(mail.key.uid, about.get(mail.key.uid, ""), mail, reading, call, letter))
    return sorted(came, key=lambda one: (one.mail.received_at, one.file))


def _about() -> dict[str, str]:
    """Name of each of the demo's mails to one line: its client, and why it is there."""
    mails = json.loads((MAILS.parent / "expected.json").read_text(encoding="utf-8"))["mails"]
    return {Path(mail["file"]).stem: f"{mail['client']}: {mail['about']}" for mail in mails}


def _keep_letters(folder: Path, taken: Sequence[Taken]) -> None:
    """For people who open them in a mail program; gone with the folder unless it is kept."""
    folder.mkdir()
    for number, letter in enumerate(taken, 1):
        (folder / f"{number:02}.eml").write_bytes(letter.raw)
