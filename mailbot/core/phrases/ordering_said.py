"""How we say an order ourselves, so that an organiser sees how it was understood, and could write it so."""

from collections.abc import Mapping

_NAMES = (
    *(
        "invite",
        "reserve",
        "hold",
        "decline",
        "undo",
        "drop",
        "show",
        "remind",
        "extend",
        "close",
        "ok",
        "send",
        "cancel",
        "help",
    ),
    *("rest", "all", "incomplete", "shortlist", "waiting", "top", "because"),
)
_WORDS: Mapping[str, str] = {
    "en": """
        invite | reserve | hold | decline | undo | drop | show | remind | extend to | close | ok | send | cancel |
        help |
        rest | all | incomplete | shortlist | waiting list | top | because
    """,
    "de": """
        einladen: | Warteliste: | zurückstellen: | ablehnen: | rückgängig: | streichen: | zeigen: | erinnern: |
        verlängern bis |
        schließen | ok | senden | abbrechen | Hilfe | Rest | alle | Unvollständige | Auswahlliste | Warteliste | top |
        weil
    """,
    "fr": """
        inviter |
        liste d'attente : | suspendre | refuser | défaire | retirer | montrer | relancer | prolonger au | fermer | ok |
        envoyer | annuler | aide | le reste | tous | les incomplets | présélection | liste d'attente | top | parce que
    """,
    "es": """
        invitar | lista de espera: | suspender | rechazar | deshacer | quitar | mostrar | recordar |
        ampliar hasta el | cerrar |
        ok | enviar | cancelar | ayuda | el resto | todos | incompletos | preselección | lista de espera | top | porque
    """,
    "it": """
        invitare | lista d'attesa: | sospendere | rifiutare | annulla la decisione su | togliere | mostrare |
        sollecitare |
        prorogare al | chiudere | ok | inviare | annullare | aiuto | il resto | tutti | incompleti | preselezione |
        lista d'attesa | top | perché
    """,
    "nl": """
        uitnodigen: | wachtlijst: | aanhouden: | afwijzen: | ongedaan: | schrappen: | tonen: | herinneren: |
        verlengen tot |
        sluiten | ok | versturen | annuleren | help | de rest | iedereen | onvolledige | shortlist | wachtlijst |
        top | omdat
    """,
    "pl": """
        zaprosić | lista rezerwowa: | wstrzymać | odrzucić | cofnąć | usunąć | pokazać | przypomnieć | przedłużyć do |
        zamknąć |
        ok | wysłać | anulować | pomoc | resztę | wszystkich | niekompletnym | krótka lista | lista rezerwowa | top |
        ponieważ
    """,
    "pt": """
        convidar |
        lista de espera: | suspender | recusar | desfazer | remover | mostrar | lembrar | prorrogar até | fechar | ok |
        enviar | cancelar | ajuda | os restantes | todos | incompletos | lista curta | lista de espera | top | porque
    """,
    "sv": """
        bjud in | väntelista: | avvakta med | avböj | ångra | ta bort | visa | påminn | förläng till | stäng | ok |
        skicka |
        avbryt | hjälp | resten | alla | ofullständiga | kortlistan | väntelistan | top | eftersom
    """,
    "cs": """
        pozvat | čekací listina: | pozastavit | odmítnout | vrátit zpět | vynechat | ukázat | připomenout |
        prodloužit do |
        uzavřít | ok | odeslat | zrušit | nápověda | zbytek | všechny | neúplné | užší výběr | čekací listina | top |
        protože
    """,
    "el": """
        κάλεσε | λίστα αναμονής: | αναμονή απόφασης: | απόρριψε | αναίρεσε | αφαίρεσε | δείξε | υπενθύμισε |
        παράταση έως |
        κλείσε | ok | στείλε | ακύρωσε | βοήθεια | υπόλοιπους | όλους | ελλιπείς | βραχεία λίστα | λίστα αναμονής |
        top | επειδή
    """,
}
SAID: Mapping[str, Mapping[str, str]] = {
    language: dict(zip(_NAMES, (word.strip() for word in " ".join(words.split()).split("|")), strict=True))
    for language, words in _WORDS.items()
}
"""By language: the words for each verb, for each kind of entries, and `top` and `because`."""
