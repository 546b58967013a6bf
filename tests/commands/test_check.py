"""`mailbot check`: what is wrong is named, each fault in one plain line, and looking changes nothing."""

import fcntl
import json
import os
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from mailbot.demo.sink import Sink
from tests.commands.conftest import Mailbot, Said
from tests.servers.certificates import Certificate, Certificates
from tests.servers.dovecot import Dovecot
from tests.servers.mailbox import Mailbox as Account
from tests.servers.names import name_server
from tests.servers.postfix import Postfix

Set = Callable[..., None]


@pytest.fixture
def sink() -> Iterator[Sink]:
    with Sink() as listening:
        yield listening


@pytest.fixture
def settings(work: Path, sink: Sink) -> Set:
    """The operator's folder with a relay that works; `settings(**{"relay.port": 1})` changes a value, None takes it out."""
    values: dict[str, object] = {
        "mail.address": "demo@calls.example.org",
        "mail.operator": "operator@example.org",
        "mail.authserv_ids": ["mx.calls.example.org"],
        "mail.authserv_below_received": True,
        "mailbox.kind": "maildir",
        "mailbox.path": "mailbox",
        "relay.host": "127.0.0.1",
        "relay.port": sink.port,
        "relay.tls": "none",
        "dkim.check": False,
    }

    def write(**changed: object) -> None:
        values.update(changed)
        lines = [f"{name} = {json.dumps(value)}" for name, value in values.items() if value is not None]
        (work / "mailbot.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")

    (work / "data").chmod(0o700)
    write()
    return write


def _failed(said: Said) -> list[str]:
    """The lines that say what failed; the last line of the output names the same checks."""
    assert said.code == 1
    lines = [line for line in said.out.splitlines() if line.startswith("failed")]
    assert said.out.splitlines()[-1].startswith("Not ready: ")
    assert "Traceback" not in said.out + said.err
    return lines


def test_when_all_is_well_the_last_line_says_so(mailbot: Mailbot, settings: Set) -> None:
    said = mailbot("check")
    assert said.code == 0, said.out
    assert said.out.splitlines()[-1].startswith("Ready: 13 checks")
    assert all(line.startswith(("ok ", "warning ")) for line in said.out.splitlines()[:-1])
    assert "relay: asking 127.0.0.1:" in said.err


@pytest.mark.parametrize(
    ("changed", "state", "seen"),
    [
        ({"mail.authserv_below_received": None}, "warning", "below the Received line"),
        ({"mail.authserv_ids": ["mx.elsewhere.example"]}, "warning", "none of the last"),
        ({"mail.authserv_ids": None, "mail.topmost_without_id": True}, "failed", "in none of the last"),
        ({}, "ok", "where they are believed"),
    ],
)
def test_it_is_told_whether_our_servers_results_can_be_believed(
    mailbot: Mailbot, settings: Set, changed: dict[str, object], state: str, seen: str
) -> None:
    settings(**changed)
    (found,) = mailbot("check", "results", "--json").objects
    assert (found["check"], found["state"]) == ("results", state)
    assert seen in found["seen"]
    assert bool(found["mend"]) == (state != "ok")


def test_whether_signatures_can_be_verified_is_told(mailbot: Mailbot, settings: Set) -> None:
    def found() -> tuple[str, str, bool]:
        (one,) = mailbot("check", "signatures", "--json").objects
        return one["state"], one["seen"], bool(one["mend"])

    assert found() == ("ok", "signatures of mails are not verified (dkim.check = false)", False)
    with name_server({}) as (host, port):
        settings(**{"dkim.check": True, "dkim.name_servers": [f"{host}:{port}"]})
        assert found() == ("ok", f"{host}:{port} answers; DKIM is verified when a mail is taken", False)
    settings(**{"dkim.name_servers": ["127.0.0.1:9"], "dkim.seconds": 0.2})
    assert found() == ("warning", "127.0.0.1:9 does not answer: no signature can be verified", True)


