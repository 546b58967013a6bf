"""Series: which of the labels in a text number the answers, and which only number a list inside one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from mailbot.core.known import words
from mailbot.core.label import Number, number, ordering, settled, without_sign
from mailbot.core.phrases.labels import GOES_ON

_WRAPPED = 60  # characters from which on a line was perhaps broken in the middle of a sentence
_FEWEST_WORDS = 6  # an answer has; a name or an organisation has fewer
_GOES_ON = frozenset(GOES_ON)
State = tuple[int, ...]
_LISTS = frozenset({"roman", "letter"})


@dataclass(frozen=True, slots=True)
class Series:
    """The labels that number answers, by the line they stand on, and how sure that is.

    beyond: lines with a number that the call has no question for; the words there answer none.
    unclear: there are numbers, and nothing says what they count.
    """

    labels: Mapping[int, Number] = field(default_factory=dict)
    confidence: float = 0.0
    beyond: tuple[int, ...] = ()
    unclear: bool = False


def series(
    lines: Sequence[str], count: int, below: Mapping[int, int], inside: Mapping[int, Number], *, wrapped: bool = True
) -> Series:
    """The labels that number the answers; none where they count further than the call does and nothing says why.

    below: the lines that stand right below a repeated question, and its number. Where two such questions or more are answered,
    numbers inside the answers are lists of the sender's own, but for those that repeat the question's number.
    inside: labels that were found in the middle of a line, where the line is now divided. wrapped: lines were broken in the
    middle of sentences.
    """
    every = dict(sorted({**_all_labels(lines, count, wrapped=wrapped), **inside}.items()))
    if _enough(every, below, count):
        return _agreeing(every, below, lines, count)
    known = {i: label for i, label in every.items() if _in_range(label, count)}
    named = {i: label for i, label in known.items() if label.named}
    if named:
        chosen = _first_of_each(named)
        mixed = _filling_in({i: x.numbers for i, x in chosen.items()}, _plain(known), lines, count)
        beyond = tuple(i for i, label in every.items() if label.named and i not in known)
        return Series(dict(sorted({**mixed, **chosen}.items())), 0.9 if mixed else 0.95, beyond)
    for style in (None, "roman", "letter"):
        alike = {i: x for i, x in every.items() if not x.named and (x.style == style if style else x.style not in _LISTS)}
        some = {i: x for i, x in alike.items() if i in known}
        numbers = [label.numbers for label in some.values()]
        if not some or (style and (len(some) < 2 or numbers[0] != (1,))):
            continue
        if _begins_anew(numbers, count) or _counted_wrong(numbers, count):
            return Series({i: replace(x, numbers=(n,)) for n, (i, x) in enumerate(some.items(), 1)}, 0.85)
        if _counts_on(alike, count):
            return _cut_short(alike, lines, count)
        if _repeats(numbers):
            if twice := _twice(some, lines, count):
                return Series(twice, 0.8)
            return Series(_rising(some, lines), 0.75)
        return Series(some, 0.7 if len(some) == 1 else 0.9)
    return _in_words(lines, count)


def _plain(known: Mapping[int, Number]) -> dict[int, Number]:
    """The labels that are figures without a word."""
    return {i: x for i, x in known.items() if not x.named and x.style not in _LISTS}


def _in_words(lines: Sequence[str], count: int) -> Series:
    """`First, …` and `Second, …`, or numbers without a sign behind them; only a row from the first on is believed."""
    for look, least in ((ordering, 2), (without_sign, max(2, min(3, count - 1)))):
        found = {i: label for i, line in enumerate(lines) if (label := look(line))}
        in_order = [x.numbers for x in found.values()] == [(n,) for n in range(1, len(found) + 1)]
        announced = len(found) < count - 1 and _line_above(lines, next(iter(found), 0)).endswith(":")
        if in_order and least <= len(found) <= count and not announced:
            return Series(found, 0.8)
    return Series()


def _line_above(lines: Sequence[str], i: int) -> str:
    return next((line.rstrip() for line in reversed(lines[max(0, i - 3) : i]) if line.strip()), "")


def _enough(every: Mapping[int, Number], below: Mapping[int, int], count: int) -> bool:
    """Whether the repeated questions settle it."""
    placed = set(below.values())
    listed = {n for label in every.values() if _in_range(label, count) for n in label.numbers}
    return len(placed) > 1 or (len(placed) == 1 and len(listed) < max(2, count - 1))


def _agreeing(every: Mapping[int, Number], below: Mapping[int, int], lines: Sequence[str], count: int) -> Series:
    """The labels that say the same as the question above them; those with a word, of questions that are not repeated; and those
    that only this call's questions have.

    `(1-3 together)` below the last of three says the same.
    """
    same = {i: x for i, x in every.items() if i in below and _agrees(x, below[i], count)}
    if len(same) < 2 and len(same) < len(below):
        same = {i: x for i, x in same.items() if x.named}
    placed = set(below.values())
    known = {i: x for i, x in every.items() if _in_range(x, count)}
    further = {i: x for i, x in known.items() if x.named and (x.style == "own" or placed.isdisjoint(x.numbers))}
    sure = {i: (n,) for i, n in below.items()} | {i: x.numbers for i, x in further.items()}
    filling = _filling_in(sure, _plain({i: x for i, x in known.items() if i not in same}), lines, count) if sure else {}
    return Series(dict(sorted({**filling, **further, **same}.items())), 0.9)


def _agrees(label: Number, above: int, count: int) -> bool:
    return label.numbers == (above,) or (label.named and above in label.numbers and _in_range(label, count))


def _in_range(label: Number, count: int) -> bool:
    return min(label.numbers) > 0 and max(label.numbers) <= count


def _all_labels(lines: Sequence[str], count: int, *, wrapped: bool) -> dict[int, Number]:
    found = ((i, settled(label, count)) for i, line in enumerate(lines) if (label := number(line)))
    whole = _whole_run(lines, count)
    standing = {i: x for i, x in found if not (wrapped and _refers(lines, i, x))}
    return {i: x for i, x in standing.items() if x.style != "bare" or (_in_range(x, count) and _heads(lines, i, whole=whole))}


def _refers(lines: Sequence[str], i: int, label: Number) -> bool:
    """Whether a label with a word is the end of a sentence of the line above: `… see` / `question 3: it costs us most.`"""
    above = lines[i - 1].strip() if i else ""
    if not label.named or not above or above[-1] in ".!?:;":
        return False
    goes_on = len(above) >= _WRAPPED and lines[i].lstrip()[:1].islower()
    return goes_on or above[-1] in ",(" or (words(above[-40:]) or ("",))[-1] in _GOES_ON


def _heads(lines: Sequence[str], i: int, *, whole: bool) -> bool:
    """Whether a number alone on a line stands above words, and below none that it could belong to, unless all stand so."""
    above = lines[i - 1].strip() if i else ""
    below = next((line for line in lines[i + 1 : i + 4] if line.strip()), "")
    is_above_words = any(c.isalpha() for c in below) and number(below) is None
    return is_above_words and (whole or not above or above.endswith(":"))


def _whole_run(lines: Sequence[str], count: int) -> bool:
    """Whether the numbers that stand alone on their lines are those of all questions, in order."""
    alone = [int(line) for line in lines if len(line.strip()) <= 2 and line.strip().isdecimal()]
    return count > 1 and alone == list(range(1, count + 1))


def _filling_in(sure: Mapping[int, State], plain: Mapping[int, Number], lines: Sequence[str], count: int) -> dict[int, Number]:
    """The labels without a word that count on from one answer that is sure to the next: `1.`, `Q2:`, `3.`

    sure: the questions of these answers by line. Between two of them only a run that fits between their numbers counts: a list
    inside an answer begins with 1. Below the last one it may leave a question out only where it begins a paragraph.
    """
    places = [-1, *sorted(sure), max((*sure, *plain)) + 1]
    numbers = {places[0]: (0,), places[-1]: (count + 1,)} | dict(sure)
    given = {n for some in sure.values() for n in some}
    found: dict[int, Number] = {}
    for start, end in pairwise(places):
        run = {i: label for i, label in plain.items() if start < i < end and i not in sure}
        if not run or not _rises(run) or not given.isdisjoint(n for label in run.values() for n in label.numbers):
            continue
        opening, closing = next(iter(run.values())), next(reversed(run.values()))
        leaps = start > -1 and end == places[-1] and opening.numbers[0] > numbers[start][-1] + 1
        fits = numbers[start][-1] < opening.numbers[0] and closing.numbers[-1] < numbers[end][0]
        if fits and (not leaps or not lines[next(iter(run)) - 1].strip()):
            found |= run
    return found


def _twice(some: Mapping[int, Number], lines: Sequence[str], count: int) -> Mapping[int, Number] | None:
    """Two whole rows one below the other, as of those who answer in two languages; not a list that a colon announces."""
    half = len(some) // 2
    numbers, places = [x.numbers for x in some.values()], list(some)
    if (
        len(numbers) != 2 * count
        or count < 2
        or numbers[:half] != numbers[half:]
        or numbers[:half] != [(n,) for n in range(1, count + 1)]
    ):
        return None
    above = next((line for line in reversed(lines[places[half - 1] : places[half]]) if line.strip()), "")
    is_list = above.rstrip().endswith(":") and len(above.split()) > 2
    return None if is_list else some


def _repeats(numbers: Sequence[tuple[int, ...]]) -> bool:
    """Whether a question is numbered twice, perhaps once among others: `1-3.` and `2)`."""
    every = [n for some in numbers for n in some]
    return len(set(every)) < len(every)


def _begins_anew(numbers: Sequence[tuple[int, ...]], count: int) -> bool:
    """Whether a mail program numbered each answer with 1 again."""
    return len(numbers) == count > 1 and set(numbers) == {(1,)}


def _counted_wrong(numbers: Sequence[tuple[int, ...]], count: int) -> bool:
    """Whether as many labels as questions stand there, and one of them twice: `1.`, `2.`, `2.`."""
    if len(numbers) != count or any(len(some) > 1 for some in numbers) or numbers[0] != (1,):
        return False
    return all(0 <= b[0] - a[0] <= 2 for a, b in pairwise(numbers)) and len(set(numbers)) == count - 1


def _rises(some: Mapping[int, Number]) -> bool:
    return all(a.numbers[-1] < b.numbers[0] for a, b in pairwise(some.values()))


def _counts_on(alike: Mapping[int, Number], count: int) -> bool:
    """Whether one run of numbers goes on behind the last question: `3.`, `4.`, `5.` where three are asked.

    One may be missing: `4. April` is read as a day.
    """
    runs_on = all(1 <= b.numbers[0] - a.numbers[-1] <= 2 and a.style == b.style for a, b in pairwise(alike.values()))
    return len(alike) > 1 and runs_on and max(label.numbers[-1] for label in alike.values()) > count


def _cut_short(alike: Mapping[int, Number], lines: Sequence[str], count: int) -> Series:
    """A run that counts too far: one more at the end is a remark, if the first is no name; else nothing says what is what."""
    *places, last = alike
    if alike[places[0]].numbers != (1,) or alike[last].numbers != (count + 1,):
        return Series(unclear=True)
    first = " ".join(lines[places[0] : places[1] if len(places) > 1 else last])[alike[places[0]].length :]
    if sum(any(c.isalpha() for c in word) for word in first.split()) < _FEWEST_WORDS:
        return Series(unclear=True)
    return Series({i: alike[i] for i in places}, 0.5, (last,))


def _announced(labels: Mapping[int, Number], lines: Sequence[str]) -> set[int]:
    """The labels of lists that a colon announces: `Three things:` and `1.`, `2.`, `3.` below it."""
    found: set[int] = set()
    expected = 0
    for i, label in labels.items():
        opens = label.numbers == (1,) and i != next(iter(labels)) and _line_above(lines, i).endswith(":")
        if opens or (expected and label.numbers == (expected,)):
            found.add(i)
            expected = label.numbers[-1] + 1
        else:
            expected = 0
    return found


def _first_of_each(labels: Mapping[int, Number]) -> dict[int, Number]:
    seen: dict[tuple[int, ...], int] = {}
    for i, label in labels.items():
        seen.setdefault(label.numbers, i)
    return {i: labels[i] for i in sorted(seen.values())}


def _rising(labels: Mapping[int, Number], lines: Sequence[str]) -> dict[int, Number]:
    """The heaviest run of labels whose numbers rise: a list inside an answer begins again at 1.

    Labels weigh more below a blank line, in the first one's style, and without indent; less in a list that a colon announces.
    """
    places = list(labels)[:200]
    style = labels[places[0]].style
    announced = _announced(labels, lines)
    best: dict[int, tuple[float, int | None]] = {}
    for i in places:
        weight = (
            1
            + 0.4 * (i == 0 or not lines[i - 1].strip())
            + 0.3 * (labels[i].style == style)
            + 0.2 * (lines[i][:1] not in " \t")
            - 0.8 * (i in announced)
        )
        below = [(best[j][0], j) for j in best if labels[j].numbers[-1] < labels[i].numbers[0]]
        before = max(below, default=(0.0, None), key=lambda pair: pair[0])
        best[i] = (weight + before[0], before[1])
    at: int | None = max(best, key=lambda i: best[i][0])
    chosen: dict[int, Number] = {}
    while at is not None:
        chosen[at] = labels[at]
        at = best[at][1]
    return dict(sorted(chosen.items()))
