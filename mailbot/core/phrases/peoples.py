"""Peoples and adjectives of countries in the languages of the letters, which tell a country as its name does.

Folded, with a star for any ending; only forms that are no other word.
"""

import re
from collections.abc import Mapping
from typing import Final

from mailbot.core.phrases.listed import folded

_ROWS = """
AF: afghan*
AL: albanian* | albanais* | albanisch* | albanes* | albansk*
AT: austrian* | autrich* | osterreich* | austriac* | oostenrijk* | austriak* | austrij* | austrii | rakous* |
    rakusk* | osterrik* | αυστρια*
BA: bosnian* | bosnisch* | bosniaq* | bosniac* | bosnij* | bosnsk*
BE: belgian* | belge | belges | belgisch* | belgier* | belga | belgas | belgijs* | belgick* | belgisk* | βελγι*
BG: bulgar* | bulhar* | bulgaars* | βουλγαρ*
CH: swiss | suisse* | schweizer* | suizo* | suiza* | svizzer* | zwitser* | szwajcar* | svycar* | suico | suica |
    suicos | suicas | ελβετ*
CY: cypriot* | chypriot* | zypriot* | cipriot* | cypryjsk* | κυπρι*
CZ: czech* | tcheque* | tschechisch* | tschechen | checo | checa | checos | ceco | ceca | tsjechisch* | czesk* |
    cesky | ceske | ceskych | ceskem | tjeckisk* | τσεχ*
DE: german | germans | germany* | allemand* | allemagne | deutsch* | aleman* | alemao | alemaes | tedesc* | duits* |
    niemiec* | niemc* | nemeck* | nemci | nemcu | tysk | tyska | tyskt | tyskar* | γερμανι* | γερμανο*
DK: danish | danois* | danisch* | danese | danesi | deens* | dunsk* | dansk | danska | danskt | dinamarq* | δανι*
EE: estonian* | estnisch* | estonsk* | estonski* | εσθον*
ES: spaniard* | spanish | espagnol* | spanisch* | spanier* | espanol* | espanh* | spagnol* | spaans* | hiszpan* |
    spanelsk* | spansk* | ισπαν*
FI: finnish | finnois* | finnisch* | finlandes* | finlandais* | finse | finsk* | φινλανδ*
FR: french | frenchm* | francais* | franzos* | francesa* | francese | francesi | franceses | franse | francj* |
    francusk* | francouz* | francii | fransk* | γαλλι* | γαλλο*
GB: british | briton* | britanniqu* | britisch* | briten | britannic* | britanic* | brits | britse | brytyj* |
    britsk* | brittisk* | βρεταν*
GR: greek | greeks | grec | grecs | grecque* | griech* | griego* | griega* | greco | greca | greci | grieks* |
    greck* | grecj* | recky | recka | recku | grego | grega | gregos | grekisk* | ελληνι*
HR: croat* | kroat* | chorwac* | chorvat* | κροατ*
HU: hungarian* | hongrois* | ungarisch* | ungaro | ungarn | hungaro* | ungheres* | hongaar* | wegier* | wegr* |
    madarsk* | ungersk* | ουγγρ*
IE: irish | irlandais* | irisch* | irlandes* | ierse | irlandzk* | irsky | irska | irske | irlandsk* | ιρλανδ*
IQ: iraqi* | irakisch* | iraker* | irakien* | irachen*
IR: iranian* | iranien* | iranisch* | iraner*
IT: italian* | italien* | italiaans* | wlosk* | wloszech | wloch | italsk* | ιταλ*
LT: lithuanian* | lituanien* | litauisch* | lituan* | litouws* | litewsk* | litevsk* | λιθουαν*
LU: luxembourg* | luxemburg* | luksembur* | lucembursk* | λουξεμβ*
LV: latvian* | letton* | lettisch* | lettlandisch* | leton* | letse | lotewsk* | lotyssk* | λετον*
MA: moroccan* | marocain* | marokkan* | marroqui* | marocchin* | marokansk*
MT: maltese* | maltais* | maltesisch*
NL: dutch | dutchman | neerland* | niederland* | hollandais* | hollander* | olandes* | nederlands* | holender* |
    nizozemsk* | holands* | holandes* | ολλανδ*
NO: norwegian* | norveg* | norwegisch* | norwegen | noorse | noors | norwesk* | norsk* | νορβηγ*
PL: polish | pole | poles | polonais* | polnisch* | polacc* | polac* | polaco* | poolse | pools | polsk* | polska |
    polak* | πολων*
PT: portugu* | portugies* | portoghes* | portugals* | πορτογαλ*
RO: romanian* | roumain* | rumanisch* | rumano* | rumena | rumeno | rumeni | roemeens* | rumunsk* | rumuni* |
    romeno* | rumansk* | ρουμαν*
RS: serbian* | serbe | serbes | serbisch* | serbsk* | srbsk* | servisch* | σερβ*
RU: russian* | russe | russes | russisch* | ruso | rusos | rosyjsk* | rosji | rusky | ruske | ruskem | rysk |
    ryska | ρωσ*
SE: swedish | swede | swedes | suedois* | schwedisch* | sueco | suecos | sueca | svedese | svedesi | zweeds* |
    szwedz* | szwecj* | svedsk* | svensk* | σουηδ*
SI: slovenian* | slowenisch* | sloveno | slovena | sloveens* | slowensk* | slovinsk* | σλοβεν*
SK: slovak* | slovensk* | slovaqu* | slowakisch* | eslovac* | slovacc* | slowaaks* | slowack* | σλοβακ*
SO: somali* | somalisch*
SY: syrian* | syrien* | siriano* | syrisch* | syryjsk* | syrsk* | συρι*
TN: tunisian* | tunisien* | tunesisch* | tunecin* | tunisin*
TR: turkish | turcs | turque* | turkisch* | turchi | turco | turca | turkse | tureck* | turcj* | turkisk* | τουρκι*
UA: ukrain* | ucrain* | ucran* | oekrain* | ουκραν*
US: american | americans | americain* | amerikanisch* | amerykansk*
XK: kosovar* | kosowsk*
"""

PEOPLES: Final[Mapping[str, tuple[str, ...]]] = {
    row[:2]: folded(row[3:].replace("\n", " ")) for row in re.split(r"\n(?=[A-Z]{2}:)", _ROWS.strip())
}

CAPITAL_ONLY: Final = frozenset({"polish", "pole", "poles", "swede", "swedes", "pools", "turks", "rysk", "grec", "brits"})
"""In small letters they are other words."""
