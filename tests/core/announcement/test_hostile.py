"""Noise: whatever stands in a file, something is drafted or said, and nothing takes long."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.core.announcement.announced import NotDrafted, announced
from mailbot.core.announcement.draft import Draft, draft
from mailbot.core.announcement.drafted import drafted
from mailbot.core.announcement.opening import page_of_text

PIECES = (
    *(
        "please answer the following questions:\n",
        "1. ",
        "a) ",
        "• ",
        "Who? ",
        "\n\n",
        "\n",
        "\t",
        "| ",
        "Ada Probe ",
        "ada(at)x.org ",
    ),
    *(
        "by 4 May 2026 ",
        "10:00-12:30 CET ",
        "Contact: ",
        "send ",
        "form ",
        "https://x.example.org ",
        ", ",
        ". ",
        "? ",
        "-\n",
        "limited ",
    ),
    *(
        "<li>",
        "<td>",
        "<p>",
        "</table>",
        "<a href='mailto:a@b.org'>",
        "tell us who you are, ",
        "word ",
        "A ",
        "x" * 50,
        "é",
        "\u202e",
    ),
)


def _noise(seed: int, length: int) -> str:
    of = random.Random(seed)
    text = ""
    while len(text) < length:
        text += "".join(of.choices(PIECES, k=200))
    return text


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("begin", ["", "<html><body>"])
def test_noise_is_drafted_without_an_exception(seed: int, begin: str) -> None:
    its = announced((begin + _noise(seed, 20_000)).encode(), "noise.txt")
    assert isinstance(its, Draft | NotDrafted)
    if isinstance(its, Draft):
        assert drafted(its, "noise.txt").startswith("# Drafted from noise.txt")


@given(st.binary(max_size=2000))
def test_any_octets_are_drafted_or_refused(content: bytes) -> None:
    assert isinstance(announced(content, "file.eml"), Draft | NotDrafted)


@given(st.text(max_size=1500))
def test_any_text_is_drafted(text: str) -> None:
    assert drafted(draft(page_of_text(text)), "any.txt")


def test_what_is_too_long_is_read_in_part_and_says_so() -> None:
    text = drafted(draft(page_of_text("Call for participants: soil\n\n" + "We dig. " * 20_000)), "any.txt")
    assert "# please check: the announcement is longer than what was read of it" in text


@pytest.mark.parametrize(
    "piece",
    [
        "a ",
        "A ",
        "A.",
        "1. x\n",
        "? ",
        "- a\n",
        "\t",
        "<a",
        "(at)",
        "a@",
        "by 4 May ",
        "\n",
        "A-\n",
        "|a|\n",
        ": ",
        "tell us who, ",
    ],
)
def test_one_thing_a_hundred_thousand_times_is_drafted(piece: str) -> None:
    assert drafted(draft(page_of_text(piece * 100_000)), "any.txt")
