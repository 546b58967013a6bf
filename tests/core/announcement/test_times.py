"""Deadline, meetings, publication and zone of whole announcements."""

from dataclasses import replace
from datetime import date

from mailbot.core.announcement.opening import page_of_text
from mailbot.core.announcement.times import Times, place_of, times


def _times(text: str) -> Times:
    return times(page_of_text(text))


def _deadline(text: str) -> str | None:
    taken = _times(text).deadline
    return taken.value.isoformat(" ") if taken else None


def _meetings(text: str) -> list[str]:
    return [f"{m.value.start}/{m.value.end}" for m in _times(text).meetings]


def test_a_missing_year_comes_from_the_day_of_publication() -> None:
    text = "News announcement 20 December 2024\n\nCall for participants\n\nPlease send your answers by 14 March.\n"
    taken = _times(text).deadline
    assert taken is not None
    assert taken.value.isoformat() == "2025-03-14T23:59:59"
    assert (taken.line, taken.quote) == (5, "Please send your answers by 14 March.")
    assert taken.doubts == ("the year is not printed here; 2025 follows from the day of publication, 2024-12-20",)


def test_a_missing_year_comes_from_the_meeting() -> None:
    text = "Workshop on letters\n\nThe workshop takes place on 15 January 2025.\n\nPlease send your answers by 20 December.\n"
    assert _deadline(text) == "2024-12-20 23:59:59"


def test_a_year_that_nothing_tells_is_left_out_and_asked_about() -> None:
    found = _times("Call for participants\n\nPlease send your answers by 14 March.\n")
    assert found.deadline is None
    assert [(t.value, t.line) for t in found.unsure] == [("deadline", 3)]


def test_a_weekday_picks_the_year_among_those_on_the_page() -> None:
    text = "Call for the term 2025-2027\n\nPlease send your answers by Friday 14 March.\n"
    assert _deadline(text) == "2025-03-14 23:59:59"


def test_a_wrong_weekday_is_asked_about() -> None:
    taken = _times("Please send your answers by Monday 14 March 2025.\n").deadline
    assert taken is not None
    assert taken.doubts == ("2025-03-14 is a Friday, and the weekday printed is another one",)


def test_winter_time_written_for_a_summer_day_is_asked_about() -> None:
    found = _times("The meeting takes place on 4 July 2025, 10:00-12:00 CET.\n\nReply by 1 March 2025.\n")
    assert found.zone is not None
    assert found.zone.value == "CET"
    assert found.zone.doubts == ("CET is winter time, and 2025-07-04 is in summer: is the clock of Europe/Brussels meant?",)


def test_of_several_deadlines_the_candidates_one_is_taken() -> None:
    text = (
        "Important dates\n\nSubmission deadline: 1 March 2025\nNotification of acceptance: 1 April 2025\n"
        "Deadline for the confirmation of selected participants: 15 April 2025\nWorkshop: 12 May 2025\n"
    )
    assert _deadline(text) == "2025-03-01 23:59:59"
    assert _meetings(text) == ["2025-05-12/2025-05-12"]


def test_an_extended_deadline_is_the_last_one() -> None:
    text = "Deadline extended! Applications are accepted until 15 March 2025 (previously 1 March 2025).\n"
    assert _deadline(text) == "2025-03-15 23:59:59"
    assert _deadline("The deadline has been extended from 1 March to 15 March 2025.\n") == "2025-03-15 23:59:59"


def test_weeks_after_publication_count_from_the_day_printed() -> None:
    text = "Published on 3 February 2025\n\nSend your answers within two weeks of publication.\n"
    assert _deadline(text) == "2025-02-17 23:59:59"
    assert _deadline("Send your answers within two weeks of publication.\n") is None


def test_the_place_of_a_zone_is_where_its_clocks_hang() -> None:
    assert place_of("CET") == "Europe/Brussels"
    assert place_of("Europe/Zurich") == "Europe/Zurich"
    assert place_of("AoE") == "AoE"
    assert place_of("UTC+2") is None


def test_the_day_a_mail_was_sent_gives_the_year_when_nothing_is_printed() -> None:
    page = replace(page_of_text("Please send your answers by 14 March.\n"), sent=date(2024, 12, 20))
    taken = times(page).deadline
    assert taken is not None
    assert taken.value.isoformat() == "2025-03-14T23:59:59"
    assert times(page).published is None


def test_a_page_that_writes_the_month_first_once_does_so_everywhere() -> None:
    text = "The session is held on 04/22/2025.\n\nPlease send your answers by 04/07/2025.\n"
    assert _deadline(text) == "2025-04-07 23:59:59"
    taken = _times("Please send your answers by 04/07/2025.\n").deadline
    assert taken is not None
    assert taken.value.isoformat() == "2025-07-04T23:59:59"
    assert taken.doubts == ("it may also be written month first, as 2025-04-07",)


def test_days_in_questions_and_in_history_are_no_meetings() -> None:
    text = (
        "Workshop on floods\n\nPlease answer by 1 March 2025:\n\n1. Did you come to the meeting of 4 May 2024?\n"
        "2. What did you do on 14 July 2021?\n\nThe network was founded on 3 June 2019.\n"
    )
    assert _meetings(text) == []
    assert _deadline(text) == "2025-03-01 23:59:59"


def test_hours_that_stand_apart_belong_to_the_day_above() -> None:
    assert _meetings("Date: 4 April 2025\nTime: 10:00-12:00\nPlace: online\n") == ["2025-04-04 10:00:00/2025-04-04 12:00:00"]


def test_midnight_and_before_keep_their_other_readings() -> None:
    found = _times("Please send your answers before 9 February 2025.\n")
    assert found.deadline is not None
    assert [str(at) for at in found.alternatives] == ["2025-02-08 23:59:59", "2025-02-09 00:00:00"]
    assert not found.explicit_time
    found = _times("Please send your answers by 9 February 2025, midnight.\n")
    assert [str(at) for at in found.alternatives] == ["2025-02-08 23:59:59", "2025-02-09 00:00:00", "2025-02-10 00:00:00"]
    assert found.explicit_time


def test_a_zone_that_stands_by_itself_is_that_of_the_page() -> None:
    found = _times("All times are Brussels time.\n\nPlease send your answers by 9 February 2025.\n")
    assert found.zone is not None
    assert (found.zone.value, found.zone.line) == ("Europe/Brussels", 1)


def test_a_table_names_its_days_in_the_cell_before_or_behind() -> None:
    before = "Submission deadline\t1 March 2025\nNotification\t1 April 2025\nWorkshop\t12 May 2025\n"
    behind = "1 March 2025\tSubmission deadline\n1 April 2025\tNotification\n12 May 2025\tWorkshop\n"
    for text in (before, behind):
        assert _deadline(text) == "2025-03-01 23:59:59"
        assert _meetings(text) == ["2025-05-12/2025-05-12"]
