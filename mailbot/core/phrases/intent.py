"""What people say when they do not simply answer. Casefolded; `…` stands for other words of the same sentence."""

from mailbot.core.phrases.listed import folded, listed

# A sentence with one of these speaks of a case that may come.
CONDITIONS = listed("""
    if | unless | should | otherwise | si | sinon | falls | wenn | sollte | sollten | würde | sonst | ansonsten
""")

DECLINE = listed("""
    en:
        cannot participate | cannot attend | can not attend | can't attend | cannot take part | can't take part |
        cannot come | can't come | can't make it | cannot make it | unable to attend | unable to participate |
        unable to take part | unable to join | does not fit my | doesn't fit my | does not suit me | clashes with |
        i have other commitments |
        already committed | not possible for me to | cannot join | can't join | not be able to attend |
        not be able to participate |
        not be able to take part | not be able to join | won't be able to | have to decline | must decline |
        not available … that day | not available on | i am not available | i'm not available | i'm unable | i am unable |
        not be able to come | have to pass | i must pass | afraid i cannot | cannot be there | can't be there |
        decline the invitation | decline your | not be joining | on leave that | i regret that i cannot |
        i do not want to take part | i don't want to take part | i do not wish to take part | i don't wish to take part |
        i no longer want to take part | i no longer wish to take part | i do not want to participate |
        i don't want to participate | i do not wish to participate | i don't wish to participate |
        i no longer want to participate | i no longer wish to participate
    fr:
        ne peux pas participer | ne peux malheureusement pas | suis déjà pris | suis empêch | ai un autre engagement |
        m'est impossible de | ne pourrai pas participer |
        ne pourrai malheureusement pas | ne pourrai pas être | ne suis pas disponible | ne serai pas disponible |
        dois décliner | décline … invitation | suis pas en mesure de | suis malheureusement en déplacement |
        serai pas présent | pourrai pas me joindre | pourrai pas assister | ne peux pas venir | ne pourrai pas venir |
        pourrai donc pas | suis dans l'impossibilité | regret de ne pouvoir | je ne souhaite pas participer |
        je ne souhaite plus participer | je ne veux pas participer | je ne veux plus participer
    de:
        kann … nicht teilnehmen | können … nicht teilnehmen | kann … nicht dabei sein | nicht kommen kann |
        muss … absagen | schaffe ich … nicht | schaffe das … nicht | passt leider nicht | terminlich nicht |
        bin anderweitig | nehme … nicht teil | bin … verhindert | leider … nicht teilnehmen | leider absagen |
        bin … verplant | kann leider nicht |
        kann ich leider nicht | kann ich … nicht teilnehmen | nicht teilnehmen können | muss leider absagen |
        kann nicht kommen | kann ich nicht kommen | passt mir leider nicht | schaffe es leider nicht | nicht dabei sein |
        bin … nicht verfügbar | möchte nicht teilnehmen | möchte nicht mehr teilnehmen | will nicht teilnehmen |
        will nicht mehr teilnehmen
    es, pt, it:
        no puedo participar | no podré participar | no puedo asistir | no podré asistir | no puedo ir | no podré ir |
        tengo otro compromiso | me resulta imposible | me es imposible |
        no poder asistir | no poder participar |
        no estoy disponible | no estaré disponible | no me es posible | no me será posible | tengo que declinar |
        no me va a ser posible | no podré estar | no puedo acudir |
        não posso participar | não poderei participar | não posso ir | tenho outro compromisso | estou impossibilitad |
        não poderei estar | não poderei comparecer |
        não posso comparecer | não poderei ir | não tenho disponibilidade | não estou disponível | não me é possível |
        tenho de declinar | não vou poder | non posso partecipare |
        non potrò partecipare | non posso venire | quel giorno non ci sono | ho già un impegno | ho un altro impegno |
        sono impossibilitat | non potrò venire | non potrò esserci | non potrò essere |
        non riesco a partecipare |
        non riesco a venire | non sono disponibile | devo declinare | non mi è possibile | sono già impegnat |
        non potrò prendere parte | non posso esserci | io non posso | no deseo participar | no quiero participar |
        no deseo seguir participando | não quero participar | não desejo participar | já não quero participar |
        non desidero partecipare | non voglio partecipare | non desidero più partecipare | non voglio più partecipare
    nl, pl:
        kan … niet deelnemen | kan … niet aanwezig zijn | kan … niet komen | ben … verhinderd | heb een andere afspraak |
        komt mij niet uit | past niet in mijn agenda | kan … niet bij zijn |
        moet … afzeggen | kan zelf niet | ik kan niet | kan helaas niet | lukt het mij niet | lukt mij niet |
        niet in de gelegenheid | kan er niet bij | moet helaas verstek laten gaan |
        nie mogę wziąć udziału | nie będę mógł | nie będę mogła | nie mogę uczestniczyć | nie dam rady przyjechać |
        mam inne zobowiązania | termin mi nie |
        nie dam rady przyjść | nie jestem w stanie |
        nie mogę przyjechać | nie mogę przyjść | nie będę w stanie | muszę odmówić | muszę niestety odmówić |
        nie mogę być obecn | ik wil niet deelnemen | ik wil niet meer deelnemen | wil ik niet deelnemen |
        wil ik niet meer deelnemen | nie chcę brać udziału | nie chcę już brać udziału | nie chcę wziąć udziału
    sv, da, no, fi:
        kan inte delta | kan tyvärr inte | har inte möjlighet att delta | är upptagen | krockar med | kan jag inte |
        kan jag tyvärr inte |
        har tyvärr inte |
        tacka nej | har inte möjlighet att komma | är förhindrad | kan inte komma | kan ikke deltage | kan desværre ikke |
        jag vill inte delta | vill jag inte delta | jag vill inte längre delta |
        er forhindret i | kan ikke delta | kan dessverre ikke | en voi osallistua | en valitettavasti | en pääse
    cs, sk, ro, hu, el:
        nemohu se zúčastnit | se mi nehodí | mi nevyhovuje | nemohu bohužel | nebudu se moci | bohužel nemohu |
        se nemohu zúčastnit | se nemohu bohužel |
        se nebudu moci | nemůžu se zúčastnit | se nemůžu | musím odmítnout | nemohu přijet | nemůžu přijet |
        bohužel nebudu | bohužel nemôžem | nemôžem prísť | nemôžem sa zúčastniť | nu pot participa |
        nu voi putea | nu pot veni | nem tudok részt venni | sajnos nem tudok | δεν μπορώ να συμμετάσχω |
        έχω άλλη υποχρέωση | δεν μου είναι δυνατό |
        δεν μπορώ να παρευρεθώ | δεν μπορώ να έρθω | δεν είμαι διαθέσιμ | αδυνατώ να |
        δεν θα είμαι διαθέσιμ | δεν θα συμμετάσχω |
        δεν θα μπορέσω | nechci se zúčastnit | se nechci zúčastnit | nechci se účastnit | se nechci účastnit |
        δεν θέλω να συμμετάσχω | δεν επιθυμώ να συμμετάσχω | δεν θέλω πια να συμμετάσχω
""")

