"""Initials before each answer in a quoted mail are no words of it."""

import pytest

from mailbot.core.align import align
from mailbot.core.reply import split
from tests.core.test_align import CHALLENGES, EXPERIENCE, THREE, TIME
from tests.core.test_ways_to_answer import ALL, GREAT, POSTS, WORK

HEADERS = "From: Rik Scheele <rik@example.org>\nSent: 21 January 2021 15:02\nTo: all\nSubject: Call\n"


def said(text: str, author: str = "") -> dict[int, str]:
    parts = split(text, [question.text for question in THREE.questions], author)
    return {answer.question: answer.text for answer in align(parts, THREE, author).answers}


MARKS = (
    ("NOL: ", "Niamh O'Loughlin", ""),
    ("[JK] ", "Jan Kowalski", ""),
    ("(mb) ", "Marta Bianchi", ""),
    ("Anna: ", "Anna Virtanen", ""),
    ("Anna> ", "Anna Virtanen", ""),
    ("[Anna Virtanen]: ", "Anna Virtanen", ""),
    ("*KL:* ", "Kaisa Laine", ""),
    ("J.K. - ", "Jan Kowalski", ""),
    ("HØ -> ", "Håkon Ødegård", ""),
    ("ZQ: ", "", ""),
    ("<ET> ", "", ""),
    ("Exit North: ", "", "Our answers are marked Exit North:"),
    ("vdB> ", "", "Mijn antwoorden staan achter vdB in de tekst."),
)


@pytest.mark.parametrize(("mark", "author", "above"), MARKS)
@pytest.mark.parametrize("prefix", ["", "> "])
def test_initials_before_each_answer_are_no_part_of_it(mark: str, author: str, above: str, prefix: str) -> None:
    asked = zip((EXPERIENCE, TIME, CHALLENGES), ALL.values(), strict=True)
    text = "\n\n".join(f"{prefix}{n}. {question}\n\n{mark}{answer}" for n, (question, answer) in enumerate(asked, 1))
    head = f"Dear Rik,\n\n{above}\n\n{'' if prefix else HEADERS}\n"
    assert said(f"{head}{text}\n", author) == ALL


@pytest.mark.parametrize("word", ["Yes: ", "No - ", "NO: ", "Ja: ", "Sí: ", "Nein - "])
def test_yes_and_no_are_no_initials(word: str) -> None:
    assert said(f"> {EXPERIENCE}\n{WORK}\n\n> {TIME}\n{word}{GREAT}\n\n> {CHALLENGES}\n{word}{POSTS}") == {
        1: WORK,
        2: f"{word}{GREAT}",
        3: f"{word}{POSTS}",
    }


@pytest.mark.parametrize("word", ["Time: ", "In Oslo: ", "[sic] ", "EU: "])
def test_a_word_before_a_single_answer_belongs_to_it(word: str) -> None:
    assert (
        said(f"> {EXPERIENCE}\n{WORK}\n\n> {TIME}\n{word}{GREAT}\n\n> {CHALLENGES}\n{POSTS}", "Oona Brick")[2]
        == f"{word}{GREAT}"
    )


def test_a_second_paragraph_behind_the_initials_is_cut_likewise() -> None:
    text = f"> {EXPERIENCE}\n\nOB: {WORK}\n\nOB: {GREAT}\n\n> {CHALLENGES}\n\nOB: {POSTS}"
    assert said(text, "Oona Brick") == {1: f"{WORK}\n\n{GREAT}", 3: POSTS}


@pytest.mark.parametrize(
    "ending", ["We will invite participants based on this information.", "Wer eingeladen wird, erfährt es bald.", "A demain."]
)
def test_where_all_other_answers_have_initials_the_words_below_the_last_question_are_our_own(ending: str) -> None:
    text = f"1) {EXPERIENCE}\n\nOB: {WORK}\n\n2) {TIME}\n\nOB: {GREAT}\n\n3) {CHALLENGES}\n\n{ending}\n"
    assert said(f"See my comments.\n\n{HEADERS}\n{text}", "Oona Brick") == {1: WORK, 2: GREAT}
