"""Announcements of other house styles, kept with what a careful reader takes from each: every field of every one."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from rapidfuzz import fuzz

from mailbot.commands.draft import as_object
from mailbot.core.announcement.announced import announced
from mailbot.core.announcement.draft import Draft

FOLDER = Path(__file__).parents[2] / "corpus/calls"
CASES = sorted(FOLDER.glob("*.expected.json"))
_ALIKE = 90


def _plain(words: str | None) -> str:
    return " ".join(re.sub(r"[’‘]", "'", words or "").split()).strip(" ;,.").casefold()


def _alike(wanted: str | None, found: object) -> bool:
    return fuzz.ratio(_plain(wanted), _plain(str(found or ""))) >= _ALIKE


def _drafted(case: Path) -> tuple[dict[str, Any], dict[str, Any]]:
    wanted = json.loads(case.read_text(encoding="utf-8"))
    name = case.name.removesuffix(".expected.json")
    (file,) = (f for f in FOLDER.glob(f"{name}.*") if f.suffix != ".json")
    its = announced(file.read_bytes(), file.name)
    assert isinstance(its, Draft)
    return wanted, as_object(file.name, its)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name.split(".")[0])
def test_the_questions_asked_are_found_and_no_others(case: Path) -> None:
    wanted, found = _drafted(case)
    assert len(found["questions"]) == len(wanted["questions"])
    assert [one for one, other in zip(wanted["questions"], found["questions"], strict=True) if not _alike(one, other)] == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name.split(".")[0])
def test_the_other_fields_are_right(case: Path) -> None:
    wanted, found = _drafted(case)
    assert _alike(wanted["title"], found["title"])
    assert found["language"] == wanted["language"]
    assert found["deadline"] in (wanted["deadline"], *wanted.get("deadline_alternatives", []))
    assert found["contacts"] == wanted["contacts"]
    assert found["submission"] == wanted["submission"]
    assert found["places_limited"] == wanted["places_limited"]
    assert set((found["language_of_work"] or "").split(", ")) == set((wanted["language_of_work"] or "").split(", "))
    assert fuzz.token_set_ratio(_plain(wanted["audience"]), _plain(found["audience"])) >= _ALIKE
    assert found["meeting"] == wanted["meeting"]


def test_there_are_announcements_to_read() -> None:
    assert len(CASES) >= 10
