"""The letters that tell people what was decided, and what became of their place; composed, not yet recorded.

Each is named after what it is about, so that a round that was cut off writes none twice.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from mailbot.core import tokens
from mailbot.core.calendar_file import calendar_files
from mailbot.core.call import Call
from mailbot.core.choosing import WaitingRule
from mailbot.core.decisions import Offer
from mailbot.core.history import Submission
from mailbot.core.letter import Letter, LetterKind, Letters
from mailbot.core.reading import Own, Reading
from mailbot.core.tokens import Purpose, Token
from mailbot.core.wire import Part

_HALF_A_YEAR = timedelta(days=183)


@dataclass(frozen=True, slots=True)
class WithToken:
    """A letter that can be answered, and the token that brings the answer back."""

    letter: Letter
    token: Token


class Inviting:
    """Composes them. own: asked anew for each letter. team: who invites, as in From. page: where the answer to the offer with
    this token can be given without a mail; '' where there is no page."""

    def __init__(self, letters: Letters, own: Callable[[], Own], team: str, page: Callable[[str], str] = lambda _: "") -> None:
        self._letters, self._own, self._team, self._page = letters, own, team, page

    @property
    def key(self) -> bytes:
        return self._own().key

    def invitation(
        self,
        call: Call,
        entry: Submission,
        offer: Offer,
        language: str | None,
        now: datetime,
        *,
        number: int,
        waited: bool,
        again: Reading | None = None,
    ) -> WithToken | None:
        """number: of this person's offers, from 1. waited: on the waiting list. again: an answer that is neither yes nor no and
        brings the invitation once more. None when no mail can go to the address."""
        once = "" if again is None else " again"  # whoever is unclear twice is for a person
        occasion = f"{entry.reference} offer {number}{once}"
        token = self._token(call, entry, occasion)
        words = {"until": offer.ends_at, "token": token, "link": self._page(token), "from_waiting": waited}
        files = self._files(call, entry, offer, now) if again is None else ()
        words |= {"again": again is not None}
        letter = self._write(LetterKind.invitation, words, call, entry, occasion, language, now, files, again)
        return _with_token(letter, token, call, entry, now)

    def waitlist(
        self,
        call: Call,
        entry: Submission,
        rank: int,
        rule: WaitingRule,
        language: str | None,
        now: datetime,
        answers: Reading | None = None,
        *,
        late: bool = False,
    ) -> WithToken | None:
        """With a token: whoever waits can leave the list by a no. late: because a yes came when the place had gone on."""
        occasion = f"{entry.reference} waiting {rank} {_by(answers, now)}"  # a rank may be given again
        token = self._token(call, entry, occasion)
        words = {"rank": rank, "rule": rule.value, "token": token, "late": late}
        letter = self._write(LetterKind.waitlist, words, call, entry, occasion, language, now, answers=answers)
        return _with_token(letter, token, call, entry, now)

    def hold(self, call: Call, entry: Submission, language: str | None, now: datetime) -> Letter | None:
        return self._write(LetterKind.hold, {}, call, entry, f"{entry.reference} hold {now.isoformat()}", language, now)

    def decline(self, call: Call, entry: Submission, why: str, language: str | None, now: datetime) -> Letter | None:
        occasion = f"{entry.reference} decline {now.isoformat()}"
        return self._write(LetterKind.decline, {"why": why}, call, entry, occasion, language, now)

    def accepted(
        self,
        call: Call,
        entry: Submission,
        offer: Offer,
        language: str | None,
        now: datetime,
        said: Reading | None,
        *,
        number: int,
    ) -> WithToken | None:
        """said: the mail that said yes; None where it was said on the page or by an organiser. It has a token, for a no."""
        occasion = f"{entry.reference} accepted {number} {_by(said, now)}"
        token = self._token(call, entry, occasion)
        files = self._files(call, entry, offer, now)
        letter = self._write(LetterKind.accepted, {"token": token}, call, entry, occasion, language, now, files, said)
        return _with_token(letter, token, call, entry, now)

    def given_back(
        self,
        call: Call,
        entry: Submission,
        offer: Offer | None,
        what: str,
        language: str | None,
        now: datetime,
        said: Reading | None,
    ) -> Letter | None:
        """offer: as it is now; None for who left the waiting list. what: `invitation`, `place` or `list`."""
        occasion = f"{entry.reference} given back {offer.id if offer is not None else now.isoformat()}"
        files = self._files(call, entry, offer, now) if offer is not None else ()
        return self._write(LetterKind.given_back, {"what": what}, call, entry, occasion, language, now, files, said)

    def expired(
        self, call: Call, entry: Submission, offer: Offer, language: str | None, now: datetime, *, number: int
    ) -> WithToken | None:
        """With a token: a late yes is welcome."""
        occasion = f"{entry.reference} expired {number}"
        token, files = self._token(call, entry, occasion), self._files(call, entry, offer, now)
        words = {"until": offer.ends_at, "token": token}
        letter = self._write(LetterKind.expired, words, call, entry, occasion, language, now, files)
        return _with_token(letter, token, call, entry, now)

    def cancelled(
        self,
        call: Call,
        entry: Submission,
        offer: Offer,
        what: str,
        why: str,
        language: str | None,
        now: datetime,
        said: Reading | None = None,
    ) -> Letter | None:
        """what: `invitation` or `place`. why: a reason for the person, or ''. said: a mail that answers what is no more."""
        files, occasion = self._files(call, entry, offer, now), f"{entry.reference} cancelled {offer.id} {_by(said, now)}"
        return self._write(LetterKind.cancelled, {"what": what, "why": why}, call, entry, occasion, language, now, files, said)

    def _token(self, call: Call, entry: Submission, occasion: str) -> str:
        return tokens.make(self.key, Purpose.offer, call.slug, entry.address, occasion)

    def _files(self, call: Call, entry: Submission, offer: Offer, now: datetime) -> Sequence[Part]:
        return calendar_files(call, offer, (entry.name, entry.address), self._team, self._own(), now)

    def _write(
        self,
        kind: LetterKind,
        words: Mapping[str, object],
        call: Call,
        entry: Submission,
        occasion: str,
        language: str | None,
        now: datetime,
        parts: Sequence[Part] = (),
        answers: Reading | None = None,
    ) -> Letter | None:
        return self._letters.written(
            kind,
            words,
            entry.address,
            call=call,
            occasion=occasion,
            language=language,
            now=now,
            about=entry.reference,
            answers=answers,
            parts=parts,
        )


def _by(said: Reading | None, now: datetime) -> str:
    """What a letter comes of: a mail, which taken in again brings the same one, or else the moment."""
    return said.sha256 if said is not None else now.isoformat()


def _with_token(letter: Letter | None, token: str, call: Call, entry: Submission, now: datetime) -> WithToken | None:
    """For half a year: whoever said yes today, and cannot come in the end, says so to the same letter."""
    if letter is None:
        return None
    made = tokens.digest(token), Purpose.offer, call.slug, tokens.owner(entry.address), entry.reference
    return WithToken(letter, Token(*made, letter.message_id, entry.revisions[-1].mail_id, now, now + _HALF_A_YEAR))
