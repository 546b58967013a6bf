"""Decisions, offers and entries for tests, in as few words as a test has room for. Instants are hours from one beginning."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from mailbot.core.decisions import Choice, Decision, Offer, OfferState
from mailbot.core.entries import Entry
from mailbot.core.places import Table
from mailbot.core.reading import Timeliness

BEGAN = datetime(2026, 3, 2, 8, tzinfo=UTC)


def at(hour: float) -> datetime:
    return BEGAN + timedelta(hours=hour)


def decided(reference: str, choice: str, told: str | None = "", *, hour: float = 0, rank: int | None = None) -> Decision:
    """Decided at that hour, and applied then; told None: pending still, another word: applied as that."""
    applied = Choice(told or choice) if told is not None else None
    when = at(hour)
    return Decision(
        reference,
        Choice(choice),
        1,
        when,
        "organiser@example.org",
        told=applied,
        rank=rank,
        applied_at=when if applied else None,
    )


def offered(reference: str, place: int, state: str = "open", *, hour: float = 1, ends: float = 100) -> Offer:
    return Offer(1000 * place + int(hour), "a-call", reference, place, OfferState(state), at(hour), at(ends))


def table(
    places: int | None,
    *rows: Decision | Offer,
    withdrawn: str = "",
    versions: Mapping[str, int] | None = None,
    unapproved: str = "",
) -> Table:
    decisions = [row for row in rows if isinstance(row, Decision)]
    offers = [row for row in rows if isinstance(row, Offer)]
    names = {row.reference for row in rows}
    return Table(
        places,
        decisions,
        offers,
        frozenset(withdrawn.split()),
        versions or dict.fromkeys(names, 1),
        frozenset(unapproved.split()),
    )


def entry(number: int, *, hour: float = 0, version: int = 1, withdrawn: bool = False, **answers: str) -> Entry:
    """answers: `q1` to its text. The reference is `R` and the number."""
    return Entry(
        number=number,
        reference=f"R{number}",
        name=f"Candidate {number}",
        address=f"candidate{number}@example.org",
        sure=True,
        first_at=at(hour),
        changed_at=at(hour),
        version=version,
        timeliness=Timeliness.on_time,
        answers={int(question[1:]): text for question, text in answers.items()},
        withdrawn=withdrawn,
    )
