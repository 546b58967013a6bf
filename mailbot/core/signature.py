"""Signature: where somebody stops speaking and signs, in a run of own words; deciding over what `marks` recognises."""

import re
from collections.abc import Sequence

from mailbot.core import marks
from mailbot.core.known import words
from mailbot.core.line import Label
from mailbot.core.marks import Sheet

_CLOSING = 20  # lines that a signature below a closing may have
_NUMBERED = re.compile(r"\(?(?:\d{1,2}|[a-h])[.):]+(?: |$)|[QA]\d{1,2}\b", re.IGNORECASE)


def sign_off(sheet: Sheet, labels: list[Label], start: int, end: int, author: frozenset[str]) -> None:
    """Label signature and disclaimers in one run of own words. author: the words of the sender's name, casefolded."""
    for i in range(start, end):
        if labels[i] is Label.own and marks.is_device_line(sheet.bodies[i]) and _ends_paragraph(sheet, i, end):
            labels[i] = Label.signature
    tail = _disclaim(sheet, labels, start, end)
    opened = False
    for i in range(max(start, tail - 60), tail):  # a signature stands at the end; 60 lines are a long one
        if opened or labels[i] is not Label.own:
            continue
        if limit := _signature_limit(sheet.raw[i], sheet.bodies[i]):
            opened = not _greets(sheet, i) and _sign(sheet, labels, i, tail, limit)
        elif i > start and marks.may_close(sheet.bodies[i]):
            opened = _sign_above_name(sheet, labels, i, tail)
    _sign_contact(sheet, labels, start, tail)
    _sign_names(sheet, labels, start, tail, author)


def _ends_paragraph(sheet: Sheet, at: int, end: int) -> bool:
    """Whether no words go on below: a sentence may begin as what a device adds does."""
    return at + 1 >= end or not sheet.bodies[at + 1]


def _greets(sheet: Sheet, at: int) -> bool:
    """Whether a closing stands above everything else, and is the kind that some greet with."""
    return marks.greets_too(sheet.bodies[at]) and not any(sheet.bodies[:at])


def _signature_limit(raw: str, body: str) -> int:
    """How many lines with words a signature that begins here may have; 0 if none begins here.

    The delimiter of RFC 3676 4.3 is dash dash blank; many clients and people drop the blank, and some draw a line.
    """
    if raw.rstrip("\r") == "-- ":
        return 60
    if body in {"--", "—", "––", "- -"}:
        return 15
    if marks.is_closing(body):
        return _CLOSING
    return 8 if marks.is_rule(body) else 0


def _sign(sheet: Sheet, labels: list[Label], start: int, end: int, limit: int) -> bool:
    """Label the signature that begins at `start`, unless too much follows; a postscript or a numbered answer ends it."""
    words = [i for i in range(start + 1, end) if sheet.bodies[i] and labels[i] is Label.own]
    stop = next((i for i in words if _speaks_again(sheet.bodies[i]) or (limit == _CLOSING and _goes_on(sheet, i))), end)
    if sum(i < stop for i in words) > limit:
        return False
    if limit == 8 and (stop < end or not words or any(len(sheet.bodies[i]) > 100 for i in words)):
        return False  # a drawn line may also divide answers
    for i in range(start, stop):
        if labels[i] is Label.own:
            labels[i] = Label.signature
    return True


def _goes_on(sheet: Sheet, at: int) -> bool:
    """Whether a paragraph below a closing is a whole sentence: somebody signed and then went on. After `-- ` nobody does."""
    body = sheet.bodies[at]
    if sheet.bodies[at - 1] or body[-1] not in ".!?…" or len(body.split()) < 6 or body[0] in "\"'«„“”*":
        return False
    return not (marks.is_disclaimer(body) or marks.is_contact(body) or marks.is_device_line(body))


def _speaks_again(body: str) -> bool:
    return marks.is_postscript(body) or _NUMBERED.match(body) is not None or (len(body) > 200 and not marks.is_disclaimer(body))


def _sign_contact(sheet: Sheet, labels: list[Label], start: int, end: int) -> None:
    """Label the last paragraph if it is a name with an address or a number to ring, and words of the sender stand above it.

    Right below a quoted line it is an answer: perhaps it was asked for.
    """
    own = [i for i in range(max(start, end - 60), end) if labels[i] is Label.own]
    if not own:
        return
    last = first = own[-1]
    while first > start and labels[first - 1] is Label.own:
        first -= 1
    if first == own[0] or last - first > 7 or not marks.is_name(sheet.bodies[first]):
        return
    if any(marks.is_contact(sheet.bodies[i]) for i in range(first + 1, last + 1)):
        labels[first : last + 1] = [Label.signature] * (last + 1 - first)


def _sign_above_name(sheet: Sheet, labels: list[Label], at: int, end: int) -> bool:
    """Label a closing in the sender's own words, if only a name and a few short lines stand below it."""
    below = [i for i in range(at + 1, end) if sheet.bodies[i] and labels[i] is Label.own]
    if not below or not _are_of_a_signature(sheet, below) or not marks.is_name(sheet.bodies[below[0]]):
        return False
    for i in (at, *below):
        labels[i] = Label.signature
    return True


def _are_of_a_signature(sheet: Sheet, lines: Sequence[int]) -> bool:
    """Whether lines could tell who somebody is: few, short, and no sentences."""
    return len(lines) <= 6 and not any(
        len(sheet.bodies[i]) > 70 or sheet.bodies[i][-1] in ".?!:;" or _speaks_again(sheet.bodies[i]) for i in lines
    )


def _sign_names(sheet: Sheet, labels: list[Label], start: int, end: int, author: frozenset[str]) -> None:
    """`-Jana` alone at the end of own words after a blank line, or any part of the sender's own name there, by which even
    a few lines that tell who it is may stand.

    Alone between quoted lines a name is an answer: perhaps it was asked for.
    """
    own = [i for i in range(start, end) if labels[i] is Label.own]
    if len(own) < 2:
        return
    last = own[-1]
    if not sheet.bodies[last - 1] and marks.is_dashed_name(sheet.bodies[last]):
        labels[last] = Label.signature
        return
    for count in range(1, min(7, len(own))):
        first = own[-count]
        said = words(marks.signs_as(sheet.bodies[first]))
        is_author = 0 < len(said) <= 5 and author.issuperset(said) and (count == 1 or len(said) > 1)
        if is_author and (count == 1 or _are_of_a_signature(sheet, own[-count:])):
            for i in own[-count:]:
                labels[i] = Label.signature
            return


def _disclaim(sheet: Sheet, labels: list[Label], start: int, end: int) -> int:
    """Label the disclaimers at the end of a run; give where they begin. A paragraph is one only if no own words follow it."""
    edge = end
    while True:
        last = next((i for i in reversed(range(start, edge)) if labels[i] in {Label.own, Label.signature}), None)
        if last is None:
            return edge
        if labels[last] is Label.signature:
            edge = last
            continue
        first = last
        while first > start and sheet.bodies[first - 1]:
            first -= 1
        found = next((i for i in range(first, last + 1) if marks.is_disclaimer(sheet.bodies[i])), None)
        if found is None or found == start:
            return edge
        for i in range(found, last + 1):
            labels[i] = Label.disclaimer
        edge = found
