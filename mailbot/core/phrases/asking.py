"""How an announcement leads to the questions that its reader is to answer, and how to those that he is not.

`…` stands for some words between, `*` at the end for any ending of the word.
"""

from mailbot.core.phrases.listed import by_language

# The reader is asked for answers.
ASKS = by_language("""
    en:
        please answer | please respond | drop us a line | evidence on the following | views on the following |
        comments on the following | input on the following | inputs on the following |
        information on the following | contributions on the following | submissions on the following |
        in which you answer | you answer | we ask: | please reply | kindly answer | please address |
        please consider answering | answer the following | answer these | answer the questions |
        answering the following | answering these | answer all | answer each | answer as many | answer any |
        answers to the following | answers to these | your answers to | your answers | reply to each |
        reply to the following | reply to these | respond to the following | respond to these |
        respond to any | respond to one or more | responses to the following | responses … questions |
        responses to one or more | replies to the following | answers … questions |
        inputs … following questions | input … following questions | contributions … following questions |
        comments … following questions | views … following questions | evidence … following questions |
        submissions … following questions | you will be asked | you'll be asked | you are asked |
        you will need to answer | we ask you | we are asking you | we will ask you | we'll ask you |
        we ask applicants | we ask candidates | we ask all | it asks | the form asks |
        form contains the following questions | we would like you to | we'd like you to |
        we would like to know | we'd like to know | we want to know | we need to know | tell us | let us know |
        write to us about | help us by answering | your application should | your application must |
        your application needs | applications should | applications must | application … include |
        in your application | in your reply | in your e-mail | in your email | in your message |
        in your letter | in your response | in your expression of interest | in your submission |
        your submission should | submissions should | proposals should | your proposal should |
        your email should | your e-mail should | your message should | your reply should | your letter should |
        your response should | expressions of interest should | include the following information |
        provide the following information | send us the following | including the following | should contain |
        should state | should describe | should explain | should indicate | should cover | should address |
        please include | please provide | please describe | please indicate | please state | please explain |
        please specify | please share | please send us | please tell | please submit | please outline |
        please say | please give | please cover | please use the following questions | please structure |
        application questions | questions for applicants | questions to applicants | questions for candidates |
        questions to answer | questions for respondents | questions for you | questions to you | what we ask |
        what we ask you | what we want to know | what we would like to know | what to send | what to write |
        what to include | what to tell us | what we need from you | how to apply | asked to answer |
        invited to answer | requested to answer | invited to respond | asked to respond |
        requested to respond | asked to provide | asked to describe | asked to explain | asked the following |
        want to hear from you on | questions below | questionnaire | in no more than … words | in a few lines |
        in a few sentences | briefly
    fr:
        veuillez répondre | merci de répondre | prière de répondre | répondez | répondre aux questions |
        répondre à ces | répondre aux | en répondant | réponses aux questions | réponses à ces | réponses aux |
        vos réponses | écrivez-nous | dites-nous | dites nous | indiquez | indiquez-nous | précisez |
        décrivez | expliquez | racontez | parlez-nous | présentez | nous vous demandons |
        nous vous demanderons | il vous sera demandé | on vous demandera | vous seront posées |
        nous vous posons | le formulaire demande | nous aimerions savoir | nous souhaitons savoir |
        nous voulons savoir | votre candidature doit | votre candidature devra | votre message doit |
        la candidature comprend | la candidature comprendra | dans votre candidature | dans votre message |
        dans votre réponse | dans votre courriel | dans votre lettre | en quelques lignes | en précisant |
        en indiquant | merci d'indiquer | merci de préciser | merci de décrire | merci de nous |
        veuillez indiquer | veuillez préciser | veuillez décrire | veuillez fournir | veuillez inclure |
        questions aux candidats | questions posées aux | ce que nous vous demandons | les questions suivantes
    de:
        bitte beantworte* | beantworten sie | beantwortet | beantworte | antworten sie | bitte antworten |
        bitte schreib* | schreiben sie uns | schreibt uns | schreib uns | teilen sie uns | teilt uns |
        teil uns | erzählen sie uns | erzählt uns | erzähl uns | sagen sie uns | sagt uns | sag uns |
        nennen sie | beschreiben sie | beschreibt | beschreibe | erläutern sie | geben sie | ihre antworten |
        eure antworten | deine antworten | antworten auf | antwort auf folgende | um antwort | beantwortung |
        zu beantworten | wir bitten sie | wir bitten um | wir fragen sie | wir möchten von | wir wollen von |
        wir möchten wissen | wir wollen wissen | möchten wir wissen | möchten wir gern* | wollen wir wissen |
        werden sie gefragt | wirst du gefragt | werdet ihr gefragt | wir wüssten gern* | das formular fragt |
        im formular fragen wir | gefragt wird | gefragt werden sie | ihre bewerbung | deine bewerbung |
        eure bewerbung | die bewerbung sollte | die bewerbung soll | bewerbung enthält | in ihrer bewerbung |
        in deiner bewerbung | in ihrer nachricht | in der nachricht | in ihrer e-mail | in ihrer mail |
        folgende angaben | folgenden angaben | mit folgenden informationen | geht dabei auf | gehen sie |
        angaben zu | fragen an die bewerber* | fragen an bewerber* | unsere fragen an | fragen an sie |
        fragen an euch | was wir wissen | in wenigen sätzen | in ein paar sätzen | kurz beantworten
    es:
        responda | respondan | responde | responded | respondiendo | responder a | contestar a | conteste |
        contesten | contesta | contestando | rogamos | le rogamos | les rogamos | te preguntamos |
        le preguntamos | les preguntamos | se le preguntará | se te preguntará | se les preguntará |
        os preguntamos | os preguntaremos | te preguntaremos | le preguntaremos | se pregunta | cuéntenos |
        cuéntanos | contadnos | cuenten | díganos | dinos | decidnos | escríbanos | escríbenos | indique |
        indiquen | indica | indicando | describa | describan | describe | explique | expliquen | explica |
        sus respuestas | tus respuestas | vuestras respuestas | respuestas a | queremos saber |
        nos gustaría saber | en su solicitud | en tu solicitud | la solicitud debe* | en su mensaje |
        en tu mensaje | en su correo | en tu correo | su candidatura | las siguientes preguntas |
        estas preguntas | siguientes cuestiones | el formulario pregunta | preguntas para | en unas líneas |
        en pocas líneas | incluya | incluyan
    it:
        rispondere | rispondete | rispondi | risponda | rispondano | rispondendo | risposte alle |
        risposte a queste | le sue risposte | le vostre risposte | le tue risposte | vi chiediamo |
        le chiediamo | ti chiediamo | si chiede | si chiedono | chiediamo di | verrà chiesto |
        vi sarà chiesto | le sarà chiesto | ti sarà chiesto | sarà chiesto | raccontateci | raccontaci |
        ci racconti | diteci | dicci | ci dica | scriveteci | scrivici | ci scriva | indicate | indicare |
        indicando | indichi | descrivete | descrivere | descriva | descrivi | spiegate | spiegare | spieghi |
        vorremmo sapere | vogliamo sapere | desideriamo sapere | la candidatura deve* | la domanda deve* |
        nella candidatura | nella domanda di | nella mail | nel messaggio | nella e-mail | nella richiesta |
        alle seguenti domande | a queste domande | il modulo chiede | domande per | in poche righe
    nl:
        beantwoord | beantwoordt | beantwoorden | gelieve te antwoorden | antwoord op | antwoorden op |
        uw antwoorden | je antwoorden | jullie antwoorden | laat … weten | vertel ons | vertelt u ons |
        schrijf ons | schrijft u ons | mail ons | geef aan | geeft u aan | beschrijf | beschrijft u | leg uit |
        licht toe | we vragen u | wij vragen u | we vragen je | wij vragen je | vragen wij u | vragen wij je |
        vragen we je | vragen we u | u wordt gevraagd | je wordt gevraagd | wordt u gevraagd | wordt gevraagd |
        het formulier vraagt | we willen graag weten | wij willen graag weten | willen we weten |
        willen wij weten | willen we graag | willen wij graag | horen we graag | horen wij graag |
        we zijn benieuwd | in uw aanmelding | in je aanmelding | bij je aanmelding | bij uw aanmelding |
        uw aanmelding bevat | in uw mail | in je mail | in je bericht | in uw bericht | in uw reactie |
        in je reactie | vermeld | vermeldt | in enkele zinnen | de volgende vragen | deze vragen | vragen aan
    pl:
        prosimy o odpowied* | prosimy odpowiedzieć | proszę odpowiedzieć | proszę o odpowied* | odpowiedz |
        odpowiedzcie | odpowiedzi na | odpowiadając na | odpowiedzieć na | napisz | napiszcie |
        proszę napisać | prosimy napisać | opisz | opiszcie | prosimy opisać | proszę opisać |
        prosimy o podanie | prosimy podać | proszę podać | powiedz nam | powiedzcie nam | opowiedz |
        opowiedzcie | daj nam znać | dajcie nam znać | chcemy wiedzieć | chcielibyśmy wiedzieć |
        chcielibyśmy się dowiedzieć | chcemy się dowiedzieć | zapytamy | pytamy o | pytamy | pytania do |
        zgłoszenie powinno | zgłoszenia powinny | w zgłoszeniu | w wiadomości | w mailu | w formularzu |
        formularz zawiera | następujące pytania | poniższe pytania | następujących pytań | w kilku zdaniach
    pt:
        responda | respondam | responde | respondendo | responder às | responder a | respostas às |
        respostas a | as suas respostas | pedimos que | pedimos-lhe | solicitamos | solicita-se | conte-nos |
        contem-nos | diga-nos | digam-nos | escreva-nos | indique | indiquem | indicando | descreva |
        descrevam | explique | gostaríamos de saber | queremos saber | será perguntado | ser-lhe-á perguntado |
        perguntamos | na sua candidatura | a candidatura deve* | na mensagem | no e-mail | no formulário |
        às seguintes perguntas | seguintes questões | em poucas linhas
    sv, da, no:
        svara på | besvara | vänligen svara | dina svar | era svar | berätta för oss | berätta | beskriv |
        skriv till oss | ange | vi vill veta | vi vill gärna veta | vi undrar | vi frågar | du får svara |
        du ombeds | följande frågor | frågorna nedan | i din ansökan | din ansökan ska | i din anmälan |
        skriv några rader | besvar | svar på | svar venligst | dine svar | fortæl os | skriv til os | angiv |
        vi vil gerne vide | vi vil gjerne vite | følgende spørgsmål | følgende spørsmål | fortell oss |
        i din ansøgning | i søknaden | i tilmeldingen
    cs, sk:
        odpovězte | prosíme odpovězte | odpovědi na | odpovědět na | vaše odpovědi | napište | napište nám |
        popište | uveďte | sdělte nám | řekněte nám | vysvětlete | dejte nám vědět | chceme vědět |
        rádi bychom věděli | chtěli bychom vědět | zajímá nás | ptáme se | zeptáme se | prosíme o |
        žádáme vás | přihláška by měla | přihláška musí | v přihlášce | ve zprávě | v e-mailu |
        následující otázky | tyto otázky | na následujících | odpovedzte | odpovede na | napíšte | opíšte |
        chceme vedieť | nasledujúce otázky
""")

