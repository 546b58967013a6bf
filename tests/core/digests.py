"""A call with many entries, for the tests of digests."""

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any

from mailbot.core.call import Call, Contact, Deadline, Question
from mailbot.core.choosing import Criterion, DigestPolicy, Group, Selection
from mailbot.core.deadline import timeliness
from mailbot.core.decisions import Choice, Decision
from mailbot.core.digest.shapes import Open, Snapshot, Waiting
from mailbot.core.entries import Entry
from mailbot.core.templates import Templates
from mailbot.resources import letter_templates

TEMPLATES = Templates(letter_templates(), ours=True)
OPENED = datetime(2026, 2, 27, 7, 0, tzinfo=UTC)
NOW = datetime(2026, 3, 25, 7, 0, 5, tzinfo=UTC)
TEXTS = {
    "work": "What is your line of work, and how long have you been doing it?",
    "practice": "Which practice would you like to share? What makes it work, and for whom does it not?",
    "costs": "Who pays for the meals?",
    "obstacles": "What stands in the way? Please think of the kitchen, of the people who work in it, of the parents, "
    "and of the rules that you have to follow.",
    "country": "In which country do you work?",
    "first": "Is it your first time?",
}
COUNTRIES = (
    *("Germany", "France", "Netherlands", "Belgium", "Spain", "Italy", "Poland", "Sweden", "Austria", "Finland"),
    *("Greece", "Portugal", "Ireland", "Czechia", "Denmark", "Estonia", ""),
)
NAMES = (
    *("Ada Berg", "Ben Cole", "Chloé Durand", "Dimítris Papadópoulos", "Elif Yıldız", "Frank Maria van den Heuvel-Oostenrijk"),
    *("Gülşah Öz", "Hanna Müller", "Ivo Nowak", "Jana Novotná", "Катерина Бойко", "李 小龍", ""),
)


def call(**more: Any) -> Call:
    fields: dict[str, Any] = {
        "slug": "school-meals",
        "title": "Warm meals for every school: what works in practice",
        "zone": "Europe/Brussels",
        "questions": tuple(Question(id=name, text=text, required=name != "first") for name, text in TEXTS.items()),
        "deadline": Deadline(day=date(2026, 3, 31)),
        "contacts": (Contact(name="Ada Berg", address="ada.berg@example.org"),),
        "addresses": ("calls@example.org",),
        "places": 20,
        "digest": DigestPolicy(),
        "groups": (
            Group(id="country", name="Country", question="country", countries=True),
            Group(id="sector", name="Sector", question="work", values={"kitchen": ("cook",)}),
        ),
    }
    return Call(**fields | more)


def entries(count: int, of: Call, until: datetime = NOW, seed: int = 6) -> list[Entry]:
    """Those of a call that opens on OPENED, more and more of them towards the deadline, some late, unsure or incomplete."""
    chance, length = Random(seed), (until - OPENED).total_seconds()
    moments = sorted(OPENED + timedelta(seconds=int(length * chance.random() ** 0.7)) for _ in range(count))
    return [_entry(number, at, of, chance, until) for number, at in enumerate(moments, 1)]


def _entry(number: int, at: datetime, of: Call, chance: Random, until: datetime) -> Entry:
    missing = tuple(sorted(chance.sample(range(1, 6), chance.choice((1, 2))))) if chance.random() < 0.12 else ()
    answered = [n for n in range(1, 7) if n not in missing and (n != 6 or chance.random() < 0.7)]
    changed = chance.random() < 0.08
    return Entry(
        number=number,
        reference=f"R{number:06}",
        name=chance.choice(NAMES),
        address=f"person{number}@example.org",
        sure=chance.random() < 0.95,
        first_at=at,
        changed_at=at + (until - at) * chance.random() if changed else at,
        version=2 if changed else 1,
        timeliness=timeliness(at, of),
        answers=dict.fromkeys(answered, "An answer."),
        unsure=frozenset(answered[:1]) if chance.random() < 0.04 else frozenset(),
        missing=missing,
        apart=int(chance.random() < 0.01),
    )


def snapshot(
    count: int = 300, of: Call | None = None, now: datetime = NOW, since: datetime | None = NOW - timedelta(days=1), **more: Any
) -> Snapshot:
    of = of or call()
    return Snapshot(of, now, since, entries(count, of, now), **more)


def composition(of: Sequence[Entry]) -> dict[str, dict[str, int]]:
    chance = Random(1)
    countries = Counter(chance.choices(COUNTRIES, range(len(COUNTRIES), 0, -1), k=len(of)))
    sectors = Counter(
        chance.choices(("practitioners in kitchens", "teachers", "parents", "policy makers in city halls", ""), k=len(of))
    )
    return {"country": dict(countries), "sector": dict(sectors)}


WAITING = Waiting(
    quarantined={"sender-unclear": Open(2, 1), "call-unclear": Open(1)},
    withdrawals=Open(1, 1, ("R000041",)),
    questions=Open(2, 2),
    unreached=Open(3, 0, ("R000007", "R000019", "")),
    held=Open(4),
)


def decided(of: Sequence[Entry], chosen: int = 20) -> tuple[Decision, ...]:
    """The first ones invited, some reserved, a few changed since."""
    at, who = NOW - timedelta(days=3), "ada.berg@example.org"
    choices = [Choice.invite] * chosen + [Choice.reserve] * 10
    return tuple(Decision(e.reference, c, 1, at, who, told=c) for e, c in zip(of, choices, strict=False))


SCORED = Selection(criteria=(Criterion(id="relevance", text="How close is the work to the topic?"),))