def test_looking_changes_nothing(mailbot: Mailbot, settings: Set, work: Path) -> None:
    def everything() -> dict[str, tuple[int, int]]:
        skipped = ("mailbot.sqlite-wal", "mailbot.sqlite-shm")
        return {str(p): (p.stat().st_size, p.stat().st_mode) for p in work.rglob("*") if p.name not in skipped}

    before = everything()
    assert mailbot("check").code == 0
    assert everything() == before


def test_every_check_can_be_listed_and_run_by_its_name(mailbot: Mailbot, settings: Set) -> None:
    names = [one["name"] for one in mailbot("check", "--list", "--json").objects]
    assert len(names) >= 11
    for name in names:
        said = mailbot("check", name, "--json")
        assert {one["check"] for one in said.objects} == {name}


def test_all_mailboxes_go_by_one_name(mailbot: Mailbot, settings: Set) -> None:
    assert [one["check"] for one in mailbot("check", "mailbox", "--json").objects] == ["mailbox default"]


def test_an_unknown_check_names_the_nearest(mailbot: Mailbot, settings: Set) -> None:
    said = mailbot("check", "databse")
    assert said.code == 2
    assert said.err == "mailbot: no check `databse`: did you mean `database`?\n"


def test_json_has_one_object_a_finding(mailbot: Mailbot, settings: Set) -> None:
    for one in mailbot("check", "--json").objects:
        assert set(one) == {"check", "state", "seen", "mend"}


def test_quiet_says_nothing_when_all_is_well(mailbot: Mailbot, settings: Set) -> None:
    said = mailbot("check", "-q")
    assert (said.code, said.out, said.err) == (0, "", "")


def test_forty_columns_are_enough(mailbot: Mailbot, settings: Set, monkeypatch: pytest.MonkeyPatch) -> None:
    settings(**{"relay.port": 1})
    monkeypatch.setenv("COLUMNS", "40")
    assert max(len(line) for line in mailbot("check").out.splitlines()) <= 40


def test_settings_are_shown_with_their_origin_and_without_secrets(mailbot: Mailbot, settings: Set, work: Path) -> None:
    (work / "pw").write_text("sesame-open-9\n", encoding="utf-8")
    settings(**{"relay.password_file": "pw"})
    said = mailbot("check", "--settings")
    assert said.code == 0
    assert "sesame" not in said.out
    assert "set, 13 characters, from file" in said.out
    shown = {one["name"]: one for one in mailbot("check", "--settings", "--json").objects}
    assert shown["relay.host"]["origin"] == "mailbot.toml:7"
    assert shown["log.level"]["origin"] == "default"


# what the issue asks to be found, each in one plain line


def test_a_wrong_password_is_found(mailbot: Mailbot, settings: Set, account: "Reach", work: Path) -> None:
    account()
    (work / "password").write_text("not the password", encoding="utf-8")
    (line,) = _failed(mailbot("check", "mailbox"))
    assert line.startswith("failed    mailbox default  ")
    assert "refused while logging in" in line
    assert line.endswith("check user and password, and that IMAP is allowed")


def test_a_wrong_host_name_in_the_certificate_is_found(
    mailbot: Mailbot, settings: Set, account: "Reach", servers_folder: Path, certificates: Certificates
) -> None:
    with Dovecot(servers_folder / f"wrong-{os.urandom(4).hex()}", certificates, Certificate.wronghost) as server:
        account(port=server.imaps)
        (line,) = _failed(mailbot("check", "mailbox"))
    assert "certificate is not trusted" in line
    assert "localhost" in line
    assert "use the name that stands in the certificate" in line


def test_a_missing_folder_is_found_and_the_existing_ones_are_named(mailbot: Mailbot, settings: Set, account: "Reach") -> None:
    account(folder="Answers")
    (line,) = _failed(mailbot("check", "mailbox"))
    assert "there is no folder Answers" in line
    assert "INBOX" in line
    assert "Processed" in line


