"""Which words answer which question: by place, label, repetition and order; nothing made up, nothing lost."""

import re
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.core import label
from mailbot.core.align import Alignment, align
from mailbot.core.call import Call
from mailbot.core.reading import How
from mailbot.core.reply import Label, split
from tests.effort import effort

EXPERIENCE = "What is your experience with the rehabilitation of radicalised individuals as a practitioner?"
TIME = "What role does time play in your work as practitioner working on rehabilitation?"
CHALLENGES = "What are challenges you encounter related to time?"
WORK = "What line of work are you in? What is your experience with extremist offenders?"


def a_call(*questions: str) -> Call:
    return Call.model_validate(
        {
            "slug": "a-call",
            "title": "A call",
            "zone": "Europe/Brussels",
            "questions": [{"id": f"question-{n}", "text": text} for n, text in enumerate(questions, 1)],
            "deadline": {"day": "2023-03-13"},
            "contacts": [{"name": "Jana", "address": "jana@example.org"}],
            "addresses": ["call@example.org"],
        }
    )


PARAGRAPHS = (
    "We sit down with them in the kitchen.\n\nIt never goes quickly, and rarely well.\n\nMoney is short, and staff come and go."
)
THREE = a_call(EXPERIENCE, TIME, CHALLENGES)


def laid(text: str, call: Call = THREE, *, known: bool = True) -> Alignment:
    return align(split(text, [question.text for question in call.questions] if known else ()), call)


def answers(text: str, call: Call = THREE, *, known: bool = True) -> dict[int, str]:
    return {answer.question: answer.text for answer in laid(text, call, known=known).answers}


def test_words_below_a_quoted_question_answer_it() -> None:
    found = laid(f"> {EXPERIENCE}\nTen years.\n\n> {TIME}\n\nA great one.\n\n> {CHALLENGES}\nMoney.")
    assert [(a.question, a.question_id, a.text, a.how) for a in found.answers] == [
        (1, "question-1", "Ten years.", How.inline),
        (2, "question-2", "A great one.", How.inline),
        (3, "question-3", "Money.", How.inline),
    ]
    assert found.unanswered == ()
    assert found.unplaced == ""


@pytest.mark.parametrize("known", [True, False])
@pytest.mark.parametrize(
    "quoted",
    [
        f"> {EXPERIENCE}",
        f"> 1. {EXPERIENCE}",
        f">> - {EXPERIENCE}",
        "> What is your experience with the rehabilitation of\n> radicalised individuals as a\n> practitioner?",
        "> * What is your experience with the rehabilitation of radicalised\n>   individuals as a practitioner?",
        "> What's your experience with rehabilitation of radicalized individuals as a practitioner?",
    ],
)
def test_a_quoted_question_is_known_again_though_clients_change_it(quoted: str, known: bool) -> None:
    assert answers(f"{quoted}\nTen years.\n> {CHALLENGES}\nMoney.", known=known) == {1: "Ten years.", 3: "Money."}


def test_a_question_that_is_left_open_stays_open() -> None:
    found = laid(f"> {EXPERIENCE}\nTen years.\n> {TIME}\n> {CHALLENGES}\nMoney.")
    assert {a.question: a.text for a in found.answers} == {1: "Ten years.", 3: "Money."}
    assert found.unanswered == (2,)


def test_answers_to_the_parts_of_one_question_are_one_answer() -> None:
    text = "> What line of work are you in?\nNurse.\n> What is your experience with extremist offenders?\nFour years."
    assert answers(text, a_call(WORK, CHALLENGES)) == {1: "Nurse.\n\nFour years."}


def test_questions_copied_without_any_mark_are_restated() -> None:
    found = laid(f"{EXPERIENCE}\nTen years.\n\n{TIME}\nA great one.\n")
    assert [(a.question, a.text, a.how) for a in found.answers] == [
        (1, "Ten years.", How.restated),
        (2, "A great one.", How.restated),
    ]


def test_question_and_answer_on_one_line_are_told_apart() -> None:
    assert answers(f"1. {EXPERIENCE} Ten years.\n2. {TIME} - A great one.") == {1: "Ten years.", 2: "A great one."}


