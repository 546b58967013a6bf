"""Labels in words, in the languages that candidates write: by ordinals, together, one after the other as they are dictated."""

import pytest

from tests.core.test_align import answers

WORK = "I have worked in exit work for six years."
GREAT = "A large one, it decides everything."
POSTS = "Our posts end every spring."
ALL = {1: WORK, 2: GREAT, 3: POSTS}

ORDINALS = [
    ("bg", "На първия въпрос: ", "На втория: ", "На третия: "),
    ("bg", "Към първия въпрос: ", "Към втория въпрос: ", "Към последния въпрос: "),
    ("ca", "A la primera pregunta: ", "A la segona: ", "A la tercera: "),
    ("cs", "K první otázce: ", "Ke druhé otázce: ", "Ke třetí: "),
    ("cs", "K prvni otazce: ", "Ke druhe: ", "K treti otazce: "),
    ("da", "Til det første spørgsmål: ", "Til det andet: ", "Til det sidste: "),
    ("de", "Zur ersten Frage: ", "Zur zweiten: ", "Und zur letzten: "),
    ("el", "Στην πρώτη ερώτηση: ", "Στη δεύτερη: ", "Στην τρίτη: "),
    ("el", "Για την πρωτη ερωτηση: ", "Για τη δευτερη: ", "Για την τελευταια: "),
    ("en", "To the first question: ", "To the second: ", "And to the last: "),
    ("es", "A la primera pregunta: ", "A la segunda: ", "Y a la última: "),
    ("es", "Respecto a la primera: ", "Respecto a la segunda: ", "Respecto a la ultima: "),
    ("et", "Esimesele küsimusele: ", "Teisele küsimusele: ", "Kolmandale küsimusele: "),
    ("fi", "Ensimmäiseen kysymykseen: ", "Toiseen kysymykseen: ", "Viimeiseen kysymykseen: "),
    ("fi", "Ensimmaiseen kysymykseen: ", "Toiseen: ", "Kolmanteen: "),
    ("fr", "À la première question : ", "À la deuxième : ", "Et à la dernière : "),
    ("fr", "Pour la premiere question : ", "Pour la deuxieme : ", "Pour la troisieme : "),
    ("hr", "Na prvo pitanje: ", "Na drugo: ", "Na treće: "),
    ("hr", "Na prvo pitanje: ", "Na drugo pitanje: ", "Na trece: "),
    ("hu", "Az első kérdésre: ", "A másodikra: ", "A harmadikra: "),
    ("hu", "Az elso kerdesre: ", "A masodikra: ", "Az utolsora: "),
    ("it", "Alla prima domanda: ", "Alla seconda: ", "E all'ultima: "),
    ("it", "Sulla prima: ", "Sulla seconda: ", "Sulla terza: "),
    ("lt", "Į pirmą klausimą: ", "Į antrą klausimą: ", "Į trečią: "),
    ("lv", "Uz pirmo jautājumu: ", "Uz otro jautājumu: ", "Uz trešo: "),
    ("nl", "Op de eerste vraag: ", "Op de tweede: ", "En op de laatste: "),
    ("no", "Til det første spørsmålet: ", "Til det andre: ", "Til det tredje: "),
    ("pl", "Na pierwsze pytanie: ", "Na drugie: ", "Na ostatnie: "),
    ("pl", "Do pierwszego pytania: ", "Do drugiego: ", "Do trzeciego: "),
    ("pt", "À primeira pergunta: ", "À segunda: ", "E à última: "),
    ("pt", "Quanto a primeira: ", "Quanto a segunda: ", "Quanto a ultima: "),
    ("ro", "La prima întrebare: ", "La a doua: ", "Iar la ultima: "),
    ("ro", "La prima intrebare: ", "La a doua: ", "La a treia intrebare: "),
    ("ru", "На первый вопрос: ", "На второй: ", "На последний: "),
    ("ru", "По первому вопросу: ", "По второму вопросу: ", "По третьему: "),
    ("sk", "K prvej otázke: ", "K druhej: ", "K tretej: "),
    ("sl", "Na prvo vprašanje: ", "Na drugo: ", "Na tretje: "),
    ("sl", "K prvemu vprasanju: ", "K drugemu vprasanju: ", "K zadnjemu: "),
    ("sr", "На прво питање: ", "На друго питање: ", "На треће: "),
    ("sv", "På första frågan: ", "På den andra: ", "På den sista: "),
    ("sv", "Till forsta fragan: ", "Till andra fragan: ", "Till tredje fragan: "),
    ("tr", "Birinci soruya: ", "İkinci soruya: ", "Üçüncü soruya: "),
    ("tr", "Birinci soru: ", "Ikinci soru: ", "Son soru: "),
    ("uk", "На перше питання: ", "На друге питання: ", "На третє: "),
    ("uk", "До першого запитання: ", "До другого запитання: ", "До останнього: "),
]


