"""Places, as who holds the code of a letter sees and answers them. A look changes nothing."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import structlog

from mailbot.core import tokens
from mailbot.core.call import Call
from mailbot.core.decisions import Decision, Offer
from mailbot.core.history import Submission
from mailbot.core.life import Standing, barred
from mailbot.core.places import Table
from mailbot.core.stage import Placed, Stage, placed
from mailbot.core.tokens import Purpose, Token
from mailbot.placing import Placing, Said
from mailbot.store import Store

log = structlog.get_logger(__name__)

_WHO = "submitter"


@dataclass(frozen=True, slots=True)
class Seen:
    """All that the page tells. language: of the letter with the code."""

    call: Call
    entry: Submission
    language: str
    placed: Placed

    @property
    def stage(self) -> Stage:
        return self.placed.stage


class Places:
    """calls, standings, letter_waits: as in Intake."""

    def __init__(
        self,
        store: Store,
        placing: Placing,
        calls: Callable[[], Sequence[Call]],
        standings: Callable[[], Mapping[str, Standing]],
        letter_waits: Callable[[], None],
    ) -> None:
        self._store, self._placing, self._letter_waits = store, placing, letter_waits
        self._calls, self._standings = calls, standings

    def look(self, code: str, now: datetime) -> Seen | None:
        """None for every code that opens nothing, whatever the reason."""
        found = self._token(code, now)
        if found is None:
            return None
        call, token, language = found
        entry = self._store.submission(token.reference)
        if entry is None:
            return None
        decisions, offers = self._store.decisions(call.slug), self._store.offers(call.slug)
        return Seen(call, entry, language, _where(call, entry, decisions, offers, now))

    def answer(self, code: str, now: datetime, *, yes: bool, why: str) -> bool:
        """Say yes or no; nothing happens where that would change nothing. False for a code that opens nothing. why: a reason
        for a no, or ''.

        Raises StoreError and UnsafeToSend; then nothing has changed.
        """
        seen = self.look(code, now)
        if seen is None:
            return False
        call, reference = seen.call, seen.entry.reference
        with self._store.choosing(call.slug) as unit:
            stage = _where(call, seen.entry, unit.decisions(), unit.offers(), now).stage
            if not (stage.takes_yes if yes else stage.takes_no):
                return True
            said = Said(yes, now, _WHO, "" if yes else why, seen.language)
            outcome, letters = self._placing.answered(unit, call, reference, said, now)
            unit.write(letters, now, hold=False)
        self._letter_waits()
        log.info("place-answered", call=call.slug, reference=reference, outcome=outcome.value)
        return True

    def _token(self, code: str, now: datetime) -> tuple[Call, Token, str] | None:
        if tokens.found(code) != (code,):
            return None
        known = self._store.token_by_code(code)
        if known is None:
            return None
        token, language = known
        call = next((call for call in self._calls() if call.slug == token.call), None)
        where = self._standings().get(token.call)
        closed = where is not None and barred(where.state) is not None
        if call is None or closed or token.purpose is not Purpose.offer or token.ends_at < now:
            return None
        return call, token, language


def _where(call: Call, entry: Submission, decisions: Sequence[Decision], offers: Sequence[Offer], now: datetime) -> Placed:
    withdrawn = frozenset({entry.reference} if entry.withdrawn is not None else ())
    return placed(Table(call.places, decisions, offers, withdrawn), entry.reference, now)
