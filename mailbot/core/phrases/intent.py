"""What people say when they do not simply answer. Casefolded; `…` stands for other words of the same sentence."""

from mailbot.core.phrases.listed import listed

WITHDRAWAL = listed("""
    en:
        withdraw … application | withdraw … answer | withdraw … registration | withdraw … submission |
        withdraw from … meeting | withdraw my | cancel my application | cancel my registration |
        cancel my participation | remove my application | delete my application | delete my answers |
        take back my application | take me off the list | delete my data | delete my details | erase my data
    fr:
        retire … candidature | retirer … candidature | retire … inscription | retirer … inscription |
        annule … candidature | annuler … candidature | annule … inscription | annuler … inscription |
        annuler ma participation | retirer mes réponses | supprimer mes données | supprimez mes données |
        effacer mes données | supprimer mes réponses | supprimez mes réponses
    de:
        ziehe … bewerbung … zurück | bewerbung … zurückziehen | bewerbung zurück | ziehe … anmeldung … zurück |
        anmeldung … zurückziehen | anmeldung zurück | ziehe … zurück | anmeldung … stornieren |
        löschen sie … bewerbung | antworten … zurückziehen | löschen sie … daten | löschen sie … angaben |
        löschen sie … antworten | daten … löschen
    es, pt, it:
        retiro … candidatura | retirar … candidatura | retiro … inscripción | retirar … inscripción |
        retiro mis respuestas | borren mis datos | eliminen mis datos | borrar mis datos | anulo … inscripción |
        cancelar … inscripción | ritiro … candidatura | ritirare … candidatura | ritiro … iscrizione |
        annullo … iscrizione | cancellate … dati | cancellare … dati | retirar … inscrição | retiro … inscrição |
        cancelar … inscrição | apaguem … dados | eliminem … dados
    nl, pl:
        trek … aanmelding … in | aanmelding intrekken | trek mij terug | verwijder … gegevens |
        wycofuję … zgłoszenie | wycofać … zgłoszenie | rezygnuję z udziału | proszę usunąć moje | proszę o usunięcie
    sv, da, no, fi:
        drar tillbaka … anmälan | återkallar … anmälan | radera mina | trækker … ansøgning … tilbage |
        trækker … tilmelding … tilbage | slet mine | trekker … søknad | trekker … påmelding | slett mine |
        perun … ilmoittautumis | perun … hakemu | poistakaa … tietoni
    cs, sk, ro, hu, el:
        stahuji … přihlášku | beru … přihlášku zpět | smažte … údaje | sťahujem … prihlášku | îmi retrag |
        retrag … candidatura | ștergeți datele | visszavonom … jelentkez | töröljék … adata | αποσύρω … αίτησ |
        διαγράψτε … στοιχεία
""")

# Beside answers only these count: people write of withdrawing for many reasons.
WITHDRAWAL_OUTRIGHT = listed("""
    en:
        please withdraw | i withdraw | i hereby withdraw | i am withdrawing | i'm withdrawing | i want to withdraw |
        i wish to withdraw | i would like to withdraw | i'd like to withdraw | i have to withdraw | i must withdraw |
        i need to withdraw | please cancel my | please remove my | please delete my | please erase my |
        take me off the list
    fr:
        je retire … candidature | je retire … inscription | je retire mes | je souhaite retirer |
        je voudrais retirer | je dois retirer | j'annule ma | veuillez supprimer m | veuillez annuler m |
        veuillez retirer m | supprimez mes | merci de supprimer m | merci d'annuler m
    de:
        ich ziehe … zurück | ziehe ich … zurück | ich möchte … zurückziehen | möchte ich … zurückziehen |
        muss ich … zurückziehen | ich muss … zurückziehen | bitte löschen sie mein | bitte stornieren sie mein |
        bitte streichen sie mich
    es, pt, it:
        retiro mi | retiro la | quiero retirar mi | quisiera retirar mi | por favor, borren | anulo mi |
        ritiro la mia | vorrei ritirare | annullo la mia | retiro a minha | quero retirar | gostaria de retirar |
        por favor, apaguem
    nl, pl:
        ik trek … in | ik trek mij terug | ik wil … intrekken | wycofuję moje | wycofuję swoje | chcę wycofać |
        proszę usunąć moje
    sv, da, no, fi:
        jag drar tillbaka | jag återkallar | jeg trækker … tilbage | jeg trekker | perun ilmoittautumiseni |
        perun hakemukseni
    cs, sk, ro, hu, el:
        stahuji svou | sťahujem svoju | îmi retrag | visszavonom a jelentkez | αποσύρω την
""")

