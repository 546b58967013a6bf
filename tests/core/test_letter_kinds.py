"""Letters that are no acknowledgement: whole, small, without blame, the same in both versions, in each language."""

import os
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from mailbot.core import plain
from mailbot.core.consent import Consent, consents
from mailbot.core.keyed import verify_id
from mailbot.core.known import wording
from mailbot.core.letter import Letter, LetterKind
from mailbot.core.letter_words import in_words
from mailbot.core.life import Standing, State
from mailbot.core.meetings import spelled
from mailbot.core.plain import Kind
from mailbot.core.reading import read
from mailbot.core.templates import NAMES, Templates
from mailbot.core.wire import Part
from mailbot.errors import Problems, UnsafeToSend
from tests.core.letters import (
    CALL,
    LETTERS,
    OWN,
    TEMPLATES,
    acknowledgement,
    facts,
    headers_of,
    html_of,
    letters,
    opened,
    text_of,
)
from tests.core.looks import blames, sentences, words_of_html, words_of_text

GOLDEN = Path(__file__).parents[1] / "letters"
NOW = datetime(2026, 3, 20, 9, 30, tzinfo=UTC)
AFTER = datetime(2026, 4, 2, 9, 30, tzinfo=UTC)
RECEIVED, UNTIL = NOW - timedelta(minutes=5), NOW + timedelta(days=14)
TOKEN = "mbt-" + "a2" * 13
PETR = {"name": "Petr Dvořák", "address": "petr@example.net"}
ASKED = "Is there a place to park a bus?\n\nAnd may I bring a colleague?"
OPEN = [{"number": n, "text": CALL.questions[n - 1].text} for n in (3, 4)]
LAST: dict[str, Any] = {"missing": OPEN[:1], "missing_count": 1, "answered_count": 3}

