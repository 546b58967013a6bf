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
    tyot | prace | pracu | zamestn | munka | dolgoz | εργα | δουλε | munc | trabalh | profiss | работ | meslek |
    leder | forstander | director | leiter | psycholog | psiholog | psykolog

years:
    year | jahr | annee | annees | ans | anos | anni | anno | jaar | jaren | rok | roku | vuot | vuoden | vuosi |
    evek | χρονια | godin | siden | seit | since | depuis | desde | sinds | sedan | alkaen

role:
    role | rolle | papel | ruolo | rola | roll | rooli | uloha | szerep | ρολο | rolul | uloga | роль

time:
    time | timing | zeit | temps | tiempo | tempo | tijd | czas | tid | tiden | aika | ajan | cas | casu | casem |
    idot | χρον | timp | timpul | vrijeme | время | времени | zaman | duration | dauer | duree | duur | plazo |
    deadline | monat | month | mois | meses | mesi | maand | miesiac | manad | maned | kuukau | mesic | honap | luni |
    week | woche | semaine | semana | settiman | tydzien | tygodni | vecka | viikko

challenge:
    challeng | greut | belast | hampe | difficult | obstacle | hurdle | barrier | problem | herausford | schwierig |
    hindern | huerde | hurde |
    defi | defis | obstacul | dificult | desafi | retos | reto | sfid | ostacol | uitdaging | moeilijk | knelpunt |
    obstakel | wyzwan | trudno | przeszk | utman | svarig | hinder | udford | vanskelig | utford | forhindr | haaste |
    vaikeu | vyzv | prekazk | obtiz | kihiv | nehez | akadaly | προκλησ | δυσκολ | εμποδι | provocar |
    obstacole | izazov | poteskoc | tezav | вызов | трудност | проблем | zorluk

example:
    example | instance | beispiel | exemple | ejemplo | caso | esempio | voorbeeld | casus | przyklad | exempel |
    eksempel | esimerk | priklad | pelda | παραδειγμα | exempl | primjer | пример | ornek

practice:
    practice | practise | praxis | pratique | practica | pratica | prassi | praktijk | praktyk | praksis |
    kaytant | praxe | gyakorlat | πρακτικ | praks | практик | uygulama | programm | program | projekt | project |
    projet | proyecto | progetto | προγραμμα | programa

support:
    support | help | assist | unterstutz | hilfe | begleit | soutien | aide | accompagn | apoyo | ayuda | sostegno |
    aiuto | steun | hulp | begeleid | wsparci | pomoc | stod | hjalp | hjaelp | stotte | tuki | tuke | podpor |
    tamogat | segits | υποστηρι | βοηθ | sprijin | ajutor | podrs | поддержк | помощ | destek

treatment:
    treat | therap | behandl | therapi | traitement | trat | trattament | terap | behandel | leczen | behandling |
    hoito | hoid | terapi | lecb | lecen | liecb | kezel | θεραπ | tratament | lijecen | zdravljen | лечен | терап |
    tedavi | counsel | medic | medikament

mental:
    mental | psych | psychi | psycho | psiq | psic | psyk | mielenterv | dusevn | pszich | lelki | psih | псих |
    ruhsal | depress | trauma | anxi | angst | anxiet | ansied | ansia | ptsd | ptbs | sleep | schlaf | sommeil |
    sonno | slaap | masennu | ahdistu | sovn | sov | sleepless | insomn

information:
    information | inform | data | auskunft | daten | renseign | datos | dati | gegevens | dane | danych | tieto |
    tiedo | udaj | adat | πληροφορ | δεδομεν | podat | podac | информац | данн | bilgi | oplysning | opplysning |
    epikris | dossier | journal

transfer:
    transfer | share | sharing | exchang | handover | weitergab | weitergeg | ubergab | ubermitt | austausch |
    transmi | partag | echang | compart | intercamb | trasmiss | trasmett | scambi | condivi | overdracht |
    uitwissel | delen | przekaz | wymian | overfor | delning | utbyt | udveksl | deling | siirt | jaka | vaihto |
    predav | sdil | atad | megoszt | csere | μεταφορ | ανταλλαγ | κοινοπο | transmit | schimb | prijenos | razmjen |
    передач | обмен | aktar

structure:
    structur | process | procedure | protocol | struktur | prozess | verfahren | procedur | processus | dispositif |
    estructur | proces | procedimi | struttura | protocoll | rakente | prosess | eljaras | folyamat | διαδικασ |
    postup | структур | процесс | surec

