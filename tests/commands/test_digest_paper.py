"""`mailbot digest CALL --input-paper`: from the demo's entries to a check and to the paper."""

import io
from pathlib import Path

import pytest

from mailbot.cli import Session
from mailbot.commands.digest_paper import paper
from mailbot.errors import Problems
from mailbot.papers import check_sheet
from mailbot.terminal import Terminal, WrongUse

SLUG = "ran-mental-health-2021"


def session(out: io.StringIO) -> Session:
    return Session(Terminal(out=out, err=io.StringIO()))


def test_the_check_is_written_first_and_says_what_comes_next(work: Path) -> None:
    out = io.StringIO()
    paper(session(out), SLUG, None, Path("check.xlsx"), "operator")
    rows, problems = check_sheet.read((work / "check.xlsx").read_bytes(), "check.xlsx")
    assert problems == []
    assert f"check.xlsx has {len(rows)} answers beside redacted copies." in out.getvalue()
    assert f"mailbot digest {SLUG} --input-paper --checked check.xlsx --to paper.docx" in out.getvalue()
    with pytest.raises(Problems, match="no answer is released"):
        paper(session(out), SLUG, Path("check.xlsx"), Path("paper.docx"), "operator")


@pytest.mark.parametrize(("checked", "to"), [(None, None), (None, "paper.docx"), ("check.xlsx", "again.xlsx")])
def test_a_wrong_use_says_how_it_is_done(checked: str | None, to: str | None) -> None:
    with pytest.raises(WrongUse) as refused:
        paper(session(io.StringIO()), SLUG, Path(checked) if checked else None, Path(to) if to else None, "operator")
    assert refused.value.mend
