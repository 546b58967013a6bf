"""Lengths of time and what they are counted from, by language, all casefolded."""

from collections.abc import Mapping
from typing import NamedTuple

from mailbot.core.phrases.listed import folded


class Spans(NamedTuple):
    """Lengths of time, and what they are counted from. lasting: how long something takes follows."""

    minutes: tuple[str, ...] = ()
    hours: tuple[str, ...] = ()
    days: tuple[str, ...] = ()
    weeks: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    publication: tuple[str, ...] = ()
    meeting: tuple[str, ...] = ()
    lasting: tuple[str, ...] = ()


SPANS: Mapping[str, Spans] = {
    "en": Spans(
        minutes=folded("minutes | minute | mins | min"),
        hours=folded("hours | hour | hrs"),
        days=folded("days | day | calendar days"),
        weeks=folded("weeks | week"),
        after=folded("after | from | of | following | after the | from the | following the"),
        before=folded("before | prior to | ahead of | in advance of"),
        publication=folded("publication | date of publication | publication date | its publication | publishing"),
        meeting=folded("meeting | workshop | event | seminar | conference | webinar | training | start of the meeting"),
        lasting=folded("duration | lasting | lasts | for | takes | will take | length | for about"),
    ),
    "de": Spans(
        minutes=folded("minuten"),
        hours=folded("stunden | stunde"),
        days=folded("tage | tagen | tag | kalendertage"),
        weeks=folded("wochen | woche"),
        after=folded("nach | ab | nach der"),
        before=folded("vor | vor dem | vor der"),
        publication=folded("veröffentlichung | bekanntmachung | erscheinen | publikation"),
        meeting=folded("treffen | veranstaltung | tagung | workshop | seminar | sitzung"),
        lasting=folded("dauer | dauert | dauern"),
    ),
    "fr": Spans(
        minutes=folded("minutes"),
        hours=folded("heures | heure"),
        days=folded("jours | jour"),
        weeks=folded("semaines | semaine"),
        after=folded("après | suivant | à compter de | à partir de | qui suivent | dès"),
        before=folded("avant"),
        publication=folded("publication | parution | date de publication"),
        meeting=folded("réunion | atelier | rencontre | événement | séminaire | conférence"),
        lasting=folded("durée | dure | durera"),
    ),
    "es": Spans(
        minutes=folded("minutos"),
        hours=folded("horas | hora"),
        days=folded("días | día | días naturales"),
        weeks=folded("semanas | semana"),
        after=folded("después de | desde | a partir de | tras | siguientes a | a contar desde"),
        before=folded("antes de | antes del"),
        publication=folded("publicación | fecha de publicación"),
        meeting=folded("reunión | taller | encuentro | evento | seminario | jornada"),
        lasting=folded("duración | dura | durará"),
    ),
    "it": Spans(
        minutes=folded("minuti"),
        hours=folded("ore | ora"),
        days=folded("giorni | giorno"),
        weeks=folded("settimane | settimana"),
        after=folded("dopo | dalla | dalla data di | successivi alla"),
        before=folded("prima del | prima della | prima dell"),
        publication=folded("pubblicazione | data di pubblicazione"),
        meeting=folded("riunione | incontro | laboratorio | evento | seminario | convegno"),
        lasting=folded("durata | dura | durerà"),
    ),
    "nl": Spans(
        minutes=folded("minuten"),
        hours=folded("uur | uren"),
        days=folded("dagen | dag"),
        weeks=folded("weken | week"),
        after=folded("na | vanaf"),
        before=folded("voor | vóór | voorafgaand aan"),
        publication=folded("publicatie | bekendmaking | plaatsing | publicatiedatum"),
        meeting=folded("bijeenkomst | vergadering | workshop | evenement | congres"),
        lasting=folded("duur | duurt"),
    ),
    "pl": Spans(
        minutes=folded("minut"),
        hours=folded("godziny | godzin"),
        days=folded("dni | dzień"),
        weeks=folded("tygodnie | tygodni | tydzień"),
        after=folded("od | po | od dnia | od daty"),
        before=folded("przed"),
        publication=folded("publikacji | ogłoszenia | opublikowania"),
        meeting=folded("spotkaniem | warsztatem | warsztatami | wydarzeniem | seminarium"),
        lasting=folded("czas trwania | trwa | potrwa"),
    ),
    "pt": Spans(
        minutes=folded("minutos"),
        hours=folded("horas | hora"),
        days=folded("dias | dia"),
        weeks=folded("semanas | semana"),
        after=folded("após | depois da | a contar da | a partir da"),
        before=folded("antes da | antes do"),
        publication=folded("publicação | data de publicação"),
        meeting=folded("reunião | encontro | evento | seminário"),
        lasting=folded("duração | dura"),
    ),
    "sv": Spans(
        hours=folded("timmar | timme"),
        days=folded("dagar"),
        weeks=folded("veckor | vecka"),
        after=folded("efter | från"),
        before=folded("före | innan"),
        publication=folded("publicering | publiceringen"),
        meeting=folded("mötet | workshopen | evenemanget"),
        lasting=folded("varar | längd"),
    ),
    "da": Spans(
        hours=folded("timer | time"),
        days=folded("dage"),
        weeks=folded("uger | uge"),
        after=folded("efter | fra"),
        before=folded("før"),
        publication=folded("offentliggørelse | offentliggørelsen"),
        meeting=folded("mødet | workshoppen | arrangementet"),
        lasting=folded("varighed | varer"),
    ),
    "fi": Spans(
        hours=folded("tuntia"),
        days=folded("päivää | päivän"),
        weeks=folded("viikkoa | viikon"),
        after=folded("kuluessa"),
        publication=folded("julkaisemisesta"),
        lasting=folded("kesto | kestää"),
    ),
    "cs": Spans(
        hours=folded("hodiny | hodin"),
        days=folded("dnů | dní"),
        weeks=folded("týdny | týdnů"),
        after=folded("od | po"),
        before=folded("před"),
        publication=folded("zveřejnění"),
        meeting=folded("setkáním | workshopem | akcí"),
        lasting=folded("délka | trvá | doba trvání"),
    ),
    "ro": Spans(
        hours=folded("ore"),
        days=folded("zile"),
        weeks=folded("săptămâni"),
        after=folded("de la | după"),
        before=folded("înainte de"),
        publication=folded("publicare | publicarea | data publicării"),
        lasting=folded("durata | durează"),
    ),
}

AMOUNTS: Mapping[int, tuple[str, ...]] = {
    1: folded("a | eine | einer | une | una | een | jeden | uma | en"),
    12: folded("twelve | zwölf | douze | doce | dodici | twaalf | dwanaście | doze"),
    14: folded("""
        fourteen | vierzehn | quatorze | catorce | quattordici | veertien | czternaście | catorze | fjorton | fjorten
    """),
    15: folded("fifteen | fünfzehn | quinze | quince | quindici | vijftien | piętnaście"),
    20: folded("twenty | zwanzig | vingt | veinte | venti | twintig | dwadzieścia | vinte"),
    21: folded("twenty-one | einundzwanzig | vingt et un | veintiún | ventuno | eenentwintig"),
    30: folded("thirty | dreißig | trente | treinta | trenta | dertig | trzydzieści | trinta"),
}
"""Numbers in letters behind those of `numbers`, in which days and minutes are counted."""
