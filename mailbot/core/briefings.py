"""Briefing: a letter to one organiser that can be answered with commands, and what an "ok" to it would do."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

LIFE = timedelta(days=35)
"""How long a briefing can be answered: a month, and the days until somebody is back."""


class BriefingKind(StrEnum):
    """digest: what came in. preview: what commands would do. batch: the letters that decisions have prepared. shown: an entry
    that was asked for. unclear: how a command is said. done: what was done."""

    digest = "digest"
    preview = "preview"
    batch = "batch"
    shown = "shown"
    unclear = "unclear"
    done = "done"


@dataclass(frozen=True, slots=True)
class Briefing:
    """One such letter; found again by its Message-ID or by the code in it, both of which only its reader has.

    letter: Message-ID. digest: of the code, as `tokens.digest` makes it. call: slug. address: as `tokens.owner` folds it; no
    other one is believed. plan: what an "ok" does, as JSON, or ''. day: of a digest, in the call's zone; there is one for each
    address and day. used_by: ledger row of the mail that said "ok". made_at, ends_at, used_at: aware UTC.
    """

    letter: str
    digest: str
    call: str
    address: str
    kind: BriefingKind
    plan: str
    day: date | None
    made_at: datetime
    ends_at: datetime
    used_at: datetime | None = None
    used_by: int | None = None
