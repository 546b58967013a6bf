"""Answers that stand out by colour or bold, above what they answer, or in the place of an earlier one: short replies of many
clients and languages. `[[…]]` is blue, `<<…>>` bold, as the HTML of the mail said it."""

import re

import pytest

from mailbot.core.align import align
from mailbot.core.another import Parties
from mailbot.core.look import Look
from mailbot.core.reply import split
from tests.core.test_align import CHALLENGES, EXPERIENCE, THREE, TIME

PARTIES = Parties(frozenset({"call@example.org"}), "jana@example.net", "Jana")
_INK = re.compile(r"\[\[(?P<blue>.*?)\]\]|<<(?P<bold>.*?)>>")

OUTLOOK = "See below.\n\nFrom: Alexandra Korn <call@example.org>\nSent: Wednesday, February 22, 2023 10:30\n"
OUTLOOK += "To: Jana <jana@example.net>\nSubject: Call for participants\n\nDear colleagues,\nplease answer three questions.\n\n"
FRENCH = "Voir plus bas.\n\nDe : Alexandra Korn <call@example.org>\nEnvoyé : mercredi 22 février 2023 10:30\n"
FRENCH += "À : Jana <jana@example.net>\nObjet : Call for participants\n\n"
UNHEARD_OF = "Ikusi behean.\n\nFrom: Alexandra Korn <call@example.org>\nBidalia: 2023-02-22 10:30\n"
UNHEARD_OF += "Hartzailea: Jana <jana@example.net>\nGaia: Call for participants\n\n"
TAIL = "\nSend your answers by 13 March. Write to call@example.org (Alexandra Korn).\n"
GMAIL = "{}\n\nOn Wed, 22 Feb 2023 at 10:30, Alexandra Korn <call@example.org> wrote:\n\n"
YEARS, MUCH, MONEY = "Six years in exit work.", "Hardly any, sadly.", "Posts end every spring."
ALL = {1: YEARS, 2: MUCH, 3: MONEY}
Q = (EXPERIENCE, TIME, CHALLENGES)


def found(text: str) -> dict[int, str]:
    lines, looks = [], {}
    for number, line in enumerate(text.split("\n")):
        plain, runs, at = "", [], 0
        for mark in _INK.finditer(line):
            plain += line[at : mark.start()]
            said = mark["blue"] or mark["bold"]
            runs.append(Look(len(plain), len(plain) + len(said), "#0070c0" if mark["blue"] else "", bold=bool(mark["bold"])))
            plain, at = plain + said, mark.end()
        lines.append(plain + line[at:])
        if runs:
            looks[number] = tuple(runs)
    parts = split("\n".join(lines), [question.text for question in THREE.questions], "Jana", looks, parties=PARTIES)
    return {answer.question: " ".join(answer.text.split()) for answer in align(parts, THREE, "Jana").answers}


def behind(form: str, *said: str, between: str = "\n") -> str:
    return between.join(
        form.format(n=n, q=q, a=a) if a else f"{n}. {q}" for n, (q, a) in enumerate(zip(Q, said, strict=True), 1)
    )


def quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))


