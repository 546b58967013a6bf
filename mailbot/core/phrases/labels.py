"""Words with which people number their answers, and the months that only look like a number. All casefolded."""

from mailbot.core.phrases.listed import listed

# `Question 2:`, `Frage 2`, `Answer to question 2 -`: a number follows, then a mark or the end of the line.
QUESTION_WORDS = listed("""
    en:
        question | questions | answer | answers | answer to question | answer to | reply to question | item | point |
        on question | regarding question | concerning question | for question | on point | re | re question | no | nr |
        question no | question nr | question number | number | answer no | answer number
    de:
        frage | fragen | antwort | antworten | antwort auf frage | antwort zu frage | zu frage | zu | ad | ad frage |
        punkt | zu punkt | frage nr | frage nummer | antwort nr | nummer | zu frage nr
    fr:
        réponse | réponses | réponse à la question | concernant la question | question n | question numéro |
        numéro | à la question | sur la question
    es, pt, it:
        pregunta | respuesta | respuesta a la pregunta | resposta | pergunta | domanda | risposta | risposta alla domanda
    nl:
        vraag | vragen | antwoord | antwoord op vraag | bij vraag | op vraag
    pl:
        pytanie | odpowiedź | odp | odpowiedź na pytanie
    sv, da, fi:
        fråga | svar | svar på fråga | spørgsmål | spørsmål | kysymys | vastaus
    cs, sk, ro, hu, el:
        otázka | odpověď | odpoveď | k otázce | întrebare | întrebarea | răspuns | kérdés | válasz | ερώτηση | απάντηση
""")

# `Q2:`, `A2)`: the number follows at once.
QUESTION_LETTERS = "qafrpdv"

# `Q 2:`: of these also with a blank or a dot between.
SPACED_LETTERS = "qf"

# A line that ends in one of these goes on in the next: `… see` / `question 3: it costs us most.`
GOES_ON = listed("""
    en:
        see | in | to | of | on | at | under | as | with | and | or | from | by | my | the | for | than | also | cf | answered
    fr:
        voir | dans | à | de | sous | comme | avec | et | ou | la | ma | cf | aussi
    de:
        siehe | s | vgl | in | zu | bei | unter | auf | wie | mit | und | oder | von | der | die | zur | meine | meiner | auch
    es, it, nl, pl:
        ver | véase | en | a | vedi | nella | alla | zie | bij | op | patrz | w | i
""")

# `A:`, `Antwort:` before an answer that needs no number.
ANSWER_WORDS = listed("""
    a | answer | my answer | ans | reply | antwort | meine antwort | réponse | ma réponse | r | rép | respuesta | mi respuesta |
    risposta | la mia risposta | antwoord | mijn antwoord | odpowiedź | odp | resposta | svar | vastaus | odpověď | odpoveď |
    răspuns | válasz | απάντηση
""")

# `3. März` is a day, in the languages that write ordinals with a dot.
MONTHS = listed("""
    de:
        januar | jänner | februar | märz | april | mai | juni | juli | august | september | oktober | november | dezember
    da, no:
        marts | mars | maj | december | desember
    cs, sk:
        ledna | února | března | dubna | května | června | července | srpna | září | října | listopadu | prosince | januára |
        februára | marca | apríla | mája | júna | júla | augusta | septembra | októbra | novembra | decembra
    fi, hu:
        tammikuuta | helmikuuta | maaliskuuta | huhtikuuta | toukokuuta | kesäkuuta | heinäkuuta | elokuuta | syyskuuta |
        lokakuuta | marraskuuta | joulukuuta | január | február | március | április | május | június | július
""")
