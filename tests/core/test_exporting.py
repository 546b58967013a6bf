"""Rows as csv and entries as json: what stands in them, and that nothing in them runs or is lost."""

import csv
import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from mailbot.core.decisions import Choice, Decision, Offer, OfferState, Score
from mailbot.core.entries import entry
from mailbot.core.exporting import BOM, Known, csv_line, whole
from mailbot.core.exporting import csv as as_csv
from mailbot.core.reading import Answer, Authentication, How, Intent, Timeliness
from mailbot.core.rows import Beside, Table
from mailbot.core.submission import Revision, Submission, Withdrawn
from tests.effort import effort
from tests.papers.entries import BEGIN, LIVE, an_entry, mental_health
from tests.servers.office import Office

CALL = mental_health()
LATER = BEGIN + timedelta(hours=3)


def a_version(number: int, text: str, counts: bool = True) -> Revision:
    return Revision(
        version=number,
        mail_id=10 + number,
        message_id=f"<{number}@example.org>",
        received_at=BEGIN + timedelta(hours=number),
        timeliness=Timeliness.on_time,
        authentication=Authentication.aligned,
        intent=Intent.answer,
        counts=counts,
        why="answers-found" if counts else "change-not-authenticated",
        answers=(Answer(1, "work", text, 0.9, How.inline),),
        unplaced="By the way \ud800",
        signature="Jana",
    )


def test_csv_has_a_mark_for_utf8_quoted_fields_and_line_ends_of_the_standard() -> None:
    table = Table(CALL, Beside())
    text = "".join(as_csv(table.columns, [table.row(an_entry(1, name='Jana "N", é')).values]))
    assert text.startswith('\ufeff"No.","Name","State"')
    assert text.endswith('"K7MQ-3XRT-0001"\r\n')
    head, row = csv.reader(text.removeprefix("\ufeff").splitlines(keepends=True))
    assert dict(zip(head, row, strict=True))["Name"] == 'Jana "N", é'


def test_nothing_that_a_spreadsheet_calculates_begins_a_cell_of_csv_whatever_it_takes_for_a_separator() -> None:
    said = {live: csv_line([live]) for live in LIVE}
    assert all('"\t' in line or "\n\t" in line or " \t" in line for line in said.values()), said
    for beside in ("a;=1+1", "a\n- one\n- two", "a\t=1", 'a"; +1', "a,\n \n@SUM(1)", "a|=1", "a\r=1"):
        assert csv_line([beside]).count("\t") > beside.count("\t"), beside
    assert csv_line(["well-known a=b, 1-2, me@example.org, 3 + 4", "\u202e=1"]) == (
        '"well-known a=b, 1-2, me@example.org, 3 + 4","\t=1"\r\n'
    )


def test_a_csv_cell_of_a_million_odd_characters_takes_no_long_time() -> None:
    with effort() as told:
        for text in (" \n" * 500_000, "\t" * 1_000_000, "\n=" * 500_000, ";" * 1_000_000):
            csv_line([text])
    assert told.seconds < 10


def test_json_has_every_version_its_source_and_what_was_decided() -> None:
    versions = (a_version(1, "First."), a_version(2, "Forged.", counts=False), a_version(3, "Third."))
    its = Submission(
        "K7MQ-3XRT-0001", CALL.slug, "jana@example.org", "Jana", versions, Withdrawn(LATER, "submitter", "said so")
    )
    known = Known(
        its,
        entry(its, 7, CALL),
        {11: "a" * 64, 13: "c" * 64},
        Decision(its.reference, Choice.invite, 3, LATER, "rik@example.org", told=Choice.invite, applied_at=LATER),
        [Offer(1, CALL.slug, its.reference, 4, OfferState.open, LATER, LATER + timedelta(days=5))],
        [Score(its.reference, "reader@example.org", {"relevance": 4}, "Close.", LATER)],
        {"country": "Czechia"},
    )
    second = replace(its, reference="K7MQ-3XRT-0002", withdrawn=None)
    pieces = list(whole(CALL, "mailbot 1", [known, Known(second, entry(second, 8, CALL), {})]))
    text = "".join(pieces)
    assert text.encode().count(b"\n") == 4  # an entry a line
    made = json.loads(text)
    assert (made["mailbot_export"], made["call"]["slug"], made["call"]["questions"][0]["id"]) == (1, CALL.slug, "work")
    first, other = made["entries"]
    assert (first["number"], first["counts"], first["version"]) == (7, False, 3)
    assert first["answers"] == {"work": "Third."}
    assert first["missing"] == [question.id for question in CALL.questions[1:]]
    assert [(v["version"], v["counts"], v["mail"]) for v in first["versions"]] == [
        (1, True, "a" * 64),
        (2, False, None),
        (3, True, "c" * 64),
    ]
    assert first["versions"][1]["answers"] == [
        {"question": "work", "text": "Forged.", "confidence": 0.9, "how": "inline", "source": "body"}
    ]
    assert first["versions"][0]["unplaced"] == "By the way \ud800"
    assert first["withdrawn"] == {"at": "2021-02-02T02:30:00+00:00", "who": "submitter", "why": "said so"}
    assert (first["decision"]["choice"], first["offers"][0]["state"], first["groups"]) == (
        "invite",
        "open",
        {"country": "Czechia"},
    )
    assert first["scores"][0]["values"] == {"relevance": 4}
    assert (other["decision"], other["offers"], other["counts"]) == (None, [], True)
    assert other.keys() == first.keys()


@pytest.mark.parametrize("separator", ["44", "59"])
def test_a_spreadsheet_that_opens_the_csv_calculates_nothing(office: Office, tmp_path: Path, separator: str) -> None:
    file = tmp_path / f"live{separator}.csv"
    cells = [*LIVE, "a;=1+1", "a\n=1+1", "a\t=1+1", 'a";=1+1;"']
    live = '"=1+1"\r\n'  # shows that it does calculate
    file.write_bytes((BOM + live + "".join(csv_line([cell, "x", cell]) for cell in cells)).encode())
    again = office.converted(file, "fods", as_csv=separator).read_text(encoding="utf-8")
    assert again.count("table:formula") == 1
