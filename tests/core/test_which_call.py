"""For which of several calls in one mailbox a mail is, and what it says to each when it answers two."""

import pytest

from mailbot.core.call import Call, Question
from mailbot.core.keyed import letter_message_id
from mailbot.core.naming import by_subject, references, sections
from mailbot.core.reading import Outcome, Reading, read
from tests.parts import CALL, NOW, OWN


def a_call(slug: str, title: str, *asked: str) -> Call:
    questions = tuple(Question(id=f"q{n}", text=text) for n, text in enumerate(asked, 1))
    return CALL.model_copy(
        update={"slug": slug, "title": title, "questions": questions, "addresses": (f"{slug}@calls.example.net",)}
    )


SOIL = a_call(
    "healthy-soil",
    "Call for participants: healthy soil on small farms",
    "Which plants do you grow between two harvests?",
    "How do you know that your soil is well?",
    "What would you like to learn?",
)
WATER = a_call(
    "drinking-water",
    "Call for participants: drinking water in the villages",
    "Where does the water of your village come from?",
    "Who looks after the wells, and who pays for it?",
    "What would you like to learn?",
)
BOTH = (SOIL, WATER)


def mail(body: str, subject: str = "Hello", to: str = "office@example.net", more: str = "") -> bytes:
    return (
        f"Delivered-To: {to}\r\nAuthentication-Results: mx.example.net; dmarc=pass header.from=example.org\r\n"
        f"From: Jana <jana@example.org>\r\nTo: {to}\r\nSubject: {subject}\r\nMessage-ID: <1@example.org>\r\n{more}"
        f"Content-Type: text/plain; charset=utf-8\r\n\r\n{body}"
    ).encode()


def said(body: str, subject: str = "Hello", to: str = "office@example.net", more: str = "") -> Reading:
    return read(mail(body, subject, to, more), NOW, BOTH, OWN, mailbox="default")


NUMBERED = "1. Clover, and in some years peas.\n\n2. By its smell.\n\n3. All there is.\n"
ABOUT_SOIL = (
    "> 1. Which plants do you grow between two harvests?\nClover, and in some years peas.\n\n"
    "> 2. How do you know that your soil is well?\nBy its smell.\n"
)
ABOUT_WATER = (
    "> 1. Where does the water of your village come from?\nFrom two springs above it.\n\n"
    "> 2. Who looks after the wells, and who pays for it?\nWe do, and nobody pays.\n"
)


def test_a_mail_that_names_no_call_goes_to_a_person() -> None:
    reading = said(NUMBERED)
    assert (reading.call, reading.outcome, reading.reason) == (None, Outcome.quarantine, "call-unclear")


def test_the_address_comes_before_subject_and_questions() -> None:
    reading = said(NUMBERED, "Drinking water in the villages", to=SOIL.addresses[0])
    assert (reading.call, reading.found_by) == ("healthy-soil", "by-address")


def test_the_thread_comes_before_subject_and_questions() -> None:
    ours = letter_message_id("acknowledgement", WATER.slug, "5e" * 32, OWN)
    reading = said(NUMBERED, "Re: healthy soil on small farms", more=f"In-Reply-To: {ours}\r\n")
    assert (reading.call, reading.found_by) == ("drinking-water", "by-thread")


@pytest.mark.parametrize(
    "subject",
    [
        "Re: Call for participants: healthy soil on small farms",
        "AW: healthy soil",
        "my answers, healthy-soil",
        "FARMS and SOIL",
    ],
)
def test_a_subject_that_only_one_title_fits_chooses_it(subject: str) -> None:
    reading = said(NUMBERED, subject)
    assert (reading.call, reading.found_by) == ("healthy-soil", "by-subject")
    assert len(reading.answers) == 3


@pytest.mark.parametrize(
    "subject",
    ["Re: Call for participants", "Re: soil", "healthy soil and drinking water", "Participants", "", "water? soil! " * 500],
)
def test_a_subject_that_fits_both_or_hardly_one_chooses_none(subject: str) -> None:
    assert by_subject(subject, BOTH) is None


def test_questions_that_are_quoted_choose_their_call() -> None:
    reading = said(ABOUT_WATER)
    assert (reading.call, reading.found_by, reading.also) == ("drinking-water", "by-questions", ())
    assert [answer.text.strip() for answer in reading.answers] == ["From two springs above it.", "We do, and nobody pays."]


def test_a_question_that_both_ask_chooses_none() -> None:
    assert said("> 3. What would you like to learn?\nAll there is.\n").call is None


def quoting(text: str) -> str:
    return "".join(f"> {line}\n" for line in text.split("\n"))


def test_questions_that_are_quoted_tell_the_call_also_where_nothing_is_answered() -> None:
    assert said(f"When is the meeting?\n\n{quoting(ABOUT_WATER)}").call == "drinking-water"


def test_of_two_calls_that_are_quoted_and_not_answered_none_is_chosen() -> None:
    reading = said(f"Which one is in June?\n\n{quoting(ABOUT_WATER)}{quoting(ABOUT_SOIL)}")
    assert (reading.call, reading.reason, reading.also) == (None, "call-unclear", ())


def answers(reading: Reading) -> list[tuple[int, str]]:
    return [(answer.question, " ".join(answer.text.split())) for answer in reading.answers]


SOIL_SAID = [(1, "Clover, and in some years peas."), (2, "By its smell.")]
WATER_SAID = [(1, "From two springs above it."), (2, "We do, and nobody pays.")]


@pytest.mark.parametrize("to", ["office@example.net", SOIL.addresses[0]])
def test_a_mail_that_answers_two_calls_is_read_for_both(to: str) -> None:
    reading = said(f"Good morning,\n\n{ABOUT_SOIL}\n{ABOUT_WATER}\nJana\n", to=to)
    (other,) = reading.also
    assert (reading.call, answers(reading)) == ("healthy-soil", SOIL_SAID)
    assert (other.call, answers(other)[0], other.outcome) == ("drinking-water", WATER_SAID[0], Outcome.submission)
    assert reading.text == other.text
    assert reading.fingerprint == other.fingerprint


def test_the_order_in_which_two_calls_are_answered_changes_no_answer() -> None:
    reading = said(f"{ABOUT_WATER}\n{ABOUT_SOIL}")
    assert (reading.call, answers(reading)) == ("drinking-water", WATER_SAID)
    assert [(one.call, answers(one)) for one in reading.also] == [("healthy-soil", SOIL_SAID)]


def test_what_is_quoted_of_another_call_takes_nothing_from_this_one() -> None:
    quoted = "".join(f"> {line}\n" for line in "\n".join(question.text for question in WATER.questions).split("\n"))
    reading = said(f"{NUMBERED}\nOn Monday somebody wrote:\n{quoted}", to=SOIL.addresses[0])
    assert (reading.call, len(reading.answers), reading.also) == ("healthy-soil", 3, ())


def test_lines_belong_to_the_question_above_them_wrapped_or_not() -> None:
    soil = "Which plants do you grow\nbetween two harvests? Peas.\nmore"
    text = f"Hello\n{soil}\n> Where does the water of your village come from?\nx"
    assert sections(text, BOTH) == {"healthy-soil": {1, 2, 3}, "drinking-water": {4, 5}}


def test_references_are_found_by_their_form() -> None:
    assert list(references("Re: it (reference K7MQ-3XRT-9HBW)", "K7MQ-3XRT-9HBW AK7MQ-3XRT-9HBW BVZR-S6G8-SVN3.")) == [
        "K7MQ-3XRT-9HBW",
        "BVZR-S6G8-SVN3",
    ]
