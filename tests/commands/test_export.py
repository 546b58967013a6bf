"""export: the files it writes, and that what was there stays when it cannot."""

import csv
import hashlib
import io
import json
import signal
import stat
import subprocess
import sys
from email import message_from_bytes, policy
from pathlib import Path
from zipfile import ZipFile

import pytest
from python_calamine import CalamineWorkbook

from mailbot.archive import FolderArchive
from tests.commands.conftest import Mailbot

MENTAL = "ran-mental-health-2021"
ROOT = Path(__file__).parents[2]


def records(octets: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(octets.decode("utf-8-sig"), newline="")))


def test_all_formats_hold_the_same_people(mailbot: Mailbot, work: Path) -> None:
    known = {one["reference"] for one in mailbot("submissions", MENTAL, "--json").objects}
    for name in ("e.csv", "e.xlsx", "e.json", "e.zip"):
        said = mailbot("export", MENTAL, "--to", name, "--json")
        assert (said.code, said.objects[0]["entries"]) == (0, len(known))
        assert stat.S_IMODE((work / name).stat().st_mode) == 0o600
    from_csv = [row["Reference"] for row in records((work / "e.csv").read_bytes())]
    head, *rows = CalamineWorkbook.from_path(str(work / "e.xlsx")).get_sheet_by_index(0).to_python()
    from_json = json.loads((work / "e.json").read_text())["entries"]
    assert (
        {*from_csv} == {str(row[head.index("Reference")]) for row in rows} == {one["reference"] for one in from_json} == known
    )
    assert [one["number"] for one in from_json] == [int(row[0]) for row in rows if isinstance(row[0], float)]
    assert [one.name for one in work.iterdir() if one.suffix == ".part"] == []


def test_the_zip_holds_the_call_whole(mailbot: Mailbot, work: Path) -> None:
    said = mailbot("export", MENTAL, "--to", "call.zip", "--json").objects[0]
    with ZipFile(work / "call.zip") as archive:
        assert archive.testzip() is None
        names = set(archive.namelist())
        mails = {name for name in names if name.startswith("mails/")}
        assert all(hashlib.sha256(archive.read(name)).hexdigest() in name for name in mails)
        entries = json.loads(archive.read("entries.json"))["entries"]
        assert {f"mails/{v['mail']}.eml" for one in entries for v in one["versions"]} <= mails
        assert {row["file"] for row in records(archive.read("mails.csv"))} == mails
        letters = records(archive.read("letters.csv"))
        assert len(letters) == said["letters"] > 10
        for row in letters:
            letter = message_from_bytes(archive.read(row["file"]), policy=policy.default)
            assert (letter["To"], letter["Message-ID"]) == (row["to"], row["message_id"])
        done = records(archive.read("audit.csv"))
        assert {one["reference"] for one in entries} <= {row["about"] for row in done}
        assert CalamineWorkbook.from_filelike(io.BytesIO(archive.read("entries.xlsx"))).sheet_names[0] == "Entries"
        assert {"README.txt", "call/version-1.yaml"} <= names
        other = mailbot("submissions", "ran-rehabilitation-2023", "--json").objects[0]["reference"]
        assert not any(other.encode() in archive.read(name) for name in names)


def test_the_same_record_gives_the_same_octets_and_every_export_is_noted(mailbot: Mailbot, work: Path) -> None:
    for name in ("a.xlsx", "b.xlsx", "a.csv", "b.csv", "a.json", "b.json"):
        assert mailbot("export", MENTAL, "--to", name).code == 0
    for end in ("xlsx", "csv", "json"):
        assert (work / f"a.{end}").read_bytes() == (work / f"b.{end}").read_bytes()
    mailbot("export", MENTAL, "--to", "call.zip")
    with ZipFile(work / "call.zip") as archive:
        done = [row["why"] for row in records(archive.read("audit.csv")) if row["what"] == "exported"]
    assert done == ["xlsx", "xlsx", "csv", "csv", "json", "json"]