@pytest.mark.parametrize(("language", "first", "second", "third"), ORDINALS)
def test_ordinals_label_answers_in_each_language_with_and_without_its_accents(
    language: str, first: str, second: str, third: str
) -> None:
    assert answers(f"{first}{WORK}\n\n{second}{GREAT}\n\n{third}{POSTS}") == ALL, language


TOGETHER = [
    ("bg", "Към 1 и 2 заедно: ", "Към 3: "),
    ("bg", "По въпроси 1 и 2: ", "По въпрос 3: "),
    ("bg", "На 1 и 2: ", "На 3: "),
    ("ca", "A la 1 i la 2 juntes: ", "A la 3: "),
    ("cs", "K 1 a 2 dohromady: ", "Ke 3: "),
    ("da", "Til 1 og 2 samlet: ", "Til 3: "),
    ("de", "Zu 1 und 2 gemeinsam: ", "Zu 3: "),
    ("el", "Για τα 1 και 2 μαζί: ", "Για το 3: "),
    ("en", "To 1 and 2 together: ", "To 3: "),
    ("es", "A la 1 y la 2 juntas: ", "A la 3: "),
    ("et", "1 ja 2 koos: ", "3: "),
    ("fi", "Kohtiin 1 ja 2 yhdessä: ", "Kohtaan 3: "),
    ("fr", "Pour la 1 et la 2 ensemble : ", "Pour la 3 : "),
    ("hr", "Na 1 i 2 zajedno: ", "Na 3: "),
    ("hu", "Az 1. és 2. kérdésre együtt: ", "A 3. kérdésre: "),
    ("it", "Alla 1 e alla 2 insieme: ", "Alla 3: "),
    ("lt", "Į 1 ir 2 kartu: ", "Į 3: "),
    ("lv", "Uz 1 un 2 kopā: ", "Uz 3: "),
    ("nl", "Op 1 en 2 samen: ", "Op 3: "),
    ("no", "Til 1 og 2 samlet: ", "Til 3: "),
    ("pl", "Do 1 i 2 łącznie: ", "Do 3: "),
    ("pl", "Do 1 i 2 lacznie: ", "Do 3: "),
    ("pt", "À 1 e à 2 juntas: ", "À 3: "),
    ("ro", "La 1 și 2 împreună: ", "La 3: "),
    ("ro", "La 1 si 2 impreuna: ", "La 3: "),
    ("ru", "К 1 и 2 вместе: ", "К 3: "),
    ("ru", "На вопросы 1 и 2: ", "На вопрос 3: "),
    ("sk", "K 1 a 2 spolu: ", "K 3: "),
    ("sl", "K 1 in 2 skupaj: ", "K 3: "),
    ("sr", "На 1 и 2 заједно: ", "На 3: "),
    ("sv", "Till 1 och 2 tillsammans: ", "Till 3: "),
    ("tr", "1 ve 2 birlikte: ", "3: "),
    ("tr", "1. ve 2. sorular: ", "3. soru: "),
    ("uk", "До 1 і 2 разом: ", "До 3: "),
]


