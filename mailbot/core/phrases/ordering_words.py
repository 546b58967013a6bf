"""What stands around an order without changing it, and what changes it so much that it is none. Small letters."""

from mailbot.core.phrases.listed import typed

# Says nothing: who asks, politeness, articles, what is numbered, what is closed, sent or extended.
LITTLE = typed("""
    en:
        for me | out of the mailing | from the mailing list | for us | if you please |
        the following | following |
        my decisions | candidates who are | applicants who are |
        here are my choices | my choices | our choices | here are our choices | here are my decisions | could you |
        today |
        please | pls | kindly | the | these | those | them | then | now | just | also | and then | we | i | us |
        let us |
        let s | i would like to | i d like to | we would like to | we d like to | we want to |
        i want to | would like to | i wish to |
        we wish to | could you please | can you please | would you please | will you please | as discussed |
        as agreed | it | this | that | go ahead and | please go ahead and |
        you can | the ones | here are our decisions | here is our decision | our decisions | our decision | decisions |
        decision | my decision | here is my choice | here is our choice | our choice | by post | who | people who
        of the batch | from the batch | from the mailing | from this batch | of this batch | of the mailing |
        the call | the letters | letters | the batch | batch | the deadline | deadline | the plan | of them |
        of the list
    de:
        mal | einmal |
        dafür | eine | einen | aus dem versand | aus der sendung | von der liste | vom versand |
        aus der liste der briefe |
        bei | für | folgende | folgenden |
        könntest du | könnten sie |
        bitte | die | der | das | den | dem | jetzt | dann | nun | auch | noch | wir | ich | uns | ihr | sie | mir |
        lasst uns |
        wir möchten | ich möchte | möchten wir | möchte ich | wir wollen | ich will | wir würden gerne |
        wie besprochen |
        wie vereinbart | den aufruf | aufruf | ausschreibung | briefe | frist | unsere entscheidung |
        unsere entscheidungen |
        entscheidungen | bitte um | gerne | gern | könntest du bitte | könnten sie bitte | können sie bitte |
        kannst du bitte
    fr:
        me | de l envoi | du lot | des envois | hors de l envoi |
        pour | suivants | suivantes | les suivants |
        pourrais tu |
        s il vous plaît | s il te plaît | svp | stp | veuillez | merci de | merci d | prière de | prière d | le | la |
        les | l |
        un | une | nous | je | j | on | donc | maintenant | aussi | puis | ensuite | nous voulons | nous souhaitons |
        je souhaite | je voudrais | nous voudrions | comme convenu | l appel | appel | les lettres | lettres |
        date limite |
        le délai | délai | pourriez vous | moi | nous avons décidé | notre décision | nos décisions | décisions |
        ceux | ceux qui sont | personnes
    es:
        una | del envío | del lote |
        para | siguientes | los siguientes |
        podrías | podrían |
        por favor | el | los | las | lo | a los | a las | al | a la | a | nosotros | ahora | también | luego |
        queremos |
        quiero | quisiera | nos gustaría | me gustaría | según lo acordado | convocatoria | la convocatoria |
        las cartas |
        cartas | plazo | el plazo | decisiones | nuestras decisiones
    it:
        pure |
        mi | uno | dall invio | dal gruppo | dal lotto |
        seguenti |
        potresti | potreste |
        per favore | per piacere | per cortesia | prego | il | lo | gli | i | le | ora | anche | poi | vorrei |
        vorremmo |
        vogliamo | come concordato | la chiamata | chiamata | il bando | bando | lettere | scadenza | decisioni
    nl:
        een | uit de verzending | van de verzending | uit de lijst |
        voor | volgende | de volgende |
        kun je | kunt u |
        alstublieft | alsjeblieft | aub | graag | de | het | nu | dan | ook | wij | we | ik |
        ik wil | wij willen | we willen |
        ik wil graag | zoals afgesproken | de oproep | oproep | brieven | de brieven | deadline | mij | maar even
    pl:
        z wysyłki | z partii |
        dla | następujące | następujących |
        proszę | prosimy | poproszę | teraz | też | także | chcę | chcemy | chciałbym | chciałabym | chcielibyśmy |
        nabór |
        listy | termin | decyzje
    pt:
        uma | do envio | do lote |
        seguintes | os seguintes |
        por favor | se faz favor | o | os | as | à | ao | aos | agora | também | depois | queremos | quero |
        gostaria de |
        gostaríamos de | conforme combinado | a chamada | chamada | cartas | prazo | decisões
    sv:
        mig | ett | ur utskicket | från utskicket |
        för | följande |
        vänligen | var vänlig och | snälla | den | det | nu | sedan | också | vi | jag | vi vill | jag vill |
        vi vill gärna |
        jag vill gärna | brev | breven | inbjudan till | utlysningen | tidsfristen | beslut
    cs:
        z rozesílky | z odesílání | z dávky |
        pro | následující | následujícím |
        prosím | prosíme | teď | nyní | také | chceme | chci | chtěl bych | chtěla bych | chtěli bychom | výzvu |
        dopisy |
        lhůtu | termín | rozhodnutí
    el:
        μια | ένα | από την αποστολή |
        για | στους | στις | στον | στην | ακόλουθους | παρακάτω |
        παρακαλώ | σας παρακαλώ | μου | τον | την | το | τους | τις | τα | του | της | των | ο | η | οι | τώρα |
        επίσης | θέλουμε να |
        θέλω να | την πρόσκληση συμμετοχής | επιστολές | τις επιστολές | προθεσμία | την προθεσμία | όσους είναι |
        αποφάσεις
""")

