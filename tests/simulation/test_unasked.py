"""Letters that nobody wrote in for, under faults: none twice, at night, late, or to whom it does not concern."""

import asyncio
import random
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from mailbot.archive import FolderArchive
from mailbot.core.announced import Version
from mailbot.core.briefings import BriefingKind
from mailbot.core.call import Deadline
from mailbot.core.deadline import instant
from mailbot.core.letter import Letter, LetterKind, Letters
from mailbot.core.policies import Reminders
from mailbot.core.unasked import FROM, UNTIL
from mailbot.digests import Digests
from mailbot.errors import ArchiveError, SourceError, StoreError
from mailbot.intake import Intake
from mailbot.mailing import Mailing
from mailbot.outbox import Outbox
from mailbot.resources import letter_templates
from tests.parts import ADDRESS, CALL, OWN, reply
from tests.simulation.disk import MemoryDisk, PowerCut
from tests.simulation.faults import Faults
from tests.simulation.ground import Ground
from tests.simulation.mailbox import MemoryMailbox
from tests.simulation.relay import MemoryRelay

ZONES = ("Europe/Brussels", "Pacific/Kiritimati", "America/New_York", "Australia/Lord_Howe")
PART, WHOLE = "1. I work in probation.\r\n", "1. I work in probation.\r\n\r\n2. A large one.\r\n"
WRITTEN = {
    "part@example.org": (PART, "pass"),
    "whole@example.org": (WHOLE, "pass"),
    "forged@example.org": (PART, "none"),
    "gone@example.org": (PART, "pass"),
}
LETTERS = Letters(letter_templates(), OWN, ADDRESS, "Calls", "")
UNASKED = (LetterKind.reminder, LetterKind.extended)


class Story:
    """A call about the change of the clocks, those who wrote early in it, and two weeks in which anything may fail."""

    def __init__(self, seed: int, ground: Ground) -> None:
        self.rng = rng = random.Random(seed)
        self.faults = Faults(rng)
        self.faults.stalls = 0.0  # a letter that hangs at the relay over night is out of our hands
        ground.begin(rng, self.faults)
        self.store, self.disk, self.relay = ground.store, MemoryDisk(), MemoryRelay(rng, self.faults)
        self.disk.make_folder(Path("/data"))
        deadline = Deadline(day=date(2026, 3, 31) + timedelta(days=rng.randint(-3, 3)))
        reminders = Reminders(days_before=rng.choice(((2,), (7, 2), (3, 1))))
        self.call = CALL.model_copy(update={"zone": rng.choice(ZONES), "deadline": deadline, "reminders": reminders})
        self.now = datetime.combine(deadline.day, time(12), UTC) - timedelta(days=11)
        self.versions = [Version(self.call, self.now - timedelta(days=1))]
        self.box = MemoryMailbox("default", self.faults)
        self.gone_out: list[tuple[Letter, datetime]] = []
        self.start()

    def start(self) -> None:
        archive = FolderArchive(Path("/data/archive"), self.disk)
        self.intake = Intake(self.store, archive, LETTERS, lambda: OWN, lambda: [self.call], step=self.faults.cut)
        self.outbox = Outbox(self.store, self.relay, per_minute=0)
        self.mailing = Mailing(self.store, LETTERS, lambda: [self.call], versions=lambda _: self.versions, step=self.faults.cut)
        self.digests = Digests(self.store, LETTERS, lambda: OWN, lambda: [self.call], "Calls", step=self.faults.cut)

    def run(self) -> "Story":
        for n, (address, (body, dmarc)) in enumerate(WRITTEN.items()):
            self.box.deliver(reply(address, body, message_id=f"<{n}@example.org>", dmarc=dmarc), self.now)
        ends = self.now + timedelta(days=16)
        moves_at, declines_at = (self.now + timedelta(hours=self.rng.randint(30, 200)) for _ in range(2))
        while self.now < ends:
            self.serve()
            self.now += timedelta(minutes=self.rng.choice((10, 40, 100, 300)))
            if self.rng.random() < 0.02:
                self.now -= timedelta(hours=self.rng.choice((2, 30)))
            if moves_at < self.now and len(self.versions) == 1 and self.rng.random() < 0.5:
                later = Deadline(day=self.call.deadline.day + timedelta(days=4))
                self.call = self.call.model_copy(update={"deadline": later})
                self.versions.append(Version(self.call, self.now))
            if declines_at < self.now:
                text = "I am sorry, I cannot take part after all.\r\n"
                self.box.deliver(reply("gone@example.org", text, message_id="<gone@example.org>"), self.now)
                declines_at = ends
        self.faults.calm()
        for _ in range(2):  # what faults kept back for two weeks is made up for
            self.now += timedelta(hours=12)
            self.serve()
        return self

    def serve(self) -> None:
        """A round of everything. The outbox sends only what the mailing has just weighed."""
        try:
            self.store.recover(self.now)
            self.intake.round(self.box, lambda: self.now)
            self.mailing.round(self.now)
            self.digests.round(self.now)
            before = len(self.relay.accepted)
            try:
                asyncio.run(self.outbox.drain(lambda: self.now))
            finally:
                self.gone_out += [(letter, self.now) for letter in self.relay.accepted[before:]]
        except (SourceError, StoreError, ArchiveError):
            return
        except PowerCut:
            self.disk.lose_power()
            self.faults.restart()
            self.start()


