"""Styles: the ways in which people mark what they answer."""

import random
from collections.abc import Mapping
from functools import partial

from tests.core.composed import Body, Case, Style, each, in_pairs, typed_into, wrapped

_PLAIN = ("{n}. {a}", "{n}) {a}", "{n}/ {a}", "({n}) {a}", "{n}: {a}", "{n} - {a}", "{n}.\n{a}", "[{n}] {a}", "*{n}.* {a}")
_NAMED = (
    "Q{n}: {a}",
    "{question} {n}: {a}",
    "{answer} {n}: {a}",
    "{question} {n}\n{a}",
    "Q{n} {a}",
    "{question} {n} - {a}",
    "A{n}: {a}",
)
_ASKED = ("> {q}\n\n{a}", "> {q}\n{a}", ">> {q}\n>\n\n{a}", "> {n}. {q}\n{a}")
_COPIED = (
    "{q}\n\n{a}",
    "{q}\n{a}",
    "{n}. {q}\n{a}",
    "{n}. {q}\n\n{a}",
    "- {q}\n\n{a}",
    "*{q}*\n{a}",
    "{q} {a}",
    "{q}\n-> {a}",
    "{n}) {q}\nA: {a}",
)
_TOPICS = (
    "{t}: {a}",
    "{t}\n{a}",
    "*{t}*\n{a}",
    "{t} - {a}",
    "- {t}: {a}",
    "* {t}: {a}",
    "{o}: {a}",
    "{o}?\n{a}",
    "{n}. {t}: {a}",
)
_ORDINALS = {
    "en": ("first", "second", "third", "fourth", "fifth", "sixth"),
    "de": ("ersten", "zweiten", "dritten", "vierten", "fünften", "sechsten"),
    "fr": ("première", "deuxième", "troisième", "quatrième", "cinquième", "sixième"),
    "es": ("primera", "segunda", "tercera", "cuarta", "quinta", "sexta"),
}
_BY_ORDINAL = {
    "en": ("As to the {o} question: {a}", "The {o} question. {a}", "To your {o} question: {a}", "On the {o} one: {a}"),
    "de": ("Zur {o} Frage: {a}", "Zu Ihrer {o} Frage: {a}", "Auf die {o} Frage: {a}"),
    "fr": ("Pour la {o} question : {a}", "À la {o} question : {a}", "Quant à la {o} question : {a}"),
    "es": ("A la {o} pregunta: {a}", "Sobre la {o} pregunta: {a}", "En cuanto a la {o} pregunta: {a}"),
}
_REPLACES = {
    "en": (
        "Instead of what I wrote on the {o} question, please take this:\n\n{a}",
        "I would like to change my answer to question {n}. It should now read:\n\n{a}",
        "Please replace my answer to the {o} question by the following:\n\n{a}\n\nEverything else stays as it was.",
        "Correction to question {n}: {a}",
        "My answer to number {n} was wrong. Please use this one instead:\n\n{a}",
        "{n}. (new) {a}",
        "On reflection, for question {n} please use:\n\n{a}\n\nThe other answers stay.",
    ),
    "de": (
        "Statt dessen, was ich zur {o} Frage geschrieben habe, nehmen Sie bitte dies:\n\n{a}",
        "Bitte ersetzen Sie meine Antwort auf Frage {n} durch Folgendes:\n\n{a}\n\nAlles andere bleibt.",
        "Korrektur zu Frage {n}: {a}",
        "Ich möchte meine Antwort zu {n} ändern. Neu:\n\n{a}",
    ),
    "fr": (
        "À la place de ce que j'ai écrit pour la {o} question, prenez s'il vous plaît ceci :\n\n{a}",
        "Merci de remplacer ma réponse à la question {n} par :\n\n{a}\n\nLe reste ne change pas.",
        "Correction de la question {n} : {a}",
    ),
    "es": (
        "En lugar de lo que escribí en la {o} pregunta, pongan esto:\n\n{a}",
        "Quisiera cambiar mi respuesta a la pregunta {n} por esta:\n\n{a}\n\nLo demás queda igual.",
        "Corrección de la pregunta {n}: {a}",
    ),
}


