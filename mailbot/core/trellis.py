"""A trellis: the best way through a row of places, each in one of a few states, and how sure each step of it is.

Scores are natural logarithms of odds; the sum over a way is what it is worth. The way is Viterbi's, the sureness that of the
forward-backward algorithm (Rabiner 1989, sections III.A and III.B). Cost: places times states squared.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Way:
    """states: one for each place. sureness: of each, 0 to 1, over all ways. score: of the whole way."""

    states: tuple[int, ...]
    sureness: tuple[float, ...]
    score: float


def best_way(worth: Sequence[Sequence[float]], moves: Sequence[Sequence[Sequence[float]]]) -> Way:
    """worth[i][s]: of place i in state s. moves[i][r][s]: from state r at place i - 1 to s at i; moves[0] has a single row."""
    if not worth:
        return Way((), (), 0.0)
    count = len(worth[0])
    ahead = [[moves[0][0][s] + worth[0][s] for s in range(count)]]
    best, came = [ahead[0]], [[0] * count]
    for i in range(1, len(worth)):
        table = list(zip(*moves[i], strict=True))
        before, before_best = ahead[-1], best[-1]
        sums, tops, froms = [], [], []
        for s in range(count):
            column = table[s]
            sums.append(worth[i][s] + _log_sum([a + m for a, m in zip(before, column, strict=True)]))
            top, r = max((a + m, -r) for r, (a, m) in enumerate(zip(before_best, column, strict=True)))
            tops.append(top + worth[i][s])
            froms.append(-r)
        ahead.append(sums)
        best.append(tops)
        came.append(froms)
    behind = _behind(worth, moves)
    total = _log_sum(ahead[-1])
    states = [max(range(count), key=lambda s: best[-1][s])]
    for i in range(len(worth) - 1, 0, -1):
        states.append(came[i][states[-1]])
    states.reverse()
    sure = tuple(min(1.0, math.exp(ahead[i][s] + behind[i][s] - total)) for i, s in enumerate(states))
    return Way(tuple(states), sure, max(best[-1]))


def _behind(worth: Sequence[Sequence[float]], moves: Sequence[Sequence[Sequence[float]]]) -> list[list[float]]:
    rows = [[0.0] * len(worth[0])]
    for i in range(len(worth) - 1, 0, -1):
        after = [w + b for w, b in zip(worth[i], rows[-1], strict=True)]
        rows.append([_log_sum([m + a for m, a in zip(row, after, strict=True)]) for row in moves[i]])
    rows.reverse()
    return rows


def _log_sum(values: Sequence[float]) -> float:
    top = max(values)
    return top + math.log(sum(math.exp(value - top) for value in values))
