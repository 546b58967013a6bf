"""What people write who are offered a place: that they come, that they do not, and what else they say beside it.

Casefolded, without marks. A dash at the end: the word may go on. `…` stands for other words of the same clause.
"""

from mailbot.core.phrases.listed import folded, typed

# Said in between, and taken out before anything is looked for: `I can unfortunately not now come`.
IN_BETWEEN = frozenset(
    typed("""
    en:
        unfortunately | sadly | regrettably | therefore | sorry | indeed | definitely | certainly | gladly | happily |
        of | course | also | so | really | anymore | any | more | longer | afraid | hereby | now | surely
    de:
        leider | bedauerlicherweise | doch | nun | jetzt | sehr | gern | gerne | natürlich | selbstverständlich |
        hiermit | mehr | verbindlich | unbedingt | auf | jeden | fall | sicher | auch | also | daher | deshalb | somit |
        wohl
    fr:
        malheureusement | hélas | finalement | donc | bien | sûr | volontiers | avec | plaisir | grand | certainement
    es, pt, it:
        lamentablemente | desgraciadamente | desafortunadamente | finalmente | encantado | encantada | infelizmente |
        afinal | certamente | purtroppo | volentieri | piacere | con | mucho | gusto | com | muito | gosto | prazer |
        sicuramente | ya | já | più | mais
    nl:
        helaas | spijtig | genoeg | jammer | graag | toch | dus | natuurlijk | zeker | heel | er | hierbij | meer | dan |
        ook
    pl, cs, sv:
        niestety | jednak | chętnie | oczywiście | bardzo | już | bohužel | nakonec | rád | ráda | samozřejmě | velmi |
        moc | tedy | určitě | už | rádi | tyvärr | ändå | gärna | dock | alltså | självklart | längre | verkligen | därför
    el:
        δυστυχώς | τελικά | ευχαρίστως | βεβαίως | φυσικά | πολύ | πλέον | πια | λοιπόν | ασφαλώς
    """)
) - frozenset(folded("mas"))

# Says the same with a `not`, or with no sense of refusing at all.
IDIOMS = typed("""
    no problem | no problem at all | no worries | no doubt | without doubt | without any doubt | can't wait |
    cannot wait | can not wait | cant wait | can hardly wait | kein problem | keine frage | kann es kaum erwarten |
    ohne zweifel | pas de problème | aucun problème | sans problème | sans aucun doute | sans faute | no hay problema |
    sin problema | sin problemas | sin falta | sin duda | sem problema | sem falta | sem dúvida | non c'è problema |
    nessun problema | senza dubbio | senz'altro | non vedo l'ora | non vediamo l'ora | geen probleem | kan niet wachten |
    kan haast niet wachten | nie ma problemu | nie mogę się doczekać | bez problemu | bez wątpienia | inget problem |
    inga problem | utan tvekan | kan inte vänta | kan knappt vänta | není problém | žádný problém | nemůžu se dočkat |
    nemohu se dočkat | κανένα πρόβλημα | χωρίς αμφιβολία | não há problema | mal posso esperar
""")
# Said by who comes and by who does not, and no sign of either.
PARDON = typed("""
    i hope you understand | hope you understand | hope you will understand | hope for your understanding |
    i hope the meeting | ich hoffe auf ihr verständnis | hoffe auf verständnis | j'espère que vous comprendrez |
    espero que lo entiendan | spero che capirete | spero nella vostra comprensione | ik hoop op uw begrip |
    mam nadzieję na zrozumienie | hoppas på er förståelse | doufám v pochopení | ελπίζω στην κατανόησή
""")
PARTINGS = typed("""
    bis bald | bis dann | hasta pronto | tot dan | tot gauw | tot ziens | até breve | até lá | até já
""")
COMES_WITH_A_NOT = typed("""
    wouldn't miss it | would not miss it | won't miss it | will not miss it | ne manquerai pas de venir |
    ne manquerai pas d'y être | ne manquerai pas d'être | ne manquerai pas d'assister | no me lo perderé | no faltaré |
    não faltarei | non mancherò | lasse ich mir nicht entgehen
""")

