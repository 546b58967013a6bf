"""Letters that are no acknowledgement: whole, small, without blame, the same in both versions, in each language."""

import os
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from mailbot.core.letter import Letter, LetterKind
from tests.core.letters import CALL, LETTERS, opened, text_of

GOLDEN = Path(__file__).parents[1] / "letters"
NOW = datetime(2026, 3, 20, 9, 30, tzinfo=UTC)
AFTER = datetime(2026, 4, 2, 9, 30, tzinfo=UTC)
RECEIVED, UNTIL = NOW - timedelta(minutes=5), NOW + timedelta(days=14)
TOKEN = "mbt-" + "a2" * 13
PETR = {"name": "Petr Dvořák", "address": "petr@example.net"}
ASKED = "Is there a place to park a bus?\n\nAnd may I bring a colleague?"
OPEN = [{"number": n, "text": CALL.questions[n - 1].text} for n in (3, 4)]

ASK: dict[str, Any] = {"token": TOKEN, "received": RECEIVED, "until": UNTIL}
UNDO: dict[str, Any] = {"token": TOKEN, "at": NOW, "until": UNTIL}
ASKS: dict[str, Any] = {"received": RECEIVED, "words": ASKED, "cut": False, "sender": {**PETR, "sure": True}, "has_entry": True}
UNSURE: dict[str, Any] = {**ASKS, "sender": {"name": "", "address": "petr@example.net", "sure": False}, "has_entry": False}
SHOWN: dict[str, tuple[LetterKind, dict[str, Any], dict[str, Any]]] = {
    "withdrawal": (LetterKind.withdrawal, ASK, {}),
    "withdrawn": (LetterKind.withdrawn, {**UNDO, "by_team": False}, {}),
    "withdrawn-by-team": (LetterKind.withdrawn, {**UNDO, "by_team": True}, {}),
    "restored": (LetterKind.restored, {"by_team": False}, {}),
    "restored-by-team": (LetterKind.restored, {"by_team": True}, {"now": AFTER}),
    "confirm": (LetterKind.confirm, {**ASK, "sender": PETR}, {}),
    "confirm-after": (LetterKind.confirm, {**ASK, "sender": {**PETR, "name": ""}}, {"now": AFTER}),
    "recommendation": (LetterKind.thanks, {"what": "recommendation", "received": RECEIVED}, {"about": ""}),
    "declined": (LetterKind.thanks, {"what": "declined", "received": RECEIVED}, {}),
    "declined-after": (LetterKind.thanks, {"what": "declined", "received": RECEIVED}, {"now": AFTER}),
    "forwarded": (LetterKind.thanks, {"what": "forwarded", "received": RECEIVED}, {"about": ""}),
    "passed_on": (LetterKind.passed_on, {"people": ("Ada Berg", "Ben Cole"), "received": RECEIVED}, {}),
    "passed_on-after": (LetterKind.passed_on, {"people": ("Ada Berg",), "received": RECEIVED}, {"now": AFTER, "about": ""}),
    "question": (LetterKind.question, ASKS, {"reply_to": ("petr@example.net", "calls@example.org")}),
    "question-unsure": (LetterKind.question, {**UNSURE, "cut": True}, {"about": "", "reply_to": ("petr@example.net",)}),
    "reminder": (LetterKind.reminder, {"missing": OPEN, "missing_count": 2, "answered_count": 2, "days": 11}, {}),
    "reminder-last": (LetterKind.reminder, {"missing": OPEN[:1], "missing_count": 1, "answered_count": 3, "days": 0}, {}),
    "extended": (LetterKind.extended, {"before": NOW + timedelta(days=2)}, {}),
    "extended-bare": (LetterKind.extended, {"before": NOW + timedelta(days=2)}, {"about": ""}),
}


@cache
def written(name: str, language: str) -> Letter:
    kind, words, more = SHOWN[name]
    how: dict[str, Any] = {"call": CALL, "occasion": name, "language": language, "now": NOW, "about": "7KQM-4TZP"}
    letter = LETTERS.written(kind, words, "jana@example.net", **(how | more))
    assert letter is not None
    return letter


@pytest.mark.parametrize("language", ["en"])
def test_each_letter_is_whole_as_it_was_when_last_read_by_a_person(language: str) -> None:
    """Write them anew with MAILBOT_WRITE_LETTERS=1, then read what changed."""
    for name in SHOWN:
        letter = written(name, language)
        seen, file = f"Subject: {opened(letter)['Subject']}\n\n{text_of(letter)}", GOLDEN / f"{name}-{language}.txt"
        if os.environ.get("MAILBOT_WRITE_LETTERS"):
            file.write_text(seen)
        assert seen == file.read_text(), file.name
