"""What people say beside their yes or no to a place: what makes it unsure, and what leaves it as it is.

Casefolded, without marks. A dash at the end: the word may go on. A dash at the beginning: it may stand within other letters.
"""

from mailbot.core.phrases.listed import folded, typed

# With one of these nothing is sure, neither a yes nor a no.
UNSURE = typed("""
    en:
        attend to | on time | says i | says that i | said i | told me | tells me | sagt ich | dit que je | dice que no |
        if | unless | provided | providing | as long as | whether | depend- | condition- | maybe | perhaps | probably |
        possibly | not sure | unsure | i think | i guess | i suppose | i believe | i hope | hopefully | we'll see |
        we will see | i will try | i'll try | try to | likely | i may | i might | may have to | may not | might not |
        might | not yet | yet | for now | for the moment | tentative- | pending | subject to | in principle | instead |
        on my behalf | in my place | replace- | substitut- | represent- | deputy | someone from | somebody from |
        another person from | let you know | get back to you | come back to you | come back to this | decide |
        decided yet | postpone | reschedul- | another date | other date | not true | not the case | wrong | should |
        would you | could you | can you | until | before i | before noon | before the | without | except | otherwise |
        waiting for | approv- | permission | assuming | in case | ask my | ask me | either | undecided | hard to say |
        wait | even though | cannot say | can't say | cannot promise | can't promise | cannot confirm | can't confirm |
        cannot guarantee | can't guarantee | cannot tell | can't tell | cannot decide | can't decide
    de:
        wenn | falls | sofern | soweit | ob | vorausgesetzt | bedingung | unter vorbehalt | vorbehalt- | vielleicht |
        wahrscheinlich | vermutlich | eventuell | möglicherweise | voraussichtlich | evtl | hoffentlich | ich hoffe |
        ich denke | ich glaube | versuche | versuchen | kommt darauf an | hängt davon ab | noch nicht | sobald | bevor |
        bis um | bis zum | bis ich | bis mittag | ohne | außer | stattdessen | statt | anstelle | an meiner stelle |
        vertret- | vertritt | ersatz- | abklären | klären | melde mich | bescheid | solange | könnte | könnten | würde |
        sollte | muss erst | erst noch | grundsätzlich | prinzipiell | verschieben | verschoben | anderer termin |
        anderen termin | nicht sicher | nicht sagen | nicht versprechen | bestätigen kann | entweder | genehmig- |
        zurückkommen | komme darauf zurück | komme zurück | darauf zurück | stimmt nicht | nicht wahr
    fr, es, it, pt:
        sinon | s'il | s'ils | à condition | pourvu | sous réserve | peut-être | peut être | probablement | sans doute |
        éventuellement | j'espère | je pense | je crois | j'essaierai | essayer | mon possible | pas encore | dès que |
        avant | sans | sauf | venir à ma place | participer à ma place | assister à ma place | à ma place peut |
        ira à ma place | viendra à ma place | remplac- | représent- | je reviens vers | reviendrai vers | confirmer plus |
        jusqu- | devrais | pourrait | pourriez | dépend- | en principe | reporter | lorsque | quand | pas sûr | pas sûre |
        incertain- | au lieu | aviser- | pas vrai | siempre que | a condición | quizás | quizá | tal vez | probablemente |
        posiblemente | creo | espero poder | espero que | intentar- | trataré | tratar de | todavía | aún | en cuanto |
        antes | sin | salvo | excepto | en mi lugar | en su lugar | sustitu- | reemplaz- | le aviso | avisaré | hasta |
        debería | podría | podrían | depende- | aplaz- | a menos | cuando | no es verdad | no estoy segur- | a lo mejor |
        puede que | purché | a condizione | a patto | forse | probabilmente | eventualmente | spero | credo | penso |
        cercherò | proverò | provare | farò il possibile | non ancora | appena | prima | senza | salvo | tranne |
        al mio posto | al posto mio | sostitu- | rappresent- | vi farò sapere | fino | dovrei | potrebbe | potrei |
        dipende | rinviare | quando | non sono sicur- | magari | non è vero | desde que | talvez | provavelmente |
        possivelmente | acho | espero conseguir | vou tentar | tentarei | tentar | ainda | assim que | sem | exceto |
        no meu lugar | em meu lugar | substitui- | até às | deveria | poderia | adiar | caso | a não ser |
        não tenho a certeza | não é verdade | pode ser
    nl:
        indien | mits | tenzij | misschien | waarschijnlijk | mogelijk | hopelijk | ik hoop | ik denk | probeer |
        proberen | nog niet | zodra | voordat | zonder | behalve | in mijn plaats | in plaats van | vervang- |
        vertegenwoordig- | laat het weten | laat u weten | totdat | tot en met | zou | zouden | hangt af |
        onder voorbehoud | voorbehoud | wanneer | niet zeker | of ik | hierop terug | kom terug | verzetten | uitstellen |
        eerst | niet waar
    pl, cs:
        jeśli | jeżeli | o ile | pod warunkiem | gdyby | może | być może | prawdopodobnie | chyba | mam nadzieję | myślę |
        sądzę | postaram | spróbuję | jeszcze | jak tylko | zanim | bez | oprócz | zamiast | zastąpi- | zastęp- |
        dam znać | czy | do czasu | mógłbym | mogłabym | powinienem | powinnam | zależy | przełożyć | nie jestem pew- |
        wstępnie | w zasadzie | pokud | jestli | jestliže | kdyby | možná | snad | asi | pravděpodobně | zřejmě | doufám |
        myslím | pokusím | zkusím | pokusit | ještě | jakmile | než | kromě | místo mě | místo mne | místo sebe |
        zastoup- | nahrad- | zástup- | dám vědět | ozvu | zda | mohl bych | mohla bych | měl bych | záleží | přesunout |
        nejsem si jist- | předběžně | v zásadě | nevím | nie wiem | když | aż
    sv:
        ifall | såvida | förutsatt | kanske | troligen | förmodligen | möjligen | hoppas | hoppas kunna | jag tror |
        försöka | försöker | ännu | så snart | innan | utan | utom | i mitt ställe | istället | i stället | ersätt- |
        represent- | återkomma | återkommer | meddela | meddelar | tills | borde | skulle | beror på | flytta |
        preliminärt | i princip | inte säker | huruvida | vet inte
    el:
        αν | εάν | εφόσον | υπό την προϋπόθεση | προϋπόθεση | ίσως | πιθανόν | πιθανώς | μάλλον | μπορεί | ελπίζω |
        νομίζω | πιστεύω | προσπαθήσω | ακόμα | ακόμη | μόλις | πριν | χωρίς | εκτός | στη θέση μου | αντί | αντικατ- |
        εκπροσωπ- | ενημερώσω | μέχρι | εξαρτάται | αναβ- | κατ' αρχήν | δεν ξέρω | όταν | επιφύλαξη
""")

