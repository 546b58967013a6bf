"""A small, strict part of YAML to plain lists, mappings and texts, each with its line.

Values stay the texts that were written; what they mean is decided by the field they stand in. So `language: no` is Norwegian,
`17:00` is an hour, and no value can turn into something that its author did not write. Anchors, aliases, tags and several
documents in one file are refused: they hide things from a reader (alias bombs among them).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NoReturn

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from mailbot.errors import Problem, Problems

MAX_BYTES = 256 * 1024
MAX_DEPTH = 8  # ruamel.yaml slows down with the square of the depth: 100,000 times "[" takes minutes
MAX_NODES = 20_000  # 3 s at 50,000

_LOOK = "rules/README.md shows what a call looks like"

Loc = tuple[str | int, ...]
Value = Any  # str | list[Value] | dict[str, Value] | None (nothing readable stands there); mypy has no use for the recursion


@dataclass(frozen=True, slots=True)
class Found:
    """One mistake at one place, before it is known in which file. loc: keys and places in lists, outermost first."""

    loc: Loc
    line: int | None
    what: str
    mend: str


@dataclass(frozen=True, slots=True)
class Document:
    """data: what was written, by name. lines: from 1, where each key or item stands. found: mistakes in the YAML itself."""

    data: dict[str, Value]
    lines: Mapping[Loc, int]
    found: tuple[Found, ...]

    def line(self, loc: Loc) -> int | None:
        """The line of the place, or of the nearest one around it that was written."""
        while loc and loc not in self.lines:
            loc = loc[:-1]
        return self.lines.get(loc)


def read_yaml(text: str, file: str) -> Document:
    """Raises Problems with one Problem when the text as a whole can't be read; all other mistakes are in `found`."""
    text = text.removeprefix("\ufeff")  # Windows Notepad
    if len(text.encode("utf-8", "surrogatepass")) > MAX_BYTES:
        _refuse(file, None, f"the file is larger than {MAX_BYTES // 1024} kB", "a call has a few kB; is this the right file?")
    try:
        reader = _Reader(iter(YAML(typ="safe", pure=True).parse(text)), file)
        data = reader.document()
    except Problems:
        raise
    except MarkedYAMLError as error:
        line, what, mend = _in_plain_words(error, text)
        _refuse(file, line, what, mend)
    except YAMLError as error:  # ReaderError: it has a position and no line
        position = getattr(error, "position", 0)
        _refuse(file, text.count("\n", 0, position) + 1, "a control character that no editor shows", "delete it")
    except (ValueError, OverflowError):  # "\UFFFFFFFF" is no character, and ruamel.yaml does not look
        _refuse(file, None, "an escape (\\U…) names a character that does not exist", "write the character itself")
    return Document(data, reader.lines, tuple(reader.found))


def _refuse(file: str, line: int | None, what: str, mend: str) -> NoReturn:
    raise Problems([Problem(file, line, what, mend)]) from None


