"""Desk: all that is known of one call when somebody chooses, laid side by side. What was stored goes in, rows come out."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cached_property

from mailbot.core.applying import in_effect, waiting_order
from mailbot.core.call import Call, begin
from mailbot.core.choosing import WaitingRule
from mailbot.core.decisions import Decision, Offer, Score
from mailbot.core.entries import Entry, entry
from mailbot.core.places import Stand, Table, stands
from mailbot.core.plans import Field
from mailbot.core.selection import Rank, Total, ranked, readings, shortlist
from mailbot.core.submission import Submission
from mailbot.core.unasked import local_now


@dataclass(frozen=True)
class Desk:
    """entries: in the order in which they came. submissions: the same, or none where only entries are looked at. unapproved:
    whose letter about a decision waits for an organiser."""

    call: Call
    submissions: Sequence[Submission]
    entries: Sequence[Entry]
    scores: Sequence[Score]
    decisions: Sequence[Decision]
    offers: Sequence[Offer]
    unapproved: frozenset[str] = frozenset()

    @cached_property
    def table(self) -> Table:
        return Table(
            self.call.places,
            self.decisions,
            self.offers,
            frozenset(one.reference for one in self.entries if one.withdrawn),
            {one.reference: one.version for one in self.entries},
            self.unapproved,
        )

    @cached_property
    def stands(self) -> Mapping[str, Stand]:
        return stands(self.table)

    @cached_property
    def totals(self) -> Mapping[str, Total]:
        return readings(self.scores, self.call.selection.criteria, self.call.selection.combine)

    @cached_property
    def ranking(self) -> Sequence[Rank]:
        return ranked(self.entries, self.totals)

    @cached_property
    def by_reference(self) -> Mapping[str, Entry]:
        return {one.reference: one for one in self.entries}

    @cached_property
    def submission(self) -> Mapping[str, Submission]:
        return {one.reference: one for one in self.submissions}

    @property
    def rule(self) -> WaitingRule:
        """That by which the waiting list is ordered, as letters name it."""
        return in_effect(self.call.selection.waiting, self._total_of)

    def order(self, key: bytes) -> Sequence[str]:
        """References in the order in which they come on the waiting list. key: see `applying.waiting_order`."""
        return waiting_order(self.entries, self._total_of, self.rule, key)

    def field(self, now: datetime, *, is_over: bool) -> Field:
        """What an organiser's commands are resolved against."""
        today = local_now(self.call, now).date()
        judged = [(rank.entry.number, rank.position) for rank in self.ranking if rank.position is not None]
        best = shortlist(self.ranking, self.table)
        proposed = [rank.entry.number for rank in best.proposed] if judged else []
        edge = [rank.entry.number for rank in best.edge.ranks] if best.edge is not None else []
        deadline: tuple[date, time | None] = (self.call.deadline.day, self.call.deadline.time)
        meeting = min((begin(one.start).date() for one in self.call.meetings), default=None)
        ranks = judged, proposed, edge, self.call.places
        return Field(self.entries, self.decisions, *ranks, today, deadline, meeting, is_over)

    @property
    def _total_of(self) -> Mapping[str, float | None]:
        return {reference: total.total for reference, total in self.totals.items()}


def desk(
    call: Call,
    submissions: Sequence[Submission],
    numbers: Mapping[str, int],
    scores: Sequence[Score],
    decisions: Sequence[Decision],
    offers: Sequence[Offer],
    unapproved: Collection[str] = (),
) -> Desk:
    """numbers: of every submission."""
    entries = [entry(one, numbers[one.reference], call) for one in submissions]
    return Desk(call, submissions, entries, scores, decisions, offers, frozenset(unapproved))
