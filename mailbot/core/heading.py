"""Headings: the matter of an answer, or the question itself, in the sender's own words above or before what he answers.

`My experience: …`, `Welche Rolle spielt Zeit?` on a line of its own, `On the role of time - …`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from mailbot.core import evidence
from mailbot.core.meaning import Likeness
from mailbot.core.passage import Passage

_MOST_WORDS, _MOST_WORDS_ASKED, _MOST_WORDS_ALONE = 14, 30, 9
_CLEARLY = 1.2
_FEW_WORDS = 4  # of a heading that may go on in small letters
_LIKE = 0.6  # from which on a heading has to do with a question
_LED = re.compile(r"[ \t*_#>•-]*(?P<said>[^\n:：?.!]{2,110}?)[ \t*_]*(?:[:：][*_]*|[ \t][-–—]+(?=[ \t]))[ \t]*\n?[ \t]*")
_ASKED = re.compile(
    rf"[ \t*_#>•-]*(?P<said>[\s\S]{{4,260}}?{evidence.ASKING}"
    rf"(?:[ \t]+[^\n.!?]{{4,120}}?{evidence.ASKING}(?=[\"'»”*_)\t ]*(?:\n|\Z)))?)[\"'»”*_)]*[ \t]*\n?[ \t]*"
)  # one question, or two that fill the line
_ALONE = re.compile(r"[ \t*_#>•-]*(?P<said>[^\n]{2,90}?)[ \t*_]*\n[ \t]*(?=\S)")
_ONE_LINE = re.compile(r"[ \t*_#>•-]*(?P<said>[^\n]{2,90}?)[ \t*_]*$")
_STATES = re.compile(r"[.!]\s")
_MARKS = frozenset(":：-–—")
_PLAIN_FORMS = frozenset({"starred", "asked"})
_NARROW = 52  # characters; no mail program breaks shorter lines
_LOOKED_AT = 2000  # characters that show how long the lines are
_TEXT_WORDS = 6  # more than which stand below a heading that is a paragraph


@dataclass(frozen=True, slots=True)
class Heading:
    """length: of the text it takes. near: its likeness to each question. form: how it is marked. of_none: nothing tells which
    question it heads, so that the words below it answer none."""

    length: int
    said: str
    near: Sequence[float]
    form: str = ""
    of_none: bool = False

    @property
    def best(self) -> int:
        """The number of the question it is most like."""
        return max(range(len(self.near)), key=lambda n: self.near[n]) + 1


def find(passages: Sequence[Passage], count: int, likeness: Likeness) -> dict[int, Heading]:
    """The headings by the place of the passage they stand on, none where there are too few to be believed.

    As many as the call has questions, or each with words of a question in it, and at least two.
    """
    marked = [i for i, p in enumerate(passages) if p.weight or p.above]
    every = {i: found for i, p in enumerate(passages) if p.opens and i not in marked and (found := _of(p, likeness))}
    every = _with_paragraphs(every, passages, marked, likeness)
    every = {i: found for i, found in sorted(every.items()) if _has_words_below(passages, i, found, every)}
    if marked:
        return _beside_marks(passages, every, marked)
    asked = {i: found for i, found in every.items() if found.form == "asked"}
    if len(asked) == count > 1:
        return asked
    if len(every) == count > 1 and _most_alike(every, count):
        return every
    for form in {found.form for found in every.values()}:
        of_form = {i: found for i, found in every.items() if found.form == form}
        if len(of_form) == count > 1 and (form == "starred" or _most_alike(of_form, count)):
            return of_form
    alike = {i: found for i, found in every.items() if max(found.near) >= _LIKE}
    return _with_others_of_a_form(alike, every) if len(alike) >= 2 else {}


def _most_alike(every: Mapping[int, Heading], count: int) -> bool:
    return sum(max(found.near) >= _LIKE for found in every.values()) * 2 >= count


def _with_others_of_a_form(alike: dict[int, Heading], every: Mapping[int, Heading]) -> dict[int, Heading]:
    """Where all look alike, those too whose words tell nothing: they head what was asked between, if they are as many.

    Else nobody knows what stars and question marks head; a colon or a dash may stand inside an answer.
    """
    forms = {found.form for found in alike.values()}
    if len(forms) > 1:
        return alike
    every = {i: found for i, found in every.items() if found.form in forms}
    whole: dict[int, Heading] = {}
    for start, end in pairwise([-1, *alike, max(every) + 1]):
        between = [i for i in every if start < i < end]
        before, after = alike[start].best if start in alike else 0, alike[end].best if end in alike else 0
        known = start in alike and end in alike and after - before == len(between) + 1
        for n, i in enumerate(between, before + 1):
            near = [0.0] * len(every[i].near)
            near[n - 1 if known else 0] = float(known)
            if known or forms <= _PLAIN_FORMS:
                whole[i] = replace(every[i], near=near, of_none=not known)
    return dict(sorted((whole | alike).items()))


def _beside_marks(passages: Sequence[Passage], every: dict[int, Heading], marked: Sequence[int]) -> dict[int, Heading]:
    """Where labels or repeated questions mark some passages: headings of the questions that these leave out."""
    labels = [label for i in marked if (label := passages[i].label)]
    taken = {n for label in labels for n in label.numbers}
    taken |= {n for i in marked for asked in passages[i].above for n in asked.candidates}
    others = {i: found for i, found in every.items() if found.best not in taken and max(found.near) >= _LIKE}
    asked = {i: found for i, found in others.items() if found.form == "asked"}
    if len(asked) > 1 and len({found.best for found in asked.values()}) == len(asked):
        return asked
    return {i: found for i, found in others.items() if i > marked[0] and max(found.near) >= _CLEARLY}


def _with_paragraphs(
    every: Mapping[int, Heading], passages: Sequence[Passage], marked: Sequence[int], likeness: Likeness
) -> dict[int, Heading]:
    """With the headings that are paragraphs; below one of its own matter `A double role: …` only begins the answer."""
    found = dict(every)
    for i in _paragraphs(passages, {*marked, *every}):
        whole, below = _whole(passages[i].text, likeness), every.get(i + 1)
        if whole and (below is None or below.best == whole.best):
            found[i] = whole
            found.pop(i + 1, None)
    return found


def _paragraphs(passages: Sequence[Passage], others: set[int]) -> Iterator[int]:
    """The short paragraphs right above longer ones or sentences: headings, if several stand so."""
    for i, (p, below) in enumerate(pairwise(passages)):
        if i in others or not p.opens or not below.opens or below.foreign or below.weight or below.above:
            continue
        is_text = evidence.word_count(below.text) >= _TEXT_WORDS or below.text.rstrip()[-1:] in ".!?…"
        if evidence.word_count(p.text) <= _MOST_WORDS_ALONE and is_text:
            yield i


def _whole(text: str, likeness: Likeness) -> Heading | None:
    """A paragraph that is one line without a sentence's end, and has to do with a question."""
    found = _ONE_LINE.match(text)
    if found is None or _STATES.search(text) or found["said"][-1:] in ".!,;…" or evidence.is_polite(text):
        return None
    if not found["said"][:1].isupper():  # dictated words have no sentence's end either
        return None
    near, form = likeness.of(found["said"]), _form(f"{text}\n", found["said"])
    return Heading(len(text), found["said"], near, form) if max(near) >= _LIKE or form == "starred" else None


