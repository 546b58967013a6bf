"""A mail to sentences: own lines, put together where they were broken, parted where they end, without what is only polite."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from mailbot.core import clean
from mailbot.core.ordering.days import is_month
from mailbot.core.ordering.doubting import doubts
from mailbot.core.ordering.tokens import Token, tokens
from mailbot.core.reply import Label, label_lines

WRAPPED = 50  # characters from which on a program may have broken the line
_BULLET = re.compile(r"^[ \t]*(?:[-–—*•·▪◦‣+>]+[ \t]+|[-–—•·▪◦‣]+(?=\S))+")
_LISTED = re.compile(r"^[ \t]*(\d{1,2})[.)][ \t]+(?=\D)")
_ENDS = frozenset(".!?;·•…。！？\u037e")
_ASKS = frozenset("?¿？\u037e؟")
_LONGEST_GREETING, _LONGEST_THANKS, _LONGEST_NAME = 8, 12, 3  # words


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence. text: as written. asks: with a question mark. ends: by the mark that ends it. paragraph, line: the numbers
    of those it stands in, a line as put together. opens: it ends in a colon and so speaks of what follows. below:
    a closing, where names and numbers of telephones stand. thanked: here or further down."""

    text: str
    said: tuple[Token, ...]
    start: int
    paragraph: int
    line: int
    ends: str = ""
    below: bool = False
    thanked: bool = False

    @property
    def asks(self) -> bool:
        return any(c in _ASKS for c in f"{self.text}{self.ends}")

    @property
    def says_please(self) -> bool:
        return any(token.does("please") for token in self.said)

    @property
    def opens(self) -> bool:
        return bool(self.said) and self.said[-1].mark == ":"


def pieces(reply: str) -> Iterator[Piece]:
    """The sentences of the own words of a mail; those that only greet, thank and close are left out."""
    told = closed = False
    own, signed = _own(reply)
    lines = [list(_sentences(text, paragraph, line)) for line, (paragraph, text) in enumerate(_joined(own))]
    for sentences in _with_thanks(lines):
        found = [p for p in sentences if any(not token.mark for token in p.said) or p.asks]
        closed = closed or (told and (not found or _is_name(found)))
        yield from (replace(piece, below=closed) for piece in found)
        told = told or bool(found)
    for line, text in enumerate(map(clean.line, signed), len(own)):
        yield from (replace(piece, below=True) for piece in _sentences(text, line, line))


def _with_thanks(lines: Sequence[Sequence[Piece]]) -> list[list[Piece]]:
    """The sentences of each line; whoever thanks has been asking in all sentences before."""
    found: list[list[Piece]] = []
    thanked = False
    for line in reversed(lines):
        found.append([])
        for piece in reversed(line):
            thanked = thanked or piece.thanked
            found[-1].append(replace(piece, thanked=thanked))
        found[-1].reverse()
    return found[::-1]


def _is_greek(text: str) -> bool:
    return any("\u0370" <= c <= "\u03ff" or "\u1f00" <= c <= "\u1fff" for c in text)


def _is_name(found: Sequence[Piece]) -> bool:
    words = found[0].said
    return len(found) == 1 and len(words) <= _LONGEST_NAME and all(w.unknown and w.text[:1].isupper() for w in words)


def _own(reply: str) -> tuple[list[str], list[str]]:
    """The lines without quotes, '' for what is left out, and apart those of a signature."""
    labelled = label_lines(clean.text(reply))
    lines = [line.text if line.label is Label.own else "" for line in labelled]
    signed = [line.text for line in labelled if line.label is Label.signature]
    return _unlisted([_BULLET.sub("", line) for line in lines]), signed


def _unlisted(lines: list[str]) -> list[str]:
    """Without `1.`, `2.`, `3.` before the points of a list; `3. invite` alone is about entry 3."""
    marks = [(n, int(found[1]), found.end()) for n, line in enumerate(lines) if (found := _LISTED.match(line))]
    if len(marks) > 1 and [mark for _, mark, _ in marks] == list(range(1, len(marks) + 1)):
        for n, _, end in marks:
            lines[n] = lines[n][end:]
    return lines


