"""Checks that stay on this machine: settings, interpreter, call files, letters, data folder, secrets, database, archive."""

import os
import secrets
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from mailbot.check import Check, Finding, World, failure, ok, results, warning
from mailbot.core.keyed import LETTER
from mailbot.errors import MailbotError, one_line

if TYPE_CHECKING:
    from mailbot.settings import Settings

_MEGABYTE = 1 << 20
SPARE = 200 * _MEGABYTE
"""Less free space than this and the next large mails may not fit."""

HORIZON = timedelta(days=14)
"""A disk that is full within this time is named."""


def checks() -> list[Check]:
    return [
        Check("settings", "can mailbot.toml be read, and does it make sense?", _settings, ()),
        Check("interpreter", "is this Python safe for letters, and does it know the time zones?", _interpreter, ()),
        Check("calls", "can every call file be read?", _calls),
        Check("letters", "can every letter be written?", _letters),
        Check("secrets", "can passwords be read by mailbot and by nobody else?", _secrets),
        Check("data", "can the data folder be written, and is there space?", _data),
        Check("database", "does the database answer, and is its schema ours?", _database, ("settings", "data")),
        Check("archive", "is raw mail kept and read back unchanged?", _archive, ("settings", "data")),
        Check("results", "are Authentication-Results where they are believed?", results.look, ("settings", "database")),
    ]


def _settings(world: World) -> Iterator[Finding]:
    settings = world.settings
    boxes = ", ".join(settings.all_mailboxes)
    yield ok(f"{settings.mail.address}, mailboxes {boxes}, relay {settings.relay.host}")
    if not settings.mail.authserv_ids and not settings.mail.topmost_without_id:
        sure = "only who signs is confirmed" if settings.dkim.check else "nobody is confirmed"
        yield warning(
            f"no server's Authentication-Results are believed: {sure}, and letters to others show no answers",
            "write the first word of that field in a mail you received into mail.authserv_ids",
        )
    if settings.mail.envelope_sender:
        yield _bounces(settings)


def _bounces(settings: "Settings") -> Finding:
    """Where a letter comes back to that does not arrive."""
    mail = settings.mail
    if not mail.envelope:
        what = (
            "bounces come nowhere (mail.envelope_sender is the null path): nobody learns that a letter did not arrive later on"
        )
        return warning(what, "delete the line, or name an address of a mailbox that mailbot reads")
    if LETTER in mail.envelope:
        return ok(f"bounces come to {mail.envelope}, another address for each letter; they count where mailbot reads them")
    ours = {address.lower() for address in (mail.address, *mail.aliases)}
    if mail.envelope.lower() in ours:
        return ok(f"bounces come to {mail.envelope}")
    return warning(
        f"bounces come to {mail.envelope}, which is none of our addresses: they count only where mailbot reads them",
        "let it end in a mailbox that mailbot reads, and name it in mail.aliases",
    )


def _interpreter(_: World) -> Iterator[Finding]:
    import sys

    from mailbot.core.reading import Own
    from mailbot.core.selftest import self_test

    self_test(Own(domain="mailbot.invalid", key=bytes(32)))
    summer = ZoneInfo("Europe/Brussels").utcoffset(datetime(2023, 7, 1, tzinfo=UTC).replace(tzinfo=None))
    if summer != timedelta(hours=2):
        yield failure("time zone data is missing or wrong", "install the package tzdata")
        return
    yield ok(f"Python {sys.version.split()[0]} seals letters, time zones are there")


def _calls(world: World) -> Iterator[Finding]:
    from mailbot.callview import loaded_calls

    settings = world.settings
    folder = settings.folders.rules
    if not folder.is_dir():
        yield failure(f"there is no folder {one_line(folder)}", "make it, or set folders.rules")
        return
    loaded = loaded_calls(folder, settings, world.now)
    for problem in loaded.problems:
        where = f"{problem.file}:{problem.line}" if problem.line else problem.file
        yield failure(f"{where}: {problem.what}", problem.mend)
    if loaded.calls:
        yield ok(", ".join(call.slug for call in loaded.calls))
    for call in loaded.calls:
        if call.mailbox not in settings.all_mailboxes:
            known = ", ".join(settings.all_mailboxes)
            yield failure(
                f"call {call.slug} wants mailbox {call.mailbox}", f"known are {known}: change the call file or the settings"
            )


