"""The language a letter should have: that of the words a person wrote, or that of the call when too few are written."""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lingua import LanguageDetector

LANGUAGES = ("en", "fr", "de", "es", "it", "nl", "pl", "pt", "sv", "da", "fi", "cs", "el", "ro", "hu")
"""Told apart. More would cost memory and make short texts less sure."""

_FEWEST_WORDS = 3  # `Anna Kowalska` is Polish and `ok` Czech to any detector
_EXPECTED = 20  # times as likely as the text alone says: people answer in the language in which they are asked
_ENOUGH = 600  # characters that are looked at: a hundred words tell as much as a thousand, and cost a tenth


def language(text: str, fallback: str) -> str:
    """ISO 639-1 code of the text's language, lower case; `fallback` for fewer than three words, when nothing can be told, and
    when that language is not much less likely: `Attached. José García` is no Spanish answer to an English call."""
    if sum(any(c.isalpha() for c in word) for word in text[:_ENOUGH].split()) < _FEWEST_WORDS:
        return fallback
    found = _detector().compute_language_confidence_values(text[:_ENOUGH])
    likely = {each.language.iso_code_639_1.name.lower(): each.value for each in found if each.value}
    return max(likely, key=lambda code: likely[code] * (_EXPECTED if code == fallback else 1), default=fallback)


@cache
def _detector() -> "LanguageDetector":
    """Built when first asked for: 34 MB and a fifth of a second."""
    from lingua import IsoCode639_1, LanguageDetectorBuilder

    codes = [getattr(IsoCode639_1, code.upper()) for code in LANGUAGES]
    return LanguageDetectorBuilder.from_iso_codes_639_1(*codes).with_low_accuracy_mode().build()
