"""How organisers say what is to be done with entries, in the languages of our letters.

Small letters; an apostrophe and a hyphen only part words. A form that may also tell of the past (`eingeladen`, `invité`) is not
among them, nor is one that asks (`invitamos`): what is no plain order is shown to the organiser instead of carried out.
"""

from collections.abc import Mapping

from mailbot.core.phrases.listed import Words, by_language, folded
from mailbot.core.phrases.ordering_running import RUNNING
from mailbot.core.phrases.ordering_undecided import TELL, UNDECIDED

VERBS: Mapping[str, Words] = {
    "invite": by_language("""
        en:
            send an invite to | send invites to | invite along | please invite | issue invitations to |
            issue an invitation to |
            pick | send invitations to | send an invitation to | say yes to | approve |
            invite | invitation | invitations | invitation to | invitations to | invitation for | invitations for |
            accept | admit | select | choose
        de:
            bitte einladen | zusagen | zusagen an | eine einladung an |
            einladen | einladung | einladungen | einladung an | einladungen an | zusage an | zulassen | annehmen |
            aufnehmen
        fr:
            envoyer une invitation à | envoyez une invitation à | envoyer une invitation aux |
            envoyez une invitation aux | envoyer les invitations aux | convier | conviez |
            invitations à | invitations pour |
            inviter | invitez | invite | invitons | invitation | invitations | invitation à | invitation pour |
            accepter | acceptez | accepte | retenir | retenez
        es:
            enviar invitación a | envía una invitación a | manda una invitación a | admitir | admite | admita |
            invitar | invita | invite | inviten | invitad | invitación | aceptar | acepta | acepte | acepten
        it:
            invia un invito a | inviare un invito a | mandare un invito a | ammettere | ammetti | ammettete |
            invitare | invita | invitate | invitiamo | inviti | invito | accettare | accetta | accettate
        nl:
            uitnodigen voor | stuur een uitnodiging aan | toelating voor |
            uitnodigen | uit te nodigen | uitnodiging | uitnodiging aan | uitnodiging voor | accepteer | accepteren |
            toelaten
        pl:
            wyślij zaproszenie do | zaproszenia dla |
            zaproś | zaprosić | zaproście | zapraszamy | zaproszenie | zaproszenie dla | przyjmij | przyjąć |
            przyjmijcie
        pt:
            enviar convite a | envie um convite a | convites para | convide o |
            convidar | convide | convidem | convida | convidamos | convite | aceitar | aceite | aceitem
        sv:
            bjuder in | skicka en inbjudan till | skicka inbjudan till | skicka inbjudningar till |
            bjud in | bjuda in | inbjud | inbjuda | inbjudan | inbjudan till | acceptera | anta
        cs:
            pošli pozvánku | pošlete pozvánku | pozvánky |
            pozvi | pozvat | pozvěte | zvát | pozvánka | přijmi | přijmout | přijměte
        el:
            να καλέσετε | να προσκαλέσετε | να καλέσεις | να προσκαλέσεις | στείλε πρόσκληση | στείλτε πρόσκληση |
            κάλεσε | καλέστε | προσκάλεσε | προσκαλέστε | πρόσκληση | προσκλήσεις | αποδέξου | αποδεχτείτε
"""),
    "reserve": by_language("""
        en:
            reserve | waitlist | wait list
        fr:
            réserver | réserve
    """),
    "hold": by_language("""
        en:
            leave undecided | park |
            hold
        de:
            aufschieben | zurückstellung |
            zurückstellen | offen lassen | offenlassen
        fr:
            mettre en attente de décision | laisser en suspens | laissez en suspens | garder en suspens |
            gardez en suspens |
            suspendre | suspendez | suspends
        nl:
            nog even aanhouden |
            aanhouden
        es, pt, it:
            suspender | suspenda | sospendere | sospendi
        pl, cs, sv, el:
            wstrzymaj | wstrzymać | pozastav | pozastavit | avvakta med | αναμονή απόφασης
        es:
            dejar en suspenso | deja en suspenso | dejad en suspenso
        it:
            lasciare in sospeso | lascia in sospeso | lasciate in sospeso | tenere in sospeso | tieni in sospeso
        pt:
            deixar em suspenso | deixe em suspenso
        pl:
            zostaw w zawieszeniu
        sv:
            låt vänta
        cs:
            pozdržet | pozdrž | pozdržte
        el:
            αναστολή
    """),
    "decline": by_language("""
        en:
            send rejections to | send a rejection to | send regrets to | send a decline to | rejection | rejections |
            rejection for | reject for now |
            say no to |
            decline | reject | refuse | turn down | deny
        de:
            bitte ablehnen | bitte absagen | eine absage an |
            ablehnen | ablehnung | ablehnungen | absagen | absage | absage an | absagen an | ablehnung an
        fr:
            envoyer un refus à | envoyez un refus à | envoyer un refus aux | envoyez un refus aux | dire non à |
            dites non à | écarter | écartez |
            refus pour | refus à |
            refuser | refusez | refuse | refusons | refus | décliner | déclinez | décline | rejeter | rejetez | rejette
        es:
            denegad | deniega | rechazo a | descartar | descarta | descartad | descarte |
            rechazar | rechaza | rechace | rechacen | rechazad | rechazo | declinar | denegar
        it:
            scartare | scarta | scartate | rifiutiamo | respingiamo |
            rifiutare | rifiuta | rifiutate | rifiuto | respingere | respingi | respingete | declinare
        nl:
            een afwijzing aan | stuur een afwijzing aan |
            afwijzen | af te wijzen | afwijzing | weiger | weigeren
        pl:
            odmowa | odmowa dla | odmówcie | odrzucenie |
            odrzuć | odrzucić | odrzućcie | odmów | odmówić
        pt:
            rejeição | rejeita | recusamos |
            recusar | recuse | recusem | recusa | rejeitar | rejeite | rejeitem
        sv:
            avvisa | avböj till | tackar nej till | säg nej till |
            avböj | avböja | tacka nej till | avslag till | avslå | avslag | neka
        cs:
            odmítnutí | zamítnutí |
            odmítni | odmítnout | odmítněte | zamítni | zamítnout | zamítněte
        el:
            απορρίψεις | να απορρίψετε | να απορρίψεις |
            απόρριψε | απορρίψτε | απόρριψη
    """),
    "undo": by_language("""
        en:
            undo the decision on | undo my decision on | undo the decision for | undo my decision for | undo decision on |
            undo what i said about | take back the decision on | take back my decision on | reverse | reset |
            undo | take back | revert
        de:
            nimm zurück | entscheidung zurücknehmen | rückgängig bitte | widerrufen |
            rückgängig | rückgängig machen | zurücknehmen
        fr:
            annulez ma décision sur | annuler ma décision sur | annule la décision sur | annule ma décision sur |
            annuler la décision pour | annulez la décision pour | défais | défaites | revenez sur | reviens sur |
            annuler la décision sur | annulez la décision sur |
            défaire | revenir sur
        es, pt, it:
            deshacer | deshaz | deshaga | desfazer | desfaça | annulla la decisione su
        nl:
            maak de beslissing over | draai terug | terugdraaien | herroep |
            ongedaan | ongedaan maken | maak ongedaan
        pl, cs, sv, el:
            cofnij | cofnąć | vrať zpět | vrátit zpět | ångra | αναίρεσε | αναίρεση | αναιρέστε
        es:
            deshaz lo del | deshaz lo de | deshacer lo del | deshacer lo de | deshaga lo del | deshaga lo de | deshaced |
            deshaced lo del | anula la decisión sobre | anular la decisión sobre | revertir | revierte
        it:
            annullare la decisione su | annulla la decisione sul | annullare la decisione sul |
            annulla la mia decisione su | annulla la mia decisione sul | ripristina | revoca
        pt:
            anular a decisão sobre | anule a decisão sobre | anula a decisão sobre | reverter | desfazer a decisão sobre |
            desfaça a decisão sobre
        pl:
            cofnij decyzję o | cofnij decyzję w sprawie | cofnąć decyzję w sprawie | cofnijcie | wycofaj |
            wycofaj decyzję o
        sv:
            ta tillbaka | återkalla | ångra beslutet om
        cs:
            vrať | vraťte | vraťte zpět | zruš rozhodnutí o | zrušte rozhodnutí o | odvolej
        el:
            ανακάλεσε | ανακαλέστε
    """),
    "drop": by_language("""
        en:
            leave off | take off | strike |
            drop | remove | leave out | take out
        de:
            nehmen sie raus | rausnehmen | herausnehmen | nicht mitschicken |
            streiche | streichen | streich | streicht | entferne | entfernen | weglassen
        fr:
            sortir | sortez | sors | exclure | excluez |
            retirer | retirez | retire | enlever | enlevez | enlève
        es, pt, it:
            quitar | quita | quite | eliminar | elimina | remover | remova | retirar | togliere | togli | togliete
        nl:
            haal eruit | weglaten |
            schrap | schrappen | verwijder | verwijderen
        pl, cs, sv, el:
            usuń | usunąć | vynech | vynechat | vyřaď | vyřadit | ta bort | stryk | αφαίρεσε | αφαιρέστε
        es:
            sacar | saca | saque | sacad | quitad | eliminad
        it:
            rimuovi | rimuovere | rimuovete | escludi | escludere | escludete
        pt:
            tirar | tire | tira | excluir | exclua
        pl:
            wykreśl | wyklucz | wyrzuć | usuńcie
        sv:
            plocka bort | uteslut | stryka
        cs:
            vyndej | vyndejte | vyřaďte | vynechejte | odeber | odeberte | odebrat
        el:
            βγάλε | βγάλτε | εξαίρεσε | εξαιρέστε
    """),
    **RUNNING,
}

