"""Which entries are meant: numbers in lists and ranges, references, the rest, the shortlist, the top 20."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from mailbot.core.ordering.doubting import doubts
from mailbot.core.ordering.shapes import MOST_NUMBERS, Which
from mailbot.core.ordering.tokens import Token

_MOST_LITTLE = 6  # words such as `please the` before a number; what is looked at again and again must be short
_SHORTEST_NOUN = 5  # `nos` and `ids` stand before numbers only
_MOST_NAMES = 4  # words of a name in brackets


@dataclass(frozen=True, slots=True)
class Target:
    """As the fields of `Order`; end: the place behind the last token."""

    end: int
    numbers: tuple[int, ...] = ()
    references: tuple[str, ...] = ()
    which: Which | None = None
    top: int | None = None


@dataclass(frozen=True, slots=True)
class _Item:
    """One number, range or reference. numbered: the word such as `nr` that stands before it, or ''."""

    end: int
    numbers: tuple[int, ...] = ()
    reference: str = ""
    numbered: str = ""


class NotPlain(Exception):
    """It may be read in two ways, or is beyond all bounds."""


def target(said: Sequence[Token], at: int, speaking: frozenset[str], *, parted: bool = False) -> Target | None:
    """The target that begins here, None if none does. speaking: the languages of the verbs around, for `3 a 7`. parted: a list
    ends at the comma behind its `and`."""
    found = _top(said, at) or _which(said, at)
    if found is not None:
        return found
    first = _item(said, at, speaking)
    if first is None:
        return None
    items = [first]
    while not (parted and _is_last(said, items)) and (following := _next(said, items[-1].end, items[0], speaking)) is not None:
        if isinstance(following, Target):
            return replace(_joined(items), end=following.end, which=following.which)
        items.append(following)
    return _joined(items)


def _is_last(said: Sequence[Token], items: Sequence[_Item]) -> bool:
    """`3, 7 and 12,`"""
    end = items[-1].end
    if len(items) < 2 or end >= len(said) or said[end].mark != ",":
        return False
    return any(_is_and(token) for token in said[items[-2].end : end])


def _joined(items: Sequence[_Item]) -> Target:
    numbers = tuple(dict.fromkeys(number for item in items for number in item.numbers))
    if len(numbers) > MOST_NUMBERS:
        raise NotPlain
    references = tuple(dict.fromkeys(item.reference for item in items if item.reference))
    return Target(items[-1].end, numbers, references)


def _next(said: Sequence[Token], at: int, first: _Item, speaking: frozenset[str]) -> _Item | Target | None:
    """What goes on with the list: after a comma, an `and`, or a blank alone. `invita 3, no 4` is no list of two."""
    here, most = at, min(len(said), at + _MOST_LITTLE)
    while here < most and (said[here].mark in {",", "&", "+"} or _is_and(said[here])):
        here += 1
    item = _item(said, here, speaking)
    if item is None:
        rest = _which(said, here)
        return rest if rest is not None and rest.which is Which.rest and here > at else None
    if here == at and said[at].digits not in {"number", "reference"} and said[at].text not in {"#", "№"}:
        raise NotPlain  # `3 o 7`, `3 the 7`
    if item.numbered == "no" and first.numbered not in {"no", "nos"}:
        raise NotPlain
    return item


def _is_and(token: Token) -> bool:
    return token.does("and")


def _item(said: Sequence[Token], at: int, speaking: frozenset[str]) -> _Item | None:
    """`3`, `#3`, `no. 3`, `numbers 3 to 9`, `del 3 al 9`, a reference; a name in brackets may stand behind."""
    here, numbered = _past_numbering(said, at)
    if here >= len(said):
        return None
    if said[here].digits == "reference":
        return _Item(_past_name(said, here + 1), reference=said[here].text, numbered=numbered)
    if said[here].digits != "number":
        return None
    low = said[here].number
    if low is None:
        raise NotPlain
    high_at = _range(said, here + 1, speaking)
    if high_at is None:
        return _Item(_past_name(said, here + 1), (low,), numbered=numbered)
    high = said[high_at].number
    again = _range(said, high_at + 1, speaking)
    if high is None or again is not None or not low < high <= low + MOST_NUMBERS - 1:
        raise NotPlain
    return _Item(_past_name(said, high_at + 1), tuple(range(low, high + 1)), numbered=numbered)


def _past_numbering(said: Sequence[Token], at: int) -> tuple[int, str]:
    """Behind what stands before a number, and the word that says so; a `no` without a dot stands right before it, or denies."""
    here, numbered = at, ""
    while here < min(len(said), at + _MOST_LITTLE):
        token = said[here]
        if token.does("numbering"):
            numbered = token.text.casefold()
            if numbered == "no" and (here + 1 >= len(said) or not (said[here + 1].digits or said[here + 1].mark == ".")):
                raise NotPlain
        elif token.mark == "." and numbered == "no":
            numbered = "no."
        elif not (token.does("little", "from") or (numbered and token.mark in {".", ":"})):
            break
        here += 1
    return here, numbered


def _range(said: Sequence[Token], at: int, speaking: frozenset[str]) -> int | None:
    """Where the upper end of a range stands, if a dash or a `to` and a number follow."""
    here, is_to, most = at, False, min(len(said), at + _MOST_LITTLE)
    while here < most and (said[here].mark == "-" or _is_to(said[here], speaking)):
        is_to = True
        here += 1
    while is_to and here < most and said[here].does("little"):
        here += 1
    return here if is_to and here < len(said) and said[here].digits == "number" else None


def _is_to(token: Token, speaking: frozenset[str]) -> bool:
    """`3 a 7` is `3 to 7` beside a Spanish verb and `3 and 7` beside a Czech one."""
    if not token.does("to"):
        return False
    if not token.does("and"):
        return True
    to = bool(token.meanings["to"].languages & speaking)
    both = bool(token.meanings["and"].languages & speaking)
    if to == both:
        raise NotPlain
    return to


def _past_name(said: Sequence[Token], at: int) -> int:
    """Behind `(Anna Berg)`; anything else in brackets says more than a name."""
    if at >= len(said) or said[at].mark != "(":
        return at
    names = list(takewhile(_is_name, said[at + 1 : at + 1 + _MOST_NAMES]))
    close = at + 1 + len(names)
    return close + 1 if names and close < len(said) and said[close].mark == ")" else at


def _is_name(token: Token) -> bool:
    """`(Maybe)` is none."""
    return token.unknown and token.text[:1].isupper() and not doubts(token.text)


def _top(said: Sequence[Token], at: int) -> Target | None:
    here = _past_little(said, at)
    if here + 1 >= len(said):
        return None
    first, second = said[here], said[here + 1]
    if first.does("best") and second.digits == "number":
        number, beyond = second.number, said[here + 2] if here + 2 < len(said) else None
        if number is None or (beyond is not None and (beyond.mark == "-" or beyond.digits)):
            raise NotPlain
        return Target(_past_noun(said, here + 2), top=number)
    if first.digits == "number" and second.does("best") and first.number is not None:
        return Target(_past_noun(said, here + 2), top=first.number)
    return None


def _past_little(said: Sequence[Token], at: int) -> int:
    most = min(len(said), at + _MOST_LITTLE)
    while at < most and said[at].does("little"):
        at += 1
    return at


def _past_noun(said: Sequence[Token], at: int) -> int:
    """`the incomplete applications`; before a number the noun belongs to that."""
    if not _is_noun(said, at) or (at + 1 < len(said) and (said[at + 1].digits or said[at + 1].mark in {".", ":"})):
        return at
    return at + 1


def _past_nouns_before(said: Sequence[Token], at: int) -> int:
    """`les dossiers incomplets`"""
    if not _is_noun(said, at):
        return at
    here = _past_little(said, at + 1)
    return here if here < len(said) and said[here].does("which") else at


def _is_noun(said: Sequence[Token], at: int) -> bool:
    return at < len(said) and said[at].does("numbering") and len(said[at].text) >= _SHORTEST_NOUN


def _which(said: Sequence[Token], at: int) -> Target | None:
    """`the rest`, `everyone on the shortlist`: the last of several words of this kind is the one that counts after `all`."""
    here = _past_nouns_before(said, _past_little(said, at))
    found: Target | None = None
    while here < min(len(said), at + 2 * _MOST_LITTLE) and said[here].does("which"):
        value = Which(said[here].value("which"))
        if found is not None and found.which is not Which.all:
            raise NotPlain
        here = _past_noun(said, here + 1)
        found = Target(here, which=value)
        last = here if value is Which.all else len(said)
        while last < min(len(said), at + _MOST_LITTLE) and (said[last].does("little", "upon") or said[last].mark == ","):
            last += 1
        here = last if last < len(said) and said[last].does("which") else here
    return found
