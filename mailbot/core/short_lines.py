"""Short lines: answers one below the other, without any mark or blank line, as many as there are questions.

`Every day, there and back.` / `A fountain and shade.` / `No, my daughters are grown up.` Where the lines of a paragraph were
broken on purpose each is a paragraph of its own; where a mail program broke them the next word would not have fitted.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from mailbot.core import evidence
from mailbot.core.label import number
from mailbot.core.passage import Passage

_NARROWEST = 60  # characters of a line; no mail program breaks below
_WORDS = 3  # of most lines at least; fewer are a name or a place
_ENDED = re.compile(r"[.!…][\"»”')]*$")


def apart(passages: Sequence[Passage], count: int) -> tuple[list[Passage], list[Passage]]:
    """The same words, the lines of the only paragraph apart if they are as many as the questions and each may be an answer.

    Then these lines, or none.
    """
    blocks = [i for i, p in enumerate(passages) if not _is_beside(p.text)]
    if len(blocks) != 1 or count < 2 or "\n" not in passages[blocks[0]].text:
        return list(passages), []
    block = passages[blocks[0]]
    lines = list(_lines(block)) if len(block.lines) <= 3 * count else []
    if len(lines) != count or not all(_may_answer(line.text) for line in lines) or not _most_state(lines):
        return list(passages), []
    return [*passages[: blocks[0]], *lines, *passages[blocks[0] + 1 :]], lines


def _lines(p: Passage) -> Iterator[Passage]:
    written = p.text.split("\n")
    width = max(_NARROWEST, *map(len, written))
    start = 0
    for i, (line, below) in enumerate(zip(written, [*written[1:], ""], strict=True), 1):
        if i == len(written) or _is_broken_on_purpose(line, below, width):
            glue = p.glue if start == 0 else "\n"
            yield replace(
                p, text="\n".join(written[start:i]), glue=glue, lines=p.lines[start:i], foreign=p.foreign and not start
            )
            start = i


def _is_broken_on_purpose(line: str, below: str, width: int) -> bool:
    word = below.split(maxsplit=1)[0] if below.strip() else ""
    fits = len(line.rstrip()) + 1 + len(word) <= width
    return fits and bool(word) and not word.lstrip("«„“\"'¿¡(")[:1].islower() and line.rstrip()[-1:] not in ",;–-"


def _may_answer(text: str) -> bool:
    return number(text) is None and any(c.isalpha() for c in text) and not evidence.asks(text) and not _is_beside(text)


def _most_state(lines: Sequence[Passage]) -> bool:
    """Whether most of the lines are sentences: an address is as many short lines."""
    states = [_ENDED.search(line.text.rstrip()) and evidence.word_count(line.text) >= _WORDS for line in lines]
    return 3 * sum(map(bool, states)) >= 2 * len(lines)


def _is_beside(text: str) -> bool:
    """Whether a text greets, thanks, leads in, or speaks of the mail or of coming."""
    if evidence.is_polite(text) or text.rstrip().endswith((":", "：")):
        return True
    return "\n" not in text and (evidence.is_remark(text) or evidence.is_of_the_mail(text))