CORRECTION = listed("""
    en:
        correct my answer | correct … answer to | correction to | a correction | corrected answer |
        corrected version | replace my answer | replace … answer … by | replace … answer … with | update my answer |
        updated answer | change my answer | question … is not right | question … is not correct |
        question … is wrong | answer … is not right | answer … is not correct | answer … is wrong |
        change my … answer | made a mistake | made an error | instead of my earlier | instead of my previous |
        add … to question | add to my answer | add … to my answer | addition to my answer | addition to question
    fr:
        corriger ma réponse | corriger mes réponses | une correction | rectifier | rectification |
        remplacer ma réponse | remplacez ma réponse | ajoute … à la question | compléter ma réponse |
        ajoute … à ma réponse | modifier ma réponse | version corrigée | me suis trompé
    de:
        korrektur | korrigier | berichtig | antwort … ersetzen | ersetzen sie … antwort | antwort … ändern |
        habe mich vertan | habe mich geirrt | statt meiner früheren | ergänz … frage | ergänz … antwort |
        antwort … ergänzen | nachtrag zu | fehler … unterlaufen
    es, pt, it:
        corregir mi respuesta | corrijo mi respuesta | una corrección | cambiar mi respuesta |
        sustituir mi respuesta | sustituyan … respuesta | cambiad … respuesta | me equivoqué | me he equivocado |
        donde puse | corrigir … resposta | uma correção | substituam … resposta | enganei-me … resposta |
        correggere … risposta | una correzione | sostituire … risposta | sostituite … risposta | mi sono sbagliat
    nl, pl:
        antwoord … corrigeren | een correctie | antwoord … vervangen | vervang … antwoord | antwoord … wijzigen |
        poprawka do | korekta odpowiedzi | proszę zmienić … odpowiedź | proszę zastąpić … odpowiedź | pomyliłem się |
        pomyliłam się
    sv, da, no, fi:
        rätta … svar | en rättelse | ersätt … svar | byt … svar | ändra … svar | en rettelse | erstat … svar |
        rette … svar | erstatt … svar | endre … svar | korjaus vastau | korvatkaa … vastau | vaihtakaa … vastau
    cs, sk, ro, hu, el, tr:
        oprava odpověd | opravit … odpověď | nahraďte … odpověď | oprava odpoved | corectez răspunsul | o corectură |
        înlocuiți răspunsul | javítás | cseréljék … válasz | kijavít … válasz | διόρθωση | αντικαταστήστε … απάντηση |
        cevabı … değiştirin | düzeltme
""")

