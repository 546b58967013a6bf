"""When is a mail on time? Every zone and both changes of the clocks, independent of where the server stands."""

import os
import time as clock
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.core.call import Call, Contact, Deadline, Outage, Question
from mailbot.core.deadline import instant, lateness, outage, timeliness
from mailbot.core.reading import Timeliness
from mailbot.core.when import zone_info

SECOND = timedelta(seconds=1)
MOMENT = timedelta(microseconds=1)


def a_call(day: str, hour: str | None = None, zone: str = "Europe/Brussels", grace: timedelta = timedelta(hours=24)) -> Call:
    return Call(
        slug="call",
        title="A call",
        zone=zone,
        questions=(Question(id="work", text="What line of work are you in?"),),
        deadline=Deadline(day=date.fromisoformat(day), time=time.fromisoformat(hour) if hour else None, grace=grace),
        contacts=(Contact(name="Ada Example", address="ada@example.org"),),
        addresses=("call@example.org",),
    )


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("day", "zone", "last"),
    [
        ("2021-02-17", "Europe/Brussels", "2021-02-17 22:59:59.999999"),  # the first example call
        ("2023-03-13", "Europe/Brussels", "2023-03-13 22:59:59.999999"),  # the second
        ("2023-03-25", "Europe/Brussels", "2023-03-25 22:59:59.999999"),  # the day before summer time
        ("2023-03-26", "Europe/Brussels", "2023-03-26 21:59:59.999999"),  # its first day, 23 hours long
        ("2023-10-28", "Europe/Brussels", "2023-10-28 21:59:59.999999"),
        ("2023-10-29", "Europe/Brussels", "2023-10-29 22:59:59.999999"),  # 25 hours long
        ("2023-03-13", "Pacific/Kiritimati", "2023-03-13 09:59:59.999999"),  # UTC+14, the first to be over
        ("2023-03-13", "Pacific/Pago_Pago", "2023-03-14 10:59:59.999999"),  # UTC-11
        ("2023-03-13", "AoE", "2023-03-14 11:59:59.999999"),  # UTC-12, the last
        ("2023-04-01", "Australia/Lord_Howe", "2023-04-01 12:59:59.999999"),  # +11, and the clocks change by half an hour
        ("2023-04-02", "Australia/Lord_Howe", "2023-04-02 13:29:59.999999"),
        ("2023-03-13", "Asia/Kathmandu", "2023-03-13 18:14:59.999999"),  # +5:45
        ("2023-03-13", "UTC", "2023-03-13 23:59:59.999999"),
        ("2011-12-30", "Pacific/Apia", "2011-12-31 09:59:59.999999"),  # a day that Samoa skipped counts as if it had not
        ("2018-02-17", "America/Sao_Paulo", "2018-02-18 02:59:59.999999"),  # 23:00 to 24:00 came twice: the second time
    ],
)
def test_a_day_without_hour_counts_to_its_last_moment_in_the_calls_zone(day: str, zone: str, last: str) -> None:
    assert instant(a_call(day, zone=zone)) == utc(last)


@pytest.mark.parametrize(
    ("day", "hour", "zone", "last"),
    [
        ("2023-03-13", "17:00", "Europe/Brussels", "2023-03-13 16:00"),
        ("2023-03-27", "17:00", "Europe/Brussels", "2023-03-27 15:00"),
        ("2023-03-26", "02:30", "Europe/Brussels", "2023-03-26 01:30"),  # skipped: as if the clocks had not changed yet
        ("2023-10-29", "02:30", "Europe/Brussels", "2023-10-29 01:30"),  # twice: 00:30 and 01:30, the second counts
        ("2023-10-29", "03:00", "Europe/Brussels", "2023-10-29 02:00"),
        ("2023-10-01", "02:15", "Australia/Lord_Howe", "2023-09-30 15:45"),  # skipped half hour
        ("2023-04-02", "01:45", "Australia/Lord_Howe", "2023-04-01 15:15"),  # repeated half hour
        ("2023-03-13", "00:00", "Europe/Brussels", "2023-03-12 23:00"),  # midnight is the beginning of its day
        ("2023-03-13", "12:00", "AoE", "2023-03-14 00:00"),
    ],
)
def test_an_hour_is_meant_by_the_clocks_of_the_calls_zone(day: str, hour: str, zone: str, last: str) -> None:
    assert instant(a_call(day, hour, zone)) == utc(last)


def test_exactly_at_the_deadline_is_on_time() -> None:
    call = a_call("2023-03-13", "17:00")
    assert timeliness(utc("2023-03-13 16:00"), call) is Timeliness.on_time
    assert timeliness(utc("2023-03-13 16:00") + MOMENT, call) is Timeliness.grace


def test_the_last_second_of_a_day_is_on_time_and_midnight_is_not() -> None:
    call = a_call("2023-03-13")
    assert timeliness(utc("2023-03-13 22:59:59"), call) is Timeliness.on_time
    assert timeliness(utc("2023-03-13 23:00:00"), call) is Timeliness.grace


def test_grace_ends_exactly_when_it_has_passed() -> None:
    call = a_call("2023-03-13", "17:00", grace=timedelta(hours=2))
    assert timeliness(utc("2023-03-13 18:00"), call) is Timeliness.grace
    assert timeliness(utc("2023-03-13 18:00") + MOMENT, call) is Timeliness.late


def test_without_grace_a_second_after_is_late() -> None:
    call = a_call("2023-03-13", "17:00", grace=timedelta())
    assert timeliness(utc("2023-03-13 16:00:01"), call) is Timeliness.late


