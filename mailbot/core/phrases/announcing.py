"""What announcements write of those they look for, of places and of languages, and in their titles.

`…` stands for some words between (of an audience: for those who are looked for), `*` at the end for any ending of the word.
"""

from mailbot.core.phrases.listed import by_language

# In a title.
CALL_WORDS = by_language("""
    en:
        call for | call: | calls for | invitation | expression of interest | expressions of interest |
        take part | join our | open call | participants wanted | wanted | we are looking | seeks |
        looking for | apply | register | registration | consultation | call to | panel | workshop |
        focus group* | volunteers | meeting | training school
    fr:
        appel à | appel aux | appel : | invitation | participez | recherche | recherchons | cherche |
        cherchons | inscription* | candidature* | consultation | atelier
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
        oproep | uitnodiging | gezocht | zoekt | zoeken | doe mee | denk mee | meld je | aanmelden |
        deelnemers | expertmeeting | bijeenkomst
    pl:
        nabór | zaproszenie | zapraszamy | szukamy | poszukujemy | zgłoś | zgłoszenia | rekrutacja |
        konsultacje | warsztat* | konkurs
    pt:
        convocatória | convite | chamada | inscriç* | procuramos | participe | candidatura* | consulta |
        oficina
    sv, da, no:
        inbjudan | söker | sökes | utlysning | anmäl | ansök* | vill du | invitation | indkaldelse | søger |
        søker | invitasjon | efterlysning | delta
    cs, sk:
        výzva | pozvánka | hledáme | hledá | přihlaste | zapojte | konzultace | hľadáme | pozývame
""")

# Who is looked for stands behind, or where the dots are.
AUDIENCE = by_language("""
    en:
        it is a day for | a day for | an evening for | a workshop for | slots for | seats for |
        addresses itself to | welcome are | invited are | is meant for | is addressed to | made for | we want |
        we are after | we hope for | calls on | invited to take part are | we welcome | reserved for |
        places for | for whom? | we are currently looking for | we are looking for | we're looking for |
        we look for | looking for | we seek | is seeking | are seeking | seeking | we would like to hear from |
        we'd like to hear from | we want to hear from | want to hear from | would love to hear from |
        is open to | are open to | open to | is aimed at | are aimed at | aimed at | is intended for |
        intended for | meant for | addressed to | is addressed at | is designed for | designed for |
        target group: | target audience: | target groups: | audience: | for whom: | who: |
        welcomes responses from | welcomes contributions from | welcomes input from | welcomes inputs from |
        responses from | contributions from | inputs from | we invite … to apply | we invite … to take part |
        we invite … to join | we invite … to participate | we invite | invites … to | is for | eligible are |
        target audience for this * is | target audience for this * are | target audience is |
        target audience are | target group is | target group are | target group consists of |
        particularly welcome* | applications from
    fr:
        peuvent se proposer | peuvent candidater | peuvent participer | invite … à | sont attendus |
        sont attendues | l'appel concerne | sont les bienvenus | s'adresse* | est réservé aux |
        est destiné aux | nous attendons | attendons | s'adresse à | s'adresse aux | s'adresse au |
        s'adressent aux | s'adressent à | nous recherchons | nous cherchons | est ouvert à | est ouvert aux |
        est ouverte à | est ouverte aux | ouvert à | ouvert aux | ouverte aux | destiné aux | destinée aux |
        destiné à | destinée à | public visé : | public : | pour qui : | nous invitons | sont invités
    de:
        bewerben dürfen sich | bewerben können sich | mitmachen dürfen | lädt … ein | angesprochen sind |
        das angebot gilt für | gilt für | gedacht für | gedacht ist | eingeladen werden | wir freuen uns auf |
        willkommen sind | gefragt sind | wendet sich | gesucht werden | gesucht sind | wir suchen |
        suchen wir | werden … gesucht | richtet sich an | richten sich an | wendet sich an | zielgruppe: |
        zielgruppe sind | zielgruppe ist | zielgruppen: | eingeladen sind | wir laden … ein |
        mitmachen können | teilnehmen können | offen für | für wen:
    es:
        pueden presentar solicitud | pueden solicitar participar |
        pueden solicitar plaza | pueden participar | pueden inscribirse | invita a … a | pueden presentarse |
        esperamos a | están invitad* | pensado para | pueden apuntarse | está pensad* para | se invita a |
        contar con | buscamos a | buscamos | se busca a | se busca | va dirigido a | va dirigida a |
        dirigido a | dirigida a | se dirige a | está abierto a | está abierta a | abierto a | abierta a |
        destinatarios: | invitamos a
    it:
        possono presentare domanda | possono fare domanda | possono presentare candidatura |
        possono chiedere un posto | possono iscriversi | possono candidarsi | invita … a |
        possono farsi avanti | l'invito è per | sono invitat* | aspettiamo | pensato per | rivolto a |
        cerchiamo | cercasi | si cercano | è aperto a | è aperta a | aperto a | aperta a | è rivolto a |
        è rivolta a | rivolta a | si rivolge a | destinatari: | possono partecipare | invitiamo |
        è destinato a | aperto agli | aperto ai | rivolto agli | rivolto ai | rivolta agli | rivolta ai |
        si rivolge agli | si rivolge ai
    nl:
        welkom zijn | de oproep geldt voor | geldt voor | we verwachten | uitgenodigd zijn | voor wie? |
        gezocht worden | wij nodigen … uit | we nodigen … uit | nodigt … uit | wij zoeken | we zoeken |
        is bedoeld voor | bedoeld voor | staat open voor | is gericht op | richt zich op | richt zich tot |
        doelgroep: | voor wie: | op zoek naar | gezocht:
    pl:
        mogą ubiegać się | mogą się ubiegać | zaprasza … na | czekamy na | spotkanie jest dla | jest dla |
        towarzystwo zaprasza | zaprasza | adresujemy do | kierujemy do | szukamy | poszukujemy |
        zapraszamy do udziału | zapraszamy do panelu | zapraszamy do | zapraszamy | skierowan* do |
        skierowany jest do | przeznaczon* dla | dla kogo: | adresowan* do | adresatami są | mogą wziąć udział |
        mogą zgłaszać się
    pt:
        podem apresentar candidatura | podem candidatar-se |
        podem pedir lugar | podem concorrer | podem participar | convida … a | podem apresentar-se |
        o convite é para | são convidados | esperamos | podem inscrever-se | pensado para | procuramos |
        destina-se a | destina-se aos | destina-se às | dirige-se a | dirigid* a | aberto a | aberta a |
        aberta aos | destinatários: | convidamos
    sv, da, no:
        bjuder in … till | inbjuder … till | indbyder … til | välkomna är | inbjudan gäller | gäller |
        är till för | inbjudna är | vi hoppas på | velkomne er | vi söker | söker | riktar sig till |
        vänder sig till | är öppen för | målgrupp: | vi vill höra från | henvender sig til | vi søger |
        vi søker | retter seg mot | er åben for | er åpen for | målgruppe:
    cs, sk:
        se mohou ucházet | mohou se hlásit | zve … na | vítáni jsou | výzva platí pro | je pro | zveme |
        čekáme na | určen* pro | oslovujeme | hledáme | je určen* pro | určeno pro | je otevřen* pro |
        obracíme se na | cílová skupina: | hľadáme | je určen* pre
""")

