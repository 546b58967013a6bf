"""Furniture: what a form says behind its questions, and what somebody answers there, belongs to no question of the call.

`Anything else you would like us to know?`, `Place and date:`, `Thank you for completing this form.`
"""

from collections.abc import Sequence

from mailbot.core import evidence
from mailbot.core.label import Number
from mailbot.core.passage import Passage
from mailbot.core.phrases.furniture import FURNITURE
from mailbot.core.saying import Phrases

_FURNITURE = Phrases(FURNITURE)
_FEWEST, _MOST_WORDS = 4, 20  # of a question that a form asks
_OPENED = 2  # questions of ours that are repeated, from which on a text is a form


def part_off(passages: Sequence[Passage], beyond: Number, *, document: bool) -> None:
    """Label `beyond` the passages with which a form goes on. They stand below questions of ours; none of these below them."""
    asked = [i for i, p in enumerate(passages) if p.above]
    if len(asked) < _OPENED:
        return
    for i, p in enumerate(passages[asked[0] + 1 :], asked[0] + 1):
        if evidence.has_mark(p) or not p.opens:
            continue
        is_last = document and i == len(passages) - 1
        if _FURNITURE.begin(p.text) or (is_last and _asks(p.text)):
            p.label, p.weight = beyond, 0.0


def _asks(text: str) -> bool:
    """Whether a paragraph is a question and no more."""
    return "\n" not in text.strip() and evidence.asks(text) and _FEWEST <= len(text.split()) <= _MOST_WORDS