def _letters(world: World) -> Iterator[Finding]:
    from mailbot.core.letter import Letters
    from mailbot.core.reading import Own
    from mailbot.resources import letter_templates

    mail = world.settings.mail
    own = Own(domain=mail.message_id_domain, key=bytes(32))
    letters = Letters(letter_templates(world.settings.folders.templates), own, mail.address, mail.name, mail.envelope)
    yield ok(f"acknowledgements in {', '.join(sorted(letters.languages))}")


def _secrets(world: World) -> Iterator[Finding]:
    from mailbot.settings import warnings

    its = world.settings.secrets()
    for secret in its:
        secret.reveal()
    for problem in warnings(world.settings):
        yield warning(problem.what, problem.mend)
    data = world.settings.folders.data
    if data.exists() and data.stat().st_mode & 0o007:
        yield warning("the data folder is open to every user of this machine", f"chmod 700 {one_line(data)}")
    names = ", ".join(f"{secret.name} ({secret.spelling})" for secret in its)
    yield ok(names or "none is needed")


def _data(world: World) -> Iterator[Finding]:
    """What the service does to its folder: make it, write a file, flush, rename, remove."""
    from mailbot.disk import RealDisk

    data, disk = world.settings.folders.data, RealDisk()
    mark = data / f".check-{secrets.token_hex(4)}"
    try:
        disk.make_folder(data)
        disk.write(mark, [b"mailbot check\n"])
        disk.rename(mark, mark.with_suffix(".renamed"))
        disk.flush_folder(data)
    except OSError as error:
        why = "a file is in the way" if isinstance(error, FileExistsError | NotADirectoryError) else error.strerror
        yield failure(
            f"{one_line(data)} cannot be written: {why}",
            "give the folder to the user that runs mailbot, or set folders.data",
        )
        return
    finally:
        _remove(mark, mark.with_suffix(".renamed"))
    yield from _space(data, _used_a_day(data, world.now))


def _remove(*files: Path) -> None:
    for file in files:
        try:
            file.unlink(missing_ok=True)
        except OSError:
            pass


def _used_a_day(data: Path, now: datetime) -> float:
    """Octets written under the data folder in the last week, by day."""
    since = (now - timedelta(days=7)).timestamp()
    total = 0
    for folder, _, names in os.walk(data):
        for name in names:
            try:
                status = (Path(folder) / name).stat()
            except OSError:
                continue
            total += status.st_size if status.st_mtime >= since else 0
    return total / 7


def _space(data: Path, a_day: float) -> Iterator[Finding]:
    free = shutil.disk_usage(data).free
    seen = f"{one_line(data)} can be written, {free // _MEGABYTE} MB free"
    if free < SPARE:
        yield failure(
            f"{one_line(data)}: only {free // _MEGABYTE} MB are free", "make room, or move folders.data to a larger disk"
        )
    elif a_day and free / a_day < HORIZON.days:
        days = int(free / a_day)
        yield warning(
            f"{seen}, full in about {days} day{'s' if days != 1 else ''} at last week's pace",
            "make room, or move folders.data to a larger disk",
        )
    else:
        yield ok(seen)


def _database(world: World) -> Iterator[Finding]:
    """Look, do not touch: a database that is not there yet is made by the service, an older one upgraded by it after a copy."""
    from mailbot.store import schema
    from mailbot.store.connection import Database, build_engine, read_url

    settings = world.settings
    file = settings.folders.data / "mailbot.sqlite"
    if not settings.store_is_set and not file.exists():
        yield ok("SQLite, will be made at the first start")
        return
    database = Database(build_engine(read_url(settings.database().reveal()), patience=10), patience=10)
    try:
        version = schema.version(database)
        schema.refuse_newer(database, version)
    finally:
        database.close()
    if version is None:
        yield ok(f"{one_line(database.where)} answers, its tables will be made at the first start")
    elif version != schema.NEWEST:
        yield warning(f"{one_line(database.where)} has schema {version}, this mailbot {schema.NEWEST}", "run `mailbot migrate`")
    else:
        yield ok(f"{one_line(database.where)} answers, schema {version}")


def _archive(world: World) -> Iterator[Finding]:
    """A mail of all bytes is put into an archive of its own beside the real one, read back, and cleared away."""
    from mailbot.archive import FolderArchive

    folder = world.settings.folders.data / f".check-archive-{secrets.token_hex(4)}"
    raw = b"Subject: mailbot check\r\n\r\n" + bytes(range(256)) * 16
    try:
        archive = FolderArchive(folder)
        if archive.get(archive.put(raw).sha256) != raw:
            raise MailbotError("a mail came back altered", mend="do not use this disk")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    yield ok(f"{len(raw)} octets written, flushed and read back unchanged")