# A sentence with one of these speaks of a case that may come.
CONDITIONS = listed("""
    if | unless | should | otherwise | si | sinon | falls | wenn | sollte | sollten | würde | sonst | ansonsten
""")

DECLINE = listed("""
    en:
        cannot participate | cannot attend | can not attend | can't attend | cannot take part | can't take part |
        cannot come | can't come | can't make it | cannot make it | unable to attend | unable to participate |
        unable to take part | unable to join | not be able to attend | not be able to participate |
        not be able to take part | not be able to join | won't be able to | have to decline | must decline |
        not available … that day | not available on
    fr:
        ne peux pas participer | ne peux malheureusement pas | ne pourrai pas participer |
        ne pourrai malheureusement pas | ne pourrai pas être | ne suis pas disponible | ne serai pas disponible |
        dois décliner | décline … invitation
    de:
        kann … nicht teilnehmen | können … nicht teilnehmen | kann … nicht dabei sein | nicht kommen kann |
        muss … absagen | nehme … nicht teil | bin … verhindert | leider … nicht teilnehmen | leider absagen
    es, pt, it:
        no puedo participar | no podré participar | no puedo asistir | no podré asistir | no puedo ir | no podré ir |
        não posso participar | não poderei participar | não posso ir | não poderei estar | non posso partecipare |
        non potrò partecipare | non posso venire | non potrò venire | non potrò esserci
    nl, pl:
        kan … niet deelnemen | kan … niet aanwezig zijn | kan … niet komen | ben … verhinderd |
        nie mogę wziąć udziału | nie będę mógł | nie będę mogła | nie mogę uczestniczyć | nie dam rady przyjechać
    sv, da, no, fi:
        kan inte delta | kan tyvärr inte | har inte möjlighet att delta | kan ikke deltage | kan desværre ikke |
        er forhindret i | kan ikke delta | kan dessverre ikke | en voi osallistua | en valitettavasti | en pääse
    cs, sk, ro, hu, el:
        nemohu se zúčastnit | nemohu bohužel | nebudu se moci | nemôžem sa zúčastniť | nu pot participa |
        nu voi putea | nu pot veni | nem tudok részt venni | sajnos nem tudok | δεν μπορώ να συμμετάσχω |
        δεν θα μπορέσω
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
        answers of my colleague | her answers below | his answers below
    fr:
        au nom de | de la part de | je transmets … réponses | je vous transmets … réponses | réponses de ma collègue |
        réponses de mon collègue
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
        i would like to know | i wanted to ask | may i ask | i was wondering
    fr:
        j'ai une question | aurais une question | une question sur | une question concernant | pourriez-vous me dire |
        pouvez-vous me dire | j'aimerais savoir | je voudrais savoir
    de:
        habe eine frage | hätte eine frage | noch eine frage | eine frage zu | eine frage an | können sie mir sagen |
        könnten sie mir sagen | ich wollte fragen | ich möchte wissen
    es, pt, it:
        tengo una pregunta | una pregunta sobre | podrían decirme | me gustaría saber | quería preguntar |
        tenho uma pergunta | uma pergunta sobre | gostaria de saber | ho una domanda | una domanda su |
        vorrei sapere | volevo chiedere | potete dirmi
    nl, pl:
        ik heb een vraag | een vraag over | kunt u mij zeggen | ik wil graag weten | mam pytanie | chciałbym zapytać |
        chciałabym zapytać | chciałbym wiedzieć
    sv, da, no, fi:
        jag har en fråga | en fråga om | kan ni säga | jag undrar om | jeg har et spørgsmål | et spørgsmål om |
        jeg har et spørsmål | jeg lurer på | minulla on kysymys | haluaisin tietää | voisitteko kertoa
    cs, sk, ro, hu, el:
        mám dotaz | mám otázku | chtěl bych se zeptat | chtěla bych se zeptat | chcel by som sa opýtať |
        am o întrebare | aș dori să știu | lenne egy kérdésem | szeretném megkérdezni | έχω μια ερώτηση |
        θα ήθελα να ρωτήσω
""")

# First word of the subject of a forwarded mail.
FORWARD_PREFIXES = ("fw", "fwd", "wg", "tr", "rv", "i", "inoltro", "doorst", "pd", "vb", "vs", "enc", "továbbítás")
