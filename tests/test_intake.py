"""The path of one mail: what is recorded, what is answered, and that nothing a mail or the world does stops the next mail."""

import hashlib
from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import event

from mailbot import intake
from mailbot.core.letter import LetterState
from mailbot.core.manners import Limits
from mailbot.core.reading import Timeliness, read
from mailbot.core.submission import Became, current, decisive
from mailbot.errors import ArchiveError, StoreError
from mailbot.intake import Intake
from tests.parts import CALL, NOW, OWN, Clock, Parts, reply


def became(parts: Parts) -> list[str]:
    return [str(row.became) for row in sorted(parts.store.mails(), key=lambda row: row.id)]


def test_an_answer_is_recorded_and_acknowledged_in_one_step() -> None:
    parts = Parts()
    parts.deliver(reply())
    done = parts.round()
    (entry,) = parts.store.submissions("a-call")
    assert (entry.address, [a.text for a in entry.revisions[0].answers]) == (
        "jana@example.org",
        ["I work in probation.", "A large one, every day."],
    )
    (row,) = parts.store.letters()
    assert (row.letter.recipient, row.letter.about, row.state) == ("jana@example.org", entry.reference, LetterState.waiting)
    assert (done.became, done.letters) == ({Became.new: 1}, 1)


def test_the_source_is_told_last_and_a_second_round_does_nothing() -> None:
    parts = Parts()
    parts.deliver(reply())
    parts.round()
    assert [key.uid for key in parts.mailbox.told_done] == ["1"]
    assert parts.round().taken == 0
    assert len(parts.store.letters()) == 1


def test_raw_is_archived_before_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[int] = []
    parts = Parts(step=lambda name: seen.append(len(parts.disk.safe)) if name == "reading" else None)
    parts.deliver(reply())
    parts.round()
    assert seen == [1]


def test_a_mail_under_a_new_uidvalidity_is_the_same_mail() -> None:
    parts = Parts()
    parts.deliver(reply())
    parts.round()
    parts.mailbox.change_uidvalidity()
    parts.round()
    assert became(parts) == ["new", "duplicate"]
    assert len(parts.store.letters()) == 1


def test_the_same_mail_by_another_way_is_a_duplicate() -> None:
    parts = Parts()
    parts.deliver(reply())
    parts.deliver(b"Received: by alias.example.net; again\r\n" + reply())
    parts.round()
    assert became(parts) == ["new", "duplicate"]


def test_another_mail_under_the_same_message_id_is_a_second_mail_with_a_note() -> None:
    parts = Parts()
    parts.deliver(reply())
    parts.deliver(reply(body="1. I work in a prison.\r\n"))
    parts.round()
    assert became(parts) == ["new", "revision"]
    assert "same-message-id-other-content" in [entry.why for entry in parts.store.audit()]


def test_a_late_mail_is_recorded_as_late_by_the_servers_clock_whatever_its_date_field_says() -> None:
    parts = Parts()
    parts.deliver(reply(), NOW + timedelta(days=40))
    parts.round()
    (entry,) = parts.store.submissions("a-call")
    assert entry.revisions[0].timeliness is Timeliness.late


def test_automatic_mail_is_stored_and_never_answered() -> None:
    parts = Parts()
    parts.deliver(reply(extra="Auto-Submitted: auto-replied\r\n"))
    parts.round()
    assert became(parts) == ["not-a-submission"]
    assert parts.store.letters() == []


def test_a_mail_that_breaks_the_reader_is_tried_three_times_and_then_kept_for_a_person(monkeypatch: pytest.MonkeyPatch) -> None:
    def fragile(raw: bytes, *rest: object, **named: object) -> object:
        if b"poison" in raw:
            raise RecursionError("candidate's own words")
        return read(raw, *rest, **named)  # type: ignore[arg-type]

    monkeypatch.setattr("mailbot.reader.read", fragile)
    parts = Parts()
    parts.deliver(reply(subject="poison"))
    parts.deliver(reply("other@example.org", message_id="<2@example.org>"))
    assert (parts.round().postponed, became(parts)) == (1, ["None", "new"])
    assert parts.round().postponed == 1
    assert parts.round().became == {Became.quarantined: 1}
    assert became(parts) == ["quarantined", "new"]
    assert parts.store.mails(became=Became.quarantined)[0].reason == "reading-failed-3-times"


