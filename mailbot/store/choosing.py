"""One open transaction in which people are chosen, by itself or as part of that of a mail."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime

from sqlmodel import Session

from mailbot.core.briefings import Briefing, BriefingKind
from mailbot.core.decisions import Decision, Offer, OfferState, Score
from mailbot.core.letter import Letter, LetterKind, LetterState
from mailbot.core.submission import Submission
from mailbot.core.tokens import Token
from mailbot.store import AuditEntry, briefings, decisions, letters, offers, requests, rows, scores
from mailbot.store.choice import LetterHead
from mailbot.store.connection import Part, hold
from mailbot.store.numbers import give_numbers, known_numbers
from mailbot.store.statements import insert_rows
from mailbot.store.tables import AuditRow


class SqlBriefs:
    """See the Protocol `Briefs`."""

    _session: Session

    def briefing(self, thread: Sequence[str], codes: Sequence[str]) -> Briefing | None:
        return briefings.found(self._session, thread, codes)

    def keep_briefing(self, briefing: Briefing) -> bool:
        return briefings.keep(self._session, briefing)

    def use_briefing(self, letter: str, mail_id: int | None, now: datetime) -> bool:
        return briefings.use(self._session, letter, mail_id, now)


class SqlChoosingUnit(SqlBriefs):
    """See the Protocol `ChoosingUnit`. The transaction belongs to who made this; the lock lasts as long as it does."""

    def __init__(self, session: Session, call: str) -> None:
        self._session, self._call = session, call
        hold(session, f"choice/{call}")

    def submissions(self) -> list[Submission]:
        return rows.submissions_of(self._session, self._call)

    def numbers(self) -> dict[str, int]:
        return give_numbers(self._session, self._call)

    def scores(self) -> list[Score]:
        return scores.of_call(self._session, self._call)

    def decisions(self) -> list[Decision]:
        return decisions.of_call(self._session, self._call)

    def offers(self) -> list[Offer]:
        return offers.of_call(self._session, self._call)

    def decide(self, decided: Sequence[Decision]) -> int:
        return decisions.decide(self._session, self._call, decided)

    def undecide(self, reference: str, now: datetime, who: str, why: str) -> bool:
        return decisions.undecide(self._session, self._call, reference, now, who, why)

    def apply(self, reference: str, rank: int | None, now: datetime, who: str = "") -> bool:
        return decisions.apply(self._session, self._call, reference, rank, now, who)

    def untell(self, reference: str, now: datetime, who: str, why: str) -> bool:
        return decisions.untell(self._session, self._call, reference, now, who, why)

    def offer(
        self,
        reference: str,
        place: int,
        places: int | None,
        letter: str,
        ends_at: datetime,
        now: datetime,
        *,
        state: OfferState = OfferState.prepared,
        who: str = "mailbot",
        why: str = "",
    ) -> Offer | None:
        answered_at = now if state is OfferState.accepted else None
        wanted = Offer(0, self._call, reference, place, state, now, ends_at, answered_at, 0, letter, why)
        return offers.keep(self._session, wanted, places, who)

    def turn(
        self,
        offer_id: int,
        before: Collection[OfferState],
        after: OfferState,
        now: datetime,
        who: str,
        why: str,
        ends_at: datetime | None = None,
    ) -> bool:
        return offers.turn_offer(self._session, self._call, offer_id, before, after, now, who, why, ends_at)

    def write(self, some: Sequence[Letter], now: datetime, hold: bool) -> None:
        letters.add_letters(self._session, some, LetterState.held if hold else LetterState.waiting, now)

    def letters(self, states: Sequence[LetterState], kinds: Sequence[LetterKind] = ()) -> list[LetterHead]:
        return letters.heads(self._session, self._call, states, kinds)

    def briefed(self, address: str, since: datetime) -> int:
        return briefings.count(self._session, self._call, address, since)

    def is_as_written(self, letter_id: int) -> bool:
        return letters.edited_at(self._session, letter_id) is None

    def replace_letter(self, letter_id: int, raw: bytes, now: datetime, who: str, why: str) -> bool:
        return letters.replace_letter(self._session, letter_id, raw, now, who, why, by_person=False)

    def language_about(self, reference: str) -> str | None:
        return requests.language_about(self._session, reference)

    def keep_token(self, token: Token) -> None:
        requests.keep_token(self._session, token)

    def turn_letter(self, message_id: str, state: LetterState, now: datetime, who: str, why: str) -> bool:
        known = letters.head(self._session, self._call, message_id)
        return known is not None and letters.decide_letter(self._session, known[0], known[1], state, now, who, why)

    def tell(self, entry: AuditEntry) -> None:
        insert_rows(self._session, AuditRow, [rows.audit_values(entry)])


class Choosing(Part):
    """The part of the Store that is about choosing; see the Protocol `Choices`."""

    def numbers(self, call: str) -> dict[str, int]:
        with self._database.reading() as session:  # costs no write transaction while nothing came, which is often
            found = known_numbers(session, call)
        if found is not None:
            return found
        with self.choosing(call) as unit:
            return unit.numbers()

    def decisions(self, call: str) -> list[Decision]:
        with self._database.reading() as session:
            return decisions.of_call(session, call)

    def offers(self, call: str) -> list[Offer]:
        with self._database.reading() as session:
            return offers.of_call(session, call)

    def briefings(self, call: str, kind: BriefingKind | None = None) -> list[Briefing]:
        with self._database.reading() as session:
            return briefings.of_call(session, call, kind)

    @contextmanager
    def choosing(self, call: str) -> Iterator[SqlChoosingUnit]:
        """See the Protocol. What the caller raises inside undoes everything and comes out unchanged."""
        with self._database.writing() as session:
            yield SqlChoosingUnit(session, call)
