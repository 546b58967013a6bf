"""Spoken labels: `alla prima domanda … alla seconda … alla terza …` in one breath, as a telephone writes what is said.

An ordinal without the word `question` may belong to any sentence (`the second time`). It is a label only in a whole row of
them, from the first question to the last, of which the first names the question, all begin alike, and none stands there twice.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from mailbot.core.label import Number, ordinal_pattern, ordinal_value, settled, spells
from mailbot.core.phrases.listed import also_bare
from mailbot.core.phrases.turns import ANSWERING

_MOST = 12_000  # characters of a mail that are looked at; nobody dictates more
_MOST_ROWS = 200
_ARTICLES = frozenset({"az", "a"})  # Hungarian has two


@dataclass(frozen=True, slots=True)
class _Turn:
    """row, start, end: where it stands. lead: the words before the ordinal. clear: it is named, or `I answer` said."""

    row: int
    start: int
    end: int
    number: int
    lead: str
    named: bool
    clear: bool


@cache
def _turn() -> re.Pattern[str]:
    answering = "|".join(
        re.escape(phrase).replace(r"\ ", r",?[ \t]+") for phrase in sorted(also_bare(ANSWERING), key=len, reverse=True)
    )
    return re.compile(
        rf"(?<!\w)(?=\w){ordinal_pattern(answering)}(?P<end>[ \t]*[,:][ \t]*|[ \t]+(?=\w)|$)"
        rf"(?P<said>(?:{answering})(?!\w)[,:]?[ \t]*)?",
        re.IGNORECASE,
    )


def spoken(rows: Sequence[str], count: int) -> Mapping[int, list[tuple[int, Number]]]:
    """The labels of such a row by the line they stand on, and where each begins there; nothing where it is not whole."""
    if not spells("\n".join(rows[:_MOST_ROWS])[:_MOST]) or not any(spells(text[:_MOST]) for text in rows[:_MOST_ROWS]):
        return {}
    every = list(_turns(rows, count))
    first = next((turn for turn in every if turn.number == 1 and turn.named), None)
    if first is None or count < 2:
        return {}
    alike = [
        turn for turn in every if turn is first or ((turn.row, turn.start) > (first.row, first.start) and _alike(turn, first))
    ]
    chosen = [_one(alike, n) for n in range(1, count + 1)]
    row = [turn for turn in chosen if turn is not None]
    places = [(turn.row, turn.start) for turn in row]
    if len(row) < count or places != sorted(places):
        return {}
    found: dict[int, list[tuple[int, Number]]] = {}
    for turn in row:
        mark = Number((turn.number,), "spoken", turn.end - turn.start, named=True)
        found.setdefault(turn.row, []).append((turn.start, mark))
    return found


def _turns(rows: Sequence[str], count: int) -> Iterable[_Turn]:
    left = _MOST
    for i, text in enumerate(rows):
        left -= len(text)
        if left < 0:
            return
        for found in _turn().finditer(text) if text.strip() else ():
            number = settled(Number((ordinal_value(found["ordinal"]),), "", 0, named=True), count).numbers[0]
            named = found["noun"] is not None
            clear = named or found["said"] is not None or found["end"].strip() != ""
            yield _Turn(i, found.start(), found.end(), number, found["lead"].casefold().strip(), named, clear)


def _alike(turn: _Turn, first: _Turn) -> bool:
    """Whether it begins as the first one does; where nothing stands before, it has to be clear by itself."""
    lead = turn.lead.removeprefix("e ").removeprefix("y ").removeprefix("und ").removeprefix("and ")
    same = lead == first.lead or {lead, first.lead} <= _ARTICLES
    return same and (bool(lead) or turn.clear)


def _one(turns: Sequence[_Turn], number: int) -> _Turn | None:
    """The turn to a question: the only one, or the only one that is clear."""
    own = [turn for turn in turns if turn.number == number]
    clear = [turn for turn in own if turn.clear]
    return own[0] if len(own) == 1 else clear[0] if len(clear) == 1 else None
