"""Align own words to the call's questions: which passage answers which question, how surely, and what is left.

The reply is divided into passages; each sign beside a passage (a repeated question, a label, a heading, its place, what it
says) counts for some questions and against others; the best way through all of it is taken (`trellis`). No words are made
up and none is dropped: each own word is in an answer, unplaced, in the greeting, or among the repeated (labels, questions).
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import pairwise, takewhile

from mailbot.core import beneath, cues, evidence, furniture, heading, initials, leading, polite, prose
from mailbot.core.call import Call
from mailbot.core.divide import BEYOND, Divided, divide, is_listed
from mailbot.core.known import words
from mailbot.core.meaning import Likeness, Shared
from mailbot.core.passage import Passage
from mailbot.core.reading import Answer, How
from mailbot.core.reply import Label, Line, Parts
from mailbot.core.trace import Place, Places, Role, Trace, places
from mailbot.core.trellis import best_way
from mailbot.core.typed import surfaced

_MOST_LINES = 5000  # beyond, lines are looked at no more and stay unplaced
_MOST_PASSAGES = 300
_APART = frozenset({Label.attribution, Label.header, Label.signature, Label.disclaimer})
_LED = 0.85  # how often a sentence that leads in is right
_MOST_PROSE = 40  # passages of a document without any mark; a longer one is a report


@dataclass(frozen=True, slots=True)
class Alignment:
    """answers: by question number. unanswered: numbers of the questions without one. unplaced: own words that answer none.
    greeting: opening and closing words, which are neither. repeated: labels, and own lines that only repeat a question.
    places: what was made of each line of the text. traces: of the documents that were laid too."""

    answers: tuple[Answer, ...]
    unanswered: tuple[int, ...]
    unplaced: str
    greeting: str = ""
    repeated: str = ""
    places: Places = field(default_factory=dict)
    traces: tuple[Trace, ...] = ()

    def own_words(self) -> str:
        """The sender's own words without the questions that they repeat, which may be in another language."""
        return "\n\n".join(dict.fromkeys((*(answer.text for answer in self.answers), self.unplaced, self.greeting)))

    def without_answers(self) -> "Alignment":
        """The same with all answers among the unplaced words: they are somebody else's."""
        return replace(
            self,
            answers=(),
            unanswered=tuple(sorted((*self.unanswered, *(answer.question for answer in self.answers)))),
            unplaced="\n\n".join(text for text in (*(answer.text for answer in self.answers), self.unplaced) if text),
        )

    def without_guesses(self) -> "Alignment":
        """The same with the answers that only the order of paragraphs placed among the unplaced words."""
        sure = tuple(answer for answer in self.answers if answer.how is not How.order)
        guessed = tuple(answer for answer in self.answers if answer.how is How.order)
        return replace(
            self,
            answers=sure,
            unanswered=tuple(sorted((*self.unanswered, *(answer.question for answer in guessed)))),
            unplaced="\n\n".join(text for text in (*(answer.text for answer in guessed), self.unplaced) if text),
        )


@dataclass(frozen=True, slots=True)
class _Asked:
    """A call's questions, made ready once."""

    count: int
    ids: tuple[str, ...]
    repeats: cues.Questions
    likeness: Shared


@lru_cache(maxsize=64)
def _prepared(texts: tuple[str, ...], ids: tuple[str, ...]) -> _Asked:
    return _Asked(len(texts), ids, cues.Questions(texts), Shared(texts))