ASK: dict[str, Any] = {"token": TOKEN, "received": RECEIVED, "until": UNTIL}
UNDO: dict[str, Any] = {"token": TOKEN, "at": NOW, "until": UNTIL}
ASKS: dict[str, Any] = {"received": RECEIVED, "words": ASKED, "cut": False, "sender": {**PETR, "sure": True}, "has_entry": True}
UNSURE: dict[str, Any] = {**ASKS, "sender": {"name": "", "address": "petr@example.net", "sure": False}, "has_entry": False}
INVITED: dict[str, Any] = {"token": TOKEN, "until": AFTER, "link": "", "from_waiting": False, "again": False}
WAITING: dict[str, Any] = {"token": TOKEN, "rank": 3, "rule": "score", "late": False}
WHY = "Two of your colleagues come already.\nPlease write again next year."
REQUEST = (Part(b"BEGIN:VCALENDAR\r\n", "text/calendar", "invitation.ics", method="REQUEST"),)
CANCEL = (Part(b"BEGIN:VCALENDAR\r\n", "text/calendar", "cancellation.ics", method="CANCEL"),)
SHOWN: dict[str, tuple[LetterKind, dict[str, Any], dict[str, Any]]] = {
    "withdrawal": (LetterKind.withdrawal, ASK, {}),
    "withdrawn": (LetterKind.withdrawn, {**UNDO, "by_team": False}, {}),
    "withdrawn-by-team": (LetterKind.withdrawn, {**UNDO, "by_team": True}, {}),
    "restored": (LetterKind.restored, {"by_team": False}, {}),
    "restored-by-team": (LetterKind.restored, {"by_team": True}, {"now": AFTER}),
    "confirm": (LetterKind.confirm, {**ASK, "sender": PETR}, {}),
    "confirm-after": (LetterKind.confirm, {**ASK, "sender": {**PETR, "name": ""}}, {"now": AFTER}),
    "recommendation": (LetterKind.thanks, {"what": "recommendation", "received": RECEIVED}, {"about": ""}),
    "declined": (LetterKind.thanks, {"what": "declined", "received": RECEIVED}, {}),
    "declined-after": (LetterKind.thanks, {"what": "declined", "received": RECEIVED}, {"now": AFTER}),
    "forwarded": (LetterKind.thanks, {"what": "forwarded", "received": RECEIVED}, {"about": ""}),
    "passed_on": (LetterKind.passed_on, {"people": ("Ada Berg", "Ben Cole"), "received": RECEIVED}, {}),
    "passed_on-after": (LetterKind.passed_on, {"people": ("Ada Berg",), "received": RECEIVED}, {"now": AFTER, "about": ""}),
    "question": (LetterKind.question, ASKS, {"reply_to": ("petr@example.net", "calls@example.org")}),
    "question-unsure": (LetterKind.question, {**UNSURE, "cut": True}, {"about": "", "reply_to": ("petr@example.net",)}),
    "reminder": (LetterKind.reminder, {"missing": OPEN, "missing_count": 2, "answered_count": 2, "days": 11, "added": 0}, {}),
    "reminder-last": (LetterKind.reminder, LAST | {"days": 0, "added": 0}, {}),
    "reminder-added": (LetterKind.reminder, LAST | {"days": 11, "added": 1}, {}),
    "extended": (LetterKind.extended, {"before": NOW + timedelta(days=2)}, {}),
    "extended-bare": (LetterKind.extended, {"before": NOW + timedelta(days=2)}, {"about": ""}),
    "invitation": (LetterKind.invitation, INVITED, {"parts": REQUEST}),
    "invitation-waiting": (LetterKind.invitation, INVITED | {"from_waiting": True}, {}),
    "invitation-again": (LetterKind.invitation, INVITED | {"again": True}, {}),
    "waitlist": (LetterKind.waitlist, WAITING, {"now": AFTER}),
    "waitlist-late": (LetterKind.waitlist, WAITING | {"rule": "arrival", "late": True}, {"now": AFTER}),
    "waitlist-lot": (LetterKind.waitlist, WAITING | {"rule": "lot"}, {"now": AFTER}),
    "hold": (LetterKind.hold, {}, {"now": AFTER}),
    "decline": (LetterKind.decline, {"why": ""}, {"now": AFTER}),
    "decline-why": (LetterKind.decline, {"why": WHY}, {"now": AFTER}),
    "accepted": (LetterKind.accepted, {"token": TOKEN}, {"now": AFTER, "parts": REQUEST}),
    "given_back": (LetterKind.given_back, {"what": "place"}, {"now": AFTER, "parts": CANCEL}),
    "given_back-list": (LetterKind.given_back, {"what": "list"}, {"now": AFTER}),
    "expired": (LetterKind.expired, {"token": TOKEN, "until": AFTER - timedelta(hours=1)}, {"now": AFTER}),
    "cancelled": (LetterKind.cancelled, {"what": "place", "why": WHY}, {"now": AFTER, "parts": CANCEL}),
    "cancelled-invitation": (LetterKind.cancelled, {"what": "invitation", "why": ""}, {"now": AFTER}),
}

KINDS = sorted({kind for kind, _, _ in SHOWN.values()})
LANGUAGES = sorted(LETTERS.languages)
every = pytest.mark.parametrize("language", LANGUAGES)


@cache
def written(name: str, language: str) -> Letter:
    kind, words, more = SHOWN[name]
    how: dict[str, Any] = {"call": CALL, "occasion": name, "language": language, "now": NOW, "about": "7KQM-4TZP"}
    letter = LETTERS.written(kind, words, "jana@example.net", **(how | more))
    assert letter is not None
    return letter


@every
def test_each_letter_is_whole_as_it_was_when_last_read_by_a_person(language: str) -> None:
    """Write them anew with MAILBOT_WRITE_LETTERS=1, then read what changed."""
    for name in SHOWN:
        letter = written(name, language)
        seen, file = f"Subject: {opened(letter)['Subject']}\n\n{text_of(letter)}", GOLDEN / f"{name}-{language}.txt"
        if os.environ.get("MAILBOT_WRITE_LETTERS"):
            file.write_text(seen)
        assert seen == file.read_text(), file.name


