"""Line: one line of a mail's text, and what it is."""

from dataclasses import dataclass, replace
from enum import StrEnum

from mailbot.core import look
from mailbot.core.look import Look

_STARS = 2  # around bold words in plain text


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
    looks: how runs of its characters looked, where the mail said it in HTML. typed: of a quoted line, the character from which
    on the sender wrote into it; 0 where he did not. aside: among answers in a colour it has none. unclear: in a mail that
    somebody else wrote, so that nobody can say from the mail alone that the words are the sender's."""

    text: str
    label: Label
    depth: int
    looks: tuple[Look, ...] = ()
    typed: int = 0
    aside: bool = False
    unclear: bool = False

    @property
    def said(self) -> str:
        """The line without the words that are struck through."""
        return look.said(self.text, self.looks)

    def parted(self) -> tuple["Line", ...]:
        """The quoted words and those that were typed behind them, as two lines; the line itself where nothing was."""
        if not self.typed:
            return (self,)
        behind = (replace(look, start=look.start - self.typed, end=look.end - self.typed) for look in self.looks)
        own = tuple(look for look in behind if look.start >= 0)
        said = self.text[self.typed :]
        if said[:1] == "*" == said.rstrip()[-1:] and said.count("*") == _STARS:
            said = said.strip().strip("*")
        return replace(self, text=self.text[: self.typed], looks=(), typed=0), Line(said, Label.own, 0, own)