# Only before a number: `no. 4`, `les numéros 3, 7`. After one they would say how many: `3 people`.
NUMBERING = typed("""
    en:
        no | nos | number | numbers | num | entry | entries | candidate | candidates | applicant | applicants | person |
        persons | submission | submissions | application | applications | ids | id
    de:
        nr | nrn | nummer | nummern | eintrag | einträge | bewerbung | bewerbungen | bewerber
    fr:
        n | n os | numéro | numéros | candidat | candidats | candidature | candidatures | dossier | dossiers
    es:
        núm | número | números | candidato | candidatos | solicitud | solicitudes
    it:
        num | numero | numeri | candidato | candidati
    nl:
        nrs | nummers | kandidaat | kandidaten | inzending | inzendingen
    pl:
        numer | numery | numerom | osoby | osobę | zgłoszenia | zgłoszenie
    pt:
        candidaturas | inscrição | inscrições
    sv:
        nummer | anmälan | anmälningar
    cs:
        č | čís | číslo | čísla | přihlášku | přihlášky
    el:
        αρ | αριθμό | αριθμούς | αριθμός | νούμερο | νούμερα | υποψήφιο | υποψηφίους
""")

# Before the first of two: `de 3 à 9`, `od 3 do 9`.
FROM = typed("""
    from | between | von | vom | de | du | del | desde | da | dal | dalla | dai | van | vanaf | od | från | από
""")

BECAUSE = typed("""
    en:
        because | since | reason | the reason is | for the reason that | due to | because of
    de:
        weil | da | denn | grund | begründung | wegen
    fr:
        parce que | parce qu | car | puisque | motif | raison | à cause de
    es, pt:
        porque | ya que | pues | motivo | debido a | pois | por falta de | já que | uma vez que
    it:
        perché | poiché | in quanto | siccome
    nl:
        omdat | want | aangezien | reden | wegens
    pl:
        ponieważ | bo | gdyż | powód | z powodu
    sv:
        eftersom | därför att | för att | skäl | på grund av
    cs:
        protože | neboť | důvod | kvůli
    el:
        επειδή | γιατί | διότι | λόγος | λόγω
""")

