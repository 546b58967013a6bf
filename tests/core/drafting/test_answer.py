"""The words of an answer to a draft letter: ok and nothing else, corrections in the languages of our letters, and the rest."""

import pytest

from mailbot.core.drafting.answer import answer
from mailbot.core.drafting.plan import Answer, Correction, Way, What


@pytest.mark.parametrize(
    "reply", ["ok", "OK", "Ok!", " o.k. ", "okay 👍", "D'accord.", "D’accord", "einverstanden", "In Ordnung.", "*ok*", "ok\n\n"]
)
def test_ok_and_nothing_else_is_an_ok(reply: str) -> None:
    assert answer(reply).ok


@pytest.mark.parametrize(
    "reply",
    [
        *(
            "",
            "\n",
            "> ok",
            "ok?!x",
            "not ok",
            "ok thanks",
            "ok, but later",
            "Hello,\nok",
            "ok\nplaces: 20",
            "It is ok for me",
            "no",
        ),
        *("oki doki", "ok: yes", "title: ok", "> title: Another title"),
    ],
)
def test_anything_beside_it_is_none(reply: str) -> None:
    assert not answer(reply).ok


@pytest.mark.parametrize(
    ("line", "what", "way", "value"),
    [
        ("deadline: 20 March 2026, 18:00", What.deadline, Way.change, "20 March 2026, 18:00"),
        ("Deadline : 20 March 2026", What.deadline, Way.change, "20 March 2026"),
        ("- closing date: 20 March 2026", What.deadline, Way.change, "20 March 2026"),
        ("Frist: 20. März 2026, 18 Uhr", What.deadline, Way.change, "20. März 2026, 18 Uhr"),
        ("date limite : 20 mars 2026", What.deadline, Way.change, "20 mars 2026"),
        ("*Title:* A better one: with a colon", What.heading, Way.change, "A better one: with a colon"),
        ("Titre : Un autre", What.heading, Way.change, "Un autre"),
        ("Zeitzone: Europe/Berlin", What.zone, Way.change, "Europe/Berlin"),
        ("add question: And why?", What.question, Way.add, "And why?"),
        ("ajouter une question : Pourquoi ?", What.question, Way.add, "Pourquoi ?"),
        ("neue Frage: Warum?", What.question, Way.add, "Warum?"),
        ("Frage hinzufügen: Warum?", What.question, Way.add, "Warum?"),
        ("Contact: Ada Berg <ada@example.org>", What.contact, Way.change, "Ada Berg <ada@example.org>"),
        ("Ansprechpartnerin: Ada Berg, ada@example.org", What.contact, Way.change, "Ada Berg, ada@example.org"),
        ("drop contact: Ada Berg", What.contact, Way.drop, "Ada Berg"),
        ("Plätze: 20", What.places, Way.change, "20"),
        ("drop places", What.places, Way.drop, ""),
        ("meeting: 6 May 2026, 10:00-16:00", What.meeting, Way.change, "6 May 2026, 10:00-16:00"),
        ("address: calls@example.org", What.address, Way.change, "calls@example.org"),
        ("Antwortweg: Formular", What.channel, Way.change, "Formular"),
    ],
)
def test_a_line_is_a_correction(line: str, what: What, way: Way, value: str) -> None:
    assert answer(line) == Answer(corrections=(Correction(what, way, value, line),))


@pytest.mark.parametrize(
    ("line", "way", "value", "numbers"),
    [
        ("question 2: Better?", Way.change, "Better?", (2,)),
        ("Frage 2: Besser?", Way.change, "Besser?", (2,)),
        ("question no. 2: Better?", Way.change, "Better?", (2,)),
        ("drop question 3", Way.drop, "", (3,)),
        ("please drop questions 3 and 4", Way.drop, "", (3, 4)),
        ("Frage 3 streichen", Way.drop, "", (3,)),
        ("supprimer la question 3", Way.drop, "", (3,)),
        ("drop question: 3, 5", Way.drop, "3, 5", (3, 5)),
    ],
)
def test_a_line_is_about_questions_by_their_numbers(line: str, way: Way, value: str, numbers: tuple[int, ...]) -> None:
    assert answer(line).corrections == (Correction(What.question, way, value, line, numbers),)


@pytest.mark.parametrize(
    "line",
    ["question 2", "question: Why?", "drop question", "deadline:", "Is the deadline right: yes", "http://x.example", "12:30"],
)
def test_what_is_neither_is_said_back(line: str) -> None:
    assert answer(line) == Answer(unclear=(line,))


def test_a_long_value_goes_on_below_until_an_empty_line() -> None:
    said = answer("title: A title that the mail program\nbroke at its own width\n\nand a remark")
    assert said.corrections[0].value == "A title that the mail program broke at its own width"
    assert said.unclear == ("and a remark",)


def test_a_megabyte_of_noise_is_read_at_once() -> None:
    for noise in ("- " * 500_000, "question " * 100_000, ":" * 1_000_000, "a: b\n" * 200_000):
        assert not answer(noise).ok