BEHIND = [
    ("outlook blue", OUTLOOK + behind("{n}. {q} [[{a}]]", YEARS, MUCH, MONEY) + TAIL, ALL),
    ("outlook blue, blank lines", OUTLOOK + behind("{n}. {q} [[{a}]]", YEARS, MUCH, MONEY, between="\n\n") + TAIL, ALL),
    ("blue, the last open", OUTLOOK + behind("{n}. {q} [[{a}]]", YEARS, MUCH, "") + TAIL, {1: YEARS, 2: MUCH}),
    ("blue, the middle open", OUTLOOK + behind("{n}. {q} [[{a}]]", YEARS, "", MONEY) + TAIL, {1: YEARS, 3: MONEY}),
    ("blue, one alone", OUTLOOK + behind("{n}. {q} [[{a}]]", "", MUCH, "") + TAIL, {2: MUCH}),
    ("french blue dash", FRENCH + behind("- {q} [[{a}]]", YEARS, MUCH, MONEY) + TAIL, ALL),
    ("headers in a language never heard", UNHEARD_OF + behind("{n}. {q} [[{a}]]", YEARS, MUCH, "") + TAIL, {1: YEARS, 2: MUCH}),
    ("below, blue", OUTLOOK + behind("{n}. {q}\n[[{a}]]", YEARS, MUCH, MONEY) + TAIL, ALL),
    ("below, blue, last open", OUTLOOK + behind("{n}. {q}\n[[{a}]]", YEARS, MUCH, "") + TAIL, {1: YEARS, 2: MUCH}),
    ("bold behind", OUTLOOK + behind("{n}. {q} <<{a}>>", YEARS, MUCH, MONEY) + TAIL, ALL),
    ("bold behind, one open", OUTLOOK + behind("{n}. {q} <<{a}>>", YEARS, "", MONEY) + TAIL, {1: YEARS, 3: MONEY}),
    ("ink lost", OUTLOOK + behind("{n}. {q} {a}", YEARS, MUCH, MONEY) + TAIL, ALL),
    ("ink lost, one open", OUTLOOK + behind("{n}. {q} {a}", YEARS, "", MONEY) + TAIL, {1: YEARS, 3: MONEY}),
    ("gmail blue", GMAIL.format("In blue.") + quoted(behind("{n}. {q} [[{a}]]", YEARS, MUCH, MONEY) + TAIL), ALL),
    ("gmail blue below", GMAIL.format("In blue.") + quoted(behind("{n}. {q}\n[[{a}]]", YEARS, "", MONEY) + TAIL), None),
    ("stars below", GMAIL.format("Hello") + quoted(behind("{n}. {q}\n\n*{a}*\n", YEARS, MUCH, MONEY) + TAIL), ALL),
    ("stars, fett", GMAIL.format("Antwort in Fett.") + quoted(behind("{n}. {q}\n\n*{a}*\n", "", MUCH, "") + TAIL), {2: MUCH}),
    (
        "stars behind",
        GMAIL.format("In grassetto.") + quoted(behind("{n}. {q} *{a}*", YEARS, MUCH, "") + TAIL),
        {1: YEARS, 2: MUCH},
    ),
    ("stars wrapped", GMAIL.format("vetgedrukt") + quoted(behind("{n}. {q}\n\n*{a}\nIt is so.*\n", YEARS, "", "")), None),
    ("a hint of ours", OUTLOOK + behind("{n}. {q} Please be brief.", "x", "x", "x") + TAIL, {}),
    ("a hint in brackets", OUTLOOK + behind("{n}. {q} [[(100 words)]]", "x", "x", "x") + TAIL, {}),
    ("bold questions", GMAIL.format("No time yet.") + quoted(behind("*{n}. {q}*\n", "x", "x", "x") + TAIL), {}),
    ("bold headings", GMAIL.format("No time.") + quoted("*Who we are*\n\n" + behind("{n}. {q}", "x", "x", "x") + TAIL), {}),
    ("a bold deadline", GMAIL.format("Thanks.") + quoted(behind("{n}. {q}", "x", "x", "x") + "\n\n*Reply by 13 March.*"), {}),
]
BEHIND = [
    (name, text, wanted if wanted is not None else {1: YEARS, 3: MONEY} if "blue" in name else {1: f"{YEARS} It is so."})
    for name, text, wanted in BEHIND
]

ASKED = ("what do you do", "how does time matter", "what is hard about time")


def above(form: str, *said: str, asked: tuple[str, ...] = ASKED, between: str = "\n\n") -> str:
    return between.join(form.format(n=n, q=q, a=a) for n, (q, a) in enumerate(zip(asked, said, strict=True), 1))


