"""Letters to organisers that can be answered with commands: whole, in both versions, foreign words neutral, no secrets."""

import os
import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from mailbot.core.choosing import DigestPolicy
from mailbot.core.keyed import follows_answers, verify_id
from mailbot.core.letter import Letter, LetterKind
from mailbot.core.orders import Verb, parse
from mailbot.core.places import Stand
from mailbot.core.plans import Snag
from mailbot.core.templates import NAMES, Templates
from mailbot.core.wire import Part
from mailbot.errors import UnsafeToSend
from tests.core.letters import ANSWERS, CALL, LETTERS, OWN, TEMPLATES, facts, html_of, opened, text_of
from tests.core.looks import sentences, words_of_html, words_of_text

GOLDEN = Path(__file__).parents[1] / "letters"
LANGUAGES = ("en", "de", "fr")
NOW = datetime(2026, 4, 2, 9, 30, tzinfo=UTC)
TOKEN, THEIRS = "mbt-" + "a2" * 13, "mbt-" + "b3" * 13
PLACES = CALL.model_copy(update={"places": 20})


def who(number: int, name: str = "Jana Nováková", **more: str) -> dict[str, object]:
    return {"number": number, "name": name, "reference": "7KQM-4TZP", **more}


SAMPLE = {
    "number": 3,
    "subject": "You are invited (reference 7KQM-4TZP)",
    "text": f"You are invited\n\nReply to this email.\n\n    {THEIRS}\n\nOr answer here: https://calls.example.org/{THEIRS}\n",
}
ENTRY: dict[str, Any] = {
    "number": 9,
    "reference": "7KQM-4TZP",
    "name": "Jana Nováková",
    "address": "jana@example.net",
    "sure": True,
    "received": NOW - timedelta(days=3),
    "changed": NOW - timedelta(days=1),
    "timeliness": "on_time",
    "stand": "waiting",
    "rank": 3,
    "score": "4.5",
    "readings": 2,
    "missing": [3],
    "answers": [
        {"number": n, "text": question.text, "answer": ANSWERS.get(question.id, ""), "unsure": n == 2}
        for n, question in enumerate(CALL.questions, 1)
    ],
    "unplaced": "I was at your last meeting.",
    "signature": "Jana\nTown hall",
    "history": [{"at": NOW - timedelta(days=3), "what": "counts"}, {"at": NOW - timedelta(hours=2), "what": "reserve"}],
}
BARE = ENTRY | {
    "name": "",
    "sure": False,
    "changed": None,
    "timeliness": "late",
    "stand": "undecided",
    "rank": None,
    "readings": 0,
}
_ANY: dict[str, Any] = {"token": TOKEN, "until": NOW + timedelta(days=35)}
PREVIEW: dict[str, Any] = _ANY | {
    "occasion": "new",
    "can_ok": True,
    "groups": [
        {"choice": "invite", "people": [who(12, "www.evil.example"), who(3), who(7, "Petr Dvořák", was="waiting")]},
        {"choice": "decline", "people": [who(n, why="not close to the topic" if n == 20 else "") for n in range(20, 70)]},
    ],
    "places": 20,
    "taken": 2,
    "after": 5,
    "free": 18,
    "remind": 0,
    "extend": None,
    "close": False,
    "too_many": [],
    "taken_from": [7],
    "reopened": [3, 4, 5, 12],
    "changed": [],
    "at_once": [30],
    "snags": [("no-such-entry", "412"), ("nobody-left", "")],
    "unclear": ["and the nice one from Lyon?"],
    "composition": [{"name": "Country", "values": [("Belgium", 3), ("France", 2), ("", 1)]}],
    "targets": [{"name": "Country", "value": "Belgium", "at_most": True, "limit": 2, "seen": 3, "met": False}],
}
_QUIET: dict[str, Any] = {"taken_from": [], "reopened": [], "at_once": [], "snags": [], "unclear": []}
_NOTHING: dict[str, Any] = {"groups": [], "composition": [], "targets": []}
_DONE: dict[str, Any] = {"sent": 0, "dropped": [], "undone": [], "reminded": 0, "extended": None, "closed": False}
BATCH = [
    {"kind": "invitation", "people": [who(3), who(7)], "sample": SAMPLE},
    {"kind": "decline", "people": [who(8)], "sample": None},
]
SHOWN: dict[str, tuple[str, dict[str, Any]]] = {
    "preview": ("preview", PREVIEW),
    "preview-too-many": (
        "preview",
        PREVIEW | _QUIET | {"can_ok": False, "free": 1, "too_many": [3, 7, 12], "places": 3, "after": 2},
    ),
    "preview-call": (
        "preview",
        PREVIEW | _QUIET | _NOTHING | {"remind": 1, "extend": NOW + timedelta(days=7), "close": True, "places": None},
    ),
    "preview-changed": ("preview", PREVIEW | _QUIET | {"occasion": "changed", "changed": [7]}),
    "batch": ("batch", _ANY | {"occasion": "new", "dropped": [], "groups": BATCH}),
    "batch-dropped": ("batch", _ANY | {"occasion": "dropped", "dropped": [8], "groups": BATCH[:1]}),
    "shown": ("shown", _ANY | {"entries": [ENTRY], "snags": []}),
    "shown-two": ("shown", _ANY | {"entries": [ENTRY, BARE | {"number": 10}], "snags": [("no-such-entry", "11")]}),
    "unclear": ("unclear", _ANY | {"occasion": "unclear", "snags": [("names-nobody", "invite")], "unclear": ["do it", "x: y"]}),
    "unclear-help": ("unclear", _ANY | {"occasion": "help", "snags": [], "unclear": []}),
    "unclear-used": ("unclear", _ANY | {"occasion": "used", "snags": [], "unclear": []}),
    "unclear-ended": ("unclear", _ANY | {"occasion": "ended", "snags": [], "unclear": []}),
    "done": ("done", _ANY | _DONE | {"occasion": "done", "sent": 18, "dropped": [7], "snags": [], "unclear": []}),
    "done-call": (
        "done",
        _ANY
        | _DONE
        | {"occasion": "done", "reminded": 1, "undone": [4], "extended": NOW, "closed": True, "snags": [], "unclear": ["x"]},
    ),
    "done-cancelled": ("done", _ANY | _DONE | {"occasion": "cancelled", "snags": [], "unclear": []}),
}


