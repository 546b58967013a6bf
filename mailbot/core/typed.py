"""Answers typed into a quoted mail that has no quote prefixes, or in another ink: own words that look like quoted ones.

`reply` finds those that stand between texts we know word for word. Here the questions are known, also reworded and with a hint
behind them, and so is how the words look. What the sender wrote in an earlier mail and now only quotes stays quoted.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from mailbot.core import addition, cues, ink, marks
from mailbot.core.ending import ends_a_call
from mailbot.core.known import words
from mailbot.core.reply import Label, Line

_INTRODUCING = frozenset({Label.header, Label.attribution})
_MOST_AFTER = 12  # lines below the last question that may belong to its answer


def surfaced(lines: Sequence[Line], questions: cues.Questions, author: frozenset[str]) -> tuple[Line, ...]:
    """The same lines, with those labelled own that were typed into a quoted mail, and where in a line the sender's words begin.

    author: the words of the sender's name.
    """
    if not any(line.label is Label.quoted for line in lines):
        return tuple(lines)
    found = list(lines)
    # Who says above what replaces an answer has not also written between our lines: there stands what he answered before.
    corrects = any(line.label is Label.own and addition.changes(line.text) for line in lines)
    announced = ink.is_announced(line.text for line in lines if line.label is Label.own)
    for start, end in _mails(lines, author):
        asked = _asked(lines, start, end, questions)
        usual = _usual(lines[i] for i in (asked or range(start, end)))
        whole = {*_coloured(lines, start, end, usual), *(() if corrects else _between(lines, asked, end))}
        whole.update(ink.in_bold(lines, asked, end, announced=announced))
        for i in whole - set(asked):
            found[i] = replace(lines[i], text=ink.bare(marks.unquoted(lines[i].text)), label=Label.own, depth=0, looks=())
        for i, at in ink.behind(lines, asked, questions, usual, announced=announced).items():
            found[i] = replace(lines[i], typed=at)
        for i in _unlike_the_answers(lines, start, end, asked, usual):
            found[i] = replace(lines[i], aside=True)
    return tuple(line if line.unclear else one for line, one in zip(lines, found, strict=True))


def _mails(lines: Sequence[Line], author: frozenset[str]) -> Iterator[tuple[int, int]]:
    """From and to of each quoted mail that somebody else wrote."""
    start, ours = 0, False
    for i, line in enumerate(lines):
        if line.label not in _INTRODUCING:
            continue
        if i and lines[i - 1].label not in _INTRODUCING and lines[i - 1].text.strip():
            if start < i and not ours:
                yield start, i
            ours = False
        start = i + 1
        ours = ours or _is_from(line, author)
    if not ours:
        yield start, len(lines)


def _is_from(line: Line, author: frozenset[str]) -> bool:
    """Whether a printed header or an attribution names the sender as who wrote what stands below."""
    body = marks.unquoted(line.text)
    if line.label is Label.header and marks.header_role(body) != "from":
        return False
    return len(author) > 1 and author <= set(words(body))


def _asked(lines: Sequence[Line], start: int, end: int, questions: cues.Questions) -> list[int]:
    """The quoted lines that repeat a question, and the short rests that a mail program broke off them: `reintegration?`"""
    found: list[int] = []
    for i in range(start, end):
        if lines[i].label is not Label.quoted:
            continue
        broken = bool(found) and found[-1] == i - 1 and questions.goes_on(lines[i - 1].text, lines[i].text)
        if broken or _asks(lines[i], questions):
            found.append(i)
    return found


def _asks(line: Line, questions: cues.Questions) -> bool:
    return questions.repeated(marks.unquoted(line.text), strict=False) is not None


def _usual(lines: Iterator[Line]) -> frozenset[str]:
    """The colours in which the quoted text itself begins its lines."""
    return frozenset((line.looks[0].colour if line.looks and ink.begins_with(line, line.looks[0]) else "") for line in lines)


def _coloured(lines: Sequence[Line], start: int, end: int, usual: frozenset[str]) -> Iterator[int]:
    """The quoted lines that stand in a colour, or on a colour, of their own, where not most of the mail does."""
    quoted = [i for i in range(start, end) if lines[i].label is Label.quoted and lines[i].text.strip(" >")]
    own = [i for i in quoted if _stands_out(lines[i], usual)]
    if len(own) * 4 <= len(quoted) * 3:
        yield from own


def _unlike_the_answers(
    lines: Sequence[Line], start: int, end: int, asked: Sequence[int], usual: frozenset[str]
) -> Iterator[int]:
    """In a mail without quote prefixes that has coloured words: what seemed typed and is in the questions' own colour."""
    if not start or not asked or any(lines[i].depth for i in asked):
        return
    here = [i for i in range(start, end) if any(c.isalnum() for c in lines[i].text) and i not in asked]
    if any(ink.is_another(look, usual) for i in (*here, *asked) for look in lines[i].looks):
        plain = (i for i in here if lines[i].label is Label.own and i > asked[0])
        yield from (i for i in plain if not any(ink.is_another(look, usual) for look in lines[i].looks))


def _stands_out(line: Line, usual: frozenset[str]) -> bool:
    looks = [look for look in line.looks if line.text[look.start : look.end].strip()]
    covered = sum(look.end - look.start for look in looks if ink.is_another(look, usual))
    return covered * 2 > len(line.text.strip())


def _between(lines: Sequence[Line], asked: Sequence[int], end: int) -> Iterator[int]:
    """The lines between two repeated questions, and below the last if there were any between others."""
    if not asked:
        return
    gaps = [[i for i in range(here + 1, there) if _is_bare(lines[i])] for here, there in pairwise(asked)]
    typed = [gap for gap in gaps if gap]
    yield from (i for gap in typed for i in gap)
    if not typed and not any(lines[i].label is Label.own for i in range(asked[0], asked[-1])):
        return
    last = asked[-1] + 1
    stop = min(end, last + _MOST_AFTER)
    first = next((i for i in range(last, stop) if lines[i].text.strip()), stop)
    adjacent = any(gap[0] - 1 in asked for gap in typed)
    below = list(takewhile(lambda i: _is_bare(lines[i]), range(first, stop)))
    if not (adjacent and first != last) and not ends_a_call(lines[i].text for i in below):
        yield from below


def _is_bare(line: Line) -> bool:
    return line.label is Label.quoted and line.depth == 0 and any(c.isalnum() for c in line.text)
