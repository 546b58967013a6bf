"""What must hold after every run, whatever went wrong in it. Each check names the seed's fault in one sentence."""

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, time, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

from mailbot.archive import FolderArchive
from mailbot.core.call import Call
from mailbot.core.keyed import letter_message_id
from mailbot.core.letter import LetterKind, LetterState, OutboxRow
from mailbot.core.manners import Limits
from mailbot.core.reading import Authentication
from mailbot.core.submission import TAKEN_OVER, Became, current, decisive
from tests.simulation.people import Posted
from tests.simulation.record import Record, record
from tests.simulation.rights import broken_rights
from tests.simulation.world import AGAIN, OWN, World


def broken(world: World) -> Iterator[str]:
    """Every broken invariant, in words; nothing when all hold."""
    left = record(world)
    yield from _each_mail_ends_as_one_thing(world, left)
    yield from _each_person_has_what_they_wrote(world, left)
    yield from _what_nobody_vouches_for_takes_nothing(left)
    yield from _letters(world, left)
    yield from _limits(world, left)
    yield from _lateness(world, left)
    yield from broken_rights(world, left)


def _each_mail_ends_as_one_thing(world: World, left: Record) -> Iterator[str]:
    rows = left.mails.values()
    by_hash = Counter(row.sha256 for row in rows)
    archive = FolderArchive(Path("/data/archive"), world.disk)
    for mail in world.posted:
        digest = hashlib.sha256(mail.raw).hexdigest()
        if not by_hash[digest]:
            yield f"a mail of sort {mail.sort} was lost"
        elif archive.get(digest) != mail.raw:
            yield "archived bytes differ"
    for row in rows:
        if row.became is None or not row.done:
            yield f"mail {row.id} never ended: {row.became}, done {row.done}"
    for box in world.boxes.values():
        recorded = {row.key for row in rows if row.became is not None}
        for key in box.told_done:
            if key not in recorded:
                yield f"the source was told {key} is done, and it is not recorded"
    first = Counter((row.sha256, row.call) for row in rows if row.became in (Became.new, Became.revision, Became.kept_apart))
    for (digest, call), times in first.items():
        if times > 1:
            yield f"mail {digest[:8]} was recorded as a version of {call} {times} times"


def _each_person_has_what_they_wrote(world: World, left: Record) -> Iterator[str]:
    for call in world.calls:
        entries = {s.address: s for s in left.entries[call.slug]}
        here = [p for p in world.people if p.call.slug == call.slug]
        wrote = {p.address: p for p in here if p.written or p.forged or p.sent_on}
        if set(entries) != set(wrote):
            yield f"{call.slug}: entries of {sorted(entries)}, mails of {sorted(wrote)}"
            continue
        for address, person in wrote.items():
            versions = entries[address].revisions
            mails = len(person.written) + len(person.forged) + len(person.sent_on)
            if len(versions) != mails:
                yield f"{mails} mails were written in the name of {address}, who has {len(versions)} versions"
            numbers, moved = [v.version for v in versions], sum(v.why == TAKEN_OVER for v in versions)
            # What is taken over gets the number after the last, and leaves its own empty.
            if sorted({*numbers, 0}) != [0, *numbers] or numbers[-1] != len(numbers) + moved:
                yield f"{address}: versions are numbered {numbers}, {moved} of them taken over"
            for version in (v for v in versions if v.authentication is Authentication.aligned):
                alien = [a.text for a in version.answers if f"of {address.split('@')[0]} " not in a.text]
                if alien:
                    yield f"{address} was given words of another: {alien[0]!r}"


def _what_nobody_vouches_for_takes_nothing(left: Record) -> Iterator[str]:
    for entry in left.all_entries():
        own = [v for v in entry.revisions if v.counts and v.authentication is Authentication.aligned]
        if own and any("FORGED" in answer.text for answer in current(entry)):
            yield f"a forger speaks for {entry.address}"
        sure = [v for v in entry.revisions if v in own or (v.counts and v.why == TAKEN_OVER)]
        if own and decisive(entry.revisions).timeliness is not min(sure, key=lambda v: v.received_at).timeliness:
            yield f"a forger's time is that of {entry.address}"