def behind(text: str, question: int, likeness: Likeness, label: int = 0) -> int:
    """How many characters behind a label repeat the matter of its question: `1. Experience: …`. label: its length."""
    found = _heading(text, likeness, label)
    return found.length if found and found.near[question - 1] >= _LIKE and found.length < len(text) else 0


def _of(p: Passage, likeness: Likeness) -> Heading | None:
    return (in_other_ink(p, likeness) if p.lead else None) or _heading(p.text, likeness)


def in_other_ink(p: Passage, likeness: Likeness) -> Heading | None:
    """What a line begins with in another ink than it goes on: `*My experience* Ten years.`"""
    start = p.label.length if p.label and p.weight else 0
    said = p.text[start : p.lead].strip(" \t*_:–—-")
    if not 0 < len(said.split()) <= _MOST_WORDS or said[-1:] in ".!,;" or evidence.is_polite(said):
        return None
    return Heading(p.lead, said, likeness.of(said))


def _heading(text: str, likeness: Likeness, label: int = 0) -> Heading | None:
    for pattern, most in ((_LED, _MOST_WORDS), (_ASKED, _MOST_WORDS_ASKED), (_ALONE, _MOST_WORDS_ALONE)):
        found = pattern.match(text[:400])
        if found is None:
            continue
        said = found["said"].strip()
        if not 0 < len(said.split()) <= most or _STATES.search(said) or (said[-1:] in ".!,;" and pattern is not _ASKED):
            continue
        if pattern is _ALONE and _is_broken(text[found.start() :], label):
            continue
        if pattern is _LED and text[found.end() : found.end() + 1].islower() and len(said.split()) > _FEW_WORDS:
            continue  # `The hardest things come from outside: transfers, …`
        if evidence.is_polite(said) or (pattern is _ASKED and said[:1].islower()):
            continue
        return Heading(found.end(), said, likeness.of(said), _form(found[0], said))
    return None


def _form(whole: str, said: str) -> str:
    """How a heading is marked: between stars, as a question, by a colon or a dash before words or above them, by its line."""
    if whole.lstrip()[:1] == "*" == whole.rstrip()[-1:]:
        return "starred"
    if evidence.asks(said):
        return "asked"
    mark = whole.rstrip("* \t\n")[-1:]
    return f"{mark if mark in _MARKS else 'alone'}{' above' if whole.endswith(chr(10)) else ''}"


def _is_broken(text: str, label: int) -> bool:
    """Whether a mail program broke the first line, because the next word did not fit; label: characters before it."""
    first, *below = text[:_LOOKED_AT].split("\n")
    word = next((line.split()[0] for line in below if line.strip()), "")
    width = max(_NARROW, label + len(first), *map(len, below))
    return label + len(first) + len(word) >= width


def _has_words_below(passages: Sequence[Passage], i: int, found: Heading, every: dict[int, Heading]) -> bool:
    if any(c.isalnum() for c in passages[i].text[found.length :]):
        return True
    below = i + 1
    return below < len(passages) and below not in every
