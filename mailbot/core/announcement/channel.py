"""How candidates answer, by mail, in a form or either, and where to."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from mailbot.core.announcement import evidence
from mailbot.core.announcement.addresses import Found, addresses_in, urls_in
from mailbot.core.announcement.cards import Person
from mailbot.core.announcement.names import names_in
from mailbot.core.announcement.page import Block, Kind, Page
from mailbot.core.announcement.phrasebook import Phrasebook
from mailbot.core.announcement.sentences import Sentence, sentences
from mailbot.core.announcement.taken import Taken
from mailbot.core.phrases import sending
from mailbot.core.phrases.labels import QUESTION_STEMS

_SENDS = Phrasebook(sending.SENDS)
_FORM = Phrasebook(sending.FORM)
_REFUSED = Phrasebook(sending.REFUSED)
_NO = Phrasebook(sending.NO, native=True)
_NOT_HERE = Phrasebook(sending.NOT_HERE)
_CONTACT = Phrasebook(sending.CONTACT)
_MAIL = re.compile(
    r"\be-?mails?\b|\bmails?\b|\bcourriel\b|\bcorreo\b|\bmejl|\be-post\b|\bmailem\b|pocztą elektroniczną", re.IGNORECASE
)
_WONDERS = re.compile(
    rf"(?<!\w)(?:{'|'.join(map(re.escape, QUESTION_STEMS))})[^?]*\?|\b(?:unsure|doubts?|dudas|dúvidas|twijfel|wątpliwości)\b",
    re.IGNORECASE,
)
_ASKS, _ASKS_THERE = 1.8, 2.6  # evidence of a sentence from which on its address, or its URL, is where answers go
_ONLY_ADDRESS = "the only address on the page; nothing says that answers go there"
_NOT_SAID = "nothing says how candidates answer"


class Way(str):
    """email, form, both."""

    __slots__ = ()


EMAIL, FORM, BOTH = Way("email"), Way("form"), Way("both")


@dataclass(frozen=True, slots=True)
class Channel:
    """way: None where nothing says it. address: where mails go. form: the URL of the form. None: not printed."""

    way: Taken[Way] | None
    address: Taken[str] | None
    form: Taken[str] | None


@dataclass(frozen=True, slots=True)
class _Said:
    """A sentence, the addresses and URLs within it, and the heading it stands below."""

    block: Block
    heading: str
    sentence: Sentence
    addresses: tuple[Found, ...]
    urls: tuple[Found, ...]


def channel(
    page: Page, blocks: Sequence[Block], people: Sequence[Taken[Person]], deadline: Taken[datetime] | None = None
) -> Channel:
    """From the sentences that say where answers go; an address or URL beside the deadline, where none does; the only address of
    a page, with a doubt."""
    said = [
        one
        for one in _said([block for block in blocks if not block.foreign])
        if not _NOT_HERE.first(one.sentence.text, page.language)
    ]
    forms = [one for number, one in enumerate(said) if _is_of_form(one, page) and not _is_about_questions(said, number)]
    form = next((one for one in forms if one.urls), forms[0] if forms else None)
    mail, address = _mail(said, page.language, people)
    if (mail is None or address is None) and form is None and (beside := _beside(said, deadline, page.language)):
        mail, address = beside
    if form is None and mail is None:
        form = _form_beside(said, deadline, page.language)
    url = _form_address(page, form, said, deadline)
    if form is None and mail is None and not page.form:
        return _without_words(blocks)
    if form is not None and mail is not None:
        way = _taken(form, BOTH)
    elif mail is not None and not page.form:
        way = _taken(mail, EMAIL)
    else:
        way = _taken(form, FORM) if form else Taken(FORM, url.line if url else 1, page.form)
    return Channel(way, address if way.value != FORM else None, url if way.value != EMAIL else None)


def _beside(said: Sequence[_Said], deadline: Taken[datetime] | None, language: str) -> tuple[_Said, Taken[str]] | None:
    """The address in the sentence that names the deadline, else in its paragraph, else one that a request stands beside."""
    open_to = [one for number, one in enumerate(said) if one.addresses and not _is_about_questions(said, number)]
    near = [one for one in open_to if _names(one, deadline)] or [one for one in open_to if _is_at(one, deadline)]
    if not near:
        asks = [(evidence.of_words(one.sentence.text, language), one) for one in open_to if not _is_of_people(one, language)]
        near = [one for its, one in asks if its >= _ASKS]
    if not near:
        return None
    address = near[0].addresses[0]
    return near[0], Taken(address.value, near[0].block.line_at(address.start), near[0].sentence.text)


def _form_beside(said: Sequence[_Said], deadline: Taken[datetime] | None, language: str) -> _Said | None:
    """The sentence with a URL that names the deadline, or asks the reader to answer there."""
    linked = [one for one in said if one.urls]
    near = [one for one in linked if _names(one, deadline)] or [
        one for one in linked if evidence.of_words(one.sentence.text, language) >= _ASKS_THERE
    ]
    return near[0] if near else None


def _names(one: _Said, deadline: Taken[datetime] | None) -> bool:
    return deadline is not None and _is_at(one, deadline) and deadline.quote in " ".join(one.sentence.text.split())


def _is_at(one: _Said, deadline: Taken[datetime] | None) -> bool:
    """Whether its paragraph names the deadline."""
    return deadline is not None and any(line.number == deadline.line for line in one.block.lines)


def _is_of_people(one: _Said, language: str) -> bool:
    return bool(_CONTACT.first(one.sentence.text, language)) or bool(names_in(one.sentence.text))


def _said(blocks: Sequence[Block]) -> Iterator[_Said]:
    heading = ""
    for block in blocks:
        if block.kind is Kind.heading:
            heading = block.text
        addresses, urls = addresses_in(block), urls_in(block)
        for sentence in sentences(block.text):
            end = sentence.start + len(sentence.text)
            within = [tuple(f for f in found if sentence.start <= f.start < end) for found in (addresses, urls)]
            yield _Said(block, heading, sentence, within[0], within[1])


def _is_of_form(one: _Said, page: Page) -> bool:
    """Not so one that is sent to the address beside it: `fill in the table and send it to …`."""
    text = one.sentence.text
    if (
        one.sentence.is_question
        or _FORM.first(text, page.language) is None
        or (not one.urls and _NO.first(text, page.language))
    ):
        return False
    if one.block.kind is Kind.heading and not one.urls and not page.form:
        return False
    return bool(one.urls or page.form or not one.addresses or _SENDS.first(one.sentence.text, page.language) is None)


def _mail(said: Sequence[_Said], language: str, people: Sequence[Taken[Person]]) -> tuple[_Said | None, Taken[str] | None]:
    """The sentence that says that answers are sent by mail, and the address: its own, or that of the person it names."""
    last: tuple[_Said | None, Taken[str] | None] = (None, None)
    for number, one in enumerate(said):
        own = _SENDS.first(one.sentence.text, language)
        sends = own or _SENDS.first(one.heading if one.addresses else "", language)
        if sends is None or _is_about_questions(said, number) or one.sentence.is_question:
            continue
        if not one.addresses and _REFUSED.first(one.sentence.text, language):
            continue
        if one.addresses:
            from_here = one.sentence.start + (own.start() if own else 0)
            behind = [a for a in one.addresses if a.start >= from_here] or list(one.addresses)
            return one, Taken(behind[0].value, one.block.line_at(behind[0].start), one.sentence.text)
        if last[0] is None and (person := _person_in(one.sentence.text[sends.end() :], people)):
            last = (
                one,
                Taken(person.address, one.block.line_at(one.sentence.start), one.sentence.text) if person.address else None,
            )
        elif last[0] is None and _MAIL.search(one.sentence.text):
            last = one, None
    if last[0] is not None and last[1] is None:
        only = _addresses(one.block for one in said)
        last = last[0], only[0] if len(only) == 1 else None
    return last


def _is_about_questions(said: Sequence[_Said], number: int) -> bool:
    """`Any questions? Write to …`: answers do not go there."""
    before = said[number - 1] if number and said[number - 1].block is said[number].block else None
    return bool(before and before.sentence.is_question and len(before.sentence.text) < 60 and not _is_request(before))


def _is_request(before: _Said) -> bool:
    return not _WONDERS.search(before.sentence.text) and before.sentence.text.count(" ") > 2


def _person_in(text: str, people: Sequence[Taken[Person]]) -> Person | None:
    """The person that is named, or meant by the role that stands before the name elsewhere: `the local organizer`."""
    folded = text.casefold()
    for taken in people:
        role = taken.value.role.casefold()
        if taken.value.name.casefold() in folded or (len(role) > 5 and role in folded):
            return taken.value
    return None


def _form_address(page: Page, form: _Said | None, said: Sequence[_Said], deadline: Taken[datetime] | None) -> Taken[str] | None:
    """The URL in the sentence about the form or in its paragraph; a form on the page itself is sent to its action."""
    if page.form:
        line = next((block.number for block in page.blocks if block.label == "field"), 1)
        return Taken(page.form, line, page.form)
    if form is None:
        return None
    near = [*form.urls, *(url for one in said if one.block is form.block for url in one.urls)]
    if not near:
        place = next(number for number, one in enumerate(said) if one is form)
        near = [url for one in said[place + 1 : place + 3] for url in one.urls if len(one.sentence.text) < len(url.value) + 20]
    if not near and (other := _form_beside(said, deadline, page.language)):
        form, near = other, list(other.urls)
    return Taken(near[0].value, form.block.line_at(form.sentence.start), form.sentence.text) if near else None


def _without_words(blocks: Sequence[Block]) -> Channel:
    every = _addresses(blocks)
    if len(every) == 1 or (every and all(a.value == every[0].value for a in every)):
        return Channel(Taken(EMAIL, every[0].line, every[0].quote, (_NOT_SAID,)), every[0].doubting(_ONLY_ADDRESS), None)
    return Channel(None, None, None)


def _addresses(blocks: Iterator[Block] | Sequence[Block]) -> list[Taken[str]]:
    found: dict[str, Taken[str]] = {}
    for block in blocks:
        if block.kind is not Kind.chrome:
            for address in addresses_in(block):
                found.setdefault(address.value.casefold(), Taken(address.value, block.line_at(address.start), block.text[:200]))
    return list(found.values())


def _taken(one: _Said, way: Way) -> Taken[Way]:
    return Taken(way, one.block.line_at(one.sentence.start), one.sentence.text)
