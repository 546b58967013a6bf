"""Entries that may be one person's, said to people: a suggestion and why; nothing is merged."""

from collections.abc import Sequence

from mailbot.core.likeness import Likeness, Person, likenesses
from mailbot.core.submission import Submission, standing

_LISTED = 10
MOST = 5_000
"""Entries to a call up to which one of them is compared with all the others whenever it is shown; a thousand take a sixth of a
second. `mailbot submissions` compares any number."""
_WHY = {
    "names-the-other-address": "one names the other's address",
    "same-telephone": "the same telephone number",
    "same-words": "the same sentences",
    "same-name-in-address": "the same name in the address",
    "says-another-address": "one says to have written from another address",
    "same-name": "the same name",
    "like-name": "a like name",
}


def alike(submissions: Sequence[Submission]) -> tuple[Likeness, ...]:
    """Pairs of entries that stand. Only what speaks for its submitter is compared, so a mail forged in somebody's name brings
    about no suggestion."""
    return likenesses([_person(one) for one in submissions if one.withdrawn is None])


def lines(found: Sequence[Likeness], submissions: Sequence[Submission]) -> list[str]:
    """For a list of entries: the surest first."""
    addresses = {one.reference: one.address for one in submissions}
    said = [
        f"Perhaps one person: {one.one} ({addresses[one.one]}) and {one.other} ({addresses[one.other]}): {why(one)}"
        for one in found[:_LISTED]
    ]
    return [*said, f"… and {len(found) - _LISTED} more pairs"] if len(found) > _LISTED else said


def why(one: Likeness) -> str:
    """`one names the other's address, the same name (strong)`."""
    return f"{', '.join(_WHY[reason] for reason in one.reasons)} ({one.strength})"


def of(reference: str, found: Sequence[Likeness]) -> list[tuple[str, Likeness]]:
    """The entries that may be of the same person as this one, each with its likeness."""
    return [(one.other if one.one == reference else one.one, one) for one in found if reference in (one.one, one.other)]


def as_object(reference: str, found: Sequence[Likeness]) -> dict[str, object]:
    return {
        "perhaps_same_person": [
            {"reference": other, "strength": one.strength.value, "reasons": list(one.reasons)}
            for other, one in of(reference, found)
        ]
    }


def _person(one: Submission) -> Person:
    its = standing(one.revisions)
    words = "\n".join(text for revision in its for text in (*(answer.text for answer in revision.answers), revision.unplaced))
    return Person(one.reference, one.address, one.name, words, "\n".join(revision.signature for revision in its))
