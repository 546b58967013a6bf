"""300 people who would like to come: who they are, what they write and when, and what reviewers think of it."""

import re
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from typing import Any

from python_calamine import CalamineWorkbook
from xlsxwriter import Workbook

from tests.servers.choosing import ANN, BEN, CALLS, MX, OPENING, Got
from tests.servers.postfix import DOMAIN

CALL = f"""\
slug: practices
title: Practices that work inside and outside of prisons
zone: Europe/Brussels
deadline: 2021-02-21
places: 20
addresses: [{CALLS}]
reminders: {{days_before: []}}
meetings: [2021-04-08 13:00-16:00]
groups:
  - {{id: country, name: Country, question: work, countries: true}}
  - id: sector
    name: Sector
    question: work
    values: {{probation: [probation, Bewährungshilfe], prison: [prison, Gefängnis], youth work: [youth work, Jugendarbeit]}}
selection:
  criteria:
    - {{id: relevance, text: How close is the work to the topic?, lowest: 0, highest: 100, weight: 5}}
    - {{id: practice, text: How well can others use it?, lowest: 0, highest: 100}}
  reviewers: [rita@{DOMAIN}, ravi@{DOMAIN}, rosa@{DOMAIN}]
  targets:
    - {{of: country, at_most: 3}}
    - {{of: sector, value: prison, at_least: 20%}}
  waiting: score
  answer_within: 5 days
questions:
  - {{id: work, text: "What is your line of work, and in which country?"}}
  - {{id: practice, text: "Which practice would you like to share?"}}
  - {{id: hope, text: "What do you hope to take home?"}}
contacts:
  - {{name: Ann Contact, address: {ANN}}}
  - {{name: Ben Contact, address: {BEN}}}
"""
EVERYBODY = range(1, 301)
LATE = range(286, 301)
INCOMPLETE = (25, 30, 60, 90, 97, 120)
CHANGED = (38, 59, 101, 150, 250)
GONE = 66
UNSURE = (100, 200)
"""Nobody vouches for who these are."""
TOP = (38, 169, 76, 207, 114, 245, 152, 283, 21, 190, 59, 228, 97, 266, 4, 135, 42, 173, 80, 211)
NEXT = (118, 249, 156, 287, 25, 194, 63, 232, 101, 270, 8, 139, 46, 177, 84)
ON_HOLD = (215, 122)
WORDS = {
    "en": ("I work in {sector}, in {country}.", "Evenings with {n} families, led by former clients.", "Friends in {n} towns."),
    "de": ("Ich arbeite im Bereich {sector}, in {country}.", "Ein Abend mit {n} Familien jede Woche.", "Ideen für {n} Städte."),
    "fr": ("Je travaille pour {sector}, en {country}.", "Une soirée avec {n} familles par mois.", "Des idées pour {n} villes."),
}
FIRST = (
    *("Ada", "Bela", "Cleo", "Dora", "Egon", "Fanny", "Gil", "Hana", "Ida", "Jan"),
    *("Kaj", "Lea", "Mio", "Nora", "Otto", "Pia", "Rolf", "Sara", "Timo", "Una"),
)
LAST = (
    *("Alder", "Aspen", "Beech", "Birch", "Cedar", "Elder", "Hazel"),
    *("Holly", "Larch", "Linden", "Maple", "Pine", "Rowan", "Spruce", "Willow"),
)
GREETINGS = {"en": ("Dear team", "Kind regards"), "de": ("Guten Tag", "Viele Grüße"), "fr": ("Bonjour", "Cordialement")}
PLACES = {
    "en": (("probation", "prison", "youth work"), ("Ireland", "Malta", "Sweden", "Finland", "Poland")),
    "de": (("Bewährungshilfe", "Gefängnis", "Jugendarbeit"), ("Deutschland", "Österreich")),
    "fr": (("prison", "probation"), ("France", "Belgique")),
}


def person(number: int) -> str:
    return f"p{number:03}@{DOMAIN}"


def name(number: int) -> str:
    return f"{FIRST[number % len(FIRST)]} {LAST[number // len(FIRST) % len(LAST)]}"