# The first words of a clause that say yes; what follows them has to be understood too.
YES_FIRST = folded("""
    yes | yep | yeah | yup | sure | of course | certainly | absolutely | definitely | gladly | with pleasure |
    with great pleasure | ja | jawohl | gerne | sehr gerne | selbstverständlich | natürlich | mit vergnügen | mit freude |
    oui | bien sûr | volontiers | avec plaisir | avec grand plaisir | avec joie | sí | por supuesto | claro que sí |
    con mucho gusto | sì | certo | volentieri | con piacere | jazeker | graag | heel graag | met plezier | tak |
    oczywiście | z przyjemnością | chętnie | sim | com muito gosto | com prazer | ja tack | med glädje | med nöje |
    självklart | ano | jo | samozřejmě | s radostí | ναι | nai | βεβαίως | με χαρά | μετά χαράς
""")
# `Si` is an if as well: a yes it is alone, or before one of these.
SI_BEFORE = typed("""
    asistiré | participaré | acudiré | confirmo | acepto | gracias | muchas gracias | con mucho gusto | claro |
    por supuesto | estaré | parteciperò | confermo | accetto | grazie | volentieri | con piacere | ci sarò
""")
NO_FIRST = folded("no | nope | nein | nee | non | nie | ne | nej | não | nao | όχι | οχι | ochi")
# All words that may follow a no or a yes and leave it what it is.
AFTER_NO = frozenset(
    typed("""
    thank | thanks | you | very | much | many | danke | vielen | dank | herzlichen | merci | beaucoup | gracias | muchas |
    grazie | mille | obrigado | obrigada | muito | u | bedankt | hartelijk | dziękuję | tack | tusen | děkuji | děkuju |
    ευχαριστώ | no | nein | non | nee | nie | nej | ne | não | όχι | hoor | i | can't | cannot | ich kann nicht
    """)
)
AFTER_YES = frozenset(
    typed("""
    det | vill | jag | please | thank | thanks | you | very | much | many | i | do | will | am | would | love | like |
    to | with | great | pleasure | yes | sure | for | the | invitation | your | kind | bitte | danke | vielen | dank |
    ja | ich | will | für | die | einladung | ihre | vergnügen | freude | merci | beaucoup | oui | pour | l'invitation |
    votre | joie | gracias | muchas | por | la | invitación | su | claro | grazie | mille | per | l'invito | sì | dank |
    u | bedankt | hartelijk | voor | de | uitnodiging | hoor | met | plezier | dziękuję | za | zaproszenie | proszę | z |
    przyjemnością | przyjemności | tak | sim | obrigado | obrigada | muito | pelo | convite | tack | tusen | ja | för |
    inbjudan | glädje | děkuji | děkuju | pozvání | ano | s | radostí | ναι | ευχαριστώ | για | την | πρόσκληση | με |
    χαρά
    """)
)

# The whole of a clause, perhaps behind a yes.
AGREES = frozenset(
    typed("""
    i accept | we accept | i gladly accept | accepted | i confirm | confirmed | i come | i'm in | ich nehme an |
    nehme an | ich sage zu | sage zu | ich bestätige | ich komme | komme | bin dabei | j'accepte | je confirme |
    je viens | acepto | confirmo | iré | vendré | accetto | confermo | vengo | verrò | aceito | irei | ik kom |
    ik bevestig | ik aanvaard | przyjadę | przyjdę | potwierdzam | przyjmuję | jag kommer | jag deltar | deltar | kommer |
    bekräftar | přijedu | přijdu | potvrzuji | přijímám | θα έρθω | έρχομαι | δέχομαι | αποδέχομαι | συμμετέχω
    """)
)
# The same only behind a yes.
AGREES_AFTER_YES = AGREES | frozenset(
    typed("""
    vou | będę | deltar jag | i can come | i can attend | i can make it | i would like to come | i would like to attend |
    i'd like to come | i'd love to come | i would love to come | i would love to attend | ich kann kommen | kann kommen |
    ich kann teilnehmen | je peux venir | puedo ir | puedo asistir | posso venire | posso partecipare | posso ir |
    ik kan komen | ik kan | mogę przyjechać | mogę | jag kan komma | jag kan | mohu přijet | můžu přijet | μπορώ να έρθω |
    ich möchte teilnehmen | ich möchte kommen | potvrzuji to | confermo tutto
    """)
)