# What is listed belongs to the meeting, the report, the page, and is not asked of the reader.
ABOUT = by_language("""
    en:
        will discuss | will be discussed | will talk about | talk about | what to expect | on the day |
        to be discussed | we discuss | for discussion | discussion questions | points of discussion |
        will address | addresses the following | will be addressed | to be addressed | will explore |
        will be explored | explores | will look at | will examine | will cover | will focus on | focuses on |
        will deal with | will consider | will tackle | will answer | will try to answer | seeks to answer |
        aims to answer | tries to answer | attempts to answer | will be answered | will ask | will reflect |
        will debate | will touch upon | will be raised | guiding questions | key questions this |
        central questions | leading questions | research question* | the meeting … questions |
        the workshop … questions | the conference … questions | the event … questions | the panel … questions |
        the seminar … questions | the session … questions | the study … questions | the report … questions |
        the project … questions | speakers … answer | experts … answer | questions such as | questions like |
        agenda | programme | program of | topics | themes | objectives | aims of | learning outcomes |
        you will learn | participants will | frequently asked | faq | good to know | questions and answers |
        q&a | questions & answers | common questions | you may be asking | you might ask | you may wonder |
        people often ask | we are often asked | selection criteria | criteria | we offer | we are looking for |
        who can apply | target group | eligib* | what we offer | what you get | benefits | costs |
        please choose | choose one | select one | previous call | last year | past call | call is closed |
        we asked | were asked
    fr:
        seront abordées | seront abordés | sera abordé* | sera question | seront discutées | seront discutés |
        seront traitées | seront traités | nous discuterons | nous aborderons | nous en parlerons |
        nous examinerons | nous nous demanderons | nous parlerons | au centre de | questions centrales |
        questions directrices | problématiques | ordre du jour | au programme | programme | thèmes |
        thématiques | objectifs | questions fréquentes | foire aux questions | faq | questions-réponses |
        la rencontre … questions | l'atelier … questions | la journée … questions | le colloque … questions |
        critères | nous recherchons | s'adresse à | public visé | choisissez | l'année dernière | appel clos |
        nous avons demandé
    de:
        diskutier* | besprochen | besprechen | erörtert | behandelt | im mittelpunkt | stehen im zentrum |
        leitfragen | kernfragen | zentrale fragen | forschungsfrage* | geht es um | wir gehen … nach |
        gehen wir | fragen nach | der frage nach | tagesordnung | programm | themen | ziele | häufige fragen |
        häufig gestellte | faq | fragen und antworten | gut zu wissen | die tagung … fragen |
        der workshop … fragen | die veranstaltung … fragen | das treffen … fragen | kriterien |
        auswahlkriterien | gesucht werden | wir suchen | zielgruppe | wählen sie | bitte wählen | wir bieten |
        letztes jahr | haben wir gefragt | abgeschlossen
    es:
        se debatir* | se tratar* | se abordar* | se discutir* | debatiremos | hablaremos | trataremos |
        abordaremos | analizaremos | cuestiones centrales | preguntas clave | preguntas centrales |
        preguntas guía | preguntas de investigación | orden del día | programa | temas | objetivos |
        preguntas frecuentes | faq | preguntas y respuestas | la jornada … preguntas | el taller … preguntas |
        el encuentro … preguntas | la reunión … preguntas | criterios | buscamos a | va dirigid* |
        destinatarios | elija | elige | el año pasado | convocatoria cerrada | preguntamos a
    it:
        si discuter* | si parler* | verranno discuss* | saranno discuss* | saranno affrontat* |
        verranno affrontat* | discuteremo | parleremo | affronteremo | ci chiederemo | esamineremo |
        domande chiave | domande guida | domande centrali | domande di ricerca | ordine del giorno |
        programma | temi | obiettivi | domande frequenti | faq | domande e risposte | l'incontro … domande |
        il seminario … domande | il convegno … domande | criteri | cerchiamo | destinatari | scegliere |
        scegliete | l'anno scorso | bando chiuso
    nl:
        staan … centraal | staat … centraal | centraal staan | centrale vragen | bespreken we | bespreken wij |
        wordt besproken | worden besproken | komen aan bod | komt aan bod | gaan we in op | gaan wij in op |
        behandelen we | behandelen wij | buigen we ons | buigen wij ons | kernvragen | onderzoeksvragen |
        discussievragen | agenda | programma | thema's | onderwerpen | doelen | doelstellingen |
        veelgestelde vragen | faq | vragen en antwoorden | goed om te weten | criteria | wij zoeken |
        we zoeken | doelgroep | kies een | kies één | vorig jaar | gesloten
    pl:
        będziemy rozmawiać | będziemy dyskutować | porozmawiamy | omówimy | omawiane | omówione |
        zostaną poruszone | zastanowimy się | przyjrzymy się | pytania kluczowe | kluczowe pytania |
        pytania badawcze | główne pytania | program | porządek obrad | tematy | cele | najczęściej zadawane |
        często zadawane | najczęstsze pytania | faq | pytania i odpowiedzi | dobrze wiedzieć | kryteria |
        szukamy | poszukujemy | dla kogo | wybierz | w zeszłym roku | zakończon* | spotkanie … pytania
    pt:
        serão discutid* | serão abordad* | será discutid* | discutiremos | abordaremos | falaremos |
        questões centrais | perguntas-chave | questões-chave | ordem de trabalhos | programa | temas |
        objetivos | perguntas frequentes | faq | perguntas e respostas | critérios | procuramos |
        destinatários | escolha | no ano passado | o encontro … questões
    sv, da, no:
        kommer att diskutera* | diskuteras | diskuterar vi | vi diskuterar | tas upp | vi tar upp |
        centrala frågor | nyckelfrågor | forskningsfrågor | dagordning | program | teman | mål |
        vanliga frågor | faq | frågor och svar | bra att veta | kriterier | vi söker | målgrupp | välj |
        förra året | drøfte* | diskuterer | kernespørgsmål | nøglespørgsmål | ofte stillede |
        spørgsmål og svar | spørsmål og svar | emner | målgruppe | vi søger | vi søker
    cs, sk:
        budeme diskutovat | budeme mluvit | budeme se zabývat | bude diskutován* | projednán* | zaměříme se |
        klíčové otázky | hlavní otázky | výzkumné otázky | program | témata | cíle | často kladené |
        časté dotazy | faq | otázky a odpovědi | dobré vědět | kritéria | hledáme | cílová skupina | vyberte |
        loni | ukončen* | kľúčové otázky | hľadáme
""")

