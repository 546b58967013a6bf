"""Evidence: what each passage says about the question it answers, and how likely it is to go from one question to another.

All are natural logarithms of odds. They were set by hand and tried on the corpus; what matters is their order.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from mailbot.core.label import mentioned, number
from mailbot.core.meaning import Likeness
from mailbot.core.passage import Asked, Passage
from mailbot.core.phrases.asides import LEFT_OPEN, OF_THE_MAIL, SKIPPED
from mailbot.core.phrases.labels import BOTH
from mailbot.core.phrases.listed import also_bare
from mailbot.core.phrases.remarks import REMARKS, REST_STAYS, STAYS
from mailbot.core.phrases.signoff import CLOSINGS, GREETINGS, WEAK_CLOSINGS
from mailbot.core.saying import Phrases

QUOTED, NAMED, NUMBERED = 8.0, 7.0, 6.0
_NEAR, _HEAD, _HEAD_IN_ORDER = 0.5, 3.0, 6.0
_UNMARKED_SWITCH = -7.0
_SHORT_SKIP, _LONG_SKIP = 12, 16  # words
_LOOKED_AT = 2000  # characters of a passage that may say what is left open
_FEW, _ALIKE = 20, 0.9
_HEADING = 4  # words
_SHORT_STAY, _LONGEST_STAY = 14, 160  # words, characters
_ONLY_STAYS = 5  # words behind a label that say no more than that
_STEADY = 2  # answers right below a single repeated question, which show how the sender goes about it
_REMARKS = Phrases(REMARKS)
_OF_THE_MAIL = Phrases(OF_THE_MAIL)
_SKIPPED = Phrases(SKIPPED)
_LEFT_OPEN = Phrases(SKIPPED, LEFT_OPEN)
_BOTH = Phrases(BOTH)
_REST = Phrases(REST_STAYS)
_STAYS = Phrases(also_bare(STAYS))
_POLITE = Phrases(GREETINGS, WEAK_CLOSINGS, CLOSINGS)
_COUNTS = re.compile(r"\d")
_SENTENCE_END = re.compile(r"(?<=[^\d\s][.!?])\s+")  # not that of `2. kérdés`
_FIGURE = re.compile(r"(?<![\w.,])\d{1,2}(?![\w%])")
_SEVERAL = re.compile(
    r"\W*(?:[^\W\d_]{1,12}\.?[ \t]+){0,3}\d{1,2}"
    r"(?:[.)]?[ \t]*(?:[^\W\d_]{1,4}|[,;/&+–-])[ \t]*(?:[^\W\d_]{1,3}[ \t]+){0,2}\d{1,2}){1,8}(?!\d)"
)  # `1 und 3`, `la 1 y la 3`
ASKING = r"(?:[?\u037e\u061f\uff1f]|(?<=[\u0370-\u03ff\u1f00-\u1fff]);)"
"""A pattern of what ends a question, in Greek and Arabic letters and full width too."""
_ASKS = re.compile(rf"{ASKING}[\s\"'»”*_)]*$")

State = tuple[int, ...]
"""The questions that a passage answers; () for none."""


def is_skip(text: str) -> bool:
    """`I skipped this one.`"""
    return len(text.split()) <= _SHORT_SKIP and _SKIPPED.stand_in(text)


def is_remark(text: str) -> bool:
    """About coming, being reached, or the mail itself."""
    return _REMARKS.stand_in(text)


def is_of_the_mail(text: str) -> bool:
    return _OF_THE_MAIL.stand_in(text)


def leaves_the_rest(text: str) -> bool:
    """`Everything else stays the same.`"""
    return _REST.begin(text)


def leaves_some(text: str) -> bool:
    """`1 und 3 bleiben so.`, `Questions 1 and 3 stay as they are.`: numbers, and that they stay."""
    if len(text) > _LONGEST_STAY or not _COUNTS.search(text) or word_count(text) > _SHORT_STAY or not _STAYS.stand_in(text):
        return False
    own = number(text)
    if own is not None and own.style != "mention" and word_count(text[own.length :]) > _ONLY_STAYS:
        return False  # `Question 5) A therapist who stays the same from prison to the first year`
    return _SEVERAL.match(text) is not None or bool(mentioned(text))


def is_polite(text: str) -> bool:
    """Whether a text begins with a greeting or a closing."""
    return _POLITE.begin(text)


def asks(text: str) -> bool:
    return _ASKS.search(text) is not None


def word_count(text: str) -> int:
    return sum(any(c.isalpha() for c in word) for word in text.split())


@dataclass(frozen=True, slots=True)
class Weighed:
    """states: those that come into question. worth: of each passage in each; moves: before each, from state to state."""

    states: tuple[State, ...]
    worth: list[list[float]]
    moves: list[list[list[float]]]


def marked(passages: Sequence[Passage], count: int, likeness: Likeness, near: Mapping[int, Sequence[float]]) -> Weighed:
    """Weigh passages of which some have a label, a repeated question beside them or a heading.

    near: of the headings, by the place of their passage: how like each question.
    """
    _leave_open(passages, frozenset(_left_open(passages, count)))
    steady = sum(len(_asked(p.above)) == 1 for p in passages) >= _STEADY
    several = {p.label.numbers for p in passages if p.label and len(p.label.numbers) > 1}
    several |= {numbers for p in passages if 1 < len(numbers := _asked(p.above)) <= 3 and len(numbers) < count}
    states: tuple[State, ...] = ((), *((n,) for n in range(1, count + 1)), *sorted(several))
    worth = [[_worth(p, state, count, likeness, steady=steady) for state in states] for p in passages]
    for n, (i, like) in enumerate(near.items(), 1):
        for s, state in enumerate(states):
            if len(state) == 1:
                worth[i][s] += _HEAD * min(2.5, like[state[0] - 1]) + (
                    _HEAD_IN_ORDER if len(near) == count and state[0] == n else 0.0
                )
    moves = [[[_move(p, before, after) for after in states] for before in states] for p in passages]
    return Weighed(states, worth, moves)


def _left_open(passages: Sequence[Passage], count: int) -> Iterator[int]:
    """The questions of which the sender says beside his answers that he leaves them: `4 and 5 I leave to the nurses.`"""
    for p in passages:
        if has_mark(p):
            continue
        for sentence in _SENTENCE_END.split(p.text[:_LOOKED_AT]):
            if len(sentence.split()) <= _LONG_SKIP and _LEFT_OPEN.stand_in(sentence):
                figures = (*map(int, _FIGURE.findall(sentence)), *mentioned(sentence))
                yield from figures if all(1 <= n <= count for n in figures) else ()


def _leave_open(passages: Sequence[Passage], left: frozenset[int]) -> None:
    """Below several questions in a row, those that were left open do not come into question."""
    for p in passages:
        p.above = tuple(asked for asked in p.above if asked.candidates[0] not in left) or p.above


def has_mark(p: Passage) -> bool:
    return bool(p.weight or p.above or p.head)


def _asked(above: Sequence[Asked]) -> State:
    return tuple(dict.fromkeys(asked.candidates[0] for asked in above))


def _worth(p: Passage, state: State, count: int, likeness: Likeness, *, steady: bool) -> float:
    if not state:
        return _worth_of_none(p)
    worth = 0.0
    if p.label and p.weight:
        worth += p.weight if state == p.label.numbers else 0.0
        if len(state) == len(p.label.numbers) == 1 and abs(state[0] - p.label.numbers[0]) == 1:
            worth += _NEAR
    asked = _asked(p.above)
    if not asked or (len(asked) == count > 1) or not set(state) <= set(asked):
        return worth
    if len(asked) == 1:
        return worth + (QUOTED if p.above[-1].score >= 95 else QUOTED - 1)
    return worth + _worth_in_block(p, state, asked, likeness, 1.0 if steady else 2.0)


def _worth_in_block(p: Passage, state: State, asked: State, likeness: Likeness, most: float) -> float:
    """Below several repeated questions in a row: who leaves one open quotes it and goes on, unless the words answer both.

    most: that their matter counts; for less where the other answers stand right below their own questions.
    """
    near = likeness.apart(p.text, asked)
    if len(state) > 1:
        both = _BOTH.stand_in(p.text) or (word_count(p.text) >= _FEW and min(near) >= _ALIKE)
        return QUOTED - 4 + (5.0 if state == asked and both else 0.0)
    others = max(x for n, x in zip(asked, near, strict=True) if n != state[0])
    worth = QUOTED - 2 if state[0] == asked[-1] else QUOTED - 5
    return worth + max(-most, min(most, near[asked.index(state[0])] - others))


def _worth_of_none(p: Passage) -> float:
    words_behind = p.text[p.label.length :] if p.label else p.text
    if p.label and p.label.style == "beyond":
        return 3 * QUOTED
    if has_mark(p) and (is_skip(words_behind) or (words_behind.strip() and not any(c.isalnum() for c in words_behind))):
        return 3 * QUOTED
    if p.opens and leaves_some(p.text):
        return 3 * QUOTED
    if p.opens and (leaves_the_rest(p.text) or (not has_mark(p) and is_skip(p.text) and _COUNTS.search(p.text))):
        return QUOTED
    if p.above and p.below and _is_section(p):
        return 3 * QUOTED
    return 0.0


def _is_section(p: Passage) -> bool:
    """`3. Remedies` between two questions: a form's own heading, where the answer was left out."""
    found = number(p.text)
    if found is None or found.numbers == _asked(p.above)[-1:]:
        return False
    rest = p.text[found.length :].strip()
    return 0 < len(rest.split()) <= _HEADING and rest[-1:].isalpha() and "\n" not in rest


def _move(p: Passage, before: State, after: State) -> float:
    if after == before:
        return -1.0 if p.foreign and after and not has_mark(p) else 0.0
    if not after:
        return -0.5 if p.foreign or has_mark(p) or (p.opens and _worth_of_none(p) > 0) else -5.0
    free = 0.0 if has_mark(p) else _UNMARKED_SWITCH
    if not before:
        return free
    steps = after[0] - before[-1]
    return free + (-0.3 * (steps - 1) if steps > 0 else -1.5)
