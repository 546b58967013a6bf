"""Words: a text of the catalogue in one language, with its numbers filled in."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from mailbot.core import wording
from mailbot.core.call import Call
from mailbot.core.phrases.digesting import COMMANDS, REASONS, WORDS
from mailbot.core.unasked import local_now

_SHOWN = 12  # numbers of entries in a line


class Say:
    """The catalogue in one of its languages. call: by whose clocks instants are told."""

    def __init__(self, language: str, call: Call) -> None:
        self.language, self._words, self._call = language, WORDS[language], call

    def __call__(self, key: str, count: int | None = None, **more: str) -> str:
        """The text of this name. count: chooses singular or plural, and is `{n}`."""
        text = self._words[key]
        if isinstance(text, tuple):
            text = text[0 if wording.plural(count or 0, self.language) == "one" else 1]
        return text.format(n=self.number(count or 0), **more)

    def number(self, count: int) -> str:
        return wording.number(count, self.language)

    def share(self, part: int, whole: int) -> str:
        return wording.share(part, whole, self.language)

    def short(self, at: datetime) -> str:
        """`17 Feb, 09:12`, by the clocks that the days of digests go by."""
        local = local_now(self._call, at)
        return f"{wording.short_day(local.date(), self.language)}, {local:%H:%M}"

    def whole(self, at: datetime) -> str:
        """`Wednesday, 17 February 2021, 23:59 (Brussels, UTC+1)`, by the clocks of the call."""
        told = wording.moment(at, self._call.zone, self.language)
        place = self("anywhere") if told.anywhere else told.city
        return f"{told.day}, {told.time} ({', '.join(part for part in (place, told.offset) if part)})"

    def listed(self, numbers: Sequence[int]) -> str:
        """`3, 7 and 12`; of many the first, and how many more."""
        shown = [str(number) for number in numbers[:_SHOWN]]
        if len(numbers) > _SHOWN:
            return self("and_more", len(numbers) - _SHOWN, list=", ".join(shown))
        return wording.listed(shown, self.language)

    def reasons(self, reasons: Iterable[tuple[str, int]]) -> str:
        """`sender unclear: 2, call unclear: 1`, the first ones."""
        place = list(WORDS).index(self.language)
        colon = "\N{NO-BREAK SPACE}: " if self.language == "fr" else ": "
        told = ((REASONS[name][place] if name in REASONS else name.replace("-", " "), count) for name, count in reasons)
        return ", ".join(f"{name}{colon}{self.number(count)}" for name, count in told)

    def commands(self, numbers: Sequence[int]) -> tuple[str, ...]:
        """Three lines that organisers can send, with numbers of this call."""
        some, following = numbers[:3] or [3, 7, 12], (numbers[3:4] or [4])[0]
        values = {"some": ", ".join(map(str, some)), "next": following, "one": some[0]}
        return tuple(line.format(**values) for line in COMMANDS[self.language])
