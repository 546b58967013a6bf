"""Reading dates takes time linear in the text, and never raises, whatever the text is."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.core.announcement.dates import dates
from mailbot.core.announcement.page import Page, PageLine
from mailbot.core.announcement.times import times
from tests.effort import effort

_MEGABYTE = 1_000_000
_NOISE = {
    "numbers": "1 ",
    "dashes": "1 - ",
    "dates": "14 March 2025 ",
    "ranges": "4 May - ",
    "hours": "10:00 - ",
    "digits": "1",
    "dots": "1.",
    "slashes": "1/",
    "months": "May ",
    "lists": "1, 2 and ",
    "words": "the ",
    "cells": "4 May\t",
    "deadlines": "by 4 May 2025 send your answers. ",
    "lengths": "two weeks after ",
}


@pytest.mark.parametrize("noise", _NOISE.values(), ids=_NOISE)
def test_a_megabyte_of_noise_takes_less_than_a_second(noise: str) -> None:
    text = noise * (_MEGABYTE // len(noise))
    lines = tuple(PageLine(n, text[n * 100 : n * 100 + 100], block=n) for n in range(len(text) // 100))
    for page in (Page((PageLine(1, text),), "en"), Page(lines, "en")):
        tries = []
        for _ in range(3):
            with effort() as told:
                times(page)
            tries.append(told.seconds)
            if told.seconds < 1:
                break
        assert min(tries) < 1


@given(st.text(max_size=200), st.sampled_from(["en", "de", "hu", "xx"]))
def test_any_text_is_read_and_each_find_has_its_place_in_it(text: str, language: str) -> None:
    for when in dates(text, language):
        assert 0 <= when.start < when.end <= len(text)


_PIECES = """
    by 14 March 2025 on 4-5 April 31. 02.2024 10:00 to 25:00 CET 99 12.30 two weeks after publication Friday / - , ; ( ) & and
    until extended from 29 February 00:00 24:00 midnight 1.1. 03/04/2025 2025-13-40 13 pm 0 the workshop takes place within 3
    days before 29.02. 2100 year 24 Uhr
"""


def test_any_mix_of_the_pieces_of_dates_gives_times() -> None:
    chance, pieces = random.Random(4), _PIECES.split()
    for _ in range(300):
        text = " ".join(chance.choice(pieces) for _ in range(40))
        times(Page((PageLine(1, text),), chance.choice(["en", "de", "fr"])))
