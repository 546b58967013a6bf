"""Endings: what a call says below its last question, which nobody told us, and which is no answer to that question."""

from collections.abc import Iterable

from mailbot.core.phrases.remarks import ENDS_OF_CALLS
from mailbot.core.saying import Phrases

_ENDS = Phrases(ENDS_OF_CALLS)


def ends_a_call(paragraph: Iterable[str]) -> bool:
    """Whether unmarked lines below the last question are more likely how a call ends than an answer."""
    return _ENDS.stand_in("\n".join(paragraph))