# Said in one sentence, the questions follow as its clauses: `tell us who you are and why you want to come`.
TELLS = by_language("""
    en:
        tell us | let us know | write to us | write us | explain to us | telling us | explaining | stating |
        indicating | please say | please state | please indicate | please explain | please describe |
        please answer | say in | describe in | explain in | explain briefly | we want to know |
        we would like to know | we'd like to know | answer the following | answer these | answer three |
        answer two | answering | mention
    fr:
        dites-nous | dites nous | écrivez-nous | indiquez | précisez | expliquez | racontez-nous |
        en précisant | en indiquant | en expliquant | nous aimerions savoir | merci de préciser |
        merci d'indiquer | merci de nous dire | faites-nous savoir
    de:
        teilen sie uns mit | teilt uns mit | teil uns mit | schreiben sie uns | schreibt uns | schreib uns |
        sagen sie uns | sagt uns | sag uns | erzählen sie uns | erzählt uns | möchten wir wissen |
        wollen wir wissen | wir möchten wissen | wir wollen wissen | mit der angabe | mit angabe |
        schreiben sie | schreibt | geben sie an | gebt an | teilen sie … mit | beschreiben sie |
        beantworten sie | beantwortet
    es:
        díganos | dinos | decidnos | cuéntenos | cuéntanos | contadnos | escríbanos | escríbenos | indique |
        indicando | explicando | explique | queremos saber | nos gustaría saber | contando
    it:
        diteci | dicci | ci dica | raccontateci | raccontaci | ci racconti | scriveteci | scrivici |
        indicando | indicate | indichi | spiegando | spiegate | vorremmo sapere | vogliamo sapere |
        raccontando | specificando
    nl:
        laat … weten | vertel ons | vertelt u ons | schrijf ons | geef aan | geeft u aan | vermeld | vermeldt |
        willen we weten | willen wij weten | we willen graag weten | horen we graag | horen wij graag |
        leg uit | licht toe | beschrijf
    pl:
        napisz | napiszcie | prosimy napisać | proszę napisać | powiedz nam | powiedzcie nam | daj nam znać |
        dajcie nam znać | opowiedz | chcemy wiedzieć | chcielibyśmy wiedzieć | prosimy podać |
        prosimy o informację | informując
    pt:
        diga-nos | digam-nos | conte-nos | escreva-nos | indique | indicando | explicando | queremos saber |
        gostaríamos de saber
    sv, da, no:
        berätta | skriv | tala om | ange | vi vill veta | vi vill gärna veta | fortæl os | skriv til os |
        fortell oss
    cs, sk:
        napište | napište nám | sdělte nám | řekněte nám | uveďte | dejte nám vědět | chceme vědět | napíšte
""")

