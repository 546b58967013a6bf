"""Names and addresses of an announcement, and where answers go."""

import pytest

from mailbot.core.announcement.addresses import addresses_in, urls_in
from mailbot.core.announcement.channel import channel
from mailbot.core.announcement.contacts import contacts
from mailbot.core.announcement.names import names_in
from mailbot.core.announcement.opening import page_of_html, page_of_text
from mailbot.core.announcement.page import Page


def _people(text: str) -> list[tuple[str, str | None]]:
    page = page_of_text(text)
    return [(taken.value.name, taken.value.address) for taken in contacts(page.own_blocks, page.language)]


def _way(page: Page) -> tuple[str | None, str | None, str | None]:
    its = channel(page, page.own_blocks, contacts(page.own_blocks, page.language))
    return tuple(taken.value if taken else None for taken in (its.way, its.address, its.form))  # type: ignore[return-value]


@pytest.mark.parametrize(
    "written",
    [
        "ada@soil.example.org",
        "ada(at)soil.example.org",
        "ada [at] soil [dot] example [dot] org",
        "ada (at) soil.example.org",
        "ada chiocciola soil.example.org",
        "ada arroba soil.example.org",
        "ada[ät]soil.example.org",
    ],
)
def test_an_address_is_found_however_it_hides(written: str) -> None:
    (block,) = page_of_text(f"Please write to {written}. Thank you.").blocks
    assert [found.value for found in addresses_in(block)] == ["ada@soil.example.org"]


def test_an_address_behind_a_link_is_found() -> None:
    (block,) = page_of_html("<p>Ask <a href='mailto:ada%40x@example.org?subject=Call'>Ada</a></p>").blocks
    assert [found.value for found in addresses_in(block)] == ["ada@x@example.org"]


def test_a_url_ends_before_the_sign_of_the_sentence() -> None:
    (block,) = page_of_text("Fill in the form (https://forms.example.org/a_(b)) or https://example.org/x.").blocks
    assert [found.value for found in urls_in(block)] == ["https://forms.example.org/a_(b)", "https://example.org/x"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("contact Dr. Fieke de Rooij via mail", ["Fieke de Rooij"]),
        ("mr. Saskia van Wijngaarden en drs. Okke Bruinsma.", ["Saskia van Wijngaarden", "Okke Bruinsma"]),
        ("Alexandra KORN and Maarten VAN DE DONK.", ["Alexandra KORN", "Maarten VAN DE DONK"]),
        ("the Network Secretariat by Monday 1 November", []),
        ("Ana Belén Robledo, José O'Neill and J. R. Smith", ["Ana Belén Robledo", "José O'Neill", "J. R. Smith"]),
    ],
)
def test_names_are_capitalised_words_in_a_row_without_titles(text: str, names: list[str]) -> None:
    assert [name.text for name in names_in(text)] == names


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Send your answers by 17 February to Rik Test and Feline Probe.", [("Rik Test", None), ("Feline Probe", None)]),
        ("Contact: Ilse Probe, ilse(at)example.org, +32 9 000", [("Ilse Probe", "ilse@example.org")]),
        (
            "Coordination: Giulia Test and Marek Probe (heat@example.org)",
            [("Giulia Test", "heat@example.org"), ("Marek Probe", "heat@example.org")],
        ),
        ("¿Dudas? participa@example.org (Rocío Prueba).", [("Rocío Prueba", "participa@example.org")]),
        ("Noch unsicher? Ruf Malte Probe an: 0000 123456.", [("Malte Probe", None)]),
        ("À bientôt,\nYann Le Test et Aminata Essai\n", [("Yann Le Test", None), ("Aminata Essai", None)]),
        (
            "Contacts :\n  Ada Test – ada@example.org\n  Bea Essai – bea@example.org\n",
            [("Ada Test", "ada@example.org"), ("Bea Essai", "bea@example.org")],
        ),
        ("We met Ada Test at the Workshop last year.", []),
    ],
)
def test_people_are_those_to_turn_to(text: str, people: list[tuple[str, str | None]]) -> None:
    assert _people(text) == people


def test_who_signs_alone_on_a_line_is_a_person_and_no_heading() -> None:
    assert _people("We meet on 4 May in Ghent.\n\nKind regards,\n\nPiet Probe\nHead of Training\n") == [("Piet Probe", None)]


