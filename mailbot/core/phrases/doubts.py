"""What a draft doubts, in the languages of the letter that tells it. Drafts doubt in English; a sentence that is not here is
told by the words of the announcement alone."""

import re

_DAY = r"(\d{4}-\d{2}-\d{2})"
_FROM = r"the (?:day of )?(publication|meeting|deadline)"
_FR = {"publication": "la publication", "meeting": "la réunion", "deadline": "la date limite"}
_DE = {"publication": "der Veröffentlichung", "meeting": "dem Treffen", "deadline": "der Frist"}
_NAMES = {"fr": _FR, "de": _DE}

_DOUBTS: tuple[tuple[str, dict[str, str]], ...] = (
    (
        rf"the year is not printed here; (\d{{4}}) follows from {_FROM}, {_DAY}",
        {
            "fr": "l’année n’y figure pas ; {0} se déduit de {1}, le {2}",
            "de": "das Jahr steht nicht dabei; {0} folgt aus {1}, {2}",
        },
    ),
    (
        rf"(\w+) is (?:winter|summer) time, and {_DAY} is in (?:winter|summer): is the clock of (\S+) meant\?",
        {
            "fr": "{0} n’est pas l’heure en vigueur le {1} : s’agit-il de l’heure de {2} ?",
            "de": "{0} gilt am {1} nicht: Ist die Uhr von {2} gemeint?",
        },
    ),
    (
        r"close of business has no fixed hour",
        {"fr": "la fin de la journée de travail n’a pas d’heure fixe", "de": "Dienstschluss ist keine feste Uhrzeit"},
    ),
    (
        rf"midnight may be the one before or the one after {_DAY}",
        {
            "fr": "minuit peut être celui qui précède ou celui qui suit le {0}",
            "de": "Mitternacht kann die vor oder die nach dem {0} sein",
        },
    ),
    (
        rf"`before` may leave out {_DAY} itself",
        {"fr": "« avant » exclut peut-être le {0} lui-même", "de": "„vor“ schließt den {0} selbst vielleicht aus"},
    ),
    (
        rf"00:00 is when {_DAY} begins; is its end meant\?",
        {"fr": "à 0 h 00 le {0} commence ; est-ce sa fin ?", "de": "Um 0 Uhr beginnt der {0}; ist sein Ende gemeint?"},
    ),
    (
        r"the page says that the deadline was moved",
        {"fr": "l’annonce dit que la date limite a été déplacée", "de": "nach dem Text wurde die Frist verschoben"},
    ),
    (
        rf"line (\d+) names another day, {_DAY}",
        {"fr": "la ligne {0} indique un autre jour, le {1}", "de": "Zeile {0} nennt einen anderen Tag, {1}"},
    ),
    (rf"counted from {_FROM}, {_DAY}", {"fr": "calculé depuis {0}, le {1}", "de": "gerechnet ab {0}, {1}"}),
    (
        r"nothing says that these are for the candidates to answer",
        {
            "fr": "rien ne dit que les candidats doivent y répondre",
            "de": "nirgends steht, dass Bewerber sie beantworten sollen",
        },
    ),
    (
        r"nothing says how candidates answer",
        {"fr": "rien ne dit comment répondre", "de": "nirgends steht, wie geantwortet wird"},
    ),
    (
        r"taken from the subject of the mail, no heading names the call",
        {"fr": "tiré de l’objet du message", "de": "aus dem Betreff der E-Mail"},
    ),
    (
        r"day and month may be meant the other way round",
        {"fr": "le jour et le mois sont peut-être inversés", "de": "Tag und Monat sind vielleicht vertauscht"},
    ),
)
_PATTERNS = tuple((re.compile(pattern), said) for pattern, said in _DOUBTS)


def doubt_in(why: str, language: str) -> str:
    """The doubt in that language; '' where there are no words for it."""
    if language == "en":
        return why
    for pattern, said in _PATTERNS:
        if language in said and (found := pattern.fullmatch(why)):
            names = _NAMES.get(language, {})
            return said[language].format(*(names.get(group, group) for group in found.groups()))
    return ""
