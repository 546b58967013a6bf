"""Is a mail the announcement of a call, sent by an organiser, or the answer to a draft letter? In doubt a person decides.

Any human mail may answer a draft letter; what it may do is decided by who sent it. An announcement is only one when a known
organiser sent it, authenticated, when it has a title with questions or a deadline, and when it neither answers a call, nor is
about one that is known, nor goes on with a thread.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from mailbot.core.call import Call
from mailbot.core.drafting.answer import answer
from mailbot.core.drafting.plan import Announced, Answer, Answered
from mailbot.core.keyed import answers_a_draft
from mailbot.core.message import Defect, Message
from mailbot.core.reading import Authentication, Kind, Outcome, Own, Reading
from mailbot.core.reply import split
from mailbot.errors import Problems

if TYPE_CHECKING:
    from mailbot.core.announcement.draft import Draft

ANNOUNCED, ANSWERED = "draft-announced", "draft-answered"
UNSURE, IN_BULK = "draft-not-authenticated", "draft-announced-in-bulk-mail"
KNOWN, UNREAD = "draft-of-known-call", "draft-not-read"
_TWICE = (Defect.duplicate_from, Defect.duplicate_subject, Defect.duplicate_message_id, Defect.duplicate_content_type)


def taken(reading: Reading, message: Message, calls: Sequence[Call], own: Own, *, plain: bool) -> Reading:
    """The reading as it is, or that of a mail about a draft. plain: the mail has cost a worker its life already."""
    if letters := _draft_letters(message, own):
        return _answered(reading, message, letters) if reading.kind is Kind.human else reading
    if (reading.sender.address or "").casefold() not in own.organisers or reading.thread:
        return reading
    if plain:
        return _for_a_person(reading, message, UNREAD) if reading.kind is Kind.human else reading
    if reading.kind not in {Kind.human, Kind.newsletter, Kind.list}:
        return reading
    from mailbot.core.drafting.finding import announcement  # only mail of organisers pays for loading it

    found = announcement(reading, message)
    return reading if found is None else _judged(reading, message, found, calls)


def _draft_letters(message: Message, own: Own) -> tuple[str, ...]:
    ids = dict.fromkeys([*message.in_reply_to, *message.references])
    return tuple(i for i in ids if answers_a_draft(i, own))


def _answered(reading: Reading, message: Message, letters: tuple[str, ...]) -> Reading:
    """Own words only: what stands in a quote, a signature or below a foreign header says nothing."""
    if not _is_sure(reading, message):
        return _for_a_person(reading, message, UNSURE)
    parts = split(message.text, (), reading.sender.name, message.looks)
    said = Answer() if parts.untrimmed else answer(parts.reply)
    return replace(_without_call(reading), outcome=Outcome.stored, reason=ANSWERED, drafting=Answered(letters, said))


def _judged(reading: Reading, message: Message, found: "Draft | str", calls: Sequence[Call]) -> Reading:
    from mailbot.core.drafting.finding import PERHAPS, is_of_known_call
    from mailbot.core.drafting.planned import planned

    if isinstance(found, str):
        return _for_a_person(reading, message, found)
    if is_of_known_call(found, calls):
        return _for_a_person(reading, message, KNOWN)
    if reading.kind is not Kind.human:
        return _for_a_person(reading, message, IN_BULK)
    if not _is_sure(reading, message):
        return _for_a_person(reading, message, UNSURE)
    try:
        plan = planned(found, reading.sender.address or "")
    except Problems:  # what was read cannot be written as a call file
        return _for_a_person(reading, message, PERHAPS)
    return replace(_without_call(reading), outcome=Outcome.stored, reason=ANNOUNCED, drafting=Announced(plan))


def _is_sure(reading: Reading, message: Message) -> bool:
    return _is_clear(reading, message) and reading.sender.authentication is Authentication.aligned


def _is_clear(reading: Reading, message: Message) -> bool:
    return reading.sender.problem is None and not any(defect in message.defects for defect in _TWICE)


def _for_a_person(reading: Reading, message: Message, reason: str) -> Reading:
    """Where the sender itself is in doubt that is the reason, and was found before."""
    if reading.sender.authentication is Authentication.fail or not _is_clear(reading, message):
        reason = reading.reason
    return replace(_without_call(reading), outcome=Outcome.quarantine, reason=reason)


def _without_call(reading: Reading) -> Reading:
    return replace(
        reading, ack=False, call=None, found_by="", timeliness=None, answers=(), unanswered=(), unplaced="", thread=(), also=()
    )
