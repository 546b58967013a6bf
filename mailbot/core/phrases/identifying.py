"""Words by which names of people, organisations and places are found in answers, as data. No code here.

Folded as `core.paper.words.folded` folds, or before; a star stands for any ending.
"""

from mailbot.core.phrases.listed import folded

# Given names, common ones in the countries of the letters and among those who came there. Not those that are ordinary words.
GIVEN = frozenset(
    folded("""
    aaron | abdel | abdul | abdullah | adam | adel | adrian | adriana | agata | agnes | agnieszka | ahmad | ahmed |
    aicha | aisha | alan | albert | alberto | aldo | alejandro | aleksander | aleksandra | alessandra |
    alessandro | alex | alexander | alexandra | alexandre | alexandros | alfonso | alfred | ali | alice | alicia |
    alicja | alina | amal | amanda | amelie | amina | amir | amira | ana | anais | anas | anders | andrea |
    andreas | andrei | andres | andrew | andrzej | angela | angelika | angelo | anita | anja | anke | ann | anna |
    anne | annette | annika | antoine | anton | antonella | antonia | antonin | antonio | antonis | arjen | arne |
    arnaud | arthur | artur | asma | astrid | aurelie | axel | ayse | barbara | bart | bartosz | bas | bastian |
    bastien | beata | beate | beatrice | beatriz | ben | benjamin | benoit | bernard | bernd | bernhard |
    bertrand | bettina | bilal | birgit | bjorn | bogdan | bohdan | boris | brahim | brian | brigitte | bruno |
    camille | carina | carl | carla | carlo | carlos | carmen | carola | carolina | caroline | caterina |
    catherine | catarina | cecile | cecilia | celine | chantal | charles | charlotte | chiara | chris | christa |
    christel | christiane | christina | christine | christoph | christophe | christopher | ciaran | claire |
    clara | claudia | claudio | claus | clement | colette | corinna | corinne | cornelia | cristina | dagmar |
    damian | damien | dana | daniel | daniela | daniele | danuta | dario | dariusz | david | davide | deborah |
    denis | denise | derek | diana | diego | dieter | dimitri | dimitris | dirk | dominik | dominique | dorota |
    dorothea | eduardo | edward | edyta | eileen | eleni | elena | elif | elisa | elisabeth | elizabeth | elke |
    ella | ellen | els | elsa | elzbieta | emil | emilia | emilie | emilio | emily | emma | emmanuel | enrico |
    enrique | eric | erik | erika | erwin | esther | eva | evelyn | ewa | ewelina | fabian | fabien | fabio |
    fabrizio | farid | fatima | fatma | federica | federico | felicitas | felipe | felix | ferdinand | fernanda |
    fernando | filip | filipa | filippo | fiona | florence | florian | frances | francesca | francesco | francine |
    francisco | franck | francois | francoise | frank | frantisek | franz | franziska | fred | frederic |
    frederik | friedrich | fritz | gabriel | gabriela | gabriele | gaelle | gareth | geert | george | georg |
    georges | georgios | gerard | gerd | gerhard | gerrit | giacomo | gianluca | gianni | giorgio | giorgos |
    giovanna | giovanni | gisela | giulia | giuliano | giuseppe | gonzalo | grazyna | greta | gregor | gregory |
    grzegorz | guido | guillaume | gunter | gunther | gustav | habib | halina | hamid | hamza | hana | hannah |
    hanna | hans | harald | harry | hasan | hassan | heike | heiko | heinrich | heinz | helen | helena | helene |
    helga | helmut | hendrik | henk | henri | henrik | henry | herbert | hermann | hilde | holger | hubert | hugo |
    hussein | ibrahim | idris | ignacio | igor | ilona | ilse | imran | ines | inga | inge | ingrid | ioannis |
    irena | irene | irina | iris | isabel | isabella | isabelle | ismail | ivan | ivana | iveta | iwona | jack |
    jacek | jackie | jacob | jacqueline | jacques | jadwiga | jaime | jakob | jakub | jamal | james | jamila |
    jan | jana | jane | janet | janina | janusz | jaroslav | jaroslaw | javier | jean | jelena | jens | jeroen |
    jerzy | jessica | jiri | jitka | joachim | joanna | joana | joao | joaquin | jochen | joel | joelle | johan |
    johann | johanna | johannes | john | jolanta | jonas | jonathan | joost | jordi | jorge | jose | josef |
    joseph | josefina | juan | judith | julia | julian | julie | julien | jurgen | justyna | kamal | kamil |
    karel | karim | karin | karina | karl | karolina | katarina | katarzyna | katerina | katharina | kathleen |
    kathrin | katja | katrin | kenneth | kerstin | kevin | khadija | khaled | khalid | kim | klara | klaus |
    konrad | konstantin | konstantinos | kristina | krystyna | krzysztof | kurt | lars | laszlo | laura | laure |
    laurence | laurent | leila | lena | leo | leon | leonard | leonie | leszek | liam | libor | lidia | linda |
    lisa | lorena | lorenzo | louis | louise | luc | luca | lucas | lucia | lucie | lucy | ludwig | luigi | luis |
    luisa | lukas | lukasz | lydia | maarten | maciej | magda | magdalena | mahmoud | maike | malgorzata | malika |
    manfred | manon | manuel | manuela | marc | marcel | marcin | marco | marek | margaret | margarita | margit |
    margot | maria | mariam | marian | marianne | marie | marieke | marijke | marina | mario | marion | marius |
    mariusz | marta | martha | martin | martina | martine | martti | mary | maryam | massimo | mateusz | mathias |
    mathieu | mathilde | matteo | matthew | matthias | maurice | maurizio | max | maxime | mehdi | mehmet |
    melanie | mercedes | michael | michaela | michal | michel | michele | miguel | mikael | milan | milena |
    miloslav | mina | miriam | mirjam | miroslav | mohamed | mohammad | mohammed | monica | monika | monique |
    mounir | murat | mustafa | nadia | nadine | nadja | naima | natalia | natalie | nathalie | nicholas | nick |
    nicola | nicolas | nicole | niels | nigel | nikola | nikolaos | nikos | nils | nina | noah | noemi | nora |
    norbert | nuno | oksana | olaf | ole | olga | oliver | olivia | olivier | omar | osman | oskar | otto | pablo |
    paola | paolo | pascal | patrice | patricia | patrick | patrik | paul | paula | paulina | pauline | pavel |
    pawel | pedro | peter | petr | petra | philip | philipp | philippe | pia | pierre | pieter | pilar | piotr |
    przemyslaw | rachel | rachid | radek | rafael | rafal | rainer | ralf | ramon | raphael | raquel | rasmus |
    raul | rebecca | regina | reinhard | renata | renate | rene | ricardo | riccardo | richard | rita | robert |
    roberta | roberto | robin | rodrigo | roger | roland | rolf | roman | romain | ronald | rosa | rosario |
    rosemary | rudolf | ruth | ryszard | sabina | sabine | sabrina | said | salima | salma | salvatore | samir |
    samira | samuel | sandra | sanne | sara | sarah | sascha | sebastian | sebastien | sergio | serge | silke |
    silvia | silvie | simon | simona | simone | sofia | sofie | sonja | sophia | sophie | stanislaw | stanislav |
    stefan | stefania | stefano | steffen | stephan | stephane | stephanie | stephen | steven | stuart | susan |
    susana | susanne | svante | sven | svenja | sylvia | sylvie | sylwia | tadeusz | tamara | tanja | tania |
    tariq | tatiana | teresa | theo | therese | thierry | thomas | thorsten | tiago | tim | timo | tobias | tom |
    tomas | tomasz | torsten | ulrich | ulrike | ursula | urszula | uta | ute | uwe | valentina | valerie |
    vasilis | vera | veronica | veronika | veronique | victor | victoria | viktor | viktoria | vincent | vincenzo |
    virginie | vladimir | vojtech | walter | wanda | werner | wiebke | wieslaw | wilhelm | willem | william | wim |
    wojciech | wolfgang | xavier | yannick | yasmin | yasmina | yassin | youssef | yusuf | yves | yvonne | zahra |
    zbigniew | zdenek | zeynep | zofia | zoe | zuzana | γιωργος | γιαννης | μαρια | ελενη | νικος | νικολαος |
    δημητρης | κωστας | κωνσταντινος | παναγιωτης | βασιλης | χρηστος | αικατερινη | σοφια | αννα | ιωαννης
""")
)

