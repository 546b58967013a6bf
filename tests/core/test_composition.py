"""Composition: which country or value an answer means, and how entries divide."""

from mailbot.core.choosing import Group
from mailbot.core.composition import meant, tally, value, values
from mailbot.core.countries import country
from tests.core.choices import entry
from tests.core.letters import CALL

SAID = """
    Belgium => BE
    I work in the Netherlands, at a Dutch probation service. => NL
    Jana Nováková, Probační služba České republiky, Praha => CZ
    Jordan Smith, youth worker, Belgium => BE
    Jordan Smith, youth worker =>
    Amman, Jordan => JO
    from Georgia => GE
    Georgia Papadopoulou, Greece => GR
    Tbilisi, Georgia. => GE
    Northern Ireland => GB
    Republic of Ireland => IE
    Belgium and France =>
    I have worked in Israel and Germany =>
    Country: Belgium. Colleagues in France. =>
    Country: Belgium / I worked with colleagues in France => BE
    Country of residence (current): Malta => MT
    Land: Österreich / vorher in Deutschland => AT
    Pays : Suisse => CH
    BE => BE
    UK => GB
    NO => NO
    no =>
    us =>
    Head of IT =>
    U.S.A. => US
    New Jersey => US
    Papua New Guinea => PG
    indien mogelijk kom ik graag =>
    Reykjavík, Island => IS
    Rhode Island =>
    la réunion de demain =>
    a grenade attack of the IRA =>
    Monaco di Baviera =>
    Wien, ÖSTERREICH => AT
    in Deutschlands Norden => DE
    w Polsce => PL
    we Francji => FR
    v Nemecku => DE
    Εργάζομαι στην Ελλάδα => GR
    Υπηρεσία της Κύπρου => CY
    Cyprus/Κύπρος => CY
    Bosnia and Herzegovina => BA
    BiH => BA
    Hrvatska => HR
    Magyarország => HU
    Suomi => FI
    Україна => UA
    Turkey => TR
    Türkiye => TR
    Czech Republic => CZ
    Côte d'Ivoire => CI
    Kosovo => XK
    _Spain_ => ES
    I am Belgian => BE
    Austrian social worker living in Spain => ES
    I speak German, English and French =>
    Brussels =>
    Espan\u0303a => ES
"""


def test_the_one_country_that_is_named_is_found_and_a_doubtful_one_is_not() -> None:
    rows = [line.rpartition("=>") for line in SAID.strip().splitlines()]
    read = {said.strip(): country(said.strip().replace(" / ", "\n")) for said, _, _ in rows}
    assert read == {said.strip(): code.strip() for said, _, code in rows}


COUNTRY = Group(id="country", name="Country", question="work", countries=True)
KIND = Group(
    id="kind",
    name="Kind",
    question="work",
    values={
        "Practitioner": ("social worker", "éducateur"),
        "Former police": ("former police",),
        "Police": ("police officer", "police"),
    },
)


def test_a_country_is_named_in_the_language_of_the_call() -> None:
    assert [value("Chequia", COUNTRY, language) for language in ("en", "de", "pt", "xx")] == [
        "Czechia",
        "Tschechien",
        "Chéquia",
        "Czechia",
    ]


def test_a_value_is_meant_by_whole_words_whatever_their_case_and_accents() -> None:
    said = [
        "A SOCIAL  worker",
        "educateur spécialisé",
        "practitioner",
        "social workers",
        "former police",
        "police; social worker",
    ]
    assert [value(text, KIND, "en") for text in said] == ["Practitioner"] * 3 + ["", "Former police", ""]
    assert [meant(name, KIND, "en") for name in ("practitioner", "Clergy")] == ["Practitioner", "Clergy"]


def test_values_that_a_call_gives_to_countries_come_before_their_names() -> None:
    region = COUNTRY.model_copy(update={"values": {"Western Balkans": ("Serbia", "Kosovo")}})
    assert [value(text, region, "en") for text in ("Kosovo", "Italy")] == ["Western Balkans", "Italy"]


def test_entries_are_counted_the_most_frequent_first_and_the_unknown_last() -> None:
    said = ["Italy", "Spain", "Italia", "no idea", "somewhere", "else", "Malta"]
    entries = [entry(n, q1=text) for n, text in enumerate(said, 1)] + [entry(8)]
    call = CALL.model_copy(update={"groups": (COUNTRY,)})
    assert list(tally(entries, call)["country"].items()) == [("Italy", 2), ("Malta", 1), ("Spain", 1), ("", 4)]
    assert values(entries[:2], call) == {"country": {"R1": "Italy", "R2": "Spain"}}


def test_only_the_beginning_of_a_long_answer_is_read() -> None:
    assert value("word " * 390 + "Italy", COUNTRY, "en") == "Italy"
    assert value("word " * 400 + "Italy", COUNTRY, "en") == ""
