"""How much speaks for a list being asked of the reader: the words before it, its heading, and the voice of its own items.

Each adds a little, so that no single wording decides; the phrases of `leads`, which say it outright, weigh most.
"""

import re
from collections.abc import Sequence

from mailbot.core.announcement import leads
from mailbot.core.announcement.html_page import FIELD
from mailbot.core.announcement.limits import max_words
from mailbot.core.announcement.lists import Entry, Listed
from mailbot.core.announcement.phrasebook import Phrasebook
from mailbot.core.announcement.sentences import sentences
from mailbot.core.phrases import voices

_READER = Phrasebook(voices.READER, native=True)
_TELLING = Phrasebook(voices.TELLING, native=True)
_PIECES = Phrasebook(voices.PIECES, native=True)
_MATTER = Phrasebook(voices.MATTER, native=True)
_ASKER = Phrasebook(voices.ASKER, native=True)
_OURS = Phrasebook(voices.OURS, native=True)
_INFORMS = Phrasebook(voices.INFORMS)
_PAPERS = Phrasebook(voices.PAPERS)
_VERBS = {
    language: re.compile(rf"\w{{2,}}(?:{'|'.join(ends)})(?!\w)", re.IGNORECASE)
    for language, ends in voices.READER_VERBS.items()
}
ASKED = 1.5
"""From here on a list is asked of the reader; below zero it rather belongs to the meeting or the page."""
_MOST_WORDS = 600  # characters of a lead, from its end
_MOST_ENTRIES = 60
_FEW_WORDS = 6
_HEADER = 4  # words; the header of a table has fewer
_LEAD, _BEFORE, _HEADING = 3.0, 2.5, 1.8  # what a phrase weighs that says it outright
_TO_READER, _TO_NOBODY, _OF_ALL, _OF_ASKER, _ANSWERED = 2.0, -1.0, -1.5, -3.0, -2.5


def weight(listed: Listed, language: str) -> float:
    """From `ASKED` on it is asked; below zero it rather belongs to the meeting or the page."""
    if listed.heading and leads.ANSWERED_HERE.first(listed.heading, language):
        return -2 * _LEAD
    if listed.entries and all(entry.label == FIELD for entry in listed.entries):
        return _LEAD
    if _are_papers(listed.entries, language):
        return -_LEAD
    said, own = _said_outright(listed, language), of_entries(listed.entries, language)
    if said:
        return said + own / 2 if said > 0 else said + max(0.0, own / 4)
    return own + _around(listed, language)


def is_neutral(listed: Listed, language: str) -> bool:
    """Whether nothing above a list says that it belongs to the meeting or the page."""
    return weight(listed, language) > -_LEAD and _around(listed, language) >= 0


def _around(listed: Listed, language: str) -> float:
    """What the lead and the heading say together, if no phrase does it outright."""
    around = of_words(listed.lead or listed.before, language) + _HEADING * _sign(leads.weight(listed.heading, language))
    return around + (of_words(listed.heading, language) / 2 if listed.heading != listed.lead else 0.0)


def _sign(weighs: int) -> int:
    return (weighs > 0) - (weighs < 0)


def _said_outright(listed: Listed, language: str) -> float:
    """By a phrase: of the sentence before the list, else of what stands around that."""
    for words, weighs in ((listed.lead, _LEAD), (listed.before, _BEFORE)):
        if words and words != listed.heading and (its := leads.weight(words, language)):
            return weighs * _sign(its)
        if words is listed.lead and words.endswith(":") and leads.SENDS.first(words, language):
            return _LEAD  # `Mail us with:`
    return 0.0


def of_words(text: str, language: str) -> float:
    """What a lead or a heading says without saying it outright, from -3 to 3: whom it speaks to, and of what."""
    text = text[-_MOST_WORDS:]
    if not text:
        return 0.0
    found = 1.0 * bool(_TELLING.first(text, language)) + 0.8 * bool(_PIECES.first(text, language))
    found += 0.8 * is_to_reader(text, language) + 0.3 * text.endswith(":")
    matter = sum(1 for _ in _MATTER.every(text, language)) + 2 * bool(_INFORMS.first(text, language))
    return found - min(3.0, 1.2 * matter) if found < _LEAD / 1.2 else found - 0.6 * min(2, matter)


def is_to_reader(text: str, language: str) -> bool:
    """Whether it speaks to the reader, by a pronoun or by the ending of a verb."""
    verbs = _VERBS.get(language)
    return _READER.first(text, language) is not None or bool(verbs and verbs.search(text))


def of_entries(entries: Sequence[Entry], language: str) -> float:
    """The voice of the items of a list, from -3 to 2: to the reader, to nobody, or of somebody who wonders."""
    some = [entry for entry in entries[:_MOST_ENTRIES] if not entry.leads] or entries
    return sum(_voice(entry.text, language) for entry in some) / max(1, len(some))


def speaks(text: str, language: str) -> bool:
    """Whether an item of several words speaks to the reader."""
    return len(text.split()) >= _HEADER and _voice(text, language) == _TO_READER


def _voice(text: str, language: str) -> float:
    if _is_answered(text, language):
        return _ANSWERED
    if is_to_reader(text, language) or leads.is_imperative(text, language) or max_words(text, language):
        return _TO_READER
    if _ASKER.first(text, language) is not None and "?" in text:
        return _OF_ASKER
    if "?" not in text:
        return _TO_NOBODY / 2
    return _OF_ALL if _OURS.first(text, language) else _TO_NOBODY


def _is_answered(text: str, language: str) -> bool:
    """`Do I pay? No, nothing.`: an item that asks and says the answer."""
    said = sentences(text)
    return (
        len(said) > 1
        and said[0].is_question
        and not said[-1].is_question
        and not is_to_reader(said[-1].text, language)
        and (_ASKER.first(said[0].text, language) is not None)
    )


def _are_papers(entries: Sequence[Entry], language: str) -> bool:
    """`a CV, a letter, a copy of your diploma`: what to send along."""
    named = [
        entry
        for entry in entries
        if not entry.text.rstrip(" .;,").endswith("?")
        and len(entry.text.split()) <= 2 * _FEW_WORDS
        and (found := _PAPERS.first(entry.text, language)) is not None
        and len(entry.text[: found.start()].split()) <= 3
        and not max_words(entry.text, language)
    ]
    return bool(entries) and len(named) * 2 > len(entries) and not any("?" in entry.text for entry in entries)