def align(
    parts: Parts, call: Call, author: str = "", *, document: bool = False, given: Collection[int] = frozenset()
) -> Alignment:
    """Lay the reply's lines under the questions of the call. author: the sender's name, which is no answer.

    given: the questions that are answered elsewhere; words that nothing marks answer the others.

    document: the text is that of a file, in which prose and greetings are seldom an answer.
    """
    asked = _prepared(tuple(q.text for q in call.questions), tuple(q.id for q in call.questions))
    if parts.untrimmed and not document:
        return Alignment((), tuple(range(1, asked.count + 1)), parts.reply.strip())
    name = frozenset(words(author))
    lines = _clear(surfaced(parts.lines[:_MOST_LINES], asked.repeats, name))
    manners = polite.politeness(lines, name)
    divided = divide(lines, manners, asked.repeats, asked.count, document=document)
    passages, beyond = divided.passages[:_MOST_PASSAGES], divided.passages[_MOST_PASSAGES:]
    _above(passages, asked.likeness, document=document)
    leading.lead(passages, asked.count, asked.likeness)
    passages = beneath.part(passages, asked.count, asked.likeness)
    furniture.part_off(passages, BEYOND, document=document)
    signed = initials.lengths(passages, author)
    if (ending := initials.unmarked_last(passages, signed)) is not None:
        passages[ending].label, passages[ending].weight = BEYOND, 0.0
    heads = heading.find(passages, asked.count, asked.likeness) if asked.count > 1 else {}
    for i, found in heads.items():
        passages[i].head = found.length
        passages[i].label = BEYOND if found.of_none else passages[i].label
    if any(evidence.has_mark(p) for p in passages):
        placed = _by_marks(passages, asked, divided.found.confidence, {i: found.near for i, found in heads.items()})
        for i, length in signed.items():
            placed[i].cut = max(placed[i].cut, _behind_label(placed[i]) + length) if placed[i].numbers else 0
    elif divided.found.unclear or (document and asked.count > 1 and len(passages) > _MOST_PROSE):
        placed = passages
    else:
        placed = prose.place(passages, asked.count, asked.likeness, given)
    rest = [p.text for p in beyond]
    rest += [line.text for i, line in enumerate(parts.lines) if line.label is Label.own and (line.unclear or i >= _MOST_LINES)]
    return _result([*_without_remark(placed, lines)], asked, rest, divided)


def _clear(lines: Sequence[Line]) -> list[Line]:
    """The same lines; own words of which nobody can say whose they are stand aside, as those of others do."""
    return [replace(line, label=Label.quoted) if line.unclear and line.label is Label.own else line for line in lines]


def _above(passages: Sequence[Passage], likeness: Likeness, *, document: bool) -> None:
    """Where people answer above the questions, the question below a passage counts in place of the one above it.

    They do if so more questions have words of their own, or as many and it is the longer words that would be left over. A form
    whose last question was left open looks the same, with its instructions above the first: there the matter has to say so too.
    """
    below = {p.below[0].candidates[0] for p in passages if p.below}
    above = {p.above[-1].candidates[0] for p in passages if p.above}
    if len(below) < max(2, len(above)) or any(p.beside or _is_labelled_otherwise(p) for p in passages):
        return
    first = next(p for p in passages if p.below)
    last = next((p for p in reversed(passages) if p.above), None)
    if last is not None and (_announces(first.text) or (document and not _reads_better_above(passages, likeness))):
        return
    if len(below) == len(above) and last is not None:
        spare = evidence.word_count(first.text)
        if first.above or last.below or evidence.is_of_the_mail(first.text) or spare < 2 * evidence.word_count(last.text):
            return
        closes = evidence.is_remark(last.text) or evidence.is_polite(last.text)
        if not closes and not _reads_better_above(passages, likeness):
            return
    ends = [i for i, p in enumerate(passages) if p.below]
    starts = beneath.beginnings(passages, [range(above + 1, end + 1) for above, end in pairwise([-1, *ends])])
    asked = {start: passages[end].below for start, end in zip(starts, ends, strict=True)}
    for i, p in enumerate(passages):
        p.above = asked.get(i, ())


def _is_labelled_otherwise(p: Passage) -> bool:
    """Whether a passage has the number of another question than the one below it."""
    return p.label is not None and p.weight > 0 and bool(p.below) and p.below[0].candidates[0] not in p.label.numbers


def _announces(text: str) -> bool:
    """`Here is the rest:`, which stands above a first question and answers none."""
    return text.rstrip().endswith((":", "："))


def _reads_better_above(passages: Sequence[Passage], likeness: Likeness) -> bool:
    """Whether the words have more to do with the questions below them than with those above."""
    between = [(p, likeness.of(p.text)) for p in passages if p.below and p.above]
    below = sum(near[p.below[0].candidates[0] - 1] for p, near in between)
    return below > sum(near[p.above[-1].candidates[0] - 1] for p, near in between)


def _by_marks(passages: list[Passage], asked: _Asked, numbered: float, near: Mapping[int, Sequence[float]]) -> list[Passage]:
    weighed = evidence.marked(passages, asked.count, asked.likeness, near)
    way = best_way(weighed.worth, weighed.moves)
    for p, state, sure in zip(passages, way.states, way.sureness, strict=True):
        p.numbers = weighed.states[state]
        by_label = p.label is not None and p.weight > 0 and bool(p.numbers) and p.numbers[0] in p.label.numbers
        p.how = p.above[-1].how if p.above else How.restated if p.head else How.numbered
        p.confidence = sure * (
            0.95 if p.above else _LED if p.label is not None and p.label.style == "led" else numbered if by_label else 0.9
        )
        if p.label and p.numbers and p.weight:
            p.cut = p.label.length
            if len(p.numbers) == 1:
                p.cut += heading.behind(p.text[p.cut :], p.numbers[0], asked.likeness, p.cut)
            if p.lead > p.cut and heading.in_other_ink(p, asked.likeness):
                p.cut = p.lead
        if p.head and p.numbers:
            p.cut = p.head
        if p.numbers and (p.above or p.cut):
            rest = p.text[p.cut :]
            p.cut += len(rest) - len(cues.without_answer_word(rest.lstrip()))
    return passages


