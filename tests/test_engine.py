"""The embedded engine: a mailbox that fails keeps no other from its turn, and a stop leaves nothing half-done."""

import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mailbot.app import App
from mailbot.core.letter import LetterKind, LetterState, OutboxRow
from mailbot.demo.sink import Sink
from mailbot.engine.embedded import Service, once
from mailbot.errors import LoginRefused, SourceError, StoreError
from mailbot.settings import load
from mailbot.sources import Ledger
from tests.parts import ADDRESS, reply

RULES = """
slug: a-call
title: A call
zone: Europe/Brussels
questions:
  - {id: work, text: What line of work are you in?}
  - {id: time, text: What role does time play?}
deadline: 2035-02-17
contacts:
  - {name: Ann Contact, address: ann@example.org}
mailbox: {mailbox}
addresses: [call@calls.example.net]
acknowledgement: {ack_from: 2020-01-01}
"""


class Broken:
    """A mailbox that always fails, and one that fails in a way nobody thought of."""

    def __init__(self, name: str, error: Exception) -> None:
        self.name, self._error, self.rounds = name, error, 0

    def fetch(self, ledger: Ledger) -> Iterator[object]:
        self.rounds += 1
        raise self._error

    def done(self, key: object) -> None:
        """Nothing is ever handed out."""

    def wait(self, seconds: float) -> bool:
        return False

    def wake(self) -> None:
        """Nothing sleeps."""

    def close(self) -> None:
        """Nothing is open."""


@pytest.fixture
def app(tmp_path: Path) -> Iterator[App]:
    for folder in ("Maildir/new", "Maildir/cur", "Maildir/tmp", "rules"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "rules" / "a-call.yaml").write_text(RULES.replace("{mailbox}", "default"))
    with Sink() as sink:
        (tmp_path / "mailbot.toml").write_text(
            f'[mail]\naddress = "{ADDRESS}"\noperator = "operator@example.org"\nauthserv_ids = ["mx.example.net"]\n'
            f'[mailbox]\nkind = "maildir"\npath = "Maildir"\npoll_seconds = 1\n'
            f'[relay]\nhost = "127.0.0.1"\nport = {sink.port}\ntls = "none"\n'
        )
        opened = App.open(load(tmp_path / "mailbot.toml"))
        yield opened
        opened.close()


def deliver(app: App, raw: bytes, name: str = "1.example") -> None:
    path = app.settings.all_mailboxes["default"].path
    assert path is not None
    aside = path / "tmp" / name
    aside.write_bytes(raw)
    aside.rename(path / "new" / name)


