"""Likeness: entries to one call that may be one person's, written from two addresses. A suggestion with its reasons, no more.

A name alone is a weak sign where several have it, and none where it is an office's; two names that contradict each other
outweigh every other sign. Only those are compared who share something, so that a hundred thousand entries take no hundred times
as long as a thousand.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import combinations
from unicodedata import combining, normalize

from mailbot.core.address import addresses_in
from mailbot.core.marks import is_closing, is_device_line
from mailbot.core.meaning import plain_letters
from mailbot.core.phrases.likeness import BEHIND_NAMES, ELSEWHERE, GENERATIONS, GREEK, LATIN
from mailbot.core.phrases.names import NO_PERSON, TITLES

_WORDS = 20_000  # characters of somebody's words that are looked at
_SIGNATURE = 2_000
_LINES = 8  # of a signature that may hold the name
_SHARED_BY = 4  # what more entries than these have in common tells nothing: a form, a switchboard, a common name
_NEAR = 8  # entries with one family name and initial that are compared with who says to have another address
_SENTENCE = 60  # characters that two people hardly write alike
_PHONE = 8  # last digits, by which a number in national and in international form is one
_OFFICE_WORDS = frozenset(NO_PERSON) - frozenset(
    ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
)  # August and May are people too
_BESIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|\s[-–—|/•]\s.*$|[|•].*$", re.DOTALL)
_LETTERS = re.compile(r"[^\W\d_]+")
_APOSTROPHES = re.compile(r"['’ʼ`´]")
_NUMBER = re.compile(r"(?<![\w.@-])\+?\(?\d[\d ()/.\u00a0-]{6,24}\d(?![\w@])")
_SENTENCE_END = re.compile(r"[.!?\n]+")
_DOUBLED = re.compile(r"(\w)\1")
_BLANKS = re.compile(r"\s+")


class Strength(StrEnum):
    """weak: perhaps. likely: more for it than against. strong: two signs at least."""

    weak = "weak"
    likely = "likely"
    strong = "strong"


@dataclass(frozen=True, slots=True)
class Person:
    """reference: of the entry. name: as in Sender, may be ''. words: own words, of all versions. signature: below them."""

    reference: str
    address: str
    name: str
    words: str = ""
    signature: str = ""


@dataclass(frozen=True, slots=True)
class Likeness:
    """one, other: references, in the order of the people. reasons: named, the weightiest first."""

    one: str
    other: str
    strength: Strength
    reasons: tuple[str, ...]


def likenesses(people: Sequence[Person]) -> tuple[Likeness, ...]:
    """The pairs that may be one person, the surest first."""
    known = [_Known(person) for person in people]
    shared = _Shared(known)
    found = (_compared(known[a], known[b], shared) for a, b in shared.pairs())
    order = list(reversed(Strength))
    return tuple(sorted((one for one in found if one is not None), key=lambda one: order.index(one.strength)))


class _Known:
    """What one entry tells of who wrote it."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.address = person.address.casefold()
        self.local, _, self.domain = self.address.rpartition("@")
        self.local = self.local.partition("+")[0]
        words, signature = person.words[:_WORDS], person.signature[:_SIGNATURE]
        self.generation, self.full, self.initials = _name(person.name)
        self.is_signed = not self.full  # the name, or that of an office, stands below the words alone
        if self.is_signed:
            self.generation, self.full, self.initials = _signed(signature)
        self._complete()
        said = words.casefold()
        self.elsewhere = any(phrase in said for phrase in ELSEWHERE)
        self.mentions = frozenset(addresses_in(f"{words}\n{signature}")) - {self.address}
        self.phones = frozenset(_phones(signature, anywhere=True)) | frozenset(_phones(words, anywhere=False))
        self.sentences = frozenset(_sentences(said))

    def _complete(self) -> None:
        """The name as the address spells it out, where there is none, or only its initials."""
        parts = [part for part in re.split(r"[._-]", self.local) if part.isalpha()]
        spelled = frozenset(_folded(part) for part in parts if len(part) > 1) - _OFFICE_WORDS
        if len(parts) < 2 or len(spelled) != len(parts):
            return
        if not self.full or (
            self.full < spelled and all(any(w.startswith(i) for w in spelled - self.full) for i in self.initials)
        ):
            self.full, self.initials = spelled, frozenset()

    @cached_property
    def is_office(self) -> bool:
        return not self.local or self.local in _OFFICE_WORDS or self.local in {"info", "mail", "admin", "post", "hello"}

    @property
    def own_local(self) -> str:
        """A local part that hardly two people have."""
        telling = len(self.local) >= 8 or any(c in "._-" for c in self.local) or any(c.isdigit() for c in self.local)
        return self.local if telling and len(self.local) >= 5 and not self.is_office else ""