release:
    release | discharg | entlass | haft | sortie | liberation | detention | puesta | libertad | salida |
    excarcel | scarcer | uscita | vrijlat | detentie | zwoln | wyjsc | frigiv | loslat | vapaut | propust | szabadul |
    αποφυλακ | eliber | otpust | освобожд | tahliye | prison | gefangnis | carcel | prisao | carcere | gevangen |
    wiezien | fangel | faengsel | fengsel | vankil | vezen | vazen | borton | φυλακ | inchiso | zatvor | тюрьм |
    hapis | udslus | frisatt

protective:
    protect | resilien | schutz | stabil | protecteur | protettiv | bescherm | ochron | skydd | beskytt | suoja |
    ochran | vedo | προστατ | zastit | защит | koru | family | famil | rodzin | rodin | perhe | csalad | οικογεν |
    obitelj | aile | relationship | bindung | vinculo | belong | zugehor

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
    logr | orgull | exito | risultat | orgogl | efficac | resulta | trots | succes | wynik | sukces | skutecz |
    stolt | tulos | ylpe | onnistu | vysled | uspech | eredmeny | siker | buszke | αποτελ | επιτυχ | περηφαν |
    rezult | uspjeh | mandr | успех | горд | sonuc | basari

mistake:
    mistake | error | wrong | fail | fehler | falsch | scheiter | schief | erreur | echec | rate | equivoc | fallo |
    fracas | errore | sbagl | fout | blad | misluk | pomyl | niepowodz | misstag | misslyck | fejl | feil | virhe |
    epaonnist | chyb | omyl | hiba | kudarc | λαθος | αποτυχ | gres | esec | pogres | napak | ошиб | неудач | hata

lesson:
    learn | lesson | taught | gelernt | lernen | lehre | lecon | appris | apprend | aprend | leccion | lezion |
    impara | leer | geleerd | lekcj | naucz | lard | laerdom | laert | laer | oppi | pouce | nauc | lekc | tanul |
    tanulsag | μαθημα | μαθα | invat | lectie | lekcij | урок

location:
    place | location | stadt | lieu | ville | lugar | sitio | ciudad | luogo | citta | plaats | stad | miejsc |
    miast | plats | paikka | kaupung | misto | mesto | hely | varos | τοπο | πολη | oras | mjesto | grad | место |
    город | memorial | gedenk | minnes

organisation:
    organis | organiz | association | verein | einricht | asociac | associaz | vereniging | stichting | stowarzysz |
    fundacj | forening | jarjest | yhdist | spolek | sdruz | szervez | egyesul | οργαν | συλλογ | asociat | udrug |
    организ

school:
    school | schul | ecole | escuel | colegio | scuola | insegn | teach | lehr | enseign | profesor | docent | szkol |
    nauczyc | skola | skol | skole | larare | laerer | koulu | opettaj | ucitel | iskol | tanar | σχολ | δασκαλ |
    scoal | profesoar | школ | учит | okul | pupil | schuler | eleve | alumn | alunn | leerling | uczn | elev |
    oppila | diak | μαθητ

colleague:
    colleag | kolleg | collegue | companer | collegh | collega | koleg | kollega | tyokaver | συναδελφ | coleg |
    коллег

children:
    child | kinder | kindes | enfant | hijo | hija | bambin | figli | kinder | dzieck | dzieci | barn | lapsi | lapse | deti |
    gyer | παιδ | copil | djec | otrok | cocuk

money:
    money | fund | cost | grant | geld | kosten | mittel | finanz | argent | financ | cout | subvention | dinero |
    coste | subvenc | soldi | costi | kost | subsidi | pieniad | koszt | dotacj | pengar | kostnad | penge | penger |
    raha | kustann | peniz | penaz | nakl | penz | koltseg | χρημα | κοστ | bani | novac | деньг | стоим | parasi | paray

need:
    need | necessar | require | wish | want | expect | hope | brauch | wunsch | erwart | hoff | besoin | attend |
    attente | souhait | necesit | esper | quiero | bisogn | aspett | vorrei | nodig | behoefte | verwacht | wens |
    hoop | potrzeb | oczek | behov | forvant | onsk | tarv | odot | toiv | potreb | ocekav | szukseg | elvar | remel |
    αναγκ | προσδοκ | nevoi | astept | нужн | надо | ожид | ihtiyac

