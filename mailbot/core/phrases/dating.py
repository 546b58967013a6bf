"""The words between and around the numbers of a date, by language, all casefolded.

Names of months and days come from Babel; here are the forms that it leaves out.
"""

from collections.abc import Mapping
from typing import NamedTuple

from mailbot.core.phrases.listed import folded


class Dating(NamedTuple):
    """What stands between and around the numbers of a date; each a tuple of phrases.

    to: from one day or hour to another. both: one and another. since: before the first of two. at: an hour follows, even one
    written as a bare number; soft_at: an hour may follow. clock: stands behind an hour, even a bare number; hours: stands
    behind what is an hour anyway. of: says nothing itself. first: the first day of a month in letters.
    """

    to: tuple[str, ...]
    both: tuple[str, ...]
    since: tuple[str, ...] = ()
    at: tuple[str, ...] = ()
    soft_at: tuple[str, ...] = ()
    clock: tuple[str, ...] = ()
    hours: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    first: tuple[str, ...] = ()


DATING: Mapping[str, Dating] = {
    "en": Dating(
        to=folded("to | until | till | through | thru | up to | and ends on | and ends | and finishes on"),
        both=folded("and"),
        since=folded("from | between"),
        soft_at=folded("at | by | before"),
        clock=folded("o'clock"),
        hours=folded("hrs | hours | hour"),
        of=folded("of | the | on | day | in the year | gada"),
        first=folded("first"),
    ),
    "de": Dating(
        to=folded("bis | bis zum | bis einschließlich | und endet am | und endet"),
        both=folded("und | sowie"),
        since=folded("von | vom | zwischen | ab"),
        soft_at=folded("um"),
        clock=folded("uhr"),
        of=folded("den | dem | der | des | am | im jahr"),
        first=folded("erster | ersten"),
    ),
    "fr": Dating(
        to=folded("à | au | jusqu'au | jusqu'à | et se termine le | et s'achève le"),
        both=folded("et"),
        since=folded("de | du | dès | entre"),
        soft_at=folded("à | avant"),
        clock=folded("heures | heure"),
        of=folded("le | la | les | l | jour | de l'année"),
        first=folded("premier"),
    ),
    "es": Dating(
        to=folded("a | al | hasta | hasta el | y termina el"),
        both=folded("y | e"),
        since=folded("desde | entre"),
        at=folded("a las | a la"),
        soft_at=folded("las"),
        hours=folded("horas | hora | hs | hrs"),
        of=folded("de | del | el | los | día | días | la | del año | de las"),
        first=folded("primero"),
    ),
    "it": Dating(
        to=folded("a | al | all | fino al | e si conclude il | e termina il"),
        both=folded("e | ed"),
        since=folded("dal | dall | dalla | tra | fra"),
        at=folded("ore | ora | alle | fino alle | alle ore | dalle | dalle ore | le ore | h | orario"),
        soft_at=folded("le"),
        of=folded("di | del | dell | il | i | giorno | giorni | della | dell'anno"),
        first=folded("primo"),
    ),
    "nl": Dating(
        to=folded("tot | t/m | tot en met | tm | en eindigt op"),
        both=folded("en"),
        since=folded("van | vanaf | tussen"),
        soft_at=folded("om"),
        clock=folded("uur | u"),
        of=folded("de | het | op | van het jaar"),
        first=folded("eerste"),
    ),
    "pl": Dating(
        to=folded("do"),
        both=folded("i | oraz"),
        since=folded("od | między | pomiędzy"),
        at=folded("godz | godzina | godzinie | godziny | godzinach | g"),
        soft_at=folded("o"),
        clock=folded("godz"),
        of=folded("dnia | dniach | roku | r | w | we"),
        first=folded("pierwszego"),
    ),
    "pt": Dating(
        to=folded("a | ao | até | até ao | às"),
        both=folded("e"),
        since=folded("desde | entre | das"),
        at=folded("às | das | até às"),
        soft_at=folded("as"),
        clock=folded("horas"),
        of=folded("de | do | dia | dias | o | os | da | no"),
        first=folded("primeiro"),
    ),
    "sv": Dating(
        to=folded("till | t.o.m | till och med | tom"),
        both=folded("och"),
        since=folded("från | mellan"),
        at=folded("kl | klockan"),
        of=folded("den | dag"),
        first=folded("första"),
    ),
    "da": Dating(
        to=folded("til | til og med"),
        both=folded("og"),
        since=folded("fra | mellem"),
        at=folded("kl | klokken"),
        of=folded("den | d | dag"),
        first=folded("første"),
    ),
    "nb": Dating(
        to=folded("til | til og med"),
        both=folded("og"),
        since=folded("fra | mellom"),
        at=folded("kl | klokka | klokken"),
        of=folded("den | d"),
        first=folded("første"),
    ),
    "fi": Dating(to=folded("asti"), both=folded("ja | sekä"), at=folded("klo | kello"), of=folded("päivänä | vuonna")),
    "cs": Dating(
        to=folded("do | až | až do"),
        both=folded("a"),
        since=folded("od | mezi"),
        soft_at=folded("v | ve"),
        clock=folded("hodin | hodinou | hod | h"),
        of=folded("dne | roku | dnech"),
        first=folded("prvního"),
    ),
    "sk": Dating(
        to=folded("do | až | až do"),
        both=folded("a"),
        since=folded("od | medzi"),
        soft_at=folded("o"),
        clock=folded("hodín | hodine | hod | h"),
        of=folded("dňa | roku | dňoch"),
    ),
    "el": Dating(
        to=folded("έως | ως | μέχρι | έως τις | μέχρι τις"),
        both=folded("και | &"),
        since=folded("από | μεταξύ"),
        at=folded("ώρα | ώρες | στις | και ώρα"),
        of=folded("την | τις | του | της | στις"),
    ),
    "ro": Dating(
        to=folded("la | până la | până"),
        both=folded("și | şi"),
        since=folded("de la | între | din"),
        at=folded("ora | orele"),
        of=folded("data de | de | pe | în"),
    ),
    "hu": Dating(
        to=folded("ig"),
        both=folded("és"),
        since=folded("között"),
        clock=folded("óra | órától | óráig | órakor"),
        of=folded("év | napján"),
    ),
    "hr": Dating(
        to=folded("do"),
        both=folded("i | te"),
        since=folded("od | između"),
        soft_at=folded("u"),
        clock=folded("sati | h"),
        of=folded("dana | godine"),
    ),
    "sl": Dating(
        to=folded("do"),
        both=folded("in"),
        since=folded("od | med"),
        soft_at=folded("ob"),
        clock=folded("uri | ure | h"),
        of=folded("dne | leta"),
    ),
    "bg": Dating(
        to=folded("до"),
        both=folded("и"),
        since=folded("от | между"),
        soft_at=folded("в"),
        clock=folded("ч | часа"),
    ),
    "et": Dating(to=folded("kuni"), both=folded("ja"), since=folded("alates"), at=folded("kell | kl")),
    "lv": Dating(
        to=folded("līdz"), both=folded("un"), since=folded("no"), at=folded("plkst | pulksten"), of=folded("gada | gads")
    ),
    "lt": Dating(
        to=folded("iki"),
        both=folded("ir"),
        since=folded("nuo"),
        clock=folded("val"),
        of=folded("m | d | metų | dieną | dienos"),
    ),
    "ca": Dating(
        to=folded("a | al | fins al | fins a"),
        both=folded("i"),
        since=folded("des de | entre"),
        at=folded("a les | les"),
        hours=folded("hores"),
        of=folded("de | del | d | el | els | dia | dies"),
    ),
    "uk": Dating(
        to=folded("до | по"),
        both=folded("і | та"),
        since=folded("від | з"),
        soft_at=folded("о"),
        clock=folded("год"),
        of=folded("року | р"),
    ),
    "ru": Dating(
        to=folded("до | по"),
        both=folded("и"),
        since=folded("от | с"),
        soft_at=folded("в"),
        clock=folded("часов | ч"),
        of=folded("года | г"),
    ),
    "tr": Dating(to=folded("ile"), both=folded("ve"), at=folded("saat")),
}