BENEATH = [
    ("brackets", above("{a}\n({q}?)", YEARS, MUCH, MONEY), ALL),
    ("brackets, greeting", "Dear Alexandra,\n\n" + above("{a}\n({q}?)", YEARS, MUCH, MONEY) + "\n\nBest wishes\nJana", ALL),
    ("brackets, words to us", "first I answer, then I ask.\n\n" + above("{a}\n(I.e.: {q}?)", YEARS, MUCH, MONEY), ALL),
    ("same line", above("{a} ({q}?)", YEARS, MUCH, MONEY), ALL),
    ("square", above("{a} [{q}?]", YEARS, MUCH, MONEY), ALL),
    ("line below", above("{a}\nThat was: {q}?", YEARS, MUCH, MONEY), ALL),
    ("paragraph below", above("{a}\n\nThat was: {q}?", YEARS, MUCH, MONEY), ALL),
    ("two paragraphs", above("{a}\n\nAnd so it is.\n({q}?)", YEARS, MUCH, MONEY), None),
    (
        "german",
        above("{a}\n({q}?)", YEARS, MUCH, MONEY, asked=("Was ich mache", "Welche Rolle spielt Zeit", "Was ist schwer")),
        ALL,
    ),
    ("french", above("{a}\n({q} ?)", YEARS, MUCH, MONEY, asked=("Mon métier", "Le rôle du temps", "Les difficultés")), ALL),
    ("spanish", above("{a}\n(¿{q}?)", YEARS, MUCH, MONEY, asked=("A qué me dedico", "Y el tiempo", "Qué cuesta")), ALL),
    ("greek", above("{a}\n({q};)", YEARS, MUCH, MONEY, asked=("τι κάνω", "ο χρόνος", "δυσκολίες")).replace(";", "\u037e"), ALL),
    ("numbers", above("{a} ({n})", YEARS, MUCH, MONEY), ALL),
    ("numbers, square", above("{a} [{n}]", YEARS, MUCH, MONEY), ALL),
    ("question 1", above("{a} (question {n})", YEARS, MUCH, MONEY), ALL),
    ("Frage 1", above("{a}\n(Frage {n})", YEARS, MUCH, MONEY), ALL),
    ("vraag 1", above("{a}\n(vraag {n})", YEARS, MUCH, MONEY), ALL),
    ("numbers backwards", f"{MONEY} (3)\n\n{MUCH} (2)\n\n{YEARS} (1)", ALL),
    ("two of three by number", f"{YEARS} (1)\n\n{MONEY} (3)", {1: YEARS, 3: MONEY}),
    (
        "by the sender's matter",
        f"{MUCH}\n(the role of time?)\n\n{YEARS}\n(my practitioner experience?)",
        {1: YEARS, 2: MUCH},
    ),
]
BENEATH = [(name, text, wanted or {n: f"{said} And so it is." for n, said in ALL.items()}) for name, text, wanted in BENEATH]

HEADS = ("Experience", "Role of time", "Challenges")


def leads(form: str) -> str:
    return "\n\n".join(form.format(n=n, h=h, a=a) for n, (h, a) in enumerate(zip(HEADS, ALL.values(), strict=True), 1))


LEADS = [
    ("bold answers", leads("{h} <<{a}>>")),
    ("blue answers", leads("{h} [[{a}]]")),
    ("bold headings", leads("<<{h}>> {a}")),
    ("blue headings", leads("[[{h}]] {a}")),
    ("numbered, bold answers", leads("{n}. {h} <<{a}>>")),
    ("numbered, blue answers", leads("{n}) {h} [[{a}]]")),
    ("numbering restarts, bold answers", leads("1. {h} <<{a}>>")),
    ("numbering restarts, bold headings", leads("1. <<{h}>> {a}")),
    ("numbering restarts, label alone", leads("1.\n{h} <<{a}>>")),
    ("numbering restarts, blue", leads("1. {h} [[{a}]]")),
    ("bold number and heading", leads("<<{n}. {h}>> {a}")),
    ("bold, colon within", leads("<<{h}:>> {a}")),
    ("bold, dash", leads("<<{h}>> – {a}")),
    ("bold answers, dash", leads("{h} – <<{a}>>")),
    ("bullets", leads("- {h} <<{a}>>")),
    ("bullets, bold headings", leads("• <<{h}>> {a}")),
    ("bold label only", leads("<<{n}.>> {a}")),
    ("all bold", leads("<<{n}. {a}>>")),
    ("headings above", leads("<<{h}>>\n{a}")),
    ("headings above, restarts", leads("1. <<{h}>>\n{a}")),
]

LIST = "1. We sit in the kitchen.\n2. We wait.\n3. We wait longer."
FLAT = " ".join(LIST.split())
EARLIER = "\n\nOn Wed, 22 Feb 2023 at 10:30, Jana <jana@example.net> wrote:\n> 1. Ten.\n> 2. Small.\n> 3. None."
REPLACING = [
    ("Please replace my answer to question 2 by this:", 2),
    ("Correction to question 2:", 2),
    ("My answer to question 3 should read as follows:", 3),
    ("Bitte ersetzen Sie meine Antwort auf Frage 2 durch diese:", 2),
    ("Korrektur zu Frage 1:", 1),
    ("Merci de remplacer ma réponse à la question 2 par ceci :", 2),
    ("Por favor, sustituid mi respuesta a la pregunta 3 por esta:", 3),
    ("Per favore sostituite la mia risposta alla domanda 2 con questa:", 2),
    ("Por favor, substituam a minha resposta à pergunta 2 por esta:", 2),
    ("Graag mijn antwoord op vraag 3 vervangen door het volgende:", 3),
    ("Proszę zastąpić moją odpowiedź na pytanie 2 tą:", 2),
    ("Byt ut mitt svar på fråga 2 mot detta:", 2),
    ("Erstat mit svar på spørgsmål 2 med dette:", 2),
    ("Korvatkaa vastaukseni kysymykseen 2 tällä:", 2),
    ("Nahraďte prosím mou odpověď na otázku 3 touto:", 3),
    ("Vă rog înlocuiți răspunsul la întrebarea 2 cu acesta:", 2),
    ("Kérem, cseréljék ki a 2. kérdésre adott válaszomat erre:", 2),
    ("Αντικαταστήστε την απάντησή μου στην ερώτηση 2 με αυτή:", 2),
    ("Прошу заменить мой ответ на вопрос 2 этим:", 2),
    ("Molim zamijenite moj odgovor na pitanje 2 ovim:", 2),
]

