"""Identifiers that show by their form: addresses, links, numbers to ring, streets, references, dates of birth.

Every repetition is bounded, so that each pattern is linear in the length of an answer.
"""

import re
from collections.abc import Iterator

from mailbot.core.paper.shapes import Mark, What
from mailbot.core.phrases.names import AT_SIGNS, AT_WORDS, DOT_WORDS, DOTS

_I = re.IGNORECASE
_DAY = (
    r"(?:\d{4}-\d\d-\d\d|\d{1,2}\.?[ ./-]{1,2}(?:de )?(?:\d{1,2}|[^\W\d_]{3,12})\.?[ ./,-]{1,2}(?:de )?(?:\d{4}|\d{2})"
    r"|(?:(?:in|en|im|nel|em|w) )?(?:19|20)\d\d)"
)
_HOST = r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.){1,6}[^\W\d_]{2,24}"
_AT = "|".join(map(re.escape, sorted(AT_SIGNS, key=len, reverse=True)))
_DOT = "|".join(map(re.escape, sorted(DOTS, key=len, reverse=True)))
_HIDDEN = rf"(?: ?(?:{_DOT}) ?| (?:{'|'.join(DOT_WORDS)}) |\.)"

_MAIL = re.compile(
    rf"(?<![\w.+-])(?:mailto:)?[\w.!#$%&'*+/=?^`{{|}}~-]{{1,64}}[ ]?@[ ]?(?:{_HOST}|\[[\d.:a-fA-F]{{3,45}}\])", _I
)
_MAIL_HIDDEN = re.compile(
    rf"(?<![\w.+-])[\w.+-]{{1,64}}(?: ?(?:{_AT}) ?| (?:{'|'.join(AT_WORDS)}|at) )(?!\S{{0,64}}@)"
    rf"[\w-]{{1,63}}(?:{_HIDDEN}[\w-]{{1,63}}){{1,5}}",
    _I,
)
_LINK = re.compile(r"(?:\b(?:https?|ftp)://|(?<![\w@.])www\.)[^\s<>\"„“”]{1,2000}", _I)
_TLDS = [
    "com",
    "org",
    "net",
    "eu",
    "info",
    "int",
    "gov",
    "edu",
    "io",
    "example",
    "test",
    "invalid",
    "be",
    "de",
    "fr",
    "nl",
    "it",
    "es",
    "pt",
    "pl",
    "cz",
    "sk",
    "at",
    "ch",
    "lu",
    "ie",
    "uk",
    "dk",
    "se",
    "no",
    "fi",
    "hu",
    "ro",
    "bg",
    "gr",
    "cy",
    "mt",
    "hr",
    "si",
    "ee",
    "lv",
    "lt",
    "is",
    "ua",
    "tr",
    "wales",
    "vlaanderen",
    "brussels",
    "berlin",
    "wien",
    "cat",
]
_BARE = re.compile(
    rf"(?<![\w@./-])(?:[a-z0-9](?:[a-z0-9-]{{0,61}}[a-z0-9])?\.){{1,5}}(?:{'|'.join(_TLDS)})(?![\w-])(?:/[^\s<>\"]{{0,500}})?"
)
_HANDLE = re.compile(r"(?<![\w.@/])@[A-Za-z0-9_][A-Za-z0-9_.-]{1,29}")
_REFERENCE = re.compile(r"(?<![\w-])[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}(?![\w-])")
_NUMBER = re.compile(r"(?<![\w+])(?:\+|\(\+?)?\d(?:[ \t()./–-]{0,3}\d){6,16}(?!\w)")
_RING = re.compile(
    r"(?:phone|tel|mob|cell|call|ring|number|nummer|numero|numéro|número|numer|anruf|erreichbar|bel|fax|gsm|handy|τηλ)", _I
)
_CALENDAR = re.compile(
    r"\(?(?:\d{1,2}[./ -]\d{1,2}[./ -]\d{2,4}|\d{4}[./ -]\d{1,2}[./ -]\d{1,2}|(?:\d{4}[ ./–-]{1,3}){1,4}\d{4})\)?"
)
_BORN = re.compile(
    r"\b(?:born|date of birth|dob|geb(?:oren)?|geburtsdatum|née?|née? le|date de naissance|nacid[oa]|nat[oa]|ur(?:odzon[ya])?|"
    r"nar(?:ozen[aá]?)?|nascid[oa]|född|geboortedatum|γεννήθηκα)\b"
    rf"[.:,]{{0,2}} {{0,2}}(?:(?:on|am|le|el|il|op|em|dne|den|the|στις) )?{_DAY}",
    _I,
)
_CAP = r"[^\W\d_a-zà-öø-ÿ][\w'’-]{1,40}"
_BACK = (
    rf"(?:[^\W\d_]{{2,30}}-)?{_CAP}(?:straße|strasse|str\.|weg|gasse|platz|allee|ufer|ring|laan|straat|plein|gracht|kade|gatan|vägen|vej|vei)",
    r"(?:Am|An der|Im|Auf der|Alte|Große|Kleine|Lange) [^\W\d_]{3,30}",
)
_LEAD = (
    r"(?:[Vv]ia|[Vv]iale|[Pp]iazza|[Cc]orso|[Cc]alle|C/|[Aa]venida|[Aa]vda\.|[Pp]laza|[Pp]aseo|[Rr]ua|[Tt]ravessa|[Pp]raça|[Uu]l\.|[Uu]lica|"
    r"[Aa]leja|[Aa]l\.|[Pp]l\.|[Oo]s\.|[Nn]áměstí|[Οο]δός)"
)
_FRENCH = r"(?:rue|avenue|boulevard|chemin|place|quai|impasse|allée|cours|route)"
_ENGLISH = r"(?:Street|St\.?|Road|Rd\.?|Lane|Avenue|Ave\.?|Drive|Square|Court|Way|Close|Gardens|Terrace|Crescent|Hill|Row)"
_HOUSE = r"\d{1,4}[a-zA-Z]?(?:[/-]\d{1,4}[a-z]?)?"
_STREETS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?:{'|'.join(_BACK)}) {_HOUSE}\b",
        (
            rf"\b{_LEAD} (?:(?:de|del|della|dei|di|da|do|dos|das|la|las|los|el) ){{0,2}}{_CAP}"
            rf"(?: (?:de |da |do )?{_CAP}){{0,3}},? (?:n[.°º] ?)?{_HOUSE}\b"
        ),
        rf"\b{_HOUSE},? (?:bis |ter )?{_FRENCH} (?:(?:de|des|du|la|le|les) |[dl]['’]){{0,3}}{_CAP}(?:[ -]{_CAP}){{0,3}}",
        rf"\b{_HOUSE},? (?:{_CAP} ){{1,4}}{_ENGLISH}(?!\w)",
    )
)
_TOWNS = re.compile(
    rf"(?:\b[A-Z]{{1,2}}\d[A-Z\d]? ?\d[A-Z]{{2}}\b|\b\d{{2}}-\d{{3}} {_CAP}|\b\d{{3}} \d{{2}} {_CAP}(?: \d{{1,2}})?"
    rf"|\b\d{{4}} [A-Z]{{2}}\b(?: {_CAP})?"
    rf"|\b(?:D|A|F|B|L|CH|DK|SE|FIN|PL|CZ)-\d{{4,5}} {_CAP})"
)
_AFTER_STREET = re.compile(rf"[,\n]? ?(?:[A-Z]{{1,3}}-)?\d{{3}}[ -]?\d{{1,2}}(?: [A-Z]{{2}})? {_CAP}")
_BETWEEN = re.compile(rf",? ?(?:{_CAP}(?: {_CAP})?)?,? ?\Z")
_STOP = ".,;:!?)]}'\"»”’"


