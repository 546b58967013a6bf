"""Title, audience, places, languages and limits of an announcement."""

import pytest

from mailbot.core.announcement.audience import audience
from mailbot.core.announcement.limits import for_each, max_words
from mailbot.core.announcement.opening import page_of_html, page_of_text
from mailbot.core.announcement.places import places
from mailbot.core.announcement.sentences import sentences
from mailbot.core.announcement.title import title
from mailbot.core.announcement.tongues import language_of_work


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("SOIL NETWORK\nCall for participants: who digs?\n\nWe dig.\n", "Call for participants: who digs?"),
        (
            "Stadt Lindenau · Pressemitteilung vom 20. Januar 2025\n\nJugendbeirat sucht Mitglieder\n\nEr redet mit.\n",
            "Jugendbeirat sucht Mitglieder",
        ),
        (
            "Call for input\n\nCall for input to the report on soil\n\nDeadline\n1 March 2025\n",
            "Call for input to the report on soil",
        ),
        ("¡Buscamos 20 vecinas para el parque!\n\n¿Vives aquí? Ven.\n", "¡Buscamos 20 vecinas para el parque!"),
    ],
)
def test_the_title_is_the_heading_that_names_the_call(text: str, printed: str) -> None:
    page = page_of_text(text)
    found = title(page, page.own_blocks)
    assert found is not None
    assert found.value == printed


def test_the_heading_of_a_section_is_no_title() -> None:
    page = page_of_text(f"Dear colleagues,\n\n{'We meet in Ghent and talk. ' * 8}\n\nWHAT WE DO\n\nWe talk.\n")
    assert title(page, page.own_blocks) is None


def test_without_a_heading_the_subject_of_the_mail_is_the_title_and_doubted() -> None:
    page = page_of_text("We are meeting on 4 May, in Ghent, and you can come too.", subject="Call: soil")
    found = title(page, page.own_blocks)
    assert found is not None
    assert (found.value, bool(found.doubts)) == ("Call: soil", True)


@pytest.mark.parametrize(
    ("text", "sought"),
    [
        ("We are currently looking for teachers and nurses who would like to share their ideas.", "teachers and nurses"),
        ("Für 2025 werden Jugendliche zwischen 13 und 20 Jahren gesucht.", "Jugendliche zwischen 13 und 20 Jahren"),
        ("Wij nodigen rechters, griffiers en advocaten uit om zich aan te melden.", "rechters, griffiers en advocaten"),
        ("L'atelier s'adresse aux bénévoles d'associations.", "bénévoles d'associations"),
        ("Who can apply\n\nEnergy advisers. Others may watch.", "Energy advisers"),
        ("We are looking for:\n\n• Teachers.\n• Nurses.\n", "Teachers. Nurses."),
        ("¿A quién va dirigido? A cualquier persona mayor de 14 años.", "A cualquier persona mayor de 14 años"),
    ],
)
def test_who_is_looked_for(text: str, sought: str) -> None:
    page = page_of_text(text)
    found = audience(page.own_blocks, page.language, 0)
    assert found is not None
    assert found.value == sought


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("There are 32 seats, two seats for observers.", 32),
        ("Zu vergeben sind elf Plätze für junge Leute.", 11),
        ("Le nombre de places est limité à vingt cette fois.", 20),
        ("We only have a limited number of places available.", None),
        ("Es gibt Platz für zwölf Tandems in diesem Jahr.", 12),
    ],
)
def test_places_are_limited(text: str, number: int | None) -> None:
    page = page_of_text(text)
    found = places(page.own_blocks, page.language)
    assert found is not None
    assert found.value == number


def test_a_number_that_counts_no_places_limits_nothing() -> None:
    page = page_of_text("One in 10 households is cold. We meet on 12 June 2024 in room 7.")
    assert places(page.own_blocks, page.language) is None


