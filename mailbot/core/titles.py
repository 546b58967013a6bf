"""Titles: short lines above longer ones in a text without blank lines between them, as a PDF often gives it."""

from collections.abc import Sequence
from itertools import pairwise

_NARROW = 52  # characters; no program breaks shorter lines
_FILLED = 0.85  # of the longest line that a broken one fills at least, with the first word of the next
_MOST_WORDS = 9
_MOST_LINES = 5000


def titles(lines: Sequence[str]) -> frozenset[int]:
    """The lines that seem to be titles, by their place. '' is one that stands for something else.

    Such a line ends without a stop where there was room for the next word; so did the line above, and words stand below.
    """
    lines = lines[:_MOST_LINES]
    width = max(map(len, lines), default=0)
    if width < _NARROW:
        return frozenset()
    ended = [True, *(_was_ended(above, below, width) for above, below in pairwise([*lines, ""]))]
    return frozenset(
        i
        for i, (line, below) in enumerate(pairwise([*lines, ""]))
        if ended[i] and ended[i + 1] and _is_short(line) and (below[:1].isupper() or below[:1].isdigit())
    )


def _was_ended(above: str, below: str, width: int) -> bool:
    """Whether somebody ended a line; a program would have put the next word into it."""
    word = below.split(maxsplit=1)[0] if below.strip() else ""
    return not word or len(above.rstrip()) + 1 + len(word) < _FILLED * width


def _is_short(line: str) -> bool:
    said = line.strip()
    return said[:1].isupper() and said[-1:] not in ".!,;…" and len(said.split()) <= _MOST_WORDS
