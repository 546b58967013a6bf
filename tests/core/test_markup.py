"""HTML bodies as the lines a person would read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.core import markup
from mailbot.core.page import Page


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
    page = Page()
    markup._tag_by_tag(source, page)
    assert page.text() == lines


@pytest.mark.parametrize(
    "source",
    [
        "<b i><p>" * 3000 + "x</b>" * 3000,
        "".join(f"<b i={n}><p>" for n in range(3000)) + "x</b>" * 3000,
        "".join(f"<font a={n}>" for n in range(190)) + "</p><p>x" * 20_000,
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


@given(st.text(st.sampled_from(list("<>/!-ab =\"'&;\n")), max_size=200))
def test_any_source_is_read_without_raising(source: str) -> None:
    markup.to_text(source)
    markup._tag_by_tag(source, Page())


def test_a_character_reference_of_thousands_of_digits_is_no_character() -> None:
    text = markup.to_text("<p>before</p>" + "<b></i>" * 101 + "&#" + "9" * 5000 + ";<p>after</p>")
    assert "before" in text
    assert "after" in text
