"""Charts: bars over time and bars beside words, as SVG text on a light card that stays one in the dark.

Drawn 440 units wide with large letters, so that a telephone of 360 pixels can show them; `papers.charts` makes PNG of them.
What they say stands in a table beside them too, since mail programs leave pictures out.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from mailbot.core import plain

WIDTH = 440
FONT = "DejaVu Sans Condensed"
_SIZE, _SMALL = 15, 13
_EDGE = 16
_INNER = WIDTH - 2 * _EDGE
_CARD, _INK, _MUTED, _LINE = "#f7f8f6", "#24282e", "#5a616b", "#d8dbd6"
_BAR, _AFTER, _TRACK, _MARK = "#2f6690", "#c8701a", "#e3e6e2", "#a3262a"
_NARROW, _WIDE = frozenset("iIíìjlftr.,:;'’|!()[] "), frozenset("mwMW@%ШЩЖЮшщжюΩω—")
_DRAWN = ((0x20, 0x24F), (0x370, 0x45F), (0x490, 0x491), (0x1E00, 0x1EFF), (0x2010, 0x203A), (0x20AC, 0x20AC))
_STEPS = (1, 2, 5)


@dataclass(frozen=True, slots=True)
class Column:
    """A bar that stands. label: below it, or ''. below, above: its two parts, in two colours."""

    label: str
    below: int
    above: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """A bar that lies. label: in front of it or above it. told: the number in words. full: the longest that it could be, or 0.
    muted: it stands for none of the others."""

    label: str
    count: int
    told: str
    full: int = 0
    muted: bool = False


@dataclass(frozen=True, slots=True)
class Marker:
    """An upright line behind a column. strong: the deadline, and not today."""

    column: int
    label: str
    strong: bool = False


def columns(bars: Sequence[Column], markers: Sequence[Marker], legend: Sequence[str]) -> str:
    """Standing bars over time. legend: names of the lower and the upper part; empty where there is only one."""
    top, height = 62 if legend else 38, 150
    most = max((bar.below + bar.above for bar in bars), default=0)
    step = _step(most)
    scale = max(step, -(-most // step) * step)
    left = _EDGE + _width(str(scale), _SMALL) + 8
    wide = (WIDTH - _EDGE - left) / max(1, len(bars))
    base = top + height
    drawn = [_legend(legend)] if legend else []
    for value in range(0, scale + 1, step):
        y = base - height * value / scale
        drawn.append(_rule(left, y, WIDTH - _EDGE, _LINE if value else _MUTED))
        drawn.append(_text(left - 8, y + 4.5, str(value), _SMALL, _MUTED, "end"))
    for n, bar in enumerate(bars):
        drawn += _column(bar, left + n * wide, wide, base, height / scale)
    drawn += _under(bars, markers, left, wide, base + 20)
    drawn += [_marker(marker, left, wide, top, base) for marker in markers]
    return _card(drawn, base + 34)


def rows(bars: Sequence[Row]) -> str:
    """Lying bars, each with its words before it where all are short, else above it."""
    longest = max((_width(bar.label, _SIZE) for bar in bars), default=0)
    told = max((_width(bar.told, _SIZE) for bar in bars), default=0)
    above = longest > _INNER * 0.42
    left = _EDGE if above else _EDGE + longest + 10
    room = WIDTH - _EDGE - left - (0 if above else told + 8)
    most = max((max(bar.full, bar.count) for bar in bars), default=0) or 1
    drawn: list[str] = []
    height = 46 if above else 28
    for n, bar in enumerate(bars):
        y = _EDGE + n * height
        drawn += _row(bar, n, (left, y, room, told), most, above=above)
    return _card(drawn, 2 * _EDGE + len(bars) * height - (14 if above else 9))


def _row(bar: Row, n: int, where: tuple[float, float, float, float], most: int, *, above: bool) -> list[str]:
    left, y, room, told = where
    label = bar.label if _is_drawn(bar.label) else f"({n + 1})"
    label = _fitting(label, _INNER - told - 16 if above else _INNER, _SIZE)
    baseline, top = (y + 14, y + 22) if above else (y + 15, y + 3)
    thick = 10 if above else 16
    ink = _MUTED if bar.muted else _INK
    return [
        _text(_EDGE, baseline, label, _SIZE, ink),
        _text(WIDTH - _EDGE, baseline, bar.told, _SIZE, ink, "end"),
        _bar(left, top, room * (bar.full or 0) / most, thick, _TRACK) if bar.full else "",
        _bar(left, top, room * bar.count / most, thick, _MUTED if bar.muted else _BAR),
    ]


def _column(bar: Column, x: float, wide: float, base: float, unit: float) -> list[str]:
    gap = min(4.0, wide * 0.2)
    low, high = bar.below * unit, bar.above * unit
    return [
        _bar(x + gap / 2, base - low, wide - gap, low, _BAR, rounded=0) if low else "",
        _bar(x + gap / 2, base - low - high, wide - gap, high, _AFTER, rounded=0) if high else "",
    ]


def _under(bars: Sequence[Column], markers: Sequence[Marker], left: float, wide: float, y: float) -> list[str]:
    """The words below the bars, as many as have room: those of today first, then from the first one on."""
    today = [(marker.column, marker.label, _INK) for marker in markers if not marker.strong]
    shown: list[str] = []
    taken: list[tuple[float, float]] = []
    for n, label, colour in [*today, *((n, bar.label, _MUTED) for n, bar in enumerate(bars))]:
        width = _width(label, _SMALL)
        start = min(max(_EDGE, left + (n + 0.5) * wide - width / 2), WIDTH - _EDGE - width)
        if label and all(start >= to + 10 or start + width + 10 <= begin for begin, to in taken):
            shown.append(_text(start, y, label, _SMALL, colour))
            taken.append((start, start + width))
    return shown


def _marker(marker: Marker, left: float, wide: float, top: float, base: float) -> str:
    """A dotted line for today, whose word stands below; a full one for the deadline, with its words above."""
    x = left + (marker.column + (1 if marker.strong else 0.5)) * wide
    if not marker.strong:
        return _upright(x, top, base, _MUTED, dotted=True)
    label = _fitting(marker.label, _INNER, _SMALL)
    half = _width(label, _SMALL) / 2
    middle = min(max(x, _EDGE + half), WIDTH - _EDGE - half)
    return _upright(x, top - 4, base, _MARK) + _text(middle, top - 10, label, _SMALL, _MARK, "middle")


def _legend(names: Sequence[str]) -> str:
    drawn, x = [], float(_EDGE)
    for name, colour in zip(names, (_BAR, _AFTER), strict=False):
        drawn += [_bar(x, 13, 12, 12, colour), _text(x + 18, 24, name, _SMALL, _INK)]
        x += 18 + _width(name, _SMALL) + 20
    return "".join(drawn)


def _step(most: int) -> int:
    """Between the lines of a scale of two to five of them: 1, 2 or 5, with noughts."""
    power = 1
    while True:
        for step in _STEPS:
            if step * power * 5 >= most:
                return step * power
        power *= 10


def _is_drawn(words: str) -> bool:
    """Whether the font has all of these characters; resvg leaves out what it has not, and says nothing."""
    return all(any(first <= ord(c) <= last for first, last in _DRAWN) for c in words)


def _fitting(words: str, room: float, size: int) -> str:
    words = plain.one_line(words)
    if _width(words, size) <= room:
        return words
    while words and _width(words + "…", size) > room:
        words = words[:-1]
    return words.rstrip(" ,.;:-–") + "…"


def _width(words: str, size: int) -> float:
    """About how wide they are in this font, rather too much than too little."""
    return size * sum(0.32 if c in _NARROW else 0.88 if c in _WIDE else 0.64 if c.isupper() else 0.56 for c in words[:200])


def _text(x: float, y: float, words: str, size: int, colour: str, anchor: str = "start") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" fill="{colour}" text-anchor="{anchor}">{escape(words)}</text>'


def _bar(x: float, y: float, wide: float, high: float, colour: str, rounded: int = 2) -> str:
    return f'<rect x="{x:.1f}" y="{y:.1f}" width="{max(0.0, wide):.1f}" height="{high:.1f}" rx="{rounded}" fill="{colour}"/>'


def _rule(x: float, y: float, to: float, colour: str) -> str:
    return f'<line x1="{x:.1f}" y1="{y:.1f}" x2="{to:.1f}" y2="{y:.1f}" stroke="{colour}"/>'


def _upright(x: float, top: float, base: float, colour: str, *, dotted: bool = False) -> str:
    line = f'<line x1="{x:.1f}" y1="{top:.1f}" x2="{x:.1f}" y2="{base:.1f}" stroke="{colour}" stroke-width="2"'
    return line + (' stroke-dasharray="2 4"/>' if dotted else "/>")


def _card(drawn: Sequence[str], height: float) -> str:
    opening = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height:.0f}" viewBox="0 0 {WIDTH} {height:.0f}"'
    )
    family = f'font-family="{FONT}"'
    return f'{opening} {family}><rect width="100%" height="100%" fill="{_CARD}"/>{"".join(drawn)}</svg>'
