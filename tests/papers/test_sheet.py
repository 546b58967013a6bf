"""The workbook of all entries: what stands in it, what cannot run in it, and that spreadsheets open it as it was meant."""

import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from random import Random
from zipfile import ZipFile

import pytest
from lxml import etree
from python_calamine import CalamineWorkbook

from mailbot.core import clean
from mailbot.core.decisions import Choice, OfferState
from mailbot.core.entries import Entry
from mailbot.core.reading import Timeliness
from mailbot.core.rows import Beside, Row, Table
from mailbot.papers import book, sheet
from tests.papers.entries import LIVE, an_entry, mental_health
from tests.servers.office import Office

CALL = mental_health()
CHOSEN = Beside(
    choices={"K7MQ-3XRT-0001": Choice.invite},
    offers={"K7MQ-3XRT-0001": OfferState.open},
    totals={"K7MQ-3XRT-0001": 4.5},
)


def opened(octets: bytes) -> CalamineWorkbook:
    return CalamineWorkbook.from_filelike(BytesIO(octets))


def rows(octets: bytes, name: str = "Entries") -> list[list[object]]:
    return [list(row) for row in opened(octets).get_sheet_by_name(name).to_python()]


def xml(octets: bytes, name: str = "xl/worksheets/sheet1.xml") -> bytes:
    with ZipFile(BytesIO(octets)) as archive:
        return archive.read(name)


def hostile() -> list[Entry]:
    """Each of them in the name and under every question."""
    return [an_entry(n, name=live, answers=dict.fromkeys(range(1, 7), live)) for n, live in enumerate(LIVE, 1)]


def test_a_row_a_person_with_what_is_known_of_them_in_the_time_of_the_call() -> None:
    head, first, second = rows(sheet.sheet(CALL, [an_entry(1), an_entry(2)], CHOSEN))
    said = dict(zip(head, first, strict=True))
    assert (said["No."], said["Name"], said["State"], said["Version"]) == (1, "Jana Novák 1", "on time", 1)
    assert said["First received"] == "2021-02-02 01:30:00"  # in Brussels
    assert (said["Decision"], said["Place"], said["Score"]) == ("invite", "asked", 4.5)
    assert said[f"6. {CALL.questions[5].text}"] == "Answer 6 of 1."
    assert second[head.index("Decision")] == second[head.index("Score")] == ""


def test_what_is_late_unsure_incomplete_or_withdrawn_is_marked_by_a_word_and_a_fill() -> None:
    marked = [
        an_entry(1, timeliness=Timeliness.late),
        an_entry(2, unsure=frozenset({3})),
        an_entry(3, missing=(2, 5), answers={1: "One."}),
        an_entry(4, withdrawn=True),
        an_entry(5, timeliness=Timeliness.grace, apart=1),
        an_entry(6, version=0, timeliness=Timeliness.late),
    ]
    octets = sheet.sheet(CALL, marked)
    _, *said = rows(octets)
    assert [row[2:5] for row in said] == [
        ["late", "", ""],
        ["unsure", "", "3"],
        ["incomplete", "2, 5", ""],
        ["withdrawn", "", ""],
        ["within grace, change to be looked at", "", ""],
        ["does not count, late", "", ""],
    ]
    style = {place.decode(): int(s) for place, s in re.findall(rb'<c r="([A-Z]+[0-9]+)" s="([0-9]+)"', xml(octets))}
    usual = style["K2"]
    assert {place for place in style if place[0] in "JKLMNO" and place[1:] != "1" and style[place] != usual} == {
        "L3",  # unsure: the third answer
        "K4",  # missing: the second and the fifth
        "N4",
    }
    fills = [style[f"C{n}"] for n in range(2, 8)]
    assert len(set(fills)) == 5
    assert usual not in fills
    assert fills[3] == fills[5] == style["A5"] == style["B5"]


def test_no_cell_can_hold_a_formula_or_a_link() -> None:
    octets = sheet.sheet(CALL, hostile())
    with ZipFile(BytesIO(octets)) as archive:
        for name in archive.namelist():
            root = etree.fromstring(archive.read(name))
            assert not root.xpath("//*[local-name()='f' or local-name()='hyperlink' or local-name()='externalReference']"), name
    _, *said = rows(octets)
    for row, live in zip(said, LIVE, strict=True):
        assert row[1] == live.replace("\r", "\n")
        assert row[9:15] == [live.replace("\r", "\n")] * 6


@pytest.mark.parametrize("again", ["", "xlsx"])
def test_a_spreadsheet_opens_it_and_calculates_nothing(office: Office, tmp_path: Path, again: str) -> None:
    file = tmp_path / "entries.xlsx"
    file.write_bytes(sheet.sheet(CALL, [*hostile(), an_entry(90, name="_x0041_", answers={1: "_x0041_ <b>"})]))
    seen = office.read(office.converted(file, again) if again else file)
    assert len(seen) == len(LIVE) + 2
    for row, live in zip(seen[1:], LIVE, strict=False):
        assert [row[1], *row[9:15]] == [live.replace("\r", "\n")] * 7
    assert (seen[-1][1], seen[-1][9]) == ("_x0041_", "_x0041_ <b>")


