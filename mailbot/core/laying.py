"""A whole mail laid under the questions: its text, its subject and the documents that came with it, aligned, then joined."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from mailbot.core.align import Alignment, align
from mailbot.core.call import Call
from mailbot.core.documents import Document, State
from mailbot.core.phrases.asides import ATTACHED
from mailbot.core.reading import Answer, How
from mailbot.core.reply import split
from mailbot.core.saying import Phrases
from mailbot.core.subject import in_subject, points_to_subject
from mailbot.core.trace import BODY, Trace, trace

_ATTACHED = Phrases(ATTACHED)
_POINTER = 16  # words; who writes more beside `see attachment` has answered
_GUESSED = frozenset({How.order, How.meaning})
_LONGEST_HEAD = 90  # characters of a line that stands on each page
_DIGITS = re.compile(r"\d+")


def lay(body: Alignment, subject: str, documents: Iterable[Document], call: Call, author: str) -> Alignment:
    """The body's alignment with what the subject and the documents answer.

    Words in the body are the sender's last ones and stand before those of a document, unless they only point to it, or were
    guessed where a document says plainly what it answers.
    """
    answers = {answer.question: answer for answer in body.answers}
    for answer in in_subject(subject, body, call):
        here = answers.get(answer.question)
        if here is None or points_to_subject(here.text):
            answers[answer.question] = answer
    pointers: list[str] = []
    traces: list[Trace] = []
    for document in documents:
        if document.state is not State.read or not document.text.strip():
            continue
        laid = _of(document, call, author)
        traces.append(laid.traces[0])
        for answer in laid.answers:
            here = answers.get(answer.question)
            if here is None:
                answers[answer.question] = answer
            elif _gives_way(here, answer):
                pointers.append(here.text)
                answers[answer.question] = answer
    kept = {n: answer for n, answer in answers.items() if answer.source != BODY or not _points(answer.text)}
    pointers += [answer.text for n, answer in answers.items() if n not in kept]
    return replace(
        body,
        answers=tuple(kept[n] for n in sorted(kept)),
        unanswered=tuple(n for n in range(1, len(call.questions) + 1) if n not in kept),
        unplaced="\n\n".join(text for text in (*pointers, body.unplaced) if text),
        traces=tuple(traces),
    )


def _of(document: Document, call: Call, author: str) -> Alignment:
    parts = split(
        _without_page_heads(document.text) if document.type == "pdf" else document.text,
        [question.text for question in call.questions],
        author,
        document.looks,
    )
    laid = align(parts, call, author, document=True)
    answers = tuple(replace(answer, source=document.source) for answer in laid.answers)
    return replace(laid, answers=answers, traces=(trace(document.source, parts.lines, laid.places, aligned=True),))


def _without_page_heads(text: str) -> str:
    """The text with what stands on each page, its number apart, left blank; the lines keep their numbers."""
    lines = text.split("\n")
    alike = [_DIGITS.sub("#", line.strip()) for line in lines]
    often = Counter(alike)
    return "\n".join(
        "" if often[same] > 1 and same.strip("# ") and len(same) <= _LONGEST_HEAD else line
        for line, same in zip(lines, alike, strict=True)
    )


def _gives_way(here: Answer, there: Answer) -> bool:
    if here.source != BODY:
        return here.how in _GUESSED and there.how not in _GUESSED
    return _points(here.text) or (here.how in _GUESSED and there.how not in _GUESSED)


def _points(text: str) -> bool:
    """`See attachment.`"""
    return len(text.split()) <= _POINTER and _ATTACHED.stand_in(text)
