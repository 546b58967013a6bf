"""How people and their devices end a mail: closings, weak closings, device lines, disclaimers, greetings. All casefolded."""

from mailbot.core.phrases.listed import folded, typed

# A line that is one of these, perhaps followed by a comma and a name, begins the signature.
CLOSINGS = typed("""
    en:
        best regards | kind regards | kindest regards | warm regards | warmest regards | with best regards |
        with kind regards | with warm regards | many regards | regards | best wishes | with best wishes | all the best |
        yours sincerely | yours faithfully | yours truly | sincerely | sincerely yours | respectfully | cordially | best |
        with kindest regards | br | kr | kind greetings | with greetings | greetings | yours | ever yours | take care |
        warmly | warm wishes | kind wishes | very best wishes | very best | my best | my best regards | all good wishes|
        with all good wishes | rgds | bw | with gratitude | with appreciation | with thanks | respectfully yours |
        yours respectfully | yours cordially | sincere regards | warm greetings | best greetings | have a nice day |
        have a good day | have a great day | have a lovely day | have a nice weekend | have a good weekend |
        have a nice evening | in solidarity
    de:
        mit freundlichen grüßen | mit freundlichen gruessen | mit freundlichem gruß | mit besten grüßen | mit bestem gruß |
        mit besten gruessen | mit herzlichen grüßen | mit herzlichem gruß | mit kollegialen grüßen | mit lieben grüßen |
        mit vielen grüßen | mit kollegialem gruß | freundliche grüße | freundlichen gruß | viele grüße | viele gruesse |
        beste grüße | beste gruesse | besten gruß | liebe grüße | liebe gruesse | lieben gruß | herzliche grüße |
        herzlichen gruß | herzlichst | schöne grüße | schönen gruß | sonnige grüße | kollegiale grüße | hochachtungsvoll |
        mfg | lg | vg | bg | hg | mbg | gruß | grüße | gruesse | viele liebe grüße | es grüßt | es grüßt sie |
        es grüßt herzlich |
        mit besten empfehlungen | alles gute | alles liebe | bis bald | schönen tag | schönen tag noch |
        einen schönen tag | einen schönen tag noch | schönes wochenende | einen guten tag
    fr:
        cordialement | bien cordialement | très cordialement | bien à vous | bien à toi | sincères salutations |
        salutations distinguées | meilleures salutations | cordiales salutations | salutations cordiales |
        respectueusement | bien respectueusement | avec mes salutations | bonne journée | très bonne journée |
        belle journée | très belle journée | bonne journée à vous | très bonne journée à vous | belle journée à vous |
        bonne soirée | belle soirée | bon week-end | bon weekend | bonne fin de journée | bonne réception | amicalement |
        bien amicalement | très amicalement | bien sincèrement | sincèrement | cdlt | cdt | bàv | à bientôt | amitiés |
        avec mes meilleures salutations | mes meilleures salutations | avec mes sincères salutations | salutations |
        mes salutations distinguées | sentiments distingués | sentiments les meilleurs | chaleureusement | bien vôtre
    es, ca:
        saludos | un saludo | saludos cordiales | un cordial saludo | un saludo cordial | cordiales saludos | cordialmente |
        atentamente | muy atentamente | reciba un cordial saludo | reciban un cordial saludo | un abrazo | abrazos |
        un fuerte abrazo | saludos afectuosos | un afectuoso saludo | atentos saludos | un atento saludo | afectuosamente |
        le saluda atentamente | les saluda atentamente | le saluda | saludos desde | mis mejores saludos |
        con un cordial saludo | buen día | que tenga un buen día | que tengan un buen día | hasta pronto | slds | besos |
        salutacions | salutacions cordials | cordials salutacions | atentament | ben cordialment | una abraçada |
        fins aviat | fins ben aviat
    it:
        cordiali saluti | distinti saluti | un cordiale saluto | i migliori saluti | saluti | un saluto | cari saluti |
        un caro saluto | saluti cordiali | molti cordiali saluti | tanti saluti | tanti cari saluti | migliori saluti |
        con i migliori saluti | con i più cordiali saluti | cordialmente | con cordialità | cordialità | in fede |
        un abbraccio | buona giornata | buona serata | buon lavoro | buon fine settimana | buon weekend | a presto |
        un saluto cordiale | con stima | rispettosamente
    nl:
        met vriendelijke groet | met vriendelijke groeten | vriendelijke groet | vriendelijke groeten | hartelijke groet |
        hartelijke groeten | met hartelijke groet | met hartelijke groeten | groeten | groet | groetjes | met groet |
        met groeten | beste groet | beste groeten | met beste groeten | met beste groet | warme groet | warme groeten |
        lieve groet | lieve groeten | veel groeten | vele groeten | mvg | hoogachtend | mvrgr | mhg | gr. | m.v.g. |
        vr. gr. |
        fijne dag | fijne dag nog | een fijne dag | prettige dag | fijn weekend | prettig weekend | tot ziens | tot gauw
    pl:
        z poważaniem | pozdrawiam | pozdrawiam serdecznie | serdecznie pozdrawiam | z pozdrowieniami |
        z wyrazami szacunku | z wyrazami poważania | z szacunkiem | łączę pozdrowienia | łączę wyrazy szacunku |
        serdeczne pozdrowienia | z serdecznymi pozdrowieniami | pozdrowienia | pozdrawiam ciepło | pozdrawiam cieplutko |
        ciepło pozdrawiam | serdeczności | wszystkiego dobrego | miłego dnia | życzę miłego dnia | do usłyszenia | pozdr |
        pozdr. | z pozdrowieniem | uściski
    pt:
        atenciosamente | cumprimentos | com os melhores cumprimentos | melhores cumprimentos | os melhores cumprimentos |
        com os meus melhores cumprimentos | com os meus cumprimentos | os meus cumprimentos | cordiais cumprimentos |
        cumprimentos cordiais | abraço | um abraço | abraços | grande abraço | um grande abraço | cordialmente | saudações |
        cordiais saudações | saudações cordiais | respeitosamente | com estima | com consideração | att |
        att. | atte | atte. | até breve | bom dia de trabalho | bom trabalho | um bom dia | bom fim de semana | beijos |
        com amizade | bjs | tenha um bom dia | tenha um ótimo dia
    sv:
        med vänlig hälsning | med vänliga hälsningar | vänliga hälsningar | vänlig hälsning | hälsningar | hälsning | mvh |
        bästa hälsningar | bästa hälsning | med bästa hälsning | med bästa hälsningar | varma hälsningar | varm hälsning |
        många hälsningar | hjärtliga hälsningar | med hälsning | med hälsningar | med varm hälsning | vänligen |
        med vänlig hälsning / best regards | hälsar | allt gott | allt väl | ha det gott | ha en bra dag | ha en fin dag |
        trevlig helg | kram | vh | högaktningsfullt
    da, no:
        med venlig hilsen | venlig hilsen | med venlige hilsner | venlige hilsner | de bedste hilsner | bedste hilsner |
        bedste hilsen | med de bedste hilsner | mange hilsner | mange hilsener | kærlig hilsen | kærlige hilsner |
        varme hilsner | varm hilsen | hjertelig hilsen | hjertelige hilsner | hilsner | hilsen | med hilsen | vh | mvh |
        kh |
        dbh | m.v.h. | alt godt | alt det bedste | hav en god dag | ha en fin dag | ha en god dag | god weekend | god helg |
        med vennlig hilsen | vennlig hilsen | vennlige hilsener | med vennlige hilsener | beste hilsen | beste hilsener |
        med beste hilsen | de beste hilsener | ærbødigst | klem | knus
    fi:
        ystävällisin terveisin | terveisin | parhain terveisin | hyvin terveisin | lämpimin terveisin | parhaat terveiset |
        rakkain terveisin | kunnioittavasti | kunnioittaen | ystävällisesti | terveiset | terkuin | terkut | yst. terv. |
        terv |
        terv. | t. | yt | hyvää päivänjatkoa | mukavaa päivää | mukavaa viikonloppua | hyvää viikonloppua
    cs, sk:
        s pozdravem | s přátelským pozdravem | s úctou | s úctou a pozdravem | hezký den | pěkný den | krásný den |
        s přáním hezkého dne | s přáním pěkného dne | s přáním krásného dne | přeji hezký den | přeji pěkný den |
        přeji krásný den | s pozdravem a přáním hezkého dne | s pozdravem a přáním pěkného dne | zdraví | zdravím |
        srdečně zdraví | srdečně zdravím | srdečně | pozdrav | pozdravy | se srdečným pozdravem | mějte se hezky |
        mějte se krásně | hezký víkend | uctivě | přátelsky | s pozdravom | s priateľským pozdravom |
        so srdečným pozdravom |
        pekný deň | prajem pekný deň | s prianím pekného dňa | srdečne
    el:
        με εκτίμηση | με ιδιαίτερη εκτίμηση | με φιλικούς χαιρετισμούς | με θερμούς χαιρετισμούς | φιλικούς χαιρετισμούς |
        θερμούς χαιρετισμούς | πολλούς χαιρετισμούς | χαιρετισμούς | χαιρετίσματα | φιλικά | με τιμή | με σεβασμό |
        με φιλικά αισθήματα | φιλικότατα | καλή συνέχεια | καλή σας μέρα | καλή σας ημέρα | καλό απόγευμα | φιλιά |
        ειλικρινά δικός σας | ειλικρινά δική σας | με τους καλύτερους χαιρετισμούς
    ro:
        cu stimă | cu deosebită stimă | cu respect | cu deosebit respect | toate cele bune | cele bune | numai bine |
        cu considerație | cu deosebită considerație | cu drag | cu prietenie | cu sinceritate | cu bine | salutări |
        salutări cordiale | o zi bună | o zi frumoasă | o zi frumoasă în continuare | o zi bună în continuare | pe curând |
        al dumneavoastră | a dumneavoastră | cu cele mai bune gânduri | cu gânduri bune | o seară frumoasă | te pup
    hu:
        üdvözlettel | tisztelettel | szívélyes üdvözlettel | barátsággal | baráti üdvözlettel | tisztelettel üdvözli |
        üdvözli |
        üdvözlöm | üdv | üdv. | üdvözlet | köszönettel | köszönettel és üdvözlettel | szeretettel | őszinte tisztelettel |
        szép napot | szép napot kívánok | további szép napot | szép hétvégét | minden jót
    hr, sr, sl:
        s poštovanjem | srdačan pozdrav | srdačno | srdačne pozdrave | lijep pozdrav | lijepi pozdravi | lijepe pozdrave |
        pozdrav | pozdravi | lp | lep pozdrav | lepe pozdrave | lepo pozdravljeni | s spoštovanjem | prijazen pozdrav |
        s prijaznimi pozdravi | s štovanjem | puno pozdrava | ugodan dan | lep dan | z lepimi pozdravi
    et, lt, lv:
        lugupidamisega | parimate soovidega | parimat | heade soovidega | tervitades | tervitustega | tervitustega teilt |
        head päeva | pagarbiai | su pagarba | geriausi linkėjimai | geriausių linkėjimų | linkėjimai | gražios dienos |
        ar cieņu | ar sveicieniem | sveicieni | visu labu | ar labiem vēlējumiem | ar vislabākajiem vēlējumiem | jauku dienu
    bg, ru, uk, mk:
        с уважение | с най-добри пожелания | поздрави | с поздрав | сърдечни поздрави | сърдечно | хубав ден | лек ден |
        с уважением | с наилучшими пожеланиями | всего доброго | всего хорошего | хорошего дня | искренне ваш |
        искренне ваша |
        з повагою | з найкращими побажаннями | гарного дня | всього найкращого | щиро ваш | щиро ваша | со почит |
        искрени поздрави
    tr:
        saygılarımla | saygılarımızla | sevgilerimle | sevgiler | selamlar | selamlarımla | iyi çalışmalar
""")

