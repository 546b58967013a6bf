"""What we sent is not what a candidate says, and what a candidate says in our words is."""

import re

import pytest

from mailbot.core.known import Sent, Wording, wording
from mailbot.core.message import Message, parse
from mailbot.core.reply import split
from tests.core.letters import CALL, LETTERS, RECEIVED, TEMPLATES, facts

QUESTIONS = tuple(question.text for question in CALL.questions)
BACKGROUND = (
    "Warm meals are served in every second school of the region. Whether a kitchen stands in the house or far away\n"
    "decides about taste and costs.\n"
    "\n"
    "Key questions of the meeting:\n"
    "- How do you deal with allergies in small kitchens?\n"
    "- What do the parents say?"
)
ANNOUNCED = Sent((BACKGROUND, "cooks, teachers and parents who know school kitchens"), Wording())
SENT = Sent((BACKGROUND,), wording(TEMPLATES))


def _reply(text: str, sent: Sent = SENT) -> str:
    return split(text, QUESTIONS, sent=sent).reply.strip()


def test_the_announcement_is_quoted_even_when_no_program_marked_it() -> None:
    assert _reply(f"I am a cook.\n\n{BACKGROUND}", ANNOUNCED) == "I am a cook."


def test_the_announcement_is_recognised_when_wrapped_anew() -> None:
    text = "I am a cook.\n\n" + BACKGROUND.replace("\n", " ").replace("region. ", "region.\n").replace("taste ", "taste\n")
    assert _reply(text, ANNOUNCED) == "I am a cook."


@pytest.mark.parametrize(
    "own",
    [
        "I am one of the cooks, teachers and parents\nwho know school kitchens from within.",
        "Whether a kitchen stands in the house or far away\nmakes no difference to us.",
        "What do the parents say? That it is cold.",
        "The questions that I have are many.",
        "Nothing found its way into the kitchen.",
    ],
)
def test_own_words_that_sound_like_ours_are_kept(own: str) -> None:
    assert _reply(f"{own}\n\nThere is more to say.") == f"{own}\n\nThere is more to say."


def _letter(language: str) -> str:
    letter = LETTERS.acknowledgement(facts(language=language), RECEIVED["on_time"])
    assert letter is not None
    message = parse(letter.raw)
    assert isinstance(message, Message)
    return message.text


_REMARK = re.compile(r"^— (?:Nothing found|Nichts gefunden|Aucune réponse trouvée) —$", re.MULTILINE)


@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_an_answer_typed_into_our_letter_below_the_remark_that_none_was_found_is_the_only_thing_said(language: str) -> None:
    letter = _letter(language)
    (remark,) = _REMARK.findall(letter)
    filled = letter.replace(remark, f"{remark}\n\nThe town pays, and the parents a little.")
    headers = "From: Calls <calls@example.org>\nSent: Monday, 30 March 2026 09:00\nTo: Ada\nSubject: Reference"
    assert _reply(f"{headers}\n\n{filled}") == "The town pays, and the parents a little."


@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_the_remark_in_our_letter_is_no_answer_when_other_questions_are_answered_there(language: str) -> None:
    letter = _letter(language)
    answered = letter.replace(f"2. {QUESTIONS[1][:30]}", f"We begin at five.\n\n2. {QUESTIONS[1][:30]}")
    assert answered != letter
    headers = "From: Calls <calls@example.org>\nSent: Monday, 30 March 2026 09:00\nTo: Ada\nSubject: Reference"
    assert _reply(f"See below.\n\n{headers}\n\n{answered}") == "See below.\n\nWe begin at five."


def test_every_line_of_a_letter_that_is_the_same_for_all_is_known() -> None:
    known = wording(TEMPLATES)
    assert "— Nothing found —" in known.remarks
    assert "We found an answer." in known.remarks
    assert "Keep it as your record." in " ".join(known.lines)
    assert not {"recommendation", "declined", "late", "grace"} & set(known.lines), "what templates compare is no wording"
    assert not any("{" in line or "}" in line for line in (*known.remarks, *known.lines))