def test_a_relay_without_starttls_is_found(mailbot: Mailbot, settings: Set) -> None:
    settings(**{"relay.tls": "starttls"})
    (line,) = _failed(mailbot("check", "relay"))
    assert line.startswith("failed    relay  ")
    assert "STARTTLS" in line


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"\xff\xfe", "not text in UTF-8"), (b"slug: [\n", "call.yaml"), (b"slug: call\n", "title")],
    ids=["no text", "no YAML", "no call"],
)
def test_an_unreadable_call_file_is_found(mailbot: Mailbot, settings: Set, work: Path, content: bytes, words: str) -> None:
    (work / "rules/call.yaml").write_bytes(content)
    lines = _failed(mailbot("check", "calls"))
    assert all(line.startswith("failed    calls  ") for line in lines)
    assert "rules/call.yaml" in lines[0]
    assert words in "\n".join(lines)


def test_an_unwritable_data_folder_is_found_and_what_needs_it_is_not_tried(mailbot: Mailbot, settings: Set, work: Path) -> None:
    (work / "occupied").write_text("a file", encoding="utf-8")
    settings(**{"folders.data": "occupied/data"})
    said = mailbot("check", "data", "database", "archive")
    (line,) = _failed(said)
    assert line.startswith("failed    data  ")
    assert "cannot be written: a file is in the way" in line
    assert "not tried database, archive  because data failed" in said.out


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_data_folder_without_permission_is_found(mailbot: Mailbot, settings: Set, work: Path) -> None:
    (work / "data").chmod(0o500)
    (line,) = _failed(mailbot("check", "data"))
    assert "cannot be written: Permission denied" in line


def test_a_clock_that_is_off_is_found_by_a_mail_from_the_future(mailbot: Mailbot, settings: Set, work: Path) -> None:
    ahead = time.time() + 600
    os.utime(next((work / "mailbox/new").iterdir()), (ahead, ahead))
    (line,) = _failed(mailbot("check", "clock"))
    assert "in our future: one of the two clocks is off" in line
    assert "NTP" in line


def test_a_clock_that_is_off_is_found_by_the_date_an_imap_server_gave(
    mailbot: Mailbot, settings: Set, account: "Reach"
) -> None:
    its = account()
    its.append(b"Subject: x\r\n\r\nx\r\n", datetime.now(UTC).replace(microsecond=0) - timedelta(days=1))
    assert mailbot("check", "clock").code == 0
    its.append(b"Subject: x\r\n\r\nx\r\n", datetime.now(UTC).replace(microsecond=0) + timedelta(minutes=10))
    (line,) = _failed(mailbot("check", "clock"))
    assert "the newest mail of mailbox default was received" in line


# more faults


def test_settings_that_are_wrong_are_told_and_nothing_else_is_tried(mailbot: Mailbot, settings: Set, work: Path) -> None:
    settings(**{"relay.prot": 25})
    said = mailbot("check")
    (line,) = _failed(said)
    assert "mailbot.toml:11: " in line
    assert said.out.count("because settings failed") == 1
    assert "not tried calls, letters, secrets, data, database" in said.out
    assert said.out.splitlines()[-1] == "Not ready: settings."


def test_a_password_that_others_can_read_is_a_warning(mailbot: Mailbot, settings: Set, work: Path) -> None:
    (work / "pw").write_text("x", encoding="utf-8")
    (work / "pw").chmod(0o644)
    settings(**{"relay.password_file": "pw"})
    said = mailbot("check", "secrets")
    assert said.code == 0
    assert "chmod 600" in said.out
    assert said.out.splitlines()[-1] == "Ready: 1 check, 1 warning."


def test_a_secret_that_cannot_be_read_is_a_failure(mailbot: Mailbot, settings: Set) -> None:
    settings(**{"relay.password_file": "not-there"})
    (line,) = _failed(mailbot("check", "secrets"))
    assert "relay.password_file" in line
    assert "No such file or directory" in line


