"""A mailbot that a conversation is held with: real store, archive, letters and reading, a clock, and people who act."""

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from mailbot.core.call import Call
from mailbot.core.life import Standing, State
from mailbot.core.submission import Submission
from mailbot.intake import Intake
from mailbot.store import Mail
from tests.parts import OWN, Parts
from tests.simulation.faults import Faults
from tests.simulation.mailbox import MemoryMailbox

ORGANISER = "organiser"


class World(Parts):
    """The parts of tests.parts with as many calls and mailboxes as a conversation wants.

    mails: the ledger's row of each mail taken, by the name of its file.
    """

    def __init__(self, calls: Sequence[Call]) -> None:
        super().__init__(calls)
        own = replace(OWN, addresses=OWN.addresses | {address.casefold() for call in calls for address in call.addresses})
        self.standings: dict[str, Standing] = {}
        self.intake = Intake(
            self.store, self.archive, self.letters, lambda: own, lambda: self.calls, standings=lambda: self.standings
        )
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
        return mail

    def wait(self, until: datetime) -> None:
        """Time passes and nobody writes."""
        self.clock.now = until
        self.intake.round(self.mailbox, self.clock)

    def stand(self, state: str) -> None:
        """An organiser brings the first call into another state."""
        self.standings[self.calls[0].slug] = Standing(State(state), self.clock.now, ORGANISER, "as decided")

    def act(self, words: str) -> None:
        """What an organiser does: `take-over MAIL`, `discard MAIL`, by the name of its file."""
        verb, _, about = words.partition(" ")
        done = {"take-over": self.store.take_over, "discard": self.store.discard}[verb]
        (mail,) = (mail for name, mail in self.mails.items() if about in name)
        assert done(mail.id, self.clock.now, ORGANISER, "as asked")

    def entries(self) -> dict[str, Submission]:
        """Every entry by its address; before that of a further call stands its slug."""
        return {
            submission.address if n == 0 else f"{call.slug} {submission.address}": submission
            for n, call in enumerate(self.calls)
            for submission in self.store.submissions(call.slug)
        }
