"""Composed replies, a few in each style: what `python -m bench.composed` measures with more."""

import pytest

from tests.core.composed import Found, compose, found
from tests.core.composed.styles import COMPLETE, STYLES

_MAILS = 10
_HARD = {"prose in order": 0.8, "topics": 0.9, "replaces one": 0.9, "out of order": 0.9}
"""Styles in which the mail itself says less than is needed; of all others nine in ten answers are right in each."""


def _found(style: str) -> list[Found]:
    complete = style in COMPLETE
    return [found(compose({**STYLES, **COMPLETE}[style], seed, complete=complete)) for seed in range(_MAILS)]


@pytest.mark.parametrize("style", [*STYLES, *COMPLETE])
def test_answers_are_found_in_whatever_style_they_are_given(style: str) -> None:
    read = _found(style)
    assert sum(one.right for one in read) >= _HARD.get(style, 0.95) * sum(one.wanted for one in read)


@pytest.mark.parametrize("style", [*STYLES, *COMPLETE])
def test_no_question_left_open_is_answered_and_no_greeting_is_an_answer(style: str) -> None:
    assert [one.reading.answers for one in _found(style) if one.extra or one.noisy] == []


def test_the_same_seed_composes_the_same_reply() -> None:
    style = STYLES["mixed labels"]
    assert compose(style, 3) == compose(style, 3) != compose(style, 4)
