"""One address out of a From field, or none: a strict reading of RFC 5322 3.4 that never guesses.

Lenient parsers take the address of somebody else out of a malformed field (CVE-2023-27043), or the last of several @
(CVE-2019-16056). Whatever is not one mailbox beyond doubt is no mailbox here.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

_TOKEN = re.compile(
    r"""(?P<blank>[ \t]+)
      | (?P<quoted>"(?:[^"\\\x00-\x1f]|\\[ -~\t])*")
      | (?P<open>\() | (?P<angle><[^<>]*>)
      | (?P<special>[,;:\\"<>()\[\]])
      | (?P<atom>[^\s,;:\\"<>()\[\]]+)""",
    re.VERBOSE,
)
_COMMENT_PIECE = re.compile(r"[^()\\]+|\\.|[()]", re.DOTALL)
_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_LOCAL = re.compile(rf'{_ATOM}(?:\.{_ATOM})*|"(?:[^"\\\x00-\x1f\x7f-\uffff]|\\[ -~])*"')
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_DOMAIN = re.compile(rf"{_LABEL}(?:\.{_LABEL})*\.?")
_SHOWN = re.compile(r"[^\s<>()\[\]\",;:@]{1,64}@[^\s<>()\[\]\",;:@]{1,253}")
_LONGEST_FIELD = 2000
_DEEPEST_COMMENT = 5


class Unclear(StrEnum):
    """Why a field names no one address."""

    nothing = "nothing"
    several = "several"
    malformed = "malformed"


@dataclass(frozen=True, slots=True)
class Mailbox:
    """address: domain as A-label, in lower case, local part as written. name: still encoded."""

    address: str
    name: str


def read(value: str) -> Mailbox | Unclear:
    """The one mailbox of an unfolded From value. Groups, lists, routes, domain literals and obsolete forms are none."""
    if len(value) > _LONGEST_FIELD:
        return Unclear.malformed
    tokens = _tokens(value)
    if tokens is None:
        return Unclear.malformed
    if not tokens:
        return Unclear.nothing
    kinds = [kind for kind, _ in tokens]
    if _is_list(tokens):
        return Unclear.several
    if kinds[-1] == "angle":
        return _named(tokens[:-1], tokens[-1][1][1:-1])
    found = address("".join(text for _, text in tokens)) if set(kinds) <= {"atom", "quoted"} else None
    return Mailbox(found, "") if found else Unclear.malformed


def address(text: str) -> str | None:
    """An addr-spec in its normal form, or None: ASCII local part, a domain name, one @ outside quotes, 254 characters."""
    local, at, name = text.rpartition("@")
    if not at or len(local) > 64 or "=?" in local or not _LOCAL.fullmatch(local):
        return None
    found = domain(name)
    return f"{local}@{found}" if found and len(local) + len(found) < 254 else None


def domain(name: str) -> str | None:
    """A domain name as A-labels in lower case, or None; one that IDNA 2003 would turn into another is None too."""
    try:
        ascii_name = name.encode("idna").decode("ascii").lower() if len(name) <= 253 else ""
        if not name.isascii() and ascii_name.encode("ascii").decode("idna") != name.lower():
            return None
    except UnicodeError:
        return None
    return ascii_name.rstrip(".") if _DOMAIN.fullmatch(ascii_name) and len(ascii_name) <= 253 else None


def addresses_in(text: str) -> tuple[str, ...]:
    """Everything in a display name that a reader would take for an address."""
    return tuple(found.strip(".'").casefold() for found in _SHOWN.findall(text))


def _named(words: list[tuple[str, str]], angle: str) -> Mailbox | Unclear:
    """A name and an address in angle brackets. An @ in a name without quotes may be the address of somebody else."""
    found = address(angle)
    if found is None or not {kind for kind, _ in words} <= {"atom", "quoted", "blank", "bracket"}:
        return Unclear.malformed
    if any(kind == "atom" and "@" in text and text.casefold() != found.casefold() for kind, text in words):
        return Unclear.malformed
    return Mailbox(found, " ".join("".join(_unquoted(text) for _, text in words).split()))


def _is_list(tokens: list[tuple[str, str]]) -> bool:
    """Several mailboxes with commas between, as opposed to one that is malformed: `Novak, Jana <…>` lacks its quotes."""
    return ("comma", ",") in tokens and sum(kind == "angle" or (kind == "atom" and "@" in text) for kind, text in tokens) > 1


def _tokens(value: str) -> list[tuple[str, str]] | None:
    """Kind and text of each token without comments and the blanks at the ends; None if one does not end."""
    tokens: list[tuple[str, str]] = []
    at = 0
    while at < len(value):
        found = _TOKEN.match(value, at)
        if found is None:
            return None
        kind, at = str(found.lastgroup), found.end()
        if kind == "open":
            end = _comment_end(value, at)
            if end is None:
                return None
            kind, at = "blank", end
        kind = {",": "comma", "[": "bracket", "]": "bracket"}.get(found.group(), kind)
        tokens.append((kind, " " if kind == "blank" else found.group()))
    while tokens and tokens[-1][0] == "blank":
        tokens.pop()
    while tokens and tokens[0][0] == "blank":
        tokens.pop(0)
    return tokens


def _comment_end(value: str, at: int) -> int | None:
    """Where a comment that began before `at` ends. Comments nest (RFC 5322 3.2.2); a loop, because senders choose how deep."""
    depth = 1
    while depth and (found := _COMMENT_PIECE.match(value, at)):
        at = found.end()
        depth += {"(": 1, ")": -1}.get(found.group(), 0)
        if depth > _DEEPEST_COMMENT:
            return None
    return None if depth else at


def _unquoted(word: str) -> str:
    return re.sub(r"\\(.)", r"\1", word[1:-1]) if len(word) > 1 and word.startswith('"') and word.endswith('"') else word
