"""Dates, times and lengths of time, in words."""

from datetime import UTC, datetime, timedelta

import pytest

from mailbot.core.wording import Moment, direction, duration, known, listed, moment, plural

AT = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "language", "expected"),
    [
        ("Europe/Brussels", "en", Moment("Sunday, 25 October 2026", "02:30", "2", "30", "Brussels", False, "UTC+2")),
        ("Europe/Brussels", "fr", Moment("dimanche 25 octobre 2026", "02:30", "2", "30", "Bruxelles", False, "UTC+2")),
        ("Europe/Brussels", "de", Moment("Sonntag, 25. Oktober 2026", "02:30", "2", "30", "Brüssel", False, "UTC+2")),
        ("Europe/Athens", "el", Moment("Κυριακή 25 Οκτωβρίου 2026", "03:30", "3", "30", "Αθήνα", False, "UTC+3")),
        ("America/New_York", "pt", Moment("sábado, 24 de outubro de 2026", "20:30", "20", "30", "Nova Iorque", False, "UTC-4")),
        ("America/St_Johns", "en", Moment("Saturday, 24 October 2026", "22:00", "22", "00", "St John’s", False, "UTC-2:30")),
        ("AoE", "en", Moment("Saturday, 24 October 2026", "12:30", "12", "30", "", True, "UTC-12")),
        ("UTC", "en", Moment("Sunday, 25 October 2026", "00:30", "0", "30", "", False, "UTC")),
    ],
)
def test_an_instant_is_told_by_the_clocks_of_the_call(zone: str, language: str, expected: Moment) -> None:
    assert moment(AT, zone, language) == expected


def test_the_hour_that_comes_twice_is_told_apart_by_its_offset() -> None:
    later = moment(AT + timedelta(hours=1), "Europe/Brussels", "en")
    assert (later.time, later.offset) == ("02:30", "UTC+1")


@pytest.mark.parametrize(
    ("length", "language", "expected"),
    [
        (timedelta(days=2, hours=3, minutes=59), "en", "2 days and 3 hours"),
        (timedelta(days=1, minutes=1), "de", "1 Tag und 1 Minute"),
        (timedelta(hours=1, minutes=1, seconds=59), "fr", "1 heure et 1 minute"),
        (timedelta(days=2, hours=8), "it", "2 giorni e 8 ore"),
        (timedelta(days=2, hours=8), "nl", "2 dagen en 8 uur"),
        (timedelta(days=2, hours=8), "pt", "2 dias e 8 horas"),
        (timedelta(days=5, hours=22), "pl", "5 dni i 22 godziny"),
        (timedelta(days=5, hours=2), "cs", "5 dnů a 2 hodiny"),
        (timedelta(days=40), "en", "40 days"),
        (timedelta(seconds=59), "en", "59 seconds"),
        (timedelta(microseconds=1), "en", "1 second"),
    ],
)
def test_a_length_of_time_is_told_in_its_two_largest_units(length: timedelta, language: str, expected: str) -> None:
    assert duration(length, language).replace("\N{NO-BREAK SPACE}", " ") == expected


def test_numbers_have_the_form_in_which_the_language_counts() -> None:
    assert [plural(n, "pl") for n in (1, 2, 5, 12, 22)] == ["one", "few", "many", "many", "few"]
    assert [plural(n, "cs") for n in (1, 2, 5, 22)] == ["one", "few", "other", "other"]


def test_lists_are_words() -> None:
    assert listed(["2"], "en") == "2"
    assert listed(["2", "3", "5"], "fr") == "2, 3 et 5"


def test_languages_are_known_or_not_and_have_a_direction() -> None:
    assert known("it")
    assert not known("xx")
    assert (direction("de"), direction("ar")) == ("ltr", "rtl")
