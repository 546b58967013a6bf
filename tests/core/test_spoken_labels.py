"""Answers dictated in one breath, with the turn to each question said aloud and nothing else to mark it."""

import pytest

from tests.core.test_align import answers

HOURS = "we start at six in the morning when it gets hot and the boss sends us home at two"
WATER = "everybody brings two bottles and there is a fountain behind the hall that works sometimes"
NEVER = "nobody ever stopped the second time the alarm went off we just went on until the evening"
ALL = {1: HOURS, 2: WATER, 3: NEVER}

TURNS = [
    ("alla prima domanda rispondo che", "alla seconda rispondo che", "alla terza rispondo che"),
    ("alla prima domanda", "alla seconda", "alla terza"),
    ("to the first question I would say that", "to the second I would say", "and to the third I'd say"),
    ("on the first question", "on the second question", "on the third question"),
    ("zur ersten Frage sage ich", "zur zweiten", "zur dritten"),
    ("auf die erste Frage antworte ich", "auf die zweite", "und auf die letzte"),
    ("à la première question je réponds que", "à la deuxième", "à la troisième"),
    ("a la primera pregunta", "a la segunda", "y a la tercera"),
    ("à primeira pergunta respondo que", "à segunda", "à última"),
    ("op de eerste vraag", "op de tweede", "op de derde"),
    ("na pierwsze pytanie odpowiadam że", "na drugie", "na trzecie"),
    ("k první otázce", "k druhé", "k poslední"),
    ("på första frågan svarar jag att", "på andra svarar jag att", "på tredje svarar jag att"),
    ("la prima intrebare", "la a doua", "la ultima"),
    ("az első kérdésre", "a másodikra", "a harmadikra"),
    ("ensimmäiseen kysymykseen vastaan että", "toiseen vastaan että", "kolmanteen vastaan että"),
    ("на первый вопрос отвечаю", "на второй", "на третий"),
    ("на първия въпрос", "на втория", "на последния"),
    ("na prvo pitanje", "na drugo", "na treće"),
    ("στην πρώτη ερώτηση απαντώ ότι", "στην δεύτερη", "στην τρίτη"),
]


@pytest.mark.parametrize("turns", TURNS, ids=lambda turns: turns[0])
@pytest.mark.parametrize("above", ["", "good morning this is Nevio I am a welder so "])
def test_each_answer_begins_behind_the_turn_to_its_question(turns: tuple[str, str, str], above: str) -> None:
    assert answers(above + " ".join(f"{turn} {said}" for turn, said in zip(turns, ALL.values(), strict=True))) == ALL


UNSURE = [
    f"to the first question {HOURS} the second {WATER} a third {NEVER}",
    f"in the first year {HOURS} in the second year {WATER} in the third year {NEVER}",
    f"to the first question {HOURS} and to the second {WATER} and to the second {NEVER}",
]


@pytest.mark.parametrize("text", UNSURE)
def test_ordinals_that_are_no_whole_row_divide_nothing(text: str) -> None:
    assert not {2, 3} & answers(text).keys()
