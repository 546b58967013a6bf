"""The ways in which people mark their answers, one reply each: labels, tables, headings, dictated, changed later."""

import pytest

from tests.core.test_align import CHALLENGES, EXPERIENCE, THREE, TIME, laid

WORK = "I have worked in exit work for six years."
GREAT = "A large one, it decides everything."
POSTS = "Our posts end every spring."
ALL = {1: WORK, 2: GREAT, 3: POSTS}

WAYS = [
    ("runtogether", f"1. {WORK} 2. {GREAT} 3. {POSTS}", ALL),
    ("runtogether paren", f"Hello, 1) {WORK} 2) {GREAT} 3) {POSTS}", ALL),
    ("table tabs", f"Question\tAnswer\n{EXPERIENCE}\t{WORK}\n{TIME}\t{GREAT}\n{CHALLENGES}\t{POSTS}", ALL),
    ("table numbers", f"1\t{WORK}\n2\t{GREAT}\n3\t{POSTS}", ALL),
    ("erstens", f"Erstens: {WORK}\n\nZweitens: {GREAT}\n\nDrittens: {POSTS}", ALL),
    ("first comma", f"First, {WORK}\n\nSecond, {GREAT}\n\nThird, {POSTS}", ALL),
    ("question one newline", f"Question one\n{WORK}\n\nQuestion two\n{GREAT}\n\nQuestion three\n{POSTS}", ALL),
    ("skip said", f"1. {WORK}\n2. I skipped this one\n3. {POSTS}", {1: f"{WORK}", 3: f"{POSTS}"}),
    ("skip 2 sentence", f"1. {WORK}\n\n3. {POSTS}\n\nI skipped 2.", {1: f"{WORK}", 3: f"{POSTS}"}),
    ("N/A", f"1. {WORK}\n2. N/A\n3. {POSTS}", {1: f"{WORK}", 2: "N/A", 3: f"{POSTS}"}),
    ("keywords", f"Experience: {WORK}\nRole of time: {GREAT}\nChallenges: {POSTS}", ALL),
    ("keywords dash", f"Experience - {WORK}\n\nRole of time - {GREAT}\n\nChallenges - {POSTS}", ALL),
    ("bold heads", f"*My experience*\n{WORK}\n\n*The role of time*\n{GREAT}\n\n*Challenges*\n{POSTS}", ALL),
    (
        "quoted trimmed",
        f"> What is your experience [...]?\n{WORK}\n\n> role does time play\n{GREAT}\n\n> challenges you encounter\n{POSTS}",
        ALL,
    ),
    ("misnumber", f"1. {WORK}\n\n2. {GREAT}\n\n2. {POSTS}", ALL),
    ("starts at Q0", f"a. {WORK}\nb. {GREAT}\nc. {POSTS}", ALL),
    ("A. B. C.", f"A. {WORK}\n\nB. {GREAT}\n\nC. {POSTS}", ALL),
    ("I. II. III.", f"I. {WORK}\n\nII. {GREAT}\n\nIII. {POSTS}", ALL),
    ("1 text no sep", f"1 {WORK}\n2 {GREAT}\n3 {POSTS}", ALL),
    ("-1-", f"-1-\n{WORK}\n\n-2-\n{GREAT}\n\n-3-\n{POSTS}", ALL),
    ("#1", f"#1 {WORK}\n#2 {GREAT}\n#3 {POSTS}", ALL),
    ("[1]", f"[1] {WORK}\n[2] {GREAT}\n[3] {POSTS}", ALL),
    ("keycaps", f"1️⃣ {WORK}\n2️⃣ {GREAT}\n3️⃣ {POSTS}", ALL),
    ("2 and 3 same", f"1. {WORK}\n\n2 and 3. {GREAT}", {1: f"{WORK}", 2: f"{GREAT}", 3: f"{GREAT}"}),
    ("both of them", f"Questions 2 & 3: {GREAT}\nQuestion 1: {WORK}", {1: f"{WORK}", 2: f"{GREAT}", 3: f"{GREAT}"}),
    ("same as", f"1. {WORK}\n2. {GREAT}\n3. See 2.", {1: f"{WORK}", 2: f"{GREAT}", 3: "See 2."}),
    ("quote all then numbered", f"> 1. {EXPERIENCE}\n> 2. {TIME}\n> 3. {CHALLENGES}\n\n1. {WORK}\n2. {GREAT}\n3. {POSTS}", ALL),
    ("replace", f"Please replace my answer to 2 by this:\n\n{GREAT}\n\nThe rest stays.", {2: f"{GREAT}"}),
    ("replace inline", f"Please replace my answer to question 2 by: {GREAT}", {2: f"{GREAT}"}),
    ("instead of the second", f"Instead of what I wrote on the second one: {GREAT}", {2: GREAT}),
    ("scrap the second", f"Scrap my second answer. It should be: {GREAT}", {2: GREAT}),
    ("meine Antwort zu 2", f"Ich möchte meine Antwort zu 2 ändern. Neu:\n\n{GREAT}", {2: GREAT}),
    ("a table with an empty cell", f"1\t{WORK}\n2\t\n3\t{POSTS}", {1: WORK, 3: POSTS}),
    ("running on, one left out", f"1) {WORK} 3) {POSTS}", {1: WORK, 3: POSTS}),
    ("figures between words", f"Question 1: {WORK}\n\n2. {GREAT}\n\nQ3: {POSTS}", ALL),
    ("figures beside a quoted question", f"1. {WORK}\n\n> {TIME}\n{GREAT}\n\n3. {POSTS}", ALL),
    (
        "a colon above a list",
        f"Question 1: Two things:\n\n- prisons\n- letters\n\nQuestion 2: {GREAT}",
        {1: "Two things:\n\n- prisons\n- letters", 2: GREAT},
    ),
    (
        "replace my answer to question 2 with the following.",
        f"Please replace my answer to question 2 with the following.\n\n{GREAT}",
        {2: f"{GREAT}"},
    ),
    ("answer 2 should read", f"My answer to question 2 should read: {GREAT}", {2: f"{GREAT}"}),
    (
        "hello dictated",
        (
            "ok so for the first question i have been doing this for six years for the second question it plays "
            "a large role and for the third question our posts end every spring"
        ),
        {1: "i have been doing this for six years", 2: "it plays a large role", 3: "our posts end every spring"},
    ),
    ("Q:/A:", f"Q: {EXPERIENCE}\nA: {WORK}\n\nQ: {TIME}\nA: {GREAT}\n\nQ: {CHALLENGES}\nA: {POSTS}", ALL),
    ("pl", f"Odpowiedź na pytanie 1: {WORK}\nOdpowiedź na pytanie 2: {GREAT}\nOdpowiedź na pytanie 3: {POSTS}", ALL),
    ("fi", f"Vastaus kysymykseen 1: {WORK}\nVastaus kysymykseen 2: {GREAT}\nVastaus kysymykseen 3: {POSTS}", ALL),
    ("hu", f"1. kérdés: {WORK}\n2. kérdés: {GREAT}\n3. kérdés: {POSTS}", ALL),
    ("el", f"Ερώτηση 1η: {WORK}\nΕρώτηση 2η: {GREAT}\nΕρώτηση 3η: {POSTS}", ALL),
    ("cs", f"K otázce č. 1: {WORK}\nK otázce č. 2: {GREAT}\nK otázce č. 3: {POSTS}", ALL),
    (
        "thanks tail",
        f"1. {WORK}\n2. {GREAT}\n3. {POSTS}\n\nThanks so much for organising this, looking forward to it!\nAnna",
        ALL,
    ),
    ("thanks tail2", f"1. {WORK}\n2. {GREAT}\n3. {POSTS}\nHope that helps!", ALL),
    (
        "only 2 of 3 inline+closing",
        f"> {EXPERIENCE}\n{WORK}\n\n> {CHALLENGES}\n{POSTS}\n\nBest,\nAnna",
        {1: f"{WORK}", 3: f"{POSTS}"},
    ),
    ("headings ? own lang de", f"Meine Erfahrung?\n{WORK}\n\nDie Rolle der Zeit?\n{GREAT}\n\nHerausforderungen?\n{POSTS}", ALL),
    ("fr heads", f"Mon expérience : {WORK}\n\nLe rôle du temps : {GREAT}\n\nLes difficultés : {POSTS}", ALL),
    ("pl heads", f"Moje doświadczenie: {WORK}\n\nRola czasu: {GREAT}\n\nWyzwania: {POSTS}", ALL),
    ("hu heads", f"Tapasztalatom: {WORK}\n\nAz idő szerepe: {GREAT}\n\nKihívások: {POSTS}", ALL),
    ("el heads", f"Η εμπειρία μου: {WORK}\n\nΟ ρόλος του χρόνου: {GREAT}\n\nΠροκλήσεις: {POSTS}", ALL),
    ("no 2 answer blank", f"1. {WORK}\n2.\n3. {POSTS}", {1: f"{WORK}", 3: f"{POSTS}"}),
    ("2 dash", f"1. {WORK}\n2. -\n3. {POSTS}", {1: f"{WORK}", 3: f"{POSTS}"}),
    ("postscript", f"1. {WORK}\n2. {GREAT}\n3. {POSTS}\n\nPS: can I bring a colleague?", ALL),
    ("1st: 2nd:", f"1st: {WORK}\n2nd: {GREAT}\n3rd: {POSTS}", ALL),
    ("answer 1 =", f"Answer 1 = {WORK}\nAnswer 2 = {GREAT}\nAnswer 3 = {POSTS}", ALL),
    ("1.) 2.)", f"1.) {WORK}\n2.) {GREAT}\n3.) {POSTS}", ALL),
    ("reverse", f"3) {POSTS}\n\n2) {GREAT}\n\n1) {WORK}", ALL),
    (
        "prose order sentences",
        (
            "My experience is six years of exit work in Oslo. Time plays a huge role because trust is slow. The "
            "main challenge is that our posts end every spring."
        ),
        {
            1: "My experience is six years of exit work in Oslo.",
            2: "Time plays a huge role because trust is slow.",
            3: "The main challenge is that our posts end every spring.",
        },
    ),
    (
        "inline then tail para",
        (
            f"> {EXPERIENCE}\n{WORK}\n> {TIME}\n{GREAT}\n> {CHALLENGES}\n{POSTS}\n\n"
            f"I hope this is useful. I can also send our annual report if you like.\n\nBest\nAnna"
        ),
        ALL,
    ),
    ("num tail remark ps", f"1. {WORK}\n2. {GREAT}\n3. {POSTS}\n\nBy the way, the link in your mail does not work.\n", ALL),
    ("answer word beneath", f"{EXPERIENCE}\nAntwort: {WORK}\n\n{TIME}\nAntwort: {GREAT}", {1: f"{WORK}", 2: f"{GREAT}"}),
    ("restated with number + bold", f"*1. {EXPERIENCE}*\n{WORK}\n\n*2. {TIME}*\n{GREAT}\n\n*3. {CHALLENGES}*\n{POSTS}", ALL),
    (
        "translated q quoted nums",
        (
            f"1. Welche Erfahrung haben Sie mit der Rehabilitation?\n{WORK}\n\n2. Welche Rolle spielt die Zeit?\n"
            f"{GREAT}\n\n3. Was sind Herausforderungen?\n{POSTS}"
        ),
        ALL,
    ),
    ("label w title", f"1. Experience\n{WORK}\n\n2. Role of time\n{GREAT}\n\n3. Challenges\n{POSTS}", ALL),
    ("label w title dash", f"1) Experience – {WORK}\n2) Role of time – {GREAT}\n3) Challenges – {POSTS}", ALL),
    ("label colon title", f"1. Experience: {WORK}\n2. Time: {GREAT}\n3. Challenges: {POSTS}", ALL),
    (
        "table 3 col hdr",
        f"No.\tQuestion\tAnswer\n1\t{EXPERIENCE}\t{WORK}\n2\t{TIME}\t{GREAT}\n3\t{CHALLENGES}\t\n",
        {1: f"{WORK}", 2: f"{GREAT}"},
    ),
    ("5 skip in unanswered", "1. a b c d\n2. I'd rather skip that one\n3. –", {1: "a b c d"}),
    ("nothing to say", "1. No.\n2. I don't know.\n3. See above.", {1: "No.", 2: "I don't know.", 3: "See above."}),
    ("all in one 1-3", f"1, 2 and 3: {WORK} {GREAT}", {1: f"{WORK} {GREAT}", 2: f"{WORK} {GREAT}", 3: f"{WORK} {GREAT}"}),
    ("3: same as 2", f"1. {WORK}\n2. {GREAT}\n3. wie 2", {1: f"{WORK}", 2: f"{GREAT}", 3: "wie 2"}),
    (
        "to your first q",
        f"To your first question: {WORK}\n\nTo your second question: {GREAT}\n\nTo your third question: {POSTS}",
        ALL,
    ),
    ("de zur frage", f"Zur ersten Frage: {WORK}\nZur zweiten Frage: {GREAT}\nZur dritten: {POSTS}", ALL),
    ("nl", f"Antwoord op vraag 1: {WORK}\nAntwoord op vraag 2: {GREAT}\nAntwoord op vraag 3: {POSTS}", ALL),
    ("v 1)", f"ad 1) {WORK}\nad 2) {GREAT}\nad 3) {POSTS}", ALL),
    (
        "indent quoted label answer",
        f"> 1. {EXPERIENCE}\n1. {WORK}\n> 2. {TIME}\n2. {GREAT}\n> 3. {CHALLENGES}\n3. {POSTS}",
        ALL,
    ),
    (
        "quote+blank+list",
        f"> {EXPERIENCE}\n\nTwo jobs:\n- prison\n- street\n\n> {TIME}\n\n{GREAT}",
        {1: "Two jobs: - prison - street", 2: f"{GREAT}"},
    ),
    ("change 2 instead", f"Instead of what I wrote for question 2, please take:\n\n{GREAT}", {2: f"{GREAT}"}),
    ("in my answer to no 3 typo", f"Korrektur zu Frage 3: {POSTS}", {3: f"{POSTS}"}),
    ("I want to correct q2. new:", f"I made a mistake in question 2. The correct text is:\n\n{GREAT}", {2: f"{GREAT}"}),
    ("q3 ends colon quoted", f"Frage 3\n\n{POSTS}\n\nViele Grüße", {3: f"{POSTS}"}),
    (
        "sig w/o closing",
        f"1. {WORK}\n2. {GREAT}\n3. {POSTS}\n\nAnna Maria Kowalska\nOrganisation for Exit\nTel. 123 456 789",
        ALL,
    ),
    ("greets and replaces", f"Hello, please replace my answer to question 2 with this:\n\n{GREAT}\n\nAnna", {2: GREAT}),
    ("greets and replaces fi", f"Hei, korvatkaa vastaukseni kysymykseen 2 tällä:\n\n{GREAT}\n\nAnna", {2: GREAT}),
    (
        "greets and replaces el",
        f"Καλημέρα, αντικαταστήστε την απάντησή μου στην ερώτηση 2 με αυτήν:\n\n{GREAT}\n\nΆννα",
        {2: GREAT},
    ),
    ("each with its bracket", f"1) {WORK}\n2) + 3) {GREAT}", {1: WORK, 2: GREAT, 3: GREAT}),
    ("all in brackets", f"(1) {WORK}\n(2), (3) {GREAT}", {1: WORK, 2: GREAT, 3: GREAT}),
    ("en is no number in Dutch", f"Vraag 1:\n{WORK}\n\nVraag 2 en 3 samen:\n{GREAT}", {1: WORK, 2: GREAT, 3: GREAT}),
]


@pytest.mark.parametrize(("text", "answers"), [way[1:] for way in WAYS], ids=[way[0] for way in WAYS])
def test_answers_are_found_in_whatever_way_they_are_marked(text: str, answers: dict[int, str]) -> None:
    found = {answer.question: " ".join(answer.text.split()) for answer in laid(text).answers}
    assert found == {n: " ".join(said.split()) for n, said in answers.items()}


def test_who_replaces_an_answer_above_says_nothing_between_the_lines_of_the_letter_below() -> None:
    quoted = "\n\n".join(f"{n}. {question.text}\n\nWhat was said before, {n}." for n, question in enumerate(THREE.questions, 1))
    header = "________________________________\nFrom: Calls <call@example.org>\nSent: Thursday, March 9, 2023 4:02:11 PM\n"
    header += "To: Anna <anna@example.org>\nSubject: Your answers have arrived\n\n"
    text = f"Please replace my answer to question 2 with this:\n\n{GREAT}\n\nAnna\n\n{header}{quoted}\n\nPlease keep it.\n"
    assert {answer.question: answer.text for answer in laid(text).answers} == {2: GREAT}