@pytest.mark.parametrize(
    "labels",
    [
        ("1.", "2.", "3."),
        ("1)", "2)", "3)"),
        ("(1)", "(2)", "(3)"),
        ("1/", "2/", "3/"),
        ("1:", "2:", "3:"),
        ("1 -", "2 -", "3 -"),
        ("1 –", "2 –", "3 –"),
        ("Q1:", "Q2:", "Q3:"),
        ("A1.", "A2.", "A3."),
        ("Question 1:", "Question 2:", "Question 3:"),
        ("Answer to question 1 -", "Answer to question 2 -", "Answer to question 3 -"),
        ("Frage 1:", "Frage 2:", "Frage 3:"),
        ("Ad 1)", "Ad 2)", "Ad 3)"),
        ("Zu 1.", "Zu 2.", "Zu 3."),
        ("Réponse 1 :", "Réponse 2 :", "Réponse 3 :"),
        ("Pregunta 1.", "Pregunta 2.", "Pregunta 3."),
        ("Vraag 1:", "Vraag 2:", "Vraag 3:"),
        ("Pytanie 1:", "Pytanie 2:", "Pytanie 3:"),
        ("*1.*", "*2.*", "*3.*"),
        ("a)", "b)", "c)"),
        ("(i)", "(ii)", "(iii)"),
        ("Question 1\n", "Question 2\n", "Question 3\n"),
        ("1.\n", "2.\n", "3.\n"),
    ],
)
def test_numbered_answers_are_found_by_their_labels(labels: tuple[str, str, str]) -> None:
    text = "\n\n".join(f"{mark} {words}" for mark, words in zip(labels, ("Ten years.", "A great one.", "Money."), strict=True))
    assert answers(f"Dear all,\n\n{text}\n") == {1: "Ten years.", 2: "A great one.", 3: "Money."}


def test_answers_may_come_in_any_order() -> None:
    assert answers("3. Money.\n1. Ten years.\n2. A great one.") == {1: "Ten years.", 2: "A great one.", 3: "Money."}


def test_one_passage_for_several_questions_answers_each_of_them() -> None:
    assert answers("1-2: Ten years, and time was everything.\n3: Money.") == {
        1: "Ten years, and time was everything.",
        2: "Ten years, and time was everything.",
        3: "Money.",
    }


def test_a_list_inside_an_answer_keeps_its_numbers() -> None:
    text = "1. Ten years.\n\n2. Three things:\n1. trust\n2. routine\n3. family\n\n3. Money."
    assert answers(text) == {1: "Ten years.", 2: "Three things:\n1. trust\n2. routine\n3. family", 3: "Money."}


def test_a_list_below_a_quoted_question_is_part_of_the_answer() -> None:
    text = f"> {EXPERIENCE}\nTwo jobs:\n1. prison\n2. street\n\n> {TIME}\n1. none\n"
    assert answers(text) == {1: "Two jobs:\n1. prison\n2. street", 2: "1. none"}


def test_blank_lines_inside_an_answer_stay() -> None:
    text = f"> {EXPERIENCE}\nFirst this.\n\nThen that.\n> {TIME}\nA great one."
    assert answers(text)[1] == "First this.\n\nThen that."


@pytest.mark.parametrize(
    "sentence",
    ["2 years ago I began.", "3. März war unser Treffen.", "10:30 is when we start.", "1.5 posts are ours.", "A 2 year plan."],
)
def test_a_number_that_is_no_label_is_left_alone(sentence: str) -> None:
    assert label.number(sentence) is None


def test_a_correction_of_one_answer_answers_that_one_alone() -> None:
    assert answers("Dear all,\n\nplease correct my answer:\n\n2. Six months, not five.") == {2: "Six months, not five."}


def test_as_many_paragraphs_as_questions_are_taken_in_order_but_hardly_believed() -> None:
    found = laid(f"Hello,\n\n{PARAGRAPHS}\n\nThanks,\nJana")
    assert [(a.question, a.how) for a in found.answers] == [(1, How.order), (2, How.order), (3, How.order)]
    assert "\n\n".join(a.text for a in found.answers) == PARAGRAPHS
    assert all(a.confidence < 0.5 for a in found.answers)


def test_prose_that_fits_no_question_stays_unplaced() -> None:
    found = laid("Hello,\n\nI would like to take part. I have worked in prisons for ten years.")
    assert found.answers == ()
    assert found.unanswered == (1, 2, 3)
    assert found.unplaced == "I would like to take part. I have worked in prisons for ten years."


def test_to_a_single_question_everything_is_the_answer() -> None:
    assert answers("Hello,\n\nMoney.\n\nAnd people.", a_call(CHALLENGES)) == {1: "Money.\n\nAnd people."}


@pytest.mark.parametrize("nothing", ["-", "–", "...", "/"])
def test_a_lone_mark_is_no_answer(nothing: str) -> None:
    found = laid(f"> {EXPERIENCE}\nTen years.\n> {TIME}\n{nothing}\n> {CHALLENGES}\nMoney.")
    assert found.unanswered == (2,)
    assert nothing not in [answer.text for answer in found.answers]


@pytest.mark.parametrize("short", ["No.", "N/A", "I don't know", "See above.", "5"])
def test_a_short_answer_is_an_answer(short: str) -> None:
    assert answers(f"> {EXPERIENCE}\nTen years.\n> {TIME}\n{short}")[2] == short


