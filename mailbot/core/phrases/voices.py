"""By what words a sentence shows whom it speaks to and of what: the reader, what he writes, or the meeting and its matter.

`*` at the end: any ending of the word. Single words count little; what several of them together say is weighed.
"""

from mailbot.core.phrases.listed import by_language

# The reader is spoken to.
READER = by_language("""
    en:
        you | your | yours | yourself | you've | you're | you'd | you'll
    fr:
        vous | votre | vos | vôtre | tu | ton | ta | tes | toi
    de:
        sie | ihr | ihre | ihren | ihrem | ihrer | ihres | ihnen | du | dein* | dir | dich | euch | euer |
        eure*
    es:
        usted | ustedes | su | sus | tu | tus | te | ti | tú | vosotr* | vuestr* | os | consigo | contigo
    it:
        voi | vi | vostr* | lei | suo | sua | suoi | sue | tuo | tua | tuoi | tue | ti | tu | lavorate |
        avete | siete | potete | fate | sapete | volete | vorreste | potreste
    nl:
        u | uw | je | jij | jou | jouw | jullie
    pl:
        państwo | państwa | państwu | państwem | pan | pani | pana | panią | panu | wasz* | wam | was | wy |
        twój | twoj* | twoim | ty | ci | ciebie | tobie
    pt:
        você* | vocês | seu | sua | seus | suas | consigo | teu | tua | lhe | vos | vosso* | vossa* | si
    sv, da, no:
        du | dig | din | ditt | dina | ni | er | ert | era | deg | dit | dine | jer | jeres | dere | deres
    cs, sk:
        vy | vás | vám | vámi | váš | vaš* | vaše* | ty | tvůj | tvoj* | tebe | vami
""")

