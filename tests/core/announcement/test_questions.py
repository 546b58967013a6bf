"""Which questions of an announcement its reader is to answer: the sentence before a list decides."""

import pytest

from mailbot.core.announcement.opening import page_of_html, page_of_text
from mailbot.core.announcement.questions import questions


def _asked(text: str) -> list[str]:
    return [question.value for question in questions(page_of_text(text)).asked]


@pytest.mark.parametrize(
    "lead",
    [
        "To help us choose, please answer the following questions:",
        "In your application, tell us:",
        "You will be asked:",
        "Drop us a line by 9 March with:",
        "Mail it to ada@example.org, with:",
        "We welcome responses to one or more of the following questions:",
        "Your e-mail should describe:",
        "Bitte beantworten Sie in Ihrer Bewerbung folgende Fragen:",
        "In dem Formular werden Sie gefragt:",
        "Merci de répondre aux questions suivantes :",
        "Le rogamos que conteste a las siguientes preguntas:",
        "Vi chiediamo di rispondere a queste domande:",
        "Beantwoord de volgende vragen:",
        "Prosimy o odpowiedź na poniższe pytania:",
        "Pedimos que responda às seguintes perguntas:",
        "Svara på följande frågor:",
        "Odpovězte prosím na následující otázky:",
    ],
)
def test_a_list_behind_a_sentence_that_asks_the_reader_is_asked(lead: str) -> None:
    assert _asked(f"Call for participants: soil\n\n{lead}\n\n1. Alpha beta?\n2. Gamma delta.\n") == [
        "Alpha beta?",
        "Gamma delta.",
    ]


@pytest.mark.parametrize(
    "lead",
    [
        "Key questions this meeting will address include:",
        "The workshop will answer the following questions:",
        "Questions that will be discussed, among others:",
        "Auf der Tagung diskutieren wir folgende Fragen:",
        "Les questions suivantes seront abordées :",
        "Durante la jornada se debatirán estas cuestiones:",
        "Durante l'incontro si discuterà di queste domande:",
        "Tijdens de bijeenkomst staan de volgende vragen centraal:",
        "Na spotkaniu będziemy rozmawiać o tym:",
        "Frequently asked questions:",
    ],
)
def test_a_list_behind_a_sentence_about_the_meeting_is_not(lead: str) -> None:
    text = f"Call for participants: soil\n\n{lead}\n\n• What is soil?\n• Whose is it?\n\nPlease answer:\n\n• Who are you?\n"
    page = page_of_text(text)
    found = questions(page)
    assert [question.value for question in found.asked] == ["Who are you?"]
    assert {"What is soil?", "Whose is it?"} <= {other.value for other in found.others}


def test_half_sentences_and_imperatives_of_a_list_that_is_asked_count() -> None:
    text = "In your application, tell us\n* where you work;\n* why you need it now;\n* whether you apply for a grant.\n"
    assert _asked(text) == ["where you work", "why you need it now", "whether you apply for a grant."]


def test_a_heading_of_sub_questions_is_none() -> None:
    text = "Please answer:\n\n1. Law\n   a) Which law?\n   b) Please attach it.\n2. Practice\n   a) Which office?\n"
    assert _asked(text) == ["Which law?", "Please attach it.", "Which office?"]


def test_boxes_below_a_question_are_its_options() -> None:
    text = "Please answer:\n\n1. Do you come?\n   ☐ yes\n   ☐ no\n2. Why?\n"
    assert _asked(text) == ["Do you come?", "Why?"]


def test_questions_without_bullets_behind_a_sentence_that_leads_to_them() -> None:
    text = (
        "Please send us your answers to the following questions:\n\nWhat do you do all day?\n\nDescribe one day of it.\n\n"
        "Interested in more? Write to ada@example.org.\n"
    )
    assert _asked(text) == ["What do you do all day?", "Describe one day of it."]


def test_questions_within_a_paragraph() -> None:
    text = "Pour vous inscrire, écrivez-nous : que fait votre association ? qu'attendez-vous de la journée ? Merci beaucoup.\n"
    assert _asked(text) == ["que fait votre association ?", "qu'attendez-vous de la journée ?"]


@pytest.mark.parametrize(
    ("sentence", "clauses"),
    [
        (
            "Please tell us who you are, what you do and why you want to come.",
            ["who you are", "what you do", "why you want to come."],
        ),
        (
            "Schreiben Sie uns, welche Erfahrung Sie haben, was Sie mitbringen und ob Sie übernachten.",
            ["welche Erfahrung Sie haben", "was Sie mitbringen", "ob Sie übernachten."],
        ),
        ("Write to us (1) who you are, (2) what you do.", ["who you are", "what you do."]),
        (
            "Napiszcie, kim jesteście, co robicie i dlaczego chcecie przyjechać.",
            ["kim jesteście", "co robicie", "dlaczego chcecie przyjechać."],
        ),
    ],
)
def test_questions_that_are_clauses_of_a_sentence(sentence: str, clauses: list[str]) -> None:
    assert _asked(f"Call for participants: soil and what it is for us\n\n{sentence}\n") == clauses


