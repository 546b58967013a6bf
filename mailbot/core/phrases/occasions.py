"""What happens on a day that an announcement names: words that stand near its date, by language.

All casefolded; a star stands for any ending, so that `submi*` is submit, submission and submitted.
"""

from collections.abc import Mapping
from typing import NamedTuple

from mailbot.core.phrases.listed import folded


class Occasions(NamedTuple):
    """limit: just before a last day. latest: just behind it. deadline: names of that day. asked: what candidates do by then.

    told: what organisers do, or those chosen. meeting: what one takes part in, and words for taking place. published: of the
    announcement itself. opens: from when on one can answer. extended: the day was moved; former: how the old one is named.
    strict: words of limit that may leave the day itself out. past: of laws and histories.
    """

    limit: tuple[str, ...] = ()
    latest: tuple[str, ...] = ()
    deadline: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    meeting: tuple[str, ...] = ()
    published: tuple[str, ...] = ()
    opens: tuple[str, ...] = ()
    extended: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    strict: tuple[str, ...] = ()
    past: tuple[str, ...] = ()


OCCASIONS: Mapping[str, Occasions] = {
    "en": Occasions(
        limit=folded("""
            through | by | before | until | till | no later than | not later than | at the latest by | at latest by |
            on or before | up to | by the end of | latest by | ends on | closes on | closing on | close on | due by |
            due on | due
        """),
        latest=folded("at the latest | the latest | latest | inclusive | included | at latest"),
        deadline=folded("""
            closing | closes | we close | deadline* | closing date | close date | due date | last day |
            submission date | cut-off date | cutoff |
            apply by
        """),
        asked=folded("""
            consultation* | apply | applic* | applying | submi* | send | sent to us | register* | registration* | sign up |
            fill | complete the | form | answer | answers | reply | replies | respond | response* |
            expression* of interest | express* | write to | mail | e-mail | email | contribut* | input | inputs |
            nominat* | proposal* | abstract* | enrol* | join | take part | let us know | return | participat* | candidat* |
            questionnaire | rsvp | hand in | get in touch | are accepted | is accepted | be accepted | accepting |
            accept applic*
        """),
        told=folded("""
            questions about the call | questions about this call | queries | clarification* | request for clarification |
            notif* | inform* you | be informed | will inform | hear from us | hear back | confirm | confirmation |
            results | outcome | announced | invitations | will invite | invited by | select* | draw | drawn |
            gets an answer | get an answer | get back to | we reply | we will reply | we answer | decision* | decide* |
            shortlist* | accept* | withdraw* | cancel* | travel | visa | hotel | payment | fee | early bird |
            final version | camera-ready | report* will | reimburse* | organis* of | session chair* | exhibitor*
        """),
        meeting=folded("""
            meeting* | workshop* | event* | seminar* | webinar* | conference* | takes place | take place | taking place |
            held | hold | session* | training* | school | when | date | dates | date and time | dates and times | meet |
            focus group* | round table | roundtable | hackathon | kick-off | symposium | congress | forum | starts |
            start on | begins | time | schedule | day 1 | day 2 | day one | day two | study visit | summer school |
            course | dialogue | assembly | agenda | join us | hearing | zoom | webex | hosted
        """),
        published=folded("""
            published | publication date | date of publication | published on | posted | posted on | news announcement |
            news article | press release | released | date of issue | issued | issued on | last updated | updated |
            updated on | sent on | news | dated | circulated | announced on | page created
        """),
        opens=folded("""
            opens | open from | opens on | opening date | opened | launch* | starting from | applications open |
            call opens | from
        """),
        extended=folded("extended | extension | new deadline | prolonged | postponed | moved to | now | extend"),
        former=folded("previously | formerly | originally | original | initially | was | instead of | old | from"),
        strict=folded("before"),
        past=folded("""
            directive | regulation | act of | law of | resolution | decision of | since | adopted | founded | established |
            last year | previous | past | closed | was held | took place | treaty | convention | born
        """),
    ),
    "de": Occasions(
        limit=folded("""
            bis | bis zum | spätestens | bis spätestens | vor dem | bis einschließlich | spätestens am | endet am |
            bis inklusive
        """),
        latest=folded("spätestens | einschließlich | inklusive"),
        deadline=folded("""
            schluss | abgabe | teilnahmeschluss | abgabeschluss | einreichungsschluss | redaktionsschluss | anmeldeschluß |
            einreichungsfrist | teilnahmefrist | frist* | einsendeschluss | anmeldeschluss | bewerbungsschluss |
            bewerbungsfrist | stichtag | deadline | einsendefrist* | anmeldefrist | meldeschluss | annahmeschluss |
            abgabefrist | rückmeldefrist
        """),
        asked=folded("""
            konsultation* | stellungnahme* | send* | schick* | bewerb* | anmeld* | meld* | antwort* | beantwort* |
            einreich* | reich* | ausfüll* | füll* | teilnehm* | rückmeld* | formular | e-mail | mail* | einsend* |
            eingereicht | schreib* | interessensbekundung* | mitmach*
        """),
        told=folded("""
            rückfragen | benachrichtig* | informiert | auswahl | ausgewählt* | zusage* | absage* | bekannt gegeben |
            bekanntgegeben | mitgeteilt | bestätig* | ergebnis* | verlos* | ausgelost | wir antworten | bescheid |
            entscheid* | einladungen | wir melden uns | teilen wir
        """),
        meeting=folded("""
            treffen | workshop* | veranstaltung* | tagung* | seminar* | konferenz* | sitzung* | statt | stattfind* | wann |
            termin* | datum | fortbildung* | schulung* | fachtag* | beginn | auftakt* | fachgespräch* | forum |
            runder tisch | uhrzeit | webinar* | zeit
        """),
        published=folded("""
            veröffentlicht* | pressemitteilung* | stand | erschienen | aktualisiert | datum der veröffentlichung |
            meldung vom
        """),
        opens=folded("ab dem | ab | beginnt am | geöffnet | startet"),
        extended=folded("verlänger* | verschoben | neue frist | neuer"),
        former=folded("bisher* | ursprünglich* | statt | zuvor | vom"),
        strict=folded("vor dem | vor"),
        past=folded("""
            vorherig* | früher* | beendet | abgeschlossen | gesetz* | verordnung* | richtlinie* | seit | gegründet |
            beschluss vom
        """),
    ),
    "fr": Occasions(
        limit=folded("""
            avant | avant le | jusqu'au | jusqu au | au plus tard | au plus tard le | d'ici le | d'ici au | d ici le |
            d ici au | pour le | le plus tard | jusqu'à | fin le | se termine le | clôture le | avant la date du |
            dernier délai
        """),
        latest=folded("au plus tard | inclus | dernier délai | délai de rigueur"),
        deadline=folded("""
            clôture | date butoir | date limite | délai* | date butoir | échéance* | clôture | dernier jour |
            date de clôture | deadline | limite
        """),
        asked=folded("""
            consultation* | l'appel est ouvert | est ouvert* | envoy* | répond* | réponse* | inscri* | candidat* |
            rempli* | adress* | transmet* | écri* | soumet* | soumission* | formulaire | particip* | contribu* | renvoy* |
            retourn* | dépos* | dépôt | postul* | manifest*
        """),
        told=folded("""
            nous répondrons | informé* | notifi* | résultat* | sélection* | confirm* | tirage | annonc* |
            seront contacté* | réponse sera donnée | décision* | retenu* | nous reviendrons | invitations | convocation*
        """),
        meeting=folded("""
            réunion* | atelier* | événement* | évènement* | séminaire* | conférence* | colloque* | aura lieu |
            auront lieu | se tiendra | se tiendront | rencontre* | journée* | quand | date | dates | session* |
            formation* | webinaire* | organise | table ronde | horaire* | débute* | se déroule* | forum | assises
        """),
        published=folded("""
            publié* | mis en ligne | communiqué* | date de publication | envoyé le | message envoyé | mise à jour | paru* |
            posté*
        """),
        opens=folded("à partir du | dès le | ouvert* | ouverture | débute"),
        extended=folded("prolong* | report* | nouvelle date | repouss* | étend*"),
        former=folded("initialement | au lieu | précédemment | ancien* | du"),
        strict=folded("avant | avant le"),
        past=folded("""
            précédent* | clos | terminé* | loi | règlement | directive | décret | depuis | créé* | fondé* | arrêté
        """),
    ),
    "es": Occasions(
        limit=folded("""
            hasta | hasta el | antes del | antes de | a más tardar | a más tardar el | no más tarde del | como máximo |
            finaliza el | termina el | hasta el día | cierra el | antes del día
        """),
        latest=folded("a más tardar | inclusive | incluido | como máximo"),
        deadline=folded("""
            cierre | fecha tope | límite | plazo* | fecha límite | fecha tope | cierre | fecha de cierre |
            último día | vencimiento | término
        """),
        asked=folded("""
            consulta* | recibir* | envi* | respond* | respuesta* | inscri* | apunt* | rellen* | formulario | solicitud* |
            solicit* | particip* | candidat* | present* | remit* | contest* | escrib* | manda* | propuesta* | cumpliment* |
            aportacion*
        """),
        told=folded("""
            sorteo | comunicar* | comunicaremos | notific* | resultado* | seleccion* | confirm* | se informará |
            publicar* la lista | resoluc* | responderemos | avisaremos | lista provisional | contactaremos
        """),
        meeting=folded("""
            reunión* | taller* | encuentro* | evento* | seminario* | jornada* | congreso* | tendrá lugar | tendrán lugar |
            se celebra* | cuándo | fecha* | sesión* | curso* | tarde del | mañana del | ven a | foro | horario |
            mesa redonda | asamblea | conferencia* | reserva la
        """),
        published=folded("publicad* | publicación | nota de prensa | actualizad* | fecha de publicación | enviado el"),
        opens=folded("a partir del | desde el | se abre* | apertura"),
        extended=folded("ampli* | prorrog* | prórroga | nuevo plazo | extien*"),
        former=folded("inicialmente | antes | anterior | en lugar | del"),
        strict=folded("antes del | antes de | antes del día"),
        past=folded("anterior* | cerrad* | finalizad* | ley | reglamento | real decreto | directiva | desde | fundad*"),
    ),
    "it": Occasions(
        limit=folded("""
            entro | entro il | entro e non oltre | entro e non oltre il | fino al | prima del | non oltre il | non oltre |
            entro le | al più tardi | entro il giorno | scade il | chiude il
        """),
        latest=folded("al più tardi | incluso | compreso"),
        deadline=folded("chiusura | termine | scadenza* | termine* | data limite | chiusura | ultimo giorno | scade"),
        asked=folded("""
            consultazion* | invi* | rispond* | rispost* | iscri* | candid* | compil* | modulo | partecip* | domanda |
            domande | mand* | scriv* | present* | adesion* | contribut* | spedi* | trasmett* | manifestazion* di interesse
        """),
        told=folded("""
            esit* | comunicat* | comunicheremo | risultat* | selezion* | conferm* | sorteggi* | graduatoria | notific* |
            avvisat* | risponderemo | saranno contattat* | pubblicheremo | informat*
        """),
        meeting=folded("""
            riunione | incontr* | laboratorio | laboratori | evento | seminario | convegno | si terrà | si terranno |
            si svolg* | quando | data | date | corso | giornat* | sessione | conferenza | avrà luogo | orario | workshop |
            webinar | tavola rotonda | appuntamento
        """),
        published=folded("pubblicat* | comunicato | aggiornat* | data di pubblicazione | inviato il"),
        opens=folded("a partire dal | dal | apertura | aperte dal | si apr*"),
        extended=folded("prorog* | posticipat* | estes* | nuova scadenza | prolungat*"),
        former=folded("inizialmente | originari* | precedente | invece | dal"),
        strict=folded("prima del"),
        past=folded("precedent* | conclus* | chius* | legge | regolamento | direttiva | decreto | fondat*"),
    ),
    "nl": Occasions(
        limit=folded("""
            uiterlijk | vóór | voor | tot | tot en met | t/m | niet later dan | uiterlijk op | sluit op | vóór de
        """),
        latest=folded("uiterlijk | inbegrepen"),
        deadline=folded("""
            sluiting | sluitingsdatum | deadline | sluitingsdatum | uiterste datum | inschrijftermijn |
            aanmeldtermijn | termijn | sluitingstermijn
        """),
        asked=folded("""
            consultatie* | zienswijze* | stuur* | sturen | aanmeld* | meld* | inschrij* | schrijf* | antwoord* |
            beantwoord* | mail* | vul* | formulier | reageer* | reactie* | laat* | laten weten | doe dit | deelnem* |
            mee wil | inzend* | zend* | opgeven | reageren
        """),
        told=folded("""
            bericht | hoort | horen | bevestig* | uitslag | geselecteerd* | selectie | bekendgemaakt | laten we weten |
            wij laten | loting | geloot | uitnodigingen | besluit* | antwoorden wij | geïnformeerd
        """),
        meeting=folded("""
            bijeenkomst* | vergadering* | workshop* | evenement* | congres* | seminar* | vindt plaats | vinden plaats |
            wanneer | datum | data | plaats | organiseert | expertmeeting* | training* | sessie* | conferentie* |
            studiedag* | tijd | webinar* | symposium
        """),
        published=folded("""
            gepubliceerd* | publicatiedatum | geplaatst | bijgewerkt | persbericht | nieuwsbericht | verzonden op
        """),
        opens=folded("vanaf | opent | open vanaf"),
        extended=folded("verlengd* | uitgesteld* | nieuwe deadline | verschoven"),
        former=folded("oorspronkelijk* | eerder* | was | in plaats van | van"),
        strict=folded("vóór | voor"),
        past=folded("vorig* | gesloten | afgerond | wet | verordening | richtlijn | sinds | opgericht"),
    ),
    "pl": Occasions(
        limit=folded("""
            do | do dnia | najpóźniej | najpóźniej do | przed | nie później niż | nie później niż do | upływa |
            upływa dnia | mija
        """),
        latest=folded("najpóźniej | włącznie"),
        deadline=folded("zamknięcie | koniec naboru | termin* | ostateczny termin | deadline | ostatni dzień"),
        asked=folded("""
            wyśl* | przesł* | przesyła* | zgłosz* | zgłoś* | zgłasza* | odpowied* | wypełn* | formularz* | nadsyła* |
            składa* | złoż* | aplik* | rejestr* | udział* | kandydat* | prosimy o | nabór | naboru | napisz*
        """),
        told=folded("""
            wyniki | wynikach | poinform* | powiadom* | potwierdz* | losowan* | wybran* | ogłosi* | decyzj* | odpowiemy |
            lista zakwalifikowanych
        """),
        meeting=folded("""
            spotkani* | warsztat* | wydarzeni* | seminari* | konferencj* | odbędzie się | odbędą się | kiedy | data |
            szkoleni* | sesj* | webinar* | zjazd* | debat* | czas | godzin*
        """),
        published=folded("opublikowan* | data publikacji | komunikat | aktualizacj* | ogłoszono | dodano"),
        opens=folded("od | od dnia | otwarcie"),
        extended=folded("przedłuż* | przesunięt* | wydłuż* | nowy termin"),
        former=folded("pierwotn* | wcześniej* | zamiast | z"),
        strict=folded("przed"),
        past=folded("poprzedni* | zakończon* | ustaw* | rozporządzeni* | dyrektyw* | uchwał*"),
    ),
}
