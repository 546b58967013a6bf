"""Sealed: what the ARC sets of a mail claim (RFC 8617), shown and never trusted: anybody can seal anything."""

import re
from dataclasses import dataclass

from mailbot.core import clean
from mailbot.core.header import Fields

_MOST = 50  # RFC 8617 4.2.1
_LONGEST = 2000
_INSTANCE = re.compile(r"(?:^|;)\s*i\s*=\s*(\d{1,2})\s*(?:;|$)")
_NAMES = {"arc-seal": "seal", "arc-message-signature": "signature", "arc-authentication-results": "results"}


@dataclass(frozen=True, slots=True)
class Seal:
    """One ARC set. instance: from 1, the oldest. domain: who says to have sealed it. chain: what it claims of the sets before
    (`cv`). results: the Authentication-Results that it claims to have seen. complete: all three fields are there."""

    instance: int
    domain: str
    chain: str
    results: str
    complete: bool


def seals(fields: Fields) -> tuple[Seal, ...]:
    """The ARC sets, oldest first; of several fields with one number the topmost."""
    sets: dict[int, dict[str, str]] = {}
    for name, value in fields:
        if name in _NAMES and (found := _INSTANCE.search(value[:_LONGEST])) and len(sets) < _MOST:
            sets.setdefault(int(found[1]), {}).setdefault(_NAMES[name], value[:_LONGEST])
    return tuple(_seal(number, sets[number]) for number in sorted(sets))


def _seal(number: int, parts: dict[str, str]) -> Seal:
    tags = dict(_tag(part) for part in parts.get("seal", "").split(";"))
    results = clean.line(parts.get("results", "").partition(";")[2])
    return Seal(number, tags.get("d", ""), tags.get("cv", ""), results, len(parts) == len(_NAMES))


def _tag(text: str) -> tuple[str, str]:
    name, _, value = text.partition("=")
    return clean.line(name), clean.line(value)
