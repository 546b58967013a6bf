"""The check of the input paper: what stands in the sheet, what comes back of it, and what cannot run in it."""

from io import BytesIO
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook
from xlsxwriter import Workbook

from mailbot.core.paper.shapes import Checked, Mark, Passage, What
from mailbot.errors import Problems
from mailbot.papers import check_sheet
from tests.papers.entries import LIVE
from tests.servers.office import Office

QUESTIONS = {1: "What do you do?", 2: "=1+1?"}
NAMED = Passage(
    "work-1a2b",
    1,
    "Ann of =Acme\nsays so.",
    "[name] of =[organisation]\nsays so.",
    (Mark(0, 3, What.name, "a title before it", certain=False), Mark(8, 12, What.organisation, "known", certain=True)),
    ("in a language (el) that few have",),
)


def hostile() -> list[Passage]:
    return [Passage(f"work-{n}", 2, live.strip(), live.strip(), ()) for n, live in enumerate(LIVE)]


def test_an_answer_stands_beside_its_copy_with_what_was_found() -> None:
    made = check_sheet.write([NAMED], QUESTIONS, "A call")
    head, row = CalamineWorkbook.from_filelike(BytesIO(made)).get_sheet_by_name("check").to_python()
    assert head == ["id", "question", "original", "redacted copy", "marks found", "release?", "remark"]
    assert row[:4] == ["work-1a2b", "1. What do you do?", NAMED.original, NAMED.copy]
    assert row[4] == "in a language (el) that few have\nname?: Ann (a title before it)\norganisation: Acme (known)"
    assert row[5:] == ["", ""]
    assert check_sheet.read(made, "check.xlsx") == ((Checked(2, "work-1a2b", NAMED.copy, released=False),), [])


def test_nothing_in_it_runs_and_it_comes_back_from_libreoffice_as_it_was(tmp_path: Path, office: Office) -> None:
    file = tmp_path / "check.xlsx"
    file.write_bytes(check_sheet.write([NAMED, *hostile()], QUESTIONS, "A call"))
    again = office.converted(file, "xlsx")
    rows, problems = check_sheet.read(again.read_bytes(), "check.xlsx")
    assert problems == []
    assert [row.copy.strip() for row in rows] == [NAMED.copy, *(one.copy for one in hostile())]
    shown = office.read(file)
    assert [row[3].strip() for row in shown[1:]] == [NAMED.copy, *(one.copy for one in hostile())]


def written(*rows: tuple[object, ...], name: str = "check") -> bytes:
    made = BytesIO()
    with Workbook(made, {"in_memory": True}) as book:
        page = book.add_worksheet(name)
        for at, row in enumerate(rows):
            page.write_row(at, 0, row)
    return made.getvalue()


def test_ticks_are_read_as_people_make_them_and_other_words_are_named() -> None:
    ticks = ["x", " X ", "ja", True, 1, "✓", "", "no", "-", "maybe", "later"]
    content = written(("id", "redacted copy", "release?"), *((f"work-{n}", "a", tick) for n, tick in enumerate(ticks)))
    rows, problems = check_sheet.read(content, "check.xlsx")
    assert [row.released for row in rows] == [True] * 6 + [False] * 5
    assert [str(problem).split(": ")[0] for problem in problems] == ["check.xlsx:11", "check.xlsx:12"]


@pytest.mark.parametrize(
    "content",
    [b"", b"no zip", b"PK\x03\x04 broken", written(("id", "copy")), written(("id",), name="other")],
    ids=["empty", "text", "broken", "other columns", "other sheet"],
)
def test_what_is_no_check_is_refused_in_one_line(content: bytes) -> None:
    with pytest.raises(Problems) as refused:
        check_sheet.read(content, "check.xlsx")
    assert len(refused.value.problems) == 1
    assert refused.value.problems[0].mend


def test_cells_in_far_corners_are_refused_before_the_reader_unfolds_them() -> None:
    made = BytesIO()
    with Workbook(made, {"in_memory": True}) as book:
        page = book.add_worksheet("check")
        page.write_row(0, 0, ("id", "redacted copy", "release?"))
        page.write_string(1_048_575, 16_383, "far away")
    with pytest.raises(Problems):
        check_sheet.read(made.getvalue(), "check.xlsx")