def test_what_xml_cannot_hold_is_made_visible_the_same_way_whatever_stands_beside_it() -> None:
    odd = "a\x00b\x0bc\ud800d\ufffee\u202ef\x1fg\x85h <&>]]> \U0001f600"
    shown = "a\ufffdb\nc\ufffdd\ufffdef\ufffdg\nh <&>]]> \U0001f600"
    plain, among = an_entry(1, answers={1: "ἐλευθερία " * 9}), an_entry(1, answers={1: "ἐλευθερία " * 9, 2: odd})
    (_, alone), (_, beside) = rows(sheet.sheet(CALL, [plain])), rows(sheet.sheet(CALL, [among]))
    assert beside[10] == shown
    assert alone[9] == beside[9]
    every = "".join(map(chr, [*range(0x2100), *range(0xD7F0, 0xE010), *range(0xFDC0, 0xFE10), *range(0xFFF0, 0x10010)]))
    (_, said) = rows(sheet.sheet(CALL, [an_entry(1, answers={1: every})]))
    assert said[9] == re.sub("[\ufffe\uffff]", "\ufffd", clean.text(every))


def test_a_text_that_no_cell_can_hold_is_cut_and_says_so() -> None:
    (_, said) = rows(sheet.sheet(CALL, [an_entry(1, answers={1: "x" * 32_767, 2: "x" * 32_768, 3: "\U0001f600" * 30_000})]))
    assert said[9] == "x" * 32_767
    for text in said[10:12]:
        assert isinstance(text, str)
        assert len(text.encode("utf-16-le")) // 2 <= 32_767
        assert re.search(r"… \[[0-9]+ of [0-9]+ characters; the whole text is in the json and zip export\]$", text)


def test_rows_beyond_what_a_sheet_holds_stand_in_further_ones() -> None:
    table = Table(CALL, Beside())
    made, out = [an_entry(n) for n in range(1, 8)], BytesIO()
    lines = ((row.values, row.marks) for row in map(table.row, made))
    book.write(out, "t", book.Sheet("Entries", table.columns, [9] * len(table.columns), lines, 7, 2, "cut"), at_most=4)
    workbook = opened(out.getvalue())
    assert workbook.sheet_names == ["Entries", "Entries 2", "Entries 3"]
    numbers = [[row[0] for row in rows(out.getvalue(), name)] for name in workbook.sheet_names]
    assert numbers == [["No.", 1, 2, 3], ["No.", 4, 5, 6], ["No.", 7]]


def test_header_and_names_stay_in_sight_and_every_column_can_be_filtered() -> None:
    head = xml(sheet.sheet(CALL, [an_entry(1), an_entry(2)]))
    assert b'<pane xSplit="2" ySplit="1" topLeftCell="C2"' in head
    assert b'<autoFilter ref="A1:Q3"/>' in head
    assert b'<dimension ref="A1:Q3"/>' in head
    assert head.count(b"<row ") == head.count(b" ht=") == 3


def test_the_counts_stand_on_a_sheet_of_their_own_in_the_language_of_the_call() -> None:
    french = CALL.model_copy(update={"language": "fr"})
    octets = sheet.sheet(french, [an_entry(1, answers={1: "Un."}, missing=(2,)), an_entry(2), an_entry(30, withdrawn=True)])
    assert opened(octets).sheet_names == ["Réponses", "Chiffres", "Légende"]
    said = rows(octets, "Chiffres")
    assert ["Toutes les réponses", 3, "", ""] in said
    assert ["Réponses qui comptent", 2, "", ""] in said
    assert [f"2. {CALL.questions[1].text}", 1, 1, 0] in said
    assert said[-2:] == [["2021-02-02", 2, 0, ""], ["2021-02-03", 1, 0, ""]]


def test_the_same_entries_give_the_same_octets() -> None:
    made = [an_entry(n) for n in range(1, 40)]
    assert sheet.sheet(CALL, made) == sheet.sheet(CALL, [replace(one) for one in made])


def test_a_workbook_without_entries_opens() -> None:
    octets = sheet.sheet(CALL, [])
    assert len(rows(octets)) == 1
    assert b"<f>" not in xml(octets)


def test_one_that_is_too_large_for_a_letter_is_given_up_early(monkeypatch: pytest.MonkeyPatch) -> None:
    made = [an_entry(n, answers={1: Random(n).randbytes(500).hex()}) for n in range(1, 1001)]
    asked, row = set(), Table.row

    def counted(table: Table, one: Entry) -> Row:
        asked.add(one.number)
        return row(table, one)

    monkeypatch.setattr(book, "_BLOCK", 10)
    monkeypatch.setattr(Table, "row", counted)
    assert sheet.fitting(CALL, made, Beside(), 100_000) == b""
    assert len(asked) < 500
    whole = sheet.fitting(CALL, made, Beside(), 2_000_000)
    assert whole == sheet.sheet(CALL, made)
    assert sheet.fitting(CALL, made, Beside(), len(whole)) == whole
    assert sheet.fitting(CALL, made, Beside(), len(whole) - 1) == b""
