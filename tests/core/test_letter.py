"""The acknowledgement: what it says, to whom, in which language, and what its HTML is made of."""

import html
import os
import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from mailbot.core.call import AcknowledgementPolicy, Call, Channel, Deadline, Meeting, Outage
from mailbot.core.documents import Document, State
from mailbot.core.facts import Facts, in_words
from mailbot.core.late import LATE_HELD
from mailbot.core.letter import Letter, LetterKind
from mailbot.core.message import Attachment
from mailbot.core.policies import Late
from mailbot.core.reading import Answer, Authentication, Intent, Timeliness
from mailbot.core.submission import LATE_CHANGE, Became, Change, Revision, Submission
from mailbot.core.templates import NAMES
from mailbot.errors import Problems, UnsafeToSend
from tests.core.letters import (
    ANSWERS,
    CALL,
    LETTERS,
    OWN,
    RECEIVED,
    TEMPLATES,
    acknowledgement,
    answer,
    facts,
    headers_of,
    html_of,
    letters,
    opened,
    text_of,
)
from tests.core.looks import blames, sentences, unwrapped, words_of_html, words_of_text

GOLDEN = Path(__file__).parents[1] / "letters"
LANGUAGES = sorted(LETTERS.languages)
EVERY = [
    (language, authentication, on) for language in LANGUAGES for authentication in ("aligned", "neutral") for on in RECEIVED
]
every = pytest.mark.parametrize(("language", "authentication", "on"), EVERY, ids=["-".join(case) for case in EVERY])


@cache
def usual(language: str, authentication: str, on: str) -> Letter:
    return acknowledgement(language=language, authentication=authentication, received_at=RECEIVED[on])


@every
def test_the_whole_letter_is_as_it_was_when_last_read_by_a_person(language: str, authentication: str, on: str) -> None:
    """Write them anew with MAILBOT_WRITE_LETTERS=1, then read what changed."""
    letter = usual(language, authentication, on)
    seen = f"{headers_of(letter)}\n\n{text_of(letter)}"
    file = GOLDEN / f"{language}-{authentication}-{on}.txt"
    if os.environ.get("MAILBOT_WRITE_LETTERS"):
        file.write_text(seen)
    assert seen == file.read_text()


def with_form(channel: Channel) -> Call:
    return CALL.model_copy(update={"channel": channel, "form": "https://forms.example.org/soil-2027?lang=en&x=1"})


PROSE = "I run the kitchen of a school with 300 pupils.\n\nThe town pays for most of it, and parents for the rest."
STORM = Outage(begin=RECEIVED["grace"], end=RECEIVED["late"], why="our mail server could not be reached")
CASES: dict[str, dict[str, Any]] = {
    "prose": {"answers": {}, "unplaced": PROSE},
    "prose-neutral": {"answers": {}, "unplaced": PROSE, "authentication": "neutral"},
    "prose-late": {"answers": {}, "unplaced": PROSE, "received_at": RECEIVED["late"]},
    "only-attachments": {"answers": {}, "attachments": (Attachment("a.pdf", "application/pdf", 1),) * 2},
    "further": {"further": True, "includes_earlier": True, "own": {"work": "x"}, "unplaced": "I can come on both days."},
    "further-prose": {"further": True, "includes_earlier": True, "own": {}, "unplaced": PROSE},
    "kept-apart": {"further": True, "includes_earlier": True, "kept_apart": True, "received_at": RECEIVED["late"]},
    "kept-apart-prose": {"further": True, "kept_apart": True, "answers": {}, "received_at": RECEIVED["late"]},
    "set-aside": {"further": True, "set_aside": frozenset({"costs"})},
    "complete": {"answers": {question.id: "Yes, we do." for question in CALL.questions}},
    "form": {"call": with_form(Channel.form)},
    "form-prose": {"call": with_form(Channel.form), "answers": {}, "unplaced": PROSE},
    "form-or-mail": {"call": with_form(Channel.both)},
    "closed": {"closed": True},
    "outage": {"call": CALL.model_copy(update={"outages": (STORM,)}), "received_at": RECEIVED["late"]},
    "held": {"received_at": RECEIVED["late"], "late_policy": Late.hold},
    "refused": {"received_at": RECEIVED["late"], "late_policy": Late.refuse, "call": with_form(Channel.both)},
    "refused-change": {
        "received_at": RECEIVED["late"],
        "late_policy": Late.refuse,
        "further": True,
        "kept_apart": True,
        "authentication": "neutral",
    },
    "after-withdrawal": {"further": True, "kept_apart": True, "after_withdrawal": True},
    "unreadable": {"answers": {}, "unreadable": 1, "attachments": (Attachment("a.jpg", "image/jpeg", 1),)},
    "unreadable-some": {"unreadable": 2, "attachments": (Attachment("a.jpg", "image/jpeg", 1),) * 3},
    "sorry": {"apology": True, "attachments": (Attachment("a.pdf", "application/pdf", 1),)},
}
in_each_language = pytest.mark.parametrize("language", LANGUAGES)