def test_greeting_and_closing_are_in_no_answer() -> None:
    found = laid("Dear Ms Korn,\n\n1. Ten years.\n2. A great one.\n3. Money.\n\nMany thanks,\nJana")
    assert found.greeting == "Dear Ms Korn,\nMany thanks,\nJana"
    assert "Thanks" not in " ".join(a.text for a in found.answers).title()


def test_a_remark_below_the_last_answer_is_not_part_of_it() -> None:
    found = laid("1. Ten years.\n\n2. A great one.\n\n3. Money.\n\nI can come on both days.")
    assert [a.text for a in found.answers] == ["Ten years.", "A great one.", "Money."]
    assert found.unplaced == "I can come on both days."


def test_words_above_the_first_answer_are_unplaced() -> None:
    assert laid("My answers are these.\n\n1. Ten years.\n2. A great one.").unplaced == "My answers are these."


def test_the_answer_word_is_not_part_of_the_answer() -> None:
    assert answers(f"> {EXPERIENCE}\nA: Ten years.\n> {TIME}\nAntwort: A great one.") == {1: "Ten years.", 2: "A great one."}


def test_an_untrimmed_text_answers_nothing() -> None:
    found = laid(f"From: A <a@example.org>\nSent: Monday\nTo: B\nSubject: C\n\n{EXPERIENCE}\nTen years.", known=False)
    assert found.answers == ()
    assert "Ten years." in found.unplaced


def test_what_is_sure_is_surer_than_what_is_guessed() -> None:
    inline = laid(f"> {EXPERIENCE}\nTen years.\n> {TIME}\nA great one.").answers[0].confidence
    alone = laid("2. A great one.").answers[0].confidence
    ordered = laid(PARAGRAPHS).answers[0].confidence
    assert 1 >= inline > alone > ordered > 0


_LINES = st.sampled_from(
    [
        *["", "Dear all,", "Hello", "Own words here.", "More of them", "Thanks,", "Jana", "-", "Kind regards"],
        *["1. One.", "2. Two.", "3. Three.", "1)", "2: x", "Q3: three", "1-3: all", "a) x", "b) y", "4. too many", "A: yes"],
        *[
            f"> {EXPERIENCE}",
            f"> {TIME}",
            f"> 3. {CHALLENGES}",
            EXPERIENCE,
            f"1. {TIME}",
            f"{TIME} Much.",
            "> other words of theirs",
        ],
        *["On 6 March 2023 at 09:00, A <a@b.example> wrote:", "From: A <a@b.example>", "Sent: x", "To: B", "Subject: C"],
    ]
)


def _words(texts: Sequence[str]) -> list[str]:
    return [word for text in texts for word in text.split()]


@given(st.one_of(st.lists(_LINES, max_size=40).map("\n".join), st.text()), st.booleans())
def test_every_own_word_is_in_an_answer_or_unplaced_or_polite_or_repeats_a_question(text: str, with_known: bool) -> None:
    parts = split(text, [q.text for q in THREE.questions] if with_known else ())
    found = align(parts, THREE)
    own = [line.text for line in parts.lines if line.label is Label.own]
    kept = "\n".join([*(a.text for a in found.answers), found.unplaced, found.greeting, found.repeated])
    letters = set(re.findall(r"\w+", kept))
    for line in own:
        assert [word for word in re.findall(r"\w+", line) if word not in letters] == []
    said = set(_words([line.text for line in parts.lines]))
    for answer in found.answers:
        assert 0 < answer.confidence <= 1
        assert any(word in said or any(word in s for s in said) for word in answer.text.split())
    assert sorted([*(a.question for a in found.answers), *found.unanswered]) == [1, 2, 3]


@pytest.mark.parametrize(
    "line",
    [
        "1. x\n",
        "> a b c d e f\n",
        f"> {EXPERIENCE}\n",
        f"{EXPERIENCE} x\n",
        "Own words of mine here\n",
        "x" * 200,
        "1\na\n",
        "1\n\n\n\n",
        "What?\n",
        "What?\na\n",
        "- a\n",
        "see\nquestion 2: x\n",
    ],
)
def test_hostile_texts_are_aligned_in_bounded_time(line: str) -> None:
    text = line * (200_000 // len(line))
    with effort() as told:
        laid(text)
    assert told.seconds < 10


@pytest.mark.parametrize("n", [0, 1, 2, 3, 5])
@pytest.mark.parametrize("asked", [(1,), (2,), (1, 2), (2, 3), (1, 2, 3), (1, 3)])
def test_a_sentence_that_speaks_of_a_question_by_its_number_is_not_cut_there(asked: tuple[int, ...], n: int) -> None:
    # The simulation writes such answers (tests/simulation/people.py) and breaks while this fails.
    said = {k: f"Answer {n} of person0 to question {k}, as I see it." for k in asked}
    assert answers("\n\n".join(f"{k}. {text}" for k, text in said.items())) == said
