"""Entries of a call as organisers see them, read quickly: a digest of a hundred thousand of them is to take seconds.

Nearly all have one version, which counts and adds to nothing: these become rows at once. All others are built with all their
versions and judged by `core.entries.entry`.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import bindparam, select
from sqlmodel import Session

from mailbot.core.call import Call
from mailbot.core.entries import Entry, asked, entry, single
from mailbot.core.reading import Authentication, Intent, Timeliness
from mailbot.store import rows
from mailbot.store.statements import core
from mailbot.store.tables import AnswerRow, RevisionRow, SubmissionEventRow, SubmissionRow

_ENTRY, _REVISION, _ANSWER, _EVENT = core(SubmissionRow), core(RevisionRow), core(AnswerRow), core(SubmissionEventRow)
_of_call = _ENTRY.c.call == bindparam("call")
_ENTRIES = select(_ENTRY.c.id, _ENTRY.c.reference, _ENTRY.c.name, _ENTRY.c.address).where(_of_call).order_by(_ENTRY.c.id)
_VERSIONS = (
    select(_REVISION.c.submission_id, _REVISION.c.id, _REVISION.c.version, _REVISION.c.mail_id, _REVISION.c.received_at)
    .add_columns(_REVISION.c.timeliness, _REVISION.c.authentication, _REVISION.c.intent, _REVISION.c.counts)
    .add_columns(_REVISION.c.unplaced)
    .join(_ENTRY, _ENTRY.c.id == _REVISION.c.submission_id)
    .where(_of_call)
)
_of_these = select(_REVISION.c.id).where(_REVISION.c.submission_id.in_(select(_ENTRY.c.id).where(_of_call)))
_ANSWERS = (  # not by joins: their order would cost a sort of all
    select(_ANSWER.c.revision_id, _ANSWER.c.question_id, _ANSWER.c.text, _ANSWER.c.confidence, _ANSWER.c.how)
    .where(_ANSWER.c.revision_id.in_(_of_these))
    .order_by(_ANSWER.c.revision_id, _ANSWER.c.id)
)
_TURNED = select(_EVENT.c.submission_id).join(_ENTRY, _ENTRY.c.id == _EVENT.c.submission_id).where(_of_call)
_TIMELINESS = {timeliness.value: timeliness for timeliness in Timeliness}


def of_call(session: Session, call: Call, numbers: Mapping[str, int]) -> list[Entry]:
    """Those that have a number, in the order they came."""
    which = {"call": call.slug}
    with rows.uncollected():
        heads = {head[0]: head for head in session.connection().execute(_ENTRIES, which) if head[1] in numbers}
        made = dict(_at_once(session, call, numbers, heads))
        others = [(one, head[1], call.slug, head[3], head[2]) for one, head in heads.items() if one not in made]
        for (one, *_), submission in zip(others, rows.these(session, others), strict=True):
            made[one] = entry(submission, numbers[submission.reference], call)
        return [made[one] for one in heads if one in made]


def _at_once(
    session: Session, call: Call, numbers: Mapping[str, int], heads: Mapping[int, Sequence[Any]]
) -> Iterator[tuple[int, Entry]]:
    which, of = {"call": call.slug}, asked(call)
    versions = list(rows.fetched(session, _VERSIONS, which))
    several = {one for one, count in Counter(map(itemgetter(0), versions)).items() if count > 1}
    several.update(one for (one,) in rows.fetched(session, _TURNED, which))
    plain = {v[1]: v for v in versions if v[0] in heads and v[0] not in several and _is_plain(v)}
    laid = groupby(rows.fetched(session, _ANSWERS, which), itemgetter(0))
    found = {revision: list(some) for revision, some in laid if revision in plain}
    for revision, (one, _, version, mail, at, timeliness, authentication, _, _, unplaced) in plain.items():
        answers = found.get(revision, ())
        if len({answer[1] for answer in answers}) == len(answers):
            _, reference, name, address = heads[one]
            known = version, mail, at, _TIMELINESS[timeliness], authentication == Authentication.aligned
            yield one, single(of, numbers[reference], (reference, name, address), known, answers, unplaced)


def _is_plain(version: Sequence[Any]) -> bool:
    return bool(version[8]) and version[7] != Intent.correction
