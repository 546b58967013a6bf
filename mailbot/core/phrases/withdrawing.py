"""How people take back what they have sent in, in the languages in which they write. Casefolded; `…` stands for other words.

People write of withdrawing for many reasons: of drugs, of driving licences, of groups, of complaints. So what is taken back has
to be the writer's own, or the writer has to say outright that it is he who withdraws.
"""

from mailbot.core.phrases.listed import listed, typed

OUTRIGHT = listed("""
    en:
        please withdraw | i withdraw my | i hereby withdraw | i herewith withdraw | i am withdrawing from |
        i am withdrawing my | i'm withdrawing my | i'm withdrawing from | i want to withdraw | i wish to withdraw |
        i would like to withdraw | i'd like to withdraw | i have to withdraw | i must withdraw | i need to withdraw |
        i have decided to withdraw | i withdraw from the selection | i withdraw from this | i withdraw from your |
        please cancel my | please remove my | please delete my | please erase my | please disregard my application |
        please ignore my application | kindly disregard my application | kindly withdraw | kindly cancel my |
        take me off the list | take me off your list | take my name off | take me out of | pull my application |
        pull out of the | withdraw me | count me out | remove me from the list | remove me from your |
        remove my name | strike me off | no longer wish to be considered | no longer want to be considered |
        do not consider my application | don't consider my application | pull out of the selection |
        step back from the selection
    fr:
        je retire … candidature | je retire … inscription | je retire mes | je souhaite retirer ma |
        je souhaite retirer mon | je voudrais retirer ma | je voudrais retirer mon | je dois retirer ma | j'annule ma |
        j'annule mon | veuillez supprimer m | veuillez annuler m | veuillez retirer m | supprimez mes | supprimez ma |
        merci de supprimer m | merci d'annuler m | merci de retirer m | me désister | je me désiste | je me retire de |
        me retirer de la sélection | me désinscrire | je me désinscris |
        ne plus tenir compte de ma | ne tenez plus compte de ma | ne plus considérer ma | ne plus prendre en compte ma |
        me retirer de la liste | retirez-moi de la liste |
        rayer de la liste | rayez-moi | je renonce à ma candidature | je renonce à participer
    de:
        ziehe ich meine | ich ziehe meine | ziehe hiermit meine | ziehe ich hiermit meine | ziehe meine … zurück |
        ziehe ich mich … aus dem auswahlverfahren zurück | ziehe … bewerbung zurück | ziehe … anmeldung zurück |
        ich möchte meine … zurückziehen | möchte ich meine … zurückziehen | muss ich meine … zurückziehen |
        ich muss meine … zurückziehen | ich will meine … zurückziehen | bitte löschen sie mein |
        bitte stornieren sie mein | bitte streichen sie mich | streichen sie mich … liste | von der liste nehmen |
        von der liste streichen | aus der liste streichen | nehmen sie mich … von der liste | nehmen sie meine … aus |
        ich trete … zurück |
        ich melde mich … wieder ab | melde ich mich … ab | mich wieder abmelden | mich abmelden | mich … abmelden |
        mich austragen | meine teilnahme … absagen
    es, ca:
        retiro mi | retiro la candidatura | retiro la solicitud | retiro mis | quiero retirar mi | quisiera retirar mi |
        deseo retirar mi | me gustaría retirar mi | debo retirar mi | por favor, borren mi | borren mis | anulo mi |
        anulen mi | cancelen mi | darme de baja | dénme de baja | denme de baja | doy de baja | renuncio a mi |
        renuncio a participar | desisto de | quítenme de la lista | bórrenme de la lista | no tengan en cuenta mi |
        retiro la meva | vull retirar la meva
    pt:
        retiro a minha | retiro minha | quero retirar | gostaria de retirar a minha | gostaria de retirar minha |
        venho retirar a minha | por favor, apaguem | anulem a minha | cancelem a minha | cancelem minha |
        desistir da minha | desisto da minha | desisto da candidatura | desisto da inscrição | desisto de participar |
        retirem-me da lista | removam-me da lista |
        não considerem a minha
    it:
        ritiro la mia | vorrei ritirare la mia | desidero ritirare la mia | devo ritirare la mia |
        purtroppo ritirare la mia | intendo ritirare la mia | annullo la mia | annullate la mia | cancellate la mia |
        cancellare la mia | rinuncio alla mia | rinuncio a partecipare | toglietemi dalla lista |
        cancellatemi dalla lista | non considerate la mia
    nl:
        trek mijn … in | trek ik mijn … in | trek ik mij terug | ik trek mij terug | trek mij hierbij terug |
        ik trek me terug | ik wil mijn … intrekken | wil ik mijn … intrekken | wilt u mijn … intrekken |
        kunt u mijn … annuleren | haal mij van de lijst | haal me van de lijst | schrap mij | ik meld mij af |
        mij … afmelden | me … afmelden | mij afmelden | me afmelden | ik meld me af |
        meld ik mij af | ik zie af van
    pl:
        wycofuję moj | wycofuję moje | wycofuję swoj | wycofuję się z | chcę wycofać moj | chcę wycofać swoj |
        chciałbym wycofać | chciałabym wycofać | muszę wycofać | proszę usunąć moj | o usunięcie mojego |
        o wycofanie mojego | o anulowanie mojego | o wykreślenie mnie | proszę wykreślić mnie | proszę mnie wykreślić |
        rezygnuję z udziału | rezygnuję z uczestnictwa | muszę zrezygnować z udziału | wypisuję się | muszę się wycofać |
        chcę się wycofać | chciałbym się wycofać | chciałabym się wycofać
    sv, da, no, fi:
        jag drar tillbaka min | jag drar härmed tillbaka | dra tillbaka min | jag återkallar min | tar bort min anmälan |
        tar bort min ansökan | ta bort min | återkalla min |
        stryk mig | ta bort mig från listan | avanmäler mig | avanmäla mig | jeg trækker min … tilbage |
        trække min … tilbage | slet mig fra listen | afmelder mig | melder afbud | jeg trekker søknaden |
        jeg trekker min | trekke søknaden min | trekke min | stryk meg | meg av listen | melder meg av |
        perun ilmoittautumiseni | perun hakemukseni | perun osallistumiseni | perua ilmoittautumiseni |
        perua hakemukseni | poistakaa minut | poistakaa tietoni
    cs, sk:
        stahuji svou | stahuji svoji | stáhnout svou | stáhnout svoji | beru svou … zpět | beru svoji … zpět |
        vzít svou … zpět | svou přihlášku … zpět | zrušení mé přihlášky | zrušte mou | zrušte moji | zrušit svou |
        odhlašuji se | odhlásit se z | vyškrtněte mě | vyřaďte mě | vymažte mě | vzdávám se účasti | sťahujem svoju |
        stiahnuť svoju | zrušte moju | odhlasujem sa | vyškrtnite ma
    ro, hu, el:
        îmi retrag | să îmi retrag | să-mi retrag | retrag candidatura mea | mă retrag din | anulați înscrierea mea |
        ștergeți-mă | visszavonom a jelentkez | visszavonnám a jelentkez | törölje a jelentkez |
        töröljék a jelentkez | töröljenek a list | visszalépek | αποσύρω την | αποσύρω τη | να αποσύρω την |
        να αποσύρω τη | ανακαλώ την αίτη | ακυρώστε την αίτησή μου | ακυρώστε τη συμμετοχή μου |
        διαγράψτε την αίτησή μου | διαγράψτε με | διαγράψτε τα στοιχεία μου | ακυρώνω τη συμμετοχή | παραιτούμαι από |
        να αποσυρθώ από | αποσύρομαι από
""")

