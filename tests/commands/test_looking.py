"""calls, call, submissions, show: what stands in the database, for people and for scripts."""

import json
import shutil
import sqlite3
from pathlib import Path

import pytest

from tests.commands.conftest import Mailbot

MENTAL = "ran-mental-health-2021"
REPORT = """\
Return-Path: <>
From: MAILER-DAEMON@mx.example.org
To: demo@calls.example.org
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.org

Action: failed
Status: {status}
--b
Content-Type: text/rfc822-headers

Message-ID: {message_id}
--b--
"""


def test_calls_show_where_each_stands(mailbot: Mailbot, work: Path) -> None:
    said = mailbot("calls", "--json")
    assert said.code == 0
    mental, rehab = said.objects
    assert (mental["slug"], rehab["slug"]) == (MENTAL, "ran-rehabilitation-2023")
    assert mental["deadline"] == "2021-02-17T22:59:59.999999+00:00"
    assert mental["entries"] == mental["on_time"] + mental["grace"] + mental["late"] == 14
    assert (mental["grace"], mental["late"]) == (1, 1)
    assert (mental["quarantined"], mental["kept_apart"], rehab["open_questions"]) == (2, 1, 1)
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
    assert "10 Mar 2021, 13:00 to 16:00 CET; 11 Mar 2021, 13:00 to 16:00 CET" in said.out


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
    assert len(entries) == 15
    (sent_on,) = [one for one in entries if not one["counts"]]
    assert sent_on["name"] == "Aylin Demirkan", "a colleague sent her answers on, and she has not confirmed them"
    hanna = next(one for one in entries if one["address"] == "hanna.sorensen@probation-north.example")
    assert (hanna["versions"], hanna["answered"], hanna["timeliness"]) == (2, [1, 2, 3, 4, 5, 6], "on_time")
    elodie = next(one for one in entries if one["name"] == "Élodie Marchetti")
    assert elodie["unanswered"] == [4, 6]
    assert "15 submissions to ran-mental-health-2021, 1 of them does not count." in mailbot("submissions", MENTAL).out


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


def test_a_letter_that_did_not_arrive_is_said_at_the_person(mailbot: Mailbot, work: Path) -> None:
    """Told by a report that came to the mailbox; a forged one says nothing."""
    with sqlite3.connect(work / "data" / "mailbot.sqlite") as database:
        found = database.execute("SELECT id, message_id FROM letter WHERE recipient LIKE 'hanna.%' ORDER BY id LIMIT 1")
        letter, message_id = found.fetchone()
    forged = message_id.replace(".ack.", ".ack.a", 1)
    for name, named, status in (("1", message_id, "5.2.2"), ("2", forged, "5.1.1")):
        (work / "mailbox" / "new" / name).write_text(REPORT.format(message_id=named, status=status), encoding="utf-8")
    assert mailbot("once").code in (0, 1)  # its relay is none
    reference = _hanna(mailbot)
    (shown,) = mailbot("show", reference, "--json").objects
    (failed,) = shown["not_arrived"]
    assert (failed["letter"], failed["status"], failed["lasting"]) == (letter, "5.2.2", True)
    assert shown["versions"] == 2
    page, listed = (" ".join(mailbot(*asked).out.split()) for asked in (("show", reference), ("submissions", MENTAL)))
    assert "did not arrive" in page
    assert "the mailbox is full (permanent)" in page
    assert listed.count(f"Did not arrive: {reference}, the acknowledgement to hanna.") == 1
    assert listed.count("Did not arrive:") == 1