MORE_MONTHS: Mapping[str, Mapping[int, tuple[str, ...]]] = {
    "en": {9: folded("sept")},
    "de": {1: folded("jänner | jän"), 2: folded("feber"), 3: folded("mrz | maerz"), 9: folded("sep")},
    "fr": {2: folded("fév | fevr"), 7: folded("juill"), 8: folded("aout")},
    "es": {9: folded("setiembre | sep | set")},
    "it": {1: folded("genn"), 2: folded("febb"), 9: folded("sett")},
    "pt": {9: folded("set")},
    "hr": {11: folded("studenog")},
    "sl": {
        1: folded("januarja"),
        2: folded("februarja"),
        3: folded("marca | marec"),
        4: folded("aprila"),
        5: folded("maja"),
        6: folded("junija"),
        7: folded("julija"),
        8: folded("avgusta"),
        9: folded("septembra"),
        10: folded("oktobra"),
        11: folded("novembra"),
        12: folded("decembra"),
    },
    "lv": {
        1: folded("janvārim | janvārī | janvāra"),
        2: folded("februārim | februārī | februāra"),
        3: folded("martam | martā | marta"),
        4: folded("aprīlim | aprīlī | aprīļa"),
        5: folded("maijam | maijā | maija"),
        6: folded("jūnijam | jūnijā | jūnija"),
        7: folded("jūlijam | jūlijā | jūlija"),
        8: folded("augustam | augustā | augusta"),
        9: folded("septembrim | septembrī | septembra"),
        10: folded("oktobrim | oktobrī | oktobra"),
        11: folded("novembrim | novembrī | novembra"),
        12: folded("decembrim | decembrī | decembra"),
    },
    "et": {
        1: folded("jaanuaril | jaanuari"),
        2: folded("veebruaril | veebruari"),
        3: folded("märtsil | märtsi"),
        4: folded("aprillil | aprilli"),
        5: folded("mail"),
        6: folded("juunil | juuni"),
        7: folded("juulil | juuli"),
        8: folded("augustil | augusti"),
        9: folded("septembril | septembri"),
        10: folded("oktoobril | oktoobri"),
        11: folded("novembril | novembri"),
        12: folded("detsembril | detsembri"),
    },
}

MORE_WEEKDAYS: Mapping[str, Mapping[int, tuple[str, ...]]] = {
    "en": {1: ("tues",), 2: ("weds",), 3: ("thur", "thurs")},
    "de": {5: ("sonnabend",)},
    "pl": {2: ("środę",), 5: ("sobotę",), 6: ("niedzielę",), 3: ("czwartku",), 4: ("piątku",), 0: ("poniedziałku",)},
    "cs": {3: ("čtvrtka",), 4: ("pátku",), 0: ("pondělka",), 2: ("středy",), 5: ("soboty",), 6: ("neděle",)},
    "pt": {0: ("segunda",), 1: ("terça",), 2: ("quarta",), 3: ("quinta",), 4: ("sexta",)},
    "fi": {6: ("sunnuntaina",)},
}
"""0 is Monday."""

DOTTED_DAYS = frozenset({"de", "fi", "da", "nb", "sv", "cs", "sk", "hr", "sl", "et", "lv", "pl", "ro", "bg", "tr"})
"""Languages in which `14.3.` is a day."""
