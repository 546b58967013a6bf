"""Known: texts that we sent, recognised line by line wherever a mail repeats them, wrapped anew or not."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

_WORD = re.compile(r"\w+")
_GRAM = 4
_SENTENCE = 6  # words of a whole line from which on nobody else writes the same by chance

_LOOP = re.compile(r"\{%-? *for question in questions.*?\{%-? *endfor *-?%\}", re.DOTALL)
_TAG = re.compile(r"\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_FILLED = re.compile(r"\{\{.*?\}\}")
_CHOICE = re.compile(r'"([^"{}]*)"')


def words(text: str) -> tuple[str, ...]:
    """The words of a text, casefolded, without punctuation."""
    return tuple(_WORD.findall(text.casefold()))


_NOT_TO_CANDIDATES = (
    *("notice/", "draft/", "opened/", "question/", "digest/", "preview/", "batch/", "shown/", "unclear/", "done/"),
    *("time/", "said/"),
)


class Wording(NamedTuple):
    """What stands in every letter of a kind, whoever it goes to. remarks: what may stand below a question in the place of an
    answer. lines: everything else, line by line; a line that is filled in appears as the pieces around."""

    remarks: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()


def wording(templates: Mapping[str, str]) -> Wording:
    """The wording of our letters to candidates. templates: file names of templates/mail to their text."""
    remarks: dict[str, None] = {}
    lines: dict[str, None] = {}
    for name, source in templates.items():
        if name.endswith(".txt") and not name.startswith(_NOT_TO_CANDIDATES):
            for loop in _LOOP.findall(source):
                remarks |= dict.fromkeys(_fixed(loop))
            lines |= dict.fromkeys(_fixed(source.partition("\n\n")[2]))
    return Wording(tuple(remarks), tuple(line for line in lines if line not in remarks))


def _fixed(source: str) -> Iterator[str]:
    """The lines of a template that are the same in each letter, and of the others the pieces that are long enough to tell."""
    for line in map(str.strip, _TAG.sub("\n", source).split("\n")):
        if not _FILLED.search(line):
            if _WORD.search(line):
                yield line
            continue
        for whole in _chosen(line):
            if not _FILLED.search(whole):
                yield whole
            yield from (piece for piece in _FILLED.split(whole) if len(words(piece)) >= _GRAM)


def _chosen(line: str) -> list[str]:
    """A line with `{{ "one" if … else "two" }}` once with each choice; what is filled in otherwise stays as it is."""
    choices = [_CHOICE.findall(found) if " else " in found else [] for found in _FILLED.findall(line)]
    lines = [line]
    for filled, words_to_choose in zip(_FILLED.findall(line), choices, strict=True):
        if words_to_choose and len(lines) * len(words_to_choose) <= 16:
            lines = [one.replace(filled, choice, 1) for one in lines for choice in words_to_choose]
    return lines


class Known:
    """A line is ours if each run of four words in it stands in a text of ours; cost is linear in the line."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._grams: set[tuple[str, ...]] = set()
        self._whole: set[tuple[str, ...]] = set()
        self._ends: set[tuple[str, ...]] = set()
        for text in texts:
            said = words(text)
            if not said:
                continue
            self._grams.update(said[i : i + _GRAM] for i in range(len(said) - _GRAM + 1))
            self._whole.add(said)
            self._ends.add(said[-_GRAM:])

    def lines(self, bodies: Sequence[str]) -> list[bool]:
        """For each line whether it is ours. A short rest of a wrapped line is, when it goes on where the line above ended."""
        found: list[bool] = []
        above: tuple[str, ...] = ()
        for body in bodies:
            if not body:
                found.append(False)
                above = ()
                continue
            said = words(body.lstrip("0123456789.)(-*•·– "))
            ours = self._says(said, above)
            found.append(ours)
            above = said if ours else ()
        return found

    def ends(self, bodies: Sequence[str], at: int) -> bool:
        """Whether a text of ours ends with the line `at`, its beginning perhaps on the line above."""
        said = words(bodies[at])
        joined = (words(bodies[at - 1]) + said if at else said)[-_GRAM:]
        return said[-_GRAM:] in self._ends or joined in self._ends or said in self._whole

    def _says(self, said: tuple[str, ...], above: tuple[str, ...]) -> bool:
        if len(said) > _GRAM:
            return self._all_known(said)
        if len(said) >= 3 and said in self._whole:
            return True
        return len(above) >= 3 and self._all_known(above[-3:] + said)

    def _all_known(self, said: tuple[str, ...]) -> bool:
        return all(said[i : i + _GRAM] in self._grams for i in range(len(said) - _GRAM + 1))


class Sent:
    """All that we sent beside the questions: the announcement and the wording of our letters.

    People write about the same things in the same words. So a line counts as ours only if it is a whole one, or if its whole
    paragraph is ours, unlike a question's, of which any piece does.
    """

    def __init__(self, announcement: Sequence[str], wording: Wording) -> None:
        lines = [line for text in (*announcement, *wording.lines) for line in text.split("\n")]
        self._known = Known((*announcement, *lines))
        self._whole = {said for line in lines if len(said := words(line)) >= _SENTENCE}
        self._exact = {_bare(line) for line in (*wording.lines, *wording.remarks)}
        self._remarks = {_bare(line) for line in wording.remarks}

    def lines(self, bodies: Sequence[str]) -> list[bool]:
        """For each line whether it is ours."""
        whole = [self._is_whole(body) for body in bodies]
        found = [one or other for one, other in zip(self._known.lines(bodies), whole, strict=True)]
        start = 0
        for end in range(len(bodies) + 1):
            if end < len(bodies) and bodies[end]:
                continue
            if not all(found[start:end]):
                found[start:end] = whole[start:end]
            start = end + 1
        return found

    def is_remark(self, body: str) -> bool:
        """Whether the line is what our letters say below a question in the place of an answer."""
        return _bare(body) in self._remarks

    def _is_whole(self, body: str) -> bool:
        return bool(body) and (_bare(body) in self._exact or words(body) in self._whole)


def _bare(line: str) -> str:
    """The line as it is compared, without the marks that clients make of bold and lists."""
    return line.strip("*_•· \t").casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").replace("\xa0", " ")


@lru_cache(maxsize=64)
def questions(texts: tuple[str, ...]) -> Known:
    """Known of these texts; made once for the mails of a call."""
    return Known(texts)


@lru_cache(maxsize=64)
def sent(announcement: tuple[str, ...], wording: Wording) -> Sent:
    """Sent of these texts; made once for the mails of a call."""
    return Sent(announcement, wording)
