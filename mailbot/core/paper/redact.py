"""Answers without who gave them: everything found is laid together, and a word stands where it stood."""

import hashlib
import hmac
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from mailbot.core import clean
from mailbot.core.call import Call
from mailbot.core.entries import Entry
from mailbot.core.language import language
from mailbot.core.paper.countries import countries, country_marks, rare
from mailbot.core.paper.found import found_marks, hear
from mailbot.core.paper.known import Known, gather, known_marks
from mailbot.core.paper.patterns import identifiers
from mailbot.core.paper.shapes import FEWEST, Mark, Passage, What
from mailbot.core.paper.wording import placeholder
from mailbot.core.paper.words import TITLED, Word, folded, words
from mailbot.core.phrases.names import PARTICLES
from mailbot.core.reading import Timeliness

LONGEST = 16_000
"""Characters of an answer that are taken up: a cell of a spreadsheet holds 32,767, and counts some of them twice."""

_TITLE = re.compile(r"(?<!\w)([^\W\d_]{1,12})\.?[ \u00a0]\Z")
_INITIAL_BEFORE = re.compile(r"(?<!\w)(?:[^\W\d_](?:\.[ -]?|['’])){1,3}\Z")
_INITIAL_BEHIND = re.compile(r" [^\W\d_]\.(?!\w)")
_SAME_GAP = re.compile(r"[ \u00a0-]{0,4}")
_GAP = 25  # characters between two parts of one name
_PARTICLES = frozenset(folded(particle) for particle in PARTICLES)


class Redactor:
    """What has to be known of a call to redact its answers, gathered once.

    entries: all of the call; those that do not count lend their names only. signatures: reference to what stood below the words
    of each version.
    """

    def __init__(self, entries: Sequence[Entry], call: Call, signatures: Mapping[str, Sequence[str]]) -> None:
        self._call = call
        self._entries = [one for one in entries if one.counts]
        texts = [shown(text)[:LONGEST] for one in self._entries for text in one.answers.values()]
        self._known = hear(texts, gather(entries, signatures, call))
        self._few = rare([shown(text) for text in one.answers.values()] for one in self._entries)

    def passages(self, key: bytes, *, late: bool = False) -> tuple[Passage, ...]:
        """Each answer that may leave, with its redacted copy and what was found, question by question; linear in what was
        written.

        key: of the machine; the order within a question follows from it, is another for each question, and the same each time.
        late: whether answers that came too late are among them.
        """
        taken = [one for one in self._entries if late or one.timeliness is not Timeliness.late]
        foreign = _foreign(taken, self._call.language)
        found: list[Passage] = []
        for number, question in enumerate(self._call.questions, 1):
            here = [one for one in taken if one.answers.get(number, "").strip()]
            for one in sorted(here, key=lambda one: _digest(key, "order", self._call.slug, question.id, one.reference)):
                digest = _digest(key, "id", self._call.slug, question.id, one.reference, one.answers[number])
                found.append(self._passage(f"{question.id}-{digest[:16]}", number, one, foreign.get(one.reference, "")))
        return tuple(found)

    def marks(self, text: str) -> tuple[Mark, ...]:
        """All that goes out of one answer, in order, nothing twice."""
        return marked(text, self._known, self._few)

    def certain(self, text: str) -> list[Mark]:
        """What is beyond doubt in a text; by this a copy that a person has edited is looked at again."""
        return [mark for mark in marked(text, self._known, self._few, only_certain=True) if mark.certain]

    def _passage(self, name: str, number: int, one: Entry, note: str) -> Passage:
        original = shown(one.answers[number])
        cut, original = len(original) > LONGEST, original[:LONGEST]
        marks = self.marks(original)
        copy = replaced(original, marks, self._call.language)
        too_long = "the end is left out: it is too long" if cut or len(copy) > LONGEST else ""
        return Passage(name, number, original, copy[:LONGEST], marks, tuple(filter(None, (note, too_long))))


