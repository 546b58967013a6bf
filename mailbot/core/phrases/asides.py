"""What people say of their answers without answering: that they leave a question out, or that they are done. All casefolded."""

from mailbot.core.phrases.listed import listed

# A short answer with one of these says that there is none.
SKIPPED = listed("""
    en:
        skip | skipped | skipping | leave blank | left blank | leave this blank | leave it blank | leave this one |
        leave out | left out | leave open | left open | leave this open | will pass on | i pass | not answered |
        no answer to this | later
    de:
        übersprungen | überspringe | auslassen | ausgelassen | lasse ich aus | lass ich aus | lasse ich weg |
        lasse ich offen | lass ich offen | bleibt offen | offen gelassen
    fr:
        je passe | je saute | sauté | sautée | laisse de côté | laissé vide | laissée vide | je laisse vide |
        sans réponse
    es, pt, it, ca:
        me la salto | la salto | saltada | la he saltado | me he saltado | lo salto | la dejo en blanco |
        dejo en blanco | en blanco | saltei | salto esta | deixo em branco | em branco | passo esta | salto questa |
        l'ho saltata | lascio in bianco | lasciata in bianco | saltata
    nl:
        sla ik over | overgeslagen | laat ik open | laat ik leeg
    pl:
        pomijam | pominąłem | pominęłam | pominięte | zostawiam puste
    sv, da, no:
        hoppar över | hoppade över | lämnar tom | springer over | sprang over | springer jeg over | hopper over |
        hoppet over | står åpen
    fi:
        ohitan | jätän väliin | jätän tyhjäksi | jätin väliin
    cs, sk:
        přeskakuji | vynechávám | přeskočil | přeskočila | vynechal | vynechala | preskakujem | vynechávam
    ro, hu, el, ru:
        sar peste | am sărit | las necompletat | kihagyom | kihagytam | παραλείπω | την αφήνω κενή | пропускаю |
        пропустил
""")

# A sentence with one of these and with numbers says which questions somebody leaves to others, or open.
LEFT_OPEN = listed("""
    en:
        i leave | we leave | i left | we left | leaving | i'll leave | nothing from me | nothing from us | nothing on |
        nothing to say | nothing to add | cannot answer | can't answer | cannot say | do not answer | don't answer |
        did not answer | no answer | not for me | i have no view | i omit | i omitted | will answer | will write on
    de:
        ich lasse | wir lassen | überlasse | überlassen | nichts zu | nichts von mir | keine antwort | nicht beantworten |
        beantworte ich nicht | kann ich nicht | kann ich nichts | können wir nicht | beantwortet
    fr:
        je laisse | nous laissons | rien à dire | rien de ma part | je ne réponds pas | je ne peux pas | nous ne pouvons pas |
        pas de réponse | pas répondu
    es, pt, it, ca:
        dejo | dejamos | nada que decir | no contesto | no respondo | no puedo | sin respuesta | deixo | deixamos |
        não respondo | não posso | nada a dizer | sem resposta | lascio | lasciamo | non rispondo | non posso | nulla da dire |
        niente da dire | deixo per | no puc
    nl:
        ik laat | wij laten | laat ik | laten wij | niets te zeggen | geen antwoord | kan ik niet | kunnen wij niet |
        niets van mij
    pl, cs, sk:
        zostawiam | nie odpowiadam | nie mam nic | bez odpowiedzi | nie mogę | nechávám | neodpovídám | nemám co |
        bez odpovědi | nechávam | neodpovedám | bez odpovede
    sv, da, no, fi:
        jag lämnar | lämnar vi | lämnar jag | inget svar | inget att säga | jeg overlader | jeg lader | intet svar |
        ikke svare | jeg overlater | inte svara | jätän | en vastaa | ei vastausta | en osaa
    ro, hu, el, tr, hr, bg, ru:
        las | nu răspund | fără răspuns | nimic de spus | hagyom | nem válaszolok | nincs válasz | nem tudok | αφήνω |
        δεν απαντώ | δεν έχω | bırakıyorum | cevap yok | cevaplamadım | prepuštam | ne odgovaram | оставям | не отговарям |
        оставляю | не отвечаю
""")

