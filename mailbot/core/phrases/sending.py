"""What announcements write around names, addresses and forms: whom to ask, and where answers go.

`…` stands for some words between, `*` at the end for any ending of the word.
"""

from mailbot.core.phrases.listed import by_language

# Names follow.
CONTACT = by_language("""
    en:
        in charge | responsible | your hosts | your host | talk to us | hosts | run by | is run by | led by |
        prepared by | hosted by | convened by | chaired by | looked after by | reach | answer your | turn to |
        person in charge | people behind | who to ask | contact | contacts | contact person* | contacting |
        get in touch with | in touch with | questions to | queries to | for more information |
        for further information | for questions | further questions | for clarifications | more information |
        information from | coordination | coordinated by | coordinator* | organiser* | organizer* |
        organised by | organized by | facilitated by | facilitator* | moderator* | phone | call | ring |
        telephone | speak to | talk to | ask | write to | e-mail | email | on behalf of | convenor* |
        convener* | team | staff | help desk
    fr:
        confié* à | vos hôtes | parlez-nous | préparé* par | mené* par | dirigé* par | vos interlocut* |
        interlocut* | tient à jour | répond* à vos | à qui s'adresser | contact | contacts | contacter |
        contactez | renseignements | informations | pour en savoir plus | pour toute question | coordination |
        coordonné par | organisé par | organisatrice* | organisateur* | appelez | téléphonez | joindre |
        questions à | s'adresser à | adressez-vous à | auprès de | animé par | responsable*
    de:
        kümmern sich um | um den tag kümmern | kümmern sich | gastgeber* | sprechen sie uns an |
        verantwortlich* | geleitet von | vorbereitet von | vorbereitet wird | organisiert von | auskunft gibt |
        auskunft geben | hilft ihnen | helfen ihnen | ansprechbar | verantwortlich | fragen beantwort* |
        zuständig | kontakt | kontaktieren sie | ansprechpartner* | ansprechperson* | auskunft | auskünfte | fragen an |
        rückfragen | bei fragen | informationen bei | koordination | organisation | leitung | ruf | rufen sie |
        anrufen | wenden sie sich an | melden sie sich bei | meldet euch bei | erreichbar | betreut von |
        moderation
    es:
        se ocupan | se ocupa | anfitrion* | hable con | prepara* | organizad* por | coordinad* por |
        dirigid* por | le atender* | atiende* | personas de contacto | contacto | contactos | contacte con |
        contacte a | contacta con |
        contactar con | póngase en contacto con | información | más información | dudas | consultas |
        coordina | coordinan | coordinación | organiza | organizan | llame a | llama a | escriba a |
        pregunte por | responsable*
    it:
        si occupano | si occupa | ospiti | parlate con | responsabil* | preparat* da | organizzat* da |
        coordinat* da | curat* da | rispond* alle | chi risponde | contatti | contatto | contattare | contatta |
        contattate | informazioni | per informazioni | coordinamento | coordinatrice | coordinatore |
        organizzazione | a cura di | referente | referenti | rivolgersi a | telefonare a | chiamare | domande a
    nl:
        in handen van | gastheren | gastvrouw* | spreek ons | verantwoordelijk* | voorbereid door |
        geleid door | georganiseerd door | terecht bij | wie helpt | verantwoordelijk | contact |
        contactpersoon | contactpersonen | contacteer | neem contact op met | vragen aan | informatie |
        meer weten | bel | bel of mail | coördinatie | organisatie | aanspreekpunt | inlichtingen
    pl:
        zajmują się | zajmuje się | gospodarz* | odpowiedzialn* | przygotow* | prowadz* | odpowiada* |
        do kogo się zwrócić | opiekun* | kontakt | kontaktować się z | informacji udziela* | informacje |
        osoba do kontaktu | osoby do kontaktu | koordynacja | koordynator* | koordynatork* | pytania prosimy |
        pytania do | pytań | zadzwoń | organizator* | organizatork*
    pt:
        ocupam-se | ocupa-se | anfitri* | fale connosco | responsáve* | preparad* por | organizad* por |
        contacte | contactem | contate |
        coordenad* por | a quem se dirigir | contacto | contactos | contato | contatos | contactar |
        informações | coordenação | organização | dúvidas | esclarecimentos | responsável | ligue
    sv, da, no:
        tas om hand av | värdar | prata med oss | ansvariga | förbereds av | leds av | ordnas av | ansvarig* |
        du når | vem svarar | ledes af | arrangeres af | kontakt | kontakta | kontaktperson* | frågor till |
        frågor? | upplysningar | information | samordnare | arrangör* | ring | hör av dig till |
        kontaktpersoner | spørgsmål til | spørsmål til | arrangør*
    cs, sk:
        starají se | stará se | se starají | hostitel* | mluvte s | zodpovídají | připrav* | vede |
        na koho se obrátit | odpov* vám | zodpov* | kontakt | kontakty | kontaktní osob* | kontaktujte |
        informace | dotazy | koordinátor* | koordinátork* | organizátor* | volejte | kontaktná osoba
""")