def _form(forms: tuple[str, ...], rng: random.Random, case: Case, between: str = "\n\n") -> Body:
    words = {"question": case.words["question"], "answer": case.words["answer"]}
    form = rng.choice(forms)
    for key, word in words.items():
        form = form.replace(f"{{{key}}}", word)
    return Body(each(case, form, between, rng.choice([72, 66, 1000])))


def _two_at_once(rng: random.Random, case: Case) -> Body:
    both, question, also = case.words["both"], case.words["question"], case.words["and"]
    several = rng.choice(
        ["{q} {a} {u} {b}: ", "{a} {u} {b}. ", "{a}+{b}: ", "{a}/{b}: ", "Q{a} {u} {b}: ", "{a} & {b}) ", "{q} {a}-{b}: "]
    )
    one = rng.choice(["{n}. ", "Q{n}: ", question + " {n}: ", "{n}) "])
    wanted: dict[int, str] = {}
    parts = []
    for numbers, answer in in_pairs(case, rng):
        wanted |= dict.fromkeys(numbers, answer)
        label = several.format(q=both, u=also, a=numbers[0], b=numbers[-1]) if len(numbers) > 1 else one.format(n=numbers[0])
        parts.append(wrapped(label + answer))
    return Body("\n\n".join(parts), wanted)


def _run_together(rng: random.Random, case: Case) -> Body:
    form = rng.choice(["{n}. {a}", "{n}) {a}", f"{case.words['question']} {{n}}: {{a}}"])
    flat = {n: " ".join(answer.split()) for n, answer in case.answers.items()}
    text = " ".join(form.format(n=n, a=answer) for n, answer in flat.items())
    return Body(wrapped(text, rng.choice([72, 1000])), flat)


def _typed(rng: random.Random, case: Case) -> Body:
    label, indent = rng.choice([("", ""), ("{n}. ", ""), ("{n}. ", "   "), ("* ", "  "), ("- ", ""), ("• ", "")])
    width = rng.choice([60, 66, 72, 76, 1000])
    return Body(typed_into(rng, case, headers=rng.random() < 0.5, label=label, width=width, indent=indent))


def _quoted(rng: random.Random, case: Case) -> Body:
    """Every question of ours in `>`, wrapped, with the answers of those that have one."""
    width = rng.choice([60, 72, 76, 1000])
    parts = []
    for n, question in enumerate(case.questions, 1):
        parts.append("\n".join(f"> {line}" for line in wrapped(f"{n}. {question}", width).split("\n")))
        if n in case.answers:
            parts.append(wrapped(case.answers[n]))
    return Body(f"{case.words['wrote']}\n\n" + "\n\n".join(parts))


def _above(rng: random.Random, case: Case) -> Body:
    return Body(each(case, rng.choice(["{a}\n\n> {q}", "{a}\n> {q}", "{a}\n\n> {n}. {q}"])))


def _above_in_our_mail(rng: random.Random, case: Case) -> Body:
    """The first answer right below the line that says who wrote the questions."""
    return Body(f"{case.words['wrote']}\n\n" + each(case, rng.choice(["{a}\n> {n}. {q}", "{a}\n\n> {q}"])))


def _cut_short(rng: random.Random, case: Case) -> Body:
    """Quoted questions of which some words are left."""
    mark, label = rng.choice(["[...]", "[…]", "(...)", "...", "…", "<snip>"]), rng.choice(["", "{n}. ", "{n}) "])
    parts = []
    for n, answer in case.answers.items():
        said = case.questions[n - 1].split()
        kept = rng.randint(min(4, len(said)), len(said))
        parts.append(f"> {label.format(n=n)}{' '.join(said[:kept])} {mark}\n{wrapped(answer)}")
    return Body("\n\n".join(parts))


