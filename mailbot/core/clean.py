"""What came by mail, made harmless to show and to compare: control characters, bidi controls, piles of combining marks."""

import re
import unicodedata

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufff9-\ufffb]")
# Marks and isolates that reorder what is shown (UAX 9): a name or an address must read as it is stored.
_BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")

_LONGEST_PILE = 30  # UAX 15 section 13, stream-safe text: normalising a pile of n marks costs n squared
_PILE = re.compile(f"[^\x00-\u02ff]{{{_LONGEST_PILE + 1},}}")
_JOINER = "\u034f"  # COMBINING GRAPHEME JOINER: ends a pile and shows nothing


def text(words: str) -> str:
    """Lines of a body: every line end becomes a line feed, tabs stay, control characters show as U+FFFD, bidi controls go."""
    if words.isprintable():  # then none of these stands in it
        return stream_safe(words)
    words = _LINE_ENDS.sub("\n", words)
    return stream_safe(_BIDI.sub("", _CONTROL.sub("\ufffd", words)))


def line(words: str) -> str:
    """The same on one line, blanks collapsed and none at the ends."""
    return " ".join(text(words).replace("\ufeff", " ").split())


def stream_safe(words: str) -> str:
    """The same text with no more than 30 combining marks in a row (UAX 15, UAX15-D4), so that normalising it is linear."""
    return words if words.isascii() else _PILE.sub(_joined, words)


def _joined(found: re.Match[str]) -> str:
    """A run of characters in which marks may pile up, with a joiner after each thirtieth mark."""
    out: list[str] = []
    marks = 0
    for c in found.group():
        marks = marks + 1 if unicodedata.combining(c) else 0
        if marks > _LONGEST_PILE:
            out.append(_JOINER)
            marks = 1
        out.append(c)
    return "".join(out)
