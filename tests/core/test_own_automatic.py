"""The project's own mails of every kind, and of people who merely look automatic: never acknowledged wrongly, never lost."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mailbot.core.reading import Own, Reading, read

FOLDER = Path(__file__).parents[1] / "corpus" / "automatic"
CASES = [json.loads(line) for line in (FOLDER / "labels.jsonl").read_text(encoding="utf-8").splitlines()]
NOON = datetime(2021, 2, 9, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def read_cases() -> list[tuple[dict[str, str | bool], Reading]]:
    setting = json.loads((FOLDER / "setting.json").read_text(encoding="utf-8"))
    own = Own(addresses=frozenset(setting["own_addresses"]), domain=setting["own_domain"])
    return [(case, read((FOLDER / case["file"]).read_bytes(), NOON, (), own)) for case in CASES]


def test_every_mail_has_its_label_and_every_label_its_mail() -> None:
    assert sorted(case["file"] for case in CASES) == sorted(path.name for path in FOLDER.glob("*.eml"))


def test_the_corpus_has_every_kind_and_many_people_who_look_automatic() -> None:
    kinds = [case["label"] for case in CASES]
    assert {"auto_reply", "bounce", "mdn", "calendar", "challenge", "arf", "newsletter", "list", "our_own_loop"} < set(kinds)
    assert len(CASES) >= 72
    assert kinds.count("human") >= 24


def test_nothing_automatic_is_acknowledged(read_cases: list[tuple[dict[str, str | bool], Reading]]) -> None:
    assert [case["file"] for case, found in read_cases if found.ack and not case["should_ack"]] == []


def test_at_most_one_person_waits_in_vain(read_cases: list[tuple[dict[str, str | bool], Reading]]) -> None:
    missed = [case["file"] for case, found in read_cases if case["should_ack"] and not found.ack and not case["ambiguous"]]
    assert len(missed) <= 1, missed


def test_nobody_s_mail_is_taken_for_a_machine_s(read_cases: list[tuple[dict[str, str | bool], Reading]]) -> None:
    assert [
        case["file"] for case, found in read_cases if found.kind != case["label"] == "human" and not case["ambiguous"]
    ] == []


def test_the_kind_is_right_in_nineteen_of_twenty(read_cases: list[tuple[dict[str, str | bool], Reading]]) -> None:
    wrong = [f"{case['file']}: {found.kind} {found.reason}" for case, found in read_cases if found.kind != case["label"]]
    assert len(wrong) <= len(CASES) * 0.05, wrong
