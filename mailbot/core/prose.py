"""Prose: passages that nothing marks, laid under the questions by their order and by what they say."""

import math
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from mailbot.core import evidence
from mailbot.core.evidence import State
from mailbot.core.known import words
from mailbot.core.label import number
from mailbot.core.meaning import Likeness
from mailbot.core.passage import Passage
from mailbot.core.phrases.labels import QUESTION_STEMS
from mailbot.core.phrases.turns import ENDING, TURNING
from mailbot.core.reading import How
from mailbot.core.saying import Phrases
from mailbot.core.short_lines import apart
from mailbot.core.trellis import best_way

_FEWEST_WORDS = 6  # an answer has; a name, a telephone number or `See you in April!` has fewer
_MOST = 240  # sentences that are weighed; who writes more is read by a person
_SENTENCE = re.compile(
    r"(?<=[^\d\s][.!?…])[\"»”')]*\s+(?=[\"«„“'¿¡(]?[^\W\d_a-zà-öø-ÿ])|(?<=\d[.!?])\s+(?=[A-ZÀ-Þ][^\W\d_]+\s)"
)
_ENDS = frozenset(".!…")
_STOPS = re.compile(r"[.!?…;](?:\s|$)")
_CLAUSE = re.compile(r"[^.!?:…]+[.!?:…]*")
_TURN = re.compile(
    rf"\s+(?=(?:{'|'.join(re.escape(phrase) for phrase in sorted((*TURNING, *ENDING), key=len, reverse=True))})(?!\w))",
    re.IGNORECASE,
)
_ENDING = Phrases(ENDING)
_BULLET = re.compile(r"[ \t]*(?P<mark>[-–—*•·○▪+])[ \t]+(?=\S)")
_LIKE, _IN_ORDER, _POINT_IN_ORDER = 1.3, 2.6, 3.0
_BASE, _LEAVING = -0.6, -5.0
_MOST_ASKED, _SURE, _ALIKE = 0.6, 0.4, 0.6
_DOUBTFUL, _FEWEST_BELIEVED = 0.25, 3
_RUNS_ON = 30  # words without a sentence's end, from which on somebody dictated
_SHORTEST_TURN = 20  # characters
_INTRODUCES = 25  # words of a paragraph about the mail, at most
_BY_MEANING, _BY_ORDER = 0.85, 0.49  # how often each is right at best


@dataclass(slots=True)
class _Part:
    """A paragraph or a point. number: its place among those that may be answers, from 1; 0 if it may not."""

    passage: Passage
    plausible: bool
    number: int = 0


def place(passages: Sequence[Passage], count: int, likeness: Likeness, given: Collection[int] = ()) -> list[Passage]:
    """The same words, divided into sentences, each with the questions it answers; none where nothing tells.

    given: questions that are answered elsewhere, so that these words answer the others.
    """
    if count == 1:
        return [_all_of_it(p) for p in passages]
    asked = [n for n in range(1, count + 1) if n not in given]
    passages, lines = apart(passages, len(asked))
    pointed = _points(passages, len(asked), likeness)
    chosen = lines or pointed
    parts = [_Part(p, p in chosen if chosen else _may_answer(p.text, likeness)) for p in passages]
    if not chosen:
        _take_short_ones(parts, len(asked))
    _drop_a_frame([part for part in parts if part.plausible], asked, likeness)
    for n, part in zip(asked, (part for part in parts if part.plausible), strict=False):
        part.number = n
    pieces = [(sentence, part) for part in parts for sentence in _sentences(part.passage)]
    pieces, beyond = pieces[:_MOST], pieces[_MOST:]
    if not pieces:
        return list(passages)
    near = [likeness.of(piece.text) for piece, _ in pieces]
    placed = _placed(pieces, near, asked, 0.0)
    if len({n for piece in placed for n in piece.numbers}) < len(asked) == sum(part.plausible for part in parts):
        placed = _placed(pieces, near, asked, _POINT_IN_ORDER if pointed else _IN_ORDER)
    return placed + [piece for piece, _ in beyond]


def _take_short_ones(parts: Sequence[_Part], count: int) -> None:
    """Where the paragraphs are as many as the questions if those count that are short.

    They must not outnumber the others, unless the sender says that his answers follow.
    """
    short = [part for part in parts if not part.plausible and _is_terse(part.passage.text)]
    long = [part for part in parts if part.plausible]
    others = [part.passage.text for part in parts if not part.plausible and part not in short]
    few = len(short) <= len(long) or any(map(_announces_answers, others))
    if few and len(long) + len(short) == count and all(map(_is_beside, others)):
        for part in short:
            part.plausible = True