YES = typed("""
    en:
        fine by me | ok from my side | okay from my side | fine from my side | ok for us | ok from us | ok with us |
        fine with us |
        okey | go for it | that works | works for me | do it | please do so | carry on | that s right |
        approved by me | all ok | sounds good | it s fine | that s ok | that is ok | go on |
        ok | okay | o k | k | ok for me | okay for me | fine with me | ok with me | yes | yep | yup | yeah | sure |
        go ahead | please do | please proceed | please go ahead |
        proceed | confirm | confirmed | agreed | approved | i agree | i confirm | we confirm | we agree | all right |
        alright
    de:
        das ist ok so | das ist ok | ok für uns | passt für uns | für uns ok | von meiner seite ok | von uns aus ok |
        ok so | alles ok | machen sie das so | bitte so machen | kannst du so machen |
        können sie so machen | stimmt so | so ist es gut | ist gut | klingt gut | meinetwegen | genehmigt |
        zustimmung | ich stimme zu |
        ist in ordnung | das ist in ordnung | das passt | ist gut so | von mir aus ok |
        ja | jawohl | passt | passt so | passt alles | genau so machen | so machen wir es | ok für mich |
        für mich ok | ist ok | passt für mich | einverstanden | bestätigt | in ordnung | geht klar | freigegeben |
        ich bestätige | bin einverstanden |
        ich bin einverstanden | machen wir so | so machen
    fr:
        d accord pour nous | ok de mon côté |
        c est parfait | vas y | vous pouvez y aller | tu peux y aller | validé | je valide |
        c est validé | c est bon pour moi | bon pour moi | procédez | ça me va | ok pour nous |
        feu vert |
        allez y | ça marche |
        oui | d accord | ok pour moi | d accord pour moi | c est ok | entendu | bien sûr | confirmé | je confirme |
        c est d accord | je suis d accord | c est bon
    es:
        venga | procede | procedan | procedamos | me parece perfecto | aprobado | lo confirmo | apruebo |
        correcto | todo correcto | está perfecto | está todo bien | por mí bien | hágalo | hazlo |
        está bien | me parece bien |
        sí | si | vale | ok por mí | por mí ok | de acuerdo | conforme | confirmado | confirmo | adelante |
        estoy de acuerdo | por supuesto
    it:
        procedi | procedi pure | procedete pure | proceda | proceda pure | procediamo | vai pure | approvato |
        approvo | va benissimo | tutto ok | confermo tutto | faccia pure | fate pure |
        fai pure | per noi va bene |
        sì | va bene | va bene così | ok per me | per me va bene | per me ok | d accordo | confermo | confermato |
        sono d accordo | procedete | certo
    nl:
        ok wat mij betreft | goed zo |
        doe maar | ga maar door | goedgekeurd | klopt | klopt zo | ga door | zo is het goed | prima zo |
        ik ben akkoord | akkoord voor mij | mij best | ziet er goed uit ga je gang |
        is goed | dat is goed |
        akkoord | oké | jazeker | ok voor mij | wat mij betreft ok | prima voor mij | ga je gang | bevestigd |
        ik ga akkoord | in orde | jawel
    pl:
        tak proszę bardzo |
        dobra | akceptuję | zatwierdzam | zatwierdzone | jestem za | proszę działać | zgadza się | niech tak będzie |
        działajcie | pasuje | potwierdzamy | zgadzamy się |
        tak | zgoda | zgadzam się | potwierdzam | w porządku | oczywiście
    pt:
        avança | avancem | avance | aprovado | aprovo | está bom | por mim está bem |
        por mim ok | concordamos |
        sim | de acordo | concordo | pode avançar | podem avançar | está bem
    sv:
        det går bra | gör så | gör det | kör vi | kör vi på | då kör vi | låter bra | godkänns | stämmer |
        det stämmer | jag håller med | helt ok | ok för mig | det blir bra |
        det är ok | det är bra |
        okej | jag godkänner | jag bekräftar | godkänt | kör | kör på | javisst
    cs:
        potvrzujeme | schvaluji | schváleno | tak jo | jasně | platí | můžete pokračovat | pokračujte |
        jsem pro | ok za mě | za mě ok | za mě dobré |
        ano | souhlasím | souhlasíme | v pořádku | potvrzuji | dobře
    el:
        προχώρα | συμφωνούμε | εγκρίνω | εγκρίνεται | βεβαίως | έτσι είναι | προχωράμε | σωστά | επιβεβαιώνουμε |
        ναι | εντάξει | συμφωνώ | σύμφωνοι | σύμφωνη | σύμφωνος | οκ | επιβεβαιώνω | προχωρήστε
""")