# Somebody is asked to tell, write, send or answer.
TELLING = by_language("""
    en:
        mail us | email us | e-mail us | let us have | let us hear | to hear about | touch | drop us |
        help us | note | speak of | tell | tells | telling | say | saying | write | writes | writing | send |
        sends | sending | answer | answers | answering | reply | replies | replying | respond | responds |
        responding | describe | describing | explain | explaining | include | includes | including | contain |
        contains | cover | covers | covering | consist* | comprise* | state | stating | mention | mentioning |
        provide | submit | submits | give | giving | share | sharing | set out | setting out | sets out |
        outline | outlining | put | ask you | ask of you | asks you | asking you | please | hear from you |
        know from you | like from you | need from you | want from you | expect from you | want to know |
        like to know | need to know | get to know | keen to know | curious | introduce | letting us know |
        fill | complete | enclose | touch on | made up of | interested in | note down | address | apply |
        applying | jot | need | love to hear
    fr:
        évoqu* | faites-nous | parvenir | mots sur | dire | dites | direz | disant | écri* | envo* | répon* |
        décri* | expli* | racont* | précis* | indiqu* | compren* | comport* | contien* | contenir | contenant |
        aborder | abordez | merci de | veuillez | prière de | demandons | demandez | savoir | connaître |
        présent* | parlez | partage* | fourni* | joign* | attendons de | attendu | remplir | remplissez |
        mentionn* | besoin de
    de:
        möge* | freuen uns über | auskunft | verfass* | schreib* | sag* | erzähl* | teil* | antwort* |
        beantwort* | schick* | send* | beschreib* | erläuter* | erklär* | nenn* | geben | angeb* | enthalten |
        enthält | umfasst | bitte | bitten | brauchen | benötigen | erfahren | wissen | interessiert |
        hervorgeht | eingeh* | gehen sie | geht | stell* | vorstellen | mitteil* | ausfüllen | füllen |
        wüssten | neugierig | kennenlern* | verrat* | schilder* | mail* | fragen wir | fragen an
    es:
        mencion* | agradecer* | hag* llegar | hál* | escrib* | escriba* | diga* | digan | decir* | cuent* |
        cuént* | contar* | respond* | contest* | envi* | enví* | describ* | expli* | indi* | inclu* |
        contendr* | conten* | deberá* | debe* | rogamos | pedimos | pide* | saber | conocer* | háble* |
        habl*nos | hábla* | presente* | mande* | mánde* | mándanos | apunte* | bastan | basta | necesitamos |
        interesa | rellen* | por favor
    it:
        parlateci | toccate | fateci avere | fateci | due parole | menzion* | scriv* | dite* | dicci | dire |
        raccont* | rispon* | invi* | descriv* | spieg* | indic* | inclu* | conten* | contien* | conterr* |
        chiediamo | chiede | sapere | conoscer* | present* | mandat* | mandaci | basta* | bisogno di |
        interessa | compil* | per favore | parlate* | comprend* | devono | deve
    nl:
        ga in | toekomen | antwoord | schrijf* | schrijv* | vertel* | zeg* | antwoord* | beantwoord* | stuur* |
        sturen | beschrijf* | leg* | licht* | geef | geven | noem* | vermeld* | bevat* | omvat* | graag |
        vragen | vraagt | weten | horen | lezen | benieuwd | nodig | volstaan | volstaat | ga in op |
        gaat in op | vul* | invullen | mail* | laat
    pl:
        poruszyć | wdzięczni | odpisać | napomk* | przysła* | napis* | pisa* | pisz* | powiedz* | powiedzieć |
        opowie* | odpowi* | wyśl* | wysła* | przysł* | przyśl* | opis* | wyjaśn* | poda* | zawiera* | powinn* |
        powinien | prosimy | proszę | prosi się | potrzebujemy | pozna* | wiedzieć | dowiedzieć | przedstaw* |
        wystarcz* | ciekaw* | interesuje | wypełni* | wspomni* | informuj*
    pt:
        mand* | refira* | agradecemos | fal*-nos | umas palavras | escrev* | diga* | dizer | conte* | contar |
        respond* | envi* | descrev* | expli* | indi* | inclu* | conter | conterá | contém | deverá* | deve* |
        pedimos | pede* | saber | conhecer* | fale* | apresent* | bast* | precisamos | interessa* | preench* |
        por favor
    sv, da, no:
        ta upp | ta i | tar gärna emot | tag upp | skriv* | berätt* | säg* | svar* | skick* | sänd* |
        beskriv* | förklar* | ange | innehåll* | vill | behöver | veta | läsa | höra | räcker | nyfikna |
        lär* | mejla | maila | vänligen | tala om | fyll* | fortæl* | fortell* | send* | forklar* | indehold* |
        inneholde* | vide | vite | gerne | gjerne | oplys* | oppgi
    cs, sk:
        dotkněte | vděční | odepsat | vyprávějte | zmíni* | napiš* | píš* | sděl* | řekn* | říc* | odpov* |
        pošl* | zašl* | popiš* | vysvětl* | uveď* | uvést | obsah* | prosím* | žádáme | potřebujeme | pozna* |
        vědět | zajímá | představ* | stačí | vyplň* | zmiň* | měl* by | rádi bychom | dozvěd* | napíš* |
        odpoved* | vedieť
""")

