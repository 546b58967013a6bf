"""What the sender wants: to answer, correct, withdraw, decline, ask, or to pass on what somebody else wrote.

Only a hint for people and for the order of things: nothing is deleted, withdrawn or changed because of a phrase.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from mailbot.core import marks
from mailbot.core.align import Alignment
from mailbot.core.known import words
from mailbot.core.message import Message
from mailbot.core.phrases.intent import (
    ASKING,
    CONDITIONS,
    CORRECTION,
    DECLINE,
    FORWARD_PREFIXES,
    ON_BEHALF,
    WITHDRAWAL,
    WITHDRAWAL_OUTRIGHT,
)
from mailbot.core.reading import How, Intent
from mailbot.core.reply import Label, Parts
from mailbot.core.said import stands_in

_LONGEST = 4000  # characters that are looked at: what people want they say at the beginning
_PROSE = 120  # words; who writes more than these tells of himself, whatever he asks beside
_SHARE = 3  # a third of the words; who asks also says who he is
_CONDITIONS = frozenset(CONDITIONS)
_PARAGRAPH = re.compile(r"\n\s*\n")
_SENTENCE = re.compile(r"(?<=[^\d\s][.!?])\s+|(?<=\d[!?])\s+")  # the dot of `4. April` ends none
_PREFIX = re.compile(r"\s*([^\W\d_]{1,12})\s*:")
_HEADER = 64_000  # octets of an attached mail in which From is looked for
_FROM = re.compile(rb"^from:[^\r\n]{0,998}(?:\r?\n[ \t][^\r\n]{0,998}){0,3}", re.IGNORECASE | re.MULTILINE)
_ADDRESS = re.compile(r"[^\s<>\"'(),;:\[\]]{1,64}@[^\s<>\"'(),;:\[\]]{1,253}")


@dataclass(frozen=True, slots=True)
class _Said:
    """What was written outside the answers. paragraphs: their sentences, casefolded. words: how many."""

    paragraphs: tuple[tuple[str, ...], ...]
    words: int

    @property
    def sentences(self) -> tuple[str, ...]:
        return tuple(sentence for paragraph in self.paragraphs for sentence in paragraph)

    def any_of(self, phrases: Sequence[str]) -> bool:
        return any(stands_in(phrase, sentence) for sentence in self.sentences for phrase in phrases)


def intent(parts: Parts, alignment: Alignment, message: Message, ours: Collection[str], sender: str = "") -> Intent:
    """Judge by the words outside the answers. ours: our addresses and those of the call, lower case. sender: of this mail."""
    said = _said(alignment)
    answered = any(answer.how is not How.order for answer in alignment.answers)
    if not answered and _passes_on(parts, message, ours, said, sender):
        return Intent.forward
    if not parts.reply.strip():
        return Intent.none
    if _withdraws(said, answered=answered):
        return Intent.withdrawal
    if said.any_of(CORRECTION):
        return Intent.correction
    if answered or said.words > _PROSE:
        return Intent.answer
    if said.any_of(DECLINE):
        return Intent.decline
    return Intent.question if _mostly_asks(said) else Intent.answer


def _withdraws(said: _Said, *, answered: bool) -> bool:
    """Whether the sender withdraws. Who answers too must say it outright, not for a case that may come, nor of the past."""
    if not answered:
        return said.any_of(WITHDRAWAL)
    asked = (s for s in said.sentences if _CONDITIONS.isdisjoint(words(s)))
    return any(stands_in(phrase, sentence) for sentence in asked for phrase in WITHDRAWAL_OUTRIGHT)


def _mostly_asks(said: _Said) -> bool:
    """Whether a good part of the words is a question to us; who writes two questions and answers each asks nothing.

    Behind `I have a question` the rest of the paragraph belongs to it.
    """
    asking, self_answered = 0, 0
    for paragraph in said.paragraphs:
        announced = False
        for sentence, below in zip(paragraph, [*paragraph[1:], ""], strict=True):
            is_question = sentence.endswith("?")
            announced = announced or any(stands_in(phrase, sentence) for phrase in ASKING)
            asking += len(sentence.split()) if is_question or announced else 0
            self_answered += is_question and bool(below) and not below.endswith("?")
    return self_answered < 2 and asking * _SHARE >= max(said.words, 1)


def _said(alignment: Alignment) -> _Said:
    guessed = [answer.text for answer in alignment.answers if answer.how is How.order]
    text = "\n\n".join([*guessed, alignment.unplaced])[:_LONGEST]
    plain = text.casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    found = (tuple(" ".join(s.split()) for s in _SENTENCE.split(part) if s.strip()) for part in _PARAGRAPH.split(plain))
    return _Said(tuple(sentences for sentences in found if sentences), words=len(text.split()))


def _passes_on(parts: Parts, message: Message, ours: Collection[str], said: _Said, sender: str) -> bool:
    """Whether the mail brings, or may bring, what somebody else wrote, quoted or attached, and not we in the first place."""
    forwarded = _forwarded_from(parts)
    if forwarded & set(ours):
        return False
    attached = [attachment.content for attachment in message.attachments if attachment.type == "message/rfc822"]
    if any(line.unclear and line.label is Label.own for line in parts.lines):
        return True
    brings = bool(forwarded - {sender.casefold()}) or any(not _is_by(sender, content) for content in attached)
    found = _PREFIX.match(message.subject)
    prefixed = found is not None and found[1].casefold() in FORWARD_PREFIXES
    return brings and (prefixed or said.any_of(ON_BEHALF))


def _is_by(sender: str, content: bytes) -> bool:
    """Whether an attached mail was written by the sender of this one, who then passes on his own words."""
    found = _FROM.search(content[:_HEADER])
    return bool(sender) and found is not None and sender.casefold() in found[0].decode("latin-1").casefold()


def _forwarded_from(parts: Parts) -> set[str]:
    """The addresses in the From lines printed above quoted text, lower case."""
    headers = (marks.unquoted(line.text) for line in parts.lines if line.label is Label.header or parts.untrimmed)
    lines = (line for line in headers if marks.header_role(line) == "from")
    return {address.casefold() for line in lines for address in _ADDRESS.findall(line)}
