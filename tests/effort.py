"""Seconds that work takes, as a quiet machine would count them: each is held against a piece of work of known length.

Processor time alone depends on what else the machine does (its caches and its clock are shared) and on how many objects the
tests before have left to the garbage collector.
"""

import gc
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

_QUIET = 0.044  # seconds that the yardstick takes on a quiet machine of the kind that the limits were written for
_WORDS = re.compile(r"([a-z]+) (\d{1,4})")


def _yardstick() -> float:
    began = time.process_time()
    text = "some words 12 of a text 2025 to look through " * 4000
    found: dict[str, int] = {}
    for m in _WORDS.finditer(text):
        found[m[1]] = found.get(m[1], 0) + int(m[2])
    "".join(sorted(text))
    return time.process_time() - began


def slowness() -> float:
    """By how much everything takes longer now than on a quiet machine; 1 at least."""
    return max(1.0, _yardstick() / _QUIET, _yardstick() / _QUIET)


@dataclass
class Effort:
    seconds: float = 0.0


@contextmanager
def effort() -> Iterator[Effort]:
    """Count the processor's seconds of the block into `seconds`, in those of a quiet machine."""
    told = Effort()
    gc.collect()
    gc.freeze()
    try:
        before = _yardstick()
        began = time.process_time()
        yield told
        used = time.process_time() - began
        told.seconds = used / max(1.0, before / _QUIET, _yardstick() / _QUIET)
    finally:
        gc.unfreeze()