@dataclass(slots=True)
class _Reader:
    """Walks the parser's events, which come one by one, so that what is too deep or too much stops the parser early."""

    events: Iterator[Event]
    file: str
    lines: dict[Loc, int] = field(default_factory=dict)
    found: list[Found] = field(default_factory=list)
    nodes: int = 0

    def document(self) -> dict[str, Value]:
        next(self.events)  # the stream begins
        if not isinstance(next(self.events), DocumentStartEvent):
            _refuse(self.file, None, "the file is empty", _LOOK)
        data = self.value(next(self.events), ())
        if not isinstance(data, dict):
            _refuse(self.file, 1, "this is not a call", "write one `name: value` on each line")
        for event in self.events:
            if isinstance(event, DocumentStartEvent):
                _refuse(
                    self.file, event.start_mark.line + 1, "a second call begins here", "one file holds one call: delete `---`"
                )
        return data

    def value(self, event: Event, loc: Loc) -> Value:
        self.nodes += 1
        self._bound(len(loc), event)
        line = self.lines.get(loc, event.start_mark.line + 1)  # an empty value has the line of what follows it
        if isinstance(event, AliasEvent):
            return self._blame(loc, line, f"`*{event.anchor}` points to another place", "write the value out here")
        if isinstance(event, NodeEvent) and event.anchor:
            self._blame(loc, line, f"`&{event.anchor}` names a value", "delete it; text that begins with & needs quotes")
        if getattr(event, "tag", None):
            self._blame(loc, line, "`!` sets a type", "delete it; text that begins with ! needs quotes")
        if isinstance(event, MappingStartEvent):
            return self._mapping(loc)
        if isinstance(event, SequenceStartEvent):
            return self._sequence(loc)
        text = str(getattr(event, "value", ""))
        if getattr(event, "style", None) is None and text in {"", "~", "null"}:
            return self._blame(loc, line, f"{name(loc)} has no value", "give it one or delete the line")
        return text

    def _mapping(self, loc: Loc) -> dict[str, Value]:
        values: dict[str, Value] = {}
        while not isinstance(event := next(self.events), MappingEndEvent):
            line = event.start_mark.line + 1
            key = event.value if isinstance(event, ScalarEvent) else None
            if key is None:
                self._blame(loc, line, "the name of a value is itself a list", "write `name: value`")
                self._skip(event)
                self._skip(next(self.events))
            elif key in values:
                again = (*loc, key)
                self._blame(again, line, f"{name(again)} stands here again (first in line {self.lines[again]})", "keep one")
                self._skip(next(self.events))
            else:
                self.lines[(*loc, key)] = line
                values[key] = self.value(next(self.events), (*loc, key))
        return values

    def _sequence(self, loc: Loc) -> list[Value]:
        values: list[Value] = []
        while not isinstance(event := next(self.events), SequenceEndEvent):
            here = (*loc, len(values))
            self.lines[here] = event.start_mark.line + 1
            values.append(self.value(event, here))
        return values

    def _skip(self, event: Event) -> None:
        """Read past a value that does not count."""
        depth = 0
        while True:
            self.nodes += 1
            depth += isinstance(event, CollectionStartEvent) - isinstance(event, CollectionEndEvent)
            self._bound(depth, event)
            if depth == 0:
                return
            event = next(self.events)

    def _bound(self, depth: int, event: Event) -> None:
        if depth > MAX_DEPTH or self.nodes > MAX_NODES:
            _refuse(self.file, event.start_mark.line + 1, "lists in lists, too deep or too many", _LOOK)

    def _blame(self, loc: Loc, line: int, what: str, mend: str) -> None:
        self.found.append(Found(loc, line, what, mend))


def name(loc: Loc) -> str:
    """A place as a person would say it: `questions[2].text`, items counted from 1."""
    words = ""
    for part in loc:
        words += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if words else part
    return f"`{shown(words)}`"


def shown(value: object, most: int = 60) -> str:
    """Something from the file as it may be shown: one line, no control characters, not endless."""
    text = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in str(value))
    return text if len(text) <= most else text[: most - 1] + "…"


_PLAIN_WORDS = (
    # what ruamel.yaml says, what is wrong, what would be right
    (
        r"mapping values are not allowed",
        "a colon too many, or a line indented too far",
        "put text that contains a colon and a space into quotes, and let the names of one level begin in one column",
    ),
    (r"character '\\t'", "a tab where the line is indented", "indent with spaces"),
    (r"character '[@`%]'", "a value can't begin with @, ` or %", "put it into quotes"),
    (r"quoted scalar.*end of (stream|document)", "a quote that is opened here is never closed", "close it"),
    (r"unknown escape|hexdecimal", "a backslash between double quotes means something special", "use single quotes"),
    (r"expected ',' or", "a bracket that is opened here is never closed", "close it, and put commas between its items"),
    (r"could not find expected ':'", "a line without a colon", "write `name: value`"),
    (r"expected alphabetic or numeric", "a value can't begin with * or &", "put it into quotes"),
    (
        r"expected <block end>",
        "this does not fit to what stands around it",
        "indent the items of a list alike, and put text that contains quotes or brackets into quotes as a whole",
    ),
)


def _in_plain_words(error: MarkedYAMLError, text: str) -> tuple[int | None, str, str]:
    """Line, what and mend. Things left open are told where they were opened, everything else where it was noticed."""
    said = f"{error.context or ''} {error.problem or ''}"
    what, mend = next(
        ((what, mend) for pattern, what, mend in _PLAIN_WORDS if re.search(pattern, said)),
        ("this is not YAML", f"the reader says: {shown(error.problem, 100)}"),
    )
    opened = "opened here" in what
    mark = (error.context_mark if opened else error.problem_mark) or error.problem_mark or error.context_mark
    line = None if mark is None else min(mark.line + 1, text.count("\n") + 1)
    return line, what, mend
