"""Initials: the mark that somebody sets before his own words in a quoted mail, which is no part of them.

`NOL: …`, `[JK] …`, `Anna> …`. It is believed if it is the sender's name or made of its first letters; or if several answers
have the same, and it is in capitals or named above them: `my replies are marked NOL`.
"""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from itertools import takewhile

from mailbot.core import evidence
from mailbot.core.known import words
from mailbot.core.meaning import plain_letters
from mailbot.core.passage import Passage
from mailbot.core.phrases.asides import YES_AND_NO

_NAME = r"(?P<{}>[^\W\d_][\w.'’&-]{{0,20}}(?:[ \t][^\W\d_][\w.'’-]{{0,20}}){{0,2}})"
_LEAD = re.compile(
    rf"[ \t]*(?:[*_]{{0,2}}[\[(<{{]{_NAME.format('inside')}[\])>}}][*_]{{0,2}}[ \t]*(?::|>+|[-–—]+>?(?=[ \t])|(?=[ \t\n]))"
    rf"|[*_]{{0,2}}@?{_NAME.format('bare')}[*_]{{0,2}}[ \t]?(?::|>+|[-–—=]+>|[-–—](?=[ \t])))[*_]{{0,2}}[ \t]*\n?[ \t]*"
)
_SEVERAL = 2
_YES_AND_NO = frozenset(YES_AND_NO)
_MOST_CAPITALS = 4
_LOOKED_AT, _MOST_ABOVE = 120, 2000  # characters
_WORD = re.compile(r"\w+")


def lengths(passages: Sequence[Passage], author: str) -> Mapping[int, int]:
    """By the place of a passage, how many characters behind its label are the mark."""
    found = {i: one for i, p in enumerate(passages) if (one := _lead(p))}
    names = tuple(words(plain_letters(author.casefold())))
    among_answers = Counter(who for i, (who, _) in found.items() if evidence.has_mark(passages[i]))
    before = takewhile(lambda p: not evidence.has_mark(p), passages)
    above = {word for p in before for word in _WORD.findall(p.text[:_MOST_ABOVE])}
    believed = {who for who, n in among_answers.items() if _is_name(who, names) or (n >= _SEVERAL and _is_mark(who, above))}
    return {i: length for i, (who, length) in found.items() if who in believed}


def unmarked_last(passages: Sequence[Passage], marked: Collection[int]) -> int | None:
    """The last passage below a question, if all others that stand below one have the mark: it is how our own mail went on."""
    below = [i for i, p in enumerate(passages) if p.above]
    if len(below) <= _SEVERAL or below[-1] in marked or not all(i in marked for i in below[:-1]):
        return None
    return below[-1]


def _lead(p: Passage) -> tuple[str, int] | None:
    start = p.label.length if p.label and p.weight else 0
    found = _LEAD.match(p.text[start : start + _LOOKED_AT])
    if found is None or not p.text[start + found.end() :].strip():
        return None
    who = found["inside"] or found["bare"]
    return None if who.casefold() in _YES_AND_NO else (who, found.end())


def _is_name(who: str, names: Sequence[str]) -> bool:
    """Whether it is a part of the sender's name, or first letters of its parts in their order, at least two."""
    said = words(plain_letters(who.casefold()))
    if not names or not said:
        return False
    letters = "".join(said)
    if all(len(word) > 1 for word in said) and set(said) <= set(names):
        return True
    firsts = iter(name[0] for name in names)
    return 1 < len(letters) <= len(names) and all(letter in firsts for letter in letters)


def _is_mark(who: str, above: set[str]) -> bool:
    bare = who.replace(".", "")
    return (bare.isupper() and 1 < len(bare) <= _MOST_CAPITALS) or set(_WORD.findall(who)) <= above