def wait_until(true: Callable[[], bool], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end
        time.sleep(0.02)


@contextmanager
def running(app: App) -> Iterator[Service]:
    service = Service(app)
    service.start()
    try:
        yield service
    finally:
        service.stop()


def answers(app: App) -> list[OutboxRow]:
    """Letters to who wrote in; the digests that contacts get of it stand apart."""
    return [row for row in app.store.letters() if row.letter.kind is not LetterKind.digest]


def states(app: App) -> list[LetterState]:
    return [row.state for row in answers(app)]


def test_a_mail_that_arrives_while_it_runs_is_answered(app: App) -> None:
    with running(app):
        deliver(app, reply())
        wait_until(lambda: states(app) == [LetterState.sent])


def test_mailboxes_that_fail_keep_no_other_from_its_turn(app: App) -> None:
    refused = Broken("refused", LoginRefused("refused", "login refused", mend="correct the password"))
    odd = Broken("odd", RuntimeError("candidate's words"))
    app.sources |= {"refused": refused, "odd": odd}  # type: ignore[dict-item]
    with running(app):
        deliver(app, reply())
        wait_until(lambda: states(app) == [LetterState.sent])
        wait_until(lambda: odd.rounds >= 2 and refused.rounds == 1)
    heartbeat = (app.settings.folders.data / "heartbeat.json").read_text()
    assert "correct the password" in heartbeat
    assert "unexpected RuntimeError" in heartbeat
    assert "candidate's words" not in heartbeat


def test_a_store_that_fails_once_does_not_end_the_outbox(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    backlog, failures = app.store.backlog, [StoreError("database is locked"), RuntimeError("odd")]

    def fail_twice() -> tuple[int, datetime | None]:
        if failures:
            raise failures.pop()
        return backlog()

    monkeypatch.setattr(app.store, "backlog", fail_twice)
    with running(app):
        wait_until(lambda: not failures)
        deliver(app, reply())
        wait_until(lambda: states(app) == [LetterState.sent])


def test_a_wait_that_fails_does_not_end_its_mailbox(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    source = app.sources["default"]
    wait, failures = source.wait, [SourceError("default", "gone"), RuntimeError("odd")]

    def fail_twice(seconds: float) -> bool:
        if failures:
            raise failures.pop()
        return wait(seconds)

    monkeypatch.setattr(source, "wait", fail_twice)
    with running(app):
        wait_until(lambda: not failures)
        deliver(app, reply())
        wait_until(lambda: states(app) == [LetterState.sent])


def test_a_stop_ends_every_thread_and_may_come_at_any_moment(app: App) -> None:
    before = threading.active_count()
    for n in range(3):
        deliver(app, reply(f"p{n}@example.org", message_id=f"<{n}@example.org>"), f"{n}.example")
        with running(app):
            pass
    assert threading.active_count() == before
    with running(app):
        wait_until(lambda: states(app) == [LetterState.sent] * 3)


def test_a_call_file_that_is_broken_while_it_runs_keeps_its_last_good_version(app: App) -> None:
    file = app.settings.folders.rules / "a-call.yaml"
    good = file.read_text()
    with running(app) as service:
        file.write_text(good.replace("deadline: 2035-02-17", "deadline: soon"))
        service.reload()
        deliver(app, reply())
        wait_until(lambda: states(app) == [LetterState.sent])
        assert [call.deadline.day.year for call in app.calls()] == [2035]
        file.write_text(good.replace("2035", "2036"))
        service.reload()
        assert [call.deadline.day.year for call in app.calls()] == [2036]


def test_a_digest_that_the_database_kept_back_comes_with_the_next_round(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    waiting, failures = app.store.waiting_for_people, [StoreError("database is locked")]

    def fail_once(call: str, now: datetime) -> Mapping[str, int]:
        if failures:
            raise failures.pop()
        return waiting(call, now)

    monkeypatch.setattr(app.store, "waiting_for_people", fail_once)
    deliver(app, reply())
    counts = []
    for _ in range(2):
        once(app, lambda: datetime(2026, 3, 2, 12, tzinfo=UTC))
        counts.append(sum(row.letter.kind is LetterKind.digest for row in app.store.letters()))
    assert counts == [0, 1]


def test_one_round_names_the_mailbox_that_failed_and_serves_the_others(app: App) -> None:
    refused = Broken("gone", LoginRefused("gone", "login refused"))
    odd = Broken("odd", RuntimeError("candidate's words"))
    app.sources = {"gone": refused, "odd": odd, **app.sources}  # type: ignore[dict-item]
    deliver(app, reply())
    results = once(app)
    assert (results["gone"], results["odd"]) == ("mailbox gone: login refused", "unexpected RuntimeError")
    assert states(app) == [LetterState.sent]


def test_one_round_reminds_whom_it_is_time_to_remind(app: App) -> None:
    file = app.settings.folders.rules / "a-call.yaml"
    file.write_text(file.read_text() + "reminders: {days_before: [7]}\n")
    app.reload_calls(datetime.now(UTC))
    deliver(app, reply(body="1. I work in probation.\r\n"))
    once(app)
    once(app, lambda: datetime(2035, 2, 10, 10, tzinfo=UTC))
    kinds = [(row.letter.kind.value, row.state.value) for row in answers(app)]
    assert kinds == [("acknowledgement", "sent"), ("reminder", "sent")]


def test_one_round_tells_the_contacts_of_a_day_once_and_nobody_else(app: App) -> None:
    deliver(app, reply())
    for _ in range(2):
        once(app, lambda: datetime(2026, 3, 2, 12, tzinfo=UTC))
    told = [row for row in app.store.letters() if row.letter.kind is LetterKind.digest]
    assert [(row.letter.recipient, row.state) for row in told] == [("ann@example.org", LetterState.sent)]


def test_one_round_tries_again_what_may_pass_by_itself(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    flaky = app.sources["default"]
    fetch, failures = flaky.fetch, [SourceError("default", "connection lost")]

    def fail_once(ledger: Ledger) -> Iterator[object]:
        if failures:
            raise failures.pop()
        return fetch(ledger)

    monkeypatch.setattr(flaky, "fetch", fail_once)
    deliver(app, reply())
    once(app)
    assert states(app) == [LetterState.sent]


def test_a_contact_who_left_the_call_file_is_told_nothing_from_the_next_reading_on(app: App) -> None:
    file = app.settings.folders.rules / "a-call.yaml"
    file.write_text(file.read_text().replace("ann@example.org", "ben@example.org"))
    Service(app).reload()
    assert [contact.address for call in app.calls() for contact in call.contacts] == ["ben@example.org"]
