"""What announcements write around names, addresses, forms, places and languages, and in their titles.

`…` stands for some words between (of an audience: for those who are looked for), `*` at the end for any ending of the word.
"""

from mailbot.core.phrases.listed import by_language

# In a title.
CALL_WORDS = by_language("""
    en:
        call for | call: | calls for | invitation | expression of interest | expressions of interest | take part |
        join our | open call | participants wanted | wanted | we are looking | seeks | looking for | apply |
        register | registration | consultation | call to | panel | workshop | focus group* | volunteers | meeting |
        training school
    fr:
        appel à | appel aux | appel : | invitation | participez | recherche | recherchons | cherche | cherchons |
        inscription* | candidature* | consultation | atelier
    de:
        aufruf | einladung | gesucht | sucht | suchen | ausschreibung | mitmachen | bewerbung* | anmeldung |
        teilnehme* | mach mit | macht mit | beteiligung | werkstatt
    es:
        convocatoria | invitación | buscamos | se busca* | participa | participe | inscripci* | llamada a |
        llamamiento | consulta | taller | jornada*
    it:
        cercasi | invito | bando | avviso | cerchiamo | partecipa | partecipate | iscrizion* | candidatur* |
        chiamata | laboratorio
    nl:
        oproep | uitnodiging | gezocht | zoekt | zoeken | doe mee | denk mee | meld je | aanmelden | deelnemers |
        expertmeeting | bijeenkomst
    pl:
        nabór | zaproszenie | zapraszamy | szukamy | poszukujemy | zgłoś | zgłoszenia | rekrutacja | konsultacje |
        warsztat* | konkurs
    pt:
        convocatória | convite | chamada | inscriç* | procuramos | participe | candidatura* | consulta | oficina
    sv, da, no:
        inbjudan | söker | sökes | utlysning | anmäl | ansök* | vill du | invitation | indkaldelse | søger | søker |
        invitasjon | efterlysning | delta
    cs, sk:
        výzva | pozvánka | hledáme | hledá | přihlaste | zapojte | konzultace | hľadáme | pozývame
""")

# Who is looked for stands behind, or where the dots are.
AUDIENCE = by_language("""
    en:
        we are currently looking for | we are looking for | we're looking for | we look for | looking for |
        we seek | is seeking | are seeking | seeking | we would like to hear from | we'd like to hear from |
        we want to hear from | want to hear from | would love to hear from | is open to | are open to | open to |
        is aimed at | are aimed at | aimed at | is intended for | intended for | meant for | addressed to |
        is addressed at | is designed for | designed for | target group: | target audience: | target groups: |
        audience: | for whom: | who: | welcomes responses from | welcomes contributions from | welcomes input from |
        welcomes inputs from | responses from | contributions from | inputs from | we invite … to apply |
        we invite … to take part | we invite … to join | we invite … to participate | we invite | invites … to |
        is for | eligible are | target audience for this * is | target audience for this * are |
        target audience is | target audience are | target group is | target group are | target group consists of |
        particularly welcome* | applications from
    fr:
        s'adresse à | s'adresse aux | s'adresse au | s'adressent aux | s'adressent à | nous recherchons |
        nous cherchons | est ouvert à | est ouvert aux | est ouverte à | est ouverte aux | ouvert à | ouvert aux |
        ouverte aux | destiné aux | destinée aux | destiné à | destinée à | public visé : | public : | pour qui : |
        nous invitons | sont invités
    de:
        gesucht werden | gesucht sind | wir suchen | suchen wir | werden … gesucht | richtet sich an |
        richten sich an | wendet sich an | zielgruppe: | zielgruppe sind | zielgruppe ist | zielgruppen: |
        eingeladen sind | wir laden … ein | mitmachen können | bewerben können sich | teilnehmen können |
        offen für | für wen: | willkommen sind
    es:
        contar con | buscamos a | buscamos | se busca a | se busca | va dirigido a | va dirigida a | dirigido a |
        dirigida a | se dirige a | está abierto a | está abierta a | abierto a | abierta a | destinatarios: |
        invitamos a | pueden participar
    it:
        cerchiamo | cercasi | si cercano | è aperto a | è aperta a | aperto a | aperta a | è rivolto a |
        è rivolta a | rivolto a | rivolta a | si rivolge a | destinatari: | possono partecipare | invitiamo |
        è destinato a | aperto agli | aperto ai | rivolto agli | rivolto ai | rivolta agli | rivolta ai |
        si rivolge agli | si rivolge ai
    nl:
        wij nodigen … uit | we nodigen … uit | nodigt … uit | wij zoeken | we zoeken | is bedoeld voor |
        bedoeld voor | staat open voor | is gericht op | richt zich op | richt zich tot | doelgroep: | voor wie: |
        op zoek naar | gezocht:
    pl:
        szukamy | poszukujemy | zapraszamy do udziału | zapraszamy do panelu | zapraszamy do | zapraszamy |
        skierowan* do | skierowany jest do | przeznaczon* dla | dla kogo: | adresowan* do | adresatami są |
        mogą wziąć udział | mogą zgłaszać się
    pt:
        procuramos | destina-se a | destina-se aos | destina-se às | dirige-se a | dirigid* a | aberto a |
        aberta a | aberta aos | destinatários: | convidamos | podem participar
    sv, da, no:
        vi söker | söker | riktar sig till | vänder sig till | är öppen för | målgrupp: | vi vill höra från |
        henvender sig til | vi søger | vi søker | retter seg mot | er åben for | er åpen for | målgruppe:
    cs, sk:
        hledáme | je určen* pro | určeno pro | je otevřen* pro | obracíme se na | zveme | cílová skupina: |
        hľadáme | je určen* pre
""")