@cache
def one_of(name: str, language: str) -> Letter:
    return acknowledgement(**CASES[name], language=language)


@in_each_language
def test_every_other_letter_is_as_it_was_when_last_read_by_a_person(language: str) -> None:
    for name in CASES:
        letter = one_of(name, language)
        seen, file = f"Subject: {opened(letter)['Subject']}\n\n{text_of(letter)}", GOLDEN / f"{language}-{name}.txt"
        if os.environ.get("MAILBOT_WRITE_LETTERS"):
            file.write_text(seen)
        assert seen == file.read_text(), name


def test_the_whole_html_is_as_it_was_when_last_looked_at() -> None:
    seen, file = html_of(acknowledgement()), GOLDEN / "en-aligned-on_time.html"
    if os.environ.get("MAILBOT_WRITE_LETTERS"):
        file.write_text(seen)
    assert seen == file.read_text()


# What people are promised (conventions, section 6)


@every
def test_the_first_ten_lines_say_all_that_matters(language: str, authentication: str, on: str) -> None:
    asked = facts(language=language, authentication=authentication, received_at=RECEIVED[on])
    first = "\n".join(text_of(usual(language, authentication, on)).splitlines()[:10])
    told = in_words(asked, asked.reading.received_at, language, "team", 120)
    received: Any = told["received"]
    said = re.sub(r"\s+", " ", first).replace(" 1er ", " 1 ").replace(" 1º ", " 1 ")
    for needed in (received.day, received.offset, "7KQM-4TZP", "ada.berg@example.org", str(told["meetings"])):
        assert needed in said
    assert re.search(rf"\b0?{received.hour}(?:[:.]| h ){received.minute}\b", said)
    if on != "on_time":
        assert re.sub(r"\s", " ", str(told["late_by"])) in said


@in_each_language
def test_sentences_have_fewer_than_twenty_words(language: str) -> None:
    for name in CASES:
        assert [one for one in sentences(text_of(one_of(name, language))) if len(one.split()) >= 20] == [], name


@every
def test_nothing_blames_and_nothing_is_in_percent(language: str, authentication: str, on: str) -> None:
    assert blames(text_of(usual(language, authentication, on)), language) is None


@in_each_language
def test_nothing_blames_whatever_came(language: str) -> None:
    for name in CASES:
        assert blames(text_of(one_of(name, language)), language) is None, name


@in_each_language
def test_every_letter_is_below_eight_kilobytes_before_it_is_encoded_for_the_wire(language: str) -> None:
    for name in CASES:
        letter = one_of(name, language)
        assert len((headers_of(letter) + text_of(letter) + html_of(letter)).encode()) < 8 * 1024, name
        if language != "el":  # base64 makes letters without Latin ones a third longer
            assert len(letter.raw) < 8 * 1024, name


