"""A label: the words and signs at the start of a text that say by number which question it answers."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import pairwise

from mailbot.core.known import words
from mailbot.core.phrases.labels import (
    AND_WORDS,
    BEFORE,
    MONTHS,
    NUMERO,
    QUESTION_LETTERS,
    QUESTION_STEMS,
    QUESTION_WORDS,
    RANGE_WORDS,
    SPACED_LETTERS,
    TOGETHER,
)
from mailbot.core.phrases.listed import also_bare
from mailbot.core.phrases.numbers import (
    ALSO_OTHER_WORDS,
    CASED_ORDINALS,
    COUNTING_WORDS,
    LAST,
    NUMBER_WORDS,
    ORDERING_WORDS,
    ORDINAL_ENDINGS,
    ORDINAL_STEMS,
)

_HEAD = 90  # characters a label may take
_MOST_MENTIONED = 300
_LONGEST = 20_000  # characters of a line in which labels are looked for
_CAPITALS = frozenset("QF")
_CIRCLED = {chr(0x2460 + n): n + 1 for n in range(20)} | {chr(0x2776 + n): n + 1 for n in range(10)}
_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_PAIR, _MOST_IN_RUN = 2, 20
_TELLING = 60  # characters of a line that tell its language by their letters
_CZECH = frozenset("ěščřžůďťňľĺŕýô")
_TOGETHER_WORDS = frozenset(word for phrase in TOGETHER for word in words(phrase)) - {
    "spolu",
    "společně",
    "dohromady",
    "in",
    "one",
}
_FROM_TO = re.compile(r"\d[ \t]+a[ \t]+\d", re.IGNORECASE)
_MONTHS = frozenset((month,) for month in MONTHS)
_RANGES = frozenset(RANGE_WORDS) - frozenset(AND_WORDS)


@dataclass(frozen=True, slots=True)
class Number:
    """A label at the start of a line. numbers: of the questions, more than one in `1-3:`. style: those of one list look alike.

    length: characters the label takes, 0 where its words belong to a sentence. named: the word `question`, or one like it,
    stands with the number.
    """

    numbers: tuple[int, ...]
    style: str
    length: int
    named: bool


def _any_of(phrases: Iterable[str]) -> str:
    """One of these, with accents or without, ending where a word ends."""
    ordered = sorted(also_bare(phrases), key=len, reverse=True)
    words_of, others = (
        "|".join(re.escape(phrase).replace(r"\ ", "[ \t]+") for phrase in ordered if phrase[-1].isalnum() is is_word)
        for is_word in (True, False)
    )
    return "|".join((others, rf"(?:{words_of})(?!\w)") if words_of and others else (others or rf"(?:{words_of})(?!\w)",))


def _values(words_of: Mapping[int, Sequence[str]]) -> dict[str, int]:
    return {word: n for n, phrases in sorted(words_of.items(), reverse=True) for word in also_bare(phrases)}


_VALUE = _values(NUMBER_WORDS)
_ORDER = _values(ORDERING_WORDS)
_STEM_VALUE = _values(ORDINAL_STEMS)
_STEMS = tuple(_STEM_VALUE)
_SPELLED_WORDS = frozenset(word for phrase in _VALUE for word in words(phrase))
_ASKED_WORDS = frozenset(word for phrase in (*also_bare(QUESTION_WORDS), "one") for word in words(phrase))
_ASKED_STEMS = also_bare(QUESTION_STEMS)
_ABOUT = f"(?:{'|'.join(map(re.escape, _ASKED_STEMS))})[^\\W\\d_]{{0,6}}"
_OPEN = r"[ \t]*(?:(?:[-–—*]|o(?=[ \t]))[ \t]+|[•·○▪►][ \t]*)?[*_#(\[{\"'“„«]{0,3}[ \t]?"
_QUESTION = f"(?:{_any_of(QUESTION_WORDS)})"
_AND = rf"[ \t]*(?:{_any_of((*AND_WORDS, *RANGE_WORDS))})[ \t]*(?:(?:{_any_of(AND_WORDS)})[ \t]+)?"
_DIGITS = r"\d{1,2}(?:(?:st|nd|rd|th|er|ère|ème|e|η|ο|ª|º)(?!\w)|[ \t]?[a-h](?=[)\].:]))?(?![^\W_])"
_DIGIT_RUN = rf"{_DIGITS}(?:(?:\)|\.(?=[-–—]))?{_AND}(?:{_QUESTION}[ \t]+|[qf][ \t.]?|\()?{_DIGITS}){{0,8}}"
_SPELLED = rf"(?:{_any_of(_VALUE)})"
_SPELLED_RUN = rf"{_SPELLED}(?:{_AND}(?:(?:{_any_of(BEFORE)})[ \t]+)?(?:{_QUESTION}[ \t]+)?{_SPELLED}){{0,8}}"
_EXACT_ORDINAL = _any_of(set(_VALUE) - set(COUNTING_WORDS))
_ENDING = f"(?:{_any_of(ORDINAL_ENDINGS)})"
_ORDINAL = rf"(?:{_EXACT_ORDINAL}|(?:{'|'.join(map(re.escape, _STEMS))}){_ENDING})"
_CLEAR_ORDINAL = rf"(?:{_EXACT_ORDINAL}|(?:{'|'.join(re.escape(s) for s in _STEMS if s not in ALSO_OTHER_WORDS)}){_ENDING})"
_ORDINAL_RUN = rf"{_ORDINAL}(?:{_AND}(?:(?:{_any_of(BEFORE)})[ \t]+)?{_ORDINAL}){{0,8}}"
_LEAD = rf"(?:(?:{_any_of(BEFORE)})[ \t]+|(?:l|d|all|sull|dell)['’][ \t]?)"
_BEFORE = rf"{_LEAD}{{0,3}}"
_ASKED_NOUN = rf"(?:{_QUESTION}|{_ABOUT}(?!\w))"
_DOTTED_PAIR = rf"\d{{1,2}}\.[ \t]+(?:{_any_of(word for word in AND_WORDS if word.isalpha())})[ \t]+\d{{1,2}}"
_TOGETHER = rf"(?:[ \t]*(?:{_any_of(TOGETHER)}))?"
_CLOSE = r"[)\]}\"'”»*_]{0,3}[ \t]*"
_TITLE = r"(?:[ \t]*\([^()\n]{1,60}\)(?=[ \t]*(?:[:–—-]|$)))?"

_NAMED = re.compile(
    rf"{_OPEN}{_BEFORE}(?:{_QUESTION}[ \t.:°]{{0,3}}(?:(?:{_any_of(NUMERO)})[ \t.]?)?(?P<a>{_DIGIT_RUN}|{_SPELLED_RUN})"
    rf"|(?:{_any_of(NUMERO)})[ \t.]?(?P<b>{_DIGIT_RUN})"
    rf"|[{QUESTION_LETTERS}](?P<c>{_DIGIT_RUN})|[{SPACED_LETTERS}][ .]{{1,2}}(?P<d>{_DIGIT_RUN})"
    rf"|(?P<e>{_ORDINAL_RUN})[ \t]+(?:{_ASKED_NOUN}|one(?!\w))"
    rf"|(?P<f>{_DOTTED_PAIR}|{_DIGIT_RUN})(?:[.ºª]|th|e)[ \t]*{_ASKED_NOUN}"
    rf"|{_ABOUT}[ \t.:°]{{0,3}}(?P<g>{_DIGIT_RUN}))",
    re.IGNORECASE,
)
_LED = re.compile(
    rf"{_OPEN}(?:{_LEAD}){{0,2}}(?:{_any_of(BEFORE)})[ \t]*"
    rf"(?P<a>{_DIGITS}(?:{_AND}{_LEAD}{{1,2}}{_DIGITS}){{1,4}}|{_DIGIT_RUN})",
    re.IGNORECASE,
)
_ORDINAL_ALONE = re.compile(
    rf"{_OPEN}(?:{_LEAD}{{1,3}}(?P<a>{_CLEAR_ORDINAL})|(?P<cased>{_any_of(CASED_ORDINALS)}))[ \t]?[:：]+[ \t]*", re.IGNORECASE
)  # `Zur dritten: …`
_NAMED_END = re.compile(
    rf"{_TOGETHER}{_TITLE}[ \t]*{_CLOSE}(?:[)\].:/=–—-]+(?!\d)[*_]*|,(?=[ \t])|[)\]}}]|[*_]+|$)", re.IGNORECASE
)
_PLAIN = re.compile(
    rf"{_OPEN}(?P<a>{_DIGIT_RUN}){_TOGETHER}{_TITLE}"
    r"[ \t]?(?P<end>[)\].:/}]+[-–]?|[°º]\)?|\ufe0f?\u20e3|[-–—]+>?(?=\s))[*_]*(?=\s|$|[^\W\d]|[-–—\"“„«'¿¡(])",
    re.IGNORECASE,
)
_TOGETHER_ALONE = re.compile(rf"{_OPEN}(?P<a>{_DIGIT_RUN})[ \t]*(?:{_any_of(TOGETHER)})[ \t]*(?:[:.–-]+|$)", re.IGNORECASE)
_REMARKED = re.compile(
    rf"[ \t]*[(\[]{_BEFORE}(?:{_QUESTION}[ \t.]{{1,2}})?(?P<a>{_DIGIT_RUN})"
    r"[ \t]*[,;:][^()\[\]\n\d]{1,40}[)\]][ \t]*[:.–-]?[ \t]*",
    re.IGNORECASE,
)  # `(1 to 3, all together) …`
_ALONE = re.compile(rf"{_OPEN}(?P<a>\d{{1,2}}(?:{_AND}\d{{1,2}}){{0,8}})[ \t]*{_CLOSE}$", re.IGNORECASE)
_DASHED = re.compile(r"[ \t]*[-–—~=]{1,3}[ \t]?(?P<a>\d{1,2})[ \t]?[-–—~=]{1,3}(?=\s|$)")
_WITHOUT_SIGN = re.compile(r"[ \t]*(?P<a>\d{1,2})[ \t]+(?=[^\W\d_])")
_LETTER = re.compile(r"[ \t*_]*(?:\((?P<one>[a-j])\)|(?P<other>[a-j])[).])[*_]*(?=\s|$)", re.IGNORECASE | re.ASCII)
_ROMAN = re.compile(rf"[ \t*_]*\(?(?P<roman>{'|'.join(reversed(_ROMANS))})[).:][*_]*(?=\s|$)", re.IGNORECASE | re.ASCII)
_ORDERING = re.compile(rf"[ \t*_]*(?P<word>{_any_of(_ORDER)})[ \t]?(?P<end>[,:.)–-])?", re.IGNORECASE)
_MAY_RUN_TOGETHER = re.compile(r"\s\(?\d{1,2}(?:[.):/]|\s|$)")
_RUN_TOGETHER = re.compile(
    rf"(?<=\S)[ \t]+(?P<named>{_BEFORE}(?:{_QUESTION}[ \t]+(?:(?:{_any_of(NUMERO)})[ \t.]?)?(?P<a>{_DIGITS}|{_SPELLED})"
    rf"|(?P<c>{_ORDINAL})[ \t]+(?:{_ASKED_NOUN}|one(?!\w))))"
    rf"|(?<=[.!?…:;,)\w])[ \t]+(?P<plain>\(?(?P<b>\d{{1,2}})[.):/]+)(?=[ \t]?[^\W\d_])"
    r"|(?<=[.!?…])[ \t]+(?P<last>\(?(?P<d>\d{1,2})[.):/]+)[ \t]*$",
    re.IGNORECASE,
)
_OWN_LABEL = re.compile(
    r"[ \t]*\(?(?:(?P<a>\d{1,2}[.-]?[a-h]|[a-h]\d{1,2}|\d{1,2}\.\d{1,2})[).:]*|(?P<b>\d{1,2}|[a-j])[).:]+)[ \t]+", re.IGNORECASE
)
_OWN_LABEL_ANSWERED = re.compile(
    r"[ \t]*[*_(#-]{0,3}[ \t]?(?P<a>\d{1,2}[.-]?[a-h]|[a-h]\d{1,2}|\d{1,2}\.\d{1,2})[)\].:*_]*(?:[ \t]*[-–—:]+)?(?=\s|$)[ \t]*",
    re.IGNORECASE,
)
_OWN_LABEL_APART = re.compile(
    r"[ \t]*[*_(#-]{0,3}[ \t]?(?P<a>\d{1,2})[ \t]{1,2}(?:\((?P<b>[a-h])\)|(?P<c>[a-h])[).:])[).:*_]*"
    r"(?:[ \t]*[-–—:]+)?(?=\s|$)[ \t]*",
    re.IGNORECASE,
)
_NUMERAL = re.compile(rf"\d{{1,2}}|{_SPELLED}|{_ORDINAL}", re.IGNORECASE)
_ANYTHING = re.compile(r"\d|[①-⑳❶-❿]|^[ \t*_]*\(?[a-jvx]{1,4}[).:]", re.IGNORECASE)


def number(text: str) -> Number | None:
    """The label a line starts with: `1.`, `(1)`, `1/`, `Q1:`, `Ad 1)`, `1-3:`, `a)`, `ii)`, `2` alone; None if it has none."""
    found = _number(text[:_HEAD])
    if found is None or len(found.numbers) != _PAIR or not _FROM_TO.search(text[: found.length]) or _may_be_czech(text):
        return found
    first, last = found.numbers
    return replace(found, numbers=tuple(range(first, last + 1))) if first < last <= first + _MOST_IN_RUN else found


def _may_be_czech(text: str) -> bool:
    """Whether `1 a 3` may be `1 and 3`, as in Czech and Slovak, not `1 to 3`; few of their lines have plain letters only."""
    head = text[:_HEAD].casefold()
    return not _CZECH.isdisjoint(head) or (len(head) < _TELLING and _TOGETHER_WORDS.isdisjoint(words(head)))


@lru_cache(maxsize=4096)  # each line is looked at by several steps
def _number(head: str) -> Number | None:
    counts = _ANYTHING.search(head) is not None
    if counts and (found := _REMARKED.match(head)) and len(numbers := _numbers(found["a"])) > 1:
        return Number(numbers, "named", found.end(), named=True)
    if ":" in head and (found := _ORDINAL_ALONE.match(head)):
        return Number(_numbers(found["a"] or found["cased"]), "named", found.end(), named=True)
    if (counts or spells(head)) and (found := _NAMED.match(head)) and (named := _named(found, head)):
        return named
    if not counts:
        return None
    if found := _LED.match(head):
        end = _NAMED_END.match(head, found.end())
        if end and end.end() > found.end() and not head[found.end() : end.end()].strip().startswith(","):
            return Number(_numbers(found["a"]), "named", end.end(), named=True)
    return _circled(head) or _plain(head) or _listed(head)


def spells(head: str) -> bool:
    """Whether a number stands there in words, and a word for a question: cheaper than the pattern that looks for both."""
    said = frozenset(words(head))
    counts = not said.isdisjoint(_SPELLED_WORDS) or any(word.startswith(_STEMS) for word in said)
    return counts and (not said.isdisjoint(_ASKED_WORDS) or any(word.startswith(_ASKED_STEMS) for word in said))


def _named(found: re.Match[str], head: str) -> Number | None:
    said = next(group for group in found.groups() if group)
    numbers = _numbers(said)
    end = _NAMED_END.match(head, found.end())
    if end is not None:
        return Number(numbers, "named", end.end(), named=True)
    if found["c"] and head[found.start("c") - 1] in _CAPITALS and head[found.end() :][:1].isspace():
        return Number(numbers, "named", found.end(), named=True)  # `Q2 I start at five`
    if found["b"] and "#" in found[0] and head[found.end() :][:1].isspace():
        return Number(numbers, "named", found.end(), named=True)  # `#2 I start at five`
    if found["c"] or found["d"] or found["f"] or found["b"] or found["g"]:
        return None
    return Number(numbers, "mention", found.end(), named=True)


def _circled(head: str) -> Number | None:
    bare = head.lstrip(" \t*_")
    if bare[:1] not in _CIRCLED:
        return None
    return Number((_CIRCLED[bare[0]],), "circled", len(head) - len(bare) + 1, named=False)


def _plain(head: str) -> Number | None:
    if found := _PLAIN.match(head):
        if found["end"].startswith(".") and words(head[found.end() :])[:1] in _MONTHS:
            return None
        return Number(_numbers(found["a"]), found["end"].rstrip("-–—>") or "-", found.end(), named=False)
    if found := _TOGETHER_ALONE.match(head):
        return Number(_numbers(found["a"]), "named", found.end(), named=True)
    if found := _DASHED.match(head):
        return Number((int(found["a"]),), "dashed", found.end(), named=False)
    if (found := _ALONE.match(head)) and len(head) < _HEAD:
        return Number(_numbers(found["a"]), "bare", found.end(), named=False)
    return None


def _listed(head: str) -> Number | None:
    if found := _ROMAN.match(head):
        return Number((_ROMANS.index(found["roman"].casefold()) + 1,), "roman", found.end(), named=False)
    if found := _LETTER.match(head):
        letter = (found["one"] or found["other"]).casefold()
        return Number((ord(letter) - ord("a") + 1,), "letter", found.end(), named=False)
    return None


def own_label(question: str) -> str:
    """The label that a question itself begins with: `1a` of `1a) Which law …`, '' if it has none."""
    found = _OWN_LABEL.match(question)
    return (found["a"] or found["b"]).casefold() if found else ""


def without_own_label(question: str) -> str:
    """The question without the label it begins with."""
    found = _OWN_LABEL.match(question)
    return question[found.end() :] if found else question


def by_own_labels(text: str, numbers: Mapping[str, int]) -> Number | None:
    """The label of a line where the questions have labels of their own; that of `1a)` may be written `1 a)` or `1 (a)`."""
    head = text[:_HEAD]
    found = _OWN_LABEL_ANSWERED.match(head) or _OWN_LABEL_APART.match(head)
    said = "".join(part for part in found.groups() if part).casefold() if found else ""
    return Number((numbers[said],), "own", found.end(), named=True) if found and said in numbers else None


def without_sign(text: str) -> Number | None:
    """`2 Time is short`: a number and nothing behind it, which is a label only in a whole row of them."""
    found = _WITHOUT_SIGN.match(text[:_HEAD])
    return Number((int(found["a"]),), "without", found.end(), named=False) if found else None


def ordering(text: str) -> Number | None:
    """`Erstens, …`, `First of all:` at the beginning of a text."""
    found = _ORDERING.match(text[:_HEAD])
    if not found or not found["end"]:
        return None
    return Number((_ORDER[" ".join(found["word"].casefold().split())],), "ordering", found.end(), named=False)


def inside(text: str) -> Iterator[tuple[int, Number]]:
    """Labels in the middle of a line, where line breaks were lost or never dictated, and where each begins."""
    if not _MAY_RUN_TOGETHER.search(text[:_LONGEST]) and not spells(text[:_LONGEST]):
        return
    for found in _RUN_TOGETHER.finditer(text[:_LONGEST]):
        start = found.start("named" if found["named"] else "plain" if found["plain"] else "last")
        end = _NAMED_END.match(text, found.end()) if found["named"] else None
        value = _value(found["a"] or found["b"] or found["c"] or found["d"])
        length = (end.end() if end and end.end() > found.end() else found.end()) - start
        yield start, Number((value,), "inside", length, named=bool(found["named"]))


def ordinal_pattern(verbs: str) -> str:
    """`to the second question`, `alla terza`: an ordinal with what may stand before, perhaps with the word for a question.

    verbs: a pattern of what is none, though it may look so: `andra svarar jag`.
    """
    return rf"(?P<lead>{_BEFORE})(?P<ordinal>{_ORDINAL})(?P<noun>[ \t]+(?!(?:{verbs})(?!\w))(?:{_ASKED_NOUN}|one(?!\w)))?"


def ordinal_value(ordinal: str) -> int:
    """The number that an ordinal stands for; 0 for none."""
    return _value(ordinal)


def settled(found: Number, count: int) -> Number:
    """With the number of the last question where the label only says `the last one`."""
    return replace(found, numbers=tuple(count if n == LAST else n for n in found.numbers))


@cache  # compiled for the first mail that needs them: they take as long as reading it
def _mentioned() -> tuple[re.Pattern[str], ...]:
    return tuple(
        re.compile(rf"(?<!\w)(?:{pattern})", re.IGNORECASE)
        for pattern in (
            rf"{_ABOUT}[ \t\n.:°]{{0,3}}(?:(?:{_any_of(NUMERO)})[ \t.]?)?(?P<a>{_DIGIT_RUN})",
            rf"(?P<a>{_DIGIT_RUN})(?:[.ºª]|th|e)[ \t\n]*{_ABOUT}",
            rf"(?P<a>{_ORDINAL_RUN})[ \t\n]+(?:{_ABOUT}|one(?!\w))",
            rf"{_QUESTION}[ \t\n]+(?:(?:{_any_of(NUMERO)})[ \t.]?)?(?P<a>{_DIGIT_RUN})",
            rf"{_QUESTION}[ \t\n](?:(?:{_any_of(NUMERO)})[ \t\n])?(?P<a>{_SPELLED_RUN})",
        )
    )


def mentioned(text: str) -> tuple[int, ...]:
    """The numbers of the questions that a sentence names, wherever it does: `replace my answer to question 2 by this`."""
    head = text[:_MOST_MENTIONED]
    found = next((found for pattern in _mentioned() if (found := pattern.search(head))), None)
    return _numbers(found["a"]) if found else ()


def _numbers(said: str) -> tuple[int, ...]:
    """`1-3` is 1, 2 and 3; `1, 2 and 4` are those."""
    every = list(_NUMERAL.finditer(said))
    # Beside a figure a word is none: `2 en 3` joins two in Dutch, though `en` is one in Danish.
    numerals = [found for found in every if found[0].isdecimal()] or every
    whole = [_value(numerals[0][0])]
    for before, after in pairwise(numerals):
        between, value = said[before.end() : after.start()].strip().casefold(), _value(after[0])
        runs = between[:1] in set("-–—") or between.split(" ")[0] in _RANGES
        if runs and whole[-1] < value <= whole[-1] + 20:
            whole.extend(range(whole[-1] + 1, value))
        whole.append(value)
    return tuple(dict.fromkeys(whole))


def _value(numeral: str) -> int:
    if numeral.isdecimal():
        return int(numeral)
    said = " ".join(numeral.casefold().replace("\u0307", "").split())  # the dot of a Turkish capital
    stem = max((stem for stem in _STEMS if said.startswith(stem)), key=len, default="")
    return _VALUE.get(said) or _STEM_VALUE.get(stem, 0)
