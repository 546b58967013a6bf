"""Exports: the entries of a call as csv, xlsx or json, and the whole call as one zip with every mail it came from.

A file is written aside, for its owner only, and gets its name when it is whole.
"""

import os
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from operator import attrgetter
from pathlib import Path
from shutil import copyfileobj
from typing import IO, TypeVar
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from mailbot.archive import Archive
from mailbot.core import composition
from mailbot.core.call import Call
from mailbot.core.decisions import HOLDING, Decision, Offer, Score
from mailbot.core.entries import Entry, entry
from mailbot.core.exporting import BOM, Known, csv, csv_line, whole
from mailbot.core.letter import LetterState
from mailbot.core.phrases.contents import README
from mailbot.core.rows import Beside, Table
from mailbot.core.selection import readings
from mailbot.core.submission import Submission
from mailbot.disk import RealDisk
from mailbot.errors import ArchiveError, MailbotError, one_line
from mailbot.papers import sheet
from mailbot.store import AuditEntry, Mail, Store

_MOST_MAILS = 10_000_000  # of a call: all of them
_NO_ROOM = (28, 122)  # ENOSPC, EDQUOT
_READ_ONLY = 0o100400 << 16

Told = Callable[[int], None]


class Format(StrEnum):
    csv = "csv"
    xlsx = "xlsx"
    json = "json"
    zip = "zip"


@dataclass(frozen=True, slots=True)
class Written:
    """absent: hashes of mails whose bytes are gone or altered, which a zip has to do without."""

    entries: int
    mails: int = 0
    letters: int = 0
    absent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Whole:
    """All that is known of a call's entries, in the order of their numbers. mails: oldest first."""

    call: Call
    entries: Sequence[Entry]
    submissions: Sequence[Submission]
    mails: Sequence[Mail]
    decisions: Mapping[str, Decision]
    offers: Mapping[str, Sequence[Offer]]
    scores: Mapping[str, Sequence[Score]]
    groups: Mapping[str, Mapping[str, str]]

    @property
    def beside(self) -> Beside:
        last = {reference: max(its, key=lambda one: (one.state in HOLDING, one.id)) for reference, its in self.offers.items()}
        policy = self.call.selection
        read = [score for its in self.scores.values() for score in its]
        totals = readings(read, policy.criteria, policy.combine)
        return Beside(
            totals={reference: one.total for reference, one in totals.items() if one.total is not None},
            choices={reference: decision.choice for reference, decision in self.decisions.items()},
            offers={reference: offer.state for reference, offer in last.items()},
            groups=self.groups,
        )

    def known(self, told: Told) -> Iterator[Known]:
        hashes = {mail.id: mail.sha256 for mail in self.mails}
        for n, (one, submission) in enumerate(zip(self.entries, self.submissions, strict=True), 1):
            its, ids = one.reference, {revision.mail_id for revision in submission.revisions}
            groups = {group: values[its] for group, values in self.groups.items() if values.get(its)}
            mails = {mail_id: hashes[mail_id] for mail_id in ids if mail_id in hashes}
            told(n)
            yield Known(
                submission, one, mails, self.decisions.get(its), self.offers.get(its, ()), self.scores.get(its, ()), groups
            )


