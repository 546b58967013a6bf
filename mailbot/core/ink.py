"""Ink: words in a quoted mail that stand out by colour or bold, behind a question on its line or below it.

Colour says it alone: nobody else writes in another colour behind a question. Bold is also what announcements set in bold, and
words behind a question may be a hint of ours; so these count where the sender says so, or where two questions have them.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from mailbot.core import cues, marks
from mailbot.core.look import Look
from mailbot.core.phrases.asides import IN_BOLD
from mailbot.core.reply import Label, Line
from mailbot.core.saying import Phrases

_FEWEST = 2  # questions with words behind or below them that look alike
_STARS = 2  # around bold words in plain text
_SHORTEST = 3  # words of a bold paragraph without a stop; a heading may have fewer
_MOST_BELOW = 4  # lines of others between the last question and bold words that answer it
_IN_BOLD = Phrases(IN_BOLD)
_STARRED = re.compile(r"(?<=\s)\*(?=[^\s*])[^*]{1,4000}\*[ \t.]*$")
_BRACKETED = re.compile(r"\([^()]*\)[.:]?|\[[^\[\]]*\][.:]?")


@dataclass(frozen=True, slots=True)
class _Tail:
    """Words behind a question. at: where they begin. said: as they are compared. sure: a colour tells."""

    at: int
    said: str
    sure: bool


def is_announced(own: Iterable[str]) -> bool:
    """Whether the sender says that his answers are in bold."""
    return any(_IN_BOLD.stand_in(text) for text in own)


def is_another(look: Look, usual: frozenset[str]) -> bool:
    """Whether the words stand in a colour, or on one, that the quoted text has not. usual: the colours that it has."""
    return bool((look.colour and look.colour not in usual) or look.highlight)


def begins_with(line: Line, look: Look) -> bool:
    """Whether the first word of a line has this look."""
    return not any(c.isalpha() for c in line.text[: look.start])


def bare(text: str) -> str:
    """The text without the stars that clients write for bold, if it is all bold."""
    inner = text.strip()
    starts, ends = inner.startswith("*") and not inner.startswith("* "), inner.endswith("*")
    return inner[starts : len(inner) - ends] if (starts or ends) and inner.count("*") == starts + ends else text


def behind(
    lines: Sequence[Line], asked: Sequence[int], questions: cues.Questions, usual: frozenset[str], *, announced: bool
) -> Mapping[int, int]:
    """By line, the character from which on the sender wrote behind a question of ours on its own line."""
    inked = {i: found for i in asked if (found := _inked(lines[i], usual))}
    if any(tail.sure for tail in inked.values()):
        return {i: tail.at for i, tail in inked.items() if tail.sure}
    tails = inked or {i: found for i in asked if (found := _rest(lines[i], questions))}
    if len({tail.said for tail in tails.values()}) >= _FEWEST or (announced and inked):
        return {i: tail.at for i, tail in tails.items()}
    return {}


def _inked(line: Line, usual: frozenset[str]) -> _Tail | None:
    for sure in (True, False):
        at = len(line.text)
        for look in reversed(line.looks):
            stands_out = is_another(look, usual) if sure else look.bold
            if not stands_out or line.text[look.end : at].strip(" \t.") or not any(map(str.isalpha, line.text[: look.start])):
                break
            at = look.start
        if found := _tail(line.text, at, sure=sure):
            return found
    starred = _STARRED.search(line.text)
    return _tail(line.text, starred.start(), sure=False) if starred and not marks.unquoted(line.text).startswith("*") else None


def _rest(line: Line, questions: cues.Questions) -> _Tail | None:
    """What follows a whole question on its line, where nothing shows who wrote it."""
    found = questions.repeated(marks.unquoted(line.text), strict=False)
    if found is None or not found.rest.strip() or not line.text.rstrip().endswith(found.rest.rstrip()):
        return None
    return _tail(line.text, len(line.text.rstrip()) - len(found.rest.rstrip()), sure=False)


def _tail(text: str, at: int, *, sure: bool) -> _Tail | None:
    said = text[at:].strip()
    if not any(c.isalnum() for c in said) or _BRACKETED.fullmatch(said):
        return None
    return _Tail(at, said.casefold(), sure)


def in_bold(lines: Sequence[Line], asked: Sequence[int], end: int, *, announced: bool) -> Iterator[int]:
    """The bold paragraphs below questions that are not bold themselves."""
    if not asked or any(_is_bold(lines[i]) for i in asked):
        return
    found: dict[int, list[range]] = {}
    among = frozenset(asked)
    above = asked[0]
    for run in _paragraphs(lines, asked[0], end):
        above = max((i for i in run if i in among), default=above)
        if among.isdisjoint(run) and _is_said_in_bold([lines[i] for i in run]):
            below_last = above == asked[-1] and run[0] - above > _MOST_BELOW
            if not below_last or announced:
                found.setdefault(above, []).append(run)
    if len(found) >= _FEWEST or announced:
        yield from (i for runs in found.values() for run in runs for i in run)


def _paragraphs(lines: Sequence[Line], start: int, end: int) -> Iterator[range]:
    """The runs of quoted lines without a blank one between."""
    first = None
    for i in range(start, end + 1):
        if i < end and lines[i].label is Label.quoted and lines[i].text.strip(" \t>"):
            first = i if first is None else first
        elif first is not None:
            yield range(first, i)
            first = None


def _is_said_in_bold(paragraph: Sequence[Line]) -> bool:
    text = " ".join(marks.unquoted(line.text) for line in paragraph)
    starred = text[:1] == "*" and text[1:2].strip() and text.rstrip(" .").endswith("*") and text.count("*") == _STARS
    if not starred and not all(_is_bold(line) for line in paragraph):
        return False
    return len(text.split()) >= _SHORTEST or text.rstrip("* ")[-1:] in ".!"


def _is_bold(line: Line) -> bool:
    """Whether most of a line is bold; stars count where it is all between them."""
    body = marks.unquoted(line.text)
    covered = sum(look.end - look.start for look in line.looks if look.bold)
    return covered * 2 > len(body) or (len(body) > _STARS and body[0] == "*" == body[-1] and body[1:2] not in " *")
