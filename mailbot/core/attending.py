"""Attending: whether somebody who is offered a place takes it or gives it back, by the own words of the reply.

A wrong yes keeps a place empty, a wrong no takes one away; a person who looks costs a minute. So a yes is one only if every
clause of the mail is understood and none takes anything back, and a no only if nothing in it is a condition, a part, another
way or another person. Everything else is unclear.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from mailbot.core.attending_clauses import Clause, Trait, clauses_of
from mailbot.core.consent import Consent
from mailbot.core.phrases.attending import AFTER_NO, AFTER_YES
from mailbot.core.phrases.attending_beside import BECAUSE, NEWS, THANKS, THAT_DAY
from mailbot.core.said import Sayings

_LONGEST = 4000  # characters; a longer mail tells of more than a yes or no
_CLAUSES, _WORDS = 60, 200
_REASON, _BESIDE = 500, 2000  # characters
_SHORT = 3  # words: `by train`, behind a time of arrival
_ASKS = re.compile(r"[?？؟\u037e]|[α-ωά-ώ]\s?;(?:\s|\Z)")
_BECAUSE = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(BECAUSE, key=len, reverse=True)))})(?!\w)", re.IGNORECASE)
_THAT_DAY, _NEWS, _THANKS = Sayings(THAT_DAY), Sayings(NEWS), Sayings(THANKS)

_SAYS_YES = frozenset({Trait.yes, Trait.accepts})
_ADDS_NOTHING = frozenset({Trait.courtesy, Trait.name, Trait.empty})
_TELLS = frozenset({Trait.guest, Trait.arriving, Trait.contact})
_AGAINST_YES = frozenset({Trait.unsure, Trait.otherwise, Trait.but, Trait.refuses, Trait.another_time, Trait.entry})
_AGAINST_NO = frozenset({Trait.unsure, Trait.otherwise, Trait.comes, Trait.entry})


def attends(reply: str) -> Consent:
    """yes: takes the place. no: cannot come, or gives it back. reply: the own words, without quotes and signature."""
    if len(reply) > _LONGEST or _ASKS.search(reply):
        return Consent.unclear
    clauses = clauses_of(reply)
    if len(clauses) > _CLAUSES or sum(len(clause.words.split()) for clause in clauses) > _WORDS:
        return Consent.unclear
    yes = any(not _SAYS_YES.isdisjoint(clause.traits) for clause in clauses)
    no = any(Trait.refuses in clause.traits for clause in clauses)
    if yes and not no and _all_understood(clauses) and not _thanks_for_news(clauses):
        return Consent.yes
    if yes or not no or any(map(_spoils_no, clauses)) or _denies_something_else(clauses):
        return Consent.unclear
    return Consent.no


def reason(reply: str) -> str:
    """With a no, the words that tell why, at most 500 characters; '' when none do, and without a no."""
    return _said_in(reply, _why, _REASON) if attends(reply) is Consent.no else ""


def beside(reply: str) -> str:
    """With a yes, what else is said, at most 2000 characters: food, a train, thanks. '' when nothing is, and without a yes."""
    return _said_in(reply, _more, _BESIDE) if attends(reply) is Consent.yes else ""


def _all_understood(clauses: Sequence[Clause]) -> bool:
    before: Clause | None = None
    for clause in clauses:
        follows = before is not None and before.sentence == clause.sentence
        if not _leaves_yes(clause) and not (follows and before is not None and _goes_on(before, clause)):
            return False
        before = clause if not _TELLS.isdisjoint(clause.traits) or not follows else before
    return True


def _leaves_yes(clause: Clause) -> bool:
    """Whether it says yes, or tells only what guests tell."""
    traits = clause.traits
    if not _AGAINST_YES.isdisjoint(traits):
        return False
    if Trait.denies in traits and (Trait.guest not in traits or not _SAYS_YES.isdisjoint(traits)):
        return False
    if Trait.yes in traits and Trait.unknown in traits:
        return False
    if not _SAYS_YES.isdisjoint(traits):
        return Trait.days not in traits or not _TELLS.isdisjoint(traits)
    return not _TELLS.isdisjoint(traits) or not _ADDS_NOTHING.isdisjoint(traits)


def _goes_on(before: Clause, clause: Clause) -> bool:
    """`I arrive at ten, by train`"""
    harmless = _AGAINST_YES.isdisjoint(clause.traits) and Trait.denies not in clause.traits
    return harmless and len(clause.words.split()) <= _SHORT and not _TELLS.isdisjoint(before.traits)


def _spoils_no(clause: Clause) -> bool:
    traits = clause.traits
    if Trait.refuses in traits:
        return not traits.isdisjoint({Trait.unsure, Trait.otherwise, Trait.days, Trait.entry, Trait.another_time, Trait.comes})
    return Trait.another_time not in traits and not traits.isdisjoint(_AGAINST_NO)


def _thanks_for_news(clauses: Sequence[Clause]) -> bool:
    """`Yes, thank you for the information`: it came, and nothing is said of coming."""
    if any(Trait.accepts in clause.traits for clause in clauses):
        return False
    answers = {clause.sentence for clause in clauses if Trait.yes in clause.traits}
    return any(clause.sentence in answers and _NEWS.within(clause.words) for clause in clauses)


def _denies_something_else(clauses: Sequence[Clause]) -> bool:
    """`No, I have everything that I need`: with nothing plainer in the mail, a `no` needs a full stop, or its reason."""
    if any(Trait.refuses in clause.traits and Trait.curt not in clause.traits for clause in clauses):
        return False
    if any(not {Trait.guest, Trait.arriving}.isdisjoint(clause.traits) for clause in clauses):
        return True
    return any(
        Trait.curt in no.traits and then.sentence == no.sentence and not _goes_with_no(then) for no, then in pairwise(clauses)
    )


def _goes_with_no(clause: Clause) -> bool:
    """Its reason, or regrets; of thanks only those for the invitation: `No, thank you for the help` answers thanks."""
    if _THANKS.within(clause.words):
        return all(word in AFTER_NO or word in AFTER_YES for word in clause.words.split())
    return not clause.traits.isdisjoint({Trait.courtesy, Trait.empty, Trait.refuses, Trait.days}) or _tells_why(clause)


def _tells_why(clause: Clause) -> bool:
    return _THAT_DAY.within(clause.words) or _BECAUSE.search(clause.text) is not None


def _why(clause: Clause, begun: bool) -> str:
    """The part of a clause that tells why; begun: the clause before it in the same sentence did."""
    because = _BECAUSE.search(clause.text)
    if Trait.refuses in clause.traits:
        return clause.text[because.start() :] if because else ""
    if because is not None and not because.start():
        return clause.text
    skipped = {Trait.courtesy, Trait.name, Trait.empty, Trait.another_time, Trait.would, Trait.contact}
    return clause.text if begun or clause.traits.isdisjoint(skipped) else ""


def _more(clause: Clause, _begun: bool) -> str:
    if Trait.empty in clause.traits or Trait.name in clause.traits:
        return ""
    told = not _TELLS.isdisjoint(clause.traits)
    return clause.text if told or _SAYS_YES.isdisjoint(clause.traits) else ""


def _said_in(reply: str, part: Callable[[Clause, bool], str], at_most: int) -> str:
    """The parts of the clauses, with commas within a sentence and blanks between sentences."""
    found: list[tuple[int, str]] = []
    for clause in clauses_of(reply):
        said = part(clause, bool(found) and found[-1][0] == clause.sentence).strip()
        if said:
            found.append((clause.sentence, said))
    return _cut(_joined(found), at_most)


def _joined(parts: Iterable[tuple[int, str]]) -> str:
    text, last = "", -1
    for sentence, said in parts:
        between = "" if not text else ", " if sentence == last else " " if text.endswith((".", "!")) else ". "
        text, last = text + between + said, sentence
    return text


def _cut(text: str, at_most: int) -> str:
    return text if len(text) <= at_most else text[: at_most - 1].rsplit(" ", 1)[0][: at_most - 1] + "…"
