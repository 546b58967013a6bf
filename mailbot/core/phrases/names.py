"""Names of people and addresses as announcements write them: what stands before, within and beside them."""

from mailbot.core.phrases.listed import folded

# Before a name, and dropped.
TITLES = frozenset(
    folded("""
    dr | mr | mrs | ms | miss | prof | professor | sir | mme | mlle | m | madame | monsieur | herr | frau | hr |
    fr | sr | sra | srta | d | dña | don | doña | sig | sig.ra | signora | signor | dott | dott.ssa | ing | avv |
    arch | drs | ir | dhr | mevr | mw | mevrouw | meneer | pan | pani | mgr | inż | hab | lic | dipl | dra | eng |
    mag | phdr | judr | mudr | bc | judge | rev | hon | dame | lord
""")
)

# Small words within a name.
PARTICLES = frozenset(
    folded("""
    van | von | de | der | den | del | della | di | da | do | dos | das | du | des | le | la | lo | los | las | el |
    al | bin | ibn | ben | af | av | zu | zum | zur | ten | ter | 't | mac | mc | d'
""")
)

# In the name of an office or a role, and in that of no person.
NO_PERSON = folded("""
    network | netz | netzwerk | netwerk | office | büro | bureau | oficina | ufficio | unit | team | group |
    gruppe | groupe | ministry | ministerium | ministère | ministerio | ministero | ministerie | ministerstwo |
    universit | université | university | universidad | institut | instytut | association | asociación |
    associazione | verein | vereniging | stowarzyszenie | foundation | stiftung | fondation | fundación |
    fondazione | fundacja | stichting | council | rat | commission | kommission | comisión | committee | centre |
    center | zentrum | centrum | centro | secretariat | sekretariat | secretaría | department | abteilung |
    direction | directorate | liaison | officer | manager | coordinator | koordinator | director | direktor |
    chair | lead | leader | assistant | secretary | expert | adviser | advisor | specialist | president | head |
    chief | agency | agentur | agence | agencia | agenzia | europe | european | international | national | street |
    straße | strasse | rue | calle | via | house | haus | maison | casa | museum | school | schule | working |
    meeting | workshop | conference | seminar | forum | project | projekt | programme | program | support |
    service | desk | help | line | time | zeit | heure | january | february | march | april | may | june | july |
    august | september | october | november | december | monday | tuesday | wednesday | thursday | friday |
    saturday | sunday | questions | contact | kontakt | call | aufruf | appel | word | pdf | zoom | webex | teams |
    phone | telefon | please | thank | dear | kind | best | practitioners | geschäftsstelle | amt | stadt |
    gemeinde | city | kommune | câmara | ayuntamiento | rådet | kommun | press | media | newsletter | website |
    society | union | federation | alliance | initiative | platform | company | board | panel | health | research |
    studies | policy | rights |
    sie | ihnen | ihre | ihren | wir | uns |
    prezes | towarzystw | dyrektor | kierowni | przewodnicząc | sekretarz | předseda | předsedkyně | ředitel | vedoucí |
    styrelsen | ordförande | presidente | präsident | vorsitz | leiter | leiterin | directeur | directrice | président |
    présidente | direttore | direttrice | voorzitter | avenue | road | lane | square | platz | gasse | place | piazza | plaza |
    plein | ulica | náměstí | guild | trust | institute | academy | akademie | akademia | college | hospital | klinik |
    library | bibliothek | bibliothèque | circle | fonden | nadace | spolek | sdružení | föreningen
""")

# Before the name of a part of an organisation, and part of that: `het team Openbare Ruimte`, `Divisão de Mobilidade`.
OFFICES = frozenset(
    folded("""
    team | unit | department | division | office | directorate | branch | ministry | faculty | institute | abteilung |
    referat | fachbereich | fachdienst | sachgebiet | dezernat | amt | stabsstelle | fakultät | service | direction |
    pôle | bureau | département | mission | équipe | ministère | faculté | servicio | departamento | dirección |
    oficina | unidad | equipo | concejalía | consejería | ministerio | facultad | servizio | settore | ufficio |
    dipartimento | direzione | assessorato | ministero | facoltà | afdeling | dienst | directie | cluster | ministerie |
    faculteit | dział | działu | działem | dziale | wydział | wydziału | wydziałem | biuro | biura | departament |
    departamentu | referatu | ministerstwo | ministerstwa | divisão | serviço | gabinete | direção | unidade | equipa |
    equipe | ministério | faculdade | avdelning | avdelningen | enhet | enheten | förvaltningen | kontoret | afdelingen |
    forvaltningen | kontoret | avdeling | avdelingen | seksjon | odbor | odboru | oddělení | oddelenie | oddelenia |
    úřad | úřadu | ministerstva
""")
)

# The mail sign as people hide it.
AT_SIGNS = folded("""
    (at) | [at] | {at} | <at> | (a) | [a] | (ät) | [ät] | (arroba) | [arroba] | (chiocciola) | [chiocciola] |
    (malpa) | [malpa] | (małpa) | [małpa] | (arobase) | [arobase] | (zavinac) | [zavináč] | (zavináč) | (snabel-a) |
    (@) | [@] | _at_ | -at-
""")
AT_WORDS = folded("chiocciola | arroba | arobase | małpa | malpa | zavináč | zavinac | apestaartje | apenstaartje | snabel-a")
DOTS = folded("""
    (dot) | [dot] | {dot} | (punkt) | [punkt] | (punto) | [punto] | (point) | [point] | (punt) | [punt] | (kropka) |
    [kropka] | (ponto) | (tečka) | [.] | (.)
""")
DOT_WORDS = folded("dot | punto | punkt | kropka | ponto | tečka")
