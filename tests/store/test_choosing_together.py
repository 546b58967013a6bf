"""Several threads, and several machines on one database, that choose at the same time: places are never oversold."""

import random
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace

import pytest
from sqlalchemy import text

from mailbot.core import tokens
from mailbot.core.decisions import HOLDING, Choice, Offer, OfferState, Score
from mailbot.core.letter import LetterKind
from mailbot.errors import StoreError
from mailbot.store import ChoosingUnit, offers
from mailbot.store.opening import open_store
from mailbot.store.sql import SqlStore
from tests.store.samples import CALL, NOW, letter_to
from tests.store.test_choosing import DIGEST, ENDS, decided, entries
from tests.store.test_together import at_once

PLACES = 3
BACK = (OfferState.declined, OfferState.expired, OfferState.cancelled)


@pytest.fixture
def machines(shared_url: str) -> Iterator[list[SqlStore]]:
    """Two stores on one database, each with its own connections."""
    with closing(open_store(shared_url, now=NOW)) as one, closing(open_store(shared_url, now=NOW)) as other:
        yield [one, other]


def held(store: SqlStore) -> list[Offer]:
    return [offer for offer in store.offers(CALL) if offer.state in HOLDING]


def none_is_oversold(of: list[Offer]) -> None:
    holding = [offer for offer in of if offer.state in HOLDING]
    places, people = Counter(offer.place for offer in holding), Counter(offer.reference for offer in holding)
    assert (len(places), len(people)) == (len(holding), len(holding))
    assert set(places) <= set(range(1, PLACES + 1))


@contextmanager
def chosen(store: SqlStore, by_mail: str | None) -> Iterator[ChoosingUnit]:
    """A choice by itself, or within the transaction of a mail, which has a lock of its own."""
    if by_mail is None:
        with store.choosing(CALL) as unit:
            yield unit
    else:
        with store.unit(lock=by_mail) as mail:
            yield mail.choosing(CALL)


def one_step(unit: ChoosingUnit, people: list[str], dice: random.Random) -> tuple[str, int] | None:
    """Try something that may be impossible by now; what came of it: the state reached and the id of the offer."""
    known = unit.offers()
    if known and dice.random() < 0.5:
        offer, after = dice.choice(known), dice.choice([OfferState.open, OfferState.accepted, *BACK])
        before = {OfferState.prepared, OfferState.open} | ({OfferState.accepted} if after in BACK else set())
        return (f"offer-{after}", offer.id) if unit.turn(offer.id, before, after, NOW, "one", "") else None
    kept = unit.offer(dice.choice(people), dice.randint(1, PLACES), PLACES, f"<{dice.random()}@x>", ENDS, NOW)
    return ("offer-prepared", kept.id) if kept is not None else None


def test_whatever_many_do_at_once_no_place_is_oversold_and_nothing_is_lost(machines: list[SqlStore]) -> None:
    people = entries(machines[0], 8)

    def play(store: SqlStore, seed: int) -> list[tuple[str, int]]:
        dice, done = random.Random(seed), list[tuple[str, int] | None]()
        for step in range(20):
            with chosen(store, f"entry {seed % 3}" if step % 2 else None) as unit:
                done.append(one_step(unit, people, dice))
                none_is_oversold(unit.offers())
        return [came for came in done if came is not None]

    tasks = [lambda store=store, n=n: play(store, n) for n, store in enumerate(machines * 3)]
    done = [came for one in at_once(*tasks) for came in one]
    there = machines[0].offers(CALL)
    none_is_oversold(there)
    assert sorted(n for what, n in done if what == "offer-prepared") == [offer.id for offer in there]
    gone = [n for what, n in done if what in {f"offer-{state}" for state in BACK}]
    assert sorted(gone) == [offer.id for offer in there if offer.state in BACK]
    told = Counter(entry.what for entry in machines[1].audit() if entry.what.startswith("offer-"))
    assert told == Counter(what for what, _ in done)


def test_the_database_alone_gives_a_place_to_one_of_many_who_did_not_wait_for_each_other(machines: list[SqlStore]) -> None:
    people = entries(machines[0], 6)

    def keep(store: SqlStore, person: str, place: int) -> Offer | None:
        wanted = Offer(0, CALL, person, place, OfferState.open, NOW, ENDS, letter="<i@x>")
        with store.database.writing() as session:
            return offers.keep(session, wanted, None, "one")

    one_place = at_once(*[lambda store=store, n=n: keep(store, people[n], 1) for n, store in enumerate(machines * 3)])
    assert len([offer for offer in one_place if offer is not None]) == len(held(machines[0])) == 1
    (taken,) = held(machines[0])
    person = next(one for one in people if one != taken.reference)
    one_person = at_once(*[lambda store=store, n=n: keep(store, person, n) for n, store in enumerate(machines * 3, 2)])
    assert len([offer for offer in one_person if offer is not None]) == 1
    assert len(held(machines[0])) == 2


