"""Answers with what must go out of them marked: `{c|…}` is an identifier beyond doubt, `{n|…}` a name to be found."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from mailbot.core.call import Call
from mailbot.core.entries import Entry
from mailbot.core.paper.countries import rare
from mailbot.core.paper.found import hear
from mailbot.core.paper.known import Known, gather
from mailbot.core.paper.redact import marked
from mailbot.core.paper.shapes import Mark, What
from mailbot.core.paper.words import TITLED, words
from mailbot.core.reading import Timeliness

FOLDER = Path(__file__).parent / "paper"
_MARKED = re.compile(r"\{([cn])\|([^}]*)\}")
AT = datetime(2026, 3, 2, 9, tzinfo=UTC)


@dataclass(frozen=True)
class Labelled:
    """spans: start, end and kind, in the text without its marks."""

    file: str
    name: str
    address: str
    signature: str
    text: str
    spans: tuple[tuple[int, int, str], ...]


def labelled() -> list[Labelled]:
    return [
        _one(path.name, block)
        for path in sorted(FOLDER.glob("*.txt"))
        for block in path.read_text(encoding="utf-8").split("===\n")
    ]


def _one(file: str, block: str) -> Labelled:
    head, _, body = block.partition("\n\n")
    sender = re.search(r"^from: (.*) <(.*)>$", head, re.MULTILINE)
    signature = re.search(r"^signature: (.*)$", head, re.MULTILINE)
    assert sender is not None
    assert signature is not None
    text, spans, at = "", [], 0
    for found in _MARKED.finditer(body):
        text += body[at : found.start()]
        spans.append((len(text), len(text) + len(found[2]), found[1]))
        text += found[2]
        at = found.end()
    text += body[at:].rstrip()
    return Labelled(file, sender[1], sender[2], signature[1], text, tuple(spans))


def entry(number: int, one: Labelled) -> Entry:
    return Entry(
        number=number,
        reference=f"R{number:03}",
        name=one.name,
        address=one.address,
        sure=True,
        first_at=AT,
        changed_at=AT,
        version=1,
        timeliness=Timeliness.on_time,
        answers={1: one.text},
    )


def known(all_of_them: Sequence[Labelled], call: Call) -> Known:
    entries = [entry(n, one) for n, one in enumerate(all_of_them, 1)]
    gathered = gather(entries, {e.reference: (one.signature,) for e, one in zip(entries, all_of_them, strict=True)}, call)
    return hear([one.text for one in all_of_them], gathered)


@dataclass
class Score:
    """kept: spans of which something tells who it is and still stands. vain: words that were taken out for nothing."""

    wanted: Counter[str]
    found: Counter[str]
    kept: list[str]
    vain: list[str]
    words: int


def score(all_of_them: Sequence[Labelled], looked_at: Sequence[Labelled], call: Call) -> Score:
    what_is_known = known(all_of_them, call)
    few = rare([one.text] for one in all_of_them)
    said = Score(Counter(), Counter(), [], [], 0)
    for one in looked_at:
        marks = marked(one.text, what_is_known, few)
        for start, end, kind in one.spans:
            said.wanted[kind] += 1
            left = list(_left(one.text, start, end, kind, marks))
            said.found[kind] += not left
            said.kept += [f"{one.file} {kind} {one.text[start:end]!r}: {left}"] if left else []
        for word in words(one.text):
            said.words += 1
            its = next((m for m in marks if m.start <= word.start < m.end), None)
            if its is not None and its.what is not What.country and not _labelled(one, word.start):
                said.vain.append(f"{one.file} {one.text[its.start : its.end]!r} ({its.why})")
    return said


def _labelled(one: Labelled, at: int) -> bool:
    return any(start <= at < end for start, end, _ in one.spans)


def _left(text: str, start: int, end: int, kind: str, marks: Sequence[Mark]) -> Iterator[str]:
    """The telling words of a span that no mark covers: all of an identifier, those with a capital of a name."""
    for word in words(text[start:end]):
        at = start + word.start
        telling = word.key not in TITLED and (word.capital if kind == "n" else not word.text.islower() or len(word.text) > 3)
        if telling and not any(m.start <= at and start + word.end <= m.end for m in marks):
            yield word.text
