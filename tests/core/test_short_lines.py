"""Answers of a line each, one below the other and without a mark: laid in order where they are as many as the questions."""

import pytest

from tests.core.test_align import a_call, answers

STATION = a_call(
    "¿Cuántas veces a la semana pasas por la zona de la estación?",
    "¿Qué echas en falta allí?",
    "¿Necesitas ludoteca para tus hijos durante la sesión?",
)

IN_ORDER = [
    ("Todos los días, ida y vuelta.", "Una fuente que funcione y sombra.", "No, mis hijas ya son mayores."),
    ("Every day, there and back.", "A fountain that works, and shade.", "No, my daughters are grown up."),
    ("Jeden Tag, hin und zurück.", "Ein Brunnen, der läuft, und Schatten.", "Nein, meine Töchter sind schon groß."),
    ("Tous les jours, aller et retour.", "Une fontaine et de l'ombre.", "Non, mes filles sont grandes."),
    ("Tutti i giorni, andata e ritorno.", "Una fontana e un po' d'ombra.", "No, le mie figlie sono grandi."),
    ("Elke dag, heen en terug.", "Een fontein die werkt, en schaduw.", "Nee, mijn dochters zijn al groot."),
    ("Codziennie, tam i z powrotem.", "Fontanny, która działa, i cienia.", "Nie, moje córki są już dorosłe."),
    ("Varje dag, fram och tillbaka.", "En fontän som fungerar och skugga.", "Nej."),
    ("Joka päivä, edestakaisin.", "Suihkulähdettä ja varjoa siellä.", "Ei, tyttäreni ovat jo aikuisia."),
    ("Każdego dnia dwa razy.", "Ławek i cienia przy przystanku.", "Nie potrzebuję, dziękuję."),
    ("Κάθε μέρα, πήγαινε έλα.", "Μια βρύση που να δουλεύει.", "Όχι, οι κόρες μου μεγάλωσαν."),
    ("Каждый день, туда и обратно.", "Фонтана и тени у остановки.", "Нет, дочери уже взрослые."),
]


@pytest.mark.parametrize("lines", IN_ORDER, ids=lambda lines: lines[0])
@pytest.mark.parametrize("above", ["", "Hola Rocío, me gustaría participar:\n\n"])
def test_as_many_lines_as_questions_answer_them_in_order(lines: tuple[str, ...], above: str) -> None:
    assert answers(above + "\n".join(lines), STATION) == dict(enumerate(lines, 1))


def test_a_line_that_a_mail_program_broke_is_one_answer() -> None:
    second = "Una fuente que funcione y sombra; en julio no se puede esperar el autobús\nsin desmayarse."
    text = f"Todos los días, ida y vuelta.\n{second}\nNo, mis hijas ya son mayores."
    assert answers(text, STATION) == {1: "Todos los días, ida y vuelta.", 2: second, 3: "No, mis hijas ya son mayores."}


UNSURE = [
    "I live there.\nI walk a lot.",
    "I live there.\nI walk a lot.\nI like trees.\nI hate noise.",
    "Encarna Villodre\nCalle Mayor 3\nVillaverde",
    "I live there and like it.\nWhen does it begin?\nAnd where will it be?",
    "We pass through the station every day of the week because the school of our\nTwins is on the other side.\nIt is noisy.",
    "I would like to take part.\nI live at the station.\nSee you in April.",
]


@pytest.mark.parametrize("text", UNSURE)
def test_lines_that_are_fewer_or_more_or_no_answers_stay_unplaced(text: str) -> None:
    assert answers(text, STATION) == {}