# A heading, or a short question, below which it says who is looked for.
AUDIENCE_HEADINGS = by_language("""
    en:
        who can | who may | who should | who we are looking for | who are we looking for | who is it for |
        who is this for | target group | target audience | who is invited | who? | for whom | eligibility |
        participants | who is eligible | practitioners we are looking for | who do we need | who could | audience
    fr:
        pour qui | public visé | qui peut | qui peuvent | à qui | public | participants | destinataires |
        profil recherché
    de:
        wer kann | wer sich | wer darf | für wen | zielgruppe | wen wir suchen | wen suchen wir | teilnehme* | wer?
    es:
        a quién va | quién puede | quiénes pueden | destinatarios | para quién | dirigido a | a quién
    it:
        chi può | destinatari | per chi | a chi si rivolge | a chi è rivolto
    nl:
        voor wie | doelgroep | wie kan | wie kunnen | wie zoeken we | wie zoeken wij | deelnemers
    pl:
        dla kogo | kto może | kogo szukamy | adresaci | uczestnicy | do kogo
    pt:
        para quem | quem pode | destinatários | a quem
    sv, da, no:
        vem kan | för vem | målgrupp* | vem söker vi | hvem kan | for hvem
    cs, sk:
        pro koho | kdo se může | kdo může | cílová skupina | koho hledáme | pre koho
""")

