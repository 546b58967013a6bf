"""The steps of reading one mail: parse, sender, call, own words, kind, answers (documents too), timeliness, intent, outcome."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial

from mailbot.core import tokens
from mailbot.core.align import Alignment, align
from mailbot.core.another import Parties
from mailbot.core.arrival import arrival, letter_answered, letter_returned
from mailbot.core.call import Call
from mailbot.core.classify import VIA_LIST, Classified, classify
from mailbot.core.deadline import timeliness
from mailbot.core.documents import Document, documents_of
from mailbot.core.drafting.taking import taken
from mailbot.core.forwarded import Load, forwarded, load
from mailbot.core.intent import intent, may_pass_on, says_so
from mailbot.core.keyed import follows_answers
from mailbot.core.known import sent
from mailbot.core.language import language
from mailbot.core.laying import lay
from mailbot.core.look import Looks
from mailbot.core.message import Defect, Message, Unreadable, fingerprint, parse
from mailbot.core.phrases.machines import LIST_ADDRESS_FIELDS
from mailbot.core.portions import portions
from mailbot.core.proof.signed import Signature
from mailbot.core.reading import Authentication, How, Intent, Kind, Outcome, Own, Reading, Sender, unread
from mailbot.core.reply import NO_LOOKS, Parts, split
from mailbot.core.sender import may_be_answered, sender
from mailbot.core.subject import in_subject
from mailbot.core.trace import BODY, Trace, settled, trace
from mailbot.core.which_call import Found, is_addressed_to, which_call

_REFUSED = frozenset({"empty", "too-large"})
_TWICE = (Defect.duplicate_from, Defect.duplicate_subject, Defect.duplicate_message_id, Defect.duplicate_content_type)
# A real answer may wait behind these: somebody is asked to prove to be a person, or a portal holds what was sent.
_RAISED = frozenset({"challenge-service", "challenge-by-its-words", "portal-notice"})
_ASKING = frozenset({Intent.withdrawal, Intent.decline, Intent.question, Intent.recommendation})
_SURE = 0.8  # confidence from which an answer in mail that looks sent to many is worth a person's look


def read(
    raw: bytes,
    received_at: datetime,
    calls: Sequence[Call],
    own: Own,
    mailbox: str | None,
    *,
    plain: bool,
    signed: Sequence[Signature] = (),
) -> Reading:
    """See `reading.read`."""
    message = parse(raw, plain=plain) if raw.strip() else Unreadable("empty")
    if isinstance(message, Unreadable):
        return unread(raw, received_at, message.reason, Outcome.refused if message.reason in _REFUSED else Outcome.quarantine)
    who = sender(message, own, signed)
    found = which_call(message, calls, own, mailbox)
    found, parts = portions(message, found, lambda part, call: _surely_asked(part, call, own, who))
    first, *others = [
        _read_one(part, raw, received_at, replace(found, call=call), calls, own, who, plain=plain) for call, part in parts
    ]
    if others:
        same = fingerprint(message)  # however it is divided, it is one mail
        first, *others = (replace(one, text=message.text, fingerprint=same) for one in (first, *others))
        first = replace(first, also=tuple(others))
    return taken(first, message, calls, own, plain=plain)


def _read_one(
    message: Message,
    raw: bytes,
    received_at: datetime,
    found: Found,
    calls: Sequence[Call],
    own: Own,
    who: Sender,
    *,
    plain: bool,
) -> Reading:
    parts = _own_words(message, found.call, own, who)
    kind = classify(message, who, own, parts.reply)
    reading = _what_stands_in_it(message, parts, who, kind, found, raw, received_at)
    if kind.kind in {Kind.bounce, Kind.auto_reply} and (letter := _letter_of(message, kind.kind, calls, own)):
        reading = replace(reading, returned=letter)
        kind = replace(kind, reason=arrival(message).reason) if kind.kind is Kind.bounce else kind
    if found.call is not None and (kind.kind in {Kind.human, Kind.list} or kind.in_bulk):
        answered = _answered(reading, message, parts, found.call, own, documents_of(message, plain=plain), plain=plain)
        reading = answered if kind.kind in {Kind.human, Kind.list} or _surely_answers(answered, found.call) else reading
    outcome, reason = _outcome(reading, message, kind, found, judged=bool(calls))
    ack = outcome is Outcome.submission and kind.ack and may_be_answered(message, who)
    return replace(reading, outcome=outcome, reason=reason, ack=ack)


def _surely_asked(message: Message, call: Call, own: Own, who: Sender) -> bool:
    """Whether words stand under this call's own questions: a number alone fits any call."""
    laid = align(_own_words(message, call, own, who), call, who.name)
    return any(answer.how in {How.inline, How.restated} for answer in laid.answers)


