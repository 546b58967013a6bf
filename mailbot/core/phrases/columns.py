"""What stands above the columns and between the cells of sheets and exports for organisers, in three languages."""

from collections.abc import Mapping
from dataclasses import dataclass

from mailbot.core.decisions import Choice, OfferState


@dataclass(frozen=True, slots=True)
class Words:
    """cut: {shown} and {all} are numbers of characters. zone: {zone} is the call's. scale: {lowest}, {highest}."""

    entries: str
    counts: str
    legend: str
    reading: str
    number: str
    name: str
    state: str
    missing: str
    guessed: str
    address: str
    first: str
    last: str
    version: str
    choice: str
    offer: str
    total: str
    rest: str
    reference: str
    on_time: str
    grace: str
    late: str
    incomplete: str
    unsure: str
    withdrawn: str
    apart: str
    uncounted: str
    zone: str
    cut: str
    all: str
    counting: str
    question: str
    answered: str
    day: str
    new: str
    value: str
    people: str
    none: str
    others: str
    score: str
    comment: str
    scale: str
    choices: Mapping[Choice, str]
    offers: Mapping[OfferState, str]
    explained: Mapping[str, str]


_EN = Words(
    entries="Entries",
    counts="Counts",
    legend="Legend",
    reading="Reading",
    number="No.",
    name="Name",
    state="State",
    missing="Missing",
    guessed="Unsure",
    address="Address",
    first="First received",
    last="Last change",
    version="Version",
    choice="Decision",
    offer="Place",
    total="Score",
    rest="Answers no question",
    reference="Reference",
    on_time="on time",
    grace="within grace",
    late="late",
    incomplete="incomplete",
    unsure="unsure",
    withdrawn="withdrawn",
    apart="change to be looked at",
    uncounted="does not count",
    zone="Times are those of {zone}.",
    cut="… [{shown} of {all} characters; the whole text is in the json and zip export]",
    all="All entries",
    counting="Entries that count",
    question="Question",
    answered="Answered",
    day="Day",
    new="New",
    value="Value",
    people="Entries",
    none="not said",
    others="all others",
    score="Score",
    comment="Comment",
    scale="whole number from {lowest} to {highest}",
    choices={Choice.invite: "invite", Choice.reserve: "reserve", Choice.hold: "hold", Choice.decline: "decline"},
    offers={
        OfferState.prepared: "prepared",
        OfferState.open: "asked",
        OfferState.accepted: "accepted",
        OfferState.declined: "declined",
        OfferState.expired: "expired",
        OfferState.cancelled: "cancelled",
    },
    explained={
        "number": "Given once and kept; it is the number in commands such as: invite 3, 7",
        "late": "The first version came after the deadline and its grace.",
        "grace": "The first version came after the deadline, within its grace.",
        "incomplete": "A required question has no answer. Missing names its number, and the empty answer is coloured.",
        "unsure": "The answer was laid under this question by a guess; the mail itself decides. Unsure names its number.",
        "withdrawn": "The entry was taken back. It is kept on record and takes no part.",
        "apart": "A version waits for a person: see mailbot quarantine.",
        "uncounted": "No version counts yet.",
        "text": "No cell is a formula: what came by mail is text, also where it begins with = + - or @.",
    },
)