@pytest.mark.parametrize(
    ("text", "languages"),
    [
        ("The working language is English.", "English"),
        ("De voertaal van de bijeenkomst is Nederlands.", "Dutch"),
        ("Interpretation from and into Italian is available; session B is in English only.", "English, Italian"),
        ("Langues de travail : français et anglais.", "English, French"),
        ("Panel odbywa się w języku polskim.", "Polish"),
    ],
)
def test_the_language_of_work_by_its_english_name(text: str, languages: str) -> None:
    page = page_of_text(text)
    found = language_of_work(page.own_blocks, page.language)
    assert found is not None
    assert found.value == languages


def test_the_languages_of_the_page_are_not_those_of_the_meeting() -> None:
    page = page_of_text("This page is also available in French and German.")
    assert language_of_work(page.own_blocks, page.language) is None


def test_a_heading_alone_may_say_it() -> None:
    page = page_of_html("<dl><dt>Working language</dt><dd>English</dd></dl>")
    found = language_of_work(page.own_blocks, "en")
    assert found is not None
    assert found.value == "English"


@pytest.mark.parametrize(
    ("question", "limit"),
    [
        ("Who are you? (max 100 words)", 100),
        ("Who? (100–150 words)", 150),
        ("¿Quién? (máximo 1.200 palabras)", 1200),
        ("In 2020?", None),
    ],
)
def test_a_limit_in_a_question(question: str, limit: int | None) -> None:
    assert max_words(question, "es" if "¿" in question else "en") == limit


def test_a_limit_that_holds_for_each_answer() -> None:
    page = page_of_text("Please answer, in no more than 150 words for each:\n\n- Who?\n")
    found = for_each(page.own_blocks, "en")
    assert found is not None
    assert found.value == 150


@pytest.mark.parametrize(
    "said",
    [
        ["Am 14. März ist es soweit.", "Dann gehen wir."],
        ["Contact Dr. Ada Test, e.g. by mail.", "Thank you!"],
        ["que fait-elle ?", "et lui ?", "Merci."],
        ["Is it complete (are there milestones?) and should it end?", "How?"],
    ],
)
def test_sentences_end_where_people_end_them(said: list[str]) -> None:
    assert [sentence.text for sentence in sentences(" ".join(said))] == said


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "If more than fifteen people apply, we will draw names so that every district is heard."),
        ("fr", "Les places sont limitées à quarante et attribuées selon les réponses."),
        ("de", "Melden sich mehr Leute, losen wir unter allen, die uns geschrieben haben."),
        ("es", "Las plazas están limitadas a 40 y se asignarán según la información recibida."),
        ("it", "Possono partecipare le associazioni. Al tavolo sono ammessi al massimo 25 soggetti."),
        ("nl", "Er is plek voor iedereen die zich op tijd aanmeldt; anders loten we."),
        ("pl", "Przy większej liczbie zgłoszeń losujemy uczestników spotkania."),
        ("pt", "Os lugares são limitados e, se for preciso, sorteamos as vagas."),
        ("sv", "Blir vi fler än så lottar vi bland alla som har anmält sig till mötet."),
        ("cs", "Při větším zájmu losujeme mezi všemi, kdo se přihlásili do setkání."),
    ],
)
def test_places_that_run_out_or_are_drawn_are_limited(language: str, text: str) -> None:
    assert places(page_of_text(text).own_blocks, language) is not None


def test_words_and_numbers_of_an_address_are_no_places() -> None:
    page = page_of_text("You can reach both at chairs@soil2026.example.org or https://soil.example.org/seats/40.")
    assert places(page.own_blocks, page.language) is None


@pytest.mark.parametrize(
    ("source", "sought"),
    [
        ("<p>We invite proposals from teachers and nurses.</p>", "teachers and nurses"),
        ("<p>We are seeking evidence on school meals.</p><p>We welcome responses from teachers.</p>", "teachers"),
        (
            "<table><tr><td>Target group</td><td>Teachers and nurses of all schools</td></tr></table>",
            "Teachers and nurses of all schools",
        ),
    ],
)
def test_what_is_brought_is_not_who_is_looked_for(source: str, sought: str) -> None:
    page = page_of_html(source)
    found = audience(page.own_blocks, "en", 0)
    assert found is not None
    assert found.value == sought