@every
def test_each_letter_keeps_what_is_promised_of_letters(language: str) -> None:
    for name in SHOWN:
        letter = written(name, language)
        text, page = text_of(letter), html_of(letter)
        assert blames(text, language) is None, name
        assert [sentence for sentence in sentences(text) if len(sentence.split()) >= 20] == [], name
        assert words_of_html(page) == words_of_text(text), name
        assert len((headers_of(letter) + text + page).encode()) < 8 * 1024, name
        alone = language != "el" and "parts" not in SHOWN[name][2]  # base64 makes letters without Latin ones a third longer
        assert not alone or len(letter.raw) < 8 * 1024, name
        assert not re.search(r"https?:|<img|<form|<script|src=|url\(|@import", page), name
        assert f'<html lang="{language}" dir="ltr">' in page, name
        assert re.search(r'<div class="letter" lang="\w\w" dir="ltr"', page), name
        assert letter.language == opened(letter)["Content-Language"] == language, name


@every
def test_each_letter_says_at_once_what_happened_when_what_next_and_whom_to_ask(language: str) -> None:
    for name, (kind, words, more) in SHOWN.items():
        first = "\n".join(text_of(written(name, language)).splitlines()[:14])
        wanted = [CALL.title.split(":")[0], "ada.berg@example.org" if kind is not LetterKind.question else "petr@example.net"]
        wanted += ["7KQM-4TZP"] if more.get("about") != "" else []
        assert all(one in re.sub(r"\s+", " ", first) for one in wanted), name
        assert ("token" not in words) or f"\n    {TOKEN}\n" in text_of(written(name, language)), name


def every_way(kind: LetterKind, language: str) -> Iterator[dict[str, object]]:
    """The words of a letter, each that can be otherwise in each way."""
    _, words, _ = next(one for one in SHOWN.values() if one[0] is kind)
    made = {"copied": False, "meetings": spelled(CALL, NOW, language), "calendar": True}
    given: dict[str, Any] = {name: value for name, value in made.items() if name in NAMES[kind]}
    usual = in_words(kind, given | {"reference": "7KQM-4TZP", "open": True} | words, CALL, language, "The team", 240)
    other: dict[str, tuple[object, ...]] = {
        "open": (True, False),
        "reference": ("7KQM-4TZP", "") if kind in ("thanks", "passed_on", "question", "extended") else ("7KQM-4TZP",),
        "by_team": (True, False),
        "what": {
            "thanks": ("recommendation", "declined", "forwarded"),
            "given_back": ("place", "invitation", "list"),
            "cancelled": ("place", "invitation", "list"),
        }.get(kind, ()),
        "from_waiting": (True, False),
        "calendar": (True, False),
        "late": (True, False),
        "rule": ("score", "arrival", "lot"),
        "why": (plain.quoted(WHY), ""),
        "link": ("https://calls.example.org/7KQM-4TZP", ""),
        "sender": tuple({**PETR, "name": name, "sure": sure} for name in ("Petr Dvořák", "") for sure in (True, False)),
        "copied": (True, False),
        "cut": (True, False),
        "has_entry": (True, False),
        "left": (usual.get("left"), ""),
        "missing_count": (1, 3),
        "added": (0, 1, 2),
    }
    names = [name for name in other if name in usual]
    for chosen in product(*(other[name] for name in names)):
        words = usual | dict(zip(names, chosen, strict=True))
        if words["reference"] or not words.get("has_entry"):
            yield words


@every
def test_whatever_comes_together_is_a_letter(language: str) -> None:
    templates = Templates(TEMPLATES)
    for kind in KINDS:
        for words in every_way(kind, language):
            assert set(words) == NAMES[kind]
            subject, blocks = templates.letter(f"{kind}/{language}.txt", words)
            assert blocks[-1].lines == ("The team",), kind
            items = [line for block in blocks if block.kind is Kind.list for line in block.lines]
            assert [line for line in items if not re.match(r"[^:]{2,28}: \S", line)] == [], kind
            for line in (subject, *(line for block in blocks for line in block.lines)):
                assert not re.search(r" {2}| [.,;]|\.\.|None|True|False|[{}'\"]|-- |\( ?\)|\S\(", line), (kind, line)


@every
def test_the_word_that_a_letter_asks_for_is_taken_as_consent(language: str) -> None:
    after = acknowledgement(language=language, further=True, kept_apart=True, after_withdrawal=True)
    for letter in (after, *(written(name, language) for name in ("withdrawal", "withdrawn", "confirm"))):
        said = set(re.findall(r"[“„«‘”]\W?(\w{2,4})\W?[”“»’]", text_of(letter)))
        assert len({word.casefold() for word in said}) == 1, (letter.kind, said)
        assert {consents(word) for word in said} == {Consent.yes}, (letter.kind, said)


