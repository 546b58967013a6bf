"""CSS, as far as it changes what an organiser sees of a mail: colour, weight, strike-through, and words that are not shown."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from mailbot.core.phrases.listed import listed

_LONGEST = 2000  # characters of one style attribute; people's mail stays far below
_HIDDEN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all")
_CLIPPED = re.compile(r"(?:max-)?(?:height|width)\s*:\s*0(?:px|pt|em|%)?\s*(?:;|!|$)")
_ZERO = re.compile(r"0*(?:\.0*)?(?:px|pt|em|rem|%)?")
_HEX = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{4}|[0-9a-f]{6}|[0-9a-f]{8})")
_RGB = re.compile(
    r"rgba?\(\s*(\d{1,3})(?:\.\d*)?[\s,]+(\d{1,3})(?:\.\d*)?[\s,]+(\d{1,3})(?:\.\d*)?\s*(?:[,/]\s*([\d.]+)%?\s*)?\)"
)
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

    colour: as declared, `#rrggbb`, '' if nothing says one. unseen: of no size, or made invisible, though room is left for it.
    """

    colour: str = ""
    highlight: str = ""
    bold: bool = False
    italic: bool = False
    struck: bool = False
    tiny: bool = False
    invisible: bool = False
    link: bool = False


def is_hidden(attributes: Mapping[str, str | None]) -> bool:
    """Whether an element and all that is in it is not shown at all."""
    if "hidden" in attributes:
        return True
    style = (attributes.get("style") or "").lower()
    if not style:
        return False
    return bool(_HIDDEN.search(style) or ("overflow" in style and "hidden" in style and _CLIPPED.search(style)))


def derived(style: Style, tag: str, attributes: Mapping[str, str | None]) -> Style:
    """The style of an element inside one with `style`. Style sheets are not read: clients write a person's marks inline."""
    if not attributes and tag not in _MARKING:
        return style
    if tag in _BOLD:
        style = style._replace(bold=True)
    elif tag in _ITALIC:
        style = style._replace(italic=True)
    elif tag in _STRUCK:
        style = style._replace(struck=True)
    elif tag == "mark":
        style = style._replace(highlight="#ffff00")
    elif tag == "a" and "href" in attributes:
        style = style._replace(link=True)  # its colour is the program's
    if (named := attributes.get("color")) and tag == "font":
        style = _declare(style, tag, "color", named.lower())
    for declaration in (attributes.get("style") or "")[:_LONGEST].lower().split(";"):
        name, colon, value = declaration.partition(":")
        if colon:
            style = _declare(style, tag, name.strip(), value.removesuffix("!important").strip())
    return style


def _declare(style: Style, tag: str, name: str, value: str) -> Style:
    if name == "color":
        return style if style.link else style._replace(colour=colour(value), invisible=value == "transparent")
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
    if name in {"font-size", "mso-ansi-font-size"}:
        return style._replace(tiny=bool(_ZERO.fullmatch(value)) and "0" in value)
    if name in {"visibility", "opacity"}:
        return style._replace(invisible=value in {"hidden", "collapse", "0", "0.0"})
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