@pytest.mark.parametrize(("language", "both", "third"), TOGETHER)
def test_one_label_for_two_questions_is_understood_in_each_language(language: str, both: str, third: str) -> None:
    assert answers(f"{both}{WORK}\n\n{third}{POSTS}") == {1: WORK, 2: WORK, 3: POSTS}, language


def test_an_answer_about_somebody_who_stays_the_same_is_an_answer() -> None:
    stays = "A therapist who stays the same from prison to the first year."
    assert answers(f"Question 1) {WORK}\n\nQuestion 3) {stays}") == {1: WORK, 3: stays}


STAY = [
    "1 und 3 bleiben so. Danke!!",
    "Die Antworten 1 und 3 bleiben, wie sie sind.",
    "1 and 3 stay as they were.",
    "Questions 1 and 3 remain unchanged.",
    "1, 3: unchanged.",
    "Les réponses 1 et 3 restent les mêmes.",
    "La 1 y la 3 se quedan como estaban.",
    "La 1 e la 3 restano uguali.",
    "A 1 e a 3 ficam na mesma.",
    "1 en 3 blijven zo.",
    "1 i 3 zostają bez zmian.",
    "Odpowiedzi 1 i 3 bez zmian.",
    "1 och 3 är oförändrade.",
    "Svarene på 1 og 3 er uendret.",
    "Vastaukset 1 ja 3 pysyvät ennallaan.",
    "1 a 3 zůstávají.",
    "1 si 3 raman la fel.",
    "Az 1. és a 3. marad.",
    "1 и 3 остават същите.",
    "Οι απαντήσεις 1 και 3 μένουν ως έχουν.",
    "1 ve 3 aynı kalsın.",
]


@pytest.mark.parametrize("stay", STAY)
@pytest.mark.parametrize("between", ["\n\n", "\n"])
def test_what_a_change_leaves_as_it_was_belongs_to_no_answer(stay: str, between: str) -> None:
    assert answers(f"Please replace my answer to question 2 by this:\n\n{GREAT}{between}{stay}") == {2: GREAT}


ONCE_AGAIN = [
    "{}",
    "(my telephone calls each of them 1):\n\n{}",
    "Her er svarene i rekkefølge (telefonen vil kalle alle for 1):\n\n{}",
    "Réponses dans l'ordre (désolé, tout est numéroté 1) :\n\n{}",
    "In dieser Reihenfolge, auch wenn überall 1. steht:\n\n{}",
]


@pytest.mark.parametrize("above", ONCE_AGAIN)
@pytest.mark.parametrize("label", ["1. ", "1) ", "1/ ", "(1) ", "1.\n"])
def test_answers_that_are_all_numbered_one_stand_in_order(above: str, label: str) -> None:
    assert answers(above.format("\n\n".join(f"{label}{text}" for text in ALL.values()))) == ALL


@pytest.mark.parametrize("label", ["1) {}\n2) {}", "(1) {}\n(2) {}", "1. {}\n2. {}", "  1. {}\n  2. {}"])
@pytest.mark.parametrize("together", ["1-2. & 3.", "1, 2. & 3.", "1+2.\n & 3.\n", "1/2) & 3)", "1.-2. & 3."])
def test_a_list_in_the_last_answer_is_not_taken_for_those_answered_together(label: str, together: str) -> None:
    both, last = together.split(" & ")
    listed = label.format("The same teacher before and after.", "A sealed letter to oneself.")
    both, last = together.split(" & ")
    found = answers(f"{both} {WORK}\n\n{last} Two things, cheap ones:\n{listed}")
    assert found == {1: WORK, 2: WORK, 3: f"Two things, cheap ones:\n{listed}"}
