"""The subject as the place of an answer: `Re: call - 1. yes`, `Question 3: because I sit in a wheelchair`."""

import re
from collections.abc import Iterator

from mailbot.core import label, meaning
from mailbot.core.align import Alignment
from mailbot.core.call import Call
from mailbot.core.phrases.asides import IN_SUBJECT
from mailbot.core.reading import Answer, How
from mailbot.core.saying import Phrases

_IN_SUBJECT = Phrases(IN_SUBJECT)
_PREFIX = re.compile(r"[ \t]*(?:\[[^\[\]]{1,40}\][ \t]*|[^\W\d_]{1,5}(?:\[\d\])?[ \t]?[:：][ \t]*)(?!\d)")
_PARTS = re.compile(r"[ \t]+[-–—|][ \t]+|[;|][ \t]+")
_CONFIDENCE = 0.9
_LIKE = 0.6
_POINTER = 25  # words


def in_subject(subject: str, body: Alignment, call: Call) -> Iterator[Answer]:
    """The answers that the subject gives with a number, or by its matter where the body says that one stands there."""
    text = subject
    while (found := _PREFIX.match(text)) and label.number(text) is None:
        text = text[found.end() :]
    pointed = _IN_SUBJECT.stand_in(f"{body.unplaced} {body.greeting} {' '.join(a.text for a in body.answers)}")
    for part in _PARTS.split(text[:998]):
        yield from _answer(part.strip(), call, pointed=pointed)


def points_to_subject(text: str) -> bool:
    """`See subject line.`"""
    return len(text.split()) <= _POINTER and _IN_SUBJECT.stand_in(text)


def _answer(part: str, call: Call, *, pointed: bool) -> Iterator[Answer]:
    found = label.number(part)
    count = len(call.questions)
    said = part[found.length :].strip() if found else ""
    if found and said and (found.named or pointed or found.style in {")", "."}) and all(1 <= n <= count for n in found.numbers):
        for n in found.numbers:
            yield Answer(n, call.questions[n - 1].id, said, _CONFIDENCE, How.numbered)
        return
    head, colon, rest = part.partition(":")
    if pointed and colon and rest.strip():
        near = meaning.Shared([question.text for question in call.questions]).of(head)
        best = max(range(count), key=lambda n: near[n])
        if near[best] >= _LIKE:
            yield Answer(best + 1, call.questions[best].id, rest.strip(), _CONFIDENCE, How.restated)
