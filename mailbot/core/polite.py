"""Politeness: the lines that greet and that close. They are words of the reply, but of no answer."""

import re
from collections.abc import Sequence

from mailbot.core import marks
from mailbot.core.known import words
from mailbot.core.label import mentioned, number
from mailbot.core.phrases.asides import DONE
from mailbot.core.phrases.signoff import CLOSINGS, GREETINGS, WEAK_CLOSINGS
from mailbot.core.reply import Label, Line
from mailbot.core.saying import Phrases

_LAST = 12  # own lines at the end among which the closing is looked for
_WEAK = frozenset(phrase.casefold() for phrase in WEAK_CLOSINGS)
_GREETINGS = tuple(phrase.casefold() for phrase in GREETINGS)
_CLOSINGS = tuple(sorted({phrase.casefold() for phrase in (*CLOSINGS, *WEAK_CLOSINGS)}, key=len, reverse=True))
_SHORTEST_OPENING = 4  # letters of a closing that may go on: `Liebe Grüße und bis bald`, but not `best`
_SHORT_END = 8  # words of `Hope this helps!`
_DONE = Phrases(DONE)
_LONGEST_CLOSING = 14  # words
_SAID_BY = re.compile(r"[:>\])]+[*_]*[ \t]+|[ \t][-–—]+[ \t]")


def politeness(lines: Sequence[Line], author: frozenset[str] = frozenset()) -> frozenset[int]:
    """The lines that greet and that close. author: the words of the sender's name, casefolded."""
    own = [i for i, line in enumerate(lines) if line.label is Label.own]
    found: set[int] = set()
    if own and greets(lines[own[0]].text):
        found.add(own[0])
    for place, i in enumerate(own[-_LAST:], len(own) - len(own[-_LAST:])):
        below = own[place + 1 :]
        if (
            i not in found
            and len(found) < place
            and _closes(lines[i].text, lines, i)
            and _is_all_signature(lines, below, author)
        ):
            found.update(own[place:])
            break
    while own and own[-1] not in found and _is_name_below(lines, own[-1], author):
        found.add(own.pop())
    if author and own and own[-1] not in found and own[-1] + 1 in found and _stands_above_name(lines, own[-1]):
        found.add(own[-1])
    return frozenset(found)


def greets(text: str) -> bool:
    """Whether a line is a greeting: `Dear Ms Korn,`; not `Hello, please replace my answer to question 2 by this:`."""
    folded = marks.plain(text).casefold()
    first = next((g for g in _GREETINGS if folded.startswith(g) and not folded[len(g) : len(g) + 1].isalnum()), None)
    if first is None or len(folded) > 80 or (folded.endswith(":") and mentioned(folded)):
        return False
    return folded.endswith((",", "!", ":")) or len(folded.split()) <= 4


def _closes(text: str, lines: Sequence[Line], i: int) -> bool:
    folded = marks.plain(text).casefold().rstrip(" ,.!;-–:)")
    before, comma, name = folded.partition(",")
    above = marks.plain(lines[i - 1].text)[-1:] if i else ""
    if len(folded.split()) <= _SHORT_END and above in {"", ".", "!", "?"} and _DONE.stand_in(folded):
        return True
    if folded in _WEAK or (bool(comma) and before.strip() in _WEAK and len(name.split()) <= 3):
        return True
    if i and lines[i - 1].label is Label.own and not marks.plain(text).endswith(","):
        return False  # a longer closing stands below a blank line
    if not folded.startswith(_CLOSINGS):
        return False
    begins = next((c for c in _CLOSINGS if len(c) >= _SHORTEST_OPENING and folded.startswith(c)), None)
    goes_on = begins is not None and not folded[len(begins) : len(begins) + 1].isalnum()
    return goes_on and len(folded.split()) <= _LONGEST_CLOSING and not marks.plain(text).endswith("?")


def _is_all_signature(lines: Sequence[Line], below: Sequence[int], author: frozenset[str]) -> bool:
    """Whether what stands below a closing tells who wrote: short lines, or any below the sender's own name."""
    named = bool(below) and len(lines[below[0]].text.split()) <= 5 and bool(author.intersection(words(lines[below[0]].text)))
    return named or all(_is_short(lines[j].text) for j in below)


def _is_short(text: str) -> bool:
    return len(text.split()) <= 8 and number(text) is None and not text.rstrip().endswith(("?", ":"))


def _is_name_below(lines: Sequence[Line], i: int, author: frozenset[str]) -> bool:
    """Whether the last own line is a name: a few capitalised words below a blank line and a sentence that ended."""
    said = lines[i].text.split()
    if author and len(said) <= 5 and author.intersection(words(lines[i].text)) and number(lines[i].text) is None:
        return not _speaks(lines[i].text, author)
    is_word = len(said) == 1 and said[0].endswith(".")  # `None.`, `Yes.`
    named = (
        not is_word
        and len(said) <= 3
        and all(word[:1].isupper() and word.replace("-", "").rstrip(".").isalpha() for word in said)
    )
    above = next((line for line in reversed(lines[:i]) if line.label is not Label.empty), None)
    ended = above is not None and above.label is Label.own and above.text.rstrip()[-1:] in set(".!")
    return named and ended and lines[i - 1].label is Label.empty and not _is_label_alone(above)


def _speaks(text: str, author: frozenset[str]) -> bool:
    """`Tamsin: I do not know.`, where the name is a mark of who says it."""
    name, _, said = _SAID_BY.sub("\n", text, count=1).partition("\n")
    return author.issuperset(words(name)) and bool(said.strip()) and author.isdisjoint(words(said))


def _stands_above_name(lines: Sequence[Line], i: int) -> bool:
    """Whether a short line begins the paragraph in which only the sender's name follows: a closing in whatever language."""
    return i > 0 and lines[i - 1].label is Label.empty and _is_short(lines[i].text) and "?" not in lines[i].text


def _is_label_alone(line: Line | None) -> bool:
    label = number(line.text) if line else None
    return line is not None and label is not None and not line.text[label.length :].strip()
