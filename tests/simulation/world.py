"""The whole service in one process, driven by a seed: mails arrive, deadlines pass, each step may fail, stall or lose power."""

import asyncio
import hashlib
import random
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from mailbot.archive import FolderArchive
from mailbot.core.call import AcknowledgementPolicy, Call, Contact, Deadline, Question
from mailbot.core.letter import Letters
from mailbot.core.reading import Own
from mailbot.core.submission import Became
from mailbot.errors import ArchiveError, SourceError, StoreError
from mailbot.intake import Intake
from mailbot.outbox import Outbox
from mailbot.resources import letter_templates
from tests.simulation import people, wishes
from tests.simulation.disk import MemoryDisk, PowerCut
from tests.simulation.faults import Faults
from tests.simulation.ground import Ground
from tests.simulation.mailbox import MemoryMailbox
from tests.simulation.people import Person, Posted
from tests.simulation.relay import MemoryRelay

OWN = Own(
    addresses=frozenset({"one@calls.example.net", "two@calls.example.net"}),
    domain="calls.example.net",
    key=b"simulated key, thirty-two octets",
    authserv_ids=frozenset({"mx.example.net"}),
)
LETTERS = Letters(letter_templates(), OWN, from_address="one@calls.example.net", from_name="Calls", envelope_sender="")
START = (date(2026, 3, 27), date(2026, 10, 23), date(2026, 6, 10), date(2027, 12, 30))
AGAIN = b"Received: by alias.example.net; again\r\n"
ZONES = ("Europe/Brussels", "AoE", "Pacific/Kiritimati", "America/New_York", "Australia/Lord_Howe")


