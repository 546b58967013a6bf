"""People that stand in lines of their own, as on a card: `Ada Example, Meadow Trust, ada@example.org`."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from mailbot.core.announcement.addresses import Found, addresses_in
from mailbot.core.announcement.names import Name, names_in
from mailbot.core.announcement.page import Block, Kind, PageLine
from mailbot.core.announcement.taken import Taken

_LONGEST = 160  # characters of such a line
_BEHIND = re.compile(r"\s*(?:[,(:;|–—/\t-]|\s{2}|\Z)")
_SENTENCE = re.compile(r"[.!?]\s+[^\W\d_a-zà-ÿ]\w*\s+\w+\s+\w+\s")


@dataclass(frozen=True, slots=True)
class Person:
    """name: as printed, without title. address: None where none is printed. role: the words of a label before, or ''."""

    name: str
    address: str | None
    role: str = ""


def cards_of(blocks: Sequence[Block], reached_below: Callable[[Block], str | None]) -> Mapping[int, list[Taken[Person]]]:
    """The people of blocks of which each line is a card, by place: at least one of those that stand together has an address.

    reached_below: the address that a block gives for those in the lines above it, None where it gives none.
    """
    found: dict[int, list[Taken[Person]]] = {}
    run: dict[int, list[Taken[Person]]] = {}
    for place, block in enumerate(blocks):
        its = _of(block)
        if its:
            run[place] = its
            continue
        found |= _with_an_address(run) or _sharing(run, reached_below(block) if run else None)
        run = {}
    return found | _with_an_address(run)


def _with_an_address(run: dict[int, list[Taken[Person]]]) -> dict[int, list[Taken[Person]]]:
    return run if any(one.value.address for people in run.values() for one in people) else {}


def _sharing(run: dict[int, list[Taken[Person]]], address: str | None) -> dict[int, list[Taken[Person]]]:
    """Each with the address that all of them share; none without it."""
    if address is None:
        return {}
    return {place: [replace(one, value=replace(one.value, address=address)) for one in its] for place, its in run.items()}


def _of(block: Block) -> list[Taken[Person]]:
    """None unless each line is one."""
    if block.kind is Kind.heading or len(block.text) > _LONGEST * 4:
        return []
    people = [_card(line, block) for line in block.lines]
    return [one for one in people if one] if all(people) else []


def _card(line: PageLine, block: Block) -> Taken[Person] | None:
    if len(line.text) > _LONGEST or _SENTENCE.search(line.text) or "?" in line.text:
        return None
    named = names_in(line.text)
    if not named or line.text[: named[0].start].strip(" .,\t") not in _titles(line.text, named[0]):
        return None
    name = named[0]
    if not _BEHIND.match(line.text, name.end):
        return None
    addresses = addresses_in(block if len(block.lines) == 1 else Block((line,)))
    own = list(_own(addresses))
    if len(own) > 1:
        return None
    return Taken(Person(name.text, own[0] if own else None), line.number, line.text)


def _titles(text: str, name: Name) -> tuple[str, ...]:
    """What may stand before a name: nothing, or its titles, none longer than five letters but for their dot."""
    before = text[: name.start].strip(" .,\t")
    return (before,) if all(len(word.strip(".")) <= 5 and word.endswith(".") for word in text[: name.start].split()) else ("",)


def _own(addresses: Sequence[Found]) -> Iterator[str]:
    yield from dict.fromkeys(address.value for address in addresses)