# Who corrects by adding keeps what was said: `please add a sentence to question 6`, `(add) The round table …`.
ADDING = listed("""
    en:
        add | adding | addition | an addition | append | supplement
    fr:
        ajouter | ajoutez | ajout | j'ajoute | compléter | complétez | complément
    de:
        ergänze | ergänzen | ergänzung | ergänzend | hinzufügen | hinzu | nachtrag
    es, pt, it:
        añadir | añado | añadid | agregar | acrescentar | acrescento | aditamento | aggiungere | aggiungo | aggiunta
    nl, pl:
        toevoegen | aanvulling | voeg … toe | dodać | dodaję | uzupełnienie
    sv, da, no, fi:
        lägga till | tillägg | tilføje | tilføjelse | legge til | tillegg | lisätä | lisäys
    cs, sk, ro, hu, el:
        doplnit | doplnění | doplniť | adăugare | adaug | adăugați | kiegészítés | hozzátenni | προσθήκη | προσθέτω
""")

# The same without the number of a question.
ADDING_TO_ALL = listed("""
    en:
        add to my answer | add to my answers | addition to my answer | addition to my answers |
        add the following to my answer | add this to my answer
    fr:
        ajouter à ma réponse | ajouter à mes réponses | ajoutez à ma réponse | compléter ma réponse |
        compléter mes réponses | complément à ma réponse
    de:
        ergänze meine antwort | ergänze meine antworten | meine antwort ergänzen | meine antworten ergänzen |
        ergänzung meiner antwort | ergänzung zu meiner antwort | nachtrag zu meiner antwort
""")

ON_BEHALF = listed("""
    en:
        on behalf of | in the name of my colleague | for my colleague | i forward … answers | forwarding … answers |
        answers of my colleague | her answers below | his answers below | my colleague's answers | mail of my colleague |
        answers from my colleague | her answers … attached | his answers … attached |
        forward her answers | forward his answers | forward … mail of | forwarding … mail | application is hers |
        application is his | sends … through me | asked me to send | asked me to forward | asked me to pass
    fr:
        au nom de | de la part de | je transmets … réponses | je vous transmets … réponses | réponses de ma collègue |
        réponses de mon collègue | m'a demandé de vous transmettre | m'a chargé de | message de ma collègue |
        message de mon collègue |
        vous transfère … réponses
    de:
        im namen von | im auftrag von | leite … antworten … weiter | antworten meiner kollegin |
        antworten meines kollegen | für meine kollegin | für meinen kollegen
    es, pt, it:
        en nombre de | reenvío … respuestas | respuestas de mi compañer | em nome de | reencaminho … respostas |
        respostas da minha colega | a nome di | per conto di | inoltro … risposte | risposte della mia collega |
        risposte del mio collega
    nl, pl:
        namens | antwoorden van mijn collega | stuur … antwoorden … door | w imieniu |
        przesyłam odpowiedzi … koleżanki
    sv, da, no, fi:
        på uppdrag av | min kollegas svar | vidarebefordrar … svar | på vegne af | på vegne av | kollegani puolesta |
        välitän … vastaukset
    cs, sk, ro, hu, el:
        jménem | přeposílám odpovědi | v mene | în numele | răspunsurile colegei | nevében | továbbítom … válasz |
        εκ μέρους | προωθώ … απαντήσεις
""")

