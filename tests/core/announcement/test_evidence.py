"""What is found in wordings that no phrase knows: people on lines of their own, days beside an address, limits by number."""

import pytest

from mailbot.core.announcement.draft import Draft, draft
from mailbot.core.announcement.opening import page_of_html, page_of_text


def _draft(text: str) -> Draft:
    return draft(page_of_text(f"Call for gardeners: soil\n\n{text}\n"))


def _people(text: str) -> list[tuple[str, str | None]]:
    return [(person.value.name, person.value.address) for person in _draft(text).contacts]


def test_people_on_lines_of_their_own_are_contacts_with_their_addresses() -> None:
    text = "Ada Kowal, Meadow Hall, ada.kowal@meadow.example.org\nBertil Oak, Meadow Hall"
    assert _people(text) == [("Ada Kowal", "ada.kowal@meadow.example.org"), ("Bertil Oak", None)]


def test_a_name_alone_finds_the_address_that_is_made_of_it() -> None:
    assert _people("Ada Kowal\n\nHarbour House\n\nada.kowal@meadow.example.org") == [
        ("Ada Kowal", "ada.kowal@meadow.example.org")
    ]


def test_a_verb_before_a_name_is_no_part_of_it() -> None:
    text = "Rispondono Ada Kowal (ada.kowal@meadow.example.org), Bertil Oak (bertil.oak@meadow.example.org)."
    assert [name for name, _ in _people(text)] == ["Ada Kowal", "Bertil Oak"]


def test_what_an_office_is_for_is_no_person() -> None:
    assert _people("Contact: Ada Kowal, Institute for Patient Inquiry, 12 Nowhere Avenue") == [("Ada Kowal", None)]


def test_one_address_in_the_next_sentence_is_that_of_all() -> None:
    text = "The circle is run by Ada Kowal and Bertil Oak. You reach both at circle@meadow.example.org."
    assert _people(text) == [("Ada Kowal", "circle@meadow.example.org"), ("Bertil Oak", "circle@meadow.example.org")]


def test_the_address_beside_the_deadline_is_where_answers_go() -> None:
    its = _draft("The deadline for entries is 10 April 2026 (soil@meadow.example.org).\n\nCome on 12 May 2026.").channel
    assert its.way is not None
    assert its.address is not None
    assert (its.way.value, its.address.value) == ("email", "soil@meadow.example.org")


def test_an_address_to_leave_a_list_is_none_for_answers() -> None:
    its = _draft("Send your answers to soil@meadow.example.org.\n\nTo unsubscribe, write to lists@meadow.example.org.").channel
    assert its.address is not None
    assert its.address.value == "soil@meadow.example.org"


def test_where_there_is_no_form_none_is_named() -> None:
    its = _draft("There is no form. Mail us at soil@meadow.example.org by 10 April 2026.").channel
    assert its.way is not None
    assert its.way.value == "email"


def test_the_day_beside_an_address_is_the_deadline_with_a_doubt() -> None:
    its = _draft(
        "The meeting is on 12 May 2026.\n\nEntries go to soil@meadow.example.org; we stop reading on 10 April 2026."
    ).times
    assert its.deadline is not None
    assert str(its.deadline.value) == "2026-04-10 23:59:59"


def test_the_hour_of_all_deadlines_holds_for_the_one_found() -> None:
    its = _draft("Statements are due by 1 March 2026.\n\nAll deadlines are 18:00 CET.").times
    assert its.deadline is not None
    assert str(its.deadline.value) == "2026-03-01 18:00:00"
    assert its.explicit_time


@pytest.mark.parametrize(
    "said", ["Capacity: 30 people.", "We have five slots.", "At most 18 people can come.", "Only 24 chairs fit in."]
)
def test_a_number_of_seats_limits_the_places(said: str) -> None:
    assert _draft(said).places is not None


@pytest.mark.parametrize("said", ["No more than 300 words.", "We meet for 18 minutes.", "Eighteen people came last year."])
def test_a_number_of_something_else_does_not(said: str) -> None:
    assert _draft(said).places is None


def test_a_page_of_more_lines_than_are_read_is_cut() -> None:
    assert page_of_text("word\n\n" * 4000).is_cut
    assert page_of_html("<p>word</p>" * 4000).is_cut
    assert not page_of_text("word\n\n" * 40).is_cut