# Places that are no countries: large towns and regions, in their own spelling and that of others.
PLACES = frozenset(
    folded("""
    aachen | aarhus | alicante | amiens | amsterdam | andalucia | andalusien | antalya | antwerp | antwerpen |
    anvers | arnhem | athens | athen | athenes | atene | αθηνα | augsburg | barcelona | bari | basel | bavaria |
    bayern | belfast | bergamo | bergen | berlin | berlino | bern | bialystok | bielefeld | bilbao | birmingham |
    bochum | bologna | bonn | bordeaux | bradford | braga | braunschweig | breda | bremen | brest | bristol |
    brno | brugge | brussel | brussels | bruxelles | bratislava | bucharest | bucuresti | budapest | burgos |
    bydgoszcz | cadiz | cagliari | calais | cambridge | cardiff | catalonia | cataluna | catania | charleroi |
    chemnitz | coimbra | cologne | copenhagen | cordoba | cork | corsica | coventry | dortmund | dresden | dublin |
    duisburg | dusseldorf | edinburgh | eindhoven | erfurt | erlangen | espoo | essen | evora | faro | flanders |
    flandern | firenze | florence | frankfurt | freiburg | gdansk | gdynia | geneve | geneva | genova | gent |
    ghent | giessen | glasgow | goteborg | gothenburg | gottingen | granada | graz | grenoble | groningen |
    haarlem | halle | hamburg | hannover | heidelberg | helsinki | hessen | innsbruck | istanbul | jena |
    kaiserslautern | karlsruhe | kassel | katowice | kerkrade | kiel | klagenfurt | kobenhavn | koblenz | koln |
    kosice | krakow | krakau | larissa | lausanne | leeds | leicester | leiden | leipzig | leuven | liege | lille |
    limoges | linz | lisboa | lisbon | lissabon | liverpool | ljubljana | lodz | london | londres | londra |
    lublin | lubeck | luik | lyon | maastricht | madrid | magdeburg | mainz | malaga | malmo | manchester |
    mannheim | marseille | mechelen | metz | milan | milano | molenbeek | montpellier | munchen | munich |
    munster | murcia | mulhouse | namur | nancy | nantes | naples | napoli | newcastle | nice | nijmegen |
    nottingham | nurnberg | nuremberg | oldenburg | olomouc | oporto | oslo | osnabruck | ostrava | oxford |
    padova | palermo | paris | parigi | paryz | patras | pisa | plzen | poznan | porto | potsdam | prague | prag |
    praga | praha | reims | rennes | reykjavik | riga | rome | roma | rostock | rotterdam | rouen | saarbrucken |
    sachsen | salzburg | salamanca | saxony | schiedam | schwerin | scotland | sevilla | seville | sheffield |
    sofia | sopot | southampton | stockholm | strasbourg | strassburg | stuttgart | szczecin | tallinn | tampere |
    tarragona | thessaloniki | θεσσαλονικη | λαρισα | πατρα | tilburg | tirana | torino | toulon | toulouse |
    trieste | trier | turin | turku | ulm | uppsala | utrecht | valencia | valladolid | vantaa | venezia | venice |
    verona | vienna | vilnius | wales | wallonia | wallonie | warsaw | warszawa | warschau | wien | wiesbaden |
    wolfsburg | wroclaw | wuppertal | wurzburg | zagreb | zaragoza | zurich | zwickau | zwolle | den haag |
    the hague
""")
)