# Who is looked for stands before.
AUDIENCE_BEFORE = by_language("""
    en:
        are welcome | is welcome | can apply | may apply | can take part | may take part | are invited |
        are encouraged | may sign up | can put themselves forward | are eligible | can register |
        may register | are asked to
    fr:
        sont les bienvenus | sont les bienvenues | peuvent candidater | peuvent participer |
        peuvent s'inscrire | sont invités | sont invitées
    de:
        sind willkommen | können sich bewerben | können teilnehmen | können mitmachen | sind eingeladen |
        dürfen mitmachen
    es:
        son bienvenid* | pueden participar | pueden inscribirse | pueden presentarse | están invitad*
    it:
        sono i benvenuti | sono benvenut* | possono partecipare | possono candidarsi | sono invitat*
    nl:
        kunnen een plek aanvragen | kunnen zich inschrijven | kunnen zich opgeven | zijn welkom |
        kunnen zich aanmelden | kunnen meedoen | zijn uitgenodigd | mogen meedoen
    pl:
        są mile widzian* | mogą wziąć udział | mogą się zgłaszać | mogą zgłaszać się
    pt:
        são bem-vind* | podem participar | podem candidatar-se | podem inscrever-se
    sv, da, no:
        får söka | kan söka | får anmäla sig | är välkomna | kan anmäla sig | kan delta | er velkomne |
        kan søke | kan deltage
    cs, sk:
        jsou vítáni | mohou se přihlásit | se mohou přihlásit | se mohou zúčastnit | mohou se zúčastnit
""")

