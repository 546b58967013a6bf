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
    assert (reading.intent, reading.answers) == (Intent.forward, ())


def test_who_answers_above_the_answers_of_somebody_else_has_answered_himself() -> None:
    reading = read(reply(body="1. I am a mentor.\r\n\r\n" + quoted(BOB, OURS)), NOW, [CALL], OWN)
    assert [(answer.question, answer.text) for answer in reading.answers] == [(1, "I am a mentor.")]


@pytest.mark.parametrize(("wrote", "to"), [(f"The call <{OURS}>", "all"), (BOB, "colleagues@prison.example")])
def test_words_typed_into_our_mail_or_into_one_that_hands_the_call_round_are_the_senders(wrote: str, to: str) -> None:
    reading = read(reply(body="My answers are below.\r\n\r\n" + quoted(wrote, to)), NOW, [CALL], OWN)
    assert len(reading.answers) == len(CALL.questions)


NUMBERED = "Dear all,\r\n\r\n1. Our prison has two of us.\r\n\r\n2. It all takes years here.\r\n\r\nBob\r\n"
BEHIND = "Dear all,\r\n\r\n" + "".join(f"{q.text} In our prison it is so, number {q.id}.\r\n\r\n" for q in CALL.questions)
BY_BOB = [
    "On Mon, 1 Feb 2021 at 10:00, Bob Stone <bob@prison.example> wrote:",
    "On Mon, 1 Feb 2021 at 10:00, Bob Stone wrote:",
    "On 1 February 2021, Bob wrote:",
    "Bob Stone wrote:",
    "Am 01.02.2021 um 10:00 schrieb Bob Stone:",
    "Bob Stone schrieb:",
    "Le lun. 1 févr. 2021 à 10:00, Bob Stone a écrit :",
    "El 1 feb 2021, a las 10:00, Bob Stone escribió:",
    "Op ma 1 feb. 2021 om 10:00 schreef Bob Stone <bob@prison.example>:",
    "W dniu 1.02.2021 o 10:00, Bob Stone pisze:",
]


@pytest.mark.parametrize("attribution", BY_BOB)
@pytest.mark.parametrize("wrote", [TYPED, NUMBERED, BEHIND], ids=["typed", "numbered", "behind"])
@pytest.mark.parametrize("above", ["", "FYI\r\n\r\n", "Dear all, see what my colleague wrote.\r\n\r\n"])
def test_below_an_attribution_of_somebody_else_nothing_unmarked_is_the_senders(
    above: str, wrote: str, attribution: str
) -> None:
    assert not read(reply(body=f"{above}{attribution}\r\n\r\n{wrote}"), NOW, [CALL], OWN).answers


@pytest.mark.parametrize("attribution", BY_BOB)
def test_words_that_may_be_another_s_stand_unplaced_and_wait_for_a_person(attribution: str) -> None:
    reading = read(reply(body=f"FYI\r\n\r\n{attribution}\r\n\r\n{TYPED}"), NOW, [CALL], OWN)
    assert (reading.intent, reading.outcome) == (Intent.forward, Outcome.quarantine)
    assert "In our prison it is so" in reading.unplaced


@pytest.mark.parametrize(
    "wrote",
    [f"The call <{OURS}>", "Ann Contact", "A call", "Jana <jana@example.org>", "Jana"],
    ids=["ours", "contact", "title", "sender", "name"],
)
def test_words_typed_below_an_attribution_of_ours_or_of_the_sender_are_answers(wrote: str) -> None:
    body = f"See below.\r\n\r\nOn Mon, 1 Feb 2021 at 10:00, {wrote} wrote:\r\n\r\n{TYPED}"
    assert len(read(reply(body=body), NOW, [CALL], OWN).answers) == len(CALL.questions)


def test_words_without_prefix_between_prefixed_ones_are_the_senders_whoever_handed_the_call_round() -> None:
    typed = "".join(f"> {q.text}\r\n\r\nWith us it is so, number {q.id}.\r\n\r\n" for q in CALL.questions)
    assert len(read(reply(body=f"{BY_BOB[0]}\r\n\r\n> FYI\r\n>\r\n{typed}"), NOW, [CALL], OWN).answers) == len(CALL.questions)


def test_an_answer_that_cites_somebody_goes_on_below_the_citation() -> None:
    body = "1. I work in probation.\r\n\r\nBob Stone wrote:\r\n\r\nPrisons need time.\r\n\r\n2. A large one.\r\n"
    answers = read(reply(body=body), NOW, [CALL], OWN).answers
    assert [answer.question for answer in answers] == [1, 2]
    assert answers[0].text.endswith("Prisons need time.")


def test_own_answers_above_stay_and_the_colleagues_below_are_left_to_a_person() -> None:
    body = f"1. I am a mentor.\r\n\r\n2. A small one.\r\n\r\nBob Stone wrote:\r\n\r\n{NUMBERED}"
    reading = read(reply(body=body), NOW, [CALL], OWN)
    assert [(answer.question, answer.text) for answer in reading.answers] == [(1, "I am a mentor."), (2, "A small one.")]
    assert "Our prison has two of us." in reading.unplaced


def test_what_another_typed_into_our_mail_stays_his_below_our_own_headers() -> None:
    ours = HEADERS.format(wrote=f"The call <{OURS}>", to=BOB)
    nested = HEADERS.format(wrote=BOB, to=OURS) + f"Please see below.\r\n\r\n{ours}{TYPED}"
    assert not read(reply(body=f"FYI\r\n\r\n{nested}", subject="FW: call"), NOW, [CALL], OWN).answers