# With one of these a dictated mail comes to its end.
DONE = listed("""
    en:
        that's me done | that is me done | that's it from me | that's it | that's all | that is all |
        that's everything | that would be all | i think that's all | hope this helps | hope that helps |
        hopefully see you | see you in | see you on | see you there | speak soon | talk soon | sorry for the typos |
        forgive the typos | thanks and bye | cheers
    de:
        das war's | das wars | das war es von mir | das ist alles | das wäre alles | so das wärs | so das wär's |
        mehr hab ich nicht | bis bald | bis dann
    fr:
        c'est tout | voilà c'est tout | voilà tout | voilà pour moi | à bientôt
    es, pt, it:
        eso es todo | nada más | y ya está | nos vemos | hasta pronto | é tudo | é isso | até breve | è tutto |
        tutto qui | ecco tutto | a presto
    nl, sv, da, no, fi:
        dat was het | dat is alles | tot ziens | tot dan | det var allt | det var alt | det var det | det er alt |
        vi ses | siinä kaikki | nähdään
    pl, cs, sk:
        to wszystko | to tyle | do zobaczenia | to je vše | to je všechno | na shledanou | to je všetko
    ro, hu, el:
        asta e tot | atât | ennyi | αυτά | αυτά από μένα
""")

# A paragraph with one of these speaks of the mail or of its questions, and answers none.
OF_THE_MAIL = listed("""
    en:
        my answers | answers below | answers are | answers to your | in red | in blue | in green | in bold | inline |
        in line below | see below | below are | please find | is attached | are attached | i attach | attachment |
        excuse | forgive | apologies | sorry for | thank you for | thanks for | i hope it is okay
    de:
        meine antworten | antworten unten | unten meine | in rot | in blau | im anhang | anbei | angehängt |
        entschuldig | danke für | vielen dank
    fr:
        mes réponses | voici mes | ci-dessous | en rouge | en bleu | ci-joint | en pièce jointe | veuillez trouver |
        merci pour | désolé
    es, pt, it:
        mis respuestas | en rojo | en azul | adjunt | os contesto | gracias por | as minhas respostas | a vermelho |
        em anexo | obrigad | le mie risposte | in rosso | in allegato | rispondo | grazie per
    nl, pl:
        mijn antwoorden | in het rood | bijlage | bijgevoegd | bedankt voor | moje odpowiedzi | na czerwono |
        w załączniku | dziękuję za
    sv, da, no, fi:
        mina svar | mine svar | i rött | med rødt | i rødt | bifogat | bifogar | vedhæftet | vedlagt | tack för |
        tak for | takk for | vastaukseni | liitteenä | punaisella | kiitos
    cs, sk, ro, hu, el:
        moje odpovědi | moje odpovede | v příloze | v prílohe | červeně | răspunsurile mele | atașat | cu roșu |
        válaszaim | mellékel | csatol | pirossal | οι απαντήσεις μου | επισυνάπτ | με κόκκινο
""")

# With one of these somebody says that his answers are in bold.
IN_BOLD = listed("""
    in bold | bold | bolded | fett | fettgedruckt | fett gedruckt | en gras | caractères gras | en negrita | negrita |
    a negrito | em negrito | negrito | in grassetto | grassetto | en negreta | vet | vetgedrukt | pogrubione |
    pogrubioną | pogrubieniem | pogrubioną czcionką | tłustym drukiem | i fetstil | fetstil | fet stil | med fet |
    med fed | fed skrift | fremhævet | lihavoituna | lihavoidulla | lihavoitu | tučně | tučným písmem | tučne |
    tučným písmom | îngroșat | cu bold | félkövér | félkövérrel | vastagon | με έντονα | έντονη γραφή | podebljano |
    masnim slovima | с удебелен шрифт | удебелено | жирным | жирным шрифтом | kalın | koyu | kalın harflerle
""")