def _foreign(entries: Sequence[Entry], expected: str) -> Mapping[str, str]:
    """By reference what to know of answers in a language that few have: the language itself may tell who it was."""
    spoken = {one.reference: language("\n".join(one.answers.values()), expected) for one in entries}
    counted = Counter(spoken.values())
    return {
        reference: f"in a language ({code}) that fewer than {FEWEST} entries are in: translate it"
        for reference, code in spoken.items()
        if code != expected and counted[code] < FEWEST
    }


_NO_CHARACTERS = str.maketrans(dict.fromkeys("\ufffe\uffff", "\ufffd"))


def shown(text: str) -> str:
    """A text as it stands in the check and the paper: only what a document can hold."""
    return clean.text(text).translate(_NO_CHARACTERS).strip()


def _digest(key: bytes, *parts: str) -> str:
    return hmac.digest(key, "\0".join(("mailbot input paper 1", *parts)).encode(), hashlib.sha256).hex()


def marked(text: str, known: Known, few: frozenset[str], *, only_certain: bool = False) -> tuple[Mark, ...]:
    """All that goes out of one answer, in order, nothing twice. few: codes of countries that are not told.

    only_certain: leave out what only looks like a name.
    """
    found = words(text)
    told = countries(found)
    within = {at + n for at, (_, length) in told.items() for n in range(length)}
    marks: list[Mark] = [
        *identifiers(text),
        *known_marks(found, text, known),
        *(() if only_certain else found_marks(found, text, known, within.__contains__)),
        *country_marks(found, told, few),
    ]
    return tuple(_laid(marks, text))


def _laid(marks: Iterable[Mark], text: str) -> list[Mark]:
    """Marks in order; those that overlap, and the parts of one name, become one."""
    laid: list[Mark] = []
    widened = (_with_initials(mark, text) if mark.what is What.name else mark for mark in marks)
    for mark in sorted(widened, key=lambda m: (m.start, -m.end)):
        last = laid[-1] if laid else None
        if last is not None and (mark.start < last.end or _is_one_name(last, mark, text)):
            laid[-1] = _one(last, mark)
        else:
            laid.append(mark)
    return laid


def _one(last: Mark, mark: Mark) -> Mark:
    """Two marks as one: what is surer says what it is, but a country is only part of a name."""
    first, second = (last, mark) if last.certain or not mark.certain else (mark, last)
    said = second if first.what is What.country else first
    return Mark(last.start, max(last.end, mark.end), said.what, said.why, first.certain)


def _with_initials(mark: Mark, text: str) -> Mark:
    """A name together with titles and initials beside it."""
    start, end = mark.start, mark.end
    before = _INITIAL_BEFORE.search(text, max(0, start - 9), start)
    if before is not None and before.group()[0].isupper():
        start = before.start()
    for _ in range(3):
        title = _TITLE.search(text, max(0, start - 16), start)
        if title is None or folded(title[1]) not in TITLED or (len(title[1]) < 3 and not title[1][0].isupper()):
            break
        start = title.start()
    behind = _INITIAL_BEHIND.match(text, end)
    if behind is not None and behind.group()[1].isupper():
        end = behind.end()
    return replace(mark, start=start, end=end)


def _is_one_name(last: Mark, mark: Mark, text: str) -> bool:
    """Whether only blanks, initials and words such as `van der` stand between two parts of a name."""
    if last.what is not mark.what or last.what not in {What.name, What.organisation} or mark.start - last.end > _GAP:
        return False
    between = text[last.end : mark.start]
    if "\n" in between or "," in between:
        return False
    return all(_is_within(word) for word in words(between)) and _SAME_GAP.fullmatch(re.sub(r"\w+\.?", "", between)) is not None


def _is_within(word: Word) -> bool:
    return word.key in _PARTICLES or (word.capital and len(word.text) == 1)


def replaced(text: str, marks: Sequence[Mark], language: str) -> str:
    """The text with a word in brackets for each mark; the same word is not said twice in a row."""
    out: list[str] = []
    at, said = 0, ""
    for mark in marks:
        between, word = text[at : mark.start], placeholder(mark.what, language)
        if word == said and between.strip() == "" and "\n" not in between and at:
            at = mark.end
            continue
        out += [between, word]
        at, said = mark.end, word
    out.append(text[at:])
    return "".join(out)
