"""Calls drafted by mail, within the transaction of the mail: an announcement is kept and shown, an answer corrects or opens it.

Nothing opens without an ok to the newest version, from somebody it went to, whose mail is authentic. The call file is written
before the transaction is committed. A crash between the two leaves a file whose call is still a draft, and mail to it waits for
a person; the same ok is then read again, finds its own file, and opens the call.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import count
from typing import Protocol

import structlog

from mailbot.core.call import Call
from mailbot.core.drafting.corrections import corrected
from mailbot.core.drafting.lacking import Lacking, lacking
from mailbot.core.drafting.plan import Announced, Answer, Answered, Plan
from mailbot.core.drafting.planned import addressed
from mailbot.core.drafting.shown import Occasion, Showing, in_words, opened_in_words
from mailbot.core.letter import Letter, LetterKind, Letters
from mailbot.core.life import State
from mailbot.core.reading import Own, Reading
from mailbot.core.submission import Became, Change
from mailbot.errors import MailbotError
from mailbot.store import AuditEntry, KeptDraft, Mail, Unit

log = structlog.get_logger(__name__)

LOCK = "drafts"
_MOST_LETTERS = 30  # about drafts to one address within a day: two programs must not talk for ever
_NOTHING = Answer()
_OPENED = frozenset({State.open, State.closed, State.decided})


class Files(Protocol):
    """Where call files are put; see `callfiles.CallFiles.add`."""

    def add(self, slug: str, text: str) -> None: ...


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of a mail about a draft. opened: its call takes answers from now on."""

    change: Change
    letters: tuple[Letter, ...] = ()
    audit: tuple[AuditEntry, ...] = ()
    opened: bool = False


