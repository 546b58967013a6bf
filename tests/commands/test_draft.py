"""`mailbot draft`: what it shows, what it writes, and what it says of files that hold no announcement."""

import io
from pathlib import Path

import pytest

from mailbot.core.call import parse_call
from tests.commands.conftest import Mailbot

CALLS = Path(__file__).parents[1] / "corpus/calls"
PAGE = str(CALLS / "en_agency_night_crossings.html")

KEYS = {
    *("path", "title", "language", "meeting", "timezone", "deadline", "deadline_explicit_time", "questions", "decoy_questions"),
    *("contacts", "submission", "audience", "places_limited", "language_of_work", "doubts"),
}


def test_one_object_a_file_with_exactly_the_promised_keys(mailbot: Mailbot) -> None:
    said = mailbot("draft", "--json", PAGE, str(CALLS / "de_museumsnetz_tandem.pdf"))
    assert said.code == 0
    first, second = said.objects
    assert set(first) == set(second) == KEYS
    assert first["path"] == PAGE
    assert first["deadline"] == "2026-04-24T23:59:59"
    assert first["submission"] == {"channel": "email", "address": "night-crossings@esfo.example.org"}
    assert {"field", "why"} == set(first["doubts"][0])


def test_without_a_folder_the_file_is_shown_and_what_to_check_said_beside_it(mailbot: Mailbot) -> None:
    said = mailbot("draft", PAGE)
    assert said.code == 0
    call = parse_call(said.out, "shown.yaml")
    assert call.title == "Night crossings: expert meeting on the safety of small ferries after dark"
    assert "`please check`" in said.err


def test_what_keeps_it_from_opening_is_said(mailbot: Mailbot, tmp_path: Path) -> None:
    (tmp_path / "call.txt").write_text("Call for participants: soil\n\nWe dig by 4 May 2026.\n", encoding="utf-8")
    said = mailbot("draft", "call.txt")
    assert said.code == 0
    assert "before it opens as a call: " in said.err
    assert "`questions` is missing" in said.err


def test_into_a_folder_each_is_written_under_its_slug(mailbot: Mailbot, tmp_path: Path) -> None:
    said = mailbot("draft", "-o", "rules", PAGE)
    assert said.code == 0
    (file,) = (tmp_path / "rules").iterdir()
    assert said.out == f"Wrote rules/{file.name}\n"
    assert parse_call(file.read_text(encoding="utf-8"), file.name).slug == file.stem


def test_a_file_that_is_there_is_kept_unless_told(mailbot: Mailbot, tmp_path: Path) -> None:
    mailbot("draft", "-o", "rules", PAGE)
    (file,) = (tmp_path / "rules").iterdir()
    file.write_text("edited", encoding="utf-8")
    said = mailbot("draft", "-o", "rules", PAGE)
    assert (said.code, file.read_text(encoding="utf-8")) == (1, "edited")
    assert "is there already: nothing was changed; add --overwrite" in said.err
    assert mailbot("draft", "-o", "rules", "--overwrite", PAGE).code == 0
    assert file.read_text(encoding="utf-8") != "edited"


def test_a_dash_is_standard_input(mailbot: Mailbot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(Path(PAGE).read_bytes())))
    (one,) = mailbot("draft", "--json", "-").objects
    assert (one["path"], len(one["questions"])) == ("-", 3)


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("photo.png", b"\x89PNG\r\n\x1a\n" + b"x" * 90, "has no words to draft from"),
        ("empty.txt", b"", "has no words to draft from"),
        ("broken.docx", b"PK\x03\x04 no archive", "has no words to draft from"),
    ],
)
def test_a_file_without_words_says_how_to_mend_it_and_the_others_go_on(
    mailbot: Mailbot, tmp_path: Path, name: str, content: bytes, says: str
) -> None:
    (tmp_path / name).write_bytes(content)
    said = mailbot("draft", "--json", name, PAGE)
    assert said.code == 1
    assert len(said.objects) == 1
    assert f"{name} {says}" in said.err
    assert "save its text as .txt" in said.err


def test_a_file_that_is_not_there_is_named(mailbot: Mailbot) -> None:
    said = mailbot("draft", "nothing.txt")
    assert (said.code, said.out) == (1, "")
    assert "nothing.txt" in said.err
    assert "name a file: a text, an HTML page" in said.err


def test_a_folder_is_no_announcement(mailbot: Mailbot, tmp_path: Path) -> None:
    said = mailbot("draft", str(tmp_path))
    assert said.code == 1
    assert "Is a directory" in said.err