_FR = Words(
    entries="Réponses",
    counts="Chiffres",
    legend="Légende",
    reading="Lecture",
    number="N°",
    name="Nom",
    state="État",
    missing="Manquent",
    guessed="Incertaines",
    address="Adresse",
    first="Première réception",
    last="Dernier changement",
    version="Version",
    choice="Décision",
    offer="Place",
    total="Note",
    rest="Hors questions",
    reference="Référence",
    on_time="à temps",
    grace="délai de grâce",
    late="en retard",
    incomplete="incomplète",
    unsure="incertaine",
    withdrawn="retirée",
    apart="changement à examiner",
    uncounted="ne compte pas",
    zone="Les heures sont celles de {zone}.",
    cut="… [{shown} caractères sur {all} ; le texte entier est dans l’export json ou zip]",
    all="Toutes les réponses",
    counting="Réponses qui comptent",
    question="Question",
    answered="Répondu",
    day="Jour",
    new="Nouvelles",
    value="Valeur",
    people="Réponses",
    none="non précisé",
    others="tous les autres",
    score="Note",
    comment="Commentaire",
    scale="nombre entier de {lowest} à {highest}",
    choices={
        Choice.invite: "à inviter",
        Choice.reserve: "liste d’attente",
        Choice.hold: "en suspens",
        Choice.decline: "à décliner",
    },
    offers={
        OfferState.prepared: "préparée",
        OfferState.open: "proposée",
        OfferState.accepted: "acceptée",
        OfferState.declined: "refusée",
        OfferState.expired: "expirée",
        OfferState.cancelled: "annulée",
    },
    explained={
        "number": "Donné une fois pour toutes ; c’est le numéro des commandes telles que : inviter 3, 7",
        "late": "La première version est arrivée après la date limite et son délai de grâce.",
        "grace": "La première version est arrivée après la date limite, dans le délai de grâce.",
        "incomplete": "Une question obligatoire est sans réponse. Son numéro est sous Manquent, la case vide est colorée.",
        "unsure": "La réponse a été placée sous cette question par supposition ; le courriel fait foi. Voir Incertaines.",
        "withdrawn": "La candidature a été retirée. Elle reste au dossier et ne participe plus.",
        "apart": "Une version attend qu’une personne l’examine : voir mailbot quarantine.",
        "uncounted": "Aucune version ne compte encore.",
        "text": "Aucune cellule n’est une formule : ce qui est venu par courriel est du texte, même après = + - ou @.",
    },
)

_DE = Words(
    entries="Antworten",
    counts="Zahlen",
    legend="Legende",
    reading="Lesen",
    number="Nr.",
    name="Name",
    state="Stand",
    missing="Fehlt",
    guessed="Unsicher",
    address="Adresse",
    first="Zuerst eingegangen",
    last="Zuletzt geändert",
    version="Fassung",
    choice="Entscheidung",
    offer="Platz",
    total="Wertung",
    rest="Zu keiner Frage",
    reference="Kennung",
    on_time="rechtzeitig",
    grace="in der Nachfrist",
    late="verspätet",
    incomplete="unvollständig",
    unsure="unsicher",
    withdrawn="zurückgezogen",
    apart="Änderung zu prüfen",
    uncounted="zählt nicht",
    zone="Zeiten sind die von {zone}.",
    cut="… [{shown} von {all} Zeichen; der ganze Text steht im json- und zip-Export]",
    all="Alle Einsendungen",
    counting="Einsendungen, die zählen",
    question="Frage",
    answered="Beantwortet",
    day="Tag",
    new="Neu",
    value="Wert",
    people="Einsendungen",
    none="nicht gesagt",
    others="alle anderen",
    score="Wertung",
    comment="Bemerkung",
    scale="ganze Zahl von {lowest} bis {highest}",
    choices={
        Choice.invite: "einladen",
        Choice.reserve: "Warteliste",
        Choice.hold: "offen lassen",
        Choice.decline: "absagen",
    },
    offers={
        OfferState.prepared: "vorbereitet",
        OfferState.open: "angefragt",
        OfferState.accepted: "angenommen",
        OfferState.declined: "abgelehnt",
        OfferState.expired: "verfallen",
        OfferState.cancelled: "aufgehoben",
    },
    explained={
        "number": "Einmal vergeben und bleibend; es ist die Nummer in Befehlen wie: einladen 3, 7",
        "late": "Die erste Fassung kam nach Frist und Nachfrist.",
        "grace": "Die erste Fassung kam nach der Frist, in der Nachfrist.",
        "incomplete": "Eine Pflichtfrage ist ohne Antwort. Ihre Nummer steht unter Fehlt, die leere Antwort ist gefärbt.",
        "unsure": "Die Antwort wurde nach Vermutung unter diese Frage gelegt; es gilt die Mail. Nummer unter Unsicher.",
        "withdrawn": "Die Einsendung wurde zurückgezogen. Sie bleibt in den Akten und nimmt nicht mehr teil.",
        "apart": "Eine Fassung wartet auf einen Menschen: siehe mailbot quarantine.",
        "uncounted": "Noch zählt keine Fassung.",
        "text": "Keine Zelle ist eine Formel: Was per Mail kam, ist Text, auch wenn es mit = + - oder @ beginnt.",
    },
)

_ALL = {"en": _EN, "fr": _FR, "de": _DE}


def words(language: str) -> Words:
    """language: of the call, such as `fr`; English where we have no words in it."""
    return _ALL.get(language.partition("-")[0].lower(), _EN)
