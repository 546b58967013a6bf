"""`mailbot read`: keys, paths, options, and that nothing of a mail acts on the terminal."""

import hashlib
import io
import json
from pathlib import Path

import pytest

from mailbot.demo.stage import MAILS, SERVER
from tests.commands.conftest import Mailbot

INLINE = str(MAILS / "01-gmail-inline-en.eml")
HOSTILE = str(MAILS / "20-hostile-headers-en.eml")

KEYS = {
    *("path", "sha256", "message_id", "subject", "text", "attachments", "sender", "kind", "ack", "outcome", "reason", "call"),
    *("received_at", "timeliness", "reply", "quoted", "signature", "answers", "unanswered", "unplaced", "intent", "documents"),
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


def test_the_page_for_people_shows_each_question_with_its_answer(mailbot: Mailbot) -> None:
    out = mailbot("read", INLINE).out
    assert "received  26 Jan 2021, 14:03:11 CET, on time" in out
    assert "1. What line of work are you in?" in out
    assert "At the moment I follow" in out
    assert "left out: " in out


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
