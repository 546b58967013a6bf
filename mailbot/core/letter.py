"""A kind of letter, a language and facts to the exact bytes of a mail.

The wording stands in templates/mail, one file for each letter and language, in the shape of a mail: `Subject: …`, an empty
line, the body. Text and HTML are made of the same body (mailbot.core.plain), so they cannot say different things. One more
language is one more file. What a submitter wrote is a value in them, neutralised and quoted, and never itself a template.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from enum import StrEnum
from typing import Self
from urllib.parse import quote

from mailbot.core import plain, wording
from mailbot.core.call import Call, Contact, Meeting, Question
from mailbot.core.deadline import instant, lateness, timeliness
from mailbot.core.keyed import letter_message_id, local_part
from mailbot.core.reading import Authentication, Intent, Own, Reading, Timeliness
from mailbot.core.submission import Change, Revision, Submission, current
from mailbot.core.templates import Templates
from mailbot.core.when import zone_info
from mailbot.core.wire import Headers, compose, mailable, named, threading
from mailbot.errors import UnsafeToSend

_LATE_CONFIRMATION = timedelta(hours=6)  # from here on the letter says sorry


class LetterKind(StrEnum):
    acknowledgement = "acknowledgement"
    notice = "notice"


@dataclass(frozen=True, slots=True)
class Letter:
    """A finished mail, the same bytes at every attempt.

    recipient: exactly one address, already validated. envelope_sender: '' for the null path. raw: CRLF lines, headers and body.
    message_id: with angle brackets, keyed and deterministic. call: slug. about: reference of the submission, or ''.
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


