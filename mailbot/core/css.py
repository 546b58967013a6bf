"""CSS, as far as it changes what an organiser sees of a mail: colour, weight, strike-through, and words that are not shown."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from mailbot.core.phrases.listed import listed

_LONGEST = 2000  # characters of one style attribute; people's mail stays far below
_ESCAPE = re.compile(r"\\(?:([0-9a-f]{1,6})\s?|(.))", re.IGNORECASE)
_LENGTH = re.compile(r"([+-]?(?:\d{1,9}(?:\.\d*)?|\.\d+))(px|pt|em|rem|ex|%|vw|vh|in|cm|mm|pc)?\s*")
_PIXELS = {"pt": 4 / 3, "em": 16, "rem": 16, "ex": 8, "%": 0.16, "vw": 10, "vh": 8, "in": 96, "cm": 38, "mm": 3.8, "pc": 16}
_TINY = 1  # pixels: nobody reads that
_ALIKE = 8  # of 255, in each part: nobody tells these colours apart
_HEX = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{4}|[0-9a-f]{6}|[0-9a-f]{8})")
_RGB = re.compile(
    r"rgba?\(\s*(\d{1,3})(?:\.\d*)?[\s,]+(\d{1,3})(?:\.\d*)?[\s,]+(\d{1,3})(?:\.\d*)?\s*(?:[,/]\s*([\d.]+)%?\s*)?\)"
)
NOTHING: Mapping[str, str] = {}
_DARK = 0x48  # all three parts at most this: people see black, though clients write #222222 or #333333
_PALE = 0xE8  # all three parts at least this: the page behind the words, not a highlight

_NAMED = {
    name: f"#{digits}"
    for name, digits in (
        pair.split()
        for pair in listed("""
            black 000000 | silver c0c0c0 | gray 808080 | grey 808080 | white ffffff | maroon 800000 | red ff0000 |
            purple 800080 |
            fuchsia ff00ff | magenta ff00ff | green 008000 | lime 00ff00 | olive 808000 | yellow ffff00 | navy 000080 |
            blue 0000ff | teal 008080 | aqua 00ffff | cyan 00ffff | orange ffa500 | brown a52a2a | crimson dc143c |
            darkblue 00008b | darkgreen 006400 | darkred 8b0000 | gold ffd700 | darkorange ff8c00 | darkviolet 9400d3 |
            deeppink ff1493 | firebrick b22222 | forestgreen 228b22 | hotpink ff69b4 | indigo 4b0082 | lightblue add8e6 |
            lightgreen 90ee90 | lightyellow ffffe0 | mediumblue 0000cd | orangered ff4500 | pink ffc0cb | royalblue 4169e1 |
            seagreen 2e8b57 | steelblue 4682b4 | tomato ff6347 | turquoise 40e0d0 | violet ee82ee | dimgray 696969 |
            lightgrey d3d3d3 | lightgray d3d3d3 | darkgray a9a9a9 | darkcyan 008b8b | darkmagenta 8b008b | dodgerblue 1e90ff
        """)
    )
}
_BOLD = frozenset({"b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6"})
_ITALIC = frozenset({"i", "em", "cite"})
_STRUCK = frozenset({"s", "strike", "del"})
_MARKING = _BOLD | _ITALIC | _STRUCK | {"mark"}
_INLINE = frozenset({"span", "font", "mark", "b", "strong", "i", "em", "u", "ins", "p", "a"})


class Style(NamedTuple):
    """What the words of an element look like; it passes to the elements in it.

    colour: as declared, `#rrggbb`, '' if nothing says one. tiny, invisible: of no size to speak of, or not painted, though
    room is left for it. ink, ground: what is painted on what, wherever that is declared; '' where it is not certain.
    """

    colour: str = ""
    highlight: str = ""
    bold: bool = False
    italic: bool = False
    struck: bool = False
    tiny: bool = False
    invisible: bool = False
    link: bool = False
    ink: str = ""
    ground: str = ""

    @property
    def is_washed_out(self) -> bool:
        """Whether words stand in the colour of what is behind them."""
        if not self.ink or not self.ground or self.link:
            return False
        return all(abs(int(self.ink[i : i + 2], 16) - int(self.ground[i : i + 2], 16)) <= _ALIKE for i in (1, 3, 5))


@lru_cache(maxsize=512)  # programs write the same few styles again and again
def declarations(style: str) -> Mapping[str, str]:
    """What a style declares, by name, the last of each, both in lower case, `!important` left out."""
    style = without_comments(style[:_LONGEST]) if "/*" in style else style[:_LONGEST]
    found = {}
    for declaration in style.split(";"):
        name, colon, value = (unescaped(declaration) if "\\" in declaration else declaration).lower().partition(":")
        if colon:
            found[name.strip()] = value.strip().removesuffix("!important").strip()
    return found


def without_comments(style: str) -> str:
    """The same without what stands between `/*` and `*/`; one that never ends goes on to the end."""
    first, *others = style.split("/*")
    return " ".join((first, *(other.partition("*/")[2] for other in others)))


def unescaped(text: str) -> str:
    """Escapes read (CSS Syntax 4.3.7): `\\64 isplay` is `display`."""
    return _ESCAPE.sub(lambda found: found[2] or chr(min(int(found[1], 16), 0xFFFD) or 0xFFFD), text)


def pixels(value: str) -> float | None:
    """A length, about; None for what is none."""
    found = _LENGTH.match(value)
    return float(found[1]) * _PIXELS.get(found[2] or "", 1) if found else None


def is_tiny(value: str) -> bool:
    """Whether a length is none to speak of."""
    length = pixels(value)
    return length is not None and 0 <= length <= _TINY


def is_zero(value: str) -> bool:
    """Whether it is the number 0, however written."""
    return bool(value) and not value.removesuffix("%").strip("0.") and "0" in value


def derived(style: Style, tag: str, attributes: Mapping[str, str | None], hinted: Mapping[str, str] = NOTHING) -> Style:
    """The style of an element inside one with `style`.

    hinted: what style sheets say of it, which counts only for whether words are seen: clients write a person's marks inline.
    """
    if not attributes and not hinted and tag not in _MARKING:
        return style
    style = _as_painted(style, tag, attributes, hinted)
    if tag in _BOLD:
        style = style._replace(bold=True)
    elif tag in _ITALIC:
        style = style._replace(italic=True)
    elif tag in _STRUCK:
        style = style._replace(struck=True)
    elif tag == "mark":
        style = style._replace(highlight="#ffff00", ground="#ffff00")
    elif tag == "a" and "href" in attributes:
        style = style._replace(link=True)  # its colour is the program's
    if (named := attributes.get("color")) and tag == "font":
        style = _declare(style, tag, "color", named.lower())
    for name, value in declarations(attributes.get("style") or "").items():
        style = _declare(style, tag, name, value)
    return style


def _as_painted(style: Style, tag: str, attributes: Mapping[str, str | None], hinted: Mapping[str, str]) -> Style:
    """The same with what paints it: attributes, then sheets, then the element's own style."""
    if not attributes and not hinted:
        return style
    if (behind := attributes.get("bgcolor")) is not None:
        style = style._replace(ground=colour(behind.strip().lower()))
    if "background" in attributes:  # a picture
        style = style._replace(ground="")
    if tag == "font" and (named := attributes.get("color")):
        style = style._replace(ink=colour(named.lower()))
    for name, value in (*hinted.items(), *declarations(attributes.get("style") or "").items()):
        style = _paint(style, name, value)
    if any(name.startswith("data-ogs") for name in attributes):  # Outlook on the web, in the dark: it writes over both
        style = style._replace(ink="", ground="")
    return style