# Answers go to who or what follows.
SENDS = by_language("""
    en:
        email to | e-mail to |
        send | sends | sending | sent to | be sent | submit* | reply to | reply by | reply before |
        replies to | respond to | respond by | responses to | answers to | applications to | contributions to |
        inputs to | return … to | mail … to | e-mail your | email your | e-mail us | email us | e-mail: |
        email: | by e-mail | by email | via e-mail | via email | should reach | must reach | to reach |
        forward … to | write to | write us | write an e-mail | apply to | apply by | drop us |
        when and where to send it | message to | addressed to | should arrive | must arrive | register by |
        let us know
    fr:
        courriel à : | e-mail à : |
        écrivez-nous | envoyer | envoyez | à envoyer | envoyées | envoyés | adresser | adressez | adressées |
        à l'adresse | par courriel | par mail | par e-mail | écrire à | écrivez | transmettre | transmettez |
        faire parvenir | merci de répondre | réponses à | répondre à | retourner | retournez
    de:
        e-mail an | mail an |
        senden | sendet | sende | schicken | schickt | schick | einsenden | einreichen | eingereicht |
        eine nachricht an | e-mail an | mail an | schreiben sie | schreibt | schreib | an die adresse |
        antworten an | bewerbungen an | bewerbung an | per e-mail | per mail | richten sie | mailen | mailt |
        zusenden | übermitteln
    es:
        correo a |
        escríbenos | escríbanos | escribidnos | escriba | escribir | escribid | envíe | envíen | envía |
        enviad | enviar | enviarán | envío | remitir | remita | escriba a | escribir a | escribe a |
        por correo | al correo | a la dirección | responda a | respuestas a | mande | manda
    it:
        e-mail a | email a |
        scriveteci | scrivici | scrivere | scrivete | inviare | inviate | invia | invii | spedire | mandare |
        mandate | scrivere a | scrivete a | via e-mail | via mail | via email | all'indirizzo | risposte a |
        risposta a | per e-mail | trasmettere | far pervenire | pervenire
    nl:
        e-mail naar | mail naar |
        stuur | stuurt | sturen | mail | mailen | mailt | per e-mail | per mail | via e-mail | schrijf |
        antwoorden naar | laat … weten | inzenden | opsturen | richten aan | reageer | reageren
    pl:
        e-mail na adres |
        wyślij | wysłać | wysyłać | prześlij | przesłać | przesyłać | prosimy o przesłanie | nadsyłać |
        na adres | mailem | e-mailem | pocztą elektroniczną | odpowiedzi przyjmujemy | zgłoszenia przyjmujemy |
        zgłoszenia na | odpowiedzi na adres | napisz | piszcie
    pt:
        e-mail para | email para |
        enviar | envie | enviem | enviadas | enviados | remeter | por e-mail | por correio | para o endereço |
        respostas para | escreva para | entregues | responda para
    sv, da, no:
        e-post till | e-post til | mejl till |
        skicka | skickas | mejla | maila | mejlas | sänd | sändas | svar till | svara till | ansökan till |
        anmälan till | via e-post | med e-post | send | sendes | skriv til | på mail | e-post til
    cs, sk:
        e-mail na adresu |
        pošlete | poslat | posílejte | zašlete | zaslat | zasílejte | odpovědi na adresu | e-mailem |
        na adresu | na e-mail | napište | pošlite | zašlite
""")

# There is none of what the sentence names.
NO = by_language("""
    en:
        no | not | without | n't
    fr:
        pas | aucun | sans
    de:
        kein* | nicht | ohne
    es:
        no | sin
    it:
        non | senza
    nl:
        geen | niet | zonder
    pl:
        nie | bez
    pt:
        não | sem
    sv, da, no:
        inte | ingen | inget | ikke | intet | utan | uden | uten
    cs, sk:
        není | nie je | bez | neexistuje | nepotřebujete
""")

