"""Another's: what somebody else wrote, in a mail that the sender only quotes or passes on, is not the sender's answer.

Between our questions in quoted text stands what the sender typed there, or what another has typed before. The printed
headers tell: a mail from somebody else to us holds that person's words, and so does all that stands below it. A line such as
`On …, Bob wrote:` tells less: where nothing is marked as quoted below it, a person has to say whose words they are.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from mailbot.core import label, marks
from mailbot.core.known import words
from mailbot.core.line import Label
from mailbot.core.marks import Sheet
from mailbot.core.meaning import plain_letters

_MOST_CITED = 20  # lines that cite somebody inside answers; who cites more is looked at no more

Name = frozenset[str]


class Whose(StrEnum):
    """Whose words a line may hold, other than the sender's. theirs: another's; unclear: nobody can say from the mail alone."""

    theirs = "theirs"
    unclear = "unclear"


@dataclass(frozen=True, slots=True)
class Parties:
    """ours: addresses that people answer to, lower case. sender: the address of this mail's. author: the sender's name.
    names: under which we write."""

    ours: frozenset[str] = frozenset()
    sender: str = ""
    author: str = ""
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Repeated:
    """What we sent, by the lines that repeat it. questions, letters: whether each does. anew: the questions stand above all
    quoted mails, where people answer them; then it does not matter who wrote to us before, also the sender himself."""

    questions: Sequence[bool]
    letters: Sequence[bool]
    anew: bool


def whose(sheet: Sheet, labels: Sequence[Label], parties: Parties, repeated: Repeated) -> dict[int, Whose]:
    """The lines that hold what another wrote, or may do, by their number."""
    if not parties.ours:
        return {}
    found = dict.fromkeys(_below_attribution(sheet, labels, parties, repeated), Whose.unclear)
    return found | dict.fromkeys(_below_headers(sheet, labels, parties, anew=repeated.anew), Whose.theirs)


def _below_headers(sheet: Sheet, labels: Sequence[Label], parties: Parties, *, anew: bool) -> Iterator[int]:
    """The lines below printed headers that name somebody else as the writer and us as the reader."""
    theirs, at = False, 0
    while at < len(sheet):
        if labels[at] is Label.header:
            end = next((i for i in range(at, len(sheet)) if labels[i] not in {Label.header, Label.empty}), len(sheet))
            theirs = theirs or _is_from_another_to_us(sheet, range(at, end), parties, anew=anew)
            at = end
            continue
        if theirs and labels[at] is not Label.attribution:
            yield at
        at += 1


def _is_from_another_to_us(sheet: Sheet, block: range, parties: Parties, *, anew: bool) -> bool:
    said: dict[str, str] = {}
    role = ""
    for i in block:
        role = sheet.roles[i] or role
        said[role] = f"{said.get(role, '')} {sheet.bodies[i]}".casefold()
    wrote, to = said.get("from", ""), said.get("to", "")
    if not wrote or not any(address in to for address in parties.ours):
        return False
    name = set(words(parties.author))
    is_sender = (parties.sender and parties.sender.casefold() in wrote) or (len(name) > 1 and name <= set(words(wrote)))
    return (anew or not is_sender) and not any(address in wrote for address in parties.ours)


def _below_attribution(sheet: Sheet, labels: Sequence[Label], parties: Parties, repeated: Repeated) -> range:
    """The lines below the first attribution of somebody else's mail that has no quote prefixes."""
    at = cited = 0
    while at < len(sheet) and cited < _MOST_CITED:
        taken = _attribution(sheet, labels, at)
        below = _first(sheet, at + taken) if taken else None
        if below is not None and not sheet.depths[below] and not repeated.letters[below]:
            said, is_loose = " ".join(sheet.bodies[at : at + taken]), labels[at] is Label.own
            if _is_by_another(said, parties) and not (is_loose and _goes_on(sheet, repeated.questions, at, below)):
                return range(at if is_loose else below, len(sheet))
            cited += is_loose
        at += max(taken, 1)
    return range(0)


def _attribution(sheet: Sheet, labels: Sequence[Label], at: int) -> int:
    """How many lines from `at` say who wrote what stands below, also where a mail program would have said it otherwise."""
    if sheet.depths[at]:
        return 0
    if labels[at] is Label.attribution:
        return next((i for i in range(at, len(sheet)) if labels[i] is not Label.attribution), len(sheet)) - at
    is_line = labels[at] is Label.own and (not at or not sheet.bodies[at - 1])
    return int(is_line and marks.is_loose_attribution(sheet.bodies[at]))


def _first(sheet: Sheet, start: int) -> int | None:
    return next((i for i in range(start, len(sheet)) if sheet.bodies[i]), None)


def _is_by_another(said: str, parties: Parties) -> bool:
    """Whether an attribution names neither the sender nor us; one without a name says nothing."""
    addresses = marks.addresses(said)
    if addresses:
        return parties.sender.casefold() not in addresses and parties.ours.isdisjoint(addresses)
    name = _name(" ".join(marks.writer(said)))
    known = (*parties.names, parties.author, parties.sender.partition("@")[0].replace("_", " "))
    return bool(name) and not any(name <= one or one <= name for one in map(_name, known) if one)


def _name(text: str) -> Name:
    return frozenset(map(plain_letters, words(text)))


def _goes_on(sheet: Sheet, questions: Sequence[bool], at: int, below: int) -> bool:
    """Whether the answers above go on below a line, so that it only cites somebody: `Foucault wrote:`."""
    above = {mark for i in range(at) if (mark := _mark(sheet.bodies[i], is_question=questions[i]))}
    first = next((mark for i in range(below, len(sheet)) if (mark := _mark(sheet.bodies[i], is_question=questions[i]))), None)
    return bool(above) and first not in above


def _mark(body: str, *, is_question: bool) -> tuple[str, ...]:
    """What tells one answer from the others: its number, or the question that is repeated."""
    if is_question:
        return words(body)
    found = label.number(body)
    return tuple(map(str, found.numbers)) if found else ()
