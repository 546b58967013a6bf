"""Answers between the questions of a quoted mail: above or below them, below those that were cut short, below several."""

import pytest

from tests.core.test_align import CHALLENGES, EXPERIENCE, TIME, a_call, answers
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


OPENINGS = (
    "We are a small team of four and everything below is what all of us think about it, after a long talk.",
    "Nous sommes une petite équipe de quatre personnes, et voici ce que nous en pensons tous ensemble aujourd'hui.",
    "Wir sind ein kleines Team in einer großen Stadt, und das Folgende haben wir in der Runde so besprochen.",
)


@pytest.mark.parametrize("opening", OPENINGS)
@pytest.mark.parametrize("last", ["Money.", "Yes, always.", "Six years"])
def test_many_words_above_the_first_question_do_not_move_the_answers_where_the_last_is_short(opening: str, last: str) -> None:
    below = f"> {EXPERIENCE}\n{WORK}\n\n> {TIME}\n{GREAT}\n\n> {CHALLENGES}\n{last}"
    assert answers(f"Hello,\n\n{WROTE[0]}\n\n{opening}\n\n{below}") == {1: WORK, 2: GREAT, 3: last}


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


LEFT = (
    "I leave question 2 to my colleague.",
    "Nothing from me on 2.",
    "Frage 2 überlasse ich den Kolleginnen.",
    "Je laisse la question 2 aux soignants.",
    "La pregunta 2 la dejo para mi compañera.",
    "A 2 deixo para a minha colega.",
    "Vraag 2 laat ik aan een collega.",
    "Na pytanie 2 nie odpowiadam.",
    "Kysymykseen 2 en vastaa.",
    "A 2. kérdést a kolléganőmre hagyom.",
    "Question 2: nothing to say.",
    "On question two I have nothing to say.",
)


@pytest.mark.parametrize("left", LEFT)
def test_of_two_quoted_questions_in_a_row_the_one_that_is_said_to_be_left_open_is_not_answered(left: str) -> None:
    said = f"{left}\n\n{WROTE[0]}\n> 1. {EXPERIENCE}\n>\n> 2. {TIME}\n\n{WORK}\n\n> 3. {CHALLENGES}\n\n{POSTS}"
    assert answers(f"Dear all,\n\n{said}") == {1: WORK, 3: POSTS}


SIX = a_call(EXPERIENCE, TIME, CHALLENGES, "What kind of support do they receive?", "What protects them?", "Any good practice?")
SUPPORT = "A team of two that supports each family, with treatment and protection for a year."


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\n>\n"])
@pytest.mark.parametrize("label", ["", "{n}. ", "* "])
def test_who_answers_right_below_each_question_answers_the_last_of_several_in_a_row(gap: str, label: str) -> None:
    asked = [f"> {label.format(n=n)}{question.text}" for n, question in enumerate(SIX.questions, 1)]
    mail = "\n\n".join(
        f"{one}\n\n{said}" for one, said in zip((*asked[:3], gap.join(asked[3:])), (*ALL.values(), SUPPORT), strict=True)
    )
    assert answers(mail, SIX) == ALL | {6: SUPPORT}


LISTS = (
    "A shared line:\n\n1. you call one number;\n\n2. who is on duty answers;\n\n3. somebody comes the next day.",
    "A shared line:\n\n1) you call;\n\n2) we answer.",
    "Three things help\n\na) a room\n\nb) a bus\n\nc) a person",
)


@pytest.mark.parametrize("listed", LISTS)
def test_a_list_with_blank_lines_below_the_last_question_is_part_of_its_answer(listed: str) -> None:
    mail = "\n\n".join(
        f"{asked}\n\n{said}" for asked, said in zip((EXPERIENCE, TIME, CHALLENGES), (WORK, GREAT, listed), strict=True)
    )
    assert answers(mail) == {1: WORK, 2: GREAT, 3: listed}


FURTHER = (
    "Two things trouble me most:\n- clients who open up late\n- reports every quarter",
    "Zwei Dinge machen mir zu schaffen:\n- Klienten, die sich spät öffnen\n- Berichte jedes Quartal",
    "Deux choses m'inquiètent le plus :\n- ceux qui s'ouvrent tard\n- un rapport par trimestre",
    "Dos cosas me preocupan:\n* los que se abren tarde\n* un informe cada trimestre",
    "Ukončení financování přichází vždy příliš brzy.\n\n1. klienti\n2. zprávy",
)
GOES_ON = "> If you have further questions, write to us.\n>\n> Best,\n> Ilse Vermeulen"


@pytest.mark.parametrize("further", FURTHER)
@pytest.mark.parametrize("wrote", WROTE[:4])
def test_what_stands_between_the_last_answer_and_further_quoted_words_belongs_to_it(further: str, wrote: str) -> None:
    inline = f"Hello,\n\n{wrote}\n\n> {EXPERIENCE}\n\n{WORK}\n\n> {TIME}\n\n{GREAT}\n\n> {CHALLENGES}\n\n{POSTS}\n\n{further}"
    assert answers(f"{inline}\n\n{GOES_ON}\n") == {**ALL, 3: f"{POSTS}\n\n{further}"}


REMARKS = (
    "I look forward to hearing from you.",
    "My phone number is 0555 1234.",
    "Ich freue mich auf den Tag.",
    "Au plaisir de vous lire.",
    "Thank you for asking us.",
    "Vielen Dank für die Einladung.",
)


@pytest.mark.parametrize("remark", REMARKS)
def test_a_remark_there_is_no_answer(remark: str) -> None:
    inline = f"> {EXPERIENCE}\n\n{WORK}\n\n> {TIME}\n\n{GREAT}\n\n> {CHALLENGES}\n\n{POSTS}\n\n{remark}"
    assert answers(f"{inline}\n\n{GOES_ON}\n") == ALL


def test_a_paragraph_at_the_end_of_all_is_a_remark_still() -> None:
    inline = f"> {EXPERIENCE}\n\n{WORK}\n\n> {TIME}\n\n{GREAT}\n\n> {CHALLENGES}\n\n{POSTS}\n\nI can come on both days."
    assert answers(inline) == ALL
    assert answers(f"{inline}\n\n{WROTE[0]}\n\n> Dear all, please answer.") == ALL
