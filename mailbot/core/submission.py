"""History and reading to a change: new, revision, duplicate, kept apart, not a submission, for a person.

A mail can only ever add. It becomes the current version only from the same address, authenticated as aligned and no weaker
than the first, for the same call, and not later than a version that was in time. Everything else is kept and shown to a
person, who may take it over. What nobody vouches for takes nothing from the first aligned mail: not by its spelling, its name,
its time, or by being a copy of it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Protocol, TypeVar

from mailbot.core import requests
from mailbot.core.history import DISCARDED, TAKEN_OVER, Became, Change, Deed, History, Revision, Submission, Withdrawn
from mailbot.core.late import LATE
from mailbot.core.reading import Answer, Authentication, How, Intent, Outcome, Reading, Timeliness

__all__ = [
    "AFTER_WITHDRAWAL",
    "DISCARDED",
    "TAKEN_OVER",
    "Became",
    "Change",
    "Deed",
    "History",
    "Revision",
    "Submission",
    "Withdrawn",
    "as_sure",
    "current",
    "decide",
    "decisive",
    "standing",
]

LATE_CHANGE, UNSURE_CHANGE, WEAKER_CHANGE = "late-change-kept-apart", "change-not-authenticated", "weaker-than-first"
AFTER_WITHDRAWAL, SAID_BEFORE, NOT_TO_US = "after-withdrawal", "said-before", "not-addressed-to-us"
TOLD = frozenset({LATE_CHANGE, UNSURE_CHANGE, WEAKER_CHANGE, AFTER_WITHDRAWAL, SAID_BEFORE, NOT_TO_US}) | LATE
"""Why a change does not count though it came from the address on file: its owner is told that the earlier answers stand."""


def as_sure(authentication: Authentication) -> tuple[Authentication, ...]:
    """The levels at which a mail is at least as surely from its sender as at this one."""
    return _SUREST_FIRST[: _SUREST_FIRST.index(authentication) + 1]


_SUREST_FIRST = (Authentication.aligned, Authentication.neutral, Authentication.fail)


def decide(history: History, reading: Reading) -> Change:
    """What one mail changes, first rule that speaks wins; the same history and reading always give the same change.

    The order matters: a mail for a person stays with that person, and only then is it asked whether it is the same mail again.
    """
    if reading.outcome is Outcome.stored:
        return Change(Became.not_a_submission, reading.reason)
    if history.question is not None and history.from_contact and not reading.answers:
        return requests.answered(reading)
    if reading.call is None and history.twin is not None:
        return Change(Became.duplicate, "same-mail-again")  # in another mailbox, where its call is not known
    if reading.outcome is not Outcome.submission or reading.call is None or reading.sender.address is None:
        return Change(Became.quarantined, reading.reason)
    if history.twin is not None:
        return Change(Became.duplicate, "same-mail-again")
    asked = requests.asked(history, reading)
    if asked is not None:
        return asked
    notes = ("same-message-id-other-content",) if history.same_id_other_content else ()
    if history.submission is None:
        return Change(
            Became.kept_apart if history.late else Became.new, history.late or reading.reason, not history.late, notes
        )
    held = _why_kept_apart(history, history.submission, reading)
    if held and requests.crowded(history.submission):
        return Change(Became.quarantined, requests.CROWDED)
    if held:
        return Change(Became.kept_apart, held, notes=notes)
    spelling = reading.sender.address if reading.sender.address != history.submission.address else None
    name = _new_name(history.submission, reading.sender.name)
    return Change(Became.revision, reading.reason, counts=True, notes=notes, address=spelling, name=name)


_DELIVERED = frozenset({"by-address", "only-call"})
"""How a call was found by where the mail came, and not by what its sender wrote."""


def _new_name(submission: Submission, name: str) -> str | None:
    """The name in a version that counts. One that is empty takes away only a name that nobody vouched for."""
    kept = not name and any(r.counts and r.authentication is Authentication.aligned for r in submission.revisions)
    return None if kept or name == submission.name else name


def _why_kept_apart(history: History, submission: Submission, reading: Reading) -> str | None:
    why_late = history.late
    aligned_before = [r for r in submission.revisions if r.counts and r.authentication is Authentication.aligned]
    is_aligned = reading.sender.authentication is Authentication.aligned
    if submission.withdrawn is None and not any(revision.counts for revision in submission.revisions):
        return why_late  # what others sent on in this name, or what came late, does not lock out who it is
    if is_aligned and not aligned_before:
        # All before may be forged: neither its spelling nor its time is held against the first who is sure.
        return AFTER_WITHDRAWAL if submission.withdrawn is not None else why_late
    if submission.address != reading.sender.address:
        return "address-spelled-otherwise"  # upper and lower case find each other, and give no rights
    if not is_aligned:
        # The first mail may have been forged in this name, or this one may be: neither can be told, so nothing is replaced.
        return WEAKER_CHANGE if aligned_before else UNSURE_CHANGE
    if submission.withdrawn is not None:
        return AFTER_WITHDRAWAL
    if not reading.to_us and reading.found_by in _DELIVERED and not reading.thread:
        return NOT_TO_US  # it was delivered here and written to somebody else, who may have sent it, as well signed as it was
    if history.said_before:
        return SAID_BEFORE  # somebody may have sent an old mail again: its signature is as good as it was
    if reading.timeliness is Timeliness.late and any(r.timeliness is not Timeliness.late for r in aligned_before):
        return LATE_CHANGE
    return why_late


class Version(Protocol):
    """What has to be known of a version to say whether it speaks for the submitter."""

    @property
    def counts(self) -> bool: ...
    @property
    def received_at(self) -> datetime: ...
    @property
    def authentication(self) -> str: ...
    @property
    def why(self) -> str: ...


_V = TypeVar("_V", bound=Version)


def standing(versions: Sequence[_V]) -> list[_V]:
    """The versions that speak for the submitter: of those that count the ones that are sure, or all where none came aligned.

    Sure is what came aligned, and what a person took over. A first mail forged in somebody's name must not speak for the real
    person who writes later, neither by its words nor by having been in time. Who writes from a domain that vouches for nothing
    keeps the earlier answers when a person takes over a change: that one was looked at beside them.
    """
    counting = [version for version in versions if version.counts]
    if not any(version.authentication == Authentication.aligned for version in counting):
        return counting
    return [v for v in counting if v.authentication == Authentication.aligned or v.why == TAKEN_OVER]


def current(submission: Submission) -> tuple[Answer, ...]:
    """The answers as they stand: of each question the one of the latest version that speaks for the submitter, in the order of
    the questions.

    A guess by the order of paragraphs stands only where nothing was answered before: three further remarks to three questions
    replace and fill nothing. An addition is put below the earlier answer.
    """
    by_id: dict[str, Answer] = {}
    for revision in standing(submission.revisions):
        believed = [a for a in revision.answers if not by_id or a.how is not How.order]
        by_id |= {answer.question_id: _upon(by_id, revision, answer) for answer in believed}
    return tuple(sorted(by_id.values(), key=lambda a: a.question))


def _upon(earlier: Mapping[str, Answer], revision: Revision, answer: Answer) -> Answer:
    """The answer, below what it adds to; who repeats the earlier words and goes on has said all of it."""
    before = earlier.get(answer.question_id)
    from mailbot.core.addition import adds_to  # its patterns take longer than all that most commands need

    adds = revision.intent is Intent.correction and adds_to(answer.question, answer.text, revision.unplaced)
    if before is None or not adds or " ".join(before.text.split()) in " ".join(answer.text.split()):
        return answer
    return replace(answer, text=f"{before.text}\n\n{answer.text}")


def decisive(versions: Sequence[_V]) -> _V:
    """The version by which an entry is on time or late: the earliest that speaks for the submitter, since who was on time once
    stays on time. versions: at least one."""
    return min(standing(versions) or versions, key=lambda version: version.received_at)
