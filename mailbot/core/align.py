"""Align own words to the call's questions: which passage answers which question, how surely, and what is left.

The cues, strongest first: words below a repeated question, numbered labels, and where all of that is silent, the order of
paragraphs. No words are made up and none is dropped: each own line is in an answer, unplaced, in the greeting, or repeats a
question.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from mailbot.core import cues, marks
from mailbot.core.call import Call
from mailbot.core.phrases.signoff import GREETINGS, WEAK_CLOSINGS
from mailbot.core.reading import Answer, How
from mailbot.core.reply import Label, Line, Parts

_MOST_LINES = 5000  # beyond, lines are looked at no more and stay unplaced
_WEAK = frozenset(WEAK_CLOSINGS)
_GREETINGS = tuple(GREETINGS)


@dataclass(frozen=True, slots=True)
class Alignment:
    """answers: by question number. unanswered: numbers of the questions without one. unplaced: own words that answer none.
    greeting: opening and closing words, which are neither. repeated: own lines that only repeat a question."""

    answers: tuple[Answer, ...]
    unanswered: tuple[int, ...]
    unplaced: str
    greeting: str = ""
    repeated: str = ""

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


@dataclass(slots=True)
class _Passage:
    """Own lines that belong together. numbers: the questions they answer, none as long as nothing says which."""

    numbers: tuple[int, ...] = ()
    how: How = How.order
    confidence: float = 0.0
    lines: list[str] = field(default_factory=list)

    def text(self) -> str:
        return "\n".join(self.lines).strip()

    def says_something(self) -> bool:
        return any(c.isalnum() for line in self.lines for c in line)


def align(parts: Parts, call: Call) -> Alignment:
    """Lay the reply's lines under the questions of the call."""
    count = len(call.questions)
    if parts.untrimmed:
        return Alignment((), tuple(range(1, count + 1)), parts.reply.strip())
    lines = parts.lines[:_MOST_LINES]
    polite = _politeness(lines)
    questions = cues.Questions([question.text for question in call.questions])
    passages, repeated = _below_questions(lines, polite, questions, count)
    if not _enough(passages, count):
        passages = [part for passage in passages for part in _numbered(passage, count)]
    if not any(passage.numbers for passage in passages):
        passages = [part for passage in passages for part in _in_order(passage, count)]
    passages = _without_remark(passages)
    beyond = [line.text for line in parts.lines[_MOST_LINES:] if line.label is Label.own]
    return _result(passages, call, beyond, "\n".join(lines[i].text for i in sorted(polite)), "\n".join(repeated))


def _result(passages: Sequence[_Passage], call: Call, beyond: Sequence[str], greeting: str, repeated: str) -> Alignment:
    answers: dict[int, Answer] = {}
    unplaced: list[str] = []
    for passage in passages:
        if not passage.numbers or not passage.says_something():
            unplaced.append(passage.text())
            continue
        for n in passage.numbers:
            answers[n] = _joined(answers.get(n), n, call.questions[n - 1].id, passage)
    unplaced.append("\n".join(beyond))
    return Alignment(
        answers=tuple(answers[n] for n in sorted(answers)),
        unanswered=tuple(n for n in range(1, len(call.questions) + 1) if n not in answers),
        unplaced="\n\n".join(text for text in unplaced if text.strip()),
        greeting=greeting,
        repeated=repeated,
    )


def _joined(earlier: Answer | None, n: int, question_id: str, passage: _Passage) -> Answer:
    """An answer in two places is one answer; it is as sure as its weaker half."""
    if earlier is None:
        return Answer(n, question_id, passage.text(), passage.confidence, passage.how)
    sure = min(earlier.confidence, passage.confidence)
    return Answer(n, question_id, f"{earlier.text}\n\n{passage.text()}", sure, earlier.how)


def _politeness(lines: Sequence[Line]) -> frozenset[int]:
    """The lines that greet and that close. `Thanks,` and the name below it are words of the reply, but of no answer."""
    own = [i for i, line in enumerate(lines) if line.label is Label.own]
    found: set[int] = set()
    if own and _greets(lines[own[0]].text):
        found.add(own[0])
    for place, i in enumerate(own[-4:], len(own) - len(own[-4:])):
        below = own[place + 1 :]
        if _closes(lines[i].text) and len(below) <= 3 and all(_is_short(lines[j].text) for j in below):
            found.update(own[place:])
            break
    return frozenset(found)