# How a question begins that is a clause of a longer sentence.
INTERROGATIVES = by_language("""
    en:
        with whom | for whom | with which | in which | on which | from which | for how long | since when |
        to what extent | who | what | which | where | when | why | how | whether | whom | whose
    fr:
        lequel | laquelle | duquel | de quelle | à quelle | avec quels | comment | sur quel* | avec quel* |
        pour quel* | par quel* | chez quel* | depuis quand | depuis combien | pour qui | à qui | de quoi |
        qui | que | qu' | quel | quelle | quels | quelles | où | quand | pourquoi | combien | si | ce que |
        ce qui | en quoi | dans quel* | avec qui | à quel* | de quel*
    de:
        welch* | wessen | wen | wem | inwieweit | wodurch | worauf | worüber | wieviel* | weswegen | wonach |
        mit welche* | für welche* | bei welche* | auf welche* | an welche* | mit wem | für wen | bis wann |
        zu welche* | wer | was | welche | welcher | welches | welchen | welchem | wo | wann | warum | wieso |
        weshalb | wie | wozu | ob | womit | woran | worin | woher | wohin | wofür | inwiefern | seit wann |
        in welche*
    es:
        cuál* | cuánt* | adónde | de dónde | de quién | desde hace | con quién | para qué | desde cuándo |
        a quién | sobre qué | quién | quiénes | qué | cuál | cuáles | dónde | cuándo | por qué | cómo |
        cuánto | cuántos | cuánta | cuántas | si | con qué | en qué | a qué | de qué
    it:
        qual* | quant* | di quale | a che | su quali | di che | con che | da dove | con chi | con quale |
        da quando | per quale | in quali | per chi | chi | che cosa | cosa | quale | quali | dove | quando |
        perché | come | quanto | quanti | quante | se | in che | con quali | in quale | a quale | da quanto
    nl:
        hoelang | welk* | wiens | waarom | waarvan | waarvoor | waartoe | met welk* | voor wie |
        sinds wanneer | wie | wat | welk | welke | waar | wanneer | hoe | hoeveel | of | waarmee | waarover |
        waarin | met wie | in welk* | op welk*
    pl:
        jaki* | jaką | któr* | komu | kogo | czyj* | ilu | jakiego | jakiej | dokąd | odkąd | z kim |
        w jakim* | na jak* | od jak | o jak* | z jakich | kto | kim | co | jaki | jaka | jakie | jakich |
        jakim | który | która | które | gdzie | kiedy | dlaczego | jak | ile | czy | czego | czym | po co |
        skąd | w jaki | z jakim* | od kiedy
    pt:
        quant* | qua* | aonde | de onde | a quem | com quem | há quanto | quem | o que | que | qual | quais |
        onde | quando | por que | porquê | porque | como | quanto | quantos | quantas | se | em que
    sv, da, no:
        vilk* | vems | hvis | hvilk* | hvem | varifrån | hvorfra | hvor længe | hur länge | vem | vad |
        vilken | vilket | vilka | var | när | varför | hur | om | hvad | hva | hvilken | hvilke | hvor |
        hvornår | hvorfor | hvordan
    cs, sk:
        jak* | kter* | koho | komu | čím | čí | odkud | kam | jestli | či | ktor* | kde | kedy | kdo | co |
        jaký | jaká | jaké | který | která | které | kdy | proč | jak | kolik | zda | čo | prečo | ako
""")

