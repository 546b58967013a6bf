"""Mistakes planted where the product decides who may do what to whose entry: each breaks the invariant that is there for it."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from mailbot.core import requests, submission
from mailbot.core.history import Became, Change, Deed
from mailbot.core.letter import LetterKind, Letters
from mailbot.store.recording import SqlUnit
from tests.simulation.test_planted import caught

Plant = Callable[[pytest.MonkeyPatch], None]


def overlooked(trouble: str) -> Plant:
    """This reason not to believe a token is none any more."""
    real = requests._trouble

    def plant(at: pytest.MonkeyPatch) -> None:
        at.setattr(requests, "_trouble", lambda *a: None if (found := real(*a)) == trouble else found)

    return plant


def a_token_is_never_used_up(at: pytest.MonkeyPatch) -> None:
    at.setattr(SqlUnit, "use_token", lambda self, token, mail_id, now: True)


def a_word_withdraws(at: pytest.MonkeyPatch) -> None:
    done = Change(Became.request, "withdrawn", deed=Deed.withdraw)
    at.setattr(requests, "_withdrawal", lambda history, reading: done if history.submission else None)


def a_yes_is_lost(at: pytest.MonkeyPatch) -> None:
    at.setattr(SqlUnit, "note_event", lambda self, *_: True)


def what_is_sent_on_counts(at: pytest.MonkeyPatch) -> None:
    counts = Change(Became.revision, requests.ON_BEHALF, counts=True, deed=Deed.on_behalf)
    at.setattr(requests, "_on_behalf", lambda history, reading: counts)


def answers_count_after_a_withdrawal(at: pytest.MonkeyPatch) -> None:
    real = submission._why_kept_apart
    at.setattr(
        submission, "_why_kept_apart", lambda history, entry, reading: real(history, replace(entry, withdrawn=None), reading)
    )


def anybody_closes_a_question(at: pytest.MonkeyPatch) -> None:
    closed = Change(Became.request, "answered-by-organiser", deed=Deed.note_answer)
    at.setattr(requests, "answered", lambda reading: closed)


def the_sender_is_asked_to_confirm(at: pytest.MonkeyPatch) -> None:
    real = Letters.written

    def written(self: Letters, kind: LetterKind, words: Any, recipient: str, **more: Any) -> Any:
        to = words["sender"]["address"] if kind is LetterKind.confirm else recipient
        return real(self, kind, words, to, **more)

    at.setattr(Letters, "written", written)


def requests_have_no_limit(at: pytest.MonkeyPatch) -> None:
    real = SqlUnit.sent
    at.setattr(SqlUnit, "sent", lambda self, *a: replace(real(self, *a), on_request_ever=0, on_request_day=0))


def who_is_named_is_asked_for_ever(at: pytest.MonkeyPatch) -> None:
    at.setattr(SqlUnit, "confirmations", lambda self, call, address: 0)


@pytest.mark.parametrize(
    ("plant", "words"),
    [
        (overlooked("token-of-another-address"), "ought to be"),
        (overlooked("token-not-authenticated"), "ought to be"),
        (a_token_is_never_used_up, "tokens used by letter and mail: {}"),
        (a_word_withdraws, "is withdrawn: Withdrawn"),
        (a_yes_is_lost, "is withdrawn: None"),
        (what_is_sent_on_counts, "counts: True, confirmed: False"),
        (answers_count_after_a_withdrawal, "and what was written then counts"),
        (anybody_closes_a_question, "a contact answered it: False"),
        (the_sender_is_asked_to_confirm, "a letter confirm to"),
        (requests_have_no_limit, "than requests may bring"),
        (who_is_named_is_asked_for_ever, "letters ask"),
    ],
)
def test_it_is_caught(plant: Plant, words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    plant(monkeypatch)
    assert words in caught(words, asks=0.85)