# Beside a yes, and by itself nothing.
PRAISE = typed("""
    looks good | look good | looks good to me | perfect | great | fine | very good | good | excellent | wonderful |
    all good |
    passt | passt so | prima | super | sehr gut | gut | perfekt | sieht gut aus | alles klar | parfait | très bien |
    bien |
    perfecto | muy bien | perfetto | benissimo | bene | prima zo | goed | świetnie | dobrze | perfeito | muito bem |
    bra |
    perfekt | výborně | τέλεια | ωραία | that s fine | that is fine | this is fine | great list | very helpful |
    lovely | brilliant |
    ser bra ut | det ser bra ut | ser fint ut | jättebra | toppen | sieht alles gut aus | sieht prima aus |
    das sieht gut aus |
    wunderbar | bestens | klasse | ça a l air bien | c est bien | c est parfait | impeccable | genial | estupendo |
    tiene buena pinta |
    se ve bien | ottimo | sembra tutto a posto | tutto bene | mi sembra tutto a posto | ziet er goed uit |
    dat ziet er goed uit |
    uitstekend | wygląda dobrze | super | bardzo dobrze | ótimo | parece bem | está ótimo | excelente |
    vypadá to dobře |
    vypadá dobře | skvělé | μια χαρά | πολύ ωραία | φαίνεται καλό | φαίνεται εντάξει | it all looks good |
    this looks good |
    everything looks good | looks fine | looks fine to me | looks great | looks right | looks ok | nice
""")

# Opens what is said out of politeness up to the next comma.
POLITE = typed("""
    en:
        oops | whoops | apologies | my apologies | see you |
        hope you | i hope you | hope this finds you | happy monday |
        happy friday | good evening | thank you for | happy new year | have a great | have a lovely | enjoy your |
        enjoy the | greetings | all the best | kind regards | take care | speak soon | talk soon |
        thanks | thank you | thx | many thanks | cheers | best | regards | hi | hello | dear | hey | good morning |
        good afternoon | sincerely | sorry | have a nice | have a good | let me know if | feel free | do not hesitate |
        don t hesitate | if you have any questions | if you have questions | if anything is unclear |
        hope this helps | for you
    de:
        hoppla | ups | verzeihung | bis bald | bis montag | bis dann |
        guten abend | schöne grüße | herzliche grüße | ich hoffe es | ich hoffe sie | ich hoffe ihr | ich hoffe du |
        hoffe es | schönen abend | schönen feierabend | einen schönen | frohes | gruss | gruesse | servus |
        grüß gott | danke für | vielen dank für | sehr geehrte |
        danke | vielen dank | besten dank | dank | mit freundlichen | viele grüße | beste grüße | liebe grüße |
        grüße | gruß |
        hallo | guten tag | guten morgen | moin | lg | vg | mfg | schönen tag | schönes wochenende | bei fragen |
        wenn sie fragen haben | falls sie fragen haben | entschuldigung
    fr:
        oups | pardon | excusez moi | au plaisir de vous voir |
        bon courage | bonne semaine | bonne fin | bon après midi | je reste à |
        reste à votre | reste à ta | amitiés | à bientôt | belle journée | merci pour | merci de votre |
        merci encore | chère | cher | chers |
        merci | merci beaucoup | merci d avance | cordialement | bien cordialement | bien à vous | bonjour | bonsoir |
        salut |
        bonne journée | bonne soirée | bon week end | n hésitez pas | si vous avez des questions | désolé | désolée
    es:
        perdón | perdona | perdone | disculpe |
        espero que estés | espero que esté | espero que estéis | buen fin de semana | feliz |
        buenas | quedo a su disposición | quedo a | saludos cordiales | gracias por | estimados | estimado |
        estimada | buenas noches |
        gracias | muchas gracias | saludos | un saludo | hola | buenos días | buenas tardes | atentamente | un abrazo
    it:
        scusa | scusi | scusate | scusami | mi scusi |
        buon lavoro | buon fine settimana | buon weekend | resto a | resto a disposizione | a presto |
        gentile | salve | buon pomeriggio | gentilissima | gentilissimo | grazie per | un caro saluto | cordialmente |
        grazie | grazie mille | saluti | cordiali saluti | un saluto | buongiorno | buonasera | ciao | buona giornata
    nl:
        excuses |
        goedenavond | fijn weekend | fijne avond | hartelijke groet | hartelijke |
        prettig weekend | geachte | bedankt voor | dank voor | groetjes |
        bedankt | dank je | dank u | groeten | groet | met vriendelijke | hallo | hoi | goedemorgen | goedemiddag |
        fijne dag |
        alvast bedankt
    pl:
        przepraszam | przepraszamy |
        miłego dnia | miłego | dobry wieczór | szanowni | serdecznie | serdeczne | dziękuję za |
        dziękuję | dziękujemy | dzięki | z góry dziękuję | pozdrawiam | pozdrowienia | dzień dobry | witam | cześć |
        z poważaniem
    pt:
        desculpa | desculpe | desculpem |
        espero que esteja | espero que estejas | espero que estejam | espero que tudo | bom fim de semana |
        boa noite | melhores cumprimentos | com os melhores | obrigado pelo | obrigada pelo | caros | cara | caro |
        beijinhos |
        obrigado | obrigada | muito obrigado | muito obrigada | cumprimentos | olá | bom dia | boa tarde | abraço |
        atenciosamente
    sv:
        förlåt | ursäkta |
        trevlig helg | ha det | god morgon | god kväll | hejsan | allt gott | tack för | bästa |
        ha en | ha en bra |
        tack | tack så mycket | tack på förhand | hälsningar | med vänliga | vänliga hälsningar | mvh | hej
    cs:
        promiňte | promiň | omlouvám se |
        hezký víkend | dobré ráno | přeji | mějte se | krásný den | s úctou | díky za | děkuji za |
        vážená | vážený |
        děkuji | děkujeme | díky | předem děkuji | s pozdravem | pozdrav | zdravím | dobrý den | ahoj | hezký den
    el:
        συγγνώμη | συγνώμη |
        ελπίζω να είστε | ελπίζω να είσαι | ελπίζω όλα | καλό σαββατοκύριακο | φιλικά | καλημέρα σας | καλησπέρα σας |
        αγαπητοί | αγαπητέ | αγαπητή | ευχαριστώ για |
        ευχαριστώ | ευχαριστούμε | ευχαριστώ πολύ | χαιρετισμούς | με εκτίμηση | γεια | γεια σας | καλημέρα |
        καλησπέρα |
        καλή συνέχεια
""")

