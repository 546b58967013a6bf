"""Align own words to the call's questions: which passage answers which question, how surely, and what is left.

The cues, strongest first: words below a repeated question, numbered labels, and where all of that is silent, the order of
paragraphs. No words are made up and none is dropped: each own line is in an answer, unplaced, in the greeting, or repeats a
question.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from mailbot.core import cues, guess, marks, series
from mailbot.core.call import Call
from mailbot.core.passage import Passage, paragraphs
from mailbot.core.phrases.remarks import REST_STAYS
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

    def own_words(self) -> str:
        """The sender's own words without the questions that they repeat, which may be in another language."""
        return "\n\n".join(dict.fromkeys((*(answer.text for answer in self.answers), self.unplaced, self.greeting)))

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
        guessed = [guess.by_questions(passage.lines, count) for passage in passages]
        repeated += [line for found in guessed if found for line in found.heads]
        passages = [
            part
            for passage, found in zip(passages, guessed, strict=True)
            for part in (found.passages if found else guess.by_order(passage, count))
        ]
    passages = _without_remark(_without_rest(passages))
    beyond = [line.text for line in parts.lines[_MOST_LINES:] if line.label is Label.own]
    return _result(passages, call, beyond, "\n".join(lines[i].text for i in sorted(polite)), "\n".join(repeated))


def _result(passages: Sequence[Passage], call: Call, beyond: Sequence[str], greeting: str, repeated: str) -> Alignment:
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


def _joined(earlier: Answer | None, n: int, question_id: str, passage: Passage) -> Answer:
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
    if own and own[-1] not in found and _is_name_below(lines, own[-1]):
        found.add(own[-1])
    return frozenset(found)


def _is_name_below(lines: Sequence[Line], i: int) -> bool:
    """Whether the last own line is a name: a few capitalised words below a blank line and a sentence that ended."""
    said = lines[i].text.split()
    named = len(said) <= 3 and all(word[:1].isupper() and word.replace("-", "").rstrip(".").isalpha() for word in said)
    above = next((line for line in reversed(lines[:i]) if line.label is not Label.empty), None)
    ended = above is not None and above.label is Label.own and above.text.rstrip()[-1:] in set(".!")
    return named and ended and lines[i - 1].label is Label.empty and not _is_label_alone(above)


def _is_label_alone(line: Line | None) -> bool:
    label = cues.number(line.text) if line else None
    return line is not None and label is not None and not line.text[label.length :].strip()


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
) -> tuple[list[Passage], list[str]]:
    """The passages, each with the questions repeated right above it, and the own lines that repeat them.

    Quoted lines between that are no question of the call end a passage.
    """
    passages, repeated = [Passage()], list[str]()
    block: list[tuple[int, float, How]] = []
    introduced, last = False, 0
    for i, line in enumerate(lines):
        introduced = introduced or line.label in {Label.attribution, Label.header}
        found = _repeats(line, questions) if i not in polite else None
        if found is not None:
            if not block:
                passages.append(Passage())
            last = _nearest(found.candidates, last)
            how = How.inline if line.depth or introduced else How.restated
            block.append((last, found.score, how))
            if line.label is Label.own and not found.rest:
                repeated.append(line.text)
        elif line.label is Label.quoted and passages[-1].says_something() and not block:
            passages.append(Passage())
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


def _settle(passage: Passage, block: Sequence[tuple[int, float, How]], count: int) -> None:
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


def _enough(passages: Sequence[Passage], count: int) -> bool:
    """Whether the repeated questions settle it: then numbers inside an answer are a list of the sender's own."""
    placed = {n for passage in passages for n in passage.numbers if passage.says_something()}
    labels = [found for passage in passages if passage.numbers for found in series.labels(passage.lines, count).values()]
    listed = {n for label in labels for n in label.numbers}
    return len(placed) > 1 or (len(placed) == 1 and len(listed) < max(2, count - 1))


def _numbered(passage: Passage, count: int) -> Iterator[Passage]:
    """Divide a passage at the labels that number the answers."""
    found = series.series(passage.lines, count)
    if not found.labels:
        yield passage
        return
    places = sorted((*found.labels, *found.beyond))
    yield Passage(passage.numbers, passage.how, passage.confidence, passage.lines[: places[0]])
    for at, end in zip(places, [*places[1:], len(passage.lines)], strict=True):
        label = found.labels.get(at)
        if label is None:
            yield Passage(lines=passage.lines[at:end])
            continue
        first = cues.without_answer_word(passage.lines[at][label.length :].lstrip())
        yield Passage(label.numbers, How.numbered, found.confidence, [first, *passage.lines[at + 1 : end]])


def _without_remark(passages: list[Passage]) -> list[Passage]:
    """Where every answer is one paragraph, a further paragraph below the last one is a remark: `I can come on both days.`"""
    placed = [passage for passage in passages if passage.numbers and passage.says_something()]
    if len(placed) < 3 or passages[-1] is not placed[-1]:
        return passages
    *others, last = ([*paragraphs(passage.lines)] for passage in placed)
    if any(len(paragraphs) > 1 for paragraphs in others) or len(last) < 2:
        return passages
    whole = passages[-1]
    first = next(i for i, line in enumerate(whole.lines) if line.strip())
    cut = next(i for i in range(first, len(whole.lines)) if not whole.lines[i].strip())
    answer = Passage(whole.numbers, whole.how, whole.confidence, whole.lines[:cut])
    return [*passages[:-1], answer, Passage(lines=whole.lines[cut:])]


def _without_rest(passages: list[Passage]) -> list[Passage]:
    """`Everything else stays the same.` below an answer is no part of it."""
    kept: list[Passage] = []
    for passage in passages:
        starts = (i for i, line in enumerate(passage.lines) if i and line.strip() and not passage.lines[i - 1].strip())
        cut = next((i for i in starts if passage.numbers and _begins(passage.lines[i], REST_STAYS)), len(passage.lines))
        kept.append(replace(passage, lines=passage.lines[:cut]))
        if cut < len(passage.lines):
            kept.append(Passage(lines=passage.lines[cut:]))
    return kept


def _begins(line: str, phrases: Sequence[str]) -> bool:
    return marks.plain(line).casefold().startswith(tuple(phrases))
