"""Selection: totals, ranks, where the places end, what comes next to read, and the targets of a call."""

from collections.abc import Sequence

import pytest

from mailbot.core.choosing import Combine, Criterion, Group, Selection, Target
from mailbot.core.decisions import Score
from mailbot.core.entries import Entry
from mailbot.core.selection import (
    Edge,
    Rank,
    Total,
    next_to_read,
    people_of,
    progress,
    ranked,
    reading_order,
    readings,
    scale,
    shortlist,
    targets,
)
from tests.core.choices import at, decided, entry, offered, table

CRITERIA = (
    Criterion(id="relevance", text="How close?", weight=2),
    Criterion(id="experience", text="How much?"),
    Criterion(id="english", text="English?", lowest=0, highest=2, independent=True),
)


def score(number: int, reviewer: str, hour: float = 0, **values: int) -> Score:
    return Score(f"R{number}", f"{reviewer}@example.org", values, "", at(hour))


def total(value: float | None) -> Total:
    return Total(value, {}, 1)


def names(ranks: Sequence[Rank]) -> list[str]:
    return [rank.entry.reference for rank in ranks]


def names_of(entries: Sequence[Entry]) -> list[str]:
    return [one.reference for one in entries]


@pytest.mark.parametrize(("combine", "relevance", "whole"), [(Combine.median, 4, 11 / 3), (Combine.mean, 3, 3)])
def test_each_criterion_is_combined_and_then_weighed(combine: Combine, relevance: float, whole: float) -> None:
    scores = [score(1, "a", relevance=4, experience=3, english=2), score(1, "b", relevance=4), score(1, "c", relevance=1)]
    found = readings(scores, CRITERIA, combine)["R1"]
    assert found.values == {"relevance": relevance, "experience": 3, "english": 2}
    assert found.total == pytest.approx(whole)
    assert found.readings == 3
    assert found.spread == pytest.approx(3)


def test_different_scales_count_as_shares_and_the_total_is_in_percent() -> None:
    criteria = (Criterion(id="a", text="A"), Criterion(id="b", text="B", lowest=0, highest=10))
    assert (scale(CRITERIA), scale(criteria)) == ((1, 5), (0, 100))
    assert readings([score(1, "r", a=5, b=5)], criteria, Combine.median)["R1"].total == 75


def test_readings_that_say_nothing_of_the_criteria_give_no_total() -> None:
    scores = [score(1, "a"), score(2, "a", english=1), score(3, "a", relevance=9, unknown=3), score(4, "a", experience=2)]
    found = readings(scores, CRITERIA, Combine.median)
    assert [found[f"R{n}"].total for n in (1, 2, 3, 4)] == [None, None, None, 2]
    assert [found[f"R{n}"].readings for n in (1, 2, 3, 4)] == [1, 1, 1, 1]


def test_of_one_reviewer_the_latest_reading_stands() -> None:
    scores = [score(1, "A", 5, relevance=1), score(1, "a", 2, relevance=5)]
    assert readings(scores, CRITERIA, Combine.mean)["R1"] == Total(1, {"relevance": 1}, 1)


def test_equal_totals_share_a_position_in_the_order_of_arrival_and_the_unjudged_stand_last() -> None:
    entries = [entry(1, hour=5), entry(2, hour=9), entry(3, hour=1), entry(4), entry(5, withdrawn=True), entry(6, version=0)]
    totals = {"R1": total(4), "R2": total(5), "R3": total(4), "R5": total(5), "R6": total(5)}
    ranks = ranked(entries, totals)
    assert [(r.entry.reference, r.position, r.tied) for r in ranks] == [
        ("R2", 1, False),
        ("R3", 2, True),
        ("R1", 2, True),
        ("R4", None, False),
    ]
    assert ranks == ranked(entries[::-1], totals)


def test_who_shares_the_last_place_is_named_and_not_chosen_by_us() -> None:
    ranks = ranked([entry(n, hour=n) for n in range(1, 7)], {f"R{n}": total(t) for n, t in enumerate([5, 4, 3, 3, 3, 1], 1)})
    found = shortlist(ranks, table(3))
    assert (names(found.proposed), found.room) == (["R1", "R2"], 3)
    assert found.edge == Edge(3, ranks[2:5], 1)
    assert shortlist(ranks, table(5)).edge is None
    assert names(shortlist(ranks, table(2)).proposed) == ["R1", "R2"]
    assert names(shortlist(ranks, table(None)).proposed) == ["R1", "R2", "R3", "R4", "R5", "R6"]


