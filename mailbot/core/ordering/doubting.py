"""Words that make an order none: conditions, denials, what is for later, what is asked or wished for."""

import re
from functools import cache

from mailbot.core.phrases import consent, ordering, ordering_words
from mailbot.core.phrases.intent import CONDITIONS
from mailbot.core.said import Sayings

_WORD = re.compile(r"[^\W\d_]+")
_STEM = 5  # letters by which `invited` is known to be of `invite`
_FIRST = 3  # words among which stands what belongs to the sentence before


_OTHERS = frozenset({"of", "da", "ha", "als", "men", "sem", "ali", "kui", "tik", "ak", "ej", "ei"})
"""Doubts of one language that are everyday words of others; a sentence of doubt hardly ever has these alone."""


@cache
def _doubts() -> Sayings:
    phrases = (*consent.NOT, *consent.DOUBTS, *consent.DOUBTS_FIRST, *CONDITIONS, *ordering_words.HOLDING_BACK)
    return Sayings(
        " ".join(_WORD.findall(phrase)) + "-" * (phrase.endswith("-") and phrase[-2].isalpha())
        for phrase in phrases
        if phrase[0] != "-" and phrase not in _OTHERS
    )


@cache
def _hanging() -> Sayings:
    return Sayings(" ".join(_WORD.findall(phrase)) for phrase in ordering_words.HANGING)


def _words(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))


def doubts(text: str) -> bool:
    """Whether something in it may deny, delay or condition."""
    return _doubts().within(_words(text))


def looks_back(text: str) -> bool:
    """Whether it begins with such a word, and so may be about what was said before: `But only if they pay.`"""
    return _doubts().within(" ".join(_words(text).split()[:_FIRST]))


def offers(text: str) -> bool:
    """Whether it begins with an `or`."""
    return _words(text).partition(" ")[0] in ordering_words.OR


def hangs(reason: str) -> bool:
    """Whether a reason holds a condition."""
    return _hanging().within(_words(reason))


@cache
def _stems() -> frozenset[str]:
    decisions = ("invite", "reserve", "decline", "remind", "extend")
    forms = (form for verb in decisions for words in ordering.VERBS[verb].values() for form in words)
    return frozenset(form[:_STEM].casefold() for form in forms if len(form) >= _STEM and " " not in form[:_STEM])


def speaks_of_orders(text: str) -> bool:
    """Whether a word is a form of one of the verbs: `invited`, `eingeladen` of `einladen` is not found so and need not be."""
    return any(word[:_STEM] in _stems() for word in _words(text).split())