def _greets(text: str) -> bool:
    folded = marks.plain(text).casefold()
    first = next((g for g in _GREETINGS if folded.startswith(g) and not folded[len(g) : len(g) + 1].isalnum()), None)
    return first is not None and len(folded) <= 70 and (folded.endswith((",", "!", ":")) or len(folded.split()) <= 4)


def _closes(text: str) -> bool:
    folded = marks.plain(text).casefold().rstrip(" ,.!;-–")
    before, comma, name = folded.partition(",")
    return folded in _WEAK or (bool(comma) and before.strip() in _WEAK and len(name.split()) <= 3)


def _is_short(text: str) -> bool:
    return len(text.split()) <= 4 and cues.number(text) is None and not text.rstrip().endswith(("?", ":"))


def _below_questions(
    lines: Sequence[Line], polite: frozenset[int], questions: cues.Questions, count: int
) -> tuple[list[_Passage], list[str]]:
    """The passages, each with the questions repeated right above it, and the own lines that repeat them.

    Quoted lines between that are no question of the call end a passage.
    """
    passages, repeated = [_Passage()], list[str]()
    block: list[tuple[int, float, How]] = []
    introduced, last = False, 0
    for i, line in enumerate(lines):
        introduced = introduced or line.label in {Label.attribution, Label.header}
        found = _repeats(line, questions) if i not in polite else None
        if found is not None:
            if not block:
                passages.append(_Passage())
            last = _nearest(found.candidates, last)
            how = How.inline if line.depth or introduced else How.restated
            block.append((last, found.score, how))
            if line.label is Label.own and not found.rest:
                repeated.append(line.text)
        elif line.label is Label.quoted and passages[-1].says_something() and not block:
            passages.append(_Passage())
        text = found.rest if found is not None else line.text
        if line.label not in {Label.own, Label.empty} or i in polite or (found is not None and not found.rest):
            continue
        if line.label is Label.own and block:
            _settle(passages[-1], block, count)
            block = []
        passages[-1].lines.append(text if passages[-1].lines else cues.without_answer_word(text))
    return passages, repeated


def _repeats(line: Line, questions: cues.Questions) -> cues.Repeated | None:
    if line.label is Label.own:
        return questions.repeated(line.text, strict=True)
    if line.label is Label.quoted:
        found = questions.repeated(marks.unquoted(line.text), strict=False)
        return cues.Repeated(found.candidates, found.score) if found else None
    return None


def _nearest(candidates: Sequence[int], last: int) -> int:
    """Of questions that share a sentence, the one that goes on where the mail is."""
    return min(candidates, key=lambda n: (n < last, abs(n - last)))


def _settle(passage: _Passage, block: Sequence[tuple[int, float, How]], count: int) -> None:
    """Say which question a passage answers, from the block of questions above it.

    Of two the lower one: who leaves a question open quotes it and goes on. A list of more says nothing, nor do all of them.
    """
    numbers = tuple(dict.fromkeys(n for n, _, _ in block))
    if len(numbers) > 2 or len(numbers) == count > 1:
        return
    n, score, how = block[-1]
    passage.numbers, passage.how = (n,), how
    passage.confidence = 0.7 if len(numbers) > 1 else 0.95 if score >= 95 else 0.85
    passage.lines.clear()


def _enough(passages: Sequence[_Passage], count: int) -> bool:
    """Whether the repeated questions settle it: then numbers inside an answer are a list of the sender's own."""
    placed = {n for passage in passages for n in passage.numbers if passage.says_something()}
    labels = [found for passage in passages if passage.numbers for found in _labels(passage.lines, count).values()]
    listed = {n for label in labels for n in label.numbers}
    return len(placed) > 1 or (len(placed) == 1 and len(listed) < max(2, count - 1))


def _numbered(passage: _Passage, count: int) -> Iterator[_Passage]:
    """Divide a passage at the labels that number the answers."""
    chosen, confidence = _choose(_labels(passage.lines, count), passage.lines)
    if not chosen:
        yield passage
        return
    places = sorted(chosen)
    yield _Passage(passage.numbers, passage.how, passage.confidence, passage.lines[: places[0]])
    for at, end in zip(places, [*places[1:], len(passage.lines)], strict=True):
        first = cues.without_answer_word(passage.lines[at][chosen[at].length :].lstrip())
        yield _Passage(chosen[at].numbers, How.numbered, confidence, [first, *passage.lines[at + 1 : end]])


