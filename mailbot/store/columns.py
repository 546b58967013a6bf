"""Column types that take what mail brings: text no database chokes on, and instants that are never naive."""

from sqlalchemy import Dialect, Text, TypeDecorator
from sqlmodel.sql.sqltypes import UTCDateTime

Instant = UTCDateTime
"""Refuses a naive datetime (ValueError), gives an aware one in UTC back, also on SQLite, which keeps no zone."""


class Words(TypeDecorator[str]):
    """Text as `clean` leaves it.

    limit: characters kept. An indexed column needs one: a longer value than about 2,700 octets breaks PostgreSQL's index row.
    """

    impl = Text
    cache_ok = True

    def __init__(self, limit: int | None = None) -> None:
        super().__init__()
        self.limit = limit

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Done to what is written, and to what a stored value is compared with."""
        return clean(value)[: self.limit] if value is not None else None


def clean(words: str) -> str:
    """Without NUL, which PostgreSQL refuses, and with lone surrogates written out ('\\udcff'), which no database encodes.

    Python makes such surrogates of a file name's or header's stray bytes; written out, two such names stay two.
    """
    return words.replace("\x00", "").encode("utf-8", "backslashreplace").decode("utf-8")