# Closings that some write above their words, as a greeting; there they sign nothing.
GREETS_TOO = folded("""
    greetings | zdravím | üdv | üdv. | üdvözlöm | üdvözlet | pozdrav | pozdravi | selamlar | saludos | salutări | поздрави |
    terve | terveiset | zdraví | tervitades
""")

# Closings of a few letters, which need no comma before a name: `LG Maria`.
SHORT_CLOSINGS = typed("""
    br | kr | rgds | bw | lg | vg | bg | hg | mbg | mfg | gruß | grüße | cdlt | cdt | bàv | slds | mvg | m.v.g. | mhg | gr. |
    vr. gr. | groet | mvh | vh | kh | dbh | m.v.h. | t. | terv | terv. | yt | pozdr | pozdr. | att | att. | üdv | üdv. | lp
""")

# What joins two closings: `Thanks and best wishes`, `Viele Grüße / Best regards`.
AND = folded("and | und | et | y | e | en | i | och | og | ja | a | si | și | és | и | και | / | & | + | - | –")

# What stands between a closing and a place or a name: `Grüße aus Wien`.
FROM = folded("""
    from | of | in | aus | von | vom | nach | de | du | des | depuis | desde | da | dal | dalla |
    do | van | uit | från | fra | z |
    ze | din | από | your | ihre | ihr | eure | euer | deine | dein | votre | tuo | tua | uw | je | din | ditt
""")

