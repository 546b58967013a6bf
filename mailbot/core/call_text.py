"""A call file written from its fields, as a person would write it; and a short name made from a title."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence

from mailbot.core.meaning import plain_letters

Fields = Mapping[str, "str | Sequence[str] | Sequence[Mapping[str, str]]"]
_PLAIN = re.compile(r"[^\W\d_](?:[\w .,/'’()?!@+-]|:(?=\S))*|\d{4}-\d{2}-\d{2}[\w :,-]*\w")
_MEANS_MORE = frozenset({"true", "false", "yes", "no", "on", "off", "null", "y", "n"})
_LITTLE = frozenset({"a", "an", "and", "at", "call", "for", "from", "in", "of", "on", "participants", "the", "to", "with"})
_SLUG, _ID = 40, 24  # characters


def call_text(fields: Fields) -> str:
    """YAML of these fields in their order; `parse_call` reads the same values from it. Lists of mappings are the parts."""
    return "".join(f"{line}\n" for name, value in fields.items() for line in _field(name, value))


def _field(name: str, value: "str | Sequence[str] | Sequence[Mapping[str, str]]") -> Iterator[str]:
    if isinstance(value, str):
        yield f"{name}: {_scalar(value)}"
        return
    yield f"{name}:"
    for item in value:
        if isinstance(item, str):
            yield f"  - {_scalar(item)}"
        else:
            yield from (f"  {'-' if n == 0 else ' '} {key}: {_scalar(text)}" for n, (key, text) in enumerate(item.items()))


def _scalar(value: str) -> str:
    """As it is where that is safe in YAML, else in quotes."""
    safe = _PLAIN.fullmatch(value) and not value.endswith((" ", ":")) and value.casefold() not in _MEANS_MORE
    return value if safe else json.dumps(value, ensure_ascii=False)


def slug_of(title: str, year: int | None = None) -> str:
    """`healthy-soil-2027`: the first telling words of a title, and the year if it names none; '' when no word is left."""
    tail = f"-{year}" if year is not None and not re.search(r"\b20\d\d\b", title) else ""
    return _joined(title, _SLUG - len(tail)) + tail if _joined(title, _SLUG) else ""


def id_of(question: str, taken: Sequence[str]) -> str:
    """A short name for a question that no other has."""
    name = _joined(question, _ID) or "question"
    return next(one for n in range(1, len(taken) + 2) if (one := name if n == 1 else f"{name}-{n}") not in taken)


def _joined(text: str, longest: int) -> str:
    words = [word for word in re.findall(r"[a-z0-9]+", plain_letters(text.casefold())) if word not in _LITTLE]
    name = ""
    for word in words:
        if len(longer := f"{name}-{word}" if name else word) > longest:
            break
        name = longer
    return name
