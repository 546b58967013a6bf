"""What the paper says by itself, in English, French and German; for other calls in English."""

from datetime import date

from babel.dates import format_date

from mailbot.core.paper.shapes import FEWEST, Mark, What

_PLACEHOLDERS = {
    "en": {
        What.name: "name",
        What.organisation: "organisation",
        What.place: "place",
        What.address: "address",
        What.phone: "phone number",
        What.link: "link",
        What.reference: "reference",
        What.birth: "date of birth",
        What.country: "another country",
    },
    "fr": {
        What.name: "nom",
        What.organisation: "organisation",
        What.place: "lieu",
        What.address: "adresse",
        What.phone: "numéro de téléphone",
        What.link: "lien",
        What.reference: "référence",
        What.birth: "date de naissance",
        What.country: "un autre pays",
    },
    "de": {
        What.name: "Name",
        What.organisation: "Organisation",
        What.place: "Ort",
        What.address: "Adresse",
        What.phone: "Telefonnummer",
        What.link: "Link",
        What.reference: "Kennzeichen",
        What.birth: "Geburtsdatum",
        What.country: "ein anderes Land",
    },
}
_WORDS = {
    "en": {
        "title": "Input paper",
        "note": "Collected under the Chatham House Rule: the answers below may be used freely; who gave them, and for whom"
        " they work, may not be revealed. Names, organisations, places and addresses have been taken out, and "
        "countries that fewer than five participants named. Words in square brackets stand in their place. A "
        "person has checked each answer.",
        "order": "Within each question the answers stand in an order of chance, which is another for each question.",
        "none": "No answers have been released to this question.",
        "answers": "{n} answers",
        "few": f"fewer than {FEWEST} answers",
        "page": "Page",
    },
    "fr": {
        "title": "Document de contribution",
        "note": "Recueilli selon la règle de Chatham House : les réponses ci-dessous peuvent être utilisées librement ; "
        "l’identité et l’organisation de leurs auteurs ne peuvent pas être révélées. Les noms, organisations, "
        "lieux et adresses ont été retirés, ainsi que les pays cités par moins de cinq participants. Des mots "
        "entre crochets les remplacent. Chaque réponse a été relue par une personne.",
        "order": "Pour chaque question, les réponses figurent dans un ordre aléatoire, différent d’une question à l’autre.",
        "none": "Aucune réponse n’a été publiée pour cette question.",
        "answers": "{n} réponses",
        "few": f"moins de {FEWEST} réponses",
        "page": "Page",
    },
    "de": {
        "title": "Arbeitspapier",
        "note": "Gesammelt unter der Chatham-House-Regel: Die Antworten dürfen frei verwendet werden; wer sie gegeben hat "
        "und für wen jemand arbeitet, darf nicht bekannt werden. Namen, Organisationen, Orte und Adressen sind "
        "entfernt, ebenso Länder, die weniger als fünf Teilnehmende nannten. An ihrer Stelle stehen Wörter in "
        "eckigen Klammern. Jede Antwort hat ein Mensch geprüft.",
        "order": "Die Antworten stehen bei jeder Frage in einer zufälligen, jedes Mal anderen Reihenfolge.",
        "none": "Zu dieser Frage wurde keine Antwort freigegeben.",
        "answers": "{n} Antworten",
        "few": f"weniger als {FEWEST} Antworten",
        "page": "Seite",
    },
}


def placeholder(what: What, language: str) -> str:
    """The word in brackets that stands where something was taken out."""
    return f"[{_PLACEHOLDERS.get(language, _PLACEHOLDERS['en'])[what]}]"


def placeholders() -> list[str]:
    """Those of all languages, longer ones first."""
    every = {placeholder(what, language) for language in _PLACEHOLDERS for what in What}
    return sorted(every, key=lambda word: (-len(word), word))


def locale(language: str) -> str:
    """In which the paper's own sentences and its day are written."""
    return language if language in _WORDS else "en"


def spelled(day: date, language: str) -> str:
    """1 March 2021, as the paper's own sentences are."""
    return format_date(day, "long", "en_GB" if locale(language) == "en" else language)


def wording(language: str) -> dict[str, str]:
    """The paper's own sentences by what they are for: title, note, order, none, answers, few, page."""
    return _WORDS.get(language, _WORDS["en"])


def how_many(answers: int, language: str) -> str:
    """How many answers a section has. A small number is not told: it would say who wrote them."""
    said = wording(language)
    return said["few"] if answers < FEWEST else said["answers"].format(n=answers)


def told(marks: tuple[Mark, ...], text: str) -> str:
    """The marks for the person who checks, one a line: what, the words, why."""
    lines = [
        f"{mark.what.value}{'' if mark.certain else '?'}: {' '.join(text[mark.start : mark.end].split())} ({mark.why})"
        for mark in marks
    ]
    return "\n".join(lines)