# Beside the phrases of consent: what makes an order none where it stands in a sentence of its own.
HOLDING_BACK = typed("""
    yet | wait | waiting for | later | tomorrow | example | e g | instead | rather | should | would | could | might |
    may |
    draft | test | cannot | until | after | before | once | as soon as | unless | ignore | forget | next | only |
    but | nicht |
    noch nicht | zum beispiel | beispiel | z b | erst | sobald | sollten | sollen | könnten | würde | würden |
    par exemple |
    exemple | pas encore | faut il | peut être | por ejemplo | ejemplo | todavía | aún | todavía no | ancora |
    ad esempio |
    esempio | bijvoorbeeld | voorbeeld | nog | zouden | moeten | na przykład | przykład | jeszcze | czy | por exemplo |
    exemplo | ainda | till exempel | exempel | ännu | ska | borde | například | příklad | ještě | máme | παράδειγμα |
    ακόμα |
    ακόμη | μήπως | πρέπει | jeśli | jeżeli | maar | ma | indien | si | se | om | αν | wenn | falls | if | sofern |
    mais | pero | mas | men | ale | αλλά | i guess | i suppose | i believe |
    neposíl- | nezv- | nezav- | neodm- | nepozv- | neuzav- | neprodl- | neodes- | nepřip- | nezam- | nezruš- |
    except | sauf | salvo | außer | tranne | behalve | oprócz | utom | kromě | εκτός
""")

# What begins so takes back a part of what was said before.
OR = typed("or | oder | ou | o | u | oppure | of | lub | albo | czy | eller | nebo | anebo | ή")

# In a reason these would say that the order hangs on something.
HANGING = typed("""
    if | unless | only if | except | otherwise | wenn | falls | sofern | außer | sonst | si | sauf | à moins | sinon |
    salvo |
    a menos | excepto | se | tranne | a meno | als | tenzij | behalve | jeśli | chyba że | oprócz | exceto | om |
    såvida |
    pokud | ledaže | kromě | αν | εκτός | should | until | or | oder
""")
