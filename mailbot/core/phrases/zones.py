"""How announcements say by which clocks an hour is meant: abbreviations, names of zones, and towns that tzdata has none for."""

from collections.abc import Mapping

from mailbot.core.phrases.listed import folded, listed

ABBREVIATIONS: Mapping[str, str] = {
    **dict.fromkeys(listed("CET | MET | MEZ | HEC | HNEC | TMEC | SEČ | SEC"), "Europe/Brussels"),
    **dict.fromkeys(listed("CEST | MEST | MESZ | HAEC | HEEC | SELČ"), "Europe/Brussels"),
    **dict.fromkeys(listed("WET | WEST"), "Europe/Lisbon"),
    **dict.fromkeys(listed("EET | EEST | OEZ | OESZ"), "Europe/Helsinki"),
    **dict.fromkeys(listed("GMT | BST"), "Europe/London"),
    **dict.fromkeys(listed("EST | EDT | ET"), "America/New_York"),
    **dict.fromkeys(listed("PST | PDT"), "America/Los_Angeles"),
    **dict.fromkeys(listed("UTC"), "UTC"),
    **dict.fromkeys(listed("AoE | AOE"), "AoE"),
}
"""Written just so, in capitals: `est` is French for is. The value is the place whose clocks are meant, for a call file."""

WINTER = frozenset(listed("CET | MET | MEZ | HEC | HNEC | SEČ | WET | EET | OEZ | GMT | EST | PST"))
"""Names of winter time only: written for a day in summer they leave a doubt."""

SUMMER = frozenset(listed("CEST | MEST | MESZ | HAEC | HEEC | SELČ | WEST | EEST | OESZ | BST | EDT | PDT"))
"""Names of summer time only."""

ZONE_NAMES: Mapping[str, tuple[str, ...]] = {
    "AoE": folded("anywhere on earth | anywhere on earth (aoe)"),
    "CET": folded("""
        central european time | mitteleuropäische zeit | mitteleuropäischer zeit | heure d'europe centrale |
        heure de l'europe centrale | hora central europea | hora de europa central | ora dell'europa centrale |
        midden-europese tijd | czasu środkowoeuropejskiego | hora da europa central | centraleuropeisk tid |
        centraleuropæisk tid
    """),
    "CEST": folded("""
        central european summer time | mitteleuropäische sommerzeit | mitteleuropäischer sommerzeit |
        heure d'été d'europe centrale | hora de verano de europa central | ora legale dell'europa centrale
    """),
    "EET": folded("eastern european time | osteuropäische zeit"),
    "WET": folded("western european time"),
    "UTC": folded("coordinated universal time"),
    "GMT": folded("greenwich mean time"),
    "Europe/London": folded("uk time | british time"),
    "Europe/Dublin": folded("irish time"),
    "America/New_York": folded("eastern time"),
    "Europe/Madrid": folded("hora peninsular | hora peninsular española"),
    "Europe/Berlin": folded("deutscher zeit"),
    "Europe/Paris": folded("heure française"),
    "Europe/Rome": folded("ora italiana"),
    "Europe/Amsterdam": folded("nederlandse tijd"),
    "Europe/Warsaw": folded("czasu polskiego"),
}

PLACES: Mapping[str, tuple[str, ...]] = {
    "Europe/Brussels": folded("brüsseler | brusselse | bruxelas | bruxellas | brukselski | brukselskiego | brukselu"),
    "Europe/Zurich": folded("""
        geneva | genève | genf | genfer | ginebra | ginevra | genewa | bern | berne | zürcher | schweizer | swiss
    """),
    "Europe/Amsterdam": folded("the hague | den haag | hague"),
    "Europe/Paris": folded("strasbourg | straßburg | straßburger | pariser | lyon | strasburgo | estrasburgo"),
    "Europe/Madrid": folded("barcelona | madrider | sevilla"),
    "Europe/Rome": folded("milan | milano | florence | firenze | turin | torino"),
    "Europe/Berlin": folded("berliner | bonn | bonner | munich | hamburg | frankfurt"),
    "Europe/Vienna": folded("wiener"),
    "Europe/Warsaw": folded("warszawskiego"),
    "America/Sao_Paulo": folded("brasília | brasilia"),
    "Europe/Bucharest": folded("româniei"),
    "Europe/Lisbon": folded("portugal | portugal continental"),
    "America/New_York": folded("washington | new york"),
}
"""Towns and adjectives beside the names that Babel has for the places of tzdata."""

ZONE_BEFORE = folded("""
    heure | heure de | heure d | heure locale de | hora de | hora del | hora local de | ora di | ora locale di | tijd in |
    ora | czasu | ώρα | hora | tid i
""")
"""A place follows, and its clocks are meant: `heure de Bruxelles`."""

ZONE_AFTER = folded("time | local time | zeit | ortszeit | tijd | tid | lokal tid | idő | aikaa | czasu")
"""A place stands before, and its clocks are meant: `Brussels time`."""
