"""The paper as markdown (CommonMark 0.31), in which nothing that somebody wrote is more than text."""

import re
from collections.abc import Iterator
from itertools import pairwise

from mailbot.core import clean
from mailbot.core.paper.shapes import Paper
from mailbot.core.paper.wording import how_many, placeholders, spelled, wording

_ACTIVE = re.compile(r"[\\`*_<>\[\]#|~!$^]")
_BEGINS = re.compile(r"^([-+=])")
_NUMBERED = re.compile(r"^(\d{1,9})(?=[.)])")
_BREAK = "\\"  # a line ends here and the paragraph goes on (CommonMark 6.7)
_PLACEHOLDER = re.compile("(" + "|".join(re.escape(word) for word in placeholders()) + r")(?![\[(:])")


def markdown(paper: Paper) -> str:
    """Headings for the questions, a quotation for each answer. Ends with a line feed."""
    return "\n".join(_lines(paper)).rstrip("\n") + "\n"


def _lines(paper: Paper) -> Iterator[str]:
    words = wording(paper.language)
    yield from (f"# {words['title']}", "", f"**{_escaped(clean.line(paper.title))}**", "")
    yield from (spelled(paper.day, paper.language), "", f"{words['note']} {words['order']}", "")
    for number, (question, answers) in enumerate(paper.sections, 1):
        yield from (f"## {number}. {_escaped(clean.line(question))}", "")
        yield from (f"*{how_many(len(answers), paper.language)}*" if answers else words["none"], "")
        for answer in answers:
            lines = [_line(line) for line in answer.split("\n")]
            for line, below in pairwise([*lines, ""]):
                yield f"> {line}{_BREAK if line and below else ''}".rstrip(" ")
            yield from ("", "<!-- -->", "")


def _line(line: str) -> str:
    said = _escaped(line.strip())
    return _NUMBERED.sub(r"\1\\", said) if _NUMBERED.match(said) else _BEGINS.sub(r"\\\1", said)


def _escaped(line: str) -> str:
    out = []
    for n, piece in enumerate(_PLACEHOLDER.split(line)):
        out.append(piece if n % 2 else _ACTIVE.sub(r"\\\g<0>", piece.replace("&", "&amp;")))
    return "".join(out)
