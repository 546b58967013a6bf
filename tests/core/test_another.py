"""What somebody else answered is never the answer of who passes it on or writes above it."""

import pytest

from mailbot.core.reading import Intent, Outcome, read
from tests.parts import CALL, NOW, OWN, reply

OURS = next(iter(CALL.addresses))
HEADERS = (
    "-----Original Message-----\r\nFrom: {wrote}\r\nSent: Monday, 1 March 2021 10:00\r\nTo: {to}\r\nSubject: RE: call\r\n\r\n"
)
TYPED = "Dear all,\r\n\r\n" + "".join(f"{q.text}\r\n\r\nIn our prison it is so, number {q.id}.\r\n\r\n" for q in CALL.questions)
BOB = "Bob Stone <bob@prison.example>"


def quoted(wrote: str, to: str) -> str:
    return HEADERS.format(wrote=wrote, to=to) + TYPED


@pytest.mark.parametrize("above", ["FYI\r\n\r\n", "", "Dear all, see what my colleague wrote.\r\n\r\n"])
def test_a_mail_of_somebody_else_to_us_that_is_passed_on_gives_the_sender_no_answer(above: str) -> None:
    assert not read(reply(body=above + quoted(BOB, OURS), subject="FW: call"), NOW, [CALL], OWN).answers


def test_a_mail_of_somebody_else_to_us_is_left_to_a_person_where_it_is_passed_on() -> None:
    reading = read(reply(body="FYI\r\n\r\n" + quoted(BOB, OURS), subject="FW: call"), NOW, [CALL], OWN)
    assert (reading.intent, reading.outcome) == (Intent.forward, Outcome.quarantine)


def test_who_answers_above_the_answers_of_somebody_else_has_answered_himself() -> None:
    reading = read(reply(body="1. I am a mentor.\r\n\r\n" + quoted(BOB, OURS)), NOW, [CALL], OWN)
    assert [(answer.question, answer.text) for answer in reading.answers] == [(1, "I am a mentor.")]


@pytest.mark.parametrize(("wrote", "to"), [(f"The call <{OURS}>", "all"), (BOB, "colleagues@prison.example")])
def test_words_typed_into_our_mail_or_into_one_that_hands_the_call_round_are_the_senders(wrote: str, to: str) -> None:
    reading = read(reply(body="My answers are below.\r\n\r\n" + quoted(wrote, to)), NOW, [CALL], OWN)
    assert len(reading.answers) == len(CALL.questions)
