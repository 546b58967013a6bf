"""What headings of an announcement say of all that stands below them. `*` at the end: any ending of the word."""

from mailbot.core.phrases.listed import by_language

# A heading below which questions are those of people who wonder, and the page answers them.
ANSWERED_HERE = by_language("""
    en:
        frequently asked | faq | good to know | questions and answers | q&a | q & a | common questions |
        your questions answered
    fr:
        questions fréquentes | foire aux questions | faq | bon à savoir
    de:
        häufige fragen | häufig gestellte | faq | gut zu wissen | fragen und antworten
    es:
        preguntas frecuentes | faq | preguntas y respuestas
    it:
        domande frequenti | faq | domande e risposte
    nl:
        veelgestelde vragen | faq | goed om te weten | vragen en antwoorden
    pl:
        najczęściej zadawane | często zadawane | najczęstsze pytania | faq | pytania i odpowiedzi
    pt:
        perguntas frequentes | faq
    sv, da, no:
        vanliga frågor | faq | frågor och svar | ofte stillede | spørgsmål og svar
    cs, sk:
        často kladené | časté dotazy | faq | otázky a odpovědi
""")

# A heading of a call that no longer takes answers.
CLOSED = by_language("""
    en:
        previous call* | past call* | closed call* | call closed | calls closed | this call is closed | (closed) |
        [closed] | closed: | – closed | - closed | archived call* | former call* | expired call* | is now closed
    fr:
        appel clos | appels clos | appel clôturé | appels clôturés | (clos) | appels précédents | appel précédent |
        terminé
    de:
        abgeschlossen* aufruf* | frühere aufrufe | vergangene aufrufe | (abgelaufen) | (beendet) | (geschlossen) |
        abgelaufen
    es:
        convocatoria cerrada | convocatorias cerradas | convocatorias anteriores | (cerrada) | (cerrado)
    it:
        bando chiuso | bandi chiusi | bandi precedenti | (chiuso) | (scaduto) | scaduti
    nl:
        gesloten oproep* | eerdere oproep* | vorige oproep* | (gesloten) | afgesloten
    pl:
        zakończone nabory | nabór zakończony | poprzednie nabory | (zakończony) | (zamknięty) | archiwalne
    pt:
        convocatórias encerradas | (encerrada) | (encerrado) | chamadas anteriores
    sv, da, no:
        tidigare utlysningar | (stängd) | (avslutad) | tidligere opslag | (lukket)
    cs, sk:
        předchozí výzvy | ukončené výzvy | (ukončeno) | (uzavřeno)
""")