class Exports:
    """made_by: name and version of this program."""

    def __init__(self, store: Store, archive: Archive, made_by: str) -> None:
        self._store, self._archive, self._made_by = store, archive, made_by

    def write(self, call: Call, file: Path, its: Format, now: datetime, who: str, told: Told) -> Written:
        """Write the file in place of what is there, and note in the audit trail that it was. told: how many entries and mails
        are done. Raises MailbotError when the file cannot be written; then nothing is there that was not before."""
        all_of_it = self._whole(call)
        with _aside(file) as out:
            if its is Format.zip:
                written = self._zip(out, all_of_it, file.parent, told)
            else:
                self._entries(out, all_of_it, its, told)
                written = Written(len(all_of_it.entries))
            with self._store.choosing(call.slug) as unit:
                unit.tell(AuditEntry(now, who, "exported", call.slug, its.value))
        return written

    def _whole(self, call: Call) -> _Whole:
        store, slug = self._store, call.slug
        numbers = store.numbers(slug)
        submissions = sorted(store.submissions(slug), key=lambda one: numbers[one.reference])
        entries = [entry(submission, numbers[submission.reference], call) for submission in submissions]
        return _Whole(
            call,
            entries,
            submissions,
            sorted(store.mails(call=slug, limit=_MOST_MAILS), key=attrgetter("id")),
            {decision.reference: decision for decision in store.decisions(slug)},
            _by_reference(store.offers(slug)),
            _by_reference(store.scores(slug)),
            composition.values(entries, call),
        )

    def _entries(self, out: IO[bytes], all_of_it: _Whole, its: Format, told: Told) -> None:
        """The entries in one of the formats."""
        call, entries = all_of_it.call, all_of_it.entries
        if its is Format.xlsx:
            sheet.write(out, call, entries, all_of_it.beside)
            told(len(entries))
        elif its is Format.csv:
            table = Table(call, all_of_it.beside)
            _put(out, csv(table.columns, (table.row(one).values for one in _counted(entries, told))))
        else:
            _put(out, whole(call, self._made_by, all_of_it.known(told)))

    def _zip(self, out: IO[bytes], all_of_it: _Whole, folder: Path, told: Told) -> Written:
        """Everything: entries, mails, letters, the call's versions, what was done. folder: has room for the sheet meanwhile."""
        call = all_of_it.call
        with ZipFile(out, "w", ZIP_DEFLATED, compresslevel=1) as archive:
            _add(archive, "README.txt", [README.format(call=call.slug, made_by=self._made_by)])
            for kept in self._store.call_versions(call.slug):
                _add(archive, f"call/version-{kept.version}.yaml", [kept.text])
            _add(archive, "entries.json", whole(call, self._made_by, all_of_it.known(told)))
            with tempfile.TemporaryFile(dir=folder) as made:
                sheet.write(made, call, all_of_it.entries, all_of_it.beside)
                made.seek(0)
                with archive.open(_info("entries.xlsx", packed=False), "w", force_zip64=True) as member:
                    copyfileobj(made, member)
            absent = self._mails(archive, all_of_it, lambda n: told(len(all_of_it.entries) + n))
            letters = self._letters(archive, call)
            _add(archive, "audit.csv", self._audit(all_of_it))
        mails = len({mail.sha256 for mail in all_of_it.mails}) - len(absent)
        return Written(len(all_of_it.entries), mails, letters, absent)

    def _mails(self, archive: ZipFile, all_of_it: _Whole, told: Told) -> tuple[str, ...]:
        """Each mail once, and what became of each at each place; the hashes of those that are gone."""
        absent: dict[str, str] = {}
        for n, (sha256, mail) in enumerate({mail.sha256: mail for mail in all_of_it.mails}.items(), 1):
            try:
                _add(archive, f"mails/{mail.sha256}.eml", [self._archive.get(sha256)])
            except ArchiveError as error:
                absent[sha256] = error.what
            told(n)
        head = ("file", "mailbox", "uid", "received_at", "from", "message_id", "became", "reason", "reference", "trouble")
        rows = ((*_told(mail, absent), absent.get(mail.sha256, "")) for mail in all_of_it.mails)
        _add(archive, "mails.csv", _records(head, rows))
        return tuple(absent)

    def _letters(self, archive: ZipFile, call: Call) -> int:
        """Those that went out, one at a time: all of them at once may be gigabytes."""
        heads = self._store.letters_of(call.slug, [LetterState.sent])
        for head in heads:
            _add(archive, _letter_file(head.id, head.kind), [self._store.letter(head.id).letter.raw])
        named = ("file", "kind", "to", "language", "about", "written_at", "message_id")
        rows = (
            (_letter_file(h.id, h.kind), h.kind, h.recipient, h.language, h.about, h.created_at.isoformat(), h.message_id)
            for h in heads
        )
        _add(archive, "letters.csv", _records(named, rows))
        return len(heads)

    def _audit(self, all_of_it: _Whole) -> Iterator[str]:
        """What was done about this call, its entries, mails and letters."""
        slug = all_of_it.call.slug
        about = {slug, *(one.reference for one in all_of_it.entries), *(f"mail {mail.id}" for mail in all_of_it.mails)}
        about |= {f"letter {head.id}" for head in self._store.letters_of(slug, list(LetterState))}
        trail = (one for one in self._store.audit() if one.about in about)
        rows = ((one.at.isoformat(), one.who, one.what, one.about, one.why) for one in trail)
        return _records(("at", "who", "what", "about", "why"), rows)


_T = TypeVar("_T", Offer, Score)


def _by_reference(some: Iterable[_T]) -> dict[str, list[_T]]:
    found: dict[str, list[_T]] = {}
    for one in some:
        found.setdefault(one.reference, []).append(one)
    return found


def _counted(entries: Sequence[Entry], told: Told) -> Iterator[Entry]:
    for n, one in enumerate(entries, 1):
        yield one
        told(n)


def _told(mail: Mail, absent: Mapping[str, str]) -> tuple[str, ...]:
    return (
        "" if mail.sha256 in absent else f"mails/{mail.sha256}.eml",
        mail.key.mailbox,
        mail.key.uid,
        mail.received_at.isoformat(),
        mail.sender or "",
        mail.message_id or "",
        mail.became.value if mail.became else "",
        mail.reason or "",
        mail.reference or "",
    )


def _letter_file(number: int, kind: str) -> str:
    return f"letters/{number}-{kind}.eml"


def _records(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield BOM + csv_line(head)
    yield from map(csv_line, rows)


def _info(name: str, *, packed: bool = True) -> ZipInfo:
    """Its time is the first that a zip can hold, so that the same record gives the same octets."""
    info = ZipInfo(name)
    info.compress_type, info.external_attr = ZIP_DEFLATED if packed else ZIP_STORED, _READ_ONLY
    return info


def _add(archive: ZipFile, name: str, pieces: Iterable[str | bytes]) -> None:
    with archive.open(_info(name), "w", force_zip64=True) as member:
        _put(member, pieces)


def _put(out: IO[bytes], pieces: Iterable[str | bytes]) -> None:
    for piece in pieces:
        out.write(piece if isinstance(piece, bytes) else piece.encode())


@contextmanager
def _aside(file: Path) -> Iterator[IO[bytes]]:
    """A file that is written beside the one that is meant, and takes its place at the end; gone when that is not reached."""
    part, disk = file.with_name(f".{file.name}.part"), RealDisk()
    _drop(part)  # left by one that was killed, or put there by somebody with rights of their own
    try:
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
            yield out
            out.flush()
            os.fsync(out.fileno())
        disk.rename(part, file)
        disk.flush_folder(file.parent)
    except OSError as error:
        _drop(part)
        if isinstance(error, MailbotError):
            raise
        mend = "free some space" if error.errno in _NO_ROOM else "name a file in a folder that is there and may be written to"
        what = f"{one_line(file)} cannot be written: {error.strerror or type(error).__name__}"
        raise MailbotError(what, mend=mend) from error
    except BaseException:
        _drop(part)
        raise


def _drop(part: Path) -> None:
    with suppress(OSError):
        part.unlink()
