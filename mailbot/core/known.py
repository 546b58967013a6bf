"""Known: texts that we sent, recognised line by line wherever a mail repeats them, wrapped anew or not."""

import re
from collections.abc import Iterable, Sequence

_WORD = re.compile(r"\w+")
_GRAM = 4


def words(text: str) -> tuple[str, ...]:
    """The words of a text, casefolded, without punctuation."""
    return tuple(_WORD.findall(text.casefold()))


class Known:
    """A line is ours if each run of four words in it stands in a text of ours; cost is linear in the line."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._grams: set[tuple[str, ...]] = set()
        self._whole: set[tuple[str, ...]] = set()
        self._ends: set[tuple[str, ...]] = set()
        for text in texts:
            said = words(text)
            if not said:
                continue
            self._grams.update(said[i : i + _GRAM] for i in range(len(said) - _GRAM + 1))
            self._whole.add(said)
            self._ends.add(said[-_GRAM:])

    def lines(self, bodies: Sequence[str]) -> list[bool]:
        """For each line whether it is ours. A short rest of a wrapped line is, when it goes on where the line above ended."""
        found: list[bool] = []
        above: tuple[str, ...] = ()
        for body in bodies:
            said = words(body.lstrip("0123456789.)(-*•·– "))
            ours = self._says(said, above)
            found.append(ours)
            above = said if ours else ()
        return found

    def ends(self, bodies: Sequence[str], at: int) -> bool:
        """Whether a text of ours ends with the line `at`, its beginning perhaps on the line above."""
        said = words(bodies[at])
        joined = (words(bodies[at - 1]) + said if at else said)[-_GRAM:]
        return said[-_GRAM:] in self._ends or joined in self._ends or said in self._whole

    def _says(self, said: tuple[str, ...], above: tuple[str, ...]) -> bool:
        if not said:
            return False
        if len(said) > _GRAM:
            return self._all_known(said)
        if len(said) >= 3 and said in self._whole:
            return True
        return len(above) >= 3 and self._all_known(above[-3:] + said)

    def _all_known(self, said: tuple[str, ...]) -> bool:
        return all(said[i : i + _GRAM] in self._grams for i in range(len(said) - _GRAM + 1))