# Anywhere in a clause: the writer comes, or takes the place.
ACCEPTS = typed("""
    en:
        which i accept | which i gladly accept | that i accept | i will come | i'll come | i will attend | i'll attend |
        i will be attending | i'll be attending | i am attending | i'm attending | i am coming | i'm coming |
        i will be coming | i'll be coming | i will take part | i'll take part | i will participate | i'll participate |
        i will be participating | i will join | i'll join | i will be joining | i'll be joining | i will be there |
        i'll be there | i will be present | i accept the invitation | i accept your invitation |
        i accept this invitation | i accept your kind invitation | i accept the place | i accept my place |
        i accept the offer | i accept your offer | accept with pleasure | accept with thanks | happy to accept |
        glad to accept | pleased to accept | delighted to accept | like to accept | love to accept | honoured to accept |
        honored to accept | pleasure to accept | count me in | count on me | i take the place | i will take the place |
        i'll take the place | happy to come | happy to attend | glad to come | glad to attend | delighted to come |
        delighted to attend | pleased to attend | happy to participate | happy to take part | glad to participate |
        glad to take part | delighted to participate | delighted to take part | pleased to participate | happy to join |
        happy to confirm my
    de:
        ich komme | ich werde kommen | werde ich kommen | ich nehme teil | nehme ich teil | ich werde teilnehmen |
        werde ich teilnehmen | ich nehme die einladung | nehme ich die einladung | ich nehme ihre einladung |
        nehme ich ihre einladung | ich nehme den platz | nehme ich den platz | bin dabei | ich bin dabei | bin ich dabei |
        ich werde dabei sein | werde dabei sein | werde da sein | ich sage zu | sage ich zu | ich nehme am treffen teil |
        ich nehme an dem treffen teil | ich nehme an der veranstaltung teil | nehme am treffen teil |
        ich nehme die einladung an
    fr:
        que j'accepte | je viendrai | je serai présent | je serai présente | je serai là | je participerai |
        j'assisterai | j'accepte l'invitation | j'accepte votre invitation | j'accepte cette invitation |
        j'accepte la place | je serai des vôtres | je prendrai part | heureux d'accepter | heureuse d'accepter |
        ravi d'accepter | ravie d'accepter | plaisir d'accepter | comptez sur moi | j'y serai |
        vous pouvez compter sur moi | je répondrai présent
    es:
        que acepto | asistiré | participaré | acudiré | allí estaré | estaré allí | estaré presente | ahí estaré |
        acepto la invitación | acepto su invitación | acepto la plaza | acepto el lugar | acepto participar |
        acepto asistir | cuenten conmigo | contad conmigo | acepto su amable invitación
    it:
        che accetto | parteciperò | ci sarò | sarò presente | accetto l'invito | accetto il vostro invito |
        accetto il posto | contate su di me | accetto di partecipare | accetto il suo invito | prenderò parte
    nl:
        ik ben erbij | ben ik erbij | ben erbij | ik zal komen | ik zal aanwezig zijn | ik zal zijn | ik zal deelnemen |
        ik neem deel | neem ik deel | ik neem de uitnodiging | ik neem uw uitnodiging | neem ik de uitnodiging |
        neem ik uw uitnodiging | ik ben bij | ben ik bij | ik aanvaard de uitnodiging | aanvaard ik de uitnodiging |
        ik accepteer de uitnodiging | accepteer ik de uitnodiging | ik ben van de partij | u kunt op mij rekenen
    pl:
        wezmę udział | będę uczestniczyć | będę uczestniczył | będę uczestniczyła | będę obecny | będę obecna |
        przyjmuję zaproszenie | przyjmuję państwa zaproszenie | będę na spotkaniu | przyjadę na spotkanie | przyjadę |
        można na mnie liczyć
    pt:
        que aceito | estarei presente | estarei lá | participarei | comparecerei | irei participar | vou participar |
        vou estar presente | aceito o convite | aceito o vosso convite | aceito o lugar | aceito a vaga |
        aceito participar | contem comigo | podem contar comigo
    sv:
        jag deltar | jag kommer att delta | jag kommer att vara med | jag kommer att komma | jag kommer att närvara |
        jag tackar ja | tackar ja till | jag accepterar inbjudan | jag är med | jag kommer till mötet | räkna med mig |
        kommer jag till mötet | jag tar emot platsen | jag kommer till bryssel
    cs:
        zúčastním se | se zúčastním | přijímám pozvání | přijímám vaše pozvání | přijímám pozvánku | přijímám místo |
        budu se účastnit | přijedu | počítejte se mnou | účastním se | budu přítomen | budu přítomna
    el:
        θα έρθω | θα συμμετάσχω | θα παρευρεθώ | θα είμαι εκεί | θα παραστώ | αποδέχομαι την πρόσκληση |
        δέχομαι την πρόσκληση | αποδέχομαι τη θέση | δέχομαι τη θέση | θα είμαι παρών | θα είμαι παρούσα |
        αποδέχομαι την πρόσκλησή
""")
CONFIRMS = typed("""
    i confirm | we confirm | to confirm | hereby confirm | ich bestätige | bestätige ich | bestätige | je confirme |
    je vous confirme | confirmo | confermo | vi confermo | les confirmo | le confirmo | ik bevestig | bevestig ik |
    bevestig | potwierdzam | venho confirmar | jag bekräftar | bekräftar | potvrzuji | potvrzuju | επιβεβαιώνω
""")
ATTENDANCE = typed("""
    my participation | my attendance | my presence | my place | i will attend | i will come | meine teilnahme |
    mein kommen | meine zusage | ma présence | ma participation | ma venue | mi asistencia | mi participación |
    mi presencia | la mia partecipazione | la mia presenza | la partecipazione | mijn deelname | mijn komst |
    mijn aanwezigheid | mój udział | swój udział | moją obecność | swoją obecność | swoje uczestnictwo |
    moje uczestnictwo | udział | minha presença | minha participação | presença | mitt deltagande | min närvaro |
    att jag kommer | att jag deltar | svou účast | svoji účast | moji účast | mou účast | účast | την παρουσία μου |
    τη συμμετοχή μου | την συμμετοχή μου
""")