# Words that only a closing has. A short line with one of them closes a mail when a name stands below it.
CLOSING_WORDS = frozenset(
    folded("""
    regards | greetings | wishes | grüße | grüßen | gruß | grüssle | salutations | saludo | saludos | abrazo | abrazos |
    abraçada | saluti | saluto | abbraccio | groet | groeten | groetjes | pozdrowienia | pozdrowieniami | pozdrawiam |
    cumprimentos | saudações | abraço | abraços | hälsning | hälsningar | hilsen | hilsner | hilsener | terveisin |
    terveiset | terkuin | pozdrav | pozdravem | pozdravom | pozdrave | pozdravy | χαιρετισμούς | χαιρετισμοί | φιλικά |
    salutări | stimă | üdvözlettel | üdvözlet | tisztelettel | tervitades | tervitustega | linkėjimai | sveicieniem |
    поздрави | поздрав | уважение | уважением | повагою | saygılarımla | sevgiler | selamlar | journée | soirée |
    cordialement | amicalement | cordialmente | atentamente
""")
)

# `Ihr Max Muster`, `Votre Marie`: stands before the name of who signs.
SIGNERS = frozenset(
    folded(
        "ihr | ihre | dein | deine | euer | eure | your | votre | ton | ta | su | tu | suo | sua | tuo | tua | uw | je | din"
    )
)