PARTED: tuple[tuple[str, str, Mapping[str, str]], ...] = (
    ("de", "lade | lad | ladet | laden", {"ein": "invite"}),
    ("de", "nimm | nehmt | nehmen", {"": "invite", "an": "invite", "auf": "invite", "zurück": "undo", "raus": "drop"}),
    ("de", "lehne | lehn | lehnt | lehnen", {"ab": "decline"}),
    ("de", "sag | sage | sagt | sagen", {"ab": "decline", "zu": "invite"}),
    ("de", "stell | stelle | stellt | stellen", {"zurück": "hold"}),
    ("de", "mach | mache | macht | machen", {"rückgängig": "undo"}),
    ("de", "lass | lasst", {"weg": "drop", "offen": "hold"}),
    ("nl", "nodig", {"uit": "invite"}),
    ("nl", "wijs", {"af": "decline"}),
    ("nl", "neem", {"": "invite", "terug": "undo"}),
    ("nl", "laat", {"zien": "show", **{f"weten {said}": "hold" for said in UNDECIDED["nl"]}}),
    ("nl", "houd", {"aan": "hold"}),
    ("nl", "haal", {"uit": "drop", "eruit": "drop", "weg": "drop", "uit de verzending": "drop", "van de lijst": "drop"}),
    ("sv", "bjud | bjuda", {"in": "invite"}),
    ("en", "take", {"": "invite", "out": "drop", "off": "drop", "out of it": "drop", "back": "undo"}),
    ("en", "turn", {"down": "decline"}),
    ("en", "leave", {"out": "drop", "open": "hold"}),
    ("en", "keep", {"open": "hold"}),
    ("fr", "prends | prenez | prendre", {"": "invite"}),
    *((language, " | ".join(who), dict.fromkeys(UNDECIDED[language], "hold")) for language, who in TELL.items()),
)
"""Language, stems, and by the particle that stands behind what is meant; `` is none."""