def _is_terse(text: str) -> bool:
    """`None.`, `We have a siren at last.`: a whole statement, but no more."""
    is_statement = "?" not in text and text.rstrip()[-1:] in _ENDS and any(c.isalpha() for c in text)
    return is_statement and number(text) is None and not _is_beside(text)


def _announces_answers(text: str) -> bool:
    return any(word.startswith(QUESTION_STEMS) for word in words(text)) and not text.rstrip().endswith("?")


def _is_beside(text: str) -> bool:
    """Whether a paragraph greets, thanks, or speaks of the mail or of coming."""
    bare = _BULLET.sub("", text, count=1)
    return evidence.is_polite(bare) or evidence.is_remark(text) or evidence.is_of_the_mail(text)


def _drop_a_frame(plausible: Sequence[_Part], asked: Sequence[int], likeness: Likeness) -> None:
    """Where one paragraph more stands there than is asked, and the first or the last has nothing to do with its question while
    the others have with theirs, it is how the mail begins or ends."""
    if len(plausible) != len(asked) + 1 or len(asked) < 2:
        return
    near = [likeness.of(part.passage.text) for part in plausible]
    without_first = [own[n - 1] for own, n in zip(near[1:], asked, strict=True)]
    without_last = [own[n - 1] for own, n in zip(near[:-1], asked, strict=True)]
    first, last = sum(without_first), sum(without_last)
    if first > last + _LIKE and not max(near[0]) and _most_speak(without_first):
        plausible[0].plausible = False
    elif last > first + _LIKE and not max(near[-1]) and _most_speak(without_last):
        plausible[-1].plausible = False


def _most_speak(near: Sequence[float]) -> bool:
    return sum(value > 0 for value in near) >= math.ceil(_MOST_ASKED * len(near))


def _placed(
    pieces: Sequence[tuple[Passage, _Part]], near: Sequence[Sequence[float]], asked: Sequence[int], order: float
) -> list[Passage]:
    """order: how much it tells that there are as many paragraphs, or points, as questions."""
    states: tuple[State, ...] = ((), *((n,) for n in asked))
    worth = [_worth(piece, part, own, states, order) for (piece, part), own in zip(pieces, near, strict=True)]
    moves = [
        [[_move(piece, before, after, silent=not any(own), in_order=order > 0) for after in states] for before in states]
        for (piece, _), own in zip(pieces, near, strict=True)
    ]
    way = best_way(worth, moves)
    for (piece, part), state, sure, own in zip(pieces, way.states, way.sureness, near, strict=True):
        piece.numbers = states[state]
        piece.how = How.meaning if state and own[states[state][0] - 1] >= _ALIKE else How.order
        piece.confidence = sure * (_BY_MEANING if piece.how is How.meaning else _BY_ORDER)
        found = _BULLET.match(piece.text)
        piece.cut = found.end() if order == _POINT_IN_ORDER and part.plausible and piece.opens and found else 0
    return _believed([piece for piece, _ in pieces], len(asked), in_order=order > 0)


def _all_of_it(p: Passage) -> Passage:
    return replace(p, numbers=(1,), how=How.order, confidence=_BY_ORDER)


def _sentences(p: Passage) -> Iterator[Passage]:
    start, glue, opens, row = 0, p.glue, p.opens, 0
    turns = _runs_on(p.text)
    for found in [*(_TURN if turns else _SENTENCE).finditer(p.text[:20_000]), None]:
        if turns and found and found.start() - start < _SHORTEST_TURN:
            continue  # `y` / `lo de la …`
        end = found.start() if found else len(p.text)
        last = row + p.text.count("\n", start, end)
        lines = p.lines[row : last + 1]
        yield Passage(p.text[start:end], glue=glue, opens=opens, foreign=p.foreign and opens, lines=lines)
        if found:
            row = last + found[0].count("\n")
            start, glue, opens = found.end(), found[0], turns


def _runs_on(text: str) -> bool:
    """Whether nobody ended a sentence, as where a telephone wrote what was said."""
    return not _STOPS.search(text) and evidence.word_count(text[:2000]) >= _RUNS_ON