# Stems of what lawyers say, in the languages above, and words for what they say it of. Two of the first in one line with one of
# the second make a disclaimer, whatever it begins with.
DISCLAIMER_STEMS = folded("""
    confidential | intended recipient | addressee | unauthori | privileged | disclos | vertraulich | adressat | empfänger |
    irrtümlich | unbefugt | confidentiel | destinataire | diffusion | divulgation | confidencial | destinatari | divulga |
    riservat | confidenzial | vertrouwelijk | geadresseerde | bestemd voor | ontvanger | openbaarmaking | poufn | adresat |
    odbiorc | confidenci | konfidentiell | mottagare | fortrolig | modtager | mottaker | luottamuksel | vastaanottaj |
    důvěrn |
    adresát | příjemc | dôvern | adresát | povjerljiv | εμπιστευτικ | απόρρητ | παραλήπτη | confidențial | destinatar |
    bizalmas |
    címzett | поверителн | конфиденциал | получател | konfidents | konfidencial | gizli
""")
MAIL_WORDS = folded("""
    e-mail | email | mail | message | nachricht | courriel | mensaje | correo | messaggio | comunicazione | bericht |
    wiadomość |
    mensagem | meddelande | meddelelse | melding | viesti | sähköposti | zpráva | správa | poruka | μήνυμα | mesaj | üzenet |
    съобщение | сообщение | kiri | laišk | vēstul
""")

