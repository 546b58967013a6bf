"""What people write beside their answers. All casefolded."""

from mailbot.core.phrases.listed import listed

# A paragraph with one of these is about coming and being reached, and answers nothing.
REMARKS = listed("""
    en:
        like to attend | like to participate | like to take part | like to join | interested in the meeting |
        interested in attending | interested in participating | interested in taking part | forgot to say | forgot to mention |
        phone number | by phone | on leave | see you | please send me | please find | my colleague | let me know |
        in advance | looking forward | look forward | apologies | attached
    fr:
        souhaite participer | souhaiterais participer | aimerais participer | voudrais participer | intéressé par |
        intéressée par | numéro de téléphone | par téléphone | en congé | ci-joint | ma collègue | mon collègue |
        veuillez | au plaisir
    de:
        würde gern | würde gerne | interesse an | telefonnummer | telefonisch | im urlaub | anbei |
        meine kollegin | mein kollege | bitte senden sie | bis bald | ich freue mich
""")

# First words of a paragraph that says what a change leaves as it was.
REST_STAYS = listed("""
    en:
        everything else | all else | the rest | the other answers | all other answers | my other answers | nothing else
    fr:
        tout le reste | le reste | les autres réponses | mes autres réponses | rien d'autre
    de:
        alles andere | alles übrige | der rest | die anderen antworten | die übrigen antworten | meine anderen antworten |
        sonst bleibt | ansonsten bleibt
    es, it, nl, pl:
        el resto | todo lo demás | il resto | tutto il resto | de rest | al het andere | reszta | pozostałe odpowiedzi
""")
