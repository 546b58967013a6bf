"""The simulation is worth what it catches: mistakes planted in the product must break an invariant within some seeds."""

import itertools
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from mailbot.core.keyed import letter_message_id
from mailbot.core.manners import Sent
from mailbot.core.message import Key, Received
from mailbot.core.reading import Timeliness
from mailbot.intake import Intake
from mailbot.store.ledger import Ledger
from mailbot.store.outbox import Outbox as StoredOutbox
from mailbot.store.recording import SqlUnit
from tests.simulation.disk import MemoryDisk
from tests.simulation.ground import Ground
from tests.simulation.mailbox import MemoryMailbox
from tests.simulation.run import play

SEEDS = range(120)


def caught(by: str = "", asks: float = 0.5) -> str:
    """What broke first, playing seeds until one does. by: until these words are among what broke. asks: see World."""
    ground = Ground()
    for seed in SEEDS:
        for words in play(range(seed, seed + 1), ground, asks).broken.values():
            if by in "; ".join(words):
                return "; ".join(words)
    return ""


def test_a_folder_that_is_never_flushed_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(MemoryDisk, "flush_folder", lambda self, folder: None)
    assert "cannot read" in caught()


def test_a_mail_that_is_forgotten_after_the_archive_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    finish = Intake._finish

    def forgetful(self: Intake, source: Any, mail: Any, *rest: Any, **named: Any) -> None:
        if mail.id % 5:
            finish(self, source, mail, *rest, **named)

    monkeypatch.setattr(Intake, "_finish", forgetful)
    assert "never ended" in caught()


def test_a_source_that_is_told_too_early_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    keep = Intake._keep

    def eager(self: Intake, received: Received, now: datetime) -> Any:
        told.append(received.key)
        return keep(self, received, now)

    told: list[Key] = []
    monkeypatch.setattr(Intake, "_keep", eager)
    monkeypatch.setattr(MemoryMailbox, "done", lambda self, key: self.told_done.extend(told))
    assert "is done, and it is not recorded" in caught()


def test_an_advanced_cursor_over_a_mail_that_was_not_taken_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    real = Ledger.unknown
    monkeypatch.setattr(Ledger, "unknown", lambda self, *a: real(self, *a)[1:] if len(real(self, *a)) > 1 else real(self, *a))
    assert "was lost" in caught() or "entries of" in caught()


def test_a_mail_to_two_calls_that_is_recorded_for_one_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(SqlUnit, "also_for", lambda self, mail_id, call, now: None)
    assert "entries of" in caught() or "were written in the name" in caught()


def test_a_letter_with_a_random_name_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    numbers = itertools.count()
    monkeypatch.setattr(
        "mailbot.core.letter.letter_message_id",
        lambda kind, call, sha, own: letter_message_id(kind, call, f"{next(numbers):064x}", own),
    )
    monkeypatch.setattr(SqlUnit, "history", _forgetful(SqlUnit.history))
    assert caught()


def _forgetful(history: Any) -> Any:
    return lambda self, call, reading: replace(history(self, call, reading), twin=None)


def test_a_forgotten_recovery_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(StoredOutbox, "recover", lambda self, now: 0)
    assert "rests in state sending" in caught()


def test_judging_by_another_clock_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mailbot.core.steps.timeliness", lambda received_at, call: Timeliness.on_time)
    assert "was judged" in caught()


def test_the_time_of_our_own_clock_in_place_of_the_mailbox_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    keep = Intake._keep
    monkeypatch.setattr(Intake, "_keep", lambda self, received, now: keep(self, replace(received, received_at=now), now))
    assert "by the mailbox at" in caught()


def test_a_limit_that_is_forgotten_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(SqlUnit, "sent", lambda self, *_: Sent())
    assert "limit allows" in caught() or "was forged" in caught()


def test_a_forger_who_speaks_for_somebody_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mailbot.core.submission.standing", lambda versions: [v for v in versions if v.counts])
    assert "a forger" in caught()