# What the reader writes, or what it is made of.
PIECES = by_language("""
    en:
        application* | statement* | submission* | proposal* | response* | reply | replies | e-mail* | email* |
        message* | letter* | note | entry | entries | contribution* | lines | sentence | sentences | page |
        paragraph* | words | questions | question | questionnaire | points | following | these | below |
        headings | expression of interest | about yourself | answers | prompts | each of | to start with |
        short text | mail | things
    fr:
        questionnaire | candidature* | courrier | courriel | message | lettre | mail | lignes | phrases |
        page | mots | questions | points | suivant* | ci-dessous | ci-après | que voici | réponse* | dossier |
        contribution* | texte | informations | éléments
    de:
        fragebogen | bewerbung* | schreiben | brief | mail | e-mail | nachricht | zeilen | sätze* | seite |
        wort* | wörter* | fragen | punkte* | folgende* | unten | angaben | antwort* | beitrag* | text |
        informationen | formular | rückmeldung | dinge
    es:
        cuestionario | solicitud* | candidatura* | escrito | carta | correo | mensaje | líneas | frases |
        página | palabras | preguntas | puntos | punto | siguiente* | respuesta* | texto | datos |
        información | cuestiones | a continuación
    it:
        questionario | candidatura* | lettera | mail | e-mail | messaggio | righe | frasi | pagina | parole |
        domande | punti | punto | seguent* | rispost* | testo | dati | informazioni | qui sotto | modulo
    nl:
        vragenlijst | aanmelding* | brief | mail* | bericht | regels | zinnen | pagina | woorden | vragen |
        punten | punt | volgende | hieronder | antwoord* | reactie* | tekst | gegevens | dingen | formulier
    pl:
        ankiet* | zgłoszeni* | list | listu | liście | mail* | wiadomoś* | zdań | zdania | zdaniach | stron* |
        słów | pytani* | pytań | punkt* | następując* | poniż* | odpowied* | tekst | informacj* | formularz* |
        rzecz* | kwesti*
    pt:
        questionário | candidatura* | carta | correio | e-mail | mensagem | linhas | frases | página |
        palavras | perguntas | pontos | ponto | seguinte* | resposta* | texto | dados | informaç* | abaixo |
        formulário | questões
    sv, da, no:
        frågeformulär | spørgeskema | spørreskjema | ansökan | anmälan | brev* | mejl* | mail* | meddelande* |
        rader | meningar | sida | ord | frågor* | punkt* | följande | nedan | svar* | text* | uppgifter |
        ansøgning* | tilmelding* | søknad* | linjer | sætninger | spørgsmål* | spørsmål* | følgende | nedenfor
    cs, sk:
        dotazník | přihláš* | dopis* | e-mail* | zpráv* | vět | větách | stran* | slov | otáz* | bod* |
        následující* | níže | odpověd* | text* | údaj* | informac* | formulář* | tabulk* | řádk* |
        nasledujúce* | odpovede
""")

# The meeting, those who speak there, and what they do.
MATTER = by_language("""
    en:
        raising | puzzles | devoted | dedicated to | ourselves | grew out | meeting | workshop | session |
        sessions | seminar | conference | evening | evenings | afternoon | morning | circle | event |
        speakers | panel | debate* | discuss* | discussion* | explor* | look at | looks at | looking at |
        consider* | examin* | tackl* | deal* | turn to | focus* | agenda | programme | themes | topics |
        scope | background | participants will | on the day | that day | wonder* | research | study | project |
        learn | learned | content* | working groups | round table | keynote* | raise* | investigat* |
        we will do | groups
    fr:
        rencontre | atelier | séance | colloque | journée | débat* | discut* | échang* | explor* | examin* |
        traiter* | traité* | ordre du jour | programme | thème* | intervenant* | participants | contenu |
        contexte | recherche | étude | projet | soirée | ce jour-là | nous parlerons | il s'agira | au cours
    de:
        treffen | tagung | workshop | sitzung | abend* | nachmittag | veranstaltung | diskutier* | diskussion |
        besprech* | behandel* | inhalt* | programm | themen | hintergrund | forschung | studie | projekt |
        referent* | reden | an dem tag | an diesem tag | werkstatt | runde | runden | beschäftigt uns |
        befasst | widmen | ablauf
    es:
        reunión | encuentro | taller | jornada | sesión | debat* | discut* | hablaremos | hablará | tratar* |
        abordar* | explorar* | programa | temas | ponent* | contenido* | contexto | investigación | estudio |
        proyecto | ese día | pondremos | analizar*
    it:
        incontro | laboratorio | seminario | convegno | sessione | giornata | discut* | dibatt* | parleremo |
        tratter* | affront* | esplor* | programma | temi | relator* | contenut* | contesto | ricerca | studio |
        progetto | quel giorno | metteremo
    nl:
        bijeenkomst | workshop | sessie* | avond* | dag | middag | discuss* | bespre* | behandel* | verken* |
        praten | programma | thema* | sprekers | inhoud | achtergrond | onderzoek | studie | project |
        aan bod | centraal
    pl:
        spotkani* | warsztat* | sesj* | konferencj* | dyskut* | dyskusj* | rozmawia* | porozmawia* | omów* |
        omaw* | tematy | tematyka | program | prelegen* | treść | tło | badani* | projekt* | tego dnia |
        będzie mowa | położymy | zajm*
    pt:
        reunião | encontro | oficina | sessão | jornada | debat* | discut* | falar | falaremos | abord* |
        trat* | explor* | programa | temas | orador* | conteúdo* | contexto | investigação | estudo | projeto |
        nesse dia | poremos
    sv, da, no:
        möte* | workshop* | samtal* | kväll* | diskut* | talar vi | behandl* | utforsk* | program* | teman |
        talare | innehåll | bakgrund | forskning | studie* | projekt* | den dagen | drøft* | møde* | indhold |
        baggrund | innhold | tema*
    cs, sk:
        setkání | workshop* | seminář* | sezení | večer* | diskut* | mluvit | probír* | řešit | zabýv* |
        program* | témata | přednáš* | obsah | pozadí | výzkum | studie | projekt | toho dne | tematik*
""")