def _joined(lines: Sequence[str]) -> list[tuple[int, str]]:
    """Lines with the number of their paragraph; one that goes on in the next is put together with it."""
    found: list[tuple[int, str]] = []
    paragraph, goes_on, blank = 0, False, True
    for line in map(clean.line, lines):
        if not line:
            paragraph += not blank
            blank = True
            goes_on = goes_on and bool(found) and found[-1][1].endswith(":")
            continue
        if goes_on or (found and not blank and _continues(found[-1][1], line)):
            found[-1] = (found[-1][0], f"{found[-1][1]} {line}")
        else:
            found.append((paragraph, line))
        goes_on, blank = _goes_on(found[-1][1], len(line), goes_on), False
    return found


def _goes_on(line: str, last: int, before: bool) -> bool:
    """Whether the next line belongs to this one: a comma or an `and` at its end, an order that lacks what it is done to, a
    list below `Invite:`, or words that make it none and are not at their end."""
    said = tokens(line[-400:])
    if not said or _greets(line):
        return False
    end = said[-1]
    if end.mark == "," or (end.does("and") and len(end.text) > 1):
        return _has_order(said)
    if end.mark == ":" or (len(said) == 1 and end.does("verb", "list")):
        return _has_order(said) and (len(said) <= 3 or _ends_in_order(said))
    if before and last <= 10 and end.digits:
        return _lists(said)
    if end.mark and end.mark in _ENDS:
        return False
    if _has_order(said) and not end.digits and end.does("little", "upon", "put") and not end.does("which", "list"):
        return last >= WRAPPED or end.does("upon")
    verbs = [token for token in said if token.does("verb", "stem", "extend")]
    if verbs and any(token.digits or token.does("which") for token in said):
        return end not in verbs and doubts(end.text)
    return doubts(" ".join(token.text for token in said if token not in verbs)) or (
        last >= WRAPPED and any(token.unknown for token in said)
    )


def _has_order(said: Sequence[Token]) -> bool:
    return any(token.does("verb", "list", "stem", "put", "extend") for token in said)


def _ends_in_order(said: Sequence[Token]) -> bool:
    return said[-2].does("verb", "list", "numbering", "little")


def _lists(said: Sequence[Token]) -> bool:
    """Whether a line ends in a list that began with a colon: numbers one below the other."""
    marks = [n for n, token in enumerate(said) if token.mark == ":"]
    return not marks or all(token.digits or token.mark or token.does("and", "numbering") for token in said[marks[-1] :])


def _continues(line: str, following: str) -> bool:
    """Whether the next line begins in the middle of a sentence: `and 12`, or with more numbers below a full line."""
    said = tokens(following[:60])
    ended = line[-1:] in _ENDS or line[-1:] == ","
    if len(line) >= WRAPPED and line[-1:].isdigit() and said and said[0].digits == "number":
        return True
    return not ended and len(said) > 1 and said[0].does("and") and said[1].digits == "number" and len(said[0].text) > 1


def _sentences(line: str, paragraph: int, number: int) -> Iterator[Piece]:
    said = tokens(line)
    start = 0
    for at, token in enumerate(said):
        if token.mark in _ENDS and token.mark and _ends(line, said, at):
            asks = token.mark == ";" and _is_greek(line) and (at + 1 == len(said) or said[at + 1].text[:1].isupper())
            yield _piece(line, said[start : at + 1], paragraph, number, asks=asks)
            start = at + 1
    if start < len(said):
        yield _piece(line, said[start:], paragraph, number)


