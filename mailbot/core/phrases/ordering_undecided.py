"""`Tell 5 that it is not decided yet`: who is asked to tell, and what, in the languages of our letters. Small letters."""

from mailbot.core.phrases.listed import by_language

TELL = by_language("""
    en:
        tell | let | inform
    de:
        mitteilen | teile mit | teilen sie mit | sag bescheid | sagen sie | schreib | schreiben sie | informiere |
        informieren | informieren sie
    fr:
        dites lui | dis lui | dites leur | dis leur | dites à | dis à | dire à | informez | prévenez | répondez à
    es:
        dile | dígale | diles | dígales | decidle | decidles | dile a | dile al | diles a | decidle a | decidle al |
        decidles a | informa | informad
    it:
        di a | dica a | dite a | dille | digli | informa | informate | comunica a | comunicate a
    nl:
        laat weten | zeg | zeg tegen | vertel | meld
    pl:
        powiedz | przekaż | napisz do | poinformuj
    pt:
        diga a | diz a | diga ao | diz ao | digam ao | avise o | informe o
    sv:
        säg till | meddela | tala om för
    cs:
        řekni | řekněte | sdělte | napište | dejte vědět
    el:
        πες | πείτε | ενημέρωσε | ενημερώστε
""")
UNDECIDED = by_language("""
    en:
        it is not decided yet | it is not yet decided | it s not decided yet | it s not yet decided |
        that it is not decided yet | that it is not yet decided | that it s not decided yet | nothing is decided yet |
        that nothing is decided yet | we have not decided yet | that we have not decided yet | we haven t decided yet |
        that we haven t decided yet | know it is not decided yet | know nothing is decided yet
    de:
        dass noch nichts feststeht |
        dass noch nicht entschieden ist | dass es noch nicht entschieden ist | dass noch nichts entschieden ist |
        dass wir noch nicht entschieden haben | es ist noch nicht entschieden
    fr:
        que ce n est pas encore décidé | que rien n est encore décidé | que rien n est décidé |
        que ce n est pas décidé
    es:
        que aún no está decidido | que todavía no está decidido | que no está decidido todavía |
        que no está decidido aún | que aún no hemos decidido | que todavía no hemos decidido
    it:
        che non è ancora deciso | che non abbiamo ancora deciso | che non è stato ancora deciso |
        che non è ancora stato deciso
    nl:
        dat er nog niets besloten is | dat er nog niet besloten is |
        dat het nog niet beslist is | dat er nog niet beslist is | dat het nog niet besloten is |
        dat er nog niets beslist is | dat het nog niet vaststaat
    pl:
        że jeszcze nie zdecydowano | że decyzja jeszcze nie zapadła | że nie ma jeszcze decyzji
    pt:
        que ainda não está decidido | que ainda não foi decidido | que ainda não decidimos
    sv:
        att det inte är bestämt än | att inget är bestämt än | att det inte är avgjort än
    cs:
        že ještě není rozhodnuto | že to ještě není rozhodnuté | že to ještě není rozhodnuto
    el:
        ότι δεν έχει αποφασιστεί ακόμα | ότι δεν αποφασίστηκε ακόμα
""")
