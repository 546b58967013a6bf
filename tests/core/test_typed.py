"""Answers typed into a quoted mail: what a mail program broke off a question is no answer to it."""

from datetime import UTC, date, datetime

import pytest

from mailbot.core.call import Call, Contact, Deadline, Question
from mailbot.core.reading import read
from tests.core.mails import OWN, raw

CALL = Call(
    slug="a-call",
    title="A call",
    zone="Europe/Brussels",
    questions=(
        Question(
            id="work", text="What line of work are you in, and how do these problems hamper rehabilitation? And reintegration?"
        ),
        Question(
            id="time", text="Is there a structure in place for the transfer of information? What are possible challenges?"
        ),
    ),
    deadline=Deadline(day=date(2021, 2, 17)),
    contacts=(Contact(name="Ann Contact", address="ann@example.org"),),
    addresses=("call@intake.example",),
)
_ABOVE = "\n\nFrom: Ann Contact <ann@example.org>\nSent: Monday, 1 February 2021 09:00\nTo: Jana\nSubject: A call\n\n"
_BROKEN = (
    "1. What line of work are you in, and how do these problems hamper rehabilitation? And\nreintegration?\n"
    "2. Is there a structure in place for the transfer of information? What are possible\nchallenges?\n"
)


@pytest.mark.parametrize(
    ("above", "answered"),
    [
        ("I write to you tomorrow.", {}),
        ("Question 1: probation.\n\nQuestion 2: none at all.", {1: "probation.", 2: "none at all."}),
    ],
)
def test_the_last_word_of_a_wrapped_question_is_no_answer(above: str, answered: dict[int, str]) -> None:
    reading = read(raw(f"{above}{_ABOVE}{_BROKEN}", to=CALL.addresses[0]), datetime(2021, 2, 1, 12, tzinfo=UTC), [CALL], OWN)
    assert {answer.question: answer.text for answer in reading.answers} == answered