@pytest.mark.parametrize(("day", "ends"), [("2023-03-25", "2023-03-26 16:00"), ("2023-10-28", "2023-10-29 15:00")])
def test_grace_is_time_that_passes_also_when_the_clocks_change(day: str, ends: str) -> None:
    call = a_call(day, "17:00")
    assert timeliness(utc(ends), call) is Timeliness.grace
    assert timeliness(utc(ends) + SECOND, call) is Timeliness.late


def test_lateness_is_zero_before_and_the_time_passed_after() -> None:
    call = a_call("2023-03-25", "17:00")
    assert lateness(utc("2023-03-20 00:00"), call) == timedelta()
    assert lateness(utc("2023-03-25 16:00"), call) == timedelta()
    assert lateness(utc("2023-03-26 16:00"), call) == timedelta(hours=24)


def test_an_instant_without_zone_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(TypeError, match="naive"):
        timeliness(datetime.fromisoformat("2023-03-13"), a_call("2023-03-13"))


def test_an_instant_in_any_zone_is_the_same_instant() -> None:
    call = a_call("2023-03-26", "17:00")
    tokyo = utc("2023-03-26 15:00").astimezone(ZoneInfo("Asia/Tokyo"))
    brussels = utc("2023-03-26 15:00").astimezone(ZoneInfo("Europe/Brussels"))
    assert timeliness(tokyo, call) is timeliness(brussels, call) is Timeliness.on_time
    assert lateness(tokyo + SECOND, call) == lateness(brussels + SECOND, call) == SECOND


def test_people_see_the_clocks_of_the_call() -> None:
    call = a_call("2023-03-26")
    assert f"{instant(call).astimezone(zone_info(call.zone)):%Y-%m-%d %H:%M:%S %Z}" == "2023-03-26 23:59:59 CEST"
    assert f"{utc('2023-03-14 00:00').astimezone(zone_info('AoE')):%H:%M %Z}" == "12:00 AoE"


ZONES = st.sampled_from(
    ["Europe/Brussels", "Pacific/Kiritimati", "Australia/Lord_Howe", "America/Sao_Paulo", "Pacific/Apia", "AoE"]
)
DAYS = st.dates(date(1990, 1, 1), date(2150, 1, 1)).map(date.isoformat)
HOURS = st.none() | st.times().map(lambda t: t.isoformat("minutes"))
INSTANTS = st.timedeltas(timedelta(), timedelta(days=60_000)).map(lambda since: utc("1989-01-01") + since)
ORDER = [Timeliness.on_time, Timeliness.grace, Timeliness.late]


@given(DAYS, HOURS, ZONES, INSTANTS, INSTANTS)
def test_who_comes_later_is_never_more_on_time(day: str, hour: str | None, zone: str, one: datetime, other: datetime) -> None:
    call = a_call(day, hour, zone)
    first, second = sorted([one, other])
    assert ORDER.index(timeliness(first, call)) <= ORDER.index(timeliness(second, call))
    assert lateness(first, call) <= lateness(second, call)


@given(DAYS, HOURS, ZONES, st.timedeltas(timedelta(days=-3), timedelta(days=3)))
def test_near_the_deadline_zero_lateness_and_on_time_are_one(day: str, hour: str | None, zone: str, off: timedelta) -> None:
    call = a_call(day, hour, zone)
    received_at = instant(call) + off
    assert (timeliness(received_at, call) is Timeliness.on_time) == (off <= timedelta()) == (not lateness(received_at, call))


@given(DAYS, ZONES)
def test_a_whole_day_ends_no_earlier_than_any_hour_of_it(day: str, zone: str) -> None:
    assert all(instant(a_call(day, f"{hour:02}:59", zone)) <= instant(a_call(day, None, zone)) for hour in range(24))


@contextmanager
def standing_in(zone: str) -> Iterator[None]:
    before = os.environ.get("TZ")
    os.environ["TZ"] = zone
    clock.tzset()
    try:
        yield
    finally:
        os.environ.pop("TZ")
        if before is not None:
            os.environ["TZ"] = before
        clock.tzset()


@given(DAYS, HOURS, ZONES, INSTANTS)
def test_where_the_server_stands_does_not_matter(day: str, hour: str | None, zone: str, received_at: datetime) -> None:
    call = a_call(day, hour, zone)
    seen = set()
    for server in ("UTC", "Europe/Brussels", "Pacific/Kiritimati", "America/Los_Angeles"):
        with standing_in(server):
            seen.add((instant(call), timeliness(received_at, call), lateness(received_at, call)))
    assert len(seen) == 1


@pytest.mark.parametrize(
    ("came", "on", "excused"),
    [
        ("2021-02-17 19:30", Timeliness.on_time, False),
        ("2021-02-17 23:00", Timeliness.grace, True),
        ("2021-02-19 09:00", Timeliness.late, True),
        ("2021-02-19 09:00:01", Timeliness.late, False),
    ],
)
def test_a_mail_in_a_declared_outage_stays_late_and_the_outage_is_told(came: str, on: Timeliness, excused: bool) -> None:
    down = Outage(begin=utc("2021-02-17 19:00"), end=utc("2021-02-19 09:00"), why="our mail server could not be reached")
    call = a_call("2021-02-17").model_copy(update={"outages": (down,)})
    assert timeliness(utc(came), call) is on
    assert outage(utc(came), call) == (down if excused else None)
