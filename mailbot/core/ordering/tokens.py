"""A line to tokens: phrases that orders are made of, numbers, references, days and hours in digits, marks, other words.

One phrase may do several things: `reserve` is a verb and a list, `a` is `to` in Spanish and `and` in Czech. A token holds all
of them; what stands around decides (`sentence`).
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from mailbot.core.ordering.shapes import HIGHEST
from mailbot.core.ordering.typos import slips
from mailbot.core.phrases import ordering, ordering_asking, ordering_targets, ordering_words
from mailbot.core.phrases.listed import also_bare

_LEXEMES = re.compile(
    r"""
    (?P<reference>(?<![\w-])[2-9A-Za-z]{4}-[2-9A-Za-z]{4}-[2-9A-Za-z]{4}(?![\w-]))
  | (?P<date>(?<![\w.])(?:(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}-\d{1,2}-\d{4})(?![\w-])
      | \d{1,2}(?P<divider>[./])[ ]?\d{1,2}(?:(?P=divider)(?:[ ]?\d{4}(?!\d)|\d\d(?![\d:hH])))?(?:\.(?!\d))?(?!\w)))
  | (?P<clock>(?<!\w)(?:\d{1,2}:\d\d|\d{1,2}[ ]?[hH](?:[ ]?\d\d)?|\d{1,2}(?:[:.]\d\d)?[ ]?[aApP]\.?[mM]\.?)(?!\w))
  | (?P<ordinal>(?<!\w)\d{1,2}(?:st|nd|rd|th|er|:[ae]|[ºª°])(?!\w))
  | (?P<number>\d+)
  | (?P<sign>[#№]|n[°º])
  | (?P<word>[^\W\d_]+)
  | (?P<space>\s+)
  | (?P<mark>.)
    """,
    re.VERBOSE,
)
_PIECE = re.compile(r"[^\W\d_]+")
_LONGEST = 8  # pieces of a phrase
_TRANSPARENT = frozenset("'\"“”„‟«»‹›‘’‚`´*_~\u00a0")  # what stands in them is said all the same
_DASHES = frozenset("-–—−‐‑‒―")
_WITHIN = _DASHES | {"/"}  # `wait-list`, `t/m`
_NODS = frozenset("👍👌🙂😀😃😄😊😉☺🙏✅✔🎉🏻🏼🏽🏾🏿\ufe0f")
_SMILE = re.compile(r"(?<![\w.])[:;]-?[)D](?!\w)")
_ACTING = frozenset({"verb", "alone", "extend", "stem", "put"})
_MISTYPED = _ACTING | {"list", "which"}
_BEFORE_A_NUMBER = frozenset({"top", "nr", "no", "n", "nº"})  # `top20`


class Meaning(NamedTuple):
    """kind: what a phrase does, as named in `_vocabulary`. value: which verb or list. languages: of the phrase, if known."""

    kind: str
    value: str = ""
    languages: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Token:
    """mark: a mark, a dash as `-`; '' otherwise. meanings: of a phrase by kind. digits: of what is written in digits; its
    kind is one of number, date, clock, ordinal. start, end: in the line."""

    text: str
    start: int
    end: int
    mark: str = ""
    meanings: Mapping[str, Meaning] = field(default_factory=dict)
    digits: str = ""

    def does(self, *kinds: str) -> bool:
        return any(kind in self.meanings for kind in kinds)

    def value(self, kind: str) -> str:
        return self.meanings[kind].value

    @property
    def number(self) -> int | None:
        """None also for what is no number of an entry."""
        if self.digits != "number" or len(self.text) > 7:
            return None
        number = int(self.text)
        return number if 1 <= number <= HIGHEST else None

    @property
    def unknown(self) -> bool:
        return not self.mark and not self.meanings and not self.digits


Vocabulary = Mapping[str, Sequence[tuple[tuple[str, ...], Mapping[str, Meaning]]]]


_SOLE = frozenset({"close", "send", "cancel", "help"})
_Entries = dict[tuple[str, ...], dict[str, Meaning]]


@cache
def _vocabulary() -> Vocabulary:
    """Phrases by their first piece, the longest first."""
    found: _Entries = {}
    for verb, words in ordering.VERBS.items():
        _add_by_language(found, "extend" if verb == "extend" else "alone" if verb in _SOLE else "verb", words, verb)
    for n, (language, stems, particles) in enumerate(ordering.PARTED):
        _add_by_language(found, "stem", {language: stems.split(" | ")}, str(n))
        _add_by_language(found, "particle", {language: [particle for particle in particles if particle]})
    for kind, groups in (("list", ordering_targets.LISTS), ("which", ordering_targets.WHICH)):
        for value, words in groups.items():
            _add_by_language(found, kind, words, value)
    for kind in ("upon", "best", "and", "to"):
        _add_by_language(found, kind, getattr(ordering_targets, kind.upper()))
    _add_by_language(found, "put", ordering.PUTTING)
    for kind, ways in (("asking", ordering_asking.ASKING), ("allowing", ordering_asking.ALLOWING)):
        for way, phrases in ways.items():
            _add(found, kind, phrases, way)
    for kind in ("able", "please", "thanks", "seeing", "commands"):
        _add(found, kind, getattr(ordering_asking, kind.upper()))
    for kind in ("little", "numbering", "from", "because", "yes", "praise", "polite"):
        _add(found, kind, getattr(ordering_words, kind.upper()))
    by_first: dict[str, list[tuple[tuple[str, ...], Mapping[str, Meaning]]]] = {}
    for pieces in sorted(found, key=len, reverse=True):
        by_first.setdefault(pieces[0], []).append((pieces, found[pieces]))
    return by_first


@cache
def _slips() -> Mapping[str, str]:
    """What else the first words of orders are typed as, and which words these are."""
    words: dict[str, frozenset[tuple[str, str]]] = {}
    english = set()
    for first, phrases in _vocabulary().items():
        meant = [meaning for _, meanings in phrases for meaning in meanings.values() if meaning.kind in _MISTYPED]
        if meant:
            words[first] = frozenset((meaning.kind, meaning.value) for meaning in meant)
            english.update([first] if any("en" in meaning.languages for meaning in meant) else [])
    return slips(words, english)


def _is_shown_first(meanings: Mapping[str, Meaning]) -> bool:
    """Whether nothing that this tells us to do is done at once."""
    if "put" in meanings or not meanings.keys() & _MISTYPED:
        return False
    return "alone" not in meanings or meanings["alone"].value == "close"


def _add_by_language(found: _Entries, kind: str, words: Mapping[str, Iterable[str]], value: str = "") -> None:
    for language, phrases in words.items():
        _add(found, kind, also_bare(phrase.casefold() for phrase in phrases), value, language)


def _add(found: _Entries, kind: str, phrases: Iterable[str], value: str = "", language: str = "") -> None:
    """What a phrase does already it keeps, in one language more."""
    for phrase in dict.fromkeys(form for each in phrases for form in (each, _in_capitals(each))):
        meanings = found.setdefault(tuple(_PIECE.findall(phrase)), {})
        before = meanings.get(kind, Meaning(kind, value))
        meanings[kind] = before._replace(languages=before.languages | {language} - {""})


def _in_capitals(phrase: str) -> str:
    """A Greek phrase as its capitals are written, without accents."""
    if not any("α" <= c <= "ω" for c in phrase):
        return phrase
    return "".join(c for c in unicodedata.normalize("NFD", phrase) if not unicodedata.combining(c))


def tokens(line: str) -> list[Token]:
    """The tokens of one line, in order; blanks, quotes and what emphasises are left out."""
    line = _SMILE.sub(lambda smile: " " * len(smile[0]), line)
    passed = _TRANSPARENT | _NODS
    lexemes = [found for found in _LEXEMES.finditer(line) if found.lastgroup != "space" and found[0] not in passed]
    made: list[Token] = []
    at = 0
    while at < len(lexemes):
        token, taken = _phrase(line, lexemes, at) if lexemes[at].lastgroup == "word" else (_single(line, lexemes[at]), 1)
        made.append(token)
        at += taken
    return made


def _phrase(line: str, lexemes: Sequence[re.Match[str]], at: int) -> tuple[Token, int]:
    """The longest phrase that begins here. Between its words stand blanks, an apostrophe or a hyphen, which part them only."""
    pieces: list[str] = []
    ends: list[int] = []
    here = at
    while here < len(lexemes) and len(pieces) < _LONGEST:
        lexeme = lexemes[here]
        if lexeme.lastgroup == "word":
            pieces.append(lexeme[0].casefold())
            ends.append(here + 1)
        elif lexeme[0] not in _WITHIN or not _is_within_a_word(line, lexeme):
            break
        here += 1
    slipped = "" if pieces[0] in _vocabulary() or not _may_slip(line, lexemes[at]) else _slips().get(pieces[0], "")
    for phrase, meanings in _vocabulary().get(slipped or pieces[0], ()):
        if slipped and not _is_shown_first(meanings):
            continue
        if (slipped or pieces[0], *pieces[1 : len(phrase)]) == phrase:
            last = ends[len(phrase) - 1]
            start, end = lexemes[at].start(), lexemes[last - 1].end()
            alone = phrase == ("n",) and line[end : end + 1] in _TRANSPARENT and end < len(line)  # `n'invitez`
            known = {} if alone or (meanings.keys() & _ACTING and _goes_on_a_word(line, start)) else meanings
            return Token(line[start:end], start, end, meanings=known), last - at
    return Token(lexemes[at][0], *lexemes[at].span()), 1


def _may_slip(line: str, lexeme: re.Match[str]) -> bool:
    """A capital within a sentence begins a name."""
    text, (start, end) = lexeme[0], lexeme.span()
    beside = line[max(0, start - 1) : start] + line[end : end + 1]
    is_name = text[0].isupper() and not text.isupper() and line[max(0, start - 9) : start].rstrip()[-1:].isalnum()
    return not is_name and not any(c.isalnum() or c in _WITHIN for c in beside)


def _goes_on_a_word(line: str, start: int) -> bool:
    """`un-invite`."""
    return start > 1 and line[start - 1] in _DASHES and line[start - 2].isalpha()


def _is_within_a_word(line: str, dash: re.Match[str]) -> bool:
    return line[dash.start() - 1 : dash.start()].isalpha() and line[dash.end() : dash.end() + 1].isalpha()


def _single(line: str, lexeme: re.Match[str]) -> Token:
    """A lexeme that is no word. A number that touches letters is none: `3rd`, `B7`."""
    text, (start, end), kind = lexeme[0], lexeme.span(), lexeme.lastgroup or ""
    if kind == "mark":
        return Token(text, start, end, mark="-" if text in _DASHES else text)
    if kind == "sign":
        return Token(text, start, end, meanings={"numbering": Meaning("numbering")})
    if kind == "reference":
        digits = "reference" if text.isupper() or any(c.isdigit() for c in text) else ""
        return Token(text.upper() if digits else text, start, end, digits=digits)
    before = re.search(r"[^\W\d_]+$", line[max(0, start - 20) : start])
    touches = line[end : end + 1].isalpha() or (before is not None and before[0].casefold() not in _BEFORE_A_NUMBER)
    return Token(text, start, end) if touches or not text.isascii() else Token(text, start, end, digits=kind)
