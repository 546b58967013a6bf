"""What stands around `I come` or `I cannot come`: whether it is of the writer, and of the whole meeting."""

import re
from collections.abc import Iterable

from mailbot.core.phrases import attending as phrases
from mailbot.core.phrases import attending_beside as aside
from mailbot.core.phrases import attending_not as refusing
from mailbot.core.said import WORD, Sayings, gaps, present


def without(some: Iterable[str]) -> re.Pattern[str]:
    """Finds one of the phrases among words that are joined by blanks, the longest first."""
    longest_first = sorted((" ".join(WORD.findall(one)) for one in some), key=len, reverse=True)
    return re.compile(rf"(?<!\S)(?:{'|'.join(map(re.escape, longest_first))})(?!\S)")


_STOP = without((*aside.BECAUSE, *phrases.AND))
_TOPIC = without(refusing.ABOUT)
_POLITE = Sayings((*aside.COURTESY, *aside.GUEST, *aside.ARRIVING, *aside.CONTACT))


def bare(words: str) -> str:
    """A clause without what may be said in between."""
    return " ".join(word for word in words.split() if word not in phrases.IN_BETWEEN)


def around(some: Iterable[str], words: str) -> list[tuple[str, tuple[str, ...]]]:
    """Each phrase that the clause holds, with what stands before, between and behind its pieces."""
    return [(phrase, rest) for phrase in present(some, (words,)) if (rest := gaps(phrase, words)) is not None]


def refuses_whole(phrase: str, rest: tuple[str, ...], towns: frozenset[str]) -> bool:
    """Whether a refusal is the writer's own, and of the meeting: not of its dinner, of the train or of being alone."""
    if phrase.split(" ", 1)[0] in refusing.NEEDS_A_SUBJECT and not _by_writer(rest[0]):
        return False
    return all(_is_of_meeting(_until_stop(_whole_words(gap)), towns) for gap in rest[1:])


def accepts_whole(before: str, behind: str, towns: frozenset[str]) -> bool:
    """The same of `I come`; what is joined to it has to be understood as well: `I come and I eat no meat`."""
    company, _, joins = before.strip().rpartition(" ")
    if joins in phrases.AND and not _is_polite(company, towns):  # `Peter and I will come`
        return False
    if not behind.startswith(" ") and behind:  # `I will comment`
        return False
    if not refusing.COMING_BACK.isdisjoint(behind.split()):  # `I come back to you`
        return False
    first, *joined = [part for part in _STOP.split(behind) if part.strip()] or [""]
    opening = "" if _STOP.match(behind.strip()) else first
    others = joined if opening else [first, *joined]
    understood = _is_of_meeting(opening, towns) or _ends_politely(opening, towns)
    return understood and all(_is_polite(part, towns) for part in others if part)


def _is_polite(before: str, towns: frozenset[str]) -> bool:
    return _POLITE.within(before) or _is_of_meeting(before, towns)


def _ends_politely(part: str, towns: frozenset[str]) -> bool:
    """`I will come, thank you` without its comma"""
    words = part.split()
    at = next((i for i, word in enumerate(words) if not _allowed(word, words[i - 1] if i else "", towns)), len(words))
    return _POLITE.within(" ".join(words[at : at + 3]))


def _whole_words(gap: str) -> str:
    """Without the end of a word that a phrase begins."""
    return gap.partition(" ")[2] if gap and not gap.startswith(" ") else gap


def _until_stop(words: str) -> str:
    end = _STOP.search(words)
    return words[: end.start()] if end else words


def _by_writer(before: str) -> bool:
    """`I`, `my wife and I` or nobody, but not `my wife`."""
    words = before.split()
    for word in reversed(words):
        if word in refusing.FIRST_PERSON:
            return True
        if word not in refusing.MEETING and word not in phrases.JOINING and word not in refusing.AUXILIARY:
            return False
    return all(word in phrases.JOINING for word in words)


def _is_of_meeting(words: str, towns: frozenset[str]) -> bool:
    topic = _TOPIC.search(words)
    before = ""
    for word in words[: topic.start() if topic else None].split():
        if not _allowed(word, before, towns):
            return False
        before = word
    return True


def _allowed(word: str, before: str, towns: frozenset[str]) -> bool:
    town = word in towns and before in refusing.TO_TOWNS and word != "person"
    return town or word in refusing.MEETING or word in phrases.IN_BETWEEN or word in phrases.POLITELY
