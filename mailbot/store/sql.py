"""SqlStore: the Store on SQLite or PostgreSQL, put together from its parts."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine

from mailbot.store.calls import Calls
from mailbot.store.choosing import Choosing
from mailbot.store.connection import Database
from mailbot.store.drafts import Drafts
from mailbot.store.ledger import Ledger
from mailbot.store.looking import Looking
from mailbot.store.mailing import Mailing
from mailbot.store.outbox import Outbox
from mailbot.store.people import People
from mailbot.store.recording import SqlUnit
from mailbot.store.reference import Choose
from mailbot.store.requests import Requests
from mailbot.store.returns import Returns
from mailbot.store.scores import Scores
from mailbot.store.signatures import Signatures
from mailbot.store.waiting import Waiting


class SqlStore(
    Ledger, Outbox, Looking, Mailing, People, Requests, Calls, Choosing, Scores, Drafts, Returns, Waiting, Signatures
):
    """See the Protocol `Store`. All threads of the process share one; `opening.open_store` gives it.

    choose: draws the characters of references; a seeded one makes a simulation repeatable.
    """

    def __init__(self, database: Database, choose: Choose = secrets.choice) -> None:
        super().__init__(database)
        self._choose = choose

    @property
    def database(self) -> Database:
        """What all parts of the store share."""
        return self._database

    @property
    def engine(self) -> Engine:
        """To watch or disturb what is done; see `Database`."""
        return self._database.engine

    @contextmanager
    def unit(self, *, lock: str = "") -> Iterator[SqlUnit]:
        """See the Protocol. What the caller raises inside undoes everything and comes out unchanged."""
        with self._database.writing(lock) as session:
            yield SqlUnit(session, self._choose)

    def close(self) -> None:
        self._database.close()