ASKING = listed("""
    en:
        i have a question | a question about | could you tell | can you tell | could you let me know |
        i would like to know | i wanted to ask | may i ask | i was wondering | let me know if | let me know whether |
        please tell me | can you confirm | could you confirm | i have some questions | a few questions
    fr:
        j'ai une question | aurais une question | une question sur | une question concernant | pourriez-vous me dire |
        pouvez-vous me dire | j'aimerais savoir | je voudrais savoir | souhaiterais savoir | pourriez-vous nous |
        pourriez-vous m'indiquer |
        pouvez-vous m'indiquer | quelques questions | merci de me dire | merci de m'indiquer
    de:
        habe eine frage | hätte eine frage | noch eine frage | eine frage zu | eine frage an | können sie mir sagen |
        könnten sie mir sagen | ich wollte fragen | ich möchte wissen | wüsste gern | würde gerne wissen |
        mich würde interessieren | einige fragen | können sie mir mitteilen | könnten sie mir mitteilen |
        bitte teilen sie mir mit
    es, pt, it:
        tengo una pregunta | una pregunta sobre | podrían decirme | me gustaría saber | quería preguntar |
        quisiera saber | desearía saber | podrían indicarme |
        querría saber | tengo una duda | algunas preguntas | gostava de saber | queria saber | poderiam dizer-me |
        poderiam informar | queria perguntar | tenho uma dúvida |
        tenho uma pergunta | uma pergunta sobre | gostaria de saber | ho una domanda | una domanda su |
        vorrei sapere | volevo chiedere | potete dirmi | potreste dirmi | avrei bisogno di sapere | avrei una domanda |
        mi piacerebbe sapere | potreste indicarmi | alcune domande
    nl, pl:
        ik heb een vraag | een vraag over | kunt u mij zeggen | ik wil graag weten | graag willen weten |
        kunt u mij laten weten | kunt u aangeven |
        ik vroeg mij af | ik vraag me af | wil ik graag weten | enkele vragen | mam pytanie | chciałbym zapytać |
        chciałabym zapytać | chciałbym wiedzieć | chciałabym wiedzieć | proszę o informację | czy mogliby państwo |
        pytanie dotyczące |
        kilka pytań
    sv, da, no, fi:
        jag har en fråga | en fråga om | kan ni säga | jag undrar om | jag undrar | jag skulle vilja veta |
        några frågor | kan ni berätta | jeg har et spørgsmål | et spørgsmål om |
        jeg har et spørsmål | jeg lurer på | minulla on kysymys | haluaisin tietää | voisitteko kertoa
    cs, sk, ro, hu, el:
        mám dotaz | mám otázku | chtěl bych se zeptat | chtěla bych se zeptat | ráda bych věděla | rád bych věděl |
        ráda bych se zeptala |
        rád bych se zeptal | můžete mi říci | můžete mi prosím | chcel by som sa opýtať |
        am o întrebare | aș dori să știu | lenne egy kérdésem | szeretném megkérdezni | έχω μια ερώτηση |
        θα ήθελα να ρωτήσω | θα ήθελα να μάθω | ήθελα να ρωτήσω | μπορείτε να μου πείτε | μια απορία | θα ήθελα να γνωρίζω
""")

# First word of the subject of a forwarded mail.
FORWARD_PREFIXES = frozenset(
    folded("""
    fw | fwd | wg | tr | rv | i | inoltro | doorst | pd | vb | vs | vl | enc | továbbítás | πρθ | пер | edasi | ilt | yönl
    """)
)
