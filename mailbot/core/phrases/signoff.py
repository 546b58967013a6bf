"""How people and their devices end a mail: closings, weak closings, device lines, disclaimers, greetings. All casefolded."""

from mailbot.core.phrases.listed import listed

# A line that is one of these, perhaps followed by a comma and a name, begins the signature.
CLOSINGS = listed("""
    en:
        best regards | kind regards | kindest regards | warm regards | warmest regards | with best regards |
        with kind regards | with warm regards | many regards | regards | best wishes | with best wishes | all the best |
        yours sincerely | yours faithfully | yours truly | sincerely | sincerely yours | respectfully | cordially | best |
        with kindest regards | br | kr | kind greetings | with greetings | greetings
    de:
        mit freundlichen grüßen | mit freundlichen grüssen | mit freundlichen gruessen | mit freundlichem gruß |
        mit besten grüßen | mit besten grüssen | mit herzlichen grüßen | mit kollegialen grüßen | freundliche grüße |
        freundliche grüsse | viele grüße | viele grüsse | beste grüße | beste grüsse | liebe grüße | liebe grüsse |
        herzliche grüße | herzliche grüsse | schöne grüße | hochachtungsvoll | mfg | lg | vg | gruß | grüße | grüsse |
        viele liebe grüße | es grüßt | mit freundlichen grüßen / best regards | viele grüße / best regards
    fr:
        cordialement | bien cordialement | très cordialement | bien à vous | bien à toi | sincères salutations |
        salutations distinguées | meilleures salutations | cordiales salutations | respectueusement | avec mes salutations |
        bonne journée | bonne réception | amicalement | bien sincèrement | cdlt |
        veuillez agréer, madame, monsieur, mes salutations distinguées | avec mes meilleures salutations | salutations
    es, ca:
        saludos | un saludo | saludos cordiales | un cordial saludo | cordialmente | atentamente | muy atentamente |
        reciba un cordial saludo | un abrazo | salutacions | salutacions cordials | atentament
    it:
        cordiali saluti | distinti saluti | un cordiale saluto | i migliori saluti | saluti | un saluto | cari saluti
    nl:
        met vriendelijke groet | met vriendelijke groeten | vriendelijke groet | vriendelijke groeten | hartelijke groet |
        hartelijke groeten | met hartelijke groet | groeten | groet | mvg | hoogachtend | mvrgr
    pl:
        z poważaniem | pozdrawiam | pozdrawiam serdecznie | serdecznie pozdrawiam | z pozdrowieniami | z wyrazami szacunku |
        łączę pozdrowienia | serdeczne pozdrowienia
    pt:
        atenciosamente | cumprimentos | com os melhores cumprimentos | melhores cumprimentos | abraço
    sv, da, no, fi:
        med vänlig hälsning | med vänliga hälsningar | vänliga hälsningar | vänlig hälsning | hälsningar | mvh |
        bästa hälsningar | med venlig hilsen | venlig hilsen | med venlige hilsner | de bedste hilsner | vh |
        med vennlig hilsen | vennlig hilsen | hilsen | ystävällisin terveisin | terveisin | parhain terveisin | yst. terv.
    cs, sk:
        s pozdravem | s přátelským pozdravem | s úctou | hezký den | s pozdravom | s priateľským pozdravom
    el, ro, hu:
        με εκτίμηση | με φιλικούς χαιρετισμούς | φιλικά | cu stimă | cu respect | toate cele bune | cu considerație |
        üdvözlettel | tisztelettel | szívélyes üdvözlettel | barátsággal
    ru, tr:
        с уважением | saygılarımla | saygılarımızla
""")

# These end a mail too, but they are also words of the reply; they are kept out of answers only.
WEAK_CLOSINGS = listed("""
    thanks | thank you | many thanks | thanks a lot | thank you very much | thanks in advance | thank you in advance |
    cheers | i look forward to hearing from you | looking forward to hearing from you | looking forward to your reply |
    i look forward to meeting you | hope to see you | hope this helps | i hope this helps | danke | vielen dank |
    besten dank | herzlichen dank | danke im voraus | vielen dank im voraus | ich freue mich auf ihre rückmeldung |
    über eine rückmeldung freue ich mich | ich freue mich auf ihre antwort | merci | merci beaucoup | merci d'avance |
    un grand merci | dans l'attente de votre réponse | dans l'attente de vous lire | je reste à votre disposition |
    je reste à votre disposition pour tout renseignement | gracias | muchas gracias | gracias de antemano |
    quedo a la espera de su respuesta | grazie | grazie mille | bedankt | dank u | dank je | alvast bedankt | dziękuję |
    z góry dziękuję | obrigado | obrigada | tack | tack så mycket | tak | mange tak | takk | kiitos | děkuji | děkuji předem |
    ďakujem | ευχαριστώ | mulțumesc | köszönöm | спасибо
""")

