"""`mailbot show REFERENCE --proof FILE` on mails in time, late, several, twice, under a moved deadline."""

import hashlib
import io
import json
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

import pytest

from mailbot.callstates import versions
from mailbot.core.proof.signed import KeyRecord, verified
from mailbot.keyrecords import nothing_asked
from mailbot.proofs import Proofs, Worker, chained
from mailbot.reader import Killable
from tests.core.proof.signers import ASKED, signer
from tests.life import Look, World, call_file
from tests.parts import NOW, reply

LATE = datetime(2021, 2, 20, 12, 0, 30, tzinfo=UTC)
EXTENDED = "2021-02-24"
HOPS = (
    "Received: from mail.example.org (mail.example.org [203.0.113.7]) by mx.example.net with ESMTPS id 1;"
    " Sat, 20 Feb 2021 13:00:00 +0100\r\n"
)
_T = TypeVar("_T")


class Here:
    """Does work right here, but for the work that is named, which takes too long."""

    def __init__(self, *, slow: str = "") -> None:
        self._slow = slow

    def do(self, work: Callable[..., _T], *arguments: object) -> _T | str:
        return "reading-took-too-long" if work.__name__ == self._slow else work(*arguments)


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    world = World(tmp_path)
    world.edit(call_file())
    yield world
    world.app.close()


@pytest.fixture
def look(world: World, capsys: pytest.CaptureFixture[str]) -> Look:
    return Look(world, capsys)


