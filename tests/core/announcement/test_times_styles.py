"""The days of announcements once more, in styles and languages that the others leave out."""

import pytest

from tests.core.announcement.timed import told

PAGES = [
    (
        "en",
        """NOTICE No. 12/2025 of 4 June 2025

Expert hearing on coastal erosion, Thursday 25 September 2025 (10 a.m. - 1 p.m. Lisbon time)

1. Experts wishing to be heard shall submit written answers not later than 18:00 on 15 July 2025.
2. Experts will be invited by 31 July 2025.
""",
        "2025-07-15 18:00",
        ["2025-09-25 10:00/2025-09-25 13:00"],
        "Europe/Lisbon",
    ),
    (
        "en",
        """Call for youth reporters

Applications are open from 1 to 28 February 2025.

The editorial weekend starts on Friday 4 April 2025 at 17:00 and ends on Sunday 6 April 2025 at 14:00.
""",
        "2025-02-28",
        ["2025-04-04 17:00/2025-04-06 14:00"],
        "",
    ),
    (
        "en",
        """Two seats left

NEW DEADLINE: 9 May 2025, AoE (was: 25 April 2025)
The summer school runs 7-11 July 2025.
""",
        "2025-05-09",
        ["2025-07-07/2025-07-11"],
        "AoE",
    ),
    (
        "en",
        """Interview study on night work

We interview nurses between 3 and 14 March 2025. Write to us before 21 February 2025 at 5pm if you would like to take part.
""",
        "2025-02-21 17:00",
        ["2025-03-03/2025-03-14"],
        "",
    ),
    (
        "de",
        """Einladung zum Werkstattgespräch am 3. und 4. Juli

Stand: 5. Mai 2025

Rückmeldungen erbitten wir bis spätestens 10. Juni, 12 Uhr. Beginn jeweils 9 Uhr.
""",
        "2025-06-10 12:00",
        ["2025-07-03/2025-07-04"],
        "",
    ),
    (
        "fr",
        """Consultation citoyenne

Date limite de réponse : 31 mars 2025 à minuit (heure de Bruxelles)
Réunion publique : mercredi 16 avril 2025, de 18h30 à 20h30
Résultats : 15 mai 2025
""",
        "2025-03-31",
        ["2025-04-16 18:30/2025-04-16 20:30"],
        "Europe/Brussels",
    ),
    (
        "es",
        """Taller de cartografía vecinal

El taller será los sábados 4, 11 y 18 de octubre de 2025, de 10:00 a 13:00. Inscripciones hasta el 26 de septiembre. El sorteo
será el 29 de septiembre.
""",
        "2025-09-26",
        ["2025-10-04 10:00/2025-10-04 13:00", "2025-10-11 10:00/2025-10-11 13:00", "2025-10-18 10:00/2025-10-18 13:00"],
        "",
    ),
    (
        "it",
        """Manifestazione di interesse

La scadenza per l'invio delle risposte, inizialmente fissata al 15 marzo, è prorogata al 31 marzo 2025, ore 12.00.
""",
        "2025-03-31 12:00",
        [],
        "",
    ),
    (
        "nl",
        """Klankbordgroep laaggeletterdheid

Datum: 5 juni 2025
Tijd: 10.00 - 12.30 uur

Reageren kan tot en met zondag 18 mei.
""",
        "2025-05-18",
        ["2025-06-05 10:00/2025-06-05 12:30"],
        "",
    ),
    (
        "fi",
        """Kutsu työpajaan

Työpaja järjestetään torstaina 6.11.2025 klo 12–15. Lähetä vastauksesi viimeistään 17.10.2025 klo 16.
""",
        "2025-10-17 16:00",
        ["2025-11-06 12:00/2025-11-06 15:00"],
        "",
    ),
    (
        "ro",
        """Apel la participare

Răspunsurile se trimit până la data de 30 septembrie 2025, ora 17:00. Atelierul va avea loc pe 16 octombrie 2025.
""",
        "2025-09-30 17:00",
        ["2025-10-16"],
        "",
    ),
    (
        "da",
        """Indkaldelse til fokusgruppe

Mødet finder sted onsdag den 12. november 2025 kl. 16-18. Tilmelding senest fredag den 24. oktober.
""",
        "2025-10-24",
        ["2025-11-12 16:00/2025-11-12 18:00"],
        "",
    ),
]


@pytest.mark.parametrize(("language", "text", "deadline", "meetings", "zone"), PAGES)
def test_the_days_of_a_page_in_another_style_are_told_apart(
    language: str, text: str, deadline: str, meetings: list[str], zone: str
) -> None:
    assert told(language, text) == (deadline, meetings, zone)
