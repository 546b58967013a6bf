"""Case: everything that a proof is made of, gathered by others; and the document in it that programs read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from mailbot.core.announced import Version, judged
from mailbot.core.call import Call, Outage
from mailbot.core.deadline import instant, lateness, outage
from mailbot.core.proof.hops import Hop
from mailbot.core.proof.seen import Seen
from mailbot.core.proof.signed import Signature
from mailbot.core.submission import Revision, Submission

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Copy:
    """One mail at one place. file: its name in the proof. received_at: INTERNALDATE, or what stands in for it at a source
    without one; arrived_at: when mailbot took it, by its own clock; both aware, UTC. revision: the version that it became."""

    file: str
    sha256: str
    size: int
    mailbox: str
    uidvalidity: int
    uid: str
    received_at: datetime
    arrived_at: datetime
    became: str
    reason: str
    notes: tuple[str, ...]
    revision: Revision | None
    seen: Seen


@dataclass(frozen=True, slots=True)
class Audited:
    """An entry of the audit trail. place: from 1, in the whole trail. chain: SHA-256 of all of the trail up to it, hex
    (`proofs.chained`)."""

    place: int
    chain: str
    at: datetime
    who: str
    what: str
    about: str
    why: str


@dataclass(frozen=True, slots=True)
class Case:
    """versions: those that the call has had, oldest first. copies: in the order in which mailbot took them. audit: in order."""

    submission: Submission
    call: Call
    versions: Sequence[Version]
    copies: Sequence[Copy]
    audit: Sequence[Audited]
    made_by: str

    @property
    def files(self) -> dict[str, str]:
        """The mails in the proof: name to SHA-256."""
        return {copy.file: copy.sha256 for copy in self.copies}


def document(case: Case) -> dict[str, object]:
    """What stands in proof.json. Instants are ISO 8601 in UTC; fields may be added, never renamed."""
    return {
        "mailbot_proof": FORMAT,
        "made_by": case.made_by,
        "reference": case.submission.reference,
        "address": case.submission.address,
        "call": {"slug": case.call.slug, "title": case.call.title, "zone": case.call.zone},
        "deadline": _deadline(case.call),
        "deadlines_announced": [{"since": _iso(one.since), **_deadline(one.call)} for one in case.versions],
        "mails": [_copy(case, copy) for copy in case.copies],
        "audit": [_audited(entry) for entry in case.audit],
    }


def _deadline(call: Call) -> dict[str, object]:
    return {"deadline": _iso(instant(call)), "zone": call.zone, "grace_seconds": _seconds(call.deadline.grace)}


def _copy(case: Case, copy: Copy) -> dict[str, object]:
    twice, border = judged(copy.received_at, case.call, case.versions), copy.seen.border
    revision = copy.revision
    return {
        "file": copy.file,
        "sha256": copy.sha256,
        "size": copy.size,
        "mailbox": copy.mailbox,
        "uidvalidity": copy.uidvalidity,
        "uid": copy.uid,
        "internaldate": _iso(copy.received_at),
        "taken_at": _iso(copy.arrived_at),
        "border_at": _iso(border.at) if border else None,
        "internaldate_after_border_seconds": _seconds(copy.received_at - border.at) if border and border.at else None,
        "became": copy.became,
        "reason": copy.reason,
        "notes": list(copy.notes),
        "version": revision.version if revision else None,
        "counts": revision.counts if revision else None,
        "judged_as_announced_then": _judged(twice.then.value, copy.received_at, twice.call),
        "judged_as_it_stands": _judged(twice.now.value, copy.received_at, case.call),
        "outage_declared": _outage(outage(copy.received_at, case.call)),
        "judged_when_recorded": revision.timeliness.value if revision else None,
        "authentication_when_recorded": revision.authentication.value if revision else None,
        **_seen(copy.seen),
    }


def _judged(timeliness: str, received_at: datetime, call: Call) -> dict[str, object]:
    return {"timeliness": timeliness, "late_by_seconds": _seconds(lateness(received_at, call)), **_deadline(call)}


def _outage(found: Outage | None) -> dict[str, object] | None:
    return {"from": _iso(found.begin), "to": _iso(found.end), "why": found.why} if found else None


def _seen(seen: Seen) -> dict[str, object]:
    return {
        "unreadable": seen.unreadable or None,
        "from": seen.from_,
        "message_id": seen.message_id,
        "date_claimed": seen.dated,
        "date_claimed_at": _iso(seen.dated_at),
        "authentication": seen.level.value if seen.level else None,
        "authentication_results": [
            {"server": one.server, "believed": one.believed, "why": one.why, "text": one.text} for one in seen.results
        ],
        "received": [_hop(number, hop) for number, hop in enumerate(seen.hops, 1)],
        "dkim": [_signature(one) for one in seen.signatures],
        "arc_not_trusted": [
            {
                "instance": one.instance,
                "domain": one.domain,
                "claims": one.chain,
                "results": one.results,
                "complete": one.complete,
            }
            for one in seen.seals
        ],
    }


def _hop(number: int, hop: Hop) -> dict[str, object]:
    return {
        "number": number,
        "at": _iso(hop.at),
        "from": hop.from_,
        "by": hop.by,
        "with": hop.protocol,
        "ours": hop.ours,
        "border": hop.border,
        "text": hop.text,
    }


def _signature(one: Signature) -> dict[str, object]:
    key = one.key
    return {
        "domain": one.domain,
        "selector": one.selector,
        "algorithm": one.algorithm,
        "verdict": one.verdict.value,
        "why": one.why,
        "aligned": one.aligned,
        "signed_at": _iso(one.signed_at),
        "expires_at": _iso(one.expires_at),
        "fields": list(one.fields),
        "whole_body": one.whole_body,
        "key_bits": one.bits,
        "key": key.record.decode("latin-1") if key is not None and key.record is not None else None,
        "key_name": key.name if key else None,
        "key_asked_at": _iso(key.asked_at) if key else None,
    }


def _audited(entry: Audited) -> dict[str, object]:
    return {
        "place": entry.place,
        "chain": entry.chain,
        "at": _iso(entry.at),
        "who": entry.who,
        "what": entry.what,
        "about": entry.about,
        "why": entry.why,
    }


def _iso(at: datetime | None) -> str | None:
    return at.isoformat() if at is not None else None


def _seconds(span: timedelta) -> float:
    return round(span.total_seconds(), 6)