@pytest.mark.parametrize(
    ("change", "name"),
    [
        ("UPDATE offer SET state = 'accepted', place = 1", "uq_offer_place|offer.place"),
        ("UPDATE offer SET place = places + 1", "ck_offer_place"),
        ("UPDATE offer SET state = 'open', submission_id = 1", "uq_offer_person|offer.submission_id"),
    ],
)
def test_no_statement_oversells_a_place(store: SqlStore, change: str, name: str) -> None:
    people = entries(store, 2)
    with store.choosing(CALL) as unit:
        for place, person in enumerate(people, 1):
            assert unit.offer(person, place, PLACES, "<i@x>", ENDS, NOW, state=OfferState.accepted) is not None
    before = store.offers(CALL)
    with pytest.raises(StoreError, match=name), store.database.writing() as session:
        session.connection().execute(text(change))
    assert store.offers(CALL) == before


def test_an_offer_is_accepted_or_ends_whoever_is_quicker(machines: list[SqlStore]) -> None:
    (person,) = entries(machines[0], 1)
    with machines[0].choosing(CALL) as unit:
        offer = unit.offer(person, 1, 1, "<i@x>", ENDS, NOW, state=OfferState.open)
    assert offer is not None

    def turn(store: SqlStore, n: int) -> bool:
        after = OfferState.accepted if n % 2 else OfferState.expired
        with chosen(store, "one entry" if n % 3 else None) as unit:
            return unit.turn(offer.id, {OfferState.open}, after, NOW, "one", "")

    turned = at_once(*[lambda store=store, n=n: turn(store, n) for n, store in enumerate(machines * 3)])
    assert turned.count(True) == 1
    (now,) = machines[1].offers(CALL)
    assert now.state is (OfferState.accepted if turned.index(True) % 2 else OfferState.expired)


def test_what_many_do_at_once_is_done_once(machines: list[SqlStore]) -> None:
    people = entries(machines[0], 5)
    numbered = at_once(*[lambda store=store: store.numbers(CALL) for store in machines * 2])
    assert numbered == [dict(zip(people, range(1, 6), strict=True))] * 4

    def digest(store: SqlStore, n: int) -> bool:
        letter = letter_to("ann@example.org", f"<digest.{n}@x>", LetterKind.notice)
        briefing = replace(DIGEST, letter=letter.message_id, digest=tokens.digest(f"{n}"))
        with store.choosing(CALL) as unit:
            fresh = unit.keep_briefing(briefing)
            unit.write([letter] if fresh else [], NOW, False)
            return fresh

    digests = at_once(*[lambda store=store, n=n: digest(store, n) for n, store in enumerate(machines * 2)])
    assert (digests.count(True), len(machines[0].briefings(CALL)), len(machines[0].letters())) == (1, 1, 1)
    (kept,) = machines[0].briefings(CALL)

    def use(store: SqlStore, n: int) -> bool:
        with store.unit(lock=f"mail {n}") as unit:
            return unit.use_briefing(kept.letter, None, NOW)

    assert at_once(*[lambda store=store, n=n: use(store, n) for n, store in enumerate(machines * 2)]).count(True) == 1


def test_reviewers_and_organisers_at_once_lose_nothing(machines: list[SqlStore]) -> None:
    people = entries(machines[0], 4)

    def work(store: SqlStore, n: int) -> None:
        store.keep_scores([Score(person, f"r{n}@example.org", {"relevance": n}, "", NOW) for person in people], NOW, "one")
        store.keep_scores([Score(person, "same@example.org", {"relevance": n}, "", NOW) for person in people], NOW, "one")
        with store.choosing(CALL) as unit:
            unit.decide([decided(person, Choice.invite if n % 2 else Choice.reserve, why=str(n)) for person in people])
            unit.apply(people[n % 4], n, NOW)

    at_once(*[lambda store=store, n=n: work(store, n) for n, store in enumerate(machines * 3)])
    scores = Counter(score.reviewer for score in machines[0].scores(CALL))
    assert scores == {"same@example.org": 4} | {f"r{n}@example.org": 4 for n in range(6)}
    decisions = machines[1].decisions(CALL)
    assert [decision.reference for decision in decisions] == people
    assert len({(decision.choice, decision.why) for decision in decisions}) == 1
    assert all(decision.applied_at == NOW for decision in decisions)
