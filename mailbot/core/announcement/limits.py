"""How many words an answer may have, where the announcement says so."""

import re
from collections.abc import Sequence

from mailbot.core.announcement.page import Block
from mailbot.core.announcement.phrasebook import Phrasebook
from mailbot.core.announcement.sentences import sentences
from mailbot.core.announcement.taken import Taken
from mailbot.core.phrases import limits

_WORDS = Phrasebook(limits.WORDS)
_EACH = Phrasebook(limits.FOR_EACH)
_FIGURE = re.compile(r"(?<![\d–-])(\d{1,2}[.,\s]\d{3}|\d{2,5})\s*\Z")


def max_words(text: str, language: str) -> int | None:
    """The limit in a question itself: 100 of `Who are you? (max 100 words)`; of `100-150 words` the upper one."""
    for word in _WORDS.every(text, language):
        found = _FIGURE.search(text[max(0, word.start() - 12) : word.start()].replace("–", " ").replace("-", " "))
        if found:
            return int(re.sub(r"\D", "", found[1]))
    return None


def for_each(blocks: Sequence[Block], language: str) -> Taken[int] | None:
    """A limit that holds for each answer: `no more than 150 words for each`."""
    for block in blocks:
        for sentence in sentences(block.text):
            limit = max_words(sentence.text, language) if _EACH.first(sentence.text, language) else None
            if limit:
                return Taken(limit, block.line_at(sentence.start), sentence.text)
    return None
