"""Replies composed from what some people said: every style of answering with every client's manglings, in four languages.

A composed reply is known to the word, so a style can be measured with as many mails as one likes: `python -m bench.composed`.
"""

import random
import textwrap
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from mailbot.core.call import Call, Contact, Deadline, Question
from mailbot.core.reading import Own, Reading, read
from tests.core.answered import RIGHT, likeness

ADDRESS = "call@calls.example.org"
OWN = Own(
    frozenset({ADDRESS}), "calls.example.org", b"thirty-two octets for composing.", authserv_ids=frozenset({"mx.example.net"})
)
_NOW = datetime(2023, 3, 8, 10, tzinfo=UTC)
_BACKGROUND = "We would like to hear from those who know it best, whatever they think of it. The answers go into a report."
_LAST_DAY = "Answers reach us until the end of March. Short ones are as welcome as long ones."
_OUTLOOK = "From: Our call <{address}>\nSent: Tuesday, 7 March 2023 09:12\nTo: {name}\nSubject: A call\n"
_FEWEST_LEFT_OPEN = 3


@dataclass(frozen=True, slots=True)
class Case:
    """What one person answers. answers: by question number, those that are not left open. words: of the person's language."""

    questions: Sequence[str]
    answers: Mapping[int, str]
    topics: Sequence[str]
    asked: Sequence[str]
    words: Mapping[str, Any]
    language: str
    name: str


@dataclass(frozen=True, slots=True)
class Body:
    """What a style makes of a case. wanted: by question, where it is not the case's answers."""

    text: str
    wanted: Mapping[int, str] | None = None


Style = Callable[[random.Random, Case], Body]


@dataclass(frozen=True, slots=True)
class Composed:
    """A reply and what its writer meant. noise: lines that are no answer's."""

    call: Call
    raw: bytes
    text: str
    wanted: Mapping[int, str]
    noise: Sequence[str]


@dataclass(frozen=True, slots=True)
class Found:
    """How a composed reply was read. right: of the wanted answers; extra: answers to questions left open."""

    reading: Reading
    right: int
    extra: int
    noisy: bool
    wanted: int

    @property
    def perfect(self) -> bool:
        return self.right == self.wanted and not self.extra and not self.noisy


@cache
def _said() -> dict[str, Any]:
    loaded: dict[str, Any] = YAML(typ="safe").load(Path(__file__).with_name("said.yaml").read_text(encoding="utf-8"))
    return loaded


def _cases(rng: random.Random, *, complete: bool) -> tuple[str, Case]:
    slug = rng.choice([slug for slug in _said() if slug != "manners"])
    of_call = _said()[slug]
    voice = rng.choice(of_call["voices"])
    answers = dict(enumerate(voice["answers"], 1))
    if not complete and rng.random() < 0.4 and len(answers) > _FEWEST_LEFT_OPEN:
        del answers[rng.choice(list(answers))]
    language = voice["language"]
    topics, asked = of_call["topics"][language], of_call["asked"][language]
    words = _said()["manners"][language]
    return slug, Case(of_call["questions"], answers, topics, asked, words, language, voice["name"])


def compose(style: Style, seed: int, *, complete: bool = False) -> Composed:
    """One reply in a style; the same arguments give the same reply. complete: no question is left open."""
    rng = random.Random(seed)
    slug, case = _cases(rng, complete=complete)
    body = style(rng, case)
    text, noise = _framed(rng, case, body.text)
    raw = (
        f"Return-Path: <sender@people.example>\r\nDelivered-To: {ADDRESS}\r\n"
        "Authentication-Results: mx.example.net; dmarc=pass header.from=people.example\r\n"
        f"From: {case.name} <sender@people.example>\r\nTo: {ADDRESS}\r\n"
        f"Subject: Re: A call\r\nMessage-ID: <{seed}@people.example>\r\n"
        "Date: Wed, 8 Mar 2023 10:00:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n"
        "Content-Transfer-Encoding: 8bit\r\n\r\n"
    ).encode() + text.replace("\n", "\r\n").encode()
    return Composed(_call(slug), raw, text, body.wanted if body.wanted is not None else case.answers, noise)


