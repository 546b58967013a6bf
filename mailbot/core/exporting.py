"""Exporting: rows as csv that no spreadsheet runs, and entries as json that programs can rely on."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from mailbot.core import clean
from mailbot.core.call import Call
from mailbot.core.decisions import Decision, Offer, Score
from mailbot.core.entries import Entry
from mailbot.core.rows import Column
from mailbot.core.submission import Revision, Submission

FORMAT = 1
"""Of the json; a key may be added within it, none is renamed or taken away."""

# csv

BOM = "\ufeff"
_LIVE = re.compile(r"[=+\-@\uff1d\uff0b\uff0d\uff20]")
_BEGINS = frozenset(";,|\t\n")
"""Where a spreadsheet may begin to calculate: at the begin of a cell, and wherever one begins that takes another separator for
its own, as the settings of many countries do. U+FF1D and its kin are the full-width forms that some programs read alike."""


def csv(columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Lines of RFC 4180 with a byte order mark, by which Excel knows UTF-8; all fields quoted.

    A tab stands before what a spreadsheet would run. An apostrophe or a quote would be lost when it saves the file again.
    """
    yield BOM + csv_line([column.title for column in columns])
    for row in rows:
        yield csv_line(row)


def csv_line(values: Iterable[str]) -> str:
    """One record, CR LF at its end."""
    return ",".join(f'"{_still(value)}"' for value in values) + "\r\n"


def _still(value: str) -> str:
    return _LIVE.sub(_held, clean.text(value)).replace('"', '""')


def _held(found: re.Match[str]) -> str:
    text, at = found.string, found.start() - 1
    while at >= 0 and text[at].isspace() and text[at] not in _BEGINS:
        at -= 1
    return f"\t{found[0]}" if at < 0 or text[at] in _BEGINS else found[0]


# json


@dataclass(frozen=True, slots=True)
class Known:
    """All that is told of one entry. mails: id of a ledger row to the SHA-256 of its mail, hex."""

    submission: Submission
    entry: Entry
    mails: Mapping[int, str]
    decision: Decision | None = None
    offers: Sequence[Offer] = ()
    scores: Sequence[Score] = ()
    groups: Mapping[str, str] = field(default_factory=dict)


def whole(call: Call, made_by: str, entries: Iterable[Known]) -> Iterator[str]:
    """One JSON object in pieces; each entry is an object on a line of its own (docs/exports.md names the keys)."""
    head = {"mailbot_export": FORMAT, "made_by": made_by, "call": _call(call)}
    yield json.dumps(head, ensure_ascii=False)[:-1] + ', "entries": ['
    between = "\n"
    for one in entries:
        yield between + _plain(json.dumps(as_object(one, call), ensure_ascii=False))
        between = ",\n"
    yield "\n]}\n"


_SURROGATE = re.compile("[\ud800-\udfff]")


def _plain(text: str) -> str:
    """Half of a pair is no character of UTF-8; its escape is."""
    return _SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _call(call: Call) -> dict[str, object]:
    return {
        "slug": call.slug,
        "title": call.title,
        "language": call.language,
        "zone": call.zone,
        "questions": [
            {"number": number, "id": question.id, "text": question.text, "required": question.required}
            for number, question in enumerate(call.questions, 1)
        ],
    }


def as_object(known: Known, call: Call) -> dict[str, object]:
    """Instants are ISO 8601 in UTC; what nobody said is null or empty, and never left out."""
    entry, submission, ids = known.entry, known.submission, [question.id for question in call.questions]
    withdrawn = submission.withdrawn
    return {
        "number": entry.number,
        "reference": entry.reference,
        "name": entry.name,
        "address": entry.address,
        "sure": entry.sure,
        "counts": entry.counts,
        "version": entry.version or None,
        "timeliness": entry.timeliness.value,
        "first_at": _iso(entry.first_at),
        "changed_at": _iso(entry.changed_at),
        "answers": {ids[number - 1]: text for number, text in sorted(entry.answers.items())},
        "unsure": [ids[number - 1] for number in sorted(entry.unsure)],
        "missing": [ids[number - 1] for number in entry.missing],
        "unplaced": entry.unplaced,
        "groups": dict(known.groups),
        "withdrawn": {"at": _iso(withdrawn.at), "who": withdrawn.who, "why": withdrawn.why} if withdrawn else None,
        "versions": [_version(revision, known.mails) for revision in submission.revisions],
        "decision": _decision(known.decision),
        "offers": [_offer(offer) for offer in known.offers],
        "scores": [_score(score) for score in known.scores],
    }


def _version(revision: Revision, mails: Mapping[int, str]) -> dict[str, object]:
    return {
        "version": revision.version,
        "counts": revision.counts,
        "why": revision.why,
        "received_at": _iso(revision.received_at),
        "timeliness": revision.timeliness.value,
        "authentication": revision.authentication.value,
        "intent": revision.intent.value,
        "message_id": revision.message_id,
        "mail": mails.get(revision.mail_id),
        "answers": [
            {
                "question": answer.question_id,
                "text": answer.text,
                "confidence": answer.confidence,
                "how": answer.how.value,
                "source": answer.source,
            }
            for answer in revision.answers
        ],
        "unplaced": revision.unplaced,
        "signature": revision.signature,
    }


def _decision(decision: Decision | None) -> dict[str, object] | None:
    if decision is None:
        return None
    return {
        "choice": decision.choice.value,
        "version": decision.version,
        "at": _iso(decision.at),
        "who": decision.who,
        "why": decision.why,
        "told": decision.told.value if decision.told else None,
        "rank": decision.rank,
        "applied_at": _iso(decision.applied_at),
    }


def _offer(offer: Offer) -> dict[str, object]:
    return {
        "place": offer.place,
        "state": offer.state.value,
        "made_at": _iso(offer.made_at),
        "ends_at": _iso(offer.ends_at),
        "answered_at": _iso(offer.answered_at),
        "why": offer.why,
        "letter": offer.letter,
    }


def _score(score: Score) -> dict[str, object]:
    return {
        "reviewer": score.reviewer,
        "values": dict(score.values),
        "comment": score.comment,
        "at": _iso(score.at),
    }


def _iso(at: datetime | None) -> str | None:
    return at.isoformat() if at is not None else None