# Verbs that put an entry on one of the lists below.
PUTTING = by_language("""
    en:
        put | place | move | keep | set | add | goes | go
    de:
        geht | gehen |
        setze | setzen | setzt | setz | stelle | stellen | nimm | nehmt | nehmen | tu | pack | schreibe | kommt | kommen
    fr:
        va | vont | passe | passent | mettre | mets | mettez | placer | placez | place | inscrire | inscrivez
    es:
        va | pasa | pasan | queda | quedan | pon | poner | ponga | pongan | coloca | colocar
    it:
        va | vanno | passa | metti | mettere | mettete | inserire | inserisci
    nl:
        gaat | gaan | komt | komen | zet | zetten | plaats | plaatsen
    pl:
        trafia | trafiają | idzie | umieść | umieścić | wpisz | wpisać | dodaj | przenieś
    pt:
        fica | ficam | vai | vão | passa | colocar | coloque | coloquem | pôr | ponha
    sv:
        hamnar | kommer | går | sätt | sätt upp | sätta | placera | lägg
    cs:
        jde | půjde | patří | dej | dát | dejte | zařaď | zařadit | zařaďte
    el:
        πάει | μπαίνει | πάνε | βάλε | βάλτε | τοποθέτησε | τοποθετήστε
""")

TELLING = frozenset(
    folded("""
        accept | refuse | accepte | décline | rejette | acepta | rechaza | declina | accetta | rifiuta | recusa | rejeita |
        convida | invita
    """)
)
"""Behind a number these may tell what somebody does: `le 4 refuse`."""
