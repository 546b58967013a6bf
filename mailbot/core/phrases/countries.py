"""What people call countries beside the names that Babel has, and words that are the name of a country and something else.

Codes are those of ISO 3166-1, and XK. In small letters and without accents; what languages make of a
name by rule is made in `core/countries.py`.
"""

from collections.abc import Mapping
from typing import Final

from mailbot.core.phrases.listed import listed

NO_COUNTRY: Final = frozenset(
    {"AC", "AQ", "BV", "CP", "CQ", "DG", "EA", "EU", "EZ", "HM", "IC", "QO", "TA", "UM", "UN", "XA", "XB", "ZZ"}
)
"""Codes that Babel names and no answer means: unions, islands where nobody lives, codes for testing."""

OWN_NAMES: Final[Mapping[str, str]] = {
    "bg": "BG", "bs": "BA", "da": "DK", "et": "EE", "fi": "FI", "ga": "IE", "hr": "HR BA", "hu": "HU", "hy": "AM", "is": "IS",
    "ka": "GE", "lb": "LU", "lt": "LT", "lv": "LV", "mk": "MK", "mt": "MT", "nb": "NO", "ro": "RO MD", "sk": "SK", "sl": "SI",
    "sq": "AL XK", "sr": "RS ME XK", "sr_Latn": "RS ME XK", "tr": "TR CY", "uk": "UA",
}  # fmt: skip
"""Locales beside those of the letters, and the countries that are named in them by who lives there."""

OTHER_NAMES: Final[Mapping[str, tuple[str, ...]]] = {
    code: listed(names)
    for code, names in {
        "AE": "uae | vae | the emirates",
        "BA": "bosnia | bosna | bosnien | bosnie | bosnia herzegovina | bosnia hercegovina | bih",
        "BY": "weissrussland | wit rusland | bielorussia",
        "CD": "dr congo | drc | rd congo | democratic republic of the congo | democratic republic of congo",
        "CI": "ivory coast | elfenbeinkuste",
        "CZ": """czech republic | czech rep | tschechische republik | republique tcheque | repubblica ceca | republica checa |
            ceska republika | ceske republice | ceske republiky | cesku | ceska | tsjechische republiek | republika czeska |
            republice czeskiej | republiki czeskiej | czechach | tjeckiska republiken | τσεχικη δημοκρατια""",
        "DE": "bundesrepublik | federal republic of germany | niemczech | niemiec",
        "FR": "french republic | republique francaise",
        "GB": """uk | u k | great britain | britain | england | scotland | wales | northern ireland | grossbritannien |
            schottland | nordirland | grande bretagne | angleterre | ecosse | pays de galles | irlande du nord | gran bretagna |
            inghilterra | scozia | irlanda del nord | gran bretana | inglaterra | escocia | irlanda del norte | engeland |
            groot brittannie | schotland | noord ierland | anglia | anglii | wielkiej brytanii | szkocja | szkocji |
            irlandia polnocna | irlandii polnocnej | velka britanie | velke britanii | anglie | skotsko | severni irsko |
            gra bretanha | irlanda do norte | skottland | αγγλια | μεγαλη βρετανια | σκωτια | βορεια ιρλανδια""",
        "GR": "hellas | hellenic republic | ελλαδος",
        "HK": "hong kong | hongkong",
        "IE": "republic of ireland | eire | republik irland",
        "IT": "wloszech",
        "KR": "korea | republic of korea | corea",
        "LU": "luxemburg | luxembourg",
        "MD": "moldavia | moldavie | moldawien | republic of moldova",
        "MK": "macedonia | mazedonien | macedoine | republic of north macedonia | fyrom",
        "MM": "burma | birma | birmanie",
        "MO": "macao | macau",
        "NL": "holland | hollande | olanda | holanda | holandsko | nizozemi | ολλανδια",
        "PL": "polsce | polske",
        "PS": "palestine | palastina | palestina | palestyna",
        "RE": "ile de la reunion",
        "RU": "russian federation",
        "SK": "slovak republic | slowakische republik | slovenska republika | republique slovaque",
        "TR": "turkey",
        "US": """usa | u s a | united states of america | vereinigte staaten von amerika | etats unis d amerique |
            stati uniti d america | estados unidos de america | spojene staty americke | stany zjednoczone ameryki |
            new mexico | new jersey | nuevo mexico""",
        "VA": "holy see | vatican",
        "XK": "kosova",
    }.items()
}

AMBIGUOUS: Final = frozenset(
    listed("""
        jordan | chad | georgia | georgie | israel | jersey | guernsey | india | kenia | mali | kuba | dania | guadalupe |
        montserrat | dominica | dominique | maurice | guinea | chili | island | monaco | indien | inde | cina | turkey | wales |
        saint martin | san martin | saint pierre | santa lucia | santa elena | saba | cesku | ceska | cuba | oman | holland
    """)
)
"""Also a first name, a word of another language (`indien` is Dutch for `if`) or a place: they count where they stand alone
between commas, or behind a word such as `from`."""

NEVER: Final = frozenset(listed("ira | oma | grenade | granada | gana | catar | indie | reunion | la reunion"))
"""Without their accents these are hardly ever the country."""

BEFORE: Final = listed("""
    in | from | of | based in | live in | work in | aus | de | du | en | au | dal | dalla | della | nel | uit | fran | i |
    w | z | ze | v | ve | na | do | del | desde | στην | στη | στο | απο την | απο τη | της | του
""")
"""Words behind which a place is named."""

INHABITANTS: Final[Mapping[str, tuple[str, ...]]] = {
    code: listed(names)
    for code, names in {
        "AT": """austrian | austrians | osterreicher | osterreicherin | osterreichisch | osterreichische | osterreichischen |
            osterreichischer | autrichien | autrichienne | austriaco | austriaca | oostenrijks | oostenrijkse |
            rakousky | rakouska""",
        "AU": "australian",
        "BE": """belgian | belgians | belge | belges | belga | belgisch | belgische | belgischen | belgischer | belgier |
            belgierin | belgijski | belgicky | belgisk""",
        "BR": "brazilian",
        "CA": "canadian",
        "CH": "swiss | schweizer | schweizerin | schweizerisch | schweizerische | svizzero | suizo | zwitsers",
        "CY": "cypriot | zypriotisch | chypriote | κυπριος | κυπρια",
        "EG": "egyptian",
        "IE": "irishman | irishwoman",
        "LU": "luxembourger | luxembourgeois | luxembourgeoise | luxemburger | luxemburgerin",
        "MA": "moroccan",
        "NG": "nigerian",
        "TN": "tunisian",
        "US": "american",
        "XK": "kosovar",
    }.items()
}
"""Only those that are no language as well: who teaches German may live anywhere."""

LABELS: Final = listed("""
    country | country of residence | country of work | country where you work | your country | home country | land |
    wohnsitzland | herkunftsland | pays | pays de residence | pais | pais de residencia | paese | stato | nazione |
    kraj | kraj zamieszkania | panstwo | zeme | stat | χωρα | nationality | woonland | hemland
""")
"""Before a colon, and the country behind it."""
