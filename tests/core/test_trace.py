"""What became of each line: every line has its place, and what is said of a line agrees with the answers."""

from collections import Counter
from datetime import UTC, date, datetime

import pytest

from mailbot.core.call import Call, Contact, Deadline, Question
from mailbot.core.known import words
from mailbot.core.reading import read
from mailbot.core.trace import BODY, Role, Trace
from tests.core.answered import names, outcome
from tests.core.mails import OWN, raw

CALL = Call(
    slug="a-call",
    title="A call",
    zone="Europe/Brussels",
    questions=(
        Question(id="work", text="What line of work are you in?"),
        Question(id="time", text="What role does time play?"),
    ),
    deadline=Deadline(day=date(2021, 2, 17)),
    contacts=(Contact(name="Ann Contact", address="ann@example.org"),),
    addresses=("call@intake.example",),
)
NOON = datetime(2021, 2, 1, 12, tzinfo=UTC)
Row = tuple[str, Role, tuple[int, ...]]


def _rows(found: Trace) -> list[Row]:
    """Each line with its role and its questions."""
    lines = iter(found.text.split("\n"))
    return [(next(lines), s.place.role, s.place.questions) for s in found.stretches for _ in range(s.lines)]


def _became(body: str) -> list[tuple[Role, tuple[int, ...]]]:
    """Of each line that is not empty."""
    reading = read(raw(body, to=CALL.addresses[0]), NOON, [CALL], OWN)
    return [(role, questions) for _, role, questions in _rows(reading.traces[0]) if role is not Role.empty]


@pytest.mark.parametrize("name", names())
def test_every_line_has_a_place_and_the_words_of_an_answer_stand_on_its_lines(name: str) -> None:
    reading = outcome(name).reading
    assert (reading.traces[0].source, reading.traces[0].text) == (BODY, reading.text)
    for found in reading.traces:
        rows = _rows(found)
        assert len(rows) == found.text.count("\n") + 1
        answers = {answer.question: answer.text for answer in reading.answers if answer.source == found.source}
        assert {n for _, _, questions in rows for n in questions} <= set(answers)
        for n, text in answers.items():
            lines = [line for line, _, questions in rows if n in questions]
            in_subject = all(word in words(reading.subject) for word in words(text))
            assert in_subject or not Counter(words(text)) - Counter(words("\n".join(lines))), n


def test_the_same_short_answer_to_two_questions_is_each_time_on_its_own_line() -> None:
    assert _became("1. No.\n2. No.\n") == [(Role.answer, (1,)), (Role.answer, (2,))]


def test_each_line_of_an_inline_reply_is_what_it_is() -> None:
    body = (
        "Dear Ann,\n\nOn Mon, 1 Feb 2021 at 09:00, Ann Contact <ann@example.org> wrote:\n"
        "> What line of work are you in?\nI work in probation.\n> What role does time play?\n"
        "A large one.\nEvery day.\n\nBest regards,\nJana\n--\nJana Test, Probation\n"
    )
    assert _became(body) == [
        (Role.greeting, ()),
        (Role.attribution, ()),
        (Role.quoted, ()),
        (Role.answer, (1,)),
        (Role.quoted, ()),
        (Role.answer, (2,)),
        (Role.answer, (2,)),
        *[(Role.signature, ())] * 4,
    ]


def test_a_label_without_words_is_no_answer() -> None:
    assert _became("Question 1:\n\nQuestion 2: A large one.\n") == [(Role.repeated, ()), (Role.answer, (2,))]


def test_a_line_in_which_only_a_part_answers_is_mixed() -> None:
    places = [s.place for s in outcome("en-ios-dictated").reading.traces[0].stretches]
    assert [place.questions for place in places if place.role is Role.mixed] == [(1, 2, 3)]


def test_lines_of_an_answer_that_was_given_up_are_unplaced() -> None:
    reading = read(raw("Thank you, that is very kind of all of you.\n", to=CALL.addresses[0]), NOON, [CALL], OWN)
    assert reading.answers == ()
    assert [role for _, role, _ in _rows(reading.traces[0]) if role is not Role.empty] == [Role.unplaced]


def test_thousands_of_quoted_lines_are_one_stretch() -> None:
    reading = read(raw("1. Probation.\n" + "> quoted\n" * 15_000, to=CALL.addresses[0]), NOON, [CALL], OWN)
    assert len(reading.traces[0].stretches) <= 4


def test_without_a_call_own_words_are_own_words() -> None:
    reading = read(raw("Hello.\n> quoted\n"), NOON, [], OWN)
    assert [role for _, role, _ in _rows(reading.traces[0]) if role is not Role.empty] == [Role.own, Role.quoted]