@every
def test_the_words_that_an_offer_asks_for_are_taken_as_what_they_say(language: str) -> None:
    asked = {"waitlist-late": {"no"}, "accepted": {"no"}}
    asked |= {name: {"yes", "no"} for name in ("invitation", "invitation-waiting", "invitation-again")}
    for name, wanted in (asked | {"expired": {"yes"}}).items():
        said = {word.casefold() for word in re.findall(r"[“„«‘”]\W?(\w{2,4})\W?[”“»’]", text_of(written(name, language)))}
        assert {consents(word).value for word in said} == wanted, (name, said)
        assert len(said) == len(wanted), (name, said)


def test_an_invitation_names_the_page_where_there_is_one_and_brings_the_meeting() -> None:
    how: dict[str, Any] = {"call": CALL, "occasion": "x", "language": "en", "now": NOW, "about": "7KQM-4TZP", "parts": REQUEST}
    page = "https://calls.example.org/7KQM-4TZP"
    letter = LETTERS.written(LetterKind.invitation, INVITED | {"link": page}, "jana@example.net", **how)
    assert letter is not None
    assert f"You can also answer on this page: {page}" in re.sub(r"\s+", " ", text_of(letter))
    assert f'<a href="{page}">{page}</a>' in html_of(letter)
    assert [part.get_filename() for part in opened(letter).iter_attachments()] == ["invitation.ics"]
    over = LETTERS.written(LetterKind.accepted, {"token": TOKEN}, "jana@example.net", **{**how, "now": NOW.replace(year=2027)})
    assert over is not None
    assert "- Meeting" not in text_of(over)


def test_words_that_are_missing_or_unknown_send_nothing() -> None:
    how: dict[str, Any] = {"call": CALL, "occasion": "x", "language": "en", "now": NOW}
    with pytest.raises(UnsafeToSend, match="restored: by_team"):
        LETTERS.written(LetterKind.restored, {}, "jana@example.net", **how)
    with pytest.raises(UnsafeToSend, match="restored: tokken"):
        LETTERS.written(LetterKind.restored, {"by_team": True, "tokken": TOKEN}, "jana@example.net", **how)


def test_what_a_letter_needs_beside_it_is_missed_before_the_first_one() -> None:
    alone = {name: text for name, text in TEMPLATES.items() if name not in ("time/de.txt", "confirm/en.txt")}
    with pytest.raises(Problems) as found:
        letters(alone)
    told = "\n".join(str(problem) for problem in found.value.problems)
    assert "confirm/de.txt: imports `time/de.txt`, which is not there" in told
    assert "confirm/fr.txt: has no confirm/en.txt beside it" in told


def test_the_same_occasion_has_the_same_identifier_and_only_ours_are_believed() -> None:
    seen = set()
    for name, (kind, words, _) in SHOWN.items():
        again = LETTERS.written(kind, words, "jana@example.net", call=CALL, occasion=name, language="fr", now=AFTER, about="x")
        assert again is not None
        assert again.message_id == written(name, "en").message_id == opened(again)["Message-ID"]
        assert verify_id(again.message_id, CALL.slug, OWN)
        assert not verify_id(again.message_id, "another-call", OWN)
        assert not verify_id(again.message_id, CALL.slug, replace(OWN, key=b"another key of thirty-two octets"))
        seen.add(again.message_id)
    assert len(seen) == len(SHOWN)


def test_a_letter_stands_in_the_thread_of_the_mail_that_it_answers() -> None:
    kind, words, _ = SHOWN["passed_on"]
    how: dict[str, Any] = {"call": CALL, "occasion": "x", "language": None, "now": NOW}
    answering = LETTERS.written(kind, words, "jana@example.net", answers=facts().reading, **how)
    alone = LETTERS.written(kind, words, "jana@example.net", **how)
    assert answering is not None
    assert alone is not None
    assert (opened(answering)["In-Reply-To"], opened(answering)["Auto-Submitted"]) == ("<reply@example.net>", "auto-replied")
    assert (opened(alone)["In-Reply-To"], opened(alone)["Auto-Submitted"]) == (None, "auto-generated")
    assert (answering.language, answering.envelope_sender) == ("en", "")
    assert LETTERS.written(kind, words, "no address", **how) is None


