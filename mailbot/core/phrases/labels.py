"""Words with which people number their answers, and the months that only look like a number. All casefolded."""

from mailbot.core.phrases.listed import listed

# `Question 2:`, `zweite Frage`, `odpowiedź 3`: a number stands beside it.
QUESTION_WORDS = listed("""
    en:
        question | questions | answer | answers | item | items | point | points | response | reply |
        answer to question | answer to | answers to | reply to question | response to question | q. | que. | ques. |
        ans. | ans
    de:
        frage | fragen | antwort | antworten | punkt | punkte | punkten | antwort auf frage | antwort zu frage |
        antwort auf | antwort zu | fr. | antw.
    fr:
        réponse | réponses | réponse à la question | question n | question numéro | rép. | rép | quest. | reponse
    es, ca:
        pregunta | preguntas | respuesta | respuestas | respuesta a la pregunta | preg. | resp. | resposta
    pt:
        pergunta | perguntas | resposta | respostas | resposta à pergunta | questão
    it:
        domanda | domande | risposta | risposte | risposta alla domanda | quesito | dom. | risp. | punto
    nl:
        vraag | vragen | antwoord | antwoorden | antwoord op vraag | antwoord vraag | punt
    pl:
        pytanie | pytania | pytanie nr | odpowiedź | odpowiedzi | odpowiedź na pytanie | odp. | odp | pyt. | pyt |
        pytaniu | pytań
    sv, da, no:
        fråga | frågor | frågan | svar | svar på fråga | spørgsmål | spørsmål | svar på spørgsmål | svar på spørsmål |
        punkt | svar til spørgsmål | spm. | spm
    fi, et:
        kysymys | kysymykset | kysymykseen | vastaus | vastaukset | vastaus kysymykseen | kohta |
        kohtaan | kohtiin | küsimus | vastus
    cs, sk:
        otázka | otázky | otázku | otázce | odpověď | odpoveď | odpovědi | odpověď na otázku | odpoveď na otázku |
        bod | ot.
    ro, hu:
        întrebare | întrebarea | întrebările | intrebarea | răspuns | raspuns | răspunsul | kérdés | kérdések |
        kérdésre | válasz | válaszok
    el:
        ερώτηση | ερωτήσεις | απάντηση | απαντήσεις | ερώτημα
    hr, sl, sr, bg, ru, uk:
        pitanje | pitanja | odgovor | odgovori | vprašanje | въпрос | отговор | вопрос | ответ | питання |
        відповідь | питање | одговор | запитання | ответ на вопрос | ответ к вопросу | отговор на въпрос | odgovor na pitanje |
        odgovor na vprašanje | відповідь на питання | απάντηση στην ερώτηση | răspuns la întrebarea |
        răspunsul la întrebarea | válasz a kérdésre | vastus küsimusele | odpoveď na otázku | atsakymas į klausimą |
        atbilde uz jautājumu | vastaukseni kysymykseen | mijn antwoord op vraag | mitt svar på fråga |
        mit svar på spørgsmål | meine antwort auf frage | ma réponse à la question
    lt, lv, tr:
        soruya | soruda | sorular | sorulara | klausimas | atsakymas | jautājums | atbilde | soru | cevap | yanıt
""")

# The same words as they begin, where languages change their ends: `2. soruya`, `kysymykseen 2`, `do pytania 2`.
QUESTION_STEMS = listed("""
    question | answer | frage | antwort | répons | pregunt | respuest | pergunt | respost | domand | rispost | vra |
    antwoord | pytani | odpowied | fråg | spørgsm | spørsm | svar | kysymy | vastau | küsimu | vastu | otázk |
    odpově | odpove | întreb | răspun | kérdés | válasz | ερώτη | απάντη | pitanj | odgovor | vprašanj | въпрос |
    отговор | вопрос | ответ | питан | питањ | запитан | відпов | одговор | vprašan |
    soru | ceva | yanıt | klausim | atsakym | jautāj | atbild
""")

# `Question no. 3`, and `No 3:` alone.
NUMERO = listed("""
    no. | no | nr. | nr | n° | n º | nº | n.º | n. | num. | number | nummer | numéro | numero | número | numer | № |
    # | č. | č | št. | sz. | αρ. | αριθ.
""")

# What may stand before: `Regarding question 2`, `Zur zweiten Frage`, `Ad 1)`.
BEFORE = listed("""
    en:
        ad | re | to | as to | as for | on | for | about | regarding | concerning | with regard to | with respect to |
        in answer to | in reply to | in response to | answering | my | your | the | now | and | then | finally | and finally
    de:
        zu | zur | zum | zu den | auf | auf die | bezüglich | betreffend | was | die | der | den | ihre | ihrer |
        meine | und | nun | schließlich
    fr:
        à | a | pour | sur | concernant | quant à | en réponse à | pour ce qui est de | au sujet de | la | le | les |
        votre | ma | mes | et
    es, pt, it, ca:
        i | por último | infine | per acabar | pel que fa a | a les | als | às | aos | ao | para a | sul | sui | ai |
        agli | da | dal | dalla | dalle | a | al | a la | en cuanto a | sobre | respecto a | con respecto a |
        acerca de | para | quanto a | quanto à |
        à | às | relativamente à | per quanto riguarda | per | su | in merito a | riguardo a | alla | alle | sulla |
        la | las | los | el | le | il | o | as | mi | mia | minha | y | e
    nl:
        op | bij | over | wat betreft | met betrekking tot | voor | de | het | mijn | uw | en
    pl:
        ad. | do | na | co do | odnośnie do | odnośnie | w sprawie | odpowiedź na | odpowiadając na | moja | i
    sv, da, no, fi:
        på | till | til | om | angående | vad gäller | vedrørende | när det gäller | min | mitt | den | det | och |
        og | koskien | liittyen
    cs, sk:
        k | ke | ku | na | co se týče | ohledně | čo sa týka | a
    hu, ro, el, hr:
        az | a | la | cu privire la | referitor la | în legătură cu | pentru | στην | στο | για την | σχετικά με την |
        iar | iar la | despre | pentru | în | și | si | és | για | για τη | για το | για τα | για τις | στη | στα | στις |
        στον | τη | την | το | τα | τις | και | ως προς | na | o | za | u | k | h | glede | i
    bg, ru, uk, sr:
        на | по | к | ко | относительно | да | към | за | относно | колкото до | до | щодо | стосовно | и | і | а | та |
        что касается | насчёт
    lt, lv:
        į | dėl | apie | ir | uz | par | un
""")

