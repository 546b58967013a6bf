"""A mailbot that a conversation is held with: real store, archive, letters and reading, a clock, and people who act."""

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import cache

from mailbot.core.call import Call
from mailbot.core.letter import Letters, LetterState
from mailbot.core.life import Standing, State
from mailbot.core.submission import Submission
from mailbot.deeds import Deeds
from mailbot.intake import Intake
from mailbot.mailing import Mailing
from mailbot.resources import letter_templates
from mailbot.store import Mail
from tests.parts import ADDRESS, OWN, Parts
from tests.simulation.faults import Faults
from tests.simulation.mailbox import MemoryMailbox

ORGANISER = "organiser"


@cache
def _letters() -> Letters:
    """Templates are compiled once for all conversations."""
    return Letters(letter_templates(), OWN, ADDRESS, "Calls", "")


class World(Parts):
    """The parts of tests.parts with as many calls and mailboxes as a conversation wants.

    mails: the ledger's row of each mail taken, by the name of its file.
    """

    def __init__(self, calls: Sequence[Call]) -> None:
        super().__init__(calls)
        self.letters = _letters()
        own = replace(OWN, addresses=OWN.addresses | {address.casefold() for call in calls for address in call.addresses})
        self.standings: dict[str, Standing] = {}
        self.intake = Intake(
            self.store, self.archive, self.letters, lambda: own, lambda: self.calls, standings=lambda: self.standings
        )
        self.mailing = Mailing(self.store, self.letters, lambda: self.calls, standings=lambda: self.standings)
        calm = Faults(random.Random(0))
        calm.calm()
        self.mailboxes = {"default": self.mailbox, "second": MemoryMailbox("second", calm)}
        self.mails: dict[str, Mail] = {}

    def take(self, name: str, raw: bytes, at: datetime, mailbox: str) -> Mail:
        """Deliver one mail and take it in; what the ledger says of it."""
        before = {mail.id for mail in self.store.mails()}
        self.clock.now = at
        self.mailboxes[mailbox].deliver(raw, at)
        self.intake.round(self.mailboxes[mailbox], self.clock)
        (mail,) = (mail for mail in self.store.mails() if mail.id not in before)
        self.mails[name] = mail
        self.send()
        return mail

    def send(self) -> None:
        """The relay takes every letter that is due."""
        while (row := self.store.claim(self.clock.now)) is not None:
            self.store.note_attempt(row.id, LetterState.sent, self.clock.now, code=250)

    def wait(self, until: datetime) -> None:
        """Time passes and nobody writes; several times a day it is looked whether a letter is due that nobody wrote in for."""
        while self.clock.now < until:
            self.clock.advance(hours=6)
            self.mailing.round(self.clock.now)
            self.send()

    def stand(self, state: str) -> None:
        """An organiser brings the first call into another state."""
        self.standings[self.calls[0].slug] = Standing(State(state), self.clock.now, ORGANISER, "as decided")

    def act(self, words: str) -> None:
        """What an organiser does: `take-over MAIL`, `discard MAIL`, by the name of its file, `withdraw ADDRESS`,
        `restore ADDRESS`."""
        verb, _, about = words.partition(" ")
        if verb in ("withdraw", "restore"):
            entry = self.entries()[about]
            call = next(one for one in self.calls if one.slug == entry.call)
            with self.store.unit() as unit:
                deeds = Deeds(self.letters)
                assert deeds.by_team(unit, call, entry, OWN.key, self.clock.now, ORGANISER, "as asked", undo=verb == "restore")
            return
        done = {"take-over": self.store.take_over, "discard": self.store.discard}[verb]
        (mail,) = (mail for name, mail in self.mails.items() if about in name)
        assert done(mail.id, self.clock.now, ORGANISER, "as asked")

    def open_questions(self) -> int:
        """To the organisers, of all calls, that nobody has answered."""
        return sum(one.answered_at is None for call in self.calls for one in self.store.questions(call.slug))

    def entries(self) -> dict[str, Submission]:
        """Every entry by its address; before that of a further call stands its slug."""
        return {
            submission.address if n == 0 else f"{call.slug} {submission.address}": submission
            for n, call in enumerate(self.calls)
            for submission in self.store.submissions(call.slug)
        }
