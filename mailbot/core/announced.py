"""What was announced when a mail came: the versions of a call, a mail judged by the deadline of then and of today, and which
version's questions it speaks of."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from mailbot.core.call import Call, Question
from mailbot.core.deadline import timeliness
from mailbot.core.known import words
from mailbot.core.reading import Timeliness

_SEARCHED = 200_000  # characters of a mail in which questions are looked for


@dataclass(frozen=True, slots=True)
class Version:
    """A version of a call file. since: when mailbot took it in, aware, UTC."""

    call: Call
    since: datetime


@dataclass(frozen=True, slots=True)
class Judged:
    """now: by the call as it stands. then: by what was announced when the mail came, which is `call`."""

    now: Timeliness
    then: Timeliness
    call: Call

    @property
    def differ(self) -> bool:
        return self.now is not self.then


def announced(versions: Sequence[Version], at: datetime, call: Call) -> Call:
    """The call as it was announced at an instant: in its first version before that was taken in. versions: oldest first.

    call: as it stands, for one of which no version is kept.
    """
    known = [version.call for version in versions if version.since <= at] or [version.call for version in versions[:1]]
    return known[-1] if known else call


def judged(received_at: datetime, call: Call, versions: Sequence[Version]) -> Judged:
    """A mail's timeliness, twice. received_at: see `deadline.timeliness`."""
    then = announced(versions, received_at, call)
    return Judged(timeliness(received_at, call), timeliness(received_at, then), then)


def asked_since(versions: Sequence[Version]) -> dict[str, datetime]:
    """Since when each question of the newest version is asked without a break, by its id."""
    since: dict[str, datetime] = {}
    for version in versions:
        since = {question.id: since.get(question.id, version.since) for question in version.call.questions}
    return since


def asked_as(versions: Sequence[Version], call: Call, text: str, at: datetime) -> Call:
    """The call with the questions that a mail speaks of: its numbers are those of the version that its writer had in hand.

    That is the version of which the text quotes most questions; where that tells nothing the one announced at `at`: when our
    letter was written that the mail answers, else when the mail came.
    """
    every = dict.fromkeys((call.questions, *(version.call.questions for version in reversed(versions))))
    if len(every) == 1:
        return call
    said = f" {' '.join(words(text[:_SEARCHED]))} "
    quoted = {questions: _quoted(questions, said) for questions in every}
    most = [questions for questions in every if quoted[questions] == max(quoted.values())]
    then = announced(versions, at, call).questions
    chosen = then if then in most else most[0]
    return call if chosen == call.questions else call.model_copy(update={"questions": chosen})


def _quoted(questions: Sequence[Question], said: str) -> int:
    return sum(f" {' '.join(words(question.text))} " in said for question in questions)