# First words of a closing that goes on to the end of its sentence: `Veuillez agréer, Madame, l'expression de …`.
LONG_CLOSINGS = typed("""
    je vous prie d'agréer | je vous prie de croire | je vous prie de recevoir | nous vous prions d'agréer |
    nous vous prions de croire | veuillez agréer | veuillez croire | veuillez recevoir | recevez, madame |
    recevez, monsieur |
    recevez mes | recevez nos | en vous priant d'agréer | dans cette attente, je vous prie | reciba un cordial |
    reciban un cordial | sin otro particular, le saluda | sin otro particular, les saluda | le saluda atentamente |
    quedo a su disposición y le saludo | voglia gradire | vogliate gradire | la prego di gradire | vi prego di gradire |
    porgo cordiali saluti | porgo distinti saluti | l'occasione è gradita per | ich verbleibe mit |
    in erwartung ihrer antwort |
    verblijf ik | aceite os meus | queira aceitar | łączę wyrazy | vă rog să primiți
""")

# These end a mail too, but they are also words of the reply; they are kept out of answers only.
WEAK_CLOSINGS = typed("""
    thanks | thank you | many thanks | thanks a lot | thank you very much | thanks in advance | thank you in advance |
    cheers | i look forward to hearing from you | looking forward to hearing from you | looking forward to your reply |
    i look forward to meeting you | hope to see you | hope this helps | i hope this helps | danke | vielen dank |
    besten dank | herzlichen dank | danke im voraus | vielen dank im voraus | ich freue mich auf ihre rückmeldung |
    über eine rückmeldung freue ich mich | ich freue mich auf ihre antwort | merci | merci beaucoup | merci d'avance |
    un grand merci | dans l'attente de votre réponse | dans l'attente de vous lire | je reste à votre disposition |
    je reste à votre disposition pour tout renseignement | gracias | muchas gracias | gracias de antemano |
    quedo a la espera de su respuesta | grazie | grazie mille | bedankt | dank u | dank je | alvast bedankt | dziękuję |
    z góry dziękuję | obrigado | obrigada | tack | tack så mycket | tak | mange tak | takk | kiitos | děkuji |
    děkuji předem |
    ďakujem | ευχαριστώ | mulțumesc | cu mulțumiri | cu mulțumiri anticipate | teşekkürler | teşekkür ederim | köszönöm |
    спасибо
""")

