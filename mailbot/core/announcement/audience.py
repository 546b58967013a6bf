"""Who is looked for, in the words of the announcement."""

import re
from collections.abc import Sequence

from mailbot.core.announcement import evidence
from mailbot.core.announcement.page import Block, Kind
from mailbot.core.announcement.phrasebook import Phrasebook
from mailbot.core.announcement.sentences import Sentence, sentences
from mailbot.core.announcement.taken import Taken
from mailbot.core.phrases import announcing

_AUDIENCE = Phrasebook(announcing.AUDIENCE, wanted=True)
_BEFORE = Phrasebook(announcing.AUDIENCE_BEFORE)
_SEATS = Phrasebook(announcing.SEATS)
_FOR = re.compile(r"\b(?:for|für|pour|para|per|voor|dla|för|til|pro)\s(?!free\b|the\b|each\b)")
_HEADINGS = Phrasebook(announcing.AUDIENCE_HEADINGS)
_PLACES = Phrasebook(announcing.PLACES_LIMITED)
# `responses from teachers`: the teachers are looked for; `evidence on meals`: nobody is.
_BROUGHT = (
    r"(?:responses|proposals|contributions|submissions|applications|evidence|views|input|comments|ideas|(?:vor|bei|an)träge|"
    r"vorschläge|bewerbungen|propositions|contributions|candidatures|propuestas|contribuciones|proposte|contributi|"
    r"voorstellen|bijdragen|propostas|contributos|förslag|bidrag|návrhy|příspěvky)"
)
_FROM = re.compile(rf"{_BROUGHT}\s(?:from|von|vom|de|des|da|dai|dalle|van|från|fra|od)\s", re.IGNORECASE)
_ON = re.compile(rf"{_BROUGHT}\s(?:on|about|zu|zum|über|sur|sobre|su|sul|over|om)\s", re.IGNORECASE)
_LONGEST = 600  # characters
_SHORT = 90
_LABEL = 40  # characters before a colon
_END = re.compile(
    r"\s(?:who would like|who want to|who are willing to|to (?:one or more|the following|any) of|um zu|om (?:zich|mee|te)\b"
    r"|,? para (?:un|una)|per un massimo|pour un maximum|to share (?:their|your)|to take part|to join us|to participate)\b",
    re.IGNORECASE,
)


def audience(blocks: Sequence[Block], language: str, title_line: int) -> Taken[str] | None:
    """From a sentence that says who is looked for, else from what stands below such a heading or question, else from the
    title, which stands in that line."""
    found = _sought([block for block in blocks if block.number != title_line], language)
    if found is None:
        found = _sought([block for block in blocks if block.number != title_line], language, before=True)
    titles = [block for block in blocks if block.number == title_line]
    return found or _sought(titles, language)


def _sought(blocks: Sequence[Block], language: str, *, before: bool = False) -> Taken[str] | None:
    for place, block in enumerate(blocks):
        if before:
            said_before = (_said_before(block, sentence, language) for sentence in sentences(block.text))
            if found := next(filter(None, said_before), None):
                return found
            continue
        if block.kind is Kind.heading and (found := _below(blocks, place, language)):
            return found
        for number, sentence in enumerate(said := sentences(block.text)):
            if found := _said(block, sentence, said[number + 1 :], blocks[place + 1 :], language):
                return found
    return None


def _below(blocks: Sequence[Block], place: int, language: str) -> Taken[str] | None:
    """The paragraph or the list below a heading such as `Who can apply`; a sentence in it that says it itself is better."""
    heading = blocks[place]
    if len(heading.text) > _SHORT or not _HEADINGS.opens(heading.text, language):
        return None
    below = list(blocks[place + 1 : place + 12])
    if not below or below[0].kind is Kind.heading:
        return None
    if below[0].kind is Kind.item:
        return _items(below)
    return _first(below[0], below[1:], language)


def _first(block: Block, below: Sequence[Block], language: str) -> Taken[str] | None:
    """The sentence of a paragraph that says it itself, else its first one."""
    said = sentences(block.text)
    found = (_said(block, sentence, said[number + 1 :], below, language) for number, sentence in enumerate(said))
    return next((taken for taken in found if taken), _taken(block, said[0].start, said[0].text) if said else None)


def _said(
    block: Block, sentence: Sentence, following: Sequence[Sentence], below: Sequence[Block], language: str
) -> Taken[str] | None:
    if sentence.is_question:
        asked = _HEADINGS.opens(sentence.text, language)
        if asked and len(sentence.text) < _SHORT and following:
            return _taken(block, following[0].start, following[0].text)
        return None
    found = _AUDIENCE.first(sentence.text, language)
    label, colon, named = sentence.text.partition("\t" if block.kind is Kind.cell else ":")
    if colon and len(label) < _LABEL and _HEADINGS.opens(label, language) and len(named) > _LABEL // 4:
        return _taken(block, sentence.start + len(label) + 2, named.strip())
    if found is None:
        return None
    if found.lastindex:
        start, end = found.span(found.lastindex)
        return _taken(block, sentence.start + start, sentence.text[start:end])
    rest = sentence.text[found.end() :].strip()
    if rest.endswith(":") and len(rest.split()) <= 2:
        return _items(below) or (_first(below[0], below[1:], language) if below else None)
    if _is_no_audience(rest):
        return None
    start = sentence.start + found.end()
    return _taken(block, start + len(sentence.text[found.end() :]) - len(sentence.text[found.end() :].lstrip()), rest)


def _said_before(block: Block, sentence: Sentence, language: str) -> Taken[str] | None:
    """`Teachers and nurses are welcome.`"""
    found = _BEFORE.first(sentence.text, language)
    if found is None and (seats := _SEATS.first(sentence.text, language)):
        return _behind_seats(block, sentence, seats.end())
    if found is None or not 3 < found.start() <= _LONGEST or evidence.is_to_reader(sentence.text[: found.start()], language):
        return None
    return _taken(block, sentence.start, sentence.text[: found.start()])


def _behind_seats(block: Block, sentence: Sentence, behind: int) -> Taken[str] | None:
    """`Five slots of half an hour for interpreters of any language.`"""
    found = _FOR.search(sentence.text, behind)
    if found is None or found.start() - behind > _LABEL or any(c.isdigit() for c in sentence.text[found.end() :]):
        return None
    return _taken(block, sentence.start + found.end(), sentence.text[found.end() :])


def _is_no_audience(rest: str) -> bool:
    """`looking for it`, `open to 5 May`: too short, or a figure that is no number of people."""
    return (
        len(rest.strip(" .")) < 4
        or _ON.match(rest) is not None
        or " following " in _END.split(rest)[0]
        or bool(re.match(r"(?:\d{1,2}[.:]|\d+ ?%|it\b|you\b\W*$)", rest))
    )


def _items(below: Sequence[Block]) -> Taken[str] | None:
    items: list[Block] = []
    for block in below:
        if block.kind is not Kind.item:
            break
        items.append(block)
    if not items:
        return None
    text = " ".join(item.text for item in items)[:_LONGEST]
    return Taken(text, items[0].number, items[0].text)


def _taken(block: Block, start: int, text: str) -> Taken[str]:
    cut = _END.search(text)
    value = text[: cut.start()] if cut else text
    value = _FROM.sub("", value, count=1) if _FROM.match(value) else value
    value = value.strip(" :,;").removesuffix(".")[:_LONGEST]
    return Taken(value, block.line_at(start), text)
