"""Taken: a field of a draft together with the words it was taken from, so that a person can look them up."""

from dataclasses import dataclass, replace
from typing import Generic, TypeVar

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Taken(Generic[T_co]):
    """line: 1-based, of the announcement as it is shown to a person. quote: its words, on one line, as printed.
    doubts: what a person should check, each a sentence that says why."""

    value: T_co
    line: int
    quote: str
    doubts: tuple[str, ...] = ()

    def doubting(self, *why: str) -> "Taken[T_co]":
        """The same with more to check."""
        return replace(self, doubts=tuple(dict.fromkeys((*self.doubts, *why))))