# Parts of the names of organisations and houses.
ORGANISATIONS = folded("""
    academ* | accademi* | administration | afdeling | agence | agencia | agency | agencja | agenzia | akademi* |
    amnesty | anstalt* | armee | arms | asociac* | associac* | association* | associazion* | ayuntamiento |
    behorde | beratungsstelle* | bezirksamt | board | bundesamt* | bundesministeri* | bundeskriminalamt | bureau |
    caritas | carcere | center | centre | centro | centr* | charity | circondario | college | comarca | comissao |
    comite | commissariat | comune | consejeria | consiglio | consortium | consorzio | cooperativ* | council |
    county | cpas | crown | diakonie* | department | departament* | departamento | dipartimento | direccion |
    direction | directorate | dzial | echanges | e.v. | einrichtung | escola | escuela | establishment |
    fachstelle | fachhochschule | facult* | facolta | fakultat | federac* | federation | federazion* | fondation |
    fonden | fondazion* | forensic centre | forum | foundation | fundac* | fundacj* | fundacio* | gefangnis |
    gemeente | gericht | ggmbh | gmbh | guild | gymnasium | hochschule | hogeschool | hopital | hospital | hmp |
    huis | idryma | initiative | instituc* | institut* | instytut* | istituto | jva | jugendamt | jugendanstalt |
    justizanstalt* | justizministeri* | justizvollzugsanstalt* | kirche | klinik | klinikum | kommun | kommunen |
    krankenhaus | landesamt | landeskriminalamt | landesministeri* | lyceum | lycee | maison | ltd | limited |
    mairie | minister* | ministere | municip* | museum | nadac* | network | netwerk | netzwerk | observator* |
    office | ong | organisation | organizac* | osrodek | penitentiary | penitenciar* | polizeiprasidium |
    polizeidirektion | prefecture | prigione | prison | prisao | probationsdienst | questura | region |
    regionalverband | reseau | rete | sarl | school | schule | service | services | sdruzeni | sociedad | societ* |
    spolek | staatsanwaltschaft | stadt | stadtverwaltung | sp. | spolka | stichting | stiftung* | stowarzyszen* |
    syndicat | szkola | szpital | towarzystw* | tribunal | tribunale | trust | union | unit | universi* |
    uniwersytet* | univerzit* | vazeb* | vaznic* | veznic* | verband | verein | vereinigung | vereniging |
    zaklad* | zentrum | zwiazek | πανεπιστημι* | υπουργει* | ιδρυμα | φυλακ* | κεντρο | συλλογος | panel | cell |
    coalition | alliance | authority | commission | constabulary | church | mosque | moschee | mosquee | academy |
    institute | university | ministry
""")