# An address for something else stands here.
NOT_HERE = by_language("""
    en:
        unsubscribe | press enquiries | media enquiries | press office | data protection | privacy |
        webmaster | technical problem* | technical support | accessib* | complain* | this list | mailing list |
        newsletter | cookies | impressum | imprint
    fr:
        désinscri* | désabonn* | presse | données personnelles | protection des données | webmestre |
        lettre d'information
    de:
        abmelden | abbestellen | presse | datenschutz* | newsletter | impressum | verteiler | barriere*
    es:
        darse de baja | darte de baja | prensa | protección de datos | boletín
    it:
        disiscri* | annullare l'iscrizione | stampa | privacy | protezione dei dati
    nl:
        afmelden | uitschrijven | pers | privacy* | gegevensbescherming | nieuwsbrief
    pl:
        wypis* | rezygnacj* | prasa | ochrona danych | danych osobowych | rodo
    pt:
        cancelar a subscrição | imprensa | proteção de dados
    sv, da, no:
        avregistr* | avprenumerer* | press | personuppgifter | afmeld* | persondata | nyhetsbrev
    cs, sk:
        odhlás* | odhlásit | tisk | ochrana osobních | osobních údajů
""")

# Answers that come this way do not count: `Proposals sent by e-mail cannot be considered.`
REFUSED = by_language("""
    en:
        cannot be considered | cannot be accepted | not be considered | not be accepted | not accepted | not by e-mail |
        not by email
    fr:
        ne seront pas | ne sont pas accept* | ne peuvent être | pas par courriel
    de:
        nicht berücksichtigt | nicht angenommen | nicht per e-mail | nicht per mail
    es:
        no se aceptar* | no se admit* | no serán | no se tendrán en cuenta
    it:
        non saranno | non sono accettat* | non verranno
    nl:
        niet in behandeling | niet geaccepteerd | niet per e-mail | niet per mail
    pl:
        nie będą | nie przyjmujemy | nie są przyjmowane
    pt:
        não serão | não são aceit* | não aceitamos
    sv, da, no:
        beaktas inte | inte via e-post | tas inte | ikke i betragtning | ikke i betraktning
    cs, sk:
        nebudou | nepřijímáme | nebudú
""")

# Answers go into a form.
FORM = by_language("""
    en:
        submission system | submission platform | submission page | submission portal | respond online |
        reply online | answer online | submit online |
        fill in … form | fill out … form | fill in form | filling in … form | filling out … form |
        complete … form | completing … form | via … form | through … form | using … form | use … form |
        with … form | in this form | in the form | on this form | online form | web form | registration form |
        application form | form below | this form | our form | short form | online survey | fill in … survey |
        fill in … questionnaire | fill out … questionnaire | complete … survey | complete … questionnaire |
        eusurvey | register here | register online | apply online | sign up here | register via |
        registration link | application portal | online platform
    fr:
        répondre en ligne | répondez en ligne | déposer en ligne | plateforme de dépôt |
        formulaire | remplir le | remplissez | questionnaire en ligne | inscription en ligne |
        inscrivez-vous ici
    de:
        online antworten | online teilnehmen | online einreichen | einreichungsportal | online-portal |
        hochladen |
        formular | online-formular | anmeldeformular | bewerbungsformular | formulars | online-fragebogen |
        online bewerben | füllen sie | füllt … aus | ausfüllen
    es:
        responder en línea | responda en línea | participar en línea | plataforma de envío |
        formulario | rellenando | rellene | rellena | rellenar | cumplimente | cuestionario en línea |
        inscripción en línea
    it:
        rispondere online | rispondi online | rispondete online | piattaforma online |
        modulo | compilare | compilate | compila | compilando | questionario online | formulario |
        form online | iscrizione online
    nl:
        online reageren | reageer online | online invullen | indieningssysteem |
        formulier | aanmeldformulier | inschrijfformulier | vul … in | online vragenlijst | via deze link
    pl:
        odpowiedz online | odpowiedzieć online | zgłoszenie online | system zgłoszeń |
        systemie zgłoszeń |
        formularz | formularza | formularzu | wypełnij | wypełnić | wypełniając | ankieta | ankietę | ankiety
    pt:
        responder online | responda online | responder em linha | plataforma de submissão |
        formulário | preencha | preencher | preenchendo | questionário em linha | inscrição online
    sv, da, no:
        svara online | svara på webben | svar online | svar på nettet | inlämningssystem* |
        formulär | formuläret | anmälningsformulär | fyll i | skema | skemaet | udfyld | skjema | skjemaet |
        fyll ut
    cs, sk:
        odpovědět online | odpovězte online | online systém* | vyplnit online |
        formulář | formuláře | formuláři | vyplňte | vyplněním | dotazník online | formulár
""")
