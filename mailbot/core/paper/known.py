"""What is known of those who answered, and where it stands in an answer: names, addresses, what they signed with."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from mailbot.core.call import Call
from mailbot.core.entries import Entry
from mailbot.core.paper.kinds import is_common, is_organisation, is_place
from mailbot.core.paper.shapes import Mark, What
from mailbot.core.paper.words import TITLED, Word, folded, words
from mailbot.core.phrases.identifying import COMMON_LABELS, ROLES, SMALL
from mailbot.core.phrases.names import NO_PERSON, PARTICLES

_PIECE = re.compile(r"[|,;•·/–—()\"„“”«»]| - ")
_LOCAL = re.compile(r"[\W\d_]+")
_MANY = 3  # entries in which a small word stands before it is one that people use
_LINES, _LONGEST = 30, 80  # of a signature; characters of a piece of a line
_ENDINGS = frozenset(
    [
        "s",
        "es",
        "n",
        "en",
        "ns",
        "a",
        "e",
        "i",
        "y",
        "u",
        "o",
        "em",
        "om",
        "ie",
        "iem",
        "ow",
        "owi",
        "owej",
        "owa",
        "ova",
        "ove",
        "ovou",
        "ovi",
        "iej",
        "ej",
        "ego",
        "emu",
        "im",
        "m",
        "ia",
        "ii",
        "ka",
        "ki",
        "ke",
        "ou",
        "ach",
        "ami",
        "um",
        "ti",
        "sin",
        "nak",
        "nek",
        "val",
        "vel",
        "ban",
        "ben",
        "lle",
        "lla",
        "lta",
        "ssa",
        "sta",
        "nen",
        "ov",
        "ovy",
        "in",
        "on",
        "is",
        "as",
        "os",
        "ja",
        "je",
        "ju",
        "ya",
        "ze",
        "ce",
        "cie",
    ]
)
_CHANGED = {"ka": "ce", "ga": "ze", "ra": "rze", "ta": "cie", "da": "dzie", "na": "nie"}
_VOWELS = "aeiouy"
_PARTICLES = frozenset(folded(particle) for particle in PARTICLES)
_OFFICES = frozenset(folded(role) for role in (*ROLES, *NO_PERSON))


@dataclass(frozen=True, slots=True)
class Known:
    """names: parts of names, folded. stems: what stays of them when they are declined. phrases: names of organisations by the
    first four letters of their first word. labels: of the domains of addresses. ordinary: words that people use with a small
    letter, or that the call uses. seen: those that anybody used so. initials: folded, with a dot after each letter.

    heard: parts of the names of others, which some answer has where a sentence needs no capital; by them they are found where
    it does. surely: those that came with a title or a given name.
    """

    names: frozenset[str]
    stems: frozenset[str]
    phrases: Mapping[str, tuple[tuple[str, ...], ...]]
    labels: frozenset[str]
    ordinary: frozenset[str]
    seen: frozenset[str]
    initials: frozenset[str]
    heard: frozenset[str] = frozenset()
    surely: frozenset[str] = frozenset()


def gather(entries: Sequence[Entry], signatures: Mapping[str, Sequence[str]], call: Call) -> Known:
    """What is known from all entries of a call, also those that count no more. signatures: reference to what stood below
    the words of each version."""
    ordinary, seen = _vocabulary(entries, call)
    names: set[str] = set()
    labels: set[str] = set()
    initials: set[str] = set()
    phrases: set[tuple[str, ...]] = set()
    people = [(one.name, one.address, signatures.get(one.reference, ())) for one in entries]
    people += [(contact.name, contact.address, ()) for contact in call.contacts]
    for name, address, signed in people:
        parts = _parts(name)
        if any(is_organisation(part) for part in parts):
            phrases.update(_phrases(name, ordinary))
        else:
            names.update(parts)
            initials.update(_initials(parts))
        local, _, domain = address.rpartition("@")
        names.update(p for p in map(folded, _LOCAL.split(local)) if len(p) > 3 and p not in _OFFICES and p not in ordinary)
        labels.update(_labels(domain, call, ordinary))
        for text in signed:
            names.update(_signed_name(text, ordinary))
            phrases.update(phrase for piece in _pieces(text) for phrase in _phrases(piece, ordinary | names))
    names -= _PARTICLES | TITLED | SMALL
    return Known(
        names=frozenset(names),
        stems=frozenset(stem for name in names for stem in _stems(name)),
        phrases=_indexed(phrases),
        labels=frozenset(labels),
        ordinary=ordinary,
        seen=seen,
        initials=frozenset(initials),
    )


def _vocabulary(entries: Sequence[Entry], call: Call) -> tuple[frozenset[str], frozenset[str]]:
    counted: Counter[str] = Counter()
    for one in entries:
        counted.update({word.key for text in one.answers.values() for word in words(text) if not word.capital})
    asked = " ".join([call.title, call.background, call.audience, *(question.text for question in call.questions)])
    named = {part for contact in call.contacts for part in _parts(contact.name)}
    by_call = {word.key for word in words(asked)} - named
    ordinary = SMALL | by_call | {word for word, times in counted.items() if times >= _MANY}
    return frozenset(ordinary), frozenset(ordinary | counted.keys())


def _parts(name: str) -> list[str]:
    """The parts of a name that are looked for, folded; those with a hyphen also by themselves."""
    keys = [word.key for word in words(name[:200]) if word.key not in TITLED]
    return [part for key in keys for part in dict.fromkeys((key, *key.split("-"))) if len(part) > 1]


def _initials(parts: Sequence[str]) -> Iterator[str]:
    plain = [part for part in parts if "-" not in part]
    if 2 <= len(plain) <= 4:
        yield "".join(f"{part[0]}." for part in plain)
        yield f"{plain[0][0]}.{plain[-1][0]}."


def _labels(domain: str, call: Call, ordinary: frozenset[str]) -> Iterator[str]:
    """The labels of a domain that may name an organisation, without hyphens; not those of the call's own domains."""
    ours = {label for address in call.addresses for label in address.rpartition("@")[2].casefold().split(".")}
    for label in domain.casefold().split(".")[:-1]:
        key = folded(label)
        if len(key) > 3 and key not in COMMON_LABELS and key not in ordinary and label not in ours:
            yield key.replace("-", "")


