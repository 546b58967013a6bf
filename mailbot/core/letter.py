"""A kind of letter, a language and facts to the exact bytes of a mail.

The wording stands in templates/mail, one folder a letter and one file a language, in the shape of a mail: `Subject: …`, an
empty line, the body. Text and HTML are made of the same body (mailbot.core.plain), so they cannot say different things. One
more language is one more file. What a submitter wrote is a value in them, neutralised, quoted, and never itself a template.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from enum import StrEnum

from mailbot.core import briefing_words, letter_words, meetings, plain
from mailbot.core.call import Call
from mailbot.core.deadline import instant
from mailbot.core.dress import Dress, fitting, layout
from mailbot.core.facts import Facts, in_words
from mailbot.core.keyed import letter_message_id, local_part
from mailbot.core.life import Standing
from mailbot.core.reading import Authentication, Own, Reading
from mailbot.core.templates import NAMES, Templates
from mailbot.core.when import zone_info
from mailbot.core.wire import Headers, Part, compose, mailable, named, threading
from mailbot.errors import UnsafeToSend

_ANSWERED_AT_MOST = 3  # addresses in Reply-To: one line of a mail carries them, however long they are


class LetterKind(StrEnum):
    acknowledgement = "acknowledgement"
    notice = "notice"
    draft = "draft"
    opened = "opened"
    withdrawal = "withdrawal"
    withdrawn = "withdrawn"
    restored = "restored"
    confirm = "confirm"
    thanks = "thanks"
    passed_on = "passed_on"
    question = "question"
    reminder = "reminder"
    extended = "extended"
    invitation = "invitation"
    waitlist = "waitlist"
    hold = "hold"
    decline = "decline"
    accepted = "accepted"
    given_back = "given_back"
    expired = "expired"
    cancelled = "cancelled"
    digest = "digest"
    preview = "preview"
    batch = "batch"
    shown = "shown"
    unclear = "unclear"
    done = "done"


@dataclass(frozen=True, slots=True)
class Letter:
    """A finished mail, the same bytes at every attempt.

    recipient: exactly one address, already validated. envelope_sender: '' for the null path. raw: CRLF lines, headers and body.
    message_id: with angle brackets, keyed and deterministic. call: slug. about: reference of the submission, of a draft
    `soil-2027 version 2`, else ''.
    """

    kind: LetterKind
    recipient: str
    envelope_sender: str
    message_id: str
    raw: bytes
    call: str
    language: str
    about: str = ""


class LetterState(StrEnum):
    """waiting: due at `due_at`. sending: claimed. uncertain: the connection was lost after DATA, same bytes go again.
    held: waits for a person to approve. failed: refused for good, the organiser is told. cancelled: by a person."""

    held = "held"
    waiting = "waiting"
    sending = "sending"
    uncertain = "uncertain"
    sent = "sent"
    failed = "failed"
    cancelled = "cancelled"


@dataclass(frozen=True, slots=True)
class OutboxRow:
    """One letter and where it stands. due_at, created_at, sent_at: aware UTC. attempts: how often it was tried."""

    id: int
    letter: Letter
    state: LetterState
    attempts: int
    created_at: datetime
    due_at: datetime
    sent_at: datetime | None
    last_code: int | None
    last_text: str


class Letters:
    """Writes letters. templates: file names of templates/mail to their text; all are checked at once, but for `ours`, those
    that come with mailbot.

    own: whose Message-IDs. from_address, from_name: what recipients see as sender. envelope_sender: '' for the null path.
    Raises Problems when a template is wrong, UnsafeToSend when an address of ours is unfit.
    """

    def __init__(
        self,
        templates: Mapping[str, str],
        own: Own,
        from_address: str,
        from_name: str,
        envelope_sender: str = "",
        *,
        ours: bool = False,
    ) -> None:
        self._templates, self._own, self._envelope_sender = Templates(templates, ours=ours), own, envelope_sender
        self._from_address, self._from_name = _own_address(from_address), plain.one_line(from_name)[:200]
        self.languages = self._templates.languages(LetterKind.acknowledgement)

    @property
    def templates(self) -> Templates:
        """Those that these letters are written with."""
        return self._templates

    def acknowledgement(self, facts: Facts, now: datetime) -> Letter | None:
        """The one answer that a mail gets: confirmation, check-your-answers and how to mend them, in one.

        None when there is no address it may safely go to: the sender's domain disowns the mail, or SMTP cannot carry the
        address. The language is that of the mail where we have it, else the call's, else English. The subject says what
        happened and the reference, and not the call's name: that someone takes part can be delicate, and subjects show on
        locked screens. Nothing of the original subject is repeated.
        """
        address, _ = mailable(facts.reading.sender.address or "")
        if address is None or facts.reading.sender.authentication is Authentication.fail:
            return None
        call, reading, language = facts.call, facts.reading, self._language(facts)
        kind = LetterKind.acknowledgement
        message_id = letter_message_id(kind, call.slug, reading.sha256, self._own)
        subject, text, html = fitting(lambda room: self._confirming(facts, now, language, room))
        headers = [
            *self._headers(address, subject, message_id, call, now),
            ("Auto-Submitted", "auto-replied"),
            ("Content-Language", language),
            *threading(reading.message_id, reading.references),
        ]
        raw = compose(headers, text, html, _boundary(message_id))
        return Letter(kind, address, self._envelope_sender, message_id, raw, call.slug, language, facts.reference)

    def _confirming(self, facts: Facts, now: datetime, language: str, question_at_most: int) -> tuple[str, str, str]:
        """Subject, text and HTML of an acknowledgement."""
        words = in_words(facts, now, language, self._from_name, question_at_most)
        dress = Dress(language, facts.call.language, facts.contact.address, facts.reading.language or "")
        return self._parts(LetterKind.acknowledgement, words, dress)

    def _parts(self, kind: LetterKind, words: Mapping[str, object], dress: Dress) -> tuple[str, str, str]:
        """Subject, text and HTML."""
        subject, blocks = self._templates.letter(f"{kind}/{dress.language}.txt", words)
        return subject, plain.to_text(blocks), self._templates.html(layout(dress, subject, blocks))

    def written(
        self,
        kind: LetterKind,
        words: Mapping[str, object],
        recipient: str,
        *,
        call: Call,
        occasion: str,
        language: str | None,
        now: datetime,
        about: str = "",
        answers: Reading | None = None,
        reply_to: Sequence[str] = (),
        where: Standing | None = None,
        parts: Sequence[Part] = (),
    ) -> Letter | None:
        """A letter about an entry or a call that is no acknowledgement.

        words: those of its kind in templates/README.md; instants are aware, and what all letters have is added.
        occasion: names what the letter is about; the same occasion gives the same Message-ID. language: that of who gets it,
        None: of the call. about: reference of the submission, or ''. answers: the mail that it answers, in whose thread it
        stands. reply_to: where answers go; without any, to the call. where: where the call stands; None: nobody has closed it.
        parts: files that go along.
        None when SMTP cannot carry the address.
        Raises UnsafeToSend when a word is missing or is none of this kind's.
        """
        address, _ = mailable(recipient)
        if address is None:
            return None
        language = self._templates.language(kind, language, call.language)
        message_id = letter_message_id(kind, call.slug, occasion, self._own)
        answered_at = [good for good, _ in map(mailable, reply_to) if good is not None]
        closed = where is not None and where.closed_by_a_person
        given = {"reference": about, "open": now <= instant(call) and not closed, **words}
        if kind is LetterKind.question:
            given["copied"] = not {one.casefold() for one in answered_at}.isdisjoint(map(str.casefold, call.addresses))
        if "meetings" in NAMES[kind]:
            given["meetings"] = meetings.spelled(call, now, language)
        if "calendar" in NAMES[kind]:
            given["calendar"] = any(part.method is not None for part in parts)
        subject, text, html = fitting(lambda room: self._further(kind, given, call, language, room))
        headers = [
            *self._headers(address, subject, message_id, call, now, answered_at),
            ("Auto-Submitted", "auto-generated" if answers is None else "auto-replied"),
            ("Content-Language", language),
            *([] if answers is None else threading(answers.message_id, answers.references)),
        ]
        raw = compose(headers, text, html, _boundary(message_id), parts)
        return Letter(kind, address, self._envelope_sender, message_id, raw, call.slug, language, about)

    def _further(
        self, kind: LetterKind, given: Mapping[str, object], call: Call, language: str, question_at_most: int
    ) -> tuple[str, str, str]:
        """Subject, text and HTML of a letter that is no acknowledgement."""
        words = letter_words.in_words(kind, given, call, language, self._from_name, question_at_most)
        contact = given["sender"] if kind is LetterKind.question else words["contact"]
        address = str(contact["address"]) if isinstance(contact, Mapping) else ""
        page = str(given.get("link", ""))
        return self._parts(kind, words, Dress(language, call.language, address, page=page))

    def drafting_language(self, wished: str) -> str:
        """That of a letter about a draft: the call's where we have it, else English."""
        return self._templates.language(LetterKind.draft, wished)

    def drafting(
        self,
        kind: LetterKind,
        words: Mapping[str, object],
        recipient: str,
        version: int,
        answers: Reading,
        language: str,
        now: datetime,
    ) -> Letter | None:
        """A letter about a call that is drafted by mail: the draft itself, or that the call is open.

        words: see `core.drafting.shown`. answers: the mail that brought it about; its writer sees it in that thread.
        None when SMTP cannot carry the address.
        """
        address, _ = mailable(recipient)
        if address is None:
            return None
        dress = Dress(language, str(words["call_language"]), self._from_address)
        subject, text, html = self._parts(kind, {**words, "team": self._from_name}, dress)
        slug, message_id = str(words["slug"]), letter_message_id(kind, "", f"{answers.sha256} {kind} {address}", self._own)
        to_writer = address.casefold() == (answers.sender.address or "").casefold()
        headers = [
            *self._headers(address, subject, message_id, None, now),
            ("Auto-Submitted", "auto-replied" if to_writer else "auto-generated"),
            ("Content-Language", language),
            *(threading(answers.message_id, answers.references) if to_writer else []),
        ]
        raw = compose(headers, text, html, _boundary(message_id))
        return Letter(kind, address, self._envelope_sender, message_id, raw, slug, language, f"{slug} version {version}")

    def organising_language(self, *wished: str | None) -> str:
        """The first of these in which organisers are written to, else English."""
        return self._templates.language(LetterKind.preview, *wished)

    def organising(
        self,
        kind: LetterKind,
        words: Mapping[str, object],
        recipient: str,
        *,
        call: Call,
        occasion: str,
        language: str | None,
        now: datetime,
        answers: Reading | None = None,
        parts: Sequence[Part] = (),
    ) -> Letter | None:
        """A letter to an organiser that can be answered with commands: preview, batch, shown, unclear or done.

        words: those of its kind in templates/README.md; instants are aware. language: the reader's, None: of the call. Else as
        `briefing`. Raises UnsafeToSend when a word is missing or is none of this kind's.
        """
        language = self.organising_language(language, call.language)
        ready = briefing_words.in_words(kind, words, call, language, self._from_name)
        content = self._parts(kind, ready, Dress(language, call.language, self._from_address))
        return self.briefing(
            kind, content, recipient, call=call, occasion=occasion, language=language, now=now, answers=answers, parts=parts
        )

    def briefing(
        self,
        kind: LetterKind,
        content: tuple[str, str, str],
        recipient: str,
        *,
        call: Call,
        occasion: str,
        language: str,
        now: datetime,
        answers: Reading | None = None,
        parts: Sequence[Part] = (),
    ) -> Letter | None:
        """A letter to an organiser whose words are ready, such as a digest. content: subject, text and HTML.

        occasion: names what brought it about; the same occasion, kind and address give the same Message-ID. answers: the mail
        that brought it about; its writer sees it in that thread. parts: pictures of the HTML, files.
        None when SMTP cannot carry the address.
        """
        address, _ = mailable(recipient)
        if address is None:
            return None
        subject, text, html = content
        message_id = letter_message_id(kind, call.slug, f"{occasion} {kind} {address.casefold()}", self._own)
        to_writer = answers is not None and address.casefold() == (answers.sender.address or "").casefold()
        headers = [
            *self._headers(address, subject, message_id, call, now),
            ("Auto-Submitted", "auto-replied" if to_writer else "auto-generated"),
            ("Content-Language", language),
            *(threading(answers.message_id, answers.references) if answers is not None and to_writer else []),
        ]
        raw = compose(headers, text, html, _boundary(message_id), parts)
        return Letter(kind, address, self._envelope_sender, message_id, raw, call.slug, language)

    def plain_notice(
        self, recipient: str, *, what: str, mend: str, occasion: str, now: datetime, call: str = "", subject: str = ""
    ) -> Letter:
        """A few lines of text to someone who runs mailbot or a call: what is wrong, and how to mend it.

        subject: in a few words what is wrong, such as `mailbox default cannot be read`. occasion: names what the notice is
        about, such as `letter 7 failed`; the same occasion gives the same Message-ID, which the store writes once. Neither
        words nor addresses of candidates belong into a notice. Raises UnsafeToSend when no letter can go to that address.
        """
        address, reason = mailable(recipient)
        if address is None:
            raise UnsafeToSend(f"no notice can go to an operator's address: {reason}")
        named = hashlib.sha256(f"{address}\0{occasion}".encode()).hexdigest()
        message_id = letter_message_id(LetterKind.notice, call, named, self._own)
        when = now.astimezone(UTC).strftime("%Y-%m-%d %H:%M UTC")
        words = {"subject": subject, "what": what, "mend": mend, "call": call, "when": when}
        title, blocks = self._templates.letter("notice/en.txt", words)
        headers = [
            *self._headers(address, title, message_id, None, now),
            ("Auto-Submitted", "auto-generated"),
            ("Content-Language", "en"),
        ]
        raw = compose(headers, plain.to_text(blocks), None, "")
        return Letter(LetterKind.notice, address, self._envelope_sender, message_id, raw, call, "en")

    def _language(self, facts: Facts) -> str:
        return self._templates.language(LetterKind.acknowledgement, facts.reading.language, facts.call.language)

    def _headers(
        self, recipient: str, subject: str, message_id: str, call: Call | None, now: datetime, reply_to: Sequence[str] = ()
    ) -> Headers:
        headers = [
            ("From", named(self._from_name, self._from_address)),
            ("To", recipient),
            ("Subject", subject),
            ("Date", format_datetime(now.astimezone(zone_info(call.zone if call else "UTC")))),
            ("Message-ID", message_id),
            ("X-Auto-Response-Suppress", "All"),
            ("X-Mailbot-Loop", local_part(message_id)),
        ]
        if reply_to:
            return [*headers, ("Reply-To", ", ".join(reply_to[:_ANSWERED_AT_MOST]))]
        # Where answers to this letter belong; with several mailboxes that is not where letters come from.
        answers_to = _own_address(call.addresses[0]) if call else self._from_address
        return headers if answers_to.lower() == self._from_address.lower() else [*headers, ("Reply-To", answers_to)]


def _boundary(message_id: str) -> str:
    return f"mailbot-{local_part(message_id)[-26:]}"


def _own_address(address: str) -> str:
    good, reason = mailable(address)
    if good is None:
        raise UnsafeToSend(f"an address of ours cannot be used: {reason}")
    return address if address.isascii() else good
