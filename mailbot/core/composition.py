"""Composition: how the entries of a call divide, by country, profession or whatever the call names."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from mailbot.core import countries
from mailbot.core.call import Call
from mailbot.core.choosing import Group
from mailbot.core.entries import Entry
from mailbot.core.vocables import Vocables, words

UNKNOWN = ""
"""Of an answer that names no value, or several: it is not clear which one is meant."""


def value(text: str, group: Group, language: str) -> str:
    """Which value of the group an answer means: a name of `Group.values`, or a country as the language calls it; or UNKNOWN.

    A value is meant by its own name and by its words, as whole words whatever their case and accents; of a phrase that holds
    another the longer one counts. language: of the call, ISO 639-1. The first 2,000 characters of an answer are looked at.
    """
    return _reader(group, language)(text)


def values(entries: Sequence[Entry], call: Call) -> Mapping[str, Mapping[str, str]]:
    """For each group of the call, by id, the value of each entry, by reference."""
    number = {question.id: n for n, question in enumerate(call.questions, 1)}
    readers = [(group.id, _reader(group, call.language), number.get(group.question, 0)) for group in call.groups]
    found: dict[str, dict[str, str]] = {group: {} for group, _, _ in readers}
    for entry in entries:  # all groups of one answer in turn: it is taken apart once
        for group, read, n in readers:
            found[group][entry.reference] = read(entry.answers.get(n, ""))
    return found


def tally(entries: Sequence[Entry], call: Call) -> Mapping[str, Mapping[str, int]]:
    """For each group, by id, how many of these entries have each value, the most frequent first, UNKNOWN last."""
    return {group: counted(of.values()) for group, of in values(entries, call).items()}


def counted(found: Iterable[str]) -> Mapping[str, int]:
    """How often each value is there, the most frequent first, of equals by name; UNKNOWN last."""
    counts = Counter(found)
    return dict(sorted(counts.items(), key=lambda one: (one[0] == UNKNOWN, -one[1], one[0])))


def meant(said: str, group: Group, language: str) -> str:
    """The value that a target of the call names, as `value` gives it: `Deutschland` is `Germany` in an English call."""
    return value(said, group, language) or said


def _reader(group: Group, language: str) -> Callable[[str], str]:
    named = Vocables((phrase, name) for name, phrases in group.values.items() for phrase in (name, *phrases))

    def read(text: str) -> str:
        found = set(named.found(words(text))) if group.values and text else set()
        if found:
            return found.pop() if len(found) == 1 else UNKNOWN
        code = countries.country(text) if group.countries and text else ""
        return countries.named(code, language) if code else UNKNOWN

    return read
