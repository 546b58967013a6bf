"""calls, call, submissions, show: what stands in the database, for people and for scripts."""

import json
from pathlib import Path

import pytest

from tests.commands.conftest import Mailbot

MENTAL = "ran-mental-health-2021"


def test_calls_show_where_each_stands(mailbot: Mailbot, work: Path) -> None:
    said = mailbot("calls", "--json")
    assert said.code == 0
    mental, rehab = said.objects
    assert (mental["slug"], rehab["slug"]) == (MENTAL, "ran-rehabilitation-2023")
    assert mental["deadline"] == "2021-02-17T22:59:59.999999+00:00"
    assert mental["entries"] == mental["on_time"] + mental["grace"] + mental["late"] == 14
    assert (mental["grace"], mental["late"]) == (1, 1)
    assert rehab["quarantined"] == 3
    assert said.err == ""


def test_calls_for_people_fit_into_forty_columns(mailbot: Mailbot, work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wide = mailbot("calls").out
    assert "17 Feb 2021, 23:59:59 CET" in wide
    assert wide.splitlines()[-1] == "2 calls."
    monkeypatch.setenv("COLUMNS", "40")
    narrow = mailbot("calls").out
    assert max(len(line) for line in narrow.splitlines()) <= 40
    assert "entries: 14" in narrow


def test_quiet_drops_the_closing_line_and_keeps_the_result(mailbot: Mailbot, work: Path) -> None:
    out = mailbot("calls", "-q").out
    assert MENTAL in out
    assert "2 calls." not in out


def test_a_call_is_shown_without_any_settings(mailbot: Mailbot) -> None:
    said = mailbot("call", MENTAL)
    assert said.code == 0
    assert "1. What line of work are you in?" in said.out
    assert "17 Feb 2021, 23:59:59 CET, that is 17 Feb 2021, 22:59:59 UTC" in said.out


def test_a_call_as_json_has_its_questions(mailbot: Mailbot) -> None:
    (its,) = mailbot("call", MENTAL, "--json").objects
    assert len(its["questions"]) == 6


def test_an_unknown_call_names_the_nearest(mailbot: Mailbot, work: Path) -> None:
    for command in ("call", "submissions"):
        said = mailbot(command, "mental-helth")
        assert (said.code, said.out) == (1, "")
        assert said.err == f"mailbot: no call `mental-helth`: did you mean `{MENTAL}`?\n"


def test_the_schema_of_call_files_is_json(mailbot: Mailbot) -> None:
    assert json.loads(mailbot("call", "--schema").out)["$schema"].startswith("https://json-schema.org/")


def test_submissions_list_who_answered(mailbot: Mailbot, work: Path) -> None:
    entries = mailbot("submissions", MENTAL, "--json").objects
    assert len(entries) == 14
    hanna = next(one for one in entries if one["address"] == "hanna.sorensen@probation-north.example")
    assert (hanna["versions"], hanna["answered"], hanna["timeliness"]) == (2, [1, 2, 3, 4, 5, 6], "on_time")
    elodie = next(one for one in entries if one["name"] == "Élodie Marchetti")
    assert elodie["unanswered"] == [4, 6]
    assert "14 submissions" in mailbot("submissions", MENTAL).out


def _hanna(mailbot: Mailbot) -> str:
    entries = mailbot("submissions", MENTAL, "--json").objects
    return str(next(one["reference"] for one in entries if one["address"].startswith("hanna.")))


def test_show_gives_the_current_answers_every_version_and_the_source(mailbot: Mailbot, work: Path) -> None:
    reference = _hanna(mailbot)
    (one,) = mailbot("show", reference, "--json").objects
    assert [revision["version"] for revision in one["revisions"]] == [1, 2]
    assert len(one["revisions"][0]["source"]) == 64
    assert one["audit"][0]["what"] == "new"
    page = mailbot("show", reference.lower()).out
    assert "three months" in " ".join(page.split())
    assert "five months" not in " ".join(page.split())
    assert "Version 2, counts" in page


def test_show_of_an_unknown_reference_names_known_ones(mailbot: Mailbot, work: Path) -> None:
    said = mailbot("show", "NONE-SUCH")
    assert said.code == 1
    assert said.err.startswith("mailbot: no submission NONE-SUCH: ")
    assert len(said.err.splitlines()) == 1


def test_nothing_a_candidate_wrote_acts_on_the_terminal(mailbot: Mailbot, work: Path) -> None:
    entries = mailbot("submissions", MENTAL, "--json").objects
    hostile = next(one["reference"] for one in entries if one["address"] == "alex.red@tricks.test")
    said = [
        mailbot("submissions", MENTAL),
        mailbot("show", hostile),
        mailbot("show", hostile, "--json"),
        mailbot("outbox", "list", "--all"),
    ]
    for one in said:
        assert one.code == 0
        assert not [c for c in one.out if (ord(c) < 0x20 and c != "\n") or 0x7F <= ord(c) < 0xA0 or c in "\u202e\u2066"]


def test_a_slug_can_be_copied_in_eighty_columns(mailbot: Mailbot, work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert MENTAL in mailbot("calls").out
    assert "ran-rehabilitation-2023" in mailbot("quarantine").out
