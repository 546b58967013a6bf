"""The numbers that people write as words beside `question`, and the words that order a list. All casefolded."""

from collections.abc import Mapping

from mailbot.core.phrases.listed import listed

LAST = 99
"""Stands for `the last one`, until the number of questions is known."""

# `question one`, `Frage zwei`, `troisième question`, `do drugiego pytania`: by their value.
NUMBER_WORDS: Mapping[int, tuple[str, ...]] = {
    1: listed("""
    one | first | 1st | eins | erste | ersten | erster | 1re | 1ère | 1er | un | une | premier | première | uno |
    una | primera | primero | primer | prima | primo | um | uma | primeira | primeiro | een | één | eerste | 1e |
    jeden | pierwsze | pierwszego | pierwsza | pierwszej | ett | första | en | én | første | yksi | ensimmäinen |
    ensimmäiseen | jedna | první | prvá | prvej | prvú | prvo | prva | prvi | egy | első | elsőre | unu | primul |
    ένα | πρώτη | πρώτο | один | первый | первое | первая | първи | първо | bir | birinci | üks | esimene | pirmas |
    pirmā | elso
"""),
    2: listed("""
    two | second | 2nd | zwei | zweite | zweiten | zweiter | deux | deuxième | 2e | 2ème | seconde | dos | segunda |
    segundo | due | seconda | secondo | dois | duas | twee | tweede | dwa | drugie | drugiego | druga | drugiej |
    två | andra | to | anden | andet | andre | kaksi | toinen | toiseen | dva | dvě | dve | druhá | druhé | druhú |
    druhej | drugo | kettő | második | másodikra | doi | două | a doua | al doilea | δύο | δεύτερη | δεύτερο | два |
    второй | второе | вторая | втори | второ | iki | ikinci | kaks | teine | antras | otrā |
    segona | segon
"""),
    3: listed("""
    three | third | 3rd | drei | dritte | dritten | dritter | trois | troisième | 3e | 3ème | tres | tercera |
    tercero | tercer | tre | terza | terzo | três | terceira | terceiro | drie | derde | trzy | trzecie | trzeciego |
    trzecia | trzeciej | tredje | kolme | kolmas | kolmanteen | tři | tri | třetí | tretia | tretiu | tretej | treće |
    treci | három | harmadik | harmadikra | trei | a treia | al treilea | τρία | τρίτη | τρίτο | три | третий |
    третье | третья | трети | трето | tretje | üç | üçüncü | kolm | trečias | trešā
"""),
    4: listed("""
    four | fourth | 4th | vier | vierte | vierten | quatre | quatrième | 4e | 4ème | cuatro | cuarta | cuarto |
    quattro | quarta | quarto | quatro | vierde | cztery | czwarte | czwartego | czwarta | czwartej | fyra | fjärde |
    fire | fjerde | neljä | neljäs | neljänteen | čtyři | štyri | čtvrtá | štvrtá | četvrto | négy | negyedik |
    negyedikre | patru | a patra | al patrulea | τέσσερα | τέταρτη | четыре | четвёртый | четвертый | четвертое |
    четвърти | dört | dördüncü
"""),
    5: listed("""
    five | fifth | 5th | fünf | fünfte | fünften | cinq | cinquième | 5e | 5ème | cinco | quinta | quinto | cinque |
    vijf | vijfde | pięć | piąte | piątego | piąta | piątej | fem | femte | viisi | viides | viidenteen | pět | päť |
    pátá | piata | pet | peto | öt | ötödik | ötödikre | cinci | a cincea | al cincilea | πέντε | πέμπτη | пять |
    пятый | пятое | пети | beş | beşinci
"""),
    6: listed("""
    six | sixth | 6th | sechs | sechste | sechsten | sixième | 6e | 6ème | seis | sexta | sexto | sei | sesta |
    sesto | zes | zesde | sześć | szóste | szóstego | szósta | szóstej | sex | sjätte | seks | sjette | kuusi |
    kuudes | kuudenteen | šest | šesť | šestá | šiesta | hat | hatodik | hatodikra | șase | a șasea | al șaselea |
    έξι | έκτη | шесть | шестой | шестое | altı | altıncı
"""),
    7: listed("""
    seven | seventh | 7th | sieben | siebte | siebten | sept | septième | 7e | siete | séptima | sette | settima |
    sete | sétima | zeven | zevende | siedem | siódme | siódmego | sju | sjunde | syv | syvende | seitsemän |
    seitsemäs | sedm | sedmá | sedem | hét | hetedik | șapte | a șaptea | επτά | έβδομη | семь | седьмой
"""),
    8: listed("""
    eight | eighth | 8th | acht | achte | achten | huit | huitième | ocho | octava | otto | ottava | oito | oitava |
    achtste | osiem | ósme | åtta | åttonde | otte | ottende | kahdeksan | osm | osmá | nyolc | nyolcadik | opt |
    a opta | οκτώ | восемь
"""),
    9: listed("""
    nine | ninth | 9th | neun | neunte | neuf | neuvième | nueve | novena | nove | nona | negen | negende | dziewięć |
    nio | ni | yhdeksän | devět | kilenc | nouă | εννέα | девять
"""),
    LAST: listed("""
    last | final | letzte | letzten | dernière | última | último | ultima | ultimo | laatste | ostatnie | ostatniego |
    sista | sidste | siste | viimeinen | viimeiseen | poslední | posledná | utolsó | utolsóra | τελευταία |
    posljednje | последний |
    letzter | darrera | sonuncu | sonuncuya | son
"""),
    10: listed("""
    ten | tenth | 10th | zehn | zehnte | dix | dixième | diez | décima | dieci | decima | dez | tien | tiende |
    dziesięć | tio | ti | kymmenen | deset | tíz | zece | δέκα | десять
"""),
}