def language(number: int) -> str:
    return {3: "de", 7: "fr"}.get(number % 10, "en")


def merit(number: int) -> int:
    """What the reviewers think of an entry; some pairs are equal."""
    return number * 71 % 300 // 2 * 2


def body(number: int) -> str:
    spoken = language(number)
    (hello, bye), (sectors, countries) = GREETINGS[spoken], PLACES[spoken]
    told = {"sector": sectors[number % len(sectors)], "country": countries[number % len(countries)], "n": number + 2}
    said = [words.format(**told) for words in WORDS[spoken][: 2 if number in INCOMPLETE else 3]]
    if number == 1:
        said[2] = "=cmd|' /C calc'!A0"
    answers = "\n\n".join(f"{n}. {text}" for n, text in enumerate(said, 1))
    return f"{hello},\n\n{answers}\n\n{bye}\n{name(number)}\n"


def arrival(number: int) -> datetime:
    """Three weeks, evenly; the late ones on the day after the deadline."""
    if number in LATE:
        return datetime(2021, 2, 22, 8, tzinfo=UTC) + timedelta(minutes=30 * (number - LATE[0]))
    return OPENING + timedelta(hours=2) + timedelta(minutes=104 * number)


def code_of(letter: Got) -> str:
    found = re.search(r"^\s+(mbt-\S+)$", letter.text, re.MULTILINE)
    assert found
    return found[1]


def day_of(digest: Got) -> date:
    """By the name of its sheet."""
    (sheet,) = [name for name in digest.files if name.endswith(".xlsx")]
    return date.fromisoformat(sheet.removeprefix("practices-").removesuffix(".xlsx"))


def bounced(letter: Got, now: datetime) -> bytes:
    """A delivery report about a letter (RFC 3464)."""
    head = letter.raw.partition(b"\r\n\r\n")[0].decode("ascii")
    report = (
        f"Return-Path: <>\r\nAuthentication-Results: {MX}; dmarc=pass header.from={DOMAIN}\r\n"
        f"From: MAILER-DAEMON@mx2.{DOMAIN} (Mail Delivery System)\r\nTo: {CALLS}\r\n"
        f"Subject: Undelivered Mail Returned to Sender\r\n"
        f"Date: {now:%a, %d %b %Y %H:%M:%S} +0000\r\nMessage-ID: <report.1@mx2.{DOMAIN}>\r\n"
        f"Auto-Submitted: auto-replied\r\nMIME-Version: 1.0\r\n"
        f'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\r\n\r\n'
        f"--b\r\nContent-Type: text/plain\r\n\r\nI could not deliver your message to <{letter.to}>: mailbox full.\r\n\r\n"
        f"--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx2.{DOMAIN}\r\n\r\n"
        f"Final-Recipient: rfc822; {letter.to}\r\nAction: failed\r\nStatus: 5.2.2\r\n\r\n"
        f"--b\r\nContent-Type: text/rfc822-headers\r\n\r\n{head}\r\n\r\n--b--\r\n"
    )
    return report.encode("ascii")


def table(octets: bytes) -> list[list[Any]]:
    rows: list[list[Any]] = CalamineWorkbook.from_filelike(BytesIO(octets)).get_sheet_by_index(0).to_python()
    return rows


def filled(empty: bytes, reviewer: int) -> bytes:
    """The sheet as this reviewer's own program saves it: the second is sure, the first is strict, the third has favourites."""
    head, *rows = table(empty)
    relevance, practice = (
        next(n for n, title in enumerate(head) if title.startswith(name)) for name in ("relevance", "practice:")
    )
    out = BytesIO()
    with Workbook(out, {"in_memory": True, "strings_to_formulas": False}) as book:
        sheet = book.add_worksheet("Scores")
        sheet.write_row(0, 0, head)
        for n, row in enumerate(rows, 1):
            close, useful = divmod(merit(int(row[0])), 5)
            row[relevance] = (max(0, close - 1), close, close + n * 13 % 40)[reviewer]
            row[practice] = (useful, useful, "")[reviewer]
            sheet.write_row(n, 0, row)
    return out.getvalue()
