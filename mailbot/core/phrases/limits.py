"""How announcements limit the words of an answer."""

from mailbot.core.phrases.listed import by_language

WORDS = by_language("""
    en:
        words | word
    fr:
        mots
    de:
        wörter | wörtern | worte | worten
    es, pt:
        palabras | palavras
    it:
        parole
    nl:
        woorden
    pl:
        słów | słowa
    sv, da, no:
        ord
    cs, sk:
        slov | slova
""")

FOR_EACH = by_language("""
    en:
        each | per question | per answer | per item | for each | every answer | every question
    fr:
        chacune | par question | par réponse | chaque réponse | pour chaque
    de:
        jeweils | je frage | pro frage | je antwort | pro antwort
    es:
        cada una | por pregunta | por respuesta | cada respuesta
    it:
        ciascuna | per domanda | per risposta | per ogni
    nl:
        elk | per vraag | per antwoord | elke vraag
    pl:
        każde | na każde | każda odpowiedź | na pytanie
    pt:
        cada | por pergunta | por resposta
    sv, da, no:
        på varje | per fråga | per svar | var | hver | per spørgsmål
    cs, sk:
        každá | na otázku | na každou
""")
