"""Hiding: whether an element and all that is in it is kept from the reader's eye, by its own style or by a sheet of the mail.

Where it is not sure, words count as shown: a rule for telephones, one with a selector that is not simple, one of Outlook's own.
"""

import re
from collections.abc import Iterator, Mapping

from mailbot.core import css

_LONGEST_SHEET = 200_000  # characters
_MAX_RULES = 3000
_MAX_CLASSES = 20  # of one element
_FAR = 900  # pixels out of the page
_OPENS = re.compile(r"<!--|<style\b([^<>]*)>", re.IGNORECASE)
_CLOSES = re.compile(r"</style", re.IGNORECASE)
_WORD_HIDES = re.compile(r"<!--|-->")  # its sheets from programs that know none
_BRACES = re.compile(r"([{}])")
_SIMPLE = re.compile(r"([a-z][a-z0-9]*)?((?:[.#][\w-]+)*)", re.IGNORECASE)
_NAME = re.compile(r"[.#][\w-]+")
_CUT_AWAY = re.compile(
    r"rect\(\s*(?:[01](?:\.0*)?(?:px|pt|em|%)?[\s,]*){4}\)|inset\(\s*(?:[5-9]\d|100)%|circle\(\s*0|scale\(\s*0\s*[,)]"
)
_KEPT = frozenset(
    {
        *("display", "visibility", "opacity", "font-size", "position", "left", "top", "right", "bottom", "text-indent", "clip"),
        *("clip-path", "transform", "height", "max-height", "width", "max-width", "overflow", "color", "background"),
        *("background-color", "mso-hide"),
    }
)


def is_hidden(attributes: Mapping[str, str | None], declared: Mapping[str, str] = css.NOTHING) -> bool:
    """Whether nothing of the element is seen. declared: by a sheet; what stands in the element itself counts more."""
    if "hidden" in attributes:
        return True
    style = attributes.get("style")
    if not style and not declared:
        return False
    says = {**declared, **css.declarations(style)} if style and declared else css.declarations(style) if style else declared
    return (
        says.get("display") == "none"
        or says.get("mso-hide") == "all"
        or css.is_zero(says.get("opacity", ""))
        or _is_clipped(says)
        or _is_far(says)
        or any(_CUT_AWAY.match(says.get(name, "")) for name in ("clip", "clip-path", "transform"))
    )


def _is_clipped(says: Mapping[str, str]) -> bool:
    if "hidden" not in says.get("overflow", ""):
        return False
    return any(css.is_tiny(says.get(name, "")) for name in ("height", "max-height", "width", "max-width"))


def _is_far(says: Mapping[str, str]) -> bool:
    """Whether it is put so far away that nobody scrolls there; Outlook's lists are indented by a few points only."""
    sides = ("left", "top", "right", "bottom") if says.get("position") in {"absolute", "fixed", "relative"} else ()
    return any((css.pixels(says.get(name, "")) or 0) <= -_FAR for name in (*sides, "text-indent"))


class Sheet:
    """What the style sheets of a mail hide. Selectors by one element's name, class or identifier are read."""

    def __init__(self, source: str) -> None:
        self._rules: dict[tuple[str, ...], dict[str, str]] = {}
        self._unsure: dict[str, set[str]] = {}
        for number, (selector, declared, always) in enumerate(_rules(source)):
            if number >= _MAX_RULES:
                break
            self._add(selector, {name: value for name, value in declared.items() if name in _KEPT}, always=always)

    def declared(self, tag: str, attributes: Mapping[str, str | None]) -> Mapping[str, str]:
        """What the sheets say of an element, the more special after the less; `?` where that is not certain."""
        if not self._rules and not self._unsure:
            return css.NOTHING
        names = [f".{name}" for name in (attributes.get("class") or "").split()[:_MAX_CLASSES]]
        names += [f"#{identifier}"] if (identifier := attributes.get("id")) else []
        keys = [(tag,), *((name,) for name in names), *((tag, name) for name in names)]
        says: dict[str, str] = {}
        for key in keys:
            says.update(self._rules.get(key, css.NOTHING))
        for name in (tag, *names):
            says.update(dict.fromkeys(self._unsure.get(name, ()), "?"))
        return says

    def _add(self, selectors: str, declared: Mapping[str, str], *, always: bool) -> None:
        if not declared:
            return
        for selector in selectors.split(","):
            *above, last = selector.replace(">", " ").replace("+", " ").replace("~", " ").split() or [""]
            found = _SIMPLE.fullmatch(last)
            names = _NAME.findall(last)
            tag = found[1].lower() if found and found[1] else ""
            key = tuple(filter(None, (tag, *names)))
            if always and not above and found and key and len(names) <= 1:
                self._rules.setdefault(key, {}).update(declared)
            else:
                for name in names or [re.split(r"[\[:*]", last)[0].lower()]:
                    self._unsure.setdefault(name, set()).update(declared)


def _rules(source: str) -> Iterator[tuple[str, Mapping[str, str], bool]]:
    """(selectors, what is declared, whether it holds on every screen)."""
    for sheet, always in _sheets(source):
        text, selector, at_rules = "", "", 0
        for piece in _BRACES.split(sheet):
            if piece == "{":
                selector = text.rpartition(";")[2].strip()
                at_rules += selector.startswith("@")
                selector = "" if selector.startswith("@") else selector
            elif piece == "}" and selector:
                yield css.unescaped(selector), css.declarations(text), always and not at_rules
                selector = ""
            elif piece == "}":
                at_rules = max(0, at_rules - 1)
            text = piece if piece not in ("{", "}") else ""


def _sheets(source: str) -> Iterator[tuple[str, bool]]:
    """Each sheet of the mail, and whether it is for every screen; those in comments are for Outlook alone."""
    at, left = 0, _LONGEST_SHEET
    while left > 0 and (opened := _OPENS.search(source, at)):
        if opened.group() == "<!--":
            at = source.find("-->", opened.end())
            if at < 0:
                return
            continue
        closed = _CLOSES.search(source, opened.end())
        at = closed.start() if closed else len(source)
        sheet = source[opened.end() : min(at, opened.end() + left)]
        left -= len(sheet)
        yield css.without_comments(_WORD_HIDES.sub(" ", sheet)), "media" not in (opened[1] or "").lower()
