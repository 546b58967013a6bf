"""Letters that nobody wrote in for: once, on their day, to those whom they concern, whatever happens meanwhile."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from threading import Barrier, Thread

import pytest

from mailbot.core.announced import Version
from mailbot.core.call import Call, Deadline, Question
from mailbot.core.letter import LetterKind, LetterState, OutboxRow
from mailbot.core.life import Standing, State
from mailbot.core.manners import Limits
from mailbot.core.policies import Reminders
from mailbot.mailing import ASKED, Mailed, Mailing
from mailbot.store import AuditEntry
from tests.core.letters import text_of
from tests.parts import CALL as PLAIN
from tests.parts import NOW, Parts, reply

CALL = PLAIN.model_copy(update={"reminders": Reminders(days_before=(7, 2))})
A_WEEK_BEFORE = datetime(2021, 2, 10, 9, tzinfo=UTC)
ONE = "1. I work in probation.\r\n"


class PowerCut(BaseException):
    """The process is gone."""


class World:
    """Parts with letters that go out at once, and the mailing beside them."""

    def __init__(self, call: Call = CALL, limits: Limits | None = None) -> None:
        self.parts = Parts([call])
        self.limits, self.standings = limits, {call.slug: Standing(State.open, NOW, "mailbot", "call-file-found")}
        self.versions = [Version(call, NOW - timedelta(days=1))]
        self.step: Callable[[str], None] = lambda _: None
        self.mailing = self.service()

    def service(self) -> Mailing:
        return Mailing(
            self.parts.store,
            self.parts.letters,
            lambda: self.parts.calls,
            standings=lambda: self.standings,
            versions=lambda _: self.versions,
            limits=self.limits,
            step=lambda name: self.step(name),  # noqa: PLW0108 - asked anew: tests change it
        )

    def writes(self, sender: str = "jana@example.org", body: str = ONE, when: datetime = NOW, **more: str) -> None:
        known = len(self.parts.store.mails())
        self.parts.clock.now = max(self.parts.clock.now, when)
        self.parts.deliver(reply(sender, body, message_id=f"<{known}@example.org>", **more), when)
        self.parts.round()
        self.sent(self.parts.clock.now)

    def sent(self, now: datetime) -> None:
        """What is due goes out."""
        while (row := self.parts.store.claim(now)) is not None:
            self.parts.store.note_attempt(row.id, LetterState.sent, now, code=250)

    def edit(self, now: datetime, **fields: object) -> None:
        self.parts.calls[0] = self.parts.calls[0].model_copy(update=fields)
        self.versions.append(Version(self.parts.calls[0], now))

    def round(self, now: datetime = A_WEEK_BEFORE) -> Mailed:
        return self.mailing.round(now)

    def unasked(self, *states: LetterState) -> list[OutboxRow]:
        return [
            row for row in self.parts.store.letters(states) if row.letter.kind in (LetterKind.reminder, LetterKind.extended)
        ]

    def audit(self) -> list[tuple[str, str]]:
        (entry,) = self.parts.store.submissions(CALL.slug)
        verbs = ("reminder", "extended", "reminder-cancelled", "extended-cancelled")
        return [(one.what, one.why) for one in self.parts.store.audit(entry.reference) if one.what in verbs]


def test_who_left_a_question_open_is_reminded_once_on_each_day_and_the_audit_trail_says_so() -> None:
    world = World()
    world.writes()
    hours = [NOW + timedelta(hours=n) for n in range(1, 24 * 18, 3)]
    for hour in hours:
        world.round(hour)
        world.round(hour)
        world.sent(hour)
    assert [f"{row.sent_at:%m-%d %H:%M}" for row in world.unasked(LetterState.sent)] == ["02-10 08:00", "02-15 08:00"]
    assert world.audit() == [("reminder", "7-days-before"), ("reminder", "2-days-before")]
    text = text_of(world.unasked()[0].letter)
    assert "2. What role does time play?" in text
    assert "1. What line of work" not in text
    assert world.unasked()[0].letter.recipient == "jana@example.org"


def test_a_round_that_is_cut_off_anywhere_repeats_harmlessly() -> None:
    for cut in ("deciding", "inside the transaction", "committed"):
        world = World()
        for n in range(3):
            world.writes(f"person{n}@example.org")
        left = 2

        def step(name: str, world: World = world, cut: str = cut) -> None:
            nonlocal left
            left -= name == cut
            if name == cut and not left:
                raise PowerCut

        world.step = step
        with pytest.raises(PowerCut):
            world.round()
        world.mailing = world.service()
        world.round()
        recipients = sorted(row.letter.recipient for row in world.unasked())
        assert recipients == [f"person{n}@example.org" for n in range(3)], cut
        about = [one.about for one in world.parts.store.audit() if one.what == "reminder"]
        assert sorted(about) == sorted(row.letter.about for row in world.unasked()), cut


def test_two_services_at_once_write_each_letter_once() -> None:
    world = World()
    for n in range(5):
        world.writes(f"person{n}@example.org")
    start, done = Barrier(2), []

    def serve(service: Mailing) -> None:
        start.wait()
        done.append(service.round(A_WEEK_BEFORE).written.total())

    threads = [Thread(target=serve, args=(world.service(),)) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(done) == 5
    assert len(world.unasked()) == 5


def test_a_clock_that_was_set_back_brings_no_second_letter() -> None:
    world = World()
    world.writes()
    world.round(A_WEEK_BEFORE + timedelta(hours=3))
    world.sent(A_WEEK_BEFORE + timedelta(hours=4))
    assert world.round(A_WEEK_BEFORE).written.total() == 0
    assert world.round(A_WEEK_BEFORE - timedelta(days=1)).written.total() == 0
    assert len(world.unasked()) == 1


def test_a_reminder_that_the_relay_did_not_take_on_its_day_is_missed() -> None:
    world = World()
    world.writes()
    world.round()
    assert world.round(A_WEEK_BEFORE + timedelta(hours=3)).cancelled.total() == 0
    world.mailing = world.service()
    assert dict(world.round(A_WEEK_BEFORE + timedelta(hours=23)).cancelled) == {("reminder", "missed"): 1}
    assert world.unasked(LetterState.cancelled)
    assert world.audit() == [("reminder", "7-days-before"), ("reminder-cancelled", "missed")]
    world.sent(A_WEEK_BEFORE + timedelta(days=1))
    assert not world.unasked(LetterState.sent)


def test_who_writes_while_the_reminder_waits_gets_none() -> None:
    world = World()
    world.writes()
    world.round()
    world.parts.clock.now = A_WEEK_BEFORE + timedelta(minutes=5)
    world.parts.deliver(reply(body="2. A large one.\r\n", message_id="<two@example.org>"), A_WEEK_BEFORE)
    world.parts.round()
    assert world.round(A_WEEK_BEFORE + timedelta(minutes=6)).cancelled.total() == 1


def test_a_mail_that_comes_while_a_round_is_at_work_is_seen_before_its_letter_is_written() -> None:
    world = World()
    world.writes("anna@example.org")
    world.writes("jana@example.org")

    def step(name: str) -> None:
        if name == "committed":
            world.step = lambda _: None
            world.writes("jana@example.org", "2. A large one.\r\n", A_WEEK_BEFORE)

    world.step = step
    assert world.round().written.total() == 1
    assert [row.letter.recipient for row in world.unasked()] == ["anna@example.org"]


def test_a_letter_that_came_back_is_followed_by_none() -> None:
    world = World()
    world.writes()
    (row,) = world.parts.store.letters()
    report = (
        "From: MAILER-DAEMON@example.org\r\nTo: call@calls.example.net\r\nSubject: Undelivered Mail Returned to Sender\r\n"
        "Auto-Submitted: auto-replied\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"'
        "\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nThe mail could not be delivered.\r\n"
        "--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example.org\r\n\r\n"
        "Final-Recipient: rfc822; jana@example.org\r\nAction: failed\r\nStatus: 5.1.1\r\n"
        f"--b\r\nContent-Type: message/rfc822\r\n\r\nMessage-ID: {row.letter.message_id}\r\nSubject: x\r\n\r\nx\r\n--b--\r\n"
    )
    world.parts.deliver(report.encode(), NOW + timedelta(hours=1))
    world.parts.round()
    assert world.parts.store.mails()[0].returned == row.letter.message_id
    assert world.round().written.total() == 0


def test_who_cannot_be_confirmed_or_declined_or_has_answered_all_is_not_reminded() -> None:
    world = World()
    world.writes("forged@example.org", dmarc="none")
    world.writes("whole@example.org", "1. I work in probation.\r\n\r\n2. A large one.\r\n")
    world.writes("gone@example.org")
    world.writes("gone@example.org", "I am sorry, I cannot take part after all. Please withdraw my application.\r\n")
    world.writes("back@example.org")
    world.round()
    assert [row.letter.recipient for row in world.unasked()] == ["back@example.org"]


def test_many_letters_leave_room_for_those_that_answer_somebody_and_no_domain_gets_many_at_once() -> None:
    world = World(limits=Limits(domain_per_hour=3600 // 60))
    for n in range(4):
        world.writes(f"person{n}@example.org")
    world.writes("other@example.net")
    world.round()
    due = {row.letter.recipient: (row.due_at - A_WEEK_BEFORE).total_seconds() for row in world.unasked()}
    assert sorted(at for who, at in due.items() if who.endswith("@example.org")) == [0, 60, 120, 180]
    assert due["other@example.net"] == 184
    many = World(limits=Limits(all_per_hour=2))
    for n in range(3):
        many.writes(f"person{n}@example.org")
    assert many.round().written.total() == 2  # those of the next hour; the third is decided on anew
    assert many.round(A_WEEK_BEFORE + timedelta(hours=1)).written.total() == 1


def test_an_added_question_is_told_on_the_next_day_to_those_who_thought_they_were_done() -> None:
    world = World(PLAIN)
    world.writes(body="1. I work in probation.\r\n\r\n2. A large one.\r\n")
    world.edit(NOW + timedelta(days=2), questions=(*PLAIN.questions, Question(id="cost", text="What does it cost?")))
    world.round(NOW + timedelta(days=2, minutes=5))
    assert not world.unasked()
    world.round(NOW + timedelta(days=3))
    assert world.audit() == [("reminder", "question-added")]
    text = text_of(world.unasked()[0].letter)
    assert text.startswith("A new question for you\n")
    assert "3. What does it cost?" in text


def test_a_later_deadline_is_told_once_to_everybody_and_a_wrong_year_that_is_mended_to_nobody() -> None:
    world = World(PLAIN)
    world.writes()
    world.writes("whole@example.org", "1. I work in probation.\r\n\r\n2. A large one.\r\n")
    wrong, right = (Deadline(day=date(year, 2, 28)) for year in (2022, 2021))
    moved = A_WEEK_BEFORE
    world.edit(moved, deadline=wrong)
    world.round(moved + timedelta(minutes=20))
    world.edit(moved + timedelta(minutes=30), deadline=right)
    world.round(moved + timedelta(minutes=80))
    assert not world.unasked()
    for minutes in range(90, 3000, 30):
        world.round(moved + timedelta(minutes=minutes))
        world.sent(moved + timedelta(minutes=minutes, seconds=59))
    assert sorted(row.letter.recipient for row in world.unasked()) == ["jana@example.org", "whole@example.org"]
    text = text_of(world.unasked(LetterState.sent)[0].letter)
    assert "28 February 2021" in text
    assert "17 February 2021" in text
    world.edit(moved + timedelta(days=2, hours=4), deadline=Deadline(day=date(2021, 2, 20)))
    world.edit(moved + timedelta(days=2, hours=5), deadline=right)
    world.round(moved + timedelta(days=2, hours=6, minutes=30))
    assert len(world.unasked()) == 2


def test_a_letter_that_cannot_be_written_keeps_no_other_from_its_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    world = World()
    world.writes("anna@example.org")
    world.writes("jana@example.org")
    written = world.parts.letters.written

    def fails(kind: LetterKind, words: object, recipient: str, **more: object) -> object:
        if recipient.startswith("anna"):
            raise ValueError("no")
        return written(kind, words, recipient, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(world.parts.letters, "written", fails)
    assert world.round().written.total() == 1
    assert [row.letter.recipient for row in world.unasked()] == ["jana@example.org"]


def test_a_service_that_is_to_stop_writes_no_further_letter() -> None:
    world = World()
    for n in range(3):
        world.writes(f"person{n}@example.org")
    assert world.mailing.round(A_WEEK_BEFORE, lambda: len(world.unasked()) == 1).written.total() == 1
    assert world.round().written.total() == 2


def test_a_day_that_went_by_while_nobody_was_at_work_is_noted_once() -> None:
    world = World()
    world.writes()
    world.round()
    for hours in (60, 61, 24 * 6, 24 * 6 + 1):  # back after the day with two days to go
        world.round(A_WEEK_BEFORE + timedelta(hours=hours))
    told = [(one.what, one.why) for one in world.parts.store.audit(CALL.slug)]
    assert told == [("reminders", "2021-02-10"), ("reminders-missed", "2021-02-15")]
    assert len(world.unasked()) == 1


def test_an_organiser_can_ask_for_reminders_on_any_day() -> None:
    world, evening = World(PLAIN), datetime(2021, 2, 8, 18, 30, tzinfo=UTC)
    world.writes()
    world.parts.store.tell(AuditEntry(evening, "ann@example.org", ASKED, CALL.slug, "mail 7"), ())
    assert not world.round(evening).written, "nobody is written to in the evening"
    for _ in range(2):
        world.round(evening + timedelta(hours=15))
    world.sent(evening + timedelta(hours=16))
    assert len(world.unasked(LetterState.sent)) == 1
    assert not world.round(evening + timedelta(days=1, hours=15)).written, "it was asked for one day"
