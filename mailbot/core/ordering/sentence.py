"""One sentence to orders: what is read is read to its last word, or the sentence is none.

Each part of a sentence is a letter, and the grammar is a pattern over letters: verbs stand before what they are done to, or all
behind it: `invite 3, decline rest`, `3 einladen, Rest ablehnen`. A sentence that mixes both could be cut in two ways; only the
rest may stand before the last verb of any (`invite 3, the rest on the waiting list`). Where commas part it, and each part is
whole by itself, it may mix: `invite 3 and 7, 4 on the waiting list`, but not `invite 3, 4 on the waiting list`.

    V verb    Z verb alone    K yes    T target    L on a list    P puts    S stem    B stem that also puts    X particle
    R the rest    E extend    D day    , a comma or an `and` between parts, where these are asked for
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice

from mailbot.core.ordering.days import Moment, moment
from mailbot.core.ordering.shapes import Order, Verb, Which
from mailbot.core.ordering.targets import NotPlain, Target, target
from mailbot.core.ordering.tokens import Token
from mailbot.core.phrases.ordering import PARTED, TELLING

_ANYWHERE = r"ED|DE|Z[TR]|Z|K"
_FIRST = re.compile(
    r"^L(?:TR?|R)|VTR(?!LP?$|V$|SX$)|V[TR]|VL|[PB](?:TR?|R)L(?:TL)*|[PB]L(?:TR?|R)|[SB](?:TR?|R)X|SX(?:TR?|R)|[SB][TR]"
    rf"|R(?:LP?|PL|V|SX)$|{_ANYWHERE}"
)
_LAST = re.compile(rf"^L(?:TR?|R)P|(?:TR?|R)(?:LP|PL|SX|V|L)|[TR]Z|{_ANYWHERE}")
WITH_WHICH = {
    Verb.invite: frozenset({Which.rest, Which.all, Which.shortlist, Which.waiting}),
    Verb.reserve: frozenset({Which.rest, Which.all, Which.shortlist}),
    Verb.hold: frozenset({Which.rest, Which.all, Which.shortlist, Which.waiting}),
    Verb.decline: frozenset({Which.rest, Which.all, Which.incomplete, Which.waiting}),
    Verb.undo: frozenset({Which.all}),
    Verb.drop: frozenset[Which](),
    Verb.show: frozenset({Which.all, Which.incomplete, Which.shortlist, Which.waiting}),
    Verb.remind: frozenset({Which.all, Which.incomplete}),
}
_WITH_BOTH = frozenset({Verb.reserve, Verb.hold, Verb.decline})
_PIECES = re.compile(r"[^\W\d_]+")
_MARKS = frozenset({",", ":", "-", "&", "+", "."})
_MOST_OF_DAY = 20  # tokens
_NEAR = 8  # tokens between `laat` and `zien`
_MOST_LITTLE = 4  # words such as `the` between `on` and `waiting list`
WITH_TOP = frozenset({Verb.invite, Verb.reserve, Verb.show})


@dataclass(frozen=True, slots=True)
class _Part:
    letter: str
    value: object = None


class _NoOrder(Exception):
    pass


def orders(said: Sequence[Token], today: date) -> tuple[Order, ...] | None:
    """The orders of a sentence without a reason, None where it is not wholly understood."""
    if [token.text.casefold() for token in said[:2]] == ["on", "a"]:  # `on a invite 3`, without the accent of the past
        return None
    for read in (_whole, _in_clauses):
        try:
            return tuple(read(said, today))
        except (NotPlain, _NoOrder):
            continue
    return None


def _whole(said: Sequence[Token], today: date) -> Iterator[Order]:
    yield from _cut(list(_parts(said, today)))


def _in_clauses(said: Sequence[Token], today: date) -> Iterator[Order]:
    clause: list[_Part] = []
    for part in (*_parts(said, today, parted=True), _Part(",")):
        if part.letter != ",":
            clause.append(part)
        elif clause:
            yield from _cut(clause)
            clause = []


def _parts(said: Sequence[Token], today: date, *, parted: bool = False) -> Iterator[_Part]:
    """parted: with the commas, and a list ends at the comma behind its `and`."""
    speaking = frozenset(
        language
        for token in said
        for kind in ("verb", "stem", "put", "list")
        if kind in token.meanings
        for language in token.meanings[kind].languages
    )
    extends = any(token.does("extend") for token in said)
    at = 0
    while at < len(said):
        found = _moment(said, at, today) if extends else None
        if found is not None:
            yield _Part("D", found[0])
            at = found[1]
            continue
        meant = None if _is_part(said, at) else target(said, at, speaking, parted=parted)
        if meant is not None:
            yield from _targets(meant)
            at = meant.end
            continue
        part = _word(said, at)
        if part is not None:
            yield part
        elif parted and _parts_clauses(said, at):
            yield _Part(",")
        at += 1


def _parts_clauses(said: Sequence[Token], at: int) -> bool:
    token = said[at]
    return token.mark == "," or (token.does("and") and not (token.does("upon") and _stands_before_list(said, at + 1)))


def _targets(meant: Target) -> Iterator[_Part]:
    if meant.which is not Which.rest:
        yield _Part("T", meant)
        return
    if meant.numbers or meant.references:
        yield _Part("T", replace(meant, which=None))
    yield _Part("R", Target(meant.end, which=Which.rest))


def _moment(said: Sequence[Token], at: int, today: date) -> tuple[Moment, int] | None:
    """The day that begins here or behind small words, and where it ends."""
    for here in range(at, min(len(said), at + _MOST_LITTLE)):
        found = moment(said[here : here + _MOST_OF_DAY], today)
        if found is not None:
            return found, here + found.end
        if not said[here].does("little"):
            return None
    return None


def _is_part(said: Sequence[Token], at: int) -> bool:
    """Whether a verb stands here rather than the first small word before a number."""
    return said[at].does("verb", "alone", "extend", "list", "put", "stem") and not said[at].does("which", "best")


def _word(said: Sequence[Token], at: int) -> _Part | None:
    """What one token does outside of targets and days; None: nothing. Raises _NoOrder where it is not known."""
    token = said[at]
    if token.does("list") and (not token.does("verb") or _upon(said, at - 1)):
        return _Part("L", Verb(token.value("list")))
    if token.does("verb") and not (token.text.casefold() in TELLING and at and _names(said[at - 1])):
        return _Part("V", Verb(token.value("verb")))
    if token.does("seeing") and not any(before.does("stem") for before in said[max(0, at - _NEAR) : at]):
        return _Part("V", Verb.show)
    if token.does("stem") or token.does("put"):
        letter = "B" if token.does("stem") and token.does("put") else "S" if token.does("stem") else "P"
        return _Part(letter, token.value("stem") if token.does("stem") else None)
    if token.does("alone") and _goes_with_verb(said, at):
        return None
    for kind, letter in (("alone", "Z"), ("extend", "E")):
        if token.does(kind):
            return _Part(letter, Verb(token.value(kind)))
    if token.does("yes"):
        return _yes(said, at)
    if token.does("upon") and _stands_before_list(said, at + 1):
        return None
    if token.does("particle"):
        return _Part("X", " ".join(_PIECES.findall(token.text.casefold())))
    if token.does("little", "praise", "and", "please", "asking", "allowing", "able") or token.mark in _MARKS:
        return None
    raise _NoOrder


def _goes_with_verb(said: Sequence[Token], at: int) -> bool:
    """`send the reminder to 7`, `Einladung an 3 schicken`: what is sent says what is done."""
    if said[at].value("alone") != "send":
        return False
    after = islice((token for token in said[at + 1 :] if not token.does("little", "please")), 1)
    before = islice((token for token in reversed(said[:at]) if not token.does("little", "please")), 1)
    return any(token.does("verb") for token in after) or any(
        _names(token) and not (token.does("which") and token.value("which") == "all") for token in before
    )


def _names(token: Token) -> bool:
    return bool(token.digits) or token.does("which")


def _yes(said: Sequence[Token], at: int) -> _Part:
    """`ok` may stand before an order without a mark; a `si` that does is an `if`."""
    if at and said[at].text.casefold() == "si":
        raise _NoOrder
    following = said[at + 1] if at + 1 < len(said) else None
    ends = following is None or bool(following.mark) or following.does("yes", "little", "praise", "alone", "and")
    if not ends and said[at].text.casefold() not in {"ok", "okay"}:
        raise _NoOrder
    return _Part("K", Verb.ok)


def _upon(said: Sequence[Token], at: int) -> bool:
    before = said[max(0, at - _MOST_LITTLE) : at + 1]
    last = next((token for token in reversed(before) if not token.does("little") or token.does("upon")), None)
    return last is not None and last.does("upon")


def _stands_before_list(said: Sequence[Token], at: int) -> bool:
    following = (token for token in said[at : at + _MOST_LITTLE] if not token.does("little") or token.does("list"))
    first = next(following, None)
    return first is not None and first.does("list")


def _cut(parts: Sequence[_Part]) -> Iterator[Order]:
    letters = "".join(part.letter for part in parts)
    for grammar in (_FIRST, _LAST):
        units = list(grammar.finditer(letters))
        if units and "".join(unit[0] for unit in units) == letters:
            for unit in units:
                yield from _made(parts[unit.start() : unit.end()], unit[0])
            return
    raise _NoOrder


def _made(parts: Sequence[_Part], letters: str) -> Iterator[Order]:
    """The orders of one unit."""
    by_letter = {part.letter: part.value for part in parts}
    targets = _together(parts)
    if "Z" in letters or letters == "K":
        verb = _verb(by_letter[letters.strip("TR")])
        if targets and (verb is not Verb.send or targets[0].which is not Which.all):
            raise _NoOrder
        yield Order(verb)
    elif "D" in letters:
        when = by_letter["D"]
        if not isinstance(when, Moment):
            raise _NoOrder
        yield Order(Verb.extend, day=when.day, at=when.at)
    elif letters == "VL":
        if by_letter["L"] is not Verb.reserve:
            raise _NoOrder
        yield _order(_verb(by_letter["V"]), Target(0, which=Which.waiting))
    elif "L" in letters:
        lists = [part.value for part in parts if part.letter == "L"]
        for upon, meant in zip(lists, targets, strict=True):
            yield _order(_verb(upon), meant)
    elif "V" in letters:
        yield _order(_verb(by_letter["V"]), targets[0])
    else:
        ways = PARTED[int(str(by_letter.get("S") or by_letter.get("B")))][2]
        verb_name = ways.get(str(by_letter.get("X", "")))
        if verb_name is None:
            raise _NoOrder
        yield _order(Verb(verb_name), targets[0])


def _together(parts: Sequence[_Part]) -> list[Target]:
    """The targets of a unit; numbers and the rest behind them are one."""
    found: list[Target] = []
    before = ""
    for part in parts:
        if isinstance(part.value, Target):
            if before == "T" and part.letter == "R":
                found[-1] = replace(found[-1], which=Which.rest)
            else:
                found.append(part.value)
        before = part.letter
    return found


def _verb(value: object) -> Verb:
    if not isinstance(value, Verb):
        raise _NoOrder
    return value


def _order(verb: Verb, meant: Target) -> Order:
    """The order, where this verb can be done to such a target."""
    if meant.which is not None and (meant.numbers or meant.references) and verb not in _WITH_BOTH:
        raise _NoOrder
    if meant.top is not None and verb not in WITH_TOP:
        raise _NoOrder
    if meant.which is not None and meant.which not in WITH_WHICH.get(verb, frozenset()):
        raise _NoOrder
    return replace(Order(verb), numbers=meant.numbers, references=meant.references, which=meant.which, top=meant.top)