# First words of a line that a device or an app adds by itself.
DEVICE_LINES = listed("""
    sent from my | sent from mail for windows | sent from yahoo mail | sent from outlook | sent from proton mail |
    sent from protonmail | sent with proton mail | sent from typeapp | sent from acompli | sent via | sent from samsung |
    sent using | get outlook for | sent with aquamail | sent from bluemail | sent from gmail mobile | sent from mailspring |
    this message was sent from my | diese nachricht wurde von meinem | von meinem iphone gesendet | von meinem ipad gesendet |
    gesendet von mail für windows | gesendet von meinem | gesendet mit der | gesendet mit | gesendet von |
    holen sie sich outlook für | von meinem samsung | von meinem huawei | von meinem mobiltelefon gesendet |
    von meinem android | outlook für ios | outlook for ios | envoyé de mon | envoyé depuis mon | envoyé depuis |
    envoyé à partir de | envoyé de mail pour windows | obtenez outlook pour | télécharger outlook pour |
    provenance : courrier pour windows | enviado desde mi | enviado desde | enviado do meu | enviado a partir |
    obtener outlook para | inviato da | inviato dal mio | ottieni outlook per | scarica outlook per | verstuurd vanaf mijn |
    verzonden vanaf mijn | verzonden vanuit | verstuurd vanaf | verzonden met | wysłane z | wysłano z | pobierz outlooka |
    skickat från min | skickat från | hämta outlook för | sendt fra min | sendt fra | lähetetty iphonesta | lähetetty |
    odesláno z | odoslané z | στάλθηκε από το | trimis de pe | elküldve az | отправлено с | iphone'umdan gönderildi |
    yahoo mail: search, organize, conquer | yahoo mail: suchen
""")

# First words of a paragraph that lawyers add.
DISCLAIMERS = listed("""
    this e-mail and any | this email and any | this email message and any | this e-mail message and any |
    this message and any | the information contained in this | the information in this e | the contents of this e |
    this e-mail is confidential | this email is confidential | this message is confidential |
    this communication is confidential | this message contains confidential | this email contains confidential |
    this e-mail contains confidential | this e-mail may contain | this email may contain | this message may contain |
    confidentiality notice | disclaimer | if you are not the intended recipient | if you have received this |
    please consider the environment | before printing | think before you print | diese e-mail enthält |
    diese e-mail kann vertrauliche | diese e-mail ist vertraulich | diese nachricht enthält |
    diese nachricht ist vertraulich | der inhalt dieser e-mail | bitte denken sie an die umwelt | vertraulichkeitshinweis |
    bitte prüfen sie, ob diese | sollten sie diese e-mail irrtümlich | wenn sie nicht der richtige adressat |
    datenschutzhinweis | ce message et toutes | ce message et ses | ce message et les | ce courriel et |
    ce message est confidentiel | ce courriel est | ce message peut contenir | avis de confidentialité |
    pensez à l'environnement | avant d'imprimer | si vous n'êtes pas le destinataire | este mensaje y |
    este correo electrónico | este mensaje contiene | aviso legal | aviso de confidencialidad | antes de imprimir |
    le informazioni contenute | questo messaggio | questa e-mail | avvertenze ai sensi | prima di stampare |
    de informatie in dit bericht | dit bericht is | dit e-mailbericht | deze e-mail | dit bericht kan | ta wiadomość |
    treść tej wiadomości | niniejsza wiadomość | informacje zawarte w | wiadomość ta | klauzula | esta mensagem |
    este e-mail | detta meddelande | denna e-post | denne e-mail | denne meddelelse | tämä viesti | tato zpráva |
    tento e-mail | táto správa | acest mesaj | ez az üzenet | το παρόν μήνυμα
""")

# First words of the line that greets.
GREETINGS = listed("""
    hi | hello | dear | hey | good morning | good afternoon | good evening | good day | to whom it may concern | greetings |
    hallo | liebe | lieber | sehr geehrte | sehr geehrter | guten tag | guten morgen | guten abend | moin | servus |
    grüß gott | werte | werter | bonjour | bonsoir | cher | chère | chers | chères | madame | monsieur | mesdames | salut |
    hola | buenos días | buenas tardes | estimado | estimada | estimados | estimadas | querido | querida | bon dia |
    buongiorno | buonasera | gentile | gentili | egregio | spettabile | ciao | salve | caro | cara | beste | geachte |
    goedemorgen | goedemiddag | goedendag | dag | hoi | szanowni | szanowny | szanowna | dzień dobry | witam | cześć |
    drodzy | olá | prezado | prezada | exmo | bom dia | hej | hei | kära | bästa | kære | kjære | god dag | hyvä | hyvät |
    dobrý den | vážený | vážená | vážení | milá | milý | ahoj | dobrý deň | αγαπητέ | αγαπητή | αγαπητοί | καλημέρα |
    γεια | stimate | stimată | stimați | bună | bună ziua | dragă | tisztelt | kedves | szia | jó napot | здравствуйте |
    добрый день | уважаемый | уважаемая | уважаемые | привет | merhaba | sayın
""")
