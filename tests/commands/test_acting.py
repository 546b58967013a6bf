"""outbox, quarantine, migrate, once, run: what people and timers do."""

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands.conftest import Mailbot

ROOT = Path(__file__).parents[2]


def _letters(mailbot: Mailbot, *options: str) -> list[int]:
    return [one["id"] for one in mailbot("outbox", "list", *options, "--json").objects]


def _hold(folder: Path, number: int, state: str) -> None:
    """Put a letter of the demo into another state, as time would have done."""
    with sqlite3.connect(folder / "data" / "mailbot.sqlite") as database:
        (table,) = [
            name
            for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            if {"state", "due_at"} <= {row[1] for row in database.execute(f"PRAGMA table_info({name})")}
        ]
        database.execute(f"UPDATE {table} SET state = ? WHERE id = ?", (state, number))
    database.close()


def test_an_outbox_with_nothing_to_do_says_so(mailbot: Mailbot, work: Path) -> None:
    said = mailbot("outbox")
    assert (said.code, said.out, said.err) == (0, "No letter waits. `mailbot outbox list --all` shows what was sent.\n", "")


def test_all_letters_can_be_listed_and_one_shown(mailbot: Mailbot, work: Path) -> None:
    numbers = _letters(mailbot, "--all")
    assert len(numbers) == 34
    assert _letters(mailbot, "--state", "sent") == numbers
    said = mailbot("outbox", "show", str(numbers[0]))
    assert "Subject: [Demo] Your answers have arrived" in said.out


def test_a_held_letter_is_approved_and_then_waits(mailbot: Mailbot, work: Path) -> None:
    number = _letters(mailbot, "--all")[0]
    _hold(work, number, "held")
    assert mailbot("outbox").out.splitlines()[-1] == "1 letter: 1 held."
    said = mailbot("outbox", "approve", str(number))
    assert (said.code, said.out) == (0, "1 letter approved.\n")
    assert _letters(mailbot, "--state", "waiting") == [number]


def test_a_failed_letter_is_tried_again(mailbot: Mailbot, work: Path) -> None:
    number = _letters(mailbot, "--all")[0]
    _hold(work, number, "failed")
    assert mailbot("outbox", "retry", str(number)).out == "1 letter due now.\n"


def test_cancelling_needs_yes_where_nobody_can_be_asked(mailbot: Mailbot, work: Path) -> None:
    number = _letters(mailbot, "--all")[0]
    _hold(work, number, "waiting")
    said = mailbot("outbox", "cancel", str(number))
    assert said.code == 2
    assert "add --yes" in said.err
    assert _letters(mailbot, "--state", "waiting") == [number]
    assert mailbot("outbox", "cancel", str(number), "--yes").out == "1 letter cancelled.\n"
    assert _letters(mailbot) == []


def test_what_was_sent_stays_sent_and_nothing_else_is_changed(mailbot: Mailbot, work: Path) -> None:
    first, second = _letters(mailbot, "--all")[:2]
    _hold(work, first, "failed")
    said = mailbot("outbox", "retry", str(first), str(second))
    assert said.code == 2
    assert f"letter {second} is sent" in said.err
    assert _letters(mailbot, "--state", "failed") == [first]


def test_an_unknown_letter_is_told_in_one_line(mailbot: Mailbot, work: Path) -> None:
    said = mailbot("outbox", "show", "99999")
    assert said.code == 1
    assert said.err.startswith("mailbot: no letter 99999: ")


def test_quarantine_lists_what_waits_for_a_person(mailbot: Mailbot, work: Path) -> None:
    mails = mailbot("quarantine", "--json").objects
    assert len(mails) == 4
    assert {"nested-too-deep", "authentication-failed"} <= {one["reason"] for one in mails}
    assert mailbot("quarantine").out.splitlines()[-1] == "3 mails, 1 change kept apart for a person."
    assert len(mailbot("quarantine", "list", "--call", "ran-mental-health-2021", "--json").objects) == 3


def _kept(mailbot: Mailbot, reason: str) -> str:
    return str(next(one["id"] for one in mailbot("quarantine", "--json").objects if one["reason"] == reason))


def test_a_quarantined_mail_is_shown_harmlessly(mailbot: Mailbot, work: Path) -> None:
    said = mailbot("quarantine", "show", _kept(mailbot, "nested-too-deep"))
    assert "kept because: nested-too-deep" in said.out
    assert "gateway@relay.test" in said.out


