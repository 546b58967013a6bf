"""The input paper from the record to the file: what is written, what is refused, and what the audit trail keeps."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
import pytest
from xlsxwriter import Workbook

from mailbot.core.call import Call, parse_call
from mailbot.core.reading import Answer, How
from mailbot.core.submission import Became
from mailbot.errors import MailbotError, Problems
from mailbot.inputpaper import VERB, write_check, write_paper
from mailbot.papers import check_sheet
from mailbot.resources import example_rules_dir
from mailbot.store.opening import open_store
from mailbot.store.sql import SqlStore
from tests.store.samples import NOW, reading_of, take

KEY = b"0123456789abcdef"
EXAMPLE = example_rules_dir() / "ran-rehabilitation-2023.yaml"
SAID = ("Ask Jana Nowak of Lichtbruecke about it.", "We listen, and that is all.", "I work with Ulla Grönkvist.")


@pytest.fixture
def call() -> Call:
    return parse_call(EXAMPLE.read_text(encoding="utf-8"), EXAMPLE.name)


@pytest.fixture
def store(call: Call) -> Iterator[SqlStore]:
    """Three entries; the signature of the first names an organisation."""
    store = open_store("sqlite://", now=NOW)
    for n, words in enumerate(SAID, 1):
        take(store, replace(reading_of(f"p{n}@example.org", n), answers=(_answer(call, words),), signature=_signature(n)))
    yield store
    store.close()


def _answer(call: Call, words: str) -> Answer:
    return Answer(1, call.questions[0].id, words, 0.9, How.numbered)


def _signature(n: int) -> str:
    return "Jana Nowak\nLichtbruecke gGmbH" if n == 1 else ""


def ticked(check: Path, to: Path, ticks: Collection[str] = (), **edits: str) -> Path:
    """The check as a person hands it back: ticks in rows whose copy has one of these words, or in all."""
    rows, _ = check_sheet.read(check.read_bytes(), check.name)
    made = BytesIO()
    with Workbook(made, {"in_memory": True, "strings_to_formulas": False}) as book:
        page = book.add_worksheet("check")
        page.write_row(0, 0, ("id", "redacted copy", "release?"))
        for at, row in enumerate(rows, 1):
            copy = next((new for word, new in edits.items() if word in row.copy), row.copy)
            page.write_row(at, 0, (row.id, copy, "x" if not ticks or any(word in row.copy for word in ticks) else ""))
    to.write_bytes(made.getvalue())
    return to


def test_what_a_person_released_is_the_paper_and_stands_in_the_audit_trail(store: SqlStore, call: Call, tmp_path: Path) -> None:
    check = tmp_path / "check.xlsx"
    assert write_check(store, call, check, KEY) == 3
    assert check.stat().st_mode & 0o077 == 0
    checked = ticked(check, tmp_path / "checked.xlsx", ("Ask", "listen"), listen="We hear people.")
    paper = write_paper(store, call, checked, tmp_path / "paper.docx", KEY, NOW, "operator")
    assert paper.answers == 2
    text = "\n".join(one.text for one in docx.Document(str(tmp_path / "paper.docx")).paragraphs)
    assert "Ask [name] of [organisation] about it." in text
    assert "We hear people." in text
    assert "Grönkvist" not in text
    assert [(e.who, e.why) for e in store.audit(call.slug) if e.what == VERB] == [
        ("operator", "2 answers, each released by a person")
    ]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["check.xlsx", "checked.xlsx", "paper.docx"]


def test_an_answer_that_changed_meanwhile_and_a_name_that_was_put_back_are_refused_together(
    store: SqlStore, call: Call, tmp_path: Path
) -> None:
    check = tmp_path / "check.xlsx"
    write_check(store, call, check, KEY)
    newer = replace(reading_of("p2@example.org", 9), answers=(_answer(call, "We listen more than before."),))
    take(store, newer, Became.revision)
    checked = ticked(check, tmp_path / "checked.xlsx", Ask="Ask Jana about it.")
    with pytest.raises(Problems) as refused:
        write_paper(store, call, checked, tmp_path / "paper.md", KEY, NOW, "operator")
    told = sorted(problem.what for problem in refused.value.problems)
    assert told[0].startswith("the answer was changed or withdrawn")
    assert told[1].startswith("the redacted copy still holds “Jana”")
    assert len(told) == 2
    assert not (tmp_path / "paper.md").exists()
    assert [e for e in store.audit(call.slug) if e.what == VERB] == []


def test_no_file_that_is_there_is_replaced_and_what_cannot_be_written_is_told(
    store: SqlStore, call: Call, tmp_path: Path
) -> None:
    there = tmp_path / "check.xlsx"
    there.write_bytes(b"somebody's work")
    for path in (there, tmp_path / "check.csv", tmp_path / "none" / "check.xlsx"):
        with pytest.raises(MailbotError) as refused:
            write_check(store, call, path, KEY)
        assert refused.value.mend
    assert there.read_bytes() == b"somebody's work"
    with pytest.raises(MailbotError):
        write_paper(store, call, tmp_path / "gone.xlsx", tmp_path / "paper.md", KEY, NOW, "operator")


def test_a_call_without_an_answer_has_nothing_to_check(call: Call, tmp_path: Path) -> None:
    store = open_store("sqlite://", now=NOW)
    with pytest.raises(MailbotError, match="no answer that counts"):
        write_check(store, call, tmp_path / "check.xlsx", KEY)
    store.close()
