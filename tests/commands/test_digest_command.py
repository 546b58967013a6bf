"""digest: shown as it would be now, written to look at, sent once a day; and the way to the input paper."""

import re
from email import message_from_bytes
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from mailbot.core.letter import LetterKind
from tests.commands.conftest import Mailbot
from tests.life import Look
from tests.office import ANN, BEN, CHOICE, Office


def test_the_digest_is_shown_looked_at_and_sent_once_a_day(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    office = Office(tmp_path, entries=3)
    look, letters = Look(office, capsys), len(office.outbox(LetterKind.digest))
    shown = look.say("digest", "a-call")
    assert "What line of work are you in?" in shown
    assert "Ann Contact <ann@example.org>: every day from 08:00 (Europe/Brussels)" in shown
    assert "the last one was of 2021-02-01." in shown
    told = look.objects("digest", "a-call", "--for", BEN)[0]
    assert [one["address"] for one in told["contacts"]] == [ANN, BEN]
    page, mail, table = tmp_path / "d.html", tmp_path / "d.eml", tmp_path / "d.xlsx"
    look.say("digest", "a-call", "--preview", str(page), "--sheet", str(table))
    html = page.read_text()
    assert re.findall(r'src="([a-z]+:[a-z/]*)', html) == ["data:image/png"] * html.count("<img ")
    assert "<img " in html
    assert len(CalamineWorkbook.from_path(str(table)).get_sheet_by_index(0).to_python()) == 4
    look.say("digest", "a-call", "--preview", str(mail))
    assert message_from_bytes(mail.read_bytes())["To"] == ANN
    assert "add --yes" in look.fail("digest", "a-call", "--preview", str(mail))
    assert len(office.outbox(LetterKind.digest)) == letters, "until now nothing was sent"
    assert look.say("digest", "a-call", "--send") == "2 digests written; the service sends them.\n"
    again = look.say("digest", "a-call", "--send").splitlines()
    assert [line.partition(" has the digest")[0] for line in again[:2]] == [
        "Ann Contact <ann@example.org>",
        "Ben Contact <ben@example.org>",
    ]
    assert (again[2], len(office.outbox(LetterKind.digest))) == ("Nothing was written.", letters + 2)
    office.edit((tmp_path / "rules" / "a-call.yaml").read_text().replace(CHOICE, "digest: {answers: false, every: never}\n"))
    assert "keeps answers out of mail: `mailbot export a-call" in look.fail(
        "digest", "a-call", "--sheet", str(tmp_path / "s.xlsx")
    )
    assert "no contact of a-call gets digests" in look.fail("digest", "a-call", "--send")


def test_a_wrong_use_is_one_line_with_the_mend(mailbot: Mailbot, work: Path) -> None:
    slug = "ran-mental-health-2021"
    cases = {
        ("--preview", "d.pdf"): "d.pdf does not end in .html or .eml: --preview digest.html",
        ("--sheet", "d.csv"): "d.csv does not end in .xlsx: --sheet entries.xlsx",
        ("--send", "--preview", "d.html"): "--send goes to all contacts, and alone",
        ("--to", "paper.docx"): "--to belongs to --input-paper",
        ("--input-paper", "--send"): "--send and --input-paper do not go together",
        ("--input-paper",): "no file is named",
        ("--for", "nobody@example.org"): "nobody@example.org is no contact of",
        ("--preview", "nowhere/d.html"): "name a file in a folder that is there and may be written to",
    }
    for words, mend in cases.items():
        said = mailbot("digest", slug, *words)
        assert (said.code in (1, 2), said.out, said.err.count("\n"), mend in said.err) == (True, "", 1, True), (words, said.err)
    said = mailbot("digest", slug, "--input-paper", "--to", "check.xlsx")
    assert (said.code, (work / "check.xlsx").exists()) == (0, True)