# Who wonders speaks himself: `Do I need …?`
ASKER = by_language("""
    en:
        i | my | me
    fr:
        je | j'ai | puis-je | dois-je | mon | ma | mes | moi | -je
    de:
        ich | mein* | mir | mich
    es:
        tengo | puedo | debo | necesito | mi | mis | me
    it:
        devo | posso | ho | mio | mia | miei | mie | mi
    nl:
        ik | mijn | mij
    pl:
        muszę | mogę | mam | mój | moja | moje | mnie | mi
    pt:
        tenho | posso | devo | preciso | meu | minha
    sv, da, no:
        jag | jeg | min | mitt | mina | mig | mit | mine
    cs, sk:
        musím | mohu | můžu | mám | můj | moje | moji | mi | môžem
""")

# All of us, of whom nobody in particular is asked.
OURS = by_language("""
    en:
        we | our | us | one
    fr:
        nous | notre | nos | on
    de:
        wir | unser* | uns | man
    es:
        nosotr* | nuestr* | nos | hay que
    it:
        noi | nostr* | ci
    nl:
        we | wij | ons | onze | men
    pl:
        my | nasz* | nam | nas
    pt:
        nós | noss* | nos
    sv, da, no:
        vi | oss | vår* | man | vores
    cs, sk:
        my | náš | naš* | nám | nás
""")

# Papers to send along, of which none is a question.
PAPERS = by_language("""
    en:
        cv | c.v. | curriculum vitae | résumé | resume | cover letter | covering letter | letter | letters |
        diploma* | certificate* | copy | copies | proof | passport | id card | photo* | portfolio |
        reference* | transcript* | signed | budget | abstract | poster | bank details | form
    fr:
        cv | curriculum | lettre* | diplôme* | copie* | justificatif* | attestation* | photo* |
        pièce d'identité | rib
    de:
        lebenslauf | motivationsschreiben | anschreiben | zeugnis* | nachweis* | kopie* | foto* | lichtbild |
        ausweis*
    es:
        cv | currículum | curriculum | carta | copia* | título* | certificado* | foto* | dni
    it:
        cv | curriculum | lettera | copia | diploma | certificat* | foto* | documento
    nl:
        cv | motivatiebrief | brief | kopie | diploma* | bewijs | foto* | getuigschrift*
    pl:
        cv | życiorys | list motywacyjny | kopi* | dyplom* | zaświadczeni* | zdjęci*
    pt:
        cv | currículo | carta | cópia* | diploma* | certificado* | foto*
    sv, da, no:
        cv | personligt brev | intyg | kopia | betyg | foto* | ansøgning | kopi | vitnemål
    cs, sk:
        cv | životopis | motivační dopis | kopi* | diplom* | potvrzení | fotografi* | osvědčení
""")

