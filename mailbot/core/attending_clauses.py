"""Clauses of the answer to an offered place, each with its traits: what it says of coming, and what else it speaks of."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from unicodedata import normalize

from mailbot.core.attending_around import accepts_whole, around, refuses_whole, without
from mailbot.core.attending_around import bare as bare_of
from mailbot.core.phrases import attending as phrases
from mailbot.core.phrases import attending_beside as aside
from mailbot.core.phrases import attending_not as refusing
from mailbot.core.phrases.consent import GREETINGS as OPENINGS
from mailbot.core.phrases.consent import NOT, TAKING_BACK
from mailbot.core.phrases.intent import DECLINE
from mailbot.core.phrases.listed import folded
from mailbot.core.phrases.signoff import CLOSINGS, GREETINGS
from mailbot.core.said import WORD, Sayings

_LONGEST = 4000
_AT_MOST = 100  # clauses
_GREETING = 7  # words
_POLITE = 24  # words of a clause of thanks, of food or of a train
_NAME = 4  # words
_SIGNED = 6  # words of a line below the closing
_WRAPPED = 50  # characters: a line as long as this one goes on in the next, if nothing ends it
_PHONE = 7  # digits
_END = re.compile(r"[.!。！;…]+(?=\s|\Z)|[。！]|\n")
_COMMA = re.compile(r"[,;:](?!\d)|[()\[\]{}\"«»“”„]|[–—]|(?<=\s)[-/]+(?=\s)|\A[-*•]+\s")
_NO_END = re.compile(r"(?:\d|\b(?:mr|mrs|ms|dr|prof|hr|fr|sr|sra|dott|drs|ing|mw|dhr|st|ca|mgr))\Z", re.IGNORECASE)
_TOKEN = re.compile(r"mbt-[a-z2-7]{26}", re.IGNORECASE)
_PORTUGUESE = frozenset(
    folded("""
    estarei | participarei | comparecerei | irei | presença | participação | convite | minha | meu | não | encontro | obrigado |
    obrigada
    """)
)


class Trait(StrEnum):
    """yes: opens with one. accepts, refuses: says that the writer comes, or does not. curt: by one word. denies: holds a `not`.
    comes: what is said by who comes. entry: takes back what was sent in. would: how one would like to come. unknown: nothing
    of all that."""

    yes = "yes"
    accepts = "accepts"
    refuses = "refuses"
    curt = "curt"
    denies = "denies"
    unsure = "unsure"
    otherwise = "otherwise"
    but = "but"
    days = "days"
    entry = "entry"
    another_time = "another_time"
    comes = "comes"
    would = "would"
    courtesy = "courtesy"
    guest = "guest"
    arriving = "arriving"
    contact = "contact"
    name = "name"
    empty = "empty"
    unknown = "unknown"


@dataclass(frozen=True, slots=True)
class Clause:
    """text: as written. words: casefolded, with single blanks. sentence: its number in the reply."""

    text: str
    words: str
    sentence: int
    traits: frozenset[Trait]


def clauses_of(reply: str) -> list[Clause]:
    """In the order they stand there, at most a hundred."""
    found: list[Clause] = []
    closed = False
    for number, sentence in enumerate(_sentences(_TOKEN.sub(" ", reply[:_LONGEST]))):
        for text in filter(None, map(str.strip, _COMMA.split(sentence))):
            words = _words(text)
            traits = _traits(text, words, found[-1] if found else None, alone=text == sentence.strip(), closed=closed)
            if found and found[-1].sentence == number and Trait.yes in found[-1].traits and _goes_on(words, traits):
                traits = {Trait.accepts}
            closed = closed or words in _CLOSINGS
            found.append(Clause(text, words, number, frozenset(traits)))
            if len(found) == _AT_MOST:
                return found
    return found


def _sentences(text: str) -> Iterator[str]:
    text = _unwrapped(text)
    begun = 0
    for end in _END.finditer(text):
        if end[0] == "." and _NO_END.search(text, max(0, end.start() - 5), end.start()):
            continue
        yield text[begun : end.start()]
        begun = end.end()
    yield text[begun:]


def _unwrapped(text: str) -> str:
    """Lines that a program has broken, put together."""
    lines = [line.strip() for line in text.splitlines()]
    joined: list[str] = []
    long = False
    for line in lines:
        if long and line:
            joined[-1] += f" {line}"
        else:
            joined.append(line)
        long = len(line) >= _WRAPPED and not line.endswith((".", "!", ":", ";", ","))
    return "\n".join(joined)


def _words(text: str) -> str:
    plain = normalize("NFKC", text).casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    return " ".join(WORD.findall(plain))


def _sayings(texts: Iterable[str]) -> Sayings:
    """Phrases as clauses are compared: without what may stand in between."""
    return Sayings(plain for text in texts if (plain := bare_of(text)))


def _phrases(texts: Iterable[str]) -> tuple[str, ...]:
    """The same for those with gaps; one word that is left would be too few."""
    return tuple(dict.fromkeys(plain if " " in (plain := bare_of(text)) else text for text in texts))


_CLOSINGS = frozenset(" ".join(WORD.findall(closing)) for closing in CLOSINGS)
_GREETINGS = Sayings((*GREETINGS, *OPENINGS))
_YES, _SI, _NO = Sayings(phrases.YES_FIRST), Sayings(phrases.SI_BEFORE), Sayings(phrases.NO_FIRST)
_ACCEPTS, _CONFIRMS, _ATTENDANCE = _phrases(phrases.ACCEPTS), _sayings(phrases.CONFIRMS), _phrases(phrases.ATTENDANCE)
_AGREES = frozenset(map(bare_of, phrases.AGREES))
_AGREES_AFTER_YES = frozenset(map(bare_of, phrases.AGREES_AFTER_YES))
_CANNOT_AT_ALL = frozenset(map(bare_of, refusing.CANNOT_AT_ALL))
_CANNOT = _phrases((*refusing.CANNOT, *(one for one in DECLINE if one not in refusing.NOT_ENOUGH)))
_GIVES_BACK = _phrases(refusing.GIVES_BACK)
_NOT = Sayings(one for one in NOT if one != "no")
_TAKING_BACK, _ENTRIES = Sayings(TAKING_BACK), Sayings(phrases.ENTRIES)
_COMES = Sayings(aside.COMES_AFTER_ALL)
_LOOKED_FOR = {
    Trait.unsure: Sayings((*aside.UNSURE, *aside.UNSURE_BEHIND)),
    Trait.otherwise: Sayings(aside.OTHERWISE),
    Trait.but: Sayings(aside.BUT),
    Trait.another_time: Sayings(aside.ANOTHER_TIME),
    Trait.would: Sayings(phrases.WOULD),
}
_POLITE_TRAITS = {
    Trait.courtesy: Sayings(aside.COURTESY),
    Trait.guest: Sayings(aside.GUEST),
    Trait.arriving: Sayings(aside.ARRIVING),
    Trait.contact: Sayings(aside.CONTACT),
}
_TELLS = frozenset({Trait.guest, Trait.arriving, Trait.contact})
_DAYS = Sayings(aside.DAYS)


_PARDON = without((*phrases.PARDON, *phrases.PARTINGS))
_IDIOM, _NOT_MISSING, _THAT_DAY = map(without, (phrases.IDIOMS, phrases.COMES_WITH_A_NOT, aside.THAT_DAY))
_WHY, _AND = without(aside.BECAUSE), without(phrases.AND)


def _traits(text: str, words: str, before: Clause | None, *, alone: bool, closed: bool) -> set[Trait]:
    """before: the clause before it. alone: its line is nothing else. closed: below the closing."""
    if words in _CLOSINGS or (before is None and _is_greeting(words)):
        return {Trait.courtesy, Trait.empty}
    missed = _NOT_MISSING.sub(" ", words)
    idle = _IDIOM.sub(" ", missed)
    said = " ".join(_PARDON.sub(" ", idle).split())
    traits = {Trait.accepts} if missed != words else set()
    if idle != missed or _COMES.within(words):
        traits.add(Trait.comes)
    if not bare_of(said) and _YES.opening(said) is None:
        return traits | {Trait.empty}
    traits |= {trait for trait, sayings in _LOOKED_FOR.items() if sayings.within(said)}
    first_word, _, more = said.partition(" ")
    if first_word in aside.UNSURE_FIRST and more:
        traits.add(Trait.unsure)
    if first_word in aside.BUT_FIRST:
        traits.add(Trait.but)
    traits = _settled(traits | _of_coming(text, said), said) | _polite(text, said)
    if Trait.yes in traits and Trait.accepts not in traits and not traits & _TELLS:
        return traits if _is_plain_yes(said) else traits | {Trait.unknown}
    if not traits & {Trait.accepts, Trait.refuses, Trait.courtesy, *_TELLS}:
        named = (before is not None and alone and _is_name(text)) or (closed and len(said.split()) <= _SIGNED)
        traits.add(Trait.name if named else Trait.unknown)
    return traits


def _is_greeting(words: str) -> bool:
    """`Dear colleagues`, which is not about a colleague."""
    short = len(words.split()) <= _GREETING and _GREETINGS.opening(words) is not None
    return short and not _of_coming(words, words) & {Trait.yes, Trait.accepts, Trait.refuses, Trait.denies}


def _of_coming(text: str, said: str) -> set[Trait]:
    said = _GREETINGS.opening(said) or said
    after = _after_yes(said)
    bare = bare_of(said if after is None else after)
    found = {Trait.yes} if after is not None else set()
    if after is not None and _YES.opening(bare) == "":
        bare = ""
    found |= _refuses(text, said, bare)
    if Trait.refuses not in found or _AND.search(bare):  # `I come` is part of `I come not`, unless both are said
        found |= _accepts(text, bare, behind_yes=after is not None)
    if _denies(bare):
        found.add(Trait.denies)
    return found


def _settled(found: set[Trait], said: str) -> set[Trait]:
    """What stands when a clause says two things of coming, and what its days speak of."""
    opening, _, bare = bare_of(said).partition(" ")
    bare = bare if opening in phrases.JOINING else f"{opening} {bare}".strip()
    if Trait.comes in found and Trait.denies in found and not _AND.search(bare):
        found.discard(Trait.comes)  # `I can come` is part of `I do not think that I can come`
    if Trait.accepts in found and Trait.denies in found:
        found.add(Trait.unsure)
    if _TAKING_BACK.within(bare) and _ENTRIES.within(bare):
        found.add(Trait.entry)
    if _DAYS.within(_head(bare)) or any(map(str.isdigit, _head(bare))):
        found.add(Trait.days)
    return found


def _head(bare: str) -> str:
    """What stands before the reason, and speaks of other days than those of the meeting."""
    why = _WHY.search(bare)
    return _THAT_DAY.sub(" ", bare[: why.start()] if why else bare)


def _after_yes(said: str) -> str | None:
    """What follows the yes that a clause opens with; None if it opens with none."""
    for words in (said, bare_of(said)):
        if (after := _YES.opening(words)) is not None:
            return after
        first, _, after = words.partition(" ")
        if first == "si" and (not after or _SI.opening(after) is not None):
            return after
    return None


def _refuses(text: str, said: str, bare: str) -> set[Trait]:
    """unsure beside refuses: what is refused may be less than the meeting."""
    after = _NO.opening(bare)
    if after is not None and all(word in phrases.AFTER_NO for word in after.split()):
        return {Trait.refuses} if after or bare != said else {Trait.refuses, Trait.curt}
    plain = bare if after is None else after
    plain = plain[: why.start()].strip() if (why := _WHY.search(plain)) else plain
    shorter = plain.partition(" ")[2] if plain.partition(" ")[0] in phrases.JOINING else plain
    if not {plain, shorter, bare}.isdisjoint(_CANNOT_AT_ALL):
        return {Trait.refuses}
    cannot = [one for words in dict.fromkeys((bare, said)) for one in around(_CANNOT, words)]
    gives_back = around(_GIVES_BACK, bare)
    if not cannot and not gives_back:
        return set()
    if gives_back and all(_denies(" ".join(rest)) for _, rest in gives_back):  # `I do not want to cancel`
        return {Trait.refuses, Trait.unsure}
    if all(_denies(rest[0]) for _, rest in (*cannot, *gives_back)):  # `it is not that I cannot come`
        return {Trait.refuses, Trait.unsure}
    whole = any(refuses_whole(phrase, rest, _capitals(text)) for phrase, rest in (*cannot, *gives_back))
    return {Trait.refuses} if whole else {Trait.refuses, Trait.unsure}


def _capitals(text: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in WORD.findall(text) if word[:1].isupper())


def _accepts(text: str, bare: str, *, behind_yes: bool) -> set[Trait]:
    """unsure beside accepts: it may be of less than the meeting, or not of coming."""
    if bare in (_AGREES_AFTER_YES if behind_yes else _AGREES):
        return {Trait.accepts}
    found = around(_ACCEPTS, bare)
    if not found and _CONFIRMS.within(bare):
        found = around(_ATTENDANCE, bare)
    if not found:
        return set()
    whole = any(accepts_whole(rest[0], rest[-1], _capitals(text)) for _, rest in found)
    return {Trait.accepts} if whole else {Trait.accepts, Trait.unsure}


def _denies(bare: str) -> bool:
    """Whether a `not` stands there. `No` is one but in Portuguese, where it is `in the`."""
    words = bare.split()
    return _NOT.within(bare) or ("no" in words and _PORTUGUESE.isdisjoint(words))


def _goes_on(words: str, traits: set[Trait]) -> bool:
    """`Yes, I do`, `Ja, det vill jag`: behind the comma stands what could stand behind the yes."""
    said = bare_of(words)
    return said in _AGREES_AFTER_YES or (traits == {Trait.unknown} and all(word in phrases.AFTER_YES for word in said.split()))


def _is_plain_yes(said: str) -> bool:
    after = _after_yes(_GREETINGS.opening(said) or said)
    return after is not None and all(word in phrases.AFTER_YES or word in phrases.IN_BETWEEN for word in after.split())


def _polite(text: str, said: str) -> set[Trait]:
    """What a clause that is not too long speaks of, which is no part of a yes or no."""
    if len(said.split()) > _POLITE:
        return set()
    found = {trait for trait, sayings in _POLITE_TRAITS.items() if sayings.within(said)}
    if "@" in text or "://" in text or sum(map(str.isdigit, text)) >= _PHONE:
        found.add(Trait.contact)
    return found


def _is_name(text: str) -> bool:
    words = text.split()
    return 0 < len(words) <= _NAME and all(word[:1].isupper() for word in words) and not any(map(str.isdigit, text))
