"""A reviewer's sheet: what stands in it, and what is made of it when it comes back."""

import re
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from python_calamine import CalamineWorkbook
from xlsxwriter import Workbook

from mailbot.core.choosing import Criterion, Selection
from mailbot.core.decisions import Score
from mailbot.errors import Problems
from mailbot.papers import scores
from tests.papers.entries import LIVE, an_entry, mental_health
from tests.servers.office import Office

NOW = datetime(2021, 2, 20, 9, tzinfo=UTC)
WHO = "reader@example.org"
POLICY = Selection(
    criteria=(
        Criterion(id="relevance", text="How close is the work to the topic?"),
        Criterion(id="network", text="Whom do they reach?", lowest=0, highest=10),
    ),
    blind=True,
    hidden=("work",),
)
CALL = mental_health().model_copy(update={"selection": POLICY})
ENTRIES = [an_entry(n) for n in (3, 1, 2, 12)]
NUMBERS = {entry.reference: entry.number for entry in ENTRIES}
GIVEN = {ENTRIES[1].reference: Score(ENTRIES[1].reference, WHO, {"relevance": 4}, "=1+1", NOW)}

HEAD = ("No.", "relevance: close?", "network", "Comment", "Reference")


def saved(*rows: tuple[Any, ...], head: tuple[str, ...] = HEAD) -> bytes:
    """As somebody else's program saves it; what begins with = is a formula there."""
    out = BytesIO()
    with Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Whatever")
        for row, cells in enumerate([head, *rows]):
            for column, cell in enumerate(cells):
                sheet.write(row, column, cell)
    return out.getvalue()


def wrong(content: bytes) -> list[str]:
    with pytest.raises(Problems) as caught:
        scores.read(content, "her.xlsx", CALL, NUMBERS, WHO, NOW)
    return [str(problem) for problem in caught.value.problems]


def test_a_blind_sheet_has_no_names_no_hidden_answers_and_a_column_for_each_criterion() -> None:
    octets = scores.written(CALL, ENTRIES, GIVEN)
    head, *rows = CalamineWorkbook.from_filelike(BytesIO(octets)).get_sheet_by_index(0).to_python()
    assert head[0] == "No."
    assert head[1:6] == [f"{n}. {question.text}" for n, question in enumerate(CALL.questions, 1) if n > 1]
    assert head[6:] == [
        "relevance: How close is the work to the topic? (whole number from 1 to 5)",
        "network: Whom do they reach? (whole number from 0 to 10)",
        "Comment",
        "Reference",
    ]
    assert [row[0] for row in rows] == [3, 1, 2, 12]  # in the order of who reads
    assert rows[1][6:9] == [4, "", "=1+1"]
    with ZipFile(BytesIO(octets)) as archive:
        whole = b"".join(map(archive.read, archive.namelist()))
    for hidden in (b"Nov", b"jana", b"Answer 1 of"):
        assert hidden not in whole
    assert b'<dataValidation type="whole" allowBlank="1" showInputMessage="1" showErrorMessage="1"' in whole
    seeing = CALL.model_copy(update={"selection": POLICY.model_copy(update={"blind": False})})
    assert b"jana3@example.org" in ZipFile(BytesIO(scores.written(seeing, ENTRIES, {}))).read("xl/worksheets/sheet1.xml")


def test_what_is_written_comes_back(office: Office, tmp_path: Path) -> None:
    live = {
        entry.reference: Score(entry.reference, WHO, {"relevance": 1 + n, "network": 0}, LIVE[n].strip(), NOW)
        for n, entry in enumerate(ENTRIES)
    }
    file = tmp_path / "her.xlsx"
    file.write_bytes(scores.written(CALL, ENTRIES, live))
    for content in (file.read_bytes(), office.converted(file, "xlsx").read_bytes()):
        assert scores.read(content, "her.xlsx", CALL, NUMBERS, WHO, NOW) == tuple(live.values())


def test_scores_written_by_hand_are_read_and_empty_rows_left_out() -> None:
    content = saved(
        (3, "4", 10.0, " well ", ""), (1, "", "", "", ""), ("2", "", 0, "", "k7mq-3xrt-0002"), (12, "", "", "Who?", "")
    )
    found = scores.read(content, "her.xlsx", CALL, NUMBERS, WHO, NOW)
    assert [(one.reference[-2:], dict(one.values), one.comment) for one in found] == [
        ("03", {"relevance": 4, "network": 10}, "well"),
        ("02", {"network": 0}, ""),
        ("12", {}, "Who?"),
    ]
    assert {(one.reviewer, one.at) for one in found} == {(WHO, NOW)}


