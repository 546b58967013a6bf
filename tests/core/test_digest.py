"""The digest: on which days it comes, when there is something to tell, and what it counts."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from mailbot.core.call import Contact, Deadline
from mailbot.core.choosing import DigestPolicy, Every, Weekday
from mailbot.core.decisions import Choice, Offer, OfferState
from mailbot.core.digest.build import INCOMPLETE, LISTED, build
from mailbot.core.digest.days import due, occasion
from mailbot.core.digest.shapes import Need, Occasion, Open, Snapshot, Waiting
from mailbot.core.entries import Entry
from mailbot.core.reading import Timeliness
from tests.core.digests import NOW, SCORED, WAITING, call, decided, entries, snapshot

SINCE = datetime(2026, 3, 24, 7, 0, tzinfo=UTC)


def contact(**more: Any) -> Contact:
    return Contact(name="Ada Berg", address="ada.berg@example.org", **more)


def entry(number: int, at: datetime = SINCE - timedelta(days=3), **more: Any) -> Entry:
    fields: dict[str, Any] = {
        "number": number,
        "reference": f"R{number}",
        "name": "Ada Berg",
        "address": f"p{number}@example.org",
        "sure": True,
        "first_at": at,
        "changed_at": at,
        "version": 1,
        "timeliness": Timeliness.on_time,
        "answers": {1: "cook"},
    }
    return Entry(**fields | more)


def test_a_digest_is_due_once_a_day_from_the_hour_on_by_the_clocks_of_the_call() -> None:
    daily, weekly = call(), call(digest=DigestPolicy(every=Every.weekly, weekday=Weekday.wednesday))
    eastern, aoe = call(zone="Pacific/Auckland"), call(zone="AoE")
    wednesday, never = date(2026, 3, 25), contact(every=Every.never)
    eight = datetime(2026, 3, 25, 7, 0, tzinfo=UTC)  # in Brussels, where the clocks go forward on the 29th
    hour, day = timedelta(hours=1), timedelta(days=1)
    cases = (
        (daily, contact(), None, eight, wednesday),
        (daily, contact(), None, eight - timedelta(seconds=1), None),  # a second too early
        (daily, contact(), wednesday, eight + 5 * hour, None),  # that day is settled
        (daily, contact(), wednesday - 4 * day, eight + 15 * hour, wednesday),  # made up for once, not for each day
        (daily, contact(), wednesday + day, eight, None),  # the clock was set back
        (daily, contact(), None, datetime(2026, 3, 30, 6, 0, tzinfo=UTC), date(2026, 3, 30)),  # summer time
        (daily, contact(every=Every.weekly), date(2026, 3, 23), eight, None),  # Monday is settled
        (daily, contact(digests=False), None, eight, None),
        (daily, never, None, eight, None),
        (weekly, contact(), None, eight, wednesday),
        (weekly, contact(), None, eight + day, None),  # a new call waits for its first Wednesday
        (weekly, contact(), wednesday - 7 * day, eight + day, wednesday),  # the machine was off on Wednesday
        (weekly, contact(), wednesday, datetime(2026, 3, 30, 6, 0, tzinfo=UTC), date(2026, 3, 30)),  # the eve, a Monday
        (weekly, contact(), date(2026, 3, 30), datetime(2026, 3, 31, 6, 0, tzinfo=UTC), None),  # the last day itself
        (weekly, contact(), date(2026, 3, 30), datetime(2026, 4, 1, 6, 0, tzinfo=UTC), date(2026, 4, 1)),  # the morning after
        (weekly, contact(every=Every.daily), None, eight + day, wednesday + day),
        (eastern, contact(), None, datetime(2026, 3, 24, 19, 0, tzinfo=UTC), wednesday),
        (aoe, contact(), None, datetime(2026, 3, 25, 8, 0, tzinfo=UTC), wednesday),  # nobody lives by those clocks
        (aoe, contact(), None, datetime(2026, 3, 25, 7, 59, tzinfo=UTC), None),
    )
    for number, (of, to, last_day, now, expected) in enumerate(cases):
        assert due(of, to, last_day, now) == expected, number


def test_the_eve_and_the_morning_after_go_by_the_end_of_the_deadline() -> None:
    midnight = call(deadline=Deadline(day=date(2026, 3, 31), time=time(0, 0)))  # ends the 30th
    anywhere = call(zone="AoE")  # ends at noon of the 1st in UTC
    for of, eve in ((call(), date(2026, 3, 30)), (midnight, date(2026, 3, 29)), (anywhere, date(2026, 3, 31))):
        days = [eve + timedelta(days=n) for n in range(-1, 4)]
        assert [occasion(of, day).value for day in days] == ["usual", "eve", "usual", "after", "usual"]


def test_there_is_none_where_nothing_happened_but_on_the_days_around_the_deadline() -> None:
    old = (entry(1), entry(2, missing=(2,), unsure=frozenset({1})))
    quiet = Snapshot(call(), NOW, SINCE, old, waiting=Waiting(questions=Open(3, 0)))
    assert build(quiet) is None
    assert build(quiet, always=True) is not None
    for day, expected in ((date(2026, 3, 30), Occasion.eve), (date(2026, 4, 1), Occasion.after)):
        told = build(quiet, day=day)
        assert told is not None
        assert told.occasion is expected
    answered = Offer(1, "school-meals", "R1", 1, OfferState.declined, SINCE, NOW, answered_at=NOW)
    for what in (
        {"entries": (*old, entry(3, NOW))},
        {"entries": (entry(1, changed_at=NOW, version=2), old[1])},
        {"entries": (*old, entry(3, NOW, version=0, apart=1))},  # it waits for a person
        {"withdrawn": 1},
        {"offers": (answered,)},
        {"waiting": Waiting(questions=Open(3, 1))},
        {"waiting": Waiting(quarantined={"sender-unclear": Open(1, 1)})},
    ):
        assert build(replace(quiet, **what)) is not None, what
    assert build(replace(quiet, entries=())) is None
    assert build(replace(quiet, since=None)) is not None
    assert build(Snapshot(call(), NOW, None, ())) is None


def test_entries_are_counted_by_what_became_of_them() -> None:
    rows = (
        entry(1),
        entry(2, NOW - timedelta(hours=3), timeliness=Timeliness.late, answers={1: "a", 2: "b"}, unsure=frozenset({2})),
        entry(3, version=2, changed_at=NOW, missing=(2,)),
        entry(4, withdrawn=True),
        entry(5, NOW - timedelta(hours=1), version=0, apart=1, missing=(1, 2)),
    )
    decisions = decided((rows[2],), 1)
    told = build(Snapshot(call(selection=SCORED), NOW, SINCE, rows, decisions, scored=2, waiting=WAITING))
    assert told is not None
    counts = told.counts
    assert (counts.entries, counts.new, counts.changed, counts.incomplete, counts.late) == (3, 2, 1, 1, 1)
    assert [e.number for e in told.new] == [5, 2]  # the newest first
    assert [e.number for e in told.incomplete] == [3]  # what does not count yet is not asked for more
    assert [(asked.number, asked.answered, asked.unsure) for asked in told.questions][:3] == [(1, 3, 0), (2, 1, 1), (3, 0, 0)]
    assert [(need.what, need.count, need.numbers) for need in told.needs] == [
        (Need.reopened, 1, (3,)),
        (Need.withdrawals, 1, ()),  # of an entry that is not among these
        (Need.questions, 2, ()),
        (Need.unreached, 3, ()),
        (Need.held, 4, ()),
        (Need.quarantined, 3, ()),
        (Need.apart, 1, (5,)),
        (Need.unsure, 1, (2,)),
    ]
    assert told.needs[5].reasons == (("sender-unclear", 2), ("call-unclear", 1))
    assert (told.choosing.decided, told.choosing.untold, told.choosing.free, told.choosing.scored) == (
        {Choice.invite: 1},
        0,
        20,
        2,
    )


def test_arrivals_are_days_then_weeks_and_each_entry_is_in_one_bar_and_one_cell() -> None:
    for count, of, now in (
        (300, call(), NOW),
        (300, call(deadline=Deadline(day=date(2026, 3, 10))), NOW),  # many are late
        (2_000, call(deadline=Deadline(day=date(2026, 6, 30))), NOW + timedelta(days=90)),  # in weeks
        (50, call(zone="AoE"), NOW),
    ):
        told = build(snapshot(count, of, now, None))
        assert told is not None
        came = told.arrivals
        assert sum(bar.on_time + bar.after for bar in came.bars) == count
        assert sum(bar.after for bar in came.bars) == told.counts.late
        assert sum(week.total for week in came.weeks) + came.earlier == count
        assert came.weekly == (count == 2_000)
        assert came.today is not None
        assert came.deadline is not None
        if of.zone == "AoE":
            assert came.bars[came.deadline].day == date(2026, 4, 1)  # in UTC, where anywhere on earth ends at noon
        assert all(week.monday.weekday() == 0 and len(week.days) == 7 for week in came.weeks)


def test_a_call_that_runs_for_years_has_a_picture_of_today() -> None:
    of = call(deadline=Deadline(day=date(2031, 3, 31)))
    told = build(Snapshot(of, NOW, None, (entry(1, NOW - timedelta(days=2_000)), entry(2, NOW))))
    assert told is not None
    came = told.arrivals
    assert (len(came.bars), came.deadline, came.earlier) == (45, None, 1)
    assert came.today is not None
    assert came.bars[came.today].on_time == 1


def test_of_many_entries_the_newest_are_listed_and_all_are_counted() -> None:
    of = call()
    many = entries(3_000, of)
    told = build(Snapshot(of, NOW, None, many))
    assert told is not None
    assert (told.counts.new, len(told.new), len(told.incomplete)) == (3_000, LISTED, INCOMPLETE)
    assert [e.number for e in told.new] == list(range(3_000, 3_000 - LISTED, -1))
    assert told == build(Snapshot(of, NOW, None, many[::-1]))  # whatever order they come in