# Organisations by their whole name, which is also a word that German writes with a capital or that stands alone.
HOUSES = frozenset(
    folded("""
    caritas | diakonie | neustart | derad | hayat | awo | drk | malteser | johanniter | kolping | barnardos | nacro | cimade |
    secours | humanitas | exodus | slachtofferhulp | europol | eurojust | interpol | unodc | osce | osze | unicef |
    unhcr | kriminalvarden | kriminalforsorgen | kriminalomsorgen
""")
)

# An organisation or a house by its kind alone; what follows is its name, also in small letters: `ministère de la Justice`.
MINISTRIES = folded("ministr* | ministere* | ministeri* | ministerst* | bundesministeri* | υπουργει*")

# What a project is called by before its name.
PROGRAMMES = folded("""
    programme* | program* | programm* | progetto | project* | projekt* | projet* | proyecto* | projeto* |
    projektet | initiative* | iniciativa | kampagne | campaign | scheme | act | model | modell* | modelo | kurs |
    training | dispositif | called | named | chamad* | llamad* | chiamat* | genannt | genaamd | appele* | προγραμμα
""")

# Beside those of `phrases.names`: before a name.
FURTHER_TITLES = frozenset(
    folded("""
    doktor | doktora | doktorem | dokterem | doctor | doctora | docteur | docteure | dottor | dottore |
    dottoressa | professeur | professeure | profesor | profesora | profesorem | professoressa | professore |
    professora | professori | panem | pana | panu | pania | panny | pane | cllr | councillor | imam | imama |
    sheikh | scheich | cheikh | pfarrer | pastor | padre | dona | senhor | senhora | senor | senora | κυριος |
    κυρια | δρ | cand | ms | kollege | kollegin | kollegen
""")
)

