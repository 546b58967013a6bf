"""The mails of tests/corpus/answers: read in process and counted against what their writers meant."""

import json
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from mailbot.core.call import Call, parse_call
from mailbot.core.reading import Own, Reading, read
from mailbot.mailfiles import topmost_received
from mailbot.resources import example_rules_dir

CORPUS = Path(__file__).parents[1] / "corpus" / "answers"
SERVER = "mx.example.net"
RIGHT = 0.9
"""F1 over words from which on an answer is right."""


@dataclass(frozen=True)
class Outcome:
    """likeness: F1 of each answer by its question. extra: answers to questions left open. noise: lines that are no answer's."""

    name: str
    likeness: dict[int, float]
    extra: tuple[int, ...]
    noise: tuple[str, ...]
    reading: Reading
    wanted: dict[int, str]

    @property
    def right(self) -> int:
        return sum(value >= RIGHT for value in self.likeness.values())

    @property
    def perfect(self) -> bool:
        return self.right == len(self.likeness) and not self.extra and not self.noise

    def why(self) -> str:
        """What is wrong, in a few lines."""
        got = {answer.question: answer.text for answer in self.reading.answers}
        wrong = {n: (self.wanted[n], got.get(n)) for n, value in self.likeness.items() if value < RIGHT}
        lines = [f"{self.name}:"]
        lines += [f"  {n} should be {want!r}\n    and is    {have!r}" for n, (want, have) in wrong.items()]
        lines += [f"  {n} was left open and got {got[n]!r}" for n in self.extra]
        return "\n".join(lines + [f"  in an answer: {line!r}" for line in self.noise])


def names(corpus: Path = CORPUS) -> list[str]:
    return sorted(path.name.removesuffix(".gold.json") for path in corpus.glob("*.gold.json"))


def outcome(name: str, corpus: Path = CORPUS) -> Outcome:
    """Read one mail for its call and compare."""
    gold: dict[str, Any] = json.loads((corpus / f"{name}.gold.json").read_text(encoding="utf-8"))
    raw = (corpus / f"{name}.eml").read_bytes()
    call = _call(gold["call"], corpus)
    received = topmost_received(raw)
    assert received is not None, name
    own = Own(addresses=frozenset(call.addresses), domain="calls.example.org", key=bytes(32), authserv_ids=frozenset({SERVER}))
    reading = read(raw, received, [call], own)
    got = {answer.question: answer.text for answer in reading.answers if answer.text.strip()}
    wanted = {int(n): text for n, text in gold["answers"].items()}
    everything = _squashed(" ".join(got.values()))
    return Outcome(
        name,
        {n: likeness(got[n], text) if n in got else 0.0 for n, text in wanted.items()},
        tuple(n for n in got if n not in wanted),
        tuple(line for line in gold.get("noise", ()) if _squashed(line) and _squashed(line) in everything),
        reading,
        wanted,
    )


@cache
def _call(slug: str, corpus: Path) -> Call:
    file = next(path for path in (corpus / f"{slug}.yaml", example_rules_dir() / f"{slug}.yaml") if path.exists())
    return parse_call(file.read_text(encoding="utf-8"), file.name)


def likeness(got: str, want: str) -> float:
    """F1 over the words, each as often as it stands there."""
    ours, theirs = Counter(_tokens(got)), Counter(_tokens(want))
    same = sum((ours & theirs).values())
    return 2 * same / max(1, sum(ours.values()) + sum(theirs.values()))


def _squashed(text: str) -> str:
    return " ".join(_tokens(text))


def _tokens(text: str) -> list[str]:
    return re.findall(r"\w+", unicodedata.normalize("NFKC", text).casefold())
