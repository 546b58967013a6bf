"""The mark a line of a list begins with: a bullet, a number, a letter, a box to tick."""

import re
from dataclasses import dataclass

from mailbot.core.phrases.labels import MONTHS, QUESTION_WORDS

_MONTHS = frozenset(MONTHS)
_WORDS = "|".join(sorted((re.escape(word) for word in QUESTION_WORDS), key=len, reverse=True))
_BULLET = re.compile(
    r"(?:[-–—*•●·○▪■□►▶➢➤✓✔◦‣⁃❖\uf0b7\uf0a7→]|\+(?=\s)|o(?=\s{2,}|\t)|[☐☑☒]|\[[ xX]?\])(?:\s+|(?<=[•●·▪►➢☐✓])(?=\S))"
)
_NUMBER = re.compile(
    r"(?P<number>(?:\d{1,2}\.){1,3}\d{1,2}\.?(?=\s)|\(?\d{1,2}\s?[.)\]:](?!\d)|\d{1,2}\s?[°º][.)]?|\d{1,2}\s[-–](?=\s))\s*(?=\S)"
    r"|(?P<letter>\(?[a-zA-Z]\)|[a-zA-Z]\.)\s+(?=\S)"
    r"|(?P<roman>\(?[ivxIVX]{1,5}[.)])\s+(?=\S)"
)
_NAMED = re.compile(
    rf"(?:(?:{_WORDS})\s{{0,2}}(?:n[o°º]?\.?\s?)?|[QFVPD]\s?\.?|[A-Z](?=\d{{1,2}}[.):]\s))(?P<value>\d{{1,2}})\s?(?:[.):–—-]+(?=\s|$)|\s(?=[A-ZÀ-Þ¿]))\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Mark:
    """text: as printed. style: marks of one list have one: bullet (by its sign), number, letter, roman, named.
    value: of a number or letter, 0 of a bullet. length: characters it takes with the blanks behind it."""

    text: str
    style: str
    value: int
    length: int


def mark(line: str) -> Mark | None:
    """What a line, without its indent, begins with; None for a line of no list, and for a date such as `14. März`."""
    head = line[:60]
    if found := _BULLET.match(head):
        text = found.group().strip()
        return Mark(text, text[0], 0, found.end()) if len(line) > found.end() else None
    if found := _NAMED.match(head):
        return Mark(found.group().strip(), "named", int(found["value"]), found.end())
    found = _NUMBER.match(head)
    if found is None or _is_date(found, line):
        return None
    text = found.group().strip()
    if found["number"]:
        digits = re.findall(r"\d+", text)
        return Mark(text, "number" + "." * (len(digits) - 1) + text[-1], int(digits[-1]), found.end())
    letter = text.strip("().")
    if len(letter) > 1 or (letter in "ivIV" and found["roman"]):
        return Mark(text, "roman", 0, found.end())
    if text.endswith(".") and letter.isupper() and re.match(r"[A-Z][\w.]*\s+[A-Z]", line[found.end() :]):
        return None  # `J. Smith Foundation`
    return Mark(text, "letter" + text[-1], ord(letter.casefold()) - ord("a") + 1, found.end())


def _is_date(found: re.Match[str], line: str) -> bool:
    after = line[found.end() : found.end() + 20].split()
    word = after[0].strip(".,").casefold() if after else ""
    return bool(found["number"]) and (word in _MONTHS or word[:3] == "uhr" or not after)