def test_a_relay_that_is_not_there_is_a_failure(mailbot: Mailbot, settings: Set) -> None:
    settings(**{"relay.port": 1})
    (line,) = _failed(mailbot("check", "relay"))
    assert "relay 127.0.0.1:1" in line


def test_a_call_for_an_unknown_mailbox_is_a_failure(mailbot: Mailbot, settings: Set, work: Path) -> None:
    file = work / "rules/ran-mental-health-2021.yaml"
    text = file.read_text(encoding="utf-8").replace("mailbox: default", "mailbox: elsewhere")
    file.write_text(text if "elsewhere" in text else f"{text}\nmailbox: elsewhere\n", encoding="utf-8")
    (line,) = _failed(mailbot("check", "calls"))
    assert "call ran-mental-health-2021 wants mailbox elsewhere" in line


def test_a_database_that_is_no_database_is_a_failure(mailbot: Mailbot, settings: Set, work: Path) -> None:
    for file in (work / "data").glob("mailbot.sqlite*"):
        file.unlink()
    (work / "data/mailbot.sqlite").write_bytes(b"no database at all " * 100)
    (line,) = _failed(mailbot("check", "database"))
    assert "mailbot.sqlite" in line


def test_a_template_of_the_operator_that_is_wrong_is_a_failure(mailbot: Mailbot, settings: Set, work: Path) -> None:
    import shutil

    from mailbot.resources import templates_dir

    shutil.copytree(templates_dir(), work / "own")
    file = work / "own/mail/acknowledgement/en.txt"
    file.write_text(file.read_text(encoding="utf-8") + "{{ nobody_fills_this }}", encoding="utf-8")
    settings(**{"folders.templates": "own"})
    (line,) = _failed(mailbot("check", "letters"))
    assert "acknowledgement/en.txt" in line
    assert "nobody_fills_this" in line


def test_a_letter_of_proof_reaches_the_relay(mailbot: Mailbot, settings: Set, sink: Sink) -> None:
    said = mailbot("check", "relay", "proof", "--send-to", "someone@example.org")
    assert said.code == 0, said.out
    (taken,) = sink.taken
    assert taken.recipients == ("someone@example.org",)
    assert b"Auto-Submitted: auto-generated" in taken.raw


def test_without_send_to_no_letter_is_sent(mailbot: Mailbot, settings: Set, sink: Sink) -> None:
    mailbot("check")
    assert sink.taken == []


# real servers


Reach = Callable[..., Account]


@pytest.fixture
def account(new_mailbox: Callable[..., Account], settings: Set, certificates: Certificates, work: Path) -> Reach:
    """Point the settings at a mailbox on the Dovecot of the tests, with its right password."""

    def reach(port: int | None = None, folder: str = "INBOX") -> Account:
        its = new_mailbox()
        (work / "password").write_text(its.password, encoding="utf-8")
        (work / "password").chmod(0o600)
        settings(
            **{
                "mailbox.kind": "imap",
                "mailbox.path": None,
                "mailbox.host": "localhost",
                "mailbox.port": port or its.dovecot.imaps,
                "mailbox.tls": "implicit",
                "mailbox.ca_file": str(certificates.ca_file),
                "mailbox.user": its.user,
                "mailbox.password_file": "password",
                "mailbox.folder": folder,
            }
        )
        return its

    return reach


def test_dovecot_and_postfix_are_found_well_and_certificates_that_end_soon_are_named(
    mailbot: Mailbot, settings: Set, account: Reach, postfix: Postfix, certificates: Certificates
) -> None:
    its = account()
    settings(
        **{
            "relay.host": "localhost",
            "relay.port": postfix.submission,
            "relay.tls": "starttls",
            "relay.ca_file": str(certificates.ca_file),
            "relay.user": its.user,
            "relay.password_file": "password",
        }
    )
    said = mailbot("check")
    assert said.code == 0, said.out
    assert "IDLE offered" in said.out
    assert said.out.count("have it renewed, it ends in less than 30 days") == 2


# the running service


