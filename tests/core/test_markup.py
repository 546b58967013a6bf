"""HTML bodies as the lines a person would read."""

from email.message import EmailMessage
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.core import css, markup
from mailbot.core.look import Cell, Look, said
from mailbot.core.message import Message, parse
from mailbot.core.page import Shown
from tests.core.counted import calls_of
from tests.effort import effort


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("<p>one</p><p>two</p>", "one\n\ntwo"),
        ("<div>a<br>b</div><div><br></div><div>c</div>", "a\nb\n\nc"),
        ("<p class=MsoNormal>Dear</p><p class=MsoNormal>&nbsp;</p><p class=MsoNormal>1. x</p>", "Dear\n\n1. x"),
        ("<ol><li>one<li>two<ul><li>sub</ul></ol><ol start=5><li>five</ol>", "1. one\n2. two\n  - sub\n5. five"),
        ("<table><tr><td><p>Q1</p></td><td><p>A1</p></td></tr><tr><td>Q2</td><td>A2</td></table>end", "Q1\tA1\nQ2\tA2\nend"),
        ("You:<blockquote>q1<br>q2<blockquote>deep</blockquote></blockquote>mine", "You:\n> q1\n> q2\n> > deep\nmine"),
        ("a<div style='DISPLAY : none'>no</div><span hidden>no</span><style>p{}</style><script>1</script><!-- no -->b", "ab"),
        ("<pre>a  b\n c</pre>d", "a  b\n c\nd"),
        ("<html><head><title>no</title></head><body> b &lt; c &amp; d </body>", "b < c & d"),
        ("a<hr>b", "a\n________________________________\nb"),
    ],
)
def test_both_readers_give_the_lines_a_person_sees(source: str, lines: str) -> None:
    assert markup.to_text(source) == lines
    assert _without_tree(source).text == lines


def _without_tree(source: str) -> Shown:
    return markup.shown(source, plain=True)


@pytest.mark.parametrize(
    ("source", "looks"),
    [
        ("<p>1. Who? <span style='COLOR:Red'>A nurse.</span></p>", {0: (Look(8, 16, colour="#ff0000"),)}),
        ("Who?<br><font color=#06c>A nurse.</font>", {1: (Look(0, 8, colour="#0066cc"),)}),
        (
            "Who?<div style='color: rgb(255, 0, 0);'>A<b>B</b></div>",
            {1: (Look(0, 1, "#ff0000"), Look(1, 2, "#ff0000", bold=True))},
        ),
        ("a <span style='background:yellow;mso-highlight:yellow'>b</span>", {0: (Look(2, 3, highlight="#ffff00"),)}),
        ("<p style='background:white'>a</p><mark>b</mark>", {1: (Look(0, 1, highlight="#ffff00"),)}),
        ("yes <s>no</s><span style='text-decoration:line-through'> never</span>", {0: (Look(4, 12, struck=True),)}),
        ("<b>a</b> <span style='font-weight:700'>b</span>", {0: (Look(0, 1, bold=True), Look(2, 3, bold=True))}),
        ("<b>a<span style='font-weight:normal'>b</span></b> <i>c</i>", {0: (Look(0, 1, bold=True), Look(3, 4, italic=True))}),
        ("<blockquote>a <b>b</b></blockquote>", {0: (Look(4, 5, bold=True),)}),
        ("<ol><li><b>a</b></ol>", {0: (Look(3, 4, bold=True),)}),
        ("<span style='color:red'>a</span>\u200e<span style='color:red'>b</span>c", {0: (Look(0, 2, colour="#ff0000"),)}),
    ],
    ids=["red", "font", "inherited", "highlight", "mark", "struck", "bold", "not bold", "quoted", "item", "invisible mark"],
)
def test_what_stands_out_is_kept_beside_the_line(source: str, looks: dict[int, tuple[Look, ...]]) -> None:
    assert markup.shown(source).looks == looks
    assert _without_tree(source).looks == looks


@pytest.mark.parametrize(
    "source",
    [
        "<div style='color:#1F497D'>Everything in the blue of a program.<p>And this</p></div>",
        "<span style='color:#222222'>dark</span> <span style='color:windowtext'>and darker</span>",
        "see <a href='https://a.example' style='color:blue'><span style='color:#0563C1'>our page</span></a>",
        "<table><tr><td>A frame</td></tr><tr><td>around a whole mail</td></tr></table>",
        "<span style='background:transparent;color:inherit'>a</span>",
    ],
    ids=["one colour", "almost black", "links", "layout", "no colour"],
)
def test_what_is_usual_is_no_look(source: str) -> None:
    assert markup.shown(source).looks == {}


