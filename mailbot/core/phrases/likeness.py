"""What tells that two entries may be one person's, and what tells that they are not."""

from typing import Final

from mailbot.core.phrases.listed import folded

GENERATIONS: Final[dict[str, str]] = {
    **dict.fromkeys(("jr", "jun", "junior", "ml", "mladsi", "mladší", "fils", "figlio", "hijo", "filho", "ii"), "younger"),
    **dict.fromkeys(("sr", "sen", "senior", "st", "starsi", "starší", "pere", "père", "padre", "padr", "i"), "elder"),
    **dict.fromkeys(("iii", "iv", "v"), "later"),
}
"""Behind a name: of two people with one name these are two."""

BEHIND_NAMES: Final = frozenset(
    folded("phd | ph | dphil | msc | bsc | ma | ba | mba | llm | csc | drsc | dis | esq | obe | mbe | cbe")
)

GREEK: Final[dict[str, str]] = {"ου": "u", "ευ": "ev", "αυ": "av", "η": "i", "υ": "i"}
LATIN: Final[dict[str, str]] = {"ae": "a", "oe": "o", "ue": "u", "aa": "a", "ou": "u", "ph": "f", "y": "i"}
"""In letters without accents: as different keyboards and alphabets write one sound."""

ELSEWHERE: Final[tuple[str, ...]] = folded("""
    my other address | my other e-mail | my other email | my other mail | my other account | another address of mine |
    my work address | my work email | my work e-mail | from my work account | my office address | my private address |
    my private account | my personal address | my personal account | from a different address | from another address |
    meine andere adresse | meiner anderen adresse | von meiner privaten | meine private adresse | meiner privatadresse |
    meiner dienstlichen | meine dienstliche | von einer anderen adresse | meinem privaten konto |
    mon autre adresse | mon adresse professionnelle | mon adresse personnelle | mon adresse privée | une autre adresse |
    mi otra dirección | mi otro correo | mi correo personal | mi dirección personal | desde otra dirección |
    mio altro indirizzo | mia altra mail | mio indirizzo personale | mio indirizzo privato | da un altro indirizzo |
    mijn andere adres | mijn andere mail | mijn privéadres | mijn privé-adres | mijn werkadres | vanaf een ander adres |
    meu outro endereço | meu outro email | meu e-mail pessoal | meu email pessoal | de outro endereço |
    mojego innego adresu | mojego drugiego adresu | mojego prywatnego adresu | mojego służbowego | z innego adresu |
    min andra adress | min privata adress | min jobbadress | från en annan adress | min anden adresse | min private mail |
    mé druhé adresy | mé jiné adresy | soukromé adresy | služební adresy | z jiné adresy |
    άλλη διεύθυνσή μου | προσωπική μου διεύθυνση
""")
"""In somebody's own words: there is another address of the same person."""