# Capital letters that tell of nobody.
COMMON_CAPITALS = folded("""
    ptsd | cptsd | ptbs | tspt | ptss | spt | cbt | emdr | dbt | act | adhd | adhs | tdah | asd | ocd | eu | ue |
    un | uno | onu | ngo | ngos | ong | ongs | cso | csos | is | isis | isil | cve | pve | pcve | vera | erg |
    ran | gp | gps | id | it | hr | cv | phd | msc | ba | ma | ok | faq | nato | aids | hiv | gdpr | dsgvo | avg |
    rgpd | rodo | dsm | icd | tv | pc | sms | ftf | ftfs | ab | and | i | ii | iii | iv | v | vi | vii | q | a |
    b | c | d | e | f | nb | ps | pdf | ceo | mdt | html | usb | url | cd | dvd | tbc | tbd | asap | ie | eg |
    ict | iq | who
""")
COMMON_NAMES = folded("""
    islam* | muslim* | moslem* | musulm* | muzulm* | christ* | jew | jews | jewish | salafi* | jihad* | daesh |
    al-qaeda | qaeda | isis | taliban | ramadan | quran | koran* | coran* | bible | bibel | allah | god | gott |
    dieu | dios | dio | bog | buddhis* | hindu* | catholic* | protestant* | orthodox* | nazi* | neonazi* |
    neo-nazi* | europe* | europa* | european* | africa* | afrika* | asia* | asien | balkan* | west | western |
    eastern | north | south | east | internet* | covid* | corona* | excel | word | zoom | teams | skype |
    whatsapp | facebook | google | youtube | telegram | instagram | tiktok | chatham | rule | monday* | tuesday* |
    wednesday* | thursday* | friday* | saturday* | sunday* | january | february | march | april | may | june |
    july | august | september | october | november | december | christmas | easter | ευρωπ* | ισλαμ* | διαδικτυο |
    english | eve | email | e-mail | mail | state | states | member | brexit | gymnas* | roma | sinti | kurd* |
    arab* | cet | pm | am | usa
""")

# Roles and things that people write with a capital though they name nobody.
ROLES = folded("""
    probation | officer | officers | police | prison | prisons | social | worker | workers | work | mental |
    health | team | lead | manager | coordinator | psychologist | psychologists | psychiatrist | psychiatrists |
    therapist | clinical | forensic | senior | junior | deputy | head | director | liaison | nurse | doctor |
    teacher | youth | care | case | practitioner | practitioners | expert | consultant | researcher | mentor |
    mentors | chief | staff | service | services | programme | project | counter-terrorism | counter | terrorism |
    terrorist | offender | offenders | rehabilitation | reintegration | risk | assessment | good | practice |
    practices | challenges | challenge | question | answer | q | unit | department | rule | state | government |
    community | family | treatment | support | information | transfer | structure | experience | process |
    protective | factors | security | justice | welfare | law | intake | multi-agency |
    cognitive | behavioural | behavioral | therapy | therapies | motivational |
    interviewing | lives | trauma | psychology | psychiatry | criminology | sociology | theology | medicine | education | msc |
    bsc | phd |  agency | the | governor |
    chair | chairman | chairwoman | internet | news | radicalisation | radicalization | extremism | extremist |
    exit | deradicalisation | disengagement | municipality
""")

# Labels of domains that name no organisation.
COMMON_LABELS = frozenset(
    folded("""
    gmail | googlemail | outlook | hotmail | live | yahoo | ymail | icloud | proton | protonmail | gmx | web |
    tonline | aol | orange | wanadoo | free | laposte | sfr | libero | virgilio | tiscali | wp | onet | interia |
    seznam | centrum | email | posteo | mailbox | telenet | skynet | ziggo | kpn | kpnmail | planet | xs4all |
    telia | sapo | example | test | invalid | mail | mails | office | info | contact | post | posta | correo |
    www | smtp | calls | justice | justiz | justitie | giustizia | justicia | police | polizei | politie |
    policia | polizia | policja | polis | probation | prison | prisons | health | sante | gesundheit | salute |
    zdrowie | university | uni | univ | universitat | universite | government | gouv | gov | regering | stadt |
    city | gemeinde | gemeente | kommune | comune | school | schule | social | sozial | exit | hospital | klinik |
    reclassering | foundation | stiftung | stichting | fundacja | association | verein | institute | institut |
    research | youth | jugend | family | care | mental | support | network | netzwerk
""")
)