def _labels(lines: Sequence[str], count: int) -> dict[int, cues.Number]:
    """The labels that name questions of the call, by the line they stand on."""
    found = {i: cues.number(line) for i, line in enumerate(lines)}
    return {
        i: label for i, label in found.items() if label is not None and max(label.numbers) <= count and min(label.numbers) > 0
    }


def _choose(labels: Mapping[int, cues.Number], lines: Sequence[str]) -> tuple[dict[int, cues.Number], float]:
    """Those labels that number answers, and how sure that is; the rest number lists inside an answer."""
    named = {i: label for i, label in labels.items() if label.named}
    if named:
        return _first_of_each(named), 0.95
    for styles in (None, "roman", "letter"):
        some = {i: x for i, x in labels.items() if (x.style == styles if styles else x.style not in {"roman", "letter"})}
        numbers = [label.numbers for label in some.values()]
        if not some or (styles and (len(some) < 2 or numbers[0] != (1,))):
            continue
        if len(set(numbers)) < len(numbers):
            return _rising(some, lines), 0.75
        return some, 0.7 if len(some) == 1 else 0.9
    return {}, 0.0


def _first_of_each(labels: Mapping[int, cues.Number]) -> dict[int, cues.Number]:
    seen: dict[tuple[int, ...], int] = {}
    for i, label in labels.items():
        seen.setdefault(label.numbers, i)
    return {i: labels[i] for i in sorted(seen.values())}


def _rising(labels: Mapping[int, cues.Number], lines: Sequence[str]) -> dict[int, cues.Number]:
    """The heaviest run of labels whose numbers rise: a list inside an answer begins again at 1.

    Labels weigh more below a blank line, in the first one's style, and without indent.
    """
    places = list(labels)[:200]
    style = labels[places[0]].style
    best: dict[int, tuple[float, int | None]] = {}
    for i in places:
        weight = (
            1
            + 0.4 * (i == 0 or not lines[i - 1].strip())
            + 0.3 * (labels[i].style == style)
            + 0.2 * (lines[i][:1] not in " \t")
        )
        below = [(best[j][0], j) for j in best if labels[j].numbers[-1] < labels[i].numbers[0]]
        before = max(below, default=(0.0, None), key=lambda pair: pair[0])
        best[i] = (weight + before[0], before[1])
    at: int | None = max(best, key=lambda i: best[i][0])
    chosen: dict[int, cues.Number] = {}
    while at is not None:
        chosen[at] = labels[at]
        at = best[at][1]
    return dict(sorted(chosen.items()))


def _in_order(passage: _Passage, count: int) -> Iterator[_Passage]:
    """As many paragraphs as questions are probably their answers in order; to a single question everything is the answer."""
    paragraphs = [_Passage(lines=list(lines)) for lines in _paragraphs(passage.lines)]
    if len(paragraphs) == count > 1:
        for n, paragraph in enumerate(paragraphs, 1):
            yield _Passage((n,), How.order, 0.35, paragraph.lines)
    elif count == 1 and paragraphs:
        yield _Passage((1,), How.order, 0.6, passage.lines)
    else:
        yield passage


def _without_remark(passages: list[_Passage]) -> list[_Passage]:
    """Where every answer is one paragraph, a further paragraph below the last one is a remark: `I can come on both days.`"""
    placed = [passage for passage in passages if passage.numbers and passage.says_something()]
    if len(placed) < 3 or passages[-1] is not placed[-1]:
        return passages
    *others, last = ([*_paragraphs(passage.lines)] for passage in placed)
    if any(len(paragraphs) > 1 for paragraphs in others) or len(last) < 2:
        return passages
    whole = passages[-1]
    first = next(i for i, line in enumerate(whole.lines) if line.strip())
    cut = next(i for i in range(first, len(whole.lines)) if not whole.lines[i].strip())
    answer = _Passage(whole.numbers, whole.how, whole.confidence, whole.lines[:cut])
    return [*passages[:-1], answer, _Passage(lines=whole.lines[cut:])]


def _paragraphs(lines: Sequence[str]) -> Iterator[list[str]]:
    paragraph: list[str] = []
    for line in (*lines, ""):
        if line.strip():
            paragraph.append(line)
        elif paragraph:
            yield paragraph
            paragraph = []
