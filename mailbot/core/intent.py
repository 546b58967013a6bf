"""What the sender wants: to answer, correct, withdraw, decline, ask, or to pass on what somebody else wrote.

Only a hint for people and for the order of things: nothing is deleted, withdrawn or changed because of a phrase.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from mailbot.core import marks
from mailbot.core.align import Alignment
from mailbot.core.forwarded import Load, holds, is_named_so, others
from mailbot.core.message import Message
from mailbot.core.phrases.intent import (
    ASKING,
    CORRECTION,
    DECLINE,
    ON_BEHALF,
)
from mailbot.core.phrases.recommending import POINTS_TO, RECOMMENDS, TO_ME
from mailbot.core.reading import How, Intent
from mailbot.core.reply import Label, Parts
from mailbot.core.said import any_in, present, stands_in
from mailbot.core.withdrawing import says_outright, withdraws

_LONGEST = 4000  # characters that are looked at: what people want they say at the beginning
_PROSE = 120  # words; who writes more than these tells of himself, whatever he asks beside
_SHORT = 60  # words; in a longer mail an address stands for many reasons
_SHARE = 3  # a third of the words; who asks also says who he is
_GREEK = re.compile(r"[α-ωά-ώ]")
_PARAGRAPH = re.compile(r"\n\s*\n")
_SENTENCE = re.compile(r"(?<=[^\d\s][.!?])\s+|(?<=\d[!?])\s+")  # the dot of `4. April` ends none
_OF_ONES_OWN = 8  # words that are more than `FYI, see below`


@dataclass(frozen=True, slots=True)
class _Said:
    """What was written outside the answers. paragraphs: their sentences, casefolded. words: how many. greeting: the same of
    what looks like one, which a short wish behind `Hello,` does too."""

    paragraphs: tuple[tuple[str, ...], ...]
    words: int
    greeting: tuple[tuple[str, ...], ...] = ()

    @property
    def sentences(self) -> tuple[str, ...]:
        return tuple(sentence for paragraph in self.paragraphs for sentence in paragraph)

    @property
    def every(self) -> tuple[str, ...]:
        return (*self.sentences, *chain.from_iterable(self.greeting))

    @property
    def for_another(self) -> bool:
        return any_in(ON_BEHALF, self.every)

    def any_of(self, phrases: Sequence[str]) -> bool:
        return any_in(phrases, self.sentences)


def intent(parts: Parts, alignment: Alignment, message: Message, found: Load, sender: str = "") -> Intent:
    """Judge by the words outside the answers. found: what the mail brings along. sender: address of who sends it."""
    said = _said(alignment)
    answered = any(answer.how is not How.order for answer in alignment.answers)
    if _passes_on(parts, alignment, message, found, said, sender, answered=answered):
        return Intent.forward
    if not parts.reply.strip():
        return Intent.none
    if (says_outright if answered else withdraws)(said.every):
        return Intent.withdrawal
    if said.any_of(CORRECTION):
        return Intent.correction
    if answered or said.words > _PROSE:
        return Intent.answer
    declines = said.any_of(DECLINE)
    if _points_to_another(said, sender, declines=declines):
        return Intent.recommendation
    if declines:
        return Intent.decline
    return Intent.question if _mostly_asks(said) else Intent.answer


def may_pass_on(parts: Parts, alignment: Alignment, message: Message) -> bool:
    """Whether it is worth looking at what the mail brings along: most mails only quote what they answer."""
    return any(line.unclear for line in parts.lines) or says_so(alignment, message)


def says_so(alignment: Alignment, message: Message) -> bool:
    """Whether a mail says that it passes something on, or a mail program says it, so that words below are not typed into it."""
    if message.first_raw("resent-from") or is_named_so(message):
        return True
    return _said(alignment).for_another


def _points_to_another(said: _Said, sender: str, *, declines: bool) -> bool:
    """Whether the mail names somebody to ask instead. Who would come may name a colleague for many reasons."""
    to_me = present(TO_ME, said.sentences)
    sentences = [s for s in said.sentences if not any(stands_in(phrase, s) for phrase in to_me)]
    if any_in(RECOMMENDS, sentences):
        return True
    named = any(address != sender.casefold() for sentence in sentences for address in marks.addresses(sentence))
    return any_in(POINTS_TO, sentences) and (declines or (named and said.words <= _SHORT))


def _mostly_asks(said: _Said) -> bool:
    """Whether a good part of the words is a question to us; who writes two questions and answers each asks nothing.

    Behind `I have a question` the rest of the paragraph belongs to it.
    """
    asking, self_answered = 0, 0
    phrases = present(ASKING, said.sentences)
    for paragraph in said.paragraphs:
        announced = False
        for sentence, below in zip(paragraph, [*paragraph[1:], ""], strict=True):
            is_question = sentence.endswith("?")
            announced = announced or any(stands_in(phrase, sentence) for phrase in phrases)
            asking += len(sentence.split()) if is_question or announced else 0
            self_answered += is_question and bool(below) and not below.endswith("?")
    return self_answered < 2 and asking * _SHARE >= max(said.words, 1)


def _said(alignment: Alignment) -> _Said:
    guessed = [answer.text for answer in alignment.answers if answer.how is How.order]
    text = "\n\n".join([*guessed, alignment.unplaced])[:_LONGEST]
    greeting = alignment.greeting[:_LONGEST]
    if not alignment.answers and not text.strip():  # `Hello, are travel costs paid?` is all that was said
        text, greeting = greeting, ""
    return _Said(_paragraphs(text), words=len(text.split()), greeting=_paragraphs(greeting))


def _paragraphs(text: str) -> tuple[tuple[str, ...], ...]:
    plain = text.casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    plain = plain.replace(";", "?") if _GREEK.search(plain) else plain  # the Greek question mark
    found = (tuple(" ".join(s.split()) for s in _SENTENCE.split(part) if s.strip()) for part in _PARAGRAPH.split(plain))
    return tuple(sentences for sentences in found if sentences)


def _passes_on(
    parts: Parts, alignment: Alignment, message: Message, found: Load, said: _Said, sender: str, *, answered: bool
) -> bool:
    """Whether the mail brings, or may bring, what somebody else wrote, printed, attached or sent again, and not we at first.

    Who answers above somebody else's words has answered himself; who hands the call round writes something above, and what he
    got it with answers nothing.
    """
    if found.by is not None:
        return True
    if answered:
        return said.for_another and holds(found, alignment, sender)
    if any(line.unclear and line.label is Label.own for line in parts.lines):
        return not found.ours
    brings = others(found, sender)
    if not brings or not (said.for_another or is_named_so(message)):
        return False
    return any(one.says for one in brings) or not found.asked or said.words < _OF_ONES_OWN