# The words before a refusal that say how one would like to come, or that one was to.
WOULD = typed("""
    would love | would have loved | would like | would have liked | i'd love | i'd have loved | i said yes |
    i said i would | i had said | i accepted | i had accepted | i have accepted | i confirmed | i had confirmed |
    ich hatte zugesagt | habe zugesagt | wäre gern | wäre gerne | würde gern | würde gerne | j'aurais aimé | j'aimerais |
    j'avais dit | j'avais accepté | j'avais confirmé | me habría gustado | me gustaría | había dicho | había aceptado |
    había confirmado | avevo accettato | avevo detto | avevo confermato | mi sarebbe piaciuto | ik had ja gezegd |
    ik had toegezegd | was graag gekomen | potwierdziłem | potwierdziłam | zgodziłem | zgodziłam | chciałbym |
    chciałabym | tinha aceitado | tinha dito | tinha confirmado | gostaria | teria gostado | tackade ja | hade tackat ja |
    hade gärna | skulle gärna | potvrdil | potvrdila | původně | rád bych | ráda bych | είχα πει | είχα δεχτεί |
    είχα αποδεχτεί | θα ήθελα | θα μου άρεσε
""")
# What was sent in: who takes that back means more than the place.
ENTRIES = typed("""
    application | submission | my entry | my answers | my data | bewerbung | candidature | mes réponses | mes données |
    candidatura | solicitud | domanda | aanmelding | kandidatuur | zgłoszenie | ansökan | anmälan | přihlášk- | αίτηση- |
    αίτησή | meine antworten | meine daten
""")

# Words that join clauses, and may open one.
AND = folded("""
    and | und | et | y | en ik | e parteciperò | i będę | i przyjadę | a přijedu | a zúčastním | e estarei |
e participarei | e ci sarò | och | και | but | aber | mais | pero | però | maar | ale | mas | men | αλλά
""")
JOINING = frozenset((*AND, *folded("en | ma | e | a | so | ok | oh | όμως | dock | donc | also")))

# `I come with pleasure`
POLITELY = frozenset(
    typed("""
    with | pleasure | great | joy | mit | vergnügen | freude | avec | joie | placer | con | gioia | met | plezier |
    genoegen | z | przyjemnością | radością | prazer | med | glädje | nöje | s | radostí | με | χαρά | all | respect |
    thanks
    """)
)
