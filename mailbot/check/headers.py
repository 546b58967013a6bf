"""Headers of the newest mails: of those that were taken, and of those that lie in the mailboxes."""

import ssl
from collections.abc import Iterator
from contextlib import suppress
from email.parser import BytesHeaderParser
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mailbot.core.header import Fields
    from mailbot.settings import Mailbox, Settings

_TAKEN = 50
_THERE = 20  # of each mailbox: each is a question to the server
_HEADER = 512 * 1024  # octets; what is longer is refused when it is read
_ASKED = 64 * 1024  # octets of a header that a server is asked for


def archived(its: "Settings") -> "list[Fields]":
    """Those of the mails taken last; none where there is no database of this version yet: its own check says so."""
    from mailbot.archive import FolderArchive
    from mailbot.callview import has_database
    from mailbot.errors import ArchiveError
    from mailbot.store import schema
    from mailbot.store.connection import Database, build_engine, read_url
    from mailbot.store.sql import SqlStore

    if not has_database(its):
        return []
    database = Database(build_engine(read_url(its.database().reveal()), patience=5), patience=5)
    try:
        taken = SqlStore(database).mails(limit=_TAKEN) if schema.version(database) == schema.NEWEST else []
    finally:
        database.close()
    archive = FolderArchive(its.folders.data / "archive")
    found = []
    for mail in taken:
        with suppress(ArchiveError):  # a file that is gone is told where somebody wants to read it
            found.append(_fields(archive.get(mail.sha256)))
    return found


def waiting(its: "Settings") -> "list[Fields]":
    """Those of the newest mails of every mailbox. Raises SourceError where one cannot be asked."""
    found: list[Fields] = []
    for name, box in its.all_mailboxes.items():
        raw = _in_maildir(box) if box.path is not None else _on_server(its, name, box)
        found += map(_fields, raw)
    return found


def _fields(raw: bytes) -> "Fields":
    from mailbot.core.header import raw_fields

    return raw_fields(BytesHeaderParser().parsebytes(raw[:_HEADER]))


def _in_maildir(box: "Mailbox") -> Iterator[bytes]:
    files = [file for folder in ("new", "cur") for file in (Path(str(box.path)) / folder).glob("*") if file.is_file()]
    for file in islice(sorted(files, key=lambda file: file.stat().st_mtime, reverse=True), _THERE):
        with file.open("rb") as mail:
            yield mail.read(_ASKED)


def _on_server(its: "Settings", name: str, box: "Mailbox") -> list[bytes]:
    from mailbot.sources.imap_session import Server, Session
    from mailbot.sources.imap_wire import Bounds

    user, password = its.login(name)
    bounds = Bounds(float(box.timeout_seconds), 4 * float(box.timeout_seconds))
    trust = ssl.create_default_context(cafile=str(box.ca_file) if box.ca_file else None)
    session = Session(Server(name, box.host, box.port, box.tls, trust, bounds))
    try:
        session.login_password(user, password.reveal())
        folder = session.select(box.folder, write=False)
        uids = session.search(max(1, (folder.uidnext or 1) - 1000))[-_THERE:]
        return [session.slice(uid, 0, _ASKED) for uid in reversed(uids)]
    finally:
        session.close()
