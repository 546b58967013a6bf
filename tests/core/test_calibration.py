"""Confidence means something: of the answers said with 0.9, nine in ten are right."""

from collections.abc import Iterator
from functools import cache

from tests.core.answered import RIGHT, names, outcome

BINS = ((0.0, 0.5), (0.5, 0.7), (0.7, 0.85), (0.85, 1.01))
_SLACK = 0.03
_FEW = 8  # answers; of fewer a share says nothing


@cache
def _said() -> tuple[tuple[float, bool], ...]:
    """Of each answer given: how sure, and whether it was right."""
    return tuple(_of_all())


def _of_all() -> Iterator[tuple[float, bool]]:
    for name in names():
        found = outcome(name)
        for answer in found.reading.answers:
            yield answer.confidence, found.likeness.get(answer.question, 0.0) >= RIGHT


def table() -> list[tuple[float, float, int, float, float]]:
    """For each range of confidence: from, to, how many answers, the mean of what was said, and the share that is right."""
    rows = []
    for low, high in BINS:
        inside = [(sure, right) for sure, right in _said() if low <= sure < high]
        if inside:
            mean = sum(sure for sure, _ in inside) / len(inside)
            rows.append((low, high, len(inside), mean, sum(right for _, right in inside) / len(inside)))
    return rows


def test_answers_are_right_at_least_as_often_as_is_said() -> None:
    assert [row for row in table() if row[2] >= _FEW and row[4] < row[3] - _SLACK] == [], table()


def test_of_what_is_said_to_be_surest_nine_in_ten_are_right() -> None:
    surest = [right for sure, right in _said() if sure >= 0.85]
    assert sum(surest) >= 0.9 * len(surest), table()


def test_what_is_hardly_believed_is_wrong_more_often_than_what_is_sure() -> None:
    guessed = [right for sure, right in _said() if sure < 0.5]
    surest = [right for sure, right in _said() if sure >= 0.85]
    assert not guessed or sum(guessed) / len(guessed) <= sum(surest) / len(surest), table()
