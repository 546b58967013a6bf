"""Charts as pictures: their words are there, and they are small."""

import re
import struct
from pathlib import Path

import pytest

from mailbot.core.digest import charts
from mailbot.core.digest.build import build
from mailbot.core.digest.letter import digest_parts
from mailbot.errors import MailbotError
from mailbot.papers.charts import PIXELS, png
from mailbot.resources import chart_font
from tests.core.digests import TEMPLATES, WAITING, composition, snapshot


def size(picture: bytes) -> tuple[int, int]:
    """Width and height (PNG, IHDR)."""
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", picture[16:24])
    return width, height


@pytest.mark.parametrize("words", ["Germany", "Ελλάδα", "Україна", "Čeština Łódź Şırnak", "12 345 €"])
def test_words_are_drawn_in_every_script_of_the_letters(words: str) -> None:
    chart = charts.rows([charts.Row(words, 3, "3"), charts.Row("x", 1, "1")])
    assert words in chart
    without = chart.replace(f">{words}<", "><")
    assert without != chart
    assert png(chart, chart_font()) != png(without, chart_font())


def test_words_that_the_font_has_not_give_way_to_a_number() -> None:
    chart = charts.rows([charts.Row("日本", 3, "3"), charts.Row("France", 1, "1")])
    assert re.findall(r">([^<>]+)</text>", chart) == ["(1)", "3", "France", "1"]


def test_without_its_font_there_is_no_picture(tmp_path: Path) -> None:
    with pytest.raises(MailbotError, match="font of the charts is missing"):
        png(charts.rows([charts.Row("x", 1, "1")]), tmp_path / "none.ttf")


def test_the_pictures_of_a_digest_are_small_and_sharp() -> None:
    of = snapshot(300, waiting=WAITING)
    told = build(of, composition(of.entries))
    assert told is not None
    pictures = [png(picture.svg, chart_font()) for picture in digest_parts(told, "en", TEMPLATES)[3]]
    assert {size(picture)[0] for picture in pictures} == {PIXELS}
    assert sum(map(len, pictures)) < 200_000
    assert max(map(len, pictures)) < 50_000


def test_bars_are_as_long_as_their_numbers() -> None:
    chart = charts.rows([charts.Row("a", 40, "40"), charts.Row("b", 10, "10"), charts.Row("c", 0, "0")])
    long, short, none = (float(width) for width in re.findall(r'width="([0-9.]+)" height="16.0"', chart))
    assert long == pytest.approx(4 * short, abs=0.5)
    assert none == 0


def test_nothing_to_count_is_a_chart_too() -> None:
    for chart in (charts.rows([]), charts.columns([], [], ()), charts.columns([charts.Column("a", 0)], [], ())):
        assert size(png(chart, chart_font()))[0] == PIXELS