# First words of a line that a device or an app adds by itself.
DEVICE_LINES = folded("""
    en:
        sent from my | sent from mail for windows | sent from mail on | sent from yahoo mail | sent from outlook |
        sent from proton | sent from protonmail | sent with proton | sent with protonmail | sent from typeapp |
        sent from acompli | sent via | sent from samsung | sent from a samsung | sent from galaxy | sent from an iphone |
        sent from iphone | sent from android | sent using | get outlook for | get bluemail for | sent with aquamail |
        sent from bluemail | sent from gmail mobile | sent from mailspring | sent from spark | sent from k-9 |
        sent from nine | sent from fairmail | sent with fairmail | sent with spark | sent with tutanota | sent with tuta |
        sent with airmail | sent from airmail | sent from aol | sent from thunderbird | this message was sent from my |
        this email was sent from my | yahoo mail: search, organize, conquer | outlook for ios | outlook for android |
        download outlook | please excuse my brevity | please excuse any typos | secured with tutanota
    de:
        diese nachricht wurde von meinem | diese nachricht wurde mit | diese e-mail wurde von meinem |
        von meinem iphone gesendet | von meinem ipad gesendet | von meinem/meiner | von meiner galaxy |
        gesendet von mail für windows | gesendet von meinem | gesendet mit der | gesendet mit | gesendet von |
        gesendet über |
        von outlook für | von proton mail | mit proton mail gesendet | holen sie sich outlook für | laden sie outlook für |
        von meinem samsung | von meinem huawei | von meinem galaxy | von meinem smartphone gesendet |
        von meinem handy gesendet | von meinem mobiltelefon gesendet | von meinem android | outlook für ios |
        outlook für android | yahoo mail: suchen | mobil gesendet | unterwegs gesendet
    fr:
        envoyé de mon | envoyé depuis mon | envoyé depuis | envoyé à partir de | envoyé de mail pour windows |
        envoyé avec la messagerie | envoyé avec proton | envoyé avec protonmail | envoyé par outlook |
        envoyé via | ce message a été envoyé depuis | obtenez outlook pour | télécharger outlook pour |
        téléchargez outlook |
        provenance : courrier pour windows | outlook pour android | outlook pour ios | yahoo mail : |
        veuillez excuser ma brièveté
    es, ca:
        enviado desde mi | enviado desde | enviado con | enviado mediante | obtener outlook para | obtén outlook para |
        descargar outlook para | este mensaje ha sido enviado desde | outlook para android | outlook para ios |
        enviat des del meu | enviat des de
    it:
        inviato da | inviato dal mio | inviato dall' | inviato con | inviato tramite | ottieni outlook per |
        scarica outlook per | outlook per android | outlook per ios | questo messaggio è stato inviato da
    nl:
        verstuurd vanaf mijn | verzonden vanaf mijn | verzonden vanuit | verstuurd vanaf | verstuurd vanuit |
        verzonden met | verzonden vanaf | verstuurd met | verzonden via | verzonden door | outlook voor android |
        outlook voor ios | download outlook voor | outlook downloaden | excuses voor mijn beknoptheid
    pl:
        wysłane z | wysłano z | wysłane za pomocą | wysłano za pomocą | wysłane przy użyciu | pobierz outlooka |
        pobierz aplikację outlook | pobierz program outlook | uzyskaj outlook | ta wiadomość została wysłana z
    pt:
        enviado do meu | enviado a partir | enviado via | enviado com | enviado por | enviado de | enviado pelo |
        obter o outlook para | obter outlook para | obtenha o outlook para | outlook para
    sv:
        skickat från min | skickat från | skickat med | skickades från | hämta outlook för | skaffa outlook för |
        outlook för android | outlook för ios
    da, no:
        sendt fra min | sendt fra | sendt med | sendt via | hent outlook til | hent outlook for | få outlook til |
        få outlook for | outlook til android | last ned outlook
    fi:
        lähetetty iphonesta | lähetetty ipadista | lähetetty laitteesta | lähetetty puhelimesta | lähetetty samsung |
        lähetetty android | lähetetty outlook | lähetetty sähköpostista | lähetetty windowsin | lähetetty minun |
        hanki outlook | hae outlook | lataa outlook | outlook for
    cs, sk:
        odesláno z | odesláno ze | odesláno pomocí | odesláno prostřednictvím | odesláno přes | získat outlook pro |
        stáhnout outlook | stáhněte si outlook | outlook pro android | outlook pro ios | odoslané z | odoslané zo |
        odoslané pomocou | získať outlook | stiahnuť outlook
    el:
        στάλθηκε από το | στάλθηκε από | στάλθηκε με | στάλθηκε μέσω | εστάλη από | απεστάλη από | αποστολή από |
        λήψη του outlook | αποκτήστε το outlook | κατεβάστε το outlook
    ro:
        trimis de pe | trimis din | trimis de la | trimis cu | trimis prin | trimis de outlook | obțineți outlook |
        obţineţi outlook | descărcați outlook
    hu:
        elküldve az | elküldve a | küldve az | küldve a | az iphone-omról küldve | iphone-ról küldve |
        az outlook beszerzése |
        az outlook letöltése | outlook beszerzése | az android outlook
    other:
        отправлено с | отправлено из | надіслано з | изпратено от | iphone'umdan gönderildi | iphone'dan gönderildi |
        poslano s | poslano iz | poslano z | poslato sa | saadetud minu | išsiųsta iš | nosūtīts no | nosūtīts, izmantojot |
        nabavite outlook | скачать outlook | изтегляне на outlook
""")

