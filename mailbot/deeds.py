"""What a change does beyond adding to an entry, and the letters that follow: inside the transaction that records its mail."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from mailbot.core import attending, plain, tokens
from mailbot.core.call import Call, Contact
from mailbot.core.history import Change, Deed, History, Submission
from mailbot.core.late import LATE
from mailbot.core.letter import Letter, LetterKind, Letters
from mailbot.core.life import Standing
from mailbot.core.manners import counted_as
from mailbot.core.phrases.machines import MACHINE_SENDERS, MAYBE_BOUNCE_SENDERS
from mailbot.core.reading import Authentication, Forwarded, Intent, Reading, Sender, Way
from mailbot.core.tokens import Purpose, Token
from mailbot.placing import Placing, Said
from mailbot.store import Unit

_QUESTIONS_AN_HOUR = 30  # of one call that go on; more are open and shown, and fill nobody's mailbox
_UNSURE_QUESTIONS_AN_HOUR = 5  # of those whom nobody vouches for; the sure ones have the rest for themselves
_CONFIRMATIONS = 2  # letters to one address for one call that ask whether answers are theirs
_WORDS_AT_MOST = 4000  # characters of a question that go on; the mail itself is in the archive
SUBMITTER = "submitter"


@dataclass(frozen=True, slots=True)
class Asked:
    """One mail that asks for something, and all that is needed to do it. mail_id: its ledger row. reference: of the entry it is
    about. where: where the call stands; None: it is open."""

    mail_id: int
    call: Call
    reading: Reading
    history: History
    change: Change
    reference: str | None
    now: datetime
    where: Standing | None = None


class Deeds:
    """Does them. Everything is idempotent: a mail that takes the path again changes and writes nothing twice. placing: what
    becomes of answers to invitations; without it nothing."""

    def __init__(self, letters: Letters, placing: Placing | None = None) -> None:
        self._letters, self._placing = letters, placing

    def do(self, unit: Unit, one: Asked, key: bytes, *, may_answer: bool) -> list[Letter]:
        """The letters that follow. key: tokens are made with it. may_answer: False where no letter may go to who wrote; what is
        asked is done all the same.

        Raises UnsafeToSend when a letter cannot be written.
        """
        if one.change.token is not None and not one.change.token.purpose.lasts:
            unit.use_token(one.change.token, one.mail_id, one.now)
        match one.change.deed:
            case Deed.ask_withdrawal:
                return self._ask_withdrawal(unit, one, key) if may_answer else []
            case Deed.withdraw | Deed.restore:
                return self._turn(unit, one, key, may_answer=may_answer)
            case Deed.confirm if one.change.token is not None:
                waiting = next((r for r in _entry(one).revisions if r.mail_id == one.change.token.mail_id), None)
                if waiting is not None and waiting.why not in LATE:  # an organiser decides on what came late
                    unit.confirm(waiting.mail_id, one.now, SUBMITTER, "confirmed by its author")
                return []
            case Deed.on_behalf if one.reading.forwarded is not None and one.reference is not None:
                return self._on_behalf(unit, one, key, one.reading.forwarded, one.reference, may_answer=may_answer)
            case Deed.accept | Deed.give_back if self._placing is not None and one.change.token is not None:
                return self._place(self._placing, unit, one, one.change.token, may_answer=may_answer)
            case Deed.ask_again if self._placing is not None and one.change.token is not None and may_answer:
                choosing, reference = unit.choosing(one.call.slug), one.change.token.reference
                return self._placing.asked_again(choosing, one.call, reference, one.reading, one.now)
            case Deed.pass_on:
                return self._pass_on(unit, one, may_answer=may_answer)
            case Deed.note_answer if one.history.question is not None:
                unit.note_answer(one.history.question, one.now, one.reading.sender.address or "")
                return []
            case Deed.thank if may_answer:
                words = {"received": one.reading.received_at, "what": one.change.reason}
                return self._answer(unit, one, LetterKind.thanks, one.reading.sender.address or "", words)
            case _:
                return []

    def by_team(
        self, unit: Unit, call: Call, entry: Submission, key: bytes, now: datetime, who: str, why: str, *, undo: bool = False
    ) -> bool:
        """A person takes an entry back for who wrote it, or undoes that, and the address on file is told, with the way to undo
        it: a mistake is noticed. False, and nothing changes, when it is so already."""
        if not unit.note_event(entry.reference, "restored" if undo else "withdrawn", now, who, why):
            return False
        words: dict[str, object] = {"by_team": True}
        token = tokens.make(key, Purpose.restore, call.slug, entry.address, f"{entry.reference} {now.isoformat()}")
        if not undo:
            words |= {"at": now, "token": token, "until": now + tokens.LIFE}
        letter = self._letters.written(
            LetterKind.restored if undo else LetterKind.withdrawn,
            words,
            entry.address,
            call=call,
            occasion=f"{entry.reference} {now.isoformat()}",
            language=unit.language_about(entry.reference),
            now=now,
            about=entry.reference,
        )
        if letter is not None:
            unit.write([letter], now)
        if letter is not None and not undo:
            mail_id = entry.revisions[-1].mail_id
            made = tokens.digest(token), Purpose.restore, call.slug, tokens.owner(entry.address), entry.reference
            unit.keep_token(Token(*made, letter.message_id, mail_id, now, now + tokens.LIFE))
        return True

    def _ask_withdrawal(self, unit: Unit, one: Asked, key: bytes) -> list[Letter]:
        entry = _entry(one)
        token = tokens.make(key, Purpose.withdraw, one.call.slug, entry.address, one.reading.sha256)
        words = {"received": one.reading.received_at, "token": token, "until": one.now + tokens.LIFE}
        letters = self._answer(unit, one, LetterKind.withdrawal, entry.address, words)
        _keep(unit, one, token, Purpose.withdraw, letters, entry.address, entry.reference)
        return letters

    def _turn(self, unit: Unit, one: Asked, key: bytes, *, may_answer: bool) -> list[Letter]:
        entry, back = _entry(one), one.change.deed is Deed.restore
        what = "restored" if back else "withdrawn"
        unit.note_event(entry.reference, what, one.now, SUBMITTER, "by the token of a letter", one.mail_id)
        if not may_answer:
            return []
        if back:
            return self._answer(unit, one, LetterKind.restored, entry.address, {"by_team": False})
        token = tokens.make(key, Purpose.restore, one.call.slug, entry.address, one.reading.sha256)
        words = {"at": one.now, "by_team": False, "token": token, "until": one.now + tokens.LIFE}
        letters = self._answer(unit, one, LetterKind.withdrawn, entry.address, words)
        _keep(unit, one, token, Purpose.restore, letters, entry.address, entry.reference)
        return letters

    def _on_behalf(
        self, unit: Unit, one: Asked, key: bytes, named: Forwarded, reference: str, *, may_answer: bool
    ) -> list[Letter]:
        """Who is named is asked, twice at most ever; none of the answers goes to anybody."""
        letters: list[Letter] = []
        resent = named.way is Way.resent  # then From is the person named, and nothing vouches for who sent it on
        ours = {counted_as(address) for address in (*one.call.addresses, *(c.address for c in one.call.contacts))}
        reachable = counted_as(named.address) not in ours and not _is_machine(named.address)
        if reachable and unit.confirmations(one.call.slug, named.address) < _CONFIRMATIONS:
            token = tokens.make(key, Purpose.confirm, one.call.slug, named.address, one.reading.sha256)
            sender = {"name": "" if resent else one.reading.sender.name, "address": named.by or one.reading.sender.address}
            words = {"received": one.reading.received_at, "sender": sender, "token": token, "until": one.now + tokens.LIFE}
            asked = self._letters.written(
                LetterKind.confirm,
                words,
                named.address,
                call=one.call,
                occasion=one.reading.sha256,
                language=named.language,
                now=one.now,
                about=reference,
                where=one.where,
            )
            letters = [asked] if asked is not None else []
            _keep(unit, one, token, Purpose.confirm, letters, named.address, reference)
        if may_answer and not resent:
            words = {"received": one.reading.received_at, "what": "forwarded"}
            letters += self._answer(unit, one, LetterKind.thanks, one.reading.sender.address or "", words, about="")
        return letters

    def _place(self, placing: Placing, unit: Unit, one: Asked, token: Token, *, may_answer: bool) -> list[Letter]:
        """A yes or no to an offered place, judged by when it came. What else it says is kept with it, for organisers."""
        reply, yes = one.reading.reply, one.change.deed is Deed.accept
        language = unit.language_of(one.reading.thread or (token.letter,))
        said = Said(
            yes,
            one.reading.received_at,
            SUBMITTER,
            attending.beside(reply) if yes else attending.reason(reply),
            language,
            one.reading,
        )
        _, letters = placing.answered(unit.choosing(one.call.slug), one.call, token.reference, said, one.now)
        return letters if may_answer else []

    def _pass_on(self, unit: Unit, one: Asked, *, may_answer: bool) -> list[Letter]:
        """To the contacts first; who asked is told who has it."""
        sender, people, received = one.reading.sender.address or "", _who_answers(one.call), one.reading.received_at
        unit.ask(one.mail_id, one.call.slug, sender, one.reference, received)
        sure = one.reading.sender.authentication is Authentication.aligned
        if unit.questions_lately(one.call.slug, one.now) >= (_QUESTIONS_AN_HOUR if sure else _UNSURE_QUESTIONS_AN_HOUR):
            return []
        asked = [self._question_to(one, contact) for contact in people]
        letters = [letter for letter in asked if letter is not None]
        if may_answer:
            words = {"people": [contact.name for contact in people], "received": received}
            letters += self._answer(unit, one, LetterKind.passed_on, sender, words)
        return letters

    def _question_to(self, one: Asked, contact: Contact) -> Letter | None:
        sender, call = one.reading.sender, one.call
        sure = sender.authentication is Authentication.aligned
        own, cut = plain.shortened(one.reading.reply, _WORDS_AT_MOST)
        words = {
            "received": one.reading.received_at,
            "sender": {"name": sender.name if sure else "", "address": sender.address, "sure": sure},
            "words": own,
            "cut": cut,
            "has_entry": one.history.submission is not None,
        }
        return self._letters.written(
            LetterKind.question,
            words,
            contact.address,
            call=call,
            occasion=f"{one.reading.sha256} {contact.address}",
            language=None,
            now=one.now,
            about=one.reference or "",
            reply_to=[sender.address or "", call.addresses[0]],
        )

    def _answer(
        self,
        unit: Unit,
        one: Asked,
        kind: LetterKind,
        recipient: str,
        words: Mapping[str, object],
        about: str | None = None,
    ) -> list[Letter]:
        """To who wrote, or whose address is on file. The language is that of the letter that the mail answers, since `Ja` tells
        none; else that of the mail, where it is sure who wrote it."""
        sure = one.reading.sender.authentication is Authentication.aligned
        token = one.change.token
        before = (*one.reading.thread, *([token.letter] if token is not None else []))
        language = unit.language_of(before) or (one.reading.language if sure else None)
        letter = self._letters.written(
            kind,
            words,
            recipient,
            call=one.call,
            occasion=one.reading.sha256,
            language=language,
            now=one.now,
            about=(one.reference or "") if about is None else about,
            answers=one.reading,
            where=one.where,
        )
        return [letter] if letter is not None else []


def on_behalf(reading: Reading) -> Reading:
    """What the mail brings of somebody else, as if that person had sent it and nobody had vouched for it."""
    named = reading.forwarded
    if named is None:
        return reading
    return replace(
        reading,
        sender=Sender(named.address, named.name, Authentication.neutral),
        answers=named.answers,
        unanswered=named.unanswered,
        unplaced=named.unplaced,
        reply=named.words,
        language=named.language,
        intent=Intent.answer,
    )


def _entry(one: Asked) -> Submission:
    if one.history.submission is None:
        raise ValueError(f"{one.change.reason} of no entry")
    return one.history.submission


def _keep(
    unit: Unit, one: Asked, token: str, purpose: Purpose, letters: Sequence[Letter], address: str, reference: str
) -> None:
    """A token that no letter carries is none."""
    for letter in letters:
        unit.keep_token(
            Token(
                tokens.digest(token),
                purpose,
                one.call.slug,
                tokens.owner(address),
                reference,
                letter.message_id,
                one.mail_id,
                one.now,
                one.now + tokens.LIFE,
            )
        )


def _is_machine(address: str) -> bool:
    """Whether the local part is one of programs and lists, which must not be asked anything (RFC 3834 2)."""
    local = counted_as(address).rpartition("@")[0]
    named = local in (*MACHINE_SENDERS, *MAYBE_BOUNCE_SENDERS, "mailer-daemon")
    return named or local.startswith("owner-") or local.endswith(("-request", "-owner"))


def _who_answers(call: Call) -> Sequence[Contact]:
    """Those who get digests, else the first of the call: somebody has to."""
    return [contact for contact in call.contacts if contact.digests] or call.contacts[:1]
