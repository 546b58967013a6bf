"""The people of a call: those named for questions, those who take the answers, those who sign it or are listed as its staff."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from mailbot.core.announcement.addresses import Found, addresses_in
from mailbot.core.announcement.cards import Person, cards_of
from mailbot.core.announcement.names import Name, is_name, names_in
from mailbot.core.announcement.page import Block, Kind
from mailbot.core.announcement.phrasebook import Phrasebook
from mailbot.core.announcement.sentences import Sentence, sentences
from mailbot.core.announcement.taken import Taken
from mailbot.core.meaning import plain_letters
from mailbot.core.phrases import sending
from mailbot.core.phrases.signoff import CLOSINGS, SHORT_CLOSINGS

_CONTACT = Phrasebook(sending.CONTACT)
_SENDS = Phrasebook(sending.SENDS)
_SHORT = 100  # characters of a line that is a contact and no sentence
_FAR = 70  # characters between the words that lead to names and the first of them
_NEAR = 90  # characters between a name and its address
_BELOW_HEADING = 8  # blocks in which people stand
_GREETING = 40  # characters of a closing phrase
_ROLE = 60  # characters of a line that names an office, below a closing phrase
_BELOW = 4  # the same of a closing phrase


def contacts(blocks: Sequence[Block], language: str, second: str = "") -> tuple[Taken[Person], ...]:
    """In the order in which they are named; each once. second: the language of blocks that are foreign."""
    found: dict[str, Taken[Person]] = {}
    for taken in _Search(blocks, language, second).people():
        key = taken.value.name.casefold()
        known = found.get(key)
        if known is None:
            found[key] = taken
        else:
            address = known.value.address or taken.value.address
            found[key] = replace(known, value=replace(known.value, address=address, role=known.value.role or taken.value.role))
    return tuple(_with_addresses(tuple(found.values()), blocks))


class _Search:
    def __init__(self, blocks: Sequence[Block], language: str, second: str) -> None:
        self._blocks = blocks
        self._languages = (language, second or language)
        self._addresses = [address.value for block in blocks for address in addresses_in(block)]

    def people(self) -> Iterator[Taken[Person]]:
        below = 0  # lines for which the heading above says that people follow
        cards = cards_of(self._blocks, self._reached_below)
        for place, block in enumerate(self._blocks):
            if place in cards:
                yield from cards[place]
                below = max(below - 1, 0)
                continue
            if made := self._by_address(block):
                yield made
                continue
            is_lead = len(block.text) < _SHORT and self._is_of_contacts(block)
            is_signed = len(block.text) < _SHORT and self._is_below_sign_off(place)
            is_heading = block.kind is Kind.heading and not addresses_in(block)
            if is_heading and not is_signed and not (is_lead and names_in(block.text)):
                below = _BELOW_HEADING if is_lead else 0
                continue
            found = list(self._of_block(block, place, below > 0))
            yield from found
            below = max(below - 1, 0)
            if is_lead and block.text.rstrip().endswith(":"):
                below = _BELOW_HEADING

    def _reached_below(self, block: Block) -> str | None:
        """The address at which those in the lines above are reached: `You reach both at …`."""
        found, language = {a.value for a in addresses_in(block)}, self._languages[block.foreign]
        if len(found) != 1 or len(block.text) > _SHORT or names_in(block.text) or _SENDS.first(block.text, language):
            return None
        return found.pop() if _CONTACT.first(block.text, language) else None

    def _by_address(self, block: Block) -> Taken[Person] | None:
        """Who stands alone on a line, and has an address made of the name somewhere."""
        if len(block.text) >= _ROLE or not is_name(block.text):
            return None
        (name,) = names_in(block.text)
        own = next((address for address in self._addresses if _is_made_of(name.text, address)), None)
        return None if own is None else _person(block, name, own, "")

    def _is_of_contacts(self, block: Block) -> bool:
        lead = _CONTACT.first(block.text, self._languages[block.foreign])
        is_heading = block.kind is Kind.heading and not addresses_in(block)
        if lead is None or (is_heading and lead.start() > 3 and names_in(block.text)):
            return False
        return block.text[lead.end() :][:5] != " for "

    def _of_block(self, block: Block, place: int, listed: bool) -> Iterator[Taken[Person]]:
        addresses = addresses_in(block)
        if len(block.text) < _SHORT and self._is_below_sign_off(place):
            for name in names_in(block.text):
                yield _person(block, name, None, "")
            return
        for sentence in _whole(block, addresses):
            within = [a for a in addresses if sentence.start <= a.start < sentence.start + len(sentence.text)]
            names = self._named(sentence, within, listed, self._languages[block.foreign])
            shared = within or self._said_next(sentence, addresses, block) if names else within
            yield from _matched(block, names, shared, _role(sentence, names, listed))

    def _named(self, sentence: Sentence, addresses: list[Found], listed: bool, language: str) -> list[Name]:
        """The names of a sentence that is about people to turn to, or that stand beside an address."""
        text, start = sentence.text, sentence.start
        every = [replace(n, start=n.start + start, end=n.end + start) for n in names_in(text, 0, language)]
        if listed:
            return every
        leads = [
            lead.end()
            for book in (_CONTACT, _SENDS)
            for lead in book.every(text, language)
            if text[lead.end() :][:5] != " for "
        ]
        for lead in sorted(leads):
            names = [replace(n, start=n.start + start, end=n.end + start) for n in names_in(text, lead, language)]
            if names and names[0].start - start - lead <= _FAR:
                return _in_a_row(names)
        return [name for name in every if any(_is_beside(text, start, name, address) for address in addresses)]

    def _said_next(self, sentence: Sentence, addresses: list[Found], block: Block) -> list[Found]:
        """The address in the next sentence of the paragraph: `… run by Ada and Bert. You reach both at …`."""
        end = sentence.start + len(sentence.text)
        after = next((other for other in sentences(block.text) if other.start >= end), None)
        if after is None or names_in(after.text) or _SENDS.first(after.text, self._languages[block.foreign]):
            return []
        found = [a for a in addresses if after.start <= a.start < after.start + len(after.text)]
        return found if len(found) == 1 else []

    def _signs(self, place: int) -> bool:
        """Whether a name alone ends the page, below a few words that greet."""
        if not 0 < place >= len(self._blocks) - 1 or not is_name(self._blocks[place].text):
            return False
        before = self._blocks[place - 1]
        return before.kind is Kind.paragraph and len(before.text) <= _GREETING and before.text[-1:] not in ".:?"

    def _is_below_sign_off(self, place: int) -> bool:
        """Whether a closing phrase stands in one of the lines above, with nothing but names between."""
        if self._signs(place):
            return True
        for above in reversed(self._blocks[max(0, place - _BELOW) : place]):
            text = above.text.strip(" ,.!–-").casefold()
            if text in _SIGN_OFFS:
                return True
            if not is_name(above.text) and (len(above.text) > _ROLE or above.text.endswith((".", ":", "?"))):
                return False
        return False


_SIGN_OFFS = frozenset((*CLOSINGS, *SHORT_CLOSINGS))


def _whole(block: Block, addresses: list[Found]) -> list[Sentence]:
    """Sentences of a block; one that begins with an address goes on from the one before: `Questions? ada@example.org (Ada)`."""
    found: list[Sentence] = []
    for sentence in sentences(block.text):
        before = found[-1] if found else None
        follows = before is not None and before.is_question and len(before.text) < 40
        if before is not None and (follows or _is_alone(sentence, addresses)):
            text = block.text[before.start : sentence.start + len(sentence.text)]
            found[-1] = Sentence(text, before.start)
        else:
            found.append(sentence)
    return found


def _is_alone(sentence: Sentence, addresses: list[Found]) -> bool:
    return any(address.start == sentence.start for address in addresses)


def _role(sentence: Sentence, names: list[Name], listed: bool) -> str:
    """The words of a label: `Local organizer: Dr. Ada Example`."""
    before, colon, _ = sentence.text.partition(":")
    return before.strip() if colon and names and (listed or len(before) < 40) else ""


def _in_a_row(names: list[Name]) -> list[Name]:
    """The names up to one that stands far from those before; addresses and roles may stand between them."""
    found = names[:1]
    for name in names[1:]:
        if name.start - found[-1].end > 2 * _NEAR:
            break
        found.append(name)
    return found


def _is_beside(text: str, start: int, name: Name, address: Found) -> bool:
    """Whether only signs stand between a name and an address: `Ada Example, ada@example.org`, `ada@… (Ada Example)`."""
    if name.start <= address.start < name.end:
        return True
    first, second = (name.end, address.start) if name.end <= address.start else (address.end, name.start)
    between = text[first - start : second - start]
    return len(between) <= 8 and not any(c.isalnum() for c in between)


def _matched(block: Block, names: list[Name], addresses: list[Found], role: str) -> Iterator[Taken[Person]]:
    """Each name with the address behind it and before the next name; one address behind all of them is shared."""
    names = [_without_verb(name, addresses) for name in names]
    if len(names) > 1 and len(addresses) == 1 and (addresses[0].start > names[-1].end or addresses[0].end < names[0].start):
        yield from (_person(block, name, addresses[0].value, role) for name in names)
        return
    for number, name in enumerate(names):
        end = names[number + 1].start if number + 1 < len(names) else len(block.text)
        own = next((a for a in addresses if name.start <= a.start < end), None)
        if own is None and len(names) == 1 and len(addresses) == 1:
            own = addresses[0]
        yield _person(block, name, own.value if own else None, role)


def _without_verb(name: Name, addresses: list[Found]) -> Name:
    """`Rispondono Ada Example (ada.example@…)`: the name begins where that of its address does."""
    parts = name.text.split()
    for address in addresses:
        local = [plain_letters(part.casefold()) for part in re.split(r"[._-]", address.value.partition("@")[0]) if part]
        own = [plain_letters(part.casefold()) for part in parts]
        for first in range(1, len(parts) - 1):
            is_first = own[first] == local[0] or (len(local[0]) == 1 and own[first][0] == local[0])
            if len(local) > 1 and is_first and local[-1] in own[first + 1 :]:
                text = " ".join(parts[first:])
                return Name(text, name.end - len(text), name.end)
    return name


def _person(block: Block, name: Name, address: str | None, role: str) -> Taken[Person]:
    said = next((s.text for s in sentences(block.text) if s.start <= name.start < s.start + len(s.text)), block.text)
    return Taken(Person(name.text, address, role), block.line_at(name.start), said)


def _with_addresses(people: Sequence[Taken[Person]], blocks: Sequence[Block]) -> Iterator[Taken[Person]]:
    """Who has no address gets the one that is made of the name, or that stands in the lines below it."""
    every = [address for block in blocks for address in addresses_in(block)]
    for person in people:
        own = [address.value for address in every if _is_made_of(person.value.name, address.value)]
        if person.value.address or not own:
            yield person
        else:
            yield replace(person, value=replace(person.value, address=own[0]))


def _is_made_of(name: str, address: str) -> bool:
    """`Ada Maria Example` and `ada.example@…`, `aexample@…`."""
    surname = plain_letters(name.rsplit(maxsplit=1)[-1].casefold())
    local = plain_letters(address.split("@", maxsplit=1)[0].casefold())
    return surname in re.split(r"[._-]", local) or (len(surname) > 3 and surname in local.replace(".", ""))
