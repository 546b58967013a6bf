"""Hours and parts of the day that have names, by language, all casefolded."""

from collections.abc import Mapping
from typing import NamedTuple

from mailbot.core.phrases.listed import folded


class Moments(NamedTuple):
    """Hours that have names, and parts of a day. close: the hour at which offices close. every: on each of several days."""

    noon: tuple[str, ...] = ()
    midnight: tuple[str, ...] = ()
    close: tuple[str, ...] = ()
    day_end: tuple[str, ...] = ()
    morning: tuple[str, ...] = ()
    afternoon: tuple[str, ...] = ()
    evening: tuple[str, ...] = ()
    every: tuple[str, ...] = ()


MOMENTS: Mapping[str, Moments] = {
    "en": Moments(
        noon=folded("noon | midday | 12 noon | 12 midday | 12:00 noon"),
        midnight=folded("midnight | 12 midnight | 12:00 midnight"),
        close=folded("""
            cob | cop | close of business | close of play | end of business | close of business day | end of business day
        """),
        day_end=folded("end of day | eod | end of the day | the end of the day | close of day"),
        morning=folded("morning | mornings"),
        afternoon=folded("afternoon | afternoons"),
        evening=folded("evening | evenings"),
        every=folded("both days | each day | every day | daily | all days | both"),
    ),
    "de": Moments(
        noon=folded("mittags | 12 uhr mittags | mittag"),
        midnight=folded("mitternacht"),
        close=folded("dienstschluss | geschäftsschluss | büroschluss"),
        day_end=folded("ende des tages | tagesende"),
        morning=folded("vormittag | vormittags | morgens | vormittage"),
        afternoon=folded("nachmittag | nachmittags | nachmittage"),
        evening=folded("abend | abends"),
        every=folded("beide | beide tage | an beiden tagen | jeweils | täglich"),
    ),
    "fr": Moments(
        noon=folded("midi"),
        midnight=folded("minuit"),
        close=folded("fermeture des bureaux | fin de la journée de travail"),
        day_end=folded("fin de journée | fin de la journée"),
        morning=folded("matin | matinée"),
        afternoon=folded("après-midi"),
        evening=folded("soir | soirée"),
        every=folded("chaque jour | les deux | les deux jours | tous les jours"),
    ),
    "es": Moments(
        noon=folded("mediodía"),
        midnight=folded("medianoche | las doce de la noche"),
        close=folded("cierre de oficina | fin de la jornada laboral"),
        day_end=folded("final del día | fin del día"),
        morning=folded("mañana"),
        afternoon=folded("tarde"),
        evening=folded("noche"),
        every=folded("ambos | ambas | ambos días | cada día | los dos días"),
    ),
    "it": Moments(
        noon=folded("mezzogiorno"),
        midnight=folded("mezzanotte"),
        close=folded("chiusura degli uffici | orario di chiusura"),
        day_end=folded("fine della giornata | fine giornata"),
        morning=folded("mattina | mattino | mattinata"),
        afternoon=folded("pomeriggio"),
        evening=folded("sera"),
        every=folded("ogni giorno | entrambi | entrambe | entrambi i giorni"),
    ),
    "nl": Moments(
        noon=folded("12 uur 's middags | twaalf uur 's middags"),
        midnight=folded("middernacht"),
        close=folded("einde werkdag | sluitingstijd | einde kantooruren"),
        day_end=folded("einde van de dag | einde dag"),
        morning=folded("ochtend | 's ochtends | ochtenden"),
        afternoon=folded("middag | 's middags | middagen"),
        evening=folded("avond | 's avonds"),
        every=folded("beide | beide dagen | elke dag | dagelijks"),
    ),
    "pl": Moments(
        noon=folded("południe | południa | w południe"),
        midnight=folded("północ | północy"),
        close=folded("końca dnia roboczego | końca godzin pracy"),
        day_end=folded("końca dnia | koniec dnia"),
        morning=folded("rano | przed południem"),
        afternoon=folded("po południu"),
        evening=folded("wieczorem"),
        every=folded("codziennie | każdego dnia | oba dni"),
    ),
    "pt": Moments(
        noon=folded("meio-dia | meio dia"),
        midnight=folded("meia-noite | meia noite"),
        close=folded("fim do expediente"),
        day_end=folded("fim do dia | final do dia"),
        morning=folded("manhã"),
        afternoon=folded("tarde"),
        evening=folded("noite"),
        every=folded("ambos os dias | cada dia"),
    ),
    "sv": Moments(
        noon=folded("klockan tolv | lunchtid"),
        midnight=folded("midnatt"),
        close=folded("arbetsdagens slut"),
        day_end=folded("dagens slut | slutet av dagen"),
        morning=folded("förmiddag | förmiddagen"),
        afternoon=folded("eftermiddag | eftermiddagen"),
        evening=folded("kväll | kvällen"),
        every=folded("båda dagarna | varje dag"),
    ),
    "da": Moments(
        noon=folded("middag"),
        midnight=folded("midnat"),
        close=folded("arbejdstids ophør | kontortids ophør"),
        day_end=folded("dagens udgang"),
        morning=folded("formiddag"),
        afternoon=folded("eftermiddag"),
        evening=folded("aften"),
        every=folded("begge dage | hver dag"),
    ),
    "nb": Moments(
        midnight=folded("midnatt"), morning=folded("formiddag"), afternoon=folded("ettermiddag"), evening=folded("kveld")
    ),
    "fi": Moments(
        midnight=folded("keskiyö | keskiyöllä | keskiyöhön"),
        close=folded("virka-ajan päättymiseen"),
        morning=folded("aamupäivä | aamupäivällä"),
        afternoon=folded("iltapäivä | iltapäivällä"),
        every=folded("molempina päivinä"),
    ),
    "cs": Moments(
        noon=folded("poledne | v poledne | poledni"),
        midnight=folded("půlnoc | půlnoci"),
        day_end=folded("konce dne"),
        morning=folded("dopoledne"),
        afternoon=folded("odpoledne"),
        evening=folded("večer"),
        every=folded("oba dny | každý den"),
    ),
    "sk": Moments(
        noon=folded("poludnie"),
        midnight=folded("polnoc | polnoci"),
        morning=folded("dopoludnia"),
        afternoon=folded("popoludní"),
    ),
    "el": Moments(
        noon=folded("μεσημέρι"),
        midnight=folded("μεσάνυχτα"),
        day_end=folded("τέλος της ημέρας"),
        morning=folded("πρωί"),
        afternoon=folded("απόγευμα"),
        every=folded("και τις δύο ημέρες"),
    ),
    "ro": Moments(
        noon=folded("amiază | prânz"),
        midnight=folded("miezul nopții | miezul nopţii"),
        day_end=folded("sfârșitul zilei"),
        morning=folded("dimineața | dimineaţa"),
        afternoon=folded("după-amiaza | după-amiază"),
        every=folded("ambele zile | în ambele zile"),
    ),
    "hu": Moments(
        noon=folded("dél | délig | délben"),
        midnight=folded("éjfél | éjfélig"),
        day_end=folded("nap végéig"),
        morning=folded("délelőtt"),
        afternoon=folded("délután"),
        every=folded("mindkét nap | mindkét napon"),
    ),
    "hr": Moments(noon=folded("podne | podneva"), midnight=folded("ponoć | ponoći"), day_end=folded("kraja dana")),
    "sl": Moments(noon=folded("poldne | opoldne"), midnight=folded("polnoč | polnoči | opolnoči")),
    "bg": Moments(noon=folded("обяд"), midnight=folded("полунощ")),
    "et": Moments(noon=folded("keskpäev"), midnight=folded("südaöö | kesköö")),
    "lv": Moments(midnight=folded("pusnakts | pusnaktij")),
    "lt": Moments(midnight=folded("vidurnaktis | vidurnakčio")),
    "ca": Moments(noon=folded("migdia"), midnight=folded("mitjanit"), morning=folded("matí"), afternoon=folded("tarda")),
    "uk": Moments(noon=folded("полудень"), midnight=folded("північ | півночі")),
    "ru": Moments(noon=folded("полдень | полудня"), midnight=folded("полночь | полуночи")),
    "tr": Moments(midnight=folded("gece yarısı")),
}