def test_a_shortlist_proposes_only_those_about_whom_nothing_is_decided() -> None:
    ranks = ranked([entry(n, hour=n) for n in range(1, 9)], {f"R{n}": total(9 - n) for n in range(1, 8)})
    now = table(
        5,
        *(decided("R1", "invite"), offered("R1", 1, "accepted"), decided("R2", "invite", None), decided("R3", "decline")),
        *(decided("R4", "reserve", rank=1), decided("R5", "hold", None)),
        versions={f"R{n}": 1 for n in range(1, 9)},
    )
    found = shortlist(ranks, now)
    assert (names(found.given), names(found.proposed)) == (["R1", "R2"], ["R6", "R7"])
    assert (found.room, found.edge, found.unjudged) == (3, None, 1)


def test_the_next_to_read_has_the_fewest_readings_and_each_reviewer_has_an_order_of_ones_own() -> None:
    entries = [entry(n) for n in range(1, 9)] + [entry(9, withdrawn=True)]
    first, second = (reading_order(entries, [], f"{who}@example.org") for who in ("a", "b"))
    assert first == reading_order(entries[::-1], [], "A@example.org")
    assert first != second
    assert sorted(names_of(first)) == sorted(names_of(second)) == [f"R{n}" for n in range(1, 9)]
    scores = [score(n, "a") for n in range(1, 7)] + [score(7, "b"), score(7, "c"), score(8, "c")]
    assert names_of(reading_order(entries, scores, "a@example.org")) == ["R8", "R7"]
    assert next_to_read(entries, scores, "b@example.org") is not None
    assert next_to_read(entries[:1], scores, "a@example.org") is None


def test_nobody_reads_an_entry_of_ones_own() -> None:
    assert next_to_read([entry(1)], [], "Candidate1@example.org") is None


def test_two_reviewers_who_take_turns_read_everything_evenly() -> None:
    entries, scores = [entry(n) for n in range(1, 12)], list[Score]()
    for turn in range(22):
        reviewer = "ab"[turn % 2]
        following = next_to_read(entries, scores, f"{reviewer}@example.org")
        assert following is not None
        scores.append(score(following.number, reviewer, turn))
        counts = progress(entries, scores, []).by_readings
        assert max(counts) - min(counts) <= 1
    told = progress([*entries, entry(12)], scores, ["B@example.org", "c@example.org"])
    assert (told.entries, told.by_readings, told.unread) == (12, {0: 1, 2: 11}, 1)
    assert told.by_reviewer == {"b@example.org": 11, "c@example.org": 0, "a@example.org": 11}


GROUPS = (
    Group(id="country", name="Country", question="work", countries=True),
    Group(id="kind", name="Kind", question="work", values={"practitioner": ("social worker",), "researcher": ()}),
)


def aims(*some: Target) -> Selection:
    return Selection(targets=some)


def test_a_target_of_any_one_value_names_each_that_is_beyond_it() -> None:
    values = {
        "country": {"R1": "Belgium", "R2": "Belgium", "R3": "France", "R4": "", "R5": "France", "R6": "Belgium", "R7": "Italy"}
    }
    of_any = aims(Target(of="country", at_most=1))
    beyond = targets(of_any, GROUPS, values, list(values["country"]), "en")
    assert [(told.value, told.seen, told.limit, told.met, told.unknown) for told in beyond] == [
        ("Belgium", 3, 1, False, 1),
        ("France", 2, 1, False, 1),
    ]
    kept = targets(of_any, GROUPS, values, ["R1", "R3"], "en")
    assert [(told.value, told.met) for told in kept] == [("Belgium", True)]
    assert targets(of_any, GROUPS, values, [], "en") == ()


def test_a_target_of_a_share_counts_people_and_says_of_how_many() -> None:
    values = {"kind": {f"R{n}": "practitioner" for n in range(1, 6)}, "country": {"R1": "Germany"}}
    people = [f"R{n}" for n in range(1, 12)]
    half = aims(Target(of="kind", value="Practitioner", at_least="50%"), Target(of="country", value="Deutschland", at_least=1))
    told = targets(half, GROUPS, values, people, "en")
    assert [(one.value, one.seen, one.limit, one.met, one.of, one.unknown) for one in told] == [
        ("practitioner", 5, 6, False, 11, 6),
        ("Germany", 1, 1, True, 11, 10),
    ]
    assert (people_of("50%", 21, up=True), people_of("50 %", 21, up=False), people_of(3, 21, up=True)) == (11, 10, 3)


def test_scores_in_any_order_give_the_same() -> None:
    scores = [score(n % 3, who, n, relevance=1 + (n * 7 + len(who)) % 5) for n in range(9) for who in ("a", "bb", "ccc")]
    assert readings(scores, CRITERIA, Combine.mean) == readings(scores[::-1], CRITERIA, Combine.mean)