def write(kind: str, words: Mapping[str, Any], language: str = "en", **more: Any) -> Letter:
    how: dict[str, Any] = {"call": PLACES, "occasion": "mail 7", "language": language, "now": NOW} | more
    letter = LETTERS.organising(LetterKind(kind), words, "ada.berg@example.org", **how)
    assert letter is not None
    return letter


@cache
def written(name: str, language: str) -> Letter:
    return write(*SHOWN[name], language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_letter_is_whole_as_it_was_when_last_read_by_a_person(language: str) -> None:
    """Write them anew with MAILBOT_WRITE_LETTERS=1, then read what changed."""
    for name in SHOWN:
        letter = written(name, language)
        seen, file = f"Subject: {opened(letter)['Subject']}\n\n{text_of(letter)}", GOLDEN / f"briefing-{name}-{language}.txt"
        if os.environ.get("MAILBOT_WRITE_LETTERS"):
            file.write_text(seen)
        assert seen == file.read_text(), file.name


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_letter_keeps_what_is_promised_of_letters(language: str) -> None:
    for name, (kind, _) in SHOWN.items():
        letter = written(name, language)
        text, page = text_of(letter), html_of(letter)
        assert words_of_html(page) == words_of_text(text), name
        assert [line for line in sentences(text) if len(line.split()) >= 20 and "Petr" not in line] == [], name
        assert not re.search(r"<img|<form|<script|src=|url\(|@import|None|\{\{| {2}[a-z]", page.partition("<body")[2]), name
        assert f"\n    {TOKEN}\n" in text, name
        assert THEIRS not in text + page, name
        bare = (re.sub(r"\W", "", line).casefold() for line in re.split(r"[ \n]", text))  # as narrow as lines can get
        assert not ({"send", "senden", "envoyer"} if kind == "batch" else {"ok"}) & set(bare), name
        assert letter.language == opened(letter)["Content-Language"] == language, name
        assert verify_id(letter.message_id, PLACES.slug, OWN), kind
        assert not follows_answers(letter.message_id), kind


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_commands_that_letters_show_are_understood(language: str) -> None:
    wanted = {Verb.invite, Verb.reserve, Verb.hold, Verb.decline, Verb.show, Verb.remind, Verb.extend, Verb.close}
    for kind, verbs in (("preview", wanted), ("unclear", wanted), ("batch", {Verb.drop})):
        lines = re.findall(r"(?m)^> (.+)$", TEMPLATES[f"{kind}/{language}.txt"])
        found = [parse(line, date(2026, 3, 1)) for line in lines]
        assert [orders.unclear for orders in found if orders.unclear] == []
        assert {order.verb for orders in found for order in orders.orders} == verbs
    asked = {"en": "send", "de": "senden", "fr": "envoyer"}[language]
    assert re.search(rf"\b{asked}\b", text_of(written("batch", language)))
    assert [order.verb for order in parse(asked, NOW.date()).orders] == [Verb.send]


@pytest.mark.parametrize("language", LANGUAGES)
def test_whatever_can_be_named_has_words(language: str) -> None:
    """A reason or a state without words would stand there as its bare name."""
    stands = [ENTRY | {"number": n, "stand": stand.value} for n, stand in enumerate(Stand)]
    text = ""
    for start in range(0, len(stands), 5):
        text += text_of(write("shown", _ANY | {"entries": stands[start : start + 5], "snags": []}, language))
    text += text_of(write("unclear", SHOWN["unclear"][1] | {"snags": [(snag.value, "7") for snag in Snag]}, language))
    bare = {one.value for one in (*Stand, *Snag) if "-" in one.value}
    assert [name for name in bare if name in text] == []


def test_a_name_is_shown_only_if_it_can_be_nothing_else() -> None:
    text = text_of(written("preview", "en"))
    assert "- 12: 7KQM-4TZP\n" in text
    assert "evil" not in text
    assert "- And: 60–69" in text


def test_what_candidates_wrote_is_quoted_and_acts_nowhere() -> None:
    hostile = "ok\r\n\r\nsend\n- Next: https://evil.example\n{{ 7*7 }} <b>x</b>\u202e\n    mbt-" + "c4" * 13
    answers = [{"number": 1, "text": hostile, "answer": hostile * 60, "unsure": False}] * 40
    entry = ENTRY | {"answers": answers, "unplaced": hostile * 60, "signature": hostile, "name": hostile}
    letter = write("shown", _ANY | {"entries": [entry] * 9, "snags": [("no-such-entry", hostile)]})
    text, page = text_of(letter), html_of(letter)
    assert not [line for line in text.splitlines() if line.strip() in ("ok", "send", "{{ 7*7 }} <b>x</b>")]
    assert "<b>" not in page
    assert "\u202e" not in text + page
    assert len(page.encode()) < 250_000
    usual = write("shown", _ANY | {"entries": [entry | {"answers": answers[:10]}] * 3, "snags": []})
    assert len(html_of(usual).encode()) < 100_000


def test_a_call_that_keeps_answers_out_of_mail_shows_none() -> None:
    counts = PLACES.model_copy(update={"digest": DigestPolicy(answers=False)})
    text = text_of(write("shown", SHOWN["shown"][1], call=counts))
    assert "This call keeps answers out of email." in text
    assert not [words for words in (*ANSWERS.values(), ENTRY["unplaced"], "Town hall") if words.split("\n")[0] in text]


def test_who_wrote_gets_the_answer_in_the_thread_and_others_a_letter_of_their_own() -> None:
    reading = facts(address="ada.berg@example.org").reading
    kind, words = SHOWN["done"]
    writer = opened(write(kind, words, answers=reading))
    assert (writer["In-Reply-To"], writer["Auto-Submitted"]) == ("<reply@example.net>", "auto-replied")
    how: dict[str, Any] = {"call": PLACES, "occasion": "mail 7", "language": "en", "now": NOW, "answers": reading}
    other = LETTERS.organising(LetterKind.done, words, "ben@example.org", **how)
    assert other is not None
    assert (opened(other)["In-Reply-To"], opened(other)["Auto-Submitted"]) == (None, "auto-generated")
    assert writer["Message-ID"] != other.message_id
    assert LETTERS.organising(LetterKind.done, words, "no address", **how) is None
    with pytest.raises(UnsafeToSend, match="done: sent"):
        write("done", {name: value for name, value in words.items() if name != "sent"})


def test_a_digest_goes_with_its_pictures_and_its_sheet() -> None:
    picture = Part(b"\x89PNG", "image/png", "arrivals.png", "arrivals@example.org")
    sheet = Part(b"PK", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "entries.xlsx")
    content = ("school-meals: 3 new", "3 new\n", '<html><body><img src="cid:arrivals@example.org" alt="3"></body></html>')
    how: dict[str, Any] = {"call": CALL, "occasion": "2026-04-02", "language": "en", "now": NOW, "parts": (picture, sheet)}
    letter = LETTERS.briefing(LetterKind.digest, content, "ada.berg@example.org", **how)
    assert letter is not None
    assert (text_of(letter), opened(letter)["Subject"]) == ("3 new\n", "school-meals: 3 new")
    assert [part.get_filename() for part in opened(letter).iter_attachments()] == ["entries.xlsx"]


def test_every_letter_to_organisers_has_the_branches_of_english_and_all_its_words_are_used() -> None:
    for kind in ("preview", "batch", "shown", "unclear", "done"):
        sources = [re.sub(r"{% import.*? %}", "", TEMPLATES[f"{kind}/{language}.txt"]) for language in LANGUAGES]
        tags = [re.findall(r"{% *(.*?) *%}", source) for source in sources]
        assert tags[0] == tags[1] == tags[2], kind
        assert [name for name in NAMES[kind] if not re.search(rf"\b{name}\b", TEMPLATES[f"{kind}/en.txt"])] == [], kind
        assert Templates(TEMPLATES).languages(kind) == set(LANGUAGES), kind
