"""Which kind of thing a word speaks of: an organisation, a place, a role, nothing that tells of anybody."""

from functools import cache

from mailbot.core.paper.words import folded, matches, stars
from mailbot.core.phrases import identifying

_ORGANISATIONS = stars(identifying.ORGANISATIONS)
_MINISTRIES = stars(identifying.MINISTRIES)
_PROGRAMMES = stars(identifying.PROGRAMMES)
_COMMON = stars((*identifying.COMMON_NAMES, *identifying.COMMON_CAPITALS))
_CAPITALS = frozenset(map(folded, identifying.COMMON_CAPITALS))
_ROLES = frozenset(map(folded, identifying.ROLES))
_GIVEN_ENDINGS = ("s", "a", "em", "om", "ie", "i", "y", "e", "u", "ou", "ovi", "owi", "en")


def is_organisation(key: str) -> bool:
    """Ministry, Verein, gGmbH …: a word of which names of organisations are made."""
    return matches(key, _ORGANISATIONS)


def is_house(key: str) -> bool:
    """The whole name of an organisation that many know."""
    return key in identifying.HOUSES


def is_ministry(key: str) -> bool:
    return matches(key, _MINISTRIES)


def is_programme(key: str) -> bool:
    return matches(key, _PROGRAMMES)


def is_common(key: str) -> bool:
    """A name that tells of nobody: a day, a religion, PTSD, the internet."""
    return matches(key, _COMMON)


def is_role(key: str) -> bool:
    return key in _ROLES


def is_acronym(key: str, shouted: bool) -> bool:
    return shouted and 2 <= len(key) <= 7 and key not in _CAPITALS and not any(c.isdigit() for c in key) and "-" not in key


@cache
def _places() -> frozenset[str]:
    """Large towns, as the languages of the letters spell them."""
    from babel import Locale

    found = set(identifying.PLACES)
    for language in ("cs", "de", "el", "en", "es", "fr", "it", "nl", "pl", "pt", "sv"):
        for zone in Locale(language).time_zones.values():
            found.update(folded(city) for city in [str(zone.get("city", ""))] if len(city) > 3 and " " not in city)
    return frozenset(found) - {"troll", "center", "eastern", "mountain"}


def is_place(key: str) -> bool:
    """A town or region, also declined."""
    if key in _places():
        return True
    return len(key) > 5 and any(
        key[:-n] in _places() or f"{key[:-n]}a" in _places()
        for n in (1, 2)
        if key[-n:] in {"ie", "iu", "u", "e", "s", "y", "em", "i"}
    )


def is_given(key: str) -> bool:
    """A common given name, also declined or with a hyphen."""
    if key in identifying.GIVEN:
        return True
    if "-" in key:
        return key.partition("-")[0] in identifying.GIVEN
    return len(key) > 5 and any(
        key.endswith(end) and (key[: -len(end)] in identifying.GIVEN or f"{key[: -len(end)]}a" in identifying.GIVEN)
        for end in _GIVEN_ENDINGS
    )
