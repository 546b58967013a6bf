"""Printed: the mails that a text repeats, and who wrote each, by the headers or the line that a mail program put above it.

What is printed there proves nothing; it only says whom to ask.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mailbot.core import address as addresses
from mailbot.core import clean, marks
from mailbot.core.marks import Sheet
from mailbot.core.phrases.attribution import SENT_FOR

_LONGEST = 100_000  # characters that are looked at
_MOST = 6  # mails, the uppermost; a thread of an office may be longer
_NAME = 100  # characters
_MAILTO = re.compile(r"(?<=[^\s<\[])<mailto:[^<>]{0,300}>", re.IGNORECASE)
_ADDRESS = re.compile(r"[^\s<>()\[\]\"',;:@]{1,64}@[^\s<>()\[\]\"',;:@]{1,253}")
_AROUND_NAME = " \t\"'<>()[];,:*_\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}"
_FIELD = re.compile(r"[*_]{0,2}[^\W\d_][^:：<@]{0,30}[:：]\*{0,2}(?:\s|$)")  # the next one, in whatever language
_PREFIX = re.compile(r"[ \t]{0,4}>[ \t]?")


@dataclass(frozen=True, slots=True)
class Printed:
    """One mail that the text repeats. address: of who wrote it, domain in lower case; None where none or several are printed.
    text: what stands below, to the end or to where less is quoted, without the quote prefixes."""

    address: str | None
    name: str
    text: str


def printed(text: str) -> tuple[Printed, ...]:
    """The mails that a text repeats, from above; each holds those below it too."""
    return tuple(_printed(marks.sheet(text[:_LONGEST])))


def _printed(sheet: Sheet) -> Iterator[Printed]:
    at = found = 0
    while at < len(sheet) and found < _MOST:
        taken = marks.header_block(sheet, at) if sheet.bodies[at] else 0
        said = _from_field(sheet, at, taken)
        if not taken and sheet.bodies[at] and (taken := marks.attribution(sheet, at)):
            said = " ".join(sheet.bodies[at : at + taken])
            said = said if _ADDRESS.search(said) else ""  # whom a line without address names, nobody can write to
        if said:
            yield Printed(*_writer(said), _below(sheet, at + taken))
            found += 1
        at += max(taken, 1)


def _from_field(sheet: Sheet, at: int, taken: int) -> str:
    """The From line of a header block with what is folded below it."""
    start = next((i for i in range(at, at + taken) if sheet.roles[i] == "from"), None)
    if start is None:
        return ""
    end = next((i for i in range(start + 1, at + taken) if not sheet.bodies[i] or _FIELD.match(sheet.bodies[i])), at + taken)
    lines = sheet.bodies[start:end]
    return " ".join((re.split("[:：]", lines[0], maxsplit=1)[1], *lines[1:])).strip() or "?"


def _writer(said: str) -> tuple[str | None, str]:
    """The one address in a printed From or attribution, and the name beside it."""
    said = _MAILTO.sub("", said[: marks.CAP])
    found = {one.casefold(): one for one in (one.strip(".'") for one in _ADDRESS.findall(said.replace("mailto:", " ")))}
    folded = f" {said.casefold()} "
    if len(found) != 1 or said.count("@") > 2 or any(f" {phrase} " in folded for phrase in SENT_FOR):
        return None, ""
    (one,) = found.values()
    address = addresses.address(one)
    before = said[: said.find(one)].removesuffix("mailto:")
    name = " ".join(marks.writer(f"{before.rstrip(_AROUND_NAME)} wrote")) if said.endswith((":", "：")) else before
    return address, clean.line(name.strip(_AROUND_NAME))[:_NAME] if address else ""


def _below(sheet: Sheet, start: int) -> str:
    first = next((i for i in range(start, len(sheet)) if sheet.bodies[i]), len(sheet))
    depth = sheet.depths[first] if first < len(sheet) else 0
    end = next((i for i in range(first, len(sheet)) if sheet.bodies[i] and sheet.depths[i] < depth), len(sheet))
    return "\n".join(_without_prefixes(line, depth) for line in sheet.raw[start:end])


def _without_prefixes(line: str, depth: int) -> str:
    at = 0
    for _ in range(depth):
        found = _PREFIX.match(line, at)
        at = found.end() if found else at
    return line[at:]
