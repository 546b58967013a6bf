"""`mailbot read`: keys, paths, options, and that nothing of a mail acts on the terminal."""

import hashlib
import io
import json
import re
from pathlib import Path

import pytest
from rich.cells import cell_len

from mailbot.commands.reasons import REASONS
from mailbot.demo.stage import MAILS, SERVER
from tests.commands.conftest import Mailbot

INLINE = str(MAILS / "01-gmail-inline-en.eml")
HOSTILE = str(MAILS / "20-hostile-headers-en.eml")

KEYS = {
    *("path", "sha256", "message_id", "subject", "text", "attachments", "sender", "kind", "ack", "outcome", "reason", "call"),
    *("received_at", "timeliness", "reply", "quoted", "signature", "answers", "unanswered", "unplaced", "intent"),
    *("also", "documents"),
}


def test_one_object_a_mail_with_exactly_the_promised_keys(mailbot: Mailbot) -> None:
    said = mailbot("read", "--json", INLINE, str(MAILS / "21-broken-nested-too-deep.eml"))
    assert (said.code, said.err) == (0, "")
    first, broken = said.objects
    assert set(first) == set(broken) == KEYS
    assert first["path"] == INLINE
    assert first["sha256"] == hashlib.sha256(Path(INLINE).read_bytes()).hexdigest()
    assert set(first["sender"]) == {"address", "name", "authentication"}
    assert set(first["answers"][0]) == {"question", "text", "confidence", "how", "source"}
    assert broken["outcome"] == "quarantine"


def test_a_folder_is_its_files_sorted(mailbot: Mailbot) -> None:
    paths = [one["path"] for one in mailbot("read", "--json", str(MAILS)).objects]
    assert paths == sorted(str(path) for path in MAILS.glob("*.eml"))


def test_a_dash_is_one_mail_on_standard_input(mailbot: Mailbot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(Path(INLINE).read_bytes())))
    (one,) = mailbot("read", "-", "--json").objects
    assert (one["path"], one["call"]) == ("-", "ran-mental-health-2021")


def test_received_at_stands_in_for_what_the_server_said(mailbot: Mailbot) -> None:
    (on_time,) = mailbot("read", "--json", INLINE).objects
    (late,) = mailbot("read", "--json", "--received-at", "2021-02-19T00:00+01:00", INLINE).objects
    assert (on_time["timeliness"], late["timeliness"]) == ("on_time", "late")
    assert late["received_at"] == "2021-02-18T23:00:00+00:00"


def test_the_topmost_received_header_counts_and_not_the_date_header(mailbot: Mailbot) -> None:
    (one,) = mailbot("read", "--json", str(MAILS / "22-outlook-mobile-last-minute-en.eml")).objects
    assert (one["received_at"], one["timeliness"]) == ("2021-02-17T22:59:41+00:00", "on_time")


def test_a_time_without_zone_is_refused_with_the_mend(mailbot: Mailbot) -> None:
    said = mailbot("read", "--received-at", "2021-02-19T00:00", INLINE)
    assert said.code == 2
    assert said.err == "mailbot: --received-at 2021-02-19T00:00 has no zone: add one, such as +01:00, or Z for UTC\n"


def test_no_call_leaves_out_the_call(mailbot: Mailbot) -> None:
    (one,) = mailbot("read", "--json", "--no-call", INLINE).objects
    assert (one["call"], one["timeliness"], one["answers"]) == (None, None, [])
    assert one["kind"] == "human"
    assert "I work as a prison and probation psychologist" in one["reply"]


def test_a_named_call_file_is_the_only_one(mailbot: Mailbot) -> None:
    rules = MAILS.parents[2] / "rules"
    (one,) = mailbot("read", "--json", "--call", str(rules / "ran-rehabilitation-2023.yaml"), INLINE).objects
    assert one["call"] is None or one["call"] == "ran-rehabilitation-2023"


