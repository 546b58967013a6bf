"""What happens on a day that an announcement names, in more languages; see `occasions`."""

from collections.abc import Mapping

from mailbot.core.phrases.listed import folded
from mailbot.core.phrases.occasions import Occasions

MORE_OCCASIONS: Mapping[str, Occasions] = {
    "pt": Occasions(
        limit=folded("""
            até | até ao | até ao dia | até o dia | até dia | antes de | o mais tardar | impreterivelmente até |
            termina a | até o
        """),
        latest=folded("o mais tardar | inclusive"),
        deadline=folded("fecho | encerramento | prazo* | data limite | data-limite | encerramento | fim do prazo"),
        asked=folded("""
            consulta pública | receb* | envi* | respond* | respost* | inscri* | candidat* | preench* | formulário |
            particip* | submet* | submiss* | manifest* | escrev* | contribut*
        """),
        told=folded("""
            resultado* | comunicad* | notific* | selecion* | seleç* | confirm* | sorteio | informad* | divulgad* |
            responderemos
        """),
        meeting=folded("""
            reunião | reuniões | oficina* | encontro* | evento* | seminário* | jornada* | terá lugar | decorre* |
            realiza* | quando | data | sessão | formação | workshop* | horário | conferência* | congresso*
        """),
        published=folded("aviso | publicad* | data de publicação | atualizad* | comunicado"),
        opens=folded("a partir de | desde | abertura"),
        extended=folded("prorrog* | alargad* | prolong* | novo prazo | adiad*"),
        former=folded("inicialmente | anterior* | em vez"),
        strict=folded("antes de"),
        past=folded("anterior* | encerrad* | lei | regulamento | diretiva | decreto"),
    ),
    "sv": Occasions(
        limit=folded("senast | senast den | före | före den | till och med | innan | t.o.m"),
        latest=folded("senast"),
        deadline=folded(
            "stänger | sista | deadline | sista dag* | sista ansökningsdag* | sista svarsdag* | sista anmälningsdag*"
        ),
        asked=folded("skick* | anmäl* | svar* | ansök* | ansökan | fyll* | formulär* | mejl* | delta* | sänd* | skriv*"),
        told=folded("besked | meddel* | bekräft* | resultat* | urval* | utvalda | vi återkommer | inbjud*"),
        meeting=folded("""
            möte* | workshop* | seminari* | konferens* | äger rum | när | datum | träff* | hålls | utbildning* |
            evenemang* | tid
        """),
        published=folded("publicera* | uppdatera* | pressmeddelande"),
        opens=folded("från och med | öppnar"),
        extended=folded("förläng* | ny deadline | flytta*"),
        former=folded("ursprunglig* | tidigare | istället"),
        strict=folded("före | före den | innan"),
    ),
    "da": Occasions(
        limit=folded("senest | senest den | senest d | inden | inden den | før | til og med"),
        latest=folded("senest"),
        deadline=folded("lukker | sidste | frist* | deadline | ansøgningsfrist* | tilmeldingsfrist* | svarfrist*"),
        asked=folded("send* | tilmeld* | svar* | ansøg* | udfyld* | formular* | skriv* | deltag* | mail*"),
        told=folded("besked | meddel* | bekræft* | resultat* | udvalg* | udvælg* | vi vender tilbage"),
        meeting=folded("""
            møde* | workshop* | seminar* | konference* | finder sted | hvornår | dato | holdes | arrangement* | tid
        """),
        published=folded("offentliggjort | udgivet | opdateret | pressemeddelelse"),
        extended=folded("forlæng* | udsat | ny frist | udskudt"),
        former=folded("oprindelig* | tidligere | i stedet"),
        strict=folded("før | inden | inden den"),
    ),
    "nb": Occasions(
        limit=folded("innen | senest | innen den | før | til og med"),
        deadline=folded("frist* | søknadsfrist* | påmeldingsfrist* | svarfrist*"),
        asked=folded("send* | meld* | påmeld* | svar* | søk* | fyll* | skjema* | delta*"),
        told=folded("beskjed | bekreft* | resultat* | utvalg* | utvalgt*"),
        meeting=folded("møte* | seminar* | konferanse* | finner sted | når | dato | arrangement* | holdes"),
        published=folded("publisert | oppdatert | pressemelding"),
        extended=folded("forleng* | utsatt"),
    ),
    "fi": Occasions(
        limit=folded("viimeistään | ennen"),
        latest=folded("mennessä | asti | saakka"),
        deadline=folded("määräaika* | viimeinen päivä | hakuaika* | ilmoittautumisaika*"),
        asked=folded("lähet* | vasta* | ilmoittau* | täyt* | lomak* | hake* | osallistu* | hakemu*"),
        told=folded("ilmoitamme | vahvist* | tulok* | valin* | valitu* | tiedot*"),
        meeting=folded("""
            kokou* | työpaj* | tapahtu* | seminaar* | järjestetään | milloin | aika | päivämäärä | tilaisuu* | tapaami* |
            pidetään
        """),
        published=folded("julkaistu | päivitetty | tiedote"),
        extended=folded("jatket* | pidenne* | uusi määräaika"),
        strict=folded("ennen"),
    ),
    "cs": Occasions(
        limit=folded("do | do dne | nejpozději | nejpozději do | před"),
        latest=folded("nejpozději | včetně"),
        deadline=folded("uzávěrka | konec příjmu | termín* | uzávěrka | uzávěrk* | lhůt*"),
        asked=folded("""
            pošl* | zašl* | odpov* | přihlás* | přihlaš* | přihlášk* | vypl* | formulář* | účast* | zasíl* | hlas*
        """),
        told=folded("výsledk* | oznám* | potvrd* | vybran* | losován* | inform*"),
        meeting=folded("""
            setkání | workshop* | akce | seminář* | konferenc* | koná | konat | uskuteční | kdy | datum | školení |
            schůzk* | čas
        """),
        published=folded("zveřejněno | publikováno | aktualizováno | tisková zpráva | vydáno"),
        extended=folded("prodlouž* | nový termín | posunut*"),
        former=folded("původn* | místo"),
        strict=folded("před"),
    ),
    "sk": Occasions(
        limit=folded("do | do dňa | najneskôr | najneskôr do | pred"),
        deadline=folded("termín* | uzávierk* | lehot*"),
        asked=folded("pošl* | zašl* | odpove* | prihlás* | prihlášk* | vypl* | formulár* | účasť"),
        told=folded("výsledk* | oznám* | potvrd* | vybran*"),
        meeting=folded("stretnuti* | workshop* | seminár* | konferenci* | koná | uskutoční | kedy | dátum"),
        published=folded("zverejnené | aktualizované"),
        extended=folded("predĺž*"),
    ),
    "el": Occasions(
        limit=folded("""
            έως | έως τις | έως την | μέχρι | μέχρι τις | μέχρι την | πριν από | το αργότερο | το αργότερο έως | έως και |
            ως τις
        """),
        latest=folded("το αργότερο"),
        deadline=folded("προθεσμία* | καταληκτική ημερομηνία | λήξη | λήγει"),
        asked=folded("""
            στείλ* | αποστ* | υποβ* | απαντ* | αίτησ* | αιτήσ* | συμπληρ* | φόρμα* | δηλώσ* | συμμετοχ* | εγγραφ*
        """),
        told=folded("αποτελέσματα | ενημερω* | επιβεβαι* | ανακοινω* | επιλεγ* | κλήρωση"),
        meeting=folded("""
            συνάντηση | συνάντησ* | εργαστήρι* | εκδήλωση | σεμινάρι* | συνέδρι* | διεξαχθεί | πραγματοποιηθεί | πότε |
            ημερομηνία | ημερίδα
        """),
        published=folded("δημοσ* | ανακοίνωση | ενημέρωση"),
        extended=folded("παράταση | παρατείν* | παρατάθηκε"),
    ),
    "ro": Occasions(
        limit=folded("""
            până la | până pe | până în | până la data de | cel târziu | cel târziu la | înainte de | cel mai târziu |
            nu mai târziu de
        """),
        latest=folded("cel târziu | inclusiv"),
        deadline=folded("termen* | data limită | data-limită | dată limită | deadline"),
        asked=folded("""
            trimit* | răspun* | înscri* | complet* | formular* | particip* | depun* | aplic* | candidat* | scrie*
        """),
        told=folded("rezultat* | anunț* | confirm* | select* | notific* | inform* | tragere la sorți | comunic*"),
        meeting=folded("""
            întâlni* | atelier* | eveniment* | seminar* | conferinț* | va avea loc | vor avea loc | când | data |
            reuniun* | sesiun* | ora | loc
        """),
        published=folded("publicat* | data publicării | comunicat | actualizat*"),
        extended=folded("prelungi* | nou termen | extins*"),
        former=folded("inițial* | în loc"),
        strict=folded("înainte de"),
    ),
    "hu": Occasions(
        limit=folded("legkésőbb"),
        latest=folded("ig | -ig | éjfélig | előtt | bezárólag"),
        deadline=folded("határidő* | jelentkezési határidő* | beküldési határidő*"),
        asked=folded("küld* | jelentkez* | válasz* | kitölt* | űrlap* | regisztr* | pályáz* | részvétel*"),
        told=folded("értesít* | eredmény* | visszaigazol* | kiválaszt* | sorsol* | tájékoztat*"),
        meeting=folded("""
            találkozó* | műhely* | esemény* | szeminárium* | konferencia* | kerül sor | mikor | időpont* | tartjuk |
            rendezvény* | ülés* | workshop*
        """),
        published=folded("megjelent | közzé* | frissítve | sajtóközlemény"),
        extended=folded("meghosszabbít* | új határidő"),
    ),
    "hr": Occasions(
        limit=folded("do | najkasnije | najkasnije do | prije"),
        deadline=folded("rok* | krajnji rok"),
        asked=folded("pošalj* | prijav* | odgovor* | ispuni* | obraz* | sudjel* | slan*"),
        told=folded("rezultat* | obavije* | potvrd* | odabran*"),
        meeting=folded("sastan* | radionic* | događ* | seminar* | konferencij* | održa* | kada | datum | susret*"),
        published=folded("objavljeno | ažurirano"),
        extended=folded("produž* | produlj*"),
        strict=folded("prije"),
    ),
}
