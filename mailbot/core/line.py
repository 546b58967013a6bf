"""Line: one line of a mail's text, and what it is."""

from dataclasses import dataclass
from enum import StrEnum

from mailbot.core import look
from mailbot.core.look import Look


class Label(StrEnum):
    """What a line is. own: the sender's words in this mail; header: of a message quoted below it; empty: only blanks;
    struck: own words that the sender crossed out, all of them."""

    own = "own"
    quoted = "quoted"
    attribution = "attribution"
    header = "header"
    signature = "signature"
    disclaimer = "disclaimer"
    empty = "empty"
    struck = "struck"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the text, without its line break, as written. depth: how many quote prefixes stand before it.
    looks: how runs of its characters looked, where the mail said it in HTML."""

    text: str
    label: Label
    depth: int
    looks: tuple[Look, ...] = ()

    @property
    def said(self) -> str:
        """The line without the words that are struck through."""
        return look.said(self.text, self.looks)
