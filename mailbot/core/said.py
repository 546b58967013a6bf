"""Said: whether one of many phrases stands in a sentence, or among the words of a clause."""

import re
from collections.abc import Iterable, Sequence

WORD = re.compile(r"[\w']+(?:-\w+)*")


def stands_in(phrase: str, sentence: str) -> bool:
    """Whether the pieces of a phrase stand in the sentence in this order, each at the beginning of a word.

    >>> stands_in("withdraw … application", "i withdraw my second application")
    True
    """
    return gaps(phrase, sentence) is not None


def present(phrases: Iterable[str], sentences: Sequence[str]) -> tuple[str, ...]:
    """The phrases that may stand in one of the sentences, because their first piece stands in the text: few of hundreds do."""
    text = "\n".join(sentences)
    return tuple(phrase for phrase in phrases if phrase.partition(" … ")[0] in text)


def any_in(phrases: Iterable[str], sentences: Sequence[str]) -> bool:
    """Whether one of the phrases stands in one of the sentences."""
    few = present(phrases, sentences)
    return any(stands_in(phrase, sentence) for sentence in sentences for phrase in few)


def gaps(phrase: str, sentence: str) -> tuple[str, ...] | None:
    """What stands before, between and behind the pieces of a phrase; None where they do not stand in the sentence.

    >>> gaps("withdraw … application", "i withdraw my second application now")
    ('i ', ' my second ', ' now')
    """
    found: list[str] = []
    end = 0
    for piece in phrase.split(" … "):
        at = sentence.find(piece, end)
        while at > 0 and sentence[at - 1].isalnum():
            at = sentence.find(piece, at + 1)
        if at < 0:
            return None
        found.append(sentence[end:at])
        end = at + len(piece)
    return (*found, sentence[end:])


class Sayings:
    """Phrases that are looked for among the words of a clause, joined by blanks."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._found = tuple(self._needle(" ".join(WORD.findall(p)), p) for p in phrases)

    @staticmethod
    def _needle(words: str, phrase: str) -> str:
        return ("" if phrase.startswith("-") else " ") + words + ("" if phrase.startswith("-") or phrase.endswith("-") else " ")

    def within(self, clause: str) -> bool:
        padded = f" {clause} "
        return any(needle in padded for needle in self._found)

    def count(self, clause: str) -> int:
        """At how many places one of the phrases stands."""
        padded = f" {clause} "
        return len({padded.find(needle) for needle in self._found} - {-1})

    def opening(self, clause: str) -> str | None:
        """What follows the longest phrase that the clause begins with; None if it begins with none."""
        padded = f" {clause} "
        length = max((len(needle) for needle in self._found if padded.startswith(needle)), default=0)
        return padded[length - 1 :].strip() if length else None