def _paint(style: Style, name: str, value: str) -> Style:
    if name == "color":
        return style._replace(ink=colour(value), invisible=value == "transparent")
    if name in {"background", "background-color", "background-image"}:
        if value in {"none", "transparent", "inherit", "initial", "unset"}:
            return style
        return style._replace(
            ground=colour(value if value.startswith("rgb") else value.partition(" ")[0]) if _is_plain(value) else ""
        )
    if name == "position" and value in {"absolute", "fixed"}:  # over what, is not certain
        return style._replace(ground="")
    if name in {"font-size", "mso-ansi-font-size"}:
        return style._replace(tiny=is_tiny(value))
    if name == "visibility":
        return style._replace(invisible=value in {"hidden", "collapse"})
    return style


def _is_plain(background: str) -> bool:
    return "url(" not in background and "gradient" not in background


def _declare(style: Style, tag: str, name: str, value: str) -> Style:
    if name == "color":
        return style if style.link else style._replace(colour=colour(value))
    if name in {"background", "background-color", "mso-highlight"} and tag in _INLINE:
        behind = colour(value if value.startswith("rgb") else value.partition(" ")[0])
        return style._replace(highlight="" if _all(behind, _PALE, 0xFF) else behind)
    if name == "font-weight":
        return style._replace(
            bold=value in {"bold", "bolder"} or (value.isdecimal() and value[:1] in "6789" and len(value) == 3)
        )
    if name == "font-style":
        return style._replace(italic=value in {"italic", "oblique"})
    if name in {"text-decoration", "text-decoration-line"} and "line-through" in value:
        return style._replace(struck=True)
    return style


def colour(value: str) -> str:
    """`#rrggbb` of a colour in lower case as CSS and HTML write it; '' for one that is not known, usual or see-through."""
    if value in _NAMED:
        return _NAMED[value]
    if _HEX.fullmatch(value):
        digits = value[1:] if len(value) > 5 else "".join(2 * c for c in value[1:])
        return f"#{digits[:6]}"
    if (found := _RGB.match(value[:60])) and not (found[4] and not found[4].strip("0.")):
        return "#" + "".join(f"{min(255, int(part)):02x}" for part in found.groups()[:3])
    return ""


def is_dark(value: str) -> bool:
    """Whether a colour of `colour` is what people take for black, as '' is."""
    return not value or _all(value, 0, _DARK)


def is_grey(value: str) -> bool:
    """Whether a colour of `colour` is hardly one: programs set small print in it."""
    parts = [int(value[i : i + 2], 16) for i in (1, 3, 5)] if value else [0]
    return max(parts) - min(parts) < 0x18


def _all(value: str, least: int, most: int) -> bool:
    return bool(value) and all(least <= int(value[i : i + 2], 16) <= most for i in (1, 3, 5))