# First words of a paragraph that lawyers add.
DISCLAIMERS = folded("""
    en:
        this e-mail and any | this email and any | this email message and any | this e-mail message and any |
        this message and any | the information contained in this | the information in this e | the contents of this e |
        this e-mail is confidential | this email is confidential | this message is confidential |
        this communication is confidential | this message contains confidential | this email contains confidential |
        this e-mail contains confidential | this e-mail may contain | this email may contain | this message may contain |
        this e-mail is intended | this email is intended | this message is intended | this e-mail, including |
        this email, including | this message, including | this transmission | confidentiality notice | confidentiality: |
        confidential: | disclaimer | privileged and confidential | if you are not the intended recipient |
        if you have received this | please consider the environment | before printing | think before you print |
        our privacy notice | unless expressly stated otherwise | views expressed in this | any views or opinions
    de:
        diese e-mail enthält | diese email enthält | diese mail enthält | diese e-mail kann vertrauliche |
        diese e-mail ist vertraulich | diese e-mail und | diese nachricht enthält | diese nachricht ist |
        diese nachricht kann | der inhalt dieser e-mail | der inhalt dieser nachricht | die information in dieser |
        die informationen in dieser | bitte denken sie an die umwelt | vertraulichkeitshinweis | vertraulichkeit: |
        bitte prüfen sie, ob diese | bitte prüfen sie der umwelt | sollten sie diese e-mail irrtümlich |
        wenn sie nicht der richtige adressat | falls sie nicht der | datenschutzhinweis | haftungsausschluss |
        denken sie an die umwelt | hinweise zum datenschutz
    fr:
        ce message et toutes | ce message et ses | ce message et les | ce message et tous | ce message électronique |
        ce courriel et | ce message est confidentiel | ce message, ainsi que | ce courriel est | ce courriel peut |
        ce message peut contenir | ce message contient | ce message et tout | les informations contenues dans |
        avis de confidentialité | confidentialité : | pensez à l'environnement | avant d'imprimer |
        si vous n'êtes pas le destinataire | l'intégrité de ce message | ce mail et
    es, ca:
        este mensaje y | este correo electrónico | este correo y | este mensaje contiene | este mensaje está |
        este mensaje puede | este mensaje se dirige | este mensaje va dirigido | la información contenida en |
        la información incluida en | aviso legal | aviso de confidencialidad | antes de imprimir | confidencialidad: |
        le informamos que sus datos | protección de datos | aquest missatge | aquest correu | advertencia legal
    it:
        le informazioni contenute | questo messaggio | questa e-mail | questa email | questa comunicazione |
        il contenuto di questa | il presente messaggio | avvertenze ai sensi | ai sensi del | prima di stampare |
        rispetta l'ambiente | informativa privacy | avviso di riservatezza | nota di riservatezza
    nl:
        de informatie in dit bericht | de informatie verzonden met | de informatie in deze | de inhoud van dit bericht |
        de inhoud van deze |
        dit bericht is |
        dit e-mailbericht | deze e-mail | dit bericht kan | dit bericht en | dit bericht bevat | dit bericht (inclusief |
        aan dit bericht kunnen | denk aan het milieu | disclaimer: | proclaimer
    pl:
        ta wiadomość | treść tej wiadomości | niniejsza wiadomość | informacje zawarte w | wiadomość ta | klauzula |
        niniejszy e-mail | niniejsza korespondencja | zanim wydrukujesz | zawartość tej wiadomości |
        administratorem pani/pana danych | administratorem państwa danych
    pt:
        esta mensagem | este e-mail | este email | esta comunicação | a informação contida | as informações contidas |
        o conteúdo desta | aviso de confidencialidade | aviso legal: | antes de imprimir este |
        declaração de confidencialidade
    sv, da, no, fi:
        detta meddelande | detta mail | detta e-postmeddelande | denna e-post | denne e-mail | denne mail |
        denne meddelelse |
        denne e-posten | denne e-post | dette er en fortrolig | denne meldingen | tænk på miljøet | tänk på miljön |
        tenk på miljøet | när du skickar e-post till | tämä viesti | tämä sähköposti | viesti ja sen liitteet
    cs, sk, hr, sl:
        tato zpráva | tento e-mail | tento email | obsah této zprávy | obsah tohoto e-mailu | informace obsažené v |
        táto správa | obsah tejto správy | ova poruka | ovaj e-mail | to sporočilo | myslete na životní prostředí
    ro, hu, el:
        acest mesaj | acest e-mail | acest email | informațiile conținute în | conținutul acestui | ez az üzenet |
        ez az e-mail |
        jelen üzenet | jelen e-mail | az üzenet tartalma | az ebben az e-mailben | το παρόν μήνυμα | αυτό το μήνυμα |
        το μήνυμα αυτό | το παρόν ηλεκτρονικό | αποποίηση ευθύνης | οι πληροφορίες που περιέχονται
    other:
        see e-kiri | käesolev | šis laiškas | šiame laiške | šis e-pasts | šī vēstule | това съобщение | данное сообщение |
        это сообщение | це повідомлення | bu e-posta | bu mesaj
""")

