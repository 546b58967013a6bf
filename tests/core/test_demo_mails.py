"""The demo's mails, each read alone and compared with what its author said it should become.

A third was set aside when the mails were written (`held`): nobody tunes for those, so the two halves are counted apart.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from mailbot.core.call import parse_call
from mailbot.core.reading import Own, Reading, read
from mailbot.demo.stage import MAILS, SERVER
from mailbot.mailfiles import topmost_received
from mailbot.resources import example_rules_dir

EXPECTED: list[dict[str, Any]] = json.loads((MAILS.parent / "expected.json").read_text(encoding="utf-8"))["mails"]
CALLS = [parse_call(file.read_text(encoding="utf-8"), file.name) for file in sorted(example_rules_dir().glob("*.yaml"))]
OWN = Own(
    addresses=frozenset(address for call in CALLS for address in call.addresses),
    domain="calls.example.org",
    key=bytes(32),
    authserv_ids=frozenset({SERVER}),
    below_received=True,
)


def _read(file: str) -> Reading:
    raw = (MAILS / file).read_bytes()
    received = topmost_received(raw)
    assert received is not None
    return read(raw, received, CALLS, OWN)


def _differences(mail: dict[str, Any]) -> dict[str, tuple[Any, Any]]:
    """Key to what was expected and what was read; null in the manifest means that either is fine."""
    reading = _read(mail["file"])
    got: dict[str, Any] = {
        "call": reading.call,
        "kind": reading.kind.value,
        "outcome": reading.outcome.value,
        "timeliness": reading.timeliness.value if reading.timeliness else None,
        "authentication": reading.sender.authentication.value,
        "intent": reading.intent.value,
        "answers": sorted({answer.question for answer in reading.answers}),
        "ack": reading.ack,
    }
    different = {key: (mail[key], got[key]) for key in got if mail[key] is not None and mail[key] != got[key]}
    if mail["how"] == "meaning" and set(got["answers"]) <= set(mail["answers"]):
        different.pop("answers", None)  # prose may be left to a person, but never laid under the wrong question
    return different


def _names(mails: list[dict[str, Any]]) -> list[str]:
    return [mail["file"].removesuffix(".eml") for mail in mails]


OPEN = [mail for mail in EXPECTED if not mail["held"]]
HELD = [mail for mail in EXPECTED if mail["held"]]


@pytest.mark.parametrize("mail", OPEN, ids=_names(OPEN))
def test_a_demo_mail_reads_as_its_author_meant(mail: dict[str, Any]) -> None:
    assert _differences(mail) == {}


@pytest.mark.parametrize("mail", HELD, ids=_names(HELD))
def test_a_demo_mail_held_back_reads_as_its_author_meant(mail: dict[str, Any]) -> None:
    assert _differences(mail) == {}


def test_the_manifest_names_every_mail_once() -> None:
    assert sorted(mail["file"] for mail in EXPECTED) == sorted(path.name for path in MAILS.glob("*.eml"))
    assert len(HELD) * 3 >= len(EXPECTED)


@pytest.mark.parametrize("mail", EXPECTED, ids=_names(EXPECTED))
def test_a_demo_mail_uses_example_addresses_only(mail: dict[str, Any]) -> None:
    import re

    raw = (MAILS / mail["file"]).read_bytes().decode("utf-8", "replace")
    hosts = re.findall(r"(?<![\w/+=])[\w.+-]+@([\w-]+(?:\.[\w-]+)+)", raw.replace("=\r\n", ""))
    foreign = {host for host in hosts if not re.search(r"(^|\.)(example|test|invalid|example\.org)\.?$", host)}
    assert foreign == set()


def test_a_folder_a_maildir_and_an_mbox_give_the_same_mails(tmp_path: Path) -> None:
    from mailbot.mailfiles import mails

    files = sorted(MAILS.glob("0*.eml"))
    mbox = tmp_path / "all.mbox"
    mbox.write_bytes(
        b"".join(b"From x Mon Jan  4 10:00:00 2021\n" + _escaped(f.read_bytes()).rstrip() + b"\n\n" for f in files)
    )
    folder = tmp_path / "Maildir"
    for name in ("cur", "new", "tmp"):
        (folder / name).mkdir(parents=True)
    for file in files:
        (folder / "new" / file.name).write_bytes(file.read_bytes())
    assert [mail.path for mail in mails(str(mbox))] == [f"{mbox}#{n}" for n in range(1, len(files) + 1)]
    assert [mail.raw for mail in mails(str(folder))] == [file.read_bytes() for file in files]
    for mail, file in zip(mails(str(mbox)), files, strict=True):
        assert mail.raw.split() == file.read_bytes().replace(b"\r\n", b"\n").split()


def _escaped(raw: bytes) -> bytes:
    import re

    return re.sub(rb"(?m)^(>*From )", rb">\1", raw.replace(b"\r\n", b"\n"))


def test_a_file_called_eml_is_one_mail_whatever_it_begins_with_or_returns(tmp_path: Path) -> None:
    from mailbot.mailfiles import mails

    raw = b"From MAILER-DAEMON Sat Oct  4 08:00:09 2025\nSubject: returned\n\nYour mail:\n\n"
    raw += b"From jana Sat Oct  4 08:00:07 2025\n\nHello\n"
    for name, count in (("one.eml", 1), ("ONE.EML", 1), ("all.mbox", 2)):
        (tmp_path / name).write_bytes(raw)
        assert len(list(mails(str(tmp_path / name)))) == count
