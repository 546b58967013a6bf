"""What a run left in the store, read once for all that is asked about it, and which posted mail each row is about."""

import hashlib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from mailbot.core.letter import OutboxRow
from mailbot.core.submission import Revision, Submission
from mailbot.store import Mail
from tests.simulation.people import Posted
from tests.simulation.world import AGAIN, World


@dataclass(frozen=True, slots=True)
class Record:
    """entries: by call. mails: by ledger row. in_order: rows in the order in which they were recorded. tokens: the letter
    (Message-ID) that has one, and the row that used it. posted: by the hash of the bytes on each way that a mail may take; one
    that is for two calls is there twice."""

    entries: dict[str, list[Submission]]
    mails: dict[int, Mail]
    in_order: list[int]
    letters: list[OutboxRow]
    tokens: list[tuple[str, int | None]]
    posted: dict[str, list[Posted]]

    def all_entries(self) -> Iterator[Submission]:
        for entries in self.entries.values():
            yield from entries

    def mail_of(self, entry: Submission, version: Revision) -> Posted:
        """What was posted that became this version."""
        return next(mail for mail in self.posted[self.mails[version.mail_id].sha256] if mail.call == entry.call)


def record(world: World) -> Record:
    with world.store.database.reading() as session:
        connection = session.connection()
        recorded = "SELECT id FROM mail WHERE recorded_at IS NOT NULL ORDER BY recorded_at, id"
        in_order = [mail_id for (mail_id,) in connection.exec_driver_sql(recorded)]
        tokens = [(letter, used_by) for letter, used_by in connection.exec_driver_sql("SELECT letter, used_by FROM token")]
    return Record(
        {call.slug: world.store.submissions(call.slug) for call in world.calls},
        {row.id: row for row in world.store.mails(limit=100_000)},
        in_order,
        world.store.letters(),
        tokens,
        _by_bytes(world),
    )


def _by_bytes(world: World) -> dict[str, list[Posted]]:
    found = defaultdict[str, list[Posted]](list)
    known = {id(mail) for mail in world.posted}
    others = [mail for person in world.people for mail in person.written if id(mail) not in known]  # to a further call
    for mail in [*world.posted, *others]:
        for raw in (mail.raw, AGAIN + mail.raw):
            found[hashlib.sha256(raw).hexdigest()].append(mail)
    return found
