"""Three parts of real mails: our own corpus in the formats of many clients, and the public ones where they are at hand."""

import hashlib
import json
import re
import unicodedata
from collections import Counter
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.core.align import align
from mailbot.core.call import Call
from mailbot.core.message import Message, parse
from mailbot.core.reply import split

OWN = Path(__file__).parents[1] / "corpus"
PUBLIC = Path(__file__).parents[3] / "shared" / "corpora" / "replies"
OWN_CASES = sorted(folder.name for folder in OWN.iterdir() if (folder / "reply.txt").is_file())

CALL = Call.model_validate(
    {
        "slug": "ran-rehabilitation-2023",
        "title": "The time aspect of rehabilitation",
        "zone": "Europe/Brussels",
        "questions": [
            {
                "id": "experience",
                "text": "What is your experience with the rehabilitation of radicalised individuals as a practitioner?",
            },
            {"id": "time", "text": "What role does time play in your work as practitioner working on rehabilitation?"},
            {"id": "challenges", "text": "What are challenges you encounter related to time?"},
        ],
        "deadline": {"day": "2023-03-13"},
        "contacts": [{"name": "Alexandra Korn", "address": "korn@example.org"}],
        "addresses": ["rehabilitation-2023@calls.example.org"],
    }
)


def _message(raw: bytes) -> Message:
    message = parse(raw)
    assert isinstance(message, Message)
    return message


def _lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.split("\n") if line.strip()]


def test_the_corpus_is_complete() -> None:
    assert len(OWN_CASES) >= 12
    for name in OWN_CASES:
        files = {path.name for path in (OWN / name).iterdir()}
        assert {"message.eml", "reply.txt", "rest.txt", "readme.txt"} <= files


@pytest.mark.parametrize("name", OWN_CASES)
def test_own_words_and_the_rest_are_told_apart(name: str) -> None:
    message = _message((OWN / name / "message.eml").read_bytes())
    parts = split(message.text, [question.text for question in CALL.questions], message.first("from").partition("<")[0])
    assert _lines(parts.reply) == _lines((OWN / name / "reply.txt").read_text(encoding="utf-8"))
    assert sorted(_lines(f"{parts.quoted}\n{parts.signature}")) == sorted(
        _lines((OWN / name / "rest.txt").read_text(encoding="utf-8"))
    )


@pytest.mark.parametrize("name", OWN_CASES)
def test_the_answers_stand_where_the_readme_says(name: str) -> None:
    message = _message((OWN / name / "message.eml").read_bytes())
    parts = split(message.text, [question.text for question in CALL.questions], message.first("from").partition("<")[0])
    readme = (OWN / name / "readme.txt").read_text(encoding="utf-8").splitlines()
    expected = [tuple(line.split()) for line in readme if re.fullmatch(r"\d+ [a-z]+", line)]
    assert [(str(answer.question), answer.how.value) for answer in align(parts, CALL).answers] == expected


HEAD = (
    b"From: Candidate <candidate@example.org>\nSubject: Re: Call\nMIME-Version: 1.0\nContent-Type: text/%s; charset=utf-8\n\n"
)


def _public() -> list[dict[str, str]]:
    if not PUBLIC.is_dir():
        pytest.skip("the public corpora of replies are not beside the checkout")
    cases = [json.loads(line) for line in (PUBLIC / "index.jsonl").read_text(encoding="utf-8").splitlines()]
    return [case for case in cases if case["task"] == "reply"]


def _reads(case: dict[str, str]) -> Message:
    raw = (PUBLIC / case["input"]).read_bytes()
    if case["kind"] != "eml":
        raw = HEAD % (b"html" if case["kind"] == "html" else b"plain") + raw
    return _message(raw)


def _words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", unicodedata.normalize("NFKC", text).casefold()))


def _likeness(got: str, want: str) -> float:
    g, w = _words(got), _words(want)
    return 2 * sum((g & w).values()) / max(1, sum(g.values()) + sum(w.values())) if g or w else 1.0


def test_no_line_of_the_public_corpora_is_lost() -> None:
    for case in _public():
        text = _reads(case).text
        parts = split(text)
        assert "\n".join(line.text for line in parts.lines) == text
        together = Counter(_lines(f"{parts.reply}\n{parts.quoted}\n{parts.signature}"))
        assert together == Counter(_lines(text)), case["id"]


@pytest.mark.parametrize("held", [False, True], ids=["seen", "held back"])
def test_replies_of_the_public_corpora_are_found(held: bool) -> None:
    likeness = [
        _likeness(split(_reads(case).text).reply, (PUBLIC / case["expected"]).read_text(encoding="utf-8", errors="replace"))
        for case in _public()
        if not (case.get("disputed") or case.get("gold_keeps_quote"))
        and (int(hashlib.sha256(case["id"].encode()).hexdigest(), 16) % 3 == 0) is held
    ]
    assert sum(likeness) / len(likeness) > 0.93


_PIECES = [
    *[
        "<p>",
        "</p>",
        "<s>",
        "</s>",
        "<b>",
        "<td>",
        "<tr>",
        "<table>",
        "</table>",
        "<font color=red>",
        "</font>",
        "<br>",
        "<li>",
    ],
    *[
        "<blockquote>",
        "</blockquote>",
        "&gt; ",
        "&nbsp;",
        "&#8206;",
        "&#8232;",
        "\n",
        "Yes. ",
        "Kind regards",
        "-- <br>",
        "1. ",
    ],
    *["On 6 March 2023 at 09:00, A &lt;a@b.example&gt; wrote:", *(question.text for question in CALL.questions)],
]


@given(st.lists(st.sampled_from(_PIECES), max_size=40), st.booleans())
def test_the_three_parts_of_any_html_mail_add_up(pieces: list[str], plain_too: bool) -> None:
    mail = EmailMessage()
    mail["From"] = "candidate@example.org"
    html = "".join(pieces)
    if plain_too:
        mail.set_content(re.sub(r"<[^>]*>", "\n", html))
        mail.add_alternative(html, subtype="html")
    else:
        mail.set_content(html, subtype="html")
    message = _message(mail.as_bytes())
    parts = split(message.text, [question.text for question in CALL.questions], "Jana", message.looks)
    assert "\n".join(line.text for line in parts.lines) == message.text
    together = Counter(_lines(f"{parts.reply}\n{parts.quoted}\n{parts.signature}"))
    assert together == Counter(_lines(message.text))
    assert all(0 <= look.start < look.end <= len(line.text) for line in parts.lines for look in line.looks)
