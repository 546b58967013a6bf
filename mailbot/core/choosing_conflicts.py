"""What a call file says of the choice and only shows to be wrong when two places are held side by side."""

from collections.abc import Iterator
from typing import Any

from mailbot.core.yaml_text import Document, Found, Loc, name, shown


def conflicts(document: Document) -> Iterator[Found]:
    """Names of questions and groups that are none, and things named twice. Looks at what was written, as `parse_call` does."""
    selection = document.data.get("selection")
    choice = selection if isinstance(selection, dict) else {}
    questions, groups = _named(document.data.get("questions"), "id"), _named(document.data.get("groups"), "id")
    for n, group in enumerate(_items(document.data.get("groups"))):
        yield from _unknown(document, ("groups", n, "question"), group.get("question"), questions, "question")
        if not group.get("values") and group.get("countries") not in ("true", "yes"):
            yield Found(
                ("groups", n),
                document.line(("groups", n)),
                f"{name(('groups', n))} divides by nothing",
                "add `countries: true`, or `values` with the words that mean each",
            )
    for n, target in enumerate(_items(choice.get("targets"))):
        yield from _unknown(document, ("selection", "targets", n, "of"), target.get("of"), groups, "group")
    for n, question in enumerate(_listed(choice.get("hidden"))):
        yield from _unknown(document, ("selection", "hidden", n), question, questions, "question")
    yield from _twice(document, ("groups",), [group.get("id") for group in _items(document.data.get("groups"))])
    yield from _twice(document, ("selection", "criteria"), [one.get("id") for one in _items(choice.get("criteria"))])
    yield from _twice(document, ("selection", "reviewers"), _listed(choice.get("reviewers")))
    yield from _never(document)


def _never(document: Document) -> Iterator[Found]:
    """Both words say how often, and only one of them can be meant."""
    for n, contact in enumerate(_items(document.data.get("contacts"))):
        if contact.get("every") == "never":
            loc: Loc = ("contacts", n, "every")
            yield Found(loc, document.line(loc), f"{name(loc)} is never", "write `digests: false` instead")


def _unknown(document: Document, loc: Loc, value: Any, known: list[str], what: str) -> Iterator[Found]:
    if isinstance(value, str) and value not in known:
        mend = f"{what}s of this call are {', '.join(known)}" if known else f"this call has no {what}s"
        yield Found(loc, document.line(loc), f"{name(loc)}: `{shown(value)}` is no {what} of this call", mend)


def _twice(document: Document, part: Loc, values: list[Any]) -> Iterator[Found]:
    seen: set[str] = set()
    for n, value in enumerate(values):
        if isinstance(value, str) and value.casefold() in seen:
            loc: Loc = (*part, n)
            yield Found(loc, document.line(loc), f"{name(loc)}: `{shown(value)}` stands here twice", "name it once")
        if isinstance(value, str):
            seen.add(value.casefold())


def _named(items: Any, key: str) -> list[str]:
    return [item[key] for item in _items(items) if isinstance(item.get(key), str)]


def _items(value: Any) -> list[dict[str, Any]]:
    """Those that are mappings; whatever else stands there has its own complaint, and its place is kept."""
    return [item if isinstance(item, dict) else {} for item in value] if isinstance(value, list) else []


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
