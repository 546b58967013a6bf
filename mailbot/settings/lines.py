"""Lines: where in a TOML file a key stands. tomllib gives values without places, and a complaint needs its line."""

import re

Path = tuple[str, ...]

_PART = r"""(?:[A-Za-z0-9_-]+|"[^"]*"|'[^']*')"""
_NAME = rf"{_PART}(?:\s*\.\s*{_PART})*"
_HEADER = re.compile(rf"\s*\[{{1,2}}\s*({_NAME})\s*\]")
_KEY = re.compile(rf"\s*({_NAME})\s*=")
_LONG = re.compile(r'"""|\'\'\'')


def places(text: str) -> dict[Path, int]:
    """Each table and key to the line it is first written on, from 1. Keys of inline tables have no line of their own."""
    found: dict[Path, int] = {}
    table: Path = ()
    inside = False
    for number, line in enumerate(text.splitlines(), 1):
        if not inside:
            if header := _HEADER.match(line):
                table = _parts(header[1])
                found.setdefault(table, number)
            elif key := _KEY.match(line):
                found.setdefault(table + _parts(key[1]), number)
        inside ^= len(_LONG.findall(line)) % 2 == 1
    return found


def nearest(found: dict[Path, int], path: Path) -> int | None:
    """The line of the path, else of what holds it, or of the first key beside it."""
    for length in range(len(path), 0, -1):
        beside = [line for key, line in found.items() if key[:length] == path[:length]]
        if beside:
            return found.get(path[:length], min(beside))
    return None


def _parts(name: str) -> Path:
    return tuple(part.strip("\"'") for part in re.findall(_PART, name))