def test_a_file_that_is_there_stays_unless_that_is_said(mailbot: Mailbot, work: Path) -> None:
    (work / "e.json").write_text("mine")
    said = mailbot("export", MENTAL, "--to", "e.json")
    assert (said.code, (work / "e.json").read_text()) == (2, "mine")
    assert said.err.strip().endswith("add --yes to do it")
    assert mailbot("export", MENTAL, "--to", "e.json", "--yes").code == 0
    assert (work / "e.json").read_text().startswith('{"mailbot_export": 1')


@pytest.mark.parametrize(
    ("words", "code", "mend"),
    [
        ((MENTAL, "--to", "e.ods"), 2, "end its name with one of .csv, .xlsx, .json, .zip"),
        ((MENTAL, "--to", "-"), 2, "end its name with one of .csv, .xlsx, .json, .zip"),
        (("ran-mental", "--to", "e.csv"), 1, f"did you mean `{MENTAL}`?"),
        ((MENTAL, "--to", "nowhere/e.csv"), 1, "name a file in a folder that is there and may be written to"),
        ((MENTAL, "--to", "rules.csv"), 1, "name a file in it"),
    ],
)
def test_what_is_wrong_is_said_with_the_mend(
    mailbot: Mailbot, work: Path, words: tuple[str, ...], code: int, mend: str
) -> None:
    (work / "rules.csv").mkdir()
    said = mailbot("export", *words)
    assert (said.code, said.out, said.err.count("\n")) == (code, "", 1)
    assert said.err.strip().endswith(mend)


def test_stopped_in_the_middle_nothing_half_made_is_left(mailbot: Mailbot, work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (work / "call.zip").write_text("the one of yesterday")
    before = sorted(work.iterdir())

    def interrupted(_archive: FolderArchive, _sha256: str) -> bytes:
        raise KeyboardInterrupt

    monkeypatch.setattr(FolderArchive, "get", interrupted)
    assert mailbot("export", MENTAL, "--to", "call.zip", "--yes").code == 130
    assert (work / "call.zip").read_text() == "the one of yesterday"
    assert sorted(work.iterdir()) == before


_KILLED = """
import os, signal, sys
from mailbot.disk import RealDisk
from mailbot.archive import FolderArchive
owner, name = {"get": FolderArchive, "rename": RealDisk}[sys.argv[1]], sys.argv[1]
setattr(owner, name, lambda *_: os.kill(os.getpid(), signal.SIGKILL))
from mailbot.cli import run
run(sys.argv[2:])
"""


def test_killed_anywhere_the_file_of_before_stays_and_the_next_run_leaves_nothing_aside(mailbot: Mailbot, work: Path) -> None:
    before = sorted(path.name for path in work.iterdir())
    for step in ("get", "rename"):
        (work / "call.zip").write_text("the one of yesterday")
        words = [step, "export", MENTAL, "--to", "call.zip", "--yes"]
        done = subprocess.run([sys.executable, "-c", _KILLED, *words], env={"PYTHONPATH": str(ROOT)}, cwd=work, check=False)
        assert done.returncode == -signal.SIGKILL, step
        assert (work / "call.zip").read_text() == "the one of yesterday", step
    assert mailbot("export", MENTAL, "--to", "call.zip", "--yes").code == 0
    with ZipFile(work / "call.zip") as archive:
        assert archive.testzip() is None
    assert sorted(path.name for path in work.iterdir()) == sorted([*before, "call.zip"])


def test_a_mail_that_is_gone_is_named_and_everything_else_is_there(mailbot: Mailbot, work: Path) -> None:
    gone, altered = sorted((work / "data/archive").glob("*/*.eml"))[:2]
    gone.unlink()
    altered.write_bytes(b"something else")
    said = [mailbot("export", slug, "--to", f"{slug}.zip") for slug in (MENTAL, "ran-rehabilitation-2023")]
    assert [one.code for one in said] == [0, 0]
    assert sum(one.err.count("could not be read from the archive; mails.csv says which") for one in said) >= 1
    troubled = set()
    for slug in (MENTAL, "ran-rehabilitation-2023"):
        with ZipFile(work / f"{slug}.zip") as archive:
            rows = records(archive.read("mails.csv"))
            assert all((row["file"] == "") == bool(row["trouble"]) for row in rows)
            troubled |= {row["trouble"].split(" ")[0] for row in rows if row["trouble"]}
    assert troubled