@dataclass(frozen=True, slots=True)
class Facts:
    """What an acknowledgement says, before it is words.

    reading: the mail that is answered. reference: of its submission. answers: the submission as it now stands, question id to
    words. timeliness, late_by: of this very mail. further: the submission existed before. apology: the mail waited for long.
    """

    call: Call
    reading: Reading
    reference: str
    answers: Mapping[str, str]
    timeliness: Timeliness
    late_by: timedelta
    further: bool = False
    apology: bool = False

    @classmethod
    def gather(
        cls, call: Call, reading: Reading, change: Change, reference: str, before: Submission | None, now: datetime
    ) -> Self:
        """The facts of a mail that is being recorded. before: its submission without this mail; None when it is the first."""
        on = reading.timeliness or timeliness(reading.received_at, call)
        this = Revision(
            version=0,
            mail_id=0,
            message_id=reading.message_id,
            received_at=reading.received_at,
            timeliness=on,
            authentication=reading.sender.authentication,
            intent=reading.intent,
            counts=change.counts,
            why=change.reason,
            answers=reading.answers,
            unplaced=reading.unplaced,
        )
        earlier = before.revisions if before is not None else ()
        after = Submission(reference, call.slug, reading.sender.address or "", reading.sender.name, (*earlier, this))
        answers = {answer.question_id: answer.text for answer in current(after)}
        late_by, waited = lateness(reading.received_at, call), now - reading.received_at
        return cls(call, reading, reference, answers, on, late_by, before is not None, waited > _LATE_CONFIRMATION)

    @property
    def contact(self) -> Contact:
        """The person to turn to: the first one of the call."""
        return self.call.contacts[0]

    @property
    def shows_answers(self) -> bool:
        """Own words go back to their author only, and only if it is sure that it is the author (RFC 3834 2)."""
        return self.reading.sender.authentication is Authentication.aligned and self.call.acknowledgement.show_answers


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
        message_id = letter_message_id(LetterKind.acknowledgement, call.slug, reading.sha256, self._own)
        words = _words(facts, now, language, self._from_name)
        subject, blocks = self._templates.letter(f"acknowledgement.{language}.txt", words)
        headers = [
            *self._headers(address, subject, message_id, call, now),
            ("Auto-Submitted", "auto-replied"),
            ("Content-Language", language),
            *threading(reading.message_id, reading.references),
        ]
        html = self._templates.html(_layout(facts, language, subject, blocks))
        raw = compose(headers, plain.to_text(blocks), html, f"mailbot-{local_part(message_id)[-26:]}")
        kind = LetterKind.acknowledgement
        return Letter(kind, address, self._envelope_sender, message_id, raw, call.slug, language, facts.reference)

    def plain_notice(self, recipient: str, *, what: str, mend: str, occasion: str, now: datetime, call: str = "") -> Letter:
        """A few lines of text to someone who runs mailbot or a call: what is wrong, and how to mend it.

        occasion: names what the notice is about, such as `letter 7 failed`; the same occasion gives the same Message-ID, which
        the store writes once. Neither words nor addresses of candidates belong into a notice. Raises UnsafeToSend when no
        letter can go to that address.
        """
        address, reason = mailable(recipient)
        if address is None:
            raise UnsafeToSend(f"no notice can go to an operator's address: {reason}")
        named = hashlib.sha256(f"{address}\0{occasion}".encode()).hexdigest()
        message_id = letter_message_id(LetterKind.notice, call, named, self._own)
        words = {"what": what, "mend": mend, "call": call, "when": now.astimezone(UTC).strftime("%Y-%m-%d %H:%M UTC")}
        subject, blocks = self._templates.letter("notice.en.txt", words)
        headers = [
            *self._headers(address, subject, message_id, None, now),
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


@dataclass(frozen=True, slots=True)
class _Row:
    """One question: its number, the beginning of its text, the words understood as its answer ('' when they are not shown)."""

    number: int
    text: str
    answered: bool
    answer: str
    cut: bool


_ANSWERS_IN_ALL, _ANSWER_AT_LEAST, _ANSWER_AT_MOST = 1800, 160, 500  # characters: a response stays small (RFC 3834 2)
_QUESTION_AT_MOST = 120


def _words(facts: Facts, now: datetime, language: str, team: str) -> dict[str, object]:
    """Everything that an acknowledgement may use, ready to be read; templates/README.md says what each is."""
    call, reading = facts.call, facts.reading
    rows = _rows(facts)
    missing = [str(row.number) for row in rows if not row.answered]
    return {
        "reference": facts.reference,
        "call": call.title,
        "team": team,
        "further": facts.further,
        "received": wording.moment(reading.received_at, call.zone, language),
        "deadline": wording.moment(instant(call), call.zone, language),
        "timeliness": facts.timeliness.value,
        "late_by": wording.duration(facts.late_by, language),
        "open": now <= instant(call),
        "meeting": _meeting(call.meetings, facts.call.zone, now, language),
        "apology": facts.apology,
        "contact": {"name": facts.contact.name, "address": facts.contact.address},
        "confirmed": reading.sender.authentication is Authentication.aligned,
        "shown": facts.shows_answers,
        "questions": rows,
        "missing": wording.listed(missing, language),
        "missing_count": len(missing),
        "more_words": bool(reading.unplaced.strip()) or reading.intent in (Intent.question, Intent.withdrawal, Intent.decline),
        "attachments": len(reading.attachments),
    }


def _rows(facts: Facts) -> list[_Row]:
    shown = sum(1 for words in facts.answers.values() if words.strip())
    room = max(_ANSWER_AT_LEAST, min(_ANSWER_AT_MOST, _ANSWERS_IN_ALL // max(1, shown)))
    return [_row(number, question, facts, room) for number, question in enumerate(facts.call.questions, 1)]


def _row(number: int, question: Question, facts: Facts, room: int) -> _Row:
    words, cut = plain.shortened(facts.answers.get(question.id, ""), room)
    text, text_cut = plain.shortened(plain.one_line(question.text), _QUESTION_AT_MOST)
    answer = plain.quoted(words) if facts.shows_answers else ""
    return _Row(number, text + ("\N{NO-BREAK SPACE}…" if text_cut else ""), bool(words), answer, cut and facts.shows_answers)


def _meeting(meetings: tuple[Meeting, ...], zone_name: str, now: datetime, language: str) -> str:
    """The day of the first meeting that is still to come, or ''."""
    today = now.astimezone(zone_info(zone_name)).date()
    days = sorted(m.start.date() if isinstance(m.start, datetime) else m.start for m in meetings)
    return next((wording.day(day, language) for day in days if day >= today), "")


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


def _own_address(address: str) -> str:
    good, reason = mailable(address)
    if good is None:
        raise UnsafeToSend(f"an address of ours cannot be used: {reason}")
    return address if address.isascii() else good
