"""What the sender wants: to answer, correct, withdraw, decline, ask, or to pass on what somebody else wrote.

Only a hint for people and for the order of things: nothing is deleted, withdrawn or changed because of a phrase.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from mailbot.core import marks
from mailbot.core.align import Alignment
from mailbot.core.message import Message
from mailbot.core.phrases.intent import ASKING, CORRECTION, DECLINE, FORWARD_PREFIXES, ON_BEHALF, WITHDRAWAL
from mailbot.core.reading import How, Intent
from mailbot.core.reply import Label, Parts

_LONGEST = 4000  # characters that are looked at: what people want they say at the beginning
_PROSE = 120  # words; who writes more than these tells of himself, whatever he asks beside
_SENTENCE = re.compile(r"(?<!\d)[.!?]\s+")  # the dot of `4. April` ends none
_PREFIX = re.compile(r"\s*([^\W\d_]{1,12})\s*:")
_ADDRESS = re.compile(r"[^\s<>\"'(),;:\[\]]{1,64}@[^\s<>\"'(),;:\[\]]{1,253}")


@dataclass(frozen=True, slots=True)
class _Said:
    """What was written outside the answers. sentences: casefolded. words: how many. asks: a line ends in a question mark."""

    sentences: tuple[str, ...]
    words: int
    asks: bool

    def any_of(self, phrases: Sequence[str]) -> bool:
        return any(_stands_in(phrase, sentence) for sentence in self.sentences for phrase in phrases)


def intent(parts: Parts, alignment: Alignment, message: Message, ours: Collection[str]) -> Intent:
    """Judge by the words outside the answers. ours: our addresses and those of the call, lower case."""
    said = _said(alignment)
    answered = any(answer.how is not How.order for answer in alignment.answers)
    if not answered and _passes_on(parts, message, ours, said):
        return Intent.forward
    if not parts.reply.strip():
        return Intent.none
    if said.any_of(WITHDRAWAL):
        return Intent.withdrawal
    if said.any_of(CORRECTION):
        return Intent.correction
    if answered or said.words > _PROSE:
        return Intent.answer
    if said.any_of(DECLINE):
        return Intent.decline
    if said.any_of(ASKING) or (said.asks and said.words <= _PROSE / 2):
        return Intent.question
    return Intent.answer


def _said(alignment: Alignment) -> _Said:
    guessed = [answer.text for answer in alignment.answers if answer.how is How.order]
    text = "\n".join([*guessed, alignment.unplaced])[:_LONGEST]
    plain = " ".join(text.casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").split(" "))
    sentences = tuple(
        " ".join(sentence.split()) for sentence in _SENTENCE.split(plain.replace("\n\n", ". ").replace("\n", " "))
    )
    return _Said(sentences, words=len(text.split()), asks=any(s.rstrip().endswith("?") for s in text.split("\n")))


def _stands_in(phrase: str, sentence: str) -> bool:
    """Whether the pieces of a phrase stand in the sentence in this order, the first one at the beginning of a word."""
    at = 0
    for piece in phrase.split(" … "):
        at = sentence.find(piece, at)
        if at < 0 or (at > 0 and sentence[at - 1].isalnum()):
            return False
        at += len(piece)
    return True


def _passes_on(parts: Parts, message: Message, ours: Collection[str], said: _Said) -> bool:
    """Whether the mail brings what somebody else wrote, quoted or attached, and not written by us in the first place."""
    forwarded = _forwarded_from(parts)
    if forwarded & set(ours):
        return False
    brings = bool(forwarded) or any(attachment.type == "message/rfc822" for attachment in message.attachments)
    found = _PREFIX.match(message.subject)
    prefixed = found is not None and found[1].casefold() in FORWARD_PREFIXES
    return brings and (prefixed or said.any_of(ON_BEHALF))


def _forwarded_from(parts: Parts) -> set[str]:
    """The addresses in the From lines printed above quoted text, lower case."""
    headers = (marks.unquoted(line.text) for line in parts.lines if line.label is Label.header or parts.untrimmed)
    lines = (line for line in headers if marks.header_role(line) == "from")
    return {address.casefold() for line in lines for address in _ADDRESS.findall(line)}
