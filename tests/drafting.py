"""A mailbot whose organisers announce calls by mail, and what they write: for tests of drafting by mail."""

from datetime import datetime
from pathlib import Path

from mailbot.app import App
from mailbot.core.letter import LetterKind, OutboxRow
from mailbot.engine.embedded import Service
from mailbot.settings import load
from tests.core.letters import opened, text_of
from tests.life import World
from tests.parts import ADDRESS, NOW

ORGANISER = "olga@example.org"
CONTACT = "ada.berg@example.org"
ANNOUNCEMENT = """\
Call for participants: Warm meals for every school

This online meeting will take place on 10 March 2021 (13:00-16:00 CET).

What works in practice when a school begins to cook for its pupils? We look for cooks, teachers and parents.

If you would like to take part, please answer the following questions:

1. What is your line of work, and how long have you been doing it?
2. Which practice would you like to share with the others?
3. Who pays for the meals at your school?

Please send your answers by email no later than 17 February to Ada Berg (ada.berg@example.org).
"""
FORWARDED = f"""\
Please set this up.

---------- Forwarded message ---------
From: Press office <press@example.org>
Date: Mon, 1 Feb 2021 at 09:00
Subject: Call for participants
To: Olga <{ORGANISER}>

{ANNOUNCEMENT}"""


def mail(
    body: str,
    sender: str = ORGANISER,
    subject: str = "Fwd: Call for participants",
    message_id: str = "<announcement@example.org>",
    dmarc: str = "pass",
    extra: str = "",
    to: str = ADDRESS,
) -> bytes:
    """As the server next door hands it over."""
    head = (
        f"Return-Path: <{sender}>\nDelivered-To: {to}\n"
        f"Authentication-Results: mx.example.net; dmarc={dmarc} header.from={sender.rpartition('@')[2]}\n"
        f"From: {sender}\nTo: {to}\nSubject: {subject}\nMessage-ID: {message_id}\n"
        f"Date: Mon, 1 Feb 2021 11:00:00 +0100\n{extra}MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n"
    )
    return (head + body).replace("\n", "\r\n").encode()


class Desk(World):
    """The service at work with organisers. `announce` and `answer` deliver a mail and take it in."""

    def __init__(self, folder: Path, *organisers: str) -> None:
        super().__init__(folder)
        settings = folder / "mailbot.toml"
        named = ", ".join(f'"{address}"' for address in organisers or (ORGANISER,))
        settings.write_text(settings.read_text().replace("[mailbox]", f"organisers = [{named}]\n[mailbox]"))
        self.app.close()
        self.app = App.open(load(settings), now=NOW)
        self.service = Service(self.app, self.clock)

    def announce(self, body: str = FORWARDED, **parts: str) -> str:
        return self.mail(mail(body, **parts))

    def answer(self, body: str, to: OutboxRow | None = None, sender: str = "", **parts: str) -> str:
        """As somebody answers the newest draft letter that went to them."""
        letter = to or self.shown(sender or CONTACT)[-1]
        quoted = "".join(f"> {line}\n" for line in text_of(letter.letter).splitlines())
        extra = f"In-Reply-To: {letter.letter.message_id}\nReferences: {letter.letter.message_id}\n"
        text = f"{body}\n\nOn Mon, 1 Feb 2021 at 11:00, Calls <{ADDRESS}> wrote:\n\n{quoted}"
        more = {"message_id": f"<answer-{self.mails + 1}@example.org>", "extra": extra} | parts
        return self.mail(mail(text, sender=sender or CONTACT, subject=f"Re: {opened(letter.letter)['Subject']}", **more))

    def shown(self, recipient: str = CONTACT, kind: LetterKind = LetterKind.draft) -> list[OutboxRow]:
        """Letters about drafts to somebody, the oldest first."""
        return [row for row in self.app.store.letters() if row.letter.kind is kind and row.letter.recipient == recipient]

    def text(self, recipient: str = CONTACT, kind: LetterKind = LetterKind.draft) -> str:
        """Of the newest, on one line."""
        return " ".join(text_of(self.shown(recipient, kind)[-1].letter).split())

    def reason(self) -> str | None:
        """Of the newest mail."""
        return self.app.store.mails(limit=1)[0].reason

    def file(self, slug: str) -> Path:
        return self.folder / "rules" / f"{slug}.yaml"

    def advance_to(self, when: datetime) -> None:
        self.clock.now = when
