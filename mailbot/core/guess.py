"""Guesses: what the shape of a text says about its answers where no label and no question of ours does."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mailbot.core import cues, marks
from mailbot.core.known import words
from mailbot.core.passage import Passage, paragraphs
from mailbot.core.phrases.remarks import REMARKS
from mailbot.core.phrases.signoff import CLOSINGS, GREETINGS, WEAK_CLOSINGS
from mailbot.core.reading import How

_FEWEST_WORDS = 6  # an answer has; a name, a telephone number or `See you in April!` has fewer
_REMARKS = tuple(" ".join(words(phrase)) for phrase in REMARKS)
_POLITE = (*GREETINGS, *WEAK_CLOSINGS, *CLOSINGS)
_BULLET = re.compile(r"[ \t]*(?P<mark>[-–—*•·○▪+])[ \t]+(?=\S)")
_ASKS = re.compile(r"[?\u037e\uff1f][\s\"'»”*_)]*$")  # Greek and full-width question marks too
_STATES = re.compile(r"[.!]\s")


@dataclass(frozen=True, slots=True)
class Heads:
    """Passages below questions that the sender wrote. heads: the lines of these questions."""

    passages: tuple[Passage, ...]
    heads: tuple[str, ...]


def by_questions(lines: Sequence[str], count: int) -> Heads | None:
    """As many questions as the call has, each with words below it, are the call's in the sender's own language or words."""
    spans = _question_lines(lines) if count > 1 else None
    if spans is None or len(spans) != count:
        return None
    ends = [*(start for start, _ in spans[1:]), len(lines)]
    below = [
        Passage((n,), How.restated, 0.6, list(lines[at:end]))
        for n, ((_, at), end) in enumerate(zip(spans, ends, strict=True), 1)
    ]
    if not all(passage.says_something() for passage in below):
        return None
    return Heads((Passage(lines=list(lines[: spans[0][0]])), *below), tuple(line for a, b in spans for line in lines[a:b]))


def _question_lines(lines: Sequence[str]) -> list[tuple[int, int]] | None:
    """From and to of each question on lines of its own; None if one cannot be told from the words above it."""
    spans: list[tuple[int, int]] = []
    start = 0
    for i, line in enumerate(lines):
        if not line.strip():
            start = i + 1
        elif _ASKS.search(line):
            if spans and spans[-1][1] == i:  # one more line of the same question
                spans[-1] = (spans[-1][0], i + 1)
                continue
            spans.append((start, i + 1) if not spans or spans[-1][1] <= start else (i, i + 1))
            said = " ".join(lines[spans[-1][0] : i + 1]).strip(" *_#>-•")
            if said[:1].islower() or _STATES.search(said):
                return None
    return spans


def by_order(passage: Passage, count: int) -> Iterator[Passage]:
    """As many points, or paragraphs, as questions are probably their answers in order, if each could be an answer.

    To a single question everything is the answer.
    """
    points = _points(passage.lines)
    if points is not None and len(points) == count > 1 and all(map(_may_answer, points)):
        yield from _pointed(passage, points)
        return
    parts = list(paragraphs(passage.lines))
    if len(parts) == count > 1 and all(map(_may_answer, parts)):
        for n, part in enumerate(parts, 1):
            yield Passage((n,), How.order, 0.35, part)
    elif count == 1 and parts:
        yield Passage((1,), How.order, 0.6, passage.lines)
    else:
        yield passage


def _pointed(passage: Passage, points: Sequence[Sequence[str]]) -> Iterator[Passage]:
    starts = [i for i, line in enumerate(passage.lines) if _BULLET.match(line)]
    yield Passage(lines=passage.lines[: starts[0]])
    for n, lines in enumerate(points, 1):
        yield Passage((n,), How.order, 0.45, [_BULLET.sub("", lines[0], count=1), *lines[1:]])
    yield Passage(lines=passage.lines[starts[-1] + len(points[-1]) :])


def _points(lines: Sequence[str]) -> list[list[str]] | None:
    """The points of the only list in a text; None if it has none, or more than one."""
    points: list[list[str]] = []
    mark, is_open, ended = "", False, False
    for line in lines:
        found = _BULLET.match(line)
        if found and (ended or (mark and found["mark"] != mark)):
            return None
        if found:
            mark, is_open = found["mark"], True
            points.append([line])
        elif not line.strip():
            is_open = False
        elif is_open:
            points[-1].append(line)
        else:
            ended = bool(points)
    return points or None


def _may_answer(lines: Sequence[str]) -> bool:
    """Whether a paragraph could be an answer: no question, no politeness, no remark, no label, not too short."""
    text = marks.plain(" ".join(lines)).casefold().lstrip("-–—*•·○▪+ ")
    if "?" in text or any(cues.number(line) for line in lines):
        return False
    polite = any(text.startswith(phrase) and not text[len(phrase) : len(phrase) + 1].isalnum() for phrase in _POLITE)
    remark = any(f" {phrase} " in f" {' '.join(words(text))} " for phrase in _REMARKS)
    return not polite and not remark and sum(any(c.isalpha() for c in word) for word in text.split()) >= _FEWEST_WORDS