@cache
def _call(slug: str) -> Call:
    return Call(
        slug=slug,
        title="A call",
        zone="Europe/Brussels",
        background=_BACKGROUND,
        questions=tuple(Question(id=f"q{n}", text=text) for n, text in enumerate(_said()[slug]["questions"], 1)),
        deadline=Deadline(day=date(2023, 3, 31)),
        contacts=(Contact(name="Ann Contact", address="ann@example.org"),),
        addresses=(ADDRESS,),
    )


def found(composed: Composed) -> Found:
    """Read it and compare."""
    reading = read(composed.raw, _NOW, [composed.call], OWN)
    got = {answer.question: answer.text for answer in reading.answers}
    right = sum(n in got and likeness(got[n], text) >= RIGHT for n, text in composed.wanted.items())
    said = " ".join(" ".join(got.values()).split())
    noisy = any(line in said for line in composed.noise if line)
    return Found(reading, right, sum(n not in composed.wanted for n in got), noisy, len(composed.wanted))


def _framed(rng: random.Random, case: Case, body: str) -> tuple[str, Sequence[str]]:
    """With greeting and good-bye around it, and perhaps our mail below; the lines that belong to no answer."""
    hello = rng.choice(case.words["hello"]) if rng.random() < 0.8 else ""
    intro = rng.choice(case.words["intro"]) if hello else ""
    bye = f"{rng.choice(case.words['bye'])}\n{case.name}" if rng.random() < 0.8 else ""
    head = "\n\n".join(part for part in (hello, intro) if part)
    if "\x00" in body:  # typed into our mail, whose words stand around
        return body.replace("\x00", "", 1), (_BACKGROUND, _LAST_DAY)
    below = rng.choice(["", _quoted_below(case), _outlook_below(case)])
    return "\n\n".join(part for part in (head, body, bye, below) if part) + "\n", (hello, intro, *bye.split("\n"))


def announcement(case: Case, label: str = "{n}. ") -> str:
    asked = "\n".join(f"{label.format(n=n)}{question}" for n, question in enumerate(case.questions, 1))
    return f"Dear all,\n\n{_BACKGROUND}\n\n{asked}\n\n{_LAST_DAY}"


def _quoted_below(case: Case) -> str:
    lines = wrapped(announcement(case), 76).split("\n")
    return f"{case.words['wrote']}\n\n" + "\n".join(f"> {line}".rstrip() for line in lines)


def _outlook_below(case: Case) -> str:
    return f"{_OUTLOOK.format(address=ADDRESS, name=case.name)}\n{announcement(case)}"


def wrapped(text: str, width: int = 72) -> str:
    return "\n".join("\n".join(textwrap.wrap(line, width)) if line else "" for line in text.split("\n"))


def typed_into(rng: random.Random, case: Case, *, headers: bool, label: str, width: int, indent: str = "") -> str:
    """Answers below the questions in our own mail, without any mark of what is quoted."""
    above = _OUTLOOK.format(address=ADDRESS, name=case.name) if headers else case.words["wrote"] + "\n"
    hello = rng.choice(case.words["hello"])
    parts = [f"\x00{hello}\n\n{above}\nDear all,\n\n{wrapped(_BACKGROUND, width)}"]
    for n, question in enumerate(case.questions, 1):
        asked = textwrap.wrap(f"{label.format(n=n)}{question}", width, subsequent_indent=indent)
        parts.append("\n".join(asked))
        if n in case.answers:
            parts.append(wrapped(case.answers[n], width))
    tight = rng.random() < 0.3 and width < 200
    joined = "\n".join(parts[1:]) if tight else "\n\n".join(parts[1:])
    return f"{parts[0]}\n\n{joined}\n\n{wrapped(_LAST_DAY, width)}"


def each(case: Case, form: str, between: str = "\n\n", width: int = 72) -> str:
    """form: with n, q (the question), a (the answer), t (its topic) and o (the question in own words)."""
    return between.join(
        wrapped(form.format(n=n, q=case.questions[n - 1], a=answer, t=case.topics[n - 1], o=case.asked[n - 1]), width)
        for n, answer in case.answers.items()
    )


def in_pairs(case: Case, rng: random.Random) -> Iterator[tuple[tuple[int, ...], str]]:
    """The answers, of which one counts for two questions in a row."""
    numbers = list(case.answers)
    at = rng.choice([i for i in range(len(numbers) - 1) if numbers[i + 1] == numbers[i] + 1])
    for i, n in enumerate(numbers):
        if i == at:
            yield (n, n + 1), case.answers[n]
        elif i != at + 1:
            yield (n,), case.answers[n]
