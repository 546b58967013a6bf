"""How a call stands: its entries by timeliness, and each question with who answered it and who still has to.

Counted by the ids of the questions as the call asks them today, so that an edit of the call shifts nothing that was answered.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from mailbot.core.announced import Judged, Version, asked_since, judged
from mailbot.core.call import Call, Question
from mailbot.core.reading import Answer, Timeliness
from mailbot.core.submission import Submission, current, decisive


@dataclass(frozen=True, slots=True)
class Asked:
    """One question. number: from 1, today. since: when it was added to a call that was taken in before; None when it was asked
    from the beginning. lacking: references of entries without an answer to it, those first who wrote first."""

    number: int
    question: Question
    since: datetime | None
    answered: int
    lacking: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A submission that counts. judged: of the version that decides. answers: by the question's id, as they stand.
    lacking: ids of required questions without an answer."""

    submission: Submission
    judged: Judged
    answers: dict[str, Answer]
    lacking: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """entries: those that count. dropped: ids of questions that were answered and are asked no longer. withdrawn: how many
    entries were."""

    entries: tuple[Entry, ...]
    questions: tuple[Asked, ...]
    dropped: tuple[str, ...]
    withdrawn: int = 0

    def now(self, timeliness: Timeliness) -> int:
        """How many are so by today's deadline."""
        return sum(entry.judged.now is timeliness for entry in self.entries)

    def then(self, timeliness: Timeliness) -> int:
        """How many are so by the deadline that was announced when they came."""
        return sum(entry.judged.then is timeliness for entry in self.entries)

    @property
    def differ(self) -> int:
        """Entries that the two deadlines judge otherwise."""
        return sum(entry.judged.differ for entry in self.entries)

    @property
    def complete(self) -> int:
        return sum(not entry.lacking for entry in self.entries)


def entry(submission: Submission, call: Call, versions: Sequence[Version]) -> Entry:
    """One submission, by the call as it stands and as it was announced."""
    answers = {answer.question_id: answer for answer in current(submission)}
    lacking = tuple(q.id for q in call.questions if q.required and q.id not in answers)
    return Entry(submission, judged(decisive(submission.revisions).received_at, call, versions), answers, lacking)


def tally(call: Call, submissions: Sequence[Submission], versions: Sequence[Version]) -> Tally:
    """Count the submissions of which any version counts and that are not withdrawn. versions: the call's, oldest first."""
    entries = tuple(entry(one, call, versions) for one in submissions if one.counts)
    withdrawn = sum(one.withdrawn is not None for one in submissions)
    since = asked_since(versions)
    first = versions[0].since if versions else None
    asked = tuple(_asked(n, q, entries, since.get(q.id), first) for n, q in enumerate(call.questions, 1))
    today = {question.id for question in call.questions}
    dropped = dict.fromkeys(slug for one in entries for slug in one.answers if slug not in today)
    return Tally(entries, asked, tuple(dropped), withdrawn)


def _asked(number: int, question: Question, entries: Sequence[Entry], since: datetime | None, first: datetime | None) -> Asked:
    lacking = tuple(one.submission.reference for one in entries if question.id not in one.answers)
    return Asked(number, question, since if since != first else None, len(entries) - len(lacking), lacking)