# Whose: beside one of the words below, on either side of it.
MY = frozenset(
    typed("""
    en:
        my | our
    fr, ca:
        ma | mon | mes | notre | nos | meva | meves
    de:
        mein | meine | meinen | meiner | meines | unsere | unseren
    es, pt, it:
        mi | mis | nuestra | nuestras | minha | minhas | meu | meus | mia | mie | miei | mio | nostra
    nl:
        mijn | m'n | onze
    pl, cs, sk:
        moje | moją | mojego | mojej | swoje | swoją | swojego | nasze | mou | moji | moje | svou | svoji | své | mé |
        moju | svoju
    sv, da, no:
        min | mitt | mina | mine | vår | vores
    ro, hu, el:
        mea | mele | îmi | μου | μας
    """)
)

# What was sent in: words, or how they begin.
ENTRIES = typed("""
    en:
        application | registration | participation | submission | entry | answer | response | data | detail | sign-up |
        enrolment | enrollment | candidacy | candidature
    fr, ca:
        candidatur | inscription | participation | réponse | données | dossier | demande | inscripci | sol·licitud
    de:
        bewerbung | anmeldung | teilnahme | antwort | daten | angaben | einreichung | registrierung | interessensbekundung |
        rückmeldung
    es, pt, it:
        inscripción | solicitud | participación | respuesta | datos | postulación | candidatura | inscrição | participação |
        resposta | dados | iscrizione | domanda | adesione | partecipazione | rispost | dati | registrazione
    nl:
        aanmelding | inschrijving | deelname | antwoord | gegevens | kandidatuur | registratie
    pl, cs, sk:
        zgłoszeni | kandydatur | odpowied | dane | aplikacj | rejestracj | přihlášk | odpověd | údaje |
        registrac | prihlášk | kandidatur
    sv, da, no:
        anmälan | ansökan | svar | uppgifter | deltagande | tilmelding | ansøgning | besvarelse | oplysninger | påmelding |
        søknad | opplysninger | deltakelse
    ro, hu, el:
        candidatur | înscrier | participare | răspuns | date | jelentkez | részvétel | adatai | válasz | αίτησ | αίτηση |
        συμμετοχή | υποψηφιότητ | στοιχεία | απαντήσ | δήλωσ
""")

# Taking back as a noun, which is also that of drugs, of licences and of soldiers.
NOUNS = typed("""
    withdrawal | cancellation | deletion | removal | retrait | annulation | suppression | retirada | cancelación |
    anulación | eliminación | cancelamento | anulação | eliminação | ritiro | annullamento | cancellazione | rückzug |
    rücknahme | löschung | stornierung | streichung | zurückziehung | intrekking | annulering | verwijdering |
    wycofani | usunięci | anulowani | zrušen | stažen | vymazán | απόσυρση | ακύρωση | διαγραφή | återkallelse
""")

# Who asks whether we would do it asks us to do it.
REQUESTS = typed("""
    could you | can you | would you | will you | please | kindly | könnten sie | können sie | würden sie | bitte |
    pourriez- | pouvez- | podrían | podría | pueden | podem | poderiam | potreste | potete | kunt u | wilt u | zou u |
    czy mog | proszę | kan ni | kunde ni | skulle ni | kan i | kan dere | můžete | mohli byste | môžete | μπορείτε |
    voisitteko | puteți | kérem
""")