def made(
    world: World, lookup: Any = nothing_asked, worker: Worker | None = None
) -> tuple[dict[str, bytes], dict[str, Any], str]:
    """The first submission's proof: its files, proof.json, README.txt on one line."""
    octets = octets_of(world, lookup, worker)
    with zipfile.ZipFile(io.BytesIO(octets)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    return files, json.loads(files["proof.json"]), " ".join(files["README.txt"].decode().split())


def octets_of(world: World, lookup: Any = nothing_asked, worker: Worker | None = None) -> bytes:
    app = world.app
    (submission, *_) = app.store.submissions("a-call")
    (call,) = app.calls()
    proofs = Proofs(app.store, app.archive, worker or Here(), lookup, app.own, "mailbot of the tests")
    return proofs.of(submission, call, versions(app.store, "a-call"), world.clock.now)[1]


def test_a_mail_in_time_lies_in_the_file_byte_for_byte_with_its_place_and_its_judgement(world: World) -> None:
    raw = reply()
    world.mail(raw)
    files, proof, page = made(world)
    assert list(files) == ["README.txt", "proof.json", "mail-1.eml"]
    assert files["mail-1.eml"] == raw
    (mail,) = proof["mails"]
    assert (mail["sha256"], mail["size"]) == (hashlib.sha256(raw).hexdigest(), len(raw))
    assert (mail["mailbox"], mail["uidvalidity"], mail["uid"]) == ("default", 0, "1.example")
    assert mail["internaldate"] == "2021-02-01T10:00:00+00:00"
    assert mail["judged_as_announced_then"]["timeliness"] == mail["judged_as_it_stands"]["timeliness"] == "on_time"
    assert (mail["version"], mail["counts"], mail["authentication"]) == (1, True, "aligned")
    assert "Came 2021-02-01 11:00:00 CET (10:00:00 UTC)" in page
    assert "ON TIME: 16 d 12 h before the deadline announced then, 2021-02-17 23:59:59 CET (22:59:59 UTC)" in page
    assert "Became version 1 of the entry, which counts" in page
    assert hashlib.sha256(raw).hexdigest() in page


def test_a_late_mail_under_a_moved_deadline_shows_both_deadlines_and_both_judgements(world: World) -> None:
    world.at(LATE)
    world.mail(reply(extra=HOPS))
    world.clock.advance(hours=1)
    world.edit(call_file(deadline=EXTENDED))
    _, proof, page = made(world)
    (mail,) = proof["mails"]
    assert mail["judged_as_announced_then"] == {
        "timeliness": "late",
        "late_by_seconds": 219_630.000001,
        "deadline": "2021-02-17T22:59:59.999999+00:00",
        "zone": "Europe/Brussels",
        "grace_seconds": 86_400.0,
    }
    assert mail["judged_as_it_stands"]["timeliness"] == "on_time"
    assert [one["deadline"][:10] for one in proof["deadlines_announced"]] == ["2021-02-17", "2021-02-24"]
    assert "LATE: 2 d 13 h after the deadline announced then, 2021-02-17 23:59:59 CET" in page
    assert "ON TIME: 4 d 10 h before the deadline as it stands, 2021-02-24 23:59:59 CET" in page
    assert "Announced 2021-02-24 23:59:59 CET (22:59:59 UTC), since 2021-02-20 14:00:30 CET" in page


def test_a_declared_outage_stands_in_the_proof_and_the_mail_stays_late(world: World) -> None:
    world.at(LATE)
    world.mail()
    why = "our mail server could not be reached"
    world.edit(call_file(more=f"outages: [{{from: 2021-02-17 20:00, to: 2021-02-21 09:00, why: {why}}}]\n"))
    _, proof, page = made(world)
    (mail,) = proof["mails"]
    assert mail["judged_as_it_stands"]["timeliness"] == "late"
    assert mail["outage_declared"] == {"from": "2021-02-17T19:00:00+00:00", "to": "2021-02-21T08:00:00+00:00", "why": why}
    assert "Outage it came while an outage was declared, from 2021-02-17 20:00:00 CET (19:00:00 UTC) to" in page


def test_the_line_of_our_border_stands_beside_the_time_of_the_mailbox(world: World) -> None:
    world.at(LATE)
    world.mail(reply(extra=HOPS))
    _, proof, page = made(world)
    (mail,) = proof["mails"]
    assert (mail["border_at"], mail["internaldate_after_border_seconds"]) == ("2021-02-20T12:00:00+00:00", 30.0)
    assert [(hop["by"], hop["border"]) for hop in mail["received"]] == [("mx.example.net", True)]
    assert "taken from outside by mx.example.net at 2021-02-20 13:00:00 CET (12:00:00 UTC), 30 s before it came" in page
    assert "Mon, 1 Feb 2021 11:00:00 +0100, that is 2021-02-01 11:00:00 CET (10:00:00 UTC); the sender's word" in page


def test_every_version_is_there_and_the_same_mail_again_with_its_own_time(world: World) -> None:
    first, second = reply(), reply(body="1. I work in prison.\r\n", message_id="<2@example.org>")
    world.mail(first)
    world.clock.advance(hours=1)
    assert world.mail(first) == "duplicate"
    world.mail(second)
    files, proof, page = made(world)
    assert list(files)[2:] == ["mail-1.eml", "mail-2.eml"]
    assert files["mail-2.eml"] == second
    assert [(one["file"], one["version"], one["internaldate"][11:16]) for one in proof["mails"]] == [
        ("mail-1.eml", 1, "10:00"),
        ("mail-1.eml", None, "11:00"),
        ("mail-2.eml", 2, "11:00"),
    ]
    assert "MAIL 2 OF 3: mail-1.eml" in page
    assert "Became duplicate (same mail again)" in page


def test_the_audit_entries_about_it_stand_in_order_with_their_places_in_the_whole_trail(world: World) -> None:
    world.mail(sender="jana@example.org")
    world.mail(sender="otto@example.org")
    world.mail(sender="jana@example.org", body="1. I work in prison.\r\n")
    _, proof, _ = made(world)
    trail = world.app.store.audit()
    about = [entry for entry in trail if entry.about == proof["reference"]]
    assert [(one["what"], one["why"]) for one in proof["audit"]] == [(entry.what, entry.why) for entry in about]
    assert [trail[one["place"] - 1].about for one in proof["audit"]] == [proof["reference"]] * len(about)
    assert {"new", "revision"} <= {one["what"] for one in proof["audit"]}


def test_a_trail_that_was_altered_has_another_hash_from_there_on(world: World) -> None:
    from dataclasses import replace

    world.mail()
    world.mail()
    trail = world.app.store.audit()
    other = [*trail[:2], replace(trail[2], why="another"), *trail[3:]]
    same = [one.chain == two.chain for one, two in zip(chained(trail), chained(other), strict=True)]
    assert same == [True, True] + [False] * (len(trail) - 2)


def test_a_signature_is_verified_again_and_what_the_dns_said_is_kept(world: World) -> None:
    jana = signer()
    signed = jana.sign(reply())
    world.mail(signed)

    def dns(names: Sequence[str], now: datetime) -> Mapping[str, KeyRecord]:
        assert (list(names), now) == ([jana.name], world.clock.now)
        return jana.record()

    _, proof, page = made(world, dns)
    (found,) = proof["mails"][0]["dkim"]
    assert (found["verdict"], found["aligned"], found["key_bits"]) == ("pass", True, 1024)
    assert found["key"] == f"v=DKIM1; k=rsa; p={jana.public}"
    assert "DKIM pass: example.org, selector s1: header and text are as the domain signed them" in page
    _, proof, page = made(world)
    assert (proof["mails"][0]["dkim"][0]["verdict"], proof["mails"][0]["dkim"][0]["key"]) == ("not checked", None)
    assert "DKIM not checked: example.org, selector s1: the DNS was not asked" in page


def test_the_key_that_was_there_when_the_mail_was_taken_is_shown_when_it_is_gone(world: World) -> None:
    jana = signer()
    signed = jana.sign(reply().replace(b"dmarc=pass header.from=example.org", b"none"))
    found = verified(signed, jana.record(), NOW)
    world.app.store.keep_signatures(hashlib.sha256(signed).hexdigest(), found, NOW)
    world.mail(signed)

    def dns(names: Sequence[str], now: datetime) -> Mapping[str, KeyRecord]:
        raise AssertionError(names)

    _, proof, page = made(world, dns)
    (mail,) = proof["mails"]
    assert (mail["authentication"], mail["dkim"][0]["verdict"], mail["dkim"][0]["aligned"]) == ("aligned", "pass", True)
    assert mail["dkim"][0]["key_asked_at"] == ASKED.isoformat()
    assert "Sender confirmed" in page


def test_the_same_facts_are_the_same_octets(world: World) -> None:
    world.mail()
    first = octets_of(world)
    world.clock.advance(days=400)
    assert octets_of(world) == first
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("slow", ["asked", "seen"])
def test_a_mail_that_is_made_to_keep_us_busy_is_proven_all_the_same(world: World, slow: str) -> None:
    raw = signer().sign(reply())
    world.mail(raw)
    files, proof, page = made(world, worker=Here(slow=slow))
    assert files["mail-1.eml"] == raw
    assert proof["mails"][0]["judged_as_it_stands"]["timeliness"] == "on_time"
    assert ("looking at it took too long; the mail itself is here, whole" in page) == (slow == "seen")


def test_a_text_that_keeps_the_check_of_its_signature_busy_leaves_the_rest_of_the_proof_whole(world: World) -> None:
    jana = signer()
    head, _, body = reply(extra=HOPS).partition(b"\r\n\r\n")
    head = head.replace(b"text/plain; charset=utf-8", b"multipart/mixed; boundary=limit")
    picture = b"--limit\r\nContent-Type: image/png\r\n\r\nPICTURE\r\n--limit--\r\n"
    signed = jana.sign(head + b"\r\n\r\n--limit\r\n\r\n" + body + picture)
    world.mail(signed.replace(b"PICTURE", b" " * 3_000_000 + b"x"))
    with closing(Killable(seconds=1.5)) as worker:
        _, proof, page = made(world, lambda _names, _now: jana.record(), worker)
    (mail,) = proof["mails"]
    assert [(one["verdict"], one["why"]) for one in mail["dkim"]] == [("not checked", "checking-took-too-long")]
    assert [hop["border"] for hop in mail["received"]] == [True]
    assert "checking it took too long or too much memory" in page


def test_nothing_a_candidate_wrote_acts_in_the_readme(world: World) -> None:
    hostile = "Date: \x1b[31m\u202e 1 Feb 2021\r\nReceived: from x by y (\x1b]0;a\x07); z\r\n"
    world.mail(reply().replace(b"Date:", hostile.encode() + b"X-Date:"))
    files, _, _ = made(world)
    text = files["README.txt"].decode()
    assert not [c for c in text if (ord(c) < 0x20 and c != "\n") or 0x7F <= ord(c) < 0xA0 or c == "\u202e"]
    assert files["proof.json"].isascii()


# the command


def test_the_command_writes_one_file_and_tells_its_path(world: World, look: Look) -> None:
    world.mail()
    (entry,) = look.objects("submissions", "a-call")
    file = world.folder / "proof.zip"
    (told,) = look.objects("show", entry["reference"].lower(), "--proof", str(file), "--offline")
    assert (told["reference"], told["proof"], told["mails"]) == (entry["reference"], str(file), 1)
    assert told["size"] == file.stat().st_size
    assert file.stat().st_mode & 0o077 == 0
    with zipfile.ZipFile(file) as archive:
        assert archive.testzip() is None
        assert hashlib.sha256(archive.read("mail-1.eml")).hexdigest() == told["sha256"][0]
    again = world.folder / "again.zip"
    assert f"Wrote {again}: 1 mail of {entry['reference']}; " in look.say(
        "show", entry["reference"], "--proof", str(again), "--offline"
    )
    assert again.read_bytes() == file.read_bytes()


def test_the_command_overwrites_nothing(world: World, look: Look) -> None:
    world.mail()
    (entry,) = look.objects("submissions", "a-call")
    file = world.folder / "proof.zip"
    file.write_text("mine")
    said = look.fail("show", entry["reference"], "--proof", str(file), "--offline")
    assert said == f"mailbot: {file} is there already: nothing was changed; name another file\n"
    assert file.read_text() == "mine"


def test_a_folder_that_is_not_there_and_json_beside_the_proof_are_told(world: World, look: Look) -> None:
    world.mail()
    (entry,) = look.objects("submissions", "a-call")
    nowhere = world.folder / "nowhere" / "proof.zip"
    assert "cannot be written: No such file or directory" in look.fail(
        "show", entry["reference"], "--proof", str(nowhere), "--offline"
    )
    assert "cannot both go to standard output" in look.fail("show", entry["reference"], "--proof", "-", "--offline", "--json")


def test_offline_says_nothing_without_a_proof(look: Look) -> None:
    assert look.fail("show", "BVZR-S6G8-SVN3", "--offline").startswith("mailbot: --offline belongs to --proof: ")


def test_the_proof_goes_to_standard_output_too(world: World, look: Look) -> None:
    world.mail()
    (entry,) = look.objects("submissions", "a-call")
    command = ["show", entry["reference"], "--proof", "-", "--offline", "--config", str(world.folder / "mailbot.toml")]
    octets = subprocess.run([sys.executable, "-m", "mailbot", *command], capture_output=True, check=True).stdout
    with zipfile.ZipFile(io.BytesIO(octets)) as archive:
        assert archive.namelist() == ["README.txt", "proof.json", "mail-1.eml"]


def test_a_mail_that_is_gone_from_the_archive_makes_no_proof(world: World, look: Look) -> None:
    world.mail()
    (entry,) = look.objects("submissions", "a-call")
    for kept in (world.folder / "data/archive").rglob("*.eml"):
        kept.unlink()
    file = world.folder / "proof.zip"
    assert "restore it from a backup" in look.fail("show", entry["reference"], "--proof", str(file), "--offline")
    assert not file.exists()


def test_a_mail_within_grace_is_said_to_be_so(world: World) -> None:
    world.at(datetime(2021, 2, 17, 23, 30, tzinfo=UTC) + timedelta(seconds=1))
    world.mail()
    _, proof, page = made(world)
    assert proof["mails"][0]["judged_as_it_stands"]["timeliness"] == "grace"
    assert "WITHIN GRACE: 30 min" in page
