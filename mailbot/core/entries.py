"""Entry: one submission as organisers see it, a row of every list, sheet and export."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from mailbot.core.call import Call
from mailbot.core.reading import Authentication, How, Timeliness
from mailbot.core.submission import TAKEN_OVER, Submission, current, decisive, standing

_BY_ORDER, _NONE = How.order.value, frozenset[int]()
SURELY = 0.5
"""Answers that were laid under their question less surely than this are marked."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry with its answers as they stand.

    number: from 1 within the call, given once and never to another entry; organisers write it in commands. sure: some version
    came authenticated, or a person took it over. first_at: by which it is on time or late. changed_at: when the last version
    that counts came; all aware, UTC. version: of that one, 0 where none counts. answers: number of the question to its
    text. unsure: questions whose answer was laid there by guess. missing: questions that are required and have no answer.
    apart: versions that wait for a person. first_mail, last_mail: rows of the ledger with which it began, and of the last
    version that counts: what a digest has told is known by these, since mail is read some time after the server took it.
    withdrawn_at: None while it stands.
    """

    number: int
    reference: str
    name: str
    address: str
    sure: bool
    first_at: datetime
    changed_at: datetime
    version: int
    timeliness: Timeliness
    answers: Mapping[int, str] = field(default_factory=dict)
    unsure: frozenset[int] = frozenset()
    missing: tuple[int, ...] = ()
    unplaced: str = ""
    apart: int = 0
    withdrawn: bool = False
    first_mail: int = 0
    last_mail: int = 0
    withdrawn_at: datetime | None = None

    @property
    def counts(self) -> bool:
        """Whether it takes part in the choice."""
        return self.version > 0 and not self.withdrawn


def entry(submission: Submission, number: int, call: Call) -> Entry:
    """The row of one submission, by the questions of the call as they are now."""
    by_id = {question.id: n for n, question in enumerate(call.questions, 1)}
    answers = [(by_id[a.question_id], a) for a in current(submission) if a.question_id in by_id]
    speaking = standing(submission.revisions)
    versions = [v for v in submission.revisions if v.counts]
    last = max(versions, key=lambda v: v.version, default=None)
    first = decisive(submission.revisions)
    required = {n for n, question in enumerate(call.questions, 1) if question.required}
    return Entry(
        number=number,
        reference=submission.reference,
        name=submission.name,
        address=submission.address,
        sure=any(v.authentication is Authentication.aligned or v.why == TAKEN_OVER for v in speaking),
        first_at=first.received_at,
        changed_at=(last or first).received_at,
        version=last.version if last is not None else 0,
        timeliness=first.timeliness,
        answers={n: answer.text for n, answer in answers},
        unsure=frozenset(n for n, answer in answers if answer.confidence < SURELY or answer.how is How.order),
        missing=tuple(sorted(required - {n for n, _ in answers})),
        unplaced="\n\n".join(v.unplaced for v in speaking if v.unplaced),
        apart=sum(not v.counts for v in submission.revisions),
        withdrawn=submission.withdrawn is not None,
        first_mail=min(v.mail_id for v in submission.revisions),
        last_mail=(last or first).mail_id,
        withdrawn_at=submission.withdrawn.at if submission.withdrawn is not None else None,
    )


@dataclass(frozen=True, slots=True)
class Asked:
    """What a call asks: id of each question to its number, and the numbers of those that are required."""

    numbers: Mapping[str, int]
    required: frozenset[int]


def asked(call: Call) -> Asked:
    required = frozenset(n for n, question in enumerate(call.questions, 1) if question.required)
    return Asked({question.id: n for n, question in enumerate(call.questions, 1)}, required)


def single(
    of: Asked,
    number: int,
    who: tuple[str, str, str],
    version: tuple[int, int, datetime, Timeliness, bool],
    laid: Sequence[Sequence[Any]],
    unplaced: str,
) -> Entry:
    """The row of an entry with one version, which counts and adds to nothing: the same as `entry` gives, for less.

    who: reference, name, address. version: its number, its row in the ledger, when it came, timeliness, whether it is aligned.
    laid: rows of an id that is not looked at, the id of a question, each once, its text, confidence and `How`.
    """
    numbers, required = of.numbers, of.required
    answers = {numbers[row[1]]: row[2] for row in laid if row[1] in numbers}
    unsure = [numbers[row[1]] for row in laid if (row[3] < SURELY or row[4] == _BY_ORDER) and row[1] in numbers]
    number_of, mail, at, timeliness, aligned = version
    return Entry(
        number,
        *who,
        aligned,
        at,
        at,
        number_of,
        timeliness,
        answers if len(answers) < 2 or list(answers) == sorted(answers) else dict(sorted(answers.items())),
        frozenset(unsure) if unsure else _NONE,
        () if required <= answers.keys() else tuple(sorted(required - answers.keys())),
        unplaced,
        first_mail=mail,
        last_mail=mail,
    )
