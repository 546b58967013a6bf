"""Answers between the questions of a quoted mail: above or below them, below those that were cut short, below several."""

import pytest

from tests.core.test_align import CHALLENGES, EXPERIENCE, TIME, answers
from tests.core.test_ways_to_answer import ALL, GREAT, POSTS, WORK

WROTE = (
    "On Mon, 22 Apr 2024 at 11:20, Ilse Vermeulen wrote:",
    "Às 11:20 de 22/04/2024, Ilse Vermeulen escreveu:",
    "Am 22.04.24 um 11:20 schrieb Ilse Vermeulen:",
    "Le 22/04/2024 à 11:20, Ilse Vermeulen a écrit :",
    "El 22/4/24 a las 11:20, Ilse Vermeulen escribió:",
    "Il 22/04/2024 11:20, Ilse Vermeulen ha scritto:",
    "Op 22-04-2024 om 11:20 schreef Ilse Vermeulen:",
    "W dniu 22.04.2024 o 11:20, Ilse Vermeulen pisze:",
    "Den 22-04-2024 kl. 11:20 skrev Ilse Vermeulen:",
    "Ilse Vermeulen kirjoitti 22.4.2024 klo 11.20:",
    "Dne 22.04.2024 v 11:20 Ilse Vermeulen napsal(a):",
)


@pytest.mark.parametrize("wrote", WROTE)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_an_answer_may_stand_above_the_first_quoted_question_right_below_who_wrote_it(wrote: str, gap: str) -> None:
    above = "\n\n".join(
        f"{answer}{gap}> {n}. {question}"
        for n, (answer, question) in enumerate(zip(ALL.values(), (EXPERIENCE, TIME, CHALLENGES), strict=True), 1)
    )
    assert answers(f"Dear Ilse, each answer over its question.\n\n{wrote}\n\n{above}\n\nBest wishes,\nFernanda") == ALL


@pytest.mark.parametrize("wrote", WROTE)
def test_a_sentence_right_below_who_wrote_it_is_no_answer_where_the_answers_stand_below(wrote: str) -> None:
    below = f"> {EXPERIENCE}\n{WORK}\n\n> {TIME}\n{GREAT}\n\n> {CHALLENGES}\n{POSTS}"
    assert answers(f"Hello,\n\n{wrote}\n\nI write between the lines.\n{below}") == ALL


def test_what_stands_below_who_wrote_it_without_prefixes_is_quoted_where_our_questions_have_none_either() -> None:
    mail = f"Thank you.\n\n{WROTE[0]}\n\nDear all,\n\n1. {EXPERIENCE}\n2. {TIME}\n3. {CHALLENGES}\n"
    assert answers(mail) == {}


CUT = (
    ("What is your experience [...]", "What role does time [...]", "What are challenges [...]"),
    ("1. What is your experience [...] as a practitioner?", "2. What role [...]", "3. What are challenges [...]"),
    ("What is your experience...", "What role does time play...", "What are challenges..."),
    ("What is your experience …", "What role does time play …", "What are challenges …"),
    ("1. […]", "2. […]", "3. […]"),
    ("1) (...)", "2) (...)", "3) (...)"),
    ("your experience <snip>", "role does time <snip>", "are challenges <snip>"),
    ("... radicalised individuals as a practitioner?", "... play in your work ...", "... related to time?"),
    ("Q1: What is [snip]", "Q2: What role [snip]", "Q3: What are [snip]"),
    ("What is your experience (…)?", "What role (…) time (…)?", "What are (…) related to time?"),
    ("1. your experience [gekürzt]", "2. role [gekürzt]", "3. challenges [gekürzt]"),
)


@pytest.mark.parametrize("cut", CUT)
def test_a_quoted_question_that_was_cut_short_is_known_again(cut: tuple[str, str, str]) -> None:
    assert answers("\n\n".join(f"> {asked}\n{said}" for asked, said in zip(cut, ALL.values(), strict=True))) == ALL


@pytest.mark.parametrize("quoted", ["1. ..........", "Name: ..........", "Other things …", "[…]"])
def test_a_mark_of_what_was_left_out_is_no_question_by_itself(quoted: str) -> None:
    assert answers(f"> {quoted}\n{WORK}\n\n> {TIME}\n{GREAT}") == {2: GREAT}