def _points(passages: Sequence[Passage], count: int, likeness: Likeness) -> list[Passage]:
    """The points of the only list in a text, if it has as many as there are questions and each could be an answer."""
    places = [i for i, p in enumerate(passages) if _BULLET.match(p.text)]
    bulleted = [passages[i] for i in places]
    alike = {found["mark"] for p in bulleted if (found := _BULLET.match(p.text))}
    together = bool(places) and places[-1] - places[0] == len(places) - 1
    return (
        bulleted
        if len(bulleted) == count and len(alike) == 1 and together and all(_may_be_point(p.text, likeness) for p in bulleted)
        else []
    )


def _may_be_point(text: str, likeness: Likeness) -> bool:
    return _may_answer(text, likeness) or _is_terse(text)


def _may_answer(text: str, likeness: Likeness) -> bool:
    """Whether a paragraph could be an answer: no question, no politeness, no remark, no label, not too short."""
    bare = _BULLET.sub("", text, count=1)
    if number(text) is not None or evidence.is_polite(bare) or evidence.is_remark(text):
        return False
    length = evidence.word_count(text)
    if (length <= _INTRODUCES and evidence.is_of_the_mail(text)) or (evidence.asks(text) and _only_asks(text, likeness)):
        return False
    return length >= _FEWEST_WORDS and ("?" not in text or not _only_asks(text, likeness))


def _only_asks(text: str, likeness: Likeness) -> bool:
    """Whether little is said but questions to us; who hopes to learn something may put that as a question."""
    said = sum(evidence.word_count(clause) for clause in _CLAUSE.findall(text[:4000]) if "?" not in clause)
    return said < _FEWEST_WORDS or not any(likeness.of(text))


def _worth(p: Passage, part: _Part, near: Sequence[float], states: Sequence[State], order: float) -> list[float]:
    none = 0.0
    asks = evidence.asks(p.text) and not (part.plausible and order)
    none += 2.5 * evidence.is_remark(p.text) + 3.0 * asks + 1.5 * evidence.is_of_the_mail(p.text)
    none += 4.0 * _ENDING.begin(p.text)
    none += 2.5 * evidence.is_polite(p.text) + 1.0 * (evidence.word_count(p.text) < 4)
    base = 0.0 if order and part.plausible and not p.opens else _BASE
    return [none] + [
        base + _LIKE * min(3.0, near[n - 1]) + (order if p.opens and part.number == n else 0.0) for (n,) in states[1:]
    ]


def _move(p: Passage, before: State, after: State, *, silent: bool, in_order: bool) -> float:
    """Inside a paragraph people stay with their matter, all the more where there are as many as questions. silent: the sentence
    says nothing of any question."""
    opens = p.opens
    if before == after:
        return -0.4 if opens and after else 0.0
    if not after:
        return -1.0 if opens else _LEAVING if in_order else -2.0
    if not before:
        return -0.4 * (after[0] - 1) - (0.2 if opens else 0.6)
    steps = after[0] - before[0]
    start = -0.5 if opens else _LEAVING if in_order else -2.4 if silent else -1.6
    return start - 0.7 * (steps - 1) if steps > 0 else start - 1.9


def _believed(pieces: list[Passage], count: int, *, in_order: bool) -> list[Passage]:
    """As they are, if enough speaks for it: as many paragraphs as questions, or words of most of the questions."""
    for n in {n for piece in pieces for n in piece.numbers}:
        own = [piece for piece in pieces if n in piece.numbers]
        doubtful = not in_order and max(piece.confidence for piece in own) < _DOUBTFUL
        if doubtful or (not in_order and sum(evidence.word_count(piece.text) for piece in own) < _FEWEST_BELIEVED):
            for piece in own:
                piece.numbers = ()
    spoken = {n for piece in pieces if piece.how is How.meaning for n in piece.numbers}
    sure = [piece.confidence for piece in pieces if piece.numbers and piece.how is How.meaning]
    if not in_order and (len(spoken) < max(2, math.ceil(_MOST_ASKED * count)) or sum(sure) < _SURE * len(sure)):
        for piece in pieces:
            piece.numbers = ()
    for n in {n for piece in pieces for n in piece.numbers} - spoken:
        for piece in pieces if not in_order else ():
            piece.numbers = () if n in piece.numbers else piece.numbers
    return pieces
