"""Additions and changes: whether a correction replaces an earlier answer or only adds to it."""

import re

from mailbot.core import label
from mailbot.core.phrases.asides import CHANGING
from mailbot.core.phrases.intent import ADDING, ADDING_TO_ALL
from mailbot.core.phrases.labels import QUESTION_WORDS
from mailbot.core.saying import Phrases

_MOST = 4000  # characters that are looked at


def _any_of(phrases: tuple[str, ...]) -> str:
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in sorted(phrases, key=len, reverse=True))


_LABELLED = re.compile(rf"\W{{0,3}}(?:{_any_of(ADDING)})\s?[):\]]", re.IGNORECASE)
_TO_QUESTION = re.compile(
    rf"\b(?:{_any_of(ADDING)})\b[^.!?]{{0,80}}?\b(?:{_any_of(QUESTION_WORDS)}|to|à)[\s.°]{{1,3}}(?P<number>\d{{1,2}})\b"
    r"(?:\s?(?:,|&|\+|and|und|et)\s?(?P<and>\d{1,2})\b)?",
    re.IGNORECASE,
)
_CHANGING = Phrases(CHANGING)
_TO_ALL = re.compile(rf"\b(?:{_any_of(ADDING_TO_ALL)})\b", re.IGNORECASE)


def adds_to(question: int, text: str, beside: str) -> bool:
    """Whether this answer adds to an earlier one: `(add) …`, or `please add a sentence to question 6` in the words beside it.

    text: of the answer. beside: what the mail says outside its answers. `add to my answer` without a number speaks of each.
    """
    if _LABELLED.match(text):
        return True
    named = {int(n) for found in _TO_QUESTION.finditer(beside[:_MOST]) for n in (found["number"], found["and"]) if n}
    return question in named or (not named and _TO_ALL.search(beside[:_MOST]) is not None)


def changes(text: str) -> bool:
    """Whether a sentence says that the answer to a question, which it names by number, is to be another."""
    return _CHANGING.stand_in(text) and bool(label.mentioned(text))
