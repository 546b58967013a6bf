"""What is promised of every letter, as far as a program can see it."""

import html
import re

BLAMES = {  # beginnings of words
    "cs": "zapom chyb musí muset zmešk povin",
    "de": "vergessen versäumt müssen",
    "el": "ξεχάσ πρέπει παραλεί αποτύ υποχρε",
    "en": "forgot failed must",
    "es": "olvid debe obliga falla",
    "fr": "oublié devez manqué",
    "it": "dimentic deve obblig mancat",
    "nl": "vergeten moet verzuim verplicht",
    "pl": "zapom musi obowiąz zaniedb",
    "pt": "esquec dever deve obriga falho",
    "sv": "glöm måste missa skyldig",
}


def blames(text: str, language: str) -> str | None:
    """The first word that blames, shouts or counts in percent."""
    found = re.search(rf"[%!]|\b(?:{'|'.join(BLAMES[language].split())})\w*", text.lower())
    return found[0] if found else None


def unwrapped(text: str) -> list[str]:
    """Paragraphs and items, one line each."""
    lines: list[str] = []
    for paragraph in text.split("\n\n"):
        items = re.split(r"\n(?=- )", paragraph)
        lines += [item.replace("\n", " ") for item in items if not set(item) <= {"-"}]
    return lines


def sentences(text: str) -> list[str]:
    """Ours, without questions of the call and words of others."""
    ours = [line for line in unwrapped(text) if not re.match(r">|\d+\. ", line)]
    return [sentence for line in ours for sentence in re.split(r"(?<=[.!?])\s(?=[^\W\d_a-zß-ÿ])", line)]


def words_of_text(text: str) -> list[str]:
    """All words of the text part, without its marks."""
    return re.sub(r"(?m)^(?:-{3,}$|- |>\s?)", "", text).split()


def words_of_html(page: str) -> list[str]:
    """All words that the HTML part shows."""
    body = page.partition("<body")[2].partition(">")[2]
    inline = re.sub(r"</?(?:strong|a)\b[^>]*>", "", body)
    return html.unescape(re.sub(r"<[^>]+>", " ", inline)).split()