# First words of the line that greets.
GREETINGS = typed("""
    hi | hello | dear | hey | good morning | good afternoon | good evening | good day | to whom it may concern | greetings |
    hallo | liebe | lieber | sehr geehrte | sehr geehrter | guten tag | guten morgen | guten abend | moin | servus |
    grüß gott | werte | werter | bonjour | bonsoir | cher | chère | chers | chères | madame | monsieur | mesdames | salut |
    hola | buenos días | buenas tardes | estimado | estimada | estimados | estimadas | querido | querida | bon dia |
    buongiorno | buonasera | gentile | gentili | egregio | spettabile | ciao | salve | caro | cara | beste | geachte |
    goedemorgen | goedemiddag | goedendag | dag | hoi | szanowni | szanowny | szanowna | dzień dobry | witam | cześć |
    drodzy | olá | prezado | prezada | exmo | bom dia | hej | hei | kära | bästa | kære | kjære | god dag | hyvä | hyvät |
    dobrý den | vážený | vážená | vážení | milá | milý | ahoj | dobrý deň | αγαπητέ | αγαπητή | αγαπητοί | καλημέρα |
    γεια | stimate | stimată | stimați | bună | bună ziua | dragă | tisztelt | kedves | szia | jó napot | здравствуйте |
    добрый день | добрый вечер | уважаемый | уважаемая | уважаемые | привет | merhaba | merhabalar | selam |
    selamlar | iyi günler | iyi akşamlar | sayın | buenas noches | hola buenas | bona tarda | bones | benvolgut |
    benvolguda | benvolguts | boa tarde | boa noite | caros | caras | cari | care | goedenavond | god morgon |
    god kväll | god aften | god kveld | tervehdys | hyvää päivää | päivää | dobrý večer | nazdar | zdravím vás |
    καλησπέρα | γειά σας | χαίρετε | salutare | bună seara | sziasztok | helló | jó reggelt | jó estét |
    poštovani | poštovana | poštovane | dobar dan | zdravo | bok | pozdravljeni | spoštovani | здравейте |
    добър ден | здрасти | уважаеми | уважаема | драги | tere | lugupeetud | laba diena | gerbiami | labas |
    labdien | cienījamie
""")
