"""What pydantic finds wrong with a call file to sentences for the person who wrote it.

The mend of a wrong value is the field's own description and example, so a new field needs no new sentence here.
"""

from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from mailbot.core.yaml_text import Document, Found, Loc, name, shown

MOST = 100
"""So many mistakes are told at once; who has more has given the wrong file."""


def complaints(error: ValidationError, model: type[BaseModel], document: Document) -> Iterator[Found]:
    """One Found for each error, except where the text itself was already found unreadable."""
    blamed = {f.loc for f in document.found}
    for detail in error.errors(include_url=False):
        loc: Loc = detail["loc"]
        if any(loc[: len(b)] == b for b in blamed):
            continue
        if detail["type"] != "too_short" or not detail["input"]:  # pydantic also calls a list short whose items are all wrong
            what, mend = _say(detail, loc, model)
            yield Found(loc, document.line(loc), shown(what, 300), mend)


def in_order(found: Iterable[Found]) -> list[Found]:
    """By line, the missing ones first; bounded."""
    ordered = sorted(found, key=lambda f: f.line or 0)
    if len(ordered) > MOST:
        ordered = [*ordered[:MOST], Found((), None, f"and {len(ordered) - MOST} more", "mend these first")]
    return ordered


def _say(detail: ErrorDetails, loc: Loc, model: type[BaseModel]) -> tuple[str, str]:
    field, owner = _field(model, loc)
    kind, value, context = detail["type"], detail["input"], detail.get("ctx", {})
    if kind == "wrong":
        return f"{name(loc)}: {context['what']}" if loc else str(context["what"]), str(context["mend"])
    if kind == "extra_forbidden":
        return f"{name(loc)} is not known here", _nearest(str(loc[-1]), owner)
    if kind == "missing":
        return f"{name(loc)} is missing", f"add {_expected(field)}"
    if kind in _LIMITS:
        return f"{name(loc)} {_LIMITS[kind](context)}", f"write {_expected(field)}"
    if kind == "tuple_type" or isinstance(value, (dict, list)):
        return f"{name(loc)} {_shape(value)}", f"write {_expected(field)}"
    return f"{name(loc)} can't be `{shown(value)}`", _SIMPLE.get(kind.partition("_")[0]) or f"write {_expected(field)}"


_SIMPLE = {"bool": "write true or false", "int": "write a whole number, or delete the line"}


_LIMITS: dict[str, Callable[[dict[str, Any]], str]] = {
    "string_too_long": lambda context: f"has more than {context['max_length']} characters",
    "string_too_short": lambda _: "is empty",
    "too_short": lambda _: "is empty",
    "too_long": lambda context: f"has more than {context['max_length']} entries",
}


def _shape(value: Any) -> str:
    if isinstance(value, list):
        return "is a list"
    return "is made of several named values" if isinstance(value, dict) else "is not a list"


def _expected(field: FieldInfo) -> str:
    """What the field's author wrote about it; every field has both (a test looks)."""
    return f"{field.description}, such as {_as_written(field.examples[0])}" if field.examples else str(field.description)


def _as_written(example: Any) -> str:
    """An example as it stands in a file, on one line."""
    if isinstance(example, bool):
        return str(example).lower()
    if isinstance(example, list) and not any(isinstance(item, (str, dict)) for item in example):
        return str(example)
    if isinstance(example, list):
        return " ".join(f"- {_as_written(item)}" for item in example)
    if isinstance(example, dict):
        return "{" + ", ".join(f"{key}: {_as_written(value)}" for key, value in example.items()) + "}"
    return str(example)


def _nearest(key: str, owner: type[BaseModel]) -> str:
    known = [field.alias or written for written, field in owner.model_fields.items()]
    near = get_close_matches(key.lower(), known, n=1, cutoff=0.6)
    return f"did you mean `{near[0]}`?" if near else f"known here are {', '.join(known)}"


def _field(model: type[BaseModel], loc: Loc) -> tuple[FieldInfo, type[BaseModel]]:
    """The field that a place belongs to, and the model it is a field of; an item of a list belongs to the list's field."""
    field = FieldInfo(description="what rules/README.md shows")
    owner = model
    inner: type[BaseModel] | None = model
    for part in loc:
        if isinstance(part, int) or inner is None:
            continue
        owner = inner
        field = next((f for written, f in owner.model_fields.items() if part == (f.alias or written)), field)
        inner = _model_in(field.annotation)
    return field, owner


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((m for m in map(_model_in, get_args(annotation)) if m is not None), None)
