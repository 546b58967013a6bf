"""Forms and files: what the form says is no answer, headings in own words mark one, body and file each give theirs."""

import pytest

from mailbot.core.align import align
from mailbot.core.documents import Document, State
from mailbot.core.laying import lay
from mailbot.core.reply import split
from tests.core.test_align import CHALLENGES, EXPERIENCE, THREE, TIME, a_call, answers, laid
from tests.core.test_ways_to_answer import ALL, GREAT, POSTS, WORK

SIX = a_call(EXPERIENCE, TIME, CHALLENGES, "Do you work with schools?", "What is your best example?", "What do you need?")


def in_file(text: str, body: str = "") -> dict[int, str]:
    """What a mail answers whose words stand in a file."""
    document = Document("answers.odt", "odt", State.read, "", text)
    found = lay(laid(body), "Workshop", [document], THREE, "")
    return {answer.question: answer.text for answer in found.answers}


INSTRUCTIONS = (
    "Reply to each item.",
    "Bitte beantworten Sie jede Frage.",
    "Merci de répondre à chaque question.",
    "Svar på hvert punkt.",
    "Proszę odpowiedzieć na każde pytanie.",
    "Válaszoljon minden kérdésre.",
    "Odpovězte prosím na každou otázku.",
    "Vastaa jokaiseen kohtaan.",
)


@pytest.mark.parametrize("instruction", INSTRUCTIONS)
def test_the_instructions_of_a_form_are_no_answer_where_its_last_question_was_left_open(instruction: str) -> None:
    form = f"Expression of interest\n\n{instruction}\n\n1. {EXPERIENCE}\n\n{WORK}\n\n2. {TIME}\n\n{GREAT}\n\n3. {CHALLENGES}"
    assert in_file(form) == {1: WORK, 2: GREAT}


HEADINGS = (
    ("Experiența mea practică în reabilitare", "Ce rol joacă timpul în munca mea", "Dificultățile legate de timp"),
    ("Meine Erfahrung", "Die Rolle der Zeit", "Schwierigkeiten mit der Zeit"),
    ("Mon expérience de la réinsertion", "Le rôle du temps", "Les difficultés liées au temps"),
    ("Moje doświadczenie", "Rola czasu w mojej pracy", "Trudności związane z czasem"),
    ("Mi experiencia", "El papel del tiempo", "Dificultades con el tiempo"),
    ("Min erfarenhet", "Tidens roll i mitt arbete", "Svårigheter med tiden"),
    ("Tapasztalatom", "Az idő szerepe a munkámban", "Nehézségek az idővel"),
    ("La mia esperienza", "Il ruolo del tempo", "Difficoltà legate al tempo"),
)


@pytest.mark.parametrize("heads", HEADINGS)
def test_a_heading_in_own_words_that_is_a_paragraph_is_no_part_of_the_answer(heads: tuple[str, str, str]) -> None:
    sections = "\n\n".join(f"{head}\n\n{text}" for head, text in zip(heads, ALL.values(), strict=True))
    assert in_file(f"A title for the working group\n\nDorin Pop, Cluj\n\n{sections}") == ALL
    assert answers(sections) == ALL


TOGETHER = (
    "(1 to 3, all together)",
    "(1 bis 3, zusammen)",
    "(1-3, tout ensemble)",
    "[1–3, wszystko razem]",
    "(questions 1 to 3, in one go)",
    "(1, 2 und 3, gemeinsam)",
)


@pytest.mark.parametrize("remark", TOGETHER)
def test_a_remark_in_brackets_says_of_which_questions_a_passage_below_the_last_is(remark: str) -> None:
    assert answers(f"> {EXPERIENCE}\n> {TIME}\n> {CHALLENGES}\n\n{remark} {WORK}") == dict.fromkeys((1, 2, 3), WORK)


def test_what_looks_like_such_a_remark_stays_in_the_answer() -> None:
    said = "(2 or 3 years ago, maybe more) we began with exit work in the prisons here."
    assert answers(f"> {EXPERIENCE}\n{said}\n\n> {TIME}\n{GREAT}") == {1: said, 2: GREAT}


POINTERS = (
    "A 4–6. kérdésre a választ a mellékelt PDF-ben találja.",
    "4-6: see the attached file.",
    "Die Antworten auf 4 bis 6 stehen in der angehängten Datei.",
    "4-6 : voir le fichier joint.",
    "4-6: están en el archivo adjunto.",
    "4-6: w załączniku.",
    "4-6: i den bifogade filen.",
    "4-6: v přiloženém souboru, v příloze.",
    "4-6: în fișierul atașat.",
    "4-6: nel file allegato.",
    "4-6: no ficheiro em anexo.",
    "4-6: in de bijgevoegde pdf.",
    "4-6: ekteki dosyada.",
    "4-6: във файла.",
    "4-6: u prilogu.",
)


