"""Passages: own lines that belong together, and the questions they answer."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from mailbot.core.reading import How


@dataclass(slots=True)
class Passage:
    """Own lines that belong together. numbers: the questions they answer, none as long as nothing says which."""

    numbers: tuple[int, ...] = ()
    how: How = How.order
    confidence: float = 0.0
    lines: list[str] = field(default_factory=list)

    def text(self) -> str:
        return "\n".join(self.lines).strip()

    def says_something(self) -> bool:
        return any(c.isalnum() for line in self.lines for c in line)


def paragraphs(lines: Sequence[str]) -> Iterator[list[str]]:
    """The runs of lines that are not blank."""
    paragraph: list[str] = []
    for line in (*lines, ""):
        if line.strip():
            paragraph.append(line)
        elif paragraph:
            yield paragraph
            paragraph = []