def test_an_address_made_of_the_name_belongs_to_it_wherever_it_stands() -> None:
    text = "For questions contact Ada Probe.\n\nOur office is in Ghent, and a.probe@example.org is read every day.\n"
    assert _people(text) == [("Ada Probe", "a.probe@example.org")]


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("Send your answers to soil@example.org by 4 May.", ("email", "soil@example.org", None)),
        ("Please fill in the form at https://forms.example.org/1 by 4 May.", ("form", None, "https://forms.example.org/1")),
        (
            "Fill in the online form https://forms.example.org/1 or send your answers to soil@example.org.",
            ("both", "soil@example.org", "https://forms.example.org/1"),
        ),
        ("Send it to the local organizer.\n\nLocal organizer: Ada Test, ada@example.org", ("email", "ada@example.org", None)),
        ("Please fill out this form by 13 March.", ("form", None, None)),
        (
            "Any questions? Write to soil@example.org. Use the registration form https://forms.example.org/1.",
            ("form", None, "https://forms.example.org/1"),
        ),
        ("4. When and where to send it\n\nBy 3 May to soil [at] example [dot] org.", ("email", "soil@example.org", None)),
        ("Nothing is said here of how one answers.", (None, None, None)),
    ],
)
def test_where_answers_go(text: str, way: tuple[str | None, str | None, str | None]) -> None:
    assert _way(page_of_text(text)) == way


def test_the_only_address_of_a_page_is_taken_with_a_doubt() -> None:
    page = page_of_text("Call for soil\n\nInformation: soil@example.org\n")
    its = channel(page, page.own_blocks, ())
    assert its.address is not None
    assert (its.address.value, bool(its.address.doubts)) == ("soil@example.org", True)


def test_a_form_on_the_page_is_sent_to_its_action() -> None:
    page = page_of_html("<form action='https://forms.example.org/send'><label>Why?</label><textarea></textarea></form>")
    assert _way(page) == ("form", None, "https://forms.example.org/send")


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Vragen? Bel met Ada Voorbeeld of Bert El Amrani van het team Openbare Ruimte.", ["Ada Voorbeeld", "Bert El Amrani"]),
        ("Fragen beantwortet Ada Beispiel, Abteilung Soziale Dienste, ada@soil.example.org.", ["Ada Beispiel"]),
        (
            "Para esclarecimentos, contacte Ada Exemplo, da Divisão de Mobilidade (mobilidade@soil.example.org).",
            ["Ada Exemplo"],
        ),
        ("Frågor? Kontakta Ada Exempel, enheten Hållbar Stad, ada@soil.example.org.", ["Ada Exempel"]),
    ],
)
def test_the_office_of_a_person_is_no_second_person(text: str, people: list[str]) -> None:
    assert [name for name, _ in _people(text)] == people


@pytest.mark.parametrize("reached", ["You can reach both at chairs@soil.example.org.", "Contact: chairs@soil.example.org"])
def test_people_in_lines_of_their_own_share_the_address_below_them(reached: str) -> None:
    page = page_of_html(f"<h2>Programme chairs</h2><p>Ada Example, Ghent<br>Bert Sample Neto, Lyon</p><p>{reached}</p>")
    people = [(taken.value.name, taken.value.address) for taken in contacts(page.own_blocks, page.language)]
    assert people == [("Ada Example", "chairs@soil.example.org"), ("Bert Sample Neto", "chairs@soil.example.org")]


def test_an_address_that_takes_answers_is_not_that_of_the_people_above_it() -> None:
    page = page_of_html("<p>Ada Example, Ghent<br>Bert Sample, Lyon</p><p>Send your answers to call@soil.example.org.</p>")
    assert contacts(page.own_blocks, page.language) == ()


def test_a_heading_with_an_address_in_it_names_who_to_ask() -> None:
    said = (
        "Buscamos personal de las bibliotecas que trabaje en pueblos. Las plazas se asignarán según la información recibida. "
    )
    page = page_of_html(f"<p>{said * 3}</p><h3>Para más información: Ada Ejemplo (aejemplo@soil.example.org).</h3>")
    people = [(taken.value.name, taken.value.address) for taken in contacts(page.own_blocks, page.language)]
    assert people == [("Ada Ejemplo", "aejemplo@soil.example.org")]


@pytest.mark.parametrize("frame", ["<header>{}</header>", "<div>{}</div>"])
def test_a_form_that_searches_the_site_takes_no_answers(frame: str) -> None:
    search = "<form action='/search' role='search'><label>What are you looking for?</label><input></form>"
    own = "<form action='https://forms.example.org/call'><label>What do you dig?</label><textarea></textarea></form>"
    assert page_of_html(f"{frame.format(search)}<p>Sign up.</p>{own}").form == "https://forms.example.org/call"


def test_a_way_that_is_refused_is_none() -> None:
    link = "<a href='https://forms.example.org/call'>submission system</a>"
    said = f"Upload it through our {link}. Proposals sent by e-mail cannot be considered."
    page = page_of_html(f"<p>{said}</p><p>Questions? Ask chairs@soil.example.org.</p>")
    assert _way(page) == ("form", None, "https://forms.example.org/call")


def test_a_link_to_answer_online_beside_an_address_makes_both_ways() -> None:
    link = "<a href='https://forms.example.org/call'>Respond online</a>"
    page = page_of_html(f"<h2>Ways to respond</h2><p>{link}</p><p>or</p><p>Email to: call@soil.example.org</p>")
    assert _way(page) == ("both", "call@soil.example.org", "https://forms.example.org/call")