def _letters(world: World, left: Record) -> Iterator[str]:
    rows = left.letters
    known = {row.letter.message_id: row for row in rows}
    doubles = Counter(letter.message_id for letter in world.relay.accepted)
    for letter in world.relay.accepted:
        row = known.get(letter.message_id)
        if row is None:
            yield f"a letter without its record: {letter.message_id}"
        elif row.letter.raw != letter.raw:
            yield f"{letter.message_id} went out with other bytes than were recorded"
    again = sum(times - 1 for times in doubles.values())
    if again > world.crashes + world.relay.lost_after_data + _notes_lost(world):
        yield f"{again} letters were sent again, with {world.crashes} cuts and {world.relay.lost_after_data} losses after DATA"
    per_mail = Counter((row.letter.about, row.letter.message_id) for row in rows)
    if any(times > 1 for times in per_mail.values()):
        yield "one letter has two rows"
    for row in rows:
        if row.state not in (LetterState.sent, LetterState.failed):
            yield f"letter {row.id} rests in state {row.state}"
        if row.state is LetterState.failed and row.letter.message_id not in world.relay.refused_for_good and row.attempts < 2:
            yield f"letter {row.id} was given up after {row.attempts} tries"
    yield from _one_letter_a_mail(world, left)


def _one_letter_a_mail(world: World, left: Record) -> Iterator[str]:
    versions = sum(len(entry.revisions) for entry in left.all_entries())
    letters = [row.letter for row in left.letters if row.letter.kind is LetterKind.acknowledgement]
    if len(letters) > versions:
        yield f"{len(letters)} letters for {versions} versions"
    wrote = {(p.call.slug, p.address) for p in world.people if p.written or p.forged}
    for entry in left.all_entries():
        if (entry.call, entry.address) in wrote and not any(letter.about == entry.reference for letter in letters):
            yield f"{entry.address} never got an acknowledgement"


def _limits(world: World, left: Record) -> Iterator[str]:
    """Few letters to each person, fewer for what was forged, and one at least for who wrote; nobody's at another's cost."""
    rows = {row.letter.message_id: row for row in left.letters}
    for person in world.people:
        own, forged = (_answers_to(rows, mails) for mails in (person.written, person.forged))
        if person.written and not own:
            yield f"{person.address} wrote and never got a letter for it"
        if len(forged) > Limits().unconfirmed_ever:
            yield f"{len(forged)} letters for what was forged in the name of {person.address}"
        for written, most in ((own, Limits().further_per_day), (forged, Limits().unconfirmed_further_per_week)):
            for n, at in enumerate(written):
                if sum(at - timedelta(days=1) < before for before in written[: n + 1]) > 1 + most:
                    yield f"more letters to {person.address} in a day than the limit allows"


def _answers_to(rows: Mapping[str, OutboxRow], mails: Sequence[Posted]) -> list[datetime]:
    """When the letters were written that answer these mails, by whichever way a mail came first."""
    ways = ((mail.call, raw) for mail in mails for raw in (mail.raw, AGAIN + mail.raw))
    kind = LetterKind.acknowledgement
    ids = (letter_message_id(kind, call, hashlib.sha256(raw).hexdigest(), OWN) for call, raw in ways)
    return sorted(rows[i].created_at for i in ids if i in rows)


def _notes_lost(world: World) -> int:
    """Sends whose note the database refused: the letter goes again, as after a cut."""
    return world.outbox_failures


def _lateness(world: World, left: Record) -> Iterator[str]:
    rows = left.mails
    for call in world.calls:
        for entry in left.entries[call.slug]:
            for version in entry.revisions:
                dates = world.delivered[rows[version.mail_id].sha256]
                if version.received_at not in dates:
                    yield f"received at {version.received_at} by the record, and by the mailbox at {sorted(map(str, dates))}"
                if version.timeliness != _judge(version.received_at, call):
                    yield f"{version.received_at} was judged {version.timeliness}, {call.deadline} in {call.zone}"


def _judge(received_at: datetime, call: Call) -> str:
    """The same judgement by other means: compare wall clocks in the zone, not instants."""
    zone = timezone(timedelta(hours=-12)) if call.zone == "AoE" else ZoneInfo(call.zone)
    limit = datetime.combine(call.deadline.day, call.deadline.time or time(23, 59, 59, 999_999), tzinfo=zone)
    late = received_at.timestamp() - max(limit.timestamp(), limit.replace(fold=1).timestamp())
    if late <= 0:
        return "on_time"
    return "grace" if late <= call.deadline.grace.total_seconds() else "late"
