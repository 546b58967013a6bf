"""Entry: one submission as organisers see it, a row of every list, sheet and export."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from mailbot.core.call import Call
from mailbot.core.reading import Authentication, How, Timeliness
from mailbot.core.submission import TAKEN_OVER, Submission, current, decisive, standing

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
    )
