"""More days, hours and zones, in languages that the others leave out and in less usual words."""

import pytest

from tests.core.announcement.dated import told

FOUND = [
    ("en", "the deadline is 9th Feb 2024", "2024-02-09"),
    ("en", "due Monday the 3rd of February", "02-03"),
    ("en", "SUNDAY, 2 FEB. 2025", "2025-02-02"),
    ("en", "January 31", "01-31"),
    ("en", "2025/01/31", "2025-01-31"),
    ("en", "31/1/25", "2025-01-31"),
    ("en", "between 4 and 6 November 2024", "2024-11-04..2024-11-06"),
    ("en", "4 November through 6 November 2024", "2024-11-04..2024-11-06"),
    ("en", "12, 13 & 14 May 2025", "2025-05-12 + 2025-05-13 + 2025-05-14"),
    ("en", "Tues 13 May 2025 9am to 12.30pm BST", "2025-05-13 09:00-12:30 [BST]"),
    ("en", "13 May 2025, 11:59 p.m. Anywhere on Earth (AoE)", "2025-05-13 23:59 [AoE]"),
    ("en", "13 May 2025 at noon (Central European Time)", "2025-05-13 12:00 [CET]"),
    ("en", "at 5 o'clock pm on 13 May 2025", "2025-05-13 17:00"),
    ("en", "13 May 2025 17h00 CET", "2025-05-13 17:00 [CET]"),
    ("en", "13 May 2025, 17:00 Lisbon time", "2025-05-13 17:00 [Europe/Lisbon]"),
    ("en", "13 May 2025, 17:00 (GMT+1)", "2025-05-13 17:00 [GMT+1]"),
    ("en", "13-14 May 2025, 9:00-17:00 each day", "2025-05-13..2025-05-14 09:00-17:00"),
    ("en", "13 May 2025 17:00:00", "2025-05-13 17:00"),
    ("en", "2025-05-13T17:00", "2025-05-13 17:00"),
    ("en", "13 May 2025, 00:00 CET", "2025-05-13 00:00 [CET]"),
    ("de", "Einsendeschluss: 31.1.2025, 12:00 Uhr MEZ", "2025-01-31 12:00 [MEZ]"),
    ("de", "Donnerstag, 8. Mai 2025, 18 bis 20.30 Uhr", "2025-05-08 18:00-20:30"),
    ("de", "8. und 9. Mai 2025", "2025-05-08 + 2025-05-09"),
    ("de", "8. Mai 2025, 9–17 Uhr", "2025-05-08 09:00-17:00"),
    ("de", "8. Mai 2025, Dienstschluss", "2025-05-08 cob"),
    ("de", "So., 1. Juni 2025 (Brüsseler Zeit)", "2025-06-01 [Europe/Brussels]"),
    ("fr", "mardi 3 juin 2025 de 14 h à 16 h", "2025-06-03 14:00-16:00"),
    ("fr", "au plus tard le 31 janvier 2025 à 23 h 59 (HEC)", "2025-01-31 23:59 [HEC]"),
    ("fr", "du 30 juin au 2 juillet 2025", "2025-06-30..2025-07-02"),
    ("fr", "dans les deux semaines suivant la publication", "+14 days publication"),
    ("es", "antes de las 23:59 del 31 de enero de 2025 (hora de Madrid)", "2025-01-31 23:59 [Europe/Madrid]"),
    ("es", "31/01/2025 a medianoche", "2025-01-31 midnight"),
    ("es", "20 y 21 de junio de 2025, de 9 a 14 h", "2025-06-20 + 2025-06-21 09:00-14:00"),
    ("it", "entro mezzogiorno del 31 gennaio 2025", "2025-01-31 12:00"),
    ("it", "entro le 23.59 del 31 gennaio 2025 (ora di Bruxelles)", "2025-01-31 23:59 [Europe/Brussels]"),
    ("it", "dall'8 al 10 maggio 2025", "2025-05-08..2025-05-10"),
    ("nl", "do 8 mei 2025, 9.30-12.30 uur", "2025-05-08 09:30-12:30"),
    ("nl", "woensdag 7 mei tot en met vrijdag 9 mei 2025", "2025-05-07..2025-05-09"),
    ("nl", "tot middernacht op 31 januari 2025", "2025-01-31 midnight"),
    ("pl", "do 31 stycznia 2025 r. do północy", "2025-01-31 midnight"),
    ("pl", "w dniach 8 i 9 maja 2025 r.", "2025-05-08 + 2025-05-09"),
    ("pl", "czwartek, 8 maja 2025 r., godz. 9–15", "2025-05-08 09:00-15:00"),
    ("pt", "dias 8 e 9 de maio de 2025, das 9h às 17h", "2025-05-08 + 2025-05-09 09:00-17:00"),
    ("pt", "até 31 de janeiro de 2025, às 23h59 (hora de Lisboa)", "2025-01-31 23:59 [Europe/Lisbon]"),
    ("sv", "torsdag 8 maj 2025 kl. 9.00–12.00", "2025-05-08 09:00-12:00"),
    ("sv", "senast kl. 12 den 31 januari 2025", "2025-01-31 12:00"),
    ("da", "torsdag den 8. maj 2025 kl. 9-12", "2025-05-08 09:00-12:00"),
    ("fi", "torstaina 8.5.2025 klo 9–12", "2025-05-08 09:00-12:00"),
    ("cs", "ve čtvrtek 8. května 2025 v 17 hodin", "2025-05-08 17:00"),
    ("cs", "8.–9. května 2025", "2025-05-08..2025-05-09"),
    ("el", "8 και 9 Μαΐου 2025", "2025-05-08 + 2025-05-09"),
    ("el", "έως τις 31 Ιανουαρίου 2025 στις 5:00 μ.μ.", "2025-01-31 17:00"),
    ("ro", "joi, 8 mai 2025, între orele 10:00 și 13:00", "2025-05-08 10:00-13:00"),
    ("hu", "2025. május 8-án 10 és 12 óra között", "2025-05-08 10:00-12:00"),
    ("hr", "8. svibnja 2025. u 10 sati", "2025-05-08 10:00"),
    ("sk", "8. mája 2025 o 10.00 hod.", "2025-05-08 10:00"),
    ("sl", "8. maja 2025 ob 10. uri", "2025-05-08 10:00"),
    ("bg", "8 май 2025 г., 10:00 ч.", "2025-05-08 10:00"),
    ("lv", "līdz 2025. gada 8. maijam plkst. 10.00", "2025-05-08 10:00"),
    ("ru", "до 8 мая 2025 г., 10:00", "2025-05-08 10:00"),
    ("uk", "до 8 травня 2025 року", "2025-05-08"),
    ("tr", "8 Mayıs 2025 saat 17:00", "2025-05-08 17:00"),
]

NOT_FOUND = [
    ("nl", "1 op de 4, van 9 tot 12 jaar, maximaal 10 meter"),
    ("en", "Twenty people of 12 countries, 3 in 4 of them under 25."),
    ("en", "ISO 8601-2:2019, RFC 5322, A4, 10/12"),
    ("de", "Raum 3.14, 2. Stock, Art. 5 Abs. 2"),
    ("fr", "10 % des 24 lots, 1 sept sur dix"),
]


@pytest.mark.parametrize(("language", "text", "expected"), FOUND)
def test_a_date_in_other_words_is_read_too(language: str, text: str, expected: str) -> None:
    assert told(language, text) == expected


@pytest.mark.parametrize(("language", "text"), NOT_FOUND)
def test_other_numbers_are_no_dates(language: str, text: str) -> None:
    assert told(language, text) == ""