def _own_words(message: Message, call: Call | None, own: Own, who: Sender) -> Parts:
    """The three parts of the text; what the call asks and announces need not be guessed."""
    if call is None:
        return split(message.text, (), who.name, message.looks)
    return _as_written(message.text, who.address or "", who.name, call=call, own=own, looks=message.looks)


def _as_written(text: str, address: str, name: str, *, call: Call, own: Own, looks: Looks = NO_LOOKS) -> Parts:
    ours = sent((call.title, call.background, call.audience), own.letters)
    names = (call.title, *(contact.name for contact in call.contacts))
    parties = Parties(_ours(call, own), address, name, names)
    return split(text, [question.text for question in call.questions], name, looks, ours, parties)


def _ours(call: Call, own: Own) -> frozenset[str]:
    """Addresses that people of this call answer to, casefolded."""
    addresses = (*own.addresses, *call.addresses, *(contact.address for contact in call.contacts))
    return frozenset(map(str.casefold, addresses))


def _what_stands_in_it(
    message: Message, parts: Parts, who: Sender, kind: Classified, found: Found, raw: bytes, received_at: datetime
) -> Reading:
    return Reading(
        sha256=hashlib.sha256(raw).hexdigest(),
        fingerprint=fingerprint(message),
        sender=who,
        kind=kind.kind,
        ack=False,
        outcome=Outcome.quarantine,
        reason=kind.reason,
        call=found.call.slug if found.call else None,
        kind_reason=kind.reason,
        found_by=found.reason if found.call else "",
        received_at=received_at,
        timeliness=timeliness(received_at, found.call) if found.call else None,
        message_id=message.message_id,
        references=message.references,
        subject=message.subject,
        text=message.text,
        attachments=tuple(replace(attachment, content=b"") for attachment in message.attachments),
        reply=parts.reply,
        quoted=parts.quoted,
        signature=parts.signature,
        traces=(trace(BODY, parts.lines, {}, aligned=False),),
        thread=found.thread,
        defects=(*map(str, message.defects), *(("untrimmed",) if parts.untrimmed else ())),
    )


def _answered(
    reading: Reading, message: Message, parts: Parts, call: Call, own: Own, documents: tuple[Document, ...], *, plain: bool
) -> Reading:
    laid = align(parts, call, reading.sender.name)
    if given := {answer.question for answer in in_subject(message.subject, laid, call)}:
        laid = align(parts, call, reading.sender.name, given=given)
    found = _load(reading, message, parts, laid, call, own)
    wants = intent(parts, laid, message, found, reading.sender.address or "")
    passed_on = None
    if wants is Intent.forward:  # what somebody else wrote or attached is not the sender's answer
        if says_so(laid, message):
            passed_on = forwarded(message, laid, found, call, reading.sender, documents, plain=plain)
        laid = laid.without_answers()
    else:
        laid = lay(laid, message.subject, documents, call, reading.sender.name)
    if wants is not Intent.answer or _may_say_little(reading) or reading.kind is Kind.list or reading.reason == VIA_LIST:
        laid = laid.without_guesses()
    return replace(
        reading,
        language=language(laid.own_words(), call.language),
        answers=laid.answers,
        unanswered=laid.unanswered,
        unplaced=laid.unplaced,
        intent=wants if reading.kind is Kind.human or laid.answers else Intent.none,
        traces=_traces(parts, laid),
        documents=tuple(replace(document, text="", looks={}) for document in documents),
        forwarded=passed_on,
        to_us=is_addressed_to(message, _ours(call, own)),
    )


