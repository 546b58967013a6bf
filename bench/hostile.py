"""What hostile mail of a megabyte costs to read: `python -m bench.hostile`.

Each shape is read at half and at full size, the faster of three runs counts; the ratio of the two is what tells: 2 is linear.
Texts of more lines than a book are refused, which is fast; they are divided once more below, without that limit.
"""

import time
from collections.abc import Callable
from datetime import UTC, datetime

from mailbot.core.reading import Own, read
from mailbot.core.reply import split

_MEGABYTE = 1_000_000
_HEAD = "From: jana@example.org\nSubject: Re: call\nMessage-ID: <1@example.org>\nContent-Type: text/{}; charset=utf-8\n\n"
_PLAIN: dict[str, Callable[[int], str]] = {
    "one line": lambda n: "x" * n,
    "one line of words": lambda n: "word " * (n // 5),
    "quoted lines": lambda n: "> a\n" * (n // 5),
    "only >": lambda n: ">" * n,
    "lines of >": lambda n: ">\n" * (n // 5),
    "only spaces": lambda n: " " * n,
    "lines of spaces": lambda n: "    \n" * (n // 5),
    "attributions": lambda n: "On Mon, 6 Mar 2023 at 09:00\n" * (n // 28),
    "headers": lambda n: "From: a\n" * (n // 8),
    "sign-offs": lambda n: "Kind regards\n\nJana\n\n" * (n // 20),
}
_HTML: dict[str, Callable[[int], str]] = {
    "nested blockquotes": lambda n: "<blockquote>" * (3000 * n // _MEGABYTE) + "x" * n,
    "nested divs": lambda n: "<div>" * (20_000 * n // _MEGABYTE) + "x" * n,
    "only blockquotes": lambda n: "<blockquote>" * (n // 12),
    "coloured words": lambda n: "<span style='color:red'>x</span> " * (n // 33),
    "cells": lambda n: "<table>" + "<tr><td>x<td>y" * (n // 14),
    "misnested": lambda n: "<b><p>x</b>" * (n // 11),
}


def main() -> None:
    print(f"{'shape':28}{'half':>8}{'whole':>8}{'ratio':>7}   (seconds, 1 MB)")
    for kind, shapes in (("plain", _PLAIN), ("html", _HTML)):
        for name, shape in shapes.items():
            _row(f"{name} ({kind})", *(_read(kind, shape(n)) for n in (_MEGABYTE // 2, _MEGABYTE)))
    for name, shape in _PLAIN.items():
        _row(f"{name} (divided)", *(_divide(shape(n)) for n in (_MEGABYTE // 2, _MEGABYTE)))


def _row(name: str, *works: Callable[[], object]) -> None:
    half, whole = (min(_seconds(work) for _ in range(3)) for work in works)
    print(f"{name:28}{half:8.2f}{whole:8.2f}{whole / max(half, 0.001):7.1f}", flush=True)


def _read(kind: str, body: str) -> Callable[[], object]:
    raw = (_HEAD.format(kind) + body).encode()
    return lambda: read(raw, datetime(2026, 1, 1, tzinfo=UTC), [], Own())


def _divide(body: str) -> Callable[[], object]:
    return lambda: split(body, ("What is your experience with rehabilitation?",), "Jana")


def _seconds(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


if __name__ == "__main__":
    main()
