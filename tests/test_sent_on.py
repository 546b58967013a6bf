"""Answers that a colleague sends on: they wait for the person named, who is asked, and nobody is flooded by it."""

import pytest

from mailbot.core.letter import LetterKind
from mailbot.core.policies import Late
from mailbot.core.submission import current
from tests.core.letters import text_of
from tests.parts import CALL
from tests.test_requests_by_mail import EVE, JANA, World

TOM = "tom@example.org"
PRINTED = (
    "Hello,\r\n\r\nI send you the answers of my colleague.\r\n\r\nBest regards\r\nJana\r\n\r\n"
    "---------- Forwarded message ---------\r\nFrom: Tom Baker <{address}>\r\nDate: Mon, 1 Feb 2021 at 09:00\r\n"
    "Subject: answers\r\nTo: Jana <jana@example.org>\r\n\r\n1. I teach in a prison.\r\n\r\n2. A small one.{more}\r\n\r\nTom\r\n"
)


def printed(address: str = TOM, more: str = "") -> str:
    return PRINTED.format(address=address, more=more)


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def sent_on(world: World) -> World:
    assert world.says(JANA, printed(), subject="Fwd: answers") == "kept-apart: on-behalf-of"
    return world


def answers_of(world: World, address: str) -> dict[str, str]:
    entry = next(s for s in world.store.submissions(CALL.slug) if s.address == address)
    return {answer.question_id: answer.text for answer in current(entry)}


def test_they_become_an_entry_of_the_person_named_that_does_not_count_yet(sent_on: World) -> None:
    assert answers_of(sent_on, TOM) == {}
    assert answers_of(sent_on, JANA)["work"] == "I work in probation."
    asked, told = sent_on.last(LetterKind.confirm), sent_on.last(LetterKind.thanks)
    assert (asked.recipient, told.recipient) == (TOM, JANA)
    assert "prison" not in text_of(asked) + text_of(told), "what may be somebody else's goes to nobody"
    assert JANA in text_of(asked)
    assert TOM not in text_of(told)


def test_the_person_named_confirms_them(sent_on: World) -> None:
    assert (
        sent_on.says(TOM, "Yes, these are my answers.\r\n", sent_on.last(LetterKind.confirm)) == "request: confirmed-on-behalf"
    )
    assert answers_of(sent_on, TOM) == {"work": "I teach in a prison.", "time": "A small one."}
    assert sent_on.last(LetterKind.acknowledgement).recipient == TOM
    assert "prison" in text_of(sent_on.last(LetterKind.acknowledgement))


def test_the_person_named_says_no(sent_on: World) -> None:
    letter = sent_on.last(LetterKind.confirm)
    assert sent_on.says(TOM, "No, I did not write that.\r\n", letter) == "request: on-behalf-refused"
    assert sent_on.says(TOM, "Yes\r\n", letter) == "request: token-used-before"
    assert answers_of(sent_on, TOM) == {}


def test_the_person_named_writes_other_answers_and_only_these_count(sent_on: World) -> None:
    assert sent_on.says(TOM, "1. I am a baker.\r\n") == "revision: answers-found"
    assert answers_of(sent_on, TOM) == {"work": "I am a baker."}


@pytest.mark.parametrize("sender", [JANA, EVE])
def test_nobody_else_confirms_them(sent_on: World, sender: str) -> None:
    letter = sent_on.last(LetterKind.confirm)
    assert sent_on.says(sender, "Yes\r\n", letter) == "quarantined: token-of-another-address"
    assert sent_on.says(TOM, "Yes\r\n", letter, dmarc="none") == "quarantined: token-not-authenticated"
    assert answers_of(sent_on, TOM) == {}


def test_an_entry_that_is_there_stays_as_it_was(world: World) -> None:
    world.says(TOM, "1. I am a baker.\r\n\r\n2. None.\r\n")
    assert world.says(EVE, printed(), subject="Fwd: answers") == "kept-apart: on-behalf-of"
    assert answers_of(world, TOM) == {"work": "I am a baker.", "time": "None."}
    assert len([s for s in world.store.submissions(CALL.slug) if s.address == TOM]) == 1


def test_late_answers_that_are_held_do_not_count_by_a_yes(world: World) -> None:
    world.calls[:] = [CALL.model_copy(update={"late": Late.hold})]
    world.clock.advance(days=20)
    assert world.says(JANA, printed(), subject="Fwd: answers") == "kept-apart: late-held"
    assert world.says(TOM, "Yes\r\n", world.last(LetterKind.confirm)) == "request: confirmed-on-behalf"
    assert answers_of(world, TOM) == {}


def test_newer_words_of_the_person_named_are_not_replaced_by_older_ones(sent_on: World) -> None:
    letter = sent_on.last(LetterKind.confirm)
    sent_on.says(TOM, "1. I am a baker.\r\n\r\n2. None.\r\n")
    assert sent_on.says(TOM, "Yes\r\n", letter) == "quarantined: confirmed-over-newer"
    assert answers_of(sent_on, TOM) == {"work": "I am a baker.", "time": "None."}


def test_what_an_organiser_has_discarded_is_not_confirmed_any_more(sent_on: World) -> None:
    (mail,) = sent_on.store.mails(limit=1)
    assert sent_on.store.discard(mail.id, sent_on.clock.now, "operator", "not his")
    assert sent_on.says(TOM, "Yes\r\n", sent_on.last(LetterKind.confirm)) == "quarantined: token-ended"


def test_senders_of_one_domain_ask_few_people_a_day(world: World) -> None:
    became = [world.says(f"e{n}@eve.example", printed(f"p{n}@example.org"), subject="Fwd: answers") for n in range(24)]
    assert became.count("kept-apart: on-behalf-of") == 20


@pytest.mark.parametrize("named", ["postmaster@example.org", "talk-request@example.org", "ann+x@example.org"])
def test_programs_lists_and_our_own_people_are_not_asked(world: World, named: str) -> None:
    world.says(JANA, printed(named), subject="Fwd: answers")
    assert not world.letters_of(LetterKind.confirm)


def test_who_is_not_sure_to_be_the_sender_brings_nobody_a_letter(world: World) -> None:
    assert world.says(EVE, printed(), subject="Fwd: answers", dmarc="none") == "quarantined: forward-for-a-person"
    assert not world.letters_of(LetterKind.confirm, LetterKind.thanks)


def test_a_thousand_of_them_bring_the_person_named_two_letters(world: World) -> None:
    for n in range(40):
        world.says(f"eve{n}@example.net", printed(more=f" {n}"), subject="Fwd: answers")
    assert len(world.letters_of(LetterKind.confirm)) == 2


def test_one_sender_asks_five_people_a_day_at_most(world: World) -> None:
    became = [world.says(EVE, printed(f"p{n}@example.org"), subject="Fwd: answers") for n in range(7)]
    assert became == ["kept-apart: on-behalf-of"] * 5 + ["quarantined: forward-for-a-person"] * 2