# Endings by which a verb shows that the reader does it; at least three letters stand before.
READER_VERBS = {
    "cs": ("jete", "áte", "íte", "ejte", "ište", "ste", "byste", "ujte", "ste"),
    "fr": ("ez",),
    "it": ("ate", "ete", "ite", "reste", "aste"),
    "pl": ("cie", "acie", "esz", "asz", "isz", "ysz"),
    "sk": ("jete", "áte", "íte", "ste"),
}

# Organisers tell the reader something.
INFORMS = by_language("""
    en:
        we will tell you | we will inform you | we'll tell you | we will let you know | we'll let you know |
        you will hear | you will receive | you will be told | you will learn | you will find out |
        you'll hear | you'll learn | we inform you | we tell you | this page explains | read here | find out |
        participants will | see below
    fr:
        nous vous dirons | nous vous informerons | vous recevrez | vous saurez | vous apprendrez |
        vous découvrirez | nous vous indiquerons
    de:
        wir teilen ihnen | wir informieren | wir sagen ihnen | wir teilen euch | sie erfahren | sie erhalten |
        ihr erfahrt | sie lernen | hier erfahren
    es:
        le informaremos | le diremos | os diremos | recibirá | sabrá | aprenderá | te diremos
    it:
        vi diremo | vi informeremo | riceverete | saprete | imparerete | vi faremo sapere
    nl:
        wij laten u weten | we laten u weten | wij laten je weten | we laten je weten | u hoort | je hoort |
        u leert | je leert | wij informeren u | we vertellen u
    pl:
        poinformujemy | dowiedzą się | powiadomimy | otrzymają państwo | napiszemy
    pt:
        informaremos | receberá | saberá | aprenderá | diremos
    sv, da, no:
        vi meddelar | vi berättar | du får veta | du får lära | du lär dig | vi fortæller | vi giver besked
    cs, sk:
        budeme informovat | vás informujeme | dozvíte se | sdělíme | naučíte se | oznámíme
""")

# Before the words with which a clause asks.
PREPOSITIONS = by_language("""
    en:
        in | on | at | with | for | from | to | of | by | under | since
    fr:
        dans | avec | pour | par | chez | depuis | à | de | en | sous
    de:
        in | mit | für | bei | auf | an | von | aus | seit | zu | unter | nach | bis
    es:
        en | con | para | por | desde | a | de | hasta
    it:
        in | con | per | da | a | di | fra | tra
    nl:
        in | met | voor | bij | op | aan | van | uit | sinds | onder | tot
    pl:
        w | we | z | ze | na | od | do | przy | dla | za | po | przez | u | nad
    pt:
        em | com | para | por | desde | a | de
    sv, da, no:
        i | med | för | på | av | från | sedan | till | hos | vid | for | fra | til | ved | under
    cs, sk:
        v | ve | s | se | na | od | do | při | pro | za | z | ze | u | po | k | před
""")

# A clause that only goes on from a word before it: `a letter in which …`.
RELATIVES = by_language("""
    en:
        in which | which | who | where
    fr:
        où | dans lequel | dans laquelle | qui
    de:
        in dem | in der | worin | wo
    es:
        que | donde
    it:
        dove | che
    nl:
        waarin | waarmee
    pl:
        w którym | w której | w których | które | który | która
    pt:
        que | onde
    sv, da, no:
        där | hvor | som
    cs, sk:
        ve kterém | ve které | v němž | v níž | který | která | které | v ktorom
""")

UNMARKED = frozenset({"es", "it", "pt"})
"""Languages in which a question to the reader may do without any `you`."""
