"""What is asked of the store where people are chosen: numbers, scores, decisions, places, and what organisers were told."""

from collections.abc import Collection, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from mailbot.core.briefings import Briefing, BriefingKind
from mailbot.core.decisions import Decision, Offer, OfferState, Score
from mailbot.core.letter import Letter, LetterKind, LetterState
from mailbot.core.submission import Submission
from mailbot.core.tokens import Token

if TYPE_CHECKING:
    from mailbot.store import AuditEntry

NO_CALL, APART, WITHDRAWAL = "quarantined-without-call", "kept-apart", "withdrawal-waits"
OPEN_QUESTION = "question-open"
HELD, FAILED, RETURNED = "letter-held", "letter-failed", "letter-returned"
"""Named reasons of `waiting_for_people` beside those of mails."""


@dataclass(frozen=True, slots=True)
class LetterHead:
    """A letter of the outbox without its bytes. message_id: with angle brackets. about: reference of an entry, or ''.
    created_at: aware UTC."""

    id: int
    kind: LetterKind
    recipient: str
    message_id: str
    language: str
    about: str
    state: LetterState
    created_at: datetime


class Briefs(Protocol):
    """What a transaction knows and keeps of the letters that organisers answer."""

    def briefing(self, thread: Sequence[str], codes: Sequence[str]) -> Briefing | None:
        """The newest of those that a mail answers (Message-IDs) or quotes the code of; used or ended ones too."""

    def keep_briefing(self, briefing: Briefing) -> bool:
        """False, and nothing is written, where it is there already, or the digest of this day for this address."""

    def use_briefing(self, letter: str, mail_id: int | None, now: datetime) -> bool:
        """A briefing is used once, whoever is quicker: False when it was before. mail_id: None where it came by no mail."""


class ChoosingUnit(Briefs, Protocol):
    """One open transaction in which nobody else decides about this call: what is read stays so until it ends.

    Every change is told in the audit trail. NotFound for a reference that the call does not have.
    """

    def submissions(self) -> list[Submission]: ...
    def numbers(self) -> dict[str, int]:
        """See `Choices.numbers`."""

    def scores(self) -> list[Score]: ...
    def decisions(self) -> list[Decision]:
        """In the order in which the entries came."""

    def offers(self) -> list[Offer]:
        """All that ever were, in the order they were made."""

    def decide(self, decisions: Sequence[Decision]) -> int:
        """Choice, version, at, who and why of each; what was told, and the rank, stay as they are. How many were news: the same
        once more is none, but after it was applied."""

    def undecide(self, reference: str, now: datetime, who: str, why: str) -> bool:
        """A decision that is pending, or was made anew, goes back to what was told, or to none. False where there is none."""

    def apply(self, reference: str, rank: int | None, now: datetime, who: str = "") -> bool:
        """The choice is told from now on, with this rank. False where nothing is decided. who: without, who decided."""

    def untell(self, reference: str, now: datetime, who: str, why: str) -> bool:
        """The letter about a decision was dropped: it is pending again. False where none was applied."""

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
        """Keep a place for a person. None, and nothing is written, when the place or the person is held already, or as many
        offers hold a place as there are places. places: of the call, None without bound; a place above is refused with a
        StoreError. letter: Message-ID of the invitation. state: one that holds."""

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
        """Turn an offer that is in one of these states. False, and nothing changes, when it is in none of them.

        One that has given its place back never holds one again: who comes back gets a new one. `answered_at` is set unless it
        is open from now on. An accepted one that is turned, to accepted too, gets the next number of its calendar file."""

    def write(self, letters: Sequence[Letter], now: datetime, hold: bool) -> None:
        """Into the outbox; with hold they wait for a person. One whose Message-ID exists already is not written again."""

    def letters(self, states: Sequence[LetterState], kinds: Sequence[LetterKind] = ()) -> list[LetterHead]:
        """See `Choices.letters_of`."""

    def briefed(self, address: str, since: datetime) -> int:
        """How many such letters went to this address since then."""

    def is_as_written(self, letter_id: int) -> bool:
        """Whether no person has edited it."""

    def replace_letter(self, letter_id: int, raw: bytes, now: datetime, who: str, why: str) -> bool:
        """Write a letter anew that is held, as if this were how it was written. False, and nothing changes, when it is not."""

    def language_about(self, reference: str) -> str | None:
        """See `Unit.language_about`."""

    def keep_token(self, token: Token) -> None:
        """See `Unit.keep_token`."""

    def turn_letter(self, message_id: str, state: LetterState, now: datetime, who: str, why: str) -> bool:
        """As `Store.change_letter`; False too where the call has no such letter."""

    def tell(self, entry: "AuditEntry") -> None: ...


class Choices(Protocol):
    """The part of the Store that is about choosing."""

    def numbers(self, call: str) -> dict[str, int]:
        """Reference to the number that organisers call an entry by, from 1. Entries that have none get theirs now, in the order
        they came, and keep it for ever."""

    def scores(self, call: str) -> list[Score]:
        """By entry, then in the order in which reviewers gave their first. reviewer: as `tokens.owner` folds it."""

    def keep_scores(self, scores: Sequence[Score], now: datetime, who: str) -> int:
        """A reviewer's second reading of an entry takes the place of the first. How many were news. NotFound, and nothing is
        written, for a reference that is not there."""

    def decisions(self, call: str) -> list[Decision]: ...
    def offers(self, call: str) -> list[Offer]: ...
    def choosing(self, call: str) -> AbstractContextManager[ChoosingUnit]:
        """A write transaction; on PostgreSQL with an advisory lock on `choice/<call>`."""

    def briefings(self, call: str, kind: BriefingKind | None = None) -> list[Briefing]:
        """The newest first."""

    def letters_of(self, call: str, states: Sequence[LetterState], kinds: Sequence[LetterKind] = ()) -> list[LetterHead]:
        """In the order they were written. kinds: all without."""

    def replace_letter(self, letter_id: int, raw: bytes, now: datetime, who: str, why: str) -> bool:
        """A person edits a letter that is held. False, and nothing changes, when it is not. raw: with the same Message-ID."""

    def waiting_for_people(self, call: str, now: datetime) -> Mapping[str, int]:
        """What a person has to do, named and counted, nothing that is 0: mails of the call in quarantine or kept apart, by
        their reasons; mails in quarantine of which nobody knows the call; open questions; letters held, failed, returned."""
