"""Replies that are easily read wrong, each with what its writer meant.

A third was set aside when they were written (`held`): nobody tunes for those, so the two halves are counted apart.
"""

from dataclasses import dataclass, field

import pytest

from mailbot.core.reading import Intent, Reading
from tests.core.test_reading import mail, reading

A, Q, C, W = Intent.answer, Intent.question, Intent.correction, Intent.withdrawal
EXPERIENCE = "I have worked as an exit counsellor in Oslo for six years."
TIME = "Time is what my clients lack most of all, inside and outside."
MONEY = "Our posts end every eighteen months, and then trust ends too."
THREE = {1: EXPERIENCE, 2: TIME, 3: MONEY}


@dataclass(frozen=True)
class Case:
    """body below a greeting; answers: exactly these, blanks folded; unplaced: words that must stand there."""

    name: str
    body: str
    answers: dict[int, str] = field(default_factory=dict)
    intent: Intent = A
    unplaced: str = ""
    held: bool = False


CASES = [
    # the order of paragraphs
    Case("three-paragraphs", f"{EXPERIENCE}\n\n{TIME}\n\n{MONEY}", THREE),
    Case("a-name-is-no-paragraph", f"{EXPERIENCE} {TIME}\n\nI would come by train and stay for two days.\n\nFr Declan"),
    Case(
        "a-question-among-them", f"{EXPERIENCE} {TIME} {MONEY}\n\nCan I join even if I only manage the morning?\n\nI am free."
    ),
    Case("phone-and-diet", "I forgot to say that I am vegetarian.\n\nMy phone number is +47 900 00 000.\n\nSee you in April!"),
    Case("thanks-first", f"Thank you for the kind invitation to this meeting.\n\n{EXPERIENCE}\n\n{TIME}", held=True),
    Case(
        "interest-and-leave",
        "I would very much like to attend the meeting in April.\n\nMy colleague Liisa may also write to you about it.\n\n"
        "I am on leave until 9 March but can be reached by phone.",
        held=True,
    ),
    Case("bullets", f"Briefly, to your three questions:\n\n- {EXPERIENCE}\n- {TIME}\n- {MONEY}", THREE, unplaced="Briefly"),
    Case(
        "stars-and-blanks",
        f"My answers:\n\n* {EXPERIENCE}\n\n* {TIME}\n\n* {MONEY}\n\nI am in Oslo until May.",
        THREE,
        held=True,
    ),
    Case("two-bullets", f"Briefly:\n\n- {EXPERIENCE}\n- {TIME}", unplaced=TIME),
    Case("bullets-about-oneself", "My details are:\n\n- Timo Weigand\n- Exit Hessen\n- 0170 000000", unplaced="My details"),
    Case(
        "bullets-that-ask", f"- {EXPERIENCE}\n- {TIME}\n- Would a colleague of mine be welcome there too?", unplaced="colleague"
    ),
    # questions repeated in the candidate's language
    Case(
        "translated-heads",
        f"anbei meine Antworten.\n\nWelche Erfahrung haben Sie mit der Rehabilitation?\n{EXPERIENCE}\n\n"
        f"Welche Rolle spielt Zeit in Ihrer Arbeit?\n{TIME}\n\nWelche Herausforderungen begegnen Ihnen?\n{MONEY}",
        THREE,
        unplaced="anbei",
    ),
    Case(
        "translated-heads-with-blanks",
        f"Quelle est votre expérience de la réinsertion ?\n\n{EXPERIENCE}\n\nQuel rôle joue le temps ?\n\n{TIME}\n\n"
        f"Quelles difficultés rencontrez-vous ?\n\n{MONEY}",
        THREE,
        held=True,
    ),
    Case(
        "two-heads-only",
        f"Welche Erfahrung haben Sie?\n{EXPERIENCE}\n\nWelche Rolle spielt Zeit?\n{TIME}",
        {1: EXPERIENCE, 2: TIME},
    ),
    Case(
        "asks-and-answers-itself",
        f"What is my experience? {EXPERIENCE}\n\nWhat role does time play? It heals little.\n\nHardships? Too few staff.",
        {1: EXPERIENCE, 2: "It heals little.", 3: "Too few staff."},
    ),
    # questions to the organisers
    Case("a-real-question", "I work for a town in Estonia. Is the meeting also open to policy officers?", intent=Q),
    Case("an-announced-question", "I have a question about the meeting. Which language will be spoken there", intent=Q),
    Case("a-question-below-prose", f"{EXPERIENCE} {TIME} {MONEY} {MONEY}\n\nMay I bring a colleague?", unplaced="colleague"),
    Case(
        "a-matter-of-time", f"{EXPERIENCE} {TIME}\n\nAlles ist eine Frage der Zeit, und die fehlt uns immer. {MONEY}", held=True
    ),
    Case("two-real-questions", "Can I come on the first day only? And is there a fee for the meal?", intent=Q, held=True),
    Case("a-question-beside-answers", f"1. {EXPERIENCE}\n2. {TIME}\n3. {MONEY}\n\nCould I present our programme?", THREE),
    # withdrawals
    Case(
        "would-withdraw",
        f"1. {EXPERIENCE}\n2. {TIME}\n3. {MONEY}\n\nIf you decide against me I will withdraw my application gladly.",
        THREE,
    ),
    Case(
        "withdrew-once",
        f"I had to withdraw my application last year.\n\n1. {EXPERIENCE}\n2. {TIME}\n3. {MONEY}",
        THREE,
        held=True,
    ),
    Case("withdraws", "I hereby withdraw my application, I have found other work.", intent=W),
    Case(
        "please-withdraw-despite-answers",
        f"1. {EXPERIENCE}\n2. {TIME}\n3. {MONEY}\n\nPlease withdraw my application.",
        THREE,
        W,
    ),
    Case("bitte-loeschen", "bitte löschen Sie meine Daten und Antworten.", intent=W),
    Case("je-retire", "Je retire ma candidature, je ne travaille plus en prison.", intent=W, held=True),
    # numbers
    Case("bare-number", f"2\n{TIME}", {2: TIME}),
    Case("bare-number-and-name", f"2\n{TIME}\n\nNina", {2: TIME}),
    Case("two-bare-numbers", f"2\n{TIME}\n\n3\n{MONEY}\n\nNina", {2: TIME, 3: MONEY}),
    Case("question-no", f"Question no. 2\n{TIME}", {2: TIME}),
    Case("q-blank", f"Q 2\n{TIME}\n\nQ 3: {MONEY}", {2: TIME, 3: MONEY}),
    Case("frage-nr", f"Frage Nr. 2\n\n{TIME}", {2: TIME}, held=True),
    Case("question-degree", f"Question n° 2 :\n{TIME}", {2: TIME}, held=True),
    Case("bare-out-of-range", f"7\n{TIME}", unplaced="7"),
    Case("a-list-item", f"2 teams of ours would like to come to the meeting.\n{TIME}", unplaced="2 teams"),
    Case("a-year-alone", f"I began this work in\n2009\n{TIME}", unplaced="2009", held=True),
    Case("a-number-that-wrapped", f"We are a small organisation and our teams are\n2\nin number. {TIME}", unplaced="in number"),
    Case("mixed-kinds", f"1. {EXPERIENCE}\n\n2. {TIME}\n\nzu 3: {MONEY}", THREE),
    Case("mixed-kinds-first", f"Question 1: {EXPERIENCE}\n\n2. {TIME}\n\n3. {MONEY}", THREE, held=True),
    Case(
        "a-reference",
        f"1. {EXPERIENCE}\n\n2. A great one, see\nquestion 3: it costs us most.\n\n3. {MONEY}",
        {1: EXPERIENCE, 2: "A great one, see question 3: it costs us most.", 3: MONEY},
    ),
    Case(
        "a-reference-last",
        f"1. {EXPERIENCE}\n\n2. A great one, as I say in\nquestion 3: it costs us most.",
        {1: EXPERIENCE, 2: "A great one, as I say in question 3: it costs us most."},
        held=True,
    ),
    Case("named-with-lists", "Question 1: I do\n1. this\n2. that\nQuestion 2: much", {1: "I do 1. this 2. that", 2: "much"}),
    Case("beyond", f"1. Kai Berger\n2. Exit Germany, Berlin\n3. {EXPERIENCE}\n4. {TIME}\n5. {MONEY}", unplaced="Kai Berger"),
    Case("beyond-a-day", f"1. Kai Berger\n2. Exit Germany\n3. {EXPERIENCE}\n4. April suits me.\n5. {MONEY}", unplaced=MONEY),
    Case(
        "beyond-by-one",
        f"1. Anna Kowalska, Exit Warsaw\n2. {EXPERIENCE}\n3. {TIME}\n4. {MONEY}",
        unplaced="Kowalska",
        held=True,
    ),
    Case(
        "one-more-remark", f"1. {EXPERIENCE}\n2. {TIME}\n3. {MONEY}\n4. I can come on both days.", THREE, unplaced="both days"
    ),
    Case("question-beyond", f"Question 3: {MONEY}\n\nQuestion 4: I can come on both days.", {3: MONEY}, unplaced="both days"),
    # what stands below the last answer
    Case("the-rest-stays", f"2. {TIME}\n\nEverything else stays the same.", {2: TIME}, unplaced="Everything else"),
    Case(
        "der-rest-bleibt",
        f"Frage 2: {TIME}\n\nAlles andere bleibt wie es ist.\n\nUlla",
        {2: TIME},
        unplaced="Alles andere",
        held=True,
    ),
    Case("one-word-answer", f"1. {EXPERIENCE}\n\n2.\n\nOslo", {1: EXPERIENCE, 2: "Oslo"}),
    Case("not-right", "Question 2 is not right, here is the new text:\n\n2. Two years.", {2: "Two years."}, C),
    Case("an-addition", "Please add a sentence to question 3:\n\n3. Results come in May.", {3: "Results come in May."}, C),
    Case("zu-ergaenzen", "bitte ergänzen Sie bei Frage 3:\n\n3. Ergebnisse im Mai.", {3: "Ergebnisse im Mai."}, C, held=True),
]


def _read(case: Case) -> Reading:
    return reading(mail(f"Dear Rik,\n\n{case.body}\n\nKind regards\n", From="jana@prison.example"))


def _fold(text: str) -> str:
    return " ".join(text.split())


def _wrong(case: Case) -> list[str]:
    found = _read(case)
    got = {answer.question: _fold(answer.text) for answer in found.answers}
    wrong = [f"{got} for {case.answers}"] if got != case.answers else []
    if found.intent is not case.intent:
        wrong.append(f"{found.intent} for {case.intent}")
    return wrong + ([f"unplaced: {found.unplaced}"] if case.unplaced not in _fold(found.unplaced) else [])


OPEN = [case for case in CASES if not case.held]
HELD = [case for case in CASES if case.held]


@pytest.mark.parametrize("case", OPEN, ids=lambda case: case.name)
def test_a_hard_reply_is_read_as_its_writer_meant_it(case: Case) -> None:
    assert _wrong(case) == []


@pytest.mark.parametrize("case", HELD, ids=lambda case: case.name)
def test_a_hard_reply_that_nobody_tuned_for_is_read_as_its_writer_meant_it(case: Case) -> None:
    assert _wrong(case) == []