def test_every_mistake_is_named_at_once_with_row_column_and_mend() -> None:
    content = saved(
        (99, 4, 5, "", ""),
        (3, 4.5, 11, "", ""),
        (1, "good", True, "", "K7MQ-3XRT-0002"),
        (2, "=2+2", "=1", "", ""),
        (2, 5, 5, "", ""),
        (2, 5, 5, "", ""),
        ("", 5, 5, "", ""),
        (12, 1, 1, "x" * 10_001, ""),
    )
    assert wrong(content) == [
        "her.xlsx:2: column A (number): `99` is no entry of this call: write the number as it was in the sheet",
        "her.xlsx:3: column B (relevance): `4.5` is not a whole number: write a whole number from 1 to 5, or nothing",
        "her.xlsx:3: column C (network): `11` is beyond the scale: write a whole number from 0 to 10, or nothing",
        "her.xlsx:4: column B (relevance): `good` is not a whole number: write a whole number from 1 to 5, or nothing",
        "her.xlsx:4: column C (network): `True` is not a whole number: write a whole number from 0 to 10, or nothing",
        "her.xlsx:5: column B (relevance): a formula: write what it gives in its place",
        "her.xlsx:5: column C (network): a formula: write what it gives in its place",
        "her.xlsx:7: column A (number): number 2 stands in row 6 already: score each entry once",
        "her.xlsx:8: column A (number): there is no number beside these scores: write the number as it was in the sheet",
        "her.xlsx:9: column D (comment): 10,001 characters: write at most 10,000",
    ]
    (sorted_apart,) = wrong(saved((1, 5, 5, "", "K7MQ-3XRT-0002")))
    assert sorted_apart == (
        "her.xlsx:2: column E (reference): number 1 is K7MQ-3XRT-0001, and K7MQ-3XRT-0002 stands here: "
        "sort whole rows, or send the sheet of this call"
    )


def test_columns_that_are_unknown_missing_or_there_twice_are_named() -> None:
    assert wrong(saved((1, 2, 3), head=("No.", "relevence", "No."))) == [
        "her.xlsx:1: column B: `relevence` is not known: did you mean `relevance`?",
        "her.xlsx:1: column C: `No.` is there twice: keep one of them",
        "her.xlsx:1: there is no column `relevance`: put it back with its title",
        "her.xlsx:1: there is no column `network`: put it back with its title",
    ]
    assert [line.split(": ")[1] for line in wrong(saved(head=("a",)))] == [
        "column A",
        "there is no column `No.`",
        "there is no column `relevance`",
        "there is no column `network`",
    ]


def bombs() -> dict[str, bytes]:
    good = saved((1, 2, 3, "", ""))

    def changed(name: str, pattern: bytes, other: bytes) -> bytes:
        out = BytesIO()
        with ZipFile(BytesIO(good)) as old, ZipFile(out, "w") as new:
            for one in old.namelist():
                new.writestr(one, re.sub(pattern, lambda _: other, old.read(one)) if one == name else old.read(one))
        return out.getvalue()

    sheet = "xl/worksheets/sheet1.xml"
    return {
        "far corners": changed(sheet, b'<c r="A2"', b'<c r="XFD1048576"'),
        "entities": changed(sheet, b"<worksheet", b'<!DOCTYPE x [<!ENTITY a "b">]><worksheet'),
        "no such string": changed(sheet, b't="s"><v>0<', b't="s"><v>99999<'),
        "half": changed(sheet, b"</sheetData>.*", b""),
        "no sheet": changed("xl/workbook.xml", b"<sheets>.*</sheets>", b""),
        "sheet elsewhere": changed("xl/_rels/workbook.xml.rels", b"worksheets/sheet1.xml", b"../../etc/passwd"),
        "cut": good[: len(good) // 2],
        "empty": b"",
        "text": b"No.;relevance\r\n1;2\r\n",
        "not a workbook": changed("xl/workbook.xml", b".*", b"<a/>"),
    }


@pytest.mark.parametrize("kind", bombs())
def test_what_is_no_sheet_or_would_fill_the_memory_is_refused_in_words(kind: str) -> None:
    (said,) = wrong(bombs()[kind])
    assert said.startswith("her.xlsx: this is ")