def test_the_longest_letter_stays_small_whatever_came() -> None:
    questions = tuple(q.model_copy(update={"text": "Why? " * 3000}) for q in CALL.questions)
    long = {q.id: "Ω\n" * 50_000 for q in CALL.questions}
    letter = acknowledgement(call=CALL.model_copy(update={"questions": questions}), answers=long)
    assert len(letter.raw) < 32 * 1024


def test_an_answer_that_is_shortened_says_so() -> None:
    text = text_of(acknowledgement(answers={"work": "word " * 1000}))
    assert "(Shortened here. We have all of it.)" in text
    assert text.count("Shortened") == 1


# Who gets what


def test_an_authenticated_sender_sees_the_own_words_quoted() -> None:
    assert "> Older ones go to the bakery." in text_of(acknowledgement())


def test_an_unauthenticated_sender_sees_no_words_and_no_name_of_the_mail() -> None:
    letter = acknowledgement(authentication="neutral")
    whole = text_of(letter) + html_of(letter) + headers_of(letter)
    for words in (*" ".join(ANSWERS.values()).split("."), "Jana"):
        assert not words.strip() or words.strip() not in whole
    assert text_of(letter).count("We found an answer.") == 3
    assert text_of(letter).count("— Nothing found —") == 1


def test_a_call_may_ask_that_answers_are_not_repeated() -> None:
    call = CALL.model_copy(update={"acknowledgement": AcknowledgementPolicy(show_answers=False)})
    text = text_of(acknowledgement(call=call))
    assert ">" not in text
    assert "could not confirm" not in text


def test_a_sender_whose_domain_disowns_the_mail_gets_nothing() -> None:
    asked = facts(authentication="fail")
    assert LETTERS.acknowledgement(asked, RECEIVED["late"]) is None


@pytest.mark.parametrize(
    "address", ["jána@example.net", "", "a@b>\r\nRCPT TO:<x@y", "=?utf-8?q?a?=@example.net", "a b@example.net"]
)
def test_an_address_that_smtp_cannot_carry_for_sure_gets_nothing(address: str) -> None:
    assert LETTERS.acknowledgement(facts(address=address), RECEIVED["late"]) is None


def test_the_letter_has_one_recipient_and_the_null_path() -> None:
    letter = acknowledgement(address="jana@BÜCHER.example")
    assert letter.recipient == "jana@xn--bcher-kva.example"
    assert opened(letter)["To"] == letter.recipient
    assert letter.envelope_sender == ""
    assert (letter.kind, letter.call, letter.about) == (LetterKind.acknowledgement, "school-meals", "7KQM-4TZP")


def test_answers_go_to_the_mailbox_of_the_call_wherever_letters_come_from() -> None:
    assert opened(acknowledgement())["Reply-To"] is None
    elsewhere = CALL.model_copy(update={"addresses": ("meals@example.org", "calls@example.org")})
    assert opened(acknowledgement(call=elsewhere))["Reply-To"] == "meals@example.org"


def test_an_address_of_ours_that_cannot_be_used_is_told_at_once() -> None:
    with pytest.raises(UnsafeToSend, match="an address of ours"):
        letters(from_address="cälls@example.org")


def test_the_longest_address_that_smtp_allows_gets_its_letter() -> None:
    address = "a" * 64 + "@" + ".".join(["b" * 63, "c" * 63, "d" * 61])
    assert len(address) == 254
    assert opened(acknowledgement(address=address))["To"] == address


# Language


@pytest.mark.parametrize(
    ("mail", "call", "expected"),
    [("de", "fr", "de"), ("el", "en", "el"), ("da", "fr", "fr"), (None, "sv", "sv"), ("da", "lt", "en"), (None, "en", "en")],
)
def test_the_language_is_that_of_the_mail_else_of_the_call_else_english(mail: str | None, call: str, expected: str) -> None:
    letter = acknowledgement(language=mail, call=CALL.model_copy(update={"language": call}))
    assert letter.language == expected
    assert opened(letter)["Content-Language"] == expected