# Small words that begin sentences and stand in every text.
SMALL = frozenset(
    folded("""
    a | about | after | all | also | although | an | and | another | any | are | as | ask | at | because | before |
    both | but | by | can | common | could | do | does | each | either | every | everybody | everyone |
    everything | first | finally | for | from | furthermore | good | great | had | has | have | he | hello | her |
    here | hi | his | how | however | i | if | in | indeed | intake | is | it | its | last | least | many | maybe |
    me | more | moreover | most | mostly | my | no | not | now | of | often | on | once | one | only | or | our |
    over | perhaps | please | regarding | second | see | she | since | so | some | sometimes | such | than |
    thank | thanks | that | the | their | them | then | there | therefore | these | they | third | this | those |
    though | three | through | thus | to | too | two | under | unfortunately | until | usually | very | was | we |
    were | what | when | where | whether | which | while | who | why | will | with | within | without | would |
    yes | yet | you | your | according | during | between | young | dear | kind | best | regards | aber | alle |
    als | am | auch | auf | aus | bei | beim | bis | da | dabei | dadurch | daher | damit | danach | dann | das |
    dass | dazu | dem | den | denn | der | des | deshalb | die | dies | diese | diesem | diesen | dieser | dieses |
    doch | dort | draussen | durch | ein | eine | einem | einen | einer | eines | einige | er | es | falls | fast |
    fur | ganz | gegen | gibt | gute | haben | hat | hier | ich | ihm | ihn | ihnen | ihr | ihre | ihrem | ihren |
    im | immer | ins | ist | ja | jede | jeder | kein | keine | konnen | leider | manche | man | mehr | mein |
    meine | meinem | meiner | meist | meistens | mit | nach | nein | nicht | noch | nun | nur | ob | oder | oft |
    ohne | schon | sehr | sein | seine | seit | sich | sie | sind | sobald | sowie | uber | um | und | uns |
    unser | unsere | unserem | unserer | unter | viel | viele | vom | von | vor | wahrend | wann | warum | weil |
    wenn | wer | wie | wir | wird | wo | zu | zum | zur | zwei | zwischen | schwierig | alors | apres | au | aux |
    avec | avant | beaucoup | car | ce | ces | cette | ceux | chaque | chez | comme | dans | de | depuis | deux |
    du | elle | elles | en | enfin | ensuite | entre | est | et | il | ils | je | l | la | le | les | leur |
    leurs | lors | mais | mes | mon | ne | ni | nos | notre | nous | ont | ou | oui | par | parfois | pas | plus |
    plusieurs | pour | pourtant | puis | quand | que | quel | quelle | qui | quoi | sans | se | selon | ses | si |
    son | souvent | sous | sur | tous | tout | toute | tres | un | une | vos | votre | vous | ademas | al |
    algunos | antes | aqui | asi | aun | aunque | cada | como | con | contra | cuando | cual | desde | despues |
    donde | el | ella | ellos | era | esa | ese | esta | estan | este | estos | faltan | fue | gracias | hace |
    hacia | hasta | hay | las | lo | los | luego | mas | mi | mientras | mis | mucho | muchos | muy | nada |
    nosotros | nuestra | nuestro | nunca | o | otra | otro | para | pero | por | porque | pues | quien | segun |
    ser | siempre | sin | sobre | solo | su | sus | tambien | tampoco | tengo | tiene | todo | todos | trabajo |
    tras | una | uno | unos | y | ya | yo | abbiamo | anche | ancora | che | chi | ci | come | cosi | cui | dal |
    dalla | degli | dei | del | della | delle | di | dopo | dove | e | ed | gli | ho | io | lavoro | lei | loro |
    lui | ma | mia | mio | molti | molto | nel | nella | noi | non | nostra | nostro | ogni | per | perche | piu |
    poi | prima | quando | quanto | quello | questa | questo | sono | secondo | senza | sia | spesso | tra |
    tutti | tutto | vi | aan | bij | dan | dat | deze | dit | door | dus | een | elk | elke | het | hij | hun |
    ik | jij | kan | maar | meer | meestal | met | mijn | moet | na | naar | nee | niet | nog | nu | om | omdat |
    ons | onze | ook | op | sinds | te | tot | uit | van | vaak | veel | volgens | voor | waar | wat | wel | wij |
    worden | zij | zijn | zo | zonder | zie | ale | bo | byc | bardzo | czesto | czy | dla | dzieki | gdy | jak |
    jako | jest | jestem | juz | kazdy | kiedy | ktore | ktory | lub | mam | mamy | moj | moja | moje | mozna |
    nasz | nasza | nasze | nie | niestety | od | oraz | po | pod | ponadto | poniewaz | pracuje | przed | przez |
    przy | razem | sa | takze | tak | tam | ten | tu | tylko | w | wielu | wiele | wszystko | z | za | ze |
    zwykle | aby | ano | byl | byla | co | casto | dale | diky | jeho | jejich | jsem | jsme | jsou | k | kde |
    kdyz | ke | ktera | ktere | ktery | mame | mezi | moc | nase | nas | nebo | podle | pokud | pomaha | pracuji |
    pred | pri | pro | proto | s | spolu | take | tento | u | v | ve | vsak | vsechno | ainda | ao | aos | apos |
    assim | ate | com | depois | dos | ela | ele | em | essa | esse | eu | faltam | foi | ha | isso | isto |
    mesmo | meu | minha | muito | muitos | nao | nem | nossa | nosso | num | onde | os | pela | pelo | quem | sem |
    seu | sim | sou | sua | tambem | tem | tenho | trabalho | uma | aven | alla | att | av | bara | blev | deras |
    denna | det | detta | efter | eller | enligt | ett | fler | fran | fore | genom | han | har | hon | hos | hur |
    inte | jag | manga | med | mellan | men | mer | min | mitt | mot | mycket | nar | nej | nagra | och | ofta |
    oss | pa | ring | sedan | ska | som | till | ut | utan | vad | var | vara | vart | vid | vilka | email |
    telefon | tel
""")
)

