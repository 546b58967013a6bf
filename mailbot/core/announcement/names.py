"""Names of people in a text: capitalised words in a row, particles between them, titles left out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mailbot.core.phrases.names import NO_PERSON, OFFICES, PARTICLES, TITLES

_WORD = re.compile(r"[^\W\d_][\w'’.-]*|[,;:()–—/&\n]|\S")
_MOST = 6  # words of a name
_BEFORE = 60  # characters
# `Institute for Patient Inquiry`, `12 Nowhere Avenue`: what follows is no person.
_OF_AN_OFFICE = re.compile(
    r"(?:[^\W\d_a-zà-ÿ][\w-]+\s(?:of|for|für|pour|per|voor|för|for|pro|dla|para)\s(?:the\s|die\s|das\s|la\s|les\s|l'|den\s|het\s)?"
    r"|\d\s)\Z"
)
_NO_PERSON = frozenset(NO_PERSON)
_LAST_WORD = re.compile(r"([^\W\d_]+)\s\Z")
_OR = "nl"  # the language in which `of` is `or`


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name as printed, without title. start, end: where it stands."""

    text: str
    start: int
    end: int


def names_in(text: str, start: int = 0, language: str = "") -> list[Name]:
    """Those of a text from a place on, in order. language: of the text, '' where it does not matter."""
    return list(_names(text, start, language))


def is_name(text: str) -> bool:
    """Whether a line is a person's name and nothing else."""
    found = names_in(text)
    return len(found) == 1 and not text[: found[0].start].strip(" .") and not text[found[0].end :].strip(" .,")


def _names(text: str, start: int, language: str) -> Iterator[Name]:
    run: list[re.Match[str]] = []
    for word in _WORD.finditer(text, start):
        gap = text[run[-1].end() : word.start()] if run else ""
        if run and gap.strip(" ") == "" and _may_go_on(word.group(), run):
            run.append(word)
            if not _ends_here(word.group()):
                continue
        yield from _name(text, run, language)
        run = [word] if _may_begin(word.group()) and word not in run else []
    yield from _name(text, run, language)


def _may_begin(word: str) -> bool:
    return word[0].isupper() and not _is_title(word) and not word[0].isdigit()


def _may_go_on(word: str, run: list[re.Match[str]]) -> bool:
    if len(run) >= _MOST:
        return False
    return word[0].isupper() or word.casefold().rstrip(".") in PARTICLES or word[:2] in ("d'", "d’", "'t", "’t")


def _ends_here(word: str) -> bool:
    """A dot ends the sentence, unless it is that of an initial."""
    return word.endswith(".") and len(word) > 3


def _is_title(word: str) -> bool:
    return word.casefold().rstrip(".") in TITLES and (word.endswith(".") or len(word) > 1) and not word.isupper()


def _name(text: str, run: list[re.Match[str]], language: str) -> Iterator[Name]:
    words = list(run)
    while words and (words[-1].group().casefold() in PARTICLES or _is_title(words[-1].group())):
        words.pop()
    if len(words) < 2 or _is_of_an_office(text[max(0, words[0].start() - _BEFORE) : words[0].start()], language):
        return
    if words[0].group().casefold() in OFFICES or not all(_is_part(word.group()) for word in words):
        return
    end = words[-1].end()
    while text[end - 1] in ".’'":
        end -= 1
    yield Name(text[words[0].start() : end], words[0].start(), end)


def _is_of_an_office(before: str, language: str) -> bool:
    """Whether the words before say that an office, a street or the like follows."""
    last = _LAST_WORD.search(before)
    if last and last[1].casefold() in OFFICES:
        return True
    is_or = last is not None and last[1] == "of" and language == _OR
    return not is_or and _OF_AN_OFFICE.search(before) is not None


def _is_part(word: str) -> bool:
    bare = word.rstrip(".")
    if bare.casefold() in PARTICLES:
        return True
    known = bare.casefold() in _NO_PERSON or any(bare.casefold().startswith(stem) for stem in _NO_PERSON if len(stem) > 6)
    return not known and (len(bare) > 1 or word.endswith(".")) and not any(c.isdigit() for c in bare)