@pytest.mark.parametrize(
    "sentence", ["Let us know if you have any questions.", "Tell your friends about it.", "Vragen? Laat het ons weten."]
)
def test_a_polite_phrase_asks_nothing(sentence: str) -> None:
    assert _asked(f"Call for participants: soil and what it is for us\n\n{sentence}\n") == []


def test_the_questions_of_a_table_are_in_the_column_that_asks() -> None:
    page = page_of_html(
        "<p>Please answer these questions:</p><table><tr><th>No</th><th>Question</th><th>Limit</th></tr>"
        "<tr><td>1</td><td>Who are you?</td><td>100</td></tr>"
        "<tr><td>2</td><td>Describe your work.</td><td>200</td></tr></table>"
    )
    assert [question.value for question in questions(page).asked] == ["Who are you?", "Describe your work."]


def test_of_a_form_on_the_page_its_questions_count_and_not_its_field_for_a_name() -> None:
    page = page_of_html(
        "<h1>Call for papers on soil</h1><form action='/send'><label>Name</label><input><label>What do you do?</label>"
        "<textarea></textarea><label>I agree</label><button>Send</button></form>"
    )
    assert [question.value for question in questions(page).asked] == ["What do you do?"]


def test_a_list_goes_on_behind_a_short_line_and_by_its_numbers() -> None:
    text = "Please answer:\n\nAbout you\n\n1. Who are you?\n2. What do you do?\n\nAbout us\n\n3. What do you expect?\n"
    assert _asked(text) == ["Who are you?", "What do you do?", "What do you expect?"]


def test_below_headings_with_numbers_each_paragraph_may_ask() -> None:
    page = page_of_html(
        "<h3>1. Work</h3><p>Where do you work?</p><h3>2. Way</h3><p>Describe your way.</p><h3>Send</h3><p>To us.</p>"
    )
    assert [question.value for question in questions(page).asked] == ["Where do you work?", "Describe your way."]


def test_the_questions_of_a_closed_call_do_not_count() -> None:
    text = (
        "# Call for participants: soil\n\nPlease answer:\n\n- Who are you?\n\n"
        "# Previous calls\n\nPlease answer:\n\n- What is sand?\n\n# Contact\n\nWrite to us.\n"
    )
    assert _asked(text) == ["Who are you?"]


def test_what_nothing_says_to_be_asked_is_doubted() -> None:
    (first, _) = questions(page_of_text("Call for input: soil\n\nQuestions\n\n1. What is soil?\n2. Whose is it?\n")).asked
    assert first.value == "What is soil?"
    assert first.doubts


def test_steps_of_what_to_do_are_no_questions() -> None:
    text = "To apply, please send us:\n\n1. Describe your work.\n2. Mail it to ada@example.org.\n"
    assert _asked(text) == ["Describe your work."]


@pytest.mark.parametrize(
    "lead",
    [
        "Put the following in your note to us:",
        "A few lines on each of these points will do:",
        "Before we decide, there are some things to ask you:",
        "Ihr Schreiben sollte Folgendes enthalten:",
        "Votre courrier comportera :",
        "Bastan unas líneas sobre cada punto:",
        "Bastano poche righe su ciascun punto:",
        "In uw brief lezen we graag:",
        "List powinien zawierać:",
        "A sua carta deverá conter:",
        "I ditt brev vill vi läsa:",
        "Váš dopis bude obsahovat:",
    ],
)
def test_a_wording_that_no_phrase_knows_is_weighed(lead: str) -> None:
    text = f"Call for participants: soil\n\n{lead}\n\n1. Which soil is yours?\n2. What do you grow (max 100 words)?\n"
    assert _asked(text) == ["Which soil is yours?", "What do you grow (max 100 words)?"]


@pytest.mark.parametrize(
    "lead",
    ["You will hear experts on:", "That day we turn to:", "Background", "Content", "Over the evenings the circle looks at:"],
)
def test_what_is_said_to_nobody_is_not_asked(lead: str) -> None:
    assert _asked(f"Call for participants: soil\n\n{lead}\n\n1. What makes soil tired?\n2. Who owns the worms?\n") == []


def test_a_label_on_a_line_of_its_own_numbers_what_stands_below_it() -> None:
    source = "<h1>Call: soil</h1><p>Your answers:</p><dl><dt>Q1</dt><dd>Who are you?</dd><dt>Q2</dt><dd>Name it.</dd></dl>"
    assert [question.value for question in questions(page_of_html(source)).asked] == ["Who are you?", "Name it."]


def test_clauses_behind_any_word_of_telling_are_asked() -> None:
    text = (
        "Call: soil\n\nTo join, drop us a mail saying which ward you work on, how it is done and whether Tuesdays suit you.\n"
    )
    assert _asked(text) == ["which ward you work on", "how it is done", "whether Tuesdays suit you."]


def test_what_organisers_will_tell_is_not_asked() -> None:
    assert _asked("Call: soil\n\nBy 3 May we will let you know who was chosen, where to go and what to bring.\n") == []


def test_papers_to_send_are_no_questions() -> None:
    assert _asked("Call: soil\n\nMail us with:\n\n- your CV\n- a covering letter\n- a copy of your diploma\n") == []