def test_a_mail_that_is_blue_throughout_still_has_answers_in_red() -> None:
    source = "<font color=blue>Dear all,<br>1. Who?<br><font color=red>A nurse, for twenty years now.</font></font>"
    assert markup.shown(source).looks == {2: (Look(0, 30, colour="#ff0000"),)}


def test_cells_say_in_which_row_and_column_words_stand() -> None:
    source = (
        "<table><tr><th>Question<th>Answer<tr><td>1<td><p>A nurse.</p><p>A father.</p></table>"
        "<table><tr><td colspan=2>x<td>y</table>"
    )
    shown = markup.shown(source)
    cells = [[(shown.text.split("\n")[i][x.start : x.end], x.cell) for x in found] for i, found in shown.looks.items()]
    assert cells == [
        [("Question", Cell(0, 0, 0)), ("Answer", Cell(0, 0, 1))],
        [("1", Cell(0, 1, 0)), ("A nurse.", Cell(0, 1, 1))],
        [("A father.", Cell(0, 1, 1))],
        [("x", Cell(1, 0, 0)), ("y", Cell(1, 0, 2))],
    ]


@pytest.mark.parametrize(
    "hidden",
    [
        "<div style='display:none'>x</div>",
        "<div style='max-height:0;overflow:hidden'>x</div>",
        "<span style='font-size:0px'>x</span>",
        "<span style='visibility:hidden'>x</span>",
        "<span style='opacity:0'>x</span>",
        "<span style='color:transparent'>x</span>",
        "<p hidden>x</p>",
    ],
)
def test_what_the_sender_could_not_see_is_not_read(hidden: str) -> None:
    assert markup.to_text(f"a{hidden}b").split() in (["ab"], ["a", "b"])


@pytest.mark.parametrize(
    "hidden",
    [
        "<div style='background:#fff'>a<span style='color:white'>x</span></div>",
        "<table bgcolor=#ffffff><tr><td>a <font color=#FEFEFE>x</font></td></tr></table>",
        "<div style='background-color:rgb(255,255,255)'>a<p style='font-weight:bold'><i style='color:#fff'>x</i></p></div>",
        "a<span style='background:black;color:#000001'>x</span>",
        "a<span style='font-size:1px'>x</span>",
        "a<span style='font-size:.5pt'>x</span>",
        "a<div style='position:absolute;left:-9999px'>x</div>",
        "a<div style='position: fixed; top: -200em'>x</div>",
        "a<p style='text-indent:-9999px'>x</p>",
        "a<div style='position:absolute;clip:rect(0 0 0 0)'>x</div>",
        "a<div style='clip-path: inset(100%)'>x</div>",
        "a<div style='opacity:0'><b style='opacity:1'>x</b></div>",
        "a<div style='max-height:0px;overflow:hidden'>x</div>",
        "a<div style='width:1px;height:1px;overflow-x:hidden;overflow:hidden'>x</div>",
        "a<div style='d\\69splay:n\\6Fne'>x</div>",
        "a<div style='display/* so */:/* it goes */none'>x</div>",
        "<style>.no{display:none}</style>a<b class='is no more'>x</b>",
        "<style type='text/css'><!-- #no , p.no { DISPLAY: none !important } --></style>a<i id=no>x</i><p class=no>x</p>",
        "<style>@import url(x.css); aside{visibility:hidden}</style>a<aside>x</aside>",
        "<style>/* { */ .n\\6f { font-size: 0 }</style>a<b class=no>x</b>",
        "<style>.paper{background:#fff}.ghost{color:#fff}</style><div class=paper>a<b class=ghost>x</b></div>",
    ],
)
def test_words_that_are_made_to_be_seen_by_machines_alone_are_not_said(hidden: str) -> None:
    assert markup.to_text(hidden).split() == ["a"]
    assert _without_tree(hidden).text.split() == ["a"]


