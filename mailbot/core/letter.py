"""A kind of letter, a language and facts to the exact bytes of a mail.

The wording stands in templates/mail, one folder a letter and one file a language, in the shape of a mail: `Subject: …`, an
empty line, the body. Text and HTML are made of the same body (mailbot.core.plain), so they cannot say different things. One
more language is one more file. What a submitter wrote is a value in them, neutralised, quoted, and never itself a template.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from enum import StrEnum
from urllib.parse import quote

from mailbot.core import plain, wording
from mailbot.core.call import Call
from mailbot.core.facts import Facts, in_words
from mailbot.core.keyed import letter_message_id, local_part
from mailbot.core.reading import Authentication, Own, Reading
from mailbot.core.templates import Templates
from mailbot.core.when import zone_info
from mailbot.core.wire import Headers, compose, mailable, named, threading
from mailbot.errors import UnsafeToSend

_SMALL = 7 * 1024  # octets of text and HTML in UTF-8; 8 KB with headers (RFC 3834 2): below it, questions stand whole. Not
# counted on the wire, where base64 makes a Greek letter a third longer and would cut its questions and nobody else's.
_QUESTION_AT_MOST = (2000, 240, 120)  # characters, tried in this order


class LetterKind(StrEnum):
    acknowledgement = "acknowledgement"
    notice = "notice"
    draft = "draft"
    opened = "opened"


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
    """Writes letters. templates: file names of templates/mail to their text; all are compiled and checked at once.

    own: whose Message-IDs. from_address, from_name: what recipients see as sender. envelope_sender: '' for the null path.
    Raises Problems when a template is wrong, UnsafeToSend when an address of ours is unfit.
    """

    def __init__(
        self, templates: Mapping[str, str], own: Own, from_address: str, from_name: str, envelope_sender: str = ""
    ) -> None:
        self._templates, self._own, self._envelope_sender = Templates(templates), own, envelope_sender
        self._from_address, self._from_name = _own_address(from_address), plain.one_line(from_name)[:200]
        self.languages = self._templates.languages(LetterKind.acknowledgement)

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
        raw = self._small(facts, now, language, address, message_id)
        return Letter(kind, address, self._envelope_sender, message_id, raw, call.slug, language, facts.reference)

    def _small(self, facts: Facts, now: datetime, language: str, address: str, message_id: str) -> bytes:
        """The acknowledgement with as much of the questions as fits a small letter."""
        longest, *shorter = _QUESTION_AT_MOST
        subject, text, html = self._written(facts, now, language, longest)
        for characters in shorter:
            if len((text + html).encode()) > _SMALL:
                subject, text, html = self._written(facts, now, language, characters)
        headers = [
            *self._headers(address, subject, message_id, facts.call, now),
            ("Auto-Submitted", "auto-replied"),
            ("Content-Language", language),
            *threading(facts.reading.message_id, facts.reading.references),
        ]
        return compose(headers, text, html, f"mailbot-{local_part(message_id)[-26:]}")

    def _written(self, facts: Facts, now: datetime, language: str, question_at_most: int) -> tuple[str, str, str]:
        """Subject, text and HTML."""
        words = in_words(facts, now, language, self._from_name, question_at_most)
        subject, blocks = self._templates.letter(f"acknowledgement/{language}.txt", words)
        return subject, plain.to_text(blocks), self._templates.html(_layout(facts, language, subject, blocks))

    def drafting_language(self, wished: str) -> str:
        """That of a letter about a draft: the call's where we have it, else English."""
        return wished if wished in self._templates.languages(LetterKind.draft) else "en"

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
        subject, blocks = self._templates.letter(f"{kind}/{language}.txt", {**words, "team": self._from_name})
        slug, message_id = str(words["slug"]), letter_message_id(kind, "", f"{answers.sha256} {kind} {address}", self._own)
        to_writer = address.casefold() == (answers.sender.address or "").casefold()
        headers = [
            *self._headers(address, subject, message_id, None, now),
            ("Auto-Submitted", "auto-replied" if to_writer else "auto-generated"),
            ("Content-Language", language),
            *(threading(answers.message_id, answers.references) if to_writer else []),
        ]
        layout = _drafting_layout(self._from_address, str(words["call_language"]), language, subject, blocks)
        raw = compose(headers, plain.to_text(blocks), self._templates.html(layout), f"mailbot-{local_part(message_id)[-26:]}")
        return Letter(kind, address, self._envelope_sender, message_id, raw, slug, language, f"{slug} version {version}")

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
        wished = (facts.reading.language, facts.call.language)
        return next((language for language in wished if language in self.languages), "en")

    def _headers(self, recipient: str, subject: str, message_id: str, call: Call | None, now: datetime) -> Headers:
        headers = [
            ("From", named(self._from_name, self._from_address)),
            ("To", recipient),
            ("Subject", subject),
            ("Date", format_datetime(now.astimezone(zone_info(call.zone if call else "UTC")))),
            ("Message-ID", message_id),
            ("X-Auto-Response-Suppress", "All"),
            ("X-Mailbot-Loop", local_part(message_id)),
        ]
        # Where answers to this letter belong; with several mailboxes that is not where letters come from.
        answers_to = _own_address(call.addresses[0]) if call else self._from_address
        return headers if answers_to.lower() == self._from_address.lower() else [*headers, ("Reply-To", answers_to)]


def _layout(facts: Facts, language: str, title: str, blocks: tuple[plain.Block, ...]) -> dict[str, object]:
    return {
        "title": title,
        "blocks": blocks,
        "language": language,
        "direction": wording.direction(language),
        "call_language": facts.call.language,
        "answer_language": facts.reading.language or "",
        "contact": facts.contact.address,
        "link": "mailto:" + quote(facts.contact.address, safe="@"),
    }


def _drafting_layout(
    ours: str, call_language: str, language: str, title: str, blocks: tuple[plain.Block, ...]
) -> dict[str, object]:
    return {
        "title": title,
        "blocks": blocks,
        "language": language,
        "direction": wording.direction(language),
        "call_language": call_language,
        "answer_language": "",
        "contact": ours,
        "link": "mailto:" + quote(ours, safe="@"),
    }


def _own_address(address: str) -> str:
    good, reason = mailable(address)
    if good is None:
        raise UnsafeToSend(f"an address of ours cannot be used: {reason}")
    return address if address.isascii() else good