def broken(story: Story) -> Iterator[str]:
    """Every broken invariant, in words."""
    zone, rows = ZoneInfo(story.call.zone), story.store.letters()
    written = {row.letter.message_id: row.created_at for row in rows}
    reminded: Counter[tuple[str, date]] = Counter()
    told: Counter[str] = Counter()
    for letter, at in {one.message_id: (one, at) for one, at in story.gone_out if one.kind in UNASKED}.values():
        local = at.astimezone(zone)
        if not FROM <= local.time() < UNTIL:
            yield f"a {letter.kind} went out at {local}"
        told[letter.recipient] += letter.kind is LetterKind.extended
        if letter.kind is LetterKind.reminder:
            reminded[letter.recipient, local.date()] += 1
            if local.date() != written[letter.message_id].astimezone(zone).date():
                yield f"a reminder went out at {local}, which was written at {written[letter.message_id]}"
            if not any((v.call.deadline.day - local.date()).days in v.call.reminders.days_before for v in story.versions):
                yield f"a reminder went out on {local.date()}"
    if told["part@example.org"] > 1 or max(reminded.values(), default=0) > 1:
        yield f"told twice: {told}, {reminded}"
    wrong = {recipient for recipient, _ in reminded} - {"part@example.org", "gone@example.org"}
    if wrong:
        yield f"reminded for nothing: {wrong}"
    noted = Counter((entry.what, entry.about) for entry in story.store.audit() if entry.what in UNASKED)
    if noted != Counter((row.letter.kind.value, row.letter.about) for row in rows if row.letter.kind in UNASKED):
        yield f"letters and audit entries differ: {noted}"
    if any(at >= instant(story.call) for letter, at in story.gone_out if letter.kind in UNASKED):
        yield "a letter went out after the deadline"
    yield from _broken_digests(story)


def _broken_digests(story: Story) -> Iterator[str]:
    """Contacts hear once of a day, and what came on the first days; nobody else hears of it."""
    contacts = {contact.address for contact in story.call.contacts}
    written = [row.letter for row in story.store.letters() if row.letter.kind is LetterKind.digest]
    if {letter.recipient for letter in written} != contacts:
        yield f"digests are for {Counter(letter.recipient for letter in written)}"
    days = Counter((one.address, one.day) for one in story.store.briefings(story.call.slug, BriefingKind.digest))
    if len(days) != len(written) or max(days.values(), default=0) > 1:
        yield f"{len(written)} digests were written for {days}"
    told = Counter(entry.what for entry in story.store.audit())["digest"]
    if told != len(written):
        yield f"{told} digests in the trail, {len(written)} were written"
    if any(letter.recipient in contacts and letter.kind is not LetterKind.digest for letter, _ in story.gone_out):
        yield "a contact was written to as if a candidate"


def test_no_letter_goes_to_the_wrong_person_at_the_wrong_time_or_twice() -> None:
    ground, kinds = Ground(), Counter[str]()
    for seed in range(8, 16):
        story = Story(seed, ground).run()
        assert list(broken(story)) == [], seed
        kinds.update(letter.kind.value for letter, _ in story.gone_out)
    assert min(kinds["reminder"], kinds["extended"], kinds["digest"]) > 3
