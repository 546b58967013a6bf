"""Names of languages that no list of names has: their endings after `in`, their names at home."""

from collections.abc import Mapping

from mailbot.core.phrases.listed import listed


def _names(text: str) -> dict[str, tuple[str, ...]]:
    rows = (row.partition(":") for row in text.strip().splitlines())
    return {code.strip(): listed(names) for code, _, names in rows}


OTHER_NAMES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "en": _names("es: castilian"),
    "es": _names("es: castellano | castellana"),
    "de": _names("""
        de: deutscher | deutschen
        en: englischer | englischen
        fr: französischer | französischen
    """),
    "pl": _names("""
        pl: polskim | polsku | polskiego
        en: angielskim | angielsku | angielskiego
        de: niemieckim | niemiecku
        fr: francuskim | francusku
        uk: ukraińskim | ukraińsku
        ru: rosyjskim | rosyjsku
        es: hiszpańskim | hiszpańsku
        cs: czeskim | czesku
    """),
    "cs": _names("""
        cs: češtině | česky | českém
        en: angličtině | anglicky | anglickém
        de: němčině | německy
        sk: slovenštině | slovensky
    """),
    "sk": _names("""
        sk: slovenčine | slovensky
        en: angličtine | anglicky
    """),
    "nl": _names("nl: nederlandse | nederlandstalig | vlaams"),
    "fr": _names("fr: française | francophone"),
    "it": _names("it: italiana"),
    "pt": _names("pt: portuguesa"),
}
