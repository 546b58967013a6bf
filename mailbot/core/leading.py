"""Leading in: a sentence that ends in a colon says which question the passage below it answers.

`Please replace my answer to 2 by this:`, `And here is the third one:`. It is no answer itself.
"""

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from mailbot.core import label
from mailbot.core.label import Number
from mailbot.core.meaning import Likeness
from mailbot.core.passage import Passage
from mailbot.core.phrases.asides import CHANGING, FOLLOWING
from mailbot.core.saying import Phrases

_MOST_WORDS = 40
_ALIKE, _CLEARLY = 1.2, 0.6
_WEIGHT = 5.0
_FEWEST_POINTS = 2  # of a list
_BEFORE_COLON = re.compile(r"(?:[^:：.!?\n]{8,120}[.!][ \t]+)?[^:：.!?\n]{8,200}(?:\n[^:：.!?\n]{1,200})?[:：][ \t]+(?=\S)")
_POINT = re.compile(r"[ \t]*[-–—*•·○▪+][ \t]+\S")
_FOLLOWING = Phrases(FOLLOWING)
_CHANGING = Phrases(CHANGING)
_AT_THE_END = re.compile(r"(?<![\w.,])(\d{1,2})[ \t]*(?:\.|(?P<close>\)))?[ \t]*[:：][ \t]*$")


def lead(passages: Sequence[Passage], count: int, likeness: Likeness) -> None:
    """Give the passage below each such sentence what the sentence says, and take it from the sentence."""
    for p in passages:
        _on_one_line(p, count)
    marked = any(p.weight or p.above for p in passages)
    for i, (p, below) in enumerate(pairwise(passages)):
        if not _leads(p.text) or len(p.text.split()) > _MOST_WORDS or p.above or below.foreign:
            continue
        if not below.opens or _is_answer(p):
            continue
        numbers = _numbers(p, count) or (() if marked or _POINT.match(below.text) else _by_matter(p, likeness))
        if not numbers:
            continue
        p.label, p.weight = None, 0.0
        own = None if _take_list(passages[i + 1 :], numbers) else label.number(below.text)
        length = own.length if own is not None and own.numbers == numbers else 0
        if not below.weight and not below.above:
            below.label, below.weight = Number(numbers, "led", length, named=True), _WEIGHT


def _is_answer(p: Passage) -> bool:
    """Whether a passage stands below its own label, and its words are no more than the beginning: `2. Three things:`."""
    if p.label is None or p.label.style == "mention":
        return False
    behind = p.text[p.label.length :]
    return not (any(c.isalnum() for c in behind) and (_FOLLOWING.stand_in(behind) or _CHANGING.stand_in(behind)))


def _take_list(below: Sequence[Passage], numbers: tuple[int, ...]) -> bool:
    """Below a sentence that names one question, a list that counts from 1 is the answer's own; whether there is one."""
    listed = list(takewhile(lambda p: not (p.above or p.foreign or (p.label is not None and p.label.named)), below))
    labels = [p.label for p in listed if p.label is not None and p.weight]
    if len(numbers) != 1 or len(labels) < _FEWEST_POINTS or labels[0].numbers != (1,):
        return False
    for p in listed:
        p.label, p.weight = None, 0.0
    return True


def _leads(text: str) -> bool:
    """Whether it ends in a colon, or says that something follows."""
    return text.rstrip().endswith((":", "：")) or (_FOLLOWING.stand_in(text) and bool(label.mentioned(text)))


def _on_one_line(p: Passage, count: int) -> None:
    """`Please replace my answer to question 2 by: …`, `My answer to question 2 should read: …`."""
    found = _BEFORE_COLON.match(p.text)
    if found is None or p.above or (p.label is not None and p.label.style != "mention"):
        return
    numbers = p.label.numbers if p.label else label.mentioned(found[0]) if _CHANGING.stand_in(found[0]) else ()
    if numbers and min(numbers) >= 1 and max(numbers) <= count:
        p.label, p.weight = Number(numbers, "led", found.end(), named=True), _WEIGHT


def _numbers(p: Passage, count: int) -> tuple[int, ...]:
    found = _AT_THE_END.search(p.text)
    if found and found["close"] and p.text.count("(") == p.text.count(")") and p.text[: found.start()].rstrip()[-1:] != "(":
        found = None  # `(my telephone calls each of them 1):`
    numbers = (int(found[1]),) if found else p.label.numbers if p.label and p.label.named else label.mentioned(p.text)
    return numbers if numbers and min(numbers) >= 1 and max(numbers) <= count else ()


def _by_matter(p: Passage, likeness: Likeness) -> tuple[int, ...]:
    near = likeness.of(p.text)
    best = max(range(len(near)), key=lambda n: near[n])
    others = max((x for n, x in enumerate(near) if n != best), default=0.0)
    return (best + 1,) if near[best] >= _ALIKE and near[best] - others >= _CLEARLY else ()
