"""The heading that names the call, as it is printed."""

import re
from collections.abc import Sequence

from mailbot.core.announcement.addresses import addresses_in
from mailbot.core.announcement.names import is_name
from mailbot.core.announcement.page import Block, Kind, Page
from mailbot.core.announcement.phrasebook import Phrasebook
from mailbot.core.announcement.taken import Taken
from mailbot.core.phrases import announcing
from mailbot.core.phrases.labels import MONTHS

_CALL_WORDS = Phrasebook(announcing.CALL_WORDS)
_LOOKED_AT = 40  # blocks from the top
_LONGEST = 300
_SENTENCES = 120  # characters of a paragraph that is text
_SHORT = 25  # characters: `Call for input` names no call
_SUBJECT = re.compile(
    r"(?:subject|betreff|objet|asunto|oggetto|onderwerp|temat|assunto|ämne|emne|předmět)\s?:\s+", re.IGNORECASE
)
_YEAR = re.compile(r"\b20\d\d\b")
_HOUR = re.compile(r"\d{1,2}[:.h]\d\d")
_MONTH_NAMES = re.compile(
    rf"(?<!\w)(?:{'|'.join(map(re.escape, MONTHS))}|january|february|march|june|july|october)(?!\w)", re.IGNORECASE
)
_FROM_THE_SUBJECT = "taken from the subject of the mail, no heading names the call"


def title(page: Page, blocks: Sequence[Block]) -> Taken[str] | None:
    """Of the headings and short lines at the top the one that names a call best; the subject of the mail if none does."""
    top = [
        block for block in blocks[:_LOOKED_AT] if block.kind in (Kind.heading, Kind.paragraph) and len(block.text) <= _LONGEST
    ]
    begun = next((block.number for block in top if block.kind is Kind.paragraph and len(block.text) > _SENTENCES), 1 << 30)
    rated = [(_rate(block, place, page.language, block.number > begun), -place, block) for place, block in enumerate(top)]
    best = max(rated, default=None, key=lambda one: one[:2])
    if best is not None and best[0] > 0:
        return Taken(_SUBJECT.sub("", " ".join(best[2].text.split())), best[2].number, best[2].text)
    if page.subject:
        return Taken(page.subject, 1, page.subject, (_FROM_THE_SUBJECT,))
    return None


def _rate(block: Block, place: int, language: str, is_below: bool) -> float:
    """is_below: the text has begun above, so that a heading that names no call is one of a section."""
    text = block.text
    rate = 3.0 - 0.4 * place
    if block.kind is Kind.heading:
        rate += 3 if block.level > 1 else 6
    elif text.endswith((".", ":", ";", ",")):
        rate -= 12
    found = _CALL_WORDS.first(text, language)
    if is_below and not found:
        rate -= 8
    if found:
        rate += 5 if len(text) >= _SHORT else 1
        rate += 2 if found.start() < 3 else 0
    if len(text) >= _SHORT:
        rate += 1
    if text.endswith("?") and not (found and found.start() < 3):
        rate -= 5
    return rate - _against(text, block)


def _against(text: str, block: Block) -> float:
    """Dates, addresses, greetings and names are no titles."""
    against = 0.0
    if addresses_in(block) or "://" in text or text.startswith("("):
        against += 8
    if _HOUR.search(text) or (_YEAR.search(text) and _MONTH_NAMES.search(text) and len(text) < 60):
        against += 6
    if is_name(text) or _greets(text):
        against += 4
    return against


def _greets(text: str) -> bool:
    from mailbot.core.polite import greets  # its patterns take longer than all that most commands need

    return greets(text)