# `1-3 together:`, `2 und 4 zusammen:`.
TOGETHER = listed("""
    together | combined | jointly | both | in one | all together | all in one | zusammen | alles zusammen |
    gemeinsam | ensemble | tout ensemble | juntas | juntos | junto | todo junto | tudo junto | insieme |
    tutto insieme | samen | alles samen | razem | wszystko razem | łącznie | tillsammans | allt tillsammans |
    samlet | samlat | ihop | sammen | alt sammen | yhdessä | kaikki yhdessä | společně | spolu | dohromady | împreună |
    együtt | μαζί | заедно | вместе | разом | заједно | zajedno | skupaj | kartu | kopā | koos | birlikte | juntes | junts |
    conjuntamente | в одно | общо
""")

# The same in the words of an answer below two questions.
BOTH = listed("""
    both | both questions | these two | the two | beides | beide | beide fragen | hängt zusammen | les deux |
    aux deux | ambas | los dos | las dos | ambos | entrambe | entrambi | tutte e due | beide vragen | allebei | oba |
    obie | oba pytania | båda | begge | begge deler | molemmat | molempiin | obě | obojí | mindkettő | mindkettőre |
    ambele | amândouă | και τα δύο | και στις δύο | оба | обе
""")

# Between two numbers: the first and the last of a run, or one and another.
RANGE_WORDS = listed("- | – | — | bis | to | through | till | until | à | al | a | tot | t/m | do | až | til | - und")
AND_WORDS = listed("""
    and | und | et | y | e | i | en | och | og | ja | a | és | și | si | και | и | plus | & | + | , | / | ; | sowie |
    as well as | u. | o | oraz | in | ir | un | ve | і | та
""")

# `Q2:`, `A2)`: the number follows at once.
QUESTION_LETTERS = "qafrpdvko"

# `Q 2:`: of these also with a blank or a dot between.
SPACED_LETTERS = "qf"

# A line that ends in one of these goes on in the next: `… see` / `question 3: it costs us most.`
GOES_ON = listed("""
    en:
        see | in | to | of | on | at | under | as | with | and | or | from | by | my | the | for | than | also | cf |
        answered
    fr:
        voir | dans | à | de | sous | comme | avec | et | ou | la | ma | cf | aussi
    de:
        siehe | s | vgl | in | zu | bei | unter | auf | wie | mit | und | oder | von | der | die | zur | meine |
        meiner | auch
    es, it, nl, pl:
        ver | véase | en | a | vedi | nella | alla | zie | bij | op | patrz | w | i
""")

# `A:`, `Antwort:` before an answer that needs no number.
ANSWER_WORDS = listed("""
    a | answer | my answer | our answer | ans | reply | my reply | response | my response | antwort | meine antwort |
    antw | réponse | ma réponse | r | rép | reponse | notre réponse | respuesta | mi respuesta | resp | risposta |
    la mia risposta | antwoord | mijn antwoord | odpowiedź | moja odpowiedź | odp | resposta | a minha resposta |
    minha resposta | svar | mitt svar | mit svar | vastaus | vastaukseni | v | odpověď | má odpověď | moje odpověď |
    odpoveď | moja odpoveď | răspuns | răspunsul meu | válasz | válaszom | απάντηση | η απάντησή μου | odgovor |
    vastus | atsakymas | atbilde | ответ | отговор | cevap | >> | >>> | --> | -> | => | → | ==>
""")

# `3. März` is a day, in the languages that write ordinals with a dot.
MONTHS = listed("""
    de:
        januar | jänner | februar | märz | april | mai | juni | juli | august | september | oktober | november |
        dezember
    da, no:
        marts | mars | maj | december | desember
    cs, sk:
        ledna | února | března | dubna | května | června | července | srpna | září | října | listopadu | prosince |
        januára | februára | marca | apríla | mája | júna | júla | augusta | septembra | októbra | novembra | decembra
    fi, hu:
        tammikuuta | helmikuuta | maaliskuuta | huhtikuuta | toukokuuta | kesäkuuta | heinäkuuta | elokuuta |
        syyskuuta | lokakuuta | marraskuuta | joulukuuta | január | február | március | április | május | június |
        július | szeptember | október
    pl, hr:
        stycznia | lutego | marca | kwietnia | maja | czerwca | lipca | sierpnia | września | października |
        listopada | grudnia | siječnja | veljače | ožujka | travnja | svibnja | lipnja | srpnja | kolovoza | rujna |
        studenoga
""")
