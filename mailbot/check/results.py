"""Where our mail server writes its Authentication-Results: told from the mails that were taken last."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from email.parser import BytesHeaderParser
from typing import TYPE_CHECKING

from mailbot.check import Finding, World, ok, warning

if TYPE_CHECKING:
    from mailbot.core.header import Fields
    from mailbot.settings import Settings

_NEWEST = 50
_HEADER = 512 * 1024  # octets; what is longer is refused when it is read


def look(world: World) -> Iterator[Finding]:
    """Whether the fields of our server stand where they are believed; a warning where that cannot be told from here."""
    mail = world.settings.mail
    if mail.topmost_without_id or not mail.authserv_ids:
        yield ok("the topmost field is believed" if mail.topmost_without_id else "no server's results are believed")
        return
    headers = _newest(world.settings)
    names = ", ".join(mail.authserv_ids)
    above = sum(_has_ours(fields, mail.authserv_ids, below=False) for fields in headers)
    within = sum(_has_ours(fields, mail.authserv_ids, below=True) for fields in headers)
    if not headers:
        yield ok(f"no mail was taken yet in which to look for the results of {names}")
    elif not within:
        yield warning(
            f"none of the last {len(headers)} mails has results of {names}: every sender is neutral",
            "write the first word of Authentication-Results in a mail you received into mail.authserv_ids",
        )
    elif within > above and not mail.authserv_below_received:
        yield warning(
            f"in {within - above} of the last {len(headers)} mails {names} stands below the Received line of who took the mail "
            "in, where a sender may have written it: it is not believed there",
            "if your server removes such fields from what comes in, as Gmail does, set mail.authserv_below_received = true",
        )
    else:
        yield ok(f"{within} of the last {len(headers)} mails have results of {names} where they are believed")


def _has_ours(fields: "Fields", names: Sequence[str], *, below: bool) -> bool:
    from mailbot.core.border import written_by_us

    ours = tuple(name.casefold() for name in names)
    results = (value for name, value in written_by_us(fields, below_received=below) if name == "authentication-results")
    return any(value.partition(";")[0].strip().strip('"').casefold().split(" ")[0] in ours for value in results)


def _newest(its: "Settings") -> "list[Fields]":
    """The headers of the mails taken last; none where there is no database of this version yet: its own check says so."""
    from mailbot.archive import FolderArchive
    from mailbot.callview import has_database
    from mailbot.core.header import raw_fields
    from mailbot.errors import ArchiveError
    from mailbot.store import schema
    from mailbot.store.connection import Database, build_engine, read_url
    from mailbot.store.sql import SqlStore

    if not has_database(its):
        return []
    database = Database(build_engine(read_url(its.database().reveal()), patience=5), patience=5)
    try:
        taken = SqlStore(database).mails(limit=_NEWEST) if schema.version(database) == schema.NEWEST else []
    finally:
        database.close()
    archive = FolderArchive(its.folders.data / "archive")
    found = []
    for mail in taken:
        with suppress(ArchiveError):  # a file that is gone is told where somebody wants to read it
            found.append(raw_fields(BytesHeaderParser().parsebytes(archive.get(mail.sha256)[:_HEADER])))
    return found
