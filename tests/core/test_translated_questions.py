"""Our questions in the sender's own language above the answers: as many lines that ask as questions, in their order."""

import pytest

from mailbot.core.reading import How
from tests.core.test_align import a_call, answers, laid

HEAT = a_call(
    "At which temperature does your employer take action?",
    "What do you do yourself on a very hot day?",
    "Have you ever stopped working because of heat? What happened then?",
)
TRANSLATED = {
    "el": [
        ("Σε ποια θερμοκρασία παίρνει μέτρα ο εργοδότης σας;", "Επίσημα στους 38 βαθμούς, όπως λέει η εγκύκλιος."),
        ("Τι κάνετε εσείς μια πολύ ζεστή μέρα;", "Ξεκινάω στις πέντε το πρωί και βρέχω το καπέλο μου."),
        ("Έχετε σταματήσει ποτέ τη δουλειά λόγω ζέστης; Τι έγινε μετά;", "Ναι, πέρσι τον Ιούλιο. Κατεβήκαμε όλοι."),
    ],
    "de": [
        ("Ab wann unternimmt Ihr Chef etwas?", "Ab 35 Grad, so steht es im Aushang."),
        ("Was machen Sie selbst, wenn es sehr warm ist?", "Ich fange um fünf an und trinke viel."),
        ("Haben Sie schon einmal aufgehört? Was war dann?", "Ja, im Juli. Wir gingen alle in den Keller."),
    ],
    "ar": [
        ("عند أي درجة حرارة يتخذ صاحب العمل إجراءات؟", "رسميا عند ثمان وثلاثين درجة كما يقول التعميم."),
        ("ماذا تفعل أنت في يوم شديد الحر؟", "أبدأ في الخامسة صباحا وأشرب الكثير من الماء."),
        ("هل توقفت يوما عن العمل بسبب الحر؟ ماذا حدث بعد ذلك؟", "نعم في الصيف الماضي. نزلنا جميعا."),
    ],
    "ja": [
        ("雇用主は何度で対策を取りますか？", "公式には三十五度です。"),
        ("とても暑い日にはどうしますか？", "朝五時に始めて水をたくさん飲みます。"),
        ("暑さで仕事をやめたことはありますか？", "はい、去年の七月です。"),
    ],
    "pl": [
        ("Od ilu stopni działa pracodawca?", "Oficjalnie od trzydziestu pięciu, jak w okólniku."),
        ("Co robi Pan w bardzo gorący dzień?", "Zaczynam o piątej i piję dużo wody."),
        ("Czy przerwał Pan kiedyś pracę? Co było potem?", "Tak, w lipcu. Zeszliśmy wszyscy."),
    ],
}


@pytest.mark.parametrize("language", TRANSLATED)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_translated_question_opens_an_answer_and_is_none(language: str, gap: str) -> None:
    pairs = TRANSLATED[language]
    text = "\n\n".join(f"{asked}{gap}{said}" for asked, said in pairs)
    assert answers(text, HEAT) == {n: said for n, (_, said) in enumerate(pairs, 1)}
    assert {answer.how for answer in laid(text, HEAT).answers} == {How.restated}


@pytest.mark.parametrize("language", ["ar", "de", "ja", "pl"])
def test_fewer_questions_than_ours_open_no_answers_by_their_order(language: str) -> None:
    text = "\n\n".join(f"{asked}\n{said}" for asked, said in TRANSLATED[language][:2])
    assert answers(text, HEAT) == {}


def test_questions_to_us_one_below_the_other_open_no_answers() -> None:
    assert answers("Θα είναι online;\n\nΠόσοι θα είμαστε;\n\nΘα πάρουμε βεβαίωση;", HEAT) == {}


def test_a_semicolon_in_other_letters_asks_nothing() -> None:
    text = "We start early;\nthen we stop.\n\nWe drink a lot;\nwater mostly.\n\nWe went home;\nit was in July."
    assert not any(answer.how is How.restated for answer in laid(text, HEAT).answers)
