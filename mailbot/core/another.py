"""Another's: what somebody else answered us, in a mail that the sender only quotes or passes on, is not the sender's answer.

Between our questions in quoted text stands what the sender typed there, or what another has typed before. The printed
headers tell: a mail from somebody else to us holds that person's words.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mailbot.core.known import words
from mailbot.core.line import Label
from mailbot.core.marks import Sheet


@dataclass(frozen=True, slots=True)
class Parties:
    """ours: addresses that people answer to, lower case. sender: the address of this mail's. author: the sender's name."""

    ours: frozenset[str] = frozenset()
    sender: str = ""
    author: str = ""


def answered_by_another(sheet: Sheet, labels: Sequence[Label], parties: Parties, *, anew: bool) -> Iterator[int]:
    """The lines below printed headers that name somebody else as the writer and us as the reader, up to the next ones.

    anew: the sender answers above; then it does not matter who wrote to us before, also he himself.
    """
    theirs, at = False, 0
    while at < len(sheet) and parties.ours:
        if labels[at] is Label.header:
            end = next((i for i in range(at, len(sheet)) if labels[i] not in {Label.header, Label.empty}), len(sheet))
            theirs = _is_from_another_to_us(sheet, range(at, end), parties, anew=anew)
            at = end
            continue
        theirs = theirs and labels[at] is not Label.attribution
        if theirs:
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