# Names follow.
CONTACT = by_language("""
    en:
        contact | contacts | contact person* | contacting | get in touch with | in touch with | questions to |
        queries to | for more information | for further information | for questions | further questions |
        for clarifications | more information | information from | coordination | coordinated by | coordinator* |
        organiser* | organizer* | organised by | organized by | facilitated by | facilitator* | moderator* | phone |
        call | ring | telephone | speak to | talk to | ask | write to | e-mail | email | on behalf of |
        convened by | convenor* | convener* | team | staff | reach | help desk
    fr:
        contact | contacts | contacter | contactez | renseignements | informations | pour en savoir plus |
        pour toute question | coordination | coordonné par | organisé par | organisatrice* | organisateur* |
        appelez | téléphonez | joindre | questions à | s'adresser à | adressez-vous à | auprès de | animé par |
        responsable*
    de:
        kontakt | ansprechpartner* | ansprechperson* | auskunft | auskünfte | fragen an | rückfragen | bei fragen |
        informationen bei | koordination | organisation | leitung | ruf | rufen sie | anrufen | wenden sie sich an |
        melden sie sich bei | meldet euch bei | erreichbar | betreut von | moderation
    es:
        contacto | contactos | contacte con | contactar con | póngase en contacto con | información |
        más información | dudas | consultas | coordina | coordinan | coordinación | organiza | organizan | llame a |
        llama a | escriba a | pregunte por | responsable*
    it:
        contatti | contatto | contattare | contattate | informazioni | per informazioni | coordinamento |
        coordinatrice | coordinatore | organizzazione | a cura di | referente | referenti | rivolgersi a |
        telefonare a | chiamare | domande a
    nl:
        contact | contactpersoon | contactpersonen | contacteer | neem contact op met | vragen aan | informatie |
        meer weten | bel | bel of mail | coördinatie | organisatie | aanspreekpunt | inlichtingen
    pl:
        kontakt | kontaktować się z | informacji udziela* | informacje | osoba do kontaktu | osoby do kontaktu |
        koordynacja | koordynator* | koordynatork* | pytania prosimy | pytania do | pytań | zadzwoń | organizator* |
        organizatork*
    pt:
        contacto | contactos | contato | contatos | contactar | informações | coordenação | organização | dúvidas |
        esclarecimentos | responsável | ligue
    sv, da, no:
        kontakt | kontakta | kontaktperson* | frågor till | frågor? | upplysningar | information | samordnare |
        arrangör* | ring | hör av dig till | kontaktpersoner | spørgsmål til | spørsmål til | arrangør*
    cs, sk:
        kontakt | kontakty | kontaktní osob* | kontaktujte | informace | dotazy | koordinátor* | koordinátork* |
        organizátor* | volejte | kontaktná osoba
""")

# Answers go to who or what follows.
SENDS = by_language("""
    en:
        send | sends | sending | sent to | be sent | submit* | reply to | reply by | reply before | replies to |
        respond to | respond by | responses to | answers to | applications to | contributions to | inputs to |
        return … to | mail … to | e-mail your | email your | e-mail us | email us | e-mail: | email: | by e-mail |
        by email | via e-mail | via email | should reach | must reach | to reach | forward … to | write to |
        write us | write an e-mail | apply to | apply by | drop us | when and where to send it | message to |
        addressed to | should arrive | must arrive | register by | let us know
    fr:
        écrivez-nous | envoyer | envoyez | à envoyer | envoyées | envoyés | adresser | adressez | adressées |
        à l'adresse | par courriel | par mail | par e-mail | écrire à | écrivez | transmettre | transmettez |
        faire parvenir | merci de répondre | réponses à | répondre à | retourner | retournez
    de:
        senden | sendet | sende | schicken | schickt | schick | einsenden | einreichen | eingereicht |
        eine nachricht an | e-mail an | mail an | schreiben sie | schreibt | schreib | an die adresse |
        antworten an | bewerbungen an | bewerbung an | per e-mail | per mail | richten sie | mailen | mailt |
        zusenden | übermitteln
    es:
        escríbenos | escríbanos | escribidnos | escriba | escribir | escribid | envíe | envíen | envía | enviad |
        enviar | enviarán | envío | remitir | remita | escriba a | escribir a | escribe a | por correo | al correo |
        a la dirección | responda a | respuestas a | mande | manda
    it:
        scriveteci | scrivici | scrivere | scrivete | inviare | inviate | invia | invii | spedire | mandare |
        mandate | scrivere a | scrivete a | via e-mail | via mail | via email | all'indirizzo | risposte a |
        risposta a | per e-mail | trasmettere | far pervenire | pervenire
    nl:
        stuur | stuurt | sturen | mail | mailen | mailt | per e-mail | per mail | via e-mail | schrijf |
        antwoorden naar | laat … weten | inzenden | opsturen | richten aan | reageer | reageren
    pl:
        wyślij | wysłać | wysyłać | prześlij | przesłać | przesyłać | prosimy o przesłanie | nadsyłać | na adres |
        mailem | e-mailem | pocztą elektroniczną | odpowiedzi przyjmujemy | zgłoszenia przyjmujemy | zgłoszenia na |
        odpowiedzi na adres | napisz | piszcie
    pt:
        enviar | envie | enviem | enviadas | enviados | remeter | por e-mail | por correio | para o endereço |
        respostas para | escreva para | entregues | responda para
    sv, da, no:
        skicka | skickas | mejla | maila | mejlas | sänd | sändas | svar till | svara till | ansökan till |
        anmälan till | via e-post | med e-post | send | sendes | skriv til | på mail | e-post til
    cs, sk:
        pošlete | poslat | posílejte | zašlete | zaslat | zasílejte | odpovědi na adresu | e-mailem | na adresu |
        na e-mail | napište | pošlite | zašlite
""")

