"""The call files that come with mailbot, and the page that explains them."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML
from ruamel.yaml.constructor import SafeConstructor

from mailbot.core.call import Call, Meeting, begin, call_schema, parse_call
from mailbot.core.deadline import instant
from mailbot.core.when import zone_info

RULES = Path(__file__).parent.parent / "rules"
ANNOUNCEMENTS = RULES.parent.parent / "shared" / "corpora" / "calls"
EXAMPLES = {"ran-mental-health-2021": "seed_ran_mental_health_2021", "ran-rehabilitation-2023": "seed_ran_rehabilitation_2023"}

announced = pytest.mark.skipif(
    not ANNOUNCEMENTS.is_dir(), reason="the announcements (../shared/corpora) are not on this machine"
)


def example(slug: str) -> Call:
    return parse_call((RULES / f"{slug}.yaml").read_text(encoding="utf-8"), f"{slug}.yaml")


def one_line(text: str) -> str:
    return " ".join(text.split())


def test_every_call_file_here_is_good_and_has_the_name_of_its_call() -> None:
    assert {path.stem: example(path.stem).slug for path in RULES.glob("*.yaml")} == {slug: slug for slug in EXAMPLES}


def test_the_ids_of_the_questions_stay_as_they_are() -> None:
    """Recorded answers hang on them."""
    assert [[q.id for q in example(slug).questions] for slug in EXAMPLES] == [
        [
            "work",
            "information-transfer",
            "problems-after-release",
            "support-and-treatment",
            "protective-factors",
            "good-practice",
        ],
        ["experience", "role-of-time", "challenges"],
    ]


def test_examples_can_only_write_to_examples() -> None:
    addresses = [a for slug in EXAMPLES for a in [*example(slug).addresses, *(c.address for c in example(slug).contacts)]]
    assert [a for a in addresses if not a.endswith(("@example.org", "@calls.example.org"))] == []


def days(meeting: Meeting) -> dict[str, str | None]:
    return {"start": begin(meeting.start).isoformat(), "end": begin(meeting.end).isoformat() if meeting.end else None}


@announced
@pytest.mark.parametrize("slug", EXAMPLES)
def test_an_example_says_what_was_announced(slug: str) -> None:
    expected: dict[str, Any] = json.loads((ANNOUNCEMENTS / f"{EXAMPLES[slug]}.expected.json").read_text(encoding="utf-8"))
    call = example(slug)
    deadline = instant(call).astimezone(zone_info(call.zone)).replace(microsecond=0, tzinfo=None)
    assert {
        "title": call.title,
        "language": call.language,
        "meeting": [days(meeting) for meeting in call.meetings],
        "deadline": deadline.isoformat(),
        "deadline_explicit_time": call.deadline.time is not None,
        "questions": [question.text for question in call.questions],
        "contacts": [contact.name for contact in call.contacts],
        "audience": call.audience,
        "language_of_work": call.language_of_work,
    } == {key: expected[key] for key in expected if key not in _NOT_COMPARED} | {
        "contacts": [contact["name"] for contact in expected["contacts"]]
    }


# The zone is printed as CET, addresses are not printed; a form is asked for, and the example takes mail too, as it says itself.
_NOT_COMPARED = {"timezone", "submission", "decoy_questions", "places_limited", "contacts"}


@announced
@pytest.mark.parametrize("slug", EXAMPLES)
def test_an_example_has_the_announcements_own_words(slug: str) -> None:
    printed = one_line((ANNOUNCEMENTS / f"{EXAMPLES[slug]}.txt").read_text(encoding="utf-8"))
    call = example(slug)
    for text in [call.title, call.audience, *call.background.splitlines(), *(question.text for question in call.questions)]:
        assert one_line(text) in printed
    assert len(call.background) > 900


@announced
def test_the_day_of_publication_is_the_one_that_is_printed_or_left_out() -> None:
    pages = [(ANNOUNCEMENTS / f"{seed}.txt").read_text(encoding="utf-8") for seed in EXAMPLES.values()]
    printed = [re.search(r"Publication date\n(.+)", page) for page in pages]
    assert [found and found[1] for found in printed] == [None, "22 February 2023"]
    assert [example(slug).published for slug in EXAMPLES] == [None, date(2023, 2, 22)]


# the schema for editors


class DaysAreText(SafeConstructor):
    """As in editors, which follow YAML 1.2."""


DaysAreText.add_constructor("tag:yaml.org,2002:timestamp", lambda _, node: node.value)


def as_an_editor_reads(text: str) -> Any:
    yaml = YAML(typ="safe", pure=True)
    yaml.Constructor = DaysAreText
    return yaml.load(text)


def accepted_by_the_schema(text: str) -> bool:
    jsonschema = pytest.importorskip("jsonschema")
    jsonschema.Draft202012Validator.check_schema(call_schema())
    return bool(jsonschema.Draft202012Validator(call_schema()).is_valid(as_an_editor_reads(text)))


@pytest.mark.parametrize("slug", EXAMPLES)
def test_an_editor_finds_nothing_wrong_with_an_example(slug: str) -> None:
    assert accepted_by_the_schema((RULES / f"{slug}.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "case",
    [
        "address-not-ascii", "channel-unknown", "deadline-afternoon", "deadline-other-order", "form-with-password",
        "grace-without-unit", "key-misspelt", "meeting-as-prose", "places-without-value", "question-without-id",
        "title-missing", "zone-abbreviation", "zone-offset",
    ],
)  # fmt: skip
def test_an_editor_marks_the_commonest_mistakes(case: str) -> None:
    text = (RULES.parent / "tests" / "bad_calls" / case / "call.yaml").read_text(encoding="utf-8")
    assert not accepted_by_the_schema(text)


# the page


PAGE = (RULES / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)


def parts(block: str) -> dict[str, str]:
    """The text of each field of an example on the page."""
    return {part.partition(":")[0]: part for part in re.split(r"^(?=\w)", block, flags=re.MULTILINE) if part}


@pytest.mark.parametrize("block", BLOCKS, ids=[next(iter(parts(block))) for block in BLOCKS])
def test_each_example_on_the_page_can_be_pasted_into_the_smallest_call(block: str) -> None:
    text = "".join((parts(BLOCKS[0]) | parts(block)).values())
    assert parse_call(text, "README.md").slug == "soil-2027"
    assert accepted_by_the_schema(text)


def test_the_page_explains_each_field_and_no_other() -> None:
    schema = call_schema()
    written = set(schema["properties"])
    for part in schema["$defs"].values():
        named = part if "properties" in part else part.get("anyOf", [{}])[-1]
        written |= set(named.get("properties", ()))
    explained = set(re.findall(r"^\| `(\w+)` \|", PAGE, re.MULTILINE)) | set(re.findall(r"^## `(\w+)`", PAGE, re.MULTILINE))
    in_words = {name for name in ("start", "end", "place") if f"`{name}`" in PAGE}
    assert explained | in_words == written


def test_the_page_has_an_example_of_each_field() -> None:
    shown = {name for block in BLOCKS for name in re.findall(r"^[ -]*(\w+):", block, re.MULTILINE)}
    assert set(re.findall(r"^\| `(\w+)` \|", PAGE, re.MULTILINE)) - shown == set()


def test_the_page_tells_the_default_of_each_field() -> None:
    told = dict(re.findall(r"^\| `(\w+)` \|.*\| `(\w+)` \|$", PAGE, re.MULTILINE))
    call = example("ran-mental-health-2021")
    real = {
        "raw_days": "90",
        "submission_days": "365",
        "automatic_days": "14",
        "grace": "24h",
        "channel": "mail",
        "language": "en",
    }
    real |= {"at_most": "2", "combine": "median", "waiting": "score", "blind": "false", "countries": "false"}
    real |= {"every": "daily", "weekday": "monday", "answers": "true"}
    real |= {"lowest": "1", "highest": "5", "weight": "1", "independent": "false"}
    assert real | {"mailbox": "default", "required": "true", "digests": "true", "send": "true", "show_answers": "true"} == told
    assert (call.retention.raw_days, call.retention.submission_days, call.retention.automatic_days) == (90, 365, 14)
