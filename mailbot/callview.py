"""The call files as the service would have them now, looked at without writing anything."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from mailbot.callfiles import CallFiles, Loaded
from mailbot.errors import MailbotError
from mailbot.settings import Settings
from mailbot.store import AuditEntry


def loaded_calls(folder: Path, its: Settings | None, now: datetime) -> Loaded:
    """What the service would have of this folder now: with the last good versions that its database keeps. Writes nothing."""
    return CallFiles(folder, _Remembered(_kept(its))).reload(now)


def has_database(its: Settings) -> bool:
    """Whether there is one to look at; opening what is not there yet would make it."""
    return its.store_is_set or (its.folders.data / "mailbot.sqlite").exists()


class _Remembered:
    """The versions that the database keeps; what is good now is not written into it: looking changes nothing."""

    def __init__(self, texts: dict[str, str]) -> None:
        self._texts = texts

    def keep_call(self, slug: str, text: str, now: datetime, told: Sequence[AuditEntry] = ()) -> None:
        pass

    def kept_calls(self) -> dict[str, str]:
        return self._texts


def _kept(its: Settings | None) -> dict[str, str]:
    """Nothing where there is no database of this version yet, or none that answers: other checks speak of that."""
    if its is None or not has_database(its):
        return {}
    from mailbot.store import schema
    from mailbot.store.connection import Database, build_engine, read_url
    from mailbot.store.sql import SqlStore

    try:
        database = Database(build_engine(read_url(its.database().reveal()), patience=5), patience=5)
        try:
            if schema.version(database) != schema.NEWEST:
                return {}
            return SqlStore(database).kept_calls()
        finally:
            database.close()
    except MailbotError:
        return {}