# Answers go into a form.
FORM = by_language("""
    en:
        fill in … form | fill out … form | fill in form | filling in … form | filling out … form | complete … form |
        completing … form | via … form | through … form | using … form | use … form | with … form | in this form |
        in the form | on this form | online form | web form | registration form | application form | form below |
        this form | our form | short form | online survey | fill in … survey | fill in … questionnaire |
        fill out … questionnaire | complete … survey | complete … questionnaire | eusurvey | register here |
        register online | apply online | sign up here | register via | registration link | application portal |
        online platform
    fr:
        formulaire | remplir le | remplissez | questionnaire en ligne | inscription en ligne | inscrivez-vous ici
    de:
        formular | online-formular | anmeldeformular | bewerbungsformular | formulars | online-fragebogen |
        online bewerben | füllen sie | füllt … aus | ausfüllen
    es:
        formulario | rellenando | rellene | rellena | rellenar | cumplimente | cuestionario en línea |
        inscripción en línea
    it:
        modulo | compilare | compilate | compila | compilando | questionario online | formulario | form online |
        iscrizione online
    nl:
        formulier | aanmeldformulier | inschrijfformulier | vul … in | online vragenlijst | via deze link
    pl:
        formularz | formularza | formularzu | wypełnij | wypełnić | wypełniając | ankieta | ankietę | ankiety
    pt:
        formulário | preencha | preencher | preenchendo | questionário em linha | inscrição online
    sv, da, no:
        formulär | formuläret | anmälningsformulär | fyll i | skema | skemaet | udfyld | skjema | skjemaet | fyll ut
    cs, sk:
        formulář | formuláře | formuláři | vyplňte | vyplněním | dotazník online | formulár
""")