def _ends(line: str, said: Sequence[Token], at: int) -> bool:
    """Whether a sentence ends at this mark. `no. 4`, `20. März`, `z.B.`; `3; 7; 12` is one list."""
    before, after = said[at - 1] if at else None, said[at + 1] if at + 1 < len(said) else None
    if said[at].mark == "¿":
        return False
    if said[at].mark in {";", "·", "•"} and after is not None and before is not None and before.digits == "number":
        return not (after.digits == "number" and (at + 2 == len(said) or said[at + 2].mark in _ENDS))
    if said[at].mark != "." or before is None or after is None:
        return True
    if at == 1 and before.digits == "number" and after.does("verb", "list"):  # `3. invite`
        return False
    if line[said[at].end : said[at].end + 1].strip():
        return False
    if len(before.text) == 1 and before.text.isalpha():
        return False
    if after.digits and (before.does("numbering") or is_month(before.text) or before.text.casefold() in {"kl", "godz", "hod"}):
        return False
    return not (before.digits == "number" and is_month(after.text))


def _piece(line: str, said: Sequence[Token], paragraph: int, number: int, *, asks: bool = False) -> Piece:
    text = line[said[0].start : said[-1].end]
    inner = said[:-1] if said[-1].mark in _ENDS else said
    ends = "?" if asks else "" if inner is said else said[-1].mark
    inner = [_as_comma(inner, at) for at, token in enumerate(inner) if token.mark != "¿"]
    own = tuple(_without_politeness(_without_greeting(inner)))
    thanked = any(token.does("thanks") for token in inner)
    return Piece(text, own, said[0].start, paragraph, number, ends, thanked=thanked)


def _is_divider(said: Sequence[Token], at: int) -> bool:
    """` / ` before a word; `3 / 7` is no plain list."""
    if said[at].mark != "/" or not at or at + 1 == len(said):
        return False
    return said[at - 1].end < said[at].start and said[at].end < said[at + 1].start and not said[at + 1].digits


def _as_comma(said: Sequence[Token], at: int) -> Token:
    """A semicolon within a list is a comma."""
    token = said[at]
    is_comma = token.mark in {";", "·", "•"} or _is_divider(said, at)
    return Token(token.text, token.start, token.end, mark=",") if is_comma else token


def _without_greeting(said: Sequence[Token]) -> Sequence[Token]:
    """Without `Hi Anna,` at the beginning."""
    if not said or not (_greets(said[0].text) or said[0].does("polite")):
        return said
    for at, token in enumerate(said[: _LONGEST_GREETING + 1]):
        if token.mark in {",", ":", "-"} and token.mark:
            return said[at + 1 :]
        if at and not _may_greet(token):
            return said
    return said if len(said) > _LONGEST_GREETING else []


def _may_greet(token: Token) -> bool:
    return (
        not token.digits
        and not token.mark
        and not token.does("verb", "list", "extend", "alone", "stem", "put", "yes")
        and not doubts(token.text)
    )


def _without_politeness(said: Sequence[Token]) -> Sequence[Token]:
    """Without `thanks for the list` and the name behind it."""
    kept: list[Token] = []
    at, dropped = 0, False
    while at < len(said):
        end = _polite_end(said, at)
        if end is None:
            kept.append(said[at])
            at += 1
            continue
        dropped, at = True, end
    if dropped:
        kept = _without_name(kept)
    return kept


def _polite_end(said: Sequence[Token], at: int) -> int | None:
    """Where the polite words end that begin here, None if none do: a comma, or the end of the sentence."""
    beside = [*said[max(0, at - 1) : at], *said[at + 1 : at + 2]]
    if not said[at].does("polite") or (said[at].does("best") and any(token.digits for token in beside)):
        return None
    end = at + 1
    while end < len(said) and not said[end].mark:
        if end > at + _LONGEST_THANKS or not _may_greet(said[end]):
            return None
        end += 1
    if doubts(" ".join(token.text for token in said[at + 1 : end])):
        return None
    return min(end + 1, len(said)) if end < len(said) and said[end].mark in {",", "-", ":"} else end


def _without_name(said: list[Token]) -> list[Token]:
    end = len(said)
    while end and said[end - 1].unknown and said[end - 1].text[:1].isupper():
        end -= 1
    named = len(said) - end
    if 0 < named <= _LONGEST_NAME and (end == 0 or said[end - 1].mark in {",", "-"}):
        return said[:end]
    return said


def _greets(text: str) -> bool:
    from mailbot.core.polite import greets  # its patterns take longer than all that most commands need

    return greets(text)