class _Shared:
    """Who has what in common, by blocks of few."""

    def __init__(self, known: Sequence[_Known]) -> None:
        self._known = known
        self.names = _blocks(
            (i, frozenset(pair)) for i, one in enumerate(known) for pair in combinations(sorted(one.full)[:5], 2)
        )
        self.phones = _blocks((i, phone) for i, one in enumerate(known) for phone in one.phones)
        self.sentences = _blocks((i, sentence) for i, one in enumerate(known) for sentence in one.sentences)
        self._locals = _blocks((i, one.own_local) for i, one in enumerate(known) if one.own_local)
        self._addresses = {one.address: i for i, one in enumerate(known)}

    def pairs(self) -> list[tuple[int, int]]:
        found: set[tuple[int, int]] = set()
        for blocks in (self.names, self.phones, self.sentences, self._locals):
            for block in blocks.values():
                if len(block) <= _SHARED_BY:
                    found.update(combinations(block, 2))
        for i, one in enumerate(self._known):
            named = (self._addresses[address] for address in one.mentions if address in self._addresses)
            found.update((min(i, j), max(i, j)) for j in named if j != i)
        return sorted(found | set(self._near()))

    def _near(self) -> Iterator[tuple[int, int]]:
        """Those who say to have written from elsewhere, beside who may be meant."""
        asking = [i for i, one in enumerate(self._known) if one.elsewhere]
        if not asking:
            return
        by_word = _blocks((i, word) for i, one in enumerate(self._known) for word in one.full)
        for i in asking:
            for word in self._known[i].full:
                if len(by_word[word]) <= _NEAR:
                    yield from ((min(i, j), max(i, j)) for j in by_word[word] if j != i)

    def rare(self, one: _Known, other: _Known) -> bool:
        """Whether nobody else has these names."""
        return any(len(self.names[frozenset(pair)]) == 2 for pair in combinations(sorted(one.full & other.full)[:5], 2))


def _blocks(found: "Iterable[tuple[int, object]]") -> Mapping[object, list[int]]:
    blocks: dict[object, list[int]] = defaultdict(list)
    for i, key in found:
        blocks[key].append(i)
    return blocks


class _Names(StrEnum):
    same = "same-name"
    like = "like-name"
    unknown = ""
    other = "other-name"


_NAME_WEIGHS = {_Names.same: 2, _Names.like: 1, _Names.unknown: 0}


def _compared(one: _Known, other: _Known, shared: _Shared) -> Likeness | None:
    names = _names(one, other)
    if names is _Names.other:
        return None
    signs = dict(_signs(one, other, shared))
    weight = _NAME_WEIGHS[names] + sum(signs.values())
    if names is _Names.same or (names is _Names.like and signs):
        weight += shared.rare(one, other) - _apart(one, other) - (one.is_signed or other.is_signed)
        signs[names.value] = _NAME_WEIGHS[names]
    if weight < 2 or not signs:
        return None
    strength = Strength.strong if weight >= 5 else Strength.likely if weight >= 3 else Strength.weak
    reasons = tuple(sorted(signs, key=lambda sign: (-signs[sign], sign)))
    return Likeness(one.person.reference, other.person.reference, strength, reasons)


def _signs(one: _Known, other: _Known, shared: _Shared) -> Iterator[tuple[str, int]]:
    if other.address in one.mentions or one.address in other.mentions:
        yield "names-the-other-address", 3
    if any(len(shared.phones[phone]) <= _SHARED_BY for phone in one.phones & other.phones):
        yield "same-telephone", 3
    if any(len(shared.sentences[sentence]) <= _SHARED_BY for sentence in one.sentences & other.sentences):
        yield "same-words", 3
    if one.own_local and one.own_local == other.own_local:
        yield "same-name-in-address", 2
    elif one.domain == other.domain and _is_alias(one.local, other.local):
        yield "same-name-in-address", 1
    if one.elsewhere or other.elsewhere:
        yield "says-another-address", 2