# Of these German sentences are made, and those of no other language.
SMALL_GERMAN = folded("""
    und | der | das | ist | nicht | mit | für | wir | von | den | im | auch | bei | ein | eine | einem | einen |
    einer | zu | ich | sind | wird | zur | zum | dem | werden | unser | unsere | unter | mehr | uns | macht |
    aber | oder | sich | haben | hat | auf | aus | durch | nach | wie | sie | er | es | kann | sehr | oft | viele |
    keine | als | am | an | dass | vor | beim | vom | gibt | in | die
""")

# In front of a place.
BEFORE_PLACES = frozenset(
    folded("""
    in | at | near | from | around | outside | to | en | a | au | aux | vers | pres | w | we | z | ze | do | v |
    na | te | bij | naar | uit | nach | aus | em | no | da | di | ad | i | pa | fran | till | utanfor | στη | στο |
    στην | στον | απο | city | town | region
""")
)

# Between the words of one name; the second ones only in the name of an organisation.
WITHIN_NAMES = frozenset(
    folded("""
    van | von | der | den | de | del | della | di | da | dos | das | du | des | la | le | el | al | bin | ibn |
    ben | ten | ter | d | l | do
""")
)
WITHIN_ORGANISATIONS = WITHIN_NAMES | frozenset(
    folded("of | for | the | fur | les | het | voor | pour | para | per | dla | pro | och")
)

# Endings of German nouns that are parts of no name.
NOUNS = tuple(
    folded("""
    ung | ungen | heit | heiten | keit | keiten | schaft | schaften | tion | tionen | tat | taten | ismus | nis |
    nisse | nissen | ment | mente | tum | ling | linge | innen | ologe | ologen | ologie | therapie | therapeuten |
    arbeit | arbeiter | arbeiterin | hilfe | helfer | helferin | psychiatrie | probleme | problemen | storung |
    faktoren | personen | menschen | klienten | patienten | tater | tatern | gruppe | gruppen | beamte | beamten |
    leute | anstalt
""")
)