def _pieces(signature: str) -> Iterator[str]:
    for line in signature.split("\n", _LINES)[:_LINES]:
        yield from (
            piece.strip() for piece in _PIECE.split(line[:400]) if 2 < len(piece.strip()) < _LONGEST and "@" not in piece
        )


def _signed_name(signature: str, ordinary: frozenset[str]) -> list[str]:
    """The parts of the name in the first line of a signature that can be one."""
    for piece in _pieces(signature):
        found = [word for word in words(piece) if word.key not in TITLED]
        if not found or not all(word.capital or word.key in _PARTICLES for word in found):
            continue
        keys = [word.key for word in found if word.key not in _PARTICLES]
        if 2 <= len(keys) <= 4 and not any(k in ordinary or k in _OFFICES or is_organisation(k) or is_common(k) for k in keys):
            return [part for key in keys for part in dict.fromkeys((key, *key.split("-"))) if len(part) > 1]
    return []


def _phrases(piece: str, ordinary: frozenset[str]) -> Iterator[tuple[str, ...]]:
    """The words of a piece of a signature if they name an organisation; also without what kind of one it is, and by its
    initials."""
    found = words(piece)
    keys = tuple(word.key for word in found)
    telling = [w for w in found if w.capital and len(w.key) > 2 and not _says_nothing(w.key, ordinary)]
    kinds = [k for k in keys if is_organisation(k) or len(k) == 1]
    loud = any(w.shouted and not is_common(w.key) for w in found)
    if not telling or not (kinds or loud or (len(telling) > 1 and len(telling) == len(found))):
        return
    yield keys
    core = list(keys)
    while core and (is_organisation(core[0]) or len(core[0]) < 3):
        core.pop(0)
    while core and (is_organisation(core[-1]) or len(core[-1]) < 3):
        core.pop()
    if len(core) > 1 or (core and len(core[0]) > 3 and not _says_nothing(core[0], ordinary) and not is_place(core[0])):
        yield tuple(core)
    capitals = [word.key[0] for word in found if word.capital]
    if len(capitals) > 2:
        yield ("".join(capitals),)


