"""Countries: which one an answer names, in the languages of the letters and in its own; cities say nothing."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from babel import Locale, UnknownLocaleError

from mailbot.core.phrases.countries import AMBIGUOUS, BEFORE, INHABITANTS, LABELS, NEVER, NO_COUNTRY, OTHER_NAMES, OWN_NAMES
from mailbot.core.vocables import LONGEST, Vocables, fold, words

_LOCALES = ("en", "fr", "de", "es", "it", "nl", "pl", "pt", "pt_PT", "sv", "cs", "el")
_SPOKEN = {"pt": "pt_PT"}  # CLDR's plain Portuguese is Brazilian, and our letters are not
_AND = {"en": "and", "de": "und", "nl": "en", "sv": "och", "pl": "i", "it": "e"}  # where CLDR writes `&`, and people do not
_SHORTEST = 5  # letters of a name to which an ending is put
_ENDINGS = {
    "cs": (("sko", ("ska", "sku", "skem")), ("cko", ("cka", "cku", "ckem")), ("ie", ("ii",))),
    "pl": (("ia", ("ii", "ie")), ("ja", ("ji", "je")), ("na", ("ny", "nie")), ("wa", ("wy", "wie"))),
    "el": (("α", ("ασ",)), ("η", ("ησ",)), ("οσ", ("ο", "ου")), ("ο", ("ου",))),
    "de": (("", ("s",)),),
    "sv": (("", ("s",)),),
}
"""How the one word that is a name is declined, folded: an ending and what comes in its place."""

_LABEL = re.compile(
    rf"(?:^|[\n;,|])[ \t>*•-]{{0,4}}(?:\d{{1,2}}[.)] ?)?(?:{'|'.join(sorted(LABELS, key=len, reverse=True))})"
    r"[ \t]{0,3}(?:\([^)\n]{0,40}\))?[ \t]{0,3}[:=][ \t]{0,3}(?P<said>[^\n;|]{2,80})"
)
_CODE = re.compile(r"\W{0,3}([A-Z]{2})\W{0,3}")
_STANDING = re.compile(
    rf"(?:(?P<alone>^|[,;:(\n/|])|\b(?:{'|'.join(BEFORE)}))[ \t]{{0,3}}"
    rf"\b(?P<name>{'|'.join(sorted(AMBIGUOUS, key=len, reverse=True))})\b[ \t]{{0,3}}(?=(?P<end>$|[,;.:)\n/|]))?"
)


def country(text: str) -> str:
    """The ISO 3166-1 code (or XK) of the one country that is named, or '': none, or several.

    What stands behind a label such as `Country:` comes first, then names, and where there are none, what its people are called.
    `BE` is a code where it is all that is said; `IT` in a sentence is none.
    """
    text = text[:LONGEST]
    if ":" in text or "=" in text:
        labelled = {code for m in _LABEL.finditer(fold(text)) if (code := _named_in(m["said"]))}
        if len(labelled) == 1:
            return labelled.pop()
    return _named_in(text) or _code(text)


def named(code: str, language: str) -> str:
    """What the country is called in that language; in English where Babel has no such language."""
    return _territories(_SPOKEN.get(language, language))[code]


def _named_in(text: str) -> str:
    spoken = words(text)
    clear = set(_names().found(spoken))
    behind, alone = _ambiguous(text, spoken)
    people = set() if clear or behind or alone else set(_people().found(spoken))
    found = clear | behind if clear else behind | alone | people
    return found.pop() if len(found) == 1 else ""


def _ambiguous(text: str, spoken: Sequence[str]) -> tuple[set[str], set[str]]:
    """What is a country behind a word such as `from`, and what is one because it stands alone."""
    behind: set[str] = set()
    alone: set[str] = set()
    if not _first_words().isdisjoint(spoken):
        for m in _STANDING.finditer(fold(text)):
            if m["alone"] is None:
                behind.add(_doubtful()[m["name"]])
            elif m["end"] is not None:
                alone.add(_doubtful()[m["name"]])
    return behind, alone


def _code(text: str) -> str:
    """Of an answer that is a code and nothing else."""
    m = _CODE.fullmatch(text.strip()) if len(text) < 20 else None
    code = {"UK": "GB", "EL": "GR"}.get(m[1], m[1]) if m is not None else ""
    return code if code in _territories("en") else ""


@cache
def _names() -> Vocables:
    return Vocables((name, code) for name, code in _all_names() if fold(name) not in AMBIGUOUS | NEVER)


@cache
def _doubtful() -> Mapping[str, str]:
    return {name: code for phrase, code in reversed(list(_all_names())) if (name := fold(phrase)) in AMBIGUOUS}


@cache
def _first_words() -> frozenset[str]:
    return frozenset(name.split()[0] for name in AMBIGUOUS)


@cache
def _people() -> Vocables:
    return Vocables((name, code) for code, names in INHABITANTS.items() for name in names)


def _all_names() -> Iterator[tuple[str, str]]:
    """Names with their codes; what Babel has first, what is made by rule last, so that it takes no name from another."""
    told = [(locale, code, name) for locale in _LOCALES for code, name in sorted(_territories(locale).items())]
    for locale, code, name in told:
        plain = name.partition("(")[0]
        yield from ((name, code), (plain, code), (plain.replace("&", _AND.get(locale, " ")), code))
    yield from ((name, code) for code, names in OTHER_NAMES.items() for name in names)
    yield from ((_territories(locale)[code], code) for locale, codes in OWN_NAMES.items() for code in codes.split())
    for locale, code, name in told:
        yield from ((form, code) for form in _declined(fold(name), locale))


def _declined(name: str, locale: str) -> Iterator[str]:
    if len(name) < _SHORTEST or not name.isalpha():
        return
    for ending, others in _ENDINGS.get(locale, ()):
        if name.endswith(ending) and not name.endswith("s"):
            yield from (name.removesuffix(ending) + other for other in others)
            return


@cache
def _territories(locale: str) -> Mapping[str, str]:
    """Codes and names of countries; of a locale that Babel lacks the English ones."""
    try:
        found = Locale.parse(locale).territories
    except (UnknownLocaleError, ValueError):
        found = Locale.parse("en").territories
    english = Locale.parse("en").territories
    codes = (code for code in map(str, english) if len(code) == 2 and code.isalpha() and code not in NO_COUNTRY)
    return {code: str(found.get(code, english[code])) for code in codes}