def _behind_label(p: Passage) -> int:
    return p.label.length if p.label and p.weight else 0


def _without_remark(passages: list[Passage], lines: Sequence[Line]) -> list[Passage]:
    """Where every answer is one paragraph, a further paragraph below the last one is a remark: `I can come on both days.`

    Between that answer and further words of a mail that is quoted throughout it is one only if it says so.
    """
    runs = list(_runs(passages))
    placed = [run for run in runs if run[0].numbers]
    if len(placed) < 3 or runs[-1] is not placed[-1] or len(runs[-1]) < 2:
        return passages
    if any(p.opens for run in placed[:-1] for p in run[1:]):
        return passages
    below = lines[max((line for p in runs[-1] for line in p.lines), default=len(lines)) + 1 :]
    inline = all(run[0].above and run[0].above[-1].how is How.inline for run in placed)
    ends = _closes if inline and _goes_on(below) else _may_end
    cut = next((i for i, p in enumerate(runs[-1]) if i and p.opens and ends(p.text)), None)
    if cut is not None and is_listed(runs[-1][cut - 1].said()) and not _announces(runs[-1][cut].text):
        return passages  # below a list the answer goes on
    for p in runs[-1][cut:] if cut is not None else ():
        p.numbers = ()
    return passages


def _goes_on(below: Iterable[Line]) -> bool:
    """Whether the mail that is answered line by line goes on there: who says something of his own to it says it below."""
    same = takewhile(lambda line: line.label not in _APART, below)
    return any(line.label is Label.quoted and any(c.isalnum() for c in line.text) for line in same)


def _may_end(text: str) -> bool:
    return not is_listed(text)


def _closes(text: str) -> bool:
    return evidence.is_polite(text) or evidence.is_remark(text) or evidence.is_of_the_mail(text)


def _runs(passages: Sequence[Passage]) -> Iterator[list[Passage]]:
    """Passages one below the other that answer the same."""
    run: list[Passage] = []
    for p in passages:
        if run and (p.numbers != run[-1].numbers or p.foreign or p.above):
            yield run
            run = []
        run.append(p)
    if run:
        yield run


def _result(passages: list[Passage], asked: _Asked, rest: Sequence[str], divided: Divided) -> Alignment:
    answers: dict[int, Answer] = {}
    unplaced: list[str] = []
    labels = [p.text[: p.cut].strip() for p in passages if p.cut]
    said = list(divided.aside)
    for run in _runs(passages):
        text = run[0].said() + "".join(p.glue + p.said() for p in run[1:])
        if not run[0].numbers or not any(c.isalnum() for c in text) or evidence.is_skip(text):
            unplaced.append(text.strip())
            said += _lines(run, Place(Role.unplaced if text.strip() else Role.repeated))
            continue
        said += _lines(run, Place(Role.answer, run[0].numbers))
        for n in run[0].numbers:
            answers[n] = _joined(answers.get(n), n, asked.ids[n - 1], text.strip(), run)
    unplaced.append("\n".join(rest))
    return Alignment(
        answers=tuple(answers[n] for n in sorted(answers)),
        unanswered=tuple(n for n in range(1, asked.count + 1) if n not in answers),
        unplaced="\n\n".join(text for text in unplaced if text.strip()),
        greeting="\n".join(divided.polite),
        repeated="\n".join((*divided.repeated, *labels)),
        places=places(said),
    )


def _lines(run: Sequence[Passage], place: Place) -> Iterator[tuple[int, Place]]:
    return ((line, place) for p in run for line in p.lines)


def _joined(earlier: Answer | None, n: int, question_id: str, text: str, run: Sequence[Passage]) -> Answer:
    """An answer in two places is one answer; it is as sure as its weaker half."""
    sure = min(p.confidence for p in run)
    how = run[0].how if all(p.how is not How.meaning for p in run) else How.meaning
    if earlier is None:
        return Answer(n, question_id, text, sure, how)
    return Answer(n, question_id, f"{earlier.text}\n\n{text}", min(earlier.confidence, sure), earlier.how)