def test_a_broken_call_file_is_told_with_line_and_mend(mailbot: Mailbot, tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text("slug: x\ntitle: X\nnonsense: 1\n", encoding="utf-8")
    said = mailbot("read", "--call", "x.yaml", INLINE)
    assert said.code == 1
    assert "mailbot: x.yaml:3: " in said.err
    assert len(said.err.splitlines()) > 1  # all mistakes at once


def test_an_own_address_is_known_as_ours(mailbot: Mailbot) -> None:
    (one,) = mailbot("read", "--json", "--own-address", "hanna.sorensen@probation-north.example", INLINE).objects
    assert one["ack"] is False


def test_authentication_is_believed_of_trusted_servers_only(mailbot: Mailbot) -> None:
    (unknown,) = mailbot("read", "--json", INLINE).objects
    (trusted,) = mailbot("read", "--json", "--trust", SERVER, INLINE).objects
    assert (unknown["sender"]["authentication"], trusted["sender"]["authentication"]) == ("neutral", "aligned")


def test_a_path_that_is_not_there_fails_and_the_others_are_read(mailbot: Mailbot) -> None:
    said = mailbot("read", "--json", "not-there.eml", INLINE)
    assert said.code == 1
    assert len(said.objects) == 1
    assert "not-there.eml: No such file or directory" in said.err


def test_the_page_for_people_shows_each_question_with_its_answer_and_how_sure_it_is(mailbot: Mailbot) -> None:
    out = mailbot("read", INLINE).out
    assert "received 26 Jan 2021, 14:03:11 CET, on time: the deadline was 17 Feb 2021, 23:59:59 CET" in out
    assert "1. What line of work are you in?" in out
    assert "At the moment I follow" in out
    assert "written below the quoted question; sure (0.9" in out


def test_each_line_has_the_number_of_its_question_or_what_it_is_in_the_margin(mailbot: Mailbot) -> None:
    lines = mailbot("read", INLINE).out.splitlines()
    assert [line.strip() for line in lines if line.strip().startswith("1 ┃")]
    for word in ("quoted │", "introduces │", "signature │"):
        assert [line for line in lines if line.strip().startswith(word)], word


def test_open_questions_and_unplaced_words_are_named(mailbot: Mailbot) -> None:
    out = mailbot("read", str(Path(__file__).parents[2] / "docs/reading.eml"), "--trust", SERVER).out
    assert "5 of 6 questions answered, open: 4\n" in out
    assert "open: no words of this mail were laid here" in out
    assert "  unplaced ? I can come on both days." in out


def test_long_quotes_are_folded_and_shown_when_asked_for(mailbot: Mailbot, tmp_path: Path) -> None:
    quoted = b"".join(b"> line %d\r\n" % n for n in range(15_000))
    (tmp_path / "long.eml").write_bytes(b"From: a@b.example\r\nSubject: x\r\n\r\nMy words.\r\n" + quoted)
    folded, whole = mailbot("read", "--no-call", "long.eml").out, mailbot("read", "--no-call", "--whole", "long.eml").out
    assert "… 14,996 quoted lines more" in folded
    assert len(folded.splitlines()) < 30
    assert "> line 7000" in whole


def test_a_very_long_line_is_cut_and_says_so(mailbot: Mailbot, tmp_path: Path) -> None:
    (tmp_path / "long.eml").write_bytes(b"From: a@b.example\r\nSubject: x\r\n\r\n" + b"word " * 20_000)
    assert "more characters" in mailbot("read", "--no-call", "long.eml").out


def test_what_a_document_answers_is_shown_below_the_mail(mailbot: Mailbot, tmp_path: Path) -> None:
    form = "1. I work in probation and have done so for ten years.\r\n2. There is a report, and it comes too late.\r\n"
    (tmp_path / "form.eml").write_text(
        "From: a@b.example\r\nTo: mental-health-2021@calls.example.org\r\nSubject: x\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/mixed; boundary="x"\r\n\r\n--x\r\n\r\nSee attachment.\r\n'
        f'--x\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename="form.txt"\r\n\r\n{form}--x--\r\n',
        encoding="ascii",
    )
    out = mailbot("read", "form.eml").out
    assert "Attached: form.txt\n         1 ┃ 1. I work in probation" in out
    assert "by its number, in form.txt; sure (" in out


def test_without_colour_nothing_is_lost(mailbot: Mailbot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    coloured = mailbot("read", INLINE).out
    monkeypatch.delenv("FORCE_COLOR")
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == mailbot("read", INLINE).out


@pytest.mark.parametrize("columns", ["40", "80", "200"])
def test_every_mail_of_the_demo_fits_any_window(mailbot: Mailbot, monkeypatch: pytest.MonkeyPatch, columns: str) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    said = mailbot("read", str(MAILS))
    assert said.err == ""
    assert max(cell_len(line) for line in said.out.splitlines() if not line.endswith(".eml")) <= int(columns)


def test_every_named_reason_of_the_code_has_words_for_people() -> None:
    core = Path(__file__).parents[2] / "mailbot/core"
    named = set(re.findall(r'Classified\(Kind\.\w+, "([a-z-]+)"', (core / "classify.py").read_text()))
    named |= set(re.findall(r'^    \("([a-z-]+)", lambda', (core / "classify.py").read_text(), re.MULTILINE))
    named |= set(re.findall(r'Outcome\.\w+, "([a-z-]+)"', (core / "steps.py").read_text()))
    named |= {
        found for path in core.glob("*.py") for found in re.findall(r'(?:Unreadable|TooMuch)\("([a-z-]+)"', path.read_text())
    }
    organising = (core.parent / "organising.py").read_text()
    named |= set(re.findall(r'(?:_followed\(one,|_for_a_person\(.*,|return) "([a-z-]+)"', organising))
    assert len(named) > 50
    assert sorted(named - set(REASONS)) == []


@pytest.mark.parametrize("options", [(), ("--json",)])
def test_nothing_of_a_hostile_mail_reaches_the_terminal_unneutralised(mailbot: Mailbot, options: tuple[str, ...]) -> None:
    out = mailbot("read", *options, HOSTILE).out
    assert "HYPERLINK" in out
    unsafe = [c for c in out if (ord(c) < 0x20 and c != "\n") or 0x7F <= ord(c) < 0xA0 or c in "\u202e\u202d\u2066\u2028"]
    assert unsafe == []
    assert "\nBcc:" not in out


def test_a_hostile_file_name_is_shown_and_not_obeyed(mailbot: Mailbot, tmp_path: Path) -> None:
    name = "a\x1b[31m\u202eb.eml"
    (tmp_path / name).write_bytes(Path(INLINE).read_bytes())
    out = mailbot("read", ".").out
    assert "\x1b" not in out
    assert "\u202e" not in out
    (one,) = mailbot("read", ".", "--json").objects
    assert one["path"] == name


def test_forty_columns_are_enough(mailbot: Mailbot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    lines = mailbot("read", "--trust", SERVER, str(MAILS / "06-thunderbird-inline-fr.eml")).out.splitlines()[1:]
    assert max(len(line) for line in lines) <= 40


def test_any_bytes_give_one_object(mailbot: Mailbot, tmp_path: Path) -> None:
    for number, raw in enumerate((b"", b"\0", b"From ", b"\xff" * 500, b"Subject: =?x?=\r\n\r\n\x1b[2J", b"Received: ; x\n\n")):
        (tmp_path / f"{number}.eml").write_bytes(raw)
    said = mailbot("read", "--json", ".")
    assert said.code == 0
    assert len(said.objects) == 6
    assert json.dumps(said.objects)


def test_one_broken_call_file_among_several_is_warned_of_and_the_others_are_used(mailbot: Mailbot, work: Path) -> None:
    (work / "rules/soil.yaml").write_text("slug: soil\n", encoding="utf-8")
    said = mailbot("read", "--json", INLINE)
    assert said.code == 0
    assert said.objects[0]["call"] == "ran-mental-health-2021"
    assert "mailbot: warning: rules/soil.yaml" in said.err


def test_a_call_whose_file_is_broken_is_read_with_its_last_good_version(mailbot: Mailbot, work: Path) -> None:
    (work / "rules/ran-mental-health-2021.yaml").write_text("slug: ran-mental-health-2021\n", encoding="utf-8")
    said = mailbot("read", "--json", INLINE)
    assert (said.code, said.objects[0]["call"]) == (0, "ran-mental-health-2021")
    assert "the last good version of this call stays in use" in said.err
