"""Who is reminded, of what, and when: days before the deadline, by day, only within that day, and in doubt nobody."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest

from mailbot.core.call import AcknowledgementPolicy, Call, Channel, Question
from mailbot.core.history import Withdrawn
from mailbot.core.life import Standing, State
from mailbot.core.policies import Reminders
from mailbot.core.reading import Authentication
from mailbot.core.reminding import Reminder, Today, missed, overtaken, reminder, today
from mailbot.core.submission import TAKEN_OVER
from mailbot.core.unasked import Exchange
from tests.core.asking import (
    A_WEEK_BEFORE,
    CALL,
    TAKEN_IN,
    WROTE,
    altered,
    exchange,
    later,
    revision,
    until,
    versions,
    written,
)

COST = Question(id="cost", text="What does it cost?")


def the_day(call: Call = CALL, now: datetime = A_WEEK_BEFORE) -> Today:
    found = today(call, None, versions(), now)
    assert found is not None
    return found


def due(known: Exchange, call: Call = CALL, now: datetime = A_WEEK_BEFORE) -> Reminder | str:
    return reminder(the_day(call, now), call, known, now)


# the days


def test_seven_and_two_days_before_the_deadline_by_day_and_on_no_other() -> None:
    hours = [datetime(2027, 3, 1, tzinfo=UTC) + timedelta(minutes=30 * n) for n in range(48 * 35)]
    days = [(hour, found.days) for hour in hours if (found := today(CALL, None, versions(), hour)) is not None]
    assert {(f"{hour:%m-%d}", left) for hour, left in days} == {("03-24", 7), ("03-29", 2)}
    # The clocks change on the 28th: 9 to 18 in Brussels is 8 to 17 UTC before, 7 to 16 after.
    assert [f"{hour:%d %H:%M}" for hour, _ in days][::17] == ["24 08:00", "24 16:30", "29 15:00"]
    assert [f"{hour:%d %H:%M}" for hour, _ in days][18] == "29 07:00"


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "America/New_York", "Australia/Lord_Howe", "AoE", "UTC"])
def test_nowhere_is_it_night(zone: str) -> None:
    call = altered(zone=zone)
    hours = [datetime(2027, 3, 22, tzinfo=UTC) + timedelta(hours=n) for n in range(24 * 5)]
    suited = [hour for hour in hours if today(call, None, versions(), hour) is not None]
    assert len(suited) == 9
    if zone == "AoE":  # nobody lives by its clocks
        assert [hour.hour for hour in suited] == list(range(9, 18))


@pytest.mark.parametrize(
    ("why", "call", "where", "now"),
    [
        ("the call does not remind", altered(reminders=Reminders(days_before=())), None, A_WEEK_BEFORE),
        ("it reminds nobody at most", altered(reminders=Reminders(at_most=0)), None, A_WEEK_BEFORE),
        ("answers come by the form", altered(channel=Channel.form), None, A_WEEK_BEFORE),
        ("it sends no letters", altered(acknowledgement=AcknowledgementPolicy(send=False)), None, A_WEEK_BEFORE),
        ("it is closed", CALL, Standing(State.closed, WROTE, "ada", "enough"), A_WEEK_BEFORE),
        ("it is a draft", CALL, Standing(State.draft, WROTE, "ada", "new"), A_WEEK_BEFORE),
        ("it is early", CALL, None, A_WEEK_BEFORE.replace(hour=7)),
        ("it is evening", CALL, None, A_WEEK_BEFORE.replace(hour=17)),
        (
            "few hours are left",
            until(date(2027, 3, 25), time(3), altered(reminders=Reminders(days_before=(1,)))),
            None,
            A_WEEK_BEFORE.replace(hour=16),
        ),
    ],
)
def test_no_day_to_remind(why: str, call: Call, where: Standing | None, now: datetime) -> None:
    assert today(call, where, versions(), now) is None, why
    assert today(CALL, Standing(State.open, WROTE, "mailbot", "call-file-found"), versions(), A_WEEK_BEFORE) is not None


# the people


def test_who_left_a_required_question_open_is_told_which() -> None:
    told = due(exchange())
    assert told == Reminder(((2, CALL.questions[1]),), 1, 7, "7-days-before", "AAAA-BBBB 2027-03-24 until 2027-03-31")


APART: dict[str, Any] = {"counts": False, "why": "change-not-authenticated", "version": 2}


@pytest.mark.parametrize(
    ("why", "known"),
    [
        ("complete", exchange(revision(("work", "time")))),
        (
            "withdrawn",
            replace(exchange(), submission=replace(exchange().submission, withdrawn=Withdrawn(WROTE, "submitter", ""))),
        ),
        ("left", exchange(left_at=later(WROTE, days=1))),
        ("left", exchange(left_at=later(WROTE, days=2), stayed_at=later(WROTE, days=1))),
        ("never-heard-from-us", exchange(letters=())),
        ("never-heard-from-us", exchange(letters=(written(sent=False),))),
        ("last-letter-returned", exchange(letters=(written(returned=True),))),
        ("last-letter-returned", exchange(letters=(written(), written(at=later(WROTE, days=1), sent=False, returned=True)))),
        ("unconfirmed", exchange(revision(authentication=Authentication.neutral))),
        ("nothing-counts", exchange(revision(counts=False, why="on-behalf-of"))),
        ("file-not-read", exchange(unread=True)),
        ("nothing-understood", exchange(revision(()))),
        ("wrote-lately", exchange(wrote_at=later(A_WEEK_BEFORE, hours=-47))),
        ("reminded-enough", exchange(letters=[written(), *(written("reminder", later(WROTE, days=n)) for n in (1, 4))])),
        ("letter-lately", exchange(letters=(written(), written("extended", later(A_WEEK_BEFORE, hours=-20))))),
        ("letter-lately", exchange(letters=(written(), written("reminder", later(A_WEEK_BEFORE, days=1))))),  # clock set back
        ("complete", exchange(revision(), revision(("time",), **APART))),
    ],
)
def test_who_is_not_reminded(why: str, known: Exchange) -> None:
    assert due(known) == why


@pytest.mark.parametrize(
    "known",
    [
        exchange(revision(), revision((), at=later(WROTE, days=2)), left_at=later(WROTE, days=1)),
        exchange(left_at=later(WROTE, days=1), stayed_at=later(WROTE, days=2)),
        exchange(letters=(written(returned=True), written(at=later(WROTE, days=1)))),
        exchange(revision(authentication=Authentication.neutral, why=TAKEN_OVER)),
        exchange(wrote_at=later(A_WEEK_BEFORE, hours=-49)),
        exchange(letters=(written(), written("reminder", later(WROTE, days=1)))),
        exchange(revision(), revision(("time",), **(APART | {"why": "discarded"}))),
    ],
)
def test_what_does_not_stand_against_a_reminder(known: Exchange) -> None:
    assert isinstance(due(known), Reminder)


# a question that is added


def test_of_an_added_required_question_those_hear_once_who_wrote_before_on_the_day_after() -> None:
    more = altered(questions=(*CALL.questions, COST), reminders=Reminders(days_before=()))
    added = datetime(2027, 3, 10, 20, tzinfo=UTC)
    known = versions((CALL, TAKEN_IN), (more, added))
    complete = exchange(revision(("work", "time")))
    days = [day for day in range(8, 20) if today(more, None, known, datetime(2027, 3, day, 10, tzinfo=UTC)) is not None]
    assert days == [11]
    now = datetime(2027, 3, 11, 10, tzinfo=UTC)
    day = today(more, None, known, now)
    assert day is not None
    assert reminder(day, more, complete, now) == Reminder(
        ((4, COST),), 2, 20, "question-added", "AAAA-BBBB 2027-03-11 until 2027-03-31", 1
    )
    assert reminder(day, more, exchange(revision(("work", "time", "cost"))), now) == "complete"
    assert reminder(day, more, exchange(revision(("work",), at=later(added, minutes=1))), now) == "not-today"
    assert today(altered(more, reminders=Reminders(at_most=0)), None, known, now) is None


def test_a_question_that_may_be_left_out_and_those_of_the_beginning_are_not_added_ones() -> None:
    optional = altered(questions=(*CALL.questions, COST.model_copy(update={"required": False})))
    added = datetime(2027, 3, 10, 20, tzinfo=UTC)
    assert today(optional, None, versions((CALL, TAKEN_IN), (optional, added)), later(added, hours=14)) is None
    assert today(CALL, None, versions((CALL, added)), later(added, hours=14)) is None


# letters that wait


@pytest.mark.parametrize(
    ("why", "now", "call", "known"),
    [
        (None, later(A_WEEK_BEFORE, hours=2), CALL, exchange()),
        ("missed", later(A_WEEK_BEFORE, hours=8), CALL, exchange()),
        ("missed", later(A_WEEK_BEFORE, days=5), CALL, exchange()),
        ("deadline-moved", later(A_WEEK_BEFORE, hours=2), until(date(2027, 3, 26)), exchange()),
        ("wrote-lately", later(A_WEEK_BEFORE, hours=2), CALL, exchange(wrote_at=later(A_WEEK_BEFORE, hours=1))),
    ],
)
def test_a_reminder_that_could_not_go_at_once_goes_on_its_day_or_not_at_all(
    why: str | None, now: datetime, call: Call, known: Exchange
) -> None:
    kept = versions((CALL, TAKEN_IN)) if call is CALL else versions((CALL, TAKEN_IN), (call, later(A_WEEK_BEFORE, hours=1)))
    days = Reminders(days_before=(7, 2)) if call is CALL else Reminders(days_before=(2,))
    call = altered(call, reminders=days)
    assert overtaken(A_WEEK_BEFORE, today(call, None, kept, now), call, kept, known, now) == why


# days that went by


def test_a_day_on_which_nobody_was_at_work_is_missed_and_told_for_three_days() -> None:
    kept, week = versions(), date(2027, 3, 24)
    told = {day: missed(CALL, kept, [], datetime(2027, 3, day, 17, 30, tzinfo=UTC)) for day in range(22, 32)}
    assert {day for day, found in told.items() if found == week} == {24, 25, 26}
    assert {day for day, found in told.items() if found == date(2027, 3, 29)} == {29, 30, 31}
    assert missed(CALL, kept, [week], datetime(2027, 3, 25, tzinfo=UTC)) is None
    assert missed(CALL, kept, [], datetime(2027, 3, 24, 12, tzinfo=UTC)) is None
    for since in (datetime(2027, 3, 24, 12, tzinfo=UTC), datetime(2027, 3, 26, tzinfo=UTC)):
        assert missed(CALL, versions((CALL, since)), [], datetime(2027, 3, 25, tzinfo=UTC)) is None
    other = until(date(2027, 4, 1))
    assert missed(CALL, versions((other, TAKEN_IN), (CALL, datetime(2027, 3, 25, tzinfo=UTC))), [], A_WEEK_BEFORE) is None