AND_WORDS = by_language("""
    en:
        and | or
    fr:
        et | ou
    de:
        und | oder | sowie
    es:
        y | e | o
    it:
        e | ed | o
    nl:
        en | alsmede
    pl:
        i | oraz | a także
    pt:
        e | ou
    sv, da, no:
        och | samt | og
    cs, sk:
        a | i
""")

# How an item or a paragraph begins that asks without a question mark.
IMPERATIVES = by_language("""
    en:
        please | describe | explain | tell | give | list | provide | name | outline | indicate | state |
        share | summarise | summarize | specify | introduce | present | discuss | reflect | identify |
        mention | write | attach | say | add | think of | briefly | in your | your
    fr:
        veuillez | merci de | décrivez | expliquez | racontez | donnez | citez | indiquez | précisez |
        présentez | nommez | dites | partagez | listez | résumez | parlez | votre | vos
    de:
        bitte | beschreib* | erläuter* | erklär* | nenn* | schilder* | erzähl* | stell* | gib | geben sie |
        gebt | schreib* | skizzier* | ihre | ihr | deine | dein | eure
    es:
        por favor | describa* | describe | explique* | explica | cuente* | cuenta | indique* | indica | cite* |
        nombre | presente* | preséntese | comparta | su | sus | tu | tus
    it:
        descriv* | spieg* | raccont* | indic* | elenc* | present* | cit* | fornisc* | per favore | la sua |
        il suo | la tua | il tuo
    nl:
        beschrijf* | vertel* | leg | licht | geef | noem | schrijf | schets | uw | je | graag
    pl:
        proszę | prosimy | opisz* | wyjaśnij* | podaj* | wymień* | przedstaw* | napisz* | opowiedz* | wskaż* |
        twoje | twój
    pt:
        por favor | descreva* | explique* | conte* | indique* | apresente* | a sua | o seu
    sv, da, no:
        beskriv | berätta | förklara | ange | nämn | ge | skriv | fortæl | forklar | fortell | nævn | din |
        ditt | dit
    cs, sk:
        prosím | popište | vysvětlete | uveďte | napište | jmenujte | představte | vaše | opíšte
""")