def test_nobody_is_told_to_answer_until_a_deadline_that_somebody_brought_forward() -> None:
    kind, words, _ = SHOWN["restored"]
    closed = Standing(State.closed, NOW, "ada", "enough answers")
    how: dict[str, Any] = {"call": CALL, "occasion": "x", "language": "en", "now": NOW, "about": "7KQM-4TZP"}
    told = LETTERS.written(kind, words, "jana@example.net", where=closed, **how)
    assert told is not None
    assert "You can do so until" in text_of(written("restored", "en"))
    assert "You can do so until" not in text_of(told)


def test_a_question_is_answered_to_who_asked_and_says_whether_we_get_a_copy() -> None:
    assert opened(written("question", "en"))["Reply-To"] == "petr@example.net, calls@example.org"
    assert "Once your copy has reached us" in text_of(written("question", "en"))
    assert opened(written("question-unsure", "en"))["Reply-To"] == "petr@example.net"
    hostile = ("x@example.net>\r\nBcc: y@example.net", "jána@example.net")
    words: dict[str, Any] = {**UNSURE, "words": "See\r\n.\r\nhttps://evil.example\r\n" + "Ω" * 100_000}
    how: dict[str, Any] = {"call": CALL, "occasion": "x", "language": "el", "now": NOW, "reply_to": hostile}
    letter = LETTERS.written(LetterKind.question, words, "ada.berg@example.org", **how)
    assert letter is not None
    assert opened(letter)["Reply-To"] is None
    assert len((text_of(letter) + html_of(letter)).encode()) < 8 * 1024
    assert "> https://evil.example\n" in text_of(letter)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Novák, Jana", True),
        ("Dr. Ana-María O’Neil", True),
        ("Win now: evil.example", False),
        ("www.evil.example", False),
        ("Call +32 2 000", False),
        ("Jana " * 20, False),
        ("jana@evil.example", False),
    ],
)
def test_a_senders_name_is_shown_to_others_only_if_it_is_one(name: str, shown: bool) -> None:
    kind, words, _ = SHOWN["confirm"]
    given = {**words, "sender": {"name": name, "address": "petr@example.net"}}
    letter = LETTERS.written(kind, given, "jana@example.net", call=CALL, occasion="x", language="en", now=NOW)
    assert letter is not None
    assert (name in text_of(letter)) is shown
    assert "petr@example.net" in text_of(letter)


def test_a_reminder_of_many_long_questions_stays_small() -> None:
    long = "Who pays for the meals? " + "And who pays for the kitchen, for what reason, and since when? " * 9
    words = {
        "missing": [{"number": n, "text": long} for n in range(1, 11)],
        "missing_count": 10,
        "answered_count": 0,
        "added": 0,
        "days": 2,
    }
    how: dict[str, Any] = {"call": CALL, "occasion": "x", "language": "en", "now": NOW}
    letter = LETTERS.written(LetterKind.reminder, words, "jana@example.net", **how)
    assert letter is not None
    assert len(letter.raw) < 8 * 1024
    assert "10. Who pays for the meals?" in text_of(letter)


def test_a_quoted_letter_is_nobodys_words_and_what_is_written_into_a_reminder_is_an_answer() -> None:
    own = replace(OWN, letters=wording(TEMPLATES))
    for language in LANGUAGES:
        quoted = [f"> {line}" for line in text_of(written("reminder", language)).splitlines()]
        inside = [f"{line}\n\nThe town.\n" if line.startswith("> 3. ") else line for line in quoted]
        above = "I can come by train.\n\nOn Fri, 20 Mar 2026 at 11:00 Calls <calls@example.org> wrote:\n" + "\n".join(quoted)
        for body, answers, unplaced in (("\n".join(inside), ["The town."], ""), (above, [], "I can come by train.")):
            raw = f"From: Jana <jana@example.net>\nTo: calls@example.org\nContent-Type: text/plain; charset=utf-8\n\n{body}\n"
            reading = read(raw.encode(), NOW, [CALL], own)
            assert [answer.text for answer in reading.answers] == answers, language
            assert reading.unplaced.strip() == unplaced, language
