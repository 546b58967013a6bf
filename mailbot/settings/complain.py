"""Complain: what pydantic found, as a person says it: which key, what stands there, what would be right."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from mailbot.errors import one_line
from mailbot.settings.model import Settings

Key = tuple[str, ...]

_RIGHT = {
    "bool_parsing": "write true or false",
    "bool_type": "write true or false",
    "int_parsing": "write a whole number",
    "int_type": "write a whole number",
    "int_from_float": "write a whole number",
    "number": "write a number",
    "float_parsing": "write a number",
    "float_type": "write a number",
    "string_type": 'write text in quotes: "…"',
    "path_type": 'write a path in quotes: "…"',
    "list_type": 'write a list of texts: ["…", "…"]',
    "model_type": "write it as a section with keys of its own",
    "dict_type": "write it as a section with keys of its own",
}
_PATTERNS = {"host": "a bare host name, without scheme, port or blanks", "domain": 'a domain, such as "example.org"'}
_ADDRESS = 'one bare address, such as "calls@example.org"'
_LONGEST = 60  # characters of a wrong value that are repeated


@dataclass(frozen=True, slots=True)
class Complaint:
    """key: dotted place in the settings. what, mend: as in errors.Problem."""

    key: Key
    what: str
    mend: str


def complaints(error: ValidationError) -> Iterator[Complaint]:
    """All of them, in the order of the model."""
    for item in error.errors(include_url=False):
        key = tuple(str(part) for part in item["loc"] if part != "[key]")
        context = item.get("ctx", {})
        if item["type"] == "mistakes":
            for name, what, mend in context["found"]:
                inner = (*key, *name.split("."))
                yield Complaint(inner, f"{'.'.join(inner)} {what}", mend)
        else:
            yield _complaint(key, item["type"], context, item["input"])


def _complaint(key: Key, kind: str, context: dict[str, Any], value: Any) -> Complaint:
    name = ".".join(key)
    match kind:
        case "missing":
            return Complaint(key, f"{name} is missing", _example(key))
        case "extra_forbidden":
            return Complaint(key, f"unknown key {one_line(name)}", _nearest(key))
        case "enum":
            return Complaint(key, f"{name} is {_shown(key, value)}", f"write {_choices(key)}")
        case "unsafe":
            return Complaint(key, f"{name} {context['what']}", str(context["mend"]))
        case "string_pattern_mismatch":
            return Complaint(key, f"{name} is {_shown(key, value)}", f"write {_pattern(key)}")
    return Complaint(key, f"{name} is {_shown(key, value)}", _RIGHT.get(kind) or _bound(context))


def _bound(context: dict[str, Any]) -> str:
    words = {
        "ge": "at least {}",
        "gt": "more than {}",
        "le": "at most {}",
        "lt": "less than {}",
        "max_length": "at most {} characters",
    }
    return "write " + " and ".join(text.format(context[name]) for name, text in words.items() if name in context)


def _shown(key: Key, value: Any) -> str:
    """The value as written, neutralised and short; never one of a secret."""
    if key and key[-1] in {"password", "url"}:
        return "not usable"
    text = one_line(f'"{value}"' if isinstance(value, str) else str(value).lower() if isinstance(value, bool) else str(value))
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"


def _fields(key: Key) -> dict[str, FieldInfo]:
    """What may stand at this place."""
    if key[0] == "mailboxes" and len(key) > 2:
        key = ("mailbox", *key[2:])
    model: Any = Settings
    for name in key[:-1]:
        field = model.model_fields.get(name)
        kinds = (field.annotation, *get_args(field.annotation)) if field else ()
        model = next((kind for kind in kinds if isinstance(kind, type) and issubclass(kind, BaseModel)), None)
        if model is None:
            return {}
    return dict(model.model_fields)


def _nearest(key: Key) -> str:
    known = list(_fields(key))
    close = get_close_matches(key[-1], known, n=1, cutoff=0.6)
    if close:
        return f"did you mean {'.'.join((*key[:-1], close[0]))}?"
    elsewhere = [f"{section}.{key[-1]}" for section in Settings.model_fields if key[-1] in _fields((section, ""))]
    if elsewhere:
        return f"did you mean {' or '.join(elsewhere)}?"
    return f"known here: {', '.join(known)}"


def _choices(key: Key) -> str:
    annotation = _fields(key)[key[-1]].annotation
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        *others, last = [f'"{member.value}"' for member in annotation]
        return f"{', '.join(others)} or {last}"
    return "another value"


def _pattern(key: Key) -> str:
    named = key[-1] if not key[-1].isdigit() else key[-2]
    return _PATTERNS.get(named) or (
        _ADDRESS if named in {"address", "operator", "aliases", "envelope_sender"} else "a-z, 0-9 and -"
    )


def _example(key: Key) -> str:
    examples = {
        "mail": 'write mail.address = "calls@example.org"',
        "relay": 'write relay.host = "smtp.example.org"',
        "address": f"write {_ADDRESS}",
        "operator": "write the address of a person who mends things",
    }
    return examples.get(key[-1], "add it")