def test_another_address_of_the_same_person_is_suggested(mailbot: Mailbot, work: Path) -> None:
    """She writes once more from home and says so; the two entries stay two. What is forged in her name suggests nothing."""
    head = "To: demo@calls.example.org\nSubject: RAN mental health\nMIME-Version: 1.0\n"
    for name, sender, words in (
        ("1", "Hanna Sorensen <hs@home.example>", "1. Probation.\n2. Five years.\n\nMy work address is another one."),
        ("2", "<hanna.sorensen@probation-north.example>", "1. Cook.\n\nMy other address is x@evil.example."),
        ("3", "<x@evil.example>", "1. Cook.\n2. Never."),
    ):
        raw = (
            f"Return-Path: {sender[sender.index('<') :]}\nFrom: {sender}\n{head}Message-ID: <{name}@home.example>\n\n{words}\n"
        )
        (work / "mailbox" / "new" / name).write_text(raw, encoding="utf-8")
    assert mailbot("once").code in (0, 1)  # its relay is none
    entries = {one["address"]: one for one in mailbot("submissions", MENTAL, "--json").objects}
    ((home, hanna),) = [(entries[a], entries[b]) for a, b in [("hs@home.example", "hanna.sorensen@probation-north.example")]]
    (found,) = home["perhaps_same_person"]
    assert (found["reference"], found["reasons"]) == (hanna["reference"], ["same-name", "says-another-address"])
    assert entries["x@evil.example"]["perhaps_same_person"] == []
    listed, page = (" ".join(mailbot(*asked).out.split()) for asked in (("submissions", MENTAL), ("show", home["reference"])))
    assert "Perhaps one person: " in listed
    assert f"Perhaps of the same person as {hanna['reference']}: " in page


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
    assert MENTAL in mailbot("quarantine").out


def test_a_call_shows_where_it_stands(mailbot: Mailbot, work: Path) -> None:
    (its,) = mailbot("call", MENTAL, "--json").objects
    assert (its["stands"]["entries"], its["stands"]["late"]) == (14, 1)
    assert its["stands"]["complete"] + its["stands"]["incomplete"] == 14
    page = mailbot("call", MENTAL).out
    assert "stands      14 submissions: 12 on time, 1 within grace, 1 late; " in page
    assert "in quarantine" in page


def test_a_call_whose_mail_was_never_read_says_so_and_makes_no_database(mailbot: Mailbot, work: Path) -> None:
    shutil.rmtree(work / "data")
    assert "stands      no mail was read here yet" in mailbot("call", MENTAL).out
    assert not (work / "data").exists()


def test_a_call_hangs_in_forty_columns(mailbot: Mailbot, work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    lines = mailbot("call", MENTAL).out.splitlines()
    assert max(map(len, lines)) <= 40
    first = next(n for n, line in enumerate(lines) if line.startswith("  stands      14"))
    assert lines[first + 1].startswith(" " * 14)
    question = next(n for n, line in enumerate(lines) if line.startswith("  2. "))
    assert lines[question + 1].startswith("     ")


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (("submissions", MENTAL), "No submission to ran-mental-health-2021 yet: replies to "),
        (("outbox",), "No letter waits. `mailbot outbox list --all` shows what was sent."),
        (("outbox", "list", "--all"), "No letter was written yet: "),
        (("outbox", "list", "--state", "failed"), "No letter is failed. "),
        (("quarantine",), "No mail waits for a person. "),
    ],
)
def test_what_is_empty_says_what_would_fill_it(mailbot: Mailbot, work: Path, command: tuple[str, ...], told: str) -> None:
    shutil.rmtree(work / "data")
    said = mailbot(*command)
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith(told)


def test_show_where_nothing_was_read_says_what_makes_a_submission(mailbot: Mailbot, work: Path) -> None:
    shutil.rmtree(work / "data")
    assert "there is none yet; mail becomes one by `mailbot run`" in mailbot("show", "BVZR-S6G8-SVN3").err


def test_every_time_of_a_call_is_said_in_its_zone(mailbot: Mailbot, work: Path) -> None:
    for command in (("submissions", MENTAL), ("show", _hanna(mailbot)), ("quarantine", "list", "--call", MENTAL)):
        said = mailbot(*command).out
        assert "UTC" not in said
    assert "CE" in mailbot("show", _hanna(mailbot)).out
