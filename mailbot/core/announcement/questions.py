"""The questions that the reader of an announcement is asked to answer, and the others in it.

The sentence before a list decides what the list is. Where there is no list, the questions stand behind such a sentence, as
paragraphs, as sentences, or as its clauses.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from mailbot.core.announcement import evidence, leads
from mailbot.core.announcement.clauses import clauses_of
from mailbot.core.announcement.html_page import FIELD
from mailbot.core.announcement.leads import ASKED
from mailbot.core.announcement.lists import ROW, Entry, Listed, lists_of
from mailbot.core.announcement.marks import mark
from mailbot.core.announcement.page import Block, Kind, Page
from mailbot.core.announcement.sentences import Sentence, sentences
from mailbot.core.announcement.taken import Taken
from mailbot.core.phrases.voices import UNMARKED

_SHORT = 90  # characters: a line that parts two halves of one list
_MOST = 100  # questions of one call
_NOT_SAID = "nothing says that these are for the candidates to answer"
_TRAILING = re.compile(r"(?:[;,]|(?:;|,)?\s+(?:and|und|et|y|e|en|i|oraz|och|a)[.,;]?)\Z")
_ADDRESS = re.compile(r"\S@\S|https?://|\bwww\.")
_LEADS, _TELLS = 1.8, 1.5  # evidence in a sentence from which on it leads to questions, or has them as its clauses
_PERHAPS = 0.3  # evidence of a list from which on it may be asked where nothing else is
_BOX = re.compile(r"\[[ xX]?\]|[☐☑☒□]")


@dataclass(frozen=True, slots=True)
class Questions:
    """asked: of the reader, in order. others: all the other questions, each listed item as a whole."""

    asked: tuple[Taken[str], ...]
    others: tuple[Taken[str], ...]


def questions(page: Page) -> Questions:
    """Those of a page; what is said again in a second language does not count."""
    blocks = open_blocks(page)
    found = _Search(blocks, page.language)
    asked = found.asked()
    own = {(question.line, question.value) for question in asked}
    text = [block for block in page.blocks if not block.foreign]
    others = tuple(other for other in _all(text) if (other.line, other.value) not in own and not found.covers(other.line))
    return Questions(tuple(asked[:_MOST]), others)


def open_blocks(page: Page, *, foreign: bool = False) -> tuple[Block, ...]:
    """The blocks of the text itself, without calls that are closed. foreign: those in its second language too."""
    found: list[Block] = []
    closed = 0  # level of the heading below which everything is closed, 0 for none
    for block in page.own_blocks:
        if block.foreign and not foreign:
            continue
        if block.kind is Kind.heading:
            is_closed = leads.CLOSED.first(block.text, page.language) is not None
            closed = block.level if is_closed else 0 if block.level <= closed else closed
        if not closed:
            found.append(block)
    return tuple(found)


class _Search:
    def __init__(self, blocks: Sequence[Block], language: str) -> None:
        self._blocks = blocks
        self._language = language
        self._lists = lists_of(blocks)
        self._lines: set[int] = set()  # lines of which nothing more is to be said

    def covers(self, line: int) -> bool:
        """Whether a line is that of a question asked, heading of sub-questions included."""
        return line in self._lines

    def asked(self) -> list[Taken[str]]:
        found = sorted((*self._listed(), *self._behind_leads()), key=lambda taken: taken.line)
        found = found or list(self._in_sentences()) or self._unclear()
        self._lines |= {taken.line for taken in found}
        return found

    # lists

    def _listed(self) -> Iterator[Taken[str]]:
        before: Listed | None = None  # the last list, if it is asked
        for listed in self._lists:
            its = evidence.weight(listed, self._language)
            if before is not None and -ASKED < its < evidence.ASKED and self._goes_on(before, listed, its):
                its = ASKED
            if self._is_choice(listed):
                its = -ASKED
            yield from self._entries(listed, ASKED if its >= evidence.ASKED else min(its, 0))
            before = listed if its >= evidence.ASKED else None

    def _entries(self, listed: Listed, its: float) -> Iterator[Taken[str]]:
        """Of a list the entries that are asked: those without any below them, and none where only the lead was one."""
        above: list[tuple[int, float]] = []  # (level, weight) of entries that lead to others
        options = _options(listed.entries)
        for number, entry in enumerate(listed.entries):
            while above and above[-1][0] >= entry.level:
                above.pop()
            own = above[-1][1] if above else its
            if number in options or not self._counts(listed, entry):
                continue
            if entry.leads and number + 1 not in options:
                above.append((entry.level, leads.weight(entry.text, self._language) or own))
                self._lines |= {entry.line} if own >= ASKED else set()
            elif own >= ASKED and self._may_be_asked(entry):
                yield _taken(entry.text, entry.line)

    def _counts(self, listed: Listed, entry: Entry) -> bool:
        """Not so the field of a form for a name, and the header of a table."""
        asks = leads.asks(entry.text, self._language)
        if entry.label == FIELD:
            return "?" in entry.text or (asks and len(entry.text.split()) > 3)
        if entry.label == ROW and entry is listed.entries[0]:
            asks = asks or evidence.speaks(entry.text, self._language)
            return asks or not any(leads.asks(other.text, self._language) for other in listed.entries)
        return True

    def _may_be_asked(self, entry: Entry) -> bool:
        """Whether an entry of a list that is asked is asked itself, and no step of what to do."""
        return len(entry.text) > 2 and (leads.asks(entry.text, self._language) or not _ADDRESS.search(entry.text))

    def _is_choice(self, listed: Listed) -> bool:
        """Boxes to tick that ask nothing: sessions, days."""
        return all(_BOX.fullmatch(entry.label) and "?" not in entry.text for entry in listed.entries)

    def _goes_on(self, before: Listed, listed: Listed, its: float) -> bool:
        """Whether a list goes on with one that is asked: by its numbers, or because only a short line parts them."""
        between = self._blocks[before.behind : listed.first]
        numbers = _number(before.entries[-1].label), _number(listed.entries[0].label)
        if numbers[0] and numbers[1] == numbers[0] + 1:
            return True
        asking = sum(leads.asks(entry.text, self._language) for entry in listed.entries) * 2 > len(listed.entries)
        return (
            asking
            and its >= _PERHAPS
            and all(len(block.text) <= _SHORT and not _ADDRESS.search(block.text) for block in between)
        )

    # paragraphs behind a sentence that leads to them

    def _behind_leads(self) -> Iterator[Taken[str]]:
        inside = {place for listed in self._lists for place in range(listed.first - 1, listed.behind)}
        place = 0
        while place < len(self._blocks):
            block = self._blocks[place]
            place += 1
            if block.kind is Kind.paragraph and place - 1 not in inside and self._leads_on(block):
                behind = place
                while behind < len(self._blocks) and behind not in inside and self._asks_alone(behind):
                    behind += 1
                found = [b for b in self._blocks[place:behind] if leads.asks(b.text, self._language)]
                if len(found) > 1 or (found and block.text.endswith(":")):
                    yield from (_taken(b.text, b.number) for b in found)
                    place = behind

    def _leads_on(self, block: Block) -> bool:
        said = sentences(block.text)
        return bool(said) and not said[-1].is_question and leads.weight(said[-1].text, self._language) >= ASKED

    def _asks_alone(self, place: int) -> bool:
        """Whether a block is a question by itself, or the name of the one below it."""
        block = self._blocks[place]
        if block.kind not in (Kind.paragraph, Kind.heading) or _ADDRESS.search(block.text):
            return False
        last = sentences(block.text)[-1].text
        if last.rstrip(")]*").endswith("?") or (last.endswith(")") and "?" in block.text):
            return True
        if leads.is_imperative(block.text, self._language) and block.kind is Kind.paragraph:
            return not block.text.endswith(":")
        follows = self._blocks[place + 1] if place + 1 < len(self._blocks) else None
        return (
            len(block.text) <= _SHORT
            and follows is not None
            and block.kind is Kind.heading
            and bool(block.label)
            and "?" in follows.text
        )

    # within a paragraph

    def _in_sentences(self) -> Iterator[Taken[str]]:
        for block in self._blocks:
            if block.kind in (Kind.paragraph, Kind.item):
                found = self._of_paragraph(block)
                if found:
                    yield from found

    def _of_paragraph(self, block: Block) -> list[Taken[str]]:
        said = sentences(block.text)
        for number, sentence in enumerate(said):
            its = leads.weight(_led(sentence), self._language)
            parts = [*_behind_colon(sentence), *_questions_from(said[number + 1 :])] if self._leads(sentence, its) else []
            if (not parts or (len(parts) == 1 and ":" not in sentence.text)) and not sentence.is_question:
                found = list(clauses_of(sentence, self._language)) if self._may_tell(sentence, its) else []
                parts = found if len(found) > 1 or (its and block.kind is Kind.paragraph) else parts
            if parts:
                return [_taken(part.text, block.line_at(part.start)) for part in parts]
        return []

    def _leads(self, sentence: Sentence, its: int) -> bool:
        """Whether questions that follow it are asked: it says so, or speaks to the reader of telling something."""
        if its:
            return its >= ASKED
        return not sentence.is_question and evidence.of_words(_led(sentence), self._language) >= _LEADS

    def _may_tell(self, sentence: Sentence, its: int) -> bool:
        """Whether its clauses may be asked: it asks the reader, or speaks of telling and says `you` in them."""
        if its:
            return its >= ASKED
        spoken_to = self._language in UNMARKED or evidence.is_to_reader(sentence.text, self._language)
        return spoken_to and evidence.of_words(sentence.text, self._language) >= _TELLS

    # where nothing says it

    def _below_numbers(self) -> list[Taken[str]]:
        """What each of the paragraphs asks that stand below headings with numbers, if there are several."""
        found = [
            _taken(block.text, block.number)
            for heading, block in pairwise(self._blocks)
            if heading.kind is Kind.heading
            and (heading.label or mark(heading.text))
            and block.kind is Kind.paragraph
            and leads.asks(block.text, self._language)
            and not _ADDRESS.search(block.text)
        ]
        return found if len(found) > 1 and all(taken.value[-1] in "?.)" for taken in found) else []

    def _unclear(self) -> list[Taken[str]]:
        """The only list of questions on the page, if nothing says whose they are."""
        asking = [
            listed
            for listed in self._lists
            if sum(leads.asks(e.text, self._language) for e in listed.entries) * 2 > len(listed.entries)
        ]
        weighed = [(evidence.weight(listed, self._language), listed) for listed in asking]
        most = max((weight for weight, _ in weighed), default=0.0)
        open_to = [listed for weight, listed in weighed if weight == most >= _PERHAPS]
        if not open_to and len(asking) == 1 and evidence.is_neutral(asking[0], self._language):
            open_to = asking
        if not open_to and (below := self._below_numbers()):
            return below
        if len(open_to) != 1:
            return []
        found = list(self._entries(open_to[0], ASKED))
        if any(leads.weight(sentence.text, self._language) >= ASKED for b in self._blocks for sentence in sentences(b.text)):
            return found  # `Send us answers to the questions below`, and below it `Questions`
        return [taken.doubting(_NOT_SAID) for taken in found]


def _taken(text: str, line: int) -> Taken[str]:
    return Taken(_TRAILING.sub("", text) if "?" not in text[-3:] else text, line, text)


def _led(sentence: Sentence) -> str:
    """The words of a sentence that lead to what stands behind its colon."""
    before, colon, _ = sentence.text.partition(":")
    return before + colon


def _behind_colon(sentence: Sentence) -> list[Sentence]:
    """The question behind the colon of a sentence: `write to us: what do you do?`"""
    at = sentence.text.find(": ")
    if at < 0 or not sentence.is_question:
        return []
    rest = sentence.text[at + 1 :]
    return [Sentence(rest.strip(), sentence.start + at + 1 + len(rest) - len(rest.lstrip()))]


def _questions_from(said: Sequence[Sentence]) -> Iterator[Sentence]:
    for sentence in said:
        if not sentence.is_question:
            return
        yield sentence


def _options(entries: Sequence[Entry]) -> frozenset[int]:
    """Places of entries that are boxes to tick below a question."""
    found: set[int] = set()
    question: Entry | None = None
    for number, entry in enumerate(entries):
        if question and entry.level > question.level and "?" not in entry.text and question.text.endswith("?"):
            found.add(number)
        else:
            question = entry
    return frozenset(found)


def _number(label: str) -> int:
    found = re.search(r"\d{1,2}", label)
    return int(found.group()) if found else 0


def _all(blocks: Sequence[Block]) -> Iterator[Taken[str]]:
    """Every question of the text but the first heading: items as a whole, elsewhere sentence by sentence."""
    for place, block in enumerate(blocks):
        if "?" not in block.text or (not place and block.kind is Kind.heading):
            continue
        if block.kind is Kind.item:
            yield Taken(block.text, block.number, block.text)
            continue
        for cell in block.text.split("\t"):
            for sentence in sentences(cell):
                for part in _behind_colon(sentence) or [sentence]:
                    if part.is_question:
                        yield Taken(part.text, block.line_at(part.start), part.text)