# A limit, or a number, of those who can take part.
PLACES_LIMITED = by_language("""
    en:
        limited number | limited amount | limited places | limited seats | limited space | limited to |
        places are limited | places is limited | seats are limited | seats is limited | space is limited |
        spaces are limited | participation is limited | number of participants is | number of seats is |
        number of places is | first come | first-come | draw lots | drawn by lot | by lot | more candidates than |
        more applicants than | more applications than | waiting list | reserve list | up to … participants |
        maximum of … participants | at most … participants | not everybody can | few places
    fr:
        nombre de places | places limitées | places sont limitées | nombre limité | limité à | limitée à |
        tirage au sort | premiers inscrits | premier arrivé | liste d'attente | jauge | une quinzaine de places |
        une vingtaine de places | une dizaine de places | une trentaine de places | places disponibles |
        places sont disponibles
    de:
        begrenzt | beschränkt | platzzahl | teilnehmerzahl | wer zuerst | das los entscheidet | ausgelost |
        warteliste | es gibt platz für | platz für
    es:
        plazas limitadas | aforo | limitado a | limitada a | número limitado | sorteo | orden de llegada |
        lista de espera | hay sitio para | plazas son limitadas
    it:
        posti limitati | numero limitato | limitato a | un massimo di | massimo di | numero massimo |
        posti disponibili | a numero chiuso | sorteggio | ordine di arrivo | lista d'attesa
    nl:
        beperkt | plaatsen is | plaatsen zijn | vol is vol | loting | wachtlijst | maximaal … deelnemers |
        plaats voor
    pl:
        liczba miejsc | ograniczon* | limit miejsc | losowanie | kolejność zgłoszeń | lista rezerwowa |
        liczba uczestników
    pt:
        vagas limitadas | número limitado | limitado a | limitada a | sorteio | ordem de chegada | lista de espera |
        há lugar para | lugares limitados
    sv, da, no:
        begränsat antal | begränsat | först till kvarn | lottning | lottas | väntelista | antal platser |
        begrænset | først til mølle | lodtrækning | begrenset
    cs, sk:
        omezen* | počet míst | kapacita | losování | losovat | kdo dřív | pořadník | náhradníc* | obmedzen*
""")

# What places are called behind their number.
PLACE_WORDS = by_language("""
    en:
        places | seats | spots | participants | tickets | people per | chairs | members | places available
    fr:
        places | participants | participantes | sièges | chaises | personnes
    de:
        plätze | plätzen | sitze | teilnehmende | teilnehmer | teilnehmerinnen | stühle | tandems | personen
    es:
        plazas | personas | participantes | asientos | vecinas | ponencias | sillas
    it:
        posti | partecipanti | persone
    nl:
        plaatsen | plekken | mensen | deelnemers | stoelen | personen
    pl:
        miejsc | miejsca | uczestników
    pt:
        vagas | lugares | participantes | pessoas
    sv, da, no:
        platser | deltagare | pladser | deltagere | plasser
    cs, sk:
        míst | místa | účastníků | miest | osob
""")

# What is said of the language in which people work.
SPOKEN = by_language("""
    en:
        working language* | language of the | languages of the | held in | conducted in | take place in |
        takes place in | run in | interpretation | interpreters | interpreted | is in | will be in | in … only |
        language: | languages: | translated into | in english | in french | in spanish | in german | in either |
        simultaneous
    fr:
        langue de travail | langues de travail | langue : | langues : | se tiendra en | se déroulera en |
        interprétation | en français | en anglais | la langue | les langues
    de:
        arbeitssprache* | sprache: | sprachen: | konferenzsprache* | auf deutsch | auf englisch | in deutscher |
        in englischer | dolmetsch* | verdolmetsch* | gesprochen wird | sprache ist | sprache der
    es:
        idioma* | lengua* | en castellano | en español | en inglés | interpretación | se celebra en |
        se celebrará en
    it:
        lingua | lingue | in italiano | in inglese | interpretariato | interpretazione | traduzione
    nl:
        voertaal | voertalen | taal: | in het nederlands | in het engels | tolken | vertolking | werktaal
    pl:
        w języku | język* | po polsku | po angielsku | tłumacz*
    pt:
        língua* | idioma* | em português | em inglês | interpretação
    sv, da, no:
        språk | på svenska | på engelska | tolk* | sprog | på dansk | på norsk | på engelsk
    cs, sk:
        jazyk* | v češtině | česky | v angličtině | anglicky | tlumočen* | po slovensky
""")

# Said of the announcement or of other papers, not of the meeting.
NOT_SPOKEN = by_language("""
    en:
        also available | this page | this call | read this | version | published in | translation of |
        this announcement
    fr:
        également disponible | disponible en | cette page | version
    de:
        auch verfügbar | diese seite | fassung | version
    es:
        también disponible | disponible en | esta página | versión
    it:
        disponibile anche | questa pagina | versione
    nl:
        ook beschikbaar | deze pagina | versie
    pl:
        dostępn* | ta strona | wersja
""")
