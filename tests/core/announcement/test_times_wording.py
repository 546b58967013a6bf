"""One sentence or two about time, as organisers word them."""

import pytest

from tests.core.announcement.timed import told

SENTENCES = [
    ("en", "Kindly return the questionnaire on or before 12 May 2025, close of business.", "2025-05-12 17:00", [], ""),
    ("en", "The call closes on 12 May 2025 at 23:59 Brussels time.", "2025-05-12 23:59", [], "Europe/Brussels"),
    ("en", "Responses received after 12 May 2025 will not be considered.", "2025-05-12", [], ""),
    ("en", "You have until the 12th of May 2025 to let us know.", "2025-05-12", [], ""),
    ("en", "Expressions of interest are due Monday, May 12, 2025, 5:00 PM EDT.", "2025-05-12 17:00", [], "EDT"),
    (
        "en",
        "Please RSVP by 12/05/2025. The seminar will be held on 20 May 2025 from 9am to 1pm.",
        "2025-05-12",
        ["2025-05-20 09:00/2025-05-20 13:00"],
        "",
    ),
    (
        "en",
        "Deadline: 31 March 2025 (midnight CEST)\nDate of the event: 15 & 16 May 2025",
        "2025-03-31",
        ["2025-05-15/2025-05-16"],
        "CEST",
    ),
    (
        "en",
        "We meet online on Wednesday 7 May 2025 at 15:00 CEST for 90 minutes. Interested? Write to us by 30 April.",
        "2025-04-30",
        ["2025-05-07 15:00/2025-05-07 16:30"],
        "CEST",
    ),
    (
        "en",
        "The workshop (20-21 November 2025, both mornings) is online. Apply before 1 October 2025.",
        "2025-10-01",
        ["2025-11-20", "2025-11-21"],
        "",
    ),
    (
        "en",
        (
            "Application deadline for participants: 1 October 2025. Application deadline for hosts: 1 August 2025. "
            "Looking for participants!"
        ),
        "2025-10-01",
        [],
        "",
    ),
    ("en", "The original deadline of 1 October 2025 has been postponed to 15 October 2025.", "2025-10-15", [], ""),
    ("en", "Applications open on 1 September 2025 and close on 30 September 2025.", "2025-09-30", [], ""),
    (
        "en",
        "Send your answers a week before the workshop, which takes place on 20 November 2025.",
        "2025-11-13",
        ["2025-11-20"],
        "",
    ),
    ("de", "Einsendeschluss ist der 12. Mai 2025, 23:59 Uhr (MESZ).", "2025-05-12 23:59", [], "MESZ"),
    ("de", "Wir freuen uns auf Ihre Antworten bis Montag, 12.5.2025, 18 Uhr.", "2025-05-12 18:00", [], ""),
    (
        "de",
        "Das Seminar findet am 20.05.2025 von 9 bis 16:30 Uhr in Bonn statt. Anmeldeschluss: 12.05.2025.",
        "2025-05-12",
        ["2025-05-20 09:00/2025-05-20 16:30"],
        "",
    ),
    ("de", "Bewerben können Sie sich vom 1. bis 30. September 2025.", "2025-09-30", [], ""),
    (
        "de",
        "Bitte antworten Sie innerhalb von zwei Wochen nach Veröffentlichung. Veröffentlicht am 5. Mai 2025.",
        "2025-05-19",
        [],
        "",
    ),
    (
        "de",
        (
            "Die Auftaktveranstaltung ist am 3. November 2025 um 14 Uhr, das zweite Treffen am 1. Dezember 2025 um 14 Uhr. "
            "Rückmeldung bis zum 10. Oktober."
        ),
        "2025-10-10",
        ["2025-11-03 14:00", "2025-12-01 14:00"],
        "",
    ),
    ("fr", "Les réponses sont attendues au plus tard le 12 mai 2025 à 17 h 00.", "2025-05-12 17:00", [], ""),
    ("fr", "Clôture des candidatures : 12 mai 2025, 23h59 (heure de Paris).", "2025-05-12 23:59", [], "Europe/Paris"),
    (
        "fr",
        "La réunion se tiendra le mardi 20 mai 2025 de 14h à 16h. Merci de vous inscrire d'ici le 12 mai.",
        "2025-05-12",
        ["2025-05-20 14:00/2025-05-20 16:00"],
        "",
    ),
    ("fr", "Le délai est prolongé jusqu'au 30 mai 2025 (au lieu du 12 mai 2025).", "2025-05-30", [], ""),
    ("es", "El plazo de inscripción finaliza el 12 de mayo de 2025 a las 14:00 h.", "2025-05-12 14:00", [], ""),
    (
        "es",
        "Envíe sus respuestas antes del 12 de mayo de 2025. El taller se celebrará el 20 de mayo de 16 a 18 horas.",
        "2025-05-12",
        ["2025-05-20 16:00/2025-05-20 18:00"],
        "",
    ),
    ("es", "Se amplía el plazo hasta el 30 de mayo de 2025.", "2025-05-30", [], ""),
    ("it", "Le domande vanno presentate entro le ore 12:00 del 12 maggio 2025.", "2025-05-12 12:00", [], ""),
    (
        "it",
        "L'incontro si terrà martedì 20 maggio 2025 dalle 15 alle 17. Iscrizioni entro il 12 maggio.",
        "2025-05-12",
        ["2025-05-20 15:00/2025-05-20 17:00"],
        "",
    ),
    ("nl", "De deadline is maandag 12 mei 2025 om 12.00 uur.", "2025-05-12 12:00", [], ""),
    (
        "nl",
        "De bijeenkomst vindt plaats op 20 mei 2025, van 13 tot 16 uur. Aanmelden kan t/m 12 mei.",
        "2025-05-12",
        ["2025-05-20 13:00/2025-05-20 16:00"],
        "",
    ),
    ("pl", "Termin nadsyłania zgłoszeń upływa 12 maja 2025 r. o godz. 23:59.", "2025-05-12 23:59", [], ""),
    (
        "pl",
        "Spotkanie odbędzie się 20 maja 2025 r. w godzinach 10:00–14:00. Na zgłoszenia czekamy do 12 maja.",
        "2025-05-12",
        ["2025-05-20 10:00/2025-05-20 14:00"],
        "",
    ),
    ("pt", "As candidaturas devem ser enviadas até às 17h00 de 12 de maio de 2025.", "2025-05-12 17:00", [], ""),
    (
        "pt",
        "O encontro realiza-se a 20 de maio de 2025, das 10h às 13h. Inscrições até 12 de maio.",
        "2025-05-12",
        ["2025-05-20 10:00/2025-05-20 13:00"],
        "",
    ),
    (
        "sv",
        "Sista svarsdag är den 12 maj 2025. Mötet hålls den 20 maj kl. 13-15.",
        "2025-05-12",
        ["2025-05-20 13:00/2025-05-20 15:00"],
        "",
    ),
    (
        "el",
        "Οι αιτήσεις υποβάλλονται έως τις 12 Μαΐου 2025, ώρα 15:00. Το εργαστήριο θα πραγματοποιηθεί στις 20 Μαΐου 2025.",
        "2025-05-12 15:00",
        ["2025-05-20"],
        "",
    ),
    (
        "hu",
        "Jelentkezési határidő: 2025. május 12. éjfél. A műhely időpontja: 2025. május 20., 10:00–13:00.",
        "2025-05-12",
        ["2025-05-20 10:00/2025-05-20 13:00"],
        "",
    ),
    (
        "fi",
        "Vastausaika päättyy 12.5.2025 klo 16.15. Tilaisuus pidetään 20.5.2025 klo 9–11.30.",
        "2025-05-12 16:15",
        ["2025-05-20 09:00/2025-05-20 11:30"],
        "",
    ),
    (
        "hr",
        "Prijave se šalju do 12. svibnja 2025. do 15 sati. Radionica se održava 20. svibnja 2025. u 10 sati.",
        "2025-05-12 15:00",
        ["2025-05-20 10:00"],
        "",
    ),
    (
        "sk",
        "Odpovede zašlite do 12. mája 2025. Workshop sa uskutoční 20. mája 2025 o 10.00 hod.",
        "2025-05-12",
        ["2025-05-20 10:00"],
        "",
    ),
    (
        "en",
        "We are accepting responses through June 30, 2025. Questions about the call may be sent until June 20, 2025.",
        "2025-06-30",
        [],
        "",
    ),
    ("en", "The consultation runs from 2 June 2025 until 31 July 2025.", "2025-07-31", [], ""),
    ("en", "The 12-week consultation ends at 11:59pm on 31 July 2025.", "2025-07-31 23:59", [], ""),
    ("en", "Reply by 10 June 2025, 17:00 (Romania time).", "2025-06-10 17:00", [], "Europe/Bucharest"),
    (
        "en",
        "The hackathon takes place from Friday, 7 November (17:00) to Sunday, 9 November 2025 (15:00). Register by October 10.",
        "2025-10-10",
        ["2025-11-07 17:00/2025-11-09 15:00"],
        "",
    ),
    (
        "en",
        "Update 3 June: deadline extended to 20 June 2025!\n\nPlease send your answers by 10 June 2025.",
        "2025-06-20",
        [],
        "",
    ),
    ("de", "Teilnahmeschluss: 10. Juni 2025. Die Gewinner werden am 20. Juni 2025 benachrichtigt.", "2025-06-10", [], ""),
    ("fr", "L'appel est ouvert du 1er au 30 juin 2025. Les résultats seront communiqués le 15 juillet.", "2025-06-30", [], ""),
    ("es", "Las respuestas se recibirán hasta las 15 horas del viernes 13 de junio de 2025.", "2025-06-13 15:00", [], ""),
    ("pt", "Prazo para envio: 15 de junho de 2025, 23h59 (hora de Brasília).", "2025-06-15 23:59", [], "America/Sao_Paulo"),
    (
        "hu",
        "A válaszokat 2025. június 15-ig várjuk. A találkozó 2025. június 26-án, 14 órakor lesz.",
        "2025-06-15",
        ["2025-06-26 14:00"],
        "",
    ),
]


@pytest.mark.parametrize(("language", "text", "deadline", "meetings", "zone"), SENTENCES)
def test_a_sentence_about_time_is_understood(language: str, text: str, deadline: str, meetings: list[str], zone: str) -> None:
    assert told(language, text) == (deadline, meetings, zone)
