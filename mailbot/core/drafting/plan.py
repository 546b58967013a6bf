"""Plan: a call that is not open yet, as the fields of its file and what a person should check. Corrections make a new one."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from typing import Any, Self

from mailbot.core import clean
from mailbot.core.call_text import call_text

_ORDER = (
    *("slug", "title", "language", "zone", "published", "meetings", "background", "audience", "questions", "deadline"),
    *("contacts", "mailbox", "addresses", "channel", "form", "places", "language_of_work"),
)


@dataclass(frozen=True, slots=True)
class Doubt:
    """field: of the call file. why: a sentence in English. quote: the words of the announcement, '' where there are none."""

    field: str
    why: str
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """fields: as `parse_call` reads them from a file, all values texts, lists and mappings of them; what is not known is not
    there. sources: by field, where it comes from. organiser: the address of who sent the announcement. without_address:
    contacts of whom no address is known. printed: where the announcement wants answers sent, '' where it does not say.
    """

    slug: str
    organiser: str
    fields: Mapping[str, Any] = field(default_factory=dict)
    sources: Mapping[str, str] = field(default_factory=dict)
    doubts: tuple[Doubt, ...] = ()
    without_address: tuple[str, ...] = ()
    printed: str = ""

    def having(self, **fields: Any) -> Self:
        """With these fields as a person gave them; None takes one away. What was doubtful about them is settled."""
        kept = {name: value for name, value in self.fields.items() if name not in fields}
        given = {name: value for name, value in fields.items() if value is not None}
        sources = {name: where for name, where in self.sources.items() if name not in fields}
        doubts = tuple(doubt for doubt in self.doubts if doubt.field not in fields)
        return replace(self, fields=kept | given, sources=sources, doubts=doubts)

    @property
    def language(self) -> str:
        return str(self.fields.get("language", "en"))

    @property
    def questions(self) -> list[dict[str, str]]:
        return [dict(question) for question in self.fields.get("questions", ())]

    @property
    def contacts(self) -> list[dict[str, str]]:
        return [dict(contact) for contact in self.fields.get("contacts", ())]

    @property
    def readers(self) -> tuple[str, ...]:
        """Who gets its letters and may answer them: the organiser who sent it and the contacts; each address once."""
        every = [self.organiser, *(contact["address"] for contact in self.contacts)]
        return tuple({address.casefold(): address for address in reversed(every)}.values())[::-1]

    def file(self) -> str:
        """The text of the call file; `parse_call` opens it once nothing is lacking. The same plan gives the same text."""
        lines = ["# Drafted from an announcement that came by mail.\n"]
        for name in _ORDER:
            if name == "slug" or name in self.fields:
                value: Any = self._people() if name == "contacts" else self.slug if name == "slug" else self.fields[name]
                source = f"# {clean.line(self.sources[name])}\n" if name in self.sources else ""
                lines.append(source + call_text({name: value}))
        return "".join(lines)

    def _people(self) -> list[dict[str, str]]:
        """The contacts; digests to the address that takes the answers would come back as mail to the call."""
        ours = {address.casefold() for address in self.fields.get("addresses", ())}
        return [one | ({"digests": "false"} if one["address"].casefold() in ours else {}) for one in self.contacts]

    def dump(self) -> str:
        """As text, for keeping; `load` gives the same plan."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def load(cls, text: str) -> Self:
        kept = json.loads(text)
        doubts = tuple(Doubt(**doubt) for doubt in kept.pop("doubts"))
        return cls(doubts=doubts, without_address=tuple(kept.pop("without_address")), **kept)


class What(StrEnum):
    """What a correction is about: a field, or what is done with a question."""

    heading = "title"
    deadline = "deadline"
    zone = "zone"
    meeting = "meeting"
    question = "question"
    contact = "contact"
    places = "places"
    audience = "audience"
    address = "address"
    form = "form"
    channel = "channel"
    language = "language"


class Way(StrEnum):
    change = "change"
    add = "add"
    drop = "drop"


@dataclass(frozen=True, slots=True)
class Correction:
    """numbers: of the questions that are meant. value: the new words. line: as it was written, for saying it back."""

    what: What
    way: Way
    value: str
    line: str
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What an answer to a draft letter says. ok: nothing but that. consents: ok stands in it. unclear: lines that are neither
    a correction nor ok."""

    ok: bool = False
    consents: bool = False
    corrections: tuple[Correction, ...] = ()
    unclear: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Announced:
    """A mail that announces a call."""

    plan: Plan


@dataclass(frozen=True, slots=True)
class Answered:
    """A mail that answers draft letters of ours, whose Message-IDs are verified by key."""

    letters: tuple[str, ...]
    answer: Answer