# The same where a clause begins with it, or right behind a verb of coming; elsewhere these are other words.
UNSURE_FIRST = folded("si | se | als | om")
UNSURE_BEHIND = typed("""
    viendrai si | participerai si | présent si | présente si | vengo si | iré si | asistiré si | participaré si |
    parteciperò se | verrò se | ci sarò se | presente se | participarei se | irei se | kom als | komen als |
    deelnemen als | zijn als | kommer om | deltar om | delta om | komma om | venir si | ir si | asistir si | venire se |
    partecipare se | participar se
""")

# For a part of it, in another way, or somebody else.
OTHERWISE = typed("""
    only | just the | part of | partly | partially | half | first day | second day | third day | last day | one day |
    day one | day two | day 1 | day 2 | opening | dinner | online | on-line | zoom | remote- | remotely | virtual- |
    virtually | teams | webex | skype | hybrid | video- | videoconference | stream- | by phone | colleague- | assistant |
    delegate | nominate | leave early | leave earlier | join later | arrive late | arrive later | a bit late | be late |
    delayed | nur | teilweise | ersten tag | ersten tages | zweiten tag | zweite tag | erste tag | letzten tag |
    dritten tag | einen tag | halben | vormittags | nachmittags | digital | aus der ferne | kollege- | kollegin |
    kollegen | kolleginnen | assistent- | verspät- | später | früher | seulement | uniquement | que le | premier jour |
    deuxième jour | second jour | dernier jour | première journée | partie | en ligne | à distance | visioconférence |
    visio | distanciel | hybride | collègue- | en retard | plus tard | plus tôt | solo | sólo | solamente | únicamente |
    en parte | in parte | em parte | una parte | primer día | segundo día | último día | en línea | a distancia |
    virtualmente | videoconferencia | telemática- | híbrid- | compañer- | colega- | retraso | más tarde | soltanto |
    solamente | primo giorno | secondo giorno | ultimo giorno | da remoto | a distanza | videoconferenza | collega- |
    collegh- | ritardo | più tardi | alleen | slechts | gedeeltelijk | deels | eerste dag | tweede dag | laatste dag |
    op afstand | hybride | vanop afstand | collega's | collega | later | vroeger | tylko | jedynie | częściowo |
    pierwszy dzień | pierwszego dnia | drugi dzień | drugiego dnia | ostatni dzień | zdalnie | zdaln- | hybryd- | koleg- |
    koleżank- | spóźn- | później | apenas | somente | só | primeiro dia | segundo dia | último dia | à distância |
    remotamente | videoconferência | atraso | mais tarde | bara | endast | delvis | första dagen | andra dagen |
    sista dagen | på distans | distans | digitalt | kollega- | kollegor | försenad | senare | jen | pouze | částečně |
    první den | druhý den | prvního dne | poslední den | na dálku | kolega | kolegyně | kolegu | zpožděn- | později |
    μόνο | μερικώς | πρώτη μέρα | πρώτη ημέρα | δεύτερη μέρα | δεύτερη ημέρα | τελευταία μέρα | διαδικτυακ- |
    εξ αποστάσεως | εξ αποστάσεως | υβριδικ- | συνάδελφ- | συνεργάτ- | αργότερα | καθυστέρ-
""")
# A yes before one of these is a `yes, but`; a no goes through: `I would love to come, but I cannot`.
BUT_FIRST = folded("ma")
BUT = typed("""
    after the | the day after | day after | after it | after your | is over | nach dem treffen | danach | tag danach |
    après la | le lendemain | después de | al día siguiente | dopo la | il giorno dopo | na de | dag erna | po spotkaniu |
    dzień po | depois da | depois do | dia seguinte | efter mötet | dagen efter | po setkání | den poté | μετά τη |
    την επόμενη | but | however | although | though | while | aber | jedoch | allerdings | obwohl | mais | cependant |
    toutefois | pourtant | pero | sin embargo | aunque | però | tuttavia | mas | porém | contudo | embora | maar |
    echter | hoewel | ale | jednakże | lecz | choć | dock | men | fast | αλλά | όμως | ωστόσο | však | nicméně | wife |
    husband | partner | spouse | companion | friend | son | daughter | boss | director | employer | ehefrau | ehemann |
    frau und | mann und | begleit- | freund | freundin | chef | chefin | ma femme | mon mari | accompagn- | ami | amie |
    mi mujer | mi esposa | mi marido | acompañ- | amigo | amiga | mia moglie | mio marito | accompagn- | amico | amica |
    mijn vrouw | mijn man | begeleid- | vriend | vriendin | żoną | mężem | mąż | żona | osoba towarzysząca |
    minha mulher | meu marido | acompanh- | min fru | min man | sällskap | manžel- | doprovod- | σύζυγο- | συνοδ- |
    leave | leaving | depart | abreise | abreisen | gehen | weg | repartir | partir | marcharme | irme | andare via |
    ripartire | vertrekken | vertrek | weggaan | wyjechać | wyjść | sair | ir embora | gå | åka hem | odjet | odejít |
    φύγω | money | paid | pay | fee | reimburs- | refund- | costs | expenses | bezahl- | erstatt- | kosten | übernommen |
    honorar | rembours- | frais | payé | payés | reembols- | gastos | pag- | rimbors- | spese | vergoed- | onkosten |
    koszt- | zwrot- | despesas | ersätt- | kostnad- | proplat- | náklad- | έξοδα | next time | next year | nächstes jahr |
    nächstes mal | prochaine fois | año que viene | próxima | prossima volta | volgend jaar | następnym razem |
    nästa gång | příště | επόμενη φορά | received | receipt | erhalten | erhalt | bekommen | reçu | réception | recibido |
    recibí | ricevuto | ricezione | ontvangen | ontvangst | otrzyma- | odbiór | recebi | recebido | receção | mottagit |
    fått | obdržel- | dostal- | přijetí | έλαβα | λήψη
""")
# What is no part of an answer to this meeting, beside a no.
ANOTHER_TIME = typed("""
    next time | another time | next year | future | another occasion | other occasion | nächstes mal | nächsten mal |
    ein andermal | ein anderes mal | nächstes jahr | zukunft | künftig- | prochaine fois | une autre fois |
    prochaine occasion | autre occasion | avenir | próxima vez | otra ocasión | otra vez | futuro | prossima volta |
    altra occasione | un'altra volta | prossima occasione | volgende keer | een andere keer | toekomst | następnym razem |
    innym razem | przyszłość | przyszłości | próxima | outra ocasião | outra oportunidade | nästa gång | en annan gång |
    framtiden | příště | jindy | budoucn- | επόμενη φορά | άλλη φορά | στο μέλλον | μέλλον
""")
# Beside a no, these make it unsure again: the writer seems to come, or speaks of what guests need.
COMES_AFTER_ALL = typed("""
    will come | will attend | will join | will send | send you | would come | sister would | brother would |
    friend would | wife would | husband would | she would | he would | they would | wird kommen | wird teilnehmen |
    viendra | vendrá | asistirá | verrà | parteciperà | zal komen | przyjedzie | virá | přijede | zúčastní | θα έρθει |
    i can come | i can attend | i could come | i am free | i'm free | works for me | suits me | that's fine |
    that is fine | fine with me | see you | looking forward | look forward | all good | i'm fine | passt mir |
    ich kann kommen | könnte ich | freue mich | bis dann | bis bald | je peux venir | je suis libre | à bientôt |
    me réjouis | hâte | me conviene | puedo ir | nos vemos | estoy libre | posso venire | sono liber- | ci vediamo |
    mi va bene | ik kan wel | kan ik wel | komt goed uit | tot dan | mogę przyjechać | do zobaczenia | posso ir |
    estou livre | até lá | jag kan komma | passar mig | vi ses | mohu přijet | můžu přijet | těším se | hodí se |
    μπορώ να έρθω | με βολεύει | ανυπομονώ | kijk er naar uit | kijk uit naar | verheug | fine by me | of course i
""")
# Days and times beside `I come` or `I do not come` speak of a part of the meeting, if the words say no more.
DAYS = typed("""
    monday | tuesday | wednesday | thursday | friday | saturday | sunday | morning | afternoon | evening | noon | lunch |
    session | workshop | montag- | dienstag- | mittwoch- | donnerstag- | freitag- | samstag- | sonntag- | vormittag |
    nachmittag | abend | mittag | abendessen | lundi | mardi | mercredi | jeudi | vendredi | samedi | dimanche | matin |
    après-midi | soir | midi | dîner | lunes | martes | miércoles | jueves | viernes | sábado | domingo | mañana | tarde |
    noche | cena | lunedì | martedì | mercoledì | giovedì | venerdì | sabato | domenica | mattina | mattino | pomeriggio |
    sera | maandag | dinsdag | woensdag | donderdag | vrijdag | zaterdag | zondag | ochtend | voormiddag | namiddag |
    middag | avond | diner | poniedziałek | wtorek | środę | środa | czwartek | piątek | sobotę | sobota | niedzielę |
    niedziela | rano | popołudni- | wieczór | wieczorem | kolacj- | segunda-feira | terça-feira | quarta-feira |
    quinta-feira | sexta-feira | manhã | noite | jantar | måndag- | tisdag- | onsdag- | torsdag- | fredag- | lördag- |
    söndag- | förmiddag- | eftermiddag- | kväll- | middagen | pondělí | úterý | středu | středa | čtvrtek | pátek |
    sobotu | neděli | neděle | dopoledne | odpoledne | večer | večeře | ráno | δευτέρα | τρίτη | τετάρτη | πέμπτη |
    παρασκευή | σάββατο | κυριακή | πρωί | απόγευμα | βράδυ | μεσημέρι | δείπνο | day | tag | tage | dagen | journée
""")
# The day meant is the one of the meeting.
THAT_DAY = typed("""
    this time | that week | those weeks | in dieser woche | cette semaine-là | esa semana | quella settimana | die week |
    w tym tygodniu | nessa semana | den veckan | ten týden | that day | that weekend | those days | these days |
    on the day | this day | an diesem tag | an dem tag | an diesem wochenende | dem tag | diesen tagen | ce jour-là |
    ce jour | ces jours-là | cette journée | ese día | esos días | ese fin de semana | quel giorno | quei giorni |
    die dag | dat weekend | die dagen | tego dnia | tym dniu | tych dniach | nesse dia | nesses dias | neste dia |
    den dagen | de dagarna | ten den | tom dni | v ten den | εκείνη την ημέρα | εκείνη τη μέρα | αυτή τη μέρα
""")