def test_a_released_mail_takes_its_path_again_with_the_next_round(mailbot: Mailbot, work: Path) -> None:
    number = _kept(mailbot, "nested-too-deep")
    assert mailbot("quarantine", "release", number).out == "1 mail released, to be read again by the next round.\n"
    assert len(mailbot("quarantine", "--json").objects) == 3
    assert mailbot("once").code == 0
    assert _kept(mailbot, "nested-too-deep") == number  # read again, and still not readable


def test_a_discarded_mail_is_gone_from_the_list_and_told_in_the_audit_trail(mailbot: Mailbot, work: Path) -> None:
    number = _kept(mailbot, "authentication-failed")
    assert mailbot("quarantine", "discard", number).code == 2
    said = mailbot("quarantine", "discard", number, "--yes", "--why", "spam")
    assert said.out == "1 mail discarded, kept in the archive until retention ends.\n"
    again = mailbot("quarantine", "discard", number, "--yes")
    assert again.code == 1
    assert again.err == (
        f"mailbot: mail {number} is discarded already: nothing was changed; `mailbot quarantine` lists those that wait\n"
    )
    assert f"Mail {number}, discarded already" in mailbot("quarantine", "show", number).out


def test_a_number_that_no_mail_has_is_never_met_with_another(mailbot: Mailbot, work: Path) -> None:
    for word in (["release", "4711"], ["discard", "4711", "--yes"], ["show", "4711"]):
        said = mailbot("quarantine", *word)
        assert said.code == 1
        assert said.err == "mailbot: no mail 4711: `mailbot quarantine` lists those that wait\n"


_CHANGE = b"""\
From: Hanna Sorensen <hanna.sorensen@probation-north.example>
To: mental-health-2021@calls.example.org
Subject: correction
Message-ID: <unsure@probation-north.example>

1. I sell bicycles now.
"""


def test_a_change_kept_apart_waits_for_a_person_with_its_reason_and_its_words(mailbot: Mailbot, work: Path) -> None:
    before = mailbot("calls", "--json").objects[0]
    (work / "mailbox/new/unsure").write_bytes(_CHANGE)
    assert "1 mail (1 kept apart), 1 letter written" in mailbot("once").out, "its sender hears that the earlier answers stand"
    (one,) = [one for one in mailbot("quarantine", "--json").objects if one["reason"] == "weaker-than-first"]
    listed = mailbot("quarantine").out
    assert "its sender could not be confirmed" in listed
    assert f"mailbot show {one['reference']}" in listed
    assert listed.splitlines()[-1] == "3 mails, 2 changes kept apart for a person."
    after = mailbot("calls", "--json").objects[0]
    assert (after["kept_apart"], after["quarantined"]) == (before["kept_apart"] + 1, before["quarantined"])
    page = mailbot("show", one["reference"].replace("-", "").lower()).out
    assert "Version 3, kept apart: its sender could not be confirmed" in page
    assert "I sell bicycles now." in page


def _kept_apart(mailbot: Mailbot, work: Path) -> tuple[str, str]:
    """The number of a change kept apart, and the reference of its entry."""
    (work / "mailbox/new/unsure").write_bytes(_CHANGE)
    mailbot("once")
    (one,) = [one for one in mailbot("quarantine", "--json").objects if one["reason"] == "weaker-than-first"]
    return str(one["id"]), one["reference"]


def test_a_change_kept_apart_is_taken_over_as_the_current_version(mailbot: Mailbot, work: Path) -> None:
    number, reference = _kept_apart(mailbot, work)
    said = mailbot("quarantine", "release", number, "--why", "she called")
    assert (said.code, said.out) == (0, "1 change taken over, the current version of its entry from now on.\n")
    assert mailbot("quarantine").out.splitlines()[-1] == "3 mails, 1 change kept apart for a person."
    page = mailbot("show", reference).out
    assert "1. What is your line of work" not in page.partition("I sell bicycles now.")[2], "it is the answer, not kept apart"
    assert "operator: taken-over, she called" in page
    assert mailbot("quarantine", "release", number).code == 1


def test_a_change_kept_apart_is_discarded_and_its_entry_stays_as_it_is(mailbot: Mailbot, work: Path) -> None:
    number, reference = _kept_apart(mailbot, work)
    said = mailbot("quarantine", "discard", number, "--yes")
    assert (said.code, said.out) == (0, "1 mail discarded, kept in the archive until retention ends.\n")
    assert mailbot("quarantine").out.splitlines()[-1] == "3 mails, 1 change kept apart for a person."
    assert "Version 3, kept apart" in mailbot("show", reference).out