# The same in languages whose ordinals end in many ways: `na drugą`, `К третьему`, `Az elsőre`.
ORDINAL_STEMS: Mapping[int, tuple[str, ...]] = {
    1: listed("първ | прв | перв | перш | prv | pierwsz | pirm | ensimmäi | esimes | első | elso | birinci | πρώτ"),
    2: listed("втор | друг | druh | drug | antr | otr | tois | teis | másodi | ikinci | δεύτερ"),
    3: listed("трет | трећ | třet | tret | treć | trzeci | treč | treš | kolman | harmadi | üçüncü | τρίτ"),
    4: listed("""
    четвърт | четврт | четверт | čtvrt | štvrt | četvrt | četrt | czwart | ketvirt | ceturt | neljän | neljand |
    negyedi | dördüncü | τέταρτ
"""),
    5: listed("пет | пят | п'ят | pát | piat | piąt | pet | penkt | piekt | viiden | viiend | ötödi | beşinci | πέμπτ"),
    6: listed("шест | шост | šest | šiest | szóst | šešt | kuuden | kuuend | hatodi | altıncı | έκτ"),
    LAST: listed("""
    последн | останн | posledn | posljednj | zadnj | ostatn | paskutin | pēdēj | viimei | viimas | utols | τελευταί
"""),
}

# What stands behind these stems.
ORDINAL_ENDINGS = listed("""
    cs, sk, pl, hr, sl:
        a | e | i | o | u | y | á | é | ě | í | ú | ý | ą | ę | ia | iu | ie | ou | ej | oj | om | og | em | ém | im | ím |
        ym | ho | mu | ého | ému | eho | emu | ega | iej | iego | iemu | oga | omu | ní | nímu | ního | nej
    lt, lv, fi, et:
        as | ā | ią | ajai | ajam | am | ą | į | ajį | asis | ais | ei | een | nen | teen | nteen | e | el | ele | le |
        dale | seen | sele | na | nē | nis | nį
    hu, tr, el:
        k | kra | ra | re | ora | óra | ő | ö | ye | ya | yi | yı | η | ην | ης | ο | ος | ον | ου | α | αν | ας | ια
    bg, ru, uk, sr:
        а | и | о | у | е | я | ю | ата | ия | ият | ото | ите | ый | ий | ой | ое | ая | ую | ого | ому | ом | ій | ім | є |
        ього | ьому | ье | ья | ью | ьему | ьей | ьего | ему | его | їй | їм | ом | ем | ей | нее | ней | нему | ња | ње |
        њу | ну
""")

