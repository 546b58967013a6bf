"""Dividing a reply into passages: at repeated questions, labels, blank lines, cells, and words of others in between."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import pairwise

from mailbot.core import cues, evidence, label, look, marks, series
from mailbot.core.label import Number
from mailbot.core.passage import Asked, Passage
from mailbot.core.reading import How
from mailbot.core.reply import Label, Line
from mailbot.core.spoken import spoken
from mailbot.core.titles import titles
from mailbot.core.trace import Place, Role

_BULLET = re.compile(r"[ \t]*[-–—*•·○▪+][ \t]+(?=\S)")


_WRAPPED = 100  # characters; where a line is longer no mail program broke them, and each is a paragraph
_APART = 3  # lines of others below a question that part it from the words below them
_FEWEST_ANSWERED = 3  # words of an answer in our quoted acknowledgement
_FEWEST_LEADS = 2  # lines that change their ink, from which on it is no accident
_SEPARATED = re.compile(r"^[:–—-]+\s+")
_NOTHING = frozenset("-–—/")
_HEADED = re.compile(r"[ \t]*[^\W\d_a-z][^\n:.?!,]{1,40}:[ \t]+\S")
_ENDS = frozenset(".!?…")
_MOST_LOOKED_AT = 60_000  # characters in which labels in the middle of lines are looked for
_MOST_CELLS = 50  # of one line that are told apart
BEYOND = Number((), "beyond", 0, named=False)
_BETWEEN_MAILS = frozenset({Label.attribution, Label.header, Label.signature, Label.disclaimer})
_GREETING, _REPEATED = Place(Role.greeting), Place(Role.repeated)


class _Kind(StrEnum):
    own = "own"
    asked = "asked"
    others = "others"
    blank = "blank"
    polite = "polite"


@dataclass(frozen=True, slots=True)
class _Row:
    """A line, or a cell of one. text: without the question that it repeats. whole: as written. line: its number from 0.
    lead: characters of the text in another ink than the rest. aside: as in `line.Line`."""

    kind: _Kind
    text: str = ""
    whole: str = ""
    asked: Asked | None = None
    cell: bool = False
    inside: Number | None = None
    line: int = 0
    lead: int = 0
    aside: bool = False


def is_point(text: str) -> bool:
    """Whether a text is a point of a list."""
    return _BULLET.match(text) is not None


def is_listed(text: str) -> bool:
    """The same, or one with a number."""
    return is_point(text) or label.number(text) is not None


def _is_headed(text: str, before: str) -> bool:
    """Whether a line seems to begin with a heading, below one that ended."""
    return _ends(before) and _HEADED.match(text) is not None


@dataclass(slots=True)
class Divided:
    """passages: in their order. repeated: own words that only repeat a question. polite: greeting and closing.
    aside: what became of the lines of these two."""

    passages: list[Passage]
    repeated: list[str]
    polite: list[str]
    found: series.Series
    aside: list[tuple[int, Place]] = field(default_factory=list)


def divide(
    lines: Sequence[Line], polite: frozenset[int], questions: cues.Questions, count: int, *, document: bool = False
) -> Divided:
    """Divide the lines of a reply to a call with `count` questions. document: of a file, which may lack blank lines."""
    rows = _without_runs(list(_rows(lines, polite, questions)), count)
    loose = max((len(row.text) for row in rows if row.kind is _Kind.own), default=0) > _WRAPPED
    starts = _first_lines(rows, count)
    inside = {i: row.inside for i, row in enumerate(rows) if row.inside}
    for i, row in enumerate(rows if questions.own_labels else ()):
        if row.kind is _Kind.own and (own := label.by_own_labels(row.text, questions.own_labels)):
            inside[i] = own
    found = series.series(
        [row.text if row.kind is _Kind.own and not row.aside else "" for row in rows], count, starts, inside, wrapped=not loose
    )
    divided = Divided([], [_question_of(row) for row in rows if row.kind is _Kind.asked and row.whole], [], found)
    divided.polite = [row.whole for row in rows if row.kind is _Kind.polite]
    divided.aside = [(row.line, _GREETING if row.kind is _Kind.polite else _REPEATED) for row in rows if _is_aside(row)]
    filling = _Filling(divided.passages, found, count, loose=loose, led=sum(row.lead > 0 for row in rows) >= _FEWEST_LEADS)
    if document:
        filling.titles = titles([row.text if row.kind is _Kind.own and not row.cell else "" for row in rows])
    for i, row in enumerate(rows):
        filling.take(i, row)
    return divided


def _question_of(row: _Row) -> str:
    """The words of a line that repeat a question, without the answer behind them."""
    return row.whole[: len(row.whole) - len(row.text)] if row.text and row.whole.endswith(row.text) else row.whole


def _is_aside(row: _Row) -> bool:
    return row.kind is _Kind.polite or (row.kind is _Kind.asked and not row.text and bool(row.whole))


def _rows(lines: Sequence[Line], polite: frozenset[int], questions: cues.Questions) -> Iterator[_Row]:
    introduced, last = False, 0
    above: tuple[str, Asked] | None = None  # a question that the line above repeats, and may not have ended
    for i, line in enumerate(lines):
        introduced = introduced or line.label in {Label.attribution, Label.header}
        if i in polite:
            yield _Row(_Kind.polite, whole=line.text, line=i)
            continue
        for part in line.parted():
            for n, piece in enumerate(_cells(part)):
                row = _row(piece, part, questions, last, introduced=introduced)
                if row is None:
                    continue
                if above and row.kind is _Kind.own and (ended := questions.continued(above[0], piece)):
                    row = _Row(_Kind.asked, piece[ended:], piece, above[1])
                above = (piece, row.asked) if row.asked and not row.text else None
                last = row.asked.candidates[0] if row.asked else last
                yield replace(row, cell=n > 0, line=i, lead=_lead(row, part), aside=part.aside)


def _lead(row: _Row, line: Line) -> int:
    """How many characters of a row stand before its line changes its look."""
    at = look.turn(line.text, line.looks) if row.kind is _Kind.own and line.looks else 0
    behind = _SEPARATED.sub("", line.text[at:].strip(), count=1) if at else ""
    return len(row.text.rstrip()) - len(behind) if behind and row.text.rstrip().endswith(behind) else 0


def _cells(line: Line) -> list[str]:
    text = line.said
    if line.label is not Label.own or "\t" not in text:
        return [text]
    cells = [cell.strip() for cell in text.split("\t", _MOST_CELLS)]
    if len(cells) > 1 and (found := label.number(cells[0])) and not cells[0][found.length :].strip():
        ended = cells[0] if cells[0][-1:] in ".):" else f"{cells[0]}."
        return [f"{ended} {cells[1]}", *cells[2:]]
    return [cell for cell in cells if cell] or [""]


def _row(text: str, line: Line, questions: cues.Questions, last: int, *, introduced: bool) -> _Row | None:
    if line.label is Label.empty or (line.label is Label.own and not text.strip()):
        return _Row(_Kind.blank)
    if line.label in _BETWEEN_MAILS:
        return _Row(_Kind.others)  # what stands in another mail is not beside the words above it
    if line.label not in {Label.own, Label.quoted}:
        return None
    own = line.label is Label.own
    found = questions.repeated(text if own else marks.unquoted(text), strict=own)
    how = How.inline if line.depth or introduced else How.restated
    if found is None:
        return _Row(_Kind.own if own else _Kind.others, text, text)
    nearest = min(found.candidates, key=lambda n: (n < last, abs(n - last)))
    asked = Asked((nearest, *(n for n in found.candidates if n != nearest)), found.score, how)
    return _Row(_Kind.asked, found.rest if own else "", text if own else "", asked)


def _without_runs(rows: list[_Row], count: int) -> list[_Row]:
    """Lines in which several labelled answers run together, divided: one label more than the one before each time."""
    if said := spoken([row.text if row.kind is _Kind.own else "" for row in rows], count):
        return [piece for i, row in enumerate(rows) for piece in _cut(row, said.get(i, ()))]
    starting = [found for row in rows if row.kind is _Kind.own and (found := label.number(row.text))]
    at_start = {n for found in starting for n in found.numbers}
    kinds = {found.named for found in starting} or {True, False}
    repeated = {row.asked.candidates[0] for row in rows if row.asked}
    if at_start >= set(range(1, count + 1)) or 1 < len(repeated) < count:
        return rows
    chain: list[tuple[int, int, Number]] = []
    expected, looked_at = 0, 0
    for i, row in enumerate(rows):
        if row.kind is not _Kind.own:
            continue
        if found := label.number(row.text):
            expected = found.numbers[-1] + 1
        looked_at += len(row.text)
        if looked_at > _MOST_LOOKED_AT:
            break
        for start, inner in ((start, label.settled(inner, count)) for start, inner in label.inside(row.text)):
            n = inner.numbers[0]
            follows = n == expected or (n == 1 and not at_start) or (0 < expected < n and _ends(row.text[:start]))
            if n <= count and n not in at_start and inner.named in kinds and follows:
                chain.append((i, start, inner))
                expected = n + 1
    first = 1 if at_start else 2
    if len(chain) < first:
        return rows
    return [piece for i, row in enumerate(rows) for piece in _cut(row, [(start, found) for j, start, found in chain if j == i])]


def _cut(row: _Row, labels: Sequence[tuple[int, Number]]) -> Iterator[_Row]:
    if not labels:
        yield row
        return
    if row.text[: labels[0][0]].strip():
        yield replace(row, text=row.text[: labels[0][0]].rstrip())
    for (start, found), (end, _) in pairwise([*labels, (len(row.text), labels[0][1])]):
        yield replace(
            row, text=row.text[start:end].strip(), inside=replace(found, length=found.length - _indent(row.text[start:end]))
        )


def _ends(text: str) -> bool:
    """Whether a sentence ends there."""
    return text.rstrip()[-1:] in _ENDS


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())


def _first_lines(rows: Sequence[_Row], count: int) -> dict[int, int]:
    """The question repeated right above, by each row of own words that follows one."""
    above: dict[int, int] = {}
    pending: list[int] = []
    for i, row in enumerate(rows):
        if row.kind is _Kind.asked and row.asked:
            pending.append(row.asked.candidates[0])
        if row.kind is _Kind.own or (row.kind is _Kind.asked and row.text):
            if pending and not 1 < count == len(set(pending)):
                above[i] = pending[-1]
            pending = []
    return above


@dataclass(slots=True)
class _Filling:
    """Rows become passages one after the other, and what stands above them is kept in mind until words follow.

    led: lines change their ink, and not by accident. pending: the questions repeated right above. current: the passage that
    goes on. before: the text of the row above. blank, in_table: what that row was. foreign: words of others stand below the
    passage above; apart: how many lines of them below the last question; answered: they may be an answer to it; inside: the
    row above belongs to the same paragraph of others. titles: rows that look like one.
    """

    passages: list[Passage]
    found: series.Series
    count: int
    loose: bool
    led: bool
    pending: list[Asked] = field(default_factory=list)
    current: Passage | None = None
    before: str = ""
    blank: bool = True
    in_table: bool = False
    foreign: bool = False
    apart: int = 0
    titles: frozenset[int] = frozenset()
    answered: bool = False
    inside: bool = False

    def take(self, i: int, row: _Row) -> None:
        if row.kind is _Kind.blank:
            self.blank, self.inside = True, False
            return
        if row.kind in {_Kind.polite, _Kind.others}:
            if row.kind is _Kind.others:
                self._others(row.text)
            self.current, self.blank = None, True
            return
        if row.asked is not None:
            self._asked(row.asked)
        if row.kind is _Kind.own or row.text:
            self._words(i, row)

    def _others(self, text: str) -> None:
        said = any(c.isalnum() for c in text)
        self.answered = self.answered or (said and not self.inside and _is_answer_of_others(text))
        self.inside = said
        self.foreign, self.apart = self.foreign or said, self.apart + said
        if self.apart >= _APART or text.strip() in _NOTHING:
            self.pending = []

    def _asked(self, asked: Asked) -> None:
        if self.current is not None and not self.current.below and not self.in_table:
            self.current.below = (asked,)
        self.pending = [asked] if self.answered else [*self.pending, asked]
        self.apart, self.answered, self.inside = 0, False, True
        self.current = None

    def _words(self, i: int, row: _Row) -> None:
        if self.current is None or self._begins(i, row):
            self.current = self._passage(i, row)
            self.passages.append(self.current)
            self.pending, self.foreign = [], False
        else:
            self._go_on(self.current, row)
        self.blank, self.before, self.in_table = False, row.text, row.cell

    def _begins(self, i: int, row: _Row) -> bool:
        """Whether a row does not go on with the passage above."""
        marked = i in self.found.labels or i in self.found.beyond or i in self.titles
        return marked or row.cell or row.aside or self._opens(row)

    def _opens(self, row: _Row) -> bool:
        """Whether a row begins a paragraph."""
        if self.blank or self.loose or is_point(row.text) or _is_headed(row.text, self.before):
            return True
        return _ends(self.before) and evidence.leaves_some(row.text)

    def _passage(self, i: int, row: _Row) -> Passage:
        mark = self.found.labels.get(i)
        every = 1 < self.count == len({asked.candidates[0] for asked in self.pending})
        return Passage(
            row.text,
            glue=" " if row.inside else "\n\n" if self.blank else "\n",
            label=mark or (BEYOND if i in self.found.beyond or row.aside else None),
            weight=_weight(mark),
            beside=row.asked is not None,
            above=() if every else tuple(self.pending),
            opens=self.current is None or i in self.titles or self._opens(row),
            foreign=self.foreign,
            lead=row.lead if self.led else 0,
            lines=[row.line],
        )

    def _go_on(self, current: Passage, row: _Row) -> None:
        if row.lead and self.led and current.label and len(current.text.rstrip()) <= current.label.length:
            current.lead = len(current.text) + 1 + row.lead
        current.text += f"\n{row.text}"
        current.lines.append(row.line)


def _is_answer_of_others(text: str) -> bool:
    """Whether a paragraph below a question may be what somebody answered before; `— Nothing found —` is not."""
    body = marks.unquoted(text)
    return evidence.word_count(body) >= _FEWEST_ANSWERED and body[:1] not in _NOTHING


def _weight(mark: Number | None) -> float:
    if mark is None:
        return 0.0
    return evidence.NAMED if mark.named else evidence.NUMBERED