def test_one_more_language_is_one_more_file() -> None:
    danish = TEMPLATES["acknowledgement/en.txt"].replace("Your answers have arrived", "Dine svar er kommet frem")
    letter = letters(TEMPLATES | {"acknowledgement/da.txt": danish}).acknowledgement(facts(language="da"), RECEIVED["late"])
    assert letter is not None
    assert "søndag den 29. marts 2026" in text_of(letter)
    assert "Dine svar er kommet frem" in opened(letter)["Subject"]


def test_questions_of_another_language_are_marked_as_such() -> None:
    assert '<h3 lang="en"' in html_of(acknowledgement(language="fr"))
    assert "<h3 lang" not in html_of(acknowledgement(language="en"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_branch_of_every_template_renders(language: str) -> None:
    asked = facts(language=language)
    no_meeting = CALL.model_copy(update={"meetings": ()})
    branches: tuple[dict[str, Any], ...] = (
        {
            "further": True,
            "apology": True,
            "unplaced": "I can come on both days.",
            "attachments": (Attachment("a", "text/plain", 1),),
        },
        {"attachments": (Attachment("a", "text/plain", 1),) * 3, "intent": Intent.question, "authentication": "neutral"},
        {"answers": {}},
        {"answers": {q.id: "yes" for q in CALL.questions}},
        {"call": no_meeting},
        {"call": CALL.model_copy(update={"zone": "AoE"})},
        {"call": CALL.model_copy(update={"zone": "UTC"})},
    )
    for more in branches:
        text = text_of(acknowledgement(**({"language": language} | more)))
        assert not re.search(r"\{\{|\}\}|None|\bTrue\b|\( ?\)| ,|  \S*\n\n\n", text)
    assert set(in_words(asked, asked.reading.received_at, language, "", 120)) == NAMES["acknowledgement"]


def test_what_nobody_fills_is_found_before_the_first_letter() -> None:
    broken = {
        "acknowledgement/en.txt": "Subject: {{ referense }}\n\n{% if %}",
        "acknowledgement/xx.txt": "Subject: x\n\n{{ call.titel }}",
        "notice/en.txt": "Subject: {{ wath }}\n\nx",
    }
    with pytest.raises(Problems) as found:
        letters(broken)
    lines = [str(problem) for problem in found.value.problems]
    assert any(line.startswith("layout.html: is missing") for line in lines)
    assert any(line.startswith("acknowledgement/en.txt:3:") for line in lines)
    assert any(line.startswith("acknowledgement/xx.txt: names no language") for line in lines)
    assert any("`wath`" in line and "known are call, mend, subject, what, when" in line for line in lines)


def test_a_template_that_fails_sends_nothing_and_names_itself() -> None:
    wrong = TEMPLATES | {"acknowledgement/en.txt": "Subject: x\n\n{{ contact.fax }}"}
    with pytest.raises(UnsafeToSend, match=r"acknowledgement/en\.txt"):
        letters(wrong).acknowledgement(facts(), RECEIVED["late"])


def test_a_letter_without_a_subject_is_not_sent() -> None:
    wrong = TEMPLATES | {"acknowledgement/en.txt": "Dear candidate\n\nThank you.\n"}
    with pytest.raises(UnsafeToSend, match="without subject or body"):
        letters(wrong).acknowledgement(facts(), RECEIVED["late"])


def test_a_template_cannot_reach_anything_but_its_words() -> None:
    wrong = TEMPLATES | {"acknowledgement/en.txt": "Subject: x\n\n{{ contact.__class__.__mro__ }}"}
    with pytest.raises(UnsafeToSend):
        letters(wrong).acknowledgement(facts(), RECEIVED["late"])


def test_what_a_submitter_wrote_is_never_a_template() -> None:
    words = "{{ 7 * 7 }} {% for x %} %s {0.__class__} <script>x</script>"
    letter = acknowledgement(answers={"work": words})
    assert f"> {words}\n" in text_of(letter)
    assert html.escape(words) in html_of(letter)


# The two versions


@every
def test_html_and_text_say_the_same_words_in_the_same_order(language: str, authentication: str, on: str) -> None:
    letter = acknowledgement(
        language=language,
        authentication=authentication,
        received_at=RECEIVED[on],
        further=True,
        unplaced="I can come on both days.",
    )
    assert words_of_html(html_of(letter)) == words_of_text(text_of(letter))


def test_a_word_without_end_does_not_set_the_versions_apart() -> None:
    letter = acknowledgement(answers={"work": "x" * 3000 + " and more"})
    assert "".join(words_of_html(html_of(letter))) == "".join(words_of_text(text_of(letter)))
    assert max(len(line) for line in text_of(letter).splitlines()) <= 72


def test_an_answer_cannot_pass_for_our_own_words() -> None:
    hostile = "fine\n\nTo change an answer\n-------------------\n\n- Contact: Eve, eve@example.com\n1. Pay\r\u2028> x"
    lines = text_of(acknowledgement(answers={"work": hostile})).splitlines()
    assert lines.count("To change an answer") == 1
    assert [line for line in lines if "eve@example.com" in line or "Pay" in line] == [
        "> - Contact: Eve, eve@example.com",
        "> 1. Pay",
    ]
    page = html_of(acknowledgement(answers={"work": hostile}))
    assert page.count("<h2") == 2
    assert "mailto:eve" not in page


def test_control_and_bidi_characters_do_not_come_back() -> None:
    letter = acknowledgement(answers={"work": "a\x1b[31mb\u202ec\U000e0041d\x00e\ufefff\u200bg"})
    for words in (text_of(letter), html_of(letter)):
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069\ufeff\U000e0000-\U000e007f]", words)


# The page


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("authentication", ["aligned", "neutral"])
def test_the_page_has_what_screen_readers_and_clients_need(language: str, authentication: str) -> None:
    page = html_of(acknowledgement(language=language, authentication=authentication))
    assert f'<html lang="{language}" dir="ltr">' in page
    assert f'<div class="letter" lang="{language}" dir="ltr"' in page
    assert re.search(r"<title>[^<]+</title>", page)
    assert '<meta name="color-scheme" content="light dark">' in page
    assert ":root { color-scheme: light dark; }" in page
    assert [int(level) for level in re.findall(r"<h(\d)", page)] == [1, 2, *[3] * len(CALL.questions), 2]
    assert not re.search(r"<(img|script|form|table|iframe|link|object|video)\b|\bsrc=|url\(|https?://|@import", page)
    width, size = re.search(r"max-width:(\d+)px", page), re.search(r"font:(\d+)px", page)
    assert width is not None
    assert int(width[1]) + 2 * 20 <= 600
    assert size is not None
    assert size[1] == "16"


def test_the_only_link_is_the_contact_and_it_makes_sense_alone() -> None:
    assert re.findall(r"<a [^>]*>.*?</a>", html_of(acknowledgement())) == [
        '<a href="mailto:ada.berg@example.org">ada.berg@example.org</a>'
    ]


def test_light_and_dark_can_be_read_and_are_never_pure() -> None:
    page = html_of(acknowledgement())
    style, body = re.search(r"<style>(.*?)</style>", page, re.DOTALL), page.partition("</head>")[2]
    assert style is not None
    light = dict(re.findall(r"(?<![-\w])(background|color):\s*(#[0-9a-f]{6})", body))
    dark = dict(re.findall(r"(?<![-\w])(background|color):\s*(#[0-9a-f]{6})", style[1].partition(".letter a")[0]))
    link = re.findall(r"\.letter a \{ color: (#[0-9a-f]{6})", style[1])
    assert _contrast(light["background"], light["color"]) >= 4.5
    assert _contrast(light["background"], "#0000ee") >= 4.5  # the link colour of browsers
    assert _contrast(dark["background"], dark["color"]) >= 4.5
    assert _contrast(dark["background"], link[0]) >= 4.5
    assert not re.search(r"#(000000|ffffff|000|fff)\b", page)


# Facts


def test_the_answers_are_those_of_the_submission_as_it_now_stands() -> None:
    before = _submission(_revision(Authentication.aligned, {"work": "old", "costs": "the town"}))
    asked = facts(answers={}).reading
    now = replace(asked, answers=(_answer("work", "new"),), unanswered=(2, 3, 4))
    gathered = Facts.gather(CALL, now, Change(Became.revision, "x", counts=True), "R", before, now.received_at)
    assert gathered.answers == {"work": "new", "costs": "the town"}
    assert gathered.further
    assert not gathered.apology


def test_earlier_answers_of_an_unauthenticated_sender_are_not_shown_to_the_real_one() -> None:
    before = _submission(_revision(Authentication.neutral, {"costs": "forged"}))
    now = replace(facts().reading, answers=(_answer("work", "mine"),))
    gathered = Facts.gather(CALL, now, Change(Became.revision, "x", counts=True), "R", before, now.received_at)
    assert gathered.answers == {"work": "mine"}


def test_answers_that_nobody_vouched_for_are_told_apart_and_asked_for_again() -> None:
    before = _submission(_revision(Authentication.neutral, {"work": "forged?", "costs": "forged?"}))
    now = replace(facts(answers={}).reading, answers=(_answer("work", "mine"),))
    gathered = Facts.gather(CALL, now, Change(Became.revision, "x", counts=True), "R", before, now.received_at)
    assert gathered.set_aside == {"costs"}
    assert not gathered.includes_earlier
    text = text_of(acknowledgement(gathered)).replace("\n", " ")
    assert "An earlier email in your name answered question 3." in text
    assert "we found no answer to question" not in text
    assert "including your earlier emails" not in text
    assert "forged?" not in text


def test_a_change_that_came_too_late_shows_what_stands_and_nothing_of_itself() -> None:
    before = _submission(_revision(Authentication.aligned, {"work": "what I do"}))
    now = replace(facts(received_at=RECEIVED["late"]).reading, answers=(_answer("work", "something else"),))
    gathered = Facts.gather(CALL, now, Change(Became.kept_apart, LATE_CHANGE), "R", before, now.received_at)
    assert gathered.kept_apart
    text = text_of(acknowledgement(gathered)).replace("\n", " ")
    for said in (
        "In time: no, 2 days and 8 hours after the deadline.",
        "your earlier answers stand as they were.",
        "we keep your new email. The team decides whether it counts.",
        "> what I do",
        "— Nothing in your earlier emails —",
    ):
        assert said in text
    assert "something else" not in text


def test_what_stands_is_not_shown_when_nobody_vouched_for_it() -> None:
    before = _submission(_revision(Authentication.neutral, {"work": "forged?"}))
    now = replace(facts(received_at=RECEIVED["late"]).reading, answers=(_answer("work", "mine"),))
    gathered = Facts.gather(CALL, now, Change(Became.kept_apart, LATE_CHANGE), "R", before, now.received_at)
    text = text_of(acknowledgement(gathered)).replace("\n", " ")
    assert "forged?" not in text
    assert "We could not confirm that your earlier email really came from your address." in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_mail_without_numbers_is_never_told_that_nothing_was_found(language: str) -> None:
    text = text_of(acknowledgement(language=language, **CASES["prose"]))
    assert "—" not in text
    assert "> The town pays for most of it, and parents for the rest." in text
    assert ">" not in text_of(acknowledgement(language=language, **CASES["prose-neutral"]))


def test_thanks_are_no_other_words() -> None:
    assert "You also wrote" not in text_of(acknowledgement(unplaced="Thank you – Jana"))
    assert "You also wrote something besides the answers." in text_of(acknowledgement(unplaced="I can come on Tuesday."))


@pytest.mark.parametrize(("many", "it"), [(1, "it"), (2, "them")])
def test_answers_may_be_in_what_is_attached_when_there_are_none_above(many: int, it: str) -> None:
    attached = (Attachment("a.pdf", "application/pdf", 1),) * many
    hint = f"Your answers may be in {it}. A member of the team will open {it}."
    assert hint in text_of(acknowledgement(answers={}, attachments=attached)).replace("\n", " ")
    assert "may be in" not in text_of(acknowledgement(attachments=attached))


def test_questions_stand_whole_while_the_letter_is_small_and_then_in_whole_sentences() -> None:
    long = "Who pays for the meals? " + "And who pays for the kitchen, for what reason, and since when? " * 9
    one = tuple(q.model_copy(update={"text": long}) for q in CALL.questions[:1])
    short = acknowledgement(call=CALL.model_copy(update={"questions": one}), answers={"work": "x"})
    assert "1. " + long.strip() in text_of(short).replace("\n  ", "")
    many = tuple(q.model_copy(update={"text": long}) for q in CALL.questions)
    letter = acknowledgement(call=CALL.model_copy(update={"questions": many}))
    assert len(letter.raw) <= 8 * 1024
    (first,) = [line for line in unwrapped(text_of(letter)) if line.startswith("1. ")]
    assert first.endswith("since when?\N{NO-BREAK SPACE}…")


def test_what_came_late_is_shown_as_understood_even_where_it_does_not_count() -> None:
    reading = replace(facts(received_at=RECEIVED["late"]).reading, answers=(_answer("costs", "The town."),))
    before = replace(_revision(Authentication.aligned, {"work": "I cook."}), counts=False, why=LATE_HELD)
    earlier = _submission(replace(before, timeliness=Timeliness.late))
    change = Change(Became.revision, LATE_HELD, counts=False)
    held = Facts.gather(CALL, reading, change, "R", earlier, reading.received_at, late_policy=Late.hold)
    assert (held.answers, held.held, held.refused) == ({"work": "I cook.", "costs": "The town."}, True, False)
    assert "late answers are kept aside" in text_of(acknowledgement(held))


def test_files_that_no_program_can_read_are_told_and_logos_are_not() -> None:
    documents = tuple(Document("a", "photo", state, "x") for state in State)
    reading = replace(facts().reading, documents=documents)
    gathered = Facts.gather(CALL, reading, Change(Became.new, "x", counts=True), "R", None, reading.received_at)
    assert gathered.unreadable == len(State) - 2


def test_a_letter_that_waited_for_hours_says_sorry() -> None:
    reading = facts().reading
    soon, late = reading.received_at + timedelta(hours=6), reading.received_at + timedelta(hours=6, seconds=1)
    change = Change(Became.new, "x", counts=True)
    assert not Facts.gather(CALL, reading, change, "R", None, soon).apology
    assert Facts.gather(CALL, reading, change, "R", None, late).apology
    assert "We are sorry." in text_of(acknowledgement(Facts.gather(CALL, reading, change, "R", None, late)))


def test_lateness_is_told_in_the_zone_of_the_call_and_to_the_minute() -> None:
    call = CALL.model_copy(update={"deadline": Deadline(day=date(2026, 3, 29), grace=timedelta())})
    letter = acknowledgement(call=call, received_at=datetime(2026, 3, 29, 22, 1, 30, tzinfo=UTC))
    assert "In time: no, 1 minute after the deadline." in text_of(letter)
    assert "Monday, 30 March 2026 at 00:01, Brussels time (UTC+2)" in text_of(letter).replace("\n  ", " ")


def test_all_days_of_meetings_to_come_are_named_and_are_no_invitation() -> None:
    days = [date(2026, 3, 28), date(2026, 7, 2), date(2026, 7, 1)]
    call = CALL.model_copy(update={"meetings": tuple(Meeting(start=day) for day in days)})
    said = "- Meeting: Wednesday, 1 July 2026 and Thursday, 2 July 2026. This is not yet an invitation."
    assert said in text_of(acknowledgement(call=call)).replace("\n  ", " ")
    over = CALL.model_copy(update={"meetings": (Meeting(start=date(2026, 3, 28)),)})
    assert "Meeting" not in text_of(acknowledgement(call=over))


def test_a_meeting_of_several_days_and_many_meetings_are_told_in_short() -> None:
    week = Meeting(start=date(2026, 3, 28), end=date(2026, 7, 3))  # begun, and not over
    call = CALL.model_copy(update={"meetings": (week,)})
    assert "Saturday, 28 March 2026\N{NO-BREAK SPACE}– Friday, 3 July 2026" in text_of(acknowledgement(call=call))
    many = tuple(Meeting(start=date(2026, 7, day)) for day in range(1, 20))
    text = text_of(acknowledgement(call=CALL.model_copy(update={"meetings": many}))).replace("\n  ", " ")
    assert text.count("July 2026") == 4
    assert "and …." in text


def test_until_the_deadline_changes_are_offered_and_then_the_team_decides() -> None:
    assert "You can do so until Tuesday, 31 March 2026" in text_of(acknowledgement()).replace("\n", " ")
    late = text_of(acknowledgement(received_at=RECEIVED["late"])).replace("\n", " ")
    assert "You can do so" not in late
    assert "The team decides whether changes after the deadline count." in late


# The notice to those who run it


def test_a_notice_is_small_plain_and_the_same_for_the_same_occasion() -> None:
    first, again, other = (
        LETTERS.plain_notice("ops@example.org", what="Letter 7 failed.", mend="Look at it.", occasion=occasion, now=now)
        for occasion, now in (("7", RECEIVED["late"]), ("7", RECEIVED["grace"]), ("8", RECEIVED["late"]))
    )
    assert first.message_id == again.message_id != other.message_id
    message = opened(first)
    assert message.get_content_type() == "text/plain"
    assert message["Auto-Submitted"] == "auto-generated"
    assert "What to do: Look at it." in message.get_content()
    assert first.kind is LetterKind.notice


def test_no_notice_goes_to_an_address_that_is_none() -> None:
    with pytest.raises(UnsafeToSend, match="no-address"):
        LETTERS.plain_notice("ops", what="x", mend="", occasion="x", now=RECEIVED["late"])


def _contrast(one: str, other: str) -> float:
    """WCAG 2.2, relative luminance."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _answer(question_id: str, text: str) -> Answer:
    return answer(CALL, question_id, text)


def _revision(authentication: Authentication, answers: dict[str, str]) -> Revision:
    return Revision(
        version=1,
        mail_id=1,
        message_id=None,
        received_at=RECEIVED["on_time"] - timedelta(days=3),
        timeliness=Timeliness.on_time,
        authentication=authentication,
        intent=Intent.answer,
        counts=True,
        why="x",
        answers=tuple(_answer(question, text) for question, text in answers.items()),
        unplaced="",
    )


def _submission(*revisions: Revision) -> Submission:
    return Submission("R", CALL.slug, "jana@example.net", "Jana N.", revisions)


def test_the_identifier_is_that_of_this_mail_and_call() -> None:
    assert acknowledgement().message_id == acknowledgement(language="fr").message_id
    assert acknowledgement().message_id != acknowledgement(sha256="00" * 32).message_id
    assert OWN.domain in acknowledgement().message_id
