"""Withdrawing: whether a mail takes back what its writer has sent in, and does not only speak of withdrawing."""

import re
from collections.abc import Sequence

from mailbot.core.phrases import consent
from mailbot.core.phrases.intent import CONDITIONS, DECLINE
from mailbot.core.phrases.withdrawing import ENTRIES, MY, NOUNS, OUTRIGHT, REQUESTS
from mailbot.core.said import WORD, Sayings, gaps, present, stands_in

_TAKING_BACK = Sayings(consent.TAKING_BACK)
_NOT = Sayings(consent.NOT)
_REQUESTS = Sayings(REQUESTS)
_CONDITIONS = frozenset(CONDITIONS)
_ELIDED = re.compile(r"^[dlmst]'")  # `d'annuler`
_NEAR = 2  # words between whose it is and what it is
_FAR, _OF = 8, 4  # words between a verb, or a noun, and what is taken back
_BEFORE = 3  # words before, where a `not` would stand


def withdraws(sentences: Sequence[str]) -> bool:
    """Whether the writer withdraws, by sentences in small letters, or asks us to take out what is his own."""
    return says_outright(sentences) or any(_takes_back_own(one) and _is_a_wish(one) for one in sentences)


def says_outright(sentences: Sequence[str]) -> bool:
    """Whether the writer says of himself that he withdraws; not for a case that may come, and without a `not`."""
    phrases = present(OUTRIGHT, sentences)
    return any(_says_one_of(phrases, one) and _is_a_wish(one) for one in sentences) if phrases else False


def _says_one_of(phrases: Sequence[str], sentence: str) -> bool:
    found = (around for phrase in phrases if (around := gaps(phrase, sentence)) is not None)
    return any(not _denied(*around) or _excuses(sentence) for around in found)


def _is_a_wish(sentence: str) -> bool:
    if not _CONDITIONS.isdisjoint(WORD.findall(sentence)):
        return False
    return not sentence.rstrip().endswith("?") or _REQUESTS.within(" ".join(WORD.findall(sentence)))


def _takes_back_own(sentence: str) -> bool:
    words = [_ELIDED.sub("", word) for word in WORD.findall(sentence)]
    own = next((i for i, word in enumerate(words) if word.startswith(ENTRIES) and _is_mine(words, i)), None)
    if own is None or not _TAKING_BACK.within(" ".join(words)):
        return False
    verb = next((i for i, word in enumerate(words) if _TAKING_BACK.within(word) and _is_of(i, word, own)), None)
    if verb is None:
        return False
    near = words[max(0, min(own, verb) - _BEFORE) : max(own, verb) + 1]
    return not _NOT.within(" ".join(near)) or _excuses(sentence)


def _is_of(at: int, word: str, own: int) -> bool:
    """Whether a verb stands near what is taken back; of a noun it has to stand behind: `the withdrawal of my application`."""
    return 0 < own - at <= _OF if word.startswith(NOUNS) else abs(own - at) <= _FAR


def _is_mine(words: list[str], at: int) -> bool:
    return not MY.isdisjoint(words[max(0, at - _NEAR) : at + _NEAR])


def _denied(before: str, *within: str) -> bool:
    """Whether a `not` stands closely before a wish or in the midst of it."""
    return any(_NOT.within(" ".join(words)) for words in (WORD.findall(before)[-_BEFORE:], *map(WORD.findall, within[:-1])))


def _excuses(sentence: str) -> bool:
    """`As I cannot come, I withdraw`: the `not` is of coming."""
    return any(stands_in(phrase, sentence) for phrase in DECLINE)
