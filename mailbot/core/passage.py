"""Passages: pieces of own text, as they stand in the mail, and the signs at their beginning of what they answer."""

from dataclasses import dataclass, field

from mailbot.core.label import Number
from mailbot.core.reading import How


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that stands repeated beside a passage. candidates: those it may be, best first. score: 0 to 100."""

    candidates: tuple[int, ...]
    score: float
    how: How


@dataclass(slots=True)
class Passage:
    """text: with its label. glue: the blanks between it and the passage above. label: that may say by number what it answers.

    above, below: questions repeated right there. beside: the one above stands on the same line. head: characters of a heading
    in the sender's own words behind the label. opens: it begins a paragraph. foreign: words of others stand between it and the
    passage above. cut: whether label and heading were recognised as such, and are no part of the answer. lines: of the body,
    those that its own lines stand on. lead: characters of its first line that are written in another ink than the rest.
    """

    text: str
    glue: str = ""
    label: Number | None = None
    weight: float = 0.0
    above: tuple[Asked, ...] = ()
    below: tuple[Asked, ...] = ()
    beside: bool = False
    lead: int = 0
    head: int = 0
    opens: bool = True
    foreign: bool = False
    numbers: tuple[int, ...] = ()
    confidence: float = 0.0
    how: How = How.order
    cut: int = 0
    place: int = field(default=0)
    lines: list[int] = field(default_factory=list)

    def said(self) -> str:
        """The text without label and heading."""
        return self.text[self.cut :]
