"""How organisers say what is to be done with a call beside deciding, in the languages of our letters. See `ordering`."""

from collections.abc import Mapping

from mailbot.core.phrases.listed import Words, by_language

RUNNING: Mapping[str, Words] = {
    "show": by_language("""
        en:
            send me |
            let me see | let me have a look at | i want to see | i would like to see | i d like to see |
            pull up | bring up |
            show | display | show me
        de:
            lass mich sehen | ich möchte sehen | zeig mir | zeige mir | zeigen sie mir |
            zeige | zeig | zeigen | zeigt | anzeigen
        fr:
            nous montrer |
            montrez moi | montre moi | affiche moi | je voudrais voir | faites moi voir | fais moi voir |
            montrer | montrez | montre | afficher | affichez | affiche
        es:
            enséñame | enseña | enseñe | muéstreme | muéstrenos | mostrad | quiero ver | quisiera ver |
            déjame ver |
            mostrar | muestra | muestre | muéstrame | enseñar
        it:
            mi mostra | farmi vedere |
            mostraci | mi mostri | fammi vedere | mi fai vedere | vorrei vedere | visualizza |
            visualizzare | mostrarmi |
            mostra | mostrare | mostrate | mostrami
        nl:
            toon mij | toon me | toont | laat me zien | ik wil zien | geef weer |
            toon | tonen | laat zien | weergeven
        pl:
            pokaż mi | pokażcie mi | wyświetl | wyświetlić | chcę zobaczyć | chciałbym zobaczyć | chciałabym zobaczyć |
            pokaż | pokazać | pokażcie
        pt:
            mostrar me | mostras me |
            mostre me | mostra me | mostrem | exibe | exiba | quero ver | gostava de ver |
            mostrar | mostre | mostra | exibir
        sv:
            får jag se | kan jag få se |
            visa mig | visar | få se | jag vill se | låt mig se |
            visa
        cs:
            ukaž mi | ukažte mi | zobrazte | chci vidět | rád bych viděl | ráda bych viděla |
            ukaž | ukázat | ukažte | zobraz | zobrazit
        el:
            δείξε μου | δείξτε μου | να δω | θέλω να δω | εμφανίστε | να μου δείξετε | να μου δείξεις |
            δείξε | δείξτε | εμφάνισε | προβολή
"""),
    "remind": by_language("""
        en:
            send a reminder | chase | chase up | nudge | send reminder to | give a reminder to |
            remind | send a reminder to | send reminders to | reminder
        de:
            erinnern sie | schicken sie eine erinnerung an | schicken eine erinnerung an | sende eine erinnerung an |
            senden sie eine erinnerung an |
            erinnere | erinnern | erinnert | erinnerung an | schicke eine erinnerung an | schick eine erinnerung an
        fr:
            envoyer un rappel à | envoyez un rappel à | envoie un rappel aux | envoie un rappel à | faire un rappel aux |
            faites un rappel aux | envoyer une relance aux | envoyez une relance aux |
            relancer | relancez | relance | envoyer un rappel aux | envoyez un rappel aux | rappeler | rappelez |
            rappelle
        es:
            manda un recordatorio a | mandar un recordatorio a | mandad un recordatorio a | envía un recordatorio a |
            envíe un recordatorio a | enviad un recordatorio a | recordad | recuérdales |
            recordar | recuerda | recuerde | recordatorio | enviar un recordatorio a
        it:
            mandate un sollecito a | mandate un sollecito agli | mandate un sollecito ai |
            manda un sollecito a | mandare un sollecito a | invia un sollecito a | inviare un sollecito a |
            manda un promemoria a | manda un promemoria agli | inviare un promemoria a | invia un promemoria agli |
            invia un promemoria a | manda un sollecito agli | invia un sollecito agli | inviate un promemoria agli |
            promemoria a | sollecito a | sollecito agli | ricordate |
            sollecitare | sollecita | sollecitate | ricordare | ricorda
        nl:
            stuur een herinnering naar | stuur herinneringen aan | een herinnering sturen aan | herinnert |
            een herinnering naar | een herinnering aan | herinner | stuur een herinnering aan | herinneren | herinnering
        pl:
            wyślij przypomnienie do | wyślij przypomnienie | wysłać przypomnienie | przypomnij o | przypomnienie dla |
            przypomnij to | ponaglij |
            przypomnij | przypomnieć | przypomnijcie
        pt:
            enviar um lembrete a | envie um lembrete a | envia um lembrete a | manda um lembrete a | enviar lembrete aos |
            envie um lembrete aos | mande um lembrete aos | envia um lembrete aos | lembra | lembrete aos |
            lembrar | lembre | lembrem | relembrar
        sv:
            påminna om | skicka påminnelse till | skicka en påminnelse åt | påminner |
            påminn | påminna | påminnelse | skicka en påminnelse till
        cs:
            připomínku | připomínka |
            pošli připomínku | pošlete připomínku | poslat připomínku | připomeň to | připomeňte to | upomínka |
            upomeňte | pošli upomínku | pošlete upomínku |
            připomeň | připomenout | připomeňte | upomeň | upomenout
        el:
            υπενθύμιση σε |
            στείλε υπενθύμιση | στείλτε υπενθύμιση | στείλε μια υπενθύμιση | στείλτε μια υπενθύμιση | να υπενθυμίσετε |
            να στείλετε υπενθύμιση | να υπενθυμίσεις | να στείλεις υπενθύμιση |
            υπενθύμισε | υπενθυμίστε | υπενθύμιση
    """),
    "extend": by_language("""
        en:
            push the deadline | push back the deadline | push the deadline back | shift the deadline |
            move the closing date | extend this | extend it | extend the call | give them |
            prolong | move the deadline | set the deadline | postpone the deadline |
            extend | new deadline | extend deadline | extension
        de:
            verlängern sie | verschiebe die frist | verschieben sie die frist | frist verschieben | fristverlängerung |
            die frist verlängern | verlegen | neuer einsendeschluss | neue deadline |
            verlängern | verlängere | verlängert | verlängerung | neue frist
        fr:
            repousser | repoussez | repousse | prorogez | proroger | décaler | décalez | reporte | prolongation |
            nouvelle échéance |
            prolonger | prolongez | prolonge | reporter | reportez | nouvelle date limite
        es:
            amplíen | ampliad | prolongad | prorrogad | aplazar | aplaza | aplace | alargar | alarga | alargue |
            nueva fecha límite | prórroga | amplía esto |
            ampliar | amplía | amplíe | prolongar | prolonga | prolongue | extienda | extiende | prorrogar |
            prorroga | prorrogue | extender | nuevo plazo
        it:
            prolungare | prolunga | prolungate | posticipare | posticipa | posticipate | rinviare | estendi | estendete |
            nuovo termine |
            prorogare | proroga | prorogate | estendere | nuova scadenza
        nl:
            verlengt | uitstellen | schuif de deadline | verschuif de deadline | nieuwe sluitingsdatum |
            verlengen | verleng | verlenging | nieuwe deadline
        pl:
            przedłuż to | wydłuż | wydłużyć | wydłużcie | przesuń | przesunąć | przesuńcie | przedłużenie | przełóż |
            przedłuż | przedłużyć | przedłużcie | nowy termin
        pt:
            estende | prolongem | prorroguem | adiar | adie | prorrogação | nova data limite |
            prorrogar | prorrogue | estender | estenda | prolongar | prolongue | novo prazo
        sv:
            förlänger | flytta fram | skjut upp | skjuta upp | flytta deadline | ny sista dag |
            förläng | förlänga | förlängning | ny deadline
        cs:
            prodluž to | prodlužte to | posuň | posuňte | posunout | odlož | odložit | prodloužení | nová lhůta |
            prodluž | prodloužit | prodlužte | nový termín
        el:
            δώσε παράταση | δώστε παράταση | να δοθεί παράταση | να παρατείνετε | να παρατείνεις | να δώσετε παράταση |
            να δώσεις παράταση | μετέφερε | παρατείνουμε |
            παράταση | παράτεινε | παρατείνετε | νέα προθεσμία
    """),
    "close": by_language("""
        en:
            close it | close this | close this call | close down | end the call | shut the call |
            close submissions | close applications | close registration |
            close
        de:
            aufruf schließen | ausschreibung schließen | aufruf beenden | beenden | beende den aufruf |
            beenden sie den aufruf |
            schließen | schließe | schließt | schließ
        fr:
            clos | cloturons | fermons | clôturons | clore l'appel | mettre fin à |
            fermer | fermez | ferme | clôturer | clôturez | clôture | clore
        es:
            cerrad | cerremos | cerrar la convocatoria | clausurar |
            cerrar | cierra | cierre | cierren
        it:
            chiudiamo | chiuda |
            chiudere | chiudi | chiudete
        nl:
            sluit af | afsluiten | sluiten we | sluit de oproep | sluit deze |
            sluiten | sluit
        pl:
            zamknijcie | zamykamy | zamknij to | zakończ | zakończyć |
            zamknij | zamknąć
        pt:
            fechem | encerrem | encerra | fecha |
            fechar | feche | encerrar | encerre
        sv:
            stänger | avsluta |
            stäng | stänga
        cs:
            uzavři to | zavři to | uzavíráme | ukončit | ukonči | ukončete |
            uzavřít | uzavři | uzavřete | zavři | zavřít
        el:
            να κλείσουμε την πρόσκληση | κλείσε την πρόσκληση | κλείστε την πρόσκληση | να κλείσετε την πρόσκληση |
            κλείσουμε | να κλείσετε | να κλείσεις | κλείνουμε | να κλείσουμε |
            κλείσε | κλείστε | κλείσιμο
    """),
    "send": by_language("""
        en:
            send them out | send them off | send the letters out | send out all | ship it | send the lot |
            send everything |
            send | send out | send the invitations | send invitations | send out the invitations | send all invitations
        de:
            schick sie raus | schicken sie sie ab | raus damit | rausschicken | schick los | losschicken |
            briefe verschicken | versand freigeben |
            senden | sende | absenden | verschicken | abschicken | versenden | schicken |
            einladungen verschicken | einladungen versenden | einladungen senden
        fr:
            envoyez tout | envoyer tout | envoie les | envoyons | expédier | expédiez | envoyez tous |
            envoyer | envoyez | envoie | envoi | envoyer les invitations | envoyez les invitations
        es:
            enviadlas | enviadlos | envíalas | envíalos | enviarlas | enviarlos | mandadlas | mándalas | mandad | enviad |
            manda | mande |
            enviar | enviar las invitaciones | envía | envíe | envíen | mandar
        it:
            inviate pure | inviale pure | invia pure |
            inviali | invii | inviateli | inviatele | inviale | spedite | mandate | mandale | inviare tutto | mandali |
            inviare | inviare gli inviti | invia | inviate | spedire | spedisci
        nl:
            verstuur maar | verzend maar |
            verstuur ze | verstuur alles | stuur ze | stuur maar | verzend ze | versturen maar | ze versturen |
            stuur | versturen | uitnodigingen versturen | verstuur de uitnodigingen | verstuur | verzenden | verzend
        pl:
            wyślij to | wyślij je | wyślijcie je | wysyłaj | wysyłajcie | wysyłamy |
            wyślij | wysłać | wyślijcie
        pt:
            envia | enviem as | envie as | enviar tudo | pode seguir |
            enviar | envie | enviem
        sv:
            skicka dem | skicka iväg | skicka iväg dem | skickar | sänd dem |
            skicka | sänd | skicka ut
        cs:
            odešli to | odešlete to | odešli je | pošli to | pošlete to | rozešli | rozešlete | odesílejte |
            odeslat | odešli | odešlete | poslat | pošli | pošlete
        el:
            στείλε τα | στείλτε τα | να τα στείλετε | να τα στείλεις | να στείλετε | αποστείλετε |
            στείλε | στείλτε | αποστολή
    """),
    "cancel": by_language("""
        en:
            forget it |
            cancel that | cancel it | cancel this | cancel my last | stop that | stop this | never mind | scrap that |
            call it off | abort that |
            cancel | abort | stop
        de:
            abbrechen bitte | brich ab | brechen sie ab | brich das ab | brechen sie das ab | abgebrochen | storniere |
            stornieren | doch nicht | verwerfen |
            abbrechen | abbruch | stopp
        fr:
            annulez cela | annule ça | annulez ça | annulez tout cela | laissez tomber | laisse tomber | on annule |
            abandonner | abandonnez |
            annuler | annulez | annule
        es, pt:
            cancélalo | cancelad | cancelem | anula eso | anula | anule | cancela eso | cancela isso | cancele isso |
            anule isso |
            cancelar | cancela | cancele | anular
        it:
            annullalo | annulla tutto questo | lascia perdere | lasciate perdere | annulli |
            annulla | annullare | annullate
        nl:
            vergeet het |
            annuleer dat maar | annuleer maar |
            annuleer dat | annuleer dit | breek af | laat maar |
            annuleren | annuleer
        pl, cs:
            anuluj to | zruš to | zrušte to | zrušte | anulujcie |
            anuluj | anulować | zruš | zrušit
        sv, el:
            avbryt det | avbryt detta | stoppa | ακύρωσε το | ακυρώστε το |
            avbryt | ακύρωσε | ακύρωση | ακυρώστε
    """),
    "help": by_language("""
        en, nl:
            i don t know how this works | hoe werkt dit precies | hoe doe ik dit |
            what can i write here | what should i write | what do i write | how do i use it | wat kan ik hier schrijven |
            how does this work | how does it work | how do i use this | how do i do this | what can i write |
            what can i do here | what commands are there | which commands are there | what are the commands |
            list of commands | the list of commands | commands | send me the list of commands |
            send the list of commands | hoe werkt dit | hoe werkt het | welke opdrachten zijn er |
            welke commando s zijn er | wat kan ik schrijven | instructions |
            help
        de, sv, cs:
            wie geht das hier | wie mache ich das | hur gör jag | hur gör man | jak se to používá | jak na to |
            was kann ich hier schreiben |
            wie funktioniert das | wie geht das | welche befehle gibt es | was kann ich schreiben | liste der befehle |
            befehle | anleitung | hur fungerar det här | hur fungerar detta | hur fungerar det | vilka kommandon finns |
            vilka kommandon finns det | vad kan jag skriva | jak to funguje | jaké příkazy mohu použít |
            jaké jsou příkazy | co mohu napsat | seznam příkazů |
            hilfe | hjälp | nápověda | pomoc
        fr, es, it, pt:
            comment ça marche | comment cela fonctionne | comment ça fonctionne | comment faire |
            quelles commandes puis je utiliser | quelles sont les commandes | liste des commandes | cómo funciona |
            cómo funciona esto | qué comandos puedo usar | qué comandos hay | lista de comandos | come funziona |
            quali comandi posso usare | quali sono i comandi | elenco dei comandi | lista dei comandi | como funciona |
            como funciona isto | como isto funciona | que comandos posso usar | quais são os comandos | que comandos há |
            aide | ayuda | aiuto | ajuda
        pl, el:
            jak z tego korzystać | jak tego używać |
            jak to działa | jakie są polecenia | jakich poleceń mogę użyć | lista poleceń | πώς λειτουργεί |
            πώς λειτουργεί αυτό | ποιες εντολές υπάρχουν | τι μπορώ να γράψω | λίστα εντολών |
            pomoc | βοήθεια
        es, fr:
            qué puedo escribir | cómo se usa esto | que puis je écrire
"""),
}