def identifiers(text: str) -> list[Mark]:
    """Everything in a text that is an identifier by its form; they may overlap."""
    found = [*_by_form(text), *_numbers(text), *_addresses(text)]
    return [mark for mark in found if mark.end > mark.start]


def _by_form(text: str) -> Iterator[Mark]:
    plain = (
        (_MAIL, What.address, "e-mail address"),
        (_MAIL_HIDDEN, What.address, "e-mail address, spelled out"),
        (_LINK, What.link, "link"),
        (_BARE, What.link, "name of a site"),
        (_HANDLE, What.name, "name of an account"),
        (_REFERENCE, What.reference, "reference of an entry"),
        (_BORN, What.birth, "date of birth"),
    )
    for pattern, what, why in plain:
        for found in pattern.finditer(text):
            yield Mark(found.start(), found.start() + len(found.group().rstrip(_STOP)), what, why, certain=True)


def _numbers(text: str) -> Iterator[Mark]:
    """Numbers to ring: with a plus or a zero in front, after a word for it, or of nine digits and more. No dates, no years."""
    for found in _NUMBER.finditer(text):
        said = found.group()
        digits = sum(c.isdigit() for c in said)
        if _CALENDAR.fullmatch(said.strip()):
            continue
        rung = _RING.search(text, max(0, found.start() - 30), found.start())
        if digits >= 9 or said.lstrip("(")[0] in "+0" or rung:
            yield Mark(found.start(), found.end(), What.phone, "number to ring", certain=True)


def _addresses(text: str) -> Iterator[Mark]:
    """Streets with a number, and the town behind it; codes that only addresses have."""
    spans: list[tuple[int, int]] = []
    for pattern in _STREETS:
        for found in pattern.finditer(text):
            behind = _AFTER_STREET.match(text, found.end())
            spans.append((found.start(), behind.end() if behind else found.end()))
    spans += [found.span() for found in _TOWNS.finditer(text)]
    spans.sort()
    at = 0
    while at < len(spans):
        start, end = spans[at]
        while at + 1 < len(spans) and (spans[at + 1][0] <= end or _BETWEEN.fullmatch(text[end : spans[at + 1][0]][:90])):
            at += 1
            end = max(end, spans[at][1])
        yield Mark(start, end, What.address, "address of a house", certain=True)
        at += 1