# Thanks, greetings, joy: they add nothing.
COURTESY = typed("""
    navré- | przykrością | inform you | informer | mitteilen | comunicarles | informarles | spiace | spijtig | thank- |
    thanks | grateful | honour- | honor- | pleasure | delighted | happy | glad | looking forward | look forward |
    see you | excited | exciting | great news | wonderful | good news | best regards | kind regards | best wishes |
    regards | greetings | sorry | apolog- | good luck | all the best | wish you | regret | danke | dank | vielen dank |
    freue mich | freude | freut mich | ehre | grüße | gruß | grüßen | tut mir leid | bedaure | entschuldig- |
    viel erfolg | alles gute | wünsche | merci | remerci- | ravi | ravie | heureux | heureuse | réjouis | honoré- |
    honneur | hâte | à bientôt | cordialement | salutations | désolé- | regret- | bonne journée | bonne chance | gracias |
    agradec- | agradezco | encantad- | ilusión | honor | nos vemos | hasta pronto | saludo- | lo siento | siento mucho |
    disculp- | lamento | suerte | un placer | grazie | ringrazi- | felice | lieto | lieta | onore | onorat- | ci vediamo |
    a presto | saluti | dispiace | scus- | auguri | piacere | bedankt | dankbaar | verheug- | kijk ernaar uit |
    kijk naar uit | kijk uit | zin in | eer | tot dan | tot gauw | tot ziens | groet- | groeten | spijt | succes |
    dziękuj- | dzięki | cieszę się | zaszczyt | do zobaczenia | pozdrawiam | pozdrowienia | poważaniem | przepraszam |
    przykro | żałuję | powodzenia | życzę | obrigad- | agradeço | honra | honrad- | feliz | entusiasmad- | até breve |
    até lá | até já | cumprimentos | desculp- | pena | boa sorte | votos | tack | tacksam | ser fram emot | ära | glad |
    roligt | vi ses | hälsningar | ledsen | beklagar | förlåt | lycka till | trevligt | děkuj- | díky | těším | potěšení |
    čest | na viděnou | na shledanou | pozdravem | pozdravy | omlouv- | líto | hodně štěstí | uvidíme se | ευχαριστ- |
    ανυπομονώ | χαίρομαι | χαρά | τιμή | τα λέμε | χαιρετισμ- | με εκτίμηση | λυπάμαι | λυπούμαι | συγγνώμη | συγνώμη |
    καλή επιτυχία | εκτίμηση | dear | cher | chère | estimad- | querid- | gentile | beste | geachte | szanown- | drogi |
    drodzy | drodzy | prezad- | car- | bästa | vážen- | milí | αγαπητ- | αξιότιμ- | liebe | lieber | sehr geehrte |
    sehr geehrter | kära | hej | hallo | hello | hi | bonjour | madame | monsieur | buenos días | buenas tardes | hola |
    buongiorno | salve | buonasera | goedemorgen | goedemiddag | goedendag | goedenavond | dzień dobry | witam | bom dia |
    boa tarde | olá | dobrý den | zdravím | dobrý večer | γεια | καλημέρα | καλησπέρα | χαίρετε | guten tag |
    guten morgen | guten abend | grüß gott | good morning | good afternoon | good evening | god morgon | god dag | moin |
    servus | señora | señor | signora | signor | mevrouw | meneer | państwo | państwu | senhora | senhor | κυρία | κύριε |
    have a nice | a nice day | schönen tag | bonne soirée | chaleureus- | amitiés
""")
# What guests tell of themselves; a `not` there is one of food: `I do not eat meat`.
GUEST = typed("""
    lepek | lepku | bezlepk- | mléko | glutine | γλουτένη | arachid- | amendoi- | cacahuete- | arašíd- | jordnöt- |
    pinda- | erdnuss- | erdnüsse | vegetar- | vegan- | végétar- | végétal- | vegetál- | wegetar- | wegań- | wegan- |
    halal | kosher | koscher | kasher | casher | koszern- | gluten- | coeliac | celiac- | celíac- | cœliaque | coeliaque |
    celiac | zöliakie | coeliakie | celiak- | lactose- | laktos- | laktóz- | lattosio | lactosa | laktoz- | allerg- |
    alerg- | alérg- | allergi- | uczul- | αλλεργ- | diet | diets | dietary | diät | ernährung- | unverträglich- | régime |
    dietetyczn- | intolleran- | intoleran- | eat | meat | pork | fish | nuts | peanuts | milk | fleisch | schwein- |
    fisch | nüsse | milch | viande | porc | poisson | noix | carne | cerdo | pescado | nueces | maiale | pesce | noci |
    latte | vlees | vis | noten | mięsa | mięso | wieprzowin- | ryb | orzech- | porco | peixe | nozes | kött | fisk |
    fläsk- | nötter | maso | vepřov- | ryby | ořech- | κρέας | ψάρι | χοιρινό | χορτοφάγ- | βίγκαν | vegano | vegana |
    vegetariër | diabet- | diabét- | διαβητ- | wheelchair | rollstuhl- | fauteuil roulant | silla de ruedas |
    sedia a rotelle | carrozzina | rolstoel- | wózk- | cadeira de rodas | rullstol- | vozík- | vozíčk- | αναπηρικ- |
    hearing aid | hörgerät- | special needs | food
""")
ARRIVING = typed("""
    i arrive | i will arrive | i'll arrive | arriving | my train | my flight | by train | by plane | by car | by bus |
    land at | travel by | ankomm- | ankunft | reise … an | reise am | anreise- | anreisen | mit dem zug | mein zug |
    mein flug | komme um | j'arrive- | arriverai | arrivée | en train | mon train | mon vol | llegaré | llego | llegada |
    en tren | mi tren | mi vuelo | arriverò | arrivo | in treno | il mio treno | il mio volo | kom aan | aankom- |
    met de trein | mijn trein | mijn vlucht | przyjeżdżam | przylatuję | dojadę | przylecę | przyjadę pociągiem |
    pociągiem | mój pociąg | samolotem | chegarei | chego | chegada | de comboio | de trem | o meu voo | anländer |
    ankomst | kommer fram | med tåg | mitt tåg | mitt flyg | přiletím | přijedu vlakem | vlakem | dorazím | příjezd |
    φτάνω | φτάσω | φθάνω | φθάσω | άφιξη | με τρένο | η πτήση
""")
CONTACT = typed("""
    my number | my mobile | my phone | mobile | phone | telephone | tel | cell | reach me | my email | my e-mail | handy |
    handynummer | telefon- | erreichen | mobil- | mon numéro | téléphone | portable | joindre | courriel | mi número |
    móvil | teléfono | mi correo | numero | cellulare | telefono | mijn nummer | gsm | telefoonnummer | bereikbaar |
    mój numer | numer | komórk- | meu número | telemóvel | telefone | mitt nummer | nummer | nås | moje číslo | číslo |
    mobil | τηλέφωνο | κινητό | αριθμός
""")

