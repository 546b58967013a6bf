"""The words of an answer to a draft letter: only ok, or one correction a line, in the languages that our letters have.

deadline: 20 March 2026, 18:00
Frage 2: Was kostet es?
supprimer la question 3
"""

import re

from mailbot.core import clean
from mailbot.core.drafting.plan import Answer, Correction, Way, What
from mailbot.core.phrases.drafting import ADD, CONSENT, DROP, FIELDS, LITTLE

_MOST = 20_000  # characters that are looked at
_MOST_LINES = 400
_HEAD = re.compile(r"[\s*•·–-]{0,8}(?P<head>[^:：\n]{1,60}?)[\s*]*[:：][\s*]*(?P<value>.*)")
_WORDS = re.compile(r"[^\W\d_](?:[\w'’-]*\w)?|\d+")
_AROUND = " \t.,;:!*_\"'“”„«»()<>…👍✅🙂😀"
_LONGEST_NUMBER = 3
_GOES_ON = frozenset({What.heading, What.question, What.audience})
"""What may be longer than a line, as mail programs break them."""


def answer(reply: str) -> Answer:
    """What the own words of a mail say, without quotes and signature. Linear in their length."""
    lines = [clean.line(line) for line in reply[:_MOST].split("\n")[:_MOST_LINES]]
    said = [line for line in lines if not line.startswith(">")]
    corrections: list[Correction] = []
    unclear: list[str] = []
    consents, open_line = False, False
    for line in said:
        found = _correction(line) if line else None
        if found is not None:
            corrections.append(found)
        elif is_consent(line):
            consents = True
        elif line and open_line and corrections[-1].what in _GOES_ON:
            corrections[-1] = _longer(corrections[-1], line)
            continue
        elif line:
            unclear.append(line)
        open_line = found is not None and found.way is not Way.drop
    only = consents and not corrections and not unclear
    return Answer(only, consents, tuple(corrections), tuple(unclear))


def is_consent(words: str) -> bool:
    """Whether these words are an ok and nothing else; marks and signs around it do not matter."""
    return words.strip(_AROUND).casefold() in CONSENT


def _longer(one: Correction, line: str) -> Correction:
    return Correction(one.what, one.way, f"{one.value} {line}".strip(), one.line, one.numbers)


def _correction(line: str) -> Correction | None:
    found = _HEAD.fullmatch(line)
    if found is not None:
        return _read(found["head"], found["value"], line)
    return _read(line, "", line) if len(line) <= 60 else None


def _read(head: str, value: str, line: str) -> Correction | None:
    """A head is a field, with add or drop, with numbers; nothing else may stand in it."""
    words = list[str](_WORDS.findall(head.casefold().replace("’", "'")))
    numbers = tuple(int(word) for word in words if word.isdecimal() and len(word) <= _LONGEST_NUMBER)
    rest, way = _way([word for word in words if not word.isdecimal()])
    what = FIELDS.get(" ".join(rest)) or FIELDS.get(" ".join(word for word in rest if word not in LITTLE))
    if what is None:
        return None
    field, value = What(what), value.strip()
    if way is Way.drop and field is What.question and not numbers:
        numbers = tuple(int(number) for number in re.findall(rf"\b\d{{1,{_LONGEST_NUMBER}}}\b", value))
    if not _is_whole(field, way, value, numbers):
        return None
    return Correction(field, way, value, line, numbers)


def _way(words: list[str]) -> tuple[list[str], Way]:
    for way, verbs in ((Way.add, ADD), (Way.drop, DROP)):
        for verb in verbs:
            pieces = verb.split()
            for at in range(len(words) - len(pieces) + 1):
                if words[at : at + len(pieces)] == pieces:
                    return words[:at] + words[at + len(pieces) :], way
    return words, Way.change


def _is_whole(field: What, way: Way, value: str, numbers: tuple[int, ...]) -> bool:
    """Whether everything that is needed stands there: `question 2` alone changes nothing."""
    if field is What.question:
        return bool(numbers) if way is Way.drop else bool(value) and (way is Way.add or len(numbers) == 1)
    return not numbers and (way is Way.drop or bool(value))
