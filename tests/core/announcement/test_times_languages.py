"""The days of announcements in many house styles and languages."""

import pytest

from tests.core.announcement.timed import told

PAGES = [
    (
        "en",
        """Peer learning visit: housing first in small towns

When: 14-15 October 2025, lunch to lunch
Where: Tampere

How to apply
Complete the expression of interest by Monday 1 September, 12:00 noon (Helsinki time). We will let you know by 10 September
whether you have been selected. Travel must be booked before 20 September 2025.
""",
        "2025-09-01 12:00",
        ["2025-10-14/2025-10-15"],
        "Europe/Helsinki",
    ),
    (
        "en",
        """Consultation on playground safety
Published: 3 March 2025. Closing date: 30 April 2025, 23:59 CET.

Following Directive 2009/48/EC of 18 June 2009 the agency reviews its guidance. Registration opened on 3 March 2025.
""",
        "2025-04-30 23:59",
        [],
        "CET",
    ),
    (
        "en",
        """Save the date! Webinar series "Reading the room"

Session 1: Tuesday, May 6, 2025, 3-4:30 p.m. ET
Session 2: Tuesday, May 20, 2025, 3-4:30 p.m. ET

Sign up by April 25 and tell us which session you prefer.
""",
        "2025-04-25",
        ["2025-05-06 15:00/2025-05-06 16:30", "2025-05-20 15:00/2025-05-20 16:30"],
        "ET",
    ),
    (
        "de",
        """Fachgespräch Schulabsentismus
Datum\t12. Juni 2025
Uhrzeit\t13:30 bis 17:00 Uhr
Ort\tKassel

Interessierte melden sich bitte bis zum 16.05.2025 (Dienstschluss) und beantworten die folgenden Fragen. Eine Zu- oder Absage
erhalten Sie bis 23.05.2025.
""",
        "2025-05-16 17:00",
        ["2025-06-12 13:30/2025-06-12 17:00"],
        "",
    ),
    (
        "de",
        """Verlängert! Aufruf zur Beteiligung

Die Bewerbungsfrist wurde vom 31. März auf den 14. April 2025 verlängert. Die Tagung findet vom 10. bis 12. September 2025
statt.
""",
        "2025-04-14",
        ["2025-09-10/2025-09-12"],
        "",
    ),
    (
        "fr",
        """Appel à témoignages

Mis en ligne le 2 décembre 2024

Vous pouvez nous écrire jusqu'au vendredi 17 janvier à 18h (heure de Paris). Les rencontres se tiendront les 4 et 11 février,
de 14h à 16h30. Les personnes retenues seront informées le 24 janvier.
""",
        "2025-01-17 18:00",
        ["2025-02-04 14:00/2025-02-04 16:30", "2025-02-11 14:00/2025-02-11 16:30"],
        "Europe/Paris",
    ),
    (
        "es",
        """Convocatoria de participantes

Fecha límite para enviar las respuestas: domingo 2 de noviembre de 2025 a las 23:59 (hora peninsular).
El encuentro se celebrará del 20 al 22 de noviembre en Málaga. La lista definitiva se publicará el 10 de noviembre.
""",
        "2025-11-02 23:59",
        ["2025-11-20/2025-11-22"],
        "Europe/Madrid",
    ),
    (
        "it",
        """Avviso per la raccolta di contributi

Pubblicato il 7 gennaio 2025. I contributi vanno inviati entro 30 giorni dalla pubblicazione. L'incontro si terrà giovedì
27 febbraio dalle ore 9 alle ore 13.
""",
        "2025-02-06",
        ["2025-02-27 09:00/2025-02-27 13:00"],
        "",
    ),
    (
        "nl",
        """Oproep: denk mee over de wijkbus

Meld je vóór 1 oktober aan via het formulier. De bijeenkomst is op dinsdagavond 14 oktober 2025 van 19.30 tot 21.30 uur.
Uiterlijk 7 oktober hoor je of je erbij bent.
""",
        "2025-10-01",
        ["2025-10-14 19:30/2025-10-14 21:30"],
        "",
    ),
    (
        "pl",
        """Zaproszenie na warsztaty

Warsztaty odbędą się w dniach 22–23 maja 2025 r. w Gdańsku. Zgłoszenia prosimy przesyłać do 30 kwietnia 2025 r. do godz. 15:00.
Wyniki ogłosimy do 9 maja 2025 r.
""",
        "2025-04-30 15:00",
        ["2025-05-22/2025-05-23"],
        "",
    ),
    (
        "sv",
        """Inbjudan till workshop

Workshopen äger rum torsdagen den 6 november 2025 kl. 9.00–12.00 i Umeå. Anmäl dig senast den 10 oktober. Besked lämnas den
17 oktober.
""",
        "2025-10-10",
        ["2025-11-06 09:00/2025-11-06 12:00"],
        "",
    ),
    (
        "cs",
        """Výzva k účasti

Odpovědi zašlete nejpozději do 15. září 2025. Setkání se koná 2. října 2025 od 10:00 do 15:00 v Brně.
""",
        "2025-09-15",
        ["2025-10-02 10:00/2025-10-02 15:00"],
        "",
    ),
]


@pytest.mark.parametrize(("language", "text", "deadline", "meetings", "zone"), PAGES)
def test_the_days_of_a_page_are_told_apart(language: str, text: str, deadline: str, meetings: list[str], zone: str) -> None:
    assert told(language, text) == (deadline, meetings, zone)