# From here on a clause tells why.
BECAUSE = folded("""
    because | since | as i | as my | as we | as the | due to | owing to | for i | for health | for family | for personal |
    for professional | on account of | weil | da ich | da mein | da meine | da wir | da es | denn | wegen | aufgrund |
    auf grund | aus gesundheitlichen | aus familiären | aus beruflichen | aus persönlichen | krankheitsbedingt |
    parce que | parce qu' | car | puisque | à cause | en raison | pour raison | pour des raisons | pour cause | suite à |
    porque | ya que | puesto que | debido a | por motivos | por razones | por enfermedad | por problemas | a causa |
    por trabajo | perché | poiché | dato che | visto che | siccome | per motivi | per ragioni | per lavoro |
    per malattia | per problemi | per impegni | omdat | want ik | want mijn | want we | want er | want het | want dan |
    aangezien | wegens | vanwege | door ziekte | ponieważ | gdyż | bo | z powodu | ze względu | z powodów | pois |
    uma vez que | devido a | por doença | eftersom | därför att | på grund av | pga | av hälsoskäl | då jag | protože |
    jelikož | neboť | kvůli | z důvodu | ze zdravotních | z rodinných | επειδή | διότι | γιατί | λόγω | καθώς | εξαιτίας
""")

# Thanks for one of these show that the letter came, and for what else is no part of an invitation.
NEWS = typed("""
    letter | information | info | message | mail | email | news | letting me | let me know | reminder | brief |
    nachricht | mitteilung | lettre | courrier | message | l'information | l'info | carta | información | mensaje |
    lettera | messaggio | l'informazione | bericht | informatie | list | wiadomość | informację | carta | mensagem |
    informação | brevet | meddelandet | informationen | dopis | zprávu | informaci | επιστολή | ενημέρωση | μήνυμα
""")
THANKS = typed("""
    thank | thanks | danke | dank | merci | gracias | grazie | bedankt | dziękuję | obrigado | obrigada | tack | děkuji |
    děkuju | ευχαριστώ
""")
