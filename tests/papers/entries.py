"""Entries of a call as tests need them: whole and on time unless said otherwise."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from mailbot.core.call import Call, parse_call
from mailbot.core.entries import Entry
from mailbot.core.reading import Timeliness

BEGIN = datetime(2021, 2, 1, 23, 30, tzinfo=UTC)
RULES = Path(__file__).parents[2] / "rules"


def mental_health() -> Call:
    file = RULES / "ran-mental-health-2021.yaml"
    return parse_call(file.read_text(encoding="utf-8"), file.name)


def an_entry(number: int, **otherwise: Any) -> Entry:
    """It came that many hours after the beginning."""
    at = BEGIN + timedelta(hours=number)
    usual: dict[str, Any] = {
        "number": number,
        "reference": f"K7MQ-3XRT-{number:04}",
        "name": f"Jana Novák {number}",
        "address": f"jana{number}@example.org",
        "sure": True,
        "first_at": at,
        "changed_at": at,
        "version": 1,
        "timeliness": Timeliness.on_time,
        "answers": {question: f"Answer {question} of {number}." for question in range(1, 7)},
    }
    return Entry(**usual | otherwise)


LIVE = (
    "=cmd|' /C calc'!A0",
    "=1+1",
    "+1",
    "-1",
    "@SUM(1)",
    "\t=1+1",
    "\r=1+1",
    " =1+1",
    "\n=1+1",
    "＝1+1",
    "＋1",
    "－1",
    "＠1",
)
"""What some spreadsheet or other would calculate."""