# A heading, or a short question, below which it says who is looked for.
AUDIENCE_HEADINGS = by_language("""
    en:
        who may | who can | who should | who we are looking for | who are we looking for | who is it for |
        who is this for | target group | target audience | who is invited | who? | for whom | eligibility |
        participants | who is eligible | practitioners we are looking for | who do we need | who could |
        audience
    fr:
        qui peut participer | pour qui | public visé | qui peut | qui peuvent | à qui | public | participants |
        destinataires | profil recherché
    de:
        wer mitmachen | wer teilnehmen | mitmachen können | wer kann | wer sich | wer darf | für wen |
        zielgruppe | wen wir suchen | wen suchen wir | teilnehme* | wer?
    es:
        a quién va | quién puede | quiénes pueden | destinatarios | para quién | dirigido a | a quién
    it:
        a chi è rivolto | chi può | destinatari | per chi | a chi si rivolge
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

# A limit, or a number, of those who can take part.
PLACES_LIMITED = by_language("""
    en:
        draw names | draw the names | names are drawn | names will be drawn | drawn at random |
        selected by lot | admitted at most | places available |
        limited number | limited amount | limited places | limited seats | limited space | limited to |
        places are limited | places is limited | seats are limited | seats is limited | space is limited |
        spaces are limited | participation is limited | number of participants is | number of seats is |
        number of places is | first come | first-come | draw lots | drawn by lot | by lot |
        more candidates than | more applicants than | more applications than | waiting list | reserve list |
        up to … participants | maximum of … participants | at most … participants | not everybody can |
        few places
    fr:
        tirons au sort | tirées au sort | tirés au sort | limitées à … personnes | limitées à … places | admis au maximum |
        nombre de places | places limitées | places sont limitées | nombre limité | limité à | limitée à |
        tirage au sort | premiers inscrits | premier arrivé | liste d'attente | jauge |
        une quinzaine de places | une vingtaine de places | une dizaine de places | une trentaine de places |
        places disponibles | places sont disponibles
    de:
        losen wir | wird gelost | werden gelost | entscheidet das los | begrenzte plätze |
        höchstzahl | zugelassen werden höchstens |
        begrenzt | beschränkt | platzzahl | teilnehmerzahl | wer zuerst | das los entscheidet | ausgelost |
        warteliste | es gibt platz für | platz für
    es:
        plazas están limitad* | cupo es limitado | se sortear* |
        por sorteo | se admit* como máximo | admitid* como máximo |
        plazas limitadas | aforo | limitado a | limitada a | número limitado | sorteo | orden de llegada |
        lista de espera | hay sitio para | plazas son limitadas
    it:
        posti sono limitati | posti limitati a | limitata a … persone |
        ammess* al massimo | ammess* fino a | sorteggiat* | per sorteggio | estratt* a sorte |
        posti limitati | numero limitato | limitato a | un massimo di | massimo di | numero massimo |
        posti disponibili | a numero chiuso | sorteggio | ordine di arrivo | lista d'attesa
    nl:
        loten we | loten wij | wordt geloot | we loten | wij loten | er is plek voor | plek voor |
        ten hoogste … deelnemers |
        beperkt | plaatsen is | plaatsen zijn | vol is vol | loting | wachtlijst | maximaal … deelnemers |
        plaats voor
    pl:
        losujemy | losowania | wylosuj* | przyjmiemy najwyżej | przyjmujemy najwyżej |
        liczba miejsc | ograniczon* | limit miejsc | losowanie | kolejność zgłoszeń | lista rezerwowa |
        liczba uczestników
    pt:
        lugares são limitados | vagas são limitadas | sorteamos | sortead* | por sorteio |
        admitid* no máximo |
        vagas limitadas | número limitado | limitado a | limitada a | sorteio | ordem de chegada |
        lista de espera | há lugar para | lugares limitados
    sv, da, no:
        platserna är begränsade | pladserne er begrænsede | plassene er begrenset |
        lottar vi | vi lottar | dras lott | trækkes lod | trekkes lodd | antal pladser |
        begränsat antal | begränsat | först till kvarn | lottning | lottas | väntelista | antal platser |
        begrænset | først til mølle | lodtrækning | begrenset
    cs, sk:
        losujeme | vylosuj* | rozhodne los | rozhodne losování |
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

# Places that can be counted, and run out.
SEATS = by_language("""
    en:
        places | seats | spots | slots | chairs | room for | space for | capacity* | places available
    fr:
        places | sièges | chaises | jauge | capacité
    de:
        plätze | plätzen | sitze | stühle | platz für | kapazität
    es:
        plazas | asientos | sillas | cupo | sitio para | aforo
    it:
        sedie | posti | capienza | posto per
    nl:
        plaatsen | plekken | stoelen | plaats voor | ruimte voor | capaciteit
    pl:
        krzeseł | krzesła | miejsc | miejsca | miejscami | limit
    pt:
        cadeiras | vagas | lugares | lotação | lugar para
    sv, da, no:
        stolar | stole | stoler | platser | plats för | pladser | plads til | plasser | plass til
    cs, sk:
        židlí | židle | míst | místa | kapacita | miest | miesta
""")

# Who takes places.
PEOPLE = by_language("""
    en:
        residents | citizens | organisations | organizations | entities | candidates | speakers |
        people | persons | participants | attendees | applicants | practitioners | members | guests
    fr:
        habitants | candidats | candidates | organismes | structures | intervenants |
        personnes | participants | participantes | membres
    de:
        bürgerinnen | bürger | organisationen | einrichtungen | bewerber* | mitglieder |
        personen | teilnehmende* | teilnehmer* | menschen | leute | gäste
    es:
        entidades | organizaciones | candidat* | vecinos | vecinas | miembros |
        personas | participantes | asistentes
    it:
        soggetti | enti | candidati | candidature | invitati | membri | organizzazioni |
        persone | partecipanti
    nl:
        bewoners | organisaties | instellingen | kandidaten | leden |
        mensen | personen | deelnemers
    pl:
        mieszkańców | podmiotów | organizacji | kandydatów | gości |
        osób | osoby | uczestników | uczestniczek
    pt:
        entidades | organizações | candidat* | membros | moradores |
        pessoas | participantes
    sv, da, no:
        invånare | organisationer | medlemmar | sökande | medlemmer |
        personer | deltagare | deltagere
    cs, sk:
        obyvatel | organizací | subjektů | zájemců | členů |
        osob | osoby | lidí | účastníků | ľudí
""")

# There cannot be more.
AT_MOST = by_language("""
    en:
        at most | no more than | up to | maximum* | max | not more than | only | a total of
    fr:
        ne compte que | au plus | au maximum | maximum | jusqu'à | ne … que | seulement
    de:
        passen | höchstens | maximal | bis zu | mehr als | nur | nicht mehr als
    es:
        caben | como mucho | como máximo | máximo | hasta | solo | sólo
    it:
        entrano | al massimo | massimo | fino a | solo | non più di
    nl:
        maar | passen | hoogstens | maximaal | niet meer dan | ten hoogste | slechts
    pl:
        mieszczą się | najwyżej | maksymalnie | nie więcej niż | do | tylko
    pt:
        só | cabem | no máximo | máximo | até | apenas
    sv, da, no:
        bara | bare | ryms | högst | maximalt | max | endast | højst | kun
    cs, sk:
        jen | vejde se | nejvýše | maximálně | nejvíce | pouze | najviac
""")

# What is said of the language in which people work.
SPOKEN = by_language("""
    en:
        conference language | meeting language | workshop language |
        spoken | we speak | speaks | works in | work in | speak | working language* | language of the |
        languages of the | held in | conducted in | take place in | takes place in | run in | interpretation |
        interpreters | interpreted | is in | will be in | in … only | language: | languages: |
        translated into | in english | in french | in spanish | in german | in either | simultaneous
    fr:
        on y parle | nous parlons | parle | langue de travail | langues de travail | langue : | langues : |
        se tiendra en | se déroulera en | interprétation | en français | en anglais | la langue | les langues
    de:
        veranstaltungssprache | tagungssprache | kurssprache | seminarsprache | workshopsprache |
        verhandlungssprache | sitzungssprache | gesprächssprache | wir sprechen | sprechen wir | gesprochen |
        findet auf | sprache | arbeitssprache* | sprache: | sprachen: | konferenzsprache* | auf deutsch |
        auf englisch | in deutscher | in englischer | dolmetsch* | verdolmetsch* | gesprochen wird |
        sprache ist | sprache der
    es:
        se habla* | hablaremos | hablamos | idioma* | lengua* | en castellano | en español | en inglés |
        interpretación | se celebra en | se celebrará en
    it:
        si parla | si parlerà | parliamo | lingua | lingue | in italiano | in inglese | interpretariato |
        interpretazione | traduzione
    nl:
        spreken | gesproken | wordt gesproken | taal | voertaal | voertalen | taal: | in het nederlands |
        in het engels | tolken | vertolking | werktaal
    pl:
        rozmawiamy | mówimy | językami | po ukraińsku | w języku | język* | po polsku | po angielsku | tłumacz*
    pt:
        fala-se | falamos | falar-se-á | língua* | idioma* | em português | em inglês | interpretação
    sv, da, no:
        vi talar | talas | talar | taler | snakker | snakkes | språk | på svenska | på engelska | tolk* |
        sprog | på dansk | på norsk | på engelsk
    cs, sk:
        mluvíme | mluví | jednací | jednacím | hovoríme | jazyk* | v češtině | česky | v angličtině |
        anglicky | tlumočen* | po slovensky
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