def _says_nothing(key: str, ordinary: frozenset[str]) -> bool:
    return key in ordinary or key in _OFFICES or is_organisation(key) or is_common(key)


def _indexed(phrases: Iterable[tuple[str, ...]]) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    index: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        index.setdefault(phrase[0][:4], []).append(phrase)
    return {first: tuple(them) for first, them in index.items()}


def _stems(name: str) -> Iterator[str]:
    """What stays of a name in other cases: `kowalsk` of Kowalska, `mark` of Marek, with the ending for changed letters."""
    if len(name) < 4:
        return
    yield name
    bare = name.rstrip(_VOWELS) if name[-1] in _VOWELS else name
    if len(bare) > 3:
        yield bare
    if name[-2] == "e" and name[-1] not in _VOWELS and len(name) > 4:
        yield name[:-2] + name[-1]


def known_marks(found: Sequence[Word], text: str, known: Known) -> Iterator[Mark]:
    """Where an answer has what is known of those who answered."""
    for at, word in enumerate(found):
        if _is_name(found, at, known):
            beside = any(_is_part(found, i, known) for i in (at - 1, at + 1))
            yield Mark(word.start, word.end, What.name, "name of somebody who answered", certain=word.capital or beside)
        for length in _phrase_lengths(found, at, known):
            yield Mark(word.start, found[at + length - 1].end, What.organisation, "organisation of somebody who answered", True)
    yield from _initialled(text, known)


_INITIALS = re.compile(r"(?<![\w.])(?:[^\W\d_]\.[ -]?){2,4}(?!\w)")


def _initialled(text: str, known: Known) -> Iterator[Mark]:
    for match in _INITIALS.finditer(text):
        said = match.group().rstrip(" -")
        if said[0].isupper() and folded(said).replace(" ", "").replace("-", "") in known.initials:
            yield Mark(match.start(), match.start() + len(said), What.name, "initials of somebody who answered", certain=True)


def _is_name(found: Sequence[Word], at: int, known: Known) -> bool:
    word = found[at]
    if "-" in word.key and any(len(part) > 2 and part in known.names for part in word.key.split("-")):
        return word.capital
    if word.key in known.names:
        beside = any(_is_part(found, i, known) for i in (at - 1, at + 1))
        if word.key in known.ordinary or len(word.key) < 3:
            return word.capital and (beside or (len(word.key) > 2 and not word.initial))
        return word.capital or len(word.key) > 3 or beside
    return word.capital and word.key not in known.ordinary and _is_declined(word.key, known)


def _is_part(found: Sequence[Word], at: int, known: Known) -> bool:
    return 0 <= at < len(found) and found[at].key in known.names


def _is_declined(key: str, known: Known) -> bool:
    for cut in range(1, 5):
        stem, ending = key[:-cut], key[-cut:]
        if len(stem) > 2 and stem in known.stems and ending in _ENDINGS and (len(stem) > 3 or cut < 3):
            return True
        if any(ending == new and stem + old in known.names for old, new in _CHANGED.items()):
            return True
    return False


def _phrase_lengths(found: Sequence[Word], at: int, known: Known) -> Iterator[int]:
    """How many words from here on name an organisation that is known: by a phrase, or run together as in a domain."""
    word = found[at]
    for phrase in known.phrases.get(word.key[:4], ()):
        here = found[at : at + len(phrase)]
        alike = len(here) == len(phrase) and all(_alike(w.key, key) for w, key in zip(here, phrase, strict=True))
        if alike and here[-1].end - word.start < 2 * sum(map(len, phrase)) + 20:
            loud = len(phrase) > 1 or word.shouted or (word.capital and word.key not in known.ordinary)
            if loud or any(w.capital for w in here[1:]):
                yield len(phrase)
                break
    joined = ""
    for length in range(1, 5):
        if at + length > len(found) or len(joined) > 40:
            break
        joined += found[at + length - 1].key.replace("-", "")
        if joined in known.labels:
            yield length


def _alike(said: str, key: str) -> bool:
    """The same word, or one declined."""
    if said == key:
        return True
    same = max(4, min(len(said), len(key)) - 2)
    return len(said) > 4 and len(key) > 4 and abs(len(said) - len(key)) < 4 and said[:same] == key[:same]