def _initialled(rng: random.Random, case: Case) -> Body:
    """Each answer behind the writer's initials or first name, in our quoted mail."""
    first, letters = case.name.split()[0], "".join(word[0] for word in case.name.split())
    mark = rng.choice(["{}: ", "[{}] ", "*{}:* ", "({}) ", "{} - "]).format(rng.choice([first, letters]))
    parts = []
    for n, question in enumerate(case.questions, 1):
        parts.append("\n".join(f"> {line}" for line in wrapped(f"{n}. {question}").split("\n")))
        if n in case.answers:
            parts.append(wrapped(mark + case.answers[n]))
    return Body(f"{case.words['wrote']}\n\n" + "\n\n".join(parts))


def _prose(rng: random.Random, case: Case) -> Body:
    """A paragraph for each question, in order, and nothing that marks them. A list may stand in one, a second paragraph not."""
    one = {n: " ".join(answer.split()) for n, answer in case.answers.items()}
    bullet = rng.choice(["", "", "- ", "* "])
    return Body("\n\n".join(wrapped(bullet + answer) for answer in one.values()), one)


def _table(rng: random.Random, case: Case) -> Body:
    flat = {n: " ".join(answer.split()) for n, answer in case.answers.items()}
    form = rng.choice(["{q}\t{a}", "{n}\t{a}", "{n}.\t{q}\t{a}"])
    rows = [form.format(n=n, q=question, a=flat.get(n, "")) for n, question in enumerate(case.questions, 1)]
    return Body("\n".join(rows), flat)


def _by_ordinal(rng: random.Random, case: Case) -> Body:
    form = rng.choice(_BY_ORDINAL[case.language])
    return Body("\n\n".join(wrapped(form.format(o=_ORDINALS[case.language][n - 1], a=a)) for n, a in case.answers.items()))


def _replaces(rng: random.Random, case: Case) -> Body:
    n = rng.choice(list(case.answers))
    text = rng.choice(_REPLACES[case.language]).format(o=_ORDINALS[case.language][n - 1], n=n, a=case.answers[n])
    return Body(wrapped(text), {n: case.answers[n]})


def _out_of_order(rng: random.Random, case: Case) -> Body:
    numbers = list(case.answers)
    rng.shuffle(numbers)
    form = rng.choice(["{n}. {a}", "Q{n}: {a}", "> {q}\n{a}", "{q}\n{a}"])
    parts = (form.format(n=n, q=case.questions[n - 1], a=case.answers[n]) for n in numbers)
    return Body("\n\n".join(map(wrapped, parts)))


def _mixed(rng: random.Random, case: Case) -> Body:
    """A label of another kind for each."""
    forms = ["{n}. {a}", "{n}) {a}", "Q{n}: {a}", f"{case.words['question']} {{n}}: {{a}}", "> {q}\n{a}", "{n}: {a}"]
    chosen = {n: rng.choice(forms) for n in case.answers}
    return Body("\n\n".join(wrapped(chosen[n].format(n=n, q=case.questions[n - 1], a=a)) for n, a in case.answers.items()))


STYLES: Mapping[str, Style] = {
    "plain numbers": partial(_form, _PLAIN),
    "plain numbers, no blank lines": partial(_form, _PLAIN[:5], between="\n"),
    "numbers with a word": partial(_form, _NAMED),
    "questions quoted": partial(_form, _ASKED),
    "our mail quoted": _quoted,
    "questions copied": partial(_form, _COPIED),
    "topics": partial(_form, _TOPICS),
    "typed into our mail, marks lost": _typed,
    "two at once": _two_at_once,
    "run together": _run_together,
    "above the question": _above,
    "above the question, in our mail": _above_in_our_mail,
    "questions cut short": _cut_short,
    "initials": _initialled,
    "table": _table,
    "by ordinals": _by_ordinal,
    "replaces one": _replaces,
    "out of order": _out_of_order,
    "mixed labels": _mixed,
}
"""Those in which any question may be left open."""

COMPLETE: Mapping[str, Style] = {"prose in order": _prose}
"""Those that tell nothing unless each question is answered."""
