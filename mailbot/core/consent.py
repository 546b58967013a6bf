"""Consent: whether the own words of a mail say yes to what our letter asked.

A yes that is not plain is no consent: one that asks, that hangs on a condition, that is for a part or for later, or that stands
beside a `not`. Only words that the sender wrote may come in here; a token in a quote consents to nothing.
"""

import re
from enum import StrEnum
from unicodedata import normalize

from mailbot.core import tokens
from mailbot.core.phrases import consent as phrases
from mailbot.core.phrases.intent import CONDITIONS, DECLINE
from mailbot.core.said import WORD, Sayings, stands_in
from mailbot.core.tokens import Purpose
from mailbot.core.withdrawing import says_outright

_LONGEST = 3000  # characters; whoever answers yes or no needs fewer
_WORDS = 80  # who writes more than these tells of something, or a program has not marked what it quotes
_TOKEN = re.compile(r"mbt-[a-z2-7]{26}")
_BESIDE_A_TOKEN = 6  # words: a greeting and a name; a help desk that repeats our letter says more, and consents to nothing
_PLEASE = re.compile(r"s'il (?:vous|te) pla[iî]t")  # French says please with an `if`
_QUOTE_MARKS = re.compile('["«»\u2018\u201a-\u201f]')  # `answer with "yes"` is one clause
_SENTENCE = re.compile(r"[.!?。？！\n]+")
_CLAUSE = re.compile(r"[^\w\s'-]+|\s-+|-+\s")
_NUMBERED = re.compile(r"^[ \t]*(?:q|question|frage|pregunta|domanda|vraag|pytanie)?[ \t]*\d{1,2}[ \t]*[.):]", re.MULTILINE)
_GREEK = re.compile(r"[α-ωά-ώ]")
_MARK = re.compile(r"[?？؟\u037e]")  # the Greek question mark is a semicolon, or looks like one


class Consent(StrEnum):
    """unclear: a person has to look; nothing follows from it."""

    yes = "yes"
    no = "no"
    unclear = "unclear"


_YES = Sayings(phrases.YES)
_SHORT_YES = {word: Sayings(after) for word, after in phrases.SHORT_YES.items()}
_AGREES, _NOT, _NO, _KEEPS = map(Sayings, (phrases.AGREES, phrases.NOT, phrases.NO, phrases.KEEPS))
_DOUBTS, _DOUBTS_FIRST = Sayings((*phrases.DOUBTS, *CONDITIONS)), Sayings(phrases.DOUBTS_FIRST)
_RECEIVING, _COMING, _GREETINGS = map(Sayings, (phrases.RECEIVING, phrases.COMING, phrases.GREETINGS))
_TAKING_BACK, _PUTTING_BACK = map(Sayings, (phrases.TAKING_BACK, phrases.PUTTING_BACK))
_MISTAKES, _NOT_I = map(Sayings, (phrases.MISTAKES, phrases.NOT_I))


def consents(reply: str, to: Purpose | None = None) -> Consent:
    """Judge the own words of a mail, without quotes and signature.

    to: what the letter asked. With it a wish in other words is a yes too: `please withdraw my entry`, `put me back`. Without
    it only a yes, an agreement or one of our tokens is.
    """
    text = normalize("NFKC", reply[:_LONGEST]).casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    text = _PLEASE.sub("", text)
    sentences = [_clauses(sentence) for sentence in _SENTENCE.split(_QUOTE_MARKS.sub("", _TOKEN.sub("\n", text)))]
    said = {_sentence_says(clauses, to) for clauses in sentences} - {None}
    if tokens.found(text) and len(_TOKEN.sub("", text).split()) <= _BESIDE_A_TOKEN:
        said.add(Consent.yes)
    if said != {Consent.yes}:
        return Consent.no if Consent.no in said and Consent.yes not in said else Consent.unclear
    long = len(reply) > _LONGEST or sum(len(clause.split()) for clauses in sentences for clause in clauses) > _WORDS
    return Consent.unclear if long or _asks(text) else Consent.yes


def _asks(text: str) -> bool:
    """Whether a question stands there, or rows with numbers, which are answers to the call."""
    return bool(_MARK.search(text) or (";" in text and _GREEK.search(text)) or _NUMBERED.search(text))


def _clauses(sentence: str) -> list[str]:
    found = (" ".join(WORD.findall(clause)) for clause in _CLAUSE.split(sentence))
    return [clause for clause in found if clause]


def _sentence_says(clauses: list[str], to: Purpose | None) -> Consent | None:
    """What one sentence says. None: nothing either way, such as a greeting, thanks or why somebody cannot come."""
    said = {_says(clause, to) for clause in clauses} - {None}
    if said == {Consent.yes}:  # `Yes, I have received your letter.` says no more than that
        return Consent.unclear if any(map(_RECEIVING.within, clauses)) else Consent.yes
    if Consent.yes in said:
        return Consent.unclear
    return Consent.no if Consent.no in said else Consent.unclear if said else None


def _says(clause: str, to: Purpose | None) -> Consent | None:
    opened = _after_yes(clause)
    rest = clause if opened is None else opened
    yes = opened is not None or _AGREES.within(clause) or _wishes(clause, to)
    refuses = opened is None and _NO.opening(clause) is not None
    if (refuses or _NOT.within(rest)) and not _excuses(rest, to):
        return Consent.no if not yes and (refuses or _KEEPS.within(clause)) else Consent.unclear
    if _MISTAKES.within(rest) and to is not Purpose.restore:
        return Consent.unclear
    if _DOUBTS.within(rest) or (opened is None and _DOUBTS_FIRST.opening(rest) is not None):
        return Consent.unclear
    if _opposes(rest, to):
        return Consent.unclear if yes else Consent.no
    return Consent.yes if yes else None


def _after_yes(clause: str) -> str | None:
    """What follows the yes that opens the clause; None if none does."""
    greeted = _GREETINGS.opening(clause)
    clause = greeted or clause
    if (after := _YES.opening(clause)) is not None:
        return after
    first, _, after = clause.partition(" ")
    sure = first in _SHORT_YES and (not after or _SHORT_YES[first].opening(after) is not None)
    return after if sure else None


def _excuses(clause: str, to: Purpose | None) -> bool:
    """Whether what is denied is no consent denied: coming to the meeting, or having asked to be taken off."""
    if to is Purpose.restore and (_TAKING_BACK.within(clause) or _NOT_I.within(clause)):
        return True
    if _TAKING_BACK.within(clause):
        return False
    if any(stands_in(phrase, clause) for phrase in DECLINE):
        return True
    return _COMING.within(clause) and any(stands_in(phrase, clause) for phrase in phrases.NO_LONGER)


def _wishes(clause: str, to: Purpose | None) -> bool:
    """Whether it asks in other words for what the letter offers."""
    if to is Purpose.withdraw:
        return says_outright((clause,))
    return to is Purpose.restore and (_undoes(clause) or _KEEPS.within(clause))


def _undoes(clause: str) -> bool:
    """`Put me back`, or `cancel the withdrawal`, which takes a taking back back."""
    return _PUTTING_BACK.within(clause) or _TAKING_BACK.count(clause) > 1


def _opposes(clause: str, to: Purpose | None) -> bool:
    """Whether it asks for something else than the letter does."""
    if to is Purpose.confirm:
        return _TAKING_BACK.within(clause)
    if to is Purpose.restore:
        return _TAKING_BACK.within(clause) and not _undoes(clause) and not _NOT.within(clause)
    comes = _COMING.within(clause) and not _TAKING_BACK.within(clause) and not _excuses(clause, to)
    return comes or _KEEPS.within(clause) or _undoes(clause)
