"""Beneath: questions that stand below their answers, in the sender's own words or only by number.

`I am a housing officer. (That was: what do you do?)`, `Ten years. [1]`. Clients put our text below theirs, and some people
answer in the order in which they look at things. It is believed only where nothing else marks an answer, and where no words
are left below the last question, as they would be if the questions were headings.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from mailbot.core import evidence, label
from mailbot.core.meaning import Likeness
from mailbot.core.passage import Asked, Passage
from mailbot.core.reading import How

_BLANK_LINE = 2  # line breaks
_MOST_WORDS = 30  # of a question in somebody's own words
_LIKE = 0.6  # from which on it has to do with one of ours
_SCORE = 90.0  # as of a question that is not repeated word for word
_END = 400  # characters at the end of a passage that are looked at
_IN_BRACKETS = re.compile(r"[ \t\n]*[(\[](?P<said>[^()\[\]]{1,260})[)\]][ \t.]*$")
_LAST_LINE = re.compile(r"(?:^|\n)[ \t*_–—-]*(?P<said>[^\n]{4,260})$")
_STATES = re.compile(r"[.!][ \t\n]")


@dataclass(frozen=True, slots=True)
class _Found:
    """A question at the end of a passage. start: where it begins there. number: that it gives, 0 for none."""

    start: int
    said: str
    number: int = 0


def part(passages: Sequence[Passage], count: int, likeness: Likeness) -> list[Passage]:
    """The same words; where people answer above, the answers know their questions, and these are passages of their own."""
    marked = [p for p in passages if evidence.has_mark(p)]
    found = {i: one for i, p in enumerate(passages) if (one := _label_alone(p) if marked else _at_end(p, count))}
    if not min(2, count) <= len(found) <= count or count == 1 or (marked and len(found) < len(marked)):
        return list(passages)
    numbers = _numbers(list(found.values()), count, likeness)
    pieces = [piece for i, p in enumerate(passages) for piece in _parted(p, found.get(i))]
    places = [i for i, p in enumerate(pieces) if p.head]
    blocks = [range(above + 1, i) for above, i in pairwise([-1, *places])]
    if not numbers or not all(map(len, blocks)) or not _is_last(pieces[places[-1] + 1 :]):
        return list(passages)
    for place, number in zip(beginnings(pieces, blocks), numbers, strict=True):
        pieces[place].above = (Asked((number,), _SCORE, How.restated),)
    return pieces


def _at_end(p: Passage, count: int) -> _Found | None:
    offset = max(0, len(p.text) - _END)
    end = p.text[offset:]
    if bracketed := _IN_BRACKETS.search(end):
        said = bracketed["said"].strip()
        number = _number(said, count)
        if number or _is_question(said):
            return _Found(offset + bracketed.start(), said, number)
    last = _LAST_LINE.search(end)
    if last is None or not _is_question(last["said"].strip()) or _breaks_off(end[: last.start()]):
        return None  # also where a mail program broke a sentence
    return _Found(offset + last.start(), last["said"].strip())


def _label_alone(p: Passage) -> _Found | None:
    """A label with nothing behind it, which below the words that it numbers looks as it does above them."""
    if p.label is None or not p.weight or p.above or len(p.label.numbers) > 1 or p.text[p.label.length :].strip():
        return None
    return _Found(0, p.text.strip(), p.label.numbers[0])


def _breaks_off(above: str) -> bool:
    """Whether a text ends in the middle of a sentence, as where a mail program broke it."""
    return bool(above.strip()) and above.rstrip()[-1:] not in ".!?:;…)\"'»”"


def _number(said: str, count: int) -> int:
    """`1`, `question 2`, `to 3`: a label and nothing else."""
    found = label.number(f"{said}:")
    numbers = found.numbers if found and found.length > len(said) else ()
    return numbers[0] if len(numbers) == 1 and 1 <= numbers[0] <= count else 0


def _is_question(said: str) -> bool:
    return evidence.asks(said) and 0 < len(said.split()) <= _MOST_WORDS and not _STATES.search(said)


def _is_last(below: Sequence[Passage]) -> bool:
    """Whether nothing that could be an answer stands below the last question."""
    return all(evidence.is_remark(p.text) or evidence.is_of_the_mail(p.text) for p in below)


def _numbers(asked: Sequence[_Found], count: int, likeness: Likeness) -> tuple[int, ...]:
    """What each asks: by its number; by its matter, where that tells all of them apart; by order, where there are all."""
    given = tuple(one.number for one in asked)
    if all(given):
        return given if len(set(given)) == len(given) else ()
    if any(given):
        return ()
    near = [likeness.of(one.said) for one in asked]
    best = tuple(list(own).index(max(own)) + 1 for own in near)
    if len(set(best)) == len(best) and all(max(own) >= _LIKE for own in near):
        return best
    return tuple(range(1, count + 1)) if len(asked) == count else ()


def beginnings(pieces: Sequence[Passage], blocks: Sequence[range]) -> Iterator[int]:
    """The passage with which each answer begins. Above the first one a few words to us may stand."""
    first, *others = blocks
    paragraphs = [i for i in first if i == first[0] or pieces[i].glue.count("\n") >= _BLANK_LINE]
    if all(pieces[i].glue.count("\n") < _BLANK_LINE for block in others for i in block[1:]):
        yield paragraphs[-1]
    else:
        yield next((i for i in paragraphs if not _is_to_us(pieces[i].text)), paragraphs[-1])
    yield from (block[0] for block in others)


def _is_to_us(text: str) -> bool:
    return evidence.is_of_the_mail(text) or evidence.is_polite(text) or text.rstrip().endswith((":", "："))


def _parted(p: Passage, found: _Found | None) -> Iterator[Passage]:
    if found is None:
        yield p
        return
    answer, asked = p.text[: found.start], p.text[found.start :].lstrip()
    glue, lines = p.glue, p.lines
    if answer.strip():
        last = answer.count("\n")
        yield replace(p, text=answer, lines=lines[: last + 1])
        glue, lines = p.text[found.start : len(p.text) - len(asked)], lines[last:]
    yield replace(p, text=asked, head=len(asked), glue=glue, lines=lines, opens=False, label=None, weight=0.0)
