"""The announcement in a mail: its text or one of its files, passed on or pasted; and whether it is one that is known."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from mailbot.core.announcement.draft import Draft, draft
from mailbot.core.announcement.opening import opened, page_of_mail, page_of_text
from mailbot.core.announcement.page import Page
from mailbot.core.call import Call
from mailbot.core.documents.document import NotRead
from mailbot.core.known import words
from mailbot.core.message import Message
from mailbot.core.phrases.drafting import REPLY_PREFIXES
from mailbot.core.phrases.intent import FORWARD_PREFIXES
from mailbot.core.reading import How, Reading
from mailbot.core.reply import Label, Parts, split

PERHAPS = "draft-perhaps"
_MOST_FILES = 5
_SAME_QUESTION = 90  # of 100, by rapidfuzz
_MOST_COMPARED, _LONGEST_COMPARED = 40, 2000  # questions of a draft, characters of each
_PREFIX = re.compile(r"\s*(?:\[[^\[\]]{1,40}\]\s*)?([^\W\d_]{1,12})\s*(?:\[\d\])?\s*[:：]")
_SURE = frozenset({How.inline, How.restated, How.table})
_EVERYTHING = 3


def announcement(reading: Reading, message: Message) -> Draft | str | None:
    """The draft of the announcement in the mail, the named reason why a person decides, or None where it is another mail."""
    parts = split(message.text, (), reading.sender.name, message.looks)
    passed_on = _passed_on(message, parts)
    if any(one.how in _SURE for one in reading.answers) and not passed_on:
        return None
    if _goes_on(message) and not passed_on:
        own_words = draft(page_of_text(parts.reply, subject=message.subject)) if parts.reply.strip() else None
        return PERHAPS if own_words is not None and _rank(own_words) == _EVERYTHING and not reading.answers else None
    best, of_a_file = _best(message)
    if best is None or best.title is None or _rank(best) < 2:
        return None
    if passed_on or of_a_file or _rank(best) == _EVERYTHING:
        return best
    return PERHAPS if not reading.answers else None


def _passed_on(message: Message, parts: Parts) -> bool:
    """Whether the mail brings another one, as a forward does."""
    prefix = _PREFIX.match(message.subject)
    named = prefix is not None and prefix[1].casefold() in FORWARD_PREFIXES
    attached = any(attachment.type == "message/rfc822" for attachment in message.attachments)
    if prefix is not None and prefix[1].casefold() in REPLY_PREFIXES:
        return False
    headed = not message.in_reply_to and any(line.label is Label.header for line in parts.lines)
    return named or attached or headed


def _goes_on(message: Message) -> bool:
    prefix = _PREFIX.match(message.subject)
    return bool(message.in_reply_to) or (prefix is not None and prefix[1].casefold() in REPLY_PREFIXES)


def _best(message: Message) -> tuple[Draft | None, bool]:
    """Of the text and the first files the one that says most, and whether it is a file; the text before files."""
    best, best_rank, of_a_file = None, -1, False
    for page, is_file in _pages(message):
        found = draft(page)
        if _rank(found) > best_rank:
            best, best_rank, of_a_file = found, _rank(found), is_file
    return best, of_a_file


def _pages(message: Message) -> Iterator[tuple[Page, bool]]:
    subject = _bare(message.subject)
    whole = replace(page_of_mail(message), subject=subject)
    yield whole, False
    for file in message.attachments[:_MOST_FILES]:
        try:
            page = opened(file.content, file.name)
        except NotRead:
            continue
        yield replace(page, sent=page.sent or whole.sent, subject=_bare(page.subject) or subject), True


def _bare(subject: str) -> str:
    """The subject without the prefixes of answers and forwards."""
    while (found := _PREFIX.match(subject)) and found[1].casefold() in (*REPLY_PREFIXES, *FORWARD_PREFIXES):
        subject = subject[found.end() :]
    return subject.strip()


def _rank(its: Draft) -> int:
    """Of title, questions and deadline how many there are."""
    return bool(its.title) + bool(its.questions) + bool(its.times.deadline)


def is_of_known_call(its: Draft, calls: Sequence[Call]) -> bool:
    """Whether it names a call that we have, or asks what one asks: the same announcement again, or with another deadline."""
    named = words(its.title.value) if its.title else ()
    asked = [question.value.text[:_LONGEST_COMPARED] for question in its.questions[:_MOST_COMPARED]]
    return any((named and words(call.title) == named) or _asks_the_same(asked, call) for call in calls)


def _asks_the_same(asked: Sequence[str], call: Call) -> bool:
    same = sum(
        any(fuzz.ratio(one, known.text[:_LONGEST_COMPARED]) >= _SAME_QUESTION for known in call.questions) for one in asked
    )
    return bool(asked) and 2 * same >= len(asked)
