"""How organisers say what is to be done with entries, in the languages of our letters.

Small letters; an apostrophe and a hyphen only part words. A form that may also tell of the past (`eingeladen`, `invité`) is not
among them, nor is one that asks (`invitamos`): what is no plain order is shown to the organiser instead of carried out.
"""

from collections.abc import Mapping

from mailbot.core.phrases.listed import by_language

Words = Mapping[str, tuple[str, ...]]
"""Phrases by language, two small letters."""

VERBS: Mapping[str, Words] = {
    "invite": by_language("""
        en:
            pick | send invitations to | send an invitation to | say yes to | approve |
            invite | invitation | invitations | invitation to | invitations to | invitation for | invitations for |
            accept | admit | select | choose
        de:
            einladen | einladung | einladungen | einladung an | einladungen an | zusage an | zulassen | annehmen |
            aufnehmen
        fr:
            invitations à | invitations pour |
            inviter | invitez | invite | invitons | invitation | invitations | invitation à | invitation pour |
            accepter | acceptez | accepte | retenir | retenez
        es:
            invitar | invita | invite | inviten | invitad | invitación | aceptar | acepta | acepte | acepten
        it:
            invitare | invita | invitate | invitiamo | inviti | invito | accettare | accetta | accettate
        nl:
            uitnodigen | uit te nodigen | uitnodiging | uitnodiging aan | uitnodiging voor | accepteer | accepteren |
            toelaten
        pl:
            zaproś | zaprosić | zaproście | zapraszamy | zaproszenie | zaproszenie dla | przyjmij | przyjąć |
            przyjmijcie
        pt:
            convidar | convide | convidem | convida | convidamos | convite | aceitar | aceite | aceitem
        sv:
            bjud in | bjuda in | inbjud | inbjuda | inbjudan | inbjudan till | acceptera | anta
        cs:
            pozvi | pozvat | pozvěte | zvát | pozvánka | přijmi | přijmout | přijměte
        el:
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
            hold
        de:
            zurückstellen | offen lassen | offenlassen
        fr:
            suspendre | suspendez | suspends
        nl:
            aanhouden
        es, pt, it:
            suspender | suspenda | sospendere | sospendi
        pl, cs, sv, el:
            wstrzymaj | wstrzymać | pozastav | pozastavit | avvakta med | αναμονή απόφασης
    """),
    "decline": by_language("""
        en:
            say no to |
            decline | reject | refuse | turn down | deny
        de:
            ablehnen | ablehnung | ablehnungen | absagen | absage | absage an | absagen an | ablehnung an
        fr:
            refus pour | refus à |
            refuser | refusez | refuse | refusons | refus | décliner | déclinez | décline | rejeter | rejetez | rejette
        es:
            rechazar | rechaza | rechace | rechacen | rechazad | rechazo | declinar | denegar
        it:
            rifiutare | rifiuta | rifiutate | rifiuto | respingere | respingi | respingete | declinare
        nl:
            afwijzen | af te wijzen | afwijzing | weiger | weigeren
        pl:
            odrzuć | odrzucić | odrzućcie | odmów | odmówić
        pt:
            recusar | recuse | recusem | recusa | rejeitar | rejeite | rejeitem
        sv:
            avböj | avböja | tacka nej till | avslag till | avslå | avslag | neka
        cs:
            odmítni | odmítnout | odmítněte | zamítni | zamítnout | zamítněte
        el:
            απόρριψε | απορρίψτε | απόρριψη
    """),
    "undo": by_language("""
        en:
            undo | take back | revert
        de:
            rückgängig | rückgängig machen | zurücknehmen
        fr:
            annuler la décision sur | annulez la décision sur |
            défaire | revenir sur
        es, pt, it:
            deshacer | deshaz | deshaga | desfazer | desfaça | annulla la decisione su
        nl:
            ongedaan | ongedaan maken | maak ongedaan
        pl, cs, sv, el:
            cofnij | cofnąć | vrať zpět | vrátit zpět | ångra | αναίρεσε | αναίρεση | αναιρέστε
    """),
    "drop": by_language("""
        en:
            drop | remove | leave out | take out
        de:
            streiche | streichen | streich | streicht | entferne | entfernen | weglassen
        fr:
            retirer | retirez | retire | enlever | enlevez | enlève
        es, pt, it:
            quitar | quita | quite | eliminar | elimina | remover | remova | retirar | togliere | togli | togliete
        nl:
            schrap | schrappen | verwijder | verwijderen
        pl, cs, sv, el:
            usuń | usunąć | vynech | vynechat | vyřaď | vyřadit | ta bort | stryk | αφαίρεσε | αφαιρέστε
    """),
    "show": by_language("""
        en:
            show | display | show me
        de:
            zeige | zeig | zeigen | zeigt | anzeigen
        fr:
            montrer | montrez | montre | afficher | affichez | affiche
        es:
            mostrar | muestra | muestre | muéstrame | enseñar
        it:
            mostra | mostrare | mostrate | mostrami
        nl:
            toon | tonen | laat zien | weergeven
        pl:
            pokaż | pokazać | pokażcie
        pt:
            mostrar | mostre | mostra | exibir
        sv:
            visa
        cs:
            ukaž | ukázat | ukažte | zobraz | zobrazit
        el:
            δείξε | δείξτε | εμφάνισε | προβολή
    """),
    "remind": by_language("""
        en:
            remind | send a reminder to | send reminders to | reminder
        de:
            erinnere | erinnern | erinnert | erinnerung an | schicke eine erinnerung an | schick eine erinnerung an
        fr:
            relancer | relancez | relance | envoyer un rappel aux | envoyez un rappel aux | rappeler | rappelez |
            rappelle
        es:
            recordar | recuerda | recuerde | recordatorio | enviar un recordatorio a
        it:
            sollecitare | sollecita | sollecitate | ricordare | ricorda
        nl:
            herinner | stuur een herinnering aan | herinneren | herinnering
        pl:
            przypomnij | przypomnieć | przypomnijcie
        pt:
            lembrar | lembre | lembrem | relembrar
        sv:
            påminn | påminna | påminnelse | skicka en påminnelse till
        cs:
            připomeň | připomenout | připomeňte | upomeň | upomenout
        el:
            υπενθύμισε | υπενθυμίστε | υπενθύμιση
    """),
    "extend": by_language("""
        en:
            prolong | move the deadline | set the deadline | postpone the deadline |
            extend | new deadline | extend deadline | extension
        de:
            verlängern | verlängere | verlängert | verlängerung | neue frist
        fr:
            prolonger | prolongez | prolonge | reporter | reportez | nouvelle date limite
        es:
            ampliar | amplía | amplíe | prolongar | prolonga | prolongue | extienda | extiende | prorrogar |
            prorroga | prorrogue | extender | nuevo plazo
        it:
            prorogare | proroga | prorogate | estendere | nuova scadenza
        nl:
            verlengen | verleng | verlenging | nieuwe deadline
        pl:
            przedłuż | przedłużyć | przedłużcie | nowy termin
        pt:
            prorrogar | prorrogue | estender | estenda | prolongar | prolongue | novo prazo
        sv:
            förläng | förlänga | förlängning | ny deadline
        cs:
            prodluž | prodloužit | prodlužte | nový termín
        el:
            παράταση | παράτεινε | παρατείνετε | νέα προθεσμία
    """),
    "close": by_language("""
        en:
            close submissions | close applications | close registration |
            close
        de:
            schließen | schließe | schließt | schließ
        fr:
            fermer | fermez | ferme | clôturer | clôturez | clôture | clore
        es:
            cerrar | cierra | cierre | cierren
        it:
            chiudere | chiudi | chiudete
        nl:
            sluiten | sluit
        pl:
            zamknij | zamknąć
        pt:
            fechar | feche | encerrar | encerre
        sv:
            stäng | stänga
        cs:
            uzavřít | uzavři | uzavřete | zavři | zavřít
        el:
            κλείσε | κλείστε | κλείσιμο
    """),
    "send": by_language("""
        en:
            send | send out | send the invitations | send invitations | send out the invitations | send all invitations
        de:
            senden | sende | absenden | verschicken | abschicken | versenden | schicken |
            einladungen verschicken | einladungen versenden | einladungen senden
        fr:
            envoyer | envoyez | envoie | envoi | envoyer les invitations | envoyez les invitations
        es:
            enviar | enviar las invitaciones | envía | envíe | envíen | mandar
        it:
            inviare | inviare gli inviti | invia | inviate | spedire | spedisci
        nl:
            versturen | uitnodigingen versturen | verstuur de uitnodigingen | verstuur | verzenden | verzend
        pl:
            wyślij | wysłać | wyślijcie
        pt:
            enviar | envie | enviem
        sv:
            skicka | sänd | skicka ut
        cs:
            odeslat | odešli | odešlete | poslat | pošli | pošlete
        el:
            στείλε | στείλτε | αποστολή
    """),
    "cancel": by_language("""
        en:
            cancel | abort | stop
        de:
            abbrechen | abbruch | stopp
        fr:
            annuler | annulez | annule
        es, pt:
            cancelar | cancela | cancele | anular
        it:
            annulla | annullare | annullate
        nl:
            annuleren | annuleer
        pl, cs:
            anuluj | anulować | zruš | zrušit
        sv, el:
            avbryt | ακύρωσε | ακύρωση | ακυρώστε
    """),
    "help": by_language("""
        en, nl:
            help
        de, sv, cs:
            hilfe | hjälp | nápověda | pomoc
        fr, es, it, pt:
            aide | ayuda | aiuto | ajuda
        pl, el:
            pomoc | βοήθεια
    """),
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
    ("nl", "laat", {"zien": "show"}),
    ("nl", "houd", {"aan": "hold"}),
    ("sv", "bjud | bjuda", {"in": "invite"}),
    ("en", "take", {"": "invite", "out": "drop", "back": "undo"}),
    ("en", "turn", {"down": "decline"}),
    ("en", "leave", {"out": "drop", "open": "hold"}),
    ("en", "keep", {"open": "hold"}),
    ("fr", "prends | prenez | prendre", {"": "invite"}),
)
"""Language, stems, and by the particle that stands behind what is meant; `` is none."""

# Verbs that put an entry on one of the lists below.
PUTTING = by_language("""
    en:
        put | place | move | keep | set | add | goes | go
    de:
        setze | setzen | setzt | setz | stelle | stellen | nimm | nehmt | nehmen | tu | pack | schreibe | kommt | kommen
    fr:
        mettre | mets | mettez | placer | placez | place | inscrire | inscrivez
    es:
        pon | poner | ponga | pongan | coloca | colocar
    it:
        metti | mettere | mettete | inserire | inserisci
    nl:
        zet | zetten | plaats | plaatsen
    pl:
        umieść | umieścić | wpisz | wpisać | dodaj | przenieś
    pt:
        colocar | coloque | coloquem | pôr | ponha
    sv:
        sätt | sätt upp | sätta | placera | lägg
    cs:
        dej | dát | dejte | zařaď | zařadit | zařaďte
    el:
        βάλε | βάλτε | τοποθέτησε | τοποθετήστε
""")
