"""Corrections of a plan: what each does, what cannot be followed, and that numbers mean the questions that were shown."""

import pytest

from mailbot.core.call import parse_call
from mailbot.core.drafting.answer import answer
from mailbot.core.drafting.corrections import corrected
from mailbot.core.drafting.plan import Doubt, Plan

PLAN = Plan(
    "meals-2026",
    "olga@example.org",
    {
        "title": "Warm meals",
        "language": "en",
        "zone": "Europe/Brussels",
        "questions": [{"id": "a", "text": "A?"}, {"id": "b", "text": "B?"}, {"id": "c", "text": "C?"}],
        "deadline": "2026-03-31",
        "contacts": [{"name": "Ada Berg", "address": "ada.berg@example.org"}],
        "addresses": ["calls@example.org"],
    },
    doubts=(Doubt("deadline", "the year is not printed here"), Doubt("zone", "which one?")),
    without_address=("Ben Cole",),
)


def after(reply: str) -> Plan:
    plan, lost = corrected(PLAN, answer(reply).corrections)
    assert lost == ()
    return plan


@pytest.mark.parametrize(
    ("value", "deadline"),
    [
        ("20 March 2026, 18:00", "2026-03-20 18:00"),
        ("2026-03-20 18:00", "2026-03-20 18:00"),
        ("2026-03-20", "2026-03-20"),
        ("20 March 2026, noon", "2026-03-20 12:00"),
        ("20. März 2026, 18 Uhr", "2026-03-20 18:00"),
        ("20 mars 2026 à 18h30", "2026-03-20 18:30"),
        ("20 March 2026, midnight", "2026-03-20"),
        ("20.3.2026", "2026-03-20"),
    ],
)
def test_a_deadline_is_read_as_people_write_it_and_is_doubtful_no_more(value: str, deadline: str) -> None:
    plan = after(f"deadline: {value}")
    assert plan.fields["deadline"] == deadline
    assert [doubt.field for doubt in plan.doubts] == ["zone"]


def test_a_deadline_may_name_its_zone() -> None:
    plan = after("deadline: 20 March 2026, 18:00 (London time)")
    assert (plan.fields["deadline"], plan.fields["zone"], plan.doubts) == ("2026-03-20 18:00", "Europe/London", ())


@pytest.mark.parametrize(("value", "zone"), [("Europe/Paris", "Europe/Paris"), ("CET", "Europe/Brussels"), ("AoE", "AoE")])
def test_a_zone_is_a_place_or_what_people_call_it(value: str, zone: str) -> None:
    assert after(f"zone: {value}").fields["zone"] == zone


def test_numbers_mean_the_questions_that_were_shown_in_whatever_order_the_lines_stand() -> None:
    plan = after("drop question 1\nadd question: D?\nquestion 3: C, reworded?\ndrop question 2")
    assert plan.questions == [{"id": "c", "text": "C, reworded?"}, {"id": "d", "text": "D?"}]


def test_a_contact_without_address_gets_one_and_a_known_one_gets_another() -> None:
    plan = after("contact: Ben Cole <ben@example.org>\ncontact: Ada Berg <ada@example.org<mailto:ada@example.org>>")
    assert plan.contacts == [
        {"name": "Ben Cole", "address": "ben@example.org"},
        {"name": "Ada Berg", "address": "ada@example.org"},
    ]
    assert plan.without_address == ()
    assert plan.readers == ("olga@example.org", "ben@example.org", "ada@example.org")


def test_meetings_of_one_mail_take_the_place_of_those_before() -> None:
    plan = after("meeting: 6 May 2026, 10:00-16:00\nmeeting: 2026-05-07 09:00-12:00, online")
    assert plan.fields["meetings"] == ["2026-05-06 10:00-16:00", "2026-05-07 09:00-12:00, online"]
    assert "meetings" not in corrected(plan, answer("drop meeting").corrections)[0].fields


def test_other_fields_are_set_and_taken_away() -> None:
    plan = after("places: 20\nform: https://forms.example.org/x\naudience: Cooks\ntitle: Other\nlanguage: fr")
    assert [plan.fields[name] for name in ("places", "channel", "audience", "title", "language")] == [
        "20",
        "both",
        "Cooks",
        "Other",
        "fr",
    ]
    plan, _ = corrected(plan, answer("places: none\nchannel: mail\naudience: none").corrections)
    assert not {"places", "form", "audience"} & plan.fields.keys()
    assert parse_call(plan.file(), "it").title == "Other"


@pytest.mark.parametrize(
    "line",
    [
        *("deadline: soon", "deadline: 20 March", "deadline: 20 or 21 March 2026", "deadline: 32 March 2026", "zone: Atlantis"),
        *(
            "question 4: D?",
            "drop question 9",
            "contact: Ben",
            "contact: x@",
            "contact: a@x.example, b@x.example",
            "places: many",
        ),
        *(
            "address: here",
            "form: http://x.example",
            "channel: pigeon",
            "language: Klingon",
            "meeting: some day",
            "drop contact: Nobody",
        ),
        *("drop title", "places: 0", "contact: <>", "drop deadline"),
    ],
)
def test_what_cannot_be_followed_changes_nothing_and_is_said_back(line: str) -> None:
    assert corrected(PLAN, answer(line).corrections) == (PLAN, (line,))


def test_a_plan_is_kept_as_text_and_gives_the_same_file_each_time() -> None:
    plan = after("places: 20")
    assert Plan.load(plan.dump()) == plan
    assert Plan.load(plan.dump()).file() == plan.file()
    call = parse_call(plan.file(), "meals-2026.yaml")
    assert (call.slug, call.places, [question.id for question in call.questions]) == ("meals-2026", 20, ["a", "b", "c"])


def test_what_an_announcement_says_is_never_more_than_a_value_in_the_file() -> None:
    plan = after('title: x"\nplaces: 20')
    hostile = plan.having(
        title='a: "b" # c\\', audience="- x\n{{ y }}\n\tz: !!python", questions=[{"id": "q", "text": "*a &b |"}]
    )
    call = parse_call(hostile.file(), "it")
    assert (call.title, call.audience, call.questions[0].text) == ('a: "b" # c\\', "- x\n{{ y }}\n\tz: !!python", "*a &b |")
