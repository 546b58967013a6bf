"""What the words before a list say of it: that the reader is to answer it, or that it belongs to the meeting or the page."""

from mailbot.core.announcement.phrasebook import Phrasebook
from mailbot.core.phrases import asking, headed, sending

ASKS = Phrasebook(asking.ASKS)
ABOUT = Phrasebook(asking.ABOUT)
TELLS = Phrasebook(asking.TELLS)
INTERROGATIVES = Phrasebook(asking.INTERROGATIVES)
IMPERATIVES = Phrasebook(asking.IMPERATIVES)
ANSWERED_HERE = Phrasebook(headed.ANSWERED_HERE)
CLOSED = Phrasebook(headed.CLOSED)
SENDS = Phrasebook(sending.SENDS)

ASKED = 2
"""From here on a list is asked of the reader; from its negative on it is not."""
_LONGEST = 2000  # characters of a paragraph that are looked at


def weight(text: str, language: str) -> int:
    """Above 0 the words ask the reader, below they tell what others discuss; 0 says nothing."""
    text = text[-_LONGEST:]
    about = [found.span() for found in ABOUT.every(text, language)]
    asks = sum(not _is_within(found.start(), about) for found in ASKS.every(text, language))
    return ASKED if asks and asks >= len(about) else -ASKED if about else 0


def _is_within(place: int, spans: list[tuple[int, int]]) -> bool:
    """`the workshop will answer these questions` asks nobody."""
    return any(start <= place < end for start, end in spans)


def is_imperative(text: str, language: str) -> bool:
    """Whether it asks without a question mark: `Describe …`, `Please name …`."""
    return IMPERATIVES.opens(text, language) is not None


def is_indirect(text: str, language: str) -> bool:
    """Whether it is half a question: `whether you apply for a grant`."""
    return INTERROGATIVES.opens(text, language) is not None


def asks(text: str, language: str) -> bool:
    """Whether words ask something at all, of whomever."""
    return "?" in text or is_imperative(text, language) or is_indirect(text, language)
