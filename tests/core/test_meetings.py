"""How letters spell the meetings to come."""

from datetime import UTC, datetime

import pytest

from mailbot.core.call import Meeting
from mailbot.core.meetings import spelled
from tests.core.letters import CALL

NOW = datetime(2026, 5, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("line", "zone", "said"),
    [
        ("2026-05-06", "Europe/Brussels", "Wednesday, 6 May 2026"),
        ("2026-05-06 to 2026-05-07", "Europe/Brussels", "Wednesday, 6 May 2026\xa0– Thursday, 7 May 2026"),
        ("2026-05-06 10:00", "Europe/Brussels", "Wednesday, 6 May 2026, 10:00 (Brussels, UTC+2)"),
        ("2026-05-06 10:00-16:00, online", "Europe/Brussels", "Wednesday, 6 May 2026, 10:00–16:00 (Brussels, UTC+2), online"),
        (
            "2026-05-06 22:00 to 2026-05-07 01:00",
            "AoE",
            "Wednesday, 6 May 2026, 22:00\xa0– Thursday, 7 May 2026, 01:00 (AoE, UTC-12)",
        ),
        ("2026-05-06 10:00-16:00", "UTC", "Wednesday, 6 May 2026, 10:00–16:00 (UTC)"),
        ("2026-04-30 10:00-16:00", "Europe/Brussels", None),
    ],
)
def test_a_meeting_to_come_is_a_line_with_day_hours_zone_and_place(line: str, zone: str, said: str | None) -> None:
    call = CALL.model_copy(update={"meetings": (Meeting.model_validate(line),), "zone": zone})
    assert spelled(call, NOW, "en") == (() if said is None else (said,))


def test_of_many_meetings_the_next_ones_are_named_in_their_order() -> None:
    days = tuple(Meeting.model_validate(f"2026-06-{day:02}") for day in range(12, 0, -1))
    lines = spelled(CALL.model_copy(update={"meetings": days}), NOW, "de")
    assert (lines[0], len(lines), lines[-1]) == ("Montag, 1. Juni 2026", 9, "…")
