"""A mailbot on a Maildir whose call file is edited while it serves: for tests of the life of a call."""

import json
import os
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from mailbot import cli
from mailbot.app import App
from mailbot.core.letter import LetterKind
from mailbot.engine.embedded import Service
from mailbot.settings import load
from tests.core.letters import text_of
from tests.parts import ADDRESS, NOW, Clock, reply

ANN, BEN = "Ann Contact, ann@example.org", "Ben Contact, ben@example.org"
WORK = ("work", "What line of work are you in?")
TIME = ("time", "What role does time play?")


def call_file(
    slug: str = "a-call",
    *,
    questions: Sequence[tuple[str, str]] = (WORK, TIME),
    deadline: str = "2021-02-17",
    contacts: Sequence[str] = (ANN, BEN),
    address: str = ADDRESS,
    more: str = "",
) -> str:
    """A call file; 1 February 2021 is two weeks before its deadline."""
    asked = "".join(f"  - id: {question}\n    text: {text}\n" for question, text in questions)
    people = "".join("  - name: {}\n    address: {}\n".format(*contact.split(", ")) for contact in contacts)
    return (
        f"slug: {slug}\ntitle: A call\nzone: Europe/Brussels\ndeadline: {deadline}\naddresses: [{address}]\n"
        f"acknowledgement: {{ack_from: 2020-01-01}}\n{more}questions:\n{asked}contacts:\n{people}"
    )


class World:
    """The service at work: `edit` writes a call file and lets the service look at it, `mail` delivers one and takes it in."""

    def __init__(self, folder: Path) -> None:
        for name in ("Maildir/new", "Maildir/cur", "Maildir/tmp", "rules"):
            (folder / name).mkdir(parents=True)
        (folder / "mailbot.toml").write_text(
            f'[mail]\naddress = "{ADDRESS}"\noperator = "operator@example.org"\nauthserv_ids = ["mx.example.net"]\n'
            f'[mailbox]\nkind = "maildir"\npath = "Maildir"\n[relay]\nhost = "127.0.0.1"\ntls = "none"\n'
            "[dkim]\ncheck = false\n"
        )
        self.folder, self.clock, self.mails = folder, Clock(), 0
        self.app = App.open(load(folder / "mailbot.toml"), now=NOW)
        self.service = Service(self.app, self.clock)

    def edit(self, text: str, slug: str = "a-call") -> None:
        (self.folder / "rules" / f"{slug}.yaml").write_text(text)
        self.service.reload()

    def mail(self, raw: bytes | None = None, sender: str = "", **parts: str) -> str:
        """One mail, received now; what became of it."""
        self.mails += 1
        raw = raw or reply(sender or f"p{self.mails}@example.net", message_id=f"<{self.mails}@example.net>", **parts)
        path = self.folder / "Maildir" / "new" / f"{self.mails}.example"
        path.write_bytes(raw)
        os.utime(path, (self.clock.now.timestamp(),) * 2)
        return "+".join(self.round())

    def round(self) -> list[str]:
        done = self.app.intake.round(self.app.sources["default"], self.clock)
        return [became.value for became, times in done.became.items() for _ in range(times)]

    def at(self, when: datetime) -> None:
        """Time passes, and the service looks at the call files as it does every few seconds."""
        self.clock.now = when
        self.service.reload()

    def audit(self, about: str = "a-call") -> list[str]:
        return [entry.what for entry in self.app.store.audit(about)]

    def why(self, what: str, about: str = "a-call") -> list[str]:
        return [entry.why for entry in self.app.store.audit(about) if entry.what == what]

    def letters(self) -> list[str]:
        rows = self.app.store.letters()
        return [text_of(row.letter) for row in rows if row.letter.kind is LetterKind.acknowledgement]


class Look:
    """The commands, as somebody would call them beside the running service."""

    def __init__(self, world: World, capsys: pytest.CaptureFixture[str]) -> None:
        self._config, self._capsys = str(world.folder / "mailbot.toml"), capsys

    def say(self, *words: str) -> str:
        self._capsys.readouterr()
        code = cli.run([*words, "--config", self._config])
        out, err = self._capsys.readouterr()
        assert (code, err) == (0, ""), f"{words}: {err}"
        return out

    def fail(self, *words: str) -> str:
        self._capsys.readouterr()
        assert cli.run([*words, "--config", self._config]) in {1, 2}
        return self._capsys.readouterr().err

    def objects(self, *words: str) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.say(*words, "--json").splitlines()]
