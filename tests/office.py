"""A mailbot whose organisers answer digests: people write, time passes, letters go out, for tests of the choice by mail."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

from mailbot.core.decisions import OfferState
from mailbot.core.letter import Letter, LetterKind, LetterState, OutboxRow
from mailbot.core.places import Stand
from mailbot.offering import gather
from tests.core.letters import text_of
from tests.life import World, call_file
from tests.parts import ADDRESS, NOW, reply

ANN, BEN = "ann@example.org", "ben@example.org"
CHOICE = "places: 2\nmeetings: [2021-03-10 13:00-16:00]\nselection: {waiting: arrival, answer_within: 2 days}\n"


class Office(World):
    """A call of two places, two contacts, and as many entries as are wanted; the first came first."""

    def __init__(self, folder: Path, entries: int = 5, more: str = CHOICE) -> None:
        super().__init__(folder)
        self.edit(call_file(more=more))
        for n in range(1, entries + 1):
            self.clock.now += timedelta(minutes=1)
            self.mail(sender=person(n), body=f"1. I work in town {n}.\r\n\r\n2. A large one, every day.\r\n")
        self.tick()

    def tick(self, **span: float) -> None:
        """Time passes; mail is taken in, what is due is done, and letters go out."""
        self.clock.advance(**span)
        self.service.reload()
        now = self.clock.now
        self.round()
        self.app.health.worked("default", now, 0)
        for part in (self.app.placing, self.app.mailing, self.app.digests):
            part.round(now)
        while (row := self.app.store.claim(now)) is not None:
            self.app.store.note_attempt(row.id, LetterState.sent, now, code=250)

    def outbox(self, kind: LetterKind, *states: LetterState) -> list[OutboxRow]:
        return [row for row in self.app.store.letters(states or tuple(LetterState)) if row.letter.kind is kind]

    def last(self, kind: LetterKind, to: str) -> Letter:
        """The newest letter of a kind to this address that went out."""
        return [row.letter for row in self.outbox(kind, LetterState.sent) if row.letter.recipient == to][-1]

    def got(self, to: str) -> list[str]:
        """Kinds of the letters that went out to this address, the oldest first, without acknowledgements."""
        rows = [row for row in self.app.store.letters([LetterState.sent]) if row.letter.recipient == to]
        return [row.letter.kind.value for row in rows if row.letter.kind is not LetterKind.acknowledgement]

    def answers(self, letter: Letter, words: str, sender: str = "", *, dmarc: str = "pass", quoted: bool = True) -> str:
        """Who got the letter, or somebody else, replies to it; what became of that mail."""
        self.clock.advance(minutes=1)
        quote = "".join(f"> {line}\r\n" for line in text_of(letter).splitlines()) if quoted else ""
        extra = f"In-Reply-To: {letter.message_id}\r\nReferences: {letter.message_id}\r\n"
        raw = reply(
            sender or letter.recipient,
            f"{words}\r\n\r\nOn Mon, 1 Feb 2021 at 11:05, Calls <{ADDRESS}> wrote:\r\n{quote}",
            f"<{self.mails + 1}.{self.clock.now.timestamp()}@example.net>",
            dmarc=dmarc,
            extra=extra,
        )
        became = self.mail(raw)
        self.tick()
        return became

    def commands(self, words: str, to: str = ANN) -> str:
        """The text of the letter that answers these commands to the last digest."""
        before = {row.id for row in self.app.store.letters()}
        self.answers(self.last(LetterKind.digest, to), words)
        new = [row.letter for row in self.app.store.letters() if row.id not in before and row.letter.recipient == to]
        return text_of(new[0]) if new else ""

    def decides(self, words: str, to: str = ANN) -> None:
        """Commands, `ok` to what is shown, and `send` to the letters that are prepared."""
        self.commands(words, to)
        self.answers(self.last(LetterKind.preview, to), "ok")
        self.answers(self.last(LetterKind.batch, to), "send")

    def stands(self) -> dict[int, str]:
        """Where each entry stands, by its number."""
        with self.app.store.choosing("a-call") as unit:
            its = gather(unit, self.app.calls()[0])
        return {entry.number: its.stands[entry.reference].value for entry in its.entries}

    def holding(self) -> int:
        held = {OfferState.prepared, OfferState.open, OfferState.accepted}
        return sum(offer.state in held for offer in self.app.store.offers("a-call"))

    def reasons(self) -> list[str]:
        """Of the last mails, the newest first."""
        return [mail.reason or "" for mail in self.app.store.mails()]


def person(number: int) -> str:
    return f"p{number}@example.net"


def all_of(stand: Stand, numbers: Sequence[int]) -> dict[int, str]:
    return dict.fromkeys(numbers, stand.value)


MORNING: datetime = NOW