BOTH = "They are nearly the same thing in our house, where nobody stays for longer than one spring."
SEVERAL = [
    "(1-3, all together)",
    "(1 to 3 together)",
    "[1–3 zusammen]",
    "(1 bis 3, alles zusammen)",
    "(1 à 3, tout ensemble)",
    "(1, 2 et 3 ensemble)",
    "(1 a 3, todo junto)",
    "(de 1 a 3)",
    "(da 1 a 3, tutto insieme)",
    "(1 a 3 juntas)",
    "(1 t/m 3, alles samen)",
    "(1 do 3, wszystko razem)",
    "(1 till 3 tillsammans)",
    "(1-3 yhdessä)",
    "(1–3 společně)",
    "(questions 1 to 3)",
    "(Fragen 1 bis 3 gemeinsam)",
    "(vragen 1 t/m 3 samen)",
    "(1, 2 & 3)",
    "1-3:",
]

OURS = (
    "\n\nFrom: Jana <jana@example.net>\nSent: Wednesday, February 22, 2023 10:30\nTo: call@example.org\nSubject: Re: Call\n\n"
)
SENT_EARLY = [
    "Sorry, sent too early. Here is the rest:",
    "Zu früh abgeschickt. Hier der Rest:",
    "Envoyé trop tôt, voici la suite :",
    "Enviado antes de tiempo, sigo:",
    "Te vroeg verstuurd, hier de rest:",
    "Wysłane za wcześnie, oto reszta:",
    "Skickat för tidigt, här är resten:",
    "Odesláno předčasně, zde je zbytek:",
    "Túl korán ment el, itt a folytatás:",
    "Trimis prea devreme. Iată restul:",
]


@pytest.mark.parametrize(("text", "wanted"), [way[1:] for way in BEHIND], ids=[way[0] for way in BEHIND])
def test_words_typed_behind_or_below_our_questions_in_another_ink(text: str, wanted: dict[int, str]) -> None:
    assert found(text) == wanted


@pytest.mark.parametrize(("text", "wanted"), [way[1:] for way in BENEATH], ids=[way[0] for way in BENEATH])
def test_answers_above_what_they_answer(text: str, wanted: dict[int, str]) -> None:
    assert found(text) == wanted


@pytest.mark.parametrize("text", [way[1] for way in LEADS], ids=[way[0] for way in LEADS])
def test_a_line_that_begins_in_another_ink_begins_with_a_heading(text: str) -> None:
    assert found(text) == ALL


@pytest.mark.parametrize(("says", "number"), REPLACING, ids=[says for says, _ in REPLACING])
def test_a_list_that_replaces_one_answer_is_all_of_that_answer(says: str, number: int) -> None:
    assert found(f"{says}\n\n{LIST}{EARLIER}") == {number: FLAT}


@pytest.mark.parametrize("says", SEVERAL)
@pytest.mark.parametrize("repeated", ["", "\n".join(f"> {q}" for q in Q) + "\n\n"])
def test_one_passage_answers_all_that_its_label_names(says: str, repeated: str) -> None:
    assert found(f"{repeated}{says} {BOTH}") == dict.fromkeys((1, 2, 3), BOTH)


def test_czech_one_and_three_leave_the_second_open() -> None:
    assert found("(1 a 3, spolu) Žijeme v malém domě.") == dict.fromkeys((1, 3), "Žijeme v malém domě.")


@pytest.mark.parametrize("says", SENT_EARLY)
@pytest.mark.parametrize("dash", ["\n", " - "])
def test_the_rest_of_an_interrupted_mail_is_not_pushed_up_by_the_quoted_half(says: str, dash: str) -> None:
    begun = f"{EXPERIENCE}{dash}{YEARS}\n\nWhat role does ti"
    assert found(f"{says}\n\n{TIME}{dash}{MUCH}\n\n{CHALLENGES}{dash}{MONEY}{OURS}{begun}") == {2: MUCH, 3: MONEY}