def test_a_mail_that_kills_the_process_is_given_up_after_three_deaths() -> None:
    class Killed(BaseException):
        pass

    def die(name: str) -> None:
        if name == "reading":
            raise Killed

    parts = Parts(step=die)
    parts.deliver(reply())
    for _ in range(intake.ATTEMPTS):
        with pytest.raises(Killed):
            parts.round()
    assert parts.round().became == {Became.quarantined: 1}
    assert parts.store.mails()[0].reason == "gave-up-after-3-attempts"


def _locked(times: int) -> Callable[..., None]:
    import sqlite3

    left = [times]

    def refuse(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        if statement.startswith("INSERT INTO submission") and left[0]:
            left[0] -= 1
            raise sqlite3.OperationalError("database is locked")

    return refuse


def test_a_database_that_is_locked_for_long_counts_against_no_mail() -> None:
    parts = Parts()
    event.listen(parts.store.engine, "before_cursor_execute", _locked(7))
    parts.deliver(reply())
    for _ in range(7):
        with pytest.raises(StoreError):
            parts.round()
    assert parts.round().became == {Became.new: 1}


def test_a_disk_that_is_full_stops_the_round_and_nothing_is_lost() -> None:
    parts = Parts()
    parts.deliver(reply())
    full = [True]

    def fault(step: str) -> None:
        if full[0] and step == "write":
            raise OSError(28, "No space left on device")

    parts.disk.fault = fault
    with pytest.raises(ArchiveError, match="No space left"):
        parts.round()
    assert parts.store.mails() == []
    full[0] = False
    assert parts.round().became == {Became.new: 1}


def test_what_the_server_could_not_give_is_kept_for_a_person_and_the_next_mail_goes_on() -> None:
    parts = Parts()
    received = parts.mailbox.fetch
    parts.deliver(b"")
    parts.deliver(reply())

    def fetch(ledger: object) -> object:
        for one in received(ledger):  # type: ignore[arg-type]
            yield one if one.raw else type(one)(one.key, one.raw, one.received_at, "server-gave-no-body")

    parts.mailbox.fetch = fetch  # type: ignore[method-assign, assignment]
    parts.round()
    assert became(parts) == ["quarantined", "new"]
    assert parts.store.mails(became=Became.quarantined)[0].reason == "server-gave-no-body"


def test_the_acknowledgement_is_the_same_letter_after_a_crash_between_commit_and_done() -> None:
    class Cut(BaseException):
        pass

    cut = [True]

    def step(name: str) -> None:
        if name == "recorded" and cut[0]:
            cut[0] = False
            raise Cut

    parts = Parts(step=step)
    parts.deliver(reply())
    with pytest.raises(Cut):
        parts.round()
    before = parts.store.letters()
    parts.round()
    assert parts.store.letters() == before
    assert all(row.done for row in parts.store.mails())


def test_a_person_may_send_a_mail_from_quarantine_back_on_the_path() -> None:
    parts = Parts(calls=[])
    parts.deliver(reply())
    parts.round()
    (mail,) = parts.store.mails(became=Became.quarantined)
    parts.calls.append(CALL)
    assert parts.store.release(mail.id, NOW, "operator")
    assert parts.round().became == {Became.new: 1}


def test_a_thousand_mails_in_one_name_get_two_letters_a_day() -> None:
    parts = Parts()
    for n in range(40):
        parts.deliver(reply(body=f"1. Answer number {n}.\r\n", message_id=f"<{n}@example.org>"))
    parts.round()
    assert len(parts.store.letters()) == 2


def test_the_clock_is_read_by_the_caller() -> None:
    parts = Parts()
    parts.clock = Clock(NOW + timedelta(days=3))
    parts.deliver(reply())
    parts.round()
    assert parts.store.letters()[0].created_at == NOW + timedelta(days=3)


def test_the_archive_holds_exactly_the_bytes_that_came() -> None:
    parts = Parts()
    raw = reply(body="1. bare\nlf and \x00 nul\r\n")
    parts.deliver(raw)
    parts.round()
    assert parts.archive.get(hashlib.sha256(raw).hexdigest()) == raw


def test_a_change_nobody_vouches_for_is_confirmed_without_a_word_of_anybody() -> None:
    parts = Parts()
    parts.deliver(reply())
    parts.deliver(reply(body="1. I work for somebody else now.\r\n", message_id="<2@example.org>", dmarc="none"))
    parts.round()
    assert became(parts) == ["new", "kept-apart"]
    letter = sorted(parts.store.letters(), key=lambda row: row.id)[1].letter
    text = letter.raw.decode()
    assert letter.recipient == "jana@example.org"
    assert "earlier answers stand as they were" in text
    assert "somebody else" not in text
    assert "probation" not in text


def test_a_change_is_not_lost_when_its_unauthenticated_copy_comes_first() -> None:
    parts = Parts()
    parts.deliver(reply())
    body = "1. I work for somebody else now.\r\n"
    for dmarc in ("none", "pass"):
        parts.deliver(reply(body=body, message_id="<2@example.org>", dmarc=dmarc))
    for way in (b"", b"Received: by alias.example.net; again\r\n"):
        for dmarc in ("none", "pass"):
            parts.deliver(way + reply(body=body, message_id="<2@example.org>", dmarc=dmarc, extra="X-Way: 2\r\n"))
    parts.round()
    assert became(parts) == ["new", "kept-apart", "revision", *["duplicate"] * 4]
    (entry,) = parts.store.submissions("a-call")
    assert current(entry)[0].text == "I work for somebody else now."


def test_whom_a_forged_other_spelling_came_before_owns_the_entry_from_then_on() -> None:
    parts = Parts()
    parts.deliver(reply("JANA@example.org", dmarc="none"))
    parts.deliver(reply(body="1. I work in a prison.\r\n", message_id="<2@example.org>"))
    parts.deliver(reply(body="1. I work in two prisons.\r\n", message_id="<3@example.org>"))
    parts.round()
    assert became(parts) == ["new", "revision", "revision"]
    (entry,) = parts.store.submissions("a-call")
    assert (entry.address, current(entry)[0].text) == ("jana@example.org", "I work in two prisons.")
    letters = sorted(parts.store.letters(), key=lambda row: row.id)
    assert {row.letter.recipient for row in letters[1:]} <= {"jana@example.org"}


def test_a_file_that_is_gone_from_the_archive_keeps_no_other_mail_waiting() -> None:
    parts = Parts(calls=[])
    parts.deliver(reply())
    parts.round()
    (mail,) = parts.store.mails()
    parts.disk.remove(next(path for path in parts.disk.now if path.name.startswith(mail.sha256)))
    parts.calls.append(CALL)
    parts.store.release(mail.id, NOW, "operator")
    parts.deliver(reply("other@example.org", message_id="<2@example.org>"))
    for _ in range(intake.ATTEMPTS):
        parts.round()
    assert became(parts) == ["quarantined", "new"]


def test_a_letter_that_cannot_be_written_loses_no_entry(monkeypatch: pytest.MonkeyPatch) -> None:
    parts = Parts()
    monkeypatch.setattr(parts.letters, "acknowledgement", lambda facts, now: 1 / 0)
    parts.deliver(reply())
    parts.round()
    assert became(parts) == ["new"]
    assert parts.store.letters() == []


@pytest.mark.parametrize("body", ["\u0130. Kaya asked me to answer.\r\n\r\nI work in probation.\r\n", "\u0131) one\r\n"])
def test_a_dotted_capital_i_is_no_roman_number(body: str) -> None:
    parts = Parts()
    parts.deliver(reply(body=body))
    parts.round()
    assert became(parts) == ["new"]


def test_an_aligned_copy_of_a_mail_that_nobody_vouched_for_makes_the_entry_sure() -> None:
    parts = Parts()
    parts.deliver(reply(dmarc="none"))
    parts.deliver(b"Received: by alias.example.net; again\r\n" + reply())
    parts.deliver(b"Received: by alias.example.net; and again\r\n" + reply())
    parts.deliver(b"Received: by alias.example.net; and again\r\n" + reply(dmarc="none"))
    parts.round()
    assert became(parts) == ["new", "revision", "duplicate", "duplicate"]
    texts = [row.letter.raw.decode() for row in sorted(parts.store.letters(), key=lambda row: row.id)]
    assert ["probation" in text for text in texts] == [False, True]


def test_a_forged_mail_in_time_gives_a_late_entry_neither_its_time_nor_its_name() -> None:
    parts = Parts()
    parts.deliver(reply("Pills <jana@example.org>", dmarc="none", body="1. FORGED\r\n").replace(b"<Pills <jana", b"<jana"))
    parts.round()
    parts.clock.now = NOW + timedelta(days=40)
    parts.deliver(reply(message_id="<2@example.org>"), parts.clock.now)
    parts.round()
    (entry,) = parts.store.submissions("a-call")
    assert (entry.name, decisive(entry.revisions).timeliness, current(entry)[0].text) == (
        "",
        Timeliness.late,
        "I work in probation.",
    )


def test_mails_forged_with_plus_tags_bring_one_person_few_letters_and_cost_the_real_colleague_none() -> None:
    parts = Parts()
    for n in range(320):
        parts.deliver(reply(f"victim+{n}@example.org", dmarc="none", message_id=f"<{n}@example.org>"))
    parts.round()
    assert len(parts.store.letters()) == 1 + Limits().unconfirmed_further_per_week
    parts.deliver(reply("victim@example.org", message_id="<real@example.org>"))
    parts.deliver(reply("honest@example.org", message_id="<honest@example.org>"))
    parts.round()
    recipients = [row.letter.recipient for row in sorted(parts.store.letters(), key=lambda row: row.id)[2:]]
    assert recipients == ["victim@example.org", "honest@example.org"]


def test_where_many_write_at_once_letters_wait_for_their_turn_and_none_is_dropped() -> None:
    parts = Parts()
    parts.intake = Intake(
        parts.store, parts.archive, parts.letters, lambda: OWN, lambda: parts.calls, limits=Limits(domain_per_hour=3)
    )
    for n in range(8):
        parts.deliver(reply(f"p{n}@example.org", message_id=f"<{n}@example.org>"))
    parts.round()
    rows = sorted(parts.store.letters(), key=lambda row: row.id)
    assert [(row.due_at - NOW) // timedelta(hours=1) for row in rows] == [0, 0, 0, 1, 1, 1, 2, 2]
    assert [entry.why for entry in parts.store.audit() if entry.what == "letter"][2:4] == [
        "acknowledged",
        "postponed-domain-hour",
    ]
    parts.clock.advance(hours=2, minutes=30)
    parts.deliver(reply("late@example.org", message_id="<late@example.org>"), parts.clock.now)
    parts.round()
    last = max(parts.store.letters(), key=lambda row: row.id)
    assert last.due_at == parts.clock.now, "of the eight two were due within the hour before"


def test_over_the_limit_of_an_address_the_audit_names_the_reason() -> None:
    parts = Parts()
    for n in range(3):
        parts.deliver(reply(body=f"1. Answer number {n}.\r\n", message_id=f"<{n}@example.org>"))
    parts.round()
    assert [entry.why for entry in parts.store.audit() if entry.what == "no-letter"] == ["limit-address-day"]


@pytest.mark.parametrize("dmarc", ["pass", "none"])
@pytest.mark.parametrize(
    ("subject", "body"),
    [
        ("Re: Your answers have arrived", "I am currently travelling and will answer after 12 March."),
        ("Re: Ihre Antworten sind da", "Vielen Dank für Ihre Nachricht. Ich bin bis 12. März nicht erreichbar."),
        ("Re: Your answers have arrived [Ticket#2021020110000012]", "We have received your request. A ticket was created."),
        ("Re: Your answers have arrived", "This mailbox is no longer monitored."),
        ("Urlaub", "Ich bin im Urlaub."),
    ],
)
def test_automatic_replies_without_any_sign_are_not_answered_again_and_again(subject: str, body: str, dmarc: str) -> None:
    parts = Parts()
    parts.deliver(reply())
    parts.round()
    letter = parts.store.letters()[0].letter.message_id
    for day in range(21):
        parts.clock.advance(days=1)
        mail = reply(
            subject=subject, body=f"{body}\r\n", message_id=f"<{day}@t>", dmarc=dmarc, extra=f"In-Reply-To: {letter}\r\n"
        )
        parts.deliver(mail, parts.clock.now)
        parts.round()
    assert len(parts.store.letters()) == 1


def test_automatic_replies_outside_any_thread_end_at_the_lifetime_cap() -> None:
    parts = Parts()
    for day in range(100):
        parts.clock.advance(days=2)
        parts.deliver(reply(body=f"We have received your request {day}.\r\n", message_id=f"<{day}@t>"), parts.clock.now)
        parts.round()
    assert len(parts.store.letters()) == Limits().ever
