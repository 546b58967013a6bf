"""What mail programs and people put around their words, in many languages: none of it is taken for an answer."""

import textwrap

import pytest

from mailbot.core.reply import split
from tests.core import introductions
from tests.core.introductions import Piece

OWN = "Yes, gladly. I have worked in three prisons."


def _reply(text: str) -> str:
    return split(text).reply.strip()


def _folded(text: str) -> str:
    """As Gmail and others send it: broken before the 76th column."""
    return "\n".join(textwrap.fill(line, 70, break_long_words=False, break_on_hyphens=False) for line in text.split("\n"))


_seen = pytest.mark.parametrize("case", introductions.SEEN, ids=lambda case: case.name)
_held = pytest.mark.parametrize("case", introductions.HELD, ids=lambda case: case.name)


@_seen
def test_what_a_program_puts_above_a_quoted_mail_is_known(case: Piece) -> None:
    assert _reply(f"{OWN}\n\n{case.text}\n\nWhat do you say?") == OWN
    assert _reply(f"{OWN}\n\n{_folded(case.text)}\n\nWhat do you say?") == OWN


@_held
def test_what_nobody_tuned_for_is_known_as_well(case: Piece) -> None:
    assert _reply(f"{OWN}\n\n{case.text}\n\nWhat do you say?") == OWN
    assert _reply(f"{OWN}\n\n{_folded(case.text)}\n\nWhat do you say?") == OWN


@_seen
def test_answers_below_quoted_lines_stay_when_an_introduction_stands_above_them(case: Piece) -> None:
    assert _reply(f"{case.text}\n> What do you say?\n{OWN}\n> And when?\nIn May.") == f"{OWN}\nIn May."


@pytest.mark.parametrize(("language", "text"), introductions.SIGN_OFFS_SEEN)
def test_how_a_mail_ends_is_no_answer(language: str, text: str) -> None:
    assert _reply(f"{OWN}\n\n{text}\n") == OWN, language


@pytest.mark.parametrize(("language", "text"), introductions.SIGN_OFFS_HELD)
def test_an_ending_that_nobody_tuned_for_is_no_answer(language: str, text: str) -> None:
    assert _reply(f"{OWN}\n\n{text}\n") == OWN, language


@pytest.mark.parametrize(
    "sentence",
    [
        "On 6 March 2023 I wrote: nothing can be done.",
        "At 9:00 every Monday the team writes:",
        "Am 6. März schrieb die Zeitung:",
        "Le 6 mars, mon équipe a écrit :",
        "El lunes escribió mi jefa:",
        "Il ministero ha scritto nel 2019:",
        "Op school schreef ik:",
        "W dniu wyborów napisał do mnie uczeń:",
        "Em 2019 a equipa escreveu:",
        "Den gamle mannen skrev:",
        "Den 6. marts skrev vi:",
        "Vuonna 2019 hän kirjoitti:",
        "Dne 6. března jsem napsal:",
        "Στις 6 Μαρτίου έγραψε:",
        "În 2019 a scris:",
        "A fiam ezt írta:",
        "From: my point of view, nothing changed.",
        "To: everybody who works with us",
        "Date: to be agreed with the prison",
        "Best practice, in my view, is to listen.",
        "Regards for the family matter as well.",
        "Cumprimentos aos pais são importantes no nosso trabalho.",
        "Sent from prison, letters take two weeks.",
        "Gesendet wird jeden Monat ein Brief.",
        "Zdraví je pro naše klienty nejdůležitější.",
        "Yours is a good question.",
        "Warmly welcomed people stay longer.",
    ],
)
def test_a_sentence_that_only_begins_like_one_of_them_is_an_answer(sentence: str) -> None:
    text = f"{sentence}\nAnd there is more to say about it, which took us years.\n\nThe second paragraph."
    assert _reply(text) == text