class Drafts:
    """See the module. own, calls: asked anew for each mail. addresses: those that mailbot reads, the usual one first.
    operator: who is told when a file cannot be written. opened: called once a call was opened and that is committed.
    step: told the name of each step just reached, see `Intake`.
    """

    def __init__(
        self,
        letters: Letters,
        files: Files,
        own: Callable[[], Own],
        calls: Callable[[], Sequence[Call]],
        *,
        addresses: Sequence[str],
        operator: str,
        opened: Callable[[datetime], object] = lambda _: None,
        step: Callable[[str], None] = lambda _: None,
    ) -> None:
        self._letters, self._files, self._own, self._calls = letters, files, own, calls
        self._addresses, self._operator, self._opened, self._step = tuple(addresses), operator, opened, step

    def take(self, unit: Unit, mail: Mail, reading: Reading, first_round: datetime, now: datetime) -> Taken:
        """Decide, and do within the transaction all but recording the mail itself."""
        one = _One(unit, mail, reading, reading.sender.address or "", now)
        if reading.received_at < first_round.replace(microsecond=0):
            return one.for_a_person("draft-before-first-round")
        if unit.drafted_before(mail.id, reading):
            return Taken(Change(Became.duplicate, "same-mail-again"), audit=one.audit(Became.duplicate, "same-mail-again"))
        if unit.draft_letters_today(one.sender, now) >= _MOST_LETTERS:
            return one.for_a_person("draft-too-many-mails")
        match reading.drafting:
            case Announced(plan):
                return self._announced(one, plan)
            case Answered(letters, answer):
                return self._answered(one, letters, answer)
            case _:
                return one.for_a_person("draft-not-read")

    def done(self, taken: Taken, now: datetime) -> None:
        """The transaction is committed."""
        if taken.opened:
            self._opened(now)

    def open_by_hand(self, unit: Unit, draft: KeptDraft, now: datetime, who: str, why: str) -> None:
        """The same as by an ok, without mail and letters. Raises MailbotError where it cannot be."""
        lack = self._lacking(draft.plan, now)
        if lack.anything:
            what = ", ".join((*lack.missing, *lack.wrong)) or ("the deadline is over" if lack.over else "its address is used")
            raise MailbotError(f"{draft.plan.slug} cannot be opened: {what}", mend="answer the draft letter with corrections")
        self._files.add(draft.plan.slug, draft.plan.file())
        unit.change_state(draft.plan.slug, State.draft, State.open, now, who, why)

    def _announced(self, one: "_One", plan: Plan) -> Taken:
        known = next((kept for kept in one.unit.drafts() if _is_same(kept.plan, plan)), None)
        if known is not None and one.unit.state(known.plan.slug) is State.draft:
            letters = self._show(one, known.plan, known.version, Occasion.known, (one.sender,))
            return one.followed("draft-known", known.plan.slug, letters)
        plan = self._named(one, plan)
        one.unit.keep_draft(plan, 1, one.mail.id, one.now)
        one.unit.change_state(plan.slug, None, State.draft, one.now, one.sender, f"mail {one.mail.id}")
        return one.followed("draft-new", plan.slug, self._show(one, plan, 1, Occasion.new, plan.readers))

    def _named(self, one: "_One", plan: Plan) -> Plan:
        """With a name that no call ever had, an address that takes its answers, and the mailbox it came in."""
        used = one.unit.slugs() | {call.slug for call in self._calls()}
        names = (f"{plan.slug[:55]}-{n}" for n in count(2))
        slug = plan.slug if plan.slug not in used else next(name for name in names if name not in used)
        fields = dict(plan.fields)
        if one.mail.key.mailbox != "default":
            fields["mailbox"] = one.mail.key.mailbox
        return addressed(replace(plan, slug=slug, fields=fields), self._addresses, self._used())

    def _answered(self, one: "_One", letters: Sequence[str], answer: Answer) -> Taken:
        found = one.unit.draft_answered(letters)
        if found is None:
            return one.for_a_person("draft-not-known")
        draft, version = found
        if one.sender.casefold() not in {reader.casefold() for reader in self._readers(draft.plan)}:
            return one.for_a_person("draft-answer-of-somebody-else")
        state = one.unit.state(draft.plan.slug)
        if state in _OPENED:
            return self._open_already(one, draft, answer)
        if state is not State.draft:
            return one.for_a_person("draft-not-waiting")
        if version != draft.version:
            return self._again(one, draft, Occasion.older)
        if answer.corrections:
            return self._corrected(one, draft, answer)
        return self._open(one, draft) if answer.ok else self._again(one, draft, Occasion.unclear, answer)

    def _again(self, one: "_One", draft: KeptDraft, occasion: Occasion, answer: Answer = _NOTHING) -> Taken:
        letters = self._show(one, draft.plan, draft.version, occasion, (one.sender,), answer.unclear)
        return one.followed(f"draft-{occasion.value}", draft.plan.slug, letters)

    def _corrected(self, one: "_One", draft: KeptDraft, answer: Answer) -> Taken:
        plan, lost = corrected(draft.plan, answer.corrections)
        unclear = (*lost, *answer.unclear)
        if plan == draft.plan:
            return self._again(one, draft, Occasion.unclear, replace(answer, unclear=unclear))
        version = draft.version + 1
        one.unit.keep_draft(plan, version, one.mail.id, one.now)
        readers = tuple(dict.fromkeys((*plan.readers, one.sender)))
        letters = self._show(one, plan, version, Occasion.changed, readers, unclear, with_ok=answer.consents)
        what = ", ".join(dict.fromkeys(correction.what.value for correction in answer.corrections))
        entry = AuditEntry(one.now, one.sender, "draft-changed", plan.slug, f"mail {one.mail.id}: {what}; version {version}")
        return one.followed("draft-changed", plan.slug, letters, entry)

    def _open(self, one: "_One", draft: KeptDraft) -> Taken:
        plan = draft.plan
        if self._lacking(plan, one.now).anything:
            return self._again(one, draft, Occasion.lacking)
        letters = [self._tell_opened(one, draft, reader) for reader in self._readers(plan)]
        self._step("opening")
        try:
            self._files.add(plan.slug, plan.file())
        except MailbotError as error:
            return self._not_written(one, draft, error)
        self._step("file written")
        one.unit.change_state(plan.slug, State.draft, State.open, one.now, one.sender, f"mail {one.mail.id}")
        taken = one.followed("draft-opened", plan.slug, tuple(letter for letter in letters if letter is not None))
        return replace(taken, opened=True)

    def _not_written(self, one: "_One", draft: KeptDraft, error: MailbotError) -> Taken:
        slug = draft.plan.slug
        log.error("call-file-not-written", call=slug, trouble=error.line())
        notice = self._letters.plain_notice(
            self._operator,
            subject=f"the call {slug} could not be opened",
            what=f"Its organisers said ok, and {error.what}.",
            mend=f"{error.mend}. Then they answer ok once more, or you run `mailbot call open {slug}`",
            occasion=f"{slug} not written, mail {one.mail.id}",
            now=one.now,
            call=slug,
        )
        again = self._again(one, draft, Occasion.not_written)
        return replace(again, letters=(*again.letters, notice))

    def _open_already(self, one: "_One", draft: KeptDraft, answer: Answer) -> Taken:
        """Said so; what else the mail says is for a person, since an open call is changed in its file."""
        kept = bool(answer.corrections or answer.unclear)
        letter = self._tell_opened(one, draft, one.sender, already=True, kept=kept)
        letters = (letter,) if letter is not None else ()
        if kept:
            return replace(one.for_a_person("draft-is-open"), letters=letters)
        return one.followed("draft-is-open", draft.plan.slug, letters)

    def _show(
        self,
        one: "_One",
        plan: Plan,
        version: int,
        occasion: Occasion,
        readers: Sequence[str],
        unclear: Sequence[str] = (),
        *,
        with_ok: bool = False,
    ) -> tuple[Letter, ...]:
        ours = frozenset(address.casefold() for address in self._own().addresses)
        language = self._letters.drafting_language(plan.language)
        showing = Showing(plan, version, self._lacking(plan, one.now), occasion, ours, unclear, with_ok)
        words = in_words(showing, language)
        to = [reader for reader in readers if reader.casefold() not in ours]
        written = [
            self._letters.drafting(LetterKind.draft, words, reader, version, one.reading, language, one.now) for reader in to
        ]
        return tuple(letter for letter in written if letter is not None)

    def _tell_opened(
        self, one: "_One", draft: KeptDraft, reader: str, *, already: bool = False, kept: bool = False
    ) -> Letter | None:
        language = self._letters.drafting_language(draft.plan.language)
        words = opened_in_words(draft.plan, language, "" if already else one.sender, already=already, kept=kept)
        return self._letters.drafting(LetterKind.opened, words, reader, draft.version, one.reading, language, one.now)

    def _readers(self, plan: Plan) -> tuple[str, ...]:
        """Without our own addresses, which a page may name as a contact."""
        ours = {address.casefold() for address in self._own().addresses}
        return tuple(reader for reader in plan.readers if reader.casefold() not in ours)

    def _used(self) -> frozenset[str]:
        return frozenset(address.casefold() for call in self._calls() for address in call.addresses)

    def _lacking(self, plan: Plan, now: datetime) -> Lacking:
        others = (call for call in self._calls() if call.slug != plan.slug)  # its own file may lie there after a crash
        used = frozenset(address.casefold() for call in others for address in call.addresses)
        return lacking(plan, used, now)


@dataclass(frozen=True, slots=True)
class _One:
    """One mail about a draft, and the transaction it is recorded in."""

    unit: Unit
    mail: Mail
    reading: Reading
    sender: str
    now: datetime

    def followed(self, reason: str, slug: str, letters: tuple[Letter, ...], *entries: AuditEntry) -> Taken:
        told = AuditEntry(self.now, "mailbot", reason, slug, f"mail {self.mail.id}")
        audit = (*entries, *self.audit(Became.not_a_submission, reason), told)
        return Taken(Change(Became.not_a_submission, reason), letters, audit)

    def for_a_person(self, reason: str) -> Taken:
        return Taken(Change(Became.quarantined, reason), audit=self.audit(Became.quarantined, reason))

    def audit(self, became: Became, reason: str) -> tuple[AuditEntry, ...]:
        return (AuditEntry(self.now, "mailbot", became.value, f"mail {self.mail.id}", reason),)


def _is_same(kept: Plan, plan: Plan) -> bool:
    """The same announcement in another mail: title, deadline and questions as they came."""
    named = ("title", "deadline", "questions")
    return all(kept.fields.get(name) == plan.fields.get(name) for name in named)
