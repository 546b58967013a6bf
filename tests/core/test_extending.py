"""Who is told of a later deadline: everybody who heard of an earlier one last, once, and of nothing that was taken back."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from mailbot.core.announced import Version
from mailbot.core.deadline import instant
from mailbot.core.extending import Extended, extended, extension, overtaken
from mailbot.core.history import Withdrawn
from mailbot.core.late import LATE_HELD
from mailbot.core.life import Standing, State
from mailbot.core.reading import Authentication
from mailbot.core.unasked import Exchange
from tests.core.asking import CALL, TAKEN_IN, WROTE, altered, exchange, later, revision, until, versions, written

LATER = until(date(2027, 4, 14))
MOVED = datetime(2027, 3, 20, 9, tzinfo=UTC)
KEPT = versions((CALL, TAKEN_IN), (LATER, MOVED))
NOW = later(MOVED, hours=2)


def told(known: Exchange, kept: tuple[Version, ...] = KEPT, now: datetime = NOW) -> Extended | str | None:
    call = kept[-1].call
    moved = extension(call, None, kept, now)
    return None if moved is None else extended(moved, call, kept, known)


def test_a_later_deadline_is_told_to_everybody_with_an_entry_complete_or_not() -> None:
    expected = Extended(instant(CALL), "deadline-extended", f"AAAA-BBBB {instant(LATER).isoformat()}")
    for known in (
        exchange(),
        exchange(revision(("work", "time"))),
        exchange(revision(authentication=Authentication.neutral)),
        exchange(revision(counts=False, why=LATE_HELD)),
        exchange(wrote_at=later(NOW, hours=-3)),
    ):
        assert told(known) == expected


@pytest.mark.parametrize(
    ("why", "known"),
    [
        ("knows-it", exchange(letters=(written(at=later(MOVED, minutes=1)),))),
        (
            "withdrawn",
            replace(exchange(), submission=replace(exchange().submission, withdrawn=Withdrawn(WROTE, "submitter", ""))),
        ),
        ("left", exchange(left_at=later(WROTE, days=1))),
        ("last-letter-returned", exchange(letters=(written(returned=True),))),
        ("never-heard-from-us", exchange(letters=())),
        ("nothing-counts", exchange(revision(counts=False, why="on-behalf-of"))),
    ],
)
def test_who_is_not_told(why: str, known: Exchange) -> None:
    assert told(known) == why


def test_it_is_told_by_day_an_hour_after_the_edit_for_three_days_and_while_there_is_time() -> None:
    hours = [MOVED + timedelta(minutes=30 * n) for n in range(48 * 5)]
    suited = [hour for hour in hours if extension(LATER, None, KEPT, hour) is not None]
    assert suited[0] == later(MOVED, hours=1)
    assert suited[-1] == later(MOVED, days=3)
    assert {hour.hour for hour in suited} == set(range(8, 17))
    soon = until(date(2027, 3, 20))
    assert extension(soon, None, versions((until(date(2027, 3, 19)), TAKEN_IN), (soon, MOVED)), later(MOVED, hours=4)) is None
    assert extension(LATER, Standing(State.closed, MOVED, "ada", "enough"), KEPT, NOW) is None


def test_a_nearer_deadline_one_taken_back_and_other_edits_are_not_told() -> None:
    nearer, other = until(date(2027, 3, 30)), altered(title="Soil and water")
    assert extension(nearer, None, versions((CALL, TAKEN_IN), (nearer, MOVED)), NOW) is None
    assert extension(other, None, versions((CALL, TAKEN_IN), (other, MOVED)), NOW) is None
    assert extension(CALL, None, versions((CALL, TAKEN_IN)), NOW) is None
    back = versions((CALL, TAKEN_IN), (LATER, later(MOVED, minutes=-30)), (CALL, MOVED))
    assert told(exchange(), back) is None
    assert told(exchange(), versions((LATER, TAKEN_IN), (nearer, later(WROTE, days=1)), (LATER, MOVED))) == "knows-it"


def test_who_was_told_of_one_extension_is_told_of_the_next_with_that_as_the_one_before() -> None:
    last, again = until(date(2027, 4, 30)), later(MOVED, days=7)
    kept = (*KEPT, Version(last, again))
    known = exchange(letters=(written(), written("extended", NOW)))
    now = later(again, hours=2)
    moved = extension(last, None, kept, now)
    assert moved is not None
    found = extended(moved, last, kept, known)
    assert isinstance(found, Extended)
    assert found.before == instant(LATER)
    # A later edit of something else makes it no news once more.
    same = altered(last, title="Soil and water")
    assert extension(same, None, (*kept, Version(same, later(again, days=6))), later(again, days=6, hours=2)) is None


def test_a_letter_that_waits_goes_no_more_once_the_deadline_has_moved_again() -> None:
    nearer = until(date(2027, 4, 1))
    kept = (*KEPT, Version(nearer, later(NOW, hours=1)))
    assert overtaken(NOW, LATER, None, KEPT, exchange(), later(NOW, hours=20)) is None
    assert overtaken(NOW, nearer, None, kept, exchange(), later(NOW, hours=2)) == "deadline-moved"
    assert overtaken(NOW, LATER, None, KEPT, exchange(left_at=NOW), later(NOW, hours=2)) == "left"
    assert overtaken(NOW, LATER, None, KEPT, exchange(), later(instant(LATER), hours=1)) == "missed"
    closed = Standing(State.closed, NOW, "ada", "enough")
    assert overtaken(NOW, LATER, closed, KEPT, exchange(), later(NOW, hours=2)) == "missed"