def _beat(work: Path, **changed: object) -> None:
    """A heartbeat of this moment; lengths of time among the values stand for that long ago."""
    now = datetime.now(UTC)
    state: dict[str, object] = {
        "at": now.isoformat(),
        "pid": 1,
        "started_at": (now - timedelta(hours=1)).isoformat(),
        "mailboxes": {"default": {"last_success": now.isoformat(), "trouble": None}},
        "outbox": {"waiting": 0, "oldest_due": None, "trouble": None},
    }
    text = json.dumps(state | changed, default=lambda age: (now - age).isoformat())
    (work / "data/heartbeat.json").write_text(text, encoding="utf-8")


@pytest.fixture
def locked(work: Path) -> Iterator[None]:
    """The data folder as a running service holds it."""
    with (work / "data/lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@pytest.mark.usefixtures("locked")
def test_a_service_that_works_is_found_working(mailbot: Mailbot, settings: Set, work: Path) -> None:
    _beat(work)
    said = mailbot("check", "--live")
    assert (said.code, said.out.splitlines()[-1]) == (0, "Ready: 3 checks.")


@pytest.mark.usefixtures("locked")
def test_a_page_that_nobody_can_reach_is_a_warning(mailbot: Mailbot, settings: Set, work: Path) -> None:
    _beat(work, pages={"trouble": "web.listen 127.0.0.1:8080: Address already in use"})
    said = mailbot("check", "--live")
    assert (said.code, said.out.splitlines()[-1]) == (0, "Ready: 3 checks, 1 warning.")
    assert "no page is served: web.listen 127.0.0.1:8080: Address already in use" in said.out


def test_a_service_that_was_killed_a_moment_ago_is_a_failure(mailbot: Mailbot, settings: Set, work: Path) -> None:
    _beat(work, pid=4711)
    (line,) = _failed(mailbot("check", "--live"))
    assert "process 4711 has ended without a word" in line


def test_where_bounces_go_is_said(mailbot: Mailbot, settings: Set, work: Path) -> None:
    for envelope, expected in {
        "<>": "nobody learns that a letter did not arrive",
        "demo@calls.example.org": "bounces come to demo@calls.example.org",
        "demo+*@calls.example.org": "another address for each letter",
        "elsewhere@example.org": "they count only where mailbot reads them",
    }.items():
        settings(**{"mail.envelope_sender": envelope})
        assert expected in " ".join(mailbot("check", "settings").out.split())


def test_a_broken_call_file_is_a_failure_and_its_kept_version_is_named(mailbot: Mailbot, settings: Set, work: Path) -> None:
    file = work / "rules/ran-mental-health-2021.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("deadline:", "deadlin:"), encoding="utf-8")
    said = mailbot("check", "calls")
    assert said.code == 1
    assert "the last good version of this call stays in use" in said.out
    assert "ran-mental-health-2021, ran-rehabilitation-2023" in said.out
    assert "not in use" not in said.out


def test_a_service_that_does_not_run_is_a_failure(mailbot: Mailbot, settings: Set, work: Path) -> None:
    (work / "data/heartbeat.json").unlink(missing_ok=True)
    (line,) = _failed(mailbot("check", "--live"))
    assert "no service has run" in line


@pytest.mark.usefixtures("locked")
@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"at": timedelta(minutes=15)}, "the last heartbeat is 15 min old"),
        ({"mailboxes": {"default": {"last_success": timedelta(minutes=30), "trouble": "no connection"}}}, "no connection"),
        ({"mailboxes": {}}, "never looked into successfully"),
        ({"outbox": {"waiting": 3, "oldest_due": timedelta(hours=3), "trouble": None}}, "3 letters wait, the oldest for 3 h"),
    ],
    ids=["no heartbeat", "mailbox out of reach", "mailbox never reached", "letters stuck"],
)
def test_a_service_that_does_not_work_is_a_failure(
    mailbot: Mailbot, settings: Set, work: Path, changed: dict[str, object], words: str
) -> None:
    _beat(work, **changed)
    (line,) = _failed(mailbot("check", "--live"))
    assert words in line
