"""Real automatic mail and people who look like it, from the public corpus where it is at hand."""

import json
from pathlib import Path

import pytest

from mailbot.core.classify import classify
from mailbot.core.message import Message, parse
from mailbot.core.reading import Own
from mailbot.core.sender import sender

CORPUS = Path(__file__).parents[3] / "shared" / "corpora" / "automatic"


@pytest.fixture(scope="module")
def judged() -> list[tuple[bool, bool, bool, str]]:
    """Of each clear case: kind right, false acknowledgement, missed acknowledgement, file."""
    if not CORPUS.is_dir():
        pytest.skip("the corpus of automatic mail is not on this machine")
    setting = json.loads((CORPUS / "setting.json").read_text(encoding="utf-8"))
    own = Own(addresses=frozenset(setting["own_addresses"]), domain=setting["own_domain"])
    cases = [json.loads(line) for line in (CORPUS / "labels.jsonl").read_text(encoding="utf-8").splitlines()]
    rows = []
    for case in (case for case in cases if not case["ambiguous"]):
        message = parse((CORPUS / case["file"]).read_bytes())
        assert isinstance(message, Message), case["file"]
        found = classify(message, sender(message, own), own)
        may = bool(case["should_ack"])
        rows.append((found.kind == case["label"], found.ack and not may, may and not found.ack, case["file"]))
    return rows


def test_no_machine_is_acknowledged(judged: list[tuple[bool, bool, bool, str]]) -> None:
    assert not [file for _, false, _, file in judged if false]


def test_hardly_a_person_is_left_without(judged: list[tuple[bool, bool, bool, str]]) -> None:
    assert len([file for _, _, missed, file in judged if missed]) <= 1


def test_the_kind_is_right(judged: list[tuple[bool, bool, bool, str]]) -> None:
    assert sum(right for right, _, _, _ in judged) >= 0.96 * len(judged)