@dataclass
class World:
    """Everything outside the service, and the service itself, which a power cut throws away and builds anew.

    posted: each mail once. delivered: SHA-256 of the bytes to each INTERNALDATE they were put into a mailbox with. asks: the
    share of what happens that is about entries and letters, not more answers.
    """

    seed: int
    ground: Ground
    asks: float = 0.5
    rng: random.Random = field(init=False)
    now: datetime = field(init=False)
    posted: list[Posted] = field(default_factory=list)
    delivered: dict[str, set[datetime]] = field(default_factory=lambda: defaultdict(set))
    crashes: int = 0
    outbox_failures: int = 0
    given_up: int = 0

    def __post_init__(self) -> None:
        self.rng = rng = random.Random(self.seed)
        self.calls = calls(rng)
        self.now = datetime.combine(self.calls[0].deadline.day, time(12), tzinfo=ZoneInfo("UTC"))
        self.now -= timedelta(minutes=rng.randint(-600, 2400))
        self.faults = Faults(rng)
        self.faults.pass_time = self.pass_time
        self.disk = MemoryDisk()
        self.disk.make_folder(Path("/data"))  # an operator made it, long ago
        self.disk.fault = self.faults.disk
        self.ground.begin(rng, self.faults)
        self.store = self.ground.store
        self.relay = MemoryRelay(rng, self.faults)
        self.boxes = {name: MemoryMailbox(name, self.faults) for name in sorted({c.mailbox for c in self.calls})}
        self.people = [Person(f"person{n}@example.org", rng.choice(self.calls)) for n in range(rng.randint(1, 4))]
        self.start()

    def start(self) -> None:
        """Build the service from what a power cut left, as a process start does."""
        archive = FolderArchive(Path("/data/archive"), self.disk)
        self.intake = Intake(self.store, archive, LETTERS, lambda: OWN, lambda: self.calls, step=self.faults.cut)
        self.outbox = Outbox(self.store, self.relay, per_minute=0)

    def run(self) -> "World":
        """Play the story, then let everything come to rest without faults."""
        for _ in range(self.rng.randint(4, 14)):
            self.happen()
            self.now += timedelta(minutes=self.rng.choice((0, 1, 7, 60, 300, 900)))
            self.serve()
        self.faults.calm()
        self.rest()
        for mail in self.store.mails(became=Became.quarantined):
            if str(mail.reason).startswith(("gave-up", "reading-failed")):  # died with the power three times: a person looks
                self.given_up += self.store.release(mail.id, self.now, "operator")
        self.rest()
        return self

    def rest(self) -> None:
        """Serve until nothing is left to do."""
        for _ in range(60):
            self.serve()
            if self.store.next_due() is None and not self.store.unfinished():
                break
            self.now += timedelta(hours=2)

    def happen(self) -> None:
        """One thing out in the world."""
        n, when = len(self.posted), self.now - timedelta(seconds=self.rng.randint(0, 90))
        person = self.rng.choice(self.people)
        if self.posted and self.rng.random() < self.asks:
            wishes.happen(self, when)
            return
        choice = self.rng.random()
        if choice < 0.08 and (other := self.in_the_other_call(person)) is not None:
            mail, same = people.both(self.rng, person, other, when, n)
            person.written.append(mail)
            other.written.append(same)
            self.post(mail)
        elif choice < 0.45:
            mail = people.answer(self.rng, person, when, n)
            person.written.append(mail)
            self.post(mail)
        elif choice < 0.55 or not self.posted:
            for k in range(self.rng.randint(1, 5)):
                mail = people.forgery(self.rng, person, when, n + k)
                person.forged.append(mail)
                self.post(mail)
        elif choice < 0.65:
            self.post(people.machine(self.rng, self.rng.choice(self.calls), when, n))
        elif choice < 0.75:
            self.post(people.broken(self.rng, self.rng.choice(self.calls), when, n))
        elif choice < 0.85:
            self.again(self.rng.choice(self.posted), when)
        elif choice < 0.93:
            self.rng.choice(list(self.boxes.values())).change_uidvalidity()
        else:
            self.rng.choice(list(self.boxes.values())).remove_one_seen()

    def in_the_other_call(self, person: Person) -> Person | None:
        """The same address as a candidate of the other call in this mailbox, if there is one."""
        calls = [c for c in self.calls if c is not person.call and c.mailbox == person.call.mailbox]
        if not calls:
            return None
        known = [p for p in self.people if p.address == person.address and p.call is calls[0]]
        if not known:
            known = [Person(person.address, calls[0])]
            self.people += known
        return known[0]

    def post(self, mail: Posted) -> None:
        self.posted.append(mail)
        self.deliver(mail, mail.raw, mail.received_at, gap=self.rng.choice((0, 0, 3)))

    def again(self, mail: Posted, when: datetime) -> None:
        """The same mail by another way: same bytes, or the same with another trace header in front."""
        raw = mail.raw if self.rng.random() < 0.5 else AGAIN + mail.raw
        self.deliver(mail, raw, max(when, mail.received_at))

    def deliver(self, mail: Posted, raw: bytes, when: datetime, gap: int = 0) -> None:
        """Put these bytes into the mailbox of the mail's call."""
        self.boxes[self.call(mail.call).mailbox].deliver(raw, when, gap)
        self.delivered[hashlib.sha256(raw).hexdigest()].add(when)

    def call(self, slug: str) -> Call:
        return next(call for call in self.calls if call.slug == slug)

    def person(self, address: str, slug: str) -> Person:
        return next(person for person in self.people if (person.address, person.call.slug) == (address, slug))

    def live(self, days: int) -> None:
        """Nothing happens for some days but the service."""
        for _ in range(2 * days):
            self.now += timedelta(hours=12)
            self.serve()

    def serve(self) -> None:
        """One round of the service; a power cut throws the process away and starts another."""
        try:
            for box in self.boxes.values():
                try:
                    self.intake.round(box, self.clock)
                except (SourceError, StoreError, ArchiveError):
                    continue
            try:
                self.store.recover(self.now)
                asyncio.run(self.outbox.drain(self.clock))
            except StoreError:
                self.outbox_failures += 1
        except PowerCut:
            self.crashes += 1
            self.disk.lose_power()
            self.faults.restart()
            self.start()

    def clock(self) -> datetime:
        """Time passes a little at every look, as it does."""
        self.pass_time(timedelta(milliseconds=self.rng.choice((1, 20, 3000))))
        return self.now

    def pass_time(self, span: timedelta) -> None:
        self.now += span


def calls(rng: random.Random) -> list[Call]:
    """One or two calls, in one mailbox or in two, with deadlines about a change of the clocks."""
    day = rng.choice(START) + timedelta(days=rng.randint(0, 3))
    return [_call(rng, slug, day) for slug in ("one", "two")[: rng.randint(1, 2)]]


def _call(rng: random.Random, slug: str, day: date) -> Call:
    return Call(
        slug=slug,
        title=f"Call {slug}",
        zone=rng.choice(ZONES),
        questions=tuple(
            Question(id=f"q{k}", text=f"What is your view on matter {k} of {slug}?") for k in range(1, rng.randint(3, 5))
        ),
        deadline=Deadline(
            day=day,
            time=rng.choice((None, None, time(2, 30), time(17))),
            grace=timedelta(hours=rng.choice((0, 1, 24))),
        ),
        contacts=(Contact(name="Ann Contact", address="ann@example.org"),),
        mailbox=rng.choice(("first", "second")),
        addresses=(f"{slug}@calls.example.net",),
        acknowledgement=AcknowledgementPolicy(ack_from=datetime(2020, 1, 1, tzinfo=ZoneInfo("UTC"))),
    )