def _apart(one: _Known, other: _Known) -> int:
    """What speaks against one person of one name: an address each in one house, a telephone each."""
    telephones = 2 if one.phones and other.phones and not one.phones & other.phones else 0
    return telephones + (one.domain == other.domain)


def _names(one: _Known, other: _Known) -> _Names:
    """What the names say. One word alone is a first name, which says nothing."""
    if one.generation != other.generation and one.generation and other.generation:
        return _Names.other
    if not one.full or not other.full:
        return _Names.unknown
    short, long = sorted((one, other), key=lambda known: len(known.full))
    if one.full == other.full and len(one.full) > 1:
        return _Names.same
    if short.full <= long.full:
        rest = long.full - short.full
        if any(not any(word.startswith(initial) for word in rest | long.initials) for initial in short.initials):
            return _Names.other if rest or long.initials else _Names.unknown
        return _Names.like if len(short.full) > 1 or (short.initials and rest) else _Names.unknown
    return _Names.unknown if _is_first_name(short, long) or _is_first_name(long, short) else _Names.other


def _is_first_name(short: _Known, long: _Known) -> bool:
    """`Beate` beside `B. Schmid`."""
    return len(short.full) == 1 and all(word[0] in long.initials for word in short.full)


def _is_alias(one: str, other: str) -> bool:
    """`a.kowalska` for `anna.kowalska`, `kowalska`; not `kowalska2`."""
    short, long = sorted((re.split(r"[._-]", one), re.split(r"[._-]", other)), key=lambda parts: len("".join(parts)))
    if any(c.isdigit() for c in one + other):
        return False
    return all(any(its.startswith(part) for its in long) for part in short) and any(
        part in long and len(part) > 2 for part in short
    )


def _name(text: str) -> tuple[str, frozenset[str], frozenset[str]]:
    """Generation, words and initials of a person's name, in any order; nothing of an office's."""
    if "@" in text:
        return "", frozenset(), frozenset()
    words = [w.casefold() for w in _LETTERS.findall(_APOSTROPHES.sub("", _BESIDE.sub(" ", text[:200])))]
    if any(word in _OFFICE_WORDS for word in words):
        return "", frozenset(), frozenset()
    generation = next((GENERATIONS[word] for word in words[1:] if word in GENERATIONS and len(words) > 2), "")
    kept = [w for w in words if w not in TITLES and w not in BEHIND_NAMES and not (generation and w in GENERATIONS)]
    folded = [_folded(word) for word in kept]
    return generation, frozenset(w for w in folded if len(w) > 1), frozenset(w for w in folded if len(w) == 1)


def _signed(signature: str) -> tuple[str, frozenset[str], frozenset[str]]:
    """The name below the words, for who writes none into From: the first line of two to four words in capital letters."""
    for line in (line.strip(" \t,.-–—*_") for line in signature.splitlines()[:_LINES]):
        words = line.split()
        if not 2 <= len(words) <= 4 or is_closing(line) or is_device_line(line):
            continue
        if all(word[0].isupper() for word in words):
            found = _name(line)
            if len(found[1]) > 1:
                return found
    return "", frozenset(), frozenset()


def _folded(word: str) -> str:
    """As different keyboards and alphabets write one name: `Müller`, `Mueller`; `Åse`, `Aase`; `Ανδρέου`, `Andreou`."""
    plain = word.casefold()
    if not plain.isascii():
        bare = "".join(c for c in normalize("NFKD", plain) if not combining(c))
        plain = plain_letters(_replaced(bare, GREEK))
    return _DOUBLED.sub(r"\1", _replaced(plain, LATIN))


def _replaced(word: str, sounds: Mapping[str, str]) -> str:
    for written, sound in sounds.items():
        word = word.replace(written, sound)
    return word


def _phones(text: str, *, anywhere: bool) -> Iterator[str]:
    """The last digits of telephone numbers; in somebody's words only of those written as such."""
    for found in _NUMBER.finditer(text):
        digits = "".join(c for c in found.group() if c.isdigit())
        if len(digits) > _PHONE and len(digits) <= 15 and (anywhere or found.group()[0] in "+0("):
            yield digits[-_PHONE:]


def _sentences(said: str) -> Iterator[int]:
    for sentence in _SENTENCE_END.split(said):
        plain = _BLANKS.sub(" ", sentence).strip()
        if len(plain) >= _SENTENCE:
            yield hash(plain)
