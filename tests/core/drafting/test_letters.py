"""The letters about a draft, whole, as they were when last read by a person, in each language that they have."""

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from mailbot.core.drafting.lacking import lacking
from mailbot.core.drafting.plan import Doubt, Plan
from mailbot.core.drafting.shown import Occasion, Showing, in_words, opened_in_words
from mailbot.core.letter import Letter, LetterKind
from tests.core.letters import LETTERS, facts, html_of, opened, text_of

GOLDEN = Path(__file__).parents[2] / "letters"
NOW = datetime(2026, 2, 1, 10, tzinfo=UTC)
PLAN = Plan(
    "school-meals-2026",
    "olga@example.org",
    {
        "title": "Warm meals for every school: what works in practice",
        "language": "en",
        "zone": "Europe/Brussels",
        "meetings": ["2026-05-06 10:00-16:00, online", "2026-05-07 to 2026-05-08"],
        "audience": "cooks, teachers and parents",
        "questions": [
            {"id": "work", "text": "What is your line of work, and how long have you been doing it?"},
            {"id": "costs", "text": "Who pays for the meals?", "max_words": "200"},
        ],
        "deadline": "2026-03-31",
        "contacts": [{"name": "Ada Berg", "address": "ada.berg@example.org"}],
        "addresses": ["calls@example.org"],
        "places": "20",
    },
    doubts=(
        Doubt("deadline", "the year is not printed here; 2026 follows from the meeting, 2026-05-06", "“by 31 March”"),
        Doubt("zone", "something nobody has translated", "“CET”"),
    ),
    without_address=("Ben Cole",),
    printed="ada.berg@example.org",
)
BARE = Plan("call", "olga@example.org", {"language": "en", "deadline": "2026-03-31 18:00", "channel": "form"})
CASES: dict[str, dict[str, Any]] = {
    "new": {},
    "changed": {"occasion": Occasion.changed, "version": 2, "with_ok": True, "unclear": ("Hello there", "what: ever")},
    "older": {"occasion": Occasion.older, "version": 3},
    "known": {"occasion": Occasion.known},
    "unclear": {"occasion": Occasion.unclear, "unclear": ("Looks good to me!",)},
    "not-written": {"occasion": Occasion.not_written},
    "lacking": {"plan": BARE, "occasion": Occasion.lacking},
    "contradiction": {"plan": PLAN.having(deadline="2026-05-09"), "used": frozenset({"calls@example.org"})},
    "over": {"plan": PLAN.having(deadline="2026-01-09", meetings=None, places=None)},
}
LANGUAGES = ("en", "fr", "de")
case = pytest.mark.parametrize(("name", "language"), [(name, language) for name in CASES for language in LANGUAGES])


def letter(name: str, language: str) -> Letter:
    its: dict[str, Any] = {
        "plan": PLAN,
        "occasion": Occasion.new,
        "version": 1,
        "used": frozenset[str](),
        "unclear": (),
        "with_ok": False,
    } | CASES[name]
    judged = lacking(its["plan"], its["used"], NOW)
    showing = Showing(
        its["plan"], its["version"], judged, its["occasion"], {"calls@example.org"}, its["unclear"], its["with_ok"]
    )
    words = in_words(showing, language)
    written = LETTERS.drafting(LetterKind.draft, words, "olga@example.org", its["version"], facts().reading, language, NOW)
    assert written is not None
    return written


def told(name: str, language: str) -> Letter:
    already = name == "already"
    words = opened_in_words(PLAN, language, "" if already else "ada.berg@example.org", already=already, kept=already)
    written = LETTERS.drafting(LetterKind.opened, words, "olga@example.org", 2, facts().reading, language, NOW)
    assert written is not None
    return written


def compare(file: Path, seen: str) -> None:
    """Write them anew with MAILBOT_WRITE_LETTERS=1, then read what changed."""
    if os.environ.get("MAILBOT_WRITE_LETTERS"):
        file.write_text(seen)
    assert seen == file.read_text()


@case
def test_the_letter_about_a_draft_is_as_it_was_when_last_read(name: str, language: str) -> None:
    its = letter(name, language)
    compare(GOLDEN / f"draft-{language}-{name}.txt", f"Subject: {opened(its)['Subject']}\n\n{text_of(its)}")


@pytest.mark.parametrize("name", ["opened", "already"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_letter_that_a_call_is_open_is_as_it_was_when_last_read(name: str, language: str) -> None:
    its = told(name, language)
    compare(GOLDEN / f"draft-{language}-{name}.txt", f"Subject: {opened(its)['Subject']}\n\n{text_of(its)}")


@case
def test_text_and_html_say_the_same_and_nothing_is_left_unfilled(name: str, language: str) -> None:
    its = letter(name, language)
    html = html_of(its)
    assert f'lang="{language}"' in html
    for line in text_of(its).splitlines():
        assert not {"{{", "}}", "None"} & set(line.split())
    assert html.count("<li") == sum(line.startswith("- ") for line in text_of(its).splitlines())


def test_no_line_of_the_letters_is_an_ok_by_itself() -> None:
    for language in LANGUAGES:
        assert not [line for line in text_of(letter("new", language)).splitlines() if line.strip(" .").casefold() == "ok"]


def test_markup_of_an_announcement_is_shown_and_does_nothing() -> None:
    hostile = PLAN.having(title="<b>x</b> {{ 7*7 }}\r\nBcc: all@example.org", audience="— all —")
    words = in_words(Showing(hostile, 1, lacking(hostile, frozenset(), NOW), Occasion.new, ()), "en")
    written = LETTERS.drafting(LetterKind.draft, words, "olga@example.org", 1, facts().reading, "en", NOW)
    assert written is not None
    assert "<b>" not in html_of(written)
    assert "- Title: <b>x</b> {{ 7*7 }} Bcc: all@example.org" in text_of(written)
    assert opened(written)["Bcc"] is None
