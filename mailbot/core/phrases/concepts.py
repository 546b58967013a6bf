"""What calls ask about, in the languages of those who answer: beginnings of words that mean the same.

Casefolded, without accents. A word belongs to the concept with the longest beginning that fits; other words are compared by
their own first letters, which is enough for `rehabilitation`, `Rehabilitation`, `rehabilitacja` and `réhabilitation`.
"""

from collections.abc import Mapping

from mailbot.core.phrases.listed import listed


def _concepts(text: str) -> dict[str, tuple[str, ...]]:
    rows = (row.partition(":") for row in text.strip().split("\n\n"))
    return {name.strip(): listed(beginnings.replace("\n", " ")) for name, _, beginnings in rows}


CONCEPTS: Mapping[str, tuple[str, ...]] = _concepts("""
experience:
    experien | erfahr | esperien | ervaring | doswiadcz | erfaren | kokemu | zkusenost | skusenost | tapasztal |
    εμπειρ | iskust | izkusn | опыт | опит | deneyim | kogemu | patirt | pieredz

work:
    work | worker | job | profession | occupation | employ | arbeit | beruf | taetig | tatig | travail | metier |
    emploi | trabaj | oficio | lavor | mestiere | werk | beroep | prac | zawod | arbet | yrke | arbejd | jobb | tyos |
    tyot | tyo | prace | pracu | zamestn | munka | dolgoz | εργα | δουλε | munc | trabalh | profiss | rad | delo |
    работ | meslek

years:
    year | jahr | annee | annees | ans | ano | anos | anni | anno | jaar | jaren | lat | rok | roku | let | ar | aar |
    vuot | vuoden | vuosi | ev | eve | evek | χρονια | ετη | ani | godin | год | лет | yil

role:
    role | rolle | papel | ruolo | rol | rola | roll | rooli | uloha | szerep | ρολο | rolul | uloga | роль

time:
    time | timing | zeit | temps | tiempo | tempo | tijd | czas | tid | tiden | aika | ajan | cas | casu | casem |
    ido | idot | χρον | timp | timpul | vrijeme | время | времени | zaman | duration | dauer | duree | duur | plazo |
    deadline | monat | month | mois | meses | mesi | maand | miesiac | manad | maned | kuukau | mesic | honap | μην |
    luni | week | woche | semaine | semana | settiman | tydzien | tygodni | vecka | uge | viikko

challenge:
    challeng | difficult | obstacle | hurdle | barrier | problem | herausford | schwierig | hindern | huerde | hurde |
    defi | defis | obstacul | dificult | desafi | retos | reto | sfid | ostacol | uitdaging | moeilijk | knelpunt |
    obstakel | wyzwan | trudno | przeszk | utman | svarig | hinder | udford | vanskelig | utford | forhindr | haaste |
    vaikeu | este | vyzv | prekazk | obtiz | kihiv | nehez | akadaly | προκλησ | δυσκολ | εμποδι | provocar |
    obstacole | izazov | poteskoc | tezav | вызов | трудност | проблем | zorluk

example:
    example | instance | case | beispiel | fall | exemple | cas | ejemplo | caso | esempio | voorbeeld | casus |
    przyklad | exempel | eksempel | esimerk | priklad | pelda | παραδειγμα | exempl | primjer | пример | ornek

practice:
    practice | practise | praxis | praktik | pratique | practica | buenas | pratica | prassi | buona | praktijk |
    good | gute | bonne | goede | dobra | dobre | dobrou | dobry | praktyk | praksis | kaytant | praxe | gyakorlat |
    πρακτικ | praks | практик | uygulama | programm | program | projekt | project | projet | proyecto | progetto |
    προγραμμα

support:
    support | help | assist | aid | unterstutz | hilfe | begleit | soutien | aide | accompagn | apoyo | ayuda |
    sostegno | aiuto | steun | hulp | begeleid | wsparci | pomoc | stod | hjalp | hjaelp | stotte | tuki | tuke |
    apu | podpor | tamogat | segits | υποστηρι | βοηθ | sprijin | ajutor | podrs | поддержк | помощ | destek

treatment:
    treat | therap | behandl | therapi | traitement | trat | trattament | terap | behandel | leczen | behandling |
    hoito | hoid | terapi | lecb | lecen | liecb | kezel | θεραπ | tratament | lijecen | zdravljen | лечен | терап |
    tedavi | counsel | medic | medikament

mental:
    mental | psych | psychi | psycho | psiq | psic | psyk | mielenterv | dusevn | pszich | lelki | ψυχ | psih | псих |
    ruhsal | depress | trauma | anxi | angst | anxiet | ansied | ansia | ptsd | ptbs | sleep | schlaf | sommeil |
    sueno | sonno | slaap | sen | masennu | ahdistu

information:
    information | inform | data | auskunft | daten | renseign | datos | dati | gegevens | dane | danych | tieto |
    tiedo | udaj | adat | πληροφορ | δεδομεν | podat | podac | информац | данн | bilgi

transfer:
    transfer | share | sharing | exchang | handover | pass | weitergab | weitergeg | ubergab | ubermitt | austausch |
    transmi | partag | echang | compart | intercamb | trasmiss | trasmett | scambi | condivi | overdracht |
    uitwissel | delen | przekaz | wymian | overfor | dela | delning | utbyt | udveksl | deling | siirt | jaka |
    vaihto | predav | sdil | atad | megoszt | csere | μεταφορ | ανταλλαγ | κοινοπο | transmit | schimb | prijenos |
    razmjen | передач | обмен | aktar

structure:
    structur | process | procedure | protocol | struktur | prozess | verfahren | procedur | processus | dispositif |
    estructur | proces | procedimi | struttura | protocoll | rakente | prosess | eljaras | folyamat | δομ | διαδικασ |
    postup | структур | процесс | surec

release:
    release | after | discharg | entlass | haft | sortie | liberation | detention | puesta | libertad | salida |
    excarcel | scarcer | uscita | vrijlat | detentie | zwoln | wyjsc | frigiv | loslat | vapaut | propust | szabadul |
    αποφυλακ | eliber | otpust | освобожд | tahliye | prison | gefangnis | carcel | prisao | carcere | gevangen |
    wiezien | fangel | faengsel | fengsel | vankil | vezen | vazen | borton | φυλακ | inchiso | zatvor | тюрьм | hapis

protective:
    protect | resilien | schutz | stabil | protecteur | protettiv | bescherm | ochron | skydd | beskytt | suoja |
    ochran | vedo | προστατ | zastit | защит | koru | family | famil | rodzin | rodin | perhe | csalad | οικογεν |
    obitelj | сем | aile | relationship | bindung | vinculo | belong | zugehor

rehabilitation:
    rehab | riabilit | readapt | kuntout | αποκαταστ | реабилит

reintegration:
    reinteg | integr | wiedereinglied | eingliede | reinser | insercion | reinserc | inserim | herintegr | resocial |
    ateranpas | sopeut | beilleszk | επανεντ | reintegr | zaclen | вернут | topluma

offender:
    offend | extremis | radical | radikal | terror | tater | straftat | delinquant | delincu | detenu | autor |
    dader | skazan | przestep | lovovertr | gjerningsm | rikoks | pachatel | elkovet | εξτρεμ | ριζοσπ | infract |
    прест

result:
    result | outcome | proud | success | effect | ergebnis | erfolg | wirkung | stolz | resultat | reussi | fier |
    logr | orgull | exito | risultat | orgogl | efficac | resulta | trots | succes | wynik | sukces | dum | skutecz |
    stolt | tulos | ylpe | onnistu | vysled | uspech | hrd | eredmeny | siker | buszke | αποτελ | επιτυχ | περηφαν |
    rezult | uspjeh | mandr | успех | горд | sonuc | basari

mistake:
    mistake | error | wrong | fail | fehler | falsch | scheiter | schief | erreur | echec | rate | equivoc | fallo |
    fracas | errore | sbagl | fout | mis | blad | misluk | pomyl | niepowodz | fel | misstag | misslyck | fejl |
    feil | virhe | epaonnist | chyb | omyl | hiba | kudarc | λαθος | αποτυχ | gres | esec | pogres | napak | ошиб |
    неудач | hata

lesson:
    learn | lesson | taught | gelernt | lernen | lehre | lecon | appris | apprend | aprend | leccion | lezion |
    impara | leer | geleerd | lekcj | naucz | lard | laerdom | laert | laer | oppi | opin | pouce | nauc | lekc |
    tanul | tanulsag | μαθημα | μαθα | invat | lectie | lekcij | урок | уч

location:
    where | place | location | wo | ort | stadt | lieu | ville | lugar | sitio | ciudad | luogo | citta | plaats |
    stad | miejsc | miast | plats | sted | by | paikka | kaupung | misto | mesto | hely | varos | τοπο | πολη | loc |
    oras | mjesto | grad | место | город

organisation:
    organis | organiz | association | verein | einricht | asociac | associaz | vereniging | stichting | stowarzysz |
    fundacj | forening | jarjest | yhdist | spolek | sdruz | szervez | egyesul | οργαν | συλλογ | asociat | udrug |
    организ

school:
    school | schul | ecole | escuel | colegio | scuola | insegn | teach | lehr | enseign | profesor | docent | szkol |
    nauczyc | skola | skol | skole | larare | laerer | koulu | opettaj | ucitel | iskol | tanar | σχολ | δασκαλ |
    scoal | profesoar | школ | учит | okul | pupil | schuler | eleve | alumn | alunn | leerling | uczn | elev |
    oppila | zak | diak | μαθητ

colleague:
    colleag | kolleg | collegue | companer | collegh | collega | koleg | kollega | tyokaver | συναδελφ | coleg |
    коллег

children:
    child | kind | enfant | hijo | hija | nin | bambin | figli | kinder | dzieck | dzieci | barn | lapsi | lapse |
    det | deti | gyer | παιδ | copil | djec | otrok | дет | cocuk

money:
    money | fund | cost | grant | pay | geld | kosten | mittel | finanz | argent | financ | cout | subvention |
    dinero | coste | subvenc | soldi | costi | kost | subsidi | pieniad | koszt | dotacj | pengar | kostnad | penge |
    penger | raha | kustann | peniz | penaz | nakl | penz | koltseg | χρημα | κοστ | bani | novac | деньг | стоим |
    para

need:
    need | necessar | require | wish | want | expect | hope | brauch | wunsch | erwart | hoff | besoin | attend |
    attente | souhait | necesit | esper | quiero | bisogn | aspett | vorrei | nodig | behoefte | verwacht | wens |
    hoop | potrzeb | oczek | behov | forvant | onsk | tarv | odot | toiv | potreb | ocekav | szukseg | elvar | remel |
    αναγκ | προσδοκ | nevoi | astept | нужн | надо | ожид | ihtiyac

law:
    law | legal | legislat | act | gesetz | recht | loi | juridi | ley | legge | norma | wet | wettelijk | ustaw |
    praw | lag | lov | laki | lain | zakon | torveny | jog | νομο | lege | закон | kanun

authority:
    authorit | supervis | ministry | agency | behorde | aufsicht | autorit | autorid | supervi | autorita | vigil |
    toezicht | urzad | organ | nadz | myndighe | tillsyn | tilsyn | viranom | valvo | urad | dozor | hatosag |
    felugy | αρχη | εποπτ | autoritat | ministeriu | nadzor | орган | надзор | kurum

group:
    group | gruppe | groupe | grupo | gruppo | groep | grup | ryhm | skupin | csoport | ομαδ | групп | household |
    haushalt | menage | hogar | famigli | huishoud | gospodarst | hushall | husstand | talou | domacnost | haztart |
    νοικοκυρ | gospodar

figures:
    figure | number | statistic | percent | zahl | statist | prozent | chiffre | nombre | pourcent | cifra | numero |
    porcent | percentual | cijfer | aantal | procent | liczb | siffr | antal | tall | luku | prosent | cisl | pocet |
    szam | szazal | αριθμ | στατιστ | broj | цифр | число | sayi

court:
    court | ombuds | judge | appeal | challenge | gericht | richter | klage | widerspruch | tribunal | juge |
    recours | juez | recurso | defensor | giudic | ricorso | rechtb | rechter | bezwaar | sad | sedzi | odwol |
    domstol | dom | overklag | tuomio | valit | soud | odvol | birosag | fellebb | δικαστ | ενστασ | instant |
    judecat | sud | суд | mahkeme

heat:
    heat | hot | temperat | degree | hitze | heiss | grad | chaleur | chaud | temper | calor | grados | caldo |
    gradi | warmte | hitte | graden | upal | goraco | varme | hetta | varm | hede | kuum | helle | lampo | horko |
    teplot | hoseg | meleg | ζεστη | καυσω | θερμοκρ | caldura | vrucin | жар | температур | sicak

victim:
    victim | surviv | opfer | uberleb | victime | survivan | victima | supervivien | vittim | sopravviss |
    slachtoffer | overlevend | nabestaand | ofiar | ocalal | offer | overlev | uhri | selviyt | obet | prezivs |
    aldozat | tulel | θυμα | επιζ | supravietui | zrtv | prezivj | жертв | выжив | kurban

diet:
    diet | vegetar | vegan | allerg | gluten | lactos | dieet | alimentar | essen | food | repas | comida | cibo |
    eten | jedzen | mat | ruoka | jidlo | etel | φαγητ | mancare

pitch:
    pitch | present | five | minutes | vortrag | prasent | presentat | apresent | prezent | esitt | eload | παρουσι |
    сообщ

online:
    online | internet | digital | website | app | plattform | platform | web | netz | numeri | cyfrow | verkko |
    kibers | διαδικτ | mrez | цифр

misses:
    miss | lack | absent | stor | fehlt | fehlen | manque | falta | echo | manca | mankeren | brakuj | saknar |
    mangler | puuttu | chyb | hianyz | λειπ | lipse | nedosta | не хватает

frequency:
    often | frequen | times | week | oft | haufig | mal | souvent | fois | veces | vez | volte | spesso | vaak |
    keer | czesto | razy | ofta | ganger | gange | usein | kertaa | casto | krat | gyakran | alkalom | συχνα | φορες |
    deseori | ori | cesto | часто | раз
""")
