"""How people answer the letter that shows a draft of their call: consent, the names of its fields, what to do with a question.

Small letters, in the languages that our letters have. A head such as `deadline` or `Frage 2 streichen` is made of these words
and of numbers alone; a line with any other word before the colon is none.
"""

from collections.abc import Mapping

from mailbot.core.phrases.listed import folded

CONSENT = frozenset(
    folded("""
    en:
        ok | okay | o.k
    cs, de, el, es:
        souhlasím | einverstanden | in ordnung | εντάξει | de acuerdo | vale
    fr, it, nl, pl, pt, sv:
        d'accord | d’accord | va bene | d'accordo | akkoord | zgoda | de acordo | okej
""")
)
"""The whole answer of who wants the call opened as it is shown."""

_FIELDS: Mapping[str, str] = {
    "title": """
        title | titel | titre | título | titulo | titolo | tytuł | tytul | název | nazev | τίτλος | rubrik
    """,
    "deadline": """
        deadline | closing date | last day | due date | frist | einsendeschluss | antwortfrist | abgabefrist | date limite |
        délai | delai | échéance | fecha límite | fecha limite | plazo | scadenza | uiterste datum | termin zgłoszeń |
        termín | prazo | data limite | sista svarsdag | sista dag | προθεσμία
    """,
    "zone": """
        zone | time zone | timezone | zeitzone | fuseau | fuseau horaire | zona horaria | huso horario | fuso orario |
        tijdzone | strefa czasowa | časové pásmo | fuso horário | tidszon | ζώνη ώρας
    """,
    "meeting": """
        meeting | meetings | event | treffen | veranstaltung | sitzung | termin der veranstaltung | réunion | reunion |
        rencontre | reunión | incontro | riunione | bijeenkomst | spotkanie | setkání | reunião | möte | συνάντηση
    """,
    "question": """
        question | questions | frage | fragen | pregunta | preguntas | domanda | domande | vraag | vragen | pytanie | pytania |
        otázka | otázky | pergunta | perguntas | fråga | frågor | ερώτηση | ερωτήσεις
    """,
    "contact": """
        contact | contacts | contact person | kontakt | ansprechperson | ansprechpartner | ansprechpartnerin | contacto |
        contatto | contactpersoon | osoba kontaktowa | contato | kontaktperson | επαφή
    """,
    "places": """
        places | seats | number of places | plätze | anzahl der plätze | teilnehmerzahl | nombre de places | plazas | posti |
        plaatsen | miejsca | liczba miejsc | místa | počet míst | vagas | lugares | platser | θέσεις
    """,
    "audience": """
        audience | who is looked for | target group | zielgruppe | gesucht | public | public visé | destinatarios |
        destinatari | doelgroep | grupa docelowa | cílová skupina | público | målgrupp | κοινό
    """,
    "address": """
        address | answers to | address for answers | adresse | antworten an | adresse für antworten | réponses à |
        adresse des réponses | dirección | indirizzo | adres | adresa | endereço | adress | διεύθυνση
    """,
    "form": """
        form | formular | formulaire | formulario | modulo | formulier | formularz | formulář | formulário | formulär | φόρμα
    """,
    "channel": """
        channel | answers by | antwortweg | antworten per | réponses par | mode de réponse | canal | canale | kanaal | kanał |
        kanál | kanal | τρόπος
    """,
    "language": "language | sprache | langue | idioma | lingua | taal | język | jazyk | língua | språk | γλώσσα",
}
FIELDS: Mapping[str, str] = {name: field for field, names in _FIELDS.items() for name in folded(names)}
"""The name of a field as people write it to what it is called here (`core.drafting.plan.What`)."""

ADD = frozenset(
    folded("""
    add | new | additional | hinzufügen | ergänzen | neue | neuer | zusätzliche | weitere | ajouter | ajoutez | nouvelle |
    nouveau | añadir | nueva | aggiungere | aggiungi | nuova | toevoegen | nieuwe | dodaj | nowe | přidat | nová |
    adicionar | nova | lägg till | ny | προσθήκη | νέα
""")
)
DROP = frozenset(
    folded("""
    drop | remove | delete | without | streichen | löschen | entfernen | weglassen | ohne | streiche | supprimer | supprimez |
    retirer | enlever | sans | eliminar | quitar | borrar | eliminare | togliere | elimina | schrappen | verwijderen | usuń |
    usunąć | smazat | vypustit | remover | apagar | ta bort | stryk | διαγραφή
""")
)
LITTLE = frozenset(
    folded("""
    the | a | an | and | please | no | nr | number | of | die | der | das | den | eine | einen | und | bitte | la | le | les |
    l | une | un | et | n | svp | el | los | las | una | y | por favor | il | lo | gli | e | de | het | een | en |
    alstublieft | i | proszę | a prosím | prosím | o | os | as | um | uma | och | tack
""")
)
"""Words that change nothing between the others."""

CHANNELS: Mapping[str, str] = {
    **dict.fromkeys(folded("mail | e-mail | email | per mail | par mail | courriel | correo | e-mailem | e-post"), "mail"),
    **dict.fromkeys(folded(_FIELDS["form"]), "form"),
    **dict.fromkeys(folded("both | beides | les deux | ambos | entrambi | beide | oba | båda"), "both"),
}
NONE = frozenset(
    folded("none | no | keine | kein | aucun | aucune | ninguno | nessuno | geen | brak | žádné | nenhum | inga | -")
)
"""Instead of a value: the field goes."""
REPLY_PREFIXES = frozenset(folded("re | aw | antw | antwort | sv | rif | r | odp | res | ref | réf | απ | ynt | vá | atb"))
"""Before the subject of an answer."""
