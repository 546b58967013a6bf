"""A letter is written once, as plain text with a little order in it; here it becomes blocks, of which text and HTML are made.

What a rendered template looks like, which is what a plain mail looks like:

    The first line is the headline

    A paragraph, over as many lines as are pleasant.

    - Label: a list, one line an item
    - Label: its next item

    A heading
    ---------

    1. A numbered question

    — What must not be overlooked —

    > Words of somebody else, line by line

        What is to be copied as it stands
"""

import re
import textwrap
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby, zip_longest

from mailbot.core import clean

_JOINERS = "\u200c\u200d"
_SENTENCE_END = re.compile(r"[.?!…。？！؟][)\]”’\"»]?(?= +[^\W\d_])(?! +[a-zß-ÿ])")  # the dot of `e.g. in` ends none
WIDTH = 72  # columns of the text part, as people who read plain mail expect


class Kind(StrEnum):
    headline = "headline"
    heading = "heading"
    paragraph = "paragraph"
    question = "question"
    remark = "remark"
    list = "list"
    quote = "quote"
    copy = "copy"


@dataclass(frozen=True, slots=True)
class Block:
    """lines: the items of a list, the lines of a quote (without `> `), else one. Nothing in it is marked up."""

    kind: Kind
    lines: tuple[str, ...]


class Quoted(str):
    """Somebody else's words with `> ` before every line: the one kind of value that may fill more than a line of a letter."""

    __slots__ = ()


def quoted(words: str) -> Quoted:
    """Neutralised, and no line of it can be taken for ours."""
    return Quoted("\n".join(f"> {line}".rstrip() for line in _unwrapped(list(_lines(words)))))


def one_line(words: str) -> str:
    """Neutralised and on one line, whatever line breaks it had."""
    return re.sub(r"[ \n]+", " ", neutral(words)).strip(" ")


def neutral(words: str) -> str:
    """Without characters that act and do not show: escape codes, bidi overrides, and the invisible ones that hide words.

    Zero-width joiners stay: Persian, Indic scripts and emoji are spelled with them.
    """
    return "".join(c for c in clean.text(words).replace("\t", " ") if c in _JOINERS or unicodedata.category(c) != "Cf")


def shortened(words: str, limit: int) -> tuple[str, bool]:
    """At most about `limit` characters, cut between words, and whether anything was cut."""
    words = neutral(words).strip()
    if len(words) <= limit:
        return words, False
    cut = words[:limit]
    at_space = re.search(r"\s\S*\Z", cut)
    return (cut[: at_space.start()] if at_space and at_space.start() > limit // 2 else cut).rstrip(), True


def whole_sentences(words: str, limit: int) -> tuple[str, bool]:
    """On one line and at most about `limit` characters, cut at the end of a sentence, and whether anything was cut.

    A first sentence that is longer stays whole up to the double of it.
    """
    words = one_line(words)
    if len(words) <= limit:
        return words, False
    ends = [found.end() for found in _SENTENCE_END.finditer(words[: 2 * limit + 2])]
    fitting = [end for end in ends if end <= limit] or ends[:1]
    return (words[: fitting[-1]], True) if fitting else shortened(words, limit)


def parse(body: str) -> tuple[Block, ...]:
    """The blocks of a rendered template."""
    groups = (list(lines) for blank, lines in groupby(body.split("\n"), _is_blank) if not blank)
    blocks = [block for lines in groups for block in _blocks(lines)]
    return (Block(Kind.headline, blocks[0].lines), *blocks[1:]) if blocks else ()


def to_text(blocks: tuple[Block, ...]) -> str:
    """The text part: wrapped, with an empty line between blocks, ending in a line feed."""
    return "\n\n".join(_PLAIN[block.kind](block) for block in blocks) + "\n"


def _lines(words: str) -> Iterator[str]:
    """Lines without the space around them, and never two empty ones in a row."""
    before = ""
    for line in (one_line(line) for line in neutral(words).strip().split("\n")):
        if line or before:
            yield line
        before = line


def _unwrapped(lines: list[str]) -> Iterator[str]:
    """Lines that the sender's mail program broke at its own width are one again, or they would be broken twice.

    A break was the program's where the next word would have passed the longest line; people break earlier, or not at all.
    """
    width = max(map(len, lines), default=0)
    whole = ""
    for line, following in zip_longest(lines, lines[1:], fillvalue=""):
        whole = f"{whole} {line}" if whole else line
        if (
            50 <= width <= 100
            and following
            and len(line) + 1 + len(following.split(" ")[0]) > width
            and not _is_item(following)
        ):
            continue
        yield whole
        whole = ""


def _is_item(line: str) -> bool:
    return re.match(r"[-*•–] |\(?(\d{1,2}|[A-Za-z]|[ivx]{2,4})[.)] ", line) is not None


def _is_blank(line: str) -> bool:
    return not line.strip()


def _blocks(lines: list[str]) -> Iterator[Block]:
    """Of lines without an empty one between them: a heading may stand right above its text, a quote below its question."""
    if len(lines) > 1 and re.fullmatch(r"-{3,}", lines[1]):
        yield Block(Kind.heading, (lines[0].strip(),))
        lines = lines[2:]
    for kind, group in groupby(lines, _kind_of):
        text = [line.strip() for line in group]
        if kind is Kind.quote:
            yield Block(kind, tuple(line.removeprefix(">").removeprefix(" ") for line in text))
        elif kind is Kind.list:
            yield Block(kind, tuple(line.removeprefix("- ") for line in text))
        elif kind in (Kind.question, Kind.remark, Kind.copy):
            yield from (Block(kind, (line,)) for line in text)
        else:
            yield Block(kind, (" ".join(text),))


def _kind_of(line: str) -> Kind:
    if line.startswith(">"):
        return Kind.quote
    if line.startswith("- "):
        return Kind.list
    if line.startswith("    "):
        return Kind.copy
    if re.fullmatch(r"— .+ —", line.strip()):
        return Kind.remark
    return Kind.question if re.match(r"\d+\. ", line) else Kind.paragraph


def _wrap(text: str, first: str = "", others: str = "", *, anything: bool = False) -> str:
    """anything: break words that are too long; an address of ours is never broken, somebody's thousand letters are."""
    if not text:
        return first.rstrip()
    return "\n".join(
        textwrap.wrap(
            text, WIDTH, initial_indent=first, subsequent_indent=others, break_on_hyphens=False, break_long_words=anything
        )
    )


def _heading(block: Block) -> str:
    return f"{block.lines[0]}\n{'-' * min(WIDTH, len(block.lines[0]))}"


_PLAIN: dict[Kind, Callable[[Block], str]] = {
    Kind.headline: lambda b: _wrap(b.lines[0]),
    Kind.heading: _heading,
    Kind.paragraph: lambda b: _wrap(b.lines[0]),
    Kind.question: lambda b: _wrap(b.lines[0], others="   "),
    Kind.remark: lambda b: _wrap(b.lines[0]),
    Kind.list: lambda b: "\n".join(_wrap(line, "- ", "  ") for line in b.lines),
    Kind.copy: lambda b: f"    {b.lines[0]}",
    Kind.quote: lambda b: "\n".join(_wrap(line, "> ", "> ", anything=True) for line in b.lines),
}
