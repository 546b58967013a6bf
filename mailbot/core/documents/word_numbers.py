"""Numbers of lists in a Word document, which are nowhere in its text: Word counts them to show the page (ECMA-376 17.9)."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VAL = f"{W}val"
_LEVELS = 9
_LONGEST = 40
_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
)


@dataclass(frozen=True, slots=True)
class _Level:
    """format: as Word names it. pattern: `%1.%2)`. start: the first number."""

    format: str
    pattern: str
    start: int


@dataclass(slots=True)
class _List:
    """A series of paragraphs that count together. counts: where each level stands, None before its first paragraph."""

    levels: Mapping[int, _Level]
    counts: list[int | None] = field(default_factory=lambda: [None] * _LEVELS)


class Numbers:
    """Told of each numbered paragraph in its order, it gives the label that Word shows before it."""

    def __init__(self, numbering: etree._Element | None, styles: etree._Element | None) -> None:
        self._lists: dict[str, _List] = {}
        self._overrides: dict[str, dict[int, int]] = {}
        self._of_style = _numbered_styles(styles)
        if numbering is None:
            return
        abstract = {found.get(f"{W}abstractNumId", ""): _List(_levels(found)) for found in numbering.findall(f"{W}abstractNum")}
        for number in numbering.findall(f"{W}num"):
            name = number.get(f"{W}numId", "")
            self._lists[name] = abstract.get(_value(number, "abstractNumId"), _List({}))
            self._overrides[name] = {
                _int(override.get(f"{W}ilvl")): _int(_value(override, "startOverride"), 1)
                for override in number.findall(f"{W}lvlOverride")
                if override.find(f"{W}startOverride") is not None
            }

    def label(self, properties: etree._Element) -> str:
        """The label of the paragraph with these properties (w:pPr), '' for one without number."""
        number = properties.find(f"{W}numPr")
        style = self._of_style.get(_value(properties, "pStyle"), ("", 0))
        name = (_value(number, "numId") if number is not None else "") or style[0]
        depth = _int(_value(number, "ilvl"), style[1]) if number is not None else style[1]
        series = self._lists.get(name)
        if series is None or not 0 <= depth < _LEVELS:
            return ""
        return self._next(series, depth, self._overrides[name])

    def _next(self, series: _List, depth: int, overrides: dict[int, int]) -> str:
        level = series.levels.get(depth, _Level("decimal", f"%{depth + 1}.", 1))
        if level.format in ("bullet", "none"):
            return "- " if level.format == "bullet" else ""
        count = series.counts[depth]
        start = overrides.pop(depth, None)  # once: the list that begins anew goes on counting afterwards
        series.counts[depth] = start if start is not None else level.start if count is None else count + 1
        series.counts[depth + 1 :] = [None] * (_LEVELS - depth - 1)
        shown = level.pattern
        for place in range(_LEVELS):
            its = series.levels.get(place, level)
            count = series.counts[place]
            shown = shown.replace(f"%{place + 1}", _written(its.start if count is None else count, its.format))
        return f"{shown[:_LONGEST].strip()} "


def _levels(abstract: etree._Element) -> dict[int, _Level]:
    return {
        _int(level.get(f"{W}ilvl")): _Level(
            _value(level, "numFmt") or "decimal", _value(level, "lvlText")[:_LONGEST], _int(_value(level, "start"), 1)
        )
        for level in abstract.findall(f"{W}lvl")
    }


def _numbered_styles(styles: etree._Element | None) -> dict[str, tuple[str, int]]:
    """Name of a paragraph style to the list and level it puts a paragraph in, itself or by the style it is based on."""
    if styles is None:
        return {}
    every = {style.get(f"{W}styleId", ""): style for style in styles.findall(f"{W}style")}
    found: dict[str, tuple[str, int]] = {}
    for name in every:
        style, steps = every.get(name), 0
        while style is not None and steps < _LEVELS:
            number = style.find(f"{W}pPr/{W}numPr")
            if number is not None:
                found[name] = (_value(number, "numId"), _int(_value(number, "ilvl")))
                break
            style, steps = every.get(_value(style, "basedOn")), steps + 1
    return found


def _value(parent: etree._Element, name: str) -> str:
    child = parent.find(f"{W}{name}")
    return child.get(VAL, "") if child is not None else ""


def _int(text: str | None, otherwise: int = 0) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 6 else otherwise


def _written(count: int, form: str) -> str:
    if form in ("lowerLetter", "upperLetter") and count > 0:
        letters = chr(ord("a") + (count - 1) % 26) * min(1 + (count - 1) // 26, 5)
        return letters.upper() if form == "upperLetter" else letters
    if form in ("lowerRoman", "upperRoman") and 0 < count < 4000:
        roman = _roman(count)
        return roman.upper() if form == "upperRoman" else roman
    return str(count)


def _roman(count: int) -> str:
    written = ""
    for worth, letters in (*_ROMAN, (4, "iv"), (1, "i")):
        written += letters * (count // worth)
        count %= worth
    return written
