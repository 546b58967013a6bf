"""The letter of a digest: text and HTML say the same, nothing in it comes from outside, and names are nobody's links."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from string import Formatter

import pytest

from mailbot.core.call import Deadline, Question
from mailbot.core.choosing import DigestPolicy
from mailbot.core.digest import blocks
from mailbot.core.digest.blocks import Cell, Column, Table, columns_of, to_text
from mailbot.core.digest.build import build
from mailbot.core.digest.letter import Frame, Parts, digest_parts
from mailbot.core.digest.pictures import pictured
from mailbot.core.digest.shapes import Snapshot, Week
from mailbot.core.digest.words import Say
from mailbot.core.orders import Verb, Which, parse
from mailbot.core.phrases.digesting import COMMANDS, REASONS, WORDS
from tests.core.digests import NOW, SCORED, TEMPLATES, WAITING, call, composition, decided, entries, snapshot
from tests.core.looks import words_of_html

FRAME = Frame(
    "mbt-" + "a2" * 13, date(2026, 4, 29), "school-meals.xlsx", "https://calls.example.org/school-meals", "The meals team"
)


def letter(of: Snapshot, language: str = "en", frame: Frame = FRAME) -> Parts:
    told = build(of, composition(of.entries), always=True)
    assert told is not None
    return digest_parts(told, language, TEMPLATES, frame)


def after() -> Snapshot:
    """On the morning after the deadline, with decisions."""
    of = snapshot(300, call(selection=SCORED), datetime(2026, 4, 1, 6, 30, tzinfo=UTC), NOW, waiting=WAITING, scored=120)
    return replace(of, decisions=decided(of.entries))


def words_of(text: str) -> list[str]:
    """Without the marks that text or HTML adds, such as the brackets around a note."""
    return re.findall(r"[^\W_]+", text)


def test_text_and_html_say_the_same_words_in_the_same_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocks, "WIDTH", 10_000)  # a row that is broken over lines says its cells line by line
    closed = snapshot(300, call(digest=DigestPolicy(answers=False)), waiting=WAITING)
    for of in (snapshot(300, waiting=WAITING), after(), closed, snapshot(0), snapshot(3_000, since=None)):
        for language in WORDS:
            _, text, page, _ = letter(of, language)
            assert words_of(text) == words_of(" ".join(words_of_html(page))), language


def test_the_text_stands_alone_in_seventy_two_columns() -> None:
    for language in WORDS:
        subject, text, _, _ = letter(after(), language)
        assert subject.startswith("school-meals: ")
        assert "\n" not in subject
        assert max(map(columns_of, text.splitlines())) <= 72, language
        assert FRAME.code in text


def test_the_html_is_as_letters_are_and_loads_nothing() -> None:
    for language in ("en", "fr", "de", "it"):
        _, _, page, pictures = letter(after(), language)
        shown = language if language in WORDS else "en"
        assert f'<html lang="{shown}" dir="ltr">' in page
        assert f'<div class="letter" lang="{shown}" dir="ltr" role="article"' in page
        assert '<meta name="color-scheme" content="light dark">' in page
        assert re.search(r"<title>school-meals: [^<]+</title>", page)
        sources = re.findall(r'(?:src|background)="([^"]*)"|url\(([^)]*)\)', page)
        assert [source for source, _ in sources] == [f"cid:{picture.cid}" for picture in pictures]
        assert re.findall(r'href="([^"]*)"', page) == [FRAME.page]
        assert all(re.search(r'alt="[^"]{10,}"', image) for image in re.findall(r"<img[^>]*>", page))
        assert all("role=" in table or "aria-label=" in table for table in re.findall(r"<table[^>]*>", page))
        assert ('<h2 lang="en"' in page) == (shown != "en")  # what the call itself says is in its own language
        assert not re.search(r"<(?:script|form|iframe|link)\b", page)
        assert len(page.encode()) < 100_000
        assert len({picture.cid for picture in pictures}) == len({picture.name for picture in pictures}) == 4


def test_where_mail_is_to_hold_counts_no_name_and_no_address_stands_in_it() -> None:
    subject, text, page, pictures = letter(snapshot(300, call(digest=DigestPolicy(answers=False)), waiting=WAITING))
    whole = "".join((subject, text, page, *(picture.svg for picture in pictures)))
    for entry in entries(300, call()):
        assert entry.address not in whole
        assert not entry.name or entry.name not in whole or entry.name == "Ada Berg"
    assert "An answer." not in whole
    assert re.search(r"(?m)^300 ", text)


def test_a_name_is_neither_markup_nor_link_nor_line_of_ours() -> None:
    names = (
        "<img src=x onerror=alert(1)>",
        "see www.example.net/a",
        "A\r\n\r\nDeadline: tomorrow",
        "https://example.net",
        "{{ call }}",
    )
    hostile = tuple(
        replace(entry, name=name)
        for entry, name in zip(entries(len(names), call()), (*names[:-1], names[-1] + "x" * 9_000), strict=True)
    )
    _, text, page, _ = letter(Snapshot(call(), NOW, None, hostile))
    assert "<img src=x" not in page
    assert not re.search(r"www\.example\.net|https?://example\.net|\w@example", text + page)
    assert "\nDeadline: tomorrow" not in text
    assert "x" * 61 not in text
    assert "call }}" in text


def test_a_question_of_the_call_breaks_no_picture() -> None:
    questions = tuple(Question(id=f"q{n}", text=f"<&\"'> {'very ' * 400}long?\n中文 {n}") for n in range(60))
    _, text, page, pictures = letter(snapshot(40, call(questions=questions, groups=())))
    assert all("<&" not in picture.svg.replace("&lt;&amp;", "") for picture in pictures)
    assert max(len(picture.svg) for picture in pictures) < 40_000
    assert "60. " in text
    assert len(page.encode()) < 100_000


def test_every_language_has_the_same_words_with_the_same_gaps() -> None:
    english = WORDS["en"]

    def gaps(words: str | tuple[str, str]) -> set[str]:
        forms = (words,) if isinstance(words, str) else words
        return {name for form in forms for _, name, _, _ in Formatter().parse(form) if name}

    for language, words in WORDS.items():
        assert list(words) == list(english), language
        assert {key: gaps(said) for key, said in words.items()} == {key: gaps(said) for key, said in english.items()}, language
    assert all(len(told) == len(WORDS) for told in REASONS.values())


def test_what_the_letter_proposes_is_understood_when_it_is_written() -> None:
    assert set(COMMANDS) == set(WORDS)
    for language, lines in COMMANDS.items():
        read = parse("\n".join(lines).format(some="3, 7, 12", next=4, one=9), NOW.date())
        assert read.unclear == (), language
        assert [(order.verb, order.numbers, order.which) for order in read.orders] == [
            (Verb.invite, (3, 7, 12), None),
            (Verb.reserve, (4,), None),
            (Verb.decline, (), Which.rest),
            (Verb.show, (9,), None),
            (Verb.remind, (), Which.incomplete),
        ], language


def test_light_and_dark_can_be_read() -> None:
    page = letter(after())[2]
    style = page.partition("@media (prefers-color-scheme: dark)")[2].partition("</style>")[0]
    dark = re.findall(r"(?<![-\w])color: (#[0-9a-f]{6})", style)
    light = set(re.findall(r"(?<![-\w])color:(#[0-9a-f]{6})", page.partition("<body")[2]))
    assert min(contrast("#1d2025", colour) for colour in dark) >= 4.5
    assert min(contrast("#fafaf8", colour) for colour in light) >= 4.5
    assert {"#000000", "#ffffff"}.isdisjoint({*light, *dark})


def test_a_table_keeps_its_columns_whatever_the_letters() -> None:
    rows = tuple((Cell(str(n)), Cell(name), Cell("x")) for n, name in ((7, "Ada"), (12_345, "李 小龍"), (1, "e\u0301te")))
    text = to_text((Table("", (Column("No.", number=True), Column("Name"), Column("Came", short=True)), rows),))
    assert text.splitlines()[2:] == ["    7  Ada      x", "12345  李 小龍  x", "    1  e\u0301te      x"]


def test_days_stand_in_the_calendar_as_long_as_their_numbers_have_room() -> None:
    told = build(snapshot(20), always=True)
    assert told is not None
    for most, columns, small in ((999, 9, False), (9_999, 9, True), (10_000, 2, False)):
        weeks = (Week(date(2026, 3, 23), (most, None, 0, 1, 2, 3, 4)),)
        pieces = pictured(replace(told, arrivals=replace(told.arrivals, weeks=weeks, earlier=7)), Say("en", told.call))
        table = next(piece for piece in pieces if isinstance(piece, Table))
        assert (len(table.columns), table.small) == (columns, small)
        assert [row[-1].text for row in table.rows] == ["7", f"{most + 10:,}"]


@pytest.mark.parametrize(("deadline", "said"), [(date(2026, 3, 26), "1 day and"), (date(2026, 3, 24), "over for")])
def test_it_says_how_the_call_stands_against_time(deadline: date, said: str) -> None:
    text = letter(snapshot(20, call(deadline=Deadline(day=deadline)), since=NOW - timedelta(days=1)))[1]
    assert said in " ".join(text.split())


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    """WCAG 2.2, relative luminance."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
