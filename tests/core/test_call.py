"""A call file to a Call, and every way in which it can be wrong (tests/bad_calls has one folder for each)."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from mailbot.core.call import (
    AcknowledgementPolicy,
    Call,
    Channel,
    Contact,
    Deadline,
    Meeting,
    Question,
    Retention,
    call_schema,
    parse_call,
)
from mailbot.core.complaints import MOST
from mailbot.core.policies import Late, Reminders
from mailbot.core.yaml_text import MAX_BYTES
from mailbot.errors import Problem, Problems

BAD_CALLS = Path(__file__).parent.parent / "bad_calls"

SMALL = """\
slug: soil
title: A call
zone: Europe/Brussels
questions:
  - {id: work, text: What line of work are you in?}
deadline: 2021-02-17
contacts:
  - {name: Ada Example, address: ada@example.org}
addresses: [soil@calls.example.org]
"""


def wall(text: str) -> datetime:
    return datetime.fromisoformat(text)


def problems(text: str) -> list[Problem]:
    with pytest.raises(Problems) as caught:
        parse_call(text, "call.yaml")
    return list(caught.value.problems)


def found_in(text: str) -> Sequence[Problem]:
    try:
        parse_call(text, "call.yaml")
    except Problems as error:
        return error.problems
    return ()


def only(text: str) -> str:
    (problem,) = problems(text)
    return str(problem)


# what a file may say


def test_a_small_call_needs_seven_things() -> None:
    call = parse_call(SMALL, "soil.yaml")
    assert call == Call(
        slug="soil",
        title="A call",
        zone="Europe/Brussels",
        questions=(Question(id="work", text="What line of work are you in?"),),
        deadline=Deadline(day=date(2021, 2, 17)),
        contacts=(Contact(name="Ada Example", address="ada@example.org"),),
        addresses=("soil@calls.example.org",),
    )
    assert (call.channel, call.mailbox, call.language, call.deadline.grace) == (
        Channel.mail,
        "default",
        "en",
        timedelta(hours=24),
    )


def test_a_question_has_a_number_from_one() -> None:
    call = parse_call(SMALL.replace("questions:", "questions:\n  - {id: first, text: Who?}"), "soil.yaml")
    assert [call.number(q.id) for q in call.questions] == [1, 2]


@pytest.mark.parametrize(
    ("written", "day", "hour", "grace"),
    [
        ("2021-02-17", date(2021, 2, 17), None, 24),
        ('"2021-02-17"', date(2021, 2, 17), None, 24),
        ("2021-02-17 17:00", date(2021, 2, 17), time(17), 24),
        ("{date: 2021-02-17, time: 9:30}", date(2021, 2, 17), time(9, 30), 24),
        ("{date: 2021-02-17, time: 23:59:59}", date(2021, 2, 17), time(23, 59, 59), 24),
        ("{date: 2021-02-17, grace: 48h}", date(2021, 2, 17), None, 48),
    ],
)
def test_a_deadline_is_written_on_one_line_or_with_names(written: str, day: date, hour: time | None, grace: int) -> None:
    deadline = parse_call(SMALL.replace("deadline: 2021-02-17", f"deadline: {written}"), "soil.yaml").deadline
    assert deadline == Deadline(day=day, time=hour, grace=timedelta(hours=grace))


@pytest.mark.parametrize(
    ("written", "hours"),
    [
        ("24h", 24), ("24 h", 24), ("24 hours", 24), ("2 days", 48), ("2d", 48), ("1 day 12h", 36), ("1 week", 168),
        ("90 min", 1.5), ("1h30m", 1.5), ("0", 0), ("none", 0), ("PT24H", 24), ("P2D", 48), ("P1W", 168), ("P1DT12H", 36),
        ("PT90M", 1.5),
    ],
)  # fmt: skip
def test_grace_is_written_as_people_say_it(written: str, hours: float) -> None:
    call = parse_call(SMALL.replace("deadline: 2021-02-17", f"deadline: {{date: 2021-02-17, grace: {written}}}"), "soil.yaml")
    assert call.deadline.grace == timedelta(hours=hours)


@pytest.mark.parametrize(
    "written", ["24", "a day", "h", "1 fortnight", "PT", "P", "P1Y", "1.5h", "24hh", "-1h", "1 h and 2 d", "٣h"]
)
def test_a_length_of_time_that_is_none_is_refused(written: str) -> None:
    assert "deadline.grace" in only(SMALL.replace("deadline: 2021-02-17", f"deadline: {{date: 2021-02-17, grace: {written}}}"))


@pytest.mark.parametrize(
    ("written", "meeting"),
    [
        ("2021-03-10", Meeting(start=date(2021, 3, 10))),
        ("2021-03-10 to 2021-03-11", Meeting(start=date(2021, 3, 10), end=date(2021, 3, 11))),
        ("2021-03-10 13:00", Meeting(start=wall("2021-03-10 13:00"))),
        ("2021-03-10 13:00-16:00", Meeting(start=wall("2021-03-10 13:00"), end=wall("2021-03-10 16:00"))),
        ("2021-03-10 9:00 – 16:00, Riga", Meeting(start=wall("2021-03-10 09:00"), end=wall("2021-03-10 16:00"), place="Riga")),
        ("2021-03-10 13:00 to 2021-03-11 12:00", Meeting(start=wall("2021-03-10 13:00"), end=wall("2021-03-11 12:00"))),
        ("2021-03-10, online", Meeting(start=date(2021, 3, 10), place="online")),
        ("{start: 2021-03-10 13:00, place: Riga}", Meeting(start=wall("2021-03-10 13:00"), place="Riga")),
    ],
)
def test_a_meeting_reads_like_the_announcement(written: str, meeting: Meeting) -> None:
    (read,) = parse_call(SMALL + f"meetings:\n  - {written}\n", "soil.yaml").meetings
    assert read == meeting
    assert type(read.start) is type(meeting.start)


def test_acknowledging_begins_at_an_hour_of_the_calls_zone() -> None:
    def ack_from(written: str) -> datetime | None:
        return parse_call(SMALL + f"acknowledgement: {{ack_from: {written}}}\n", "soil.yaml").acknowledgement.ack_from

    assert ack_from("2021-01-20 09:00") == datetime(2021, 1, 20, 8, tzinfo=UTC)
    assert ack_from("2021-07-20") == datetime(2021, 7, 19, 22, tzinfo=UTC)
    assert ack_from("'2021-01-20T09:00:00+09:00'") == datetime(2021, 1, 20, 0, tzinfo=UTC)


def test_an_outage_is_written_by_the_clocks_of_the_zone() -> None:
    written = "outages: [{from: 2021-02-17 20:00, to: '2021-02-18T09:00:00Z', why: our server was down}]\n"
    (outage,) = parse_call(SMALL + written, "soil.yaml").outages
    assert outage.begin == datetime(2021, 2, 17, 19, tzinfo=UTC)
    assert (outage.end, outage.why) == (datetime(2021, 2, 18, 9, tzinfo=UTC), "our server was down")
    (days,) = parse_call(SMALL + "outages: [{from: 2021-02-17, to: 2021-02-18, why: a storm}]\n", "soil.yaml").outages
    assert (days.begin, days.end) == (datetime(2021, 2, 16, 23, tzinfo=UTC), datetime(2021, 2, 18, 22, 59, 59, tzinfo=UTC))


def test_words_that_yaml_turns_into_something_else_stay_words() -> None:
    text = SMALL.replace("title: A call", "title: 2021-02-17").replace("name: Ada Example", "name: No")
    call = parse_call(text + "language: no\naudience: 0x1F\n", "soil.yaml")
    assert (call.language, call.title, call.contacts[0].name, call.audience) == ("no", "2021-02-17", "No", "0x1F")


def test_a_language_that_has_no_letter_is_no_mistake() -> None:
    assert parse_call(SMALL + "language: lv\n", "soil.yaml").language == "lv"


def test_anywhere_on_earth_is_a_zone() -> None:
    assert parse_call(SMALL.replace("Europe/Brussels", "AoE"), "soil.yaml").zone == "AoE"


def test_the_mark_that_windows_puts_before_a_text_and_its_line_ends_do_no_harm() -> None:
    assert parse_call("\ufeff" + SMALL.replace("\n", "\r\n"), "soil.yaml") == parse_call(SMALL, "soil.yaml")


def test_reminders_go_out_when_the_call_says_so_and_late_answers_count_unless_it_says_otherwise() -> None:
    plain, bare = parse_call(SMALL, "soil.yaml"), parse_call(SMALL + "reminders: {}\nlate: hold\n", "soil.yaml")
    assert (plain.reminders.days_before, plain.reminders.at_most, plain.late) == ((), 2, Late.mark)
    assert (bare.reminders.days_before, bare.reminders.at_most, bare.late) == ((7, 2), 2, Late.hold)


# what is wrong with it


@pytest.mark.parametrize("case", sorted(BAD_CALLS.iterdir()), ids=lambda case: case.name)
def test_a_wrong_file_is_told_line_by_line_what_would_be_right(case: Path) -> None:
    text = (case / "call.yaml").read_bytes().decode()
    told = "".join(f"{problem}\n" for problem in problems(text))
    assert told == (case / "expected.txt").read_text()


def test_a_hundred_and_one_questions_are_too_many() -> None:
    more = "".join(f"  - {{id: q{n}, text: Question {n}?}}\n" for n in range(100))
    assert "has more than 100 entries" in only(SMALL.replace("questions:\n", f"questions:\n{more}"))


def test_a_list_where_text_belongs_and_text_where_names_belong_are_told() -> None:
    assert "`title` is made of several named values" in only(SMALL.replace("A call", "{de: Aufruf}"))
    assert "`deadline` is a list" in only(SMALL.replace("deadline: 2021-02-17", "deadline: [2021-02-17]"))


def test_two_mistakes_in_one_place_do_not_hide_others() -> None:
    text = (
        SMALL.replace("zone: Europe/Brussels", "zone: CET")
        .replace("ada@example.org", "ada")
        .replace("2021-02-17", "2021-02-31")
    )
    assert [p.line for p in problems(text)] == [3, 6, 8]


def test_a_mistake_in_a_wrong_zone_does_not_make_ack_from_wrong_too() -> None:
    assert "`zone`" in only(SMALL.replace("Europe/Brussels", "Mars/Phobos") + "acknowledgement: {ack_from: 2021-01-20 09:00}\n")


@pytest.mark.parametrize(
    "zone", ["Europe", "Factory", "localtime", "posixrules", "/etc/localtime", "Etc/GMT-1", "GMT0", "EST5EDT", "''"]
)
def test_names_that_are_no_place_are_no_zone(zone: str) -> None:
    assert "`zone`" in only(SMALL.replace("Europe/Brussels", zone))


@pytest.mark.parametrize(
    ("meant", "written"),
    [
        ("America/New_York", "New York"),
        ("Asia/Tokyo", "tokyo"),
        ("Europe/Brussels", "europe/brussels"),
        ("Europe/Kyiv", "Europe/Kiyv"),
    ],
)
def test_a_zone_that_is_nearly_right_is_named(meant: str, written: str) -> None:
    assert f"did you mean {meant}?" in only(SMALL.replace("Europe/Brussels", written))


@pytest.mark.parametrize(
    "address",
    [
        "'a@example.org, b@example.org'",
        "'a@example.org\\nBcc: b@example.org'",
        '"a@example.org\\r\\nBcc: b@example.org"',
        "'<a@example.org>'",
        "a@example.org>",
        "a b@example.org",
        "a.@example.org",
        "a@example..org",
        "a@-example.org",
        "'a@[192.0.2.1]'",
        "'@example.org'",
    ],
)
def test_an_address_that_could_smuggle_something_into_a_header_is_refused(address: str) -> None:
    assert "`addresses[1]`" in only(SMALL.replace("soil@calls.example.org", address))


@pytest.mark.parametrize(
    "url", ["https://", "https:///x", "javascript:alert(1)", "https://[::1/", "'https://a.example/\"><b'", "https://ä.example/"]
)
def test_a_form_that_is_no_safe_link_is_refused(url: str) -> None:
    assert "`form`" in only(SMALL + f"channel: both\nform: {url}\n")


def test_a_password_in_the_forms_address_is_not_shown() -> None:
    told = only(SMALL + "channel: both\nform: https://ada:tomato@forms.example.org/\n")
    assert "tomato" not in told


@pytest.mark.parametrize("control", ["\\0", "\\x1b", "\\x85", "\\u2028", "\\r", "\\n", "\\t"])
def test_control_characters_never_reach_the_title(control: str) -> None:
    assert "`title`" in only(SMALL.replace("A call", f'"A{control}call"'))


def test_a_complaint_is_one_line_without_control_characters() -> None:
    told = only(SMALL.replace("A call", '"A\\ncall\\x1b[31m"'))
    assert told.isprintable()


def test_a_file_with_hundreds_of_mistakes_is_told_the_first_hundred() -> None:
    told = problems(SMALL + "".join(f"key{n}: x\n" for n in range(500)))
    assert len(told) == MOST + 1
    assert told[-1].what == f"and {500 - MOST} more"


# bounds


def test_a_file_that_is_too_large_is_refused_unread() -> None:
    assert "larger than 256 kB" in only("#" * (MAX_BYTES + 1))


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "text", ["[" * 100_000, "- " * 100_000, "{" * 100_000, "? " * 100_000, f"a: [{'x,' * 100_000}]", "a: b\n" * 50_000]
)
def test_what_would_keep_a_yaml_reader_busy_for_minutes_is_refused_at_once(text: str) -> None:
    assert "lists in lists" in str(problems(text)[0])


def test_an_alias_bomb_is_refused() -> None:
    bomb = "a: &a [x, x, x]\n" + "".join(f"{b}: &{b} [*{a}, *{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    assert all(p.line is not None for p in problems(SMALL + bomb)[:20])


@given(st.text(max_size=200))
def test_any_text_is_a_call_or_has_problems(text: str) -> None:
    with pytest.raises(Problems):
        parse_call(text, "call.yaml")


@given(st.integers(0, len(SMALL)), st.integers(0, 30), st.text("\t\n :-[]{}&*!|>'\"%@`#?\\\0\x85\u2028é0a", max_size=4))
def test_any_change_to_a_call_is_a_call_or_has_problems(at: int, less: int, more: str) -> None:
    assert all(str(problem).isprintable() for problem in found_in(SMALL[:at] + more + SMALL[at + less :]))


# for editors


def test_the_schema_names_every_field_as_it_is_written() -> None:
    schema = call_schema()
    assert set(schema["properties"]) == set(Call.model_fields)
    assert schema["additionalProperties"] is False
    deadline: dict[str, Any] = schema["$defs"]["Deadline"]["anyOf"][1]
    assert set(deadline["properties"]) == {"date", "time", "grace"}


def test_every_field_says_what_it_is_and_shows_it() -> None:
    """Complaints and editors show both."""
    parts = (Call, Question, Meeting, Deadline, Contact, AcknowledgementPolicy, Reminders, Retention)
    fields = {(part.__name__, name): field for part in parts for name, field in part.model_fields.items()}
    assert [place for place, field in fields.items() if not field.description or not field.examples] == []


def test_models_can_be_made_in_python_too_and_are_checked_alike() -> None:
    with pytest.raises(ValidationError, match="abbreviation"):
        Call(
            slug="soil",
            title="A call",
            zone="CET",
            questions=(Question(id="work", text="Who?"),),
            deadline=Deadline(day=date(2021, 2, 17)),
            contacts=(Contact(name="Ada", address="ada@example.org"),),
            addresses=("soil@calls.example.org",),
        )