@pytest.mark.parametrize(
    "seen",
    [
        "<table bgcolor=white><tr><td style='background:#4472C4;color:white'>x</td></tr></table>",
        "<body style='background:#1e1e1e;color:#ffffff'>x</body>",
        "<div style='color:#fff'>x</div>",
        "<div style='background:white'><div style='color:white;background-image:url(night.png)'>x</div></div>",
        "<div style='background:white'><div style='background:linear-gradient(red,blue);color:white'>x</div></div>",
        "<div style='background:#fff'><a href='https://a.example' style='color:#fff'>x</a></div>",
        "<div data-ogsb=white style='background-color:#292929'><p data-ogsc=black style='color:#292929'>x</p></div>",
        "<body style='background:#fff;color:#fff'>x</body>",
        "<body bgcolor=white><table background=night.png><tr><td style='color:white'>x</td></tr></table></body>",
        "<td style='font-size:0'><span style='font-size:13px'>x</span></td>",
        "<p style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'>x</p>",
        "<p style='position:relative;left:-2px;margin-left:-9999'>x</p>",
        "<div style='overflow:hidden;height:100px'>x</div>",
        "<div style='max-height:0'>x</div>",
        "<div style='opacity:0.05'>x</div>",
        "<style>@media (max-width:600px){.m{display:none}}</style><p class=m>x</p>",
        "<style media=print>.m{display:none}</style><p class=m>x</p>",
        "<!--[if mso]><style>.m{display:none}</style><![endif]--><p class=m>x</p>",
        "<style>.m{display:none} .letter .m{display:block}</style><p class=m>x</p>",
        "<style>.m{display:none}</style><p class=m style='display:block'>x</p>",
        "<style>.m:first-letter{font-size:0}</style><p class=m>x</p>",
        "<style>body{color:#fff} table td{color:#333}</style><body><table><tr><td bgcolor=white>x</td></tr></table></body>",
        "<style>p.MsoNormal{font-size:11.0pt} .MsoChpDefault{mso-style-type:export-only}</style><p class=MsoNormal>x</p>",
    ],
)
def test_where_it_is_not_certain_that_words_are_hidden_they_are_said(seen: str) -> None:
    assert markup.to_text(seen) == "x"
    assert _without_tree(seen).text == "x"


@pytest.mark.parametrize(
    "piece", ["<style>", "<style>.a{", "<!--<style>", "<style>/*", "<style>.a{b:c}", "<p style='a:\\", "{", "@media{"]
)
def test_sheets_are_read_in_linear_time(piece: str) -> None:
    short, long = (f"<style>{piece * n}</style>{piece * n}<p class=a>x" for n in (2000, 4000))
    assert calls_of(partial(markup.shown, long)) < 2.5 * calls_of(partial(markup.shown, short))


def test_of_a_line_of_a_hundred_thousand_looks_the_first_are_kept() -> None:
    shown, seconds = [], []
    for n in (24_000, 96_000):
        with effort() as told:
            shown.append(markup.shown("<s>a</s>b " * n))
        seconds.append(told.seconds)
    assert seconds[1] < 8 * seconds[0], "four times the looks, not sixteen times the work"
    assert len(shown[1].looks[0]) < 20_000
    assert len(shown[1].text) > 200_000


def test_a_frame_of_no_size_shows_what_has_a_size_in_it() -> None:
    assert markup.to_text("<div style='font-size:0'> <span style='font-size:13px'>seen</span></div>") == "seen"


@pytest.mark.parametrize(
    ("line", "struck", "rest"),
    [
        ("I am a nurse.", (), "I am a nurse."),
        ("I am a teacher nurse.", ((7, 14),), "I am a nurse."),
        ("1. never", ((0, 8),), ""),
        ("a bb c dd e", ((2, 4), (7, 9)), "a c e"),
    ],
)
def test_what_is_struck_through_is_not_said(line: str, struck: tuple[tuple[int, int], ...], rest: str) -> None:
    assert said(line, [Look(start, end, struck=True) for start, end in struck]) == rest


@pytest.mark.parametrize(
    ("written", "colour"),
    [("red", "#ff0000"), ("#f00", "#ff0000"), ("#FF0000".lower(), "#ff0000"), ("rgb(255,0,0)", "#ff0000"),
     ("rgba(255, 0, 0, 0.5)", "#ff0000"), ("rgba(255,0,0,0)", ""), ("rgb(255 0 0 / 50%)", "#ff0000"), ("inherit", ""),
     ("#12", ""), ("rgb(999,0,0)", "#ff0000"), ("rgb(1,2)", "")],
)  # fmt: skip
def test_colours_have_one_form(written: str, colour: str) -> None:
    assert css.colour(written) == colour