# A short answer with one of these only says that the answer stands in a file.
ATTACHED = listed("""
    en:
        attached | attachment | see the file | in the file | enclosed | in the document | in the pdf |
        in the word file | in the other file
    de:
        anhang | anlage | angehängt | angehängten | beigefügt | beigefügten | anbei | beiliegend | beiliegenden |
        im dokument | in der datei | im pdf
    fr:
        pièce jointe | pièces jointes | ci-joint | ci-jointe | en annexe | fichier joint | dans le fichier |
        dans le pdf | dans le document
    es, pt, it, ca:
        adjunto | adjunta | archivo adjunto | en el adjunto | anexo | em anexo | allegato | in allegato | allegata |
        adjunt | en el archivo | en el fichero | en el pdf | no ficheiro | no documento | no pdf | nel file |
        nel documento | nel pdf | a l'arxiu
    nl, pl:
        bijlage | bijgevoegd | bijgevoegde | in het bestand | in de pdf | załącznik | załączniku | w załączniku |
        w pliku | w pdf | załączonym | załączam
    sv, da, no, fi:
        bilaga | bifogad | bifogat | bilagan | vedhæftet | vedhæftede | bilag | vedlagt | vedlegg | vedlegget |
        liite | liitteessä | liitteenä | i filen | i pdf | i dokumentet | tiedostossa | bifogade | vedlagte
    cs, sk, ro, hu, el:
        příloha | příloze | v příloze | príloha | v prílohe | priložen | v súbore | v souboru | v pdf | atașat |
        atașatul | atașament | atașamentul | anexă | în anexă | în fișier | în pdf | melléklet | mellékletben |
        mellékelt | mellékelve | csatolva | csatolt | pdf ben | fájlban | συνημμένο | συνημμένου | επισυνάπτεται |
        στο αρχείο
    hr, bg, ru, tr:
        prilog | u prilogu | u datoteci | u pdf | приложение | приложения | прикачен | прикачения | във файла |
        во вложении | вложение | в файле | ek | ekte | ekteki | dosyada
""")

# With one of these the body says that an answer stands in the subject.
IN_SUBJECT = listed("""
    subject | subject line | betreff | objet | asunto | oggetto | onderwerp | temat | temacie | tytule | assunto |
    ämne | ämnesraden | emne | emnefeltet | aihe | otsikko | otsikossa | předmět | předmětu | predmet | predmete |
    subiect | subiectul | tárgy | tárgyban | θέμα | тема | теме | konu | konuda
""")

# A sentence with one of these announces what stands below it.
FOLLOWING = listed("""
    the following | as follows | this one | this text | below | folgendes | folgenden text | folgende | wie folgt |
    le texte suivant | ce qui suit | la suivante | ci-dessous | lo siguiente | el siguiente | la siguiente |
    il seguente | la seguente | quanto segue | o seguinte | a seguinte | het volgende | de volgende | następującą |
    poniższą | poniższym | följande | detta | nedenstående | dette | følgende | seuraavalla | seuraava | alla oleva |
    následující | tímto | nasledujúcim | următorul | următoarea | următoarele | az alábbira | az alábbi |
    το παρακάτω | την παρακάτω | следующее | следното | aşağıdaki | aşağıdakiyle
""")

# With one of these somebody changes what he answered before.
CHANGING = listed("""
    replace | replaced | change | correct | correction | corrected | update | should read | should be | instead |
    ersetzen | ersetze | ändern | korrektur | korrigieren | statt | remplacer | remplacez | corriger | modifier |
    lire | sustituir | sustituid | cambiad | cambiar | corregir | corrección | sostituire | sostituite | correggere |
    correzione | cambiare | substituir | substituam | corrigir | correção | vervang | vervangen | wijzigen |
    correctie | zmienić | zamienić | zastąpić | poprawka | korekta | byt ut | byta ut | ersätt | ändra | rättelse |
    erstat | ret | rettelse | bytt ut | erstatt | korvaa | korvatkaa | vaihtakaa | korjaus | nahradit | nahraďte |
    oprava | opravit | înlocuiți | corectură | cserélje | cseréljék | javítás | αντικαταστήστε | διόρθωση | замените |
    исправление | değiştirin | düzeltme
""")

# What may stand before a dash or a colon at the beginning of an answer and belongs to it.
YES_AND_NO = listed("""
    yes | no | ja | nein | nee | nej | nei | jo | oui | non | si | sí | sì | sim | não | nao | da | nu | ne | nie | tak | ano |
    áno | igen | nem | ei | kyllä | joo | ναι | όχι | да | не | нет | evet | hayır | ok | na | n.a. | n/a | ps | p.s. | nb |
    n.b. | note
""")
