"""Briefs: the letters that answer organisers' commands. Each is kept with its code, so that it can be answered in turn."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from mailbot.core import composition, tokens
from mailbot.core.applying import Applying
from mailbot.core.briefings import LIFE, Briefing, BriefingKind
from mailbot.core.call import Call
from mailbot.core.deadline import instant
from mailbot.core.decisions import HOLDING, Choice
from mailbot.core.desk import Desk
from mailbot.core.entries import Entry
from mailbot.core.history import Submission
from mailbot.core.letter import Letter, LetterKind, Letters
from mailbot.core.places import Stand
from mailbot.core.plans import Plan, Planned
from mailbot.core.reading import Own, Reading
from mailbot.core.reread import reread
from mailbot.core.selection import targets
from mailbot.core.submission import standing
from mailbot.core.tokens import Purpose
from mailbot.store.choice import ChoosingUnit, LetterHead

_NONE: Mapping[str, object] = {
    "closed": False,
    "dropped": (),
    "extended": None,
    "reminded": 0,
    "sent": 0,
    "snags": (),
    "unclear": (),
    "undone": (),
}
_CHOSEN = (Choice.invite, Choice.reserve, Choice.hold, Choice.decline)


@dataclass(frozen=True, slots=True)
class Reader:
    """Who gets such a letter, about which call, and the mail that it answers. mail_id: its ledger row."""

    choosing: ChoosingUnit
    call: Call
    address: str
    reading: Reading
    mail_id: int
    now: datetime


class Briefs:
    """Writes them. own: asked anew for each letter."""

    def __init__(self, letters: Letters, own: Callable[[], Own]) -> None:
        self._letters, self._own = letters, own

    def preview(
        self,
        to: Reader,
        its: Desk,
        found: Planned,
        applying: Applying,
        unclear: Sequence[str],
        anew: Sequence[int],
        *,
        plan: str,
    ) -> list[Letter]:
        """What commands would do. anew: numbers of entries that changed since it was shown before. plan: what an ok does, ''
        where none may."""
        numbers = {entry.reference: entry.number for entry in its.entries}
        taken = len(its.table.held)
        kept_after = taken - len(applying.cancels) + len(applying.invitations)
        words = {
            "groups": _chosen(its, found.plan, applying),
            "remind": sum(bool(entry.missing) for entry in its.entries if entry.counts) if found.plan.remind else 0,
            "extend": moved_to(its.call, found.plan.extend),
            "close": found.plan.close,
            "places": its.call.places,
            "taken": taken,
            "after": kept_after,
            "free": applying.left,
            "can_ok": bool(plan),
            "occasion": "changed" if anew else "new",
            "unclear": unclear,
            "too_many": [numbers[reference] for reference in applying.too_many],
            "taken_from": [numbers[offer.reference] for offer in applying.taken_from],
            "reopened": [numbers[reference] for reference in applying.reopened],
            "changed": anew,
            "at_once": [numbers[reference] for reference in applying.at_once],
            "snags": found.snags,
            **_looks(its, applying),
        }
        return self._kept(LetterKind.preview, BriefingKind.preview, to, words, plan)

    def batch(
        self, to: Reader, its: Desk, heads: Sequence[LetterHead], raws: Mapping[str, bytes], *, dropped: Sequence[int] = ()
    ) -> list[Letter]:
        """Letters that wait for approval. raws: of at least one of each kind, by Message-ID, to show. dropped: numbers of those
        that were taken out just now."""
        groups = []
        for kind in dict.fromkeys(head.kind for head in heads):
            some = [head for head in heads if head.kind is kind]
            shown = next((head for head in some if head.message_id in raws), None)
            people = [_person(its.by_reference[head.about]) for head in some]
            groups.append({"kind": kind.value, "people": people, "sample": _sample(its, shown, raws)})
        words = {
            "groups": groups,
            "dropped": dropped,
            "occasion": "dropped" if dropped else "new",
        }
        plan = json.dumps({"letters": [head.message_id for head in heads]})
        return self._kept(LetterKind.batch, BriefingKind.batch, to, words, plan)

    def shown(self, to: Reader, its: Desk, entries: Sequence[Entry], snags: Sequence[tuple[str, str]]) -> list[Letter]:
        """Entries in full, as far as the call lets answers into mail."""
        words = {"entries": [_whole(its, entry) for entry in entries], "snags": snags}
        return self._kept(LetterKind.shown, BriefingKind.shown, to, words)

    def unclear(
        self, to: Reader, occasion: str, unclear: Sequence[str] = (), snags: Sequence[tuple[str, str]] = ()
    ) -> list[Letter]:
        """How commands are said. occasion: `unclear`, `help`, `used` or `ended`."""
        words = {"occasion": occasion, "unclear": unclear, "snags": snags}
        return self._kept(LetterKind.unclear, BriefingKind.unclear, to, words)

    def done(self, to: Reader, occasion: str, **words: object) -> list[Letter]:
        """What was done. occasion: `done`, `cancelled` or `not-done`."""
        return self._kept(LetterKind.done, BriefingKind.done, to, {**_NONE, "occasion": occasion, **words})

    def _kept(
        self, kind: LetterKind, briefing: BriefingKind, to: Reader, words: Mapping[str, object], plan: str = ""
    ) -> list[Letter]:
        occasion = f"{to.reading.sha256} {kind}"
        code = tokens.make(self._own().key, Purpose.command, to.call.slug, to.address, occasion)
        until = to.now + LIFE
        letter = self._letters.organising(
            kind,
            {**words, "token": code, "until": until},
            to.address,
            call=to.call,
            occasion=occasion,
            language=to.reading.language,
            now=to.now,
            answers=to.reading,
        )
        if letter is None:
            return []
        address = tokens.owner(to.address)
        kept = Briefing(letter.message_id, tokens.digest(code), to.call.slug, address, briefing, plan, None, to.now, until)
        to.choosing.keep_briefing(kept)
        return [letter]


def _chosen(its: Desk, plan: Plan, applying: Applying) -> list[dict[str, object]]:
    """People by what is to become of them, and those whose place is taken back."""
    groups: list[dict[str, object]] = []
    for choice in _CHOSEN:
        some = [one for one in plan.chosen if one.choice is choice]
        people = [
            _person(its.by_reference[one.reference], was=its.stands[one.reference], why=one.why)
            for one in some
            if one.reference in its.by_reference
        ]
        if people:
            groups.append({"choice": choice.value, "people": people})
    undone = [_person(its.by_reference[reference]) for reference in plan.undo]
    if undone:
        groups.append({"choice": "undo", "people": undone})
    taken = [_person(its.by_reference[offer.reference]) for offer in applying.taken_from]
    if taken:
        groups.append({"choice": "cancel", "people": taken})
    return groups


def _person(entry: Entry, was: Stand = Stand.undecided, why: str = "") -> dict[str, object]:
    shown = "" if was is Stand.undecided else was.value
    return {"number": entry.number, "name": entry.name, "reference": entry.reference, "was": shown, "why": why}


def _looks(its: Desk, applying: Applying) -> dict[str, object]:
    """How those look who would have a place then: by groups, and against the targets of the call."""
    cancelled = {step.offer.reference for step in applying.cancels}
    there = {offer.reference for offer in its.offers if offer.state in HOLDING} - cancelled
    there |= {reference for reference, _ in applying.invitations}
    if not there or not its.call.groups:
        return {"composition": [], "targets": []}
    values = composition.values([entry for entry in its.entries if entry.reference in there], its.call)
    names = {group.id: group.name for group in its.call.groups}
    composed = [{"name": names[g], "values": list(composition.counted(of.values()).items())} for g, of in values.items()]
    told = targets(its.call.selection, its.call.groups, values, there, its.call.language)
    return {
        "composition": composed,
        "targets": [
            {
                "name": names.get(one.target.of, one.target.of),
                "value": one.value,
                "at_most": one.at_most,
                "limit": one.limit,
                "seen": one.seen,
                "met": one.met,
            }
            for one in told
        ],
    }


def moved_to(call: Call, extend: tuple[date, time | None] | None) -> datetime | None:
    """The deadline that a plan names, as an instant."""
    if extend is None:
        return None
    deadline = call.deadline.model_copy(update={"day": extend[0], "time": extend[1]})
    return instant(call.model_copy(update={"deadline": deadline}))


def _sample(its: Desk, head: LetterHead | None, raws: Mapping[str, bytes]) -> dict[str, object] | None:
    if head is None:
        return None
    subject, text = reread(raws[head.message_id])
    return {"number": its.by_reference[head.about].number, "subject": subject, "text": text}


def _whole(its: Desk, entry: Entry) -> dict[str, object]:
    """All that is known of an entry. Nothing of another one stands in it."""
    submission, total = its.submission[entry.reference], its.totals.get(entry.reference)
    decision = its.table.decided.get(entry.reference)
    stand = its.stands[entry.reference]
    questions = list(enumerate(its.call.questions, 1))
    return {
        "number": entry.number,
        "reference": entry.reference,
        "name": entry.name,
        "address": entry.address,
        "sure": entry.sure,
        "received": entry.first_at,
        "timeliness": entry.timeliness.value,
        "changed": entry.changed_at if entry.changed_at != entry.first_at else None,
        "stand": stand.value,
        "rank": decision.rank if decision is not None and stand is Stand.waiting else None,
        "readings": total.readings if total is not None else 0,
        "score": f"{total.total:g}" if total is not None and total.total is not None else "",
        "missing": entry.missing,
        "answers": [
            {"number": n, "text": q.text, "answer": entry.answers.get(n, ""), "unsure": n in entry.unsure} for n, q in questions
        ],
        "unplaced": entry.unplaced,
        "signature": next((v.signature for v in reversed(standing(submission.revisions)) if v.signature), ""),
        "history": _history(its, submission),
    }


def _history(its: Desk, submission: Submission) -> list[dict[str, object]]:
    found = [(v.received_at, "counts" if v.counts else "apart") for v in submission.revisions]
    if submission.withdrawn is not None:
        found.append((submission.withdrawn.at, "withdrawn"))
    decision = its.table.decided.get(submission.reference)
    if decision is not None:
        found.append((decision.at, decision.choice.value))
    for offer in its.offers:
        if offer.reference == submission.reference:
            found.append((offer.made_at, "prepared"))
            if offer.answered_at is not None:
                found.append((offer.answered_at, offer.state.value))
    return [{"at": at, "what": what} for at, what in sorted(found)]
