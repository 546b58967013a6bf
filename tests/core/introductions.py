"""The tables beside this: how programs introduce what they quote (introductions.txt: program and language), and how people and
their programs end a mail (signoffs.txt: language), as they print it; `⏎` stands for a line break, `⇥` for a tab.

Written before the code that reads them. A third is kept back: `HELD` was not run while that code was made.
"""

import hashlib
from pathlib import Path
from typing import NamedTuple


class Piece(NamedTuple):
    name: str
    text: str


def _pieces(table: str) -> list[Piece]:
    rows = (row.partition(" | ") for row in Path(__file__).with_name(table).read_text(encoding="utf-8").split("\n") if row)
    return [Piece(name, text.replace("⏎", "\n").replace("⇥", "\t")) for name, _, text in rows]


def _is_held(what: str) -> bool:
    return hashlib.sha256(what.replace("\n", "⏎").encode()).digest()[0] % 3 == 0


_INTRODUCTIONS, _SIGN_OFFS = _pieces("introductions.txt"), _pieces("signoffs.txt")
SEEN = [piece for piece in _INTRODUCTIONS if not _is_held(piece.name)]
HELD = [piece for piece in _INTRODUCTIONS if _is_held(piece.name)]
SIGN_OFFS_SEEN = [piece for piece in _SIGN_OFFS if not _is_held(piece.text)]
SIGN_OFFS_HELD = [piece for piece in _SIGN_OFFS if _is_held(piece.text)]