@pytest.mark.parametrize(
    "source",
    [
        "<b i><p>" * 3000 + "x</b>" * 3000,
        "".join(f"<b i={n}><p>" for n in range(3000)) + "x</b>" * 3000,
        "".join(f"<font a={n}>" for n in range(190)) + "</p><p>x" * 5000,
        "<table>" + "".join(f"<b a={n}>" for n in range(190)) + "<tr>x" * 20_000,
        "<select>" + "<option>" * 16_000,
        "<a " + " ".join(f"a{n}" for n in range(100_000)) + ">",
        "<div>" * 40_000,
        "<blockquote>" * 20_000 + "x<br>" * 1000,
    ],
    ids=["misnested", "distinct", "closed-paragraphs", "fostered", "options", "attributes", "deep", "quotes"],
)
def test_what_makes_tree_builders_slow_is_read_without_a_tree(source: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(markup, "LexborHTMLParser")
    assert "last" in markup.to_text(source + "<p>last</p>")


_PIECES = [
    "<p>",
    "</p>",
    "<s>",
    "</s>",
    "<b>",
    "</b>",
    "<td>",
    "<tr>",
    "<table>",
    "</table>",
    "<font color=red>",
    "</font>",
    "x ",
]


@given(st.text(st.sampled_from(list("<>/!-ab =\"'&;\n")), max_size=200) | st.lists(st.sampled_from(_PIECES)).map("".join))
def test_any_source_is_read_without_raising(source: str) -> None:
    for text, looks in (markup.shown(source), _without_tree(source)):
        lines = text.split("\n")
        assert all(0 <= look.start < look.end <= len(lines[number]) for number, found in looks.items() for look in found)


def test_a_character_reference_of_thousands_of_digits_is_no_character() -> None:
    text = markup.to_text("<p>before</p>" + "<b></i>" * 101 + "&#" + "9" * 5000 + ";<p>after</p>")
    assert "before" in text
    assert "after" in text


@pytest.mark.parametrize(
    "piece",
    ["<div>", "<blockquote>", "<br>x", "<span style='color:red'>x</span>", "<b><i>", "<tr><td>x<td>y", "<li>x", "&lt;"],
)
def test_twice_the_source_costs_twice_the_calls(piece: str) -> None:
    once, twice = (calls_of(partial(markup.shown, "<table>" + piece * n)) for n in (4000, 8000))
    assert twice < 2.2 * once


def test_what_has_more_lines_than_anybody_reads_is_not_read_to_its_end() -> None:
    assert markup.to_text("x<br>" * 30_000).count("\n") == 20_000


def _alternatives(plain: str, rich: str) -> Message:
    mail = EmailMessage()
    mail["From"] = "candidate@example.org"
    mail.set_content(plain)
    mail.add_alternative(rich, subtype="html")
    message = parse(mail.as_bytes())
    assert isinstance(message, Message)
    return message


def test_html_is_read_where_it_alone_tells_which_words_are_answers() -> None:
    message = _alternatives("Who?\nA nurse.\n", "<p>Who?<br><font color=red>A nurse.</font></p>")
    assert (message.text, message.looks) == ("Who?\nA nurse.", {1: (Look(0, 8, colour="#ff0000"),)})


@pytest.mark.parametrize(
    ("plain", "rich"),
    [
        ("Who? A nurse.", "<p>Who? <b>A nurse.</b></p>"),
        ("Who? A nurse. Sent from my phone", "<p>Who? A nurse. <font color=#808080>Sent from my phone</font></p>"),
        ("Who?\nA nurse, for twenty years, in three clinics in the north.", "<p><font color=red>Who?</font> Nothing.</p>"),
        ("Who?", f"<p>Who? <font color=red>{'and much that the plain text does not say, ' * 3}</font></p>"),
    ],
    ids=["only bold", "only grey", "other words", "more words"],
)
def test_plain_text_stays_where_html_tells_nothing_or_something_else(plain: str, rich: str) -> None:
    message = _alternatives(plain, rich)
    assert (message.text.strip(), message.looks) == (plain, {})


def test_looks_keep_to_their_lines_below_other_text() -> None:
    mail = EmailMessage()
    mail["From"] = "candidate@example.org"
    mail.set_content("A footer\nof two lines")
    mail.make_mixed()
    mail.attach(rich := EmailMessage())
    rich.set_content("<p>a</p><p>one <s>two</s></p>", subtype="html")
    message = parse(mail.as_bytes())
    assert isinstance(message, Message)
    struck = [message.text.split("\n")[i][x.start : x.end] for i, found in message.looks.items() for x in found]
    assert struck == ["two"]
