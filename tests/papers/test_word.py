"""The input paper as a Word document: its words, its outline, and that it names nobody."""

from datetime import date
from io import BytesIO
from zipfile import ZipFile

import docx

from mailbot.core.paper.shapes import Paper
from mailbot.papers.word import word

PAPER = Paper(
    "A call\x0b",
    "de",
    date(2026, 3, 1),
    [
        ("Was tun Sie?", ["[Name] arbeitet.\nZweite Zeile.\n\nZweiter Absatz.", *["Ja."] * 4]),
        ("Warum?", ["Darum."]),
        ("Wo?", []),
    ],
)


def test_questions_are_headings_answers_are_bullets_and_small_numbers_are_not_told() -> None:
    document = docx.Document(BytesIO(word(PAPER)))
    outline = [(one.style.name, one.text) for one in document.paragraphs if one.style is not None]
    assert outline[0] == ("Title", "Arbeitspapier")
    assert [text for style, text in outline if style == "Heading 1"] == ["1. Was tun Sie?", "2. Warum?", "3. Wo?"]
    captions = [text for style, text in outline if style == "Caption"]
    assert captions == [
        "1. März 2026",
        "5 Antworten",
        "weniger als 5 Antworten",
        "Zu dieser Frage wurde keine Antwort freigegeben.",
    ]
    assert ("List Bullet", "[Name] arbeitet.\nZweite Zeile.") in outline
    assert ("List Continue", "Zweiter Absatz.") in outline
    assert "Chatham-House-Regel" in " ".join(text for _, text in outline)


def test_it_has_page_numbers_and_its_properties_name_nobody() -> None:
    made = word(PAPER)
    its = docx.Document(BytesIO(made)).core_properties
    assert (its.author, its.last_modified_by, its.comments, its.language) == ("mailbot", "mailbot", "", "de-DE")
    with ZipFile(BytesIO(made)) as archive:
        footer = b"".join(archive.read(name) for name in archive.namelist() if "footer" in name)
    assert b" PAGE " in footer
    assert b" NUMPAGES " in footer