def _may_say_little(reading: Reading) -> bool:
    """Whether it answers a letter of ours or quotes a token: there `Thank you.` and `Yes` must not replace what was said."""
    return any(map(follows_answers, reading.thread)) or bool(tokens.found(reading.text))


def _load(reading: Reading, message: Message, parts: Parts, laid: Alignment, call: Call, own: Own) -> Load:
    """What the mail brings along of others; an answer to our own letter was written by who sends it."""
    if reading.kind is not Kind.human or not may_pass_on(parts, laid, message):
        return Load()
    found = load(message, call, reading.sender, _ours(call, own), partial(_as_written, call=call, own=own))
    return replace(found, by=None) if reading.thread else found


def _traces(parts: Parts, laid: Alignment) -> tuple[Trace, ...]:
    """The mail's text and its documents line by line, by what the final answers were taken from."""
    found = (trace(BODY, parts.lines, laid.places, aligned=True), *laid.traces)
    return tuple(settled(one, {answer.question for answer in laid.answers if answer.source == one.source}) for one in found)


def _surely_answers(reading: Reading, call: Call) -> bool:
    """One sure answer may be a newsletter's numbered heading; two are somebody's."""
    sure = sum(answer.confidence >= _SURE for answer in reading.answers)
    return sure >= min(2, len(call.questions))


def _outcome(reading: Reading, message: Message, kind: Classified, found: Found, *, judged: bool) -> tuple[Outcome, str]:
    """What becomes of the mail, first rule that speaks wins. judged: there are calls it could be for."""
    if kind.kind is not Kind.human and not (kind.kind is Kind.list and reading.answers):
        if reading.answers and kind.in_bulk:
            return Outcome.quarantine, "answers-in-bulk-mail"
        return (Outcome.quarantine if kind.reason in _RAISED else Outcome.stored), kind.reason
    if reading.sender.problem is not None or reading.sender.address is None:
        return Outcome.quarantine, reading.sender.problem or "sender-unclear"
    if reading.sender.authentication is Authentication.fail:
        return Outcome.quarantine, "authentication-failed"
    if kind.kind is Kind.list and _is_the_lists(message, reading.sender.address):
        return Outcome.quarantine, "list-address"
    twice = next((defect for defect in _TWICE if defect in message.defects), None)
    if twice is not None:
        return Outcome.quarantine, twice.value
    if not judged:
        return Outcome.submission, kind.reason
    return _outcome_in_call(reading, found)


def _is_the_lists(message: Message, address: str) -> bool:
    """Whether From is the address of the list: then all its members have it, and none of them is who wrote."""
    named = " ".join(value.casefold() for name in LIST_ADDRESS_FIELDS for value in message.all(name))
    plain = address.casefold()
    return plain in named or plain.replace("@", ".") in named


def _outcome_in_call(reading: Reading, found: Found) -> tuple[Outcome, str]:
    if found.call is None:
        return Outcome.quarantine, found.reason
    if reading.forwarded is not None:
        return Outcome.submission, "forward-found"
    if reading.intent is Intent.forward and not reading.answers:
        return Outcome.quarantine, "forward-for-a-person"
    if reading.intent is Intent.withdrawal or (reading.intent in _ASKING and not reading.answers):
        return Outcome.submission, f"{reading.intent}-found"
    if reading.answers:
        return Outcome.submission, "answers-found"
    if reading.reason == VIA_LIST:
        return Outcome.quarantine, VIA_LIST  # about our letter, to all of the list: perhaps talk, perhaps an answer
    if not reading.reply.strip() and not reading.attachments:
        return Outcome.quarantine, "nothing-written"
    return Outcome.submission, "answers-unplaced"


def _letter_of(message: Message, kind: Kind, calls: Sequence[Call], own: Own) -> str | None:
    """The letter of ours that a machine writes about; letters about no call of ours too."""
    slugs = [*(call.slug for call in calls), ""]
    look = letter_returned if kind is Kind.bounce else letter_answered
    return look(message, slugs, own)
