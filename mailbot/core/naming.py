"""Which calls a mail names by its own words: the subject by a title, the text by questions that it quotes or repeats."""

import re
from collections.abc import Iterator, Sequence
from itertools import dropwhile

from mailbot.core.call import Call
from mailbot.core.known import words

_SURE = 2  # words of a subject that only one call has
_TELLING = 4  # letters of a word that tells of something, and digits of a year
_LINE = 4  # words from which on a line that stands in a question was not written by chance
_LINES, _LONGEST = 5_000, 2_000  # a text is looked at no further; characters of a line
_REFERENCE = re.compile(r"(?<![\w-])[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}(?![\w-])")
_REFERENCES = 20


def by_subject(subject: str, calls: Sequence[Call]) -> Call | None:
    """The one of these calls whose title or short name the subject gives, in words that the others do not have."""
    said = frozenset(words(subject))
    every = [_telling(call) for call in calls]
    named = []
    for n, call in enumerate(calls):
        own = every[n] - frozenset().union(*every[:n], *every[n + 1 :])
        if said & own:
            named.append((call, len(said & own) >= min(_SURE, len(own))))
    return named[0][0] if len(named) == 1 and named[0][1] else None


def _telling(call: Call) -> frozenset[str]:
    return frozenset(word for word in words(f"{call.title} {call.slug}") if len(word) >= _TELLING)


def sections(text: str, calls: Sequence[Call]) -> dict[str, frozenset[int]]:
    """The lines of a text, from 0, that stand at and below questions of each call, up to one of another; by slug, in the order
    in which the calls are named. Questions that two calls share tell nothing."""
    asked = {call.slug: [f" {' '.join(words(q.text))} " for q in call.questions] for call in calls}
    found: dict[str, set[int]] = {}
    at = ""
    for number, line in enumerate(text.split("\n", _LINES)[:_LINES]):
        at = _owner(line, asked) or at
        if at:
            found.setdefault(at, set()).add(number)
    return {slug: frozenset(lines) for slug, lines in found.items()}


def _owner(line: str, asked: dict[str, list[str]]) -> str | None:
    """The call that asks what stands in this line, if only one does."""
    if len(line) > _LONGEST or len(line) < _LINE:
        return None
    said = list(dropwhile(str.isdigit, words(line)))
    if len(said) < _LINE:
        return None
    spaced = f" {' '.join(said)} "
    askers = [slug for slug, questions in asked.items() if any(_same(spaced, question) for question in questions)]
    return askers[0] if len(askers) == 1 else None


def _same(line: str, question: str) -> bool:
    """Whether a line is the question, a piece of it that was wrapped, or the question with an answer behind it."""
    return line in question or (question in line and question.count(" ") > _LINE)


def references(subject: str, text: str) -> Iterator[str]:
    """What looks like the reference of a submission, each once, the first ones."""
    found = dict.fromkeys(_REFERENCE.findall(f"{subject}\n{text}"[: _LINES * 100]))
    yield from list(found)[:_REFERENCES]
