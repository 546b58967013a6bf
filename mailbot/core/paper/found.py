"""What looks like the name of somebody or something in an answer: capital letters where a sentence needs none, titles, kinds
of organisations. German writes each noun so, and is held to stricter signs."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from mailbot.core.paper.kinds import (
    is_acronym,
    is_common,
    is_given,
    is_house,
    is_ministry,
    is_organisation,
    is_place,
    is_programme,
    is_role,
)
from mailbot.core.paper.known import Known
from mailbot.core.paper.shapes import Mark, What
from mailbot.core.paper.words import TITLED, Word, folded, words
from mailbot.core.phrases.identifying import (
    BEFORE_PLACES,
    GIVEN,
    NOUNS,
    SMALL,
    SMALL_GERMAN,
    WITHIN_NAMES,
    WITHIN_ORGANISATIONS,
)

_GERMAN = frozenset(folded(word) for word in SMALL_GERMAN)
_QUOTED = re.compile(r"[„“\"«»‘][ ]?([^\W\d_a-zà-öø-ÿ][^\n„“”\"«»‘’]{1,40}?)[ ]?[“”\"«»’]")
_TITLED, _GIVEN = "a title before it", "begins with a given name"
_NAME = 80  # characters of one name
_WITHIN_GERMAN = frozenset({"von", "van", "zu", "der", "den"})
_LONGEST = 8  # words of one name


def is_german(found: Sequence[Word]) -> bool:
    """Whether the nouns of a text have capital letters because it is German."""
    return sum(word.key in _GERMAN for word in found) * 100 >= 10 * len(found)


def is_loud(found: Sequence[Word]) -> bool:
    """Whether a text is written in capitals throughout."""
    return sum(word.shouted for word in found) * 2 > len(found)


def is_careless(found: Sequence[Word]) -> bool:
    """Whether a text is written without capitals, where sentences begin too."""
    return not any(word.capital and word.initial for word in found) and sum(word.capital for word in found) * 50 <= len(found)


def found_marks(found: Sequence[Word], text: str, known: Known, is_country: Callable[[int], bool]) -> Iterator[Mark]:
    """What may name somebody. is_country: whether the word at that place is, or belongs to, the name of a country."""
    if is_loud(found) or is_careless(found):
        yield from _by_given_name(found, text, known)
        yield from _quoted(found, text)
        return
    german = is_german(found)
    at = 0
    while at < len(found):
        run = _run(found, text, at, german)
        if run == at:
            at += 1
            continue
        yield from _judged(found, at, run, known, is_country, german)
        at = run
    yield from _quoted(found, text)


def hear(texts: Iterable[str], known: Known) -> Known:
    """The same with the names of others that all these texts have."""
    heard: set[str] = set()
    surely: set[str] = set()
    for text in texts:
        found = words(text)
        for mark in () if is_loud(found) else found_marks(found, text, known, lambda _: False):
            if mark.what is not What.name:
                continue
            inside = _between(found, mark.start, min(mark.end, mark.start + _NAME))
            parts = {w.key for w in inside if w.capital and len(w.key) > 3 and w.key not in known.seen and not _is_idle(w.key)}
            heard |= parts
            surely |= parts if mark.why in {_TITLED, _GIVEN} else set()
    return replace(known, heard=frozenset(heard), surely=frozenset(surely))


def _is_idle(key: str) -> bool:
    return key in TITLED or is_common(key) or is_role(key) or is_organisation(key)


def _by_given_name(found: Sequence[Word], text: str, known: Known) -> Iterator[Mark]:
    """Where capitals say nothing: given names with the word behind them, and places."""
    for at, word in enumerate(found):
        if is_place(word.key) and word.key not in known.ordinary:
            yield Mark(word.start, word.end, What.place, "name of a place", certain=False)
        elif word.key in GIVEN and word.key not in known.ordinary:
            behind = found[at + 1] if at + 1 < len(found) else None
            named = behind is not None and text[word.end : behind.start] == " " and behind.key not in known.ordinary
            yield Mark(word.start, behind.end if named and behind else word.end, What.name, _GIVEN, certain=False)


def _run(found: Sequence[Word], text: str, at: int, german: bool) -> int:
    """Where a run of capital words that begins here ends; `at` where none does. It may begin with the kind of an
    organisation, or a title, in small letters."""
    first = found[at]
    if not (first.capital or first.key in TITLED or is_organisation(first.key)):
        return at
    ministry = is_ministry(first.key)
    organisation = is_organisation(first.key)
    last, end = at, at + 1
    while end < len(found) and end - at < _LONGEST:
        word = found[end]
        if not _joined(text, found[end - 1], word) or (word.initial and word.start - found[end - 1].end > 1):
            break
        if word.capital:
            organisation = organisation or is_organisation(word.key)
            last = end
        elif word.key not in (WITHIN_ORGANISATIONS if organisation else _WITHIN_GERMAN if german else WITHIN_NAMES):
            if ministry and end == at + 1 and not german and len(word.key) > 4:
                last = end  # Ministerstvo spravedlnosti: only the first word has a capital
            break
        end += 1
    return last + 1 if first.capital or last > at else at


def _joined(text: str, before: Word, word: Word) -> bool:
    between = text[before.end : word.start]
    if between in {" ", "\u00a0", "-", "&", " & ", "'", "’"}:
        return True
    return between in {". ", "."} and (before.key in TITLED or len(before.text) == 1)


def _judged(
    found: Sequence[Word], start: int, end: int, known: Known, is_country: Callable[[int], bool], german: bool
) -> Iterator[Mark]:
    start, end = _stripped(found, start, end, known, is_country, german)
    if start >= end:
        return
    run = found[start:end]
    capitals = [word for word in run if word.capital]
    what, why = _what(run, capitals, found[start - 1] if start else None, known, german)
    if what is not None:
        yield Mark(run[0].start, run[-1].end, what, why, certain=False)


def _stripped(
    found: Sequence[Word], start: int, end: int, known: Known, is_country: Callable[[int], bool], german: bool
) -> tuple[int, int]:
    """A run without the words at its ends that name nobody; the kind of an organisation stays."""

    def idle(at: int) -> bool:
        word = found[at]
        if word.key in TITLED or is_organisation(word.key) or word.key in known.surely or is_house(word.key):
            return False
        if is_given(word.key) and not word.initial:
            return False
        begins = word.initial and word.key in known.seen and not is_given(word.key)
        adjective = german and word.initial and word.key[-2:] in _ADJECTIVES and not is_given(word.key)
        small = word.key in SMALL and (german or word.initial or len(word.key) == 1)
        return begins or adjective or small or is_common(word.key) or is_role(word.key) or is_country(at)

    while start < end and (idle(start) or (not found[start].capital and found[start].key in WITHIN_ORGANISATIONS)):
        start += 1
    while start < end and idle(end - 1) and not any(is_ministry(word.key) for word in found[start : end - 1]):
        if end - start > 1 and is_country(end - 1):
            break  # University of Malta, Exit Deutschland: it belongs to the name
        end -= 1
    return start, end


_ADJECTIVES = frozenset({"en", "er", "es", "em", "he", "te", "se", "le", "ne", "re", "ge", "de"})


def _what(
    run: Sequence[Word], capitals: Sequence[Word], before: Word | None, known: Known, german: bool
) -> tuple[What | None, str]:
    """What a run names, and by which sign; None where it names nothing."""
    titled = run[0].key in TITLED and len(run) > 1
    proper = [w for w in capitals if not is_organisation(w.key) and w.key not in TITLED]
    if titled and proper:
        return What.name, _TITLED
    if any(is_house(word.key) for word in run):
        return What.organisation, "name of an organisation"
    if any(is_organisation(word.key) for word in run):
        return _organisation(run, proper, german)
    if not proper:
        return None, ""
    if is_given(proper[0].key):
        return What.name, _GIVEN
    if any(is_place(word.key) for word in proper):
        return What.place, "name of a place"
    if any(is_acronym(word.key, word.shouted) for word in proper):
        return What.organisation, "capital letters that stand alone"
    if len(proper) > 1:
        return _several(proper, before, known, german)
    return _single(proper[0], before, known, german)


def _organisation(run: Sequence[Word], proper: Sequence[Word], german: bool) -> tuple[What | None, str]:
    ministry = any(is_ministry(word.key) for word in run) and len(run) > 1
    telling = [w for w in proper if not (is_common(w.key) or is_role(w.key) or w.key in SMALL)]
    if german:
        telling = [w for w in telling if not w.key.endswith(NOUNS)]
    only_kinds = len(run) > 1 and not telling and run[0].capital and not run[0].initial and not german
    several = only_kinds and sum(is_organisation(word.key) for word in run) < len(run) and not all(is_role(w.key) for w in run)
    if ministry or telling or several:
        return What.organisation, f"{run[0].text if is_organisation(run[0].key) else run[-1].text}: a kind of organisation"
    return None, ""


def _several(proper: Sequence[Word], before: Word | None, known: Known, german: bool) -> tuple[What | None, str]:
    if (before is not None and is_programme(before.key)) or is_programme(proper[0].key):
        return What.organisation, "name of a programme"
    if german and (proper[0].initial or any(word.key.endswith(NOUNS) or word.key in known.seen for word in proper)):
        return None, ""
    return What.name, "capital words in a row"


def _single(word: Word, before: Word | None, known: Known, german: bool) -> tuple[What | None, str]:
    camel = any(c.isupper() for c in word.text[1:]) and not word.shouted and not word.text[1:2].isupper()
    if camel and not any(part[:1].islower() for part in word.text.split("-")[1:]):
        return What.organisation, "capitals within a word"
    if word.key in known.surely or (not german and word.key in known.heard):
        return What.name, "the name of somebody in another place"
    if german or word.initial or word.key in known.ordinary or len(word.text) == 1 or any(c.isdigit() for c in word.text):
        return None, ""
    if before is not None and is_programme(before.key):
        return What.organisation, "name of a programme"
    if before is not None and before.key in BEFORE_PLACES:
        return What.place, "a capital after a word of place"
    return (None, "") if word.key in known.seen else (What.name, "a capital within a sentence")


def _quoted(found: Sequence[Word], text: str) -> Iterator[Mark]:
    """Short words in quotation marks, each with a capital: „Neuer Morgen“."""
    for match in _QUOTED.finditer(text):
        inside = _between(found, match.start(1), match.end(1))
        said = [word for word in inside if word.key not in WITHIN_ORGANISATIONS]
        if 1 <= len(said) <= 5 and all(word.capital for word in said) and not all(is_common(word.key) for word in said):
            yield Mark(match.start(1), match.end(1), What.organisation, "a name in quotation marks", certain=False)


def _between(found: Sequence[Word], start: int, end: int) -> Sequence[Word]:
    low = bisect_left(found, start, key=lambda word: word.start)
    return found[low : bisect_left(found, end, key=lambda word: word.start)]