law:
    legal | legislat | gesetz | recht | loi | juridi | ley | legge | norma | wet | wettelijk | ustaw | praw | lag |
    lov | laki | lain | zakon | torveny | νομο | lege | закон | kanun

authority:
    authorit | supervis | ministry | agency | behorde | aufsicht | autorit | autorid | supervi | autorita | vigil |
    toezicht | urzad | organ | nadz | myndighe | tillsyn | tilsyn | viranom | valvo | urad | dozor | hatosag |
    felugy | αρχη | εποπτ | autoritat | ministeriu | nadzor | орган | надзор | kurum

group:
    group | gruppe | groupe | grupo | gruppo | groep | grup | ryhm | skupin | csoport | ομαδ | групп | household |
    haushalt | menage | hogar | famigli | huishoud | gospodarst | hushall | husstand | talou | domacnost | haztart |
    νοικοκυρ | gospodar

figures:
    figure | statistic | percent | zahl | statist | prozent | chiffre | nombre | pourcent | cifra | numero | porcent |
    percentual | cijfer | aantal | procent | liczb | siffr | antal | luku | prosent | cisl | pocet | szam | szazal |
    αριθμ | στατιστ | broj | цифр | число | sayi

court:
    court | ombuds | judge | appeal | gericht | richter | klage | widerspruch | tribunal | juge | recours | juez |
    recurso | defensor | giudic | ricorso | rechtb | rechter | bezwaar | sedzi | odwol | domstol | overklag | tuomio |
    valit | soud | odvol | birosag | fellebb | δικαστ | ενστασ | instant | judecat | mahkeme

heat:
    heat | temperat | degree | hitze | heiss | grad | chaleur | chaud | temper | calor | grados | caldo | gradi |
    warmte | hitte | graden | upal | goraco | varme | hetta | varm | hede | kuum | helle | lampo | horko | teplot |
    hoseg | meleg | ζεστη | καυσω | θερμοκρ | caldura | vrucin | температур | sicak

victim:
    victim | surviv | opfer | uberleb | victime | survivan | victima | supervivien | vittim | sopravviss |
    slachtoffer | overlevend | nabestaand | ofiar | ocalal | offer | overlev | uhri | selviyt | obet | prezivs |
    aldozat | tulel | θυμα | επιζ | supravietui | zrtv | prezivj | жертв | выжив | kurban

diet:
    diet | vegetar | vegan | allerg | gluten | lactos | dieet | alimentar | essen | food | repas | comida | cibo |
    eten | jedzen | ruoka | jidlo | etel | φαγητ | mancare

pitch:
    pitch | present | minutes | vortrag | prasent | presentat | apresent | prezent | esitt | eload | παρουσι |
    сообщ

online:
    online | internet | digital | website | plattform | platform | netz | numeri | cyfrow | verkko | kibers |
    διαδικτ | mrez | цифр

misses:
    miss | lack | absent | stor | fehlt | fehlen | manque | falta | echo | manca | mankeren | ontbre | brakuj | saknar |
    mangler | puuttu | chyb | hianyz | λειπ | lipse | nedosta | не хватает | nerv | storend

frequency:
    seldom | rarely | selten | raremen | rarament | zelden | rzadko | sallan | sjaelden | sjelden | harvoin | zridka |
    ritkan | σπανι | rijetko | редко | рядко |
    often | frequen | week | haufig | souvent | fois | veces | volte | spesso | vaak | keer | czesto | razy | ofta |
    ganger | gange | kertaa | casto | krat | gyakran | alkalom | συχνα | φορες | deseori | cesto | часто
""")

# Words of five letters and more that any text has, in the languages that calls are written in; by their first letters too.
COMMON = listed("""
    about | after | again | their | there | these | those | which | where | while | could | should | other |
    being | still | during | please | between | because | before | through | related | possible | concerning |
    common | specific | explain | receive | encounter | individual | individuals | people | thing | things | first |
    every | under | using | believe | available | whether | welche | welcher | welches | konnen |
    konnte | haben | hatte | einer | einem | einen | eines | nicht | diese | dieser | dieses | unser | unsere |
    durch | gegen | quelle | quelles | quels | votre | notre | leurs |
    cette | aujourd | etait | avoir | comme | toutes | cuando | donde | desde | cuales | sobre | tiene | tienen |
    hacia | quale | quali | della | delle | dello | degli | nella | questo | questa | stato | essere | welke | wordt |
    worden | hebben | heeft | kunnen | eigen | zijn
""")
