"""Phrases looked for in a text word by word, whatever stands between the words and however they are written."""

from collections.abc import Iterable

from mailbot.core.known import words

_MOST = 2000  # characters that are looked at


class Phrases:
    """Some phrases; the cost of looking is that of the text, however many there are."""

    def __init__(self, *some: Iterable[str]) -> None:
        self._by_first: dict[str, set[tuple[str, ...]]] = {}
        for phrases in some:
            for phrase in phrases:
                if said := words(phrase):
                    self._by_first.setdefault(said[0], set()).add(said)

    def stand_in(self, text: str) -> bool:
        """Whether one of them stands in the text."""
        said = words(text[:_MOST])
        return any(word in self._by_first and self._are_at(said, i) for i, word in enumerate(said))

    def begin(self, text: str) -> bool:
        """Whether the text begins with one of them."""
        said = words(text[:200])
        return bool(said) and said[0] in self._by_first and self._are_at(said, 0)

    def _are_at(self, said: tuple[str, ...], i: int) -> bool:
        return any(said[i : i + len(phrase)] == phrase for phrase in self._by_first[said[i]])