@pytest.mark.parametrize("pointer", POINTERS)
def test_where_the_mail_points_to_the_file_the_file_gives_the_rest(pointer: str) -> None:
    body = align(split(f"Dear all,\n\n1. {WORK}\n\n2. {GREAT}\n\n3. {POSTS}\n\n{pointer}\n", ()), SIX)
    document = Document("rest.pdf", "pdf", State.read, "", "4. Two each year.\n5. The evening school.\n6. More staff.")
    found = {answer.question: answer.text for answer in lay(body, "", [document], SIX, "").answers}
    assert found == {**ALL, 4: "Two each year.", 5: "The evening school.", 6: "More staff."}


def test_three_numbers_without_a_sign_are_labels_where_six_are_asked() -> None:
    assert answers(f"Hej!\n\n1 {WORK}\n2 {GREAT}\n3 {POSTS}\n\nThe rest follows.", SIX) == ALL


def test_a_list_without_signs_that_a_colon_announces_numbers_no_answers() -> None:
    assert answers("We are a small team:\n1 psychologist\n2 nurses\n3 social workers", SIX) == {}


FURNITURE = (
    "Anything else you would like us to know?",
    "Is there anything else?",
    "Thank you for completing this form.",
    "Möchten Sie uns noch etwas mitteilen?",
    "Ort, Datum:",
    "Souhaitez-vous ajouter quelque chose ?",
    "¿Algo más que quiera decirnos?",
    "Vuole aggiungere altro?",
    "Wilt u nog iets kwijt?",
    "Inne uwagi",
    "Något annat du vill berätta?",
    "Muuta kerrottavaa?",
    "Egyéb megjegyzések",
    "Doriți să adăugați ceva?",
    "How did you hear about this meeting?",
    "Wie haben Sie von uns erfahren?",
)


@pytest.mark.parametrize("furniture", FURNITURE)
@pytest.mark.parametrize("numbers", [("", "", ""), ("1. ", "2. ", "3. ")])
def test_what_a_form_says_behind_its_last_question_is_no_part_of_the_answer(furniture: str, numbers: tuple[str, ...]) -> None:
    asked = zip(numbers, (EXPERIENCE, TIME, CHALLENGES), (f"{WORK}\n\nBefore that I taught.", GREAT, POSTS), strict=True)
    form = "\n\n".join(f"{number}{question}\n\n{answer}" for number, question, answer in asked)
    assert in_file(f"Expression of interest\n\n{form}\n\n{furniture}") == ALL | {1: f"{WORK}\n\nBefore that I taught."}


@pytest.mark.parametrize("furniture", FURNITURE[:14])
def test_neither_is_what_somebody_answers_there(furniture: str) -> None:
    form = "\n\n".join(
        (EXPERIENCE, f"{WORK}\n\nI taught.", TIME, GREAT, CHALLENGES, POSTS, furniture, "I come by night train.")
    )
    assert in_file(form) == ALL | {1: f"{WORK}\n\nI taught."}


def test_a_question_inside_an_answer_stays_in_it() -> None:
    form = "\n\n".join((EXPERIENCE, WORK, TIME, f"{GREAT}\n\nWho else would wait so long for them?", CHALLENGES, POSTS))
    assert in_file(form) == ALL | {2: f"{GREAT}\n\nWho else would wait so long for them?"}


LONG = {
    1: "I have worked in exit work for six years, first as a volunteer in a prison near the sea and later with a team of\n"
    "four people who visit families at home.",
    2: "A large one, it decides everything. Whoever has to be done with a client by the end of a quarter never hears\n"
    "more than half of it.",
    3: "Our posts end every spring.",
}


@pytest.mark.parametrize("heads", HEADINGS)
@pytest.mark.parametrize(
    "top", ["", "Application 2023\n", "Sheet 1\nApplication form 2023\ndr. Dorin Pop, Probation Service Cluj\n"]
)
def test_headings_in_own_words_are_found_in_a_text_without_blank_lines(heads: tuple[str, str, str], top: str) -> None:
    sections = "\n".join(f"{head}\n{text}" for head, text in zip(heads, LONG.values(), strict=True))
    assert in_file(f"{top}{sections}") == LONG


def test_a_line_that_a_program_broke_is_no_heading() -> None:
    text = (
        f"1. {EXPERIENCE}\nI have worked in exit work for six years, first as a volunteer in the prison of Saint\n"
        f"Peter at Halle\nThe years before that do not count.\n2. {TIME}\n{GREAT}\n3. {CHALLENGES}\n{POSTS}"
    )
    assert in_file(text)[1].endswith("The years before that do not count.")