def test_migrate_can_be_repeated(mailbot: Mailbot, work: Path) -> None:
    said = mailbot("migrate")
    assert said.code == 0
    assert said.out.startswith("Nothing to do: the database has schema ")
    (one,) = mailbot("migrate", "--json").objects
    assert one["changed"] is False


def test_migrate_sets_up_a_new_database(mailbot: Mailbot, work: Path) -> None:
    (work / "data" / "mailbot.sqlite").rename(work / "elsewhere")
    for rest in (work / "data").glob("mailbot.sqlite-*"):
        rest.unlink()
    assert "Schema none brought to " in mailbot("migrate").out


def test_a_database_of_a_newer_mailbot_is_refused_untouched(mailbot: Mailbot, work: Path) -> None:
    with sqlite3.connect(work / "data" / "mailbot.sqlite") as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
    database.close()
    for command in ("migrate", "calls"):
        said = mailbot(command)
        assert said.code == 1
        assert "install the newer mailbot" in said.err


def test_once_takes_what_is_new_and_says_what_it_was(mailbot: Mailbot, work: Path) -> None:
    said = mailbot("once", "--json")
    assert said.code == 0
    assert said.objects == [
        {"mailbox": "default", "taken": 0, "became": {}, "letters": 0, "postponed": 0},
        {"sent": 0, "waiting": 0},
    ]
    (work / "mailbox/new/another").write_bytes(
        b"From: a@b.example\r\nTo: mental-health-2021@calls.example.org\r\nSubject: x\r\n\r\n1. I am a teacher.\r\n"
    )
    said = mailbot("once")
    assert "1 mail (1 new entry)" in said.out


def test_once_says_how_many_letters_went_out(mailbot: Mailbot, work: Path) -> None:
    from mailbot.demo.sink import Sink

    numbers = _letters(mailbot, "--all")[:2]
    for number in numbers:
        _hold(work, number, "waiting")
    with Sink() as relay:
        settings = (work / "mailbot.toml").read_text(encoding="utf-8").replace("port = 9", f"port = {relay.port}")
        (work / "mailbot.toml").write_text(settings, encoding="utf-8")
        said = mailbot("once")
    assert said.code == 0
    assert "relay: 2 letters went out." in said.out.splitlines()


def test_a_letter_that_is_not_there_is_told_before_any_question(mailbot: Mailbot, work: Path) -> None:
    said = mailbot("outbox", "cancel", "99999")
    assert (said.code, said.err) == (1, "mailbot: no letter 99999: `mailbot outbox list --all` lists every one\n")


def test_the_question_shows_whose_letter_it_is(mailbot: Mailbot, work: Path) -> None:
    (one, *_) = mailbot("outbox", "list", "--all", "--json").objects
    _hold(work, one["id"], "waiting")
    assert f"never send letter {one['id']} ({one['kind']} to {one['to']})?" in mailbot("outbox", "cancel", str(one["id"])).err


def test_once_fails_when_a_mailbox_cannot_be_read(mailbot: Mailbot, work: Path) -> None:
    (work / "mailbox").rename(work / "moved")
    said = mailbot("once")
    assert said.code == 1
    assert "mailbox default: " in said.err
    assert "Traceback" not in said.err


def test_a_second_mailbot_on_the_same_folder_is_kept_out(mailbot: Mailbot, work: Path) -> None:
    from mailbot.app import App
    from mailbot.settings import load

    app = App.open(load())
    try:
        with app.alone():
            said = mailbot("once")
    finally:
        app.close()
    assert said.code == 1
    assert "another mailbot works on it" in said.err
    assert mailbot("calls").code == 0  # looking is always allowed


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_the_service_ends_in_peace_when_it_is_told_to(work: Path, number: signal.Signals) -> None:
    env = os.environ | {"PYTHONPATH": str(ROOT), "MAILBOT_SETTINGS": str(work / "mailbot.toml")}
    process = subprocess.Popen(
        [sys.executable, "-m", "mailbot", "run"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=env
    )
    assert process.stderr is not None
    begun = ""
    for line in process.stderr:
        begun += line
        if "started" in line:
            break
    process.send_signal(number)
    out, err = process.communicate(timeout=30)
    assert process.returncode in (0, 130), begun + err
    assert out == ""
    assert "Traceback" not in err