# Stems that begin other words too; alone, without `question`, they number nothing.
ALSO_OTHER_WORDS = frozenset(
    listed("друг | druh | drug | antr | otr | tois | teis | tret | пет | пят | pát | piat | pet | шест | prv")
)

# To whom something is said by its case alone, so that nothing stands before: `Toiseen: …`
CASED_ORDINALS = listed("""
    fi, et:
        ensimmäiseen | toiseen | kolmanteen | neljänteen | viidenteen | kuudenteen | viimeiseen | esimesele |
        teisele | kolmandale | neljandale | viiendale | kuuendale | viimasele
    hu, tr:
        elsőre | másodikra | harmadikra | negyedikre | ötödikre | hatodikra | utolsóra | birinciye | ikinciye |
        üçüncüye | dördüncüye | beşinciye | altıncıya | sonuncuya
""")

# `Erstens, …` at the beginning of a paragraph.
ORDERING_WORDS: Mapping[int, tuple[str, ...]] = {
    1: listed("""
    first | firstly | first of all | erstens | premièrement | primo | en primer lugar | primero | in primo luogo |
    in primis | em primeiro lugar | ten eerste | po pierwsze | för det första | for det første | ensiksi |
    ensinnäkin | za prvé | po prvé | először | în primul rând | πρώτον | во-первых
"""),
    2: listed("""
    second | secondly | zweitens | deuxièmement | secundo | en segundo lugar | segundo | in secondo luogo |
    em segundo lugar | ten tweede | po drugie | för det andra | for det andet | for det andre | toiseksi | za druhé |
    po druhé | másodszor | în al doilea rând | δεύτερον | во-вторых
"""),
    3: listed("""
    third | thirdly | drittens | troisièmement | tertio | en tercer lugar | tercero | in terzo luogo |
    em terceiro lugar | ten derde | po trzecie | för det tredje | for det tredje | kolmanneksi | za třetí |
    po tretie | harmadszor | în al treilea rând | τρίτον | в-третьих
"""),
    4: listed("""
    fourth | fourthly | viertens | quatrièmement | en cuarto lugar | cuarto | in quarto luogo | em quarto lugar |
    ten vierde | po czwarte | för det fjärde | for det fjerde | neljänneksi | za čtvrté | negyedszer | τέταρτον
"""),
    5: listed(
        "fifthly | fünftens | cinquièmement | quinto | ten vijfde | po piąte | för det femte | za páté | ötödször | πέμπτον"
    ),
    6: listed(
        "sixthly | sechstens | sixièmement | sexto | ten zesde | po szóste | för det sjätte | za šesté | hatodszor | έκτον"
    ),
}

# Before `questions` these count them: `to your three questions`.
COUNTING_WORDS = listed("""
    one | two | three | four | five | six | seven | eight | nine | ten | eins | zwei | drei | vier | fünf | sechs |
    sieben | acht | neun | zehn | un | une | deux | trois | quatre | cinq | sept | huit | neuf | dix | uno | una |
    dos | tres | cuatro | cinco | seis | siete | ocho | nueve | diez | due | tre | quattro | cinque | sei | sette |
    otto | nove | dieci | um | uma | dois | duas | três | quatro | sete | oito | dez | een | één | twee | drie |
    vijf | zes | zeven | negen | tien | jeden | dwa | trzy | cztery | pięć | sześć | siedem | osiem | ett | två |
    fyra | fem | sex | sju | åtta | nio | tio | en | én | to | fire | seks | syv | otte | ni | ti | yksi | kaksi |
    kolme | neljä | viisi | kuusi | seitsemän | kahdeksan | yhdeksän | kymmenen | jedna | dva | dvě | dve | tři |
    tri | čtyři | štyri | pět | päť | šest | šesť | sedm | sedem | osm | devět | deset | egy | kettő | két | három |
    négy | öt | hat | hét | nyolc | unu | doi | două | trei | patru | cinci | șase | șapte | opt | nouă | zece | ένα |
    δύο | τρία | τέσσερα | πέντε | έξι | επτά | один | два | три | четыре | пять | шесть | bir | iki | üç | dört |
    beş | altı | üks | kaks | kolm | pet
""")
